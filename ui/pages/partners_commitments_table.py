"""The table of commitments: what is promised stays readable, however little room there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.theme.theme import current
from ui.widgets.table import DataTable

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_READABLE = 280
"""Width at 100 % that the words of a commitment need."""
_LEAST = 104
"""Width at 100 % to which who promised and the kind may shrink."""
_YIELDING = ("who", "kind")


class CommitmentTable(DataTable):
    """Leaves where it can be seen to the card below where room is short; then names and kinds are cut a little."""

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
        wanted = {column.key: self.column_width(column) for column in self.rows.columns if not column.stretch}
        places = {column.key: place for place, column in enumerate(self.rows.columns)}
        room = self.viewport().width() - theme.px(_READABLE)
        self.setColumnHidden(places["evidence"], sum(wanted.values()) > room)
        missing = max(sum(width for key, width in wanted.items() if key != "evidence") - room, 0)
        for key in _YIELDING:
            width = max(wanted[key] - missing, min(theme.px(_LEAST), wanted[key])) if missing else wanted[key]
            missing -= wanted[key] - width
            self.setColumnWidth(places[key], width)
