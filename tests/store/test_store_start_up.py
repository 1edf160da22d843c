"""Opening a file is quick because the heavy libraries stay out."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def modules_after(script, *arguments):
    answer = subprocess.run(
        [sys.executable, "-c", f"import sys\n{script}\nprint(*sys.modules)", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(answer.stdout.split())


def test_importing_the_assessment_does_not_import_the_database_library():
    assert "sqlite_utils" not in modules_after("import fastmap.assessment")


def test_opening_a_file_imports_the_database_library_without_pandas_and_numpy(assessment, path):
    assessment.close()

    loaded = modules_after(
        "from fastmap.assessment import Assessment\nwith Assessment.open(sys.argv[1]) as a: a.record_edit(1)", path
    )

    assert "sqlite_utils" in loaded
    assert not loaded & {"pandas", "numpy"}


def test_pandas_can_be_imported_after_a_file_was_opened(assessment, path):
    assessment.close()

    loaded = modules_after(
        "from fastmap.assessment import Assessment\nwith Assessment.open(sys.argv[1]) as a: a.record_edit(1)\n"
        "import pandas",
        path,
    )

    assert {"sqlite_utils", "pandas", "numpy"} <= loaded
