"""Making application and window. What is imported here counts until the first paint: a test holds the list."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QApplication

from ui.app import file_in
from ui.frame.window import MainWindow
from ui.pages import registry
from ui.session import Session
from ui.settings import Settings
from ui.theme.theme import Mode, Theme
from ui.translating import ScreenLanguage, language_of_system


def start(arguments: Sequence[str]) -> tuple[QApplication, MainWindow]:
    """Make application and window, not yet shown; what ``arguments`` ask for is opened after the first paint."""
    app = make_application()
    window = make_window(Settings())
    window.first_painted.connect(lambda: guard(app))
    path = file_in(arguments)
    if "--sample" in arguments:
        begin: Callable[[], object] = window.files.open_sample
    elif path is not None:
        begin = lambda: window.open_file(path)  # noqa: E731 - one of three
    else:
        begin = warm_up
    window.first_painted.connect(lambda: _when_ready(window.session, begin))
    return app, window


def make_application() -> QApplication:
    """Make the application with its name and style."""
    # Named as an argument, because setStyle() would hand a QStyle to Python, with a dozen enumerations behind it.
    app = QApplication([*sys.argv[:1], "-style", "Fusion"])
    app.setApplicationName("fastmap")
    app.setApplicationDisplayName("fastmap")
    app.setDesktopFileName("fastmap")
    return app


def guard(app: QApplication) -> None:
    """Force plain text on every label and take care of mistakes of ours from now on.

    Not before the first paint: the filter shows Python objects that Qt made, for which the binding prepares hundreds
    of types, and all that is painted first is ours and plain anyway.
    """
    from ui import crash
    from ui.garbage import GarbageCollector
    from ui.plain_text_filter import PlainTextFilter

    GarbageCollector(app)

    # A thread at work lets the window in after a millisecond, not after five: many small steps make one repaint.
    sys.setswitchinterval(0.001)
    app.installEventFilter(PlainTextFilter(app))
    crash.install()


def make_window(settings: Settings, steps: tuple[registry.Step, ...] | None = None) -> MainWindow:
    """Make the window as ``settings`` remember it, with the pages of ``steps`` (all that exist)."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)  # made before
    theme = Theme(app, mode=Mode(settings.theme), zoom=settings.zoom)
    theme.apply()
    language = ScreenLanguage()
    language.start(settings.language or language_of_system())
    session = Session()
    session.set_language(language.code)
    return MainWindow(settings, theme, language, session, registry.steps() if steps is None else steps)


def _when_ready(session: Session, begin: Callable[[], object]) -> None:
    """Import what opening needs in the background, then ``begin``.

    The window never imports what another thread is importing: it would wait for that thread, and stand still.
    """
    language = session.language
    job = session.pool.start(lambda _: _prepare_opening(language))
    job.done.connect(lambda _: begin())


def _prepare_opening(language: str) -> None:
    """Import what opening needs, and read what it reads and keeps: texts and catalogue."""
    import fastmap.assessment
    import fastmap.changes
    import fastmap.store.database
    import ui.frame.preparing
    import ui.frame.top_bar  # noqa: F401 - the imports are the work
    from fastmap.catalogue.reading import load_catalogue
    from fastmap.catalogue.texts import load_texts
    from fastmap.leftovers import remove_leftovers

    remove_leftovers()
    fastmap.store.database.prepare()
    load_texts(language)
    load_catalogue()
    registry.ALL_STEPS[0].load()


def warm_up() -> None:
    """Import in the background what the first results need. Where a file is opened, working them out does it."""
    threading.Thread(target=_import_heavy, name="warm-up", daemon=True).start()


def _import_heavy() -> None:
    import fastmap.pipeline  # noqa: F401 - the import is the work
