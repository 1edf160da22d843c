"""Who is connected, and for how long: silent or slow connections go, so that there is room for the next phone."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterable
from typing import Any, Final

from uvicorn.protocols.http.h11_impl import H11Protocol

MOST_CONNECTIONS: Final = 500
MOST_PER_ADDRESS: Final = 120
"""Thirty people behind one address, whose browsers open up to four connections each."""
HEAD_SECONDS: Final = 8.0
"""So long a phone may take to say what it wants, each time; then its connection is closed."""
REQUEST_SECONDS: Final = 30.0
"""So long one request may take with everything: its body, the disk, and until the phone has taken in the page."""


class Lobby:
    """The connections that are open. A new one may push out one that only waits."""

    def __init__(self, most: int | None = None) -> None:
        """Let ``most`` in; as many as the computer allows if that is not given."""
        self._most = _most_by_computer() if most is None else most
        self._guests: dict[str, dict[PhoneProtocol, None]] = {}
        self._count = 0

    def enter(self, guest: PhoneProtocol) -> bool:
        """Take a connection in; ``False``: there is no room, and none could go for it."""
        own = self._guests.get(guest.address, {})
        if len(own) >= MOST_PER_ADDRESS:
            pushed = _who_waits(own)
        elif self._count >= self._most:
            crowds = sorted(self._guests.values(), key=len, reverse=True)
            pushed = _who_waits(one for crowd in crowds for one in crowd)
        else:
            pushed = guest
        if pushed is None:
            return False
        if pushed is not guest:
            self.leave(pushed)
            pushed.abort()
        self._guests.setdefault(guest.address, {})[guest] = None
        self._count += 1
        return True

    def send_home(self) -> None:
        """Close every connection that waits for no answer: the room closes."""
        for one in [one for crowd in self._guests.values() for one in crowd]:
            if one.is_waited_for or one.is_half_sent:
                one.abort()

    def leave(self, guest: PhoneProtocol) -> None:
        """Note that a connection is closed; twice does no harm."""
        crowd = self._guests.get(guest.address, {})
        if guest in crowd:
            del crowd[guest]
            self._count -= 1
        if not crowd:
            self._guests.pop(guest.address, None)


class PhoneProtocol(H11Protocol):
    """One connection. Whatever it does, each request has to begin and to end in time."""

    def __init__(self, lobby: Lobby, *args: Any, **kwargs: Any) -> None:
        """As uvicorn makes it, and known to ``lobby``."""
        super().__init__(*args, **kwargs)
        self._lobby = lobby
        self._timers: tuple[asyncio.TimerHandle, ...] = ()
        self.address = "?"

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # uvicorn narrows it too
        """Begin to wait for a request, if there is room."""
        super().connection_made(transport)
        self.address = self.client[0] if self.client else "?"
        if self._lobby.enter(self):
            self._begin_to_wait()
        else:
            self.abort()

    def connection_lost(self, exc: Exception | None) -> None:
        """Make room."""
        self._stop_waiting()
        self._lobby.leave(self)
        super().connection_lost(exc)

    def on_response_complete(self) -> None:
        """Begin to wait for the next request."""
        if not self.transport.is_closing():
            self._begin_to_wait()
        super().on_response_complete()

    @property
    def is_waited_for(self) -> bool:
        """Whether it asks nothing at present."""
        cycle: Any = self.cycle  # uvicorn begins with None, and does not say so
        return cycle is None or cycle.response_complete

    @property
    def is_half_sent(self) -> bool:
        """Whether it has begun a form and not finished it."""
        cycle: Any = self.cycle
        return cycle is not None and cycle.more_body

    def abort(self) -> None:
        """Close at once, whatever it still should have received."""
        self.transport.abort()

    def _begin_to_wait(self) -> None:
        self._stop_waiting()
        self._timers = (
            self.loop.call_later(HEAD_SECONDS, self._give_up),
            # Closing is not enough: it would wait for somebody who does not read.
            self.loop.call_later(REQUEST_SECONDS, self.abort),
        )

    def _stop_waiting(self) -> None:
        for timer in self._timers:
            timer.cancel()

    def _give_up(self) -> None:
        if self.is_waited_for:
            self.abort()


def _who_waits(guests: Iterable[PhoneProtocol]) -> PhoneProtocol | None:
    """Return the first that asks nothing, else the first that is half through sending; nobody who waits for an answer."""
    half = None
    for one in guests:
        if one.is_waited_for:
            return one
        if half is None and one.is_half_sent:
            half = one
    return half


def _most_by_computer() -> int:
    """Return how many connections leave enough files for everything else: macOS allows 256 of both together."""
    if sys.platform == "win32":
        return MOST_CONNECTIONS
    import resource

    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return MOST_CONNECTIONS if soft == resource.RLIM_INFINITY else max(20, min(MOST_CONNECTIONS, soft // 2))
