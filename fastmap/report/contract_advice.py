"""Recommendations, and what just missed being one, as JSON of the contract."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict

from fastmap.model.planning import DecisionPlan
from fastmap.model.practices import OwnPractice
from fastmap.model.results import NearMiss, Recommendation
from fastmap.report.contract_names import Json, Names, iso
from fastmap.texts import Texts


def recommendation_json(item: Recommendation, names: Names, practices: Iterable[OwnPractice]) -> Json:
    """Return a decision that a board can take; ``practices``: the cluster's own, one of which it may name."""
    texts = names.texts
    return {
        "id": item.id,
        "title": names.title("", item.reference),
        "reference": item.reference,
        "step": item.step,
        "action": item.reference,
        "cell": item.cell.key,
        "timing": list(item.timing),
        "decision": texts.say(item.decision),
        "why": names.sentences(item.why),
        "if_not": names.sentences(item.if_not),
        "needs": names.skills(item.needs),
        "partners": names.partners(item.partners),
        "prerequisites": [
            {"key": part.key, "text": texts.term(f"condition.{part.key}"), "met": part.met}
            for part in item.prerequisites
        ],
        "first_step": texts.say(item.first_step),
        "cost": asdict(item.cost),
        "plan": _plan(item.plan),
        "go_if": texts.say(item.go_if),
        "stop_if": texts.say(item.stop_if),
        "practice": _practice(item.practice, practices, texts),
        "ask_funder": [{"key": measure, "text": texts.term(f"measure.{measure}")} for measure in item.ask_funder],
        "kpi": texts.say(item.kpi),
        "unknown": names.sentences(item.unknown),
        "score": item.score,
        "factors": asdict(item.factors),
        "working": names.sentences(item.working),
        "prepare_first": item.prepare_first,
        "answer": item.answer,
        "answer_reason": item.answer_reason,
        "changed": names.sentences(item.changed),
    }


def near_miss_json(item: NearMiss, texts: Texts) -> Json:
    """Return why a candidate stands on no card."""
    return {
        "reference": item.reference,
        "title": texts.term(f"action.{item.reference}.title"),
        "cell": item.cell.key,
        "score": item.score,
        "place": item.place,
        "kind": item.kind,
        "condition": texts.say(item.condition),
        "score_then": item.score_then,
        "place_then": item.place_then,
    }


def _plan(plan: DecisionPlan | None) -> Json | None:
    if plan is None:
        return None
    return {
        "owner": plan.owner,
        "due": iso(plan.due),
        "days": plan.days,
        "money": plan.money,
        "board_paper": plan.on_paper,
    }


def _practice(key: str | None, practices: Iterable[OwnPractice], texts: Texts) -> Json | None:
    if key is None:
        return None
    own = next((one for one in practices if one.id == key), None)
    if own is not None:
        return {"key": key, "name": own.name, "what": own.what, "own": True}
    return {
        "key": key,
        "name": texts.term(f"practice.{key}.name"),
        "what": texts.term(f"practice.{key}.what"),
        "own": False,
    }
