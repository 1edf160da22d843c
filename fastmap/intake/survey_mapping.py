"""The mapping file that says what the columns of another survey mean. Its format: ``docs/survey-mapping.md``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from fastmap.errors import FastmapError
from fastmap.intake.files import FileId, is_assessment, name_of
from fastmap.intake.words import language_words
from fastmap.model.ids import LanguageCode
from fastmap.model.messages import Message
from fastmap.model.normalise import text_key

SEPARATORS: Final[Mapping[str, str]] = {"newline": "\n", "comma": ",", "semicolon": ";", "slash": "/", "pipe": "|"}
NEED_FIELDS: Final = (
    "job",
    "level",
    "short_now",
    "short_12m",
    "short_36m",
    "consequence",
    "hiring",
    "hiring_reason",
    "provision",
    "joint_people",
)
RESPONDENT_FIELDS: Final = ("respondent_role", "people_total", "paid_training", "barrier", "remarks")
MEANINGS: Final = ("need", "unused")
_TOML_PLACE: Final = re.compile(r"line (\d+), column (\d+)")
_TOP: Final = ("survey", "respondent", "skills", "rated", "fields")
_SURVEY: Final = (
    "name",
    "sheet",
    "language",
    "languages",
    "language_column",
    "language_values",
    "received_column",
    "ignore",
)
_RESPONDENT: Final = ("anonymous", "id_column", "code_column", "name_column")
_SKILLS: Final = ("column", "split", "meaning", "fields")
_RATED: Final = ("columns", "after", "values", "meaning")


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldColumn:
    """A column that holds one answer besides the skill."""

    column: str
    values: Mapping[str, str] = field(default_factory=dict)
    """Answer of the survey, in normal form → key, word or number of ours; an empty text means: not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillColumn:
    """A column whose cells name skills."""

    column: str
    split: tuple[str, ...] = ()
    """Separators in order: the first one that occurs in a cell splits it."""
    meaning: str = "need"
    fields: Mapping[str, FieldColumn] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class RatedColumns:
    """Columns whose header names the skill and whose cells rate it."""

    columns: str
    """The beginning of the headers, with ``*`` for the rest."""
    after: str
    """The skill is what follows this text in the header."""
    values: frozenset[str]
    """Ratings, in normal form, that count as a need."""
    meaning: str = "need"


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyMapping:
    """A checked mapping file."""

    name: str
    """Part of the answers' ids: keep it the same when the survey is exported again."""
    sheet: str | None = None
    languages: tuple[LanguageCode, ...]
    """The first is the usual one; with more, each respondent's is told by the words used."""
    language_column: str | None = None
    language_values: Mapping[str, LanguageCode] = field(default_factory=dict)
    received_column: str | None = None
    ignore: frozenset[str] = frozenset()
    """Texts, in normal form, that name no skill, such as "as above"."""
    anonymous: bool
    id_column: str | None = None
    code_column: str | None = None
    name_column: str | None = None
    skills: tuple[SkillColumn, ...] = ()
    rated: tuple[RatedColumns, ...] = ()
    fields: Mapping[str, FieldColumn] = field(default_factory=dict)

    def columns(self) -> Iterator[str]:
        """Yield every column named (not the groups of rated ones)."""
        single = (self.language_column, self.received_column, self.id_column, self.code_column, self.name_column)
        yield from (column for column in single if column is not None)
        for skill in self.skills:
            yield skill.column
            yield from (other.column for other in skill.fields.values())
        yield from (other.column for other in self.fields.values())


def load_mapping(path: Path, open_files: Collection[FileId] = frozenset()) -> SurveyMapping:
    """Return the mapping of ``path``; assessments, those of ``open_files`` above all, are not opened.

    Raises `FastmapError`: ``path_missing``, ``mapping_unreadable`` (no TOML, with the line) or ``mapping_wrong`` with
    all mistakes at once.
    """
    if not path.is_file():
        raise FastmapError("path_missing", paths=(str(path),), count=1)
    if is_assessment(path, open_files):
        raise FastmapError("mapping_unreadable", name=name_of(path), reason=Message("mapping.an_assessment"))
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise FastmapError("mapping_unreadable", name=name_of(path), reason=_reason(problem)) from problem
    check = _Check()
    mapping = check.mapping(content)
    if check.mistakes:
        raise FastmapError("mapping_wrong", name=name_of(path), mistakes=tuple(check.mistakes))
    return mapping


def _reason(problem: Exception) -> Message:
    """Return why there is nothing to read, in our words: those of Python are English and speak of codecs."""
    if isinstance(problem, OSError):
        return Message("mapping.not_readable")
    if isinstance(problem, UnicodeDecodeError):
        return Message("mapping.not_utf8")
    place = _TOML_PLACE.search(str(problem))
    if place is None:
        return Message("mapping.not_finished")
    return Message("mapping.not_toml", {"line": int(place[1]), "column": int(place[2])})


