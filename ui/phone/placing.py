"""Places what phones wrote, shortly after it was stored: looking texts up must not keep a phone waiting for "Saved"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from fastmap.progress import ProgressListener
    from fastmap.vocabulary.proposals import Proposals
    from ui.session import Session
    from ui.work import Job

AFTER_MS: Final = 3_000
"""So long nothing more came in: a room full of answers is one change."""


class AnswerPlacer(QObject):
    """Records texts that equal one label and no other, as an import does, as one change of nobody at the laptop: undo passes it by."""

    def __init__(self, session: Session) -> None:
        """Begin with nothing to do. Belongs to ``session``, with which it ends."""
        super().__init__(session)
        self._session = session
        self._job: Job | None = None
        self._is_wanted_again = False
        self._placed: set[tuple[str, str]] = set()
        """What was placed once: whoever took it back means it."""
        self._timer = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._timer.timeout.connect(self._begin)
        session.closing.connect(self._forget)

    def later(self) -> None:
        """Place what is there once nothing more has come for a while."""
        self._timer.start()

    def _begin(self) -> None:
        if not self._session.is_open or not self._session.state.can_edit:
            return
        if self._job is not None:
            self._is_wanted_again = True
            return
        snapshot = self._session.state.snapshot

        def look_up(_: ProgressListener) -> Proposals:
            from fastmap.tasks.importing import placed_unasked

            return placed_unasked(snapshot)

        job = self._session.pool.start(look_up)
        self._job = job
        job.done.connect(lambda proposals: self._record(job, proposals))
        job.failed.connect(self._session.failed)
        job.finished.connect(lambda: self._end(job))

    def _record(self, job: Job, proposals: Proposals) -> None:
        from fastmap.changes import PlacePhoneTexts
        from fastmap.tasks.importing import not_decided_since

        if job is not self._job or not self._session.is_open:
            return
        new = tuple(one for one in proposals.mappings if (one.text_key, one.language) not in self._placed)
        change = not_decided_since(replace(proposals, mappings=new), self._session.state.snapshot)
        if change is None:
            return
        placing = PlacePhoneTexts(mappings=change.mappings, skills=change.skills)
        if self._session.apply(placing) is not None:
            self._placed |= {(one.text_key, one.language) for one in change.mappings}

    def _end(self, job: Job) -> None:
        if job is not self._job:
            return
        self._job = None
        if self._is_wanted_again:
            self._is_wanted_again = False
            self.later()

    def _forget(self) -> None:
        self._timer.stop()
        self._job, self._is_wanted_again = None, False
        self._placed.clear()
