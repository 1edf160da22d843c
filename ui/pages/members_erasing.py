"""Before somebody is erased: what goes, what stays, why – and no way back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from fastmap.model.erasure import ErasureBasis
from fastmap.texts import sentence_case
from ui.widgets.buttons import Button, DangerButton
from ui.widgets.cards import clear
from ui.widgets.check_box import CheckBox
from ui.widgets.dialog_foot import dialog_foot
from ui.widgets.dialog_room import open_at
from ui.widgets.fields import ComboBox, Field
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from fastmap.texts import Texts


_MOST_MENTIONS = 100
"""Lines shown of texts to be looked at: who has more looks for the name on the pages."""


class EraseDialog(QDialog):
    """Asks; the page looks what would go, and erases."""

    looked = Signal()
    """Other words are to be looked for: the lists must be made anew."""
    erase_wanted = Signal()

    def __init__(
        self, whom: str, texts: Texts, *, needs_words: bool, finishes: bool = False, parent: QWidget | None = None
    ) -> None:
        """Speak of ``whom``; where somebody is only named in texts, nothing can be looked for before a name is typed.

        One that finishes what was begun asks neither for words nor why: both are known.
        """
        super().__init__(parent)
        self.setObjectName("eraseDialog")
        self._whom, self._needs_words, self._finishes, self._found = whom, needs_words, finishes, False
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        self._title = Label("card", wrap=True, parent=self)
        self.words = QLineEdit(self)
        self.words.setObjectName("eraseWordsTyped")
        self.words.setMaxLength(500)
        self._words = Field(self.words, parent=self)
        self.looking = Button("eraseLook", "magnifying-glass", parent=self)
        self.basis = ComboBox("eraseBasis", parent=self)
        self.basis.set_choices(
            [(one, sentence_case(texts.term(f"erasure.basis.{one}"))) for one in ErasureBasis], ErasureBasis.REQUEST
        )
        self._basis = Field(self.basis, parent=self)
        inside = QWidget(self)
        self._lists = QVBoxLayout(inside)
        self._lists.setContentsMargins(0, 0, 8, 0)
        self._lists.setSpacing(4)
        area = QScrollArea(self)
        area.setObjectName("eraseLists")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        self.scans = CheckBox("eraseScans", parent=self)
        self.scans.hide()
        self.sure = CheckBox("eraseSure", parent=self)
        self._reason = Label("secondary", wrap=True, parent=self)
        """Why the red button cannot be pressed."""
        self._reason.setObjectName("eraseReason")
        self.closing = Button("eraseClose", parent=self)
        self.erasing = DangerButton("eraseNow", "trash", parent=self)
        typed = QHBoxLayout()
        typed.addWidget(self._words, 1)
        side = QVBoxLayout()
        side.addStretch(1)
        side.addWidget(self.looking)
        typed.addLayout(side)
        column.addWidget(self._title)
        column.addLayout(typed)
        column.addWidget(self._basis)
        column.addWidget(area, 1)
        column.addWidget(self.scans)
        column.addWidget(self.sure)
        column.addLayout(dialog_foot(self.closing, self.erasing, words=self._reason))
        self.words.returnPressed.connect(self.looked)
        self.words.textEdited.connect(self._forget_lists)
        self.looking.clicked.connect(self.looked)
        self.scans.clicked.connect(self.looked)
        self.sure.toggled.connect(self._allow)
        self.closing.clicked.connect(self.reject)
        self.erasing.clicked.connect(self.erase_wanted)
        for asked in (self._words, self.looking, self._basis):
            asked.setVisible(not finishes)
        self._retranslate()
        self._allow()
        open_at(self, 780, 690)

    @property
    def typed(self) -> tuple[str, ...]:
        """Names and spellings that were typed."""
        return tuple(word.strip() for word in self.words.text().split(";") if word.strip())

    @property
    def chosen_basis(self) -> ErasureBasis:
        """Why."""
        return ErasureBasis(self.basis.currentData())

    @property
    def with_scans(self) -> bool:
        """Whether scans of others in which the letters occur go, too."""
        return self.scans.isChecked()

    def show_lists(self, goes: Sequence[str], stays: Sequence[str], *, scans: Sequence[str] = ()) -> None:
        """Say what would go and what stays; whether ``scans`` of others go, too, the person decides."""
        self._found = bool(goes)
        self.scans.setVisible(bool(scans) or self.with_scans)
        clear(self._lists)
        self._words.set_complaint("")
        for heading, lines in ((self.tr("This goes for good"), goes), (self.tr("This stays"), stays)):
            if lines:
                self._lists.addWidget(Label("heading", heading, wrap=True, parent=self))
            for line in lines:
                self._lists.addWidget(self._point(sentence_case(line)))
        self._lists.addStretch(1)
        self._allow()

    def _point(self, words: str) -> QWidget:
        """Return a line of a list; what does not fit in one line goes on below its words, not below the dot."""
        point = QWidget(self)
        row = QHBoxLayout(point)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Label("body", "•", parent=point), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label("body", words, wrap=True, parent=point), 1)
        return point

    def show_complaint(self, sentence: str) -> None:
        """Say why nothing can be erased."""
        self.show_lists((), ())
        self._words.set_complaint(sentence)

    def show_refusal(self, sentence: str) -> None:
        """Say why nothing was begun; it may be tried again."""
        self._reason.setText(sentence)

    def show_what_is_left(self, left: Sequence[str], unread: Sequence[str], mentions: Sequence[str]) -> None:
        """Say that it is done, and what a person has to look at: files, and texts that still hold the surname."""
        for asked in (self._words, self.looking, self._basis, self.scans, self.sure, self.erasing):
            asked.hide()
        self._reason.setText("")
        self._title.setText(self.tr("Erased. Please look at what is left"))
        clear(self._lists)
        for heading, about, lines in (
            (
                self.tr("Files in which the letters still occur"),
                self.tr("They may be part of another word. Look there, and delete what is not needed any more."),
                left,
            ),
            (
                self.tr("Files that could not be read or rewritten"),
                self.tr("They stay as they were. Nobody knows whether they hold the name: delete what is not needed."),
                unread,
            ),
            (
                self.tr("Texts that hold the surname"),
                self.tr(
                    "They may be about somebody else, so they stay as they are: change each that is about that person on "
                    "its own page."
                ),
                mentions,
            ),
        ):
            self._list_left(heading, about, lines)
        self._lists.addStretch(1)
        self.closing.setText(self.tr("Close"))
        self.closing.setEnabled(True)
        self.closing.setFocus()

    def _list_left(self, heading: str, about: str, lines: Sequence[str]) -> None:
        if not lines:
            return
        self._lists.addWidget(Label("heading", heading, wrap=True, parent=self))
        self._lists.addWidget(Label("body", about, wrap=True, parent=self))
        for line in lines[:_MOST_MENTIONS]:
            self._lists.addWidget(self._point(line))
        if (more := len(lines) - _MOST_MENTIONS) > 0:
            self._lists.addWidget(Label("body", self.tr("and %n more", "", more), parent=self))

    def show_busy(self) -> None:
        """Let nothing be pressed while it is done."""
        for control in (self.erasing, self.looking, self.words, self.basis, self.scans, self.sure, self.closing):
            control.setEnabled(False)
        self._reason.setText("")
        self.erasing.setText(self.tr("Erasing…"))

    def _forget_lists(self) -> None:
        """What was listed is not what would go now."""
        self._found = False
        self.scans.setChecked(False)
        self._allow()

    def _allow(self) -> None:
        self.erasing.setEnabled(self._found and self.sure.isChecked())
        self._reason.setText(self._why_not())

    def _why_not(self) -> str:
        if not self._found:
            return self.tr("Look first what would go.")
        return "" if self.sure.isChecked() else self.tr("Tick first that you know it cannot be undone.")

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Erase for good"))
        if self._finishes:
            self._title.setText(self.tr("Finish an erasure that was begun"))
        else:
            self._title.setText(self.tr("Erase {whom} for good").replace("{whom}", self._whom))
        if self._needs_words:
            self._words.set_words(self.tr("Name, and other spellings"), self.tr("Separate them with a semicolon."))
        else:
            self._words.set_words(
                self.tr("Other spellings to look for"), self.tr("For example A. Ruiz; separate them with a semicolon.")
            )
        self.looking.setText(self.tr("Look"))
        self._basis.set_words(self.tr("Why"), self.tr("Kept in the file as a proof, without any name."))
        self.scans.setText(self.tr("Remove the scans of others that are named here, too"))
        self.sure.setText(self.tr("I know that this cannot be undone"))
        self.closing.setText(self.tr("Cancel"))
        self.erasing.setText(self.tr("Erase for good"))
