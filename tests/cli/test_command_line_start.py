"""Starting: quick, without heavy packages; bars on a terminal only; stopping at any moment."""

import json
import os
import select
import shutil
import signal
import subprocess
import sys
import time

import pytest

from tests.support.command_line import ROOT, SAMPLE_TABLES, fastmap
from ui.cli.app import COMMANDS

MAIN = [sys.executable, str(ROOT / "main.py")]
HEAVY = (
    "pandas",
    "numpy",
    "scipy",
    "sklearn",
    "matplotlib",
    "PySide6",
    "openpyxl",
    "xlsxwriter",
    "typst",
    "babel",
    "tqdm",
)


@pytest.mark.parametrize("arguments", [["--help"], ["--version"]])
def test_help_and_version_load_nothing_heavy_and_are_quick(arguments):
    code = (
        "import sys, json; from ui.cli import main; status = main(sys.argv[1:]);"
        "print(json.dumps([status, sorted({name.split('.')[0] for name in sys.modules})]))"
    )
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=ROOT, capture_output=True, text=True, check=True
    )
    took_s = time.perf_counter() - started

    status, modules = json.loads(done.stdout.splitlines()[-1])

    print(f"fastmap {arguments[0]}: {took_s:.3f} s")
    assert status == 0
    assert set(modules) & set(HEAVY) == set()


def test_every_command_has_help_with_an_example():
    for command in COMMANDS:
        ran = fastmap(command, "--help")

        assert (ran.status, ran.err) == (0, "")
        assert "Example" in ran.out
        assert f"fastmap {command}" in ran.out


@pytest.mark.parametrize("command", ["import", "status", "match"])
def test_every_vocabulary_command_has_help_with_an_example(command):
    ran = fastmap("vocabulary", command, "--help")

    assert ran.status == 0
    assert f"  fastmap vocabulary {command}" in ran.out


def on_terminal(arguments, interrupt=False):
    """Run with standard error on a terminal; return status, standard output and what the terminal got."""
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
    process = subprocess.Popen(
        [*MAIN, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=theirs,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509 - no threads here
    )
    os.close(theirs)
    seen = b""
    while True:
        ready, _, _ = select.select([ours], [], [], 0.1)
        if ready:
            try:
                part = os.read(ours, 65536)
            except OSError:  # the other end is closed
                break
            if not part:
                break
            seen += part
            if interrupt and b"%" in seen:
                os.killpg(process.pid, signal.SIGINT)
                interrupt = False
        elif process.poll() is not None:
            break
    out = process.stdout.read()
    process.stdout.close()
    os.close(ours)
    return process.wait(), out.decode(), seen.decode()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pty")
def test_long_work_shows_a_bar_on_a_terminal_and_none_in_a_pipe(file, tmp_path):
    members = (SAMPLE_TABLES / "members.csv").read_text(encoding="utf-8").splitlines()
    table = tmp_path / "members.csv"
    table.write_text("\n".join(members[:9]), encoding="utf-8")
    assert fastmap("members", file, table).status == 0

    status, out, seen = on_terminal(["forms", file, "--out", tmp_path / "forms"])
    piped = subprocess.run(
        [*MAIN, "forms", str(file), "--out", str(tmp_path / "forms")], capture_output=True, text=True, check=True
    )

    assert (status, out) == (0, "")
    assert "Writing forms" in seen
    assert "/8" in seen
    assert "Writing forms" not in piped.stderr
    assert len(piped.stderr.splitlines()) == 1


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pty")
def test_ctrl_c_stops_with_one_sentence_and_changes_nothing(sample, tmp_path):
    file = tmp_path / "copy.fastmap"
    shutil.copy(sample, file)

    status, out, seen = on_terminal(["forms", file, "--out", tmp_path / "forms"], interrupt=True)

    assert (status, out) == (2, "")
    assert "Stopped." in seen
    assert "Traceback" not in seen
    assert fastmap("check", file).out.replace(str(file), "") == fastmap("check", sample).out.replace(str(sample), "")


@pytest.mark.slow
def test_no_acknowledged_edit_is_lost_when_the_program_is_killed(tmp_path):
    harness = ROOT.parent / "shared" / "tools" / "kill9_harness.py"
    if not harness.exists():
        pytest.skip("../shared/tools/kill9_harness.py is not here; tests/store/test_torture.py kills by itself")
    loop = f"'{MAIN[0]}' '{MAIN[1]}' edit-loop {{db}}"

    done = subprocess.run(
        [
            sys.executable, str(harness), "--cmd", loop, "--check", f"{loop} --list", "--kills", "20",
            "--name", "case.fastmap", "--workdir", str(tmp_path),
        ],
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip

    print(done.stdout)
    assert done.returncode == 0, done.stdout
    assert "20 kills" in done.stdout
    assert " 0 lost, 0 violations" in done.stdout
