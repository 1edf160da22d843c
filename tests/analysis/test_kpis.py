"""The ledger of funder figures: what is added, what counts once, and what is said about doubtful entries."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fastmap.analysis.kpi_periods import ledger_in, reaching_beyond
from fastmap.analysis.kpis import kpis_of, ledger_of
from fastmap.catalogue.texts import load_texts, shipped_languages
from fastmap.model.choices import MemberKind
from fastmap.model.kpis import KpiEntry, KpiGoal, KpiObjective, KpiUnit, OwnKpi, canonical_period, span_of
from tests.support.builders import make_member, make_partner, make_snapshot, shipped_catalogue

MEMBERS = [make_member(number, kind=MemberKind.SMALL) for number in range(1, 10)]
CODES = [member.code for member in MEMBERS]


def entry(number, indicator="smes_served", **more):
    return KpiEntry(id=f"K{number:03}", indicator=indicator, **more)


def ledger(*entries, goals=(), own=(), members=MEMBERS, **more):
    snapshot = make_snapshot(
        members=members, kpi_entries=tuple(entries), kpi_goals=tuple(goals), own_kpis=tuple(own), **more
    )
    return {kpi.key: kpi for kpi in ledger_of(snapshot, shipped_catalogue())}


def codes(kpi):
    return [warning.key.removeprefix("kpi_warning.") for warning in kpi.warnings]


# --- adding up --------------------------------------------------------------------------------------------------------


def test_nothing_recorded_is_an_empty_ledger_and_no_figure_is_zero():
    snapshot = make_snapshot(members=MEMBERS)

    assert kpis_of(snapshot, shipped_catalogue()) == ()
    assert {kpi.actual for kpi in ledger().values()} == {None}


def test_once_anything_is_recorded_every_indicator_of_the_catalogue_stands_there():
    snapshot = make_snapshot(kpi_goals=(KpiGoal(indicator="staff_trained", target=4.0),))

    found = kpis_of(snapshot, shipped_catalogue())

    assert [kpi.key for kpi in found] == [kpi.key for kpi in shipped_catalogue().kpis]


def test_a_firm_that_comes_again_counts_once_and_that_is_said():
    first = entry(1, value=3, period="2025", members=tuple(CODES[:3]))
    second = entry(2, value=3, period="2026", members=tuple(CODES[2:5]))

    kpi = ledger(first, second)["smes_served"]

    assert (kpi.recorded, kpi.counted_twice, kpi.actual, kpi.organisation_count) == (6, 1, 5, 5)
    assert [period.value for period in kpi.periods] == [3, 2]
    assert "counted_twice" in codes(kpi)


def test_people_of_the_same_firm_are_added():
    first = entry(1, "workers_trained", value=10, period="2025", members=(CODES[0],))
    second = entry(2, "workers_trained", value=4, period="2026", members=(CODES[0],))

    kpi = ledger(first, second)["workers_trained"]

    assert (kpi.actual, kpi.counted_twice, kpi.organisation_count) == (14, 0, 1)


def test_a_member_its_partner_record_and_its_typed_name_are_one_organisation():
    both = replace(MEMBERS[0], partner_id="P1", name="Talleres Uno")
    partner = make_partner("P1", name="Talleres Uno, S.L.")
    entries = (
        entry(1, value=1, period="2025", members=(both.code,)),
        entry(2, value=1, period="2026-H1", partners=("P1",)),
        entry(3, value=1, period="2026-H2", others=("talleres  UNO",)),
    )

    kpi = ledger(*entries, members=[both, *MEMBERS[1:]], partners=[partner])["smes_served"]

    assert (kpi.actual, kpi.organisation_count) == (1, 1)


def test_a_value_that_nobody_knows_stays_unknown_and_the_rest_is_at_least():
    kpi = ledger(entry(1, value=2, members=tuple(CODES[:2])), entry(2))["smes_served"]

    assert (kpi.actual, kpi.unknown_entries) == (2, 1)
    assert "value_missing" in codes(kpi)
    assert ledger(entry(1))["smes_served"].actual is None


def test_zero_is_a_value():
    kpi = ledger(entry(1, "staff_trained", value=0), goals=[KpiGoal(indicator="staff_trained", target=4)])

    assert (kpi["staff_trained"].actual, kpi["staff_trained"].reached) == (0, False)


@given(st.lists(st.sets(st.sampled_from(CODES), min_size=1), min_size=1, max_size=5))
def test_with_every_firm_named_the_figure_is_the_number_of_different_firms(named):
    entries = [
        entry(number, value=len(firms), period=f"20{20 + number}", members=tuple(sorted(firms)))
        for number, firms in enumerate(named)
    ]

    kpi = ledger(*entries)["smes_served"]

    assert kpi.actual == len(set().union(*named)) == kpi.organisation_count


@given(st.permutations([1, 2, 3, 4]))
def test_the_order_of_entering_does_not_matter(order):
    entries = [
        entry(number, value=2, period=f"2026-Q{number}", members=tuple(CODES[number : number + 2])) for number in order
    ]

    assert ledger(*entries)["smes_served"] == ledger(*sorted(entries, key=lambda one: one.id))["smes_served"]


# --- targets ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("value", "reached"), [(49, False), (50, True), (51, True)])
def test_fifty_exchanges_are_the_funders_threshold(value, reached):
    kpi = ledger(entry(1, "exchanges", value=value))["exchanges"]

    assert (kpi.target, kpi.target_is_the_funders, kpi.reached) == (50, True, reached)


@pytest.mark.parametrize(("part", "share", "reached"), [(24, 0.48, False), (25, 0.5, True), (51, None, None)])
def test_half_of_the_exchanges_have_to_involve_small_firms(part, share, reached):
    found = ledger(entry(1, "exchanges", value=50), entry(2, "exchanges_with_smes", value=part))

    assert (found["exchanges_with_smes"].share, found["exchanges_with_smes"].reached) == (share, reached)
    assert ("part_larger" in codes(found["exchanges_with_smes"])) is (part > 50)


def test_a_target_of_the_clusters_own_takes_the_place_of_the_threshold():
    kpi = ledger(entry(1, "exchanges", value=30), goals=[KpiGoal(indicator="exchanges", target=30)])["exchanges"]

    assert (kpi.target, kpi.target_is_the_funders, kpi.reached) == (30, False, True)


def test_while_a_value_is_missing_a_target_below_is_open_and_not_missed():
    goals = [KpiGoal(indicator="staff_trained", target=10)]

    kpi = ledger(entry(1, "staff_trained", value=4), entry(2, "staff_trained"), goals=goals)["staff_trained"]

    assert kpi.reached is None


def test_a_level_counts_from_its_baseline_and_may_go_down():
    own = OwnKpi(key="own:K001", name="Empty places", unit=KpiUnit.NUMBER, adds_up=False)
    goal = KpiGoal(indicator="own:K001", baseline=40, target=20)

    kpi = ledger(
        entry(1, "own:K001", value=40, period="2025"),
        entry(2, "own:K001", value=30, period="2026"),
        own=[own],
        goals=[goal],
    )["own:K001"]

    assert (kpi.actual, kpi.progress, kpi.reached, kpi.objective) == (30, 0.5, False, KpiObjective.OWN)
    assert "fell" not in codes(kpi)


def test_an_entry_whose_indicator_is_gone_is_still_shown():
    kpi = ledger(entry(1, "own:K009", value=3))["own:K009"]

    assert (kpi.name, kpi.actual) == ("own:K009", 3)


# --- warnings ---------------------------------------------------------------------------------------------------------


def level(*values):
    own = OwnKpi(key="own:K001", name="Members", adds_up=False)
    entries = [entry(n, "own:K001", value=value, period=f"20{20 + n}") for n, value in enumerate(values)]
    return ledger(*entries, own=[own], goals=[KpiGoal(indicator="own:K001", baseline=10)])["own:K001"]


def test_a_level_that_falls_or_lies_below_its_baseline_is_told():
    assert {"fell", "below_baseline"} <= set(codes(level(12, 9)))
    assert not {"fell", "below_baseline"} & set(codes(level(10, 12)))


def test_less_than_in_a_period_as_long_before_is_told_and_nothing_is_changed():
    known = {"members": tuple(CODES[:2]), "evidence": "list"}

    kpi = ledger(
        entry(1, "workers_trained", value=9, period="2025-H2", **known),
        entry(2, "workers_trained", value=5, period="2026-H1", **known),
    )["workers_trained"]

    assert (codes(kpi), kpi.actual) == (["fell_adding"], 14)


def test_a_year_and_a_quarter_are_not_compared():
    kpi = ledger(
        entry(1, "workers_trained", value=9, period="2025"), entry(2, "workers_trained", value=5, period="2026-Q1")
    )["workers_trained"]

    assert "fell_adding" not in codes(kpi)


def test_a_line_entered_twice_and_periods_that_overlap_are_told():
    same = {"value": 4, "members": tuple(CODES[:2])}
    twice = ledger(
        entry(1, "workers_trained", period="2026", **same), entry(2, "workers_trained", period="2026", **same)
    )
    apart = ledger(
        entry(1, "workers_trained", period="2026", **same), entry(2, "workers_trained", period="2026-H1", value=1)
    )

    assert (codes(twice["workers_trained"])[0], twice["workers_trained"].actual) == ("same_twice", 8)
    assert "overlap" in codes(apart["workers_trained"])


def test_a_firm_under_served_and_investing_is_told_once_at_the_later_figure():
    found = ledger(
        entry(1, "smes_investing", value=2, members=tuple(CODES[:2])),
        entry(2, "smes_served", value=2, members=tuple(CODES[1:3])),
    )

    assert "in_both" in codes(found["smes_served"])
    assert "in_both" not in codes(found["smes_investing"])
    assert found["smes_served"].actual == found["smes_investing"].actual == 2


@pytest.mark.parametrize(("value", "code"), [(1, "more_named"), (2, None), (3, "fewer_named")])
def test_the_number_of_firms_named_is_held_against_the_value(value, code):
    kpi = ledger(entry(1, value=value, period="2026", members=tuple(CODES[:2]), evidence="list"))["smes_served"]

    assert codes(kpi) == ([code] if code else [])


def test_a_large_firm_among_small_ones_is_told():
    large = replace(MEMBERS[0], kind=MemberKind.LARGE)

    kpi = ledger(entry(1, "smes_investing", value=1, members=(large.code,)), members=[large])["smes_investing"]

    assert "no_sme" in codes(kpi)


def test_what_is_missing_is_told():
    found = ledger(entry(1, value=3, period="M1-M12"))

    assert codes(found["staff_trained"]) == ["mandatory_missing"]
    assert codes(found["smes_served"]) == ["no_place_in_time", "nobody_named", "no_evidence"]


@pytest.mark.parametrize("language", shipped_languages())
def test_every_warning_can_be_said(language):
    texts = load_texts(language)
    found = [
        *ledger(
            entry(1, value=3, period="2026", members=tuple(CODES[:2])),
            entry(2, value=1, period="2026-H1", members=tuple(CODES[:2])),
            entry(3, "exchanges_with_smes", value=2),
            entry(4, "smes_investing", value=2, members=tuple(CODES[:2])),
        ).values(),
        level(12, 9),
    ]

    said = [texts.say(warning) for kpi in found for warning in kpi.warnings]

    assert len(said) > 8
    assert all(words and "{" not in words for words in said)


# --- periods ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("2026", "2026"), ("2026 h2", "2026-H2"), ("2026-S1", "2026-H1"), ("2026t4", "2026-Q4"), ("2026/11", "2026-11")],
)
def test_periods_are_kept_in_one_writing_and_have_their_place_in_time(typed, kept):
    assert canonical_period(typed) == kept
    assert span_of(kept) is not None


@pytest.mark.parametrize("typed", ["2026-13", "2026-H3", "M1-M12", "first half", "0000"])
def test_other_words_are_kept_and_have_no_place_in_time(typed):
    assert canonical_period(typed) == typed
    assert span_of(typed) is None


# --- only what was counted counts once ------------------------------------------------------------------------------------


@pytest.mark.parametrize("before", [None, 0.0])
def test_a_firm_behind_a_value_that_is_unknown_or_nought_takes_nothing_out_of_a_later_one(before):
    both = tuple(CODES[:2])

    kpi = ledger(entry(1, value=before, period="2025", members=both), entry(2, value=2.0, period="2026", members=both))

    assert (kpi["smes_served"].actual, kpi["smes_served"].counted_twice) == (2, 0)


@pytest.mark.parametrize("values", [(1.0, 4.0), (4.0, 1.0)])
def test_of_more_firms_named_than_counted_only_as_many_are_taken_out_in_whichever_order_they_come(values):
    four = tuple(CODES[:4])
    entries = [
        entry(number, value=value, period=str(2024 + number), members=four) for number, value in enumerate(values, 1)
    ]

    assert ledger(*entries)["smes_served"].actual == 4


def test_a_share_of_a_whole_with_an_unknown_part_is_not_known():
    found = ledger(
        entry(1, "exchanges", value=50.0, period="2025"),
        entry(2, "exchanges", value=None, period="2026"),
        entry(3, "exchanges_with_smes", value=25.0, period="2025"),
    )["exchanges_with_smes"]

    assert (found.share, found.reached, found.progress) == (None, None, None)


def level_of(*values, **goal):
    own = OwnKpi(key="own:K001", name="Share of women", unit=KpiUnit.PERCENT, adds_up=False)
    entries = [entry(n, own.key, value=value, period=str(2020 + n)) for n, value in enumerate(values, 1)]
    return ledger(*entries, own=[own], goals=[KpiGoal(indicator=own.key, **goal)])[own.key]


def test_a_level_whose_newest_value_is_not_known_is_not_known():
    kpi = level_of(10.0, None, target=10.0)

    assert (kpi.actual, kpi.reached, kpi.unknown_entries) == (None, None, 1)


def test_an_unknown_value_before_the_newest_level_makes_it_no_lower_bound():
    kpi = level_of(None, 30.0, target=40.0)

    assert (kpi.actual, kpi.reached, kpi.unknown_entries) == (30, False, 0)


def test_of_two_levels_of_one_period_the_one_entered_last_holds_also_after_a_thousand_entries():
    own = OwnKpi(key="own:K001", name="Level", adds_up=False)
    entries = [entry(number, own.key, value=float(number), period="2026") for number in (1000, 999)]

    assert ledger(*entries, own=[own])[own.key].actual == 1000


def test_a_member_and_a_partner_of_one_name_are_one_organisation():
    twin = replace(make_partner("twin"), name=MEMBERS[0].name.upper())
    first = entry(1, value=1.0, period="2025", members=(CODES[0],))
    again = entry(2, value=1.0, period="2026", partners=(twin.id,))

    kpi = ledger(first, again, partners=[twin])["smes_served"]

    assert (kpi.actual, kpi.counted_twice, kpi.organisation_count) == (1, 1, 1)


def test_larger_businesses_served_count_for_the_funder_and_are_not_called_wrong():
    large = make_member(20, kind=MemberKind.LARGE)
    kpi = ledger(entry(1, value=1.0, period="2026", members=(large.code,)), members=[*MEMBERS, large])["smes_served"]

    assert "no_sme" not in codes(kpi)


# --- one period -------------------------------------------------------------------------------------------------------

HALVES = (
    entry(1, value=3, period="2025-H2", members=tuple(CODES[:3]), evidence="List"),
    entry(2, value=4, period="2026-H1", members=tuple(CODES[2:6])),
    entry(3, value=2, period="2026", members=tuple(CODES[6:8]), evidence="List"),
    entry(4, "staff_trained", value=5, period="2025-H2"),
)


def in_period(period, goals=()):
    snapshot = make_snapshot(members=MEMBERS, kpi_entries=HALVES, kpi_goals=goals)
    return {kpi.key: kpi for kpi in ledger_in(snapshot, shipped_catalogue(), period)}


def test_a_year_holds_its_halves_and_counts_what_earlier_periods_did_not():
    served = in_period("2026")["smes_served"]

    assert (served.actual, served.recorded, served.counted_twice) == (5, 6, 1)
    assert [one.id for one in served.entries] == ["K002", "K003"]
    assert served.organisation_count == 6
    assert in_period("2025-H2")["smes_served"].actual + served.actual == ledger(*HALVES)["smes_served"].actual


def test_a_period_has_no_target_no_state_and_no_doubts_of_other_periods():
    goals = (KpiGoal(indicator="smes_served", baseline=1.0, target=5.0),)
    found = in_period("2026", goals)

    assert ledger(*HALVES, goals=goals)["smes_served"].reached
    for kpi in found.values():
        assert (kpi.baseline, kpi.target, kpi.share_target, kpi.reached, kpi.progress) == (None,) * 5
    trained = found["staff_trained"]
    assert (trained.actual, trained.entries, trained.organisation_count, codes(trained)) == (None, (), None, [])
    assert "no_evidence" in codes(found["smes_served"])
    assert "no_evidence" not in codes(in_period("2025-H2")["smes_served"])


def test_what_reaches_beyond_a_period_is_not_counted_in_it_and_told():
    snapshot = make_snapshot(members=MEMBERS, kpi_entries=HALVES)

    assert in_period("2026-H1")["smes_served"].recorded == 4
    assert [one.id for one in reaching_beyond(snapshot, "2026-H1")] == ["K003"]
    assert reaching_beyond(snapshot, "2026") == ()


def test_a_level_of_a_period_is_the_last_one_in_it():
    own = OwnKpi(key="own:K001", name="Share of firms with a plan", unit=KpiUnit.PERCENT, adds_up=False)
    entries = [entry(n, own.key, value=value, period=period) for n, (value, period) in enumerate(LEVELS)]
    snapshot = make_snapshot(kpi_entries=tuple(entries), own_kpis=(own,))

    found = {kpi.key: kpi for kpi in ledger_in(snapshot, shipped_catalogue(), "2025")}

    assert found[own.key].actual == 40


LEVELS = ((30, "2025-H1"), (40, "2025-H2"), (45, "2026"))


def test_a_baseline_above_the_target_of_something_added_up_is_told():
    entries = (
        entry(1, "staff_trained", value=5, period="2026-H1"),
        entry(2, "staff_trained", value=3, period="2026-H2"),
    )
    goal = KpiGoal(indicator="staff_trained", baseline=10.0, target=6.0)

    assert "baseline_above_target" in codes(ledger(*entries, goals=(goal,))["staff_trained"])
    assert "baseline_above_target" not in codes(ledger(*entries, goals=(replace(goal, target=10.0),))["staff_trained"])
