"""Exports of other survey tools: one row per respondent, columns explained by a mapping file (``docs/survey-mapping.md``).

A row becomes an answered form: its skills in the respondent's own words, figures where the mapping has them, the cells
used kept as received. The id of an answer comes from its content, so a second import of the same export changes nothing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from fastmap.catalogue.texts import load_texts
from fastmap.intake.files import FileId, name_of
from fastmap.intake.form_answers import NOTES
from fastmap.intake.form_definition import FIELD_BY_NAME, OFFER_KEYS, FieldKind
from fastmap.intake.form_reading import raw_text
from fastmap.intake.numbering import next_ids
from fastmap.intake.numbers import understand_count
from fastmap.intake.safe_reading import Mode, Reading, ReadingOptions, cell_name
from fastmap.intake.survey_columns import SurveyColumns, find_columns
from fastmap.intake.survey_mapping import FieldColumn, SkillColumn, SurveyMapping
from fastmap.intake.survey_mapping_reading import load_mapping
from fastmap.intake.survey_texts import likely_language, moment_in, plain_number, split_skills
from fastmap.intake.table_rows import open_spreadsheet
from fastmap.intake.words import language_words, words_of, yes_no_words
from fastmap.model.choices import Channel, HiringReason, MemberStatus, ResponseState
from fastmap.model.ids import LanguageCode, MemberCode, ResponseId
from fastmap.model.messages import Fact, Message
from fastmap.model.normalise import clean_text, text_key
from fastmap.model.organisations import Member
from fastmap.model.responses import NamedLink, Need, Problem, Response, UnusedSkill
from fastmap.model.snapshot import Snapshot
from fastmap.progress import Progress, ProgressListener, silent

_CODE_START: Final = 10
"""Characters of the survey's name in the codes of its nameless respondents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyOutcome:
    """What an export of another survey holds, ready for `ImportResponses`."""

    members: tuple[Member, ...]
    """Respondents who are not in the assessment yet."""
    responses: tuple[Response, ...]
    """New answers; those in state *to check* wait for a person."""
    rows: int
    """Rows with any content."""
    needs: int
    """Needs in the new answers."""
    unchanged: int
    """Rows that came in before."""
    problems: tuple[Problem, ...]
    row_numbers: tuple[int, ...] = ()
    """Row of every new answer, from 1."""


def read_survey(
    path: Path,
    mapping_path: Path,
    snapshot: Snapshot,
    *,
    received_at: datetime | None = None,
    progress: ProgressListener = silent,
    open_files: Collection[FileId] = frozenset(),
) -> SurveyOutcome:
    """Return the answers of a survey export (.xlsx, .ods, .xls, .csv) as ``mapping_path`` explains its columns.

    A respondent who named no skill still answered. ``open_files`` are the assessments that this process holds open.
    Raises `FastmapError`: ``path_missing``, ``table_unreadable``,
    ``mapping_unreadable``, ``mapping_wrong``, ``survey_sheet_missing`` or ``survey_columns_unknown``.
    """
    mapping = load_mapping(mapping_path, open_files)
    options = ReadingOptions(sheet=mapping.sheet, encoding=mapping.encoding, delimiter=mapping.delimiter)
    reading = open_spreadsheet(path, open_files, options=options)
    if not reading.sheets and mapping.sheet is not None:  # once more, to say which sheets there are
        reading = open_spreadsheet(path, open_files, mode=Mode.OVERVIEW)
    return take_answers(reading, mapping, snapshot, name_of(path), received_at=received_at, progress=progress)


def take_answers(
    reading: Reading,
    mapping: SurveyMapping,
    snapshot: Snapshot,
    name: str,
    *,
    received_at: datetime | None = None,
    progress: ProgressListener = silent,
) -> SurveyOutcome:
    """Return the answers in what was read of the file ``name``, as ``mapping`` explains its columns.

    Raises `FastmapError` ``survey_sheet_missing`` or ``survey_columns_unknown``.
    """
    columns = find_columns(reading, mapping, name)
    survey = _Survey(mapping, columns, snapshot, received_at or datetime.now(UTC), name)
    last = len(columns.sheet.rows)
    for row in range(columns.first_row, last):
        if any(value != "" for value in columns.sheet.rows[row]):
            survey.take(row)
        progress(
            Progress(stage="progress.reading_survey", done=row + 1 - columns.first_row, total=last - columns.first_row)
        )
    return SurveyOutcome(
        members=tuple(survey.new_members.values()),
        responses=tuple(survey.responses),
        rows=survey.rows,
        needs=sum(len(response.needs) for response in survey.responses),
        unchanged=survey.unchanged,
        problems=tuple(problem for response in survey.responses for problem in response.problems),
        row_numbers=tuple(survey.row_numbers),
    )


