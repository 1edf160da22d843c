"""The values of sheets as the reader gives them, within limits."""

from __future__ import annotations

import io
from typing import Any

import python_calamine as calamine

from fastmap.intake.child.limits import MOST_AREA, MOST_SHEETS, Mode, Refused

HEAD_ROWS, HEAD_COLUMNS, HEAD_TEXT = 20, 40, 300
"""What an overview shows of a sheet: rows, columns, characters of a cell."""


def values_of(content: bytes, kind: str, mode: Mode, only: list[str] | None = None) -> dict[str, Any]:
    """Return the sheets of a workbook, or only those named. Raises `Refused` for what cannot be read or is too large."""
    try:
        workbook = calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        wanted = only or workbook.sheet_names[: MOST_SHEETS[mode]]
        wanted = [name for name in wanted if name in workbook.sheet_names]
        sheets = [_sheet(workbook.get_sheet_by_name(name), mode) for name in wanted]
    except calamine.PasswordError:
        raise Refused("password", kind) from None
    except calamine.CalamineError:
        raise Refused("damaged", kind) from None
    return {"kind": kind, "sheets": sheets}


def head_of(name: str, rows: list[Any], size: tuple[int, int]) -> dict[str, Any]:
    """Return what an overview shows of a sheet of that size."""
    head = [
        [value[:HEAD_TEXT] if isinstance(value, str) else value for value in row[:HEAD_COLUMNS]]
        for row in rows[:HEAD_ROWS]
    ]
    return {"name": name, "rows": head, "merged": [], "size": size}


def _sheet(sheet: calamine.CalamineSheet, mode: Mode) -> dict[str, Any]:
    if sheet.end is not None and (sheet.end[0] + 1) * (sheet.end[1] + 1) > MOST_AREA[mode]:
        raise Refused("too_large")
    if mode == Mode.OVERVIEW:
        size = (0, 0) if sheet.end is None else (sheet.end[0] + 1, sheet.end[1] + 1)
        return head_of(sheet.name, sheet.to_python(skip_empty_area=False, nrows=HEAD_ROWS), size)
    merged = (sheet.merged_cell_ranges or []) if mode == Mode.FORM else []
    return {"name": sheet.name, "rows": sheet.to_python(skip_empty_area=False), "merged": merged}
