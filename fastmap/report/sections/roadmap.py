"""The roadmap: planned and running actions over time, what they wait for, and the days they take."""

from __future__ import annotations

from datetime import date

from fastmap.advice.roadmap import Roadmap, RoadmapEntry, YearLoad, roadmap_of
from fastmap.model.choices import MilestoneState, Timing
from fastmap.model.ids import ActionId
from fastmap.model.planning import Milestone
from fastmap.report.badges import Badge, Tone
from fastmap.report.blocks import Block, CellValue, Note, Paragraph, Table
from fastmap.report.columns import columns
from fastmap.report.context import SCOPE_TONES, TIMING_TONES, ReportContext
from fastmap.report.drawings import Timeline, TimelineBar, TimelineLane, TimelineMark
from fastmap.report.finished import Section
from fastmap.report.sections.costs import costs

_COLUMNS = "action reference horizon status owner partners start end staff_days after milestones attention"
_NAMED = frozenset({"owner", "partners"})
MILESTONE_TONES = {
    MilestoneState.OPEN: Tone.NEUTRAL,
    MilestoneState.REACHED: Tone.GOOD,
    MilestoneState.DROPPED: Tone.LT,
}


def roadmap(context: ReportContext) -> Section:
    """Return the chapter on the roadmap."""
    found, name = roadmap_for(context), context.say("section.roadmap")
    if not found.entries:
        return Section(key="roadmap", title=name, blocks=(Paragraph(text=context.say("roadmap.nothing")),))
    blocks: list[Block] = [Paragraph(text=reading(context, found)), timeline(context, found)]
    if looked_at := flagged(context, found):
        blocks.append(Note(title=context.say("roadmap.attention"), text="\n".join(looked_at), tone=Tone.WARN))
    blocks += [_actions(context, found), *_milestones(context, found), *_days(context, found), *costs(context, found)]
    return Section(key="roadmap", title=name, blocks=tuple(blocks))


def roadmap_for(context: ReportContext) -> Roadmap:
    """Return the roadmap on the day of the report; an anonymous edition says nothing of owners."""
    return roadmap_of(context.results.snapshot, context.made_on, tells_owners=not context.anonymous)


def reading(context: ReportContext, found: Roadmap) -> str:
    """Return how many actions stand on the roadmap, and how many are late or without an owner."""
    parts = [context.say("roadmap.reading", count=len(found.entries))]
    if found.late:
        parts.append(context.say("roadmap.late", count=found.late))
    if found.ownerless and not context.anonymous:
        parts.append(context.say("roadmap.ownerless", count=found.ownerless))
    return " ".join(parts)


def flagged(context: ReportContext, found: Roadmap) -> tuple[str, ...]:
    """Return one line per action that somebody should look at."""
    return tuple(
        context.say("roadmap.flagged", action=title(context, entry), what=" ".join(flags_of(context, entry)))
        for entry in found.entries
        if entry.flags
    )


def flags_of(context: ReportContext, entry: RoadmapEntry) -> tuple[str, ...]:
    """Return what somebody should look at, in sentences."""
    return context.sentences(entry.flags)


def title(context: ReportContext, entry: RoadmapEntry) -> str:
    """Return what the action is called."""
    return context.title_of(entry.action)


def waits_for(context: ReportContext, found: Roadmap, entry: RoadmapEntry) -> str:
    """Return the titles of the actions that it waits for, "" for none."""
    return context.parts(
        found.titles[one] or context.say("action.withheld") for one in entry.plan.after if one in found.titles
    )


def milestone_words(context: ReportContext, milestone: Milestone) -> str:
    """Return "15 Jan 2027: Contract signed (open)"."""
    name = milestone.title or context.say("roadmap.milestone")
    key = "roadmap.milestone_words" if milestone.due else "roadmap.milestone_undated"
    state = context.word("milestone_state", milestone.state)
    return context.say(key, due=milestone.due, title=name, state=state)


def load_words(context: ReportContext, found: Roadmap, load: YearLoad) -> str:
    """Return in one sentence what the actions of a year take, against what the team has."""
    year, days = str(load.year), round(load.staff_days, 1)
    if not load.known and not load.unknown:
        return context.say("roadmap.load_none", year=year)
    if not load.known:
        return context.say("roadmap.load_unknown", year=year, count=load.unknown)
    if found.capacity is None:
        said = context.say("roadmap.load", year=year, days=days)
    elif days > found.capacity:
        over = round(days - found.capacity, 1)
        said = context.say("roadmap.load_over", year=year, days=days, capacity=found.capacity, over=over)
    else:
        said = context.say("roadmap.load_within", year=year, days=days, capacity=found.capacity)
    return f"{said} {context.say('roadmap.load_more', count=load.unknown)}" if load.unknown else said


# --- the drawing ----------------------------------------------------------------------------------------------------------


def timeline(context: ReportContext, found: Roadmap) -> Timeline:
    """Return the drawing of the roadmap, lane by lane."""
    keys = _keys(context, found)
    lanes = tuple(
        TimelineLane(
            name=context.word("timing", timing) if timing else context.say("roadmap.no_horizon"),
            tone=TIMING_TONES[timing] if timing else Tone.NEUTRAL,
            bars=tuple(_bar(context, entry, keys) for entry in found.entries if entry.horizon is timing),
        )
        for timing in (*Timing, None)
        if timing is not None or any(entry.horizon is None for entry in found.entries)
    )
    first, last = _span(found)
    return Timeline(
        key="roadmap_timeline",
        caption=context.say("roadmap.caption"),
        alternative=_alternative(context, found),
        lanes=lanes,
        first=first,
        last=last,
        today=found.today,
        today_word=context.say("roadmap.today"),
        empty_word=context.say("roadmap.lane_empty"),
    )


