"""Render pages of the window to PNG files, to look at them: python tests/support/grab.py [PAGE …] --out FOLDER.

Without pages: the start page and every registered page. Variants: 1366 × 768 light and dark, 1920 × 1080 at 150 %,
125 % zoom, Spanish, long pseudo-German. Instead of the sample: with --empty an assessment with nothing but a name, with
--large one with 170 members, 60 forms and 300 skills, with --file any other. With --demo the pages are those of
`tests/support/demo_pages.py`. With --states also what a visit alone does not show (`tests/support/grab_states.py`).
With --walls all of a workshop, on the projector and on the laptop beside it, dialogs and kiosk too: `--walls de --large --variants light dark`.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))


@dataclass(frozen=True, kw_only=True)
class Variant:
    name: str
    size: tuple[int, int] = (1366, 768)
    mode: str = "light"
    zoom: float = 1.0
    language: str = "en"


VARIANTS = (
    Variant(name="light"),
    Variant(name="dark", mode="dark"),
    Variant(name="1920_150", size=(1920, 1080), zoom=1.5),
    Variant(name="125", zoom=1.25),
    Variant(name="es", language="es"),
    Variant(name="long", language="long", zoom=1.25),
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", nargs="*")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--variants", nargs="*", default=[variant.name for variant in VARIANTS])
    parser.add_argument("--empty", action="store_true")
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--demo", action="store_true")
    parser.add_argument("--states", nargs="*", help="take states instead, all or those named")
    parser.add_argument(
        "--walls", metavar="LANGUAGE", help="take what a projector shows instead, in a file of this language"
    )
    parser.add_argument("--home", type=Path, help="the folder that pictures show files in, instead of a temporary one")
    parser.add_argument("--file", type=Path, help="an assessment to show instead of the sample (a copy is used)")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    for variant in VARIANTS:
        if variant.name in options.variants:
            # A process each: pictures must not depend on what was shown before.
            pid = os.fork()
            if pid == 0:
                os._exit(grab(variant, options))
            _, status = os.waitpid(pid, 0)
            if status:
                return 1
    return 0


def grab(variant: Variant, options: argparse.Namespace) -> int:
    own = Path(tempfile.mkdtemp(prefix="grab-"))
    home = own if options.home is None else options.home
    os.environ.update(
        QT_QPA_PLATFORM="offscreen", FASTMAP_DATA=str(own / "data"), FASTMAP_SETTINGS=str(own / "window.ini")
    )
    from PySide6.QtCore import Qt

    from tests.support.ui import PseudoTranslator, empty_assessment
    from ui.settings import Settings
    from ui.starting import make_application, make_window

    app = make_application()
    settings = Settings()
    settings.theme, settings.zoom = variant.mode, variant.zoom
    settings.language = "en" if variant.language == "long" else variant.language
    steps = None
    if options.demo:
        from tests.support.demo_pages import DEMO_STEPS

        steps = DEMO_STEPS
    if variant.language == "long":
        app.installTranslator(PseudoTranslator(app))
    window = make_window(settings, steps)
    window.resize(*variant.size)
    window.setProperty("variant", variant.name)
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    window.show()
    suffix = "_empty" if options.empty else "_large" if options.large else ""

    def settle(seconds: float = 0.2) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            app.processEvents()

    def save(name: str) -> None:
        settle()
        window.grab().save(str(options.out / f"{name}{suffix}_{variant.name}.png"))

    if not options.pages or "start" in options.pages:
        gone, there = home / "Basque Aeronautics & Friends.fastmap", home / "Urola Advanced Manufacturing.fastmap"
        there.touch()
        window.recent.remember(gone, there)
        save("start")
    path = home / "Ferrana 2026.fastmap"
    path.unlink(missing_ok=True)
    if options.file is not None:
        path.write_bytes(options.file.read_bytes())
    elif options.empty:
        empty_assessment(path)
    else:
        from fastmap.tasks.sample import write_sample

        write_sample(path)
        if options.large:
            grow(path, home)
    window.open_file(path)
    end = time.monotonic() + 60
    while time.monotonic() < end and not window.session.state.results_are_current:
        settle(0.05)
    settle(0.3)
    if options.walls is not None:
        from tests.support.grab_walls import STATES_BESIDE, grab_walls

        grab_walls(window, options.out, f"{options.walls}{suffix}_{variant.name}", settle, language=options.walls)
        options.states = list(STATES_BESIDE)
        grab_states(window, options, settle, save)
        window.close()
        return 0
    if options.states is not None:
        grab_states(window, options, settle, save)
        window.close()
        return 0
    for step in window._steps:
        if not options.pages or step.key in options.pages:
            window.workspace.show_page(step.key)
            if step.key == "report":
                wait_for_pages(window.workspace.page, settle)
            save(step.key)
    if window._steps and (not options.pages or "help" in options.pages):
        window.workspace.toggle_help()
        save("help")
    window.close()
    return 0


def grab_states(
    window: Any, options: argparse.Namespace, settle: Callable[[float], None], save: Callable[[str], None]
) -> None:
    """Take a picture of every state, each with the file opened anew."""
    from PySide6.QtCore import QCoreApplication, QEvent

    from tests.support.grab_states import STATES
    from tests.support.ui import find

    path, fresh = window.session.state.path, window.session.state.path.read_bytes()
    for state in STATES:
        if (options.pages and state.page not in options.pages) or (options.states and state.name not in options.states):
            continue
        # Opened anew each time: one state would show in the next.
        window.session.close()
        window.message_bar.dismiss()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        path.write_bytes(fresh)
        window.open_file(path)
        while not window.session.state.results_are_current:
            settle(0.05)
        window.workspace.show_page(state.page)
        settle(0.3)
        state.bring_up(window, settle)
        settle(0.3)
        if state.dialog:
            dialog: Any = find(window, state.dialog)
            variant = window.property("variant")
            dialog.grab().save(str(options.out / f"{state.page}-{state.name}_{variant}.png"))
            dialog.close()
        else:
            save(f"{state.page}-{state.name}")


def wait_for_pages(page: Any, settle: Callable[[float], None]) -> None:
    """Wait until the preview of the report is drawn."""
    preview = page.report.preview.pages
    end = time.monotonic() + 40
    while time.monotonic() < end and not preview.count:
        settle(0.1)


def grow(path: Path, home: Path) -> None:
    """Make the sample in ``path`` large."""
    from fastmap.assessment import Assessment
    from fastmap.changes import ImportResponses, SaveMembers
    from tests.support.large_clusters import grown

    with Assessment.open(path, backup_folder=home / "backups") as assessment:
        members, responses = grown(assessment.snapshot())
        assessment.apply(SaveMembers(members=members))
        assessment.apply(ImportResponses(responses=responses))


if __name__ == "__main__":
    sys.exit(main())
