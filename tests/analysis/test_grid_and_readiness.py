from dataclasses import replace
from datetime import date

import pytest

from fastmap.analysis.readiness import MEASURES
from fastmap.model.actions import ALL_CELLS, Cell, ChecklistAnswer, IndicatorAnswer
from fastmap.model.choices import (
    ActionStatus,
    ChecklistState,
    Complexity,
    MemberKind,
    PartnerLevel,
    PartnerType,
    Scope,
    Step,
    TieKind,
    Timing,
)
from fastmap.model.responses import NamedLink
from fastmap.tasks.earlier_round import summary_of
from tests.support.builders import (
    assess,
    cluster_where,
    make_action,
    make_member,
    make_need,
    make_partner,
    make_response,
    make_snapshot,
    make_tie,
    shipped_catalogue,
    uri_of,
)

HIGH = Cell(Scope.REGIONAL, Complexity.HIGH)


def indicator(snapshot, key):
    steps = assess(snapshot).steps
    return next(entry for step in steps for entry in step.indicators if entry.key == key)


def value_and_met(snapshot, key):
    entry = indicator(snapshot, key)
    return entry.value, entry.met


# --- grid -------------------------------------------------------------------------------------------------------------


def test_grid_has_all_six_cells_with_their_actions():
    snapshot = make_snapshot(actions=[make_action("B2"), make_action("B1"), make_action("F1")])

    grid = assess(snapshot).grid

    assert [cell.cell for cell in grid] == list(ALL_CELLS)
    actions = {cell.cell.key: [action.reference for action in cell.actions] for cell in grid if cell.actions}
    assert actions == {"regional/low_medium": ["B1", "B2"], "international/high": ["F1"]}


@pytest.mark.parametrize(
    ("cell", "timing", "warned"),
    [
        (HIGH, (Timing.ST,), True),
        (HIGH, (Timing.ST, Timing.MT), False),
        (HIGH, (), False),
        (Cell(Scope.REGIONAL, Complexity.LOW_MEDIUM), (Timing.ST,), False),
    ],
)
def test_high_complexity_with_short_term_only_is_warned_of(cell, timing, warned):
    action = make_action(None, cell=cell, timing=timing, partners=("P001",))

    assert warning_keys(action) == (["grid_warning.high_short_term"] if warned else [])


@pytest.mark.parametrize(
    ("start", "end", "warned"),
    [
        (date(2026, 5, 2), date(2026, 5, 1), True),
        (date(2026, 5, 1), date(2026, 5, 1), False),
        (date(2026, 5, 2), None, False),
        (None, date(2026, 5, 1), False),
    ],
)
def test_an_action_that_ends_before_it_starts_is_taken_and_said(start, end, warned):
    action = make_action(None, start=start, end=end, partners=("P001",))

    assert warning_keys(action) == (["grid_warning.dates"] if warned else [])


@pytest.mark.parametrize(
    ("scope", "partners", "status", "warned"),
    [
        (Scope.REGIONAL, (), ActionStatus.PLANNED, True),
        (Scope.INTERNATIONAL, (), ActionStatus.IDEA, True),
        (Scope.REGIONAL, ("P001",), ActionStatus.RUNNING, False),
        (Scope.ALONE, (), ActionStatus.RUNNING, False),
        (Scope.REGIONAL, (), ActionStatus.DONE, False),
    ],
)
def test_a_collaboration_without_a_partner_is_taken_and_said_while_it_is_open(scope, partners, status, warned):
    action = make_action(None, cell=Cell(scope, Complexity.LOW_MEDIUM), partners=partners, status=status)

    assert warning_keys(action) == (["grid_warning.no_partner"] if warned else [])


def test_everything_odd_about_one_action_is_said():
    action = make_action(None, cell=HIGH, timing=(Timing.ST,), start=date(2027, 1, 1), end=date(2026, 1, 1))

    assert len(warning_keys(action)) == 3


def warning_keys(action):
    grid = assess(make_snapshot(actions=[action])).grid
    return [warning.key for entry in grid for found in entry.warnings.values() for warning in found]


# --- steps ------------------------------------------------------------------------------------------------------------


def test_nothing_is_held_against_a_cluster_that_recorded_nothing():
    steps = assess(make_snapshot()).steps

    assert [step.step for step in steps] == list(Step)
    assert all(step.readiness is None and not step.prepare_first for step in steps)
    assert all(entry.value is None and entry.met is None for step in steps for entry in step.indicators)


