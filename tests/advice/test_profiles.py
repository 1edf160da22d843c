"""Whole clusters as people know them, and what they are told first."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from fastmap.catalogue.reading import load_catalogue
from fastmap.catalogue.texts import load_texts
from fastmap.model.actions import ChecklistAnswer, IndicatorAnswer
from fastmap.model.choices import (
    ActionStatus,
    ChainRole,
    ChecklistState,
    Consequence,
    Hiring,
    HiringReason,
    MemberStatus,
    PartnerType,
    Provision,
    RecommendationAnswer,
    Scope,
    Step,
    TieKind,
)
from fastmap.model.organisations import Cluster
from fastmap.pipeline import run
from fastmap.tasks.deciding import answered
from tests.support.builders import (
    cluster_where,
    make_action,
    make_member,
    make_need,
    make_offer,
    make_partner,
    make_tie,
)

CATALOGUE = load_catalogue()


def shortage(skill="Welding"):
    return make_need(
        skill,
        short_now=1,
        short_12m=3,
        consequence=Consequence.ORDERS,
        hiring=Hiring.NOT_FILLED,
        hiring_reasons=(HiringReason.FEW_APPLICANTS,),
        provision=Provision.NONE,
        joint_people=2,
    )


def advice(snapshot):
    return run(snapshot, CATALOGUE)


def young_cluster(**parts):
    """Twelve firms, eight answers, an agency among its members; no school, university or research organisation."""
    agency = make_partner("agency", type=PartnerType.AGENCY, stage=1, in_cluster=True)
    silent = [make_member(number, status=MemberStatus.ASKED) for number in range(9, 13)]
    need = replace(shortage(), joint_people=None)  # nobody asked yet whom firms would release
    return cluster_where(*[[need]] * 8, more_members=silent, **({"partners": [agency]} | parts))


def service_cluster(**parts):
    """Education inside, half of the firms heard, all services of its own running; schools and authorities work with it."""
    partners = [
        make_partner("school", type=PartnerType.VET, stage=5, in_cluster=True),
        make_partner("university", type=PartnerType.UNIVERSITY, stage=4, in_cluster=True),
        make_partner("centre", type=PartnerType.RTO, stage=4, in_cluster=True),
        make_partner("ministry", type=PartnerType.AUTHORITY, stage=3),
    ]
    services = [make_action(reference, skills=()) for reference in ("A1", "A2", "A3", "A4", "D1", "X3")]
    fields = {
        "partners": partners,
        "actions": services,
        "offers": [make_offer("Welding", "school", places_per_year=2)],
        "ties": [make_tie("school", number, kind=TieKind.INTERNSHIP) for number in range(1, 5)],
        "indicator_answers": [IndicatorAnswer(key="team_assessment", value=0.8)],
        "checklist_answers": [ChecklistAnswer(item="resources", state=ChecklistState.PARTLY)],
    }
    return cluster_where(*[[shortage()]] * 8, **(fields | parts))


def outsiders(stage):
    """The agency inside, and one of each kind that can be invited, outside at ``stage``."""
    inside = make_partner("agency", type=PartnerType.AGENCY, stage=1, in_cluster=True)
    kinds = (PartnerType.VET, PartnerType.UNIVERSITY, PartnerType.RTO)
    return [inside, *(make_partner(kind.value, type=kind, stage=stage, in_cluster=False) for kind in kinds)]


def by_reference(results):
    return {item.reference: item for item in results.recommendations}


def test_a_young_cluster_without_education_partners_is_told_to_invite_them_first():
    results = advice(young_cluster())

    first = results.recommendations[0]
    assert first.reference == "X1"
    assert "vocational training provider" in " ".join(load_texts("en").say(line) for line in first.why)
    assert first.partners == ()
    assert load_texts("en").say(first.first_step).startswith("Ask members whom they know")


@pytest.mark.parametrize("parts", [{}, {"partners": []}, {"partners": outsiders(1)}], ids=["agency", "nobody", "known"])
def test_the_invitation_stands_before_what_helps_it_by_rule_and_not_by_its_id(parts):
    results = advice(young_cluster(**parts))

    order = [item.reference for item in results.recommendations]
    found = by_reference(results)
    assert order.index("X1") < CATALOGUE.rules.cards
    helping = {"X2", "X5"} & found.keys()
    assert helping
    assert order.index("X1") < min(map(order.index, helping))
    for key in helping:
        is_higher = found[key].score > found["X1"].score
        assert (found[key].after == "X1") == is_higher
        said = "It helps “Invite education and research into the cluster”"
        assert any(load_texts("en").say(line).startswith(said) for line in found[key].working) == is_higher
    assert "partners_recorded" not in {entry.key for entry in found["X1"].prerequisites}


def test_an_invitation_is_moved_before_suggestions_with_a_higher_score():
    found = by_reference(advice(young_cluster()))

    assert found["X1"].score < found["X2"].score, "otherwise the rule is not needed"
    assert found["X2"].after == "X1"


@pytest.mark.parametrize(("stage", "feasibility"), [(None, 0.8), (0, 0.8), (1, 0.84), (5, 1.0)])
def test_for_an_invitation_a_contact_is_a_bonus(stage, feasibility):
    found = by_reference(advice(young_cluster(partners=outsiders(stage))))

    assert found["X1"].factors.feasibility == pytest.approx(feasibility)


def test_a_young_cluster_that_took_a_school_in_is_no_longer_told_to_invite_first():
    partners = [
        make_partner(kind.value, type=kind, stage=4, in_cluster=True)
        for kind in (PartnerType.VET, PartnerType.UNIVERSITY, PartnerType.RTO)
    ]

    results = advice(young_cluster(partners=partners))

    assert results.recommendations[0].reference != "X1"
    assert {item.after for item in results.recommendations} == {None}
    scores = {item.reference: item.score for item in results.recommendations}
    assert scores["X5"] > scores["X1"], "nothing stands behind an invitation that is no longer missing"


def test_nothing_stands_behind_an_invitation_that_was_refused():
    snapshot = young_cluster()
    invitation = by_reference(advice(snapshot))["X1"]
    refused = answered(invitation, RecommendationAnswer.NO, datetime(2026, 5, 4, tzinfo=UTC), "no")

    results = advice(replace(snapshot, decisions=(refused,)))

    assert results.recommendations[0].reference in {"X2", "X5"}
    assert {item.after for item in results.recommendations} == {None}


def test_a_mature_service_cluster_goes_regional():
    results = advice(service_cluster())

    cards = results.recommendations[: CATALOGUE.rules.cards]
    assert [card.step for card in cards] == [Step.ENGAGE] * 3
    assert {card.cell.scope for card in cards} == {Scope.REGIONAL}
    assert not any(card.prepare_first for card in cards)


def test_a_broker_is_not_told_to_prepare():
    """It stands between its firms and the region already: pacts and alliances, and yet hardly any service of its own."""
    regional = [make_action(reference, skills=()) for reference in ("B1", "B2", "E1")]
    broker = service_cluster(actions=regional, indicator_answers=[IndicatorAnswer(key="s3_forum", value=1.0)])
    partners = (
        *(replace(partner, stage=5) for partner in broker.partners),
        make_partner("sister", type=PartnerType.CLUSTER, stage=3),
    )
    broker = replace(
        broker,
        cluster=Cluster(name="Broker", country="ES", chain_role=ChainRole.BROKER),
        partners=tuple(sorted(partners, key=lambda partner: partner.id)),
    )

    results = advice(broker)

    develop = next(step for step in results.steps if step.step is Step.DEVELOP)
    engage = next(step for step in results.steps if step.step is Step.ENGAGE)
    assert develop.readiness is not None
    assert develop.readiness < CATALOGUE.rules.step_ready
    assert not engage.prepare_first
    assert not any(item.prepare_first for item in results.recommendations)


def test_a_cluster_that_runs_everything_is_told_to_deepen_and_not_to_repeat():
    everything = [make_action(reference, id=f"a-{reference}", skills=()) for reference in CATALOGUE.actions]

    results = advice(service_cluster(actions=everything))

    assert results.recommendations == ()
    assert results.near_misses == ()
    assert [item.reference for item in results.keep_and_deepen] == sorted(CATALOGUE.actions)
    advised = {item.advice.key for item in results.keep_and_deepen}
    assert "advice.keep.deepen" in advised


def test_what_was_done_once_may_be_suggested_again_and_what_runs_may_not():
    done = make_action("B2", status=ActionStatus.DONE)
    running = make_action("B3")

    suggested = {item.reference for item in advice(service_cluster(actions=[done, running])).recommendations}

    assert "B2" in suggested
    assert "B3" not in suggested


def test_the_same_cluster_gives_the_same_order_whatever_was_entered_first():
    snapshot = service_cluster()
    turned = replace(
        snapshot,
        members=snapshot.members[::-1],
        responses=snapshot.responses[::-1],
        partners=snapshot.partners[::-1],
        actions=snapshot.actions[::-1],
    )

    one, other = advice(snapshot), advice(turned)

    assert [(item.id, item.score) for item in one.recommendations] == [
        (item.id, item.score) for item in other.recommendations
    ]
    assert one.near_misses == other.near_misses
