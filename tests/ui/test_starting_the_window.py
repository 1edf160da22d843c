"""Start: what main.py decides, and what is imported before the first paint. How long: tests/benchmarks."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import main

ROOT = Path(main.__file__).resolve().parent

TO_FIRST_PAINT = """
import gc; gc.disable()  # as ui.app does
import sys
from ui.starting import make_application, make_window
from ui.settings import Settings
app = make_application()
window = make_window(Settings())
window.first_painted.disconnect()
window.first_painted.connect(app.quit)
window.show()
app.exec()
import os
sys.stdout.write(" ".join(sorted(sys.modules)))
sys.stdout.flush()
os._exit(0)
"""
HEAVY = {
    "pandas",
    "numpy",
    "scipy",
    "sklearn",
    "sqlite_utils",
    "sqlite3",
    "matplotlib",
    "qtawesome",
    "openpyxl",
    "babel",
    "typst",
    "fontpkg_inter",
    "fontpkg",
    "click",
    "xml",
    "tomllib",
    "fastmap.assessment",
    "fastmap.pipeline",
    "fastmap.model.results",
    "exports",
}
OURS_BEFORE_FIRST_PAINT = {
    "fastmap",
    "fastmap.model",
    "fastmap.model.direction",  # names of files are shown without marks that turn them; imports nothing
    "fastmap.places",  # where the settings lie: an erasure has to find them, too; imports os and pathlib alone
    "ui",
    "ui.app",
    "ui.frame",
    "ui.frame.asking",
    "ui.frame.file_desk",
    "ui.frame.menu_bar",
    "ui.frame.recent_files",
    "ui.frame.sample",
    "ui.frame.start_page",
    "ui.frame.window",
    "ui.pages",
    "ui.pages.registry",
    "ui.plain_text",
    "ui.session",
    "ui.session_aside",
    "ui.session_results",
    "ui.settings",
    "ui.starting",
    "ui.theme",
    "ui.theme.icons",
    "ui.theme.palette",
    "ui.theme.style_sheet",
    "ui.theme.theme",
    "ui.theme.tokens",
    "ui.theme.type_scale",
    "ui.translating",
    "ui.widgets",
    "ui.widgets.buttons",
    "ui.widgets.cards",
    "ui.widgets.flow_layout",
    "ui.widgets.labels",
    "ui.work",
}


def run_code(code, tmp_path, **extra):
    environment = {**os.environ, "FASTMAP_SETTINGS": str(tmp_path / "w.ini"), "QT_QPA_PLATFORM": "offscreen", **extra}
    # What is measured is the program as it is installed, with its bytecode at hand.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment.setdefault("PYTHONPYCACHEPREFIX", str(tmp_path / "bytecode"))
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )


def test_nothing_heavy_is_imported_before_the_first_paint(tmp_path):
    modules = set(run_code(TO_FIRST_PAINT, tmp_path).stdout.split())

    assert modules & HEAVY == set()
    assert {name for name in modules if name.split(".")[0] in ("ui", "fastmap", "exports")} <= OURS_BEFORE_FIRST_PAINT


@pytest.mark.parametrize(
    ("arguments", "is_window"),
    [
        ([], True),
        (["--sample"], True),
        (["round.fastmap"], True),
        (["sample"], False),
        (["new", "x.fastmap"], False),
        (["--help"], False),
        (["--version"], False),
        (["no-such-thing"], False),
        (["a.fastmap", "b.fastmap"], False),
    ],
)
def test_arguments_decide_between_window_and_command_line(arguments, is_window):
    assert main.wants_window(arguments) is is_window


def test_file_of_another_name_opens_the_window(tmp_path):
    file = tmp_path / "copy of round"
    file.touch()

    assert main.wants_window([str(file)])


def test_without_a_screen_one_sentence_says_so():
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }

    result = subprocess.run(
        [sys.executable, "main.py"], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )

    assert result.returncode == 2
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert "no screen" in result.stderr
