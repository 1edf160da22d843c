"""The table of funder figures as a file of its own, and as cells for the clipboard."""

from __future__ import annotations

from pathlib import Path

from exports.plain import one_line
from exports.saving import save_bytes
from exports.tables import csv_bytes
from fastmap.report.blocks import CellValue, Table


def write_kpi_table(table: Table, target: Path) -> None:
    """Write ``table`` to ``target`` (.csv) under the headings people read.

    Raises `FastmapError` as `exports.saving` does.
    """
    save_bytes(target, csv_bytes((column.header for column in table.columns), table.rows))


def kpi_cells(table: Table) -> list[list[str]]:
    """Return ``table`` as cells with its headings, fit for a spreadsheet; what is not known is empty."""
    return [[column.header for column in table.columns], *([_cell(value) for value in row] for row in table.rows)]


def _cell(value: CellValue) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return one_line(str(value))
