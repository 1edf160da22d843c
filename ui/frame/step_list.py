"""The eight steps at the left: a ring, arc or tick, the title, and a sentence of fact. Never locked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.pages.page import StepFact, StepState
from ui.pages.registry import Step
from ui.theme import icons
from ui.theme.theme import current
from ui.widgets.cards import scrolling
from ui.widgets.labels import IconLabel, Label

WIDTH = 248
_ROOM_FOR_PROMISE = 660
_ROW, _CIRCLE, _CENTRE, _TEXT, _RIGHT = 54, 26, 33, 58, 16


class StepRow(QAbstractButton):
    """One step. Grows where its sentence needs a second line."""

    def __init__(self, step: Step, number: int, *, first: bool, last: bool, parent: QWidget) -> None:
        """Stand for ``step``, the ``number``-th (from 1)."""
        super().__init__(parent)
        self.setObjectName(f"step_{step.key}")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # It may grow beyond the hint, which knows the width without a scroll bar only.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.step = step
        self._number = number
        self._first, self._last = first, last
        self._fact: StepFact | None = None
        current().changed.connect(self.updateGeometry)
        self.retranslate()

    @property
    def sentence(self) -> str:
        """The sentence of fact shown; empty until it is known."""
        return self._fact.sentence if self._fact is not None else ""

    def retranslate(self) -> None:
        """Show the title in the language of the screen."""
        self.setText(self.step.title)
        self._describe()

    def set_fact(self, fact: StepFact | None) -> None:
        """Show how far the step is."""
        if fact != self._fact:
            self._fact = fact
            self._describe()
            self.updateGeometry()
            self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of title and sentence, at least the row's own."""
        title, sentence = self._text_heights(width)
        return max(current().px(_ROW), title + sentence + current().px(14))

    def sizeHint(self) -> QSize:
        """Return the height at the list's width."""
        width = current().px(WIDTH)
        return QSize(width, self.heightForWidth(width))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk along the steps with the arrows; Enter chooses as the space bar does."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            rows = [row for row in self.group().buttons() if isinstance(row, StepRow)]
            place = rows.index(self) + (1 if event.key() == Qt.Key.Key_Down else -1)
            if 0 <= place < len(rows):
                rows[place].setFocus(Qt.FocusReason.TabFocusReason)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, path, ring and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_path(painter)
        self._paint_circle(painter)
        self._paint_words(painter)
        painter.end()

    def _describe(self) -> None:
        sentence = self.sentence
        self.setAccessibleName(f"{self._number}. {self.step.title}" + (f", {sentence}" if sentence else ""))
        self.setToolTip("")

    def _text_rect(self, width: int) -> QRect:
        left = current().px(_TEXT)
        return QRect(left, 0, max(width - left - current().px(_RIGHT), 20), 10_000)

    def _text_heights(self, width: int) -> tuple[int, int]:
        from PySide6.QtGui import QFontMetrics

        rect = self._text_rect(width)
        flags = Qt.TextFlag.TextWordWrap
        title = QFontMetrics(current().font("key")).boundingRect(rect, flags, self.text()).height()
        metrics = QFontMetrics(current().font("secondary"))
        return title, metrics.boundingRect(rect, flags, self.sentence or "X").height()

    def _paint_ground(self, painter: QPainter) -> None:
        theme = current()
        ground = QRectF(self.rect()).adjusted(8, 2, -8, -2)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("primary_soft" if self.isChecked() else "sunken"))
            painter.drawRoundedRect(ground, 8, 8)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), 7, 7)

    def _paint_path(self, painter: QPainter) -> None:
        centre, half = self._centre(), current().px(_CIRCLE) / 2
        painter.setPen(QPen(current().colour("line"), 2))
        if not self._first:
            painter.drawLine(QPointF(centre.x(), 0), QPointF(centre.x(), centre.y() - half))
        if not self._last:
            painter.drawLine(QPointF(centre.x(), centre.y() + half), QPointF(centre.x(), self.height()))

    def _paint_circle(self, painter: QPainter) -> None:
        theme = current()
        size = theme.px(_CIRCLE)
        centre = self._centre()
        disc = QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size)
        state = self._fact.state if self._fact is not None else StepState.NOT_STARTED
        if state is StepState.COMPLETE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("tone.good"))
            painter.drawEllipse(disc)
            tick = theme.px(14)
            place = QRectF(centre.x() - tick / 2, centre.y() - tick / 2, tick, tick)
            icons.paint_icon(painter, place, "check-bold", theme.colour("surface"))
            return
        painter.setBrush(theme.colour("surface"))
        painter.setPen(QPen(theme.colour("line_strong"), 1.6))
        painter.drawEllipse(disc.adjusted(1, 1, -1, -1))
        if state is StepState.BEGUN and self._fact is not None:
            painter.setPen(QPen(theme.colour("primary"), 3, c=Qt.PenCapStyle.FlatCap))
            span = -round(360 * 16 * max(self._fact.done_0_1, 0.04))
            painter.drawArc(disc.adjusted(1, 1, -1, -1), 90 * 16, span)
        painter.setPen(theme.colour("text2" if state is StepState.NOT_STARTED else "text"))
        painter.setFont(theme.font("heading"))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _paint_words(self, painter: QPainter) -> None:
        theme = current()
        title, sentence = self._text_heights(self.width())
        rect = self._text_rect(self.width())
        top = (self.height() - title - sentence) // 2
        flags = int(Qt.TextFlag.TextWordWrap)
        painter.setPen(theme.colour("text"))
        painter.setFont(theme.font("key"))
        painter.drawText(QRect(rect.x(), top, rect.width(), title + 2), flags, self.text())
        painter.setPen(theme.colour("text2"))
        painter.setFont(theme.font("secondary"))
        painter.drawText(QRect(rect.x(), top + title, rect.width(), sentence + 2), flags, self.sentence)

    def _centre(self) -> QPointF:
        return QPointF(current().px(_CENTRE), self.height() / 2)


