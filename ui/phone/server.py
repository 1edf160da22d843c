"""The server of a room: uvicorn in a daemon thread, bound to one address that a person chose."""

from __future__ import annotations

import asyncio
import errno
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Final

import uvicorn

from fastmap.errors import FastmapError
from ui.phone.connections import Lobby, PhoneProtocol
from ui.phone.guard import Guard
from ui.phone.inbox import Inbox
from ui.phone.limits import RoomLimits
from ui.phone.pages import Sent, pages
from ui.phone.view import RoomView

PORTS: Final = (8765, 8766, 8767, 8780, 8808)
"""Tried in this order; short to type. 0 would be free for certain, and another one each time."""
IDLE_SECONDS: Final = 5
_START_SECONDS: Final = 10.0
_SHUT_SECONDS: Final = 0.15


class RoomServer:
    """A room that is open. Made and closed in the thread of the window; everything between runs in its own."""

    def __init__(
        self,
        view: Callable[[], RoomView],
        inbox: Inbox[Sent],
        *,
        address: str,
        port: int | None = None,
        limits: RoomLimits | None = None,
    ) -> None:
        """Serve at ``address``. Without a ``port`` the first free one of `PORTS` is taken.

        Raises `FastmapError`: ``room_address_gone`` if this computer no longer has the address, ``room_ports_taken``,
        ``room_not_started``.
        """
        self._socket = _bound(address, PORTS if port is None else (port,))
        self.address = address
        self.port: int = self._socket.getsockname()[1]
        self._lobby = Lobby()
        config = uvicorn.Config(
            Guard(pages(view, inbox, limits), host=self.host),
            http=partial(PhoneProtocol, self._lobby),  # type: ignore[arg-type]  # uvicorn calls it and asks nothing else
            ws="none",
            lifespan="off",
            loop="asyncio",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_keep_alive=IDLE_SECONDS,
            timeout_graceful_shutdown=2,
            h11_max_incomplete_event_size=16 * 1024,
        )
        self._server = uvicorn.Server(config)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread = threading.Thread(target=self._serve, name="phones", daemon=True)
        self._thread.start()
        self._wait_until_started()

    @property
    def host(self) -> str:
        """Address and port as phones say them."""
        return f"{self.address}:{self.port}"

    @property
    def is_running(self) -> bool:
        """Whether phones are still answered."""
        return self._thread.is_alive() and not self._server.should_exit

    def close(self) -> None:
        """Let nobody in any more and free the port. Who waits for an answer gets it aside, at most two seconds long."""
        self._server.should_exit = True
        if self._loop is not None and self._thread.is_alive():
            is_shut = threading.Event()
            with suppress(RuntimeError):  # it ended between the two lines
                self._loop.call_soon_threadsafe(self._shut, is_shut)
                is_shut.wait(_SHUT_SECONDS)
        # Most rooms are empty when they close. Somebody who is half through a form must not keep the window waiting.
        self._thread.join(timeout=_SHUT_SECONDS)
        self._socket.close()

    def _shut(self, is_shut: threading.Event) -> None:
        for one in getattr(self._server, "servers", ()):
            one.close()
        self._lobby.send_home()
        is_shut.set()

    def _serve(self) -> None:
        asyncio.run(self._serve_in_loop())

    async def _serve_in_loop(self) -> None:
        self._loop = asyncio.get_running_loop()
        # `run` would take over the signals of the program.
        await self._server.serve(sockets=[self._socket])

    def _wait_until_started(self) -> None:
        waited = threading.Event()
        for _ in range(int(_START_SECONDS / 0.02)):
            if self._server.started:
                return
            if not self._thread.is_alive():
                break
            waited.wait(0.02)
        self.close()
        raise FastmapError("room_not_started")


def _bound(address: str, ports: tuple[int, ...]) -> socket.socket:
    for port in ports:
        one = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            # On Windows REUSEADDR would let a second program take the port over.
            if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
                one.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
            else:
                one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            one.bind((address, port))
            one.listen(256)
        except OSError as error:
            one.close()
            if error.errno in {errno.EADDRNOTAVAIL, errno.EINVAL} or isinstance(error, socket.gaierror):
                raise FastmapError("room_address_gone", address=address) from error
            continue
        return one
    raise FastmapError("room_ports_taken", ports=", ".join(str(port) for port in ports))
