"""Writing a mapping as the TOML that the command line takes, so that it can be kept, read and passed on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from fastmap.intake.survey_mapping import (
    DECIMALS,
    DELIMITERS,
    SEPARATORS,
    FieldColumn,
    RatedColumns,
    SkillColumn,
    SurveyMapping,
)

_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def mapping_as_toml(mapping: SurveyMapping) -> str:
    """Return ``mapping`` as the text of a mapping file; reading it gives an equal mapping."""
    return "\n".join(_lines(mapping)) + "\n"


def _lines(mapping: SurveyMapping) -> Iterator[str]:
    yield "# What the columns of this survey mean. Every entry is explained in docs/survey-mapping.md."
    yield ""
    yield "[survey]"
    yield from _entries(
        {
            "name": mapping.name,
            "sheet": mapping.sheet,
            "header_rows": mapping.header_rows,
            "first_row": mapping.first_row,
            "encoding": mapping.encoding,
            "delimiter": _name_of(mapping.delimiter, DELIMITERS),
            "decimal": _name_of(mapping.decimal, DECIMALS),
            "languages": mapping.languages,
            "language_column": mapping.language_column,
            "language_values": dict(mapping.language_values),
            "received_column": mapping.received_column,
            "ignore": tuple(sorted(mapping.ignore)),
        }
    )
    yield ""
    yield "[respondent]"
    yield from _entries(
        {
            "anonymous": mapping.anonymous or None,
            "id_column": mapping.id_column,
            "code_column": mapping.code_column,
            "name_column": mapping.name_column,
        }
    )
    yield from _fields(mapping.fields, "fields")
    for skill in mapping.skills:
        yield from _skill(skill)
    for group in mapping.rated:
        yield from _rated(group)
    for link in mapping.links:
        yield ""
        yield "[[links]]"
        yield from _entries({"column": link.column})
        yield from _fields(link.fields, "links.fields")


def _skill(skill: SkillColumn) -> Iterator[str]:
    yield ""
    yield "[[skills]]"
    yield from _entries(
        {
            "column": skill.column,
            "split": tuple(name for mark in skill.split if (name := _name_of(mark, SEPARATORS)) is not None),
            "meaning": skill.meaning if skill.meaning != "need" else None,
            "values": dict(skill.values),
        }
    )
    yield from _fields(skill.fields, "skills.fields")


def _rated(group: RatedColumns) -> Iterator[str]:
    yield ""
    yield "[[rated]]"
    yield from _entries(
        {
            "columns": group.columns or None,
            "after": group.after or None,
            "values": tuple(sorted(group.values)),
            "meaning": group.meaning if group.meaning != "need" else None,
        }
    )
    if group.names:
        yield ""
        yield "[rated.names]"
        yield from (f"{_text(header)} = {_text(skill)}" for header, skill in group.names.items())


def _fields(fields: Mapping[str, FieldColumn], table: str) -> Iterator[str]:
    for name, column in fields.items():
        yield ""
        yield f"[{table}.{name}]"
        yield from _entries({"column": column.column, "values": dict(column.values)})


def _entries(entries: Mapping[str, object]) -> Iterator[str]:
    """Yield a line for every entry that says something."""
    for key, value in entries.items():
        if value is not None and value not in ((), {}):
            yield f"{key} = {_value(value)}"


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Mapping):
        inside = ", ".join(f"{_text(str(key))} = {_text(str(entry))}" for key, entry in value.items())
        return f"{{ {inside} }}"
    if isinstance(value, Iterable) and not isinstance(value, str):
        return f"[{', '.join(_value(entry) for entry in value)}]"
    return _text(str(value))


def _text(text: str) -> str:
    """Return a basic string of TOML: whatever stands in a header stays text."""
    return '"' + "".join(_ESCAPES.get(char) or _plain(char) for char in text) + '"'


def _plain(char: str) -> str:
    number = ord(char)
    return f"\\u{number:04X}" if number < 0x20 or 0x7F <= number < 0xA0 or number in (0x2028, 0x2029) else char


def _name_of(mark: str | None, names: Mapping[str, str]) -> str | None:
    return next((name for name, known in names.items() if known == mark), None)
