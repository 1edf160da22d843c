"""Labels that show text as it is: by role of the type scale, cut with an ellipsis, or as a badge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from fastmap.model.direction import without_turns
from ui.theme import icons
from ui.theme.theme import current, restyle

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QResizeEvent


class Label(QLabel):
    """Plain text in a role of the type scale (``body``, ``title``, ``card``, ``heading``, ``secondary`` …)."""

    def __init__(
        self, role: str = "body", text: str = "", *, wrap: bool = False, parent: QWidget | None = None
    ) -> None:
        """Show ``text``; with ``wrap`` over as many lines as it takes."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self._role = role
        self.setWordWrap(wrap)
        current().changed.connect(self._set_font)
        self._set_font()
        self.setText(text)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show ``text``, without marks in it that would turn a sentence round: names of files may hold them."""
        super().setText(without_turns(text))

    def _set_font(self) -> None:
        self.setFont(current().font(self._role))

    def set_muted(self, muted: bool) -> None:  # noqa: FBT001 - a setter
        """Write in the secondary colour, or not."""
        restyle(self, muted="true" if muted else "false")


class FactLabel(Label):
    """One line of outside text of any length: cut with an ellipsis, whole in the tooltip and for screen readers."""

    def __init__(self, role: str = "body", text: str = "", *, parent: QWidget | None = None) -> None:
        """Show ``text`` in one line."""
        self._whole = ""
        super().__init__(role, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.set_fact(text)

    @property
    def fact(self) -> str:
        """The whole text."""
        return self._whole

    def set_fact(self, text: str) -> None:
        """Show another text; line breaks become spaces."""
        self._whole = " ".join(without_turns(text).split())
        self.setAccessibleName(self._whole)
        self._cut()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Ask for room for the whole text."""
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Get along with room for a few letters."""
        return QSize(self.fontMetrics().horizontalAdvance("Abcdef…"), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut anew."""
        super().resizeEvent(event)
        self._cut()

    def changeEvent(self, event: QEvent) -> None:
        """Cut anew when letters get another size."""
        from PySide6.QtCore import QEvent  # its hundreds of names are not for the first paint to wait for

        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._cut()
            self.updateGeometry()

    def _cut(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(self.width(), 1))
        if shown != self.text():
            self.setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")


class Badge(QLabel):
    """A word on a soft ground: verdict, evidence, timing, column. The word says it; the colour only helps."""

    def __init__(self, text: str = "", tone: str = "neutral", *, parent: QWidget | None = None) -> None:
        """Show ``text`` in a tone of the tokens."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        current().changed.connect(self._set_font)
        self._set_font()
        self.set_badge(text, tone)

    def set_badge(self, text: str, tone: str, full_words: str = "") -> None:
        """Show another word; ``full_words`` say what a short one ("ST") stands for."""
        current().tokens.tone(tone)
        self.setText(text)
        self.setToolTip(full_words)
        self.setAccessibleName(full_words or text)
        restyle(self, badge=tone)

    def _set_font(self) -> None:
        self.setFont(current().font("badge"))


class IconLabel(QWidget):
    """An icon that decorates: no name for screen readers, no focus."""

    def __init__(self, name: str, size: int = 20, colour: str = "text2", *, parent: QWidget | None = None) -> None:
        """Draw icon ``name`` ``size`` pixels high (at 100 %) in a token colour."""
        super().__init__(parent)
        self._name, self._size, self._colour = name, size, colour
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        current().changed.connect(self.updateGeometry)

    def set_icon(self, name: str, colour: str) -> None:
        """Show another icon."""
        if (name, colour) != (self._name, self._colour):
            self._name, self._colour = name, colour
            self.update()

    def sizeHint(self) -> QSize:
        """Return a square at the present zoom."""
        return QSize(current().px(self._size), current().px(self._size))

    def paintEvent(self, _event: QEvent) -> None:
        """Draw the glyph."""
        painter = QPainter(self)
        icons.paint_icon(painter, QRectF(self.rect()), self._name, current().colour(self._colour))
        painter.end()
