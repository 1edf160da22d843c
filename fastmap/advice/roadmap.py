"""The roadmap: planned and running actions over time, what waits for what, and the days they take.

Nothing is corrected: dates that conflict, circles and actions that nobody owns stay as recorded and are named in words.
What "late" means depends on a day, so a roadmap is made for one. Start reading in `roadmap_of`.
"""

from __future__ import annotations

from calendar import isleap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from fastmap.model.actions import Action
from fastmap.model.choices import ActionStatus, MilestoneState, Timing
from fastmap.model.ids import ActionId
from fastmap.model.messages import Fact, Message, Term, message
from fastmap.model.planning import ActionPlan, Milestone
from fastmap.model.snapshot import Snapshot

OPEN: Final = (ActionStatus.PLANNED, ActionStatus.RUNNING)
"""What stands on the roadmap; ideas are not decided, and what is done or stopped takes no more days."""
HORIZON_MONTHS: Final[Mapping[Timing, tuple[int, int]]] = {Timing.ST: (0, 12), Timing.MT: (12, 36), Timing.LT: (36, 60)}
"""Where a horizon lies, in months from today (`domain.md`, The grid; five years are as far as a roadmap is drawn)."""
MOST_YEARS: Final = 6
_DAYS_OF_A_YEAR: Final = 366
"""First and last day included; a leap year is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadmapEntry:
    """One action on the roadmap."""

    action: Action
    plan: ActionPlan
    horizon: Timing | None
    """The lane it stands in: the first of its timings, else what its dates say; ``None``: nothing says."""
    drawn_from: date | None
    """Where it begins on a drawing; ``None``: nothing says where it lies."""
    drawn_to: date | None
    goes_on: tuple[date, date] | None
    """First and last day on which it takes days. One that still runs after its end goes on until today at least."""
    is_late: bool
    """Its start, its end or an open milestone has passed."""
    flags: tuple[Message, ...]
    """What somebody should look at, in words."""

    @property
    def is_dated(self) -> bool:
        """True if a start or an end is recorded."""
        return self.action.start is not None or self.action.end is not None

    @property
    def is_short(self) -> bool:
        """True if both dates are recorded and span at most a year: its staff days are meant in all, not per year."""
        is_known = self.action.start is not None and self.action.end is not None
        return is_known and self.goes_on is not None and (self.goes_on[1] - self.goes_on[0]).days < _DAYS_OF_A_YEAR

    def days_in(self, year: int) -> float | None:
        """Return the staff days that count in ``year``; ``None``: nobody recorded any. Source: decision record 0279."""
        return None if self.plan.staff_days is None else self.plan.staff_days * self.share_of(year)

    def share_of(self, year: int) -> float:
        """Return the share of the recorded staff days that falls into ``year`` (0–1).

        Of a short action: how much of it lies in the year. Of any other: in how much of the year it goes on. One that
        nothing places in time counts in full.
        """
        if self.goes_on is None:
            return 1.0
        first, last = self.goes_on
        inside = (min(last, date(year, 12, 31)) - max(first, date(year, 1, 1))).days + 1
        whole = (last - first).days + 1 if self.is_short else 366 if isleap(year) else 365
        return max(0, inside) / whole


@dataclass(frozen=True, slots=True, kw_only=True)
class YearLoad:
    """Days that open actions take in one calendar year."""

    year: int
    staff_days: float
    """Σ of what actions take in the year (`RoadmapEntry.days_in`), over those whose days are known."""
    known: int
    """Actions of the year whose days are known."""
    unknown: int
    """Actions of the year whose days nobody recorded; they count nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Roadmap:
    """Planned and running actions, lane by lane and by their beginning."""

    today: date
    entries: tuple[RoadmapEntry, ...]
    years: tuple[YearLoad, ...]
    capacity: float | None
    """Days a year that the team has; ``None``: nobody said."""
    titles: Mapping[ActionId, str]
    """Titles of all actions, also of those that something waits for and that are done."""

    @property
    def late(self) -> int:
        """How many are late."""
        return sum(entry.is_late for entry in self.entries)

    @property
    def ownerless(self) -> int:
        """How many nobody owns."""
        return sum(not entry.action.owner for entry in self.entries)


