import pytest

from fastmap.model.choices import Consequence, Hiring
from tests.support.builders import EN, assess, assess_skill, cluster_where, make_need, shipped_rules


def named_by(text, members, **answers):
    """Return one list of needs per member, alike for all of them."""
    return [[make_need(text, **answers)] for _ in range(members)]


def ranking_of(snapshot, text):
    return assess_skill(snapshot, text).ranking


def part(ranking, key):
    return next(entry for entry in ranking.parts if entry.key == key)


def test_skill_named_by_two_has_no_priority_and_no_rank():
    ranking = ranking_of(cluster_where(*named_by("CAD", 2, short_12m=9)), "CAD")

    assert (ranking.priority, ranking.rank, ranking.rank_low, ranking.top10_share) == (None,) * 4


def test_priority_adds_the_weighted_parts():
    answers = {"consequence": Consequence.DELAYS, "hiring": Hiring.HARD, "short_now": 1}
    snapshot = cluster_where(
        *named_by("CAD", 3, short_12m=2, **answers), *named_by("Lean", 6, short_12m=4, short_now=4)
    )

    ranking = ranking_of(snapshot, "CAD")

    parts = {entry.key: entry.value for entry in ranking.parts}
    assert parts == {"reach": 0.5, "size": 0.0, "severity": pytest.approx(2 / 3), "urgency": 0.5, "scarcity": 1.0}
    assert ranking.priority == pytest.approx(100 * (0.30 * 0.5 + 0.25 * 0 + 0.20 * 2 / 3 + 0.15 * 0.5 + 0.10 * 1))


def test_missing_part_is_left_out_and_the_others_are_weighted_up():
    ranking = ranking_of(cluster_where(*named_by("CAD", 3, consequence=Consequence.LITTLE)), "CAD")

    assert part(ranking, "reach").weight == pytest.approx(0.6)
    assert part(ranking, "severity").weight == pytest.approx(0.4)
    assert (part(ranking, "urgency").value, part(ranking, "urgency").weight) == (None, 0)
    assert ranking.priority == pytest.approx(60)


def test_size_is_missing_if_only_one_ranked_skill_has_it():
    snapshot = cluster_where(*named_by("CAD", 3, short_12m=5), *named_by("Lean", 3), *named_by("Rare", 2, short_12m=50))

    assert part(ranking_of(snapshot, "CAD"), "size").value is None


def test_size_is_the_average_rank_among_ranked_skills_that_have_it():
    snapshot = cluster_where(
        *named_by("A", 3, short_12m=1),
        *named_by("B", 3, short_12m=1),
        *named_by("C", 3, short_12m=2),
        *named_by("D", 3),
    )

    sizes = {text: part(ranking_of(snapshot, text), "size").value for text in "ABCD"}

    assert sizes == {"A": 0.25, "B": 0.25, "C": 1.0, "D": None}


def test_ties_share_a_rank_the_next_is_skipped_and_labels_order_them():
    snapshot = cluster_where(*named_by("beta", 4), *named_by("Alpha", 4), *named_by("Gamma", 3))

    ranked = [(result.labels[EN], result.ranking.rank) for result in assess(snapshot).skills]

    assert ranked == [("Alpha", 1), ("beta", 1), ("Gamma", 3)]


def test_skills_named_by_few_follow_by_users_then_label():
    snapshot = cluster_where(
        *named_by("Ranked", 3), *named_by("One", 1), *named_by("Zwei", 2), *named_by("Also two", 2)
    )

    assert [result.labels[EN] for result in assess(snapshot).skills] == ["Ranked", "Also two", "Zwei", "One"]


def test_clear_leader_keeps_its_rank_in_every_resample_and_close_ones_do_not():
    clear = cluster_where(*named_by("First", 30, short_12m=3), *named_by("Second", 4, short_12m=1))
    close = cluster_where(*named_by("First", 6), *named_by("Second", 5))

    firm, loose = ranking_of(clear, "First"), ranking_of(close, "First")

    assert (firm.rank_low, firm.rank_high) == (1, 1)
    assert (loose.rank_low, loose.rank_high) == (1, 2)


def test_share_of_the_first_ten_tells_the_tenth_from_the_first():
    rows = [row for place in range(12) for row in named_by(f"Skill {place:02}", 14 - place)]
    snapshot = cluster_where(*rows)

    first, tenth, last = (ranking_of(snapshot, f"Skill {place:02}").top10_share for place in (0, 9, 11))

    assert first > 0.99
    assert last < tenth < first


def test_priority_weights_of_the_catalogue_sum_to_one():
    assert sum(shipped_rules().priority_weights.values()) == pytest.approx(1)
