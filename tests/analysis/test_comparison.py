"""Two rounds side by side: what became of the same firms' needs, and what else is different."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings

from fastmap.analysis.need_stories import need_change
from fastmap.changes import MergeSkills
from fastmap.model.choices import ActionStatus, Consequence, MemberStatus, Verdict
from fastmap.model.comparison import ActionChange, NeedChange, NeedFigures, PeopleShort, Place, RankMove
from fastmap.model.skills import SetAside
from tests.support.builders import (
    EN,
    assess,
    catalogue_with,
    cluster_where,
    make_action,
    make_mapping,
    make_member,
    make_need,
    make_skill,
)
from tests.support.random_clusters import clusters
from tests.support.rounds import FEW_RESAMPLES, compared, story_of, with_earlier

MET, UNNAMED, BETTER, SAME, WORSE, NEW = NeedChange


def figures(now=None, later=None, consequence=None):
    return NeedFigures(short_now=now, short_12m=later, consequence=consequence)


def flags(found):
    return {flag.key.rpartition(".")[2] for flag in found.flags}


# --- a round beside itself --------------------------------------------------------------------------------------------


@given(snapshot=clusters())
@settings(max_examples=15, deadline=None)
def test_a_round_beside_itself_shows_no_change(snapshot):
    found = compared(snapshot, snapshot)

    assert found.same == len(snapshot.members)
    assert {change for change, count in found.totals.items() if count} <= {SAME}
    assert found.verdicts == ()
    assert [move for move in found.ranks if move.places or None in (move.before.rank, move.now.rank)] == []
    assert [move.before for move in found.ranks] == [move.now for move in found.ranks]
    assert found.moves == ()
    turnover = found.turnover
    parties = (turnover.came, turnover.went, turnover.answered_before, turnover.answered_now)
    assert [party.count for party in parties] == [0, 0, 0, 0]
    assert all(story.short_12m.before == story.short_12m.now for story in found.skills)
    assert flags(found) <= {"few_same", "not_earlier"}


def test_without_an_earlier_round_nothing_is_compared():
    assert assess(cluster_where([make_need("CAD")])).since_last_round is None


# --- one need ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "now", "change"),
    [
        (None, figures(1, 1), NEW),
        (figures(1, 1), None, UNNAMED),
        (figures(2, 3), figures(0, 0), MET),
        (figures(0, 0), figures(0, 0), SAME),
        (figures(2, 3), figures(2, 2), BETTER),
        (figures(2, 3), figures(2, 4), WORSE),
        (figures(2, 3), figures(1, 4), SAME),
        (figures(2, None), figures(None, 9), SAME),
        (figures(), figures(), SAME),
        (figures(2, 3, Consequence.STOPS), figures(2, 3, Consequence.LITTLE), BETTER),
        (figures(2, 3, Consequence.LITTLE), figures(2, 3, Consequence.STOPS), WORSE),
        (figures(2, None, Consequence.COST), figures(None, 3, None), SAME),
        (figures(0, 0), figures(0, 1), WORSE),
    ],
)
def test_a_need_is_judged_by_figures_known_both_times(before, now, change):
    assert need_change(before, now) is change


def test_only_firms_that_answered_both_rounds_are_compared_and_their_people_summed():
    then = cluster_where(
        [make_need("CAD", short_12m=4)], [make_need("CAD", short_12m=1)], [make_need("CAD", short_12m=50)]
    )
    now = cluster_where(
        [make_need("CAD", short_12m=2)],
        [make_need("Lean", short_12m=1)],
        more_members=[make_member(3)],
    )

    found = compared(now, then)

    assert found.same == 2
    assert dict(story_of(found, "CAD").changes) == {MET: 0, UNNAMED: 1, BETTER: 1, SAME: 0, WORSE: 0, NEW: 0}
    assert (story_of(found, "CAD").short_12m.before, story_of(found, "CAD").short_12m.now) == (5, 2)
    assert story_of(found, "Lean").changes[NEW] == 1
    assert found.turnover.answered_before.names == (("M003", "Member 3"),)


def test_unknown_people_stay_unknown_and_are_never_nought():
    found = compared(cluster_where([make_need("CAD")]), cluster_where([make_need("CAD")]))

    assert (story_of(found, "CAD").short_now.before, story_of(found, "CAD").short_now.now) == (None, None)


def test_people_are_added_up_over_firms_that_told_how_many_in_both_rounds():
    then = cluster_where([make_need("CAD", short_now=3)], [make_need("CAD")], [make_need("CAD", short_now=2)])
    now = cluster_where(
        [make_need("CAD", short_now=3)], [make_need("CAD", short_now=5)], [make_need("CAD", short_now=2)]
    )

    assert story_of(compared(now, then), "CAD").short_now == PeopleShort(before=5, now=5, firms=2)
    assert story_of(compared(then, now), "CAD").short_now == PeopleShort(before=5, now=5, firms=2)


def test_a_firm_that_does_not_name_a_need_any_more_counts_with_what_it_said():
    then = cluster_where([make_need("CAD", short_now=3)], [make_need("CAD", short_now=4)], [make_need("CAD")])
    now = cluster_where([make_need("CAD", short_now=1)], [make_need("Lean")], [make_need("Lean")])

    assert story_of(compared(now, then), "CAD").short_now == PeopleShort(before=7, now=1, firms=2)


# --- skills that moved ------------------------------------------------------------------------------------------------

WELDING, JOINING = make_skill("Welding"), make_skill("Joining")


def test_needs_follow_their_texts_where_skills_were_merged():
    both = [make_mapping("weld", WELDING), make_mapping("join", JOINING)]
    rows = [[make_need("weld", short_now=1)], [make_need("join", short_now=1)]]
    then = cluster_where(*rows, skills=[WELDING, JOINING], mappings=both)
    merged = [make_mapping("weld", JOINING), make_mapping("join", JOINING)]
    now = cluster_where(*rows, skills=[JOINING], mappings=merged)

    found = compared(now, then)

    assert dict(story_of(found, JOINING.uri).changes) == {MET: 0, UNNAMED: 0, BETTER: 0, SAME: 2, WORSE: 0, NEW: 0}
    assert [(move.labels[EN], move.into[EN], move.merged) for move in found.moves] == [("Welding", "Joining", True)]
    assert "merged" in flags(found)
    assert found.verdicts == ()


def test_a_merge_made_in_the_file_is_followed(path_with_two_skills):
    now, then = path_with_two_skills

    found = compared(now, then)

    assert {change for change, count in found.totals.items() if count} == {SAME}


@pytest.fixture
def path_with_two_skills(tmp_path):
    from fastmap.assessment import Assessment
    from fastmap.changes import ImportResponses, RecordMappings, SaveMembers

    rows = [[make_need("weld", short_now=1)], [make_need("join", short_now=2)]]
    made = cluster_where(*rows)
    with Assessment.create(tmp_path / "a.fastmap", cluster=made.cluster, round_label="1") as assessment:
        assessment.apply(SaveMembers(members=made.members))
        assessment.apply(ImportResponses(responses=made.responses))
        mappings = (make_mapping("weld", WELDING), make_mapping("join", JOINING))
        assessment.apply(RecordMappings(mappings=mappings, skills=(WELDING, JOINING)))
        then = assessment.snapshot()
        assessment.apply(MergeSkills(merged=(WELDING.uri,), into=JOINING))
        return assessment.snapshot(), then


def test_a_text_placed_since_is_the_same_need():
    rows = [[make_need("weld", short_now=1)]]
    then = cluster_where(*rows)
    now = cluster_where(*rows, skills=[WELDING], mappings=[make_mapping("weld", WELDING)])

    found = compared(now, then)

    assert dict(story_of(found, WELDING.uri).changes)[SAME] == 1
    assert [move.merged for move in found.moves] == [False]


def test_a_text_placed_then_and_not_now_is_the_same_need():
    rows = [[make_need("weld", short_now=1)]]
    then = cluster_where(*rows, skills=[WELDING], mappings=[make_mapping("weld", WELDING)])

    found = compared(cluster_where(*rows), then, carried_over=False)

    assert {change for change, count in found.totals.items() if count} == {SAME}


def test_a_text_set_aside_since_is_left_out_and_said():
    rows = [[make_need("nothing much", short_now=1), make_need("CAD")]]
    now = cluster_where(*rows, set_aside=[SetAside(text_key="nothing much", language=EN)])

    found = compared(now, cluster_where(*rows))

    assert [story.uri for story in found.skills] == ["fastmap:provisional/cad"]
    assert "set_aside" in flags(found)


def test_a_skill_of_another_file_is_found_under_its_name():
    other = replace(make_skill("Welding"), uri="fastmap:own/elsewhere-0001")
    then = cluster_where([make_need("soldering")], skills=[other], mappings=[make_mapping("soldering", other)])
    now = cluster_where([make_need("weld")], skills=[WELDING], mappings=[make_mapping("weld", WELDING)])

    found = compared(now, then, carried_over=False)

    assert story_of(found, WELDING.uri).changes[SAME] == 1


# --- verdicts and ranks -----------------------------------------------------------------------------------------------


def test_a_verdict_that_differs_comes_with_both_evidences():
    short = [[make_need("CAD", short_now=2, short_12m=2, provision="none")]] * 5
    idle = [[make_need("CAD", short_now=0, short_12m=0)]] * 3

    (change,) = compared(cluster_where(*idle), cluster_where(*short)).verdicts

    assert (change.before.verdict, change.now.verdict) == (Verdict.SHORTAGE, Verdict.BALANCED)
    assert (change.before.evidence, change.now.evidence) == ("supported", "indicative")
    assert (change.before.users, change.now.users) == (5, 3)
    assert change.is_doubtful, "three users are always sensitive"


def move(before, now, low=1, high=5, now_low=1, now_high=5):
    return RankMove(
        uri="s",
        labels={},
        is_group=False,
        before=Place(rank=before, low=low, high=high),
        now=Place(rank=now, low=now_low, high=now_high),
    )


def test_a_move_is_noise_only_if_each_rank_lies_in_the_other_interval():
    assert move(2, 4).is_noise is True
    assert move(2, 6, now_high=8).is_noise is False, "outside the interval of then"
    assert move(2, 4, now_low=3).is_noise is False, "then lies outside the interval of now"
    assert move(2, 2).is_noise is None
    assert move(None, 2, low=None, high=None).is_noise is None
    assert move(4, 2).places == 2


# --- actions, members, rules ------------------------------------------------------------------------------------------


def test_actions_are_told_by_what_became_of_them():
    then = cluster_where(
        [],
        actions=[
            make_action("A1", status=ActionStatus.RUNNING),
            make_action("A2", status=ActionStatus.RUNNING),
            make_action("A3", status=ActionStatus.PLANNED),
            make_action("A4", status=ActionStatus.IDEA, title="Given up"),
        ],
    )
    now = cluster_where(
        [],
        actions=[
            make_action("A1", status=ActionStatus.DONE),
            make_action("A2", status=ActionStatus.STOPPED),
            make_action("A3", status=ActionStatus.RUNNING, end=date(2026, 1, 31)),
            make_action("B1", status=ActionStatus.RUNNING, end=date(2027, 1, 31)),
        ],
    )

    found = {story.id: story for story in compared(now, then).actions}

    assert {key: story.change for key, story in found.items()} == {
        "action-A1": ActionChange.DONE,
        "action-A2": ActionChange.STOPPED,
        "action-A3": ActionChange.STARTED,
        "action-A4": ActionChange.REMOVED,
        "action-B1": ActionChange.NEW,
    }
    assert [key for key, story in found.items() if story.is_late] == ["action-A3"]


def test_actions_of_another_file_are_matched_by_title_not_by_id():
    then = cluster_where([], actions=[make_action("A1", id="1", title="Newsletter")])
    now = cluster_where(
        [], actions=[make_action("A1", id="1", title="Fair"), make_action("A2", id="2", title="newsletter")]
    )

    changes = {story.title: story.change for story in compared(now, then, carried_over=False).actions}

    assert changes == {"Fair": ActionChange.NEW, "newsletter": ActionChange.KEPT}


def test_members_who_came_and_went_are_apart_and_a_renamed_one_is_neither():
    then = cluster_where([make_need("CAD")], [make_need("CAD")])
    now = cluster_where([make_need("CAD")], more_members=[make_member(3, name="Newcomer")])
    renamed = replace(now, members=(replace(now.members[0], name="Renamed Ltd"), *now.members[1:]))

    found = compared(renamed, then)

    assert found.same == 1
    assert found.turnover.came.names == (("M003", "Newcomer"),)
    assert found.turnover.went.names == (("M002", "Member 2"),)


def test_a_code_alone_is_nobody_where_lists_were_made_apart():
    then = cluster_where([make_need("CAD")])
    now = cluster_where([make_need("CAD")])
    other = replace(now, members=(replace(now.members[0], name="Somebody else"),))

    assert compared(other, then, carried_over=False).same == 0
    assert "nobody_same" in flags(compared(other, then, carried_over=False))


def test_changed_thresholds_and_weights_are_named():
    snapshot = cluster_where([make_need("CAD")])
    found = assess(with_earlier(snapshot, snapshot, catalogue=catalogue_with(resamples=50, min_users=4)), FEW_RESAMPLES)

    (flag,) = [flag for flag in found.since_last_round.flags if flag.key == "comparison.flag.thresholds"]

    assert [term.key for term in flag.facts["changed"]] == ["comparison.threshold.min_users"]


def test_a_round_without_answers_compares_members_and_actions_only():
    then = cluster_where([make_need("CAD", short_now=1, provision="none")], [], [])
    now = replace(then, responses=(), members=tuple(replace(m, status=MemberStatus.NOT_ASKED) for m in then.members))

    found = compared(now, then)

    assert (found.same, found.verdicts) == (0, ())
    assert "no_answers" in flags(found)
    assert found.turnover.answered_before.count == 3


def test_a_round_that_was_still_answered_later_is_said_not_to_be_the_earlier_one():
    now = cluster_where([make_need("CAD")])
    later = replace(now.responses[0], received_at=datetime(2026, 9, 1, tzinfo=UTC))

    assert "not_earlier" in flags(compared(now, replace(now, responses=(later,))))
