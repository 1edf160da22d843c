"""Asking for whom forms are written, and where they go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ui.pages import members_asking
from ui.theme.theme import current
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.fields import ComboBox, Field
from ui.widgets.labels import Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """Some members for whom forms can be written."""

    key: str
    words: str
    codes: tuple[str, ...]


class FormsDialog(QDialog):
    """Asks; the page writes."""

    wanted = Signal(object, object)
    """The codes and the folder."""

    def __init__(self, audiences: Sequence[Audience], folder: Path, *, parent: QWidget | None = None) -> None:
        """Offer ``audiences``, at least one (the first is proposed), and a folder."""
        super().__init__(parent)
        self.setObjectName("formsDialog")
        self._audiences = tuple(audiences)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        self._title = Label("card", wrap=True, parent=self)
        self._help = Label("body", wrap=True, parent=self)
        self._help.set_muted(True)
        column.addWidget(self._title)
        column.addWidget(self._help)
        self.audience = ComboBox("formsFor", parent=self)
        self.audience.set_choices([(one.key, one.words) for one in self._audiences], self._audiences[0].key)
        self._for = Field(self.audience, parent=self)
        column.addWidget(self._for)
        self.folder = QLineEdit(str(folder), self)
        self.folder.setObjectName("formsFolder")
        self._field = Field(self.folder, parent=self)
        self._browse = Button("formsBrowse", "folder", parent=self)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._field, 1)
        row.addWidget(self._browse, 0, Qt.AlignmentFlag.AlignBottom)
        column.addSpacing(4)
        column.addLayout(row)
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        self.cancelling = Button("formsCancel", parent=self)
        self.writing = PrimaryButton("formsWrite", "files", parent=self)
        self.writing.setDefault(True)
        buttons.addWidget(self.cancelling)
        buttons.addWidget(self.writing)
        column.addLayout(buttons)
        self._browse.clicked.connect(self._ask_folder)
        self.cancelling.clicked.connect(self.reject)
        self.writing.clicked.connect(self._want)
        self._retranslate()
        self.setMinimumWidth(current().px(540))
        self.writing.setFocus()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Write forms"))
        self._title.setText(self.tr("Forms to send to your members"))
        self._help.setText(
            self.tr(
                "One Excel form per member, in the member's language, and a table for a mail merge. "
                "Nothing is sent from here. Who was not asked yet counts as asked when the forms are there."
            )
        )
        self._for.set_words(self.tr("For whom"))
        self._field.set_words(self.tr("Folder"))
        self._browse.setText(self.tr("Choose…"))
        self.cancelling.setText(self.tr("Cancel"))
        self.writing.setText(self.tr("Write forms"))

    def _ask_folder(self) -> None:
        chosen = members_asking.folder_for_forms(self, Path(self.folder.text()))
        if chosen is not None:
            self.folder.setText(str(chosen))

    def _want(self) -> None:
        text = self.folder.text().strip()
        if not text:
            self._field.set_complaint(self.tr("Choose a folder."))
            return
        audience = self._audiences[self.audience.currentIndex()]
        self.accept()
        self.wanted.emit(audience.codes, Path(text))
