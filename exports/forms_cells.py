"""Cells of the needs form: how one is dressed, and how text from outside is put into it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from exports import forms_style as style
from fastmap.intake.form_definition import OPEN_NEED_ROWS, Field, FieldKind, Part
from fastmap.model.normalise import clean_text

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell

_LONGEST_TEXT: Final = 2_000
"""Characters of one prefilled answer; Excel takes 32,767, a form needs fewer."""
_NOT_XML: Final = {0xFFFE: None, 0xFFFF: None}


def answer_style(field: Field, *, from_last_round: bool) -> style.Style:
    """Return the look of the cell that a field is answered in."""
    if from_last_round:
        return style.EARLIER_ANSWER
    quiet = field.part is Part.NEED and (field.row or 0) > OPEN_NEED_ROWS
    if field.kind is FieldKind.IDENTITY:
        return style.FIXED
    if field.part is Part.REMARKS:
        return style.LONG_ANSWER
    if field.kind is FieldKind.NUMBER:
        return style.QUIET_NUMBER_ANSWER if quiet else style.NUMBER_ANSWER
    if field.part is Part.NEED:
        return style.QUIET_ANSWER if quiet else style.NEED_ANSWER
    return style.TEXT_ANSWER


def dress(cell: Cell, look: style.Style) -> None:
    """Give a cell its look."""
    cell.font, cell.alignment, cell.protection = look.font, look.alignment, look.protection
    if look.fill is not None:
        cell.fill = look.fill
    if look.border is not None:
        cell.border = look.border


def set_text(cell: Cell | MergedCell, text: str) -> None:
    """Write ``text`` as text: what begins with "=" stays a word, here and after somebody edits the cell."""
    cell.value = writable(text)
    cell.data_type = "s"
    if text[:1] in "=+-@":
        cell.quotePrefix = True


def writable(text: str) -> str:
    """Return ``text`` without what a workbook cannot hold, cut to a sensible length."""
    return clean_text(text).translate(_NOT_XML)[:_LONGEST_TEXT]
