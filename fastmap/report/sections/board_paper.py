"""The board paper: the decisions that were chosen for it, each with everything a board asks, and a list to minute."""

from __future__ import annotations

from fastmap.model.results import Recommendation
from fastmap.report.blocks import CellValue, Paragraph, Table
from fastmap.report.columns import columns
from fastmap.report.context import ReportContext
from fastmap.report.finished import Section
from fastmap.report.sections.decisions import decision_card, decision_title, numbered_cards
from fastmap.report.shortened import briefest

_COLUMNS = "number title reference decision owner due days_low days_high money_low money_high answer"
_PDF_COLUMNS = ("number", "title", "owner", "due", "answer")


def chosen(context: ReportContext) -> tuple[Recommendation, ...]:
    """Return the recommendations chosen for the board paper, in their order."""
    return tuple(item for _, item in numbered_choices(context))


def board_paper(context: ReportContext) -> Section | None:
    """Return the chapter to hand to a board; ``None`` where nothing was chosen."""
    found = numbered_choices(context)
    if not found:
        return None
    return Section(
        key="board_paper",
        title=context.say("section.board_paper"),
        blocks=(
            Paragraph(text=context.say("board_paper.reading", count=len(found))),
            *(briefest(decision_card(context, number, item)) for number, item in found),
            _table(context, found),
            Paragraph(text=context.say("board_paper.where", chapter=context.say("section.decisions"))),
        ),
        own_page=True,
    )


def numbered_choices(context: ReportContext) -> tuple[tuple[int, Recommendation], ...]:
    """Return the decisions of the paper under the numbers of their cards in the chapter on decisions."""
    return tuple(
        (number, item) for number, item in numbered_cards(context) if item.plan is not None and item.plan.on_paper
    )


def _table(context: ReportContext, found: tuple[tuple[int, Recommendation], ...]) -> Table:
    return Table(
        key="board_decisions",
        caption=context.say("board_paper.caption"),
        columns=columns(context.texts, _COLUMNS),
        rows=tuple(_row(context, number, item) for number, item in found),
        pdf_columns=_PDF_COLUMNS,
    )


def _row(context: ReportContext, number: int, item: Recommendation) -> tuple[CellValue, ...]:
    plan, cost = item.plan, item.planned_cost
    return (
        number,
        decision_title(context, item),
        item.reference,
        context.sentence(item.decision),
        plan.owner if plan else None,
        plan.due if plan else None,
        cost.days_low,
        cost.days_high,
        cost.money_low,
        cost.money_high,
        context.word("recommendation_answer", item.answer) if item.answer else None,
    )
