"""Coverage as a table: every skill that somebody needs, its status, who needs it and who offers it."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.pages.partners_matrix_view import CoverageRow
from ui.widgets.table import Column, DataTable
from ui.widgets.table.room import share_room

_READABLE = 150
"""Width at 100 % that the name of a skill needs."""
_LEAST_STATUS = 120
"""Width at 100 % to which the status may shrink; the panel says all of it."""


class CoverageTable(DataTable):
    """One line per skill, best rank first; sorted by a click, copied like any table."""

    def __init__(self, *, parent: QWidget) -> None:
        """Begin without rows."""
        super().__init__("coverageTable", _columns(), lambda row: row.uri, select_rows=True, parent=parent)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave to the panel beside it what it says too, where room is short: skill and figures must be readable."""
        super().resizeEvent(event)
        self._share()

    def set_titles(self, titles: dict[str, str]) -> None:
        """Head the columns; long titles need room of their own."""
        super().set_titles(titles)
        self._share()

    def _share(self) -> None:
        share_room(self, _READABLE, goes=("partners", "rank"), yields={"status": _LEAST_STATUS})

    def retranslate(self) -> None:
        """Set the texts."""
        self.set_words(self.tr("Skills, how far they are covered, and by whom"))
        self.set_titles(
            {
                "rank": self.tr("Rank"),
                "skill": self.tr("Skill"),
                "status": self.tr("Covered?"),
                "firms": self.tr("Firms"),
                "people": self.tr("People short"),
                "places": self.tr("Places"),
                "partners": self.tr("Offered by"),
            }
        )


def _figure(value: int | None) -> str:
    return "" if value is None else str(value)


def _columns() -> tuple[Column[CoverageRow], ...]:
    return (
        Column[CoverageRow](
            key="rank", text=lambda row: _figure(row.rank), sort=lambda row: row.rank, numeric=True, width=60
        ),
        Column[CoverageRow](key="skill", text=lambda row: row.label, role="key", stretch=True),
        Column[CoverageRow](
            key="status", text=lambda row: row.status_words, tone=lambda row: row.status_tone, width=172
        ),
        Column[CoverageRow](
            key="firms", text=lambda row: str(row.firms), sort=lambda row: row.firms, numeric=True, width=60
        ),
        Column[CoverageRow](
            key="people", text=lambda row: _figure(row.people), sort=lambda row: row.people, numeric=True, width=70
        ),
        Column[CoverageRow](
            key="places", text=lambda row: row.places_words, sort=lambda row: row.places, numeric=True, width=70
        ),
        Column[CoverageRow](
            key="partners", text=lambda row: row.partners, tooltip=lambda row: row.partners, role="secondary", width=110
        ),
    )
