"""How long a page takes to be shown with 170 members, 60 forms and 300 skills: the first time, and again.

Processor time of the window's thread, drawing included, so that other programs on the machine matter little.
"""

import statistics
import time

import pytest

from fastmap.tasks.sample import write_sample
from tests.support.grab import grow
from ui.pages.registry import steps as all_steps
from ui.settings import Settings
from ui.starting import make_window

AIM_MS, ROUNDS = 100, 5


@pytest.fixture
def window(qapp, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("FASTMAP_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("FASTMAP_SETTINGS", str(tmp_path / "window.ini"))
    path = tmp_path / "large.fastmap"
    write_sample(path)
    grow(path, tmp_path)
    window = make_window(Settings(), all_steps())
    window.show()
    window.open_file(path)
    qtbot.waitUntil(lambda: window.session.state.results_are_current, timeout=60_000)
    yield window
    window.close()
    window.deleteLater()


def test_showing_each_page(window, qapp, qtbot, capsys):
    while window.workspace.prepare_next():
        qapp.processEvents()
    first = {step.key: shown(window, qapp, step.key) for step in window._steps}
    again: dict[str, list[float]] = {key: [] for key in first}
    for _ in range(ROUNDS):
        for key, times in again.items():
            times.append(shown(window, qapp, key))

    with capsys.disabled():
        print(f"\nms of processor time to show a page with 170 × 300 data (aim {AIM_MS}), first visit and again:")
        for key, times in again.items():
            print(f"  {key:12} {first[key]:6.0f} {statistics.median(times):6.0f}")


def shown(window, qapp, key):
    begun = time.thread_time()
    window.workspace.show_page(key)
    qapp.processEvents()
    return (time.thread_time() - begun) * 1000
