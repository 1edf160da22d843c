"""Two hundred phones at once, while others are slow, send too much or guess codes: every answer is stored, once."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.torture.phones import killed_rooms

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="addresses 127.x.x.x, SIGKILL")]
CROWD = Path(__file__).with_name("crowd.py")


def crowd(qtbot, keeper, **kinds):
    """Let people loose on the room while the window goes on; return what they tell."""
    words = [f"{kind}={number}" for kind, number in kinds.items()]
    process = subprocess.Popen([sys.executable, CROWD, keeper.link, *words], stdout=subprocess.PIPE, text=True)
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=180_000)
    return json.loads(process.communicate()[0])


def stored(session):
    return sorted(need.skill_text for one in session.assessment.snapshot().responses for need in one.needs)


def test_two_hundred_phones_are_stored_while_others_are_slow_and_send_ten_megabytes(qtbot, session, keeper):
    assert keeper.open("127.0.0.1", port=0)

    told = crowd(qtbot, keeper, phones=200, slow=300, big=20)

    assert told["saved"] == 200
    assert stored(session) == sorted(f"skill {number}" for number in range(200))
    assert set(told["big"]) <= {"413", "cut off"}
    assert session.state.path.stat().st_size < 5_000_000
    keeper.close()


def test_ten_thousand_guesses_find_nothing_and_keep_no_phone_out(qtbot, session, keeper):
    assert keeper.open("127.0.0.1", port=0)

    told = crowd(qtbot, keeper, rooms=5_000, cards=5_000, phones=50)

    assert told["rooms"] == {"404": 5_000}
    assert told["cards"] == {"refused": 5_000}
    assert told["saved"] == 50
    keeper.close()


def test_who_guesses_without_a_pause_is_held_up(qtbot, session, keeper, monkeypatch):
    monkeypatch.setattr("ui.phone.guard.BURST", 10.0)
    monkeypatch.setattr("ui.phone.guard.REQUESTS_A_SECOND", 0.0)  # however slow this computer is
    assert keeper.open("127.0.0.1", port=0)

    told = crowd(qtbot, keeper, rooms=5_000, phones=20)

    assert told["rooms"] == {"404": 2_500, "429": 2_500}
    assert told["saved"] == 20
    keeper.close()


def test_what_a_phone_heard_as_saved_outlives_thirty_kills_once(tmp_path):
    figures = {figure.what: figure for figure in killed_rooms(tmp_path, 30)}

    assert {what: one.value for what, one in figures.items() if one.is_missed} == {}
    assert figures["kills"].value == 30
