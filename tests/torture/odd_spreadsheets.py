"""Odd spreadsheets, as the test suites of spreadsheet libraries hold them by the thousand, through every reader.

    python -m tests.torture.odd_spreadsheets FOLDER

No reader may raise anything but a refusal with its reason, take longer than ten seconds for a file, write a file or
reach for the network. The corpora are not ours to keep: fetch source packages of such libraries and unpack them.
"""

from __future__ import annotations

import argparse
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar, Self, TypeVar

import pytest

from fastmap.catalogue.reading import load_catalogue
from fastmap.catalogue.texts import load_texts
from fastmap.errors import FastmapError
from fastmap.intake import forms, table_rows
from fastmap.intake.forms import read_forms
from fastmap.intake.safe_reading import Mode, Reading, ReadingOptions, SafeReader
from fastmap.intake.survey import take_answers
from fastmap.intake.survey_plan import mapping_of
from fastmap.intake.survey_proposal import propose_plan
from fastmap.intake.survey_table import likely_headers, overview_of, table_under, whole_sheet
from fastmap.intake.table_actions import read_actions
from fastmap.intake.table_decisions import read_decisions
from fastmap.intake.table_kpis import read_kpis
from fastmap.intake.table_members import read_members
from fastmap.intake.table_partners import read_partners
from fastmap.intake.table_sources import read_sources
from fastmap.model.messages import Message
from tests.support.everything import everything

MOST_SECONDS = 10.0
SUFFIXES = {".xls", ".xlsx", ".xlsm", ".xlsb", ".xltx", ".xlw", ".ods", ".ots", ".csv", ".gnumeric", ".fods"}
_WATCHED = {"socket.connect", "socket.getaddrinfo", "socket.bind", "os.system", "webbrowser.open", "urllib.Request"}


_T = TypeVar("_T")


class _Kept:
    """A reader that lives for the whole run and remembers the last file: eight readers read the same bytes."""

    _readers: ClassVar[dict[Mode, SafeReader]] = {}
    _last: ClassVar[dict[tuple[Mode, bytes], Reading]] = {}

    def __init__(self, mode: Mode, children: int = 1) -> None:
        del children
        self._mode = mode
        if mode not in self._readers:
            self._readers[mode] = SafeReader(mode).__enter__()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def read(self, content: bytes, options: ReadingOptions | None = None) -> Reading:
        """Read once, whatever follows."""
        key = (self._mode, (options or ReadingOptions()).packed() + content)
        if key not in self._last:
            if len(self._last) > 6:
                self._last.clear()
            self._last[key] = self._readers[self._mode].read(content, options)
        return self._last[key]

    def read_many(self, items: Iterable[tuple[_T, bytes | None]]) -> Iterator[tuple[_T, Reading | None]]:
        """Read one after the other."""
        for item, content in items:
            yield item, None if content is None else self.read(content)


@dataclass(slots=True)
class Found:
    """What the run found."""

    files: int = 0
    taken: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    effects: set[str] = field(default_factory=set)
    slowest: list[tuple[float, str, str]] = field(default_factory=list)


def try_folder(folder: Path, part: int = 0, parts: int = 1, found: Found | None = None) -> Found:
    """Read every file in ``folder``, or one in ``parts`` of them, with every reader; ``found`` is added to."""
    found = found or Found()
    texts, readers = load_texts("en"), _readers()
    paths = sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file())[
        part::parts
    ]
    with _watched(found.effects), _one_reader_for_all():
        for path in paths:
            found.files += 1
            if found.files % 100 == 0:
                print(f"{found.files} of {len(paths)}", file=sys.stderr, flush=True)
            for name, reader in readers.items():
                start = time.monotonic()
                try:
                    for refusal in reader(path):
                        found.refused[f"{name}: {refusal}"] += 1
                    found.taken[name] += 1
                except FastmapError as refused:
                    found.refused[_reason(refused)] += 1
                    if not texts.say(refused.message):
                        found.failures.append(f"{path}: {name}: no sentence")
                except Exception:  # noqa: BLE001 - whatever a reader raises is what this looks for
                    found.failures.append(f"{path}: {name}\n{traceback.format_exc()}")
                found.slowest = sorted([*found.slowest, (time.monotonic() - start, name, str(path))])[-5:]
    found.failures += [f"{path}: {name} took {took:.1f} s" for took, name, path in found.slowest if took > MOST_SECONDS]
    return found


