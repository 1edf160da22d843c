"""Edits that the file could not take: held in their order until a copy has them, or the file itself after all."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fastmap.assessment import Assessment
    from fastmap.changes.base import Change
    from fastmap.errors import FastmapError

NOT_SAVED = frozenset(
    {
        "disk_full",
        "file_io_failed",
        "file_not_writable",
        "file_replaced",
        "file_gone",
        "file_in_use",
        "file_in_use_by",
        "file_damaged",
        "file_without_locks",
    }
)
"""Errors after which an edit is not in the file for the file's sake: there is nothing wrong with the edit."""


class HeldEdits:
    """As true or false: whether any edit is held."""

    def __init__(self) -> None:
        """Hold nothing."""
        self._changes: list[Change] = []
        self._problem: FastmapError | None = None

    @property
    def problem(self) -> FastmapError | None:
        """Why the file could not take them when it was tried last; ``None`` while none is held."""
        return self._problem if self._changes else None

    def note_problem(self, problem: FastmapError) -> None:
        """Remember why the file could not take an edit."""
        self._problem = problem

    def __len__(self) -> int:
        """Return how many are held."""
        return len(self._changes)

    def add(self, change: Change) -> None:
        """Hold one more; the same twice in a row, as a field hands it over that is left again, is one.

        So are answers that come again: a phone that hears that nothing was stored sends until it was. They stay where
        they came first: behind the end of their vote, that was held after them, no file could take them any more.
        """
        if self._changes[-1:] == [change]:
            return
        sent = _sent_in(change)
        again = [one for one in self._changes if _sent_in(one) and _sent_in(one) <= sent]
        place = self._changes.index(again[0]) if again else len(self._changes)
        self._changes = [one for one in self._changes if one not in again]
        self._changes.insert(place, change)

    def would_lose_to(self, assessment: Assessment, change: Change) -> bool:
        """Say whether ``change`` was worked out without them and would take back what one of them alters.

        What phones and the kiosk send is about itself alone, and the agenda remembers what was typed into it.
        """
        from fastmap.changes import NoteAgendaItem

        if not self._changes or _sent_in(change) or isinstance(change, NoteAgendaItem):
            return False
        return assessment.takes_back(self._changes, change)

    def take_first(self) -> Change | None:
        """Take the oldest out, or ``None`` if none is held."""
        return self._changes.pop(0) if self._changes else None

    def put_back(self, change: Change) -> None:
        """Hold again what `take_first` gave."""
        self._changes.insert(0, change)

    def forget(self) -> None:
        """Let go of all."""
        self._changes.clear()

    def copy(self, assessment: Assessment, path: Path) -> tuple[FastmapError, ...]:
        """Write a copy of ``assessment`` with all of them in it, and let go of them.

        Returns what is wrong with those that no file could take. Raises `FastmapError` where the place of the copy
        is to blame: then there is no copy, and they are held still.
        """
        assessment.save_copy(path)
        try:
            problems = self._put_into(type(assessment), path)
        except BaseException:
            with suppress(OSError):
                path.unlink()  # its name would be taken by a copy that lacks what was promised
            raise
        self.forget()
        return problems

    def _put_into(self, kind: type[Assessment], path: Path) -> tuple[FastmapError, ...]:
        from fastmap.errors import FastmapError

        problems: list[FastmapError] = []
        if not self._changes:
            return ()
        with kind.open(path) as copy:
            for change in self._changes:
                try:
                    copy.apply(change)
                except FastmapError as error:
                    if error.code in NOT_SAVED:
                        raise
                    problems.append(error)
        return tuple(problems)


def _sent_in(change: Change) -> frozenset[str]:
    """Return the ids of answers and ballot papers of phones, or of the kiosk, where the change is about nothing else."""
    from fastmap.changes import CastBallotPapers, ImportResponses

    if isinstance(change, CastBallotPapers):
        return frozenset(paper.id for paper in change.papers)
    if not isinstance(change, ImportResponses):
        return frozenset()
    files = (change.attachments, change.members, change.replies, change.partners, change.team)
    return frozenset() if any(files) else frozenset(one.id for one in change.responses)