def roadmap_of(snapshot: Snapshot, today: date, *, tells_owners: bool = True) -> Roadmap:
    """Return the roadmap as it stands ``today``. Without ``tells_owners`` nothing is said of who owns what."""
    actions = {action.id: action for action in snapshot.actions}
    plans = {plan.action: plan for plan in snapshot.action_plans}
    circles = _circles(plans, actions)
    entries = []
    for action in snapshot.actions:
        if action.status in OPEN:
            plan = plans.get(action.id, ActionPlan(action=action.id))
            flags = tuple(_flags(action, plan, actions, circles, today))
            if tells_owners and not action.owner:
                flags = (Message("roadmap.no_owner"), *flags)
            entries.append(_entry(action, plan, flags, today))
    lanes = (*Timing, None)
    # Ids decide nothing: an anonymous edition has others each time. The order of the snapshot does.
    entries.sort(key=lambda entry: (lanes.index(entry.horizon), entry.drawn_from or date.max))
    return Roadmap(
        today=today,
        entries=tuple(entries),
        years=_years(entries, today),
        capacity=snapshot.capacity.staff_days if snapshot.capacity else None,
        titles={action.id: action.title for action in snapshot.actions},
    )


def _entry(action: Action, plan: ActionPlan, flags: tuple[Message, ...], today: date) -> RoadmapEntry:
    horizon = _horizon(action, today)
    drawn_from, drawn_to = _drawn(action, horizon, today)
    return RoadmapEntry(
        action=action,
        plan=plan,
        horizon=horizon,
        drawn_from=drawn_from,
        drawn_to=drawn_to,
        goes_on=_goes_on(action, drawn_from, drawn_to, today),
        is_late=any(True for _ in _late(action, plan, today)),
        flags=flags,
    )


def _horizon(action: Action, today: date) -> Timing | None:
    if action.timing:
        return next(timing for timing in Timing if timing in action.timing)
    if action.end is None:
        return None
    months = (action.end.year - today.year) * 12 + action.end.month - today.month
    return next((timing for timing, (_, to) in HORIZON_MONTHS.items() if months <= to), Timing.LT)


def _drawn(action: Action, horizon: Timing | None, today: date) -> tuple[date | None, date | None]:
    """Return where an action lies on a drawing: its dates, and for a missing one what its horizon says."""
    start, end = action.start, action.end
    if start is not None and end is not None:
        return min(start, end), max(start, end)
    if horizon is None:
        return (start, _until(start, 12)) if start else (end and min(today, end), end)
    first, last = HORIZON_MONTHS[horizon]
    if start is not None:
        return start, _until(max(start, today), last - first)
    if end is not None:
        return min(today, end), end
    begins = today if action.status is ActionStatus.RUNNING else _months_after(today, first)
    return begins, _until(today, last)


def _goes_on(action: Action, first: date | None, last: date | None, today: date) -> tuple[date, date] | None:
    if first is None or last is None:
        return None
    return first, max(last, today) if action.status is ActionStatus.RUNNING else last


def _until(day: date, months: int) -> date:
    """Return the last day of the ``months`` that begin with the one after ``day``'s, at most the last of all days."""
    after = _months_after(day, months)
    return after if after == date.max else after - timedelta(days=1)


