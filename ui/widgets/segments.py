"""One of a few views, side by side: arrows move between them, the chosen one is filled."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.plain_text import literal
from ui.theme.theme import current
from ui.widgets.buttons import Button


class Segments(QWidget):
    """Exclusive buttons that read as one control; give it keys at once and words with `set_words`."""

    chosen = Signal(str)
    """Key of the view that a person chose."""

    def __init__(self, name: str, keys: Sequence[str], *, parent: QWidget | None = None) -> None:
        """Offer ``keys``; buttons are called ``<name>_<key>``. The first is chosen."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._buttons: dict[str, Button] = {}
        for key in keys:
            button = Button(f"{name}_{key}", parent=self)
            button.setCheckable(True)
            row.addWidget(button)
            self._buttons[key] = button
            button.clicked.connect(self._announce)
        self.choose(keys[0])
        current().changed.connect(self._round)
        self._round()

    @property
    def key(self) -> str:
        """Key of the chosen view."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def choose(self, key: str) -> None:
        """Show ``key`` as chosen; announces nothing."""
        for known, button in self._buttons.items():
            button.setChecked(known == key)

    def set_words(self, accessible_name: str, words: dict[str, str]) -> None:
        """Name the control, and each button by key."""
        self.setAccessibleName(accessible_name)
        for key, text in words.items():
            self._buttons[key].setText(literal(text))

    def _announce(self) -> None:
        # Not a button group: Tab would skip its other buttons.
        key = next(key for key, button in self._buttons.items() if button is self.sender())
        self.choose(key)
        self.chosen.emit(key)

    def _round(self) -> None:
        """Round only the outer corners, and draw the border between two buttons once."""
        radius, last = current().px(7), len(self._buttons) - 1
        tokens = current().tokens
        for place, button in enumerate(self._buttons.values()):
            left, right = radius if place == 0 else 0, radius if place == last else 0
            button.setStyleSheet(
                f"QPushButton {{ border-top-left-radius: {left}px; border-bottom-left-radius: {left}px;"
                f" border-top-right-radius: {right}px; border-bottom-right-radius: {right}px;"
                f" margin-left: {0 if place == 0 else -1}px; }}"
                f"QPushButton:checked {{ background: {tokens.primary_soft}; color: {tokens.primary};"
                f" border-color: {tokens.primary}; }}"
            )
