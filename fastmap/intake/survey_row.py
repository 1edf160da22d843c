"""One row of a survey's export: the skills, figures and other answers in it, and what is to be said of each cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final

from fastmap.intake.form_definition import FIELD_BY_NAME, Field, FieldKind
from fastmap.intake.form_values import raw_text, understood
from fastmap.intake.merging import one_line_each, one_unused_each
from fastmap.intake.safe_reading import cell_name
from fastmap.intake.survey_columns import SurveyColumns
from fastmap.intake.survey_mapping import FieldColumn, SkillColumn, SurveyMapping
from fastmap.intake.survey_texts import moment_in, plain_number, split_skills
from fastmap.intake.words import language_words
from fastmap.model.ids import LanguageCode
from fastmap.model.messages import Fact, Message
from fastmap.model.normalise import clean_text, text_key
from fastmap.model.responses import NamedLink, Need, Problem, UnusedSkill

_NAMED_OTHERWISE: Final = {"hiring_reason": "hiring_reasons"}


@dataclass(slots=True)
class SurveyRow:
    """One respondent's row."""

    mapping: SurveyMapping
    columns: SurveyColumns
    row: int
    raw: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def skills(self) -> tuple[tuple[Need, ...], tuple[UnusedSkill, ...]]:
        """Return needs and unused skills, each skill once with what all its columns say."""
        needs: list[Need] = []
        unused: list[UnusedSkill] = []
        for text, meaning, values in self._named():
            if meaning == "unused":
                unused.append(UnusedSkill(skill_text=text, **values))
            else:
                needs.append(Need(row=len(needs) + 1, skill_text=text, **values))
        return one_line_each(needs), one_unused_each(unused)

    def _named(self) -> Iterator[tuple[str, str, dict[str, Any]]]:
        told: set[str] = set()
        lost: list[tuple[SkillColumn, set[str]]] = []
        for column in self.mapping.skills:
            texts = _named_skills(split_skills(self._raw(column.column), column.split, self.mapping.ignore), column)
            values = self._values(column.fields, "need_1_" if column.meaning == "need" else "unused_1_")
            beside = {one.column for name, one in column.fields.items() if _NAMED_OTHERWISE.get(name, name) in values}
            figures = [name for name, value in values.items() if isinstance(value, int)]
            if len(texts) > 1 and figures:  # nobody knows which of the skills a number belongs to
                self.problems.append(self.problem("figure_shared", column.fields[figures[0]].column, "kept_as_text"))
                values = {name: value for name, value in values.items() if name not in figures}
            if texts:
                told |= beside
            elif beside:
                lost.append((column, beside))
            for text in texts:
                yield text, column.meaning, values
        for column, beside in lost:
            if beside - told:  # what stands beside another skill as well is not lost
                self.problems.append(self.problem(f"{column.meaning}_without_skill", column.column, "kept_as_text"))
        for group, number, skill in self.columns.rated:
            rating = raw_text(self.columns.sheet.value(self.row, number))
            if rating:
                self.raw[self.columns.headers[number]] = rating
            if (text_key(rating) or rating.strip()) in group.values:
                yield skill, group.meaning, {}

    def respondent(self) -> dict[str, Any]:
        """Return what is asked once per respondent."""
        return self._values(self.mapping.fields, "")

    def links(self) -> tuple[NamedLink, ...]:
        """Return the organisations named."""
        links = []
        for one in self.mapping.links:
            name, values = clean_text(self._raw(one.column)), self._values(one.fields, "link_1_")
            if name:
                links.append(NamedLink(name=name, **values))
            elif values:
                self.problems.append(self.problem("link_without_name", one.column, "kept_as_text"))
        return tuple(links)

    def language(self) -> LanguageCode | None:
        """Return the language the row states, or the only one there is; ``None``: to be told by the words."""
        if self.mapping.language_column is not None:
            said = self._raw(self.mapping.language_column)
            stated = self.mapping.language_values.get(text_key(said)) or _language_said(said)
            if stated is not None:
                return stated
        return self.mapping.languages[0] if len(self.mapping.languages) == 1 else None

    def received(self) -> datetime | None:
        """Return when the answer was given, if the row says so in ISO 8601 (UTC where no zone is given)."""
        if self.mapping.received_column is None:
            return None
        moment = moment_in(self._raw(self.mapping.received_column))
        if moment is None:
            return None
        return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)

    def _raw(self, column: str) -> str:
        found = raw_text(self.columns.sheet.value(self.row, self.columns.by_name[column]))
        if found:
            self.raw[self.columns.headers[self.columns.by_name[column]]] = found
        return found

    def _values(self, fields: Mapping[str, FieldColumn], prefix: str) -> dict[str, Any]:
        found = {}
        for name, column in fields.items():
            raw = self._raw(column.column)
            text = column.values.get(text_key(raw) or raw.strip(), raw)
            if text.strip():
                value = self._value(FIELD_BY_NAME[f"{prefix}{name}"], text, column.column)
                if value is not None:
                    found[_NAMED_OTHERWISE.get(name, name)] = value
        return found

    def _value(self, one: Field, text: str, column: str) -> Any:
        said = understood(one, plain_number(text, self.mapping.decimal) if one.kind is FieldKind.NUMBER else text)
        # A tool writes codes ("exper", "Y") where a form has words: that is no slip to look at.
        if said.finding is not None and said.finding.code != "choice_corrected":
            self.problems.append(self.problem(said.finding.code, column, said.finding.done, **said.finding.facts))
        return said.value

    def problem(self, code: str, column: str | None, done: str, **facts: Fact) -> Problem:
        """Return a finding at the row's cell in ``column``."""
        number = self.columns.by_name[column] if column is not None else None
        cell = cell_name(self.row, number) if number is not None else str(self.row + 1)
        found = raw_text(self.columns.sheet.value(self.row, number)) if number is not None else None
        sheet = self.columns.sheet.name or None
        everything: dict[str, Fact] = {"found": found, "cell": cell, "sheet": sheet, "row": self.row + 1, **facts}
        message = Message(f"problem.{code}", everything)
        return Problem(code=code, sheet=sheet, cell=cell, field=column, found=found, done=done, facts=message)


def _named_skills(texts: tuple[str, ...], column: SkillColumn) -> tuple[str, ...]:
    named = (column.values.get(text_key(text), text) for text in texts)
    return tuple(text for text in named if text.strip())


def _language_said(said: str) -> LanguageCode | None:
    # "es-419" and "pt_BR" as well.
    understood = language_words().understand(said) or language_words().understand(said.strip()[:2])
    return understood.value if understood is not None and said.strip() else None
