"""The third view of the mapping assistant: the answers as they would be taken, each with its needs and remarks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.needs_file import problem_sentence
from ui.pages.needs_mapping_words import language_names
from ui.theme.theme import current
from ui.translating import locale
from ui.widgets.cards import Card, clear, scrolling
from ui.widgets.labels import Label
from ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from fastmap.intake.survey import SurveyOutcome
    from fastmap.model.responses import Need, Response
    from fastmap.model.snapshot import Snapshot
    from fastmap.texts import Texts

_MOST_SHOWN = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRow:
    """One answer as it would be taken."""

    number: int
    """Row of the sheet."""
    who: str
    language: str
    needs: str
    response: Response


class ResultView(QWidget):
    """Shows what an import would take; nothing is changed here."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin with nothing to show."""
        super().__init__(parent)
        self._texts: Texts | None = None
        self._rows: tuple[AnswerRow, ...] = ()
        number = locale
        self.table = DataTable(
            "surveyAnswers",
            (
                Column[AnswerRow](
                    key="row",
                    text=lambda row: number().toString(row.number),
                    sort=lambda row: row.number,
                    numeric=True,
                    width=64,
                ),
                Column[AnswerRow](key="who", text=lambda row: row.who, role="key", width=220),
                Column[AnswerRow](key="language", text=lambda row: row.language, role="secondary", width=92),
                Column[AnswerRow](key="needs", text=lambda row: row.needs, stretch=True),
                Column[AnswerRow](
                    key="problems",
                    text=lambda row: number().toString(len(row.response.problems)) if row.response.problems else "",
                    sort=lambda row: len(row.response.problems),
                    tone=lambda row: "warn" if row.response.problems else None,
                    width=92,
                ),
            ),
            lambda row: str(row.number),
            select_rows=True,
            parent=self,
        )
        self.more = Label("secondary", wrap=True, parent=self)
        self.nothing = Label("body", wrap=True, parent=self)
        self.nothing.setObjectName("surveyNothing")
        self.detail = Card("surveyAnswer", parent=self)
        content = QWidget()
        self._lines = QVBoxLayout(content)
        self._lines.setContentsMargins(0, 0, 6, 0)
        self._lines.setSpacing(6)
        self._lines.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._content = content
        self.detail.body.addWidget(scrolling(content, name="surveyAnswerScroll", parent=self))
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.nothing)
        left.addWidget(self.table, 1)
        left.addWidget(self.more)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(14)
        across.addLayout(left, 1)
        across.addWidget(self.detail)
        self.table.row_chosen.connect(self._show_answer)
        current().changed.connect(self._fit)
        self._fit()

    def show_outcome(self, outcome: SurveyOutcome | None, survey: str, snapshot: Snapshot, texts: Texts) -> None:
        """Show the answers of a preview; ``None``: there is none. Nameless ones need no ``survey`` in front."""
        self._texts = texts
        responses = outcome.responses if outcome is not None else ()
        names = {member.code: member.name for member in snapshot.members}
        if outcome is not None:
            names |= {member.code: member.name for member in outcome.members}
        languages = language_names(tuple({response.language for response in responses}))
        pairs = zip(outcome.row_numbers if outcome is not None else (), responses, strict=True)
        self._rows = tuple(
            AnswerRow(
                number=number,
                who=_name_in(names.get(response.member, ""), survey) if response.member else self.tr("not known"),
                language=languages[response.language],
                needs=" · ".join(_need_words(need) for need in response.needs) or "–",
                response=response,
            )
            for number, response in list(pairs)[:_MOST_SHOWN]
        )
        self.table.set_rows(self._rows)
        self.table.setVisible(bool(self._rows))
        self.nothing.setVisible(not self._rows)
        if outcome is None:
            self.nothing.setText(self.tr("No column says yet which skills are needed. Choose one in the columns."))
        elif outcome.unchanged:
            self.nothing.setText(self.tr("Every answer of this file is in the assessment already."))
        else:
            self.nothing.setText(self.tr("There is no answer below the headers."))
        self.more.setText(self.tr("The first %n answers are shown; all are taken.", "", _MOST_SHOWN))
        self.more.setVisible(len(responses) > _MOST_SHOWN)
        if self._rows and self.table.chosen_row not in {str(row.number) for row in self._rows}:
            self.table.choose(str(self._rows[0].number), "who")
        self._show_answer(self.table.chosen_row)

    def retranslate(self) -> None:
        """Set every text."""
        self.table.set_titles(
            {
                "row": self.tr("Row"),
                "who": self.tr("Who answered"),
                "language": self.tr("Language"),
                "needs": self.tr("Needs"),
                "problems": self.tr("To look at"),
            }
        )
        self.table.set_words(self.tr("Answers as they would be taken"))

    def _show_answer(self, key: str) -> None:
        clear(self._lines)
        row = next((row for row in self._rows if str(row.number) == key), None)
        self.detail.setVisible(row is not None)
        if row is None or self._texts is None:
            return
        response = row.response
        self._line("card", row.who)
        for need in response.needs:
            self._line("body", _need_words(need))
            if facts := self._facts(need):
                self._line("secondary", facts)
        for unused in response.unused:
            self._line("body", self.tr("Unused: {skill}").replace("{skill}", unused.skill_text))
        if not response.needs and not response.unused:
            self._line("secondary", self.tr("Names no skill; counts as having answered."))
        if response.problems:
            self._line("heading", self.tr("To look at"))
        for problem in response.problems:
            place = f"{problem.cell}: " if problem.cell else ""
            self._line("secondary", f"{place}{problem_sentence(problem, self._texts)}")

    def _line(self, role: str, text: str) -> None:
        self._lines.addWidget(Label(role, text, wrap=True, parent=self._content))

    def _facts(self, need: Need) -> str:
        assert self._texts is not None  # set with the rows
        term = self._texts.term
        figures = (
            (self.tr("today: {count}"), need.short_now),
            (self.tr("in 12 months: {count}"), need.short_12m),
            (self.tr("in three years: {count}"), need.short_36m),
        )
        parts = [words.format(count=locale().toString(count)) for words, count in figures if count is not None]
        parts += [need.job] if need.job else []
        choices = (("need_level", need.level), ("consequence", need.consequence), ("hiring", need.hiring))
        parts += [term(f"{family}.{value.value}") for family, value in choices if value is not None]
        parts += [term(f"hiring_reason.{reason.value}") for reason in need.hiring_reasons]
        parts += [term(f"provision.{need.provision.value}")] if need.provision is not None else []
        return " · ".join(parts)

    def _fit(self) -> None:
        self.detail.setFixedWidth(current().px(340))


def _need_words(need: Need) -> str:
    return " ".join(need.skill_text.split())


def _name_in(name: str, survey: str) -> str:
    return name.removeprefix(f"{survey}, ")
