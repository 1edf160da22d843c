"""Minutes of a board meeting or a workshop: prefilled with what is recorded, the rest to be written by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from fastmap.advice.nothing_left import why_nothing
from fastmap.model.choices import CommitmentState
from fastmap.model.results import Recommendation
from fastmap.model.workshop import Workshop
from fastmap.report.paper_blocks import (
    Cell,
    Fact,
    Facts,
    Form,
    Head,
    Heading,
    Look,
    Paper,
    PaperBlock,
    Points,
    Signatures,
    Text,
)
from fastmap.report.papers.board import answer_ticks
from fastmap.report.papers.desk import Desk, plain
from fastmap.report.papers.findings import findings
from fastmap.report.sections.board_paper import chosen
from fastmap.report.sections.workshop import item_name, vote_lines

_PARTICIPANTS: Final = 12
_OTHER_TASKS: Final = 5
_AGENDA: Final = ("welcome", "findings", "decisions", "under_way", "other", "next")
_OPEN: Final = (CommitmentState.PROMISED, CommitmentState.UNDER_WAY)


def minutes(desk: Desk) -> Paper:
    """Return the minutes with the decisions of the board paper, else with the first suggestions.

    Where a workshop is recorded, they are those of the last one: its day, place and agenda, what was said and decided, and
    its votes.
    """
    workshop = _last_workshop(desk)
    blocks: list[PaperBlock] = [
        desk.text("word.minutes.reading", Look.QUIET, date=desk.context.made_on),
        _meeting(desk, workshop),
        Heading(text=desk.say("minutes.participants")),
        _participants(desk),
        Heading(text=desk.say("minutes.agenda")),
        Points(items=plain(_agenda(desk, workshop)), numbered=True),
        *_said(desk, workshop),
        *_votes(desk, workshop),
        Heading(text=desk.say("minutes.item.findings")),
        *findings(desk),
        Heading(text=desk.say("minutes.item.decisions")),
        *_decisions(desk),
        Heading(text=desk.say("minutes.item.under_way")),
        *_under_way(desk),
        Heading(text=desk.say("minutes.item.other")),
        _other(desk),
        Heading(text=desk.say("minutes.item.next")),
        Facts(name=desk.say("minutes.item.next"), rows=_blank(desk, "when", "where")),
        desk.text("word.minutes.agreed", Look.LEAD),
        Signatures(names=(desk.say("minutes.chair"), desk.say("minutes.keeper"))),
    ]
    return Paper(
        key="minutes",
        title=desk.say("title.minutes"),
        subtitle=desk.say("subtitle.minutes"),
        blocks=(*blocks, *desk.sources()),
    )


def _blank(desk: Desk, *keys: str) -> tuple[Fact, ...]:
    return tuple(Fact(label=desk.say(f"minutes.{key}"), cells=((),)) for key in keys)


def _last_workshop(desk: Desk) -> Workshop | None:
    found = desk.context.results.snapshot.workshops
    return max(found, key=lambda one: (one.held_on or date.min, one.id), default=None)


def _meeting(desk: Desk, workshop: Workshop | None) -> Facts:
    if workshop is None:
        rows = _blank(desk, "occasion", "when", "where", "chair", "keeper")
    else:
        day = desk.context.texts.date(workshop.held_on) if workshop.held_on else None
        people = None if workshop.participants is None else str(workshop.participants)
        rows = (
            Fact(label=desk.say("minutes.occasion"), cells=((desk.context.say("section.workshop"),),)),
            _filled(desk.say("minutes.when"), day),
            _filled(desk.say("minutes.where"), workshop.place),
            _filled(desk.say("workshop.people_there"), people),
            *_blank(desk, "chair", "keeper"),
        )
    return Facts(name=desk.say("minutes.meeting"), rows=rows)


def _filled(label: str, text: str | None) -> Fact:
    return Fact(label=label, cells=((text,) if text else (),))


def _agenda(desk: Desk, workshop: Workshop | None) -> Iterator[str]:
    if workshop is None or not workshop.agenda:
        yield from (desk.say(f"minutes.item.{key}") for key in _AGENDA)
    else:
        yield from (item_name(desk.context, item) for item in workshop.agenda)


def _said(desk: Desk, workshop: Workshop | None) -> Iterator[PaperBlock]:
    """Yield notes and decisions, line by line, each under its item."""
    lines = [
        desk.say("workshop.said_item", item=item_name(desk.context, item), note=line.strip())
        for item in (workshop.agenda if workshop is not None else ())
        for line in f"{item.notes or ''}\n{item.decisions or ''}".splitlines()
        if line.strip()
    ]
    if lines:
        yield Heading(text=desk.say("workshop.said"))
        yield Points(items=plain(lines))


def _votes(desk: Desk, workshop: Workshop | None) -> Iterator[PaperBlock]:
    lines = list(vote_lines(desk.context, workshop)) if workshop is not None else []
    if lines:
        yield Heading(text=desk.say("workshop.votes"))
        yield Points(items=plain(lines))


def _participants(desk: Desk) -> Form:
    heads = (
        Head(text=desk.say("minutes.name"), share=4),
        Head(text=desk.say("minutes.organisation"), share=4),
        Head(text=desk.say("minutes.signature"), share=3),
    )
    rows = (((),) * len(heads),) * _PARTICIPANTS
    return Form(name=desk.say("minutes.participants"), caption=(), heads=heads, rows=rows, to_write=True)


def _decisions(desk: Desk) -> Iterator[PaperBlock]:
    context = desk.context
    found = chosen(context)
    if not found:
        found = context.results.on_cards(context.rules.cards)
        if not found:
            yield Text(words=(context.sentence(why_nothing(context.results, context.catalogue)),))
            return
        yield desk.text("word.minutes.from_cards")
    yield Form(
        name=context.say("board_paper.caption"),
        caption=(),
        heads=(
            Head(text=context.say("column.number.name"), share=2),
            Head(text=context.say("column.decision.name"), share=9),
            Head(text=desk.say("vote"), share=7),
            Head(text=desk.say("who"), share=4),
            Head(text=desk.say("due"), share=4),
        ),
        rows=tuple(_decision(desk, number, item) for number, item in enumerate(found, start=1)),
        to_write=True,
    )
    reasons = tuple(
        f"{number}: {item.answer_reason}" for number, item in enumerate(found, start=1) if item.answer_reason
    )
    if reasons:
        yield Points(items=plain(reasons))


def _decision(desk: Desk, number: int, item: Recommendation) -> tuple[Cell, ...]:
    plan = item.plan
    owner = plan.owner if plan else None
    due = desk.context.texts.date(plan.due) if plan and plan.due else None
    return (
        (str(number),),
        (desk.context.sentence(item.decision),),
        answer_ticks(desk, item),
        (owner,) if owner else (),
        (due,) if due else (),
    )


def _under_way(desk: Desk) -> Iterator[PaperBlock]:
    found = desk.form(
        "roadmap_actions", "action status owner end attention", rests_on=desk.by_records, day=desk.recorded, most=20
    )
    if found is None:
        yield desk.text("roadmap.nothing")
    else:
        yield found
    if any(one.state in _OPEN for one in desk.context.results.snapshot.commitments):
        promised = desk.form(
            "commitments", "promised_by commitment due commitment_state", rests_on=desk.by_records, day=desk.recorded
        )
        if promised is not None:
            yield promised


def _other(desk: Desk) -> Form:
    return Form(
        name=desk.say("minutes.tasks"),
        caption=(),
        heads=(
            Head(text=desk.say("minutes.what"), share=6),
            Head(text=desk.say("who"), share=3),
            Head(text=desk.say("due"), share=2),
        ),
        rows=(((),) * 3,) * _OTHER_TASKS,
        to_write=True,
    )
