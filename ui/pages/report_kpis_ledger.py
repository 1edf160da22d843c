"""The ledger by objective: one line per indicator with its bar; a click or Enter opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from fastmap.model.kpis import KpiObjective
from ui.pages.diagnosis_list import paint_bar
from ui.pages.report_kpis_words import KpiWords
from ui.theme.theme import current
from ui.widgets.buttons import Button, IconButton
from ui.widgets.cards import Card, Rule, SectionHeader, clear
from ui.widgets.labels import Badge, Label

if TYPE_CHECKING:
    from fastmap.model.kpi_results import KpiResult
    from fastmap.texts import Texts


class ProgressBar(QWidget):
    """A thin bar: how much of the target is reached. The words beside it say the same."""

    def __init__(self, *, parent: QWidget) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.share_0_1 = 0.0
        self.tone = "primary"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for a thin line."""
        return QSize(current().px(120), current().px(8))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw track and bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(0, (self.height() - current().px(6)) / 2, self.width(), current().px(6))
        paint_bar(painter, place, self.share_0_1, self.tone)
        painter.end()


class LedgerRow(QFrame):
    """One indicator."""

    opened = Signal(str)
    """Key of the indicator."""

    def __init__(self, key: str, *, parent: QWidget) -> None:
        """Carry the object name of its indicator."""
        super().__init__(parent)
        self.key = key
        self.is_open = False
        name = key.replace(":", "_")
        self.setObjectName(f"kpiRow_{name}")
        across = QHBoxLayout(self)
        across.setContentsMargins(8, 6, 4, 6)
        across.setSpacing(12)
        column = QVBoxLayout()
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        self.title = Label("key", wrap=True, parent=self)
        self.obligation = Badge(parent=self)
        self.state = Badge(parent=self)
        self.checking = Badge(parent=self)
        head.addWidget(self.title, 1)
        head.addWidget(self.checking, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.obligation, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.state, 0, Qt.AlignmentFlag.AlignTop)
        self.bar = ProgressBar(parent=self)
        self.standing = Label("body", wrap=True, parent=self)
        self.beside = Label("secondary", wrap=True, parent=self)
        column.addLayout(head)
        for widget in (self.bar, self.standing, self.beside):
            column.addWidget(widget)
        across.addLayout(column, 1)
        self.opening = IconButton(f"openKpi_{name}", "caret-right", parent=self)
        across.addWidget(self.opening, 0, Qt.AlignmentFlag.AlignVCenter)
        self.opening.clicked.connect(lambda: self.opened.emit(self.key))

    def show_kpi(self, kpi: KpiResult, period: str, texts: Texts) -> None:
        """Show an indicator as it is now; with a period, as `ledger_in` makes it for that one."""
        words = KpiWords()
        title = words.title(kpi, texts)
        self.title.setText(title)
        self.obligation.set_badge(*words.obligation(kpi))
        self.state.set_badge(*words.state(kpi))
        self.state.setVisible(not period)
        self.checking.setVisible(bool(kpi.warnings))
        if kpi.warnings:
            self.checking.set_badge(words.to_check(kpi), "warn")
        self.opening.set_words(self.tr("Open {indicator}").replace("{indicator}", title))
        self.standing.setText(words.period(kpi, texts) if period else words.standing(kpi, texts))
        self.beside.setText(words.beside(kpi, texts))
        self.beside.setVisible(bool(self.beside.text()))
        self.bar.setVisible(kpi.progress is not None)
        self.bar.share_0_1 = kpi.progress or 0.0
        self.bar.tone = "good" if kpi.reached else "primary"
        self.bar.update()

    def set_open(self, is_open: bool) -> None:  # noqa: FBT001 - a setter
        """Show whether the panel is about this line."""
        if is_open != self.is_open:
            self.is_open = is_open
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a soft ground behind the line that the panel is about."""
        super().paintEvent(event)
        if self.is_open:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(current().colour("primary_soft"))
            painter.drawRoundedRect(QRectF(self.rect()), current().px(8), current().px(8))
            painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open with a click anywhere on the line."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit(self.key)


class Ledger(QWidget):
    """All indicators, a card per objective."""

    opened = Signal(str)
    """Key of the indicator to look at."""
    own_wanted = Signal()
    """A new own indicator is wanted."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.setObjectName("kpiLedger")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(12)
        self.rows: dict[str, LedgerRow] = {}
        self._order: tuple[tuple[KpiObjective, str], ...] = ()
        self._heads: dict[KpiObjective, SectionHeader] = {}
        self._nothing_own: Label | None = None
        self.adding: Button | None = None

    def show_kpis(self, kpis: tuple[KpiResult, ...], period: str, texts: Texts, *, can_edit: bool) -> None:
        """Show the ledger; lines stay where the indicators do, and with them the keyboard."""
        order = tuple((kpi.objective, str(kpi.key)) for kpi in kpis)
        if order != self._order or not self._heads:
            self._build(kpis)
            self._order = order
        for kpi in kpis:
            self.rows[kpi.key].show_kpi(kpi, period, texts)
        for objective, head in self._heads.items():
            head.set_words(texts.term(f"kpi_objective.{objective}"), texts.term(f"kpi_objective_about.{objective}"))
        if self.adding is not None and self._nothing_own is not None:
            self.adding.setText(self.tr("Add an own indicator"))
            self.adding.setVisible(can_edit)
            self._nothing_own.setText(self.tr("Whatever else your board or region wants to see, count it here."))
            self._nothing_own.setVisible(not any(kpi.objective is KpiObjective.OWN for kpi in kpis))

    def mark(self, key: str) -> LedgerRow | None:
        """Show which line the panel is about ("": none), and return it."""
        for known, row in self.rows.items():
            row.set_open(known == key)
        return self.rows.get(key)

    def _build(self, kpis: tuple[KpiResult, ...]) -> None:
        clear(self._column)
        self.rows, self._heads = {}, {}
        for objective in KpiObjective:
            card = Card(f"kpiObjective_{objective}", parent=self)
            head = SectionHeader(parent=card)
            self._heads[objective] = head
            card.body.addWidget(head)
            for kpi in (one for one in kpis if one.objective is objective):
                card.body.addWidget(Rule(parent=card))
                row = LedgerRow(str(kpi.key), parent=card)
                row.opened.connect(self.opened)
                self.rows[str(kpi.key)] = row
                card.body.addWidget(row)
            if objective is KpiObjective.OWN:
                self._nothing_own = Label("secondary", wrap=True, parent=card)
                self.adding = Button("addOwnKpi", "plus", parent=card)
                self.adding.clicked.connect(self.own_wanted)
                card.body.addWidget(self._nothing_own)
                card.body.addWidget(self.adding, 0, Qt.AlignmentFlag.AlignLeft)
            self._column.addWidget(card)
        self._column.addStretch(1)
