"""The worked examples of the catalogue's advice rules, run as tests."""

import tomllib
from dataclasses import replace
from typing import Any

import pytest

from fastmap.advice.candidates import contribution, feasibility, impact, weigh
from fastmap.advice.facts import gather
from fastmap.advice.partners import FittingPartner
from fastmap.advice.steps import mark_prepare_first
from fastmap.catalogue.folder import catalogue_folder
from fastmap.catalogue.reading import load_catalogue
from fastmap.model.choices import ActionStatus, Step, Verdict
from fastmap.model.ids import RefId
from fastmap.model.results import Prerequisite
from tests.support.builders import make_action, make_partner, make_snapshot
from tests.support.result_builders import advice_input, skill_result, step_results_where

EXAMPLES: dict[str, list[dict[str, Any]]] = tomllib.loads(
    catalogue_folder().joinpath("examples").joinpath("advice.toml").read_text(encoding="utf-8")
)


def examples(rule: str) -> pytest.MarkDecorator:
    rows = EXAMPLES[rule]
    return pytest.mark.parametrize("example", rows, ids=[row["id"] for row in rows])


def test_every_rule_has_an_example_that_fires_and_one_just_short_of_it() -> None:
    assert set(EXAMPLES) == {"fit", "prepare_first", "feasibility", "step_impact", "gap"}
    assert all(len(rows) >= 2 for rows in EXAMPLES.values())
    assert {row["verdict"] for row in EXAMPLES["fit"]} == {verdict.value for verdict in Verdict}
    assert {row["marked"] for row in EXAMPLES["prepare_first"]} == {True, False}


@examples("fit")
def test_the_actions_that_fit_a_verdict_lead(example: dict[str, Any]) -> None:
    need = skill_result(verdict=Verdict(example["verdict"]))
    facts = gather(**advice_input(make_snapshot(), need))

    weighed = {candidate.action.id: candidate for candidate in weigh(facts)}
    fitting = [action for action in load_catalogue().actions.values() if contribution(action, facts) > 0]
    fitting.sort(key=lambda action: -contribution(action, facts))
    leading = [action.id for action in fitting]

    assert leading[: len(example["leads"])] == example["leads"]
    assert bool(leading) == bool(example["leads"])
    assert all(need in weighed[RefId(ref)].needs for ref in example["leads"])
    assert not any(need in weighed[RefId(ref)].needs for ref in example["not_named"])


@examples("prepare_first")
def test_engage_waits_for_its_foundations(example: dict[str, Any]) -> None:
    steps = tuple(
        replace(step, readiness=example["readiness"].get(step.step.value))
        for step in step_results_where(not_met=["response_rate", "monitoring_running"])
    )

    marked = mark_prepare_first(steps, load_catalogue())

    assert {step.step: step.prepare_first for step in marked} == {
        Step.BROADEN: False,
        Step.DEVELOP: False,
        Step.ENGAGE: example["marked"],
        Step.CONNECT: False,
    }


@examples("feasibility")
def test_feasibility_follows_prerequisites_and_the_best_partner(example: dict[str, Any]) -> None:
    action = load_catalogue().actions[RefId("A1" if example.get("alone") else "B2")]
    total, met = example["prerequisites"], example["met"]
    prerequisites = tuple(Prerequisite(key=str(number), met=number < met) for number in range(total))
    stage = example.get("stage")
    fitting = () if stage is None else (FittingPartner(partner=make_partner(stage=stage), serves=True),)

    value = feasibility(action, prerequisites, fitting, load_catalogue().rules)

    assert value == pytest.approx(example["value"])


@examples("step_impact")
def test_an_action_that_serves_a_step_counts_by_the_indicators_it_moves(example: dict[str, Any]) -> None:
    steps = step_results_where(not_met=example["not_met"])
    facts = gather(**advice_input(make_snapshot(), steps=steps))

    value = impact(load_catalogue().actions[RefId(example["action"])], facts, 0)

    assert value == pytest.approx(example["value"])


@examples("gap")
def test_a_cell_is_started_once_something_runs_or_was_done(example: dict[str, Any]) -> None:
    snapshot = make_snapshot(actions=[make_action("A1", status=ActionStatus(example["status"]))])

    weighed = {candidate.action.id: candidate for candidate in weigh(gather(**advice_input(snapshot)))}

    assert weighed[RefId("A2")].factors.gap == example["value"]
    assert weighed[RefId("B2")].factors.gap == 1.0
