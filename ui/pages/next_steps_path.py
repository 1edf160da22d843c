"""The path of the four steps: three chevrons in a row, and below them the lane of the step that runs alongside."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from fastmap.model.choices import Step
from ui.pages.next_steps_views import StepView
from ui.theme.theme import current
from ui.widgets.labels import Label

_CIRCLE, _POINT, _PAD = 26, 14, 14


class Chevron(QAbstractButton):
    """One step of the path: chosen, it is filled and its indicators stand below."""

    walked = Signal(int)
    """Left and right arrows: how many places further on the keyboard goes."""

    def __init__(self, step: Step, *, notched: bool, parent: QWidget) -> None:
        """Stand for ``step``; ``notched`` at the left where another one points into it."""
        super().__init__(parent)
        self.setObjectName(f"nextStep_{step}")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._notched = notched
        self._is_lane = step is Step.CONNECT
        self._number = ""
        self._column = QVBoxLayout(self)
        self._column.setSpacing(1)
        self.name = Label("heading", wrap=True, parent=self)
        self.words = Label("secondary", wrap=True, parent=self)
        self.more = Label("secondary", wrap=True, parent=self)
        self._column.addStretch(1)
        for label in (self.name, self.words, self.more):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._column.addWidget(label)
        self._column.addStretch(1)
        self.toggled.connect(self._colour)
        current().changed.connect(self._fit)
        self._fit()

    def show_step(self, view: StepView, more: list[str]) -> None:
        """Show name, state in words, and ``more``: suggestions and precondition. The lane has room for one line."""
        self._number = str(view.number)
        self.name.setText(view.name)
        self.words.setText(" · ".join([view.words, *more]) if self._is_lane else view.words)
        self.more.setText(" · ".join(more))
        self.more.setVisible(not self._is_lane)
        self.setAccessibleName(f"{view.number}. {view.name}. {view.words}. {'. '.join(more)}")
        self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of the words at ``width``."""
        return self._column.totalHeightForWidth(width)

    def sizeHint(self) -> QSize:
        """Ask for the room of the words."""
        return self._column.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Get along with a third of a narrow page."""
        return QSize(current().px(150), self._column.totalMinimumSize().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk along the path with the arrows; Enter chooses as the space bar does."""
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Up:
                self.walked.emit(-1)
            case Qt.Key.Key_Right | Qt.Key.Key_Down:
                self.walked.emit(1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.click()
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chevron and its number; the words are labels."""
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked():
            ground, edge = theme.colour("primary"), theme.colour("primary")
        else:
            ground = theme.colour("primary_soft" if self.underMouse() else "surface")
            edge = theme.colour("primary" if self.underMouse() else "line_strong")
        painter.setBrush(ground)
        painter.setPen(QPen(edge, 1.3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin))
        painter.drawPolygon(self._outline(1.0))
        ink = theme.colour("on_primary" if self.isChecked() else "text")
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("on_primary" if self.isChecked() else "focus"), theme.px(2)))
            painter.drawPolygon(self._outline(theme.px(3)))
        size = theme.px(_CIRCLE)
        left = theme.px(_PAD) + (theme.px(_POINT) if self._notched else 0)
        circle = QRectF(left, (self.height() - size) / 2, size, size)
        painter.setPen(QPen(ink, theme.px(1.6)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle)
        painter.setFont(theme.font("key"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, self._number)
        painter.end()

    def _outline(self, inset: float) -> QPolygonF:
        point = current().px(_POINT)
        left, right = inset, self.width() - inset
        top, bottom, middle = inset, self.height() - inset, self.height() / 2
        corners = [QPointF(left, top), QPointF(right - point, top), QPointF(right, middle)]
        corners += [QPointF(right - point, bottom), QPointF(left, bottom)]
        if self._notched:
            corners.append(QPointF(left + point, middle))
        return QPolygonF(corners)

    def _fit(self) -> None:
        px = current().px
        left = px(_PAD) + px(_CIRCLE) + px(10) + (px(_POINT) if self._notched else 0)
        self._column.setContentsMargins(left, px(9), px(_POINT) + px(8), px(9))
        self._colour()
        self.updateGeometry()

    def _colour(self) -> None:
        """Let the words stand out from the ground; a style of its own, as the sheet knows no chosen step."""
        style = f"color: {current().tokens.on_primary};" if self.isChecked() else ""
        for label in (self.name, self.words, self.more):
            label.setStyleSheet(style)
        self.update()


class StepPath(QWidget):
    """The four steps; at most one is chosen, and choosing it again lets it go."""

    chosen = Signal(object)
    """The `Step` chosen, or ``None``."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin without a chosen step."""
        super().__init__(parent)
        self.setObjectName("stepPath")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        row = QHBoxLayout()
        row.setSpacing(4)
        self.chevrons: dict[Step, Chevron] = {}
        for place, step in enumerate(Step):
            chevron = Chevron(step, notched=step in (Step.DEVELOP, Step.ENGAGE), parent=self)
            self.chevrons[step] = chevron
            if step is Step.CONNECT:
                column.addLayout(row)
                column.addWidget(chevron)
            else:
                row.addWidget(chevron, 1)
            chevron.clicked.connect(self._announce)
            chevron.walked.connect(lambda places, place=place: self._walk(place + places))

    @property
    def step(self) -> Step | None:
        """The chosen step."""
        return next((step for step, chevron in self.chevrons.items() if chevron.isChecked()), None)

    def show_steps(self, views: tuple[StepView, ...]) -> None:
        """Show the state of each step."""
        for view in views:
            parts = [self.tr("%n suggestion(s)", "", view.suggestions)]
            if view.note:
                parts.append(view.note)
            chevron = self.chevrons[view.step]
            chevron.show_step(view, parts)
            chevron.setToolTip(view.prepare)

    def choose(self, step: Step | None) -> None:
        """Show a step as chosen, or none."""
        for one, chevron in self.chevrons.items():
            chevron.setChecked(one is step)

    def _announce(self) -> None:
        clicked = self.sender()
        for chevron in self.chevrons.values():
            if chevron is not clicked:
                chevron.setChecked(False)
        self.chosen.emit(self.step)

    def _walk(self, place: int) -> None:
        chevrons = tuple(self.chevrons.values())
        if 0 <= place < len(chevrons):
            chevrons[place].setFocus(Qt.FocusReason.TabFocusReason)
