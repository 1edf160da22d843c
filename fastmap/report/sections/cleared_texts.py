"""What was written in words and cleared for an anonymous edition: remarks of members and notes to actions."""

from __future__ import annotations

from fastmap.report.blocks import Block, CellValue, Table
from fastmap.report.columns import columns
from fastmap.report.context import ReportContext

_PDF_ROWS = 40


def cleared_texts(context: ReportContext) -> list[Block]:
    """Return the table, if anything was cleared; remarks stand in the order of their words, not of the members.

    Reasons that were cleared stand beside their verdict or decision.
    """
    if context.protection is None:
        return []
    remark = context.say("privacy.remark")
    rows: list[tuple[CellValue, ...]] = [(remark, text) for text in context.protection.remarks]
    rows += [
        (context.say("privacy.note", action=context.title_of(action)), action.note)
        for action in context.results.snapshot.actions
        if action.note
    ]
    if not rows:
        return []
    return [
        Table(
            key="cleared_texts",
            caption=context.say("privacy.remarks"),
            columns=columns(context.texts, "text_about cleared_text"),
            rows=tuple(rows),
            pdf_rows=_PDF_ROWS,
        )
    ]
