"""What is wrong, skill by skill and group by group, with the evidence behind every verdict."""

from __future__ import annotations

from collections import Counter

from fastmap.model.choices import Verdict
from fastmap.model.results import SkillResult
from fastmap.report.badges import Tone
from fastmap.report.blocks import Block, Bullets, CellValue, Note, Paragraph, Table
from fastmap.report.columns import columns
from fastmap.report.context import VERDICT_TONES, ReportContext, at_least_indicative
from fastmap.report.drawings import Chart, ChartKind, Series
from fastmap.report.finished import Section
from fastmap.report.sections.second_sources import second_sources

_COLUMNS = (
    "skill verdict evidence users votes_s votes_m votes_u short_share tried_hires hard_share unused sensitive rule"
    " settle note second_sources computed override"
)
_PDF_COLUMNS = ("skill", "verdict", "evidence", "votes_s", "votes_m", "votes_u", "sensitive")
_IN_MAP = 15
_SETTLE_ROWS, _WORDS_SHOWN = 2, 3
_LEAST_ROWS, _LEADING_ROWS, _OTHER_ROWS = 4, 8, 4
"""Rows of a diagnosis table in the PDF: those with a conclusion, within bounds; more at the level that carries."""


def diagnosis(context: ReportContext) -> Section:
    """Return the chapter on imbalances."""
    lead_groups = context.results.lead_level == "groups"
    told = at_least_indicative(context.lead)
    blocks: list[Block] = []
    if not told:
        blocks.append(Paragraph(text=context.say("diagnosis.none", users=context.rules.min_users)))
    else:
        level = "groups" if lead_groups else "skills"
        blocks.append(Paragraph(text=context.say(f"diagnosis.lead_{level}", count=len(told))))
        blocks += [*_verdict_chart(context, told), _definitions(context), _every_definition(context, told)]
    tables = [_table(context, level) for level in (("groups", "skills") if lead_groups else ("skills", "groups"))]
    with_rows = [table for table in tables if table.rows]
    # The map comes after the longest table: where it gives way to the next page, it would stand in the midst of it.
    blocks += [*with_rows[:1], *(_map(context, told) if told else ()), *with_rows[1:]]
    blocks += [*_settle(context, told), *second_sources(context, told)]
    blocks += _overrides(context)
    if not told:
        blocks += [_definitions(context), _every_definition(context, told)]
    return Section(key="diagnosis", title=context.say("section.diagnosis"), blocks=tuple(blocks))


def _every_definition(context: ReportContext, told: tuple[SkillResult, ...]) -> Bullets:
    """Return what each conclusion means; the PDF shows those that are drawn."""
    drawn = {item.imbalance.verdict for item in told}
    order = sorted(Verdict, key=lambda verdict: verdict not in drawn)
    return Bullets(
        items=tuple(_definition(context, verdict) for verdict in order), pdf_items=min(len(drawn), _WORDS_SHOWN) or None
    )


def _definitions(context: ReportContext) -> Note:
    return Note(title=context.say("diagnosis.definitions"), text=context.say("diagnosis.ours"))


def _definition(context: ReportContext, verdict: Verdict) -> str:
    rules = context.rules
    meaning = context.say(
        f"definition.{verdict}",
        users=rules.min_users,
        unused=rules.min_unused,
        share=context.texts.percent(rules.balanced_share),
    )
    return context.say("definition.line", word=context.word("verdict", verdict), meaning=meaning)


def _verdict_chart(context: ReportContext, told: tuple[SkillResult, ...]) -> list[Block]:
    counts = Counter(item.imbalance.verdict for item in told)
    shown = [verdict for verdict in Verdict if counts[verdict]]
    labels = tuple(context.word("verdict", verdict) for verdict in shown)
    parts = tuple(
        context.say("diagnosis.count_part", verdict=label, number=counts[verdict])
        for label, verdict in zip(labels, shown, strict=True)
    )
    level = context.results.lead_level
    return [
        Chart(
            key="verdicts",
            kind=ChartKind.BARS,
            caption=context.say(f"diagnosis.verdicts_{level}"),
            alternative=context.say("diagnosis.verdicts_alternative", parts=context.parts(parts)),
            categories=labels,
            series=(
                Series(
                    key="count",
                    label=context.say(f"diagnosis.number_{level}"),
                    values=tuple(counts[verdict] for verdict in shown),
                ),
            ),
            x_label=context.say(f"diagnosis.number_{level}"),
            tones=tuple(VERDICT_TONES[verdict] for verdict in shown),
            beside=1,
        )
    ]


