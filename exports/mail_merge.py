"""The table for a mail merge beside the forms of a folder: one row for each member whose form lies there."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from exports.saving import explained, save_bytes
from exports.tables import csv_bytes
from fastmap.intake.child.text import decoded

MAIL_MERGE_FILE = "mail-merge.csv"
MAIL_MERGE_COLUMNS = ("code", "organisation", "contact", "email", "language", "file", "subject", "text")
PAPER_COLUMN = "paper"
"""Only where forms for paper lie beside the others."""
_FILE = MAIL_MERGE_COLUMNS.index("file")
_SEPARATORS = (",", ";", "\t")
"""Spreadsheet programs save a table with one or the other."""


def save_mail_merge(folder: Path, rows: Sequence[Sequence[str]]) -> None:
    """Write ``rows`` to the table in ``folder``, as `mail_merge_bytes` has it."""
    save_bytes(folder / MAIL_MERGE_FILE, mail_merge_bytes(folder, rows))


def mail_merge_bytes(folder: Path, rows: Sequence[Sequence[str]]) -> bytes:
    """Return the table in ``folder`` with ``rows`` (`MAIL_MERGE_COLUMNS`, perhaps with `PAPER_COLUMN`).

    Rows of other members from earlier runs stay, in their order, as long as their forms still lie in the folder.
    """
    target = folder / MAIL_MERGE_FILE
    with explained(target):
        earlier = target.read_bytes() if target.is_file() else b""
        all_rows = {row[0]: row for row in _still_there(folder, earlier)}
    all_rows |= {row[0]: tuple(row) for row in rows}
    has_paper = any(len(row) > len(MAIL_MERGE_COLUMNS) and row[-1] for row in all_rows.values())
    columns = (*MAIL_MERGE_COLUMNS, PAPER_COLUMN) if has_paper else MAIL_MERGE_COLUMNS
    filled = [(*row, *("",) * (len(columns) - len(row)))[: len(columns)] for row in all_rows.values()]
    return csv_bytes(columns, filled)


def _still_there(folder: Path, content: bytes) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a table of ours whose files exist; of any other table none."""
    text, _, _ = decoded(content, None)
    for separator in _SEPARATORS:
        lines = _lines(text, separator)
        if lines and tuple(lines[0][: len(MAIL_MERGE_COLUMNS)]) == MAIL_MERGE_COLUMNS:
            break
    else:
        return
    for line in lines[1:]:
        if len(line) < len(MAIL_MERGE_COLUMNS) or not line[0] or not _lies_in(folder, line[_FILE]):
            continue
        papers = line[len(MAIL_MERGE_COLUMNS) :][:1]
        yield (*line[: len(MAIL_MERGE_COLUMNS)], *(paper if _lies_in(folder, paper) else "" for paper in papers))


def _lines(text: str, separator: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error:
        return []


def _lies_in(folder: Path, name: str) -> bool:
    return bool(name) and Path(name).name == name and (folder / name).is_file()
