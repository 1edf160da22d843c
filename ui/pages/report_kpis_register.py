"""The evidence register: every entry with what stands behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fastmap.tasks.kpis import picks_of
from ui.pages.report_kpis_words import KpiWords
from ui.widgets.labels import Label
from ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from fastmap.model.kpi_results import KpiResult
    from fastmap.model.kpis import KpiEntry
    from fastmap.model.snapshot import Snapshot
    from fastmap.texts import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRow:
    """One entry, in words."""

    id: str
    indicator: str
    period: str
    value: float | None
    value_words: str
    unit: str
    organisations: str
    evidence: str
    note: str


class Register(QWidget):
    """A table of entries; Enter opens one, Delete removes those selected."""

    opened = Signal(str)
    """Id of an entry."""
    remove_wanted = Signal(list)
    """Ids of entries."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.balance = Label("body", wrap=True, parent=self)
        self.balance.setObjectName("registerBalance")
        column.addWidget(self.balance)
        self.table = DataTable("kpiRegister", _columns(), lambda row: row.id, select_rows=True, parent=self)
        column.addWidget(self.table, 1)
        self.table.row_opened.connect(self.opened)
        self.table.delete_wanted.connect(self.remove_wanted)

    def show_kpis(self, kpis: tuple[KpiResult, ...], snapshot: Snapshot, texts: Texts) -> None:
        """Show the entries of all indicators."""
        shown = [(kpi, entry) for kpi in kpis for entry in kpi.entries]
        self.table.set_rows([_row(kpi, entry, snapshot, texts) for kpi, entry in shown])
        bare = sum(not entry.evidence for _, entry in shown)
        words = self.tr("%n entry(s)", "", len(shown))
        if bare:
            more = self.tr("%n without evidence", "", bare)
            words = f"{words} · {more}"
        if not shown:
            words = self.tr(
                "No entries yet. Enter a value, and say where it can be seen: a list, a signed plan, an invoice."
            )
        self.balance.setText(words)

    def retranslate(self) -> None:
        """Set the texts."""
        self.table.set_titles(
            {
                "id": self.tr("Entry"),
                "indicator": self.tr("Indicator"),
                "period": self.tr("Period"),
                "value": self.tr("Value"),
                "unit": self.tr("Unit"),
                "organisations": self.tr("Organisations"),
                "evidence": self.tr("Evidence"),
                "note": self.tr("Note"),
            }
        )
        self.table.set_words(self.tr("Evidence register"))


def _columns() -> tuple[Column[RegisterRow], ...]:
    return (
        Column[RegisterRow](key="id", text=lambda row: row.id, role="secondary", width=70),
        Column[RegisterRow](key="indicator", text=lambda row: row.indicator, role="key", stretch=True),
        Column[RegisterRow](key="period", text=lambda row: row.period, width=86),
        Column[RegisterRow](
            key="value", text=lambda row: row.value_words, sort=lambda row: row.value, numeric=True, width=64
        ),
        Column[RegisterRow](key="unit", text=lambda row: row.unit, role="secondary", width=104),
        Column[RegisterRow](key="organisations", text=lambda row: row.organisations, width=170),
        Column[RegisterRow](key="evidence", text=lambda row: row.evidence, width=170),
        Column[RegisterRow](key="note", text=lambda row: row.note, role="secondary", width=110),
    )


def _row(kpi: KpiResult, entry: KpiEntry, snapshot: Snapshot, texts: Texts) -> RegisterRow:
    return RegisterRow(
        id=entry.id,
        indicator=KpiWords().title(kpi, texts),
        period=entry.period or "",
        value=entry.value,
        value_words="" if entry.value is None else texts.number(entry.value),
        unit=texts.term(f"kpi_unit.{kpi.unit}"),
        organisations="; ".join(pick.name for pick in picks_of(snapshot, entry)),
        evidence=entry.evidence or "",
        note=entry.note or "",
    )
