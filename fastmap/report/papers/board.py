"""The board paper: the decisions chosen for it, each with what a board asks and a place for the vote."""

from __future__ import annotations

from collections.abc import Iterator

from fastmap.advice.nothing_left import why_nothing
from fastmap.model.choices import RecommendationAnswer
from fastmap.model.results import Recommendation
from fastmap.report.blocks import CardLine, DecisionCard
from fastmap.report.drawings import Grid
from fastmap.report.paper_blocks import Cell, Fact, Facts, Heading, Look, Paper, PaperBlock, Picture, Points, Text
from fastmap.report.papers.desk import Desk, plain, ticked
from fastmap.report.papers.findings import findings, needs_behind
from fastmap.report.sections.board_paper import chosen, numbered_choices
from fastmap.report.sections.decisions import decision_card, decision_title

_TOLD = (
    "changed",
    "why",
    "if_not",
    "needs",
    "partners",
    "prerequisites",
    "first_step",
    "cost",
    "who_pays",
    "go_if",
    "stop_if",
    "unknown",
    "kpi",
    "practice",
)
"""Lines of the card that a board reads, in this order; who and by when, and the answer, have rows of their own."""


def board(desk: Desk, drawn: Grid | None) -> Paper:
    """Return the paper; where nothing was chosen it says how to choose."""
    found = chosen(desk.context)
    blocks: list[PaperBlock] = [Heading(text=desk.say("brief")), *findings(desk)]
    blocks += _decisions(desk) if found else _nothing_chosen(desk)
    if drawn is not None:
        blocks += [Heading(text=desk.context.say("section.grid")), Picture(drawing=drawn)]
    return Paper(
        key="board",
        title=desk.context.say("section.board_paper"),
        subtitle=desk.say("subtitle.board", count=len(found)) if found else desk.say("board.none"),
        blocks=(*blocks, *desk.sources()),
    )


def _nothing_chosen(desk: Desk) -> list[PaperBlock]:
    context = desk.context
    blocks: list[PaperBlock] = [
        Heading(text=context.say("column.decision.name")),
        Text(words=(desk.say("board.none"),), look=Look.LEAD),
    ]
    suggested = context.results.on_cards(context.rules.cards)
    if not suggested:
        return [*blocks, Text(words=(context.sentence(why_nothing(context.results, context.catalogue)),))]
    return [
        *blocks,
        desk.text("word.board.how"),
        Points(items=plain(context.sentence(item.decision) for item in suggested), numbered=True),
    ]


def _decisions(desk: Desk) -> Iterator[PaperBlock]:
    """Yield the decisions under the numbers that their cards have in the report."""
    found = numbered_choices(desk.context)
    yield Heading(text=desk.say("board.decisions", count=len(found)))
    yield Text(words=(desk.context.say("board_paper.reading", count=len(found)),), look=Look.QUIET)
    for number, item in found:
        card = decision_card(desk.context, number, item)
        name = f"{number}. {decision_title(desk.context, item)}"
        yield Heading(text=name, level=2)
        yield Text(words=(card.decision,), look=Look.LEAD)
        yield Facts(
            name=name,
            rows=(*_told(desk, card, item), *_to_write(desk, item)),
        )


def _told(desk: Desk, card: DecisionCard, item: Recommendation) -> Iterator[Fact]:
    lines = {line.key: line for line in card.lines}
    for key in _TOLD:
        if key in lines:
            yield _fact(lines[key])
        if key == "why" and (behind := needs_behind(desk, item.needs)):
            yield Fact(label=desk.say("board.behind"), cells=behind)


def _fact(line: CardLine) -> Fact:
    return Fact(label=line.label, cells=plain(line.lines))


def _to_write(desk: Desk, item: Recommendation) -> Iterator[Fact]:
    """Yield who and by when, as far as it is filled in, and the rows for the vote."""
    context, plan = desk.context, item.plan
    yield Fact(label=desk.say("who"), cells=_filled(plan.owner if plan else None))
    yield Fact(label=desk.say("due"), cells=_filled(context.texts.date(plan.due) if plan and plan.due else None))
    yield Fact(label=desk.say("vote"), cells=(answer_ticks(desk, item), (desk.say("votes"),)))
    yield Fact(label=desk.say("conditions"), cells=_filled(item.answer_reason))


def _filled(text: str | None) -> tuple[Cell, ...]:
    return ((text,),) if text else ((),)


def answer_ticks(desk: Desk, item: Recommendation) -> Cell:
    """Return the answers a board can give as boxes; the one that is recorded is ticked."""
    return ticked((desk.say(f"answer.{answer}"), item.answer is answer) for answer in RecommendationAnswer)
