"""The page that stands alone: five figures, three findings, the grid in small, three decisions."""

from __future__ import annotations

from collections import Counter

from fastmap.advice.nothing_left import why_nothing
from fastmap.model.choices import Complexity, CoverageStatus, Scope, Verdict
from fastmap.model.messages import Share
from fastmap.report.badges import Tone
from fastmap.report.blocks import Block, Bullets, KeyFigure, KeyFigures, Paragraph
from fastmap.report.context import SCOPE_TONES, ReportContext, at_least_indicative
from fastmap.report.drawings import Chart, ChartKind, Series
from fastmap.report.finished import Section

OPEN_STATES = (CoverageStatus.NOBODY, CoverageStatus.DOES_NOT_FIT, CoverageStatus.TOO_SMALL)
"""Supply that leaves a need open."""
ENOUGH = (CoverageStatus.COVERED, CoverageStatus.INTRODUCTION)
"""Supply whose places reach: at partners the cluster knows, or with an introduction still to make."""


def summary(context: ReportContext) -> Section:
    """Return the summary."""
    blocks: list[Block] = [Paragraph(text=_opening(context), lead=True), _figures(context)]
    blocks.append(Paragraph(text=context.say("summary.findings"), heading=True))
    blocks.append(Bullets(items=_findings(context)))
    blocks.append(grid_in_small(context))
    cards = context.results.on_cards(context.rules.cards)
    decisions = tuple(item for item in cards if not item.is_decided)
    if decisions:
        blocks.append(Paragraph(text=context.say("summary.decisions", count=len(decisions)), heading=True))
        blocks.append(
            Bullets(
                items=tuple(context.sentence(item.decision) for item in decisions),
                badges=tuple(context.timing_badges(item.timing) for item in decisions),
                numbered=True,
            )
        )
        blocks.append(Paragraph(text=_where_decisions_stand(context)))
    if len(decisions) < len(cards):
        blocks.append(Paragraph(text=context.say("decisions.accepted", count=len(cards) - len(decisions))))
    if not cards:
        blocks.append(Paragraph(text=context.sentence(why_nothing(context.results, context.catalogue))))
    return Section(key="summary", title=context.say("section.summary"), blocks=tuple(blocks), own_page=True)


def _where_decisions_stand(context: ReportContext) -> str:
    """Return where to read more of the decisions: never a chapter that this report does not show."""
    if context.selection.shows("decisions"):
        return context.say("summary.decisions_where")
    is_on_paper = context.selection.shows("board_paper") and any(
        item.plan is not None and item.plan.on_paper for item in context.results.recommendations
    )
    return context.say("summary.decisions_on_paper" if is_on_paper else "summary.decisions_terms")


def grid_in_small(context: ReportContext) -> Chart:
    """Return how many actions stand in each cell of the grid, as a small heat chart."""
    counts = {(cell.cell.scope, cell.cell.complexity): len(cell.actions) for cell in context.results.grid}
    empty = [context.cell_words(cell.cell) for cell in context.results.grid if not cell.actions]
    total = sum(counts.values())
    alternative = context.say("summary.grid_alternative", count=total, filled=len(counts) - len(empty))
    if empty and total:
        alternative += " " + context.say("grid.empty_cells", count=len(empty), cells=context.parts(empty))
    return Chart(
        key="grid_in_small",
        kind=ChartKind.HEAT,
        caption=context.say("summary.grid_caption"),
        alternative=alternative,
        categories=tuple(context.word("complexity", row) for row in Complexity),
        series=tuple(
            Series(
                key=str(scope),
                label=context.word("scope", scope),
                values=tuple(counts.get((scope, row), 0) for row in Complexity),
                tone=SCOPE_TONES[scope],
            )
            for scope in Scope
        ),
        x_label=context.say("summary.grid_unit"),
        empty_word=context.say("grid.nothing_yet"),
    )


def _opening(context: ReportContext) -> str:
    quality = context.results.quality
    if context.protection and "answered" in context.protection.general:
        cluster = context.results.snapshot.cluster.name
        return context.say("summary.opening_few", k=context.protection.k, cluster=cluster)
    if not quality.answered:
        return context.say("summary.opening_empty", cluster=context.results.snapshot.cluster.name)
    return context.say(
        "summary.opening_answered" if context.is_general_withheld("asked") else "summary.opening",
        cluster=context.results.snapshot.cluster.name,
        answered=quality.answered,
        asked=quality.asked,
        count=skill_count(context),
    )


