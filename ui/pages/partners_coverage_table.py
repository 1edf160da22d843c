"""Coverage as a table: every skill that somebody needs, its status, who needs it and who offers it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.pages.partners_matrix_view import CoverageRow
from ui.widgets.table import Column
from ui.widgets.table.room import SharingTable


class CoverageTable(SharingTable):
    """One line per skill, best rank first; where room is short, what the panel beside it says, too, goes."""

    readable = 150
    goes = ("partners", "rank")
    yields = {"status": 120}  # noqa: RUF012 - as its base says

    def __init__(self, *, parent: QWidget) -> None:
        """Begin without rows."""
        super().__init__("coverageTable", _columns(), lambda row: row.uri, select_rows=True, parent=parent)

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
