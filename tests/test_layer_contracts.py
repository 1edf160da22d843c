"""The import contracts in pyproject.toml: each notices what it forbids, and rooms may be missing."""

import shutil
import subprocess
import sys

import pytest

import dev

pytestmark = pytest.mark.slow

CHECK = "import sys; from importlinter.cli import lint_imports_command as check; sys.exit(check())"


def check_imports(folder, files):
    """Run the contracts over a small program of the given files; return the exit status and the output."""
    shutil.copy(dev.ROOT / "pyproject.toml", folder)
    for name, text in {"fastmap": "", "exports": "", "ui": "", "ui/cli": "", **files}.items():
        path = folder / name if name.endswith(".py") else folder / name / "__init__.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        for parent in path.parents:
            if parent == folder:
                break
            (parent / "__init__.py").touch()
        path.write_text(text, encoding="utf-8")
    result = subprocess.run(
        [sys.executable, "-c", CHECK, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False
    )
    return result.returncode, result.stdout + result.stderr


def test_program_with_few_rooms_keeps_all_contracts(tmp_path):
    status, output = check_imports(tmp_path, {})

    assert status == 0, output


def test_allowed_imports_keep_all_contracts(tmp_path):
    files = {
        "fastmap/model": "",
        "fastmap/errors.py": "from fastmap import model",
        "fastmap/catalogue": "from fastmap import model, errors",
        "fastmap/pipeline.py": "from fastmap import catalogue",
        "fastmap/vocabulary/index.py": "import sqlite3, rapidfuzz",
        "fastmap/store/rows.py": "import sqlite_utils, sqlite3\nfrom fastmap import model",
        "fastmap/changes.py": "from fastmap import store",
        "fastmap/assessment.py": "from fastmap import changes",
        "fastmap/intake/reading.py": "import python_calamine, defusedxml.ElementTree",
        "fastmap/tasks": "from fastmap import assessment, pipeline",
        "exports/charts.py": "import matplotlib\nfrom fastmap import model",
        "ui/cli/app.py": "from fastmap import assessment, pipeline\nimport exports.charts",
        "ui/window.py": "import PySide6.QtWidgets",
    }

    status, output = check_imports(tmp_path, files)

    assert status == 0, output


@pytest.mark.parametrize(
    "files",
    [
        {"fastmap/model": "from fastmap import store", "fastmap/store": ""},
        {"fastmap/analysis": "from fastmap import advice", "fastmap/advice": ""},
        {"fastmap/pipeline.py": "from fastmap import assessment", "fastmap/assessment.py": ""},
        {"fastmap/store": "from fastmap import catalogue", "fastmap/catalogue": ""},
        {"fastmap/report": "import exports"},
        {"exports": "import ui.cli"},
        {"exports": "from fastmap import store", "fastmap/store": ""},
        {"exports": "from PySide6 import QtGui"},
        {"fastmap": "import matplotlib.pyplot"},
        {"ui/cli": "from ui import window", "ui/window.py": "import PySide6"},
        {"fastmap/analysis": "import sqlite3"},
        {"ui/window.py": "import sqlite_utils"},
        {"exports": "from defusedxml import ElementTree"},
        {"fastmap/analysis": "import sklearn.cluster"},
        {"fastmap/intake": "import http.client"},
        {"fastmap/errors.py": "from fastmap import catalogue", "fastmap/catalogue": ""},
    ],
    ids=lambda files: ", ".join(f"{name}: {text}" for name, text in files.items() if text),
)
def test_forbidden_import_breaks_a_contract(tmp_path, files):
    status, output = check_imports(tmp_path, files)

    assert status == 1, output
    assert "BROKEN" in output
