"""Names that Excel accepts: for sheets, tables and the headings inside a table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from exports.plain import one_line, shortened

_SHEET_LIMIT = 31
_HEADER_LIMIT = 250
# Excel forbids all but "!", which XlsxWriter takes for the end of a sheet's name in a chart's address.
_FORBIDDEN_IN_SHEETS = re.compile(r"[\[\]:*?/\\!]")


class Names:
    """Gives every sheet and every table of one workbook a name of its own."""

    def __init__(self) -> None:
        """Begin with no name taken."""
        self._sheets: set[str] = set()
        self._tables: set[str] = set()

    def sheet(self, wanted: str) -> str:
        """Return a sheet name like ``wanted``: at most 31 characters, none that Excel forbids, never twice."""
        # Excel counts in UTF-16: a picture character takes two of the 31 places.
        base = _cut(_FORBIDDEN_IN_SHEETS.sub(" ", one_line(wanted)), _SHEET_LIMIT)
        if not base or base.casefold() == "history":  # Excel keeps that one for itself
            base = f"{base}_"
        name, number = base, 2
        while name.casefold() in self._sheets:
            ending = f" {number}"
            name = _cut(base, _SHEET_LIMIT - len(ending)) + ending
            number += 1
        self._sheets.add(name.casefold())
        return name

    def table(self, key: str) -> str:
        """Return a table name made of ``key``; the prefix keeps it from reading like a cell such as A1."""
        base = "t_" + re.sub(r"[^0-9A-Za-z_]+", "_", key).strip("_")[:80]
        name, number = base, 2
        while name.casefold() in self._tables:
            name = f"{base}_{number}"
            number += 1
        self._tables.add(name.casefold())
        return name


def headers(wanted: Sequence[str]) -> list[str]:
    """Return the headings of one table, none empty and none twice, as Excel demands.

    >>> headers(["Name", "name", ""])
    ['Name', 'name 2', '–']
    """
    result: list[str] = []
    taken: set[str] = set()
    for text in wanted:
        base = shortened(one_line(text), _HEADER_LIMIT) or "–"
        name, number = base, 2
        while name.casefold() in taken:
            name = f"{base} {number}"
            number += 1
        taken.add(name.casefold())
        result.append(name)
    return result


def link_to(sheet: str) -> str:
    """Return the address of the first cell of ``sheet`` for a link inside the workbook."""
    return "internal:'" + sheet.replace("'", "''") + "'!A1"


def _cut(text: str, limit: int) -> str:
    while len(text.encode("utf-16-le")) // 2 > limit:
        text = text[:-1]
    return text.strip(" '")
