"""Sharing the room of a table that is narrower than its columns would like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ui.theme.theme import current

if TYPE_CHECKING:
    from ui.widgets.table.view import DataTable


def share_room(table: DataTable, readable: int, *, goes: Sequence[str], yields: Mapping[str, int]) -> None:
    """Keep ``readable`` pixels (at 100 %) for the columns that stretch: what does not fit beside them goes or shrinks.

    ``goes``: keys of columns that are left out, the first one first. ``yields``: key → width in pixels at 100 % to which
    a column may shrink once nothing more can go.
    """
    theme = current()
    places = {column.key: place for place, column in enumerate(table.rows.columns)}
    wanted = {column.key: table.column_width(column) for column in table.rows.columns if not column.stretch}
    room = table.viewport().width() - theme.px(readable)
    gone: list[str] = []
    for key in goes:
        if sum(width for known, width in wanted.items() if known not in gone) > room:
            gone.append(key)
    missing = max(sum(width for key, width in wanted.items() if key not in gone) - room, 0)
    for key in goes:
        table.setColumnHidden(places[key], key in gone)
    for key, least in yields.items():
        width = max(wanted[key] - missing, min(theme.px(least), wanted[key]))
        missing -= wanted[key] - width
        table.setColumnWidth(places[key], width)
    table.horizontalHeader().resizeSections()
