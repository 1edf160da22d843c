"""Fields: combo box with a caret of ours, search field, and a field with its label, hint and complaint."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyle, QStyleOptionComboBox, QVBoxLayout, QWidget

from ui.theme import icons
from ui.theme.theme import current, restyle
from ui.widgets.labels import Label

_GLASS, _GLASS_LEFT = 16, 11
_BESIDE_WORDS = 12


class ComboBox(QComboBox):
    """A closed choice. The wheel scrolls the page, it does not choose."""

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        """Carry the object name ``name``."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_choices(self, choices: list[tuple[object, str]], chosen: object = None) -> None:
        """Offer (value, words); choose ``chosen``, or nothing where it is not among them. Emits nothing."""
        blocked = self.blockSignals(True)
        self.clear()
        for value, words in choices:
            self.addItem(words, value)
        self.blockSignals(blocked)
        self.choose(chosen)

    def choose(self, value: object) -> None:
        """Show ``value`` as chosen without emitting anything."""
        blocked = self.blockSignals(True)
        places = [place for place in range(self.count()) if self.itemData(place) == value]
        self.setCurrentIndex(places[0] if places else -1)
        self.blockSignals(blocked)

    def sizeHint(self) -> QSize:
        """Ask for room for the longest words: Qt counts the place of the caret, but not all that lies around words."""
        hint = super().sizeHint()
        return QSize(hint.width() + current().px(_BESIDE_WORDS), hint.height())

    def minimumSizeHint(self) -> QSize:
        """Ask for as much more as `sizeHint` does."""
        hint = super().minimumSizeHint()
        return QSize(hint.width() + current().px(_BESIDE_WORDS), hint.height())

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:  # noqa: N802 - Qt's name
        """Cut the words to the room there is, with an ellipsis; all of them stand in the list."""
        super().initStyleOption(option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        option.currentText = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, max(field.width() - 2, 1)
        )

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, then the caret that the style sheet cannot draw."""
        super().paintEvent(event)
        size = current().px(14)
        painter = QPainter(self)
        place = QRectF(self.width() - size - current().px(9), (self.height() - size) / 2, size, size)
        colour = current().colour("text2" if self.isEnabled() else "line_strong")
        icons.paint_icon(painter, place, "caret-down", colour)
        painter.end()


class SearchField(QLineEdit):
    """Filters what is below while one types; Esc empties it."""

    wanted = Signal(str)
    """The text to filter by, without spaces around it."""

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        """Carry the object name ``name``."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setClearButtonEnabled(True)
        self.textChanged.connect(self._announce)
        current().changed.connect(self._fit)
        self._fit()

    def set_words(self, words: str) -> None:
        """Say what can be searched: placeholder and accessible name."""
        self.setPlaceholderText(words)
        self.setAccessibleName(words)

    def sizeHint(self) -> QSize:
        """Ask for room for the words that say what can be searched."""
        hint = super().sizeHint()
        words = self.fontMetrics().horizontalAdvance(self.placeholderText()) + current().px(_GLASS + 6 + 2 * 9 + 10)
        return QSize(max(hint.width(), words), hint.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the field with Esc."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, then the glass: an action of Qt's would sit below the middle of a field that is padded."""
        super().paintEvent(event)
        size = current().px(_GLASS)
        painter = QPainter(self)
        place = QRectF(current().px(_GLASS_LEFT), (self.height() - size) / 2, size, size)
        icons.paint_icon(painter, place, "magnifying-glass", current().colour("text2"))
        painter.end()

    def _announce(self, text: str) -> None:
        self.wanted.emit(text.strip())

    def _fit(self) -> None:
        self.setTextMargins(current().px(_GLASS + 6), 0, 0, 0)


class Field(QWidget):
    """A label above a control, with a hint or a complaint below it."""

    def __init__(self, control: QWidget, *, parent: QWidget | None = None) -> None:
        """Frame ``control``; give it words with `set_words`."""
        super().__init__(parent)
        self.control = control
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.label = Label("key", wrap=True, parent=self)
        self.label.setBuddy(control)
        self.hint = Label("secondary", wrap=True, parent=self)
        column.addWidget(self.label)
        column.addWidget(control)
        column.addWidget(self.hint)
        self._hint = ""
        self.set_complaint("")

    def set_words(self, label: str, hint: str = "") -> None:
        """Name the field, and say below it what it is for."""
        self.label.setText(label)
        self.control.setAccessibleName(label)
        self._hint = hint
        self.set_complaint("")

    def set_complaint(self, sentence: str) -> None:
        """Say what is wrong with the entry, or nothing."""
        self.hint.setText(sentence or self._hint)
        self.hint.setVisible(bool(sentence or self._hint))
        self.control.setAccessibleDescription(sentence or self._hint)
        restyle(self.control, wrong="true" if sentence else "false")
        restyle(self.hint, complaint="true" if sentence else "false")
