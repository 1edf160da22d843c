"""Asking before a file is closed that could not take what was changed: the last moment to save it elsewhere."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtWidgets import QMessageBox, QWidget

from ui.plain_text import isolated
from ui.widgets.question import Question


class Leaving(Enum):
    """What a person answers."""

    COPY = auto()
    WITHOUT = auto()
    STAY = auto()


class UnsavedQuestion(Question):
    """Three answers; Return means a copy and Esc to stay, so that nothing is lost by a key."""

    def __init__(self, file: str, count: int, *, parent: QWidget) -> None:
        """Ask about ``count`` changes that ``file`` could not take."""
        super().__init__("unsavedBox", parent=parent)
        self.copying = self.addButton("", QMessageBox.ButtonRole.AcceptRole)
        self.copying.setObjectName("unsavedBoxCopy")
        self.setDefaultButton(self.copying)
        self.set_words(
            self.tr("Not saved"),
            self.tr("%n change(s) could not be saved in {file}.", "", count).replace("{file}", isolated(file)),
            self.tr("A copy saved in another place gets all of it. Without a copy, what could not be saved is gone."),
            yes=self.tr("Close without it"),
            no=self.tr("Go on working"),
        )
        self.copying.setText(self.tr("Save a copy…"))

    def answer(self) -> Leaving:
        """Ask; return what is to be done."""
        if self.is_meant():
            return Leaving.WITHOUT
        return Leaving.COPY if self.clickedButton() is self.copying else Leaving.STAY
