"""Deciding about an answer that waits: count both, choose one, merge them, keep it out."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from fastmap.analysis.consolidation import consolidate
from fastmap.analysis.demand import skill_demand
from fastmap.assessment import Assessment
from fastmap.changes import ImportResponses, SaveMembers
from fastmap.errors import FastmapError
from fastmap.intake.merging import merged, merged_need
from fastmap.model.choices import Barrier, Consequence, Hiring, HiringReason, NeedLevel, Provision, ResponseState
from fastmap.model.organisations import Cluster
from fastmap.model.responses import NamedLink, UnusedSkill
from fastmap.tasks.settling import Decision, earlier_answers, merge_target, settled
from tests.support.builders import (
    MONDAY,
    cluster_where,
    make_mapping,
    make_member,
    make_need,
    make_response,
    make_skill,
    make_snapshot,
    shipped_rules,
    unused,
)

HR = make_response(
    1,
    make_need("TIG welding", short_now=2, short_12m=4, consequence=Consequence.COST, job="Welder"),
    make_need("CAD", short_now=1),
    id="form-hr",
    respondent_role="HR",
    people_total=120,
    raw={"need_1_skill": "TIG welding"},
    source_name="hr.xlsx",
    source_sha256="a" * 64,
)
PLANT = make_response(
    1,
    make_need("tig  welding", short_now=5, short_12m=1, consequence=Consequence.STOPS, level=NeedLevel.EXPERT),
    make_need("Robotics", short_12m=2),
    id="form-plant",
    state=ResponseState.TO_CHECK,
    received_at=MONDAY + timedelta(days=1),
    respondent_role="Plant manager",
    people_total=130,
    raw={"need_1_skill": "tig  welding"},
    source_name="plant.xlsx",
    source_sha256="b" * 64,
)


def both(first=HR, second=PLANT, **parts):
    return make_snapshot(members=(make_member(1),), responses=(first, second), **parts)


@pytest.fixture
def recorded(tmp_path):
    cluster = Cluster(name="Metal", country="ES")
    with Assessment.create(tmp_path / "a.fastmap", cluster=cluster, round_label="1") as assessment:
        assessment.apply(SaveMembers(members=(make_member(1),)))
        assessment.apply(ImportResponses(responses=(HR, PLANT)))
        yield assessment


def decide(assessment, decision, response=PLANT.id, member=None):
    assessment.apply(settled(assessment.snapshot(), response, decision, member))
    return {one.id: one for one in assessment.snapshot().responses}


def test_merging_takes_the_larger_figure_of_each_field_and_sets_the_other_answer_aside(recorded):
    answers = decide(recorded, Decision.MERGE)

    assert answers[PLANT.id].state is ResponseState.SUPERSEDED
    one = answers[HR.id]
    assert one.state is ResponseState.ACCEPTED
    assert [need.skill_text for need in one.needs] == ["TIG welding", "CAD", "Robotics"]
    welding = one.needs[0]
    assert (welding.short_now, welding.short_12m, welding.job) == (5, 4, "Welder")
    assert (welding.consequence, welding.level) == (Consequence.STOPS, NeedLevel.EXPERT)
    assert (one.people_total, one.respondent_role) == (130, "HR / Plant manager")
    assert one.raw == HR.raw
    assert [(problem.code, problem.facts.facts["other"]) for problem in one.problems] == [("merged_with", "plant.xlsx")]


@pytest.mark.parametrize("decision", list(Decision))
def test_each_decision_is_one_change_that_undo_takes_back(recorded, decision):
    before = recorded.content_hash()

    decide(recorded, decision)

    assert recorded.content_hash() != before
    recorded.undo()
    assert recorded.content_hash() == before


@pytest.mark.parametrize(
    ("decision", "first", "second"),
    [
        (Decision.COUNT, ResponseState.ACCEPTED, ResponseState.ACCEPTED),
        (Decision.REPLACE, ResponseState.SUPERSEDED, ResponseState.ACCEPTED),
        (Decision.KEEP_OUT, ResponseState.ACCEPTED, ResponseState.SUPERSEDED),
    ],
)
def test_both_count_or_one_is_chosen(recorded, decision, first, second):
    answers = decide(recorded, decision)

    assert (answers[HR.id].state, answers[PLANT.id].state) == (first, second)
    assert answers[HR.id].needs == HR.needs


def test_texts_placed_on_one_skill_are_merged_though_they_read_differently():
    skill = make_skill("Welding")
    plant = replace(PLANT, needs=(make_need("Schweißen", short_now=9),))
    snapshot = both(
        second=plant,
        skills=(skill,),
        mappings=(make_mapping("TIG welding", skill), make_mapping("Schweißen", skill)),
    )

    change = settled(snapshot, plant.id, Decision.MERGE)

    assert [(need.skill_text, need.short_now) for need in change.response.needs] == [("TIG welding", 9), ("CAD", 1)]


def test_two_voices_about_training_stay_two_lines():
    first = replace(HR, needs=(make_need("CAD", provision=Provision.NONE),))
    second = replace(PLANT, needs=(make_need("CAD", provision=Provision.MISFIT),))

    one = merged(first, second)

    assert [(need.row, need.provision) for need in one.needs] == [(1, Provision.NONE), (2, Provision.MISFIT)]


def test_a_reason_that_did_not_count_does_not_begin_to():
    filled = make_need(hiring=Hiring.FILLED, hiring_reasons=(HiringReason.CONDITIONS,))
    hard = make_need(hiring=Hiring.HARD, hiring_reasons=(HiringReason.FEW_APPLICANTS,))

    one = merged_need(filled, hard)

    assert (one.hiring, one.hiring_reasons) == (Hiring.HARD, (HiringReason.FEW_APPLICANTS,))


def test_consent_is_given_only_if_nobody_refused_it():
    assert merged(replace(HR, consent_naming=True), replace(PLANT, consent_naming=False)).consent_naming is False
    assert merged(replace(HR, consent_naming=None), replace(PLANT, consent_naming=True)).consent_naming is True


def test_everything_besides_the_needs_is_joined():
    school = NamedLink(name="IES Norte")
    first = replace(HR, unused=(unused("Forging", 1),), links=(school,), offers=("interns",), remarks="one")
    second = replace(
        PLANT, unused=(unused("forging", 3), unused("Milling")), links=(school,), offers=("course",), remarks="two"
    )

    one = merged(replace(first, barrier=Barrier.TIME), replace(second, barrier=Barrier.COST))

    assert one.unused == (UnusedSkill(skill_text="Forging", people=3), UnusedSkill(skill_text="Milling"))
    assert (one.links, one.offers, one.remarks) == ((school,), ("interns", "course"), "one\ntwo")
    assert one.barrier is Barrier.COST


def test_answers_in_two_languages_are_not_merged(recorded):
    spanish = replace(PLANT, language="es")
    snapshot = both(second=spanish)

    assert earlier_answers(snapshot, spanish, HR.member) == (HR,)
    assert merge_target(snapshot, spanish, HR.member) is None
    with pytest.raises(FastmapError) as error:
        settled(snapshot, spanish.id, Decision.MERGE)
    assert error.value.code == "nothing_to_merge"


NUMBERS = st.none() | st.integers(0, 9)
NEEDS = st.builds(
    make_need,
    st.sampled_from(["Welding", "welding ", "CAD", "PLC"]),
    short_now=NUMBERS,
    short_12m=NUMBERS,
    short_36m=NUMBERS,
    joint_people=NUMBERS,
    consequence=st.none() | st.sampled_from(list(Consequence)),
    hiring=st.none() | st.sampled_from(list(Hiring)),
    hiring_reasons=st.lists(st.sampled_from(list(HiringReason)), unique=True, max_size=2).map(tuple),
    provision=st.none() | st.sampled_from(list(Provision)),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(NEEDS, max_size=4), st.lists(NEEDS, max_size=4))
def test_a_merged_answer_counts_for_the_same_as_both(first, second):
    one, other = make_response(1, *first), make_response(1, *second, id="R-other")
    apart = cluster_where([], responses=(one, other))
    together = cluster_where([], responses=(merged(one, other),))

    demand = [
        skill_demand(consolidate(snapshot).needs, shipped_rules()).drop(columns="reasons_ignored")
        for snapshot in (apart, together)
    ]

    assert_frame_equal(*demand)
