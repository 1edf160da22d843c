"""The child process that opens files from outside. Loaded and started by `__main__`.

It gets the bytes of one file after the other on standard input and answers with JSON on standard output. After its
imports it gives up opening files and using much memory or time, so that whatever a hostile file does stays here: the
parent (`safe_reading`) sees an answer, or a process that ended.

Request: ``>BHI`` (mode: 0 form, 1 table, 2 overview; bytes of options, bytes of the file), then the options as JSON
(``{"sheet"?, "encoding"?, "delimiter"?}``: one sheet alone; how text is to be read) and the file. Answer: ``>I``, then
that many bytes JSON: ``{"kind", "refused"?, "macros"?, "saved"?, "encoding"?, "guessed"?, "delimiter"?, "sheets":
[{"name", "rows", "merged", "size"?}], "names": {name: [sheet, row, column]} (left out if they are those of the answer
before), "formulas": [[sheet, row, column, has_value]]}``; rows and columns count from 0. An overview holds the first
rows of every sheet, and how many rows and columns there are. A long sheet has no rows there and says in ``parts`` how
many answers follow with them, each ``>I`` and a JSON list of rows, sheet by sheet.
"""

from __future__ import annotations

import codecs
import io
import json
import os
import struct
import sys
import time
import zipfile
from datetime import date, datetime
from datetime import time as clock
from functools import cache
from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fastmap.intake.child.windows import Job

try:
    import resource
except ImportError:  # Windows: see `windows`; time is limited by the parent everywhere
    resource = None  # type: ignore[assignment]

from fastmap.intake.child.contents import read
from fastmap.intake.child.limits import MEMORY, SECONDS, Mode, Refused
from fastmap.intake.child.marks import tree_of
from fastmap.intake.child.text import CODECS

CELLS_AT_ONCE = 40_000
"""Cells sent in one part: reading more JSON at once would keep a window waiting for longer than a tenth of a second."""


def main() -> None:
    """Answer requests until standard input ends."""
    source, target = sys.stdin.buffer, sys.stdout.buffer
    _load_all()
    _limit_files()
    last_names = 0
    while header := _exactly(source, 7):
        mode, length, size = struct.unpack(">BHI", header)
        options = json.loads(_exactly(source, length) or b"{}")
        content = _exactly(source, size)
        _limit_work(Mode(mode))
        found = _answer(content, Mode(mode), options)
        if names := found.get("names"):
            # Forms of one round share their names: they are sent once and then only meant.
            found["names_mark"] = mark = hash(tuple(names.items()))
            if mark == last_names:
                del found["names"]
            last_names = mark
        _send(target, found)


def _send(target: BinaryIO, found: dict[str, Any]) -> None:
    """Write the answer, and behind it the rows of long sheets in parts: whoever reads may breathe between them."""
    parts: list[list[Any]] = []
    for sheet in found.get("sheets", ()):
        rows, at_once = sheet["rows"], max(1, CELLS_AT_ONCE // max(1, max(map(len, sheet["rows"]), default=1)))
        if len(rows) > at_once:
            sheet["rows"], sheet["parts"] = [], -(-len(rows) // at_once)
            parts += (rows[first : first + at_once] for first in range(0, len(rows), at_once))
    for part in (found, *parts):
        answer = json.dumps(part, default=_as_json, separators=(",", ":")).encode()
        target.write(struct.pack(">I", len(answer)) + answer)
    target.flush()


def _load_all() -> None:
    """Load what Python loads late (codecs, parsers), while files may still be opened."""
    for name in (*CODECS, "utf-16-le", "utf-16-be", "cp437"):
        codecs.lookup(name)
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("a.xml", "<a/>")
    _answer(memory.getvalue(), Mode.FORM)
    if os.name == "nt":
        _job()
    tree_of(b"<a/>")
    _answer(b"a;b", Mode.FORM)


def _exactly(source: BinaryIO, size: int) -> bytes:
    content = source.read(size)
    return content if len(content) == size else b""


def _limit_files() -> None:
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))


def _limit_work(mode: Mode) -> None:
    if os.name == "nt":
        _job().limit(MEMORY[mode])
    if resource is not None:
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY[mode], hard))
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time()) + SECONDS[mode] + 1, hard))


@cache
def _job() -> Job:
    from fastmap.intake.child.windows import Job  # ctypes, which nobody else needs

    return Job()


def _answer(content: bytes, mode: Mode, options: Mapping[str, str] | None = None) -> dict[str, Any]:
    try:
        return read(content, mode, options or {})
    except Refused as refusal:
        row = {} if refusal.row is None else {"row": refusal.row}
        return {"kind": refusal.kind, "refused": refusal.code, **row}
    except MemoryError:
        return {"kind": "unknown", "refused": "too_large"}
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # noqa: BLE001 - a Rust panic is a BaseException; nothing a file does may end the import
        return {"kind": "unknown", "refused": "damaged"}


def _as_json(value: object) -> object:
    if isinstance(value, datetime):
        moment = value.isoformat(sep=" ", timespec="minutes")
        return {"date": moment.removesuffix(" 00:00")}
    if isinstance(value, date):
        return {"date": value.isoformat()}
    return {"date": value.isoformat()} if isinstance(value, clock) else str(value)
