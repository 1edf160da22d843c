"""What the columns of a survey are taken for: the plan that a person confirms, and the mapping it stands for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from fastmap.intake.survey_mapping import (
    LINK_FIELDS,
    NEED_FIELDS,
    RESPONDENT_FIELDS,
    FieldColumn,
    LinkColumn,
    RatedColumns,
    SkillColumn,
    SurveyMapping,
)
from fastmap.model.ids import LanguageCode
from fastmap.model.normalise import text_key


class Role(StrEnum):
    """What a column is."""

    IGNORED = "ignored"
    MEMBER_NAME = "member_name"
    MEMBER_CODE = "member_code"
    RESPONDENT_ID = "respondent_id"
    RECEIVED = "received"
    LANGUAGE = "language"
    SKILL = "skill"
    RATED = "rated"
    """The header names a skill, the cells say whether (or how much) it is needed."""
    JOB = "job"
    LEVEL = "level"
    SHORT_NOW = "short_now"
    SHORT_12M = "short_12m"
    SHORT_36M = "short_36m"
    CONSEQUENCE = "consequence"
    HIRING = "hiring"
    HIRING_REASON = "hiring_reason"
    PROVISION = "provision"
    JOINT_PEOPLE = "joint_people"
    UNUSED = "unused"
    RATED_UNUSED = "rated_unused"
    UNUSED_PEOPLE = "unused_people"
    RESPONDENT_ROLE = "respondent_role"
    PEOPLE_TOTAL = "people_total"
    PAID_TRAINING = "paid_training"
    BARRIER = "barrier"
    CONSENT_CONTACT = "consent_contact"
    CONSENT_NAMING = "consent_naming"
    OFFER_INTERNS = "offer_interns"
    OFFER_TRAINER = "offer_trainer"
    OFFER_COURSE = "offer_course"
    LINK_NAME = "link_name"
    LINK_TYPE = "link_type"
    LINK_KIND = "link_kind"
    REMARKS = "remarks"


ONLY_ONE: Final = frozenset(
    {Role.MEMBER_NAME, Role.MEMBER_CODE, Role.RESPONDENT_ID, Role.RECEIVED, Role.LANGUAGE}
    | {Role(name) for name in RESPONDENT_FIELDS}
)
"""Roles that one column can have: asked once per respondent."""
BESIDE: Final[Mapping[Role, Role]] = {
    **{Role(name): Role.SKILL for name in NEED_FIELDS},
    Role.UNUSED_PEOPLE: Role.UNUSED,
    Role.LINK_TYPE: Role.LINK_NAME,
    Role.LINK_KIND: Role.LINK_NAME,
}
"""Answers beside a skill or a name → the role of the column they stand beside."""
RATINGS: Final = frozenset({Role.RATED, Role.RATED_UNUSED})
SPLITTING: Final = frozenset({Role.SKILL, Role.UNUSED})


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnPlan:
    """What one column is taken for."""

    number: int
    """From 0."""
    header: str
    role: Role = Role.IGNORED
    is_sure: bool = True
    """False where a person should look: a guess, or a rating of which it is not known when it counts."""
    skill: str = ""
    """Ratings: the skill that the header names."""
    counted: tuple[str, ...] = ()
    """Ratings: the answers, as they stand in the cells, that count."""
    split: tuple[str, ...] = ()
    """Skills: the separators, in order."""
    values: Mapping[str, str] = field(default_factory=dict)
    """Answer as it stands in the cells → key, word or number of ours; empty: not known."""
    beside: int | None = None
    """The column whose skill (or organisation) this answer belongs to."""
    row: int | None = None
    """Which need, unused skill or partner of our own questionnaire, where the header says it."""
    group: int | None = None
    """The first column of the question that this one is an option of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyPlan:
    """How a survey's table is to be taken."""

    name: str
    sheet: str | None = None
    header_rows: tuple[int, ...] = (1,)
    """From 1."""
    first_row: int = 2
    encoding: str | None = None
    delimiter: str | None = None
    decimal: str | None = None
    languages: tuple[LanguageCode, ...] = (LanguageCode("en"),)
    language_values: Mapping[str, LanguageCode] = field(default_factory=dict)
    ignore: tuple[str, ...] = ()
    columns: tuple[ColumnPlan, ...] = ()

    @property
    def is_anonymous(self) -> bool:
        """Whether nothing says who answered: every row is then a respondent of its own."""
        return not any(column.role in (Role.MEMBER_NAME, Role.MEMBER_CODE) for column in self.columns)

    @property
    def names_skills(self) -> bool:
        """Whether a column says which skills are meant."""
        return any(
            column.role in SPLITTING or (column.role in RATINGS and column.counted and column.skill.strip())
            for column in self.columns
        )

    def changed(self, columns: Iterable[ColumnPlan]) -> SurveyPlan:
        """Return the plan with some columns taken otherwise; a role that one column can have leaves the others."""
        new = {column.number: column for column in columns}
        claimed = {column.role for column in new.values()} & ONLY_ONE
        return replace(
            self,
            columns=tuple(
                new.get(column.number)
                or (replace(column, role=Role.IGNORED, is_sure=True) if column.role in claimed else column)
                for column in self.columns
            ),
        )


