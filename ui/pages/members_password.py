"""Asking for a password: twice for a new copy, once for one that exists."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.dialog_foot import dialog_foot
from ui.widgets.dialog_room import open_at
from ui.widgets.fields import Field
from ui.widgets.labels import Label


class PasswordDialog(QDialog):
    """Asks; whoever opened it writes or reads the copy, and comes back with `show_complaint` where that failed."""

    entered = Signal(str)

    def __init__(self, file: str, *, is_new: bool, parent: QWidget | None = None) -> None:
        """Ask for the password of ``file``."""
        super().__init__(parent)
        self.setObjectName("passwordDialog")
        self._is_new = is_new
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        self._title = Label("card", file, wrap=True, parent=self)
        self._help = Label("body", wrap=True, parent=self)
        self._help.set_muted(True)
        self.first = self._line("passwordFirst")
        self.again = self._line("passwordAgain")
        self._first, self._again = Field(self.first, parent=self), Field(self.again, parent=self)
        self._again.setVisible(is_new)
        self.closing = Button("passwordClose", parent=self)
        self.taking = PrimaryButton("passwordTake", parent=self)
        for widget in (self._title, self._help, self._first, self._again):
            column.addWidget(widget)
        column.addStretch(1)
        column.addLayout(dialog_foot(self.closing, self.taking))
        self.closing.clicked.connect(self.reject)
        self.taking.clicked.connect(self._take)
        self.taking.setDefault(True)
        self._retranslate()
        open_at(self, 480, 300)

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setObjectName(name)
        line.setEchoMode(QLineEdit.EchoMode.Password)
        line.setMaxLength(1000)
        return line

    def _take(self) -> None:
        if self._is_new and self.first.text() != self.again.text():
            self._again.set_complaint(self.tr("The two passwords are not the same."))
            return
        self._again.set_complaint("")
        self.entered.emit(self.first.text())

    def show_complaint(self, sentence: str) -> None:
        """Say why the password was not taken."""
        self._first.set_complaint(sentence)
        self.first.selectAll()
        self.first.setFocus()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Password"))
        if self._is_new:
            self._help.setText(
                self.tr(
                    "Whoever knows the password can open the copy, nobody else – and nobody can recover it. Tell it on another way than you send the copy."
                )
            )
            self._first.set_words(self.tr("Password"), self.tr("At least 12 characters; four words in a row are good."))
            self._again.set_words(self.tr("Once more"))
            self.taking.setText(self.tr("Save the copy"))
        else:
            self._help.setText(
                self.tr("What the copy holds is written to a new file, which is not encrypted any more.")
            )
            self._first.set_words(self.tr("Password"))
            self.taking.setText(self.tr("Open the copy"))
        self.closing.setText(self.tr("Cancel"))
