"""Every number that an anonymous edition can print, by the kind of figure it is: for tests that ask who attacks it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from fnmatch import fnmatchcase
from typing import Any

from fastmap.model.messages import Message, Share


def numbers_in(value: Any, path: str = "") -> Iterator[tuple[str, float]]:
    """Yield each number inside results or protection, with the way to it: ``skills.quantities.users``.

    Places in a list and keys of a mapping are no part of the way. Numbers of a sentence carry its key.
    """
    if isinstance(value, bool) or value is None:
        return
    if isinstance(value, int | float):
        yield path, value
    elif isinstance(value, Share):
        yield path, value.value_0_1
    elif isinstance(value, Message):
        for name, fact in value.facts.items():
            yield from numbers_in(fact, f"{path}:{value.key}.{name}")
    elif is_dataclass(value):
        for one in fields(value):
            yield from numbers_in(getattr(value, one.name), f"{path}.{one.name}" if path else one.name)
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from numbers_in(inner, path)
    elif isinstance(value, tuple | list | set | frozenset):
        for inner in value:
            yield from numbers_in(inner, path)


ATTACKED: Mapping[str, str] = {
    # Figures of skills and groups: `attacker` knows them, or works with what they are made of.
    "skills.quantities.*": "skills",
    "groups.quantities.*": "skills",
    "skills.imbalance.figures": "skills",
    "groups.imbalance.figures": "skills",
    "skills.imbalance.votes.?": "votes",
    "groups.imbalance.votes.?": "votes",
    "skills.ranking.*": "order",
    "groups.ranking.*": "order",
    "specialisation.by_kind.*": "sums of shown figures",
    "recommendations.*:advice.*": "mask",
    "skills.imbalance.settle:*": "mask",
    "groups.imbalance.settle:*": "mask",
    "skills.imbalance.notes:*": "mask",
    "groups.imbalance.notes:*": "mask",
    "quality.warnings:*": "mask",
    # Who answered.
    "quality.by_size.*": "classes",
    "quality.by_activity.*": "classes",
    "quality.by_region.*": "classes",
    "representation.missing.*": "sums of shown figures",
    "quality.languages": "classes",
    "quality.barriers": "classes",
    "quality.paid_training_*": "classes",
    "quality.*": "totals",
    "steps.indicators.facts:indicator_facts.response_rate.*": "totals",
    "steps.indicators.facts:indicator_facts.internship_tie_share.*": "totals",
    "steps.indicators.value": "totals",
    "protection.response_rate_at_least": "totals",
    # The ledger of funder figures.
    "kpis.actual": "ledger",
    "kpis.recorded": "ledger",
    "kpis.organisation_count": "ledger",
    "kpis.baseline": "ledger",
    "kpis.share": "ledger",
    "kpis.progress": "ledger",
    "kpis.counted_twice": "ledger",
    "kpis.unknown_entries": "ledger",
    "kpis.periods.*": "ledger",
    # The round before.
    "since_last_round.same": "rounds",
    "since_last_round.totals": "rounds",
    "since_last_round.skills.*": "rounds",
    "since_last_round.verdicts.before.users": "rounds",
    "since_last_round.verdicts.now.*": "skills",
    "since_last_round.ranks.*": "order",
    "since_last_round.before.*": "totals",
    "since_last_round.now.*": "totals",
    "since_last_round.turnover.*": "totals",
    # The team's own questionnaires.
    "team.*": "team",
}
"""Pattern of a way → which attack of the tests covers it, the first that fits. ``*`` stands for anything."""

NOBODYS: Mapping[str, str] = {
    "ballots.*": "dots of at least k people in a room, of whom nobody is recorded",
    "balance.*": "counts actions, cells and skills",
    "ecosystem.actors.best_stage": "how the cluster stands with a partner that is named",
    "ecosystem.introductions.*": "made of ranks that are shown, and of a stage with a named partner",
    "ecosystem.network.*": "told where enough members have a tie with every partner",
    "grid.actions.*": "money of an action",
    "groups.coverage.*": "offers of named partners",
    "skills.coverage.*": "offers of named partners",
    "groups.imbalance.votes.?_offers": "what recorded offers add",
    "skills.imbalance.votes.?_offers": "what recorded offers add",
    "interests.*": "counts decisions, offers and actions of a named partner",
    "kpis.target": "promised to the funder",
    "kpis.share_target": "asked for by the funder",
    "near_misses.*": "places and scores of actions of the catalogue",
    "protection.few_unnamed": "counts skills; the attacker knows how few named each",
    "protection.k": "the rule itself",
    "protection.sentences_withheld": "counts sentences",
    "protection.titles_withheld": "counts titles",
    "recommendations.cost.*": "costs from the catalogue",
    "recommendations.factors.*": "rounded to tenths; what the order may hint at is printed under limits",
    "recommendations.score": "rounded to tenths; what the order may hint at is printed under limits",
    "recommendations.plan.*": "filled in by the board",
    "recommendations.why:indicator.*.target": "targets of the catalogue or the cluster",
    "recommendations.*:report.withheld.*.k": "the rule itself",
    "since_last_round.withheld": "counts skills",
    "snapshot.*": "recorded by the cluster team: partners, actions, plans, the cluster and its logo",
    "steps.indicators.facts:*": "counts partners, actions and skills, or quotes what the team recorded",
    "steps.indicators.target": "targets of the catalogue or the cluster",
    "steps.readiness": "share of indicators that are met",
}
"""Pattern of a way → why the number tells nothing about members."""


def kind_of(path: str) -> str | None:
    """Return what covers the number at ``path``, or why it counts nobody; ``None`` for a kind that nobody thought of."""
    for known in (ATTACKED, NOBODYS):
        for pattern, what in known.items():
            if fnmatchcase(path, pattern):
                return what
    return None
