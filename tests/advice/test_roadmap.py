"""The roadmap: what is late, missing or in conflict is named and never corrected; days against what the team has."""

from datetime import date

import pytest

from fastmap.advice.roadmap import roadmap_of
from fastmap.catalogue.texts import load_texts
from fastmap.model.choices import ActionStatus, MilestoneState, Timing
from fastmap.model.ids import ActionId
from fastmap.model.planning import ActionPlan, Milestone, TeamCapacity
from tests.support.builders import make_action, make_partner, make_snapshot

TODAY = date(2026, 11, 29)
EN = load_texts("en")


def planned(key, **changes):
    fields = {
        "id": ActionId(key),
        "title": f"Action {key}",
        "status": ActionStatus.PLANNED,
        "owner": "Office",
        "start": date(2027, 1, 1),
        "end": date(2027, 12, 31),
        "timing": (Timing.ST,),
    }
    return make_action("A1", **(fields | changes))


def roadmap(*actions, plans=(), **parts):
    return roadmap_of(make_snapshot(actions=list(actions), action_plans=tuple(plans), **parts), TODAY)


def said(found, key="one"):
    entry = next(entry for entry in found.entries if entry.action.id == key)
    return [EN.say(flag) for flag in entry.flags]


def test_only_planned_and_running_actions_stand_on_it_lane_by_lane():
    found = roadmap(
        planned("long", timing=(Timing.LT,)),
        planned("later", start=date(2027, 6, 1)),
        planned("first"),
        planned("unknown", timing=(), start=None, end=None),
        *(
            planned(status.value, status=status)
            for status in (ActionStatus.IDEA, ActionStatus.DONE, ActionStatus.STOPPED)
        ),
    )

    assert [entry.action.id for entry in found.entries] == ["first", "later", "long", "unknown"]
    assert [entry.horizon for entry in found.entries] == [Timing.ST, Timing.ST, Timing.LT, None]


def test_a_sound_action_has_nothing_to_look_at():
    found = roadmap(planned("one"))

    assert said(found) == []
    assert (found.late, found.ownerless) == (0, 0)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"owner": None}, "Nobody owns it."),
        ({"start": date(2026, 11, 28)}, "It should have begun on 28 Nov 2026."),
        (
            {"status": ActionStatus.RUNNING, "start": None, "end": date(2026, 11, 28)},
            "It should have ended on 28 Nov 2026.",
        ),
        ({"start": None, "end": None}, "No dates are recorded; it is drawn where its horizon lies."),
        ({"end": date(2026, 12, 31)}, "It ends on 31 Dec 2026, before it begins on 1 Jan 2027."),
    ],
)
def test_what_is_late_missing_or_in_conflict_is_said(changes, sentence):
    found = roadmap(planned("one", **changes))

    assert sentence in said(found)
    assert found.entries[0].action == planned("one", **changes)


def test_something_due_today_is_not_late_yet():
    found = roadmap(
        planned("one", start=TODAY), plans=[ActionPlan(action="one", milestones=(Milestone(title="x", due=TODAY),))]
    )

    assert found.late == 0


def test_a_collaboration_without_partners_is_flagged_and_one_with_a_partner_is_not():
    alone = make_action("B2", id="b", title="b", owner="Office", start=TODAY, end=TODAY)
    joint = make_action("B3", id="c", title="c", owner="Office", start=TODAY, end=TODAY, partners=("school",))

    found = roadmap(alone, joint, partners=[make_partner("school")])

    assert said(found, "b") == ["It is a collaboration, and no partner is recorded."]
    assert said(found, "c") == []


def test_open_milestones_become_late_and_reached_or_dropped_ones_do_not():
    past = date(2026, 10, 1)
    plan = ActionPlan(
        action="one",
        milestones=tuple(Milestone(title=state.value, due=past, state=state) for state in MilestoneState),
    )

    found = roadmap(planned("one"), plans=[plan])

    assert said(found) == ["Overdue since 1 Oct 2026: open."]
    assert found.late == 1


def test_a_milestone_after_the_end_of_its_action_is_named():
    plan = ActionPlan(action="one", milestones=(Milestone(title="Party", due=date(2028, 1, 1)),))

    assert said(roadmap(planned("one"), plans=[plan])) == [
        "“Party” is due on 1 Jan 2028, after the action ends on 31 Dec 2027."
    ]


@pytest.mark.parametrize(
    ("other", "sentences"),
    [
        ({"end": date(2027, 1, 1)}, []),
        (
            {"end": date(2027, 1, 2)},
            ["It begins on 1 Jan 2027, but “Action two”, which it waits for, ends on 2 Jan 2027."],
        ),
        ({"end": None}, ["It begins on 1 Jan 2027 and waits for “Action two”, whose end is not recorded."]),
        ({"status": ActionStatus.STOPPED}, ["It waits for “Action two”, which was stopped."]),
        ({"status": ActionStatus.DONE}, []),
    ],
)
def test_a_dependency_that_ends_after_its_follower_begins_is_named(other, sentences):
    found = roadmap(planned("one"), planned("two", **other), plans=[ActionPlan(action="one", after=("two",))])

    assert said(found) == sentences


