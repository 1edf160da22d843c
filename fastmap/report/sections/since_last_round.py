"""What is different since the last round: needs of the same firms, verdicts, ranks, actions, who came and who went."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from fastmap.model.comparison import (
    ActionChange,
    ActionStory,
    Comparison,
    NeedChange,
    Party,
    Place,
    RankMove,
    RoundFacts,
    VerdictChange,
)
from fastmap.model.messages import Share
from fastmap.model.skills import label_in
from fastmap.report.badges import Badge, Tone
from fastmap.report.blocks import Block, Bullets, CellValue, KeyFigure, KeyFigures, Note, Paragraph, Suppressed, Table
from fastmap.report.columns import columns
from fastmap.report.context import VERDICT_TONES, ReportContext
from fastmap.report.finished import Section

NEED_TONES: Final = {
    NeedChange.MET: Tone.GOOD,
    NeedChange.UNNAMED: Tone.NEUTRAL,
    NeedChange.BETTER: Tone.REGIONAL,
    NeedChange.SAME: Tone.NEUTRAL,
    NeedChange.WORSE: Tone.BAD,
    NeedChange.NEW: Tone.WARN,
}
ACTION_TONES: Final = {
    ActionChange.DONE: Tone.GOOD,
    ActionChange.STOPPED: Tone.LT,
    ActionChange.STARTED: Tone.REGIONAL,
    ActionChange.NEW: Tone.PRIMARY,
    ActionChange.KEPT: Tone.NEUTRAL,
    ActionChange.REMOVED: Tone.NEUTRAL,
}
_NEEDS = (
    "skill met unnamed better same worse appeared"
    " short_now_before short_now short_now_told short_12m_before short_12m short_12m_told"
)
_OPEN_NEEDS = "skill gone still appeared"
_VERDICTS = "skill level verdict_before evidence_before users_before verdict evidence users undone_by_one"
_RANKS = "skill level rank_before interval_before rank interval_now move"
_ACTIONS = "title action_change status_before status end late"
_MEMBERS = "code name turnover"
_BY_FIRM = (
    "code name skill need_change short_now_before short_now short_12m_before short_12m consequence_before consequence"
)
_PDF_ROWS = 3


def since_last_round(context: ReportContext) -> Section | None:
    """Return the chapter; ``None`` in a first round."""
    found = context.results.since_last_round
    if found is None:
        return None
    blocks: list[Block] = [Paragraph(text=_opening(context, found))]
    blocks += [
        Note(title=context.say("rounds.mind"), text=context.sentence(flag), tone=Tone.WARN) for flag in found.flags
    ]
    if found.same is None or found.same:
        blocks += _needs(context, found)
    blocks += [_verdicts(context, found), _actions(context, found), _ranks(context, found)]
    blocks.append(Paragraph(text=_ranks_reading(context, found)))
    blocks += _turnover(context, found)
    if found.moves:
        blocks.append(Paragraph(text=context.say("rounds.moves"), heading=True))
        blocks.append(Bullets(items=tuple(_moves(context, found))))
    if found.stories:
        blocks.append(_by_firm(context, found))
    return Section(key="since_last_round", title=context.say("section.since_last_round"), blocks=tuple(blocks))


def _opening(context: ReportContext, found: Comparison) -> str:
    facts = {"before": found.before.label, "now": found.now.label}
    if found.same is None:
        return context.say("rounds.opening_withheld", **facts)
    return context.say("rounds.opening", count=found.same, **facts)


# --- needs ------------------------------------------------------------------------------------------------------------


def _needs(context: ReportContext, found: Comparison) -> list[Block]:
    figures = [
        KeyFigure(value=context.texts.number(count), label=context.word("need_change", change), tone=NEED_TONES[change])
        for change, count in found.totals.items()
        if count is not None
    ]
    blocks: list[Block] = [KeyFigures(figures=tuple(figures))] if figures else []
    blocks.append(Paragraph(text=context.say("rounds.needs_reading")))
    if found.withheld:
        blocks.append(
            Paragraph(text=context.say("rounds.needs_withheld", count=found.withheld, k=context.rules.privacy_k))
        )
    if context.anonymous and not found.skills:
        return blocks
    keys = _OPEN_NEEDS if context.anonymous else _NEEDS
    rows = [
        (
            context.capital(story.labels, story.uri),
            story.gone,
            story.still,
            story.changes[NeedChange.NEW],
        )
        if context.anonymous
        else (
            context.capital(story.labels, story.uri),
            *(story.changes[change] for change in NeedChange),
            story.short_now.before,
            story.short_now.now,
            story.short_now.firms,
            story.short_12m.before,
            story.short_12m.now,
            story.short_12m.firms,
        )
        for story in found.skills
    ]
    blocks.append(
        Table(
            key="needs_since",
            caption=context.say("rounds.needs"),
            columns=columns(context.texts, keys),
            rows=tuple(rows),
            pdf_rows=_PDF_ROWS,
            pdf_columns=None
            if context.anonymous
            else ("skill", "met", "unnamed", "better", "same", "worse", "appeared"),
            empty_text=context.say("rounds.no_needs"),
        )
    )
    return blocks


def _by_firm(context: ReportContext, found: Comparison) -> Table:
    names = {member.code: member.name for member in context.results.snapshot.members}
    labels = {story.uri: story.labels for story in found.skills}
    return Table(
        key="needs_by_firm",
        caption=context.say("rounds.by_firm"),
        columns=columns(context.texts, _BY_FIRM),
        rows=tuple(
            (
                story.member,
                names.get(story.member),
                context.capital(labels.get(story.skill, {}), story.skill),
                Badge(context.word("need_change", story.change), NEED_TONES[story.change]),
                story.before.short_now if story.before else None,
                story.now.short_now if story.now else None,
                story.before.short_12m if story.before else None,
                story.now.short_12m if story.now else None,
                context.word("consequence", story.before.consequence)
                if story.before and story.before.consequence
                else None,
                context.word("consequence", story.now.consequence) if story.now and story.now.consequence else None,
            )
            for story in sorted(found.stories, key=lambda story: (story.member, story.skill))
        ),
        pdf_rows=0,
    )


# --- verdicts and ranks -----------------------------------------------------------------------------------------------


def _verdicts(context: ReportContext, found: Comparison) -> Table:
    return Table(
        key="verdicts_since",
        caption=context.say("rounds.verdicts"),
        columns=columns(context.texts, _VERDICTS),
        rows=tuple(_verdict_row(context, change) for change in found.verdicts),
        pdf_rows=_PDF_ROWS,
        pdf_columns=("skill", "verdict_before", "evidence_before", "verdict", "evidence", "undone_by_one"),
        empty_text=context.say("rounds.no_verdicts"),
    )


def _verdict_row(context: ReportContext, change: VerdictChange) -> tuple[CellValue, ...]:
    before, now = change.before, change.now
    return (
        context.capital(change.labels, change.uri),
        _level(context, is_group=change.is_group),
        Badge(context.word("verdict", before.verdict), VERDICT_TONES[before.verdict]),
        context.word("evidence", before.evidence),
        _told(context, before.users),
        Badge(context.word("verdict", now.verdict), VERDICT_TONES[now.verdict]),
        context.word("evidence", now.evidence),
        _told(context, now.users),
        context.yes_no(answer=change.is_doubtful),
    )


def _ranks(context: ReportContext, found: Comparison) -> Table:
    return Table(
        key="ranks_since",
        caption=context.say("rounds.ranks", interval=context.texts.percent(context.rules.interval)),
        columns=columns(context.texts, _RANKS),
        rows=tuple(
            (
                context.capital(move.labels, move.uri),
                _level(context, is_group=move.is_group),
                move.before.rank,
                interval_words(context, move.before),
                move.now.rank,
                interval_words(context, move.now),
                context.say(f"rounds.move.{move_key(move)}", count=abs(move.places or 0)),
            )
            for move in found.ranks
        ),
        pdf_rows=0,
        pdf_columns=("skill", "rank_before", "interval_before", "rank", "interval_now", "move"),
        empty_text=context.say("rounds.no_ranks"),
    )


def _ranks_reading(context: ReportContext, found: Comparison) -> str:
    if context.anonymous:
        return context.say("rounds.ranks_reading_open")
    skills = [move for move in found.ranks if not move.is_group]
    then = sum(move.before.rank is not None for move in skills)
    now = sum(move.now.rank is not None for move in skills)
    return context.say("rounds.ranks_reading", then=then, now=now)


def move_key(move: RankMove) -> str:
    """Return how a move reads: ``came went stayed noise up down``; "noise" where the intervals allow it to be chance."""
    if move.before.rank is None:
        return "came"
    if move.now.rank is None:
        return "went"
    if not move.places:
        return "stayed"
    if move.is_noise:
        return "noise"
    return "up" if move.places > 0 else "down"


def interval_words(context: ReportContext, place: Place) -> str | None:
    """Return an interval as "2–5"."""
    if place.low is None or place.high is None:
        return None
    return context.say("rounds.interval", low=place.low, high=place.high)


def _level(context: ReportContext, *, is_group: bool) -> str:
    return context.say("rounds.level.group" if is_group else "rounds.level.skill")


# --- actions and members ----------------------------------------------------------------------------------------------


def _actions(context: ReportContext, found: Comparison) -> Table:
    return Table(
        key="actions_since",
        caption=context.say("rounds.actions"),
        columns=columns(context.texts, _ACTIONS),
        rows=tuple(_action_row(context, story) for story in found.actions),
        pdf_rows=0,
        pdf_columns=("title", "action_change", "status_before", "status", "end"),
        empty_text=context.say("rounds.no_actions"),
    )


def _action_row(context: ReportContext, story: ActionStory) -> tuple[CellValue, ...]:
    return (
        context.action_title(story.title, story.reference),
        Badge(context.word("action_change", story.change), ACTION_TONES[story.change]),
        context.word("action_status", story.before) if story.before else None,
        context.word("action_status", story.now) if story.now else None,
        story.end,
        context.yes_no(answer=story.is_late),
    )


def _turnover(context: ReportContext, found: Comparison) -> list[Block]:
    parties = {
        "came": found.turnover.came,
        "went": found.turnover.went,
        "answered_before": found.turnover.answered_before,
        "answered_now": found.turnover.answered_now,
    }
    title = Paragraph(text=context.say("rounds.members"), heading=True)
    rates = Paragraph(
        text=context.say("rounds.rates", before=_rate(context, found.before), now=_rate(context, found.now))
    )
    if any(party.count is None for party in parties.values()):
        return [title, rates, Paragraph(text=context.say("rounds.members_withheld", k=context.rules.privacy_k))]
    counts = tuple(context.say(f"rounds.party.{key}", count=party.count) for key, party in parties.items())
    blocks: list[Block] = [title, rates, Bullets(items=counts)]
    if not context.anonymous:
        blocks.append(_member_table(context, parties.items()))
    return blocks


def _member_table(context: ReportContext, parties: Iterable[tuple[str, Party]]) -> Table:
    return Table(
        key="members_since",
        caption=context.say("rounds.members_table"),
        columns=columns(context.texts, _MEMBERS),
        rows=tuple(
            (code, name, context.say(f"rounds.turnover.{key}")) for key, party in parties for code, name in party.names
        ),
        pdf_rows=0,
        empty_text=context.say("rounds.no_members"),
    )


def _rate(context: ReportContext, facts: RoundFacts) -> str:
    if facts.response_rate is None:
        return context.say("rounds.rate_unknown", round=facts.label)
    return context.say("rounds.rate", round=facts.label, rate=Share(facts.response_rate))


def _moves(context: ReportContext, found: Comparison) -> Iterable[str]:
    for move in found.moves:
        before, into = (label_in(labels, context.texts.language) or "–" for labels in (move.labels, move.into))
        yield context.say("rounds.merged" if move.merged else "rounds.renamed", before=before, into=into)


def _told(context: ReportContext, count: int | None) -> CellValue:
    return Suppressed(context.say("withheld.short")) if count is None else count
