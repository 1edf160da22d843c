"""Reading spreadsheets from outside without trusting them.

The files are opened by child processes (`fastmap.intake.child`) that cannot open other files and may use little memory and
time. A file that crashes or blocks its child costs that file only: the child is started anew. The children live as
long as the reader, so a thousand forms pay for two starts.
"""

from __future__ import annotations

import json
import queue
import struct
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Final, Self, TypeAlias, TypeVar

from fastmap.intake.child.limits import Mode

__all__ = [
    "MOST_BYTES",
    "Mode",
    "Moment",
    "Reading",
    "ReadingOptions",
    "SafeReader",
    "SheetCells",
    "Value",
    "cell_name",
]

MOST_BYTES: Final = 50_000_000
"""Larger files are not opened at all."""
_SECONDS: Final = (20.0, 90.0, 90.0)
"""Wall-clock time for one file: form, table, overview."""
_TICK_S: Final = 0.2
_LOOK_AHEAD: Final = 12
"""Files on their way to the children beside the one being checked: bounds what lies in memory."""
_CHILD: Final = Path(__file__).with_name("child") / "__main__.py"


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Moment:
    """A cell that holds a date or time, as ISO text."""

    text: str


Value: TypeAlias = str | float | int | bool | Moment
"""What a cell holds; an empty cell is the empty text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetCells:
    """The values of one sheet; rows and columns count from 0 and begin at A1."""

    name: str
    rows: tuple[list[Any], ...]
    merged: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()
    size: tuple[int, int] | None = None
    """In an overview: how many rows and columns the whole sheet has."""

    def value(self, row: int, column: int) -> Value:
        """Return what the cell holds; outside of the used area nothing."""
        if 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row]):
            found = self.rows[row][column]
            return Moment(str(found["date"])) if isinstance(found, dict) else found
        return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a child found in one file."""

    kind: str
    """``xlsx xlsb xls ods csv`` hold sheets; ``pdf image html empty other zip unknown`` do not."""
    refused: str | None = None
    """Why there are no values: ``password damaged too_large no_spreadsheet quote_open crashed too_slow``; else ``None``."""
    row: int | None = None
    """The row that this is about, from 1."""
    sheets: tuple[SheetCells, ...] = ()
    names: Mapping[str, tuple[int, int, int]] = field(default_factory=dict)
    """The workbook's names of single cells: sheet, row, column."""
    formulas: Mapping[tuple[int, int, int], bool] = field(default_factory=dict)
    """Cells that hold a formula, and whether its last result was stored."""
    macros: bool = False
    repaired: bool = False
    """Whether the file is damaged and this is what could still be read of it."""
    saved: str | None = None
    """When the file says it was last saved (ISO 8601); a hint, not a proof."""
    encoding: str | None = None
    """What a text file was read as."""
    is_guess: bool = False
    """Whether the encoding is only the likeliest one: the file is neither UTF-8 nor UTF-16."""
    delimiter: str | None = None
    """What separates the fields of a text file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingOptions:
    """What is known before a table is read."""

    sheet: str | None = None
    """Only this one."""
    encoding: str | None = None
    delimiter: str | None = None

    def packed(self) -> bytes:
        """Return the options as the child takes them; nothing for no option."""
        chosen = {"sheet": self.sheet, "encoding": self.encoding, "delimiter": self.delimiter}
        given = {name: value for name, value in chosen.items() if value}
        return json.dumps(given).encode() if given else b""


class SafeReader:
    """Reads files in limited child processes. Use it as a context manager: the children end with it."""

    def __init__(self, mode: Mode, *, children: int = 1, seconds: float | None = None) -> None:
        """Start nothing yet; ``seconds`` is the wall-clock time that one file may take."""
        self._mode = mode
        self._seconds = _SECONDS[mode] if seconds is None else seconds
        self._idle: queue.SimpleQueue[_Child] = queue.SimpleQueue()
        self._children = [_Child() for _ in range(children)]
        self._threads = ThreadPoolExecutor(children, thread_name_prefix="reading")
        self._closed = threading.Event()
        self._watch = threading.Thread(target=self._stop_slow_children, daemon=True)

    def __enter__(self) -> Self:
        for child in self._children:
            self._idle.put(child)
        self._watch.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closed.set()
        self._threads.shutdown(wait=False, cancel_futures=True)
        for child in self._children:
            child.stop()
        self._threads.shutdown(wait=True)
        for child in self._children:
            child.stop()  # one that a thread had just started anew

    def read(self, content: bytes, options: ReadingOptions | None = None) -> Reading:
        """Return what is in one file."""
        if len(content) > MOST_BYTES:
            return Reading(kind="unknown", refused="too_large")
        child = self._idle.get()
        try:
            packed = options.packed() if options is not None else b""
            served_others = child.is_running
            reading = child.read(content, self._mode, self._seconds, packed)
            if reading.refused == "crashed" and served_others:
                # A file before it, or the system, may have brought the child down: it gets a fresh one.
                return child.read(content, self._mode, self._seconds, packed)
            return reading
        finally:
            self._idle.put(child)

    def read_many(self, items: Iterable[tuple[T, bytes | None]]) -> Iterator[tuple[T, Reading | None]]:
        """Yield each item with the reading of its content, in order, while the children work ahead by a few files.

        An item without content passes through without a reading.
        """
        waiting: deque[tuple[T, Future[Reading] | None]] = deque()
        for item, content in items:
            waiting.append((item, None if content is None else self._threads.submit(self.read, content)))
            if len(waiting) > _LOOK_AHEAD:
                first, future = waiting.popleft()
                yield first, None if future is None else future.result()
        for item, future in waiting:
            yield item, None if future is None else future.result()

    def _stop_slow_children(self) -> None:
        before = time.monotonic()
        while not self._closed.wait(_TICK_S):
            now = time.monotonic()
            # A computer that slept, or hardly lets anybody run, must not make every file look slow.
            passed, before = min(now - before, 2 * _TICK_S), now
            for child in self._children:
                child.let_pass(passed)


@dataclass(slots=True)
class _Clock:
    left_s: float


class _Child:
    """One child process, started when first needed and again after it ended."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._clock: _Clock | None = None
        """Of the file being read; each has its own."""
        self._late = False
        self._names: Mapping[str, tuple[int, int, int]] = {}

    def read(self, content: bytes, mode: Mode, seconds: float, options: bytes = b"") -> Reading:
        process = self._running()
        assert process.stdin is not None
        assert process.stdout is not None
        self._late = False
        self._clock = _Clock(seconds)
        try:
            process.stdin.write(struct.pack(">BHI", mode, len(options), len(content)) + options)
            process.stdin.write(content)
            process.stdin.flush()
            found = _whole_answer(process.stdout)
        except OSError:
            found = None
        finally:
            self._clock = None
        if found is None:
            self.stop()
            return Reading(kind="unknown", refused="too_slow" if self._late else "crashed")
        if "names" in found:
            self._names = {name: tuple(place) for name, place in found["names"].items()}
        return _reading(found, self._names if "names_mark" in found else {})

    @property
    def is_running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def let_pass(self, seconds: float) -> None:
        """Note that time passed; a file that used up its own ends its child."""
        clock = self._clock
        if clock is None:
            return
        clock.left_s -= seconds
        if clock.left_s <= 0 and clock is self._clock:
            self._late = True
            self._kill()

    def stop(self) -> None:
        self._kill()
        process, self._process = self._process, None
        if process is not None:
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    _close(pipe)

    def _kill(self) -> None:
        if self._process is not None and self._process.poll() is None:
            self._process.kill()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.stop()
            # -P: the folder of the script is no place to import from; it says itself where fastmap lies.
            self._process = subprocess.Popen(
                [sys.executable, "-P", str(_CHILD)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        return self._process


def _whole_answer(source: IO[bytes]) -> dict[str, Any] | None:
    """Return the child's answer with all its rows, or ``None`` if it ended before. Part by part: see `_send` in `child.process`."""
    found = _part(source)
    if found is None:
        return None
    for sheet in found.get("sheets", ()):
        for _ in range(sheet.get("parts", 0)):
            rows = _part(source)
            if rows is None:
                return None
            sheet["rows"] += rows
    return dict(found)


def _part(source: IO[bytes]) -> Any:
    header = source.read(4)
    size = struct.unpack(">I", header)[0] if len(header) == 4 else -1
    answer = source.read(size) if size >= 0 else b""
    return json.loads(answer) if size >= 0 and len(answer) == size else None


def _close(pipe: Any) -> None:
    try:
        pipe.close()
    except OSError:  # what was not flushed cannot be delivered any more
        return


def _reading(found: Mapping[str, Any], names: Mapping[str, tuple[int, int, int]]) -> Reading:
    return Reading(
        kind=found["kind"],
        refused=found.get("refused"),
        row=found.get("row"),
        sheets=tuple(
            SheetCells(
                name=sheet["name"],
                rows=tuple(sheet["rows"]),
                merged=tuple((tuple(first), tuple(last)) for first, last in sheet["merged"]),
                size=tuple(sheet["size"]) if "size" in sheet else None,
            )
            for sheet in found.get("sheets", ())
        ),
        names=names,
        formulas={(sheet, row, column): cached for sheet, row, column, cached in found.get("formulas", ())},
        macros=found.get("macros", False),
        repaired=found.get("repaired", False),
        saved=found.get("saved"),
        encoding=found.get("encoding"),
        is_guess=found.get("guessed", False),
        delimiter=found.get("delimiter"),
    )


def cell_name(row: int, column: int) -> str:
    """Return the name people know for a cell that counts from 0.

    >>> cell_name(11, 27)
    'AB12'
    """
    letters, number = "", column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"
