"""One action as a card on the grid: title, timing, state. Dragged with the mouse, moved with Alt and an arrow key."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget

from ui.pages.actions_presenter import TONES, CardView
from ui.theme.theme import current

ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
"""Key → columns to the right and rows down."""
_LINES = 2
_BADGE_HEIGHT, _BADGE_SIDE = 20, 7


class TitleLines(QWidget):
    """Outside text over at most two lines, cut with an ellipsis; whole in the tooltip of the card."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin without words."""
        super().__init__(parent)
        self._text = ""
        self._colour = "text"
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        current().changed.connect(self.updateGeometry)

    def set_title(self, text: str, colour: str) -> None:
        """Show ``text`` in a token colour."""
        self._text, self._colour = text, colour
        self.updateGeometry()
        self.update()

    def is_cut_at(self, width: int) -> bool:
        """Say whether the text needs more than two lines at ``width``."""
        return len(self._lines(width, _LINES + 1)) > _LINES

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of one or two lines."""
        return max(1, len(self._lines(width, _LINES))) * self._metrics.height()

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        return QSize(current().px(120), self._metrics.height())

    def minimumSizeHint(self) -> QSize:
        """Get along with a narrow column."""
        return QSize(current().px(60), self._metrics.height())

    @property
    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(current().font("action"))

    def _lines(self, width: int, most: int) -> list[tuple[int, int]]:
        """Return start and length of the first lines."""
        layout = QTextLayout(self._text, current().font("action"))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        lines: list[tuple[int, int]] = []
        layout.beginLayout()
        while len(lines) < most:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(width, 1))
            lines.append((line.textStart(), line.textLength()))
        layout.endLayout()
        return lines

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines; what does not fit ends in an ellipsis."""
        painter = QPainter(self)
        painter.setFont(current().font("action"))
        painter.setPen(current().colour(self._colour))
        metrics = self._metrics
        lines = self._lines(self.width(), _LINES)
        for place, (start, length) in enumerate(lines):
            is_last = place == len(lines) - 1
            text = self._text[start:] if is_last else self._text[start : start + length]
            shown = metrics.elidedText(text.strip(), Qt.TextElideMode.ElideRight, self.width() + 1)
            top = place * metrics.height()
            painter.drawText(QRectF(0, top, self.width() + 1, metrics.height()), Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()


@dataclass(frozen=True, slots=True)
class Part:
    """A badge (with a tone) or plain words in the lower line of a card."""

    text: str
    tone: str = ""
    full_words: str = ""


class CardFacts(QWidget):
    """Badges and words in rows, painted: a grid may hold a hundred cards, and each label would cost as much as a card.

    What they say is in the card's accessible name.
    """

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin without parts."""
        super().__init__(parent)
        self._parts: tuple[Part, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        current().changed.connect(self.updateGeometry)

    def show_parts(self, parts: tuple[Part, ...]) -> None:
        """Show these, in this order."""
        if parts != self._parts:
            self._parts = parts
            self.updateGeometry()
            self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of all rows."""
        return max((rect.bottom() + 1 for rect in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        """Ask for one row."""
        return QSize(current().px(120), current().px(_BADGE_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Get along with a narrow column."""
        return QSize(current().px(60), current().px(_BADGE_HEIGHT))

    def _places(self, width: int) -> list[QRect]:
        px = current().px
        x = y = 0
        places: list[QRect] = []
        for part in self._parts:
            metrics = QFontMetrics(current().font("badge" if part.tone else "secondary"))
            wanted = metrics.horizontalAdvance(part.text) + (2 * px(_BADGE_SIDE) if part.tone else 2)
            wanted = min(wanted, max(width, 1))
            if x and x + wanted > width:
                x, y = 0, y + px(_BADGE_HEIGHT + 4)
            places.append(QRect(x, y, wanted, px(_BADGE_HEIGHT)))
            x += wanted + px(6)
        return places

    def event(self, event: QEvent) -> bool:
        """Say in the tooltip what the part under the mouse stands for."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            pairs = zip(self._places(self.width()), self._parts, strict=True)
            self.setToolTip(next((part.full_words for rect, part in pairs if rect.contains(event.pos())), ""))
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw each part in its place."""
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for rect, part in zip(self._places(self.width()), self._parts, strict=True):
            painter.setFont(theme.font("badge" if part.tone else "secondary"))
            if part.tone:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.soft(part.tone))
                painter.drawRoundedRect(rect, theme.px(5), theme.px(5))
            painter.setPen(theme.colour(f"tone.{part.tone}" if part.tone else "text2"))
            room = rect.width() - (2 * theme.px(_BADGE_SIDE) if part.tone else 0)
            text = QFontMetrics(painter.font()).elidedText(part.text, Qt.TextElideMode.ElideRight, room + 1)
            side = Qt.AlignmentFlag.AlignHCenter if part.tone else Qt.AlignmentFlag.AlignLeft
            painter.drawText(rect, int(side | Qt.AlignmentFlag.AlignVCenter), text)
        painter.end()


class ActionCard(QWidget):
    """Shows a `CardView`. Knows nothing of the grid around it: it says what is wanted."""

    opened = Signal()
    removed = Signal()
    pushed = Signal(int, int)
    """Move the action: columns to the right, rows down."""
    left_for = Signal(int, int)
    """Move the keyboard: columns to the right, places down."""
    drag_begun = Signal()
    dragged = Signal(QPoint)
    """Where the mouse is, on the screen."""
    dropped = Signal()
    drag_cancelled = Signal()

    def __init__(self, view: CardView, *, parent: QWidget | None = None) -> None:
        """Show ``view``."""
        super().__init__(parent)
        self.setObjectName(f"actionCard{view.id}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.can_edit = True
        self.view = view
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._column = QVBoxLayout(self)
        self.title = TitleLines(parent=self)
        self._column.addWidget(self.title)
        self.facts = CardFacts(parent=self)
        self._column.addWidget(self.facts)
        self._pressed_at: QPoint | None = None
        self._is_dragging = False
        self._is_hovered = False
        self._is_open = False
        current().changed.connect(self._fit)
        self._fit()
        self.show_view(view)

    @property
    def is_dragging(self) -> bool:
        """Whether the card hangs at the mouse."""
        return self._is_dragging

    @property
    def grip(self) -> QPoint:
        """Where on the card the mouse took hold of it."""
        return self.rect().center() if self._pressed_at is None else self.mapFromGlobal(self._pressed_at)

    def show_view(self, view: CardView) -> None:
        """Show another state of the action."""
        self.view = view
        self.title.set_title(view.title, "text2" if view.is_over else "text")
        self.setToolTip(view.title if self.title.is_cut_at(self._title_width()) else "")
        self.setAccessibleName(view.spoken)
        timing = tuple(
            Part(str(timing), str(timing).lower(), words)
            for timing, words in zip(view.timing, view.timing_words, strict=True)
        )
        check = QCoreApplication.translate("ActionsPage", "Check timing")
        warning = (Part(check, "warn", view.warning),) if view.warning else ()
        odd = tuple(Part(words, "warn", sentence) for words, sentence in view.odd)
        self.facts.show_parts((*timing, Part(view.fact, "", view.fact), *warning, *odd))
        self.updateGeometry()
        self.update()

    def show_open(self, is_open: bool) -> None:  # noqa: FBT001 - a setter
        """Mark the card whose details are beside the grid."""
        if is_open != self._is_open:
            self._is_open = is_open
            self.update()

    def _title_width(self) -> int:
        margins = self._column.contentsMargins()
        return self.width() - margins.left() - margins.right()

    def _fit(self) -> None:
        px = current().px
        self._column.setContentsMargins(px(15), px(8), px(10), px(9))
        self._column.setSpacing(px(5))
        self.update()

    # --- keyboard -----------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open, remove, move the action or the keyboard."""
        key = Qt.Key(event.key())
        if self._is_dragging and key == Qt.Key.Key_Escape:
            self._end_drag()
            self.drag_cancelled.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.can_edit:
            self.removed.emit()
        elif key in ARROWS and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if self.can_edit:
                self.pushed.emit(*ARROWS[key])
        elif key in ARROWS:
            self.left_for.emit(*ARROWS[key])
        else:
            super().keyPressEvent(event)

    # --- mouse --------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note where a drag might begin."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.globalPosition().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin or go on dragging."""
        place = event.globalPosition().toPoint()
        if self._pressed_at is None or not self.can_edit:
            return
        far = (place - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        if not self._is_dragging and far:
            self.drag_begun.emit()  # a picture of the card is taken before it pales
            self._is_dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.update()
        if self._is_dragging:
            self.dragged.emit(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop the card, or open it after a mere click."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        was_pressed, self._pressed_at = self._pressed_at is not None, None
        if self._is_dragging:
            self._end_drag()
            self.dropped.emit()
        elif was_pressed and self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    def _end_drag(self) -> None:
        self._is_dragging = False
        self._pressed_at = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Light up."""
        super().enterEvent(event)
        self._is_hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Go back to rest."""
        super().leaveEvent(event)
        self._is_hovered = False
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    # --- looks --------------------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, bar, line and a soft shadow line below."""
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._is_dragging:
            painter.setOpacity(0.45)
        radius = theme.px(8)
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -1.5)
        if not theme.is_dark:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("line"))
            painter.drawRoundedRect(rect.translated(0, 1), radius, radius)
        shape = QPainterPath()
        shape.addRoundedRect(rect, radius, radius)
        painter.fillPath(shape, theme.colour("raised"))
        painter.save()
        painter.setClipPath(shape)
        bar = theme.colour("line_strong" if self.view.is_over else f"tone.{TONES[self.view.cell.scope]}")
        painter.fillRect(QRectF(0, 0, theme.px(5), self.height()), bar)
        painter.restore()
        line, width = "line", 1.0
        if self.hasFocus():
            line, width = "focus", 2.0
        elif self._is_hovered or self._is_open:
            line = "primary"
        inset = (width - 1) / 2
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour(line), width))
        painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)
        painter.end()
