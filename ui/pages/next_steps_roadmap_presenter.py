"""What the roadmap shows, and what happens when somebody fills in a date, a milestone or what an action waits for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from fastmap.advice.roadmap import Roadmap, RoadmapEntry
from fastmap.model.choices import MilestoneState
from fastmap.model.ids import ActionId
from fastmap.report.context import ReportContext
from fastmap.report.drawings import Timeline, TimelineBar
from fastmap.report.sections import roadmap as chapter
from fastmap.texts import sentence_case
from ui.pages.actions_editor import shown_day

if TYPE_CHECKING:
    from fastmap.changes import Change
    from fastmap.progress import ProgressListener
    from fastmap.texts import Texts
    from ui.session import Session, SessionState


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """One action on the roadmap, in words and as a bar."""

    id: str
    bar: TimelineBar
    spoken: str
    """Everything that the row says, for those who cannot see it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneView:
    """The actions of one horizon."""

    name: str
    tone: str
    rows: tuple[RowView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadmapSeen:
    """Everything that the tab shows."""

    reading: str
    days: tuple[str, ...]
    capacity: str
    timeline: Timeline
    lanes: tuple[LaneView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneView:
    """A milestone as the panel shows it."""

    title: str
    due: str
    state: MilestoneState
    is_late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelSeen:
    """One action as the panel shows it."""

    id: str
    title: str
    flags: tuple[str, ...]
    fields: dict[str, str]
    counted: tuple[str, str] | None
    """This year, and the staff days that count in it; ``None``: not known."""
    milestones: tuple[MilestoneView, ...]
    after: tuple[tuple[str, str], ...]
    """Id and title of what it waits for."""
    others: tuple[tuple[str, str], ...]
    """Id and title of what it could wait for."""
    states: tuple[tuple[MilestoneState, str], ...]


class RoadmapPresenter(QObject):
    """Takes intentions of the tab and makes one named change of each."""

    written = Signal(str)
    """Path of a picture that was saved."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Work on whatever ``session`` has open."""
        super().__init__(parent)
        self._session = session

    # --- what to show -------------------------------------------------------------------------------------------------

    def seen(self, state: SessionState) -> RoadmapSeen:
        """Return what the tab shows; only once there are results."""
        context = _context(state, state.texts)
        found = chapter.roadmap_for(context)
        timeline = chapter.timeline(context, found)
        entries = {entry.action.id: entry for entry in found.entries}
        lanes = tuple(
            LaneView(
                name=sentence_case(lane.name),
                tone=str(lane.tone),
                rows=tuple(_row(context, found, entries[ActionId(bar.key)], bar) for bar in lane.bars),
            )
            for lane in timeline.lanes
        )
        return RoadmapSeen(
            reading=chapter.reading(context, found),
            days=tuple(chapter.load_words(context, found, load) for load in found.years[:3]),
            capacity="" if found.capacity is None else f"{found.capacity:g}",
            timeline=timeline,
            lanes=lanes,
        )

    def panel(self, action: str) -> PanelSeen | None:
        """Return an action as the panel shows it; ``None`` if it stands on the roadmap no more."""
        state = self._session.state
        context = _context(state, state.texts)
        found = chapter.roadmap_for(context)
        entry = next((one for one in found.entries if one.action.id == action), None)
        if entry is None:
            return None
        known, plan = entry.action, entry.plan
        titles = {str(one): title for one, title in found.titles.items()}
        return PanelSeen(
            id=action,
            title=known.title,
            flags=chapter.flags_of(context, entry),
            fields={
                "owner": known.owner or "",
                "start": shown_day(known.start),
                "end": shown_day(known.end),
                "staff_days": "" if plan.staff_days is None else f"{plan.staff_days:g}",
            },
            counted=None
            if (days := entry.days_in(found.today.year)) is None
            else (str(found.today.year), state.texts.number(round(days, 1))),
            milestones=tuple(
                MilestoneView(
                    title=one.title, due=shown_day(one.due), state=one.state, is_late=one.is_late(context.made_on)
                )
                for one in plan.milestones
            ),
            after=tuple((str(one), titles[one]) for one in plan.after if one in titles),
            others=tuple((one, title) for one, title in titles.items() if one != action and one not in plan.after),
            states=tuple((one, sentence_case(state.texts.term(f"milestone_state.{one}"))) for one in MilestoneState),
        )

    # --- what people do -----------------------------------------------------------------------------------------------

    def set_field(self, action: str, field: str, typed: str) -> str:
        """Set owner, start, end or staff days; return what is wrong with it, or nothing."""
        from fastmap.tasks import action_plans
        from fastmap.tasks.typed import NotUnderstoodError

        try:
            self._apply(action_plans.with_field(self._session.state.snapshot, ActionId(action), field, typed))
        except NotUnderstoodError:
            return number_complaint() if field == "staff_days" else day_complaint()
        return ""

    def set_capacity(self, typed: str) -> str:
        """Set the days that the team has; return what is wrong with it, or nothing."""
        from fastmap.changes import SetTeamCapacity
        from fastmap.tasks import action_plans
        from fastmap.tasks.typed import NotUnderstoodError

        try:
            capacity = action_plans.capacity_from(typed)
        except NotUnderstoodError:
            return number_complaint()
        if capacity != self._session.state.snapshot.capacity:
            self._apply(SetTeamCapacity(capacity=capacity))
        return ""

    def add_milestone(self, action: str, title: str, due: str) -> str:
        """Add a milestone; return what is wrong with it, or nothing."""
        from fastmap.tasks import action_plans
        from fastmap.tasks.typed import NotUnderstoodError

        try:
            self._apply(action_plans.with_milestone(self._session.state.snapshot, ActionId(action), title, due))
        except NotUnderstoodError:
            return day_complaint()
        return ""

    def edit_milestone(self, action: str, place: int, field: str, typed: str) -> str:
        """Set title, date or state of a milestone; return what is wrong with it, or nothing."""
        from fastmap.tasks import action_plans
        from fastmap.tasks.typed import NotUnderstoodError

        snapshot = self._session.state.snapshot
        try:
            self._apply(action_plans.with_milestone_cell(snapshot, ActionId(action), place, field, typed))
        except NotUnderstoodError:
            if field == "title":
                return QCoreApplication.translate("RoadmapView", "A milestone says what should have happened.")
            return day_complaint()
        return ""

    def remove_milestone(self, action: str, place: int) -> None:
        """Remove a milestone."""
        from fastmap.tasks import action_plans

        self._apply(action_plans.without_milestone(self._session.state.snapshot, ActionId(action), place))

    def wait_for(self, action: str, other: str, *, waits: bool) -> None:
        """Let an action wait for another, or no longer."""
        from fastmap.tasks import action_plans

        snapshot = self._session.state.snapshot
        self._apply(action_plans.waiting_for(snapshot, ActionId(action), ActionId(other), waits=waits))

    def proposed_file(self) -> Path:
        """Return where a picture would go: beside the assessment."""
        from exports.names import safe_file_name

        state = self._session.state
        return state.path.parent / safe_file_name(f"{state.path.stem} roadmap", ".png")

    def write_picture(self, target: Path) -> None:
        """Write the roadmap in a thread, as PNG or SVG by the name of the file; ends with `written`."""
        from fastmap.catalogue.texts import load_texts

        state = self._session.state
        info = state.snapshot.info
        context = _context(state, load_texts(info.language))

        def work(_: ProgressListener) -> Path:
            from exports.roadmap_picture import write_roadmap_picture

            return write_roadmap_picture(
                chapter.timeline(context, chapter.roadmap_for(context)),
                target,
                cluster=state.snapshot.cluster.name,
                round_label=info.round_label,
                made_on=context.made_on,
                language=info.language,
            )

        job = self._session.pool.start(work)
        job.done.connect(lambda path: self.written.emit(str(path)))
        job.failed.connect(self._session.failed)

    def _apply(self, change: Change | None) -> None:
        if change is not None:
            self._session.apply(change)


def day_complaint() -> str:
    """Return what to write where a date was not understood."""
    return QCoreApplication.translate("RoadmapView", "Write a date such as 31/10/2026, or a month: 10/2026.")


def number_complaint() -> str:
    """Return what to write where a number was not understood."""
    return QCoreApplication.translate("RoadmapView", "Write a number such as 12, or leave it blank.")


def _context(state: SessionState, texts: Texts) -> ReportContext:
    assert state.results is not None  # callers ask only then
    # What was just recorded counts at once, while new results are still being worked out.
    results = replace(state.results, snapshot=state.snapshot)
    return ReportContext(results, state.catalogue, texts, datetime.now().astimezone().date())


def _row(context: ReportContext, found: Roadmap, entry: RoadmapEntry, bar: TimelineBar) -> RowView:
    spoken = [bar.title, bar.fact]
    if entry.action.start or entry.action.end:
        spoken.append(f"{shown_day(entry.action.start) or '?'} – {shown_day(entry.action.end) or '?'}")
    if waits := chapter.waits_for(context, found, entry):
        spoken.append(f"{context.texts.term('report.column.after.name')}: {waits}")
    spoken += [flag.rstrip(".") for flag in chapter.flags_of(context, entry)]
    return RowView(id=bar.key, bar=bar, spoken=". ".join(part for part in spoken if part))
