"""How much one room takes, and how often one address may come: one phone must not fill the file, or keep others out.

Bounds are wide enough for thirty people behind one address: a relay, a guest wifi, the hotspot of somebody's phone.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from fastmap.intake.phone_answers import PhoneAnswer

if TYPE_CHECKING:
    from fastmap.model.workshop import BallotPaper
    from ui.phone.view import RoomView

SENDS_A_SECOND: Final = 0.5
SENDS_AT_ONCE: Final = 90.0
"""One address may send so many answers and votes at once: thirty people, three times."""
MOST_ROOM_BYTES: Final = 10_000_000
"""A usual answer has one or two kilobytes, the largest sixty."""
LEAST_ANSWERS: Final = 300
ANSWERS_A_MEMBER: Final = 3
"""So many forms without a card are taken for each member of the list, and at least `LEAST_ANSWERS`."""
ADDRESS_ANSWERS: Final = 90
"""So many forms without a card may come from one address."""
CARD_ANSWERS: Final = 30
"""So often the same card is taken."""
MOST_PAPERS: Final = 400
"""In one vote."""
ADDRESS_PAPERS: Final = 45
"""From one address, in one vote."""
_MOST_ADDRESSES: Final = 4_096


class Buckets:
    """One bucket for each address, which empties with what it asks and fills again by itself."""

    def __init__(self, *, a_second: float, at_once: float, clock: Callable[[], float] = time.monotonic) -> None:
        """Let each address have ``at_once``, and ``a_second`` more with every second."""
        self._a_second, self._at_once, self._clock = a_second, at_once, clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, address: str) -> bool:
        """Take one; says whether there was one."""
        now = self._clock()
        left, seen = self._left.pop(address, (self._at_once, now))
        left = min(self._at_once, left + (now - seen) * self._a_second)
        self._left[address] = (max(0.0, left - 1), now)
        while len(self._left) > _MOST_ADDRESSES:
            self._left.popitem(last=False)
        return left >= 1


class RoomLimits:
    """What one room has taken. Used in the server's thread; `is_full` may be looked at from anywhere."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin with nothing taken."""
        self._sends = Buckets(a_second=SENDS_A_SECOND, at_once=SENDS_AT_ONCE, clock=clock)
        self._keys: dict[tuple[str, ...], set[str]] = {}
        """What is counted (forms without a card, papers of a vote …) → the keys of what came of it."""
        self._bytes = 0
        self.is_full = False
        """Whether something was refused because the room takes no more of it."""

    def refusal(self, sent: PhoneAnswer | BallotPaper, address: str, room: RoomView) -> str | None:
        """Return why something is not taken: ``busy`` for a moment, or ``full``; ``None`` if it may go in.

        What is sent a second time, by somebody who did not hear that it had arrived, counts once.
        """
        if not self._sends.take(address):
            return "busy"
        if isinstance(sent, PhoneAnswer):
            key, bounds, size = sent.key, _bounds_of_answer(sent, address, room), _size(sent)
        else:
            key, bounds, size = str(sent.id), _bounds_of_paper(address, room), 0
        counted = {what: self._keys.setdefault(what, set()) for what in bounds}
        is_over = any(key not in keys and len(keys) >= bounds[what] for what, keys in counted.items())
        if is_over or self._bytes + size > MOST_ROOM_BYTES:
            self.is_full = True
            return "full"
        self._bytes += size
        for keys in counted.values():
            keys.add(key)
        return None


def _bounds_of_answer(answer: PhoneAnswer, address: str, room: RoomView) -> dict[tuple[str, ...], int]:
    if answer.member is not None:
        return {("card", answer.member): CARD_ANSWERS}
    most = max(LEAST_ANSWERS, ANSWERS_A_MEMBER * room.cards.count)
    return {("answers",): most, ("answers", address): min(most, ADDRESS_ANSWERS)}


def _bounds_of_paper(address: str, room: RoomView) -> dict[tuple[str, ...], int]:
    # By its mark: the number of a vote that was removed comes again, and its papers are gone.
    vote = "" if room.ballot is None else room.ballot.mark
    return {("papers", vote): MOST_PAPERS, ("papers", vote, address): ADDRESS_PAPERS}


def _size(answer: PhoneAnswer) -> int:
    return sum(len(name) + len(text.encode()) for name, text in answer.answers.items())
