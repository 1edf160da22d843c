"""Skills and groups with their demand, diagnosis and coverage, as JSON of the contract."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict

from fastmap.model.results import Coverage, Imbalance, SkillResult, UnmatchedText
from fastmap.model.specialisation import KindNeed, PriorityNeed, Specialisation
from fastmap.report.contract_names import Json, Names
from fastmap.report.sections.second_sources import state_of


def skill_json(item: SkillResult, names: Names) -> Json:
    """Return everything worked out about a skill or a group."""
    quantities, ranking = item.quantities, item.ranking
    return {
        "skill": names.skill(item.uri),
        "kind": item.kind,
        "provisional": item.provisional,
        "strategic": item.strategic,
        "group": item.group,
        "members": list(item.members),
        "users": quantities.users,
        "short_now": quantities.short_now,
        "short_12m": quantities.short_12m,
        "short_36m": quantities.short_36m,
        "joint_people": quantities.joint_people,
        "unknown": asdict(quantities.unknown),
        "reach": quantities.reach,
        "severity": quantities.severity,
        "urgency": quantities.urgency,
        "scarcity": quantities.scarcity,
        "tried_hires": quantities.tried_hires,
        "consequences": dict(quantities.consequences),
        "priority": ranking.priority,
        "rank": ranking.rank,
        "rank_low": ranking.rank_low,
        "rank_high": ranking.rank_high,
        "top10_share": ranking.top10_share,
        "priority_parts": [asdict(part) for part in ranking.parts],
        "imbalance": _imbalance(item.imbalance, names),
        "coverage": _coverage(item.coverage, names),
    }


def unmatched_json(item: UnmatchedText) -> Json:
    """Return a text that has no skill."""
    return {
        "text": item.text,
        "language": item.language,
        "count": item.count,
        "state": "set_aside" if item.is_set_aside else "open",
    }


def specialisation_json(found: Specialisation, names: Names) -> Json:
    """Return the need by kind of skill and by priority."""

    def with_leading(need: KindNeed | PriorityNeed) -> Json:
        return {**asdict(need), "leading": names.skills(need.leading)}

    return {
        "by_kind": [with_leading(need) for need in found.by_kind],
        "by_priority": [with_leading(need) for need in found.by_priority],
        "priorities_not_told": list(found.untold),
    }


def second_sources_json(items: Iterable[SkillResult], names: Names) -> list[Json]:
    """Return what second sources say of each conclusion."""
    return [
        {
            "skill": names.skill(item.uri),
            "verdict": item.imbalance.verdict,
            "state": state_of(item),
            "sources": _opinions(item.imbalance),
        }
        for item in items
    ]


def _imbalance(item: Imbalance, names: Names) -> Json:
    override = None
    if item.override_reason is not None:
        override = {"verdict": item.verdict, "computed": item.computed, "reason": item.override_reason}
    return {
        "verdict": item.verdict,
        "computed": item.computed,
        "evidence": item.evidence,
        "votes": {"S": item.votes.S, "M": item.votes.M, "U": item.votes.U},
        "votes_from_offers": {"S": item.votes.S_offers, "M": item.votes.M_offers, "U": item.votes.U_offers},
        "figures": dict(item.figures),
        "rule": names.texts.term(item.rule),
        "sensitive": item.sensitive,
        "flipping_members": list(item.flipping_members),
        "override": override,
        "settle": names.sentences(item.settle),
        "notes": names.sentences(item.notes),
        "second_sources": _opinions(item),
    }


def _opinions(item: Imbalance) -> list[Json]:
    return [{"opinion": opinion, "source": source or None} for opinion, source in item.second_sources]


def _coverage(item: Coverage, names: Names) -> Json:
    return {
        "status": item.status,
        "partners": [
            {
                **names.partner(provider.partner),
                "stage": provider.stage,
                "form": provider.form,
                "places": provider.places,
                "fit": provider.fit,
            }
            for provider in item.providers
        ],
        "places_known": item.places_known,
        "places_unknown": item.places_unknown,
    }