@dataclass(slots=True)
class _Survey:
    mapping: SurveyMapping
    columns: SurveyColumns
    snapshot: Snapshot
    received_at: datetime
    file_name: str
    rows: int = 0
    unchanged: int = 0
    responses: list[Response] = field(default_factory=list)
    row_numbers: list[int] = field(default_factory=list)
    new_members: dict[MemberCode, Member] = field(default_factory=dict)
    by_code: dict[str, Member] = field(init=False)
    by_name: dict[str, Member] = field(init=False)
    known_ids: set[ResponseId] = field(init=False)
    answered: dict[MemberCode, str] = field(init=False)
    codes: Iterator[str] = field(init=False)

    def __post_init__(self) -> None:
        self.by_code = {member.code.casefold(): member for member in self.snapshot.members}
        self.by_name = {text_key(member.name): member for member in self.snapshot.members}
        self.known_ids = {response.id for response in self.snapshot.responses}
        self.answered = {
            response.member: response.source_name or response.id
            for response in self.snapshot.responses
            if response.member is not None and response.state is not ResponseState.SUPERSEDED
        }
        self.codes = next_ids("M", [member.code for member in self.snapshot.members])

    def take(self, row: int) -> None:
        """Turn one row into an answer."""
        self.rows += 1
        answer = _Row(self.mapping, self.columns, row)
        needs, unused = answer.skills()
        links = answer.links()
        values = answer.respondent()
        offers = tuple(key for key in OFFER_KEYS if values.pop(f"offer_{key}", False))
        identity = ResponseId(f"survey-{self._fingerprint(row, answer.raw)}")
        if identity in self.known_ids:
            self.unchanged += 1
            return
        self.known_ids.add(identity)
        language = answer.language() or likely_language(
            " ".join(need.skill_text for need in needs), self.mapping.languages
        )
        member, doubts = self._member(row, language)
        if member is not None and member.code in self.answered:
            doubts.append(answer.problem("second_version", None, "waits", other=self.answered[member.code]))
        elif member is not None:
            self.answered[member.code] = self.file_name
        self.row_numbers.append(row + 1)
        self.responses.append(
            Response(
                id=identity,
                member=member.code if member is not None else None,
                channel=Channel.SURVEY,
                language=language,
                received_at=answer.received() or self.received_at,
                state=ResponseState.TO_CHECK if doubts else ResponseState.ACCEPTED,
                needs=needs,
                unused=unused,
                links=links,
                offers=offers,
                raw=answer.raw,
                source_name=self.file_name,
                problems=(*doubts, *answer.problems),
                **values,
            )
        )

    def _fingerprint(self, row: int, raw: Mapping[str, str]) -> str:
        """Return the id of a row: who answered (by row where nothing else tells) and what."""
        who = [self._text(row, column) for column in self._who_columns()] or [str(row)]
        content = json.dumps([self.mapping.name, who, sorted(raw.items())], ensure_ascii=False)
        return hashlib.sha256(content.encode("utf-8", "backslashreplace")).hexdigest()[:24]

    def _who_columns(self) -> list[str]:
        named = (self.mapping.id_column, self.mapping.code_column, self.mapping.name_column)
        return [column for column in named if column is not None]

    def _text(self, row: int, column: str | None) -> str:
        if column is None:
            return ""
        return clean_text(raw_text(self.columns.sheet.value(row, self.columns.by_name[column])))

    def _member(self, row: int, language: LanguageCode) -> tuple[Member | None, list[Problem]]:
        if self.mapping.anonymous:
            return self._respondent(row, language), []
        code, name = self._text(row, self.mapping.code_column), self._text(row, self.mapping.name_column)
        known = self.by_code.get(code.casefold()) if code else self.by_name.get(text_key(name)) if name else None
        if known is not None:
            return known, []
        if name and not code:
            return self._add(Member(code=MemberCode(next(self.codes)), name=name, language=language)), []
        column = self.mapping.code_column or self.mapping.name_column
        problem = _Row(self.mapping, self.columns, row).problem(
            "member_unknown" if code else "member_missing", column, "waits"
        )
        return None, [problem]

    def _respondent(self, row: int, language: LanguageCode) -> Member:
        """Return the nameless member that stands for one respondent, the same at every import."""
        number = self._text(row, self.mapping.id_column) or str(row + 1 - self.columns.first_row)
        # The beginning of the survey's name to read, its sum to tell two surveys apart.
        start = "-".join(text_key(self.mapping.name).upper().split())[:_CODE_START].rstrip("-")
        mark = hashlib.sha256(self.mapping.name.encode()).hexdigest()[:4].upper()
        code = f"{start}-{mark}-{'-'.join(text_key(number).upper().split())}"
        if known := self.by_code.get(code.casefold()):
            return known
        texts = load_texts(self.snapshot.info.language)
        name = texts.get("survey.respondent", survey=self.mapping.name, number=number)
        return self._add(Member(code=MemberCode(code), name=name, language=language))

    def _add(self, member: Member) -> Member:
        member = replace(member, status=MemberStatus.ANSWERED)
        self.new_members[member.code] = self.by_code[member.code.casefold()] = member
        self.by_name[text_key(member.name)] = member
        return member


