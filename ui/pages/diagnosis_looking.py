"""What the page works out for itself, beside the session: a look at some members only, and thresholds for discussion.

Both are views and never stored. They are worked out in threads of their own from a snapshot, and late ones are dropped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from fastmap.analysis.restricting import MemberFilter

if TYPE_CHECKING:
    from fastmap.analysis.what_if import Discussion
    from fastmap.model.results import Results
    from fastmap.model.snapshot import Snapshot
    from fastmap.progress import ProgressListener
    from ui.session import Session
    from ui.work import Job


class Looking(QObject):
    """Knows the results that the page shows: those of everybody, or those of the members looked at."""

    changed = Signal()
    """Other results are to be shown, or they are being worked out."""
    discussion_ready = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        """Begin with everybody."""
        super().__init__(parent)
        self._session = session
        self.filter = MemberFilter()
        self._found: Results | None = None
        self._source: Snapshot | None = None
        """The snapshot of the session that the look, found or under way, was taken from."""
        self._job: Job | None = None
        self.discussion: Discussion | None = None
        self._discussed: Snapshot | None = None
        self._discussing: Job | None = None

    @property
    def is_filtered(self) -> bool:
        """Whether only some members are looked at."""
        return bool(self.filter)

    @property
    def results(self) -> Results | None:
        """What to show; ``None`` while it is being worked out."""
        return self._found if self.is_filtered else self._session.state.results

    def look_at(self, wanted: MemberFilter) -> None:
        """Look at the members that pass ``wanted``."""
        if wanted == self.filter:
            return
        self.filter, self._found, self._source = wanted, None, None
        self.follow()
        self.changed.emit()

    def follow(self) -> None:
        """Work the look out anew where the assessment has changed since. Call it whenever the page is filled."""
        snapshot = self._session.state.snapshot
        if not self.is_filtered or self._source is snapshot:
            return
        if self._job is not None:
            self._job.cancel()
        self._source = snapshot
        wanted, catalogue = self.filter, self._session.state.catalogue

        def work(progress: ProgressListener) -> Results:
            from fastmap.analysis.restricting import restricted
            from fastmap.pipeline import run

            return run(restricted(snapshot, wanted), catalogue, progress)

        job = self._job = self._session.pool.start(work)
        job.done.connect(lambda results: self._take(job, results))
        job.failed.connect(self._session.failed)

    def discuss(self) -> None:
        """Make the cases ready that thresholds are tried on: those of the results shown."""
        results = self.results
        if results is None or self._discussed is results.snapshot:
            return
        self._discussed, self.discussion = results.snapshot, None
        snapshot, rules = results.snapshot, self._session.state.catalogue.rules

        def work(_progress: ProgressListener) -> Discussion:
            from fastmap.analysis.what_if import discussion_of

            return discussion_of(snapshot, rules)

        job = self._discussing = self._session.pool.start(work)
        job.done.connect(lambda discussion: self._take_discussion(job, discussion))
        job.failed.connect(self._session.failed)

    def _take(self, job: Job, results: Results) -> None:
        if job is self._job:
            self._job, self._found = None, results
            self.changed.emit()

    def _take_discussion(self, job: Job, discussion: Discussion) -> None:
        if job is self._discussing:
            self._discussing, self.discussion = None, discussion
            self.discussion_ready.emit()
