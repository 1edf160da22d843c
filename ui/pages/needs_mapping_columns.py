"""The second view of the mapping assistant: every column, what it is taken for, and its details beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.pages.needs_mapping_detail import ColumnDetail
from ui.pages.needs_mapping_words import SurveyWords, language_names
from ui.theme.theme import current
from ui.translating import locale
from ui.widgets.fields import ComboBox, Field
from ui.widgets.labels import Label
from ui.widgets.segments import Segments
from ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from fastmap.intake.survey_plan import ColumnPlan
    from fastmap.intake.survey_table import ColumnFacts
    from ui.pages.needs_mapping_work import OpenedSheet

_SEVERAL = "several"
_MANY = 20
"""Columns from which the list begins with those that are taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnRow:
    """One column in the table."""

    plan: ColumnPlan
    facts: ColumnFacts
    words: str

    @property
    def is_used(self) -> bool:
        """Whether anything is taken from it."""
        return self.plan.role.value != "ignored"


class ColumnsView(QWidget):
    """Emits changed columns; the assistant keeps the plan."""

    columns_changed = Signal(list)
    name_changed = Signal(str)
    languages_changed = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin with nothing to show."""
        super().__init__(parent)
        self._words = SurveyWords(self)
        self._opened: OpenedSheet | None = None
        self._rows: tuple[ColumnRow, ...] = ()
        self.which = Segments("surveyWhich", ("all", "used", "unsure"), parent=self)
        self.name = QLineEdit(self)
        self.name.setObjectName("surveyName")
        self.name.setMaxLength(120)
        self.language = ComboBox("surveyLanguage", parent=self)
        self._name_field = Field(self.name, parent=self)
        self._language_field = Field(self.language, parent=self)
        self.table = DataTable(
            "surveyColumns",
            (
                Column[ColumnRow](
                    key="letter",
                    text=lambda row: _letter(row.plan.number),
                    sort=lambda row: row.plan.number,
                    role="secondary",
                    width=52,
                ),
                Column[ColumnRow](
                    key="header",
                    text=_header_words,
                    tooltip=lambda row: row.plan.header,
                    role="key",
                    stretch=True,
                ),
                Column[ColumnRow](
                    key="answers", text=lambda row: " · ".join(row.facts.examples), role="secondary", width=230
                ),
                Column[ColumnRow](
                    key="what",
                    text=lambda row: row.words,
                    tone=_tone_of,
                    width=206,
                    editable=True,
                    choices=lambda _: list(self._words.roles().items()),
                ),
            ),
            lambda row: str(row.plan.number),
            select_rows=True,
            parent=self,
        )
        self.detail = ColumnDetail(parent=self)
        above = QHBoxLayout()
        above.setSpacing(12)
        above.addWidget(self._name_field, 1)
        above.addWidget(self._language_field, 1)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addLayout(above)
        left.addWidget(self.which)
        left.addWidget(self.table, 1)
        self.nothing = Label("secondary", wrap=True, parent=self)
        self.nothing.hide()
        left.addWidget(self.nothing)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(14)
        across.addLayout(left, 1)
        across.addWidget(self.detail)
        self.which.chosen.connect(self._filter)
        self.table.row_chosen.connect(lambda _: self._show_detail())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_detail())
        self.table.cell_edited.connect(self._edit)
        self.detail.changed.connect(self.columns_changed)
        self.name.editingFinished.connect(self._end_name)
        self.language.activated.connect(self._choose_language)
        current().changed.connect(self._fit)
        self._fit()

    def show_sheet(self, opened: OpenedSheet) -> None:
        """Show the plan as it stands."""
        is_other = self._opened is None or self._opened.table is not opened.table
        self._opened = opened
        words = self._words.roles()
        facts = {one.number: one for one in opened.table.columns}
        self._rows = tuple(
            ColumnRow(plan=plan, facts=facts[plan.number], words=words[plan.role.value])
            for plan in opened.plan.columns
            if plan.number in facts
        )
        self.table.set_rows(self._rows)
        if self.name.text() != opened.plan.name:
            self.name.setText(opened.plan.name)
        self._show_languages()
        self._show_counts()
        if is_other:
            has_many = len(self._rows) > _MANY and any(row.is_used for row in self._rows)
            self.which.choose("used" if has_many else "all")
        self._filter(self.which.key)
        if is_other:
            self._choose_first()
        self._show_detail()

    def retranslate(self) -> None:
        """Set every text."""
        self.table.set_titles(
            {
                "letter": "",
                "header": self.tr("Column"),
                "answers": self.tr("Frequent answers"),
                "what": self.tr("What it is"),
            }
        )
        self.table.set_words(self.tr("Columns of the sheet"))
        self._name_field.set_words(self.tr("Name of the survey"))
        self._language_field.set_words(self.tr("Language of the answers"))
        self.nothing.setText(self.tr("No such column."))
        self.detail.retranslate()

    # --- inside -------------------------------------------------------------------------------------------------------

    def _choose_first(self) -> None:
        """Begin with what is unsure, else with the first column that names skills."""
        naming = ("skill", "rated", "unused", "rated_unused")
        rows = sorted(self._rows, key=lambda row: (row.plan.is_sure, row.plan.role.value not in naming))
        if rows:
            self.table.choose(str(rows[0].plan.number), "header")

    def _show_counts(self) -> None:
        number = locale().toString
        used = sum(row.is_used for row in self._rows)
        unsure = sum(not row.plan.is_sure for row in self._rows)
        self.which.set_words(
            self.tr("Which columns are listed"),
            {
                "all": self.tr("All: {count}").format(count=number(len(self._rows))),
                "used": self.tr("Taken: {count}").format(count=number(used)),
                "unsure": self.tr("To look at: {count}").format(count=number(unsure)),
            },
        )

    def _show_languages(self) -> None:
        from fastmap.intake.words import known_languages

        assert self._opened is not None  # shown for a sheet
        chosen = self._opened.plan.languages
        names = language_names(tuple(dict.fromkeys([*chosen, *known_languages()])))
        choices: list[tuple[object, str]] = [(code, names[code]) for code in names]
        if len(chosen) > 1:
            told = self.tr("Told by the words: {languages}")
            several = ", ".join(names[code] for code in chosen)
            choices.insert(0, (_SEVERAL, told.replace("{languages}", several)))
        self.language.set_choices(choices, _SEVERAL if len(chosen) > 1 else chosen[0])

    def _filter(self, key: str) -> None:
        predicates = {"used": lambda row: row.is_used, "unsure": lambda row: not row.plan.is_sure}
        self.table.rows.set_predicate(predicates.get(key))
        self.nothing.setVisible(not self.table.rows.shown)

    def _show_detail(self) -> None:
        chosen = set(self.table.selected_rows) or {self.table.chosen_row}
        rows = [row for row in self._rows if str(row.plan.number) in chosen]
        self.detail.setVisible(bool(rows))
        if rows and self._opened is not None:
            current_row = next((row for row in rows if str(row.plan.number) == self.table.chosen_row), rows[0])
            self.detail.show_column(current_row.plan, current_row.facts, [row.plan for row in rows], self._opened)

    def _edit(self, key: str, _column: str, value: object) -> None:
        row = next((row for row in self._rows if str(row.plan.number) == key), None)
        if row is not None and self._opened is not None:
            self.columns_changed.emit(self.detail.as_role([row.plan], str(value), self._opened))

    def _end_name(self) -> None:
        text = " ".join(self.name.text().split())
        if text and self._opened is not None and text != self._opened.plan.name:
            self.name_changed.emit(text)

    def _choose_language(self) -> None:
        code = self.language.currentData()
        if code != _SEVERAL:
            self.languages_changed.emit((code,))

    def _fit(self) -> None:
        self.detail.setFixedWidth(current().px(340))


def _letter(number: int) -> str:
    from fastmap.intake.safe_reading import cell_name

    return cell_name(0, number)[:-1]


def _header_words(row: ColumnRow) -> str:
    """Return the header; of an option its own words, since the options of a question begin alike."""
    return f"… {row.plan.skill}" if row.plan.group is not None and row.plan.skill else row.plan.header


def _tone_of(row: ColumnRow) -> str:
    if not row.plan.is_sure:
        return "warn"
    return {"ignored": "neutral", "skill": "primary", "rated": "primary"}.get(row.plan.role.value, "good")
