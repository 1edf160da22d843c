"""What must hold whatever members answer."""

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from fastmap.model.choices import MemberStatus
from tests.support.builders import assess, catalogue_with, make_member, make_need, make_response
from tests.support.random_clusters import clusters
from tests.support.random_clusters import needs as answers

SOME_RESAMPLES = catalogue_with(resamples=20)

sometimes = settings(max_examples=12, deadline=None)


def shuffled(values, chance):
    return tuple(chance.sample(list(values), len(values)))


def demand_of(results):
    """Return everything about each skill and group but its share of those who answered and the resampling."""
    return {
        result.uri: replace(
            result,
            quantities=replace(result.quantities, reach=None),
            ranking=replace(result.ranking, rank_low=None, rank_high=None, top10_share=None),
        )
        for result in (*results.skills, *results.groups)
    }


@given(snapshot=clusters(max_members=5), seed=st.integers(0, 99))
@sometimes
def test_renaming_members_changes_no_figure(snapshot, seed):
    """New codes in the same order, new names, other places: only who is called what changes."""
    chance = random.Random(seed)
    codes = {member.code: f"N{place:03}" for place, member in enumerate(snapshot.members)}
    renamed = replace(
        snapshot,
        members=tuple(
            replace(member, code=codes[member.code], name=f"Firm {chance.random()}") for member in snapshot.members
        ),
        responses=tuple(replace(response, member=codes[response.member]) for response in snapshot.responses),
    )

    before, after = assess(snapshot, SOME_RESAMPLES), assess(renamed, SOME_RESAMPLES)

    assert [with_codes(item, codes) for item in before.skills] == list(after.skills)
    assert [with_codes(item, codes) for item in before.groups] == list(after.groups)
    assert after.quality.response_rate == before.quality.response_rate


def with_codes(item, codes):
    return replace(
        item,
        members=tuple(codes[member] for member in item.members),
        imbalance=replace(
            item.imbalance, flipping_members=tuple(codes[member] for member in item.imbalance.flipping_members)
        ),
    )


@given(snapshot=clusters(max_members=5), twice=st.integers(0, 4))
@sometimes
def test_the_same_form_taken_twice_changes_nothing_but_the_count_of_rows(snapshot, twice):
    pattern = snapshot.responses[twice % len(snapshot.responses)]
    doubled = replace(snapshot, responses=(*snapshot.responses, replace(pattern, id="again")))

    before, after = assess(snapshot, SOME_RESAMPLES), assess(doubled, SOME_RESAMPLES)

    assert (after.skills, after.groups, after.unmatched) == (before.skills, before.groups, before.unmatched)
    assert after.quality.answered == before.quality.answered


@given(snapshot=clusters(max_members=5), more=st.lists(answers, min_size=1, max_size=4), newcomer=st.booleans())
@sometimes
def test_an_answer_more_never_lowers_the_users_of_anything(snapshot, more, newcomer):
    number = len(snapshot.members) + 1 if newcomer else 1
    members = (*snapshot.members, make_member(number)) if newcomer else snapshot.members
    answer = make_response(number, *more, id="more")
    added = replace(snapshot, members=members, responses=(*snapshot.responses, answer))

    before, after = users_of(assess(snapshot, SOME_RESAMPLES)), users_of(assess(added, SOME_RESAMPLES))

    assert all(after.get(uri, 0) >= users for uri, users in before.items())


def users_of(results):
    return {item.uri: item.quantities.users for item in (*results.skills, *results.groups)}


@given(snapshot=clusters(), seed=st.integers(0, 99))
@sometimes
def test_order_in_which_things_were_entered_does_not_matter(snapshot, seed):
    chance = random.Random(seed)
    parts = ("members", "responses", "skills", "mappings", "partners", "offers")
    other = replace(snapshot, **{part: shuffled(getattr(snapshot, part), chance) for part in parts})

    assert replace(assess(other, SOME_RESAMPLES), snapshot=snapshot) == assess(snapshot, SOME_RESAMPLES)


