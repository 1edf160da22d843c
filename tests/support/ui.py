"""Fixtures and helpers for tests of the window; `tests/ui/conftest.py` makes the fixtures known.

One window per test module keeps them fast: `window` is shared, `fresh` brings it back to an empty assessment.
"""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QTranslator
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLabel, QPushButton, QWidget

from fastmap.catalogue.definitions import Catalogue
from fastmap.model.results import Results
from fastmap.model.snapshot import Snapshot
from fastmap.pipeline import run
from fastmap.progress import ProgressListener, silent
from fastmap.tasks.starting import start_assessment
from tests.support.sample_file import put_sample
from ui.widgets.labels import FactLabel

LONGER = 0.4
HOSTILE = (
    "a<b and c>d",
    "<img src=file:///etc/passwd>",
    "\u202eevil.exe",
    "Überlänge " * 30,
    "🧑‍🏭 & Söhne &amp; <b>Co</b>",
    "=HYPERLINK(0)",
)
"""Names as nobody should have them, and as somebody will."""


class PseudoTranslator(QTranslator):
    """A language that is 40 % longer, with accents and brackets: what it does not touch was never translated."""

    _accents = str.maketrans("aeiounAEIOU", "àéîöüñÀÉÎÖÜ")

    def isEmpty(self):  # noqa: N802 - Qt's name
        return False

    def translate(self, context, source_text, disambiguation=None, n=-1):
        if not source_text.strip():
            return None
        text = source_text.replace("%n", str(n)) if n >= 0 else source_text
        parts = text.split("{")
        parts[1:] = [
            "{" + part.split("}", 1)[0] + "}" + self._with_accents(part.split("}", 1)[1]) for part in parts[1:]
        ]
        parts[0] = self._with_accents(parts[0])
        return f"[{''.join(parts)}{self._filler(source_text)}]"

    def _with_accents(self, text):
        # "&File" keeps its key, or two entries of a menu would share one.
        return "".join(
            letter if place and text[place - 1] == "&" else letter.translate(self._accents)
            for place, letter in enumerate(text)
        )

    @staticmethod
    def _filler(text):
        wanted = round(len(text) * LONGER)
        words = " lang ganz lange Wörter dazu und noch mehr" * (wanted // 40 + 1)
        return words[:wanted].rstrip() if wanted > 2 else "é" * wanted


_LATELY: deque[tuple[Catalogue, Results]] = deque(maxlen=4)


def run_once_for_each(snapshot: Snapshot, catalogue: Catalogue, progress: ProgressListener = silent) -> Results:
    """Do as `fastmap.pipeline.run`, or return what it gave lately for an equal snapshot: the same, by its contract."""
    for known, results in tuple(_LATELY):
        if known is catalogue and results.snapshot == snapshot:
            return replace(results, snapshot=snapshot)
    results = run(snapshot, catalogue, progress)
    _LATELY.append((catalogue, results))
    return results


def empty_assessment(path: Path) -> Path:
    """Make an assessment with nothing but a name."""
    start_assessment(path, name="Cluster Vacío", country="ES", round_label="2026")
    return path


def find(window: QWidget, name: str, kind: type = QWidget):
    """Return the widget with an object name; a missing one fails the test."""
    found = window.findChild(kind, name)
    assert found is not None, f"no {kind.__name__} is called {name!r}"
    return found


@pytest.fixture(scope="session")
def qapp_cls():
    """Let pytest-qt use the application as the program makes it."""
    from ui.plain_text_filter import PlainTextFilter
    from ui.starting import make_application

    def make(_arguments):
        application = make_application()
        application.installEventFilter(PlainTextFilter(application))
        return application

    return make


@pytest.fixture(scope="module")
def own_folder(tmp_path_factory):
    """A folder for settings, sample and backups, one per module."""
    folder = tmp_path_factory.mktemp("person")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FASTMAP_DATA", str(folder / "data"))
        patch.setenv("FASTMAP_SETTINGS", str(folder / "window.ini"))
        # Reading what skills mean takes seconds of every module; tests/vocabulary and one test of the window do it.
        patch.setattr("fastmap.vocabulary.encoder.is_installed", lambda: False)
        # Most tests begin with the same sample: what follows from it need not be worked out for each of them.
        patch.setattr("fastmap.pipeline.run", run_once_for_each)
        yield folder


@pytest.fixture(scope="module")
def steps():
    """The steps of the module's window; a module may override it."""
    return


@pytest.fixture(scope="module")
def pause_before_results_ms():
    """How long the module's window waits for a further edit before it works out results; a module may override it.

    The program waits so long that typing does not start them at each key; tests would wait as long, each of them.
    """
    return 1


@pytest.fixture(scope="module")
def window(qapp, own_folder, steps, pause_before_results_ms):
    """A window at the start page, shown; light, 100 %, English."""
    from ui.settings import Settings
    from ui.starting import make_window

    settings = Settings()
    settings.theme, settings.language = "light", "en"
    window = make_window(settings, steps)
    window.session._results_work.timer.setInterval(pause_before_results_ms)
    window.resize(1366, 768)
    window.show()
    yield window
    window.close()
    window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.removeTranslator(window.language.translator)


@pytest.fixture(scope="session")
def sample_bytes(tmp_path_factory):
    """The sample assessment as bytes."""
    return put_sample(tmp_path_factory.mktemp("sample") / "sample.fastmap").read_bytes()


@pytest.fixture
def with_sample(window, sample_bytes, tmp_path, qtbot):
    """The window with a copy of the sample open and its results there."""
    path = tmp_path / "Sample.fastmap"
    path.write_bytes(sample_bytes)
    window.open_file(path)
    qtbot.waitUntil(lambda: window.session.state.results_are_current, timeout=20_000)
    yield window
    leave(window)


@pytest.fixture
def with_empty(window, tmp_path, qtbot):
    """The window with an assessment that holds nothing but a name."""
    window.open_file(empty_assessment(tmp_path / "Empty.fastmap"))
    qtbot.waitUntil(lambda: window.session.state.results_are_current, timeout=20_000)
    yield window
    leave(window)


def leave(window) -> None:
    """Close what is open; what the file could not take is let go without the question that a person would be asked."""
    session = window.session
    asked, session.before_letting_go = session.before_letting_go, lambda: True
    session.close()
    session.before_letting_go = asked


@pytest.fixture
def long_language(qapp, window):
    """Everything 40 % longer while the test runs; translators are asked last in, first."""
    translator = PseudoTranslator(qapp)
    qapp.installTranslator(translator)
    window.retranslate()
    # The other widgets hear of it by an event that waits its turn.
    qapp.processEvents()
    yield translator
    qapp.removeTranslator(translator)
    window.retranslate()


def controls(widget: QWidget) -> list[QWidget]:
    """Return everything in sight that can have the keyboard, Qt's own inner parts left out."""
    return [
        child
        for child in widget.findChildren(QWidget)
        if child.isVisibleTo(widget)
        and child.isVisible()
        and child.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        and not child.objectName().startswith("qt_")
        and not isinstance(child.parent(), QComboBox | QAbstractSpinBox)
    ]


def accessible_name(widget: QWidget) -> str:
    """Return what a screen reader would call the widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name)


def cut_texts(widget: QWidget) -> list[str]:
    """Return the texts of labels and buttons in sight that do not fit into their widgets."""
    cut = []
    for child in widget.findChildren(QWidget):
        if not child.isVisible() or child.visibleRegion().isEmpty() or isinstance(child, FactLabel):
            continue
        if isinstance(child, QLabel) and child.text() and child.objectName() != "qt_msgbox_label":
            if child.wordWrap():
                room, needed = child.height() + 1, child.heightForWidth(child.width())
            else:
                room, needed = child.width() + 1, child.minimumSizeHint().width()
            words = max(child.text().split(), key=len)
            if needed > room or child.fontMetrics().horizontalAdvance(words) > child.width() + 1:
                cut.append(f"{child.objectName() or type(child).__name__}: {child.text()!r} ({needed} > {room})")
        elif isinstance(child, QPushButton) and child.width() < child.sizeHint().width() - 1:
            cut.append(f"{child.objectName()}: {child.text()!r}")
    return cut


def app() -> QApplication:
    """Return the running application."""
    running = QApplication.instance()
    assert isinstance(running, QApplication)
    return running
