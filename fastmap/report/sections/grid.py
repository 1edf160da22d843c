"""What the cluster does today, on the 3 × 2 typology grid."""

from __future__ import annotations

from fastmap.model.actions import Action
from fastmap.model.choices import Complexity, Scope
from fastmap.model.ids import RefId
from fastmap.model.results import GridCell
from fastmap.report.badges import Badge
from fastmap.report.blocks import Block, Bullets, CellValue, Paragraph, Table
from fastmap.report.columns import columns
from fastmap.report.context import ReportContext
from fastmap.report.drawings import Grid, GridBlockCell, GridCard
from fastmap.report.finished import Section
from fastmap.texts import sentence_case

_COLUMNS = "action reference scope complexity timing status owner partners skills start end budget funding shown_by"
_PRACTICE_COLUMNS = "practice done scope complexity partner_kinds place known_from"
_PDF_COLUMNS = ("action", "timing", "status", "partners", "skills")
"""Scope and complexity of an action: the grid beside the table."""


def grid(context: ReportContext) -> Section:
    """Return the chapter on the cluster's own actions."""
    actions = [action for cell in context.results.grid for action in cell.actions]
    blocks: list[Block] = [Paragraph(text=_reading(context, len(actions))), *_balance(context)]
    warnings = context.sentences(
        warning for cell in context.results.grid for found in cell.warnings.values() for warning in found
    )
    if warnings:
        blocks += [Paragraph(text=context.say("balance.odd")), Bullets(items=warnings)]
    blocks.append(_grid(context))
    blocks.append(
        Table(
            key="actions",
            caption=context.say("grid.table_caption"),
            columns=columns(context.texts, _COLUMNS),
            rows=tuple(_row(context, action) for action in actions),
            pdf_rows=0 if actions else None,
            pdf_columns=_PDF_COLUMNS,
            empty_text=context.say("grid.no_actions"),
        )
    )
    if context.results.snapshot.practices:
        blocks.append(_practices(context))
    return Section(key="grid", title=context.say("section.grid"), blocks=tuple(blocks))


def _reading(context: ReportContext, count: int) -> str:
    if not count:
        return context.say("grid.no_actions") + " " + context.say("grid.placing")
    text = context.say("grid.reading", count=count)
    if context.results.balance:
        return text  # the balance names empty cells
    empty = tuple(context.cell_words(cell.cell) for cell in context.results.grid if not cell.actions)
    return f"{text} {context.say('grid.empty_cells', count=len(empty), cells=context.parts(empty))}" if empty else text


def _balance(context: ReportContext) -> list[Block]:
    notes = context.sentences(note.sentence for note in context.results.balance)
    if not notes:
        return []
    return [
        Paragraph(text=f"{context.say('balance.title')}: {context.say('balance.how')}"),
        Bullets(items=tuple(map(sentence_case, notes))),
    ]


def _practices(context: ReportContext) -> Table:
    return Table(
        key="own_practices",
        caption=context.say("practices.caption"),
        columns=columns(context.texts, _PRACTICE_COLUMNS),
        rows=tuple(
            (
                one.name,
                one.what,
                context.word("scope", one.cell.scope),
                context.word("complexity", one.cell.complexity),
                context.list_words(context.word("partner_type", kind) for kind in one.partner_types) or None,
                one.place,
                one.source,
            )
            for one in context.results.snapshot.practices
        ),
        pdf_rows=0,
    )


def _grid(context: ReportContext) -> Grid:
    cells = {(cell.cell.scope, cell.cell.complexity): cell for cell in context.results.grid}
    ordered = [cells[scope, complexity] for complexity in Complexity for scope in Scope if (scope, complexity) in cells]
    parts = tuple(
        context.say("grid.cell_part", cell=context.cell_words(cell.cell), actions=_titles(context, cell))
        for cell in ordered
    )
    return Grid(
        key="grid",
        caption=context.say("grid.caption"),
        alternative=context.say("grid.alternative", parts=context.parts(parts)),
        columns={scope: context.word("scope", scope) for scope in Scope},
        rows={complexity: context.word("complexity", complexity) for complexity in Complexity},
        cells=tuple(_cell(context, cell) for cell in ordered),
    )


def _titles(context: ReportContext, cell: GridCell) -> str:
    names = [context.title_of(action) for action in cell.actions]
    return context.list_words(names) if names else context.say("grid.nothing_yet")


def _cell(context: ReportContext, cell: GridCell) -> GridBlockCell:
    examples = [item.id for item in context.catalogue.actions.values() if item.cell == cell.cell]
    # The Figure 4 action of the cell, not a Broaden action (X…), which lies in the same cell.
    framework = [item for item in examples if not item.startswith("X")] or examples
    return GridBlockCell(
        scope=cell.cell.scope,
        complexity=cell.cell.complexity,
        cards=tuple(_card(context, action) for action in cell.actions),
        empty_text=context.say("grid.nothing_yet"),
        example=_example(context, framework[0]) if framework else None,
    )


def _example(context: ReportContext, reference: RefId) -> str:
    """Return what others do in an empty cell, marked so that nobody takes it for the cluster's own."""
    return context.say("grid.for_example", example=context.texts.get(f"action.{reference}.example"))


def _card(context: ReportContext, action: Action) -> GridCard:
    status = Badge(context.word("action_status", action.status))
    fact = context.partner_names(action.partners)
    return GridCard(
        title=context.title_of(action),
        reference=action.reference,
        badges=(*context.timing_badges(action.timing), status),
        fact=context.say("grid.with_partners", partners=fact) if fact else None,
    )


def _row(context: ReportContext, action: Action) -> tuple[CellValue, ...]:
    return (
        context.title_of(action),
        action.reference,
        context.word("scope", action.cell.scope),
        context.word("complexity", action.cell.complexity),
        ", ".join(str(timing) for timing in action.timing) or None,
        context.word("action_status", action.status),
        action.owner,
        context.partner_names(action.partners) or None,
        context.list_words(context.labels(action.skills)) or None,
        action.start,
        action.end,
        action.budget,
        action.funding,
        context.parts(action.evidence) or None,
    )
