"""One question before something that a person may not mean: what it is, what follows from it, yes or rather not."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget

from ui.theme.theme import restyle


class Question(QMessageBox):
    """Return and Esc both mean no: only the button itself says yes."""

    def __init__(self, name: str, *, parent: QWidget) -> None:
        """Carry the object name ``name``; give it words with `set_words`."""
        super().__init__(parent)
        self.setObjectName(name)
        self._yes = self.addButton("", QMessageBox.ButtonRole.DestructiveRole)
        self._yes.setObjectName(f"{name}Yes")
        restyle(self._yes, look="danger")
        self._no = self.addButton("", QMessageBox.ButtonRole.RejectRole)
        self._no.setObjectName(f"{name}No")
        self.setDefaultButton(self._no)
        self.setEscapeButton(self._no)

    def set_words(self, title: str, question: str, consequence: str, *, yes: str, no: str) -> None:
        """Say what is asked, and what each answer is called."""
        self.setWindowTitle(title)
        self.setText(question)
        self.setInformativeText(consequence)
        self._yes.setText(yes)
        self._no.setText(no)

    def is_meant(self) -> bool:
        """Ask; return whether the answer was yes."""
        self.exec()
        self.deleteLater()
        return self.clickedButton() is self._yes
