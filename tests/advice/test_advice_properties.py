"""What holds for every cluster, whatever was recorded."""

from dataclasses import replace
from math import isclose
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fastmap.advice.candidates import contribution, weigh
from fastmap.advice.facts import gather
from fastmap.advice.keeping import keep_and_deepen
from fastmap.advice.recommendations import recommend
from fastmap.advice.steps import mark_prepare_first
from fastmap.catalogue.reading import load_catalogue
from fastmap.catalogue.texts import load_texts
from fastmap.model.choices import ActionStatus, CoverageStatus, Evidence, Fit, PartnerLevel, PartnerType, Verdict
from fastmap.model.ids import ActionId
from fastmap.model.results import Recommendation
from tests.support.builders import make_action, make_member, make_offer, make_partner, make_snapshot
from tests.support.result_builders import advice_input, group_result, quality_result, skill_result, step_results_where

CATALOGUE = load_catalogue()
LABELS = ("A", "B", "C", "D", "E")
INDICATORS = [indicator.key for indicator in CATALOGUE.indicators]

skills = st.builds(
    lambda label, verdict, evidence, users, priority, coverage, strategic: skill_result(
        label,
        verdict,
        evidence=evidence,
        users=users,
        priority=priority if users >= 3 else None,
        coverage=coverage,
        strategic=strategic,
        figures={"unused": users},
    ),
    st.sampled_from(LABELS),
    st.sampled_from(Verdict),
    st.sampled_from(Evidence),
    st.integers(0, 12),
    st.floats(0, 100),
    st.sampled_from(CoverageStatus),
    st.booleans(),
)
actions = st.builds(
    lambda reference, status: make_action(reference, status=status, id=ActionId(f"{reference}-{status}")),
    st.sampled_from(list(CATALOGUE.actions)),
    st.sampled_from(ActionStatus),
)
partners = st.builds(
    lambda key, type_, level, stage, inside: make_partner(key, type=type_, level=level, stage=stage, in_cluster=inside),
    st.sampled_from(("p1", "p2", "p3", "p4")),
    st.sampled_from(PartnerType),
    st.sampled_from([*PartnerLevel, None]),
    st.sampled_from([None, 0, 1, 2, 3, 4, 5]),
    st.sampled_from([True, False, None]),
)
offers = st.builds(
    lambda label, key, fit: make_offer(f"fastmap:own/{label.casefold()}", key, fit=fit),
    st.sampled_from(LABELS),
    st.sampled_from(("p1", "p2", "p3", "p4")),
    st.sampled_from(Fit),
)


@st.composite
def situations(draw: st.DrawFn) -> dict[str, Any]:
    """Return any arguments of `recommend` that agree with themselves."""
    results = draw(st.lists(skills, max_size=5, unique_by=lambda result: result.uri))
    inside = [result.uri for result in results][:2]
    groups = [group_result("Group", inside, users=7)] if draw(st.booleans()) and inside else []
    known = draw(st.lists(partners, max_size=4, unique_by=lambda partner: partner.id))
    ids = {partner.id for partner in known}
    snapshot = make_snapshot(
        members=[make_member(1)],
        partners=known,
        actions=draw(st.lists(actions, max_size=6, unique_by=lambda action: action.id)),
        offers=[offer for offer in draw(st.lists(offers, max_size=4)) if offer.partner in ids],
    )
    met = draw(st.sets(st.sampled_from(INDICATORS)))
    not_met = draw(st.sets(st.sampled_from(INDICATORS))) - met
    steps = mark_prepare_first(step_results_where(met=met, not_met=not_met), CATALOGUE)
    answered = draw(st.integers(0, 20))
    quality = quality_result(answered=answered, response_rate=answered / 20)
    return advice_input(snapshot, *results, *groups, steps=steps, quality=quality)


def reversed_input(given_input: dict[str, Any]) -> dict[str, Any]:
    snapshot = given_input["snapshot"]
    turned = replace(
        snapshot,
        partners=snapshot.partners[::-1],
        offers=snapshot.offers[::-1],
        actions=snapshot.actions[::-1],
    )
    return given_input | {
        "snapshot": turned,
        "skills": given_input["skills"][::-1],
        "groups": given_input["groups"][::-1],
    }