def _months_after(day: date, months: int) -> date:
    """Return the first day of the month that lies ``months`` after that of ``day``, or ``day`` itself for 0.

    A year in which no calendar lies any more (somebody typed 9999) ends with the last of all days.
    """
    if not months:
        return day
    whole = day.year * 12 + day.month - 1 + months
    if whole // 12 > date.max.year:
        return date.max
    return date(whole // 12, whole % 12 + 1, 1)


# --- what somebody should look at -----------------------------------------------------------------------------------------


def _flags(
    action: Action,
    plan: ActionPlan,
    actions: Mapping[ActionId, Action],
    circles: Mapping[ActionId, tuple[ActionId, ...]],
    today: date,
) -> Iterator[Message]:
    yield from _late(action, plan, today)
    if action.start is None and action.end is None:
        yield Message("roadmap.no_dates")
    if action.ends_before_start:
        yield message("roadmap.end_before_start", start=action.start, end=action.end)
    if action.lacks_partner:
        yield Message("roadmap.no_partner")
    yield from _outside(action, plan)
    for other in plan.after:
        if other in actions and other != action.id:
            yield from _dependency(action, actions[other])
    if action.id in circles:
        titles = tuple(_called(actions[one]) for one in circles[action.id])
        yield message("roadmap.circle", titles=titles) if titles else Message("roadmap.waits_for_itself")


def _late(action: Action, plan: ActionPlan, today: date) -> Iterator[Message]:
    if action.status is ActionStatus.PLANNED and action.start is not None and action.start < today:
        yield message("roadmap.late_start", start=action.start)
    if action.end is not None and action.end < today:
        yield message("roadmap.late_end", end=action.end)
    for milestone in plan.milestones:
        if milestone.is_late(today) and milestone.due is not None:
            yield message("roadmap.late_milestone", title=_named(milestone), due=milestone.due)


def _outside(action: Action, plan: ActionPlan) -> Iterator[Message]:
    """Yield milestones that lie after the end of their action."""
    for milestone in plan.milestones:
        due = milestone.due
        if due is not None and action.end is not None and due > action.end and _counts(milestone):
            yield message("roadmap.milestone_after_end", title=_named(milestone), due=due, end=action.end)


def _named(milestone: Milestone) -> Fact:
    """Return what the milestone is called; an anonymous edition has no words for it."""
    return milestone.title or Term("roadmap.milestone")


def _called(action: Action) -> Fact:
    """Return what the action is called; where its title is withheld, what its reference action is called."""
    return action.title or Term(f"action.{action.reference}.title" if action.reference else "report.action.withheld")


def _counts(milestone: Milestone) -> bool:
    return milestone.state is not MilestoneState.DROPPED


def _dependency(action: Action, other: Action) -> Iterator[Message]:
    """Yield what is wrong with waiting for ``other``."""
    if other.status is ActionStatus.STOPPED:
        yield message("roadmap.waits_for_stopped", title=_called(other))
    elif other.status is not ActionStatus.DONE and action.start is not None:
        if other.end is None:
            yield message("roadmap.waits_for_open", title=_called(other), start=action.start)
        elif other.end > action.start:
            yield message("roadmap.waits_longer", title=_called(other), start=action.start, end=other.end)


def _circles(
    plans: Mapping[ActionId, ActionPlan], actions: Mapping[ActionId, Action]
) -> dict[ActionId, tuple[ActionId, ...]]:
    """Return the actions that wait for themselves, each with those on its shortest way back to it."""
    after = {
        action: tuple(other for other in plan.after if other in actions)
        for action, plan in plans.items()
        if action in actions
    }
    return {action: way for action in after if (way := _way_back(action, after)) is not None}


def _way_back(start: ActionId, after: Mapping[ActionId, tuple[ActionId, ...]]) -> tuple[ActionId, ...] | None:
    ways: list[tuple[ActionId, ...]] = [()]
    seen: set[ActionId] = set()
    for way in ways:  # grows while it is walked: breadth first, so that the first way back is a shortest one
        for other in after.get(way[-1] if way else start, ()):
            if other == start:
                return way
            if other not in seen:
                seen.add(other)
                ways.append((*way, other))
    return None


# --- days ---------------------------------------------------------------------------------------------------------------


def _years(entries: list[RoadmapEntry], today: date) -> tuple[YearLoad, ...]:
    """Return the load of this year and the following ones in which something dated goes on; at most `MOST_YEARS`."""
    ends = [entry.drawn_to for entry in entries if entry.drawn_to is not None]
    last = max([today.year, *(end.year for end in ends)])
    years = range(today.year, min(last, today.year + MOST_YEARS - 1) + 1) if entries else range(0)
    return tuple(_load(year, entries) for year in years)


def _load(year: int, entries: list[RoadmapEntry]) -> YearLoad:
    days = [entry.days_in(year) for entry in entries if entry.share_of(year) > 0]
    known = [one for one in days if one is not None]
    return YearLoad(year=year, staff_days=sum(known), known=len(known), unknown=len(days) - len(known))