def test_a_circle_of_dependencies_is_named_at_each_action_in_it_and_nowhere_else():
    early = {"start": date(2027, 1, 1), "end": date(2027, 1, 1)}
    plans = [
        ActionPlan(action="one", after=("two",)),
        ActionPlan(action="two", after=("three",)),
        ActionPlan(action="three", after=("one",)),
        ActionPlan(action="four", after=("one",)),
    ]

    found = roadmap(*(planned(key, **early) for key in ("one", "two", "three", "four")), plans=plans)

    assert said(found, "one") == ["It waits for itself, by way of Action two and Action three."]
    assert said(found, "three") == ["It waits for itself, by way of Action one and Action two."]
    assert said(found, "four") == []
    assert {entry.action.id: entry.plan.after for entry in found.entries}["one"] == ("two",)


def test_an_action_may_wait_for_itself_alone_and_for_one_that_is_gone():
    plans = [ActionPlan(action="one", after=("one", "gone"))]

    assert said(roadmap(planned("one"), plans=plans)) == ["It waits for itself."]


def test_days_count_for_the_part_of_the_year_in_which_an_action_goes_on():
    half = planned("half", start=date(2027, 7, 2), end=date(2029, 7, 1))
    found = roadmap(half, plans=[ActionPlan(action="half", staff_days=73.0)], capacity=TeamCapacity(staff_days=40))

    days = {load.year: load.staff_days for load in found.years}

    assert days[2026] == 0
    assert days[2027] == pytest.approx(73 * 183 / 365)
    assert days[2028] == pytest.approx(73)
    assert days[2029] == pytest.approx(73 * 182 / 365)
    assert found.capacity == 40


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (date(2027, 3, 1), date(2027, 3, 4), {2027: 10}),
        (date(2026, 12, 31), date(2027, 1, 3), {2026: 2.5, 2027: 7.5}),
        (date(2027, 7, 2), date(2028, 7, 1), {2027: 5, 2028: 5}),
        (date(2027, 3, 4), date(2027, 3, 1), {2027: 10}),
        (date(2027, 1, 1), date(2028, 1, 2), {2027: 10, 2028: 10 * 2 / 366}),
        (date(2027, 3, 1), None, {2027: 10 * 306 / 365, 2028: 10 * 60 / 366}),
    ],
)
def test_the_days_of_an_action_of_at_most_a_year_count_in_all_spread_over_its_years(start, end, expected):
    visit = planned("visit", start=start, end=end)
    found = roadmap(visit, plans=[ActionPlan(action="visit", staff_days=10.0)])

    days = {load.year: load.staff_days for load in found.years if load.staff_days}

    assert days == pytest.approx(expected)
    assert found.entries[0].days_in(2027) == pytest.approx(expected[2027])
    assert roadmap(visit).entries[0].days_in(2027) is None


def test_actions_whose_days_nobody_recorded_count_as_unknown_and_never_as_nothing_to_do():
    found = roadmap(planned("one"), planned("two"), plans=[ActionPlan(action="one", staff_days=10)])

    year = next(load for load in found.years if load.year == 2027)

    assert (year.known, year.unknown) == (1, 1)
    assert found.capacity is None


def test_an_action_that_nothing_places_in_time_counts_in_every_year_shown():
    found = roadmap(planned("one", timing=(), start=None, end=None), plans=[ActionPlan(action="one", staff_days=10)])

    assert [load.staff_days for load in found.years] == [10]
    assert found.entries[0].drawn_from is None


def test_without_telling_owners_nothing_is_said_of_them():
    snapshot = make_snapshot(actions=[planned("one", owner=None)])

    (entry,) = roadmap_of(snapshot, TODAY, tells_owners=False).entries

    assert entry.flags == ()


def test_nothing_planned_or_running_is_an_empty_roadmap():
    assert roadmap().entries == ()
    assert roadmap().years == ()


def test_a_year_beyond_every_calendar_is_drawn_to_its_end_and_breaks_nothing():
    found = roadmap(planned("one", start=date(9999, 6, 1), end=None, timing=(Timing.LT,)))

    assert found.entries[0].drawn_to == date.max


def test_an_action_that_still_runs_after_its_end_counts_until_today():
    late = planned(
        "one", status=ActionStatus.RUNNING, start=TODAY.replace(year=TODAY.year - 1), end=date(TODAY.year - 1, 12, 31)
    )
    (load, *_) = roadmap(late, plans=(ActionPlan(action="one", staff_days=365.0),)).years

    assert load.known == 1
    assert load.staff_days == pytest.approx((TODAY - date(TODAY.year, 1, 1)).days + 1, rel=0.01)
