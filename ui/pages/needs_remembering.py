"""Decisions of an earlier round or a sister cluster: looked up and read in the pool, taken over as one change."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.plain_text import isolated

if TYPE_CHECKING:
    from fastmap.model.snapshot import Snapshot
    from fastmap.progress import ProgressListener
    from fastmap.tasks.remembering import Recall
    from ui.pages.needs_vocabulary import VocabularyIndex
    from ui.session import Session
    from ui.work import Work


class DecisionExchange(QObject):
    """Takes decisions over and passes them on."""

    say = Signal(str, str)
    recallable = Signal(int)
    """So many decisions of the previous round are new to the file."""
    disagreed = Signal(object)
    """The `Conflict`s of what was just taken over."""

    def __init__(self, session: Session, vocabulary: VocabularyIndex, parent: QObject | None = None) -> None:
        """Work on whatever ``session`` has open."""
        super().__init__(parent)
        self._session = session
        self._vocabulary = vocabulary
        self._looked_at: Snapshot | None = None
        session.closed.connect(self._forget)

    def look_for_previous(self) -> None:
        """Count what the previous round decided and this one has not; announced by `recallable`."""
        state = self._session.state
        known = self._looked_at
        self._looked_at = state.snapshot
        same = known is not None and (known.info, known.mappings, known.splits, known.set_aside) == (
            state.snapshot.info,
            state.snapshot.mappings,
            state.snapshot.splits,
            state.snapshot.set_aside,
        )
        if same or not state.snapshot.info.previous_file:
            if not state.snapshot.info.previous_file:
                self.recallable.emit(0)
            return
        job = self._session.pool.start(self._previous(state.snapshot, state.path))
        # Whether that file is there and can be read is no concern of somebody who only looks.
        job.done.connect(lambda found: self.recallable.emit(found.taken if found is not None else 0))
        job.failed.connect(lambda _: self.recallable.emit(0))

    def recall_previous(self) -> None:
        """Take over what the previous round decided."""
        state = self._session.state
        self._begin(self._previous(state.snapshot, state.path))

    def take_over(self, source: Path) -> None:
        """Take over the decisions of a table or of another assessment."""
        snapshot, index = self._session.state.snapshot, self._vocabulary.index
        open_files = self._session.assessment.open_files

        def work(_: ProgressListener) -> Recall:
            from fastmap.tasks.remembering import decisions_of_file, recall, recall_of_table

            if source.suffix.lower() == ".fastmap":
                return recall(snapshot, decisions_of_file(source))
            return recall_of_table(snapshot, index, source, open_files=open_files)

        self._begin(work)

    def pass_on(self, target: Path) -> None:
        """Write the decisions of the file as a table."""
        snapshot, own = self._session.state.snapshot, self._session.state.path

        def work(_: ProgressListener) -> int:
            from exports.decisions import write_decisions
            from exports.saving import check_together
            from fastmap.tasks.remembering import decisions_of

            check_together([target], assessment=own)
            return write_decisions(decisions_of(snapshot), target)

        job = self._session.pool.start(work)
        job.failed.connect(self._session.failed)
        job.done.connect(
            lambda count: self.say.emit(
                "good", self.tr("%n decision(s) saved in {file}.", "", count).replace("{file}", isolated(target.name))
            )
        )

    def _begin(self, work: Work) -> None:
        snapshot = self._session.state.snapshot
        job = self._session.pool.start(work)
        job.failed.connect(self._session.failed)
        job.done.connect(lambda found: self._take(snapshot, found))

    def _previous(self, snapshot: Snapshot, path: Path) -> Work:
        def work(_: ProgressListener) -> Recall | None:
            from fastmap.tasks.previous_round import file_of_previous_round
            from fastmap.tasks.remembering import decisions_of_file, recall

            previous = file_of_previous_round(path, snapshot.info.previous_file)
            return recall(snapshot, decisions_of_file(previous)) if previous is not None else None

        return work

    def _take(self, snapshot: Snapshot, found: Recall | None) -> None:
        if found is None or not self._session.is_open:
            return
        if self._session.state.snapshot.info.id != snapshot.info.id:
            return  # another file was opened meanwhile
        # Decisions made meanwhile stay: the change itself leaves them alone.
        if found.change is not None and not self._session.apply(found.change):
            return
        words = self.tr("%n decision(s) taken over, marked as remembered.", "", found.taken)
        if found.conflicts:
            words += " " + self.tr("%n text(s) are decided otherwise here; that stays.", "", len(found.conflicts))
        if found.problems:
            texts = self._session.state.texts
            first = found.problems[0]
            told = texts.say(first.facts) if first.facts is not None else first.code
            words += " " + self.tr("%n row(s) were not taken, the first:", "", len(found.problems)) + f" {told}"
        self.say.emit("warn" if found.conflicts or found.problems else "good", words)
        self.disagreed.emit(found.conflicts)

    def _forget(self) -> None:
        self._looked_at = None
