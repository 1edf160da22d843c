"""What is in the vocabulary of this computer, and how to add a language or a newer version of ESCO."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ui.pages.needs_words import withdrawn_words
from ui.translating import locale
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.dialog_foot import dialog_foot
from ui.widgets.dialog_room import open_at
from ui.widgets.labels import Label
from ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from collections.abc import Callable

    from fastmap.texts import Texts
    from ui.pages.needs_vocabulary import VocabularyStatus

_NAMED = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """One source in one language, in words."""

    key: str
    source: str
    version: str
    language: str
    skills: int
    names: int
    meaning: str


class VocabularyDialog(QDialog):
    """A table of what is loaded; loading goes on in the page behind it."""

    load_wanted = Signal()

    def __init__(
        self, status: VocabularyStatus, texts: Texts, languages: Callable[[str], str], *, parent: QWidget
    ) -> None:
        """Show ``status``; ``languages`` names a language."""
        super().__init__(parent)
        self.setObjectName("vocabularyDialog")
        self.setWindowTitle(self.tr("Vocabulary of skills"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(Label("card", self.tr("Vocabulary of skills"), wrap=True, parent=self))
        about = Label(
            "body",
            self.tr(
                "What firms write is looked up in these names. It is kept on this computer, once for all assessments; an "
                "assessment holds copies of the skills that it uses. Packages of ESCO come from esco.ec.europa.eu, one per "
                "language; a newer version replaces the older one of its language."
            ),
            wrap=True,
            parent=self,
        )
        about.set_muted(True)
        column.addWidget(about)
        self.table = DataTable("vocabularyTable", _columns(), lambda row: row.key, select_rows=True, parent=self)
        self.table.set_titles(
            {
                "source": self.tr("Source"),
                "version": self.tr("Version"),
                "language": self.tr("Language"),
                "skills": self.tr("Skills"),
                "names": self.tr("Names"),
                "meaning": self.tr("Meaning"),
            }
        )
        self.table.set_words(self.tr("What is loaded"))
        self.table.set_rows(self._rows(status, texts, languages))
        column.addWidget(self.table, 1)
        self.withdrawn = Label("body", wrap=True, parent=self)
        self.withdrawn.setObjectName("vocabularyWithdrawn")
        self.withdrawn.setVisible(bool(status.withdrawn))
        self.withdrawn.setText(self._withdrawn(status))
        column.addWidget(self.withdrawn)
        self.closing = Button("vocabularyClose", parent=self)
        self.closing.setText(self.tr("Close"))
        self.loading = PrimaryButton("vocabularyLoad", "file-arrow-down", parent=self)
        self.loading.setText(self.tr("Load ESCO…"))
        column.addLayout(dialog_foot(self.closing, self.loading))
        self.closing.clicked.connect(self.reject)
        self.loading.clicked.connect(self._load)
        open_at(self, 760, 460)
        self.closing.setFocus()

    def _rows(self, status: VocabularyStatus, texts: Texts, languages: Callable[[str], str]) -> list[SourceRow]:
        meanings = {line.language: line for line in status.meanings}
        rows = []
        for line in status.sources:
            meaning = meanings.get(line.language)
            if not status.meanings:
                words = self.tr("not installed")
            elif meaning is None:
                words = self.tr("by spelling alone")
            elif meaning.is_ready:
                words = self.tr("ready")
            else:
                ready, skills = (locale().toString(number) for number in (meaning.ready, meaning.skills))
                words = self.tr("{ready} of {skills}").replace("{ready}", ready).replace("{skills}", skills)
            source = texts.term(f"skill_source.{line.source}")
            rows.append(
                SourceRow(
                    key=f"{line.source}/{line.language}",
                    source=source[:1].upper() + source[1:],
                    version=line.version or self.tr("not told"),
                    language=languages(line.language),
                    skills=line.skills,
                    names=line.labels,
                    meaning=words,
                )
            )
        return rows

    def _withdrawn(self, status: VocabularyStatus) -> str:
        words = self.tr(
            "%n skill(s) of this assessment are in no loaded version of ESCO any more. Their needs stay where they are: "
            "{names}.",
            "",
            len(status.withdrawn),
        )
        return words.replace("{names}", withdrawn_words(status.withdrawn, _NAMED))

    def _load(self) -> None:
        self.accept()
        self.load_wanted.emit()


def _columns() -> tuple[Column[SourceRow], ...]:
    return (
        Column[SourceRow](key="source", text=lambda row: row.source, role="key", stretch=True),
        Column[SourceRow](key="version", text=lambda row: row.version, width=90),
        Column[SourceRow](key="language", text=lambda row: row.language, width=120),
        Column[SourceRow](
            key="skills",
            text=lambda row: locale().toString(row.skills),
            sort=lambda row: row.skills,
            numeric=True,
            width=90,
        ),
        Column[SourceRow](
            key="names",
            text=lambda row: locale().toString(row.names),
            sort=lambda row: row.names,
            numeric=True,
            width=100,
        ),
        Column[SourceRow](key="meaning", text=lambda row: row.meaning, role="secondary", width=150),
    )
