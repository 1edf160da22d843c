"""One phone that means harm, or a room behind one address: silent connections go, and thirty honest people get through."""

import asyncio
import socket
import sys
import time

import httpx2
import pytest

from tests.phone.conftest import BALLOT, CARD, CODE
from tests.phone.test_phone_server import answer, served  # noqa: F401 - a fixture, found by name
from ui.phone import connections

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="phones have addresses 127.0.0.x, which only Linux gives without set-up"
)


def connect(server, own="127.0.0.1"):
    return socket.create_connection((server.address, server.port), timeout=5, source_address=(own, 0))


def is_closed(one, within_s):
    end = time.monotonic() + within_s
    one.settimeout(0.1)
    while time.monotonic() < end:
        try:
            if one.recv(65_536) == b"":
                return True
        except TimeoutError:
            continue
        except OSError:
            return True
    return False


HEADS = {
    "strange host": "POST /x HTTP/1.1\r\nHost: no\r\nContent-Length: 999\r\n\r\n",
    "strange method": "PUT /x HTTP/1.1\r\nHost: {host}\r\nContent-Length: 999\r\n\r\n",
    "page with a body": f"GET /{CODE} HTTP/1.1\r\nHost: {{host}}\r\nContent-Length: 999\r\n\r\n",
    "page in parts": f"GET /{CODE} HTTP/1.1\r\nHost: {{host}}\r\nTransfer-Encoding: chunked\r\n\r\n",
    "second head": f"GET /{CODE} HTTP/1.1\r\nHost: {{host}}\r\n\r\n",
}


@pytest.mark.parametrize("kind", HEADS)
def test_a_connection_that_goes_silent_after_an_answer_is_closed(served, monkeypatch, kind):  # noqa: F811
    monkeypatch.setattr(connections, "HEAD_SECONDS", 0.5)
    server, _ = served
    with connect(server) as one:
        one.sendall(HEADS[kind].format(host=server.host).encode())
        assert one.recv(20).startswith(b"HTTP/1.1 ")
        try:
            one.sendall(b"1")
        except OSError:
            return  # closed already

        assert is_closed(one, within_s=4)


def test_a_phone_that_does_not_take_in_what_it_asked_for_is_cut_off(served, monkeypatch):  # noqa: F811
    monkeypatch.setattr(connections, "REQUEST_SECONDS", 1.0)
    server, _ = served
    with socket.socket() as one:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1024)
        one.connect((server.address, server.port))
        one.settimeout(0.2)
        asked = f"GET /{CODE}/en HTTP/1.1\r\nHost: {server.host}\r\n\r\n".encode() * 20_000
        end = time.monotonic() + 8
        is_cut = False
        while time.monotonic() < end and not is_cut:
            try:
                one.send(asked)
            except TimeoutError:
                continue
            except OSError:
                is_cut = True

    assert is_cut


def test_a_room_that_closes_waits_for_nobody_half_through_and_nothing_of_it_is_logged(served, caplog):  # noqa: F811
    server, _ = served
    with connect(server) as one:
        one.sendall(f"POST /{CODE}/en/form HTTP/1.1\r\nHost: {server.host}\r\nContent-Length: 99\r\n\r\nx".encode())
        time.sleep(0.2)
        begun = time.monotonic()
        server.close()
        server._thread.join(timeout=5)
        took = time.monotonic() - begun

        assert is_closed(one, within_s=1)
    assert took < 1.5
    assert [record for record in caplog.records if record.levelname in ("ERROR", "CRITICAL")] == []


def test_six_hundred_connections_of_one_phone_keep_nobody_else_out(served):  # noqa: F811
    server, storing = served
    silent = []
    for _ in range(600):
        one = connect(server, "127.9.0.1")
        one.sendall(f"POST /{CODE}/en/form HTTP/1.1\r\nHost: {server.host}\r\nContent-Length: 999\r\n\r\nx".encode())
        silent.append(one)
    page = httpx2.post(f"http://{server.host}/{CODE}/en/form", data=answer(1), timeout=10)
    for one in silent:
        one.close()

    assert "Saved" in page.text
    assert len(storing.items) == 1


def test_a_room_full_of_connections_that_only_wait_lets_the_next_phone_in(served, monkeypatch):  # noqa: F811
    server, storing = served
    lobby = server._lobby
    monkeypatch.setattr(lobby, "_most", 40)
    silent = [connect(server, f"127.9.0.{number + 1}") for number in range(60)]
    page = httpx2.post(f"http://{server.host}/{CODE}/en/form", data=answer(1), timeout=10)
    most = lobby._count
    for one in silent:
        one.close()

    assert "Saved" in page.text
    assert most <= 40
    assert len(storing.items) == 1


def test_thirty_people_behind_one_address_scan_fill_in_and_vote_and_none_is_shut_out(served):  # noqa: F811
    server, storing = served
    statuses = asyncio.run(_relay(server.host, people=30))

    assert statuses == {200}
    assert len(storing.items) == 60


async def _relay(host, people):
    """Everybody scans at once, and sends within the same seconds, each with a browser of its own."""
    found = set()

    async def person(number):
        async with httpx2.AsyncClient(base_url=f"http://{host}", timeout=20) as phone:

            async def asked(page):
                found.add((await page).status_code)

            await asked(phone.get(f"/{CODE}/en"))
            await asyncio.gather(asked(phone.get("/static/phone.css")), asked(phone.get("/static/keep.js")))
            card = {"card": CARD} if number == 0 else {"organisation": f"Firm {number}"}
            sent = {"screen": "check", "go": "send", "key": f"key-{number:012d}", "need_1_skill": "TIG", **card}
            await asked(phone.post(f"/{CODE}/en/form", data=sent))
            vote = {"ballot": BALLOT.mark, "key": f"vote-{number:012d}", "dots_0": "3"}
            await asked(phone.post(f"/{CODE}/en/vote", data=vote))

    await asyncio.gather(*(person(number) for number in range(people)))
    return found