class StepList(QFrame):
    """The rows, the completeness of the round below them, and what people must know about their data."""

    chosen = Signal(str)
    """The key of the step that a person wants to see."""

    def __init__(self, steps: tuple[Step, ...], *, parent: QWidget | None = None) -> None:
        """List ``steps``."""
        super().__init__(parent)
        self.setObjectName("stepList")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(4)
        self._round = Label("badge", wrap=True, parent=self)
        self._round.set_muted(True)
        self._round.setContentsMargins(20, 0, 16, 2)
        column.addWidget(self._round)
        rows = QWidget()
        inner = QVBoxLayout(rows)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        self._group = QButtonGroup(self)
        self.rows: dict[str, StepRow] = {}
        for number, step in enumerate(steps, start=1):
            row = StepRow(step, number, first=number == 1, last=number == len(steps), parent=rows)
            row.clicked.connect(self._choose)
            self._group.addButton(row)
            inner.addWidget(row)
            self.rows[step.key] = row
        inner.addStretch(1)
        self._scroll = scrolling(rows, name="stepScroll", parent=self)
        column.addWidget(self._scroll, 1)
        self._completeness = _Completeness(self)
        self._promise = _Promise(self)
        column.addWidget(self._completeness)
        column.addWidget(self._promise)
        self._label = ""
        current().changed.connect(self._fit)
        self._fit()
        self.retranslate()

    def show_chosen(self, key: str) -> None:
        """Mark the step in sight."""
        if key in self.rows:
            self.rows[key].setChecked(True)
            self._scroll.ensureWidgetVisible(self.rows[key], 0, current().px(6))

    def show_fact(self, key: str, fact: StepFact) -> None:
        """Show how far one step is, and what that makes of the round."""
        self.rows[key].set_fact(fact)
        known = [row._fact.done_0_1 for row in self.rows.values() if row._fact is not None]  # noqa: SLF001 - our rows
        self._completeness.show_share(sum(known) / len(self.rows))

    def show_round(self, label: str) -> None:
        """Name the round above the steps."""
        self._label = label
        self._round.setText(self.tr("Round {label}").format(label=label))

    def retranslate(self) -> None:
        """Set every text."""
        self.setAccessibleName(self.tr("Steps"))
        self.show_round(self._label)
        for row in self.rows.values():
            row.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the steps where there is little: the promise stands on the start page, too."""
        super().resizeEvent(event)
        self._promise.setVisible(event.size().height() >= current().px(_ROOM_FOR_PROMISE))

    def _choose(self) -> None:
        row = self._group.checkedButton()
        if isinstance(row, StepRow):
            self.chosen.emit(row.step.key)

    def _fit(self) -> None:
        self.setFixedWidth(current().px(WIDTH))


class _Completeness(QWidget):
    """How much of this round is done."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 8, 20, 8)
        column.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(8)
        self._what = Label("badge", parent=self)
        self._what.set_muted(True)
        self._share = Label("secondary", wrap=True, parent=self)
        self._share.setAlignment(Qt.AlignmentFlag.AlignRight)
        row.addWidget(self._what)
        row.addWidget(self._share, 1)
        column.addLayout(row)
        self._bar = QProgressBar(self)
        self._bar.setObjectName("completeness")
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 100)
        column.addWidget(self._bar)
        self._percent = 0
        self.retranslate()

    def show_share(self, share_0_1: float) -> None:
        self._percent = round(100 * share_0_1)
        self._bar.setValue(self._percent)
        self.retranslate()

    def retranslate(self) -> None:
        self._what.setText(self.tr("This round"))
        self._share.setText(self.tr("{percent}% complete").format(percent=self._percent))
        self._bar.setAccessibleName(self.tr("How much of this round is complete"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


class _Promise(QWidget):
    """Everything stays here."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(12, 0, 12, 0)
        box = QFrame(self)
        box.setProperty("ground", "sunken")
        row = QHBoxLayout(box)
        row.setContentsMargins(10, 8, 8, 8)
        row.setSpacing(9)
        row.addWidget(IconLabel("lock-simple", 18, "tone.good", parent=box))
        self._words = Label("secondary", wrap=True, parent=box)
        row.addWidget(self._words, 1)
        outer.addWidget(box)
        self.retranslate()

    def retranslate(self) -> None:
        self._words.setText(self.tr("Everything stays on this computer. No account needed."))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
