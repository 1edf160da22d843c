"""Keeps the room in the thread of the window: opens and closes it, shows phones what changed, stores what they send.

A phone is told "saved" only after the change is on disk. What waits is stored in batches, one change for all answers and
one for all votes, so that a room full of people pressing "Send" at once is two transactions and not two hundred. That
happens in a thread of its own, and the window only shows what is stored: reading a whole state anew, row by row, beside
the busy thread of the server would keep it waiting (decision 0296).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from fastmap.errors import FastmapError
from fastmap.local_time import local_time
from ui.phone.inbox import Inbox, Letter
from ui.phone.storing import Batch, batches

if TYPE_CHECKING:
    from fastmap.assessment import Touched
    from fastmap.model.ids import LanguageCode
    from fastmap.progress import ProgressListener
    from fastmap.tasks.wall_names import WallNames
    from ui.phone.limits import RoomLimits
    from ui.phone.pages import Sent
    from ui.phone.server import RoomServer
    from ui.phone.view import OfferedBallot, RoomView
    from ui.session import Session

LOOK_EVERY_MS: Final = 50
CHECK_EVERY_MS: Final = 3_000
"""So often it is looked whether the address is still there: a laptop that slept may have another."""
_BATCH: Final = 100
"""So many are stored as one change: while more are, an edit of the window would wait for longer than a person notices."""
_STORED_WITHIN_S: Final = 10.0
"""So long the end of the room waits for what is being stored: as long as a phone does."""


class RoomKeeper(QObject):
    """The one room of the window. At most one is open, and only while an assessment is."""

    opened = Signal()
    closed = Signal()
    received = Signal()
    """Something of a phone is on disk now."""
    troubled = Signal(object)
    """A `FastmapError`: the room could not be opened, or phones no longer reach it."""

    def __init__(self, session: Session) -> None:
        """Begin closed. Belongs to ``session``, with which it ends."""
        super().__init__(session)
        self._session = session
        self._server: RoomServer | None = None
        self._inbox: Inbox[Sent] | None = None
        self._view: RoomView | None = None
        self._limits: RoomLimits | None = None
        self._is_full_told = False
        self._secret = b""
        """Of the cards, while a room is open."""
        self.last_address: str | None = None
        """Where it was opened last in this file; while presenting it is opened there again by one click."""
        self._names: tuple[tuple[object, ...], WallNames] | None = None
        """What hides names in the words of a vote, and whose names."""
        self._port: int | None = None
        """Of the room before this one."""
        self._parts: list[Batch] = []
        """What was taken out of the inbox; the first is being stored, in a thread of its own."""
        self.answers = 0
        """Answers taken since the room was opened."""
        self.papers = 0
        self._held_ids: set[str] = set()
        """Of answers and papers that could not be stored at once: the session holds them, and they count once it saved them."""
        self.takes_answers = True
        self._look = QTimer(self, interval=LOOK_EVERY_MS)
        self._look.timeout.connect(self._store_waiting)
        self._check = QTimer(self, interval=CHECK_EVERY_MS)
        self._check.timeout.connect(self._check_address)
        session.touched.connect(self._follow)
        session.results_ready.connect(self._publish)
        session.closing.connect(self.close)
        session.closed.connect(self._forget_address)

    # --- opening and closing ------------------------------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """Whether phones can come in."""
        return self._server is not None

    @property
    def code(self) -> str:
        """The room's code; only while it is open."""
        assert self._view is not None  # see `is_open`
        return self._view.code

    @property
    def address(self) -> str:
        """What a person types: address, port and code, without the protocol."""
        assert self._server is not None  # see `is_open`
        return f"{self._server.host}/{self.code}"

    @property
    def link(self) -> str:
        """What the QR code says."""
        return f"http://{self.address}"

    def prepare(self) -> None:
        """Load what a room needs, in a thread: somebody will open it in a moment."""

        def load(_: ProgressListener) -> None:
            import ui.phone.server  # noqa: F401

        if self._session.is_open and not self.is_open:
            self._session.pool.start(load)

    def open(self, address: str, *, port: int | None = None) -> bool:
        """Open the room at one address of this computer; says whether it is open. ``troubled`` tells why not."""
        # It is needed by the thread that stores: it must not import what the window imports meanwhile.
        import fastmap.tasks.phone_answers  # noqa: F401
        from ui.phone.limits import RoomLimits
        from ui.phone.server import RoomServer

        self.close()
        if not self._session.is_open or not self._session.state.can_edit:
            self.troubled.emit(FastmapError("room_read_only"))
            return False
        self.answers = self.papers = 0
        self._held_ids.clear()
        self.takes_answers = True
        inbox: Inbox[Sent] = Inbox()
        self._limits, self._is_full_told = RoomLimits(), False
        try:
            self._secret = self._read_secret()
            self._session.assessment.back_up_aside()
            self._inbox = inbox
            self._view = self._seen(self._code_of_today())
            self._server = self._served(RoomServer, address, port)
        except FastmapError as error:
            self._inbox = self._view = None
            self.troubled.emit(error)
            return False
        self._port = self._server.port
        self._look.start()
        self._check.start()
        self.last_address = address
        self.opened.emit()
        return True

    def _served(self, server: type[RoomServer], address: str, port: int | None) -> RoomServer:
        """Serve where phones have been before, if that is free: a page that is open on a phone then goes on."""
        assert self._inbox is not None  # made just before
        if port is None and self._port is not None:
            try:
                return server(self._view_now, self._inbox, address=address, port=self._port, limits=self._limits)
            except FastmapError as error:
                if error.code != "room_ports_taken":
                    raise
        return server(self._view_now, self._inbox, address=address, port=port, limits=self._limits)

    def _read_secret(self) -> bytes:
        """Return the secret of cards. Read once: later the file may be busy, or gone, and phones must not wait for it."""
        assessment = self._session.assessment
        if assessment.is_replaced:
            raise FastmapError("file_replaced", file=assessment.path.name)
        return assessment.card_secret()

    def renew_code(self) -> None:
        """Let in only who has the new code from now on, for example after a photograph of the wall went round.

        A phone that is inside keeps what it has, and is asked for the new code when it sends.
        """
        from ui.settings import Settings

        if self._view is None:
            return
        day, settings = _today(), Settings()
        assessment = self._session.state.snapshot.info.id
        settings.set_room_turn(assessment, day, settings.room_turn(assessment, day) + 1)
        self._view = replace(self._view, code=self._code_of_today())
        self.opened.emit()

    def _code_of_today(self) -> str:
        from fastmap.intake.member_cards import room_code
        from ui.settings import Settings

        day = _today()
        turn = Settings().room_turn(self._session.state.snapshot.info.id, day)
        return room_code(self._secret, day, turn)

    def close(self) -> None:
        """Store what waits, then let nobody in any more."""
        if self._server is None or self._inbox is None:
            return
        self._look.stop()
        self._check.stop()
        self._store_at_once(self._inbox.close())
        self._server.close()
        self._server = self._inbox = self._view = None
        self.closed.emit()

    def let_answers_in(self, *, wanted: bool) -> None:
        """Take answers, or only votes from now on."""
        self.takes_answers = wanted
        self._publish()

    def _forget_address(self) -> None:
        self.last_address = None

    # --- what phones see ----------------------------------------------------------------------------------------------

    def _view_now(self) -> RoomView:
        """Return what phones may see. Called in the server's thread: one attribute, replaced as a whole."""
        view = self._view
        assert view is not None  # it is set before the server begins, and the server ends before it is taken away
        return view

    def _follow(self, touched: Touched) -> None:
        """Show phones what an edit altered; of new codes for the cards also that the old ones are void, and the room's too."""
        if self._view is None or "cards" not in touched.kinds:
            self._publish()
            return
        self._secret = self._session.assessment.card_secret()
        self._view = self._seen(self._code_of_today())
        self.opened.emit()

    def _publish(self, *_: object) -> None:
        if self._view is not None and self._session.is_open:
            self._view = self._seen(self._view.code)

    def _seen(self, code: str) -> RoomView:
        from fastmap.catalogue.texts import form_languages
        from fastmap.intake.member_cards import Cards
        from fastmap.model.ids import LanguageCode
        from fastmap.tasks.ballots import open_ballot
        from fastmap.tasks.phone_answers import given_answers
        from ui.phone.view import GivenAnswer, RoomView

        snapshot = self._session.state.snapshot
        own = snapshot.info.language
        languages = sorted((LanguageCode(one) for one in form_languages()), key=lambda one: one != own)
        return RoomView(
            code=code,
            assessment=snapshot.info.id,
            answered={
                member: tuple(GivenAnswer(response=one.id, on=local_time(one.received_at).date()) for one in given)
                for member, given in given_answers(snapshot).items()
            },
            cluster=snapshot.cluster.name,
            languages=tuple(languages),
            cards=Cards(self._secret, snapshot.members),
            ballot=self._offered(tuple(languages)),
            is_vote_coming=self._session.state.results is None and open_ballot(snapshot) is not None,
            takes_answers=self.takes_answers,
        )

    def _offered(self, languages: tuple[LanguageCode, ...]) -> OfferedBallot | None:
        from fastmap.tasks.ballots import ballot_mark, open_ballot, option_labels
        from ui.phone.view import OfferedBallot

        state = self._session.state
        ballot = open_ballot(state.snapshot)
        if ballot is None or state.results is None:
            return None
        return OfferedBallot(
            id=ballot.id,
            subject=ballot.subject,
            dots=ballot.dots,
            options=ballot.options,
            words={language: self._hidden(option_labels(ballot, state.results, language)) for language in languages},
            mark=ballot_mark(ballot),
            papers={paper.id: paper.dots for paper in state.snapshot.ballot_papers if paper.ballot == ballot.id},
        )

    def _hidden(self, words: Mapping[str, str]) -> Mapping[str, str]:
        """Return words as the wall shows them: a title that names a firm would stand on every phone of the room.

        Names stay hidden here when the wall shows them: who may read a phone is not known.
        """
        from fastmap.catalogue.texts import load_texts
        from fastmap.tasks.wall_names import WallNames, whose_names

        snapshot = self._session.state.snapshot
        whose = whose_names(snapshot)
        if self._names is None or self._names[0] != whose:  # made anew takes a tenth of a second
            self._names = (whose, WallNames(snapshot, load_texts(snapshot.info.language), shown=False))
        return {option: self._names[1].text(text) for option, text in words.items()}

    # --- what phones send ---------------------------------------------------------------------------------------------

    def _store_waiting(self) -> None:
        """Begin to store what waits; the next look comes when that is over, so that the window breathes in between."""
        if self._inbox is not None and (letters := self._inbox.take(_BATCH)):
            self._look.stop()
            self._parts = batches(letters)
            self._store_next()
        if self._limits is not None and self._limits.is_full and not self._is_full_told:
            self._is_full_told = True
            self.troubled.emit(FastmapError("room_full"))
        if self._server is not None and not self._server.is_running:
            self.close()
            self.troubled.emit(FastmapError("room_stopped"))

    def _store_next(self) -> None:
        if not self._parts:
            if self._server is not None:
                self._look.start()
            return
        part = self._parts[0]
        job = self._session.aside.work_out(part.work_out, part.tell_saved, part.end)
        job.done.connect(lambda _: self._count(part))
        job.failed.connect(lambda _: self._held_ids.update(part.new_ids))
        job.finished.connect(lambda: self._go_on_after(part))

    def _go_on_after(self, part: Batch) -> None:
        if self._parts and self._parts[0] is part:
            del self._parts[0]
            self._store_next()

    def _count(self, part: Batch) -> None:
        snapshot = self._session.state.snapshot
        self._held_ids -= part.new_ids  # it counts them
        late_answers = self._held_ids & {one.id for one in snapshot.responses}
        late_papers = self._held_ids & {one.id for one in snapshot.ballot_papers}
        self._held_ids -= late_answers | late_papers
        self.answers += part.answers + len(late_answers)
        self.papers += part.papers + len(late_papers)
        self.received.emit()

    def _store_at_once(self, letters: Sequence[Letter[Sent]]) -> None:
        """Store in this thread what waits when the room closes."""
        under_way, self._parts = self._parts, []
        for part in under_way[:1]:
            part.wait(_STORED_WITHIN_S)  # its thread has it; what comes after must know of it
        for part in (*under_way[1:], *batches(letters)):
            change = part.work_out(self._session.assessment.snapshot())
            if change is None or self._session.apply(change) is not None:
                part.tell_saved()
                self._count(part)
            part.end()

    # --- trouble ------------------------------------------------------------------------------------------------------

    def _check_address(self) -> None:
        from ui.phone.networks import networks

        if self._server is None or self._server.address.startswith("127."):
            return
        address = self._server.address
        if address not in {one.address for one in networks()}:
            self.close()
            self.troubled.emit(FastmapError("room_address_left", address=address))


def _today() -> date:
    """Return the day of the room: of the place, not of Greenwich."""
    return date.today()  # noqa: DTZ011  # the calendar on the wall
