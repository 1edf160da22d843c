"""How long a phone waits for "Saved" and the window stands still while 200 phones answer within ten seconds.

By the clock, with the sample open on the page Needs: calm, and while 300 connections never finish and 10 MB are sent over and
over. Beside it the same phones at a server that stores nothing. Figures, not tests: on a computer that does other work they
say little; ``python3 dev.py bench tests/benchmarks/test_phone_benchmarks.py``.
"""

import pytest

from fastmap.changes import RemoveResponses
from fastmap.tasks.sample import write_sample
from tests.benchmarks.test_waiting_benchmarks import Clock, settled, window  # noqa: F401 - a fixture, found by name
from tests.phone.conftest import CODE, Room
from tests.phone.test_room_full_of_people import crowd
from ui.phone.server import RoomServer

PHONES = {"phones": 200, "spread": 10}
FLOOD = {"slow": 300, "big": 20}
AIM_P95_MS, AIM_GAP_MS = 300, 200


def p95(told):
    assert told["saved"] == PHONES["phones"]
    return told["waits_ms"][PHONES["phones"] * 95 // 100]


class _Bare:
    """A room whose answers count as stored at once."""

    def __init__(self):
        self._room = Room()
        self._server = RoomServer(lambda: self._room.view, self._room.inbox, address="127.0.0.1", port=0)
        self.link = f"http://{self._server.host}/{CODE}"

    def close(self):
        self._server.close()


@pytest.fixture
def bare():
    room = _Bare()
    yield room
    room.close()


def test_waits_of_phones_and_of_the_window(window, bare, qtbot, tmp_path, capsys):  # noqa: F811 - the fixture above
    path = tmp_path / "room.fastmap"
    write_sample(path)
    settled(window, path, qtbot)
    window.workspace.show_page("needs")
    yardstick = max(1, p95(crowd(qtbot, bare, **PHONES)))
    lines = []
    for name, more in (("calm", {}), ("flooded", FLOOD)):
        keeper = window.workshop.keeper
        assert keeper.open("127.0.0.1", port=0)
        crowd(qtbot, keeper, phones=1)
        # The keys of the phones are the same each time: what is there already would cost nothing.
        _remove_what_phones_sent(window.session)
        clock = Clock()
        wait = p95(crowd(qtbot, keeper, **PHONES, **more))
        keeper.close()
        lines.append((f"{name}: p95 of a phone", wait, AIM_P95_MS, f"{wait / yardstick:.1f} × without a window"))
        lines.append((f"{name}: longest standstill of the window", clock.longest_ms, AIM_GAP_MS, ""))
        _remove_what_phones_sent(window.session)
    with capsys.disabled():
        print(f"\nms, aim; p95 at a server without a window: {yardstick} ms")
        for what, took, aim, ratio in lines:
            print(f"  {what:45} {took:6.0f}  {aim:4}  {ratio}")


def _remove_what_phones_sent(session):
    sent = tuple(one.id for one in session.state.snapshot.responses if one.id.startswith("phone-phone-number-"))
    session.apply(RemoveResponses(responses=sent))
