"""Kills the program while phones send: what a phone heard as saved is in the file, once – and so is what it sends again.

    python tests/torture/phones.py [KILLS]      prints the figures; 300 kills without a number

The program is the real one: session, keeper and server in a process of its own, killed without warning (SIGKILL) at some
moment between receiving an answer and acknowledging it.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import httpx2  # noqa: E402 - through the line above

from fastmap.assessment import Assessment  # noqa: E402 - as above
from fastmap.model.organisations import Cluster  # noqa: E402 - as above
from tests.torture.figures import NONE, SOME, Figure, show  # noqa: E402 - as above

_PHONES = 8
_LONGEST_S = 0.6
_AT_ONCE = 60
"""So many kills work on one file; then a new one begins."""


@dataclass
class _Crowd:
    """What the phones sent and heard, over all kills of one file."""

    sent: set[str] = field(default_factory=set)
    saved: set[str] = field(default_factory=set)
    waiting: list[str] = field(default_factory=list)
    """Sent and not heard as saved: sent again before anything new."""
    lock: threading.Lock = field(default_factory=threading.Lock)
    made: int = 0
    began: threading.Event = field(default_factory=threading.Event)
    """Something was heard as saved in the room that is open."""

    def next_key(self) -> str:
        with self.lock:
            if self.waiting:
                return self.waiting.pop()
            self.made += 1
            key = f"phone-number-{self.made:06d}"
            self.sent.add(key)
            return key

    def heard(self, key: str, *, is_saved: bool) -> None:
        with self.lock:
            if is_saved:
                self.saved.add(key)
                self.began.set()
            else:
                self.waiting.append(key)


def killed_rooms(folder: Path, kills: int, *, seed: int = 1) -> Iterator[Figure]:
    """Kill a room ``kills`` times while eight phones send without a pause, and look into the file after each."""
    chance = random.Random(seed)
    found: Counter[str] = Counter()
    rooms = _Nursery()
    for first in range(0, kills, _AT_ONCE):
        path = folder / f"room-{first}.fastmap"
        Assessment.create(path, title="A", cluster=Cluster(name="C", country="ES"), round_label="1").close()
        crowd = _Crowd()
        for _ in range(min(_AT_ONCE, kills - first)):
            _one_room(rooms, path, crowd, until_s=chance.uniform(0.02, _LONGEST_S))
            found["kills"] += 1
            found.update(_looked_at(path, crowd))
        _one_room(rooms, path, crowd, until_s=None)
        found.update(_looked_at(path, crowd))
        found["acknowledged"] += len(crowd.saved)
        found["never there"] += len(crowd.sent - crowd.saved)
    rooms.close()
    part = "kill, phones"
    yield Figure(part, "kills", found["kills"], SOME)
    yield Figure(part, "answers acknowledged", found["acknowledged"], SOME)
    yield Figure(part, "caught between saving and acknowledging", found["between"])
    yield Figure(part, "acknowledged and lost", found["lost"], NONE)
    yield Figure(part, "answers that are there twice", found["twice"], NONE)
    yield Figure(part, "sent again and still not there", found["never there"], NONE)


class _Nursery:
    """A process that has imported everything, and opens each room in a child of its own: a start takes no second."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, __file__, "--nursery"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=dict(os.environ, QT_QPA_PLATFORM="offscreen"),
        )

    def open_room(self, path: Path) -> tuple[int, str]:
        """Return the number of the room's process, and its link."""
        assert self._process.stdin is not None  # asked for above
        self._process.stdin.write(f"{path}\n")
        self._process.stdin.flush()
        number, link = self._said().split()
        return int(number), link

    def wait(self) -> None:
        """Wait until the room's process is gone."""
        assert self._said() == "ended"

    def close(self) -> None:
        self._process.communicate()

    def _said(self) -> str:
        assert self._process.stdout is not None  # asked for above
        return self._process.stdout.readline().strip()


def _one_room(nursery: _Nursery, path: Path, crowd: _Crowd, *, until_s: float | None) -> None:
    """Open the room, let phones send, kill it after ``until_s``; ``None``: send what waits, then close it as ever."""
    room, link = nursery.open_room(path)
    is_over = threading.Event()
    crowd.began.clear()
    phones = [threading.Thread(target=_phone, args=(link, crowd, is_over, until_s is None)) for _ in range(_PHONES)]
    for phone in phones:
        phone.start()
    if until_s is not None:
        # Not while the first answer is still on its way: from there on every moment is one of storing.
        crowd.began.wait(timeout=20)
        time.sleep(until_s)
        os.kill(room, signal.SIGKILL)
        is_over.set()
    for phone in phones:
        phone.join()
    if until_s is None:
        os.kill(room, signal.SIGTERM)
    nursery.wait()


def _phone(link: str, crowd: _Crowd, is_over: threading.Event, only_what_waits: bool) -> None:
    with httpx2.Client(timeout=20) as client:
        while not is_over.is_set():
            if only_what_waits and not crowd.waiting:
                return
            key = crowd.next_key()
            data = {"screen": "check", "go": "send", "key": key, "organisation": f"Firm {key}", "need_1_skill": key}
            try:
                page = client.post(f"{link}/en/form", data=data)
            except httpx2.HTTPError:
                crowd.heard(key, is_saved=False)
            else:
                crowd.heard(key, is_saved='<h1 data-keep="forget">' in page.text)


def _looked_at(path: Path, crowd: _Crowd) -> Counter[str]:
    with Assessment.open(path) as assessment:
        there = Counter(need.skill_text for response in assessment.snapshot().responses for need in response.needs)
    return Counter(
        {
            "lost": len(crowd.saved - set(there)),
            "twice": sum(count > 1 for count in there.values()),
            "between": len(set(there) & set(crowd.waiting)),
        }
    )


def nursery() -> int:
    """Open a room for each file named on standard input, in a child; say when it is gone."""
    import ui.phone.keeper
    import ui.phone.server
    import ui.session  # noqa: F401 - imported before the children are made

    while path := sys.stdin.readline().strip():
        child = os.fork()
        if child == 0:
            os._exit(serve(Path(path)))
        os.waitpid(child, 0)
        print("ended", flush=True)
    return 0


def serve(path: Path) -> int:
    """Open a room as the window does, say its process and its link, and serve until asked to end."""
    from PySide6.QtCore import QCoreApplication, QTimer

    from ui.phone import guard
    from ui.phone.keeper import RoomKeeper
    from ui.session import Session

    vars(guard)["BURST"] = 1_000_000.0  # all phones of this test have one address
    application = QCoreApplication([])
    signal.signal(signal.SIGTERM, lambda *_: application.quit())
    breath = QTimer(interval=50)  # Python hears of signals only between two steps of its own
    breath.timeout.connect(lambda: None)
    breath.start()
    session = Session(recompute_after_ms=10**8)
    assert session.open(path)
    keeper = RoomKeeper(session)
    assert keeper.open("127.0.0.1", port=0)
    print(os.getpid(), keeper.link, flush=True)
    application.exec()
    session.close()
    return 0


def main(kills: int = 300) -> int:
    """Kill so many times and print what was found; 1 if a figure is missed."""
    with tempfile.TemporaryDirectory() as folder:
        figures = list(killed_rooms(Path(folder), kills))
    show(figures)
    return int(any(figure.is_missed for figure in figures))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--nursery"]:
        sys.exit(nursery())
    sys.exit(main(*map(int, sys.argv[1:2])))
