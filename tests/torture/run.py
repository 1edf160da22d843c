"""The long form of the torture: `python3 dev.py torture`. Prints each figure beside what it has to be.

    run.py                    every part, in full: about three hours of one processor
    run.py --short            every part, a few of each: some minutes
    run.py PART...            only these parts
    run.py --part-list        the names of the parts

Exit status: 0 if every figure is what it has to be, 1 if one is missed.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.torture import damaged_files, full_disk, harnesses, killed_steps  # noqa: E402 - through the line above
from tests.torture.figures import Figure, Skipped, show  # noqa: E402

Part = Callable[[Path, bool], Iterator[Figure | Skipped]]


def _controls(folder: Path, short: bool) -> Iterator[Figure | Skipped]:
    return harnesses.controls(6 if short else 40, folder)


def _kill_edits(folder: Path, short: bool) -> Iterator[Figure | Skipped]:
    return harnesses.kills(
        "kill, edit-loop", harnesses.EDIT_LOOP, 10 if short else 1000, "--max-s", "0.3", folder=folder
    )


def _kill_members(folder: Path, short: bool) -> Iterator[Figure | Skipped]:
    loop = harnesses.MEMBERS_LOOP
    return harnesses.kills("kill, rows that go", loop, 10 if short else 200, "--max-s", "0.3", folder=folder)


def _kill_imports(folder: Path, short: bool) -> Iterator[Figure | Skipped]:
    options = ("--max-s", "1.5", "--startup-s", "120")
    return harnesses.kills("kill, import", harnesses.IMPORT_LOOP, 5 if short else 1000, *options, folder=folder)


def _cut_edits(folder: Path, short: bool) -> Iterator[Figure | Skipped]:
    return harnesses.power_cuts(
        "power cut, edit-loop", harnesses.EDIT_LOOP, 10 if short else 1000, "--run-s", "6", folder=folder
    )


def _cut_members(folder: Path, short: bool) -> Iterator[Figure | Skipped]:
    loop = harnesses.MEMBERS_LOOP
    return harnesses.power_cuts("power cut, rows that go", loop, 10 if short else 300, "--run-s", "6", folder=folder)


def _full_disk(folder: Path, short: bool) -> Iterator[Figure | Skipped]:
    return full_disk.full_disks(folder, each=40 if short else 1, with_pdf=not short)


def _damaged(folder: Path, short: bool) -> Iterator[Figure | Skipped]:
    return damaged_files.damaged_files(folder, 30 if short else 1000)


def _migrations(folder: Path, short: bool) -> Iterator[Figure | Skipped]:
    return killed_steps.killed_migrations(folder, each=12 if short else 1)


def _copies(folder: Path, _: bool) -> Iterator[Figure | Skipped]:
    yield from killed_steps.killed_copies(folder)
    folder_of_import = folder / "import"
    folder_of_import.mkdir()
    yield from killed_steps.killed_backups_in_work(folder_of_import)


PARTS: dict[str, Part] = {
    "controls": _controls,
    "damaged": _damaged,
    "migrations": _migrations,
    "copies": _copies,
    "full-disk": _full_disk,
    "power-cut": _cut_edits,
    "power-cut-rows": _cut_members,
    "kill": _kill_edits,
    "kill-rows": _kill_members,
    "kill-import": _kill_imports,
}
"""What can be run alone; the quick ones first."""


def run(names: list[str], *, short: bool) -> int:
    """Run the parts and return how many figures were missed."""
    missed = 0
    for name in names:
        with tempfile.TemporaryDirectory(prefix="torture-") as folder:
            os.environ["FASTMAP_DATA"] = str(Path(folder, "data"))
            for row in PARTS[name](Path(folder), short):
                show([row])
                missed += isinstance(row, Figure) and row.is_missed
    return missed


def main() -> int:
    """Run what the command line asks for."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("parts", nargs="*", metavar="PART", help=f"one of: {', '.join(PARTS)}")
    asked.add_argument("--short", action="store_true", help="a few of each, as the tests do")
    asked.add_argument("--part-list", action="store_true", help="print the names of the parts")
    options = asked.parse_args()
    if options.part_list:
        print("\n".join(PARTS))
        return 0
    if unknown := set(options.parts) - set(PARTS):
        asked.error(f"there is no part {', '.join(sorted(unknown))}; one of: {', '.join(PARTS)}")
    if hasattr(os, "nice"):
        os.nice(5)  # hours of work: whoever works beside it comes first
    begin = datetime.now(UTC)
    missed = run(options.parts or list(PARTS), short=options.short)
    print(f"{missed or 'none'} missed; took {str(datetime.now(UTC) - begin).split('.')[0]}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
