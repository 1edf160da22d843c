"""Planned and running actions with their dates, days and money; a sum is told of what is recorded, and says so."""

from __future__ import annotations

from collections.abc import Iterator

from fastmap.advice.roadmap import RoadmapEntry
from fastmap.report.paper_blocks import Cell, Form, Head, PaperBlock, Text
from fastmap.report.papers.desk import Desk
from fastmap.report.sections.roadmap import roadmap_for, title


def planned(desk: Desk) -> Iterator[PaperBlock]:
    """Yield the table of the roadmap's actions with their costs, and what the recorded budgets come to."""
    context, entries = desk.context, roadmap_for(desk.context).entries
    if not entries:
        yield desk.text("roadmap.nothing")
        return
    marks = [desk.mark(key, rests_on=desk.by_records, day=desk.recorded) for key in ("roadmap_actions", "actions")]
    yield Form(
        name=context.say("roadmap.table_caption"),
        caption=(context.say("roadmap.table_caption"), *marks),
        heads=(
            Head(text=context.say("column.action.name"), share=9),
            Head(text=context.say("column.partners.name"), share=8),
            Head(text=context.say("column.start.name"), share=5),
            Head(text=context.say("column.end.name"), share=5),
            Head(text=desk.say("application.days"), share=5, is_figure=True),
            Head(text=desk.say("application.money"), share=5, is_figure=True),
            Head(text=context.say("column.funding.name"), share=7),
        ),
        rows=tuple(_row(desk, entry) for entry in entries),
    )
    yield _sum(desk, entries)


def _row(desk: Desk, entry: RoadmapEntry) -> tuple[Cell, ...]:
    context, action = desk.context, entry.action
    shown = (
        title(context, entry),
        context.partner_names(action.partners) or None,
        action.start,
        action.end,
        entry.plan.staff_days,
        action.budget,
        action.funding,
    )
    return tuple((context.texts.fact(value),) for value in shown)


def _sum(desk: Desk, entries: tuple[RoadmapEntry, ...]) -> Text:
    """Return what the recorded budgets come to, of how many actions; others are not guessed."""
    budgets = [entry.action.budget for entry in entries if entry.action.budget is not None]
    if not budgets:
        return desk.text("word.application.no_budget")
    total = desk.figure(
        sum(budgets),
        desk.say("what", subject=desk.context.say("roadmap.table_caption"), figure=desk.say("application.money")),
        "actions",
        rests_on=desk.say("rests.actions", count=len(budgets)),
        day=desk.recorded,
    )
    words = desk.words("word.application.budget", money=total, known=len(budgets), count=len(entries))
    is_whole = len(budgets) == len(entries)
    return Text(words=words if is_whole else (*words, " ", desk.say("application.budget_missing")))
