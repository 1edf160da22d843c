"""How much of a file is read, and what refusing it means."""

from __future__ import annotations

from enum import IntEnum
from typing import Final


class Mode(IntEnum):
    """How large a file may be, and what is wanted of it: a form is small, a table may have many rows."""

    FORM = 0
    TABLE = 1
    OVERVIEW = 2
    """Of a table every sheet's size and first rows."""


MOST_UNPACKED: Final = 50_000_000
"""Bytes of all parts of a package."""
MOST_SHEETS: Final = (12, 200, 500)
MOST_AREA: Final = (720_000, 4_000_000, 4_000_000)
"""Cells of one sheet, empty ones between filled ones included: form, table, overview."""
MOST_SHEET_BYTES: Final = (6_000_000, MOST_UNPACKED, MOST_UNPACKED)
MEMORY: Final = (700_000_000, 1_500_000_000, 1_500_000_000)
SECONDS: Final = (15, 60, 60)
"""Processor time for one file: form, table, overview."""


class Refused(Exception):  # noqa: N818 - an answer, not a mistake
    """The file is not read; ``code`` says why."""

    def __init__(self, code: str, kind: str = "unknown", *, row: int | None = None) -> None:
        """Keep the code, what the file looked like, and the row it is about, from 1."""
        super().__init__(code)
        self.code = code
        self.kind = kind
        self.row = row
