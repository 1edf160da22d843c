"""Everything about one column of a foreign survey: what it is, which answers count, what separates, what they mean."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.pages.needs_mapping_words import SurveyWords, screen_language
from ui.plain_text import literal
from ui.theme.theme import current
from ui.translating import locale
from ui.widgets.cards import Card, clear, scrolling
from ui.widgets.check_box import CheckBox
from ui.widgets.fields import ComboBox, Field
from ui.widgets.labels import FactLabel, Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fastmap.intake.survey_plan import ColumnPlan
    from fastmap.intake.survey_table import ColumnFacts
    from ui.pages.needs_mapping_work import OpenedSheet

_MOST_ANSWERS = 14
_ANSWER_WIDTH = 190
_AS_IT_IS = "\0as it is"


class ColumnDetail(Card):
    """Shows a column and emits the columns as they shall be."""

    changed = Signal(list)
    """The `ColumnPlan` of every column that is now taken otherwise."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin with nothing to show."""
        super().__init__("surveyDetail", parent=parent)
        self._words = SurveyWords(self)
        self._plan: ColumnPlan | None = None
        self._chosen: list[ColumnPlan] = []
        self._facts: ColumnFacts | None = None
        self._opened: OpenedSheet | None = None
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(10)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.title = Label("card", wrap=True, parent=content)
        self.summary = Label("secondary", wrap=True, parent=content)
        self.role = ComboBox("surveyRole", parent=content)
        self._role_field = Field(self.role, parent=content)
        self.whole = CheckBox("surveyWholeQuestion", parent=content)
        self.whole.setChecked(True)
        self.skill = QLineEdit(content)
        self.skill.setObjectName("surveySkill")
        self._skill_field = Field(self.skill, parent=content)
        self.beside = ComboBox("surveyBeside", parent=content)
        self._beside_field = Field(self.beside, parent=content)
        self._answers_title = Label("key", wrap=True, parent=content)
        self._answers = QVBoxLayout()
        self._answers.setSpacing(4)
        self._sample = Label("secondary", wrap=True, parent=content)
        for widget in (self.title, self.summary, self._role_field, self.whole, self._skill_field, self._beside_field):
            column.addWidget(widget)
        column.addWidget(self._answers_title)
        column.addLayout(self._answers)
        column.addWidget(self._sample)
        self._content = content
        self.body.addWidget(scrolling(content, name="surveyDetailScroll", parent=self))
        for box in (self.role, self.beside):
            _narrow(box)
        self.role.activated.connect(self._choose_role)
        self.skill.editingFinished.connect(self._end_skill)
        self.beside.activated.connect(self._choose_beside)

    def retranslate(self) -> None:
        """Set the texts that do not depend on the column."""
        self._role_field.set_words(self.tr("What it is"))
        self._skill_field.set_words(self.tr("The skill that the header names"))
        self._beside_field.set_words(self.tr("Belongs to the column"))

    def show_column(
        self, plan: ColumnPlan, facts: ColumnFacts, chosen: Sequence[ColumnPlan], opened: OpenedSheet
    ) -> None:
        """Show a column; what is chosen counts for all columns ``chosen``."""
        is_same = self._plan == plan and self._opened is not None and self._opened.table is opened.table
        self._plan, self._facts, self._chosen, self._opened = plan, facts, list(chosen), opened
        self.title.setText(plan.header if len(chosen) == 1 else self.tr("%n column(s) chosen", "", len(chosen)))
        self.summary.setText(
            self.tr("{answers}, {different} different").format(
                answers=self._words.answers(facts.filled), different=locale().toString(facts.distinct)
            )
        )
        self.role.set_choices(list(self._words.roles().items()), plan.role.value)
        self._show_question(plan, opened)
        is_rated = plan.role.value in ("rated", "rated_unused")
        self._skill_field.setVisible(is_rated and len(chosen) == 1)
        if self.skill.text() != plan.skill:
            self.skill.setText(plan.skill)
            self.skill.setCursorPosition(0)
        self._show_beside(plan, opened)
        if not is_same or not self._answers.count():
            self._show_answers(plan, facts)
        self._show_sample(plan, facts)

    def as_role(self, columns: Sequence[ColumnPlan], role: str, opened: OpenedSheet) -> list[ColumnPlan]:
        """Return ``columns`` taken for ``role``, with what their answers suggest for it."""
        from fastmap.intake.survey_plan import RATINGS, Role
        from fastmap.intake.survey_proposal import planned

        facts = {one.number: one for one in opened.table.columns}
        changed = []
        for column in columns:
            new = planned(facts[column.number], Role(role))
            if new.role in RATINGS:
                counted = column.counted or new.counted
                new = replace(
                    new,
                    skill=column.skill or new.skill,
                    counted=counted,
                    is_sure=bool(counted),
                )
            # The question it is an option of stays known, should it become one again.
            changed.append(replace(new, skill=new.skill or column.skill, group=column.group))
        return changed

    # --- showing ------------------------------------------------------------------------------------------------------

    def _show_question(self, plan: ColumnPlan, opened: OpenedSheet) -> None:
        count = len(self._of_question(plan, opened))
        self.whole.setVisible(count > 1 and len(self._chosen) == 1)
        self.whole.setText(literal(self.tr("All %n columns alike", "", count)))

    def _show_beside(self, plan: ColumnPlan, opened: OpenedSheet) -> None:
        from fastmap.intake.survey_plan import BESIDE

        wanted = BESIDE.get(plan.role)
        self._beside_field.setVisible(wanted is not None)
        if wanted is not None:
            columns = [column for column in opened.plan.columns if column.role is wanted]
            self.beside.set_choices([(column.number, column.header[:60]) for column in columns], plan.beside)
            nothing = self.tr("No column names what this belongs to, so it is not taken.")
            self._beside_field.set_complaint("" if columns else nothing)

    def _show_answers(self, plan: ColumnPlan, facts: ColumnFacts) -> None:
        from fastmap.intake.survey_guessing import CHOICES, NUMBERS, YES_NO

        clear(self._answers)
        title = ""
        if plan.role.value in ("rated", "rated_unused"):
            title = self.tr("Answers that count as a need")
            if plan.role.value == "rated_unused":
                title = self.tr("Answers that count as unused")
            self._list_ratings(plan, facts)
        elif plan.role.value in ("skill", "unused"):
            title = self.tr("Several skills in a cell are separated by")
            self._list_separators(plan)
        elif plan.role in CHOICES or plan.role in YES_NO or plan.role in NUMBERS:
            title = self.tr("Answers that are not understood by themselves")
            if not self._list_meanings(plan, facts):
                title = self.tr("Every answer is understood.")
        self._answers_title.setText(title)
        self._answers_title.setVisible(bool(title))

    def _list_ratings(self, plan: ColumnPlan, facts: ColumnFacts) -> None:
        answers = list(dict.fromkeys([*facts.counts, *self._answers_of_question(), *plan.counted]))[:_MOST_ANSWERS]
        for number, answer in enumerate(answers):
            box = CheckBox(f"surveyCounts_{number}", parent=self._content)
            whole = " ".join(answer.split())
            room = current().px(_ANSWER_WIDTH)
            shown = box.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, room)
            box.setText(literal(f"{shown} ({locale().toString(facts.counts.get(answer, 0))})"))
            box.setToolTip(whole if shown != whole else "")
            box.setChecked(answer in plan.counted)
            box.toggled.connect(lambda on, answer=answer: self._count(answer, on))
            self._answers.addWidget(box)

    def _list_separators(self, plan: ColumnPlan) -> None:
        for number, (mark, words) in enumerate(self._words.separators().items()):
            box = CheckBox(f"surveySplit_{number}", parent=self._content)
            box.setText(literal(words))
            box.setChecked(mark in plan.split)
            box.toggled.connect(lambda on, mark=mark: self._split(mark, on))
            self._answers.addWidget(box)

    def _list_meanings(self, plan: ColumnPlan, facts: ColumnFacts) -> int:
        """List a field for every answer that needs a meaning; return how many."""
        from fastmap.intake.survey_guessing import understands

        assert self._opened is not None  # shown for a sheet
        decimal = self._opened.plan.decimal
        open_answers = [
            answer for answer in facts.counts if answer in plan.values or not understands(plan.role, answer, decimal)
        ]
        for number, answer in enumerate(open_answers[:_MOST_ANSWERS]):
            self._answers.addWidget(FactLabel("body", answer, parent=self._content))
            field = self._meaning(plan, answer, f"surveyMeans_{number}")
            words = self.tr("What “{answer}” means")
            field.setAccessibleName(words.replace("{answer}", answer[:60]))
            self._answers.addWidget(field)
        return len(open_answers)

    def _meaning(self, plan: ColumnPlan, answer: str, name: str) -> QWidget:
        from fastmap.intake.survey_guessing import CHOICES, NUMBERS

        if plan.role in NUMBERS:
            line = QLineEdit(plan.values.get(answer, ""), self._content)
            line.setObjectName(name)
            line.setPlaceholderText(self.tr("a number; blank: not known"))
            line.editingFinished.connect(lambda: self._mean(answer, line.text().strip()))
            return line
        choices: list[tuple[object, str]] = [
            (_AS_IT_IS, self.tr("keep as text, not counted")),
            ("", self.tr("not known")),
        ]
        choice = CHOICES.get(plan.role)
        from fastmap.catalogue.texts import load_texts

        texts = load_texts(screen_language())
        if choice is None:
            choices += [(key, texts.term(f"yes_no.{key}")) for key in ("yes", "no")]
        else:
            from fastmap.intake.words import FAMILIES

            choices += [(value.value, texts.term(f"{FAMILIES[choice]}.{value.value}")) for value in choice]
        box = ComboBox(name, parent=self._content)
        _narrow(box)
        box.set_choices(choices, plan.values.get(answer, _AS_IT_IS))
        box.activated.connect(lambda _: self._mean(answer, box.currentData()))
        return box

    def _show_sample(self, plan: ColumnPlan, facts: ColumnFacts) -> None:
        is_skill = plan.role.value in ("skill", "unused")
        self._sample.setVisible(is_skill)
        if is_skill:
            from fastmap.intake.survey_texts import split_skills

            longest = max(facts.counts, key=lambda cell: len(split_skills(cell, plan.split)), default="")
            skills = split_skills(longest, plan.split)
            # Every skill in signs of its own: otherwise nobody sees where one ends.
            self._sample.setText(
                self.tr("For example: {skills}").replace("{skills}", " ".join(f"“{s}”" for s in skills[:6]))
            )

    # --- intentions ---------------------------------------------------------------------------------------------------

    def _of_question(self, plan: ColumnPlan, opened: OpenedSheet) -> list[ColumnPlan]:
        if plan.group is None:
            return []
        return [column for column in opened.plan.columns if column.group == plan.group]

    def _meant(self) -> list[ColumnPlan]:
        """Return the columns that a choice counts for."""
        assert self._plan is not None  # shown for a column
        assert self._opened is not None
        if len(self._chosen) > 1:
            return self._chosen
        question = self._of_question(self._plan, self._opened)
        return question if len(question) > 1 and self.whole.isChecked() else [self._plan]

    def _answers_of_question(self) -> list[str]:
        assert self._opened is not None  # as above
        numbers = {column.number for column in self._meant()}
        return [answer for one in self._opened.table.columns if one.number in numbers for answer in one.counts]

    def _choose_role(self) -> None:
        if self._opened is not None:
            self.changed.emit(self.as_role(self._meant(), str(self.role.currentData()), self._opened))

    def _end_skill(self) -> None:
        text = " ".join(self.skill.text().split())
        if self._plan is not None and text != self._plan.skill:
            self.changed.emit([replace(self._plan, skill=text, is_sure=bool(text and self._plan.counted))])

    def _choose_beside(self) -> None:
        if self._plan is not None:
            self.changed.emit([replace(self._plan, beside=self.beside.currentData())])

    def _count(self, answer: str, on: bool) -> None:  # noqa: FBT001 - a signal's argument
        changed = []
        for column in self._meant():
            counted = (
                tuple(dict.fromkeys([*column.counted, answer]))
                if on
                else tuple(known for known in column.counted if known != answer)
            )
            changed.append(replace(column, counted=counted, is_sure=bool(counted and column.skill)))
        self._remember_own(changed)

    def _split(self, mark: str, on: bool) -> None:  # noqa: FBT001 - a signal's argument
        order = list(self._words.separators())
        changed = []
        for column in self._meant():
            marks = {*column.split, mark} if on else set(column.split) - {mark}
            changed.append(replace(column, split=tuple(sorted(marks, key=order.index)), is_sure=True))
        self._remember_own(changed)

    def _mean(self, answer: str, meant: str) -> None:
        assert self._plan is not None  # as above
        values = {known: value for known, value in self._plan.values.items() if known != answer}
        if meant != _AS_IT_IS:
            values[answer] = meant
        if values != dict(self._plan.values):
            self._remember_own([replace(self._plan, values=values)])

    def _remember_own(self, changed: list[ColumnPlan]) -> None:
        """Announce a change that the widgets below show already: they stay, and with them the keyboard."""
        assert self._plan is not None  # as above
        self._plan = next((column for column in changed if column.number == self._plan.number), self._plan)
        self.changed.emit(changed)


def _narrow(box: ComboBox) -> None:
    """Let a choice be narrower than its longest words: the panel has a width of its own."""
    box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(8)
