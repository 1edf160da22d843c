"""What a column shows of a row, how it looks, and how it is edited."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

RowT = TypeVar("RowT")


@dataclass(frozen=True, kw_only=True)
class Column(Generic[RowT]):
    """One column over rows of one type."""

    key: str
    text: Callable[[RowT], str]
    """What is shown, copied, searched and read aloud. Not known is "" (or a dash), never 0."""
    sort: Callable[[RowT], Any] | None = None
    """What the column is sorted by; ``None`` in it comes last. Without it: the text."""
    numeric: bool = False
    """Figures stand at the right."""
    role: str = "body"
    """``key`` for the column that names the row; ``secondary`` for what matters less."""
    tone: Callable[[RowT], str | None] | None = None
    """Shows the text as a badge in this tone; ``None`` as plain text."""
    dot: Callable[[RowT], str | None] | None = None
    """A dot in this tone before the text."""
    tooltip: Callable[[RowT], str] | None = None
    """More words; by default the text where it is long."""
    width: int = 120
    """In pixels at 100 %; people can change it."""
    stretch: bool = False
    """Takes the room that is left."""
    editable: Callable[[RowT], bool] | bool = False
    edit_text: Callable[[RowT], str] | None = None
    """What the editor begins with, where it differs from the text."""
    choices: Callable[[RowT], list[tuple[object, str]]] | None = None
    """Edited by choosing one of (value, words); the value comes out."""
    completes: bool = False
    """Edited with completion: a `Suggestion` comes out; see `DataTable.completion_wanted`."""

    def can_edit(self, row: RowT) -> bool:
        """Say whether the cell of ``row`` can be edited."""
        return self.editable(row) if callable(self.editable) else self.editable

    def sort_key(self, row: RowT) -> tuple[bool, Any]:
        """Return what rows are compared by; unknown ones last."""
        if self.sort is None:
            text = self.text(row)
            return not text, text.casefold()
        value = self.sort(row)
        return value is None, 0 if value is None else value
