"""The analysis on a terminal: one screen that says what matters, in words."""

from __future__ import annotations

from collections.abc import Iterator

from fastmap.advice.nothing_left import why_nothing
from fastmap.analysis.targets import changed_targets
from fastmap.analysis.weights import changed_weights
from fastmap.catalogue.reading import load_catalogue
from fastmap.model.choices import Verdict
from fastmap.model.messages import Share
from fastmap.model.results import Recommendation, Results, SkillResult, StepResult
from fastmap.model.skills import label_in
from fastmap.texts import Texts
from ui.cli.comparison import comparison_lines

TOP = 15
FEW = 5
"""Under so many ranked skills the groups are shown too."""
WIDTH = 38
"""Characters of a label."""


def summary_lines(results: Results, texts: Texts) -> Iterator[str]:
    """Yield the lines of the summary: who answered, ranking, steps, the first recommendations."""
    quality = results.quality
    yield results.snapshot.info.title
    if quality.response_rate is not None:
        yield texts.get("cli.answered", count=quality.answered, asked=quality.asked, rate=Share(quality.response_rate))
    for warning in quality.warnings:
        yield f"  ! {texts.say(warning)}"
    yield from _own_weights(results, texts)
    yield from _ranking(results, texts)
    yield ""
    yield texts.term("cli.steps")
    for step in results.steps:
        yield _step(step, texts)
    changed = changed_targets(results.steps)
    if changed is not None:
        yield f"  ! {texts.say(changed)}"
    yield ""
    yield texts.term("cli.next")
    if not results.recommendations:
        reason = why_nothing(results, load_catalogue())
        little = reason.key == "report.decisions.none"
        yield f"  {texts.term('cli.no_recommendations') if little else texts.say(reason)}"
    cards = results.on_cards(3)
    to_take = [item for item in cards if not item.is_decided]
    for number, recommendation in enumerate(to_take, start=1):
        yield _recommendation(number, recommendation, texts)
    if len(to_take) < len(cards):
        yield "  " + texts.get("report.decisions.accepted", count=len(cards) - len(to_take))
    if results.since_last_round is not None:
        yield ""
        yield from comparison_lines(results.since_last_round, texts)


def _own_weights(results: Results, texts: Texts) -> Iterator[str]:
    changed = changed_weights(results.snapshot, load_catalogue().rules)
    if changed is not None:
        yield f"  ! {texts.say(changed)}"


def _ranking(results: Results, texts: Texts) -> Iterator[str]:
    ranked = _ranked(results.skills)
    yield ""
    yield texts.term("cli.ranking")
    if not ranked:
        yield f"  {texts.term('cli.nothing_ranked')}"
    for skill in ranked[:TOP]:
        yield _ranked_line(skill, texts)
    few = [skill for skill in results.skills if skill.ranking.rank is None]
    found = [skill for skill in few if skill.imbalance.verdict is not Verdict.NOT_ENOUGH_EVIDENCE]
    for skill in found:
        yield f"      {_label(skill, texts):38}  {texts.term(f'verdict.{skill.imbalance.verdict}')}"
    if len(few) > len(found):
        yield "  " + texts.get("cli.named_by_few", count=len(few) - len(found))
    groups = _ranked(results.groups)
    if groups and len(ranked) < FEW:  # thin evidence adds up in groups
        yield ""
        yield texts.term("cli.groups")
        for group in groups[:TOP]:
            yield _ranked_line(group, texts)


def _ranked(items: tuple[SkillResult, ...]) -> list[SkillResult]:
    return [item for item in items if item.ranking.rank is not None]


def _ranked_line(skill: SkillResult, texts: Texts) -> str:
    verdict = texts.term(f"verdict.{skill.imbalance.verdict}")
    figures = skill.imbalance.figures
    if skill.imbalance.verdict is Verdict.BALANCED and figures["short_share"] is figures["hard_share"] is None:
        verdict = texts.get("cli.without_figures", verdict=verdict)
    people = texts.fact(skill.quantities.short_12m)
    priority = texts.fact(skill.ranking.priority)
    users = texts.get("cli.firms", count=skill.quantities.users)
    coverage = texts.term(f"coverage_status.{skill.coverage.status}")
    return f"{skill.ranking.rank:>3}. {_label(skill, texts):38} {priority:>5}  {users:>9}  {people:>4}  {verdict}; {coverage}"


def _label(skill: SkillResult, texts: Texts) -> str:
    label = label_in(skill.labels, texts.language) or skill.uri
    return label if len(label) <= WIDTH else f"{label[: WIDTH - 1]}…"


def _step(step: StepResult, texts: Texts) -> str:
    met = sum(indicator.met is True for indicator in step.indicators)
    unknown = sum(indicator.met is None for indicator in step.indicators)
    words = texts.get("cli.step_words", count=met, of=len(step.indicators), unknown=unknown)
    note = f" – {texts.term('cli.prepare_first')}" if step.prepare_first else ""
    return f"  {texts.term(f'step.{step.step}')}: {words}{note}"


def _recommendation(number: int, recommendation: Recommendation, texts: Texts) -> str:
    return f"  {number}. [{recommendation.reference}] {texts.say(recommendation.decision)}"
