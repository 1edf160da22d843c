"""Beginning the kiosk: what it is, and the PIN with which the team gets the laptop back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.theme.theme import current
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.fields import Field
from ui.widgets.labels import Label

_WIDTH = 520


class KioskDialog(QDialog):
    """Asks for a PIN of four to eight digits."""

    begun = Signal(str)
    """The PIN."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.setObjectName("kioskDialog")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        self._title = Label("card", wrap=True, parent=self)
        self._words = Label("body", wrap=True, parent=self)
        self._limits = Label("secondary", wrap=True, parent=self)
        self.pin = QLineEdit(self)
        self.pin.setObjectName("kioskNewPin")
        self.pin.setValidator(QRegularExpressionValidator("[0-9]{0,8}", self.pin))
        self.pin.textChanged.connect(self._allow)
        self._field = Field(self.pin, parent=self)
        for widget in (self._title, self._words, self._limits, self._field):
            column.addWidget(widget)
        row = QHBoxLayout()
        row.addStretch(1)
        self._cancel = Button("kioskCancelDialog", parent=self)
        self._cancel.clicked.connect(self.reject)
        self.beginning = PrimaryButton("kioskStart", "monitor", parent=self)
        self.beginning.setDefault(True)
        self.beginning.clicked.connect(self._begin)
        row.addWidget(self._cancel)
        row.addWidget(self.beginning)
        column.addLayout(row)
        self._retranslate()
        self._allow()
        self.setMinimumWidth(current().px(_WIDTH))
        self.pin.setFocus()

    def _allow(self) -> None:
        self.beginning.setEnabled(len(self.pin.text()) >= 4)

    def _begin(self) -> None:
        self.accept()
        self.begun.emit(self.pin.text())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Fill in on this computer"))
        self._title.setText(self.tr("One firm after another fills in the form on this screen"))
        self._words.setText(
            self.tr(
                "The form takes the whole screen and shows nothing of other firms. After 90 seconds without a touch it is "
                "emptied. Only the PIN leads back to your work."
            )
        )
        self._limits.setText(
            self.tr(
                "It keeps honest guests apart, not somebody who takes the computer over: stay near it. If you forget the "
                "PIN, switch the computer off; every answer that was sent is safe."
            )
        )
        self._field.set_words(self.tr("PIN to leave"), self.tr("Four to eight digits, for this time only."))
        self._cancel.setText(self.tr("Cancel"))
        self.beginning.setText(self.tr("Begin"))
