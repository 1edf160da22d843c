"""The real server on loopback: many phones, slow ones, large bodies – and the port is free again afterwards."""

import asyncio
import socket
import threading
import time

import httpx2
import pytest

from fastmap.errors import FastmapError
from fastmap.intake.phone_answers import PhoneAnswer
from tests.phone.conftest import BALLOT, CARD, CODE, ROOM, told
from ui.phone import connections
from ui.phone import server as server_module
from ui.phone.inbox import Inbox
from ui.phone.pages import Sent
from ui.phone.server import RoomServer

PHONES = 200


class Storing:
    """Stores every 20 ms what waits, as the window does."""

    def __init__(self, inbox: Inbox) -> None:
        self.inbox = inbox
        self.items: list[Sent] = []
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        while not self._stop.wait(0.02):
            for letter in self.inbox.take(50):
                self.items.append(letter.item)
                letter.stored.set_result(told(letter.item))

    def close(self) -> None:
        self._stop.set()
        self._thread.join()


@pytest.fixture
def served():
    inbox = Inbox()
    storing = Storing(inbox)
    server = RoomServer(lambda: ROOM, inbox, address="127.0.0.1", port=0)
    yield server, storing
    server.close()
    storing.close()


def answer(number):
    return {
        "screen": "check",
        "go": "send",
        "key": f"key-of-phone-{number:04d}",
        "card": CARD,
        "need_1_skill": f"s{number}",
    }


async def _send_all(host: str) -> list[float]:
    async with httpx2.AsyncClient(base_url=f"http://{host}", limits=httpx2.Limits(max_connections=PHONES)) as client:

        async def one(number: int) -> float:
            began = time.monotonic()
            page = await client.post(f"/{CODE}/en/form", data=answer(number), timeout=20)
            assert page.status_code == 200, page.text
            assert "Saved" in page.text
            return time.monotonic() - began

        return await asyncio.gather(*(one(number) for number in range(PHONES)))


@pytest.fixture
def patient_guard(monkeypatch):
    """All phones of the test have one address; a room's have one each."""
    monkeypatch.setattr("ui.phone.guard.BURST", 10_000.0)
    monkeypatch.setattr("ui.phone.limits.SENDS_AT_ONCE", 10_000.0)
    monkeypatch.setattr("ui.phone.limits.CARD_ANSWERS", 10_000)
    monkeypatch.setattr("ui.phone.connections.MOST_PER_ADDRESS", 10_000)


@pytest.mark.usefixtures("patient_guard")
def test_two_hundred_phones_at_once_are_stored_once_each(served):
    server, storing = served

    asyncio.run(_send_all(server.host))

    assert len(storing.items) == PHONES
    assert {item.key for item in storing.items} == {f"key-of-phone-{number:04d}" for number in range(PHONES)}
    assert all(isinstance(item, PhoneAnswer) and item.member == "M001" for item in storing.items)


@pytest.mark.usefixtures("patient_guard")
def test_three_hundred_connections_that_say_nothing_keep_nobody_out(served):
    server, storing = served
    silent = [socket.create_connection((server.address, server.port)) for _ in range(300)]
    for one in silent[:150]:
        one.sendall(b"POST /K7RM2X/en/form HTTP/1.1\r\nHost: x")
    try:
        page = httpx2.post(f"http://{server.host}/{CODE}/en/form", data=answer(1), timeout=10)
    finally:
        for one in silent:
            one.close()

    assert "Saved" in page.text
    assert len(storing.items) == 1


def test_a_connection_that_never_says_what_it_wants_is_closed(served, monkeypatch):
    monkeypatch.setattr(connections, "HEAD_SECONDS", 0.2)
    server, _ = served
    with socket.create_connection((server.address, server.port), timeout=5) as one:
        one.sendall(b"GET / HTTP/1.1\r\n")

        assert one.recv(100) == b""


def test_ten_megabytes_are_refused_without_being_taken_in(served):
    server, storing = served
    with socket.create_connection((server.address, server.port), timeout=10) as one:
        one.sendall(
            f"POST /{CODE}/en/form HTTP/1.1\r\nHost: {server.host}\r\nContent-Length: 10485760\r\n\r\n".encode()
        )
        assert b" 413 " in one.recv(200)

    assert storing.items == []


def test_ten_thousand_guesses_open_no_room_and_no_card():
    guesses = [f"{number:06d}".translate(str.maketrans("01", "AB")) for number in range(10_000)]

    assert all(ROOM.cards.member(f"{guess}ZZZZ") is None for guess in guesses)
    assert CODE not in guesses


def test_a_room_takes_the_port_of_the_chosen_address_alone(served):
    server, _ = served

    with socket.create_server(("127.0.0.2", server.port)) as other:
        assert other.getsockname() == ("127.0.0.2", server.port)


def test_a_closed_room_frees_its_port_and_answers_nobody(served):
    server, _ = served
    server.close()

    assert not server.is_running
    with pytest.raises(OSError, match=r".*"):
        socket.create_connection((server.address, server.port), timeout=1)
    RoomServer(lambda: ROOM, Inbox(), address="127.0.0.1", port=server.port).close()


def test_a_port_that_is_taken_leads_to_the_next_one(monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as taken, socket.create_server(("127.0.0.1", 0)) as free:
        ports = (taken.getsockname()[1], free.getsockname()[1])
        monkeypatch.setattr(server_module, "PORTS", ports)
        free.close()

        server = RoomServer(lambda: ROOM, Inbox(), address="127.0.0.1")
        server.close()

        assert server.port == ports[1]


def test_ports_that_are_all_taken_are_told():
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(FastmapError, match="room_ports_taken"):
        RoomServer(lambda: ROOM, Inbox(), address="127.0.0.1", port=taken.getsockname()[1])


def test_an_address_that_is_gone_is_told():
    with pytest.raises(FastmapError, match="room_address_gone"):
        RoomServer(lambda: ROOM, Inbox(), address="203.0.113.7", port=0)


def test_the_vote_of_a_phone_reaches_the_inbox(served):
    server, storing = served
    dots = {"ballot": BALLOT.mark, "key": "k" * 16, "dots_0": "3"}

    page = httpx2.post(f"http://{server.host}/{CODE}/en/vote", data=dots)

    assert "Your dots are counted" in page.text
    assert storing.items[0].dots == {"u:weld": 3}
