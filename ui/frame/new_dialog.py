"""Beginning a new assessment: whose it is, where the cluster is, in which language, and where the file goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.frame import asking
from ui.theme.theme import current
from ui.translating import REPORT_LANGUAGES
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.dialog_foot import dialog_foot
from ui.widgets.fields import ComboBox, Field
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from fastmap.errors import FastmapError
    from fastmap.texts import Texts

_FIELD_OF = {
    "profile.no_name": "name",
    "profile.unknown_country": "country",
    "profile.unknown_language": "language",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAssessment:
    """What a person entered."""

    name: str
    country: str
    language: str
    path: Path


class NewDialog(QDialog):
    """Asks; the window makes the file, and comes back with `show_error` where that failed."""

    wanted = Signal(object)
    """The `NewAssessment` to make."""

    def __init__(
        self, countries: Sequence[tuple[str, str]], language: str, folder: Path, *, parent: QWidget | None = None
    ) -> None:
        """Offer ``countries`` (code, name); propose ``language`` and a file in ``folder``."""
        super().__init__(parent)
        self.setObjectName("newDialog")
        self._folder = folder
        self._proposed = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        self._title = Label("card", wrap=True, parent=self)
        column.addWidget(self._title)
        self.name = QLineEdit(self)
        self.name.setObjectName("newName")
        self.name.setMaxLength(300)
        self.country = ComboBox("newCountry", parent=self)
        self.country.set_choices(list(countries), None)
        self.language = ComboBox("newLanguage", parent=self)
        self.language.set_choices([(code, name) for code, name in REPORT_LANGUAGES.items()], language)
        self.file = QLineEdit(self)
        self.file.setObjectName("newFile")
        self._place = QWidget(self)
        place = QHBoxLayout(self._place)
        place.setContentsMargins(0, 0, 0, 0)
        place.setSpacing(8)
        self._browse = Button("newBrowse", "folder", parent=self)
        self._fields = {
            "name": Field(self.name, parent=self),
            "country": Field(self.country, parent=self),
            "language": Field(self.language, parent=self),
            "file": Field(self.file, parent=self),
        }
        for key in ("name", "country", "language"):
            column.addWidget(self._fields[key])
        place.addWidget(self._fields["file"], 1)
        place.addWidget(self._browse, 0, Qt.AlignmentFlag.AlignBottom)
        column.addWidget(self._place)
        self._promise = Label("secondary", wrap=True, parent=self)
        column.addWidget(self._promise)
        self._problem = Label("body", wrap=True, parent=self)
        self._problem.setProperty("complaint", "true")
        self._problem.setObjectName("newProblem")
        self._problem.hide()
        column.addWidget(self._problem)
        column.addStretch(1)
        self.cancelling = Button("newCancel", parent=self)
        self.making = PrimaryButton("newMake", "plus", parent=self)
        self.making.setDefault(True)
        column.addLayout(dialog_foot(self.cancelling, self.making))
        self.name.textChanged.connect(self._propose_file)
        self.country.currentIndexChanged.connect(lambda: self._fields["country"].set_complaint(""))
        self._browse.clicked.connect(self._ask_place)
        self.cancelling.clicked.connect(self.reject)
        self.making.clicked.connect(self._want)
        self.name.returnPressed.connect(self._want)
        # Both at once: Qt would complete the height with -1 while the layout knows none yet.
        self.setMinimumSize(current().px(520), 0)
        self._retranslate()
        self._propose_file("")
        self.name.setFocus()

    def show_error(self, error: FastmapError, texts: Texts) -> None:
        """Say what is to be mended, at its field where it has one."""
        problems = error.facts.get("problems")
        unplaced = []
        for problem in problems if isinstance(problems, tuple) else ():
            key = _FIELD_OF.get(getattr(problem, "key", ""))
            if key == "country" and self.country.currentIndex() < 0:
                self._fields[key].set_complaint(self.tr("Choose the country."))
            elif key is None:
                unplaced.append(texts.fact(problem))
            else:
                self._fields[key].set_complaint(_as_sentence(texts.fact(problem)))
        if problems is None or unplaced:
            self._problem.setText(texts.say(error.message) if problems is None else _as_sentence("; ".join(unplaced)))
            self._problem.show()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("New assessment"))
        self._title.setText(self.tr("Whose skills are we mapping?"))
        self._fields["name"].set_words(self.tr("Name of the cluster"))
        self._fields["country"].set_words(self.tr("Country"))
        self._fields["language"].set_words(
            self.tr("Language of forms and report"), self.tr("The language of the screen can differ.")
        )
        self._fields["file"].set_words(self.tr("File"))
        self._promise.setText(self.tr("One assessment is one file. Every change is saved in it at once."))
        self._browse.setText(self.tr("Choose…"))
        self.cancelling.setText(self.tr("Cancel"))
        self.making.setText(self.tr("Make assessment"))

    def _propose_file(self, name: str) -> None:
        """Name the file after the cluster, as long as nobody named it otherwise."""
        if self.file.text() != self._proposed:
            return
        safe = "".join(letter if letter.isalnum() or letter in " -_" else " " for letter in name)
        stem = " ".join(safe.split())[:60].strip() or self.tr("Assessment")
        self._proposed = str(asking.not_taken(self._folder / f"{stem}{asking.SUFFIX}"))
        self.file.setText(self._proposed)

    def _ask_place(self) -> None:
        path = asking.place_to_save(self, self.tr("Where should the new assessment go?"), Path(self.file.text()))
        if path is not None:
            self.file.setText(str(path))

    def _want(self) -> None:
        for field in self._fields.values():
            field.set_complaint("")
        self._problem.hide()
        self.wanted.emit(
            NewAssessment(
                name=self.name.text(),
                country=str(self.country.currentData() or ""),
                language=str(self.language.currentData()),
                path=asking.as_assessment(Path(self.file.text().strip())),
            )
        )


def countries_in(language: str) -> list[tuple[str, str]]:
    """Return code and name of every country in ``language``, by name, Europe's clusters first in mind: all of them."""
    from babel import Locale

    from fastmap.tasks.starting import NO_COUNTRIES

    names = Locale(language).territories
    found = [(code, str(name)) for code, name in names.items() if len(code) == 2 and code.isalpha()]
    return sorted(((c, n) for c, n in found if c not in NO_COUNTRIES), key=lambda entry: entry[1].casefold())


def _as_sentence(words: str) -> str:
    return words[:1].upper() + words[1:] + ("" if words.endswith(".") else ".")
