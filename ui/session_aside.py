"""Large edits in a thread of their own, without a moment's standstill of the window.

None of them is to be cancelled: once begun, an edit is made whole or not at all. ``touched`` of the session comes
before the job's ``done``; on failure ``failed`` of the session and of the job. What ends after another file was opened
is told to nobody. While edits are held that the file still cannot take nothing is saved before them: a change is held
behind them, and its job fails.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fastmap.assessment import Assessment, Touched
    from fastmap.changes.base import Change
    from fastmap.errors import FastmapError
    from fastmap.model.erasure import Erasure
    from fastmap.model.snapshot import Snapshot
    from fastmap.progress import ProgressListener
    from fastmap.store.erasing_elsewhere import Cleaned
    from ui.session import Session
    from ui.work import Job


class AsideEdits:
    """Gives what a thread made of the open file back to one session."""

    def __init__(self, session: Session) -> None:
        """Edit whatever ``session`` has open."""
        self._session = session

    # --- changes ------------------------------------------------------------------------------------------------------

    def apply(self, change: Change) -> Job:
        """Make and save one edit; the job's outcome is what was touched and the snapshot after it."""
        problem = self._problem_of_held()
        assessment, edits = self._session.assessment, self._session.edits

        def work(_: ProgressListener) -> tuple[Touched, Snapshot]:
            if problem is not None:
                raise problem
            return assessment.apply_elsewhere(change)

        job = self._session.pool.start(work)
        job.done.connect(lambda outcome: self.take(assessment, edits, *outcome))
        job.failed.connect(lambda error: self._fail(assessment, change, error))
        return job

    def work_out(
        self, work_out: Callable[[Snapshot], Change | None], saved: Callable[[], None], ended: Callable[[], None]
    ) -> Job:
        """As `apply`, with a change that is worked out in that thread from what is recorded when its turn comes.

        ``saved`` and then ``ended`` are called in that thread: once it is on disk, and in any case at the end.
        """
        problem = self._problem_of_held()
        assessment, edits = self._session.assessment, self._session.edits
        made: list[Change | None] = []

        def noted(snapshot: Snapshot) -> Change | None:
            made.append(work_out(snapshot))
            if problem is not None and made[0] is not None:
                raise problem
            return made[0]

        def work(_: ProgressListener) -> tuple[Touched, Snapshot]:
            try:
                return assessment.work_out_elsewhere(noted, saved)
            finally:
                ended()

        job = self._session.pool.start(work)
        job.done.connect(lambda outcome: self.take(assessment, edits, *outcome))
        job.failed.connect(lambda error: self._fail(assessment, made[0] if made else None, error))
        return job

    def take(self, assessment: Assessment, edits: int, touched: Touched, snapshot: Snapshot) -> None:
        """Show an edit that was begun when the session had made so many ``edits``."""
        if self._is_open(assessment):
            # Whoever edited meanwhile made a state of which that thread did not know.
            self._session.take_edit(touched, snapshot if edits == self._session.edits else None)
            self._session.save_held()

    # --- erasing ------------------------------------------------------------------------------------------------------

    def erase(self, erasure: Erasure) -> Job | None:
        """Erase somebody for good; the job's outcome is a `Cleaned`. Everything counts as touched: any text may be.

        ``None``: nothing was begun, for edits are held that cannot be saved. Whoever goes may stand in them, so that they
        could not be saved afterwards: they would be lost.
        """
        from fastmap.tasks.erasing import carry_out_elsewhere

        return self._erase(lambda assessment: carry_out_elsewhere(assessment, erasure))

    def finish_erasing(self) -> Job | None:
        """Finish an erasure that was begun; as `erase`."""
        from fastmap.tasks.erasing import finish_elsewhere

        return self._erase(finish_elsewhere)

    def _erase(self, work: Callable[[Assessment], Cleaned]) -> Job | None:
        assessment = self._session.assessment
        self._session.save_held()
        if self._session.held:
            return None
        self._session.erasing.emit()
        job = self._session.pool.start(lambda _: work(assessment))
        job.done.connect(lambda cleaned: self._show_erasure(assessment, cleaned))
        job.failed.connect(lambda error: self._fail_erasing(assessment, error))
        return job

    def _show_erasure(self, assessment: Assessment, cleaned: Cleaned) -> None:
        is_open = self._is_open(assessment)
        if is_open:
            self._session.held.forget()  # typed while it was under way: whoever was erased may stand in them
        self._session.erased.emit(cleaned)
        if is_open:
            self._session.take_edit(assessment.everything_touched())

    def _fail_erasing(self, assessment: Assessment, error: FastmapError) -> None:
        """Show the file as it is: whoever goes may be gone from it, and an edit of what a page showed brought them back.

        Nothing was typed that waits for a place, so no copy is offered: it would only spread what is to go.
        """
        if not self._is_open(assessment):
            return
        if (gone := _gone_so_far(assessment)) is not None:
            self._show_erasure(assessment, gone)
        self._session.failed.emit(error)

    # --- helpers ------------------------------------------------------------------------------------------------------

    def _problem_of_held(self) -> FastmapError | None:
        """Save what is held; return why it cannot be saved, or ``None`` where nothing is held."""
        self._session.save_held()
        return self._session.held.problem

    def _fail(self, assessment: Assessment, change: Change | None, error: FastmapError) -> None:
        if self._is_open(assessment):
            self._session.tell_failure(error, change)

    def _is_open(self, assessment: Assessment) -> bool:
        return self._session.is_open and self._session.assessment is assessment


def _gone_so_far(assessment: Assessment) -> Cleaned | None:
    from fastmap.errors import FastmapError
    from fastmap.tasks.erasing import gone_so_far

    try:
        return gone_so_far(assessment)
    except FastmapError:  # the disk that let the erasure fail
        return None
