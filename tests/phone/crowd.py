"""A room full of phones, and people who mean harm, in a process of their own: python tests/phone/crowd.py LINK KIND=NUMBER …

``phones`` send one form each, all at once or over ``spread`` seconds, ``slow`` connections never finish what they say, ``big`` bodies have 10 MB, ``rooms`` and
``cards`` guess codes. Each phone has an address of its own (127.1.…), as in a room; so have the others. Prints JSON.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from urllib.parse import urlencode

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
BIG = 10 * 1024 * 1024
_GUESSERS = 250


async def main(link: str, kinds: dict[str, int]) -> dict[str, object]:
    """Let everybody loose at once; the slow ones stay until all others are done."""
    host, code = link.removeprefix("http://").split("/")
    told: dict[str, object] = {}
    slow = [asyncio.create_task(_slow(host, number)) for number in range(kinds.get("slow", 0))]
    await asyncio.sleep(0.3 if slow else 0)
    count, spread = kinds.get("phones", 0), kinds.get("spread", 0)
    phones = asyncio.gather(*(_phone(host, code, number, spread * number / count) for number in range(count)))
    others = asyncio.gather(
        _told(told, "big", (_big(host, code, number) for number in range(kinds.get("big", 0))), 4),
        _told(told, "rooms", (_room(host, number) for number in range(kinds.get("rooms", 0))), 20),
        _told(told, "cards", (_card(host, code, number) for number in range(kinds.get("cards", 0))), 20),
    )
    waits = await phones
    await others
    for task in slow:
        task.cancel()
    told["saved"] = sum(is_saved for is_saved, _ in waits)
    told["waits_ms"] = sorted(round(wait * 1000) for _, wait in waits)
    return told


async def _told(told: dict[str, object], name: str, all_of_them, at_once: int) -> None:
    """Run coroutines a few at a time; count how they ended."""
    ends: dict[str, int] = {}
    waiting = iter(all_of_them)

    async def one_after_another() -> None:
        for each in waiting:
            end = await each
            ends[end] = ends.get(end, 0) + 1

    await asyncio.gather(*(one_after_another() for _ in range(at_once)))
    told[name] = ends


async def _ask(host: str, request: bytes, own: str) -> bytes:
    address, port = host.split(":")
    reader, writer = await asyncio.open_connection(address, int(port), local_addr=(own, 0))
    try:
        writer.write(request)
        await writer.drain()
        return await reader.read()
    finally:
        writer.close()


def _post(host: str, path: str, fields: dict[str, str]) -> bytes:
    body = urlencode(fields).encode()
    head = (
        f"POST {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nContent-Length: {len(body)}\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\n\r\n"
    )
    return head.encode() + body


async def _phone(host: str, code: str, number: int, after_s: float) -> tuple[bool, float]:
    fields = {"screen": "check", "go": "send", "key": f"phone-number-{number:06d}", "organisation": f"Firm {number}"}
    fields["need_1_skill"] = f"skill {number}"
    await asyncio.sleep(after_s)
    began = time.monotonic()
    page = await _ask(host, _post(host, f"/{code}/en/form", fields), f"127.1.{number // 250}.{number % 250 + 1}")
    return b'data-keep="forget"' in page, time.monotonic() - began


async def _slow(host: str, number: int) -> None:
    address, port = host.split(":")
    own = f"127.2.{number // 250}.{number % 250 + 1}"
    while True:
        try:
            _, writer = await asyncio.open_connection(address, int(port), local_addr=(own, 0))
            for char in f"POST /x HTTP/1.1\r\nHost: {host}\r\nContent-Length: 999\r\nX: {'y' * 60}":
                writer.write(char.encode())
                await writer.drain()
                await asyncio.sleep(0.5)
        except OSError:
            await asyncio.sleep(0.2)


async def _big(host: str, code: str, number: int) -> str:
    head = f"POST /{code}/en/form HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n"
    if number % 2:
        request = f"{head}Content-Length: {BIG}\r\n\r\n".encode() + b"x" * BIG
    else:
        request = f"{head}Transfer-Encoding: chunked\r\n\r\n{BIG:x}\r\n".encode() + b"x" * BIG + b"\r\n0\r\n\r\n"
    try:
        page = await _ask(host, request, "127.3.0.1")
    except OSError:
        return "cut off"
    return _status(page) or "cut off"


async def _room(host: str, number: int) -> str:
    guess = _guess(number, 6)
    request = f"GET /{guess}/en HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode()
    return _status(await _ask(host, request, f"127.4.0.{number % _GUESSERS + 1}"))


async def _card(host: str, code: str, number: int) -> str:
    fields = {"screen": "who", "go": "next", "key": "k" * 16, "card": _guess(number, 10)}
    page = await _ask(host, _post(host, f"/{code}/en/form", fields), f"127.5.0.{number % _GUESSERS + 1}")
    return "refused" if b'id="card-mistake"' in page else _status(page)


def _guess(number: int, length: int) -> str:
    spread = number * 2_654_435_761 + 12_345
    return "".join(ALPHABET[spread // 31**place % 31] for place in range(length))


def _status(page: bytes) -> str:
    return page.split(b" ", 2)[1].decode() if page.startswith(b"HTTP/") else ""


if __name__ == "__main__":
    wanted = {name: int(number) for name, number in (word.split("=") for word in sys.argv[2:])}
    print(json.dumps(asyncio.run(main(sys.argv[1], wanted))))
