"""Two columns of questions that are walked through with Enter: the needs' and the general ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from ui.pages.needs_typed import figure
from ui.theme.theme import current, restyle
from ui.widgets.choice_line import ChoiceLine
from ui.widgets.completion import CompletionField
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Callable
    from enum import StrEnum

    from fastmap.texts import Texts

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Questions(QWidget):
    """Label on the left, answer on the right. Enter goes on, Esc goes back, Ctrl+Enter writes down."""

    finished = Signal()
    """Enter in the last field, or Ctrl+Enter anywhere."""
    left = Signal()
    """Esc in the first field."""
    reached = Signal(object)
    """The field that has the keyboard now."""
    unclear = Signal(str)
    """A figure that is none, as typed."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin without questions."""
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._grid.setRowStretch(_LAST_ROW, 1)
        self.labels: dict[str, Label] = {}
        self.fields: dict[str, QWidget] = {}
        self._figures: set[str] = set()
        self._before_leaving: dict[str, Callable[[], bool]] = {}
        current().changed.connect(self._fit)

    # --- making -------------------------------------------------------------------------------------------------------

    def add_text(self, key: str, name: str) -> QLineEdit:
        """Ask for a text."""
        line = QLineEdit(self)
        line.setObjectName(name)
        self._add(key, line)
        return line

    def add_figure(self, key: str, name: str) -> QLineEdit:
        """Ask for a number of people."""
        line = self.add_text(key, name)
        self._figures.add(key)
        return line

    def add_completion(self, key: str, name: str, *, own_words: bool) -> CompletionField:
        """Ask for something that is found by typing; `before_leaving` settles what stands there."""
        field = CompletionField(name, allows_own_words=own_words, parent=self)
        field.chosen.connect(lambda _: self.go_on(key))
        self._add(key, field)
        return field

    def add_choice(self, key: str, name: str, *, many: bool = False) -> ChoiceLine:
        """Ask a closed question."""
        line = ChoiceLine(name, many=many, parent=self)
        self._add(key, line)
        return line

    def before_leaving(self, key: str, settle: Callable[[], bool]) -> None:
        """Ask ``settle`` whether Enter may go on from a field."""
        self._before_leaving[key] = settle

    def set_words(self, words: dict[str, str]) -> None:
        """Word the questions."""
        for key, text in words.items():
            self.labels[key].setText(text)
            field = self.fields[key]
            if isinstance(field, ChoiceLine):
                field.set_question(text)
            else:
                field.setAccessibleName(text)

    def show_question(self, key: str, *, shown: bool) -> None:
        """Ask a question, or not."""
        self.labels[key].setVisible(shown)
        self.fields[key].setVisible(shown)

    # --- walking ------------------------------------------------------------------------------------------------------

    def focus_first(self) -> None:
        """Put the keyboard into the first question without an answer that is asked, else into the first."""
        asked = self._asked()
        if asked:
            self.fields[asked[0]].setFocus()

    def focus(self, key: str) -> None:
        """Put the keyboard into one question."""
        self.fields[key].setFocus()

    def go_on(self, key: str) -> None:
        """Go on to the question after ``key``; after the last one it is written down."""
        if not self._is_settled(key):
            return
        asked = self._asked()
        place = asked.index(key)
        if place + 1 < len(asked):
            field = self.fields[asked[place + 1]]
            field.setFocus()
            if isinstance(field, QLineEdit):
                field.selectAll()
        else:
            self.finished.emit()

    def is_clear(self) -> bool:
        """Say whether every figure is one; puts the keyboard on the first that is not."""
        for key in self._figures:
            if not self._is_figure_clear(key):
                self.fields[key].setFocus()
                return False
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk with Enter and Esc; Esc never empties anything."""
        if event.type() == QEvent.Type.FocusIn:
            self.reached.emit(watched)
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        key = next((key for key, field in self.fields.items() if field is watched), None)
        if key is None or (isinstance(watched, CompletionField) and watched.wants_key(event.key())):
            return super().eventFilter(watched, event)
        if event.key() in _ENTER:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                if self._is_settled(key):
                    self.finished.emit()
            else:
                self.go_on(key)
            return True
        if event.key() == Qt.Key.Key_Escape:
            self._go_back(key)
            return True
        return super().eventFilter(watched, event)

    def _go_back(self, key: str) -> None:
        asked = self._asked()
        place = asked.index(key)
        if place:
            self.fields[asked[place - 1]].setFocus()
        else:
            self.left.emit()

    def _is_settled(self, key: str) -> bool:
        if key in self._figures:
            return self._is_figure_clear(key)
        settle = self._before_leaving.get(key)
        return settle is None or settle()

    def _is_figure_clear(self, key: str) -> bool:
        field = self.fields[key]
        assert isinstance(field, QLineEdit)  # made by `add_figure`
        _, is_clear = figure(key, field.text())
        restyle(field, wrong="false" if is_clear else "true")
        if not is_clear:
            field.selectAll()
            self.unclear.emit(field.text().strip())
        return is_clear

    def _asked(self) -> list[str]:
        return [key for key, field in self.fields.items() if not field.isHidden()]

    def _add(self, key: str, field: QWidget) -> None:
        row = len(self.fields)
        label = Label("key", wrap=True, parent=self)
        label.setBuddy(field)
        self.labels[key], self.fields[key] = label, field
        field.installEventFilter(self)
        if isinstance(field, QLineEdit) and not isinstance(field, CompletionField):
            field.setMaximumWidth(current().px(120 if key in _SHORT else 4000))
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(field, row, 1)
        self._grid.setColumnMinimumWidth(0, current().px(_LABEL_WIDTH))

    def _fit(self) -> None:
        self._grid.setColumnMinimumWidth(0, current().px(_LABEL_WIDTH))
        for key in _SHORT & self.fields.keys():
            self.fields[key].setMaximumWidth(current().px(120))


_LAST_ROW = 99
"""Takes the room that is left, so that questions stand close together."""
_LABEL_WIDTH = 176
_SHORT = frozenset({"now", "later", "far", "joint", "people"})
"""Questions answered with a number."""


def text_of(field: Any) -> str:
    """Return what stands in a line, without spaces around it."""
    return " ".join(field.text().split())


def offer_family(line: ChoiceLine, family: type[StrEnum], key: str, texts: Texts) -> None:
    """Offer a closed choice in the words of the catalogue."""
    line.set_choices([(value, texts.term(f"{key}.{value.value}")) for value in family])
