"""Fields of the profile form: choosing by search, a day, and chips for what was chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.plain_text import literal
from ui.widgets.buttons import Button
from ui.widgets.cards import clear
from ui.widgets.completion import CompletionField
from ui.widgets.flow_layout import FlowLayout


class PickField(CompletionField):
    """Search as you type in a list that is also offered whole: by a click, or with the arrow down."""

    left = Signal(str)
    """The keyboard leaves, or Enter was pressed, with a text that was typed and not chosen from the list."""

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        """Carry the object name ``name``."""
        super().__init__(name, allows_own_words=False, parent=parent)
        self._recorded = ""
        self.editingFinished.connect(self._leave)

    def show_choice(self, words: str) -> None:
        """Show what is recorded."""
        self._recorded = words
        self.begin_with(words)
        self.deselect()
        self.setCursorPosition(0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Offer the whole list at the first click."""
        super().mousePressEvent(event)
        if not self.is_open and self.text() == self._recorded:
            self.selectAll()
            self._offer_all()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Offer the whole list with the arrow down."""
        if event.key() == Qt.Key.Key_Down and not self.is_open and self.text() == self._recorded:
            self._offer_all()
            return
        super().keyPressEvent(event)

    def _offer_all(self) -> None:
        self._number += 1
        self.wanted.emit(self._number, "")

    def _leave(self) -> None:
        if self.isModified() and self.text().strip() != self._recorded:
            self.setModified(False)
            self.left.emit(self.text().strip())


class DayField(QLineEdit):
    """A day: in words while one reads, as 2026-03-31 while one types."""

    entered = Signal(str)
    """Another text was typed, and the keyboard leaves or Enter was pressed."""

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        """Carry the object name ``name``."""
        super().__init__(parent)
        self.setObjectName(name)
        self._figures, self._words = "", ""
        self.editingFinished.connect(self._announce)

    def show_day(self, figures: str, words: str) -> None:
        """Show a day, given as 2026-03-31 and in words."""
        self._figures, self._words = figures, words
        self.setText(figures if self.hasFocus() else words)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show figures to be typed over."""
        super().focusInEvent(event)
        if self.text() == self._words:
            self.setText(self._figures)
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show words again."""
        super().focusOutEvent(event)
        if self.text() == self._figures:
            self.setText(self._words)

    def _announce(self) -> None:
        if self.isModified():
            self.setModified(False)
            self.entered.emit(self.text().strip())


class Chips(QWidget):
    """What was chosen, each with a cross: a click or Enter takes it out."""

    removed = Signal(str)

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        """Carry the object name ``name``; the chips are called ``<name>_<key>``."""
        super().__init__(parent)
        self.setObjectName(name)
        self._flow = FlowLayout(self, spacing=8)
        self._shown: tuple[tuple[str, str, str], ...] = ()
        self.hide()

    def set_chips(self, chips: Sequence[tuple[str, str, str]]) -> None:
        """Show chips: key, words, and what the cross does ("Remove …")."""
        if tuple(chips) == self._shown:
            return
        self._shown = tuple(chips)
        clear(self._flow)
        for key, words, removing in chips:
            chip = Button(f"{self.objectName()}_{key}", "x", parent=self)
            chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross stands behind the words
            chip.setText(literal(words))
            chip.setAccessibleName(removing)
            chip.setToolTip(removing)
            chip.clicked.connect(lambda _=False, key=key: self.removed.emit(key))
            self._flow.addWidget(chip)
        self.setVisible(bool(chips))
        self.updateGeometry()
