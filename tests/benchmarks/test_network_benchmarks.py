"""How long the map of 170 members, 40 partners and 600 ties takes: worked out, shown first, dragged, zoomed, looked at.

Processor time of the thread, so that other programs on the machine matter little, beside a yardstick of the same
session: 600 plain lines and 210 discs painted by Qt alone. Frames are full repaints of the map.
"""

import random
import statistics
import time

import pytest
from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QPainter, QPixmap

from fastmap.analysis.network_map import network_map
from fastmap.changes import SaveMembers, SavePartners
from tests.support.large_networks import large_network, large_network_snapshot
from tests.support.ui import empty_assessment
from ui.pages.registry import steps as all_steps
from ui.settings import Settings
from ui.starting import make_window

FRAMES, ROUNDS, AIM_MS, AIM_SHOWN_MS = 40, 7, 1000 / 30, 1000


@pytest.fixture
def view(qapp, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("FASTMAP_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("FASTMAP_SETTINGS", str(tmp_path / "window.ini"))
    window = make_window(Settings(), tuple(step for step in all_steps() if step.key == "partners"))
    window.resize(1366, 768)
    window.show()
    window.open_file(empty_assessment(tmp_path / "large.fastmap"))
    members, partners, ties = large_network()
    window.session.apply(SaveMembers(members=members))
    window.session.apply(SavePartners(partners=partners, ties=ties))
    qtbot.waitUntil(lambda: window.session.state.results_are_current, timeout=60_000)
    page = window.workspace.show_page("partners")
    page.views.choose("network")
    page.show_view("network")
    qtbot.waitUntil(lambda: page.network.presenter.reading is not None, timeout=20_000)
    yield page.network
    window.close()
    window.deleteLater()


def milliseconds(work):
    begun = time.thread_time()
    work()
    return (time.thread_time() - begun) * 1000


def yardstick(size):
    """Milliseconds of 600 lines and 210 discs, smoothed, without anything of ours."""
    random_ = random.Random(1)
    wide, high = size.width(), size.height()
    lines = [QLineF(*(random_.random() * side for side in (wide, high, wide, high))) for _ in range(600)]
    discs = [QPointF(random_.random() * wide, random_.random() * high) for _ in range(210)]

    def paint():
        picture = QPixmap(size)
        picture.fill()
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawLines(lines)
        for disc in discs:
            painter.drawEllipse(disc, 6, 6)
        painter.end()

    return min(milliseconds(paint) for _ in range(ROUNDS))


def frames(canvas, act):
    """Milliseconds of each frame while ``act(number)`` moves the map."""
    picture = QPixmap(canvas.size())
    times = []
    for number in range(FRAMES):
        act(number)
        times.append(milliseconds(lambda: canvas.render(picture)))
    return times


def test_working_out_the_map(capsys):
    snapshot = large_network_snapshot()
    network_map(snapshot)

    times = [milliseconds(lambda: network_map(snapshot)) for _ in range(ROUNDS)]

    with capsys.disabled():
        print(f"\nmap of 210 organisations and 600 links worked out in {min(times):.0f} ms (in a thread)")


def test_showing_dragging_and_zooming_the_map(view, qapp, capsys):
    canvas = view.canvas
    base = yardstick(canvas.size())
    focus = max(canvas._nodes, key=lambda node: len(canvas._painter._lines_of(node)))

    def first():
        view._show_map()
        canvas.grab()

    shown = [milliseconds(first) for _ in range(3)]
    runs = {"drag, whole map": frames(canvas, lambda number: canvas.pan(9 if number % 2 else -9, 4))}
    canvas.fit()
    runs["zoom in"] = frames(canvas, lambda _: canvas.zoom(1.05))
    runs["drag, close"] = frames(canvas, lambda number: canvas.pan(9 if number % 2 else -9, 4))
    runs["zoom out"] = frames(canvas, lambda _: canvas.zoom(1 / 1.05))
    view.focus_on(focus)
    canvas.fit()
    runs["drag, one looked at"] = frames(canvas, lambda number: canvas.pan(9 if number % 2 else -9, 4))

    with capsys.disabled():
        print(f"\n{canvas.width()} × {canvas.height()}; yardstick (600 lines, 210 discs by Qt alone): {base:.1f} ms")
        print(f"map handed over and painted the first time: {min(shown):.0f} ms (aim {AIM_SHOWN_MS})")
        print(f"ms a frame (aim {AIM_MS:.0f}): median, slowest, median in yardsticks")
        for name, times in runs.items():
            median = statistics.median(times)
            print(f"  {name:20} {median:6.1f} {max(times):6.1f} {median / base:6.1f} ×")