def test_readiness_is_the_share_of_known_indicators_that_are_met():
    snapshot = make_snapshot(
        members=[make_member(1), make_member(2, kind=MemberKind.LARGE)],
        partners=[make_partner(type=PartnerType.CHAMBER)],
        responses=[make_response(1)],
    )

    broaden = assess(snapshot).steps[0]

    met = {entry.key: entry.met for entry in broaden.indicators if entry.met is not None}
    assert met == {"response_rate": True, "sme_share_gap": False}
    assert broaden.readiness == 50


def test_every_indicator_of_the_catalogue_is_measured_or_recorded_by_hand():
    by_hand = {entry.key for entry in shipped_catalogue().indicators if entry.recorded_by_hand}
    keys = {entry.key for entry in shipped_catalogue().indicators}

    assert set(MEASURES) == keys - by_hand


# --- broaden ----------------------------------------------------------------------------------------------------------


def test_education_types_inside_are_counted_once_one_partner_is_in_the_cluster():
    chamber = make_partner("chamber", type=PartnerType.CHAMBER, in_cluster=True)
    outside = make_partner("uni", type=PartnerType.UNIVERSITY)

    not_told = replace(outside, in_cluster=None)
    assert value_and_met(make_snapshot(partners=[not_told]), "education_types_inside") == (None, None)
    assert value_and_met(make_snapshot(partners=[outside, chamber]), "education_types_inside") == (0, False)


def test_no_education_partner_inside_is_known_once_all_of_them_are_told_to_be_outside():
    kinds = (PartnerType.UNIVERSITY, PartnerType.VET, PartnerType.RTO)
    outside = [make_partner(f"p{n}", type=type_, in_cluster=False) for n, type_ in enumerate(kinds)]

    assert value_and_met(make_snapshot(partners=outside), "education_types_inside") == (0, False)
    open_one = [*outside, make_partner("vet", in_cluster=None)]
    assert value_and_met(make_snapshot(partners=open_one), "education_types_inside") == (None, None)
    chamber = make_partner("chamber", type=PartnerType.CHAMBER, in_cluster=False)
    assert value_and_met(make_snapshot(partners=[chamber]), "education_types_inside") == (None, None)


def test_answers_of_members_alone_make_no_cluster_broad():
    answered = {"members": [make_member(1)], "responses": [make_response(1)]}

    broaden = assess(make_snapshot(**answered)).steps[0]
    assert [entry.key for entry in broaden.indicators if entry.met] == ["response_rate", "sme_share_gap"]
    assert broaden.readiness is None
    assert assess(make_snapshot(**answered, partners=[make_partner()])).steps[0].readiness is not None


def test_vet_university_and_rto_inside_meet_the_target_however_they_are_recorded():
    snapshot = make_snapshot(
        members=[make_member(1, kind=MemberKind.RTO), make_member(2, kind=MemberKind.OTHER, partner_id="uni")],
        partners=[make_partner("vet", in_cluster=True), make_partner("uni", type=PartnerType.UNIVERSITY)],
    )

    assert value_and_met(snapshot, "education_types_inside") == (3, True)


def test_education_links_are_shares_of_regional_partners_whose_stage_is_known():
    partners = [
        make_partner("a", stage=3),
        make_partner("b", stage=2, level=PartnerLevel.LOCAL),
        make_partner("c", stage=None),
        make_partner("d", stage=0, level=PartnerLevel.NATIONAL),
        make_partner("e", stage=0, type=PartnerType.CHAMBER),
    ]

    assert value_and_met(make_snapshot(partners=partners), "education_linked_share") == (0.5, True)


@pytest.mark.parametrize(("smes_answering", "met"), [(4, True), (3, False)])
def test_share_of_smes_may_differ_by_ten_points(smes_answering, met):
    # Half of the twenty members are SMEs; among the ten answers 4 are (ten points less) or 3 (twenty).
    members = [make_member(n, kind=MemberKind.MICRO if n <= 10 else MemberKind.LARGE) for n in range(1, 21)]
    answering = [*range(1, smes_answering + 1), *range(11, 21 - smes_answering)]

    entry = indicator(make_snapshot(members=members, responses=[make_response(n) for n in answering]), "sme_share_gap")

    assert (entry.value, entry.met) == (round(0.5 - smes_answering / 10, 9), met)


def test_training_ties_are_shares_of_those_who_answered():
    snapshot = cluster_where(
        *[[]] * 5,
        partners=[make_partner()],
        ties=[make_tie(member=1, kind=TieKind.DUAL_TRAINING), make_tie(member=2, kind=TieKind.RESEARCH)],
    )

    assert value_and_met(snapshot, "internship_tie_share") == (0.2, True)
    assert value_and_met(cluster_where([], []), "internship_tie_share") == (None, None)