@settings(max_examples=80, deadline=None)
@given(situations())
def test_the_order_in_which_things_were_entered_does_not_matter(situation: dict[str, Any]) -> None:
    assert recommend(**situation) == recommend(**reversed_input(situation))


@settings(max_examples=80, deadline=None)
@given(situations())
def test_what_runs_is_never_recommended(situation: dict[str, Any]) -> None:
    running = {a.reference for a in situation["snapshot"].actions if a.status is ActionStatus.RUNNING}

    recommended = [item.reference for item in recommend(**situation)]

    assert not running & set(recommended)
    assert len(set(recommended)) == len(recommended)


@settings(max_examples=80, deadline=None)
@given(situations())
def test_the_factors_shown_multiply_to_the_score_between_0_and_1(situation: dict[str, Any]) -> None:
    for item in recommend(**situation):
        factors = (item.factors.impact, item.factors.feasibility, item.factors.gap)
        assert all(0 <= factor <= 1 for factor in factors)
        assert isclose(item.score, factors[0] * factors[1] * factors[2], abs_tol=1e-12)


@settings(max_examples=80, deadline=None)
@given(situations())
def test_every_recommendation_has_a_reason_and_names_only_what_was_recorded(situation: dict[str, Any]) -> None:
    uris = {result.uri for result in (*situation["skills"], *situation["groups"])}
    ids = {partner.id for partner in situation["snapshot"].partners}

    for item in recommend(**situation):
        assert item.why
        assert set(item.needs) <= uris
        assert set(item.partners) <= ids


@settings(max_examples=80, deadline=None)
@given(situations())
def test_only_engage_waits_and_only_while_it_is_marked(situation: dict[str, Any]) -> None:
    marked = {step.step for step in situation["steps"] if step.prepare_first}

    assert all(item.prepare_first == (item.step in marked) for item in recommend(**situation))


@settings(max_examples=60, deadline=None)
@given(situations())
def test_the_action_that_contributes_most_has_full_impact(situation: dict[str, Any]) -> None:
    facts = gather(**situation)

    candidates = weigh(facts)

    if any(contribution(candidate.action, facts) > 0 for candidate in candidates):
        assert max(candidate.factors.impact for candidate in candidates) == pytest.approx(1.0)


@settings(max_examples=60, deadline=None)
@given(situations())
def test_a_closer_partner_never_lowers_a_score(situation: dict[str, Any]) -> None:
    snapshot = situation["snapshot"]
    closer = replace(snapshot, partners=tuple(replace(partner, stage=5) for partner in snapshot.partners))

    before = {item.reference: item.score for item in recommend(**situation)}
    after = {item.reference: item.score for item in recommend(**(situation | {"snapshot": closer}))}

    assert all(after[reference] >= score - 1e-12 for reference, score in before.items())


@settings(max_examples=40, deadline=None)
@given(situations())
def test_running_actions_are_kept_each_once(situation: dict[str, Any]) -> None:
    running = sorted(a.id for a in situation["snapshot"].actions if a.status is ActionStatus.RUNNING)

    kept = keep_and_deepen(
        snapshot=situation["snapshot"], catalogue=CATALOGUE, skills=situation["skills"], groups=situation["groups"]
    )

    assert [item.action for item in kept] == running


@settings(max_examples=40, deadline=None)
@given(situations(), st.sampled_from(["en", "es"]))
def test_every_sentence_can_be_said(situation: dict[str, Any], language: str) -> None:
    texts = load_texts(language)

    def lines(item: Recommendation) -> list[str]:
        parts = (
            item.decision,
            *item.why,
            *item.if_not,
            item.first_step,
            item.go_if,
            item.stop_if,
            item.kpi,
            *item.unknown,
        )
        return [texts.say(part) for part in parts]

    assert all(line for item in recommend(**situation) for line in lines(item))
