"""The harnesses that kill the program and cut its power, kept outside the repository, and what they found."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.torture.figures import NONE, SOME, Figure, Skipped

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ROOT.parent / "shared" / "tools"
KILLER, CUTTER = TOOLS / "kill9_harness.py", TOOLS / "powercut_sim.py"
EDIT_LOOP = (str(ROOT / "main.py"), "edit-loop", "{db}")
MEMBERS_LOOP = (str(ROOT / "tests" / "store" / "edit_loop_driver.py"), "{db}")
IMPORT_LOOP = (str(ROOT / "tests" / "torture" / "import_loop.py"), "{db}")
_AT_ONCE = 50
"""So many kills work on one file; then a new one begins."""
_KILLS = {
    "acked edits": ("acknowledged", SOME),
    "lost acked edits": ("acknowledged and lost", NONE),
    "violations": ("files unsound, or with something twice", NONE),
    "hot rollback journal": ("caught while pages were being written", SOME),
    "saved but not yet acked": ("caught between saving and acknowledging", ""),
}


def kills(part: str, loop: tuple[str, ...], count: int, *options: str, folder: Path) -> Iterator[Figure | Skipped]:
    """Kill the program that runs ``loop`` so many times and tell what it lost."""
    if (why := _missing(KILLER)) is not None:
        yield Skipped(part, why)
        return
    found: Counter[str] = Counter()
    for seed, first in enumerate(range(0, count, _AT_ONCE), start=1):
        number = min(_AT_ONCE, count - first)
        command = [KILLER, *_told(loop), "--kills", str(number), "--seed", str(seed), "--workdir", str(folder)]
        found.update(_run([*command, *options], folder))
        # The whole takes an hour: whoever stops it knows what was found until then.
        told = ", ".join(f"{found[key]} {what}" for key, (what, _) in _KILLS.items())
        print(f"  {part}: {found['kills']} kills, {told}", file=sys.stderr, flush=True)
    yield Figure(part, "kills", found["kills"], SOME)
    for key, (what, wanted) in _KILLS.items():
        yield Figure(part, what, found[key], wanted)


def power_cuts(part: str, loop: tuple[str, ...], count: int, *options: str, folder: Path) -> Iterator[Figure | Skipped]:
    """Let the program run once and cut the power at so many moments of that run."""
    if (why := _missing(CUTTER, "strace")) is not None:
        yield Skipped(part, why)
        return
    found = _run([CUTTER, *_told(loop), "--cuts", str(count), *options], folder)
    yield Figure(part, "cuts", found.get("cuts", 0), SOME)
    yield Figure(part, "acknowledged before", found.get("acks", 0), SOME)
    yield Figure(part, "cuts that lost something acknowledged", found.get("cuts that lost a promise", 0), NONE)
    yield Figure(part, "cuts that damaged the file", found.get("cuts that damaged the file", 0), NONE)
    yield Figure(part, "all that was wrong", found.get("violations", -1), NONE)
    yield Figure(part, "writes that the simulation does not know", found.get("unmodelled", 0), NONE)


def controls(count: int, folder: Path) -> Iterator[Figure | Skipped]:
    """Let the harnesses show that they catch writers that do lose something."""
    part = "controls"
    if (why := _missing(KILLER, "strace")) is not None:
        yield Skipped(part, why)
        return
    killed = _output([KILLER, "--self-test", "--kills", str(count), "--workdir", str(folder)], folder)
    yield Figure(part, "killed writers: good ones passed, bad ones caught", killed.count("as it must be"), SOME)
    yield Figure(part, "killed writers judged wrongly", killed.count("UNEXPECTED"), NONE)
    cut = _output([CUTTER, "--self-test", "--cuts", str(count), "--run-s", "2"], folder)
    yield Figure(part, "journals that keep their promise in a power cut", cut.count("keeps every promise"), SOME)
    yield Figure(part, "journals caught breaking it", cut.count("breaks"), SOME)
    ours = re.search(r"^TRUNCATE\s+FULL\s.*keeps every promise", cut, re.MULTILINE)
    yield Figure(part, "our journal (TRUNCATE, FULL) keeps it: 1 for yes", int(ours is not None), SOME)


def _missing(tool: Path, *programs: str) -> str | None:
    if os.name == "nt":
        return "the harnesses send POSIX signals"
    if not tool.is_file():
        return f"{tool.name} is kept outside the repository, in {tool.parent}, and is not there"
    return next((f"{name} is not installed" for name in programs if shutil.which(name) is None), None)


def _told(loop: tuple[str, ...]) -> list[str]:
    command = " ".join(f'"{word}"' for word in (sys.executable, *loop))
    return ["--cmd", command, "--check", f"{command} --list", "--name", "case.fastmap"]


def _run(command: list[object], folder: Path) -> dict[str, int]:
    output = _output(command, folder)
    return {key: int(value) for key, value in re.findall(r'^ "(.+?)": (\d+),?$', output, re.MULTILINE)}


def _output(command: list[object], folder: Path) -> str:
    environment = dict(
        os.environ,
        PYTHONDONTWRITEBYTECODE="1",
        FASTMAP_DATA=str(folder / "data"),
        TORTURE_FORMS=str(folder / "forms"),
    )
    done = subprocess.run(
        [sys.executable, *map(str, command)], capture_output=True, text=True, check=False, env=environment
    )
    complaints = [line for line in (done.stdout + done.stderr).splitlines() if re.match(r"\s+(kill \d|cut at)", line)]
    has_ended = re.search(r"PASS|FAIL|as it must be|keeps every promise", done.stdout) is not None
    for line in complaints or (() if has_ended else done.stderr.splitlines()[-5:]):
        print(line, file=sys.stderr)
    return done.stdout
