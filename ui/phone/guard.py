"""What every request has to pass before a page is even looked for: host, origin, size, time, and how many at once.

Pure ASGI, so that it holds for every answer, mistakes of ours included. Nothing here is logged: addresses are personal data.
"""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, Final, TypeAlias

Scope: TypeAlias = MutableMapping[str, Any]
Event: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[Event]]
Send: TypeAlias = Callable[[Event], Awaitable[None]]
App: TypeAlias = Callable[[Scope, Receive, Send], Awaitable[None]]

MOST_BYTES: Final = 64 * 1024
"""The whole form has up to 57 kB: every line full, with letters that take six signs each on the way."""
BODY_SECONDS: Final = 10.0
"""So long a phone may take to send its form."""
REQUESTS_A_SECOND: Final = 10.0
BURST: Final = 60.0
"""One address may ask this often at once: a phone behind a relay may be twenty."""
_MOST_ADDRESSES: Final = 4_096

_POLICY: Final = (
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
)
HEADERS: Final = (
    (b"content-security-policy", "; ".join(_POLICY).encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    # Not "no-referrer": browsers then hide the origin of our own forms, too, and we could not tell them from others.
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cache-control", b"no-store"),
)


class Guard:
    """Lets through what may come from a phone of this room."""

    def __init__(self, app: App, *, host: str, clock: Callable[[], float] = time.monotonic) -> None:
        """Guard ``app``. ``host``: the one address and port it is served at, as it stands in the QR code."""
        self._app = app
        self._host = host.encode()
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._clock = clock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":  # no websockets, and the server's own start and end go on
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        guarded = _with_headers(send)
        status = self._refusal(scope)
        if status is not None:
            await _refuse(guarded, status)
            return
        body = await _body(receive) if scope["method"] == "POST" else b""
        if isinstance(body, int):
            await _refuse(guarded, body)
            return
        await self._app(scope, _replay(body, receive), guarded)

    def _refusal(self, scope: Scope) -> int | None:
        headers = dict(scope["headers"])
        if headers.get(b"host") != self._host:
            return 400  # a name that somebody pointed at this laptop (DNS rebinding)
        if scope["method"] not in {"GET", "HEAD", "POST"}:
            return 405
        origin = headers.get(b"origin")
        if scope["method"] == "POST" and origin not in (None, b"http://" + self._host):
            return 403
        if scope["method"] == "POST" and headers.get(b"sec-fetch-site", b"same-origin") not in {
            b"same-origin",
            b"none",
        }:
            return 403
        declared = headers.get(b"content-length", b"0")
        if not declared.isdigit() or int(declared[:12]) > MOST_BYTES:
            return 413
        return None if self._has_room((scope.get("client") or ("?",))[0]) else 429

    def _has_room(self, address: str) -> bool:
        """Take one from the address's bucket, which fills again by itself."""
        now = self._clock()
        left, seen = self._buckets.pop(address, (BURST, now))
        left = min(BURST, left + (now - seen) * REQUESTS_A_SECOND)
        self._buckets[address] = (max(0.0, left - 1), now)
        while len(self._buckets) > _MOST_ADDRESSES:
            self._buckets.popitem(last=False)
        return left >= 1


async def _body(receive: Receive) -> bytes | int:
    """Return the whole body, or the status that refuses it: too large, too slow, gone."""
    parts: list[bytes] = []
    size = 0
    try:
        async with asyncio.timeout(BODY_SECONDS):
            while True:
                event = await receive()
                if event["type"] == "http.disconnect":
                    return 400
                size += len(event.get("body", b""))
                if size > MOST_BYTES:
                    return 413
                parts.append(event.get("body", b""))
                if not event.get("more_body"):
                    return b"".join(parts)
    except TimeoutError:
        return 408


def _replay(body: bytes, receive: Receive) -> Receive:
    is_given = False

    async def again() -> Event:
        nonlocal is_given
        if is_given:
            return await receive()
        is_given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again


def _with_headers(send: Send) -> Send:
    async def guarded(event: Event) -> None:
        if event["type"] == "http.response.start":
            names = {name for name, _ in HEADERS}
            own = list(event.get("headers", ()))
            # A page may say how long it is kept; everything else is not for a page to decide.
            caching = [(name, value) for name, value in own if name.lower() == b"cache-control"]
            kept = [(name, value) for name, value in own if name.lower() not in names]
            common = [(name, value) for name, value in HEADERS if name != b"cache-control" or not caching]
            event = {**event, "headers": [*kept, *caching, *common]}
        await send(event)

    return guarded


async def _refuse(send: Send, status: int) -> None:
    body = f"{status}\n".encode()
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
    if status in {408, 413}:
        headers.append((b"connection", b"close"))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