def skill_count(context: ReportContext) -> int:
    """Return how many skills were named, those of which an anonymous edition tells nothing included."""
    named = sum(1 for item in context.results.skills if item.quantities.users != 0)
    if context.protection:
        named += len(context.protection.few_labels) + context.protection.few_unnamed
    return named


def _figures(context: ReportContext) -> KeyFigures:
    quality, texts = context.results.quality, context.texts
    first = context.top[0] if context.top else None
    open_top = sum(1 for item in context.top if item.coverage.status in OPEN_STATES)
    return KeyFigures(
        figures=(
            KeyFigure(
                value=texts.fact(context.response_rate),
                label=context.say("figure.response_rate"),
                detail=context.say(
                    "figure.answers_only" if context.is_general_withheld("asked") else "figure.response_rate_detail",
                    answered=context.general("answered", quality.answered),
                    asked=quality.asked,
                ),
            ),
            KeyFigure(
                value=texts.fact(_share(quality.employment_covered)),
                label=context.say("figure.employment"),
                detail=context.say(
                    "figure.employment_detail", count=context.general("headcount_known", quality.headcount_known)
                ),
            ),
            KeyFigure(
                value=texts.fact(skill_count(context)),
                label=context.say("figure.skills"),
                detail=context.say("figure.skills_detail", count=len(context.ranked), users=ranked_from(context)),
            ),
            KeyFigure(
                value=texts.fact(context.fact(first, "users", first.quantities.users)) if first else "–",
                label=context.say("figure.first"),
                detail=context.title(first) if first else context.say("priorities.none_short"),
            ),
            KeyFigure(
                value=context.say("figure.of", part=open_top, all=len(context.top)) if context.top else "–",
                label=context.say("figure.open"),
                detail=context.say("figure.open_detail"),
                tone=Tone.WARN if open_top else Tone.GOOD if context.top else Tone.PRIMARY,
            ),
        )
    )


def ranked_from(context: ReportContext) -> int:
    """Return the number of members from which a skill is ranked in this edition."""
    return context.rules.min_users


def _share(value: float | None) -> Share | None:
    return None if value is None else Share(value)


def _findings(context: ReportContext) -> tuple[str, ...]:
    return (_demand_finding(context), _diagnosis_finding(context), _supply_finding(context))


def _demand_finding(context: ReportContext) -> str:
    if not context.top:
        return context.say("summary.no_ranking", users=ranked_from(context))
    first, others = context.top[0], context.top[1:3]
    people = context.fact(first, "short_12m", first.quantities.short_12m)
    firms = context.fact(first, "users", first.quantities.users)
    if isinstance(people, int) and people:
        number = context.say("people", count=people)
        text = context.say("summary.finding_demand", first=context.title(first), count=firms, people=number)
    else:
        text = context.say("summary.finding_demand_no_people", first=context.title(first), count=firms)
    if not others:
        return text
    follow = context.say("summary.finding_followers", count=len(others), skills=tuple(map(context.label, others)))
    return f"{text} {follow}"


def _diagnosis_finding(context: ReportContext) -> str:
    told = [item for item in at_least_indicative(context.lead) if item.imbalance.verdict is not Verdict.BALANCED]
    if not told:
        return context.say("summary.no_diagnosis")
    counts = Counter(item.imbalance.verdict for item in told)
    verdict, most = counts.most_common(1)[0]
    text = context.say(
        f"summary.finding_diagnosis_{context.results.lead_level}",
        count=len(told),
        verdict=context.word("verdict", verdict),
        most=most,
    )
    sensitive = sum(1 for item in told if item.imbalance.sensitive)
    return f"{text} {context.say('summary.finding_sensitive', count=sensitive)}" if sensitive else text


def _supply_finding(context: ReportContext) -> str:
    if not context.results.snapshot.partners:
        return context.say("summary.no_partners")
    if not context.top:
        return context.say("summary.no_top_skills")
    covered = sum(item.coverage.status in ENOUGH for item in context.top)
    text = context.say("summary.finding_covered", count=covered, all=len(context.top))
    worst = next((item for status in OPEN_STATES for item in context.top if item.coverage.status is status), None)
    if worst is None:
        return text
    gap = context.say(
        f"summary.finding_{worst.coverage.status}",
        count=context.fact(worst, "users", worst.quantities.users),
        skill=context.label(worst),
    )
    return f"{gap} {text}"
