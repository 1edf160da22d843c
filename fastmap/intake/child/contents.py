"""Reading one file, whatever it is: its values, names and formula flags."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
from fastmap.intake.child.kinds import kind_of
from fastmap.intake.child.limits import MOST_AREA, MOST_SHEET_BYTES, Mode, Refused
from fastmap.intake.child.package import read_package
from fastmap.intake.child.text import OpenQuoteError, decoded, delimiter_of, rows_of
from fastmap.intake.child.values import head_of, values_of
from fastmap.intake.child.xls import formula_cells

MOST_TEXT = 40_000
"""Characters kept of one cell; a spreadsheet cell holds 32,767."""
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")


def read(content: bytes, mode: Mode, options: Mapping[str, str]) -> dict[str, Any]:
    """Return the values, names and formula flags of one file. Raises `Refused` for what is not a spreadsheet."""
    kind = kind_of(content)
    only = [options["sheet"]] if options.get("sheet") else None
    if kind == "zip":
        return read_package(content, mode, only)
    if kind == "ole":
        return _read_binary_workbook(content, mode, only)
    if kind == "csv" or (kind == "other" and options.get("encoding")):
        return _read_text(content, mode, options)
    return {"kind": kind}


def _read_binary_workbook(content: bytes, mode: Mode, only: list[str] | None) -> dict[str, Any]:
    if _ENCRYPTED_PACKAGE in content:
        raise Refused("password", "xls")
    found = values_of(content, "xls", mode, only)
    if mode == Mode.FORM and len(content) <= MOST_SHEET_BYTES[Mode.FORM]:
        position = {sheet["name"]: i for i, sheet in enumerate(found["sheets"])}
        try:
            cells = list(formula_cells(content))
        except (struct.error, IndexError):  # the reader got along with it; only the marks are missing
            cells = []
        found["formulas"] = [
            [position[name], row, column, result] for name, row, column, result in cells if name in position
        ]
    return found


def _read_text(content: bytes, mode: Mode, options: Mapping[str, str]) -> dict[str, Any]:
    text, encoding, is_guess = decoded(content, options.get("encoding"))
    delimiter = options.get("delimiter") or delimiter_of(text)
    try:
        rows = rows_of(text, delimiter, most_cells=MOST_AREA[mode], most_letters=MOST_TEXT)
    except OpenQuoteError as error:
        raise Refused("quote_open", "csv", row=error.row) from error
    if rows is None:
        raise Refused("too_large", "csv")
    if mode == Mode.OVERVIEW:
        sheet = head_of("", rows, (len(rows), max(map(len, rows), default=0)))
    else:
        sheet = {"name": "", "rows": rows, "merged": []}
    found = {"kind": "csv", "sheets": [sheet], "encoding": encoding, "delimiter": delimiter}
    return {**found, "guessed": True} if is_guess else found
