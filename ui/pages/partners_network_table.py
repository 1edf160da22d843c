"""The facts of the network as a table: sorted by a click, copied as a whole or in parts."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui.pages.partners_network_reading import NetworkRow
from ui.widgets.table import Column, DataTable
from ui.widgets.table.grid_text import format_grid


class NetworkTable(DataTable):
    """One line per organisation that stands out."""

    def __init__(self, *, parent: QWidget) -> None:
        """Begin without rows."""
        super().__init__("networkTable", _columns(), lambda row: row.id, select_rows=True, parent=parent)

    def copy_all(self) -> int:
        """Put every row in sight with its heads on the clipboard; returns how many rows.

        Nothing is pasted back here: names that a spreadsheet would take for formulas are made harmless, as in CSV files.
        """
        from exports.tables import harmless

        across = range(self.rows.columnCount())
        heads = [str(self.rows.headerData(place, Qt.Orientation.Horizontal) or "") for place in across]
        rows = [
            [column.text(row) if column.numeric else harmless(column.text(row)) for column in self.rows.columns]
            for row in self.rows.shown
        ]
        QGuiApplication.clipboard().setText(format_grid([heads, *rows]))
        return len(rows)

    def retranslate(self) -> None:
        """Set the texts."""
        self.set_words(self.tr("Organisations of the network"))
        self.set_titles(
            {
                "name": self.tr("Organisation"),
                "kind": self.tr("What it is"),
                "stage": self.tr("How close"),
                "links": self.tr("Links"),
                "between": self.tr("Between (%)"),
                "remark": self.tr("Remark"),
            }
        )


def _columns() -> tuple[Column[NetworkRow], ...]:
    return (
        Column[NetworkRow](key="name", text=lambda row: row.name, role="key", stretch=True),
        Column[NetworkRow](key="kind", text=lambda row: row.kind, width=170),
        Column[NetworkRow](key="stage", text=lambda row: row.stage_words, sort=lambda row: row.stage, width=150),
        Column[NetworkRow](
            key="links", text=lambda row: str(row.links), sort=lambda row: row.links, numeric=True, width=60
        ),
        Column[NetworkRow](
            key="between",
            text=lambda row: row.between_words,
            sort=lambda row: row.between_0_1,
            numeric=True,
            width=84,
        ),
        Column[NetworkRow](key="remark", text=lambda row: row.remark, width=150),
    )
