"""Puts together what is known of each skill or group: quantities, ranking, verdict, coverage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from fastmap.analysis.coverage import coverage_of
from fastmap.analysis.imbalance import Case, evidence, judge, share
from fastmap.analysis.sensitivity import flipping_members
from fastmap.analysis.settle import notes_beside, what_would_settle
from fastmap.catalogue.definitions import Rules
from fastmap.model.choices import Evidence
from fastmap.model.ids import LanguageCode
from fastmap.model.results import Imbalance, Quantities, Ranking, SkillResult
from fastmap.model.skills import SecondSource, VerdictOverride, label_in
from fastmap.model.snapshot import Snapshot


def skill_result(
    case: Case,
    *,
    quantities: Quantities,
    ranking: Ranking,
    snapshot: Snapshot,
    rules: Rules,
) -> SkillResult:
    """Return everything worked out about the skill or group of ``case``."""
    subject = case.subject
    override = next((entry for entry in snapshot.overrides if entry.skill == subject.uri), None)
    sources = [entry for entry in snapshot.second_sources if entry.skill == subject.uri]
    return SkillResult(
        uri=subject.uri,
        labels=subject.labels,
        kind=subject.kind,
        provisional=subject.provisional,
        strategic=subject.strategic,
        is_group=subject.is_group,
        group=subject.group,
        skills=subject.skills,
        members=tuple(voice.member for voice in case.voices if voice.says.users),
        quantities=quantities,
        ranking=ranking,
        imbalance=imbalance_of(case, rules, override=override, second_sources=sources),
        coverage=coverage_of(case, rules),
    )


def imbalance_of(
    case: Case,
    rules: Rules,
    *,
    override: VerdictOverride | None = None,
    second_sources: Iterable[SecondSource] = (),
) -> Imbalance:
    """Return the verdict on ``case`` with all it rests on. An override replaces it and never hides it."""
    judgement = judge(case, case.tally, case.short_12m, rules)
    flipping = flipping_members(case, judgement.verdict, rules)
    verdict = override.verdict if override else judgement.verdict
    return Imbalance(
        verdict=verdict,
        computed=judgement.verdict,
        evidence=evidence(verdict, case.tally, rules),
        votes=judgement.votes,
        figures=_figures(case),
        rule=judgement.rule,
        sensitive=bool(flipping),
        flipping_members=flipping,
        settle=what_would_settle(case, judgement, flipping=flipping, rules=rules),
        notes=notes_beside(case, judgement, rules),
        override_reason=override.reason if override else None,
        second_sources=tuple(
            (entry.opinion, entry.source) for entry in sorted(second_sources, key=lambda entry: entry.id)
        ),
    )


def in_order(results: Iterable[SkillResult], language: LanguageCode) -> tuple[SkillResult, ...]:
    """Return ranked results by rank and label, then the others, those of most users first, then by label."""

    def place(result: SkillResult) -> tuple[float, int, str, str]:
        rank = result.ranking.rank
        label = label_in(result.labels, language) or result.uri
        first = (float("inf"), -result.quantities.users) if rank is None else (float(rank), 0)
        return (*first, label.casefold(), result.uri)

    return tuple(sorted(results, key=place))


def lead_level(skills: Iterable[SkillResult], groups: Iterable[SkillResult]) -> str:
    """Return the level that a report leads with: the lowest with a verdict that is at least indicative."""
    if not _any_evidence(skills) and _any_evidence(groups):
        return "groups"
    return "skills"


def _any_evidence(results: Iterable[SkillResult]) -> bool:
    return any(result.imbalance.evidence is not Evidence.THIN for result in results)


def _figures(case: Case) -> Mapping[str, float | int | None]:
    counts, supply = case.tally, case.supply
    return {
        "short_share": share(counts.short, counts.gave_figure),
        "short_known": counts.gave_figure,
        "hard_share": share(counts.hard, counts.tried),
        "tried": counts.tried,
        "unused": counts.unused,
        "unused_people": case.unused_people,
        "strategic": int(case.subject.strategic),
        "places_known": supply.places_known,
        "places_unknown_offers": supply.places_unknown,
        "offers": len(supply.offers),
        "offers_not_fitting": supply.not_fitting,
    }