def test_internship_named_in_a_form_counts_even_if_its_partner_is_not_recorded():
    response = make_response(1, links=(NamedLink(name="Some school", kind=TieKind.INTERNSHIP),))

    assert value_and_met(make_snapshot(members=[make_member(1)], responses=[response]), "internship_tie_share") == (
        1,
        True,
    )


# --- develop ----------------------------------------------------------------------------------------------------------


def test_only_running_reference_actions_count_and_each_once():
    actions = [
        make_action("A1"),
        make_action("A1", id="again"),
        make_action("A2", status=ActionStatus.PLANNED),
        make_action("A3"),
        make_action("X4"),
    ]

    assert value_and_met(make_snapshot(actions=actions), "alone_actions_running") == (2, False)
    assert value_and_met(make_snapshot(actions=[*actions, make_action("A4")]), "alone_actions_running") == (3, True)


def test_monitoring_runs_with_d1():
    assert value_and_met(make_snapshot(actions=[make_action("D1")]), "monitoring_running") == (1, True)
    assert value_and_met(make_snapshot(actions=[make_action("A1")]), "monitoring_running") == (0, False)


def test_top_skills_are_served_by_running_actions_only():
    needs = [[make_need("CAD"), make_need("Lean")]] * 3
    running = make_action("A4", skills=(uri_of("CAD"),))
    planned = make_action("A3", skills=(uri_of("Lean"),), status=ActionStatus.PLANNED)

    assert value_and_met(cluster_where(*needs, actions=[running, planned]), "top10_served_share") == (0.5, True)
    assert value_and_met(cluster_where(*needs, actions=[planned]), "top10_served_share") == (0, False)
    assert value_and_met(cluster_where([make_need("CAD")], actions=[running]), "top10_served_share") == (None, None)


def test_mapping_repeated_is_unknown_in_round_one_and_until_recorded():
    first = make_snapshot()
    second = make_snapshot(info=replace(first.info, previous_file="2024.fastmap"))
    recorded = replace(second, indicator_answers=(IndicatorAnswer(key="mapping_repeated", value=1),))

    keys = [indicator(snapshot, "mapping_repeated").facts.key.rpartition(".")[2] for snapshot in (first, second)]

    assert keys == ["first_round", "previous_round_date"]
    assert value_and_met(recorded, "mapping_repeated") == (1, True)


@pytest.mark.parametrize(
    ("ended", "met"), [(date(2024, 3, 2), True), (date(2024, 3, 1), False), (date(2024, 2, 29), False)]
)
def test_a_mapping_counts_as_repeated_within_24_months_of_the_last_answer(ended, met):
    now = cluster_where([make_need("CAD")])  # answered on 2 March 2026
    earlier = replace(summary_of(now, file="old.fastmap"), last_answer=ended)

    assert value_and_met(replace(now, earlier=earlier), "mapping_repeated") == (float(met), met)


def test_a_mapping_is_not_known_to_be_repeated_before_anybody_answered_or_after_another_clusters():
    now = cluster_where([make_need("CAD")])
    earlier = summary_of(now, file="old.fastmap")
    silent = replace(now, responses=(), earlier=earlier)
    other = replace(now, earlier=replace(earlier, is_other_cluster=True))

    assert value_and_met(silent, "mapping_repeated") == (None, None)
    assert value_and_met(other, "mapping_repeated") == (None, None)


@pytest.mark.parametrize(
    ("ended", "value"), [(date(2026, 3, 2), 1.0), (date(2026, 3, 3), None), (date(2027, 4, 6), None)]
)
def test_a_mapping_is_not_known_to_be_repeated_where_the_other_round_ended_later(ended, value):
    now = cluster_where([make_need("CAD")])  # answered on 2 March 2026
    earlier = replace(summary_of(now, file="old.fastmap"), last_answer=ended)

    found = indicator(replace(now, earlier=earlier), "mapping_repeated")

    assert found.value == value
    assert (found.facts.key == "indicator_facts.unknown.rounds_out_of_order") == (value is None)


def test_team_assessment_is_what_a_person_recorded():
    answer = IndicatorAnswer(key="team_assessment", value=0.6, note="Spring")

    assert value_and_met(make_snapshot(indicator_answers=[answer]), "team_assessment") == (0.6, True)


# --- engage and connect -----------------------------------------------------------------------------------------------


def test_regional_actions_count_by_reference_if_they_serve_a_top_skill():
    cad = (uri_of("CAD"),)
    actions = [
        make_action("B1", skills=cad),
        make_action("B1", id="again", skills=cad),
        make_action("X1", skills=cad),
        make_action("E1", skills=(uri_of("Rare"),)),
    ]
    needs = [[make_need("CAD")]] * 3

    assert value_and_met(cluster_where(*needs, actions=actions), "regional_actions_serving") == (1, False)
    more = [*actions, make_action("E2", skills=cad)]
    assert value_and_met(cluster_where(*needs, actions=more), "regional_actions_serving") == (2, True)


