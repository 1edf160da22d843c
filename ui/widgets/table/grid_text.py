"""Cells as text, the way spreadsheets put them on the clipboard: tabs between cells, line breaks between rows."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

Grid = tuple[tuple[str, ...], ...]


def parse_grid(text: str) -> Grid:
    r"""Return the cells of a clipboard text, all rows equally long; the last, empty line of a spreadsheet is dropped.

    >>> parse_grid('Talleres "A"\t12\nBolts\t\n')
    (('Talleres "A"', '12'), ('Bolts', ''))
    >>> parse_grid('"two\nlines"\tx')
    (('two\nlines', 'x'),)
    """
    clean = text.replace("\r\n", "\n").replace("\r", "\n")
    rows = list(csv.reader(io.StringIO(clean), delimiter="\t"))
    while rows and not any(rows[-1]):
        rows.pop()
    width = max((len(row) for row in rows), default=0)
    return tuple(tuple(cell.strip() for cell in row) + ("",) * (width - len(row)) for row in rows)


def format_grid(grid: Sequence[Sequence[str]]) -> str:
    r"""Return cells as a text that spreadsheets take as cells.

    >>> format_grid([["a", "two\nlines"], ["b", ""]])
    'a\t"two\nlines"\nb\t\n'
    """
    target = io.StringIO()
    csv.writer(target, delimiter="\t", lineterminator="\n").writerows(grid)
    return target.getvalue()
