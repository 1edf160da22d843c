"""What every request has to pass before a page is even looked for: host, origin, size, time, and how many at once.

Pure ASGI, so that it holds for every answer, mistakes of ours included. Nothing here is logged: addresses are personal data.
Whatever is refused costs the address as much as a page, and ends the connection: nobody stays by asking what is refused.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, Final, TypeAlias

from ui.phone.limits import Buckets
from ui.phone.refusals import refused_page

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
BURST: Final = 90.0
"""One address may ask for so many pages at once: a phone behind a relay may be thirty."""
FILES_A_SECOND: Final = 60.0
FILES_AT_ONCE: Final = 300.0
"""Style and script: thirty phones fetch both at once. They are not counted as pages."""
_FILES: Final = "/static/"

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
        self._pages = Buckets(a_second=REQUESTS_A_SECOND, at_once=BURST, clock=clock)
        self._files = Buckets(a_second=FILES_A_SECOND, at_once=FILES_AT_ONCE, clock=clock)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":  # no websockets, and the server's own start and end go on
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        guarded = _with_headers(send)
        status = self._refusal(scope)
        # Of a form that comes too soon the fields are read all the same: the person gets them back.
        is_read = scope["method"] == "POST" and status in (None, 429)
        body = await _body(receive) if is_read else b""
        if isinstance(body, int):
            status = body
        try:
            if status is not None:
                await _refuse(guarded, status, scope, body if isinstance(body, bytes) else b"")
            elif isinstance(body, bytes):
                await self._app(scope, _replay(body, receive), guarded)
        except asyncio.CancelledError:
            return  # the room closed, and somebody was too slow; for uvicorn it would be a mistake of ours

    def _refusal(self, scope: Scope) -> int | None:
        address = (scope.get("client") or ("?",))[0]
        is_file = scope["method"] == "GET" and scope["path"].startswith(_FILES)
        is_in_time = (self._files if is_file else self._pages).take(address)
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
        return None if is_in_time else 429


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


async def _refuse(send: Send, status: int, scope: Scope, body: bytes) -> None:
    accepted = dict(scope["headers"]).get(b"accept-language", b"").decode("latin-1")
    page = refused_page(status, path=scope["path"], accept_language=accepted, body=body)
    headers = [
        (b"content-type", b"text/html; charset=utf-8"),
        (b"content-length", str(len(page)).encode()),
        (b"connection", b"close"),
    ]
    if status == 429:
        headers.append((b"retry-after", b"5"))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": page})