class _Check:
    """Reads tables and collects all mistakes instead of stopping at the first."""

    def __init__(self) -> None:
        self.mistakes: list[Message] = []

    def mapping(self, content: Mapping[str, Any]) -> SurveyMapping:
        self._known(content, _TOP, "")
        survey = self._table(content, "survey", _SURVEY)
        respondent = self._table(content, "respondent", _RESPONDENT)
        skills = tuple(self._skill_column(entry) for entry in self._tables(content, "skills"))
        rated = tuple(self._rated(entry) for entry in self._tables(content, "rated"))
        if not skills and not rated:
            self._mistake("mapping.no_skills")
        anonymous = respondent.get("anonymous", False) is True
        code, name = self._text(respondent, "code_column"), self._text(respondent, "name_column")
        if not anonymous and code is None and name is None:
            self._mistake("mapping.no_respondent")
        return SurveyMapping(
            name=self._text(survey, "name") or "survey",
            sheet=self._text(survey, "sheet"),
            languages=self._languages(survey),
            language_column=self._text(survey, "language_column"),
            language_values={
                text_key(word): language
                for word, code in self._strings(survey, "language_values").items()
                if (language := self._language(code)) is not None
            },
            received_column=self._text(survey, "received_column"),
            ignore=frozenset(text_key(text) for text in self._list(survey, "ignore")),
            anonymous=anonymous,
            id_column=self._text(respondent, "id_column"),
            code_column=code,
            name_column=name,
            skills=skills,
            rated=rated,
            fields=self._fields(content, RESPONDENT_FIELDS),
        )

    def _skill_column(self, entry: Mapping[str, Any]) -> SkillColumn:
        self._known(entry, _SKILLS, "skills.")
        split = self._list(entry, "split")
        for name in split:
            if name not in SEPARATORS:
                self._mistake("mapping.unknown_separator", found=name, known=tuple(SEPARATORS))
        return SkillColumn(
            column=self._needed(entry, "column", "skills."),
            split=tuple(SEPARATORS[name] for name in split if name in SEPARATORS),
            meaning=self._meaning(entry),
            fields=self._fields(entry, NEED_FIELDS),
        )

    def _rated(self, entry: Mapping[str, Any]) -> RatedColumns:
        self._known(entry, _RATED, "rated.")
        values = self._list(entry, "values")
        if not values:
            self._mistake("mapping.missing", key="rated.values")
        return RatedColumns(
            columns=self._needed(entry, "columns", "rated."),
            after=self._text(entry, "after") or "",
            values=frozenset(text_key(value) for value in values),
            meaning=self._meaning(entry),
        )

    def _meaning(self, entry: Mapping[str, Any]) -> str:
        meaning = self._text(entry, "meaning") or MEANINGS[0]
        if meaning not in MEANINGS:
            self._mistake("mapping.unknown_meaning", found=meaning, known=MEANINGS)
        return meaning

    def _fields(self, content: Mapping[str, Any], known: tuple[str, ...]) -> dict[str, FieldColumn]:
        table = content.get("fields", {})
        if not isinstance(table, dict):
            self._mistake("mapping.not_a_table", key="fields")
            return {}
        self._known(table, known, "fields.")
        found = {}
        for name, entry in table.items():
            if name not in known:
                continue
            if not isinstance(entry, dict):
                self._mistake("mapping.not_a_table", key=f"fields.{name}")
                continue
            self._known(entry, ("column", "values"), f"fields.{name}.")
            found[name] = FieldColumn(
                column=self._needed(entry, "column", f"fields.{name}."),
                values={text_key(word): value for word, value in self._strings(entry, "values").items()},
            )
        return found

    def _languages(self, survey: Mapping[str, Any]) -> tuple[LanguageCode, ...]:
        one = self._text(survey, "language")
        several = self._list(survey, "languages")
        codes = [one] if one is not None else several
        found = tuple(language for code in codes if (language := self._language(code)) is not None)
        if not found and not codes:
            self._mistake("mapping.missing", key="survey.language")
        return found or (LanguageCode("en"),)

    def _language(self, code: str) -> LanguageCode | None:
        understood = language_words().understand(code)
        if understood is None:
            self._mistake("mapping.unknown_language", found=code)
            return None
        return understood.value

    def _table(self, content: Mapping[str, Any], name: str, known: tuple[str, ...]) -> Mapping[str, Any]:
        table = content.get(name)
        if not isinstance(table, dict):
            self._mistake("mapping.missing" if table is None else "mapping.not_a_table", key=name)
            return {}
        self._known(table, known, f"{name}.")
        return table

    def _tables(self, content: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
        entries = content.get(name, [])
        if isinstance(entries, list) and all(isinstance(entry, dict) for entry in entries):
            return entries
        self._mistake("mapping.not_tables", key=name)
        return []

    def _known(self, table: Mapping[str, Any], known: tuple[str, ...], prefix: str) -> None:
        for key in table.keys() - set(known):
            self._mistake("mapping.unknown_key", key=f"{prefix}{key}", known=known)

    def _needed(self, table: Mapping[str, Any], key: str, prefix: str) -> str:
        text = self._text(table, key)
        if not text:
            self._mistake("mapping.missing", key=f"{prefix}{key}")
        return text or ""

    def _text(self, table: Mapping[str, Any], key: str) -> str | None:
        value = table.get(key)
        if value is not None and not isinstance(value, str):
            self._mistake("mapping.not_a_text", key=key)
            return None
        return value or None

    def _list(self, table: Mapping[str, Any], key: str) -> list[str]:
        value = table.get(key, [])
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return value
        self._mistake("mapping.not_a_list", key=key)
        return []

    def _strings(self, table: Mapping[str, Any], key: str) -> dict[str, str]:
        value = table.get(key, {})
        if isinstance(value, dict) and all(isinstance(item, str | int) for item in value.values()):
            return {word: str(item) for word, item in value.items()}
        self._mistake("mapping.not_a_table", key=key)
        return {}

    def _mistake(self, text: str, /, **facts: Any) -> None:
        self.mistakes.append(Message(text, facts))
