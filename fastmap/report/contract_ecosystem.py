"""Partners around the cluster, what they promised and what they gain by advice, as JSON of the contract."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict

from fastmap.model.interests import ProviderInterest
from fastmap.model.organisations import Commitment
from fastmap.model.results import Actor, Introduction, Results
from fastmap.report.contract_names import Json, Names, iso


def ecosystem_json(results: Results, names: Names) -> Json:
    """Return the actor check, introductions, the network, the checklist and commitments."""
    ecosystem = results.ecosystem
    return {
        "actors": [_actor(item, names) for item in ecosystem.actors],
        "introductions": [_introduction(item, names) for item in ecosystem.introductions],
        "network": asdict(ecosystem.network) if ecosystem.network else {},
        "checklist": dict(ecosystem.checklist),
        "commitments": [_commitment(one, names) for one in results.snapshot.commitments],
    }


def interests_json(interests: Iterable[ProviderInterest], names: Names) -> list[Json]:
    """Return the interests of the partners named."""
    return [
        {**asdict(item), "partner": names.partner(item.partner), "decisions": list(item.decisions)}
        for item in interests
    ]


def _actor(item: Actor, names: Names) -> Json:
    return {
        "type": item.type,
        "label": names.texts.term(f"partner_type.{item.type}"),
        "state": item.state,
        "partners": names.partners(item.partners),
        "best_stage": item.best_stage,
    }


def _introduction(item: Introduction, names: Names) -> Json:
    return {
        "partner": names.partner(item.partner),
        "skills": names.skills(item.skills),
        "priority_covered": item.priority_covered,
        "members": list(item.members),
        "introducers": list(item.introducers),
        "stage": item.stage,
    }


def _commitment(one: Commitment, names: Names) -> Json:
    return {
        "what": one.what,
        "kind": one.kind,
        "partner": None if one.partner is None else names.partner(one.partner),
        "who": one.who,
        "due": iso(one.due),
        "state": one.state,
        "evidence": one.evidence,
    }