def _map(context: ReportContext, told: tuple[SkillResult, ...]) -> list[Block]:
    known = [
        item
        for item in told
        if item.quantities.short_12m is not None
        and not context.withheld(item, "users")
        and not context.withheld(item, "places_known")
    ]
    shown = known[:_IN_MAP]
    if not shown or not context.results.snapshot.partners:
        return []
    labels = tuple(context.title(item) for item in shown)
    parts = tuple(
        context.say(
            "diagnosis.map_part",
            skill=label,
            people=context.say("people", count=item.quantities.short_12m),
            places=item.coverage.places_known,
            verdict=context.word("verdict", item.imbalance.verdict),
        )
        for label, item in zip(labels, shown, strict=True)
    )
    figures = (
        ("x", "map_x", [item.quantities.short_12m for item in shown]),
        ("y", "map_y", [item.coverage.places_known for item in shown]),
        ("size", "map_size", [item.quantities.users for item in shown]),
    )
    verdicts = tuple(item.imbalance.verdict for item in shown)
    return [
        Chart(
            key="demand_and_supply",
            kind=ChartKind.MAP,
            caption=_map_caption(context, missing=len(told) - len(known), conclusions=len(told)),
            alternative=context.say("diagnosis.map_alternative", parts=context.parts(parts)),
            categories=labels,
            series=tuple(
                Series(key=key, label=context.say(f"diagnosis.{label}"), values=tuple(values))
                for key, label, values in figures
            ),
            x_label=context.say("diagnosis.map_x"),
            y_label=context.say("diagnosis.map_y"),
            tones=tuple(VERDICT_TONES[verdict] for verdict in verdicts),
            tone_words={VERDICT_TONES[item]: context.word("verdict", item) for item in Verdict if item in verdicts},
        )
    ]


def _map_caption(context: ReportContext, *, missing: int, conclusions: int) -> str:
    """Return what the map shows, and how many conclusions have no place on it and why."""
    caption = context.say("diagnosis.map_caption")
    if not missing:
        return caption
    key = "map_missing_anonymous" if context.anonymous else "map_missing"
    return f"{caption}. {context.say(f'diagnosis.{key}', count=missing, all=conclusions)}"


def _table(context: ReportContext, level: str) -> Table:
    found = context.results.groups if level == "groups" else context.results.skills
    judged = [item for item in found if item.imbalance.verdict is not Verdict.NOT_ENOUGH_EVIDENCE]
    rest = [item for item in found if item.imbalance.verdict is Verdict.NOT_ENOUGH_EVIDENCE]
    most = _LEADING_ROWS if level == context.results.lead_level else _OTHER_ROWS
    return Table(
        key=f"diagnosis_{level}",
        caption=context.say(f"diagnosis.table_{level}"),
        columns=columns(context.texts, _COLUMNS),
        rows=tuple(_row(context, item) for item in (*judged, *rest)),
        pdf_rows=min(max(len(judged), _LEAST_ROWS), most),
        pdf_columns=_PDF_COLUMNS,
    )


def _row(context: ReportContext, item: SkillResult) -> tuple[CellValue, ...]:
    imbalance, votes, figures = item.imbalance, item.imbalance.votes, item.imbalance.figures
    return (
        context.title(item),
        context.verdict_badge(item),
        context.word("evidence", imbalance.evidence),
        context.cell(item, "users", item.quantities.users),
        context.cell(item, "votes_s", votes.S),
        context.cell(item, "votes_m", votes.M),
        context.cell(item, "votes_u", votes.U),
        context.cell(item, "short_share", figures.get("short_share")),
        context.cell(item, "tried_hires", item.quantities.tried_hires),
        context.cell(item, "hard_share", figures.get("hard_share")),
        context.cell(item, "unused", figures.get("unused")),
        context.yes_no(answer=imbalance.sensitive),
        context.texts.term(imbalance.rule),
        " ".join(context.sentences(imbalance.settle)) or None,
        " ".join(context.sentences(imbalance.notes)) or None,
        _second_sources(context, item),
        context.word("verdict", imbalance.computed) if imbalance.override_reason is not None else None,
        imbalance.override_reason,
    )


def _second_sources(context: ReportContext, item: SkillResult) -> str | None:
    parts = [
        context.say(
            "diagnosis.second_source",
            opinion=context.word("second_opinion", opinion),
            source=source or context.say("withheld.text"),
        )
        for opinion, source in item.imbalance.second_sources
    ]
    return "; ".join(parts) or None


def _settle(context: ReportContext, told: tuple[SkillResult, ...]) -> list[Block]:
    rows = [
        (
            context.title(item),
            context.texts.term(item.imbalance.rule),
            " ".join(context.sentences(item.imbalance.settle)),
        )
        for item in told
        if item.imbalance.settle
    ]
    if not rows:
        return []
    return [
        Table(
            key="what_would_settle_it",
            caption=context.say("diagnosis.settle_caption"),
            columns=columns(context.texts, "skill rule settle"),
            rows=tuple(rows),
            pdf_rows=_SETTLE_ROWS,
        )
    ]


def _overrides(context: ReportContext) -> list[Block]:
    items = (*context.results.groups, *context.results.skills)
    changed = [item for item in items if item.imbalance.override_reason is not None]
    if not changed:
        return []
    lines = tuple(
        context.say(
            "diagnosis.override_line",
            skill=context.label(item),
            verdict=context.word("verdict", item.imbalance.verdict),
            computed=context.word("verdict", item.imbalance.computed),
            reason=item.imbalance.override_reason or context.say("withheld.text"),
        )
        for item in changed
    )
    title = Note(title=context.say("diagnosis.overrides"), text=context.say("diagnosis.overrides_text"), tone=Tone.WARN)
    return [title, Bullets(items=lines)]
