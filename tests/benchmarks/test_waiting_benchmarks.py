"""How long a person waits in the window: while typing, choosing, switching views, and while a thousand forms come in.

By the clock, best of three, drawing included; beside a bare table of Qt filled and drawn in the same session. Figures,
not tests: on a computer that does other work they say little. ``python3 dev.py bench tests/benchmarks/…``.
"""

import time

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableWidget

from fastmap.changes import RemoveMappings, SaveMembers
from fastmap.model.organisations import Member
from fastmap.tasks.sample import write_sample
from fastmap.tasks.starting import start_assessment
from tests.support.grab import grow
from tests.support.many_forms import code_of, write_many
from ui.pages.registry import steps as all_steps
from ui.settings import Settings
from ui.starting import make_window

FORMS = 1000
TYPED = ("w", "we", "weld", "maint", "programming of", "soldadura", "xqzzy robots")


@pytest.fixture
def window(qapp, tmp_path, monkeypatch):
    monkeypatch.setenv("FASTMAP_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("FASTMAP_SETTINGS", str(tmp_path / "window.ini"))
    window = make_window(Settings(), all_steps())
    window.show()
    yield window
    window.session.close()
    window.close()
    window.deleteLater()


@pytest.fixture
def large(window, qtbot, tmp_path):
    """The window over 170 members, 60 forms and 300 skills."""
    path = tmp_path / "large.fastmap"
    write_sample(path)
    grow(path, tmp_path)
    settled(window, path, qtbot)
    while window.workspace.prepare_next():
        QApplication.processEvents()
    return window


@pytest.fixture
def yardstick(qapp):
    """Milliseconds to fill and draw a bare table of 170 × 7 cells."""
    table = QTableWidget(170, 7)
    table.resize(1066, 600)
    table.show()

    def fill():
        for row in range(170):
            for column in range(7):
                table.setItem(row, column, table.itemPrototype() or _cell(row, column))

    took = best(fill, table)
    table.deleteLater()
    return took


def _cell(row, column):
    from PySide6.QtWidgets import QTableWidgetItem

    return QTableWidgetItem(f"cell {row} {column}")


def settled(window, path, qtbot):
    window.open_file(path)
    qtbot.waitUntil(lambda: window.session.state.results_are_current, timeout=60_000)


def best(act, widget):
    """Milliseconds to act and draw, best of three."""
    took = []
    for _ in range(3):
        begun = time.perf_counter()
        act()
        QApplication.processEvents()
        widget.grab()
        took.append((time.perf_counter() - begun) * 1000)
    return min(took)


def longest(act):
    """Milliseconds that the slowest of several acts took."""
    took = []
    for one in act:
        begun = time.perf_counter()
        one()
        took.append((time.perf_counter() - begun) * 1000)
    return max(took)


def test_waits_with_170_members_and_300_skills(large, yardstick, qtbot, capsys):
    session, show = large.session, large.workspace.show_page
    pages = {step.key: show(step.key) for step in large._steps}
    waits = {
        f"{key}: shown again": (best(lambda page=page: page.refresh(session.state), page), 100)
        for key, page in pages.items()
    }
    partners = show("partners")
    for view in ("coverage", "introductions", "commitments", "table"):
        waits[f"partners: {view}"] = (best(lambda view=view: partners._show_view(view), partners), 100)
    diagnosis = show("diagnosis")
    waits["diagnosis: next row"] = (best(lambda: QTest.keyClick(diagnosis.ranking, Qt.Key.Key_Down), diagnosis), 100)
    needs = show("needs")
    member = session.state.snapshot.members[0].code
    searches = [lambda typed=typed: needs.presenter.skills_like(typed, member) for typed in TYPED]
    searches += [lambda typed=typed: needs.presenter.members_like(typed) for typed in TYPED]
    waits["needs: a letter typed"] = (longest(searches), 50)
    texts = tuple((mapping.text_key, mapping.language) for mapping in session.state.snapshot.mappings[:150])
    session.apply(RemoveMappings(texts=texts))
    for tab in range(4):
        waits[f"needs: tab {tab}"] = (best(lambda tab=tab: needs.open_tab(tab), needs), 100)
    tell(capsys, waits, yardstick)


def test_waits_in_the_interview(large, yardstick, capsys):
    needs = large.workspace.show_page("needs")
    needs.open_tab(3)
    view = needs.interview
    view.begin_with(large.session.state.snapshot.members[-1].code)
    fields = ((view.skill, "programming of robots"), (view.now, "12"), (view.consequence, "12345"))
    waits = {}
    for field, text in fields:
        field.setFocus()
        letters = [lambda field=field, letter=letter: QTest.keyClick(field, letter) for letter in text]
        waits[f"interview: {field.objectName()}"] = (longest(letters), 50)
    tell(capsys, waits, yardstick)


class Clock:
    """Notes the longest time in which no timer was heard."""

    def __init__(self):
        self.longest_ms = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(interval=5)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self):
        now = time.perf_counter()
        self.longest_ms = max(self.longest_ms, (now - self._last) * 1000)
        self._last = now


def test_standstill_while_a_thousand_forms_are_read(window, yardstick, qtbot, tmp_path, capsys):
    """The forms are real: written, read by the children, checked, stored and worked out."""
    path, folder = tmp_path / "thousand.fastmap", tmp_path / "forms"
    folder.mkdir()
    start_assessment(path, name="Large", country="ES", round_label="2026")
    settled(window, path, qtbot)
    members = tuple(Member(code=code_of(n), name="Taller") for n in range(FORMS))
    window.session.apply(SaveMembers(members=members))
    write_many(folder, FORMS, assessment=window.session.state.snapshot.info.id)
    needs = window.workspace.show_page("needs")
    qtbot.waitUntil(lambda: window.session.state.results_are_current, timeout=60_000)
    begun, clock = time.perf_counter(), Clock()
    with qtbot.waitSignal(needs.forms.ended, timeout=120_000):
        needs.take_files([folder])
    qtbot.waitUntil(lambda: window.session.state.results_are_current, timeout=60_000)

    took = time.perf_counter() - begun
    counted = len(window.session.state.snapshot.responses)
    tell(capsys, {f"standstill while {counted} forms came in ({took:.1f} s)": (clock.longest_ms, 200)}, yardstick)


def tell(capsys, waits, yardstick):
    with capsys.disabled():
        print(f"\nms waited, aim, and × a bare table filled and drawn ({yardstick:.0f} ms):")
        for what, (took, aim) in waits.items():
            print(f"  {what:50} {took:6.0f}  {aim:4}  {took / yardstick:5.1f} ×")