def _span(found: Roadmap) -> tuple[date, date]:
    begins = [entry.drawn_from for entry in found.entries if entry.drawn_from is not None]
    first = max(min([found.today, *begins]).year, found.today.year - 1)
    years = [load.year for load in found.years]
    return date(first, 1, 1), date(max([found.today.year, *years]), 12, 31)


def _keys(context: ReportContext, found: Roadmap) -> dict[ActionId, str]:
    """Return what bars are called: ids of actions, or numbers where ids change with every edition."""
    ids = [entry.action.id for entry in found.entries]
    return {one: str(number) if context.anonymous else one for number, one in enumerate(ids, start=1)}


def _bar(context: ReportContext, entry: RoadmapEntry, keys: dict[ActionId, str]) -> TimelineBar:
    action = entry.action
    owner = None if context.anonymous else action.owner or context.say("roadmap.no_owner")
    facts = [context.word("action_status", action.status), owner]
    return TimelineBar(
        key=keys[action.id],
        title=title(context, entry),
        fact=" · ".join(fact for fact in facts if fact),
        tone=SCOPE_TONES[action.cell.scope],
        start=entry.drawn_from,
        end=entry.drawn_to,
        is_start_known=action.start is not None,
        is_end_known=action.end is not None,
        warning=context.say("roadmap.is_late")
        if entry.is_late
        else context.say("roadmap.look")
        if entry.flags
        else None,
        marks=tuple(
            TimelineMark(
                day=milestone.due,
                title=milestone.title or context.say("roadmap.milestone"),
                is_reached=milestone.state is MilestoneState.REACHED,
                is_late=milestone.is_late(context.made_on),
            )
            for milestone in entry.plan.milestones
            if milestone.due is not None and milestone.state is not MilestoneState.DROPPED
        ),
        after=tuple(keys[one] for one in entry.plan.after if one in keys),
    )


def _alternative(context: ReportContext, found: Roadmap) -> str:
    parts = (
        context.say(
            "roadmap.part" if entry.is_dated else "roadmap.part_undated",
            action=title(context, entry),
            start=entry.drawn_from,
            end=entry.drawn_to,
        )
        for entry in found.entries
    )
    return context.say("roadmap.alternative", parts=context.parts(parts))


# --- tables ---------------------------------------------------------------------------------------------------------------


def _actions(context: ReportContext, found: Roadmap) -> Table:
    keys = [key for key in _COLUMNS.split() if not (context.anonymous and key in _NAMED)]
    rows = (_row(context, found, entry) for entry in found.entries)
    return Table(
        key="roadmap_actions",
        caption=context.say("roadmap.table_caption"),
        columns=columns(context.texts, " ".join(keys)),
        rows=tuple(tuple(row[key] for key in keys) for row in rows),
        pdf_rows=0,
    )


def _row(context: ReportContext, found: Roadmap, entry: RoadmapEntry) -> dict[str, CellValue]:
    action = entry.action
    return {
        "action": title(context, entry),
        "reference": action.reference,
        "horizon": str(entry.horizon) if entry.horizon else None,
        "status": context.word("action_status", action.status),
        "owner": action.owner,
        "partners": context.partner_names(action.partners) or None,
        "start": action.start,
        "end": action.end,
        "staff_days": entry.plan.staff_days,
        "after": waits_for(context, found, entry) or None,
        "milestones": context.parts(milestone_words(context, one) for one in entry.plan.milestones) or None,
        "attention": " ".join(flags_of(context, entry)) or None,
    }


def _milestones(context: ReportContext, found: Roadmap) -> list[Block]:
    every = [(entry, milestone) for entry in found.entries for milestone in entry.plan.milestones]
    if not every:
        return []
    every.sort(key=lambda pair: pair[1].due or date.max)
    rows = tuple(
        (
            milestone.due,
            milestone.title or context.say("roadmap.milestone"),
            title(context, entry),
            _state(context, milestone),
        )
        for entry, milestone in every
    )
    return [
        Table(
            key="milestones",
            caption=context.say("roadmap.milestones_caption"),
            columns=columns(context.texts, "due milestone action milestone_state"),
            rows=rows,
            pdf_rows=3,
        )
    ]


def _state(context: ReportContext, milestone: Milestone) -> Badge:
    if milestone.is_late(context.made_on):
        return Badge(context.say("roadmap.overdue"), Tone.WARN)
    return Badge(context.word("milestone_state", milestone.state), MILESTONE_TONES[milestone.state])


def _days(context: ReportContext, found: Roadmap) -> list[Block]:
    sentences = [load_words(context, found, load) for load in found.years]
    if found.capacity is None:
        sentences.append(context.say("roadmap.no_capacity"))
    return [
        Paragraph(text=context.say("roadmap.days_heading"), heading=True),
        Paragraph(text=" ".join((*sentences, context.say("roadmap.days_method")))),
        Table(
            key="team_days",
            caption=context.say("roadmap.days_caption"),
            columns=columns(context.texts, "year days_taken days_team actions_known actions_unknown"),
            rows=tuple((str(one.year), one.staff_days, found.capacity, one.known, one.unknown) for one in found.years),
            pdf_rows=0,
        ),
    ]
