"""How soon the window is there, how much memory it takes, and how long it stands still while heavy imports follow."""

import os
import resource
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAINT_RATIO, MEMORY_RATIO, SAMPLE_SECONDS, GAP_MS = 1.6, 1.4, 0.8, 200
ROUNDS = 7

BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        QTimer.singleShot(0, app.quit)
app = QApplication([])
window = Window()
window.resize(1366, 768)
window.show()
app.exec()
"""
OURS = """
import gc; gc.disable()  # as ui.app does
from ui.starting import make_application, make_window
from ui.settings import Settings
app = make_application()
window = make_window(Settings())
window.first_painted.disconnect()
window.first_painted.connect(app.quit)
window.show()
app.exec()
"""
END = """
import os, resource, sys
sys.stdout.write(str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss))
sys.stdout.flush()
os._exit(0)
"""
SAMPLE = """
import sys, time
begun = time.perf_counter()
import gc; gc.disable()
from PySide6.QtCore import QTimer
from ui.starting import start
from fastmap.places import user_data_folder
app, window = start(sys.argv[1:])
last, longest, marks = time.perf_counter(), 0.0, {}
def tick():
    global last, longest
    now = time.perf_counter()
    if "paint" in marks:
        longest = max(longest, now - last)
    last = now
    if window.session.is_open and window.session.state.results_are_current:
        marks.setdefault("results", now)
    if "results" in marks and now - marks["results"] > 1.0:
        app.quit()
timer = QTimer(interval=2)
timer.timeout.connect(tick)
def painted():
    global last
    marks["paint"] = last = time.perf_counter()
    timer.start()
window.first_painted.connect(painted)
def opened():
    QTimer.singleShot(0, lambda: marks.setdefault("opened", time.perf_counter()))
window.session.opened.connect(opened)
window.show()
app.exec()
import os
sys.stdout.write(" ".join(str(value) for value in (
    marks["paint"] - begun, marks["opened"] - marks["paint"], marks["results"] - marks["paint"], longest * 1000)))
sys.stdout.flush()
os._exit(0)
"""


@pytest.fixture
def run(tmp_path):
    """Run code in a program of its own, with its bytecode at hand as in an installed program; return its output."""

    def start(code: str, *arguments: str) -> str:
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "FASTMAP_SETTINGS": str(tmp_path / "window.ini"),
            "FASTMAP_DATA": str(tmp_path / "data"),
            "PYTHONPYCACHEPREFIX": str(tmp_path / "bytecode"),
        }
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        command = [sys.executable, "-c", code, *arguments]
        return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout

    return start


def processor_seconds(work):
    """What the program asks of the machine, whatever else runs on it."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    work()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def test_first_paint_and_memory_against_a_bare_window(run, capsys):
    run(OURS)
    seconds: dict[str, list[float]] = {BARE: [], OURS: []}
    memory: dict[str, list[int]] = {BARE: [], OURS: []}

    for _ in range(ROUNDS):
        for code in (BARE, OURS):
            seconds[code].append(processor_seconds(lambda code=code: memory[code].append(int(run(code + END)))))

    paint = min(seconds[OURS]) / min(seconds[BARE])
    peak = statistics.median(memory[OURS]) / statistics.median(memory[BARE])
    with capsys.disabled():
        print(f"\nfirst paint: {min(seconds[OURS]):.2f} s processor, {paint:.2f} × a bare window (aim {PAINT_RATIO})")
        print(
            f"peak memory: {statistics.median(memory[OURS]) / 1024:.0f} MB, {peak:.2f} × a bare window (aim {MEMORY_RATIO})"
        )


def test_sample_from_start_to_results(run, capsys):
    run(SAMPLE, "--sample")

    rows = [[float(value) for value in run(SAMPLE, "--sample").split()] for _ in range(3)]
    paint, opened, results, gap = (min(column) for column in zip(*rows, strict=True))

    with capsys.disabled():
        print(
            f"\nfirst paint after {paint:.2f} s; the sample's first page {opened:.2f} s later (aim {SAMPLE_SECONDS}),"
        )
        print(f"its results {results:.2f} s later; longest standstill {gap:.0f} ms (aim {GAP_MS})")