def mapping_of(plan: SurveyPlan) -> SurveyMapping:
    """Return the mapping that ``plan`` stands for."""

    def one(role: Role) -> str | None:
        return next((column.header for column in plan.columns if column.role is role), None)

    follows = plan.first_row == max(plan.header_rows) + 1
    return SurveyMapping(
        name=plan.name,
        sheet=plan.sheet,
        header_rows=plan.header_rows,
        first_row=None if follows else plan.first_row,
        encoding=plan.encoding,
        delimiter=plan.delimiter,
        decimal=plan.decimal,
        languages=plan.languages,
        language_column=one(Role.LANGUAGE),
        language_values={text_key(word): language for word, language in plan.language_values.items()},
        received_column=one(Role.RECEIVED),
        ignore=frozenset(text_key(text) for text in plan.ignore),
        anonymous=plan.is_anonymous,
        id_column=one(Role.RESPONDENT_ID),
        code_column=one(Role.MEMBER_CODE),
        name_column=one(Role.MEMBER_NAME),
        skills=tuple(_skills(plan)),
        rated=tuple(_rated(plan)),
        links=tuple(
            LinkColumn(
                column=column.header, fields=_beside(plan, column, {f"link_{name}": name for name in LINK_FIELDS})
            )
            for column in plan.columns
            if column.role is Role.LINK_NAME
        ),
        fields={column.role.value: _field(column) for column in plan.columns if column.role.value in RESPONDENT_FIELDS},
    )


def _skills(plan: SurveyPlan) -> Iterator[SkillColumn]:
    for column in plan.columns:
        if column.role in SPLITTING:
            is_need = column.role is Role.SKILL
            names = {name: name for name in NEED_FIELDS} if is_need else {"unused_people": "people"}
            yield SkillColumn(
                column=column.header,
                split=column.split,
                meaning="need" if is_need else "unused",
                values=_values(column),
                fields=_beside(plan, column, names),
            )


def _beside(plan: SurveyPlan, skill: ColumnPlan, names: Mapping[str, str]) -> dict[str, FieldColumn]:
    return {
        names[column.role.value]: _field(column)
        for column in plan.columns
        if column.role.value in names and column.beside == skill.number
    }


def _rated(plan: SurveyPlan) -> Iterator[RatedColumns]:
    """Yield the rated columns, those that count alike together."""
    together: dict[tuple[Role, frozenset[str]], dict[str, str]] = {}
    for column in plan.columns:
        counted = frozenset(text_key(answer) or answer.strip() for answer in column.counted)
        if column.role in RATINGS and counted and column.skill.strip():
            together.setdefault((column.role, counted), {})[column.header] = column.skill.strip()
    for (role, counted), names in together.items():
        yield RatedColumns(names=names, values=counted, meaning="need" if role is Role.RATED else "unused")


def _field(column: ColumnPlan) -> FieldColumn:
    return FieldColumn(column=column.header, values=_values(column))


def _values(column: ColumnPlan) -> dict[str, str]:
    return {text_key(answer) or answer.strip(): meant for answer, meant in column.values.items()}
