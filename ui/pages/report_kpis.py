"""Funder figures on the page *Report*: the ledger by objective, its evidence register, and a panel to enter values."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from fastmap.analysis.kpi_periods import ledger_in, reaching_beyond
from fastmap.analysis.kpis import ledger_of
from fastmap.model.ids import KpiEntryId
from fastmap.tasks.kpis import periods_of
from ui.pages.report_kpis_asking import kpi_table_to_read, place_for_kpi_table
from ui.pages.report_kpis_ledger import Ledger
from ui.pages.report_kpis_panel import KpiPanel
from ui.pages.report_kpis_register import Register
from ui.plain_text import isolated
from ui.theme.theme import current
from ui.widgets.buttons import Button
from ui.widgets.cards import scrolling
from ui.widgets.fields import ComboBox
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Label
from ui.widgets.segments import Segments
from ui.widgets.table.grid_text import format_grid

if TYPE_CHECKING:
    from fastmap.intake.tables import KpisOutcome
    from fastmap.model.snapshot import Snapshot
    from fastmap.report.blocks import Table
    from ui.session import Session, SessionState

_NARROW = 700
"""Width at 100 % below which the panel takes the place of the ledger."""


class FiguresView(QWidget):
    """The ledger or the register at the left, the panel at the right."""

    said = Signal(str, str)
    """Tone and sentence for the page to say."""

    def __init__(self, session: Session, *, parent: QWidget) -> None:
        """Show the ledger of what ``session`` has open."""
        super().__init__(parent)
        self.setObjectName("kpisView")
        self._session = session
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.nothing = Label("body", wrap=True, parent=self)
        self.nothing.setObjectName("kpisNothing")
        self.of_period = Label("secondary", wrap=True, parent=self)
        self.of_period.setObjectName("kpisOfPeriod")
        self._bar = self._tool_bar()
        column.addWidget(self._bar)
        column.addWidget(self.nothing)
        column.addWidget(self.of_period)
        across = QHBoxLayout()
        across.setSpacing(12)
        self.stack = QStackedWidget(self)
        self.ledger = Ledger()
        self.register = Register()
        self._scroll = scrolling(self.ledger, name="kpiLedgerScroll", parent=self.stack)
        self.stack.addWidget(self._scroll)
        self.stack.addWidget(self.register)
        self.panel = KpiPanel(session, parent=self)
        across.addWidget(self.stack, 1)
        across.addWidget(self.panel)
        column.addLayout(across, 1)
        self._connect()

    def _tool_bar(self) -> QWidget:
        bar = QWidget(self)
        flow = FlowLayout(bar, spacing=8)
        self.parts = Segments("kpiParts", ("ledger", "register"), parent=bar)
        self.period = ComboBox("kpiPeriodFilter", parent=bar)
        self.copying = Button("copyKpis", "copy", parent=bar)
        self.exporting = Button("exportKpis", "export", parent=bar)
        self.reading = Button("readKpis", "file-arrow-up", parent=bar)
        for widget in (self.parts, self.period, self.copying, self.exporting, self.reading):
            flow.addWidget(widget)
        return bar

    def _connect(self) -> None:
        self.parts.chosen.connect(self._show_part)
        self.period.activated.connect(lambda _: self.show_state(self._session.state))
        self.copying.clicked.connect(self._copy)
        self.exporting.clicked.connect(self._export)
        self.reading.clicked.connect(self._read)
        self.ledger.opened.connect(self.panel.open_kpi)
        self.ledger.own_wanted.connect(self.panel.make_own)
        self.register.opened.connect(self.panel.open_entry)
        self.register.remove_wanted.connect(lambda ids: self.panel.remove_entries([KpiEntryId(one) for one in ids]))
        self.panel.said.connect(self.said)
        self.panel.opened.connect(self._after_opening)
        self.panel.closed.connect(self._after_panel)
        current().changed.connect(self._fit)

    # --- showing ------------------------------------------------------------------------------------------------------

    def show_state(self, state: SessionState) -> None:
        """Show the ledger as it is now."""
        kpis = ledger_of(state.snapshot, state.catalogue)
        chosen = self.period.currentData() or ""
        periods = periods_of(state.snapshot)
        choices: list[tuple[object, str]] = [("", self.tr("All periods")), *((period, period) for period in periods)]
        self.period.set_choices(choices, chosen if chosen in periods else "")
        period = self.period.currentData() or ""
        shown = ledger_in(state.snapshot, state.catalogue, period) if period else kpis
        self.ledger.show_kpis(shown, period, state.texts, can_edit=state.can_edit)
        self.register.show_kpis(shown, state.snapshot, state.texts)
        self._say_period(state.snapshot, period)
        self.panel.show_kpis(kpis)
        self.ledger.mark("" if self.panel.isHidden() else self.panel.key)
        begun = bool(state.snapshot.kpi_entries or state.snapshot.kpi_goals or state.snapshot.own_kpis)
        self.nothing.setVisible(not begun)
        self.period.setVisible(bool(periods))
        self.copying.setEnabled(begun and state.results is not None)
        self.exporting.setEnabled(begun and state.results is not None)
        self.reading.setVisible(state.can_edit)
        self._fit()

    def _say_period(self, snapshot: Snapshot, period: str) -> None:
        self.of_period.setVisible(bool(period))
        if not period:
            return
        words = self.tr(
            "Only what entries of {period} brought, with all periods that lie in it. Targets and states are those of the "
            "whole ledger: choose “All periods”."
        ).replace("{period}", period)
        if beyond := len(reaching_beyond(snapshot, period)):
            more = self.tr("%n entry(s) reach beyond it and are not counted here.", "", beyond)
            words = f"{words} {more}"
        self.of_period.setText(words)

    def enter_value(self) -> None:
        """Ask for a value; of the indicator in the panel, where one is open."""
        self.panel.enter_value("" if self.panel.isHidden() else self.panel.key)

    def _show_part(self, part: str) -> None:
        self.stack.setCurrentIndex(0 if part == "ledger" else 1)

    def _after_opening(self) -> None:
        self._fit()
        row = self.ledger.mark(self.panel.key)
        if row is not None:
            self._scroll.ensureWidgetVisible(row, 0, current().px(20))

    def _after_panel(self) -> None:
        self._fit()
        self.ledger.mark("")
        if self.stack.currentIndex() == 1:
            self.register.table.setFocus()
        elif (row := self.ledger.rows.get(self.panel.key)) is not None:
            row.opening.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show ledger and panel side by side, or the panel alone where there is little room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        is_narrow = self.width() < current().px(_NARROW)
        self.stack.setVisible(self.panel.isHidden() or not is_narrow)

    # --- table --------------------------------------------------------------------------------------------------------

    def _table(self) -> Table | None:
        from fastmap.tasks.kpis import table_for_funder

        state = self._session.state
        if state.results is None:
            return None
        today = datetime.now().astimezone().date()
        return table_for_funder(state.results, state.catalogue, state.texts, today, self.period.currentData() or "")

    def _copy(self) -> None:
        from exports.kpis import kpi_cells

        table = self._table()
        if table is not None:
            data = QMimeData()
            data.setText(format_grid(kpi_cells(table)))
            QGuiApplication.clipboard().setMimeData(data)
            words = self.tr("%n row(s) copied. Paste them into a spreadsheet.", "", len(table.rows))
            self.said.emit("good", self._with_period(words))

    def _export(self) -> None:
        from exports.kpis import write_kpi_table
        from fastmap.errors import FastmapError

        table = self._table()
        target = place_for_kpi_table(self, self._session.state.path.parent)
        if table is None or target is None:
            return
        try:
            write_kpi_table(table, target)
        except FastmapError as error:
            self._session.failed.emit(error)
            return
        words = self.tr("Saved as {name}.").replace("{name}", isolated(target.name))
        self.said.emit("good", self._with_period(words))

    def _with_period(self, words: str) -> str:
        """Return ``words``, and that the table holds one period only where one is chosen."""
        period = self.period.currentData() or ""
        only = self.tr("It holds {period} only.").replace("{period}", period)
        return f"{words} {only}" if period else words

    def _read(self) -> None:
        path = kpi_table_to_read(self, self._session.state.path.parent)
        if path is not None:
            self.take_table(path)

    def take_table(self, path: Path) -> None:
        """Read a spreadsheet of figures in a thread, then take it as one change."""
        state, open_files = self._session.state, self._session.assessment.open_files
        snapshot, catalogue = state.snapshot, state.catalogue

        def read(_: object) -> KpisOutcome:
            from fastmap.intake.tables import read_kpis

            return read_kpis(path, snapshot, catalogue, open_files=open_files)

        self.reading.setEnabled(False)
        job = self._session.pool.start(read)
        job.done.connect(lambda outcome: self._take(path, snapshot, outcome))
        job.failed.connect(self._session.failed)
        job.finished.connect(lambda: self.reading.setEnabled(True))

    def _take(self, path: Path, read_with: Snapshot, outcome: KpisOutcome) -> None:
        from fastmap.changes import SaveKpis

        now = self._session.state.snapshot
        if (read_with.kpi_entries, read_with.members, read_with.partners) != (
            now.kpi_entries,
            now.members,
            now.partners,
        ):
            self.take_table(path)  # somebody edited meanwhile: ids and names rest on what was there before
            return
        change = SaveKpis(entries=outcome.entries, goals=outcome.goals, own=outcome.own)
        if (outcome.entries or outcome.goals or outcome.own) and self._session.apply(change) is None:
            return
        words = self.tr("Table taken: {added} new, {updated} changed, {same} as before.")
        for place, count in (("added", outcome.added), ("updated", outcome.updated), ("same", outcome.unchanged)):
            words = words.replace(f"{{{place}}}", str(count))
        if outcome.problems:
            first = outcome.problems[0]
            told = "" if first.facts is None else self._session.texts.say(first.facts)
            more = self.tr("%n remark(s). The first, in {cell}: {problem}", "", len(outcome.problems))
            words = f"{words} {more.replace('{cell}', first.cell or '').replace('{problem}', told)}"
        self.said.emit("warn" if outcome.problems else "good", words)

    # --- words --------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Set the texts."""
        self.parts.set_words(
            self.tr("Parts of the ledger"),
            {"ledger": self.tr("By objective"), "register": self.tr("Evidence register")},
        )
        self.period.setAccessibleName(self.tr("Period"))
        self.copying.setText(self.tr("Copy table"))
        self.exporting.setText(self.tr("Save table…"))
        self.reading.setText(self.tr("Read a spreadsheet…"))
        self.nothing.setText(
            self.tr(
                "Nothing is recorded yet. Open an indicator, say where it stood and what you promised, and enter what each "
                "period brought, with the organisations behind it: one that comes again is counted once."
            )
        )
        self.register.retranslate()
        self.panel.retranslate()
