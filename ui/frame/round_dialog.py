"""Starting the next round: from which file, what it is called, and where its own file goes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.frame import asking
from ui.theme.theme import current
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.dialog_foot import dialog_foot
from ui.widgets.fields import Field
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from fastmap.errors import FastmapError
    from fastmap.texts import Texts

_FIELD_OF = {"round_without_label": "label", "round_label_taken": "label", "file_exists": "file", "file_missing": "old"}


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRound:
    """What a person entered."""

    old: Path
    label: str
    path: Path


class RoundDialog(QDialog):
    """Asks; the window makes the file, and comes back with `show_error` where that failed."""

    wanted = Signal(object)
    """The `NewRound` to make."""

    def __init__(self, old: Path | None, label: str, folder: Path, *, parent: QWidget | None = None) -> None:
        """Propose the round ``label`` after the file ``old``; look for files in ``folder``."""
        super().__init__(parent)
        self.setObjectName("roundDialog")
        self._folder = folder
        self._proposed = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        self._title = Label("card", wrap=True, parent=self)
        column.addWidget(self._title)
        self.old = self._line("roundOld", "" if old is None else str(old))
        self.label = self._line("roundLabel", label)
        self.label.setMaxLength(80)
        self.file = self._line("roundFile", "")
        self._fields = {
            "old": Field(self.old, parent=self),
            "label": Field(self.label, parent=self),
            "file": Field(self.file, parent=self),
        }
        self._choosing = Button("roundChooseOld", "folder-open", parent=self)
        self._placing = Button("roundChooseFile", "folder", parent=self)
        column.addWidget(self._beside("old", self._choosing))
        column.addWidget(self._fields["label"])
        column.addWidget(self._beside("file", self._placing))
        self._promise = Label("secondary", wrap=True, parent=self)
        column.addWidget(self._promise)
        self._problem = Label("body", wrap=True, parent=self)
        self._problem.setProperty("complaint", "true")
        self._problem.setObjectName("roundProblem")
        self._problem.hide()
        column.addWidget(self._problem)
        column.addStretch(1)
        self.cancelling = Button("roundCancel", parent=self)
        self.making = PrimaryButton("roundMake", "plus", parent=self)
        self.making.setDefault(True)
        column.addLayout(dialog_foot(self.cancelling, self.making))
        self.old.textChanged.connect(self._propose)
        self.label.textChanged.connect(self._propose)
        self._choosing.clicked.connect(self._ask_old)
        self._placing.clicked.connect(self._ask_place)
        self.cancelling.clicked.connect(self.reject)
        self.making.clicked.connect(self._want)
        # Both at once: Qt would complete the height with -1 while the layout knows none yet.
        self.setMinimumSize(current().px(560), 0)
        self._retranslate()
        self._propose()
        (self.label if old is not None else self._choosing).setFocus()

    def show_error(self, error: FastmapError, texts: Texts) -> None:
        """Say what is to be mended, at its field where it has one."""
        self.set_busy(False)
        words = texts.say(error.message)
        if (key := _FIELD_OF.get(error.code)) is not None:
            self._fields[key].set_complaint(words)
        else:
            self._problem.setText(words)
            self._problem.show()

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001 - a setter
        """Take nothing while the file is made."""
        self.making.setEnabled(not busy)

    def _line(self, name: str, text: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setObjectName(name)
        line.setText(text)
        return line

    def _beside(self, key: str, button: Button) -> QWidget:
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._fields[key], 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        return holder

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("New round"))
        self._title.setText(self.tr("Which round comes next, and after which?"))
        self._fields["old"].set_words(self.tr("File of the last round"))
        self._fields["label"].set_words(self.tr("Name of the new round"), self.tr("For example the year."))
        self._fields["file"].set_words(self.tr("File of the new round"))
        self._promise.setText(
            self.tr(
                "The file of the last round is only read. Members with their codes, partners, offers, actions, skills and "
                "decisions about texts come along; everybody counts as not asked. Contact persons come along as long as their consent holds."
            )
        )
        self._choosing.setText(self.tr("Choose…"))
        self._placing.setText(self.tr("Choose…"))
        self._choosing.setAccessibleName(self.tr("Choose the file of the last round"))
        self._placing.setAccessibleName(self.tr("Choose where the new round goes"))
        self.cancelling.setText(self.tr("Cancel"))
        self.making.setText(self.tr("Start round"))

    def _propose(self) -> None:
        """Name the new file after the old one and the round, as long as nobody named it otherwise."""
        self._fields["old"].set_complaint("")
        if self.file.text() != self._proposed or not self.old.text().strip():
            return
        old = Path(self.old.text().strip())
        safe = "".join(letter if letter.isalnum() or letter in "-_" else " " for letter in self.label.text())
        stem = " ".join(f"{_without_year(old.stem)} {safe}".split())
        self._proposed = str(asking.not_taken(old.with_name(f"{stem}{asking.SUFFIX}")))
        self.file.setText(self._proposed)

    def _ask_old(self) -> None:
        path = asking.file_to_open(self, Path(self.old.text()).parent if self.old.text() else self._folder)
        if path is not None:
            self.old.setText(str(path))

    def _ask_place(self) -> None:
        path = asking.place_to_save(self, self.tr("Where should the new round go?"), Path(self.file.text()))
        if path is not None:
            self.file.setText(str(path))

    def _want(self) -> None:
        for field in self._fields.values():
            field.set_complaint("")
        self._problem.hide()
        if not self.old.text().strip():
            self._fields["old"].set_complaint(self.tr("Choose the file of the last round."))
            return
        wish = NewRound(
            old=Path(self.old.text().strip()),
            label=self.label.text(),
            path=asking.as_assessment(Path(self.file.text().strip())),
        )
        self.set_busy(True)
        self.wanted.emit(wish)


def _without_year(stem: str) -> str:
    """Return a file's name without the year at its end: the next round brings its own."""
    words = stem.split()
    return " ".join(words[:-1]) if len(words) > 1 and words[-1].isdecimal() else stem
