"""What a pasted or imported list would add and change, shown before anything is recorded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractItemView, QDialog, QVBoxLayout, QWidget

from fastmap.model.choices import MemberKind, MemberStatus, SmeStatus
from ui.theme.theme import current
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.dialog_foot import dialog_foot
from ui.widgets.dialog_room import open_at
from ui.widgets.labels import Label
from ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from fastmap.intake.table_members import MembersOutcome
    from fastmap.model.responses import Problem
    from fastmap.tasks.membership import MemberChange
    from fastmap.texts import Texts
    from ui.pages.members_presenter import MemberWords

_PROBLEM_ROWS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """One member that would be added or changed, in words."""

    code: str
    name: str
    is_new: bool
    what: str
    changes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemRow:
    """One cell that was not understood, in words."""

    number: int
    place: str
    column: str
    found: str
    done: str


def change_rows(
    changes: Sequence[MemberChange], titles: Mapping[str, str], words: MemberWords, texts: Texts
) -> list[ChangeRow]:
    """Return changes in words; ``titles`` are those of the columns."""

    def shown(value: object) -> str:
        if isinstance(value, MemberKind):
            return words.kinds[value]
        if isinstance(value, MemberStatus):
            return words.statuses[value]
        if isinstance(value, SmeStatus):
            return texts.term(f"sme_status.{value}")
        if isinstance(value, int):
            return texts.number(value)
        return words.languages.get(str(value), str(value)) if value is not None else "–"  # type: ignore[call-overload]

    def field_words(key: str, before: object, after: object) -> str:
        return f"{titles[key]}: {shown(before)} → {shown(after)}"

    def new_words(change: MemberChange) -> str:
        # What a new member has anyway needs no mention.
        values = (after for key, _, after in change.fields if key != "name" and after != MemberStatus.NOT_ASKED)
        return " · ".join(shown(value) for value in values if value is not None)

    new = QCoreApplication.translate("MembersPreview", "New")
    changed = QCoreApplication.translate("MembersPreview", "Changed")
    return [
        ChangeRow(
            code=change.code,
            name=change.name,
            is_new=change.is_new,
            what=new if change.is_new else changed,
            changes=new_words(change) if change.is_new else "; ".join(field_words(*entry) for entry in change.fields),
        )
        for change in changes
    ]


def problem_rows(problems: Sequence[Problem], titles: Mapping[str, str], texts: Texts) -> list[ProblemRow]:
    """Return what was not understood or was corrected, in words."""
    return [
        ProblemRow(
            number=number,
            place=problem.cell or "",
            column=titles.get(problem.field or "", ""),
            found=problem.found or "",
            done=texts.term(f"done.{problem.done}") if problem.done else "",
        )
        for number, problem in enumerate(problems)
        if problem.cell is not None
    ]


def notes_on_file(problems: Sequence[Problem], texts: Texts) -> str:
    """Return what is to be said of the list as a whole."""
    return " ".join(texts.say(one.facts) for one in problems if one.cell is None and one.facts is not None)


class MembersPreview(QDialog):
    """Shows the outcome of a list; `accepted` says that it is to be recorded."""

    def __init__(self, outcome: MembersOutcome, *, parent: QWidget | None = None) -> None:
        """Show ``outcome``; fill the tables with `show_rows`."""
        super().__init__(parent)
        self.setObjectName("membersPreview")
        self.outcome = outcome
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        self.title = Label("card", wrap=True, parent=self)
        self.summary = Label("body", wrap=True, parent=self)
        self.summary.setObjectName("previewSummary")
        self.table = DataTable("previewTable", _CHANGE_COLUMNS, lambda row: row.code, select_rows=True, parent=self)
        self.problem_title = Label("heading", wrap=True, parent=self)
        self.problems = DataTable(
            "previewProblems", _PROBLEM_COLUMNS, lambda row: str(row.number), select_rows=True, parent=self
        )
        for table in (self.table, self.problems):
            table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.others = Label("secondary", wrap=True, parent=self)
        self.notes = Label("secondary", wrap=True, parent=self)
        self.notes.setObjectName("previewNotes")
        column.addWidget(self.title)
        column.addWidget(self.summary)
        column.addWidget(self.table, 1)
        column.addWidget(self.problem_title)
        column.addWidget(self.problems)
        column.addWidget(self.others)
        column.addWidget(self.notes)
        self.cancelling = Button("previewCancel", parent=self)
        self.taking = PrimaryButton("previewTake", "check", parent=self)
        column.addLayout(dialog_foot(self.cancelling, self.taking))
        self.cancelling.clicked.connect(self.reject)
        self.taking.clicked.connect(self.accept)
        self._retranslate()
        open_at(self, 860, 540)

    def show_rows(self, changes: Sequence[ChangeRow], problems: Sequence[ProblemRow], notes: str = "") -> None:
        """Fill both tables; without changes there is nothing to take. ``notes`` are about the list as a whole."""
        self.notes.setText(notes)
        self.notes.setVisible(bool(notes))
        self.table.set_rows(changes)
        self.table.setVisible(bool(changes))
        self.problems.set_rows(problems)
        self.problem_title.setVisible(bool(problems))
        self.problems.setVisible(bool(problems))
        row_height = self.problems.verticalHeader().defaultSectionSize()
        shown = min(len(problems), _PROBLEM_ROWS)
        self.problems.setFixedHeight(row_height * (shown + 1) + current().px(4))
        self.problem_title.setText(self.tr("%n cell(s) to look at", "", len(problems)))
        self.taking.setEnabled(bool(changes))
        self.taking.setDefault(bool(changes))
        (self.taking if changes else self.cancelling).setFocus()

    def _retranslate(self) -> None:
        outcome = self.outcome
        self.setWindowTitle(self.tr("Take members from a list"))
        self.title.setText(self.tr("This is what would change"))
        parts = [
            self.tr("%n member(s) new", "", outcome.added),
            self.tr("%n changed", "", outcome.updated),
            self.tr("%n as recorded", "", outcome.unchanged),
        ]
        self.summary.setText(" · ".join(parts))
        self.others.setText(
            self.tr("Columns that were not read: {names}").format(names=", ".join(outcome.other_columns))
        )
        self.others.setVisible(bool(outcome.other_columns))
        self.table.set_words(self.tr("Members that would be added or changed"))
        self.table.set_titles(
            {"what": "", "code": self.tr("Code"), "name": self.tr("Name"), "changes": self.tr("What changes")}
        )
        self.problems.set_words(self.tr("Cells that were not understood"))
        self.problems.set_titles(
            {
                "place": self.tr("Cell"),
                "column": self.tr("Column"),
                "found": self.tr("What stands there"),
                "done": self.tr("What becomes of it"),
            }
        )
        self.cancelling.setText(self.tr("Cancel"))
        self.taking.setText(self.tr("Take these changes"))


_CHANGE_COLUMNS: list[Column[ChangeRow]] = [
    Column(key="what", text=lambda row: row.what, tone=lambda row: "good" if row.is_new else "primary", width=96),
    Column(key="code", text=lambda row: row.code, role="secondary", width=84),
    Column(key="name", text=lambda row: row.name, role="key", width=190),
    Column(key="changes", text=lambda row: row.changes, stretch=True, width=300),
]
_PROBLEM_COLUMNS: list[Column[ProblemRow]] = [
    Column(key="place", text=lambda row: row.place, role="secondary", width=70),
    Column(key="column", text=lambda row: row.column, width=150),
    Column(key="found", text=lambda row: row.found, stretch=True),
    Column(key="done", text=lambda row: row.done, width=230),
]