def test_a_regional_action_of_the_clusters_own_is_a_kind_of_its_own():
    cad, regional = (uri_of("CAD"),), {"cell": HIGH, "skills": (uri_of("CAD"),)}
    needs = [[make_need("CAD")]] * 3
    own = [make_action(None, title="Joint training plan", **regional)]

    def kinds(*actions):
        return indicator(cluster_where(*needs, actions=actions), "regional_actions_serving").value

    assert kinds(*own) == 1
    assert kinds(*own, make_action(None, id="again", title="joint training PLAN", **regional)) == 1
    assert kinds(*own, make_action(None, id="other", title="Shared lab", **regional)) == 2
    assert kinds(*own, make_action("B1", skills=cad)) == 2
    assert kinds(make_action(None, title="Alone", skills=cad)) == 0


def test_an_action_under_another_scope_than_its_reference_is_told_and_counts_as_none():
    alone = Cell(Scope.ALONE, Complexity.HIGH)
    pact = make_action("D1", cell=HIGH, partners=("P001",))

    assert warning_keys(make_action("E1", cell=alone)) == ["grid_warning.reference_elsewhere"]
    assert warning_keys(make_action("E1", cell=alone, status=ActionStatus.DONE)) == []
    assert warning_keys(make_action("E1", cell=Cell(Scope.REGIONAL, Complexity.LOW_MEDIUM), partners=("P001",))) == []
    assert value_and_met(make_snapshot(actions=[make_action("D1")]), "monitoring_running") == (1, True)
    assert value_and_met(make_snapshot(actions=[pact]), "monitoring_running") == (0, False)


def test_formal_partners_count_by_type():
    types = (PartnerType.VET, PartnerType.VET, PartnerType.CHAMBER, PartnerType.FUNDER)
    partners = [make_partner(f"p{n}", type=type_, stage=4) for n, type_ in enumerate(types)]

    assert value_and_met(make_snapshot(partners=partners), "partner_types_formal") == (3, True)
    assert value_and_met(make_snapshot(partners=[make_partner()]), "partner_types_formal") == (None, None)


def test_checklist_items_count_from_partly():
    states = [ChecklistState.YES] * 3 + [ChecklistState.PARTLY] * 3 + [ChecklistState.NO]
    items = zip(shipped_catalogue().checklist, states, strict=False)
    answers = [ChecklistAnswer(item=item, state=state) for item, state in items]

    assert value_and_met(make_snapshot(checklist_answers=answers), "checklist_partly") == (6, True)
    assert value_and_met(make_snapshot(checklist_answers=answers[1:]), "checklist_partly") == (5, False)


@pytest.mark.parametrize(
    ("key", "changes"),
    [
        ("regional_cluster_linked", {"type": PartnerType.CLUSTER}),
        ("international_partner_linked", {"type": PartnerType.INTERNATIONAL}),
        ("international_partner_linked", {"type": PartnerType.UNIVERSITY, "level": PartnerLevel.ABROAD}),
    ],
)
def test_partner_is_linked_from_stage_three_and_unknown_without_a_stage(key, changes):
    found = [
        value_and_met(make_snapshot(partners=[make_partner(stage=stage, **changes)]), key) for stage in (3, 2, None)
    ]
    others = value_and_met(make_snapshot(partners=[make_partner(stage=5)]), key)

    assert found == [(1, True), (0, False), (None, None)]
    assert others == (0, False)


def test_a_missing_stage_may_hide_the_link_and_so_leaves_it_unknown():
    clusters = [make_partner(f"c{n}", type=PartnerType.CLUSTER, stage=stage) for n, stage in enumerate((2, None))]

    assert value_and_met(make_snapshot(partners=clusters), "regional_cluster_linked") == (None, None)


@pytest.mark.parametrize("level", [PartnerLevel.ABROAD, PartnerLevel.EU])
def test_a_cluster_abroad_is_not_another_cluster_of_the_region(level):
    abroad = make_partner(type=PartnerType.CLUSTER, level=level, stage=5)

    assert value_and_met(make_snapshot(partners=[abroad]), "regional_cluster_linked") == (0, False)
    assert value_and_met(make_snapshot(partners=[abroad]), "international_partner_linked") == (1, True)


def test_international_action_counts_while_it_runs():
    assert value_and_met(make_snapshot(actions=[make_action("C2")]), "international_action_running") == (1, True)
    assert value_and_met(make_snapshot(actions=[make_action("B2")]), "international_action_running") == (0, False)