@dataclass(slots=True)
class _Row:
    """One respondent's row."""

    mapping: SurveyMapping
    columns: SurveyColumns
    row: int
    raw: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def skills(self) -> tuple[tuple[Need, ...], tuple[UnusedSkill, ...]]:
        """Return needs and unused skills, each skill once."""
        needs: dict[str, Need] = {}
        unused: dict[str, UnusedSkill] = {}
        for text, meaning, values in self._named():
            key = text_key(text)
            if meaning == "unused":
                unused.setdefault(key, UnusedSkill(skill_text=text, **values))
            elif key not in needs:
                needs[key] = Need(row=len(needs) + 1, skill_text=text, **values)
        return tuple(needs.values()), tuple(unused.values())

    def _named(self) -> Iterator[tuple[str, str, dict[str, Any]]]:
        for column in self.mapping.skills:
            texts = _named_skills(split_skills(self._raw(column.column), column.split, self.mapping.ignore), column)
            values = self._values(column.fields, "need_1_" if column.meaning == "need" else "unused_1_")
            figures = [name for name, value in values.items() if isinstance(value, int)]
            if len(texts) > 1 and figures:  # nobody knows which of the skills a number belongs to
                self.problems.append(self.problem("figure_shared", column.fields[figures[0]].column, "kept_as_text"))
                values = {name: value for name, value in values.items() if name not in figures}
            for text in texts:
                yield text, column.meaning, values
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
        named = ((clean_text(self._raw(one.column)), one) for one in self.mapping.links)
        return tuple(NamedLink(name=name, **self._values(one.fields, "link_1_")) for name, one in named if name)

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
                value = self._value(FIELD_BY_NAME[f"{prefix}{name}"].name, text, column.column)
                if value is not None:
                    found["hiring_reasons" if name == "hiring_reason" else name] = value
        return found

    def _value(self, name: str, text: str, column: str) -> Any:
        one = FIELD_BY_NAME[name]
        if one.kind is FieldKind.TEXT:
            return clean_text(text)
        if one.kind is FieldKind.NUMBER:
            count = understand_count(plain_number(text, self.mapping.decimal))
            if count.code is not None:
                done = "corrected" if count.code in NOTES else "kept_as_text"
                self.problems.append(self.problem(count.code, column, done, value=count.number))
            return count.number
        words: Any = words_of(one.choice) if one.choice is not None else yes_no_words()
        understood = words.understand(text)
        if understood is None:
            self.problems.append(self.problem("choice_unknown", column, "kept_as_text"))
            return None
        return (understood.value,) if one.choice is HiringReason else understood.value

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
