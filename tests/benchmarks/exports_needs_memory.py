"""How much memory writing 25,000 needs takes, in a process that has loaded nothing else: prints megabytes.

What Python allocates is counted: the largest size of a process (`ru_maxrss`) starts with that of whoever began it.
"""

from __future__ import annotations

import tracemalloc
from dataclasses import replace
from datetime import date

from exports.workbook import workbook_bytes
from fastmap.catalogue.texts import load_texts
from fastmap.report.blocks import CellValue, Column, ColumnKind, Table
from fastmap.report.columns import columns
from fastmap.report.finished import Report, Section
from fastmap.report.sections.records import NEED_COLUMNS
from tests.exports.demo_report import demo_report

NEEDS = 25_000


def needs_report(rows: int = NEEDS) -> tuple[Report, Table]:
    """Return a report that is the table of needs as the workbook of the named edition holds it."""
    heads = columns(load_texts("de"), NEED_COLUMNS)
    table = Table(
        key="needs",
        caption="Bedarfe",
        columns=heads,
        rows=tuple(tuple(_cell(column, row, place) for place, column in enumerate(heads)) for row in range(rows)),
    )
    return replace(demo_report(rows=1), sections=(Section(key="one", title="Bedarfe", blocks=(table,)),)), table


def _cell(column: Column, row: int, place: int) -> CellValue:
    if (row + place) % 7 == 0:
        return None  # a seventh of what a form asks is left blank
    if column.kind is ColumnKind.WHOLE:
        return (row * 7 + place) % 40
    if column.kind is ColumnKind.DATE:
        return date(2026, 1 + row % 12, 1 + row % 28)
    if column.kind is ColumnKind.LONG_TEXT:
        return f"Schweißen von Aluminium mit Robotern, Variante {row % 4000}"
    return f"{column.header} {row % 300}"


def main() -> None:
    """Print the peak that writing added to what the report takes."""
    report, _ = needs_report()
    tracemalloc.start()
    workbook_bytes(report)
    print(tracemalloc.get_traced_memory()[1] / 1e6)


if __name__ == "__main__":
    main()
