"""The table of commitments: what is promised stays readable, however little room there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.table import DataTable
from ui.widgets.table.room import share_room

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_READABLE = 280
"""Width at 100 % that the words of a commitment need."""
_YIELDING = {"who": 104, "kind": 104}
"""Column → width at 100 % to which it may shrink."""


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
        share_room(self, _READABLE, goes=("evidence",), yields=_YIELDING)
