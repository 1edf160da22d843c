"""Reading a mapping file: TOML that says what the columns of another survey mean, with all its mistakes at once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, Final

from fastmap.errors import FastmapError
from fastmap.intake.files import FileId, is_assessment, name_of
from fastmap.intake.survey_mapping import (
    DECIMALS,
    DELIMITERS,
    ENCODINGS,
    LINK_FIELDS,
    MEANINGS,
    NEED_FIELDS,
    RESPONDENT_FIELDS,
    SEPARATORS,
    UNUSED_FIELDS,
    FieldColumn,
    LinkColumn,
    RatedColumns,
    SkillColumn,
    SurveyMapping,
)
from fastmap.intake.words import language_words
from fastmap.model.ids import LanguageCode
from fastmap.model.messages import Message
from fastmap.model.normalise import text_key

_TOML_PLACE: Final = re.compile(r"line (\d+), column (\d+)")
_TOP: Final = ("survey", "respondent", "skills", "rated", "links", "fields")
_SURVEY: Final = (
    "name",
    "sheet",
    "header_rows",
    "first_row",
    "encoding",
    "delimiter",
    "decimal",
    "language",
    "languages",
    "language_column",
    "language_values",
    "received_column",
    "ignore",
)
_RESPONDENT: Final = ("anonymous", "id_column", "code_column", "name_column")
_SKILLS: Final = ("column", "split", "meaning", "values", "fields")
_RATED: Final = ("columns", "after", "names", "values", "meaning")
_LINKS: Final = ("column", "fields")


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
            header_rows=self._header_rows(survey),
            first_row=self._row(survey, "first_row"),
            encoding=self._one_of(survey, "encoding", {name: name for name in ENCODINGS}),
            delimiter=self._one_of(survey, "delimiter", DELIMITERS),
            decimal=self._one_of(survey, "decimal", DECIMALS),
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
            links=tuple(self._link(entry) for entry in self._tables(content, "links")),
            fields=self._fields(content, RESPONDENT_FIELDS),
        )

    def _skill_column(self, entry: Mapping[str, Any]) -> SkillColumn:
        self._known(entry, _SKILLS, "skills.")
        split = self._list(entry, "split")
        for name in split:
            if name not in SEPARATORS:
                self._mistake("mapping.unknown_separator", found=name, known=tuple(SEPARATORS))
        meaning = self._meaning(entry)
        return SkillColumn(
            column=self._needed(entry, "column", "skills."),
            split=tuple(SEPARATORS[name] for name in split if name in SEPARATORS),
            meaning=meaning,
            values=self._answers(entry),
            fields=self._fields(entry, NEED_FIELDS if meaning == "need" else UNUSED_FIELDS),
        )

    def _rated(self, entry: Mapping[str, Any]) -> RatedColumns:
        self._known(entry, _RATED, "rated.")
        values = self._list(entry, "values")
        if not values:
            self._mistake("mapping.missing", key="rated.values")
        names = {column: skill for column, skill in self._strings(entry, "names").items() if skill.strip()}
        return RatedColumns(
            columns=self._text(entry, "columns") or "" if names else self._needed(entry, "columns", "rated."),
            after=self._text(entry, "after") or "",
            names=names,
            values=frozenset(text_key(value) or value for value in values),
            meaning=self._meaning(entry),
        )

    def _link(self, entry: Mapping[str, Any]) -> LinkColumn:
        self._known(entry, _LINKS, "links.")
        return LinkColumn(column=self._needed(entry, "column", "links."), fields=self._fields(entry, LINK_FIELDS))

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
                values=self._answers(entry),
            )
        return found

    def _answers(self, entry: Mapping[str, Any]) -> dict[str, str]:
        return {text_key(word) or word: value for word, value in self._strings(entry, "values").items()}

    def _header_rows(self, survey: Mapping[str, Any]) -> tuple[int, ...]:
        rows = survey.get("header_rows", [])
        if isinstance(rows, list) and all(_is_row(row) for row in rows):
            return tuple(sorted(set(rows)))
        self._mistake("mapping.not_rows", key="header_rows")
        return ()

    def _row(self, survey: Mapping[str, Any], key: str) -> int | None:
        row = survey.get(key)
        if row is None or _is_row(row):
            return row
        self._mistake("mapping.not_a_row", key=key)
        return None

    def _one_of(self, survey: Mapping[str, Any], key: str, known: Mapping[str, str]) -> str | None:
        word = self._text(survey, key)
        if word is not None and word not in known:
            self._mistake("mapping.unknown_word", key=key, found=word, known=tuple(known))
        return known.get(word) if word is not None else None

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


def _is_row(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 1
