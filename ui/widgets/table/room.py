"""Sharing the room of a table that is narrower than its columns would like."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from ui.theme.theme import current
from ui.widgets.table.view import DataTable

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class SharingTable(DataTable):
    """Keeps room for the columns that stretch: what does not fit beside them goes or shrinks."""

    readable: ClassVar[int]
    """Pixels at 100 % that the stretching columns keep."""
    goes: ClassVar[tuple[str, ...]] = ()
    """Keys of columns that are left out, the first one first."""
    yields: ClassVar[Mapping[str, int]] = {}
    """Key → width in pixels at 100 % to which a column may shrink once nothing more can go."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._share()

    def set_titles(self, titles: dict[str, str]) -> None:
        """Head the columns; long titles need room of their own."""
        super().set_titles(titles)
        self._share()

    def _share(self) -> None:
        theme = current()
        places = {column.key: place for place, column in enumerate(self.rows.columns)}
        wanted = {column.key: self.column_width(column) for column in self.rows.columns if not column.stretch}
        room = self.viewport().width() - theme.px(self.readable)
        gone: list[str] = []
        for key in self.goes:
            if sum(width for known, width in wanted.items() if known not in gone) > room:
                gone.append(key)
        missing = max(sum(width for key, width in wanted.items() if key not in gone) - room, 0)
        for key in self.goes:
            self.setColumnHidden(places[key], key in gone)
        for key, least in self.yields.items():
            width = max(wanted[key] - missing, min(theme.px(least), wanted[key]))
            missing -= wanted[key] - width
            self.setColumnWidth(places[key], width)
        self.horizontalHeader().resizeSections()
