"""The table of members: columns give way where there is little room."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView

from ui.pages.members_presenter import CELL_COLUMNS
from ui.theme.theme import current
from ui.widgets.table import DataTable

_NAME_COLUMN = CELL_COLUMNS.index("name")
_ACTIVITY_COLUMN = CELL_COLUMNS.index("activity")
_MORE_FOR_ACTIVITY = 60
_GIVE_WAY = ("language", "nuts", "activity")
"""Columns that hide where there is little room, first to last; the details beside the table show them all."""


class MemberTable(DataTable):
    """Gives the names the room that is left, but never less than a name needs."""

    _told_elsewhere: frozenset[str] = frozenset()

    def retranslate(self) -> None:
        """Set name and titles."""
        self.set_words(self.tr("Members"))
        self.set_titles(self.titles())
        self.set_own_words("{text}", self.tr("As typed"))

    def titles(self) -> dict[str, str]:
        """Return what the columns are called."""
        return {
            "code": self.tr("Code"),
            "name": self.tr("Name"),
            "kind": self.tr("Kind"),
            "headcount": self.tr("People"),
            "activity": self.tr("Activity"),
            "nuts": self.tr("Place"),
            "language": self.tr("Language"),
            "status": self.tr("Status"),
        }

    def leave_out(self, columns: frozenset[str]) -> None:
        """Hide columns that are told elsewhere."""
        self._told_elsewhere = columns
        self.fit_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Hide columns that find no room, last what says who answered; then scroll sideways rather than squeeze names."""
        header, columns = self.horizontalHeader(), self.rows.columns
        widths = {column.key: self.column_width(column) for column in columns}
        hidden = set(self._told_elsewhere)
        for key in _GIVE_WAY:
            if sum(width for known, width in widths.items() if known not in hidden) <= self.viewport().width():
                break
            hidden.add(key)
        for place, column in enumerate(columns):
            if self.isColumnHidden(place) != (column.key in hidden):
                self.setColumnHidden(place, column.key in hidden)
        flexible = (_NAME_COLUMN, _ACTIVITY_COLUMN)
        others = sum(header.sectionSize(place) for place in range(header.count()) if place not in flexible)
        least, activity = widths["name"], widths["activity"]
        if not self.isColumnHidden(_ACTIVITY_COLUMN):
            spare = self.viewport().width() - others - activity - least
            activity += min(max(spare // 2, 0), current().px(_MORE_FOR_ACTIVITY))
            self.setColumnWidth(_ACTIVITY_COLUMN, activity)
            others += activity
        has_room = self.viewport().width() - others >= least
        mode = QHeaderView.ResizeMode.Stretch if has_room else QHeaderView.ResizeMode.Interactive
        if header.sectionResizeMode(_NAME_COLUMN) != mode:
            header.setSectionResizeMode(_NAME_COLUMN, mode)
        if not has_room:
            self.setColumnWidth(_NAME_COLUMN, least)
