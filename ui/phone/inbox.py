"""What phones sent and nobody has stored yet. The server puts it in and waits; the window takes it out and tells."""

from __future__ import annotations

import threading
from collections import deque
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Generic, TypeAlias, TypeVar

from fastmap.intake.phone_answers import Standing

Item = TypeVar("Item")
Told: TypeAlias = Standing | None
"""What is true of an answer that is on disk; of the dots of a vote there is nothing to add."""

MOST_WAITING = 500
"""Beyond this many a phone is told to try again: it keeps what it has."""


class InboxFullError(Exception):
    """Nothing was taken: the window has not stored what waits already."""


@dataclass(slots=True)
class Letter(Generic[Item]):
    """One thing that a phone sent. ``stored`` is set once it is on disk, to what is true of it; or fails with why it is not."""

    item: Item
    stored: Future[Told] = field(default_factory=Future)


class Inbox(Generic[Item]):
    """A queue between the server's thread and the window's. Both may call everything."""

    def __init__(self) -> None:
        """Begin empty and open."""
        self._lock = threading.Lock()
        self._letters: deque[Letter[Item]] = deque()
        self._is_closed = False

    def put(self, item: Item) -> Future[Told]:
        """Add ``item``; the future says when it is on disk. Raises `InboxFullError`, also once the inbox is closed."""
        letter = Letter(item)
        with self._lock:
            if self._is_closed or len(self._letters) >= MOST_WAITING:
                raise InboxFullError
            self._letters.append(letter)
        return letter.stored

    def take(self, most: int) -> list[Letter[Item]]:
        """Return up to ``most`` letters, oldest first. Whoever takes them has to answer them."""
        with self._lock:
            return [self._letters.popleft() for _ in range(min(most, len(self._letters)))]

    def close(self) -> list[Letter[Item]]:
        """Take nothing any more; return what waits, to be stored or refused."""
        with self._lock:
            self._is_closed = True
            letters, self._letters = list(self._letters), deque()
        return letters
