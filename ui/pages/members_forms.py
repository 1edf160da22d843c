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
from ui.plain_text import isolated
from ui.theme.theme import current
from ui.widgets.buttons import Button, LinkButton, PrimaryButton
from ui.widgets.check_box import CheckBox
from ui.widgets.dialog_foot import dialog_foot
from ui.widgets.fields import ComboBox, Field
from ui.widgets.labels import Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """Some members for whom forms can be written."""

    key: str
    words: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormsWish:
    """What forms somebody wants."""

    codes: tuple[str, ...]
    folder: Path
    language: str | None = None
    """``None``: each member's own."""
    previous: Path | None = None
    """The file of the round before, if its needs are to be filled in."""
    paper: bool = False


class FormsDialog(QDialog):
    """Asks; the page writes."""

    wanted = Signal(object)
    """A `FormsWish`."""

    def __init__(
        self,
        audiences: Sequence[Audience],
        folder: Path,
        languages: Sequence[tuple[str, str]],
        *,
        previous: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Offer ``audiences``, at least one (the first is proposed), a folder and ``languages`` (code, name).

        ``previous`` is the file of the round before, where it is known and there.
        """
        super().__init__(parent)
        self.setObjectName("formsDialog")
        self._audiences = tuple(audiences)
        self._previous = previous
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        self._title = Label("card", wrap=True, parent=self)
        self._help = Label("body", wrap=True, parent=self)
        self._help.set_muted(True)
        column.addWidget(self._title)
        column.addWidget(self._help)
        column.addLayout(self._whom_row(languages))
        column.addSpacing(4)
        column.addLayout(self._folder_row(folder))
        column.addSpacing(4)
        self.paper = CheckBox("formsPaper", parent=self)
        column.addWidget(self.paper)
        column.addLayout(self._earlier_row())
        self._last_help = Label("secondary", wrap=True, parent=self)
        column.addWidget(self._last_help)
        column.addStretch(1)
        self.cancelling = Button("formsCancel", parent=self)
        self.writing = PrimaryButton("formsWrite", "files", parent=self)
        self.writing.setDefault(True)
        column.addLayout(dialog_foot(self.cancelling, self.writing))
        self._browse.clicked.connect(self._ask_folder)
        self.earlier.toggled.connect(self._want_earlier)
        self.choosing.clicked.connect(self._ask_previous)
        self.cancelling.clicked.connect(self.reject)
        self.writing.clicked.connect(self._want)
        self._retranslate()
        self.setMinimumWidth(current().px(540))
        self.writing.setFocus()

    def _whom_row(self, languages: Sequence[tuple[str, str]]) -> QHBoxLayout:
        self.audience = ComboBox("formsFor", parent=self)
        self.audience.set_choices([(one.key, one.words) for one in self._audiences], self._audiences[0].key)
        self._for = Field(self.audience, parent=self)
        self.language = ComboBox("formsLanguage", parent=self)
        self.language.set_choices([(None, self.tr("Each member's own")), *languages], None)
        self.language.setCurrentIndex(0)
        self._language = Field(self.language, parent=self)
        pair = QHBoxLayout()
        pair.setSpacing(12)
        pair.addWidget(self._for, 1)
        pair.addWidget(self._language, 1)
        return pair

    def _folder_row(self, folder: Path) -> QHBoxLayout:
        self.folder = QLineEdit(str(folder), self)
        self.folder.setObjectName("formsFolder")
        self._field = Field(self.folder, parent=self)
        self._browse = Button("formsBrowse", "folder", parent=self)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._field, 1)
        row.addWidget(self._browse, 0, Qt.AlignmentFlag.AlignBottom)
        return row

    def _earlier_row(self) -> QHBoxLayout:
        self.earlier = CheckBox("formsEarlier", parent=self)
        self.earlier.setChecked(self._previous is not None)
        self.choosing = LinkButton("formsPrevious", "folder", parent=self)
        last = QHBoxLayout()
        last.setSpacing(8)
        last.addWidget(self.earlier)
        last.addWidget(self.choosing)
        last.addStretch(1)
        return last

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Write forms"))
        self._title.setText(self.tr("Forms to send to your members"))
        self._help.setText(
            self.tr(
                "One Excel form per member and a table for a mail merge, each in the member's language. "
                "Nothing is sent from here. Who was not asked yet counts as asked when the forms are there."
            )
        )
        self._for.set_words(self.tr("For whom"))
        self._language.set_words(self.tr("Language of the forms"))
        self._field.set_words(self.tr("Folder"))
        self.paper.setText(self.tr("Also a PDF of each form, to print and fill in by hand"))
        self._show_previous()
        self._browse.setText(self.tr("Choose…"))
        self.cancelling.setText(self.tr("Cancel"))
        self.writing.setText(self.tr("Write forms"))

    def _show_previous(self) -> None:
        self.earlier.setText(self.tr("Fill in last round's needs from"))
        self.choosing.setText(
            isolated(self._previous.name) if self._previous is not None else self.tr("Choose a file…")
        )
        self._last_help.setText(
            self.tr(
                "Skill, job and level come marked as last time's; figures are asked anew. Untouched lines do not count."
            )
        )
        self._last_help.setVisible(self.earlier.isChecked())

    def _want_earlier(self, wanted: bool) -> None:  # noqa: FBT001 - Qt's signal
        if wanted and self._previous is None:
            self._ask_previous()
        self._show_previous()

    def _ask_previous(self) -> None:
        chosen = members_asking.previous_round(self, Path(self.folder.text()).parent)
        if chosen is not None:
            self._previous = chosen
        self.earlier.setChecked(self._previous is not None)
        self._show_previous()

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
        self.wanted.emit(
            FormsWish(
                codes=audience.codes,
                folder=Path(text),
                language=self.language.currentData(),
                previous=self._previous if self.earlier.isChecked() else None,
                paper=self.paper.isChecked(),
            )
        )
