"""Workshops: what was decided, and what people in the room gave their dots to, beside the survey."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from fastmap.model.choices import AgendaSubject, BallotState, RankGap
from fastmap.model.vote_results import BallotResult, OptionResult
from fastmap.model.workshop import AgendaItem, Workshop
from fastmap.report.badges import Badge, Tone
from fastmap.report.ballot_labels import labels_of
from fastmap.report.blocks import Block, Bullets, CellValue, Paragraph, Table
from fastmap.report.columns import columns
from fastmap.report.context import ReportContext
from fastmap.report.drawings import Chart, ChartKind, Series
from fastmap.report.finished import Section
from fastmap.texts import sentence_case

_VOTES = "workshop ballot option dots dots_share room_place survey_place room_gap"
_VOTES_IN_PDF = ("ballot", "option", "dots", "dots_share", "room_place", "survey_place", "room_gap")
_VOTES_BESIDE = ("option", "survey_place", "room_gap")
"""Beside the drawing, which has the dots and the order."""
"""Beside the chart of a single vote: there is room for half of the columns, and the dots give the places in the room."""
_AGENDA = "workshop number agenda_item agenda_minutes agenda_notes agenda_decisions"
_GAP_TONES = {RankGap.HIGHER: Tone.GOOD, RankGap.LOWER: Tone.WARN}
_FIRST = 3
"""So many options are named in the sentence about a vote."""


def workshop(context: ReportContext) -> Section | None:
    """Return the chapter; ``None`` where no workshop is recorded. An anonymous one without votes says what it leaves out."""
    workshops, votes = context.results.snapshot.workshops, context.results.ballots
    if not workshops:
        return None
    blocks: list[Block] = [Paragraph(text=_reading(context))]
    with_votes = {found.ballot.workshop for found in votes}
    for meeting in workshops:
        if not context.anonymous or meeting.id in with_votes:
            blocks += _meeting(context, meeting)
    closed = [one for one in votes if one.ballot.state is BallotState.CLOSED]
    if closed:
        last = blocks[-1]
        in_pdf: tuple[str, ...] = _VOTES_IN_PDF
        if len(closed) == 1 and isinstance(last, Chart):  # one vote: its dots and its places side by side
            blocks[-1], in_pdf = replace(last, beside=1), _VOTES_BESIDE
        blocks.append(_votes(context, closed, in_pdf))
    if any(meeting.agenda for meeting in workshops):
        blocks.append(_agenda(context, workshops))
    return Section(key="workshop", title=context.say("section.workshop"), blocks=tuple(blocks))


def _reading(context: ReportContext) -> str:
    told = context.say("workshop.reading")
    if not context.anonymous:
        return told
    return f"{told} {context.say('workshop.anonymous', k=context.rules.privacy_k)}"


def meeting_name(context: ReportContext, meeting: Workshop) -> str:
    """Return what a workshop is called: by its day."""
    if meeting.held_on is None:
        return context.say("workshop.no_day")
    return context.say("workshop.of_day", date=context.texts.date(meeting.held_on))


def item_name(context: ReportContext, item: AgendaItem) -> str:
    """Return an item of the agenda in words."""
    return item.title or context.word("agenda_subject", item.subject)


def decisions_of(context: ReportContext, meeting: Workshop) -> Iterator[str]:
    """Yield what was decided, line by line; what was not decided under the item meant for it, with its item."""
    for item in meeting.agenda:
        for line in (item.decisions or "").splitlines():
            if not line.strip():
                continue
            if item.subject is AgendaSubject.DECISIONS and item.title is None:
                yield line.strip()
            else:
                yield context.say("workshop.decision", item=item_name(context, item), decision=line.strip())


def vote_lines(context: ReportContext, meeting: Workshop) -> Iterator[str]:
    """Yield what is said of each vote of a workshop."""
    for found in context.results.ballots:
        if found.ballot.workshop == meeting.id:
            yield vote_sentence(context, meeting, found)


def _meeting(context: ReportContext, meeting: Workshop) -> Iterator[Block]:
    yield Paragraph(text=meeting_name(context, meeting), heading=True)
    if facts := list(meeting_facts(context, meeting)):
        yield Paragraph(text=" · ".join(facts))
    decided = tuple(decisions_of(context, meeting))
    if decided:
        yield Paragraph(text=context.say("workshop.decided"))
        yield Bullets(items=decided, numbered=True)
    for found in context.results.ballots:
        if found.ballot.workshop != meeting.id:
            continue
        yield Paragraph(text=vote_sentence(context, meeting, found))
        if found.ballot.state is BallotState.CLOSED and found.dots:
            yield _chart(context, meeting, found)


def meeting_facts(context: ReportContext, meeting: Workshop) -> Iterator[str]:
    """Yield place, people and planned minutes of a workshop, as far as they are known."""
    if meeting.place:
        yield context.say("workshop.place", place=meeting.place)
    if meeting.participants is not None:
        yield context.say("workshop.people", people=meeting.participants)
    if meeting.agenda:
        yield context.say("workshop.minutes", minutes=meeting.minutes)


def vote_sentence(context: ReportContext, meeting: Workshop, found: BallotResult) -> str:
    """Return who voted on what, and where room and survey disagree; of a vote that is still open, only that."""
    subject = context.word("ballot_subject", found.ballot.subject)
    if found.ballot.state is BallotState.OPEN:
        return context.say("workshop.open", subject=subject)
    voters = _voters(context, found)
    parts = [context.say("workshop.vote", subject=subject, voters=voters, dots=found.dots, each=found.ballot.dots)]
    if found.dots:
        parts.append(context.say("workshop.most", options=_counted(context, found, found.options[:_FIRST])))
    parts += _compared(context, found)
    if found.voters is not None and meeting.participants is not None and found.voters > meeting.participants:
        parts.append(context.say("workshop.too_many", room=meeting.participants))
    return " ".join(parts)


def _voters(context: ReportContext, found: BallotResult) -> str:
    if found.voters is not None:
        return context.texts.number(found.voters)
    # An anonymous edition tells no vote whose voters are not known: it only keeps their number to itself.
    if context.anonymous:
        return context.say("workshop.at_least", k=context.rules.privacy_k)
    return context.say("workshop.not_counted")


def _compared(context: ReportContext, found: BallotResult) -> Iterator[str]:
    if not found.is_ranked_by_survey:
        yield context.say("workshop.not_ranked")
    elif found.dots and not found.disagreements:
        yield context.say("workshop.agree")
    for gap in RankGap:
        options = [one for one in found.options if one.gap is gap]
        if options:
            yield context.say(
                f"workshop.{gap}", options=context.parts(option_labels(context, found)[one.option] for one in options)
            )


def _counted(context: ReportContext, found: BallotResult, options: Iterable[OptionResult]) -> str:
    labels = option_labels(context, found)
    return context.parts(f"{labels[one.option]} ({context.texts.number(one.dots)})" for one in options if one.dots)


def option_labels(context: ReportContext, found: BallotResult) -> dict[str, str]:
    """Return option → its words, as they begin a line."""
    named = labels_of(found.ballot, context.results, context.texts)
    return {option: sentence_case(label) for option, label in named.items()}


def _chart(context: ReportContext, meeting: Workshop, found: BallotResult) -> Chart:
    labels = option_labels(context, found)
    subject = context.word("ballot_subject", found.ballot.subject)
    dots = context.say("column.dots.name")
    return Chart(
        key=f"workshop_votes_{found.ballot.id}",
        kind=ChartKind.BARS,
        caption=context.say("workshop.chart", subject=subject, meeting=meeting_name(context, meeting)),
        alternative=context.say("workshop.alternative", parts=_counted(context, found, found.options)),
        categories=tuple(labels[one.option] for one in found.options),
        series=(Series(key="dots", label=dots, values=tuple(one.dots for one in found.options)),),
        x_label=dots,
    )


def _votes(context: ReportContext, closed: Iterable[BallotResult], in_pdf: tuple[str, ...]) -> Table:
    meetings = {one.id: one for one in context.results.snapshot.workshops}
    rows: list[tuple[CellValue, ...]] = []
    for found in closed:
        labels = option_labels(context, found)
        subject = context.word("ballot_subject", found.ballot.subject)
        rows += [
            (
                meeting_name(context, meetings[found.ballot.workshop]),
                subject,
                labels[one.option],
                one.dots,
                one.share,
                one.place,
                one.survey_place,
                _gap(context, found, one),
            )
            for one in found.options
        ]
    return Table(
        key="workshop_votes",
        caption=context.say("workshop.votes_caption"),
        columns=columns(context.texts, _VOTES),
        rows=tuple(rows),
        pdf_columns=in_pdf,
    )


def _gap(context: ReportContext, found: BallotResult, one: OptionResult) -> Badge | None:
    if one.gap is not None:
        return Badge(sentence_case(context.word("rank_gap", one.gap)), _GAP_TONES[one.gap])
    if one.survey_place is None or not found.dots:
        return None
    return Badge(sentence_case(context.say("workshop.same")))


def _agenda(context: ReportContext, workshops: Iterable[Workshop]) -> Table:
    return Table(
        key="workshop_agenda",
        caption=context.say("workshop.agenda_caption"),
        columns=columns(context.texts, _AGENDA),
        rows=tuple(
            (
                meeting_name(context, meeting),
                number,
                item_name(context, item),
                item.minutes,
                item.notes,
                item.decisions,
            )
            for meeting in workshops
            for number, item in enumerate(meeting.agenda, start=1)
        ),
        pdf_rows=0,
    )
