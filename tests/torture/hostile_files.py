"""Files that somebody prepared: a valid one with hostile values in its cells, or hostile bytes in its pages.

Each is opened as the program opens a file that came by mail, and everything that pages, commands and reports read is
read. It must be refused with a sentence and keep its bytes, or survive all of it. Long run:

    python -m tests.torture.hostile_files --files 2000 --seed 1
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.torture.hostile_bytes import with_hostile_pages
from tests.torture.hostile_values import BYSTANDER, with_hostile_values
from tests.torture.surviving import Outcome, survive

MOST_SECONDS = 2.0
"""Processor time that opening one prepared file may take."""
MOST_MEMORY_KB = 300_000
"""What opening one may add to the memory of the process."""
_BATCH = 50

KINDS: dict[str, Callable[[Path, random.Random], str]] = {
    "values": with_hostile_values,
    "pages": with_hostile_pages,
}
"""Kind → what prepares a file in place and says what it did."""


@dataclass(slots=True)
class Figures:
    """What a run found."""

    outcomes: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    slowest_s: float = 0.0

    def add(self, outcome: Outcome, what: str) -> None:
        """Count one file."""
        self.outcomes[outcome.code] += 1
        self.slowest_s = max(self.slowest_s, outcome.opening_s)
        if outcome.failure is not None:
            self.failures.append(f"{what}\n{outcome.failure}")
        if outcome.opening_s > MOST_SECONDS:
            self.failures.append(f"{what}\nopening took {outcome.opening_s:.1f} s of processor time")


def try_files(base: Path, folder: Path, *, first: int, files: int) -> Figures:
    """Prepare files ``first`` … from ``base`` and open each; the number of a file says all that happens to it."""
    figures = Figures()
    kinds = tuple(KINDS)
    for number in range(first, first + files):
        kind = kinds[number % len(kinds)]
        target = folder / f"prepared {number}.fastmap"
        target.write_bytes(base.read_bytes())
        bystander = folder / BYSTANDER
        bystander.write_text("years of work", "utf-8")
        what = KINDS[kind](target, random.Random(number))
        figures.add(survive(target), f"file {number}, {kind}: {what}")
        if not bystander.is_file() or bystander.read_text("utf-8") != "years of work":
            figures.failures.append(f"file {number}, {kind}: {what}\na file of the person is gone")
        for left in folder.glob(f"prepared {number}.fastmap*"):
            left.unlink()
    return figures


def main(arguments: list[str] | None = None) -> int:
    """Try many files, a batch in a process each, so that a crash costs its batch and is seen. 0: all survived."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=0, help="number of the first file")
    parser.add_argument("--batch", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.batch:
        return _batch(options.seed, options.files)
    start, outcomes, failures, slowest, memory = time.monotonic(), Counter[str](), list[str](), 0.0, 0
    for first in range(options.seed, options.seed + options.files, _BATCH):
        found = _run_batch(first, min(_BATCH, options.seed + options.files - first))
        outcomes.update(found["outcomes"])
        failures += found["failures"]
        print(*found["failures"], f"up to {first + _BATCH}: {len(failures)} failures", sep="\n\n", flush=True)
        slowest, memory = max(slowest, found["slowest_s"]), max(memory, found["memory_kb"])
    print(f"{sum(outcomes.values())} files in {time.monotonic() - start:.0f} s: {dict(outcomes.most_common())}")
    print(f"slowest opening {slowest:.2f} s of processor time, memory {memory // 1024} MB more at most")
    print(f"{len(failures)} failures")
    return 1 if failures else 0


def _run_batch(first: int, files: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.torture.hostile_files", "--batch", "--seed", str(first)]
    done = subprocess.run([*command, "--files", str(files)], capture_output=True, text=True, timeout=3600, check=False)
    try:
        found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    except (IndexError, ValueError):
        lost = (
            f"the process with files {first} to {first + files - 1} ended with {done.returncode}\n{done.stderr[-2000:]}"
        )
        found = {"outcomes": {"crash": 1}, "failures": [lost], "slowest_s": 0.0, "memory_kb": 0}
    return found


def _batch(first: int, files: int) -> int:
    from tests.torture.hostile_base import write_base

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["FASTMAP_DATA"] = str(folder / "data")
        base = folder / "base.fastmap"
        write_base(base)
        survive_quietly = survive(base)  # imports and caches count for no file
        assert survive_quietly.code == "opened", survive_quietly
        before = _peak_kb()
        found = try_files(base, folder, first=first, files=files)
        memory = _peak_kb() - before
    if memory > MOST_MEMORY_KB:
        found.failures.append(f"files {first} to {first + files - 1} took {memory // 1024} MB more")
    print(
        json.dumps(
            {
                "outcomes": found.outcomes,
                "failures": found.failures,
                "slowest_s": found.slowest_s,
                "memory_kb": memory,
            }
        )
    )
    return 1 if found.failures else 0


def _peak_kb() -> int:
    if sys.platform == "win32":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    sys.exit(main())