@given(
    snapshot=clusters(min_members=1, max_members=4),
    silent=st.lists(st.sampled_from(MemberStatus), min_size=1, max_size=4),
    newcomer=st.integers(0, 3),
)
@sometimes
def test_an_answer_more_never_lowers_the_response_rate(snapshot, silent, newcomer):
    count = len(snapshot.members)
    more = [make_member(count + number, status=status) for number, status in enumerate(silent, start=1)]
    before = replace(snapshot, members=(*snapshot.members, *more))
    answer = make_response(count + 1 + newcomer % len(more), make_need("CAD"))
    after = replace(before, responses=(*before.responses, answer))

    rate_before, rate_after = (assess(s, SOME_RESAMPLES).quality.response_rate for s in (before, after))

    assert rate_after is not None
    assert (rate_before or 0) <= rate_after <= 1


@given(snapshot=clusters(max_members=5))
@sometimes
def test_an_empty_form_changes_nothing_but_the_response_figures(snapshot):
    number = len(snapshot.members) + 1
    asked = replace(snapshot, members=(*snapshot.members, make_member(number)))
    answered = replace(asked, responses=(*asked.responses, make_response(number)))

    before, after = assess(asked, SOME_RESAMPLES), assess(answered, SOME_RESAMPLES)

    assert demand_of(after) == demand_of(before)
    assert after.quality.answered == before.quality.answered + 1
    assert (after.unmatched, after.lead_level) == (before.unmatched, before.lead_level)


@given(snapshot=clusters())
@sometimes
def test_figures_stay_in_their_ranges(snapshot):
    results = assess(snapshot, SOME_RESAMPLES)

    for result in (*results.skills, *results.groups):
        quantities, ranking, imbalance = result.quantities, result.ranking, result.imbalance
        shares = (quantities.reach, quantities.urgency, quantities.scarcity, ranking.top10_share)
        assert all(share is None or 0 <= share <= 1 for share in shares)
        assert quantities.severity is None or 1 <= quantities.severity <= 4
        assert (ranking.priority is None) == (quantities.users < 3)
        if ranking.priority is not None:
            assert 0 <= ranking.priority <= 100
            assert ranking.rank_low is not None
            assert ranking.rank is not None
            assert ranking.rank_high is not None
            assert 1 <= ranking.rank_low <= ranking.rank <= ranking.rank_high
            assert abs(sum(part.weight for part in ranking.parts) - 1) < 1e-9
        assert len(result.members) == quantities.users
        if quantities.users == 3:
            assert imbalance.sensitive
            assert set(imbalance.flipping_members) >= set(result.members)


@given(snapshot=clusters())
@sometimes
def test_a_group_has_no_more_users_than_its_skills_together_and_exactly_their_people(snapshot):
    results = assess(snapshot, SOME_RESAMPLES)
    skills = {result.uri: result for result in results.skills}

    for group in results.groups:
        inside = [skills[uri] for uri in group.skills]
        users = [skill.quantities.users for skill in inside]
        short = [skill.quantities.short_12m for skill in inside if skill.quantities.short_12m is not None]
        assert max(users) <= group.quantities.users <= sum(users)
        assert group.quantities.short_12m == (sum(short) if short else None)
        assert set(group.members) == {member for skill in inside for member in skill.members}


@given(snapshot=clusters())
@sometimes
def test_only_named_unused_and_strategic_skills_are_listed_ranked_ones_first(snapshot):
    results = assess(snapshot, SOME_RESAMPLES)

    assert all(
        result.quantities.users or result.imbalance.figures["unused"] or result.strategic for result in results.skills
    )
    ranks = [result.ranking.rank for result in results.skills if result.ranking.rank is not None]
    assert ranks == sorted(ranks)
    assert all(result.ranking.rank is None for result in results.skills[len(ranks) :])
