"""A closed question answered with one key: options in a line, each with its digit; first letters work too."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from ui.plain_text import literal
from ui.theme.theme import current
from ui.widgets.buttons import Button
from ui.widgets.flow_layout import FlowLayout


class ChoiceLine(QFrame):
    """Options side by side. The line has the keyboard, not its buttons: 1 to 9 or a first letter chooses.

    The same key again takes a choice back; a letter that begins several options walks through them. With ``many`` each
    key adds or takes back one option.
    """

    changed = Signal()
    """A person chose, or took back."""

    def __init__(self, name: str, *, many: bool = False, parent: QWidget | None = None) -> None:
        """Carry the object name ``name``; `set_choices` gives the options."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._many = many
        self._question = ""
        self._buttons: list[tuple[Any, str, Button]] = []
        self._flow = FlowLayout(self, spacing=5)
        self._flow.setContentsMargins(3, 3, 3, 3)
        current().changed.connect(self._fit)
        self._fit()

    @property
    def values(self) -> tuple[Any, ...]:
        """What is chosen, in the order of the options."""
        return tuple(value for value, _, button in self._buttons if button.isChecked())

    @property
    def value(self) -> Any:
        """The one that is chosen, or ``None``."""
        return next(iter(self.values), None)

    def set_choices(self, choices: list[tuple[Any, str]]) -> None:
        """Offer (value, words), keeping what is chosen. Announces nothing."""
        chosen = self.values
        if [(value, words) for value, words, _ in self._buttons] == choices:
            return
        for _, _, button in self._buttons:
            self._flow.removeWidget(button)
            button.deleteLater()
        self._buttons = []
        for number, (value, words) in enumerate(choices, start=1):
            button = Button(f"{self.objectName()}_{number}", parent=self)
            button.setText(f"{number}  {literal(words)}")
            button.setAccessibleName(literal(words))
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _=False, value=value: self._press(value))
            self._flow.addWidget(button)
            self._buttons.append((value, words, button))
        self.choose(*chosen)

    def choose(self, *values: Any) -> None:
        """Show ``values`` as chosen; announces nothing."""
        for value, _, button in self._buttons:
            button.setChecked(value in values)
        self._describe()

    def set_question(self, words: str) -> None:
        """Name the line for screen readers."""
        self._question = words
        self._describe()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with a digit or a first letter, take everything back with Delete."""
        typed = event.text()
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.choose()
            self.changed.emit()
            return
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            super().keyPressEvent(event)
            return
        if typed.isdecimal() and 1 <= int(typed) <= len(self._buttons):
            self._press(self._buttons[int(typed) - 1][0], by_key=True)
            return
        if typed.isalpha() and (value := self._next_beginning_with(typed)) is not None:
            self._press(value, by_key=True)
            return
        super().keyPressEvent(event)

    def _press(self, value: Any, *, by_key: bool = False) -> None:
        button = next(button for known, _, button in self._buttons if known == value)
        # A click has switched the button already.
        is_on = not button.isChecked() if by_key else button.isChecked()
        if self._many:
            others = [known for known in self.values if known != value]
            self.choose(*others, *([value] if is_on else []))
        else:
            self.choose(*([value] if is_on else []))
        if not self.hasFocus():
            self.setFocus()
        self.changed.emit()

    def _next_beginning_with(self, letter: str) -> Any:
        beginning = [value for value, words, _ in self._buttons if words.casefold().startswith(letter.casefold())]
        if not beginning:
            return None
        chosen = [place for place, value in enumerate(beginning) if value in self.values]
        if self._many or not chosen or len(beginning) == 1:
            return beginning[0]
        return beginning[(chosen[-1] + 1) % len(beginning)]

    def _describe(self) -> None:
        words = ", ".join(words for _, words, button in self._buttons if button.isChecked())
        self.setAccessibleName(f"{self._question}: {words}" if words else self._question)

    def changeEvent(self, event: QEvent) -> None:
        """Fit again when letters get another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def _fit(self) -> None:
        tokens = current().tokens
        name = self.objectName()
        self.setStyleSheet(
            f"QFrame#{name} {{ border: 2px solid transparent; border-radius: {current().px(9)}px; }}"
            f"QFrame#{name}:focus {{ border-color: {tokens.focus}; }}"
            f"QPushButton {{ padding: 0 {current().px(9)}px; min-height: {current().px(28)}px;"
            f" max-height: {current().px(28)}px; }}"
            f"QPushButton:checked {{ background: {tokens.primary_soft}; color: {tokens.primary};"
            f" border-color: {tokens.primary}; }}"
        )
