"""What phones sent, on its way to the disk: worked out and answered in whatever thread stores it."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from fastmap.errors import FastmapError

if TYPE_CHECKING:
    from fastmap.changes.base import Change
    from fastmap.changes.workshop import CastBallotPapers
    from fastmap.model.responses import Response
    from fastmap.model.snapshot import Snapshot
    from fastmap.model.workshop import BallotPaper
    from ui.phone.inbox import Letter, Told
    from ui.phone.pages import Sent


class Batch:
    """Letters of one kind, answers or ballot papers, that are stored as one change."""

    def __init__(self, letters: Sequence[Letter[Sent]]) -> None:
        """Hold ``letters``; each of them is answered, whatever happens."""
        self._letters = letters
        self._refused: dict[str, FastmapError] = {}
        self._settled = threading.Event()
        self.answers = 0
        """Answers that are on disk now and were not before."""
        self.papers = 0
        self.new_ids: frozenset[str] = frozenset()
        """Of answers or papers that were not there when it was worked out."""
        self._told: Sequence[Told] = (None,) * len(letters)

    def work_out(self, snapshot: Snapshot) -> Change | None:
        """Return the change that stores what is new; ``None``: nothing is."""
        from fastmap.intake.phone_answers import PhoneAnswer
        from fastmap.model.workshop import BallotPaper
        from fastmap.tasks.ballots import sorted_papers
        from fastmap.tasks.phone_answers import taken_answers

        items = [letter.item for letter in self._letters]
        answers = [one for one in items if isinstance(one, PhoneAnswer)]
        if answers:
            taken = taken_answers(snapshot, answers)
            self._told = taken.standings
            self.new_ids = _new(snapshot.responses, taken.change.responses if taken.change is not None else ())
            return taken.change
        papers: CastBallotPapers | None
        papers, refused = sorted_papers(snapshot, [one for one in items if isinstance(one, BallotPaper)])
        self._refused = {str(paper): error for paper, error in refused.items()}
        self.new_ids = _new(snapshot.ballot_papers, papers.papers if papers is not None else ())
        return papers

    def tell_saved(self) -> None:
        """Tell the phones that what they sent is on disk, and what is true of it; to those that vote too late, that it is not."""
        from fastmap.model.workshop import BallotPaper

        are_papers = isinstance(self._letters[0].item, BallotPaper)
        self.answers, self.papers = (0, len(self.new_ids)) if are_papers else (len(self.new_ids), 0)
        for letter, told in zip(self._letters, self._told, strict=True):
            paper = letter.item.id if isinstance(letter.item, BallotPaper) else ""
            _answer(letter, self._refused.get(paper), told)
        self._settled.set()

    def end(self) -> None:
        """Tell phones that heard nothing yet that nothing was stored."""
        for letter in self._letters:
            _answer(letter, FastmapError("room_not_stored"))
        self._settled.set()

    def wait(self, seconds: float) -> None:
        """Wait until all were told."""
        self._settled.wait(seconds)


def batches(letters: Sequence[Letter[Sent]]) -> list[Batch]:
    """Return ``letters`` by kind."""
    from fastmap.intake.phone_answers import PhoneAnswer

    answers = [one for one in letters if isinstance(one.item, PhoneAnswer)]
    papers = [one for one in letters if not isinstance(one.item, PhoneAnswer)]
    return [Batch(kind) for kind in (answers, papers) if kind]


def _new(known: Iterable[Response | BallotPaper], taken: Iterable[Response | BallotPaper]) -> frozenset[str]:
    """Return those that were not there before: whoever changes an answer or gives dots in another way is counted already."""
    return frozenset(one.id for one in taken) - {one.id for one in known}


def _answer(letter: Letter[Sent], error: FastmapError | None, told: Told = None) -> None:
    """Tell a phone that what it sent is on disk, or why it is not. One that gave up waiting hears nothing."""
    if letter.stored.done():
        return
    if error is None:
        letter.stored.set_result(told)
    else:
        letter.stored.set_exception(error)
