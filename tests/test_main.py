"""main.py: the command line answers without Qt."""

import subprocess
import sys

import dev


def test_command_line_imports_no_qt():
    code = (
        "import sys, main\n"
        "try:\n    main.main(['--version'])\n"
        "except SystemExit:\n    pass\n"
        "print([name for name in sys.modules if name.split('.')[0] in ('PySide6', 'shiboken6')])"
    )

    result = subprocess.run([sys.executable, "-c", code], cwd=dev.ROOT, capture_output=True, text=True, check=True)

    assert result.stdout.splitlines()[-1] == "[]"


def test_version_is_answered_with_status_zero():
    result = subprocess.run(
        [sys.executable, "main.py", "--version"], cwd=dev.ROOT, capture_output=True, text=True, check=False
    )

    assert (result.returncode, result.stderr) == (0, "")
    assert "0.1.0" in result.stdout