def _readers() -> dict[str, Callable[[Path], Iterator[str]]]:
    material = everything()
    snapshot, catalogue = material.snapshot, load_catalogue()

    def quietly(read: Callable[[Path], Any]) -> Callable[[Path], Iterator[str]]:
        def of(path: Path) -> Iterator[str]:
            read(path)
            return iter(())

        return of

    return {
        "forms": lambda path: _forms(path, snapshot),
        "members": quietly(lambda path: read_members(path, snapshot)),
        "partners": quietly(lambda path: read_partners(path, snapshot)),
        "figures": quietly(lambda path: read_kpis(path, snapshot, catalogue)),
        "decisions": quietly(lambda path: read_decisions(path, snapshot, None)),
        "sources": quietly(lambda path: read_sources(path, snapshot)),
        "actions": quietly(lambda path: read_actions(path, snapshot, catalogue)),
        "survey": quietly(lambda path: _survey(path, snapshot)),
    }


def _forms(path: Path, snapshot: Any) -> Iterator[str]:
    for outcome in read_forms([path], snapshot):
        for problem in outcome.problems:
            load_texts("en").say_kept(problem.facts or Message(f"problem.{problem.code}"))
        yield f"{outcome.state.value} {outcome.problems[0].code if outcome.problems else ''}"


def _survey(path: Path, snapshot: Any) -> None:
    overview = overview_of(path)
    for sheet in overview.sheets[:3]:
        whole = whole_sheet(path, sheet.name)
        for one in whole.sheets[:1]:
            plan = propose_plan(table_under(one, *likely_headers(one)), path.name, snapshot)
            take_answers(whole, mapping_of(plan), snapshot, path.name)


def _reason(refused: FastmapError) -> str:
    reason = refused.facts.get("reason")
    return f"{refused.code} {reason.key}" if isinstance(reason, Message) else refused.code


@contextmanager
def _one_reader_for_all() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(table_rows, "SafeReader", _Kept)
        patch.setattr(forms, "SafeReader", _Kept)
        yield


@contextmanager
def _watched(effects: set[str]) -> Iterator[None]:
    """Note every attempt of this process to reach the network or to write a file."""
    watching = True

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        written = event == "open" and isinstance(arguments[0], str) and str(arguments[1])[:1] in ("w", "a", "x")
        if watching and (event in _WATCHED or written):
            effects.add(f"{event} {arguments[0]!r}")

    sys.addaudithook(hook)
    try:
        yield
    finally:
        watching = False


def main(arguments: list[str] | None = None) -> int:
    """Read a folder of odd spreadsheets. 0: nothing went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--part", type=int, nargs=2, default=(0, 1), help="this one of so many parts, from 0")
    options = parser.parse_args(arguments)
    start = time.monotonic()
    found = Found()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        part, parts = options.part
        try_folder(options.folder, part, parts, found)
    except KeyboardInterrupt:
        print("stopped before the end")
    for failure in found.failures:
        print(failure, end="\n\n")
    print(f"{found.files} files in {time.monotonic() - start:.0f} s; read to the end: {dict(found.taken)}")
    for reason, count in found.refused.most_common():
        print(f"  {count:6}  {reason}")
    print("slowest:", *(f"{took:.1f} s {name} {path}" for took, name, path in found.slowest), sep="\n  ")
    print(f"{len(found.failures)} failures, effects: {sorted(found.effects) or 'none'}")
    return 1 if found.failures or found.effects else 0


if __name__ == "__main__":
    sys.exit(main())
