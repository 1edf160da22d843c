"""The meeting as it runs: which view is on the wall, which item of the agenda is on, how much time is left.

One for the whole window: wall, bar, manager's view and the dialog of the agenda only show it, and it goes on while none of
them is there. What is switched on here – names, black wall, sound – holds for this meeting and is kept nowhere.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from fastmap.model.choices import WallView

if TYPE_CHECKING:
    from fastmap.model.ids import WorkshopId
    from fastmap.model.workshop import AgendaItem, Ballot, Workshop
    from fastmap.tasks.wall_names import WallNames
    from fastmap.texts import Texts
    from ui.session import Session

VIEWS = (
    WallView.WELCOME,
    WallView.PHONES,
    WallView.RANKING,
    WallView.MAP,
    WallView.COVERAGE,
    WallView.VOTE,
    WallView.GRID,
    WallView.NEXT_STEPS,
    WallView.READING,
)
"""In this order without an agenda; the number keys 1–9 stand for them."""
SOON_S = 120
"""So much before an item ends the time changes colour."""
FORGOTTEN_AFTER_S = 8 * 3600
"""A meeting that began so long ago is over, even if nobody stopped its clock."""
_GATHER_MS = 40
"""Answers of many phones at once are shown once."""


class Pace(Enum):
    """How the time of an item stands."""

    FINE = auto()
    SOON = auto()
    OVER = auto()


def seconds_also_asleep() -> float:
    """Return seconds that never go back and go on while the computer sleeps: the people in the room do not wait for it."""
    # On Linux `time.monotonic` stands still during sleep.
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if clock is None else time.clock_gettime(clock)


class Meeting(QObject):
    """What wall, bar, manager's view and the dialog of the agenda follow."""

    changed = Signal()
    """What is on the wall, or recorded, is another now."""
    item_changed = Signal()
    ticked = Signal()
    time_is_up = Signal()
    """The time of the present item has just run out."""

    def __init__(
        self, session: Session, *, now: Callable[[], float] = seconds_also_asleep, parent: QObject | None = None
    ) -> None:
        """Begin with the first view; the clock begins with the first item."""
        super().__init__(parent)
        self._session, self._now = session, now
        self.view = VIEWS[0]
        self.names_shown = False
        self.is_black = False
        self.has_sound = True
        """Whether a sound says that the time of an item is up."""
        self.item_id: str | None = None
        self._workshop_id: WorkshopId | None = None
        """Of the meeting that has begun: another one of today, or midnight, does not take its place."""
        self._unsaved: dict[tuple[str, str], tuple[str, str]] = {}
        """Workshop and item → what was typed about it and could not be saved."""
        self._began: float | None = None
        self._item_began = 0.0
        self._spent: dict[str, float] = {}
        self._told: set[str] = set()
        self._names: tuple[object, object, WallNames] | None = None
        self._gather = QTimer(self, singleShot=True, interval=_GATHER_MS)
        self._gather.timeout.connect(self.changed)
        self._clock = QTimer(self, interval=1000)
        self._clock.timeout.connect(self.tick)
        self._clock.start()
        session.touched.connect(self._forget_recorded)
        session.touched.connect(self.look_again)
        session.results_ready.connect(self.look_again)
        session.erased.connect(self._forget_unsaved)
        session.closed.connect(self._forget)

    def look_again(self, *_: object) -> None:
        """Show what is recorded now, in a moment."""
        if self._session.is_open and not self._gather.isActive():
            self._gather.start()

    # --- what is recorded ---------------------------------------------------------------------------------------------

    @property
    def workshop(self) -> Workshop | None:
        """The one that has begun, else that of today, else the last one in the file."""
        found = self._session.state.snapshot.workshops
        begun = next((one for one in found if one.id == self._workshop_id), None)
        if begun is not None:
            return begun
        today = datetime.now().astimezone().date()
        return max(found, key=lambda one: (one.held_on == today, one.id), default=None)

    @property
    def agenda(self) -> tuple[AgendaItem, ...]:
        """Its items; empty without a workshop."""
        return () if self.workshop is None else self.workshop.agenda

    @property
    def item(self) -> AgendaItem | None:
        """The item that is on."""
        return next((one for one in self.agenda if one.id == self.item_id), None)

    @property
    def next_item(self) -> AgendaItem | None:
        """The item after it; the first one before any has begun."""
        return self._beside(1)

    @property
    def texts(self) -> Texts:
        """The words of the wall: those of the file's own language, whatever the screen speaks."""
        from fastmap.catalogue.texts import load_texts

        return load_texts(self._session.state.snapshot.info.language)

    @property
    def names(self) -> WallNames:
        """What hides organisations, or not."""
        from fastmap.tasks.wall_names import WallNames, whose_names

        snapshot = self._session.state.snapshot
        known = self._names
        if known is not None and known[0] is snapshot and known[2].shown == self.names_shown:
            return known[2]
        whose = whose_names(snapshot)
        if known is not None and known[1] == whose and known[2].shown == self.names_shown:
            names = known[2]
        else:
            names = WallNames(snapshot, self.texts, shown=self.names_shown)
        self._names = (snapshot, whose, names)
        return names

    @property
    def ballot(self) -> Ballot | None:
        """The vote that the wall shows: one of this workshop."""
        from fastmap.tasks.wall_decisions import ballot_on_wall

        return ballot_on_wall(self._session.state.snapshot, self.workshop)

    # --- going on -----------------------------------------------------------------------------------------------------

    def show_view(self, view: WallView) -> None:
        """Put a view on the wall; the item stays."""
        self.view = view
        self.is_black = False
        self.changed.emit()

    def step(self, places: int) -> None:
        """Go to the next item of the agenda with its view, or back; without an agenda to the next view."""
        if not self.agenda:
            place = min(max(VIEWS.index(self.view) + places, 0), len(VIEWS) - 1)
            self.show_view(VIEWS[place])
        elif (item := self._beside(places)) is not None:
            self.begin_item(item.id)

    def begin_item(self, item_id: str, *, of: WorkshopId | None = None) -> None:
        """Begin an item, of another workshop where one is named: its clock runs, its view is on the wall."""
        workshop = self.workshop
        wanted = of if of is not None or workshop is None else workshop.id
        if wanted != self._workshop_id:
            self._stop_clock()
            self._workshop_id = wanted
        now = self._now()
        if self.item_id is not None:
            self._spent[self.item_id] = self._spent.get(self.item_id, 0.0) + now - self._item_began
        if self._began is None:
            self._began = now
        self.item_id, self._item_began = item_id, now
        self.item_changed.emit()
        item = self.item
        self.show_view(self.view if item is None or item.view is None else item.view)
        self.ticked.emit()

    def stop(self) -> None:
        """Let no item be on, and its clock stand still."""
        self._stop_clock()
        self.item_changed.emit()
        self.ticked.emit()
        self.changed.emit()

    def take_up(self) -> None:
        """Be shown anew: where the meeting was it goes on, names are hidden again."""
        self.names_shown = self.is_black = False
        if self._began is not None and self._now() - self._began > FORGOTTEN_AFTER_S:
            self.stop()

    def _stop_clock(self) -> None:
        self.item_id = self._workshop_id = self._began = None
        self._spent.clear()
        self._told.clear()

    def _forget(self) -> None:
        self._stop_clock()
        self._unsaved.clear()
        self.view, self.names_shown, self.is_black = VIEWS[0], False, False

    def show_names(self, *, shown: bool) -> None:
        """Show names of organisations on the wall from now on, or hide them again."""
        self.names_shown = shown
        self.changed.emit()

    def let_sound(self, wanted: bool) -> None:  # noqa: FBT001 - a signal's argument
        """Say by a sound, too, that the time of an item is up, or no longer."""
        self.has_sound = wanted
        self.changed.emit()

    def show_black(self, *, black: bool) -> None:
        """Make the wall black, so that people look at each other."""
        self.is_black = black
        self.changed.emit()

    def turn_ballot(self) -> None:
        """Close the vote on the wall, or open it again."""
        from fastmap.tasks.ballots import turned_ballot

        if (ballot := self.ballot) is not None:
            self._session.apply(turned_ballot(ballot, self._session.state.results, datetime.now().astimezone()))

    # --- what is written down -----------------------------------------------------------------------------------------

    def written(self, workshop: WorkshopId, item_id: str) -> tuple[str, str]:
        """Return notes and decisions of an item: as typed last where that could not be saved, else as recorded."""
        item = self._item_of(workshop, item_id)
        recorded = ("", "") if item is None else (item.notes or "", item.decisions or "")
        return self._unsaved.get((workshop, item_id), recorded)

    def note(self, workshop: WorkshopId, item_id: str, notes: str, decisions: str) -> None:
        """Write down what was said and decided about an item, if it is anything new.

        What the file cannot take the session holds; here it is remembered as what is to be shown.
        """
        from fastmap.changes import NoteAgendaItem
        from fastmap.tasks.workshops import note_text

        said, decided = note_text(notes), note_text(decisions)
        self._unsaved[(workshop, item_id)] = (notes, decisions)
        # While edits are held, even what is recorded is typed anew: it takes back one of those.
        if self._session.state.can_edit and (self._session.held or not self._is_recorded((workshop, item_id))):
            self._session.apply(NoteAgendaItem(workshop=workshop, item=item_id, notes=said, decisions=decided))
        self._forget_recorded()

    def _forget_recorded(self, *_: object) -> None:
        for key in tuple(self._unsaved):
            if self._is_recorded(key):
                del self._unsaved[key]

    def _forget_unsaved(self, *_: object) -> None:
        """Forget what was typed: whoever was erased may stand in it. What is held still is of a file not concerned."""
        if not self._session.held:
            self._unsaved.clear()

    def _is_recorded(self, key: tuple[str, str]) -> bool:
        """Whether nothing is left to be saved of what was typed about an item, also because it is gone."""
        from fastmap.model.ids import WorkshopId
        from fastmap.tasks.workshops import note_text

        item = self._item_of(WorkshopId(key[0]), key[1])
        said, decided = (note_text(typed) for typed in self._unsaved[key])
        return item is None or (item.notes, item.decisions) == (said, decided)

    def _item_of(self, workshop: WorkshopId, item_id: str) -> AgendaItem | None:
        found = self._session.state.snapshot.workshops
        return next((one.item(item_id) for one in found if one.id == workshop), None)

    def _beside(self, places: int) -> AgendaItem | None:
        agenda = self.agenda
        ids = [item.id for item in agenda]
        # Before the first item the way leads to it, from either side of the clicker.
        place = max(ids.index(self.item_id) + places, 0) if self.item_id in ids else 0
        return agenda[place] if place < len(agenda) else None

    # --- time ---------------------------------------------------------------------------------------------------------

    @property
    def left_s(self) -> float | None:
        """Seconds left for the item, below 0 when it is over; ``None`` while no item is on."""
        item = self.item
        if item is None:
            return None
        return item.minutes * 60 - self._spent.get(item.id, 0.0) - (self._now() - self._item_began)

    @property
    def left_in_all_s(self) -> float | None:
        """Seconds left for the whole agenda; ``None`` without one."""
        if self.workshop is None or not self.agenda:
            return None
        return self.workshop.minutes * 60 - (0.0 if self._began is None else self._now() - self._began)

    @property
    def pace(self) -> Pace:
        """Whether the item can go on."""
        left = self.left_s
        if left is None or left > SOON_S:
            return Pace.FINE
        return Pace.SOON if left > 0 else Pace.OVER

    def tick(self) -> None:
        """Let everybody look at the clock; say once for each item that its time is up."""
        if not self._session.is_open:
            return
        if self.item_id is not None and self.pace is Pace.OVER and self.item_id not in self._told:
            self._told.add(self.item_id)
            self.time_is_up.emit()
        self.ticked.emit()
