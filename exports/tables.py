"""Every table as a CSV file of its own, for statistics programs and spreadsheets: figures plain, text harmless."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from exports.datapackage import FILE_NAME, datapackage_bytes
from exports.names import safe_file_name
from exports.plain import clean
from exports.saving import save_all
from fastmap.report.badges import Badge
from fastmap.report.blocks import CellValue, Suppressed, Table
from fastmap.report.finished import Report

_FORMULA_SIGNS = frozenset("=+-@\t\r\n|%＝＋－＠")
"""Signs that make a spreadsheet calculate, full-width ones included."""


def write_csv(report: Report, folder: Path) -> tuple[Path, ...]:
    """Write one file per table into ``folder`` (made if only its last part is missing), and what describes them.

    Return the paths, that of the description (`exports.datapackage`) last. UTF-8 with a mark at the beginning, which
    Excel needs; commas, every field quoted, figures with a point and dates as 2026-05-04 in every language; not known is
    empty. Raises `FastmapError` as `exports.saving` does.
    """
    names: dict[str, str] = {}
    for table in report.tables():
        names[table.key] = safe_file_name(table.key, ".csv", names.values())
    files = {names[table.key]: _csv_bytes(table) for table in report.tables()}
    return save_all(folder, files | {FILE_NAME: datapackage_bytes(report, names)})


def harmless(text: str) -> str:
    """Return ``text`` so that no spreadsheet takes it for a formula: with an apostrophe in front if it must be.

    >>> harmless("=1+1"), harmless("Welding"), harmless("%"), harmless("%1")
    ("'=1+1", 'Welding', '%', "'%1")
    """
    words = clean(text)
    begins = words.lstrip(" \u00a0")[:1]
    is_sign_alone = len(words) == 1  # the unit "%": nothing stands behind it that could be calculated
    return f"'{words}" if begins in _FORMULA_SIGNS and begins and not is_sign_alone else words


def csv_bytes(header: Iterable[str], rows: Iterable[Iterable[CellValue]]) -> bytes:
    """Return a CSV file of ``rows`` under ``header``, as `write_csv` describes it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(harmless(name) for name in header)
    writer.writerows([_field(value) for value in row] for row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")


def _csv_bytes(table: Table) -> bytes:
    return csv_bytes((column.key for column in table.columns), table.rows)


def _field(value: CellValue) -> str:
    match value:
        case None:
            return ""
        case Badge() | Suppressed():
            return harmless(value.word)
        case str():
            return harmless(value)
        case date():
            return value.isoformat()
        case _:
            return repr(value)
