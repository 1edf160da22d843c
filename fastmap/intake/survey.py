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
from typing import Final

from fastmap.catalogue.texts import load_texts
from fastmap.intake.encodings import read_as
from fastmap.intake.files import FileId, name_of
from fastmap.intake.form_definition import OFFER_KEYS
from fastmap.intake.form_values import raw_text
from fastmap.intake.numbering import unused_ids
from fastmap.intake.safe_reading import Mode, Reading, ReadingOptions
from fastmap.intake.survey_columns import SurveyColumns, find_columns
from fastmap.intake.survey_mapping import SurveyMapping
from fastmap.intake.survey_mapping_reading import load_mapping
from fastmap.intake.survey_row import SurveyRow
from fastmap.intake.survey_texts import likely_language
from fastmap.intake.table_rows import open_spreadsheet, refuse_too_many
from fastmap.intake.whose import MemberList
from fastmap.model.choices import Channel, MemberStatus, ResponseState
from fastmap.model.ids import LanguageCode, MemberCode, ResponseId
from fastmap.model.normalise import clean_text, text_key
from fastmap.model.organisations import Member
from fastmap.model.responses import Problem, Response
from fastmap.model.snapshot import Snapshot
from fastmap.progress import Progress, ProgressListener, silent

_ABOUT_CODES: Final = frozenset({"member_unknown", "member_missing"})
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
    outcome = take_answers(reading, mapping, snapshot, name_of(path), received_at=received_at, progress=progress)
    return replace(outcome, problems=(*read_as(reading, name_of(path)), *outcome.problems))


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

    Raises `FastmapError` ``survey_sheet_missing``, ``survey_columns_unknown`` or, above `MOST_ROWS`, ``table_unreadable``.
    """
    columns = find_columns(reading, mapping, name)
    refuse_too_many(columns.sheet, columns.first_row, name)
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
    members: MemberList = field(init=False)
    known_ids: set[ResponseId] = field(init=False)
    answered: dict[MemberCode, str] = field(init=False)
    codes: Iterator[str] = field(init=False)

    def __post_init__(self) -> None:
        self.members = MemberList(self.snapshot.members)
        self.known_ids = {response.id for response in self.snapshot.responses}
        self.answered = {
            response.member: response.source_name or response.id
            for response in self.snapshot.responses
            if response.member is not None and response.state is not ResponseState.SUPERSEDED
        }
        self.codes = unused_ids("M", self.snapshot)

    def take(self, row: int) -> None:
        """Turn one row into an answer."""
        self.rows += 1
        answer = SurveyRow(self.mapping, self.columns, row)
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
        elif member is not None and not doubts:
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
        who = [self._text(row, column) for column in self._who_columns()]
        if not any(who):
            who.append(str(row))
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
        if name and not code and not self.members.named(name):
            return self._add(Member(code=MemberCode(next(self.codes)), name=name, language=language)), []
        whose = self.members.whose(code, name)
        if whose.doubt == "organisation_missing" and self.mapping.name_column is None:
            return whose.member, []  # the survey asks for the code alone
        if whose.doubt is None:
            return whose.member, []
        mapping = self.mapping
        columns = (mapping.code_column, mapping.name_column)
        column = next(filter(None, columns if whose.doubt in _ABOUT_CODES else reversed(columns)), None)
        problem = SurveyRow(self.mapping, self.columns, row).problem(whose.doubt, column, "waits", **whose.facts)
        return whose.member, [problem]

    def _respondent(self, row: int, language: LanguageCode) -> Member:
        """Return the nameless member that stands for one respondent, the same at every import."""
        number = self._text(row, self.mapping.id_column) or str(row + 1 - self.columns.first_row)
        # The beginning of the survey's name to read, its sum to tell two surveys apart.
        start = "-".join(text_key(self.mapping.name).upper().split())[:_CODE_START].rstrip("-")
        mark = hashlib.sha256(self.mapping.name.encode()).hexdigest()[:4].upper()
        code = f"{start}-{mark}-{'-'.join(text_key(number).upper().split())}"
        if known := self.members.with_code(code):
            return known
        texts = load_texts(self.snapshot.info.language)
        name = texts.get("survey.respondent", survey=self.mapping.name, number=number)
        return self._add(Member(code=MemberCode(code), name=name, language=language))

    def _add(self, member: Member) -> Member:
        member = replace(member, status=MemberStatus.ANSWERED)
        self.new_members[member.code] = member
        self.members.add(member)
        return member
