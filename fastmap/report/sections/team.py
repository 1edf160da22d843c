"""What the cluster team masters itself: blocks beside published bands, digital levels, what to train first."""

from __future__ import annotations

from dataclasses import replace

from fastmap.model.messages import Share
from fastmap.model.team_results import TeamBlockResult
from fastmap.report.badges import Tone
from fastmap.report.blocks import Block, Bullets, CellValue, KeyFigure, KeyFigures, Note, Paragraph, Suppressed, Table
from fastmap.report.columns import columns
from fastmap.report.context import ReportContext
from fastmap.report.drawings import Chart, ChartKind, Series
from fastmap.report.finished import Section
from fastmap.report.team_privacy import NAMED_LEAST
from fastmap.report.team_words import (
    band_words,
    block_words,
    choice_words,
    flag_lines,
    item_words,
    verdict_words,
)

_PRIORITIES_SHOWN, _LINES_SHOWN = 3, 2


def team(context: ReportContext) -> Section | None:
    """Return the chapter on the self-assessment; ``None`` where nobody began it: it is offered, never missing."""
    result = context.results.team
    if not result.is_recorded:
        return None
    blocks: list[Block] = [Paragraph(text=context.say("team.reading")), _figures(context)]
    least = context.protection.k if context.protection is not None else NAMED_LEAST
    blocks.append(Note(title=context.say("withheld.title"), text=context.say("team.withheld", k=least)))
    digital = _digital(context)
    if result.blocks:
        blocks += [
            *(replace(chart, beside=len(digital)) for chart in _chart(context)),
            *digital,
            _blocks(context),
            _published(context),
            Paragraph(text=context.say("team.published"), workbook_only=True),
        ]
    else:
        blocks += digital
    if result.blocks:
        blocks += _priorities(context)
    flags = flag_lines(context.texts, result, context.catalogue.team)
    if flags:
        blocks += [
            Paragraph(text=context.say("team.flags_heading"), heading=True),
            Bullets(items=flags, pdf_items=_LINES_SHOWN),
        ]
    return Section(key="team", title=context.say("section.team"), blocks=tuple(blocks))


def _figures(context: ReportContext) -> KeyFigures:
    result, texts = context.results.team, context.texts
    steps = context.results.steps
    target = next(one.target for step in steps for one in step.indicators if one.key == "team_assessment")
    unknown = context.say("withheld.short") if result.respondents else "–"
    figures = [
        KeyFigure(
            value=unknown if result.mastered is None else texts.fact(Share(result.mastered)),
            label=context.say("team.mastered"),
            detail=context.say("team.mastered_detail", target=Share(target)),
        ),
        KeyFigure(value=texts.fact(result.respondents), label=context.say("team.people")),
        KeyFigure(value=texts.fact(result.stakeholders), label=context.say("team.outside")),
    ]
    return KeyFigures(figures=tuple(figures))


def _chart(context: ReportContext) -> list[Chart]:
    known = [block for block in context.results.team.blocks if block.mastered is not None]
    if not known:
        return []
    words = [block_words(context.texts, block.key) for block in known]
    parts = [
        context.say("team.chart_part", block=word, share=Share(block.mastered or 0))
        for word, block in zip(words, known, strict=True)
    ]
    return [
        Chart(
            key="team_mastered",
            kind=ChartKind.BARS,
            caption=context.say("team.chart_caption"),
            alternative=context.say("team.chart_alternative", parts=context.parts(parts)),
            categories=tuple(words),
            series=(
                Series(
                    key="mastered",
                    label=context.say("column.mastered.name"),
                    values=tuple(block.mastered for block in known),
                ),
            ),
            share=True,
        )
    ]


def _blocks(context: ReportContext) -> Table:
    return Table(
        key="team_blocks",
        caption=context.say("team.blocks_caption"),
        columns=columns(context.texts, "team_block team_people mastered training stakeholders choices"),
        rows=tuple(_block(context, block) for block in context.results.team.blocks),
        pdf_rows=0,
    )


def _block(context: ReportContext, block: TeamBlockResult) -> tuple[CellValue, ...]:
    is_hidden = block.relevant_respondents > 0 and block.mastered is None
    hidden = Suppressed(context.say("withheld.short"))
    chosen = choice_words(context.texts, block)
    is_order_hidden = block.stakeholders and not chosen
    return (
        block_words(context.texts, block.key),
        block.respondents,
        hidden if is_hidden else block.mastered,
        hidden if is_hidden else block.training,
        block.stakeholders,
        context.say("withheld.short") if is_order_hidden else chosen or None,
    )


def _published(context: ReportContext) -> Table:
    """Return the published results; what the team says on the same few items stays in the window."""
    return Table(
        key="team_published",
        caption=context.say("team.published_caption"),
        columns=columns(context.texts, "team_block published"),
        rows=tuple(
            (block_words(context.texts, band.block), band_words(context.texts, band))
            for band in context.catalogue.team.bands
        ),
        pdf_rows=0,
    )


def _digital(context: ReportContext) -> list[Block]:
    digcomp = context.results.team.digcomp
    if digcomp is None:
        return []
    heading = Paragraph(text=context.say("team.digital_heading"), heading=True)
    withheld = context.texts.get("team_result.digcomp.withheld")
    if context.anonymous:
        return [heading, Paragraph(text=withheld)]
    tone = {None: Tone.NEUTRAL, True: Tone.GOOD, False: Tone.WARN}[digcomp.met]
    return [heading, Note(title=verdict_words(context.texts, digcomp), text=withheld, tone=tone)]


def _priorities(context: ReportContext) -> list[Block]:
    definition, result = context.catalogue.team, context.results.team
    rows: list[tuple[CellValue, ...]] = [
        (one.rank, item_words(context.texts, one.item), block_words(context.texts, one.block))
        for one in result.priorities
    ]
    reading = context.say(
        "team.priorities_reading",
        team=Share(definition.team_weight),
        stakeholders=Share(definition.stakeholder_weight),
        lacks=definition.lacks,
        partly=definition.partly,
    )
    return [
        Paragraph(text=context.say("team.priorities_caption"), heading=True),
        Paragraph(text=reading),
        Table(
            key="team_priorities",
            caption=context.say("team.priorities_caption"),
            columns=columns(context.texts, "rank team_item team_block"),
            rows=tuple(rows),
            pdf_rows=_PRIORITIES_SHOWN,
            empty_text=context.say("team.no_priorities"),
        ),
    ]
