"""What the columns of another survey mean: the values that a mapping file or the assistant of the window gives.

The file's format: ``docs/survey-mapping.md``; `survey_mapping_reading` reads it, `survey_mapping_writing` writes it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from fastmap.intake.form_definition import OFFER_KEYS
from fastmap.model.ids import LanguageCode

SEPARATORS: Final[Mapping[str, str]] = {
    "newline": "\n",
    "comma": ",",
    "semicolon": ";",
    "slash": "/",
    "pipe": "|",
    "space": " ",
}
DELIMITERS: Final[Mapping[str, str]] = {"comma": ",", "semicolon": ";", "tab": "\t", "pipe": "|"}
"""What separates the fields of a text file."""
DECIMALS: Final[Mapping[str, str]] = {"comma": ",", "point": "."}
ENCODINGS: Final = ("utf-8", "utf-16", "cp1252", "cp1250", "iso8859-2", "latin-1", "iso8859-15", "mac-roman")
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
RESPONDENT_FIELDS: Final = (
    "respondent_role",
    "people_total",
    "paid_training",
    "barrier",
    "remarks",
    "consent_contact",
    "consent_naming",
    *(f"offer_{key}" for key in OFFER_KEYS),
)
UNUSED_FIELDS: Final = ("people",)
LINK_FIELDS: Final = ("type", "kind")
MEANINGS: Final = ("need", "unused")


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
    values: Mapping[str, str] = field(default_factory=dict)
    """Text of a cell, in normal form → the skill it stands for; an empty text means: no skill."""
    fields: Mapping[str, FieldColumn] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class RatedColumns:
    """Columns whose header names the skill and whose cells rate it."""

    columns: str = ""
    """The beginning of the headers, with ``*`` for the rest."""
    after: str = ""
    """The skill is what follows this text in the header."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Instead of both: header → skill, column by column."""
    values: frozenset[str]
    """Ratings, in normal form, that count as a need."""
    meaning: str = "need"

    def __hash__(self) -> int:
        """Tell groups apart by what they look for."""
        return hash((self.columns, self.after, tuple(self.names), self.meaning))


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkColumn:
    """A column that names an organisation the firm works with."""

    column: str
    fields: Mapping[str, FieldColumn] = field(default_factory=dict)
    """``type`` and ``kind``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyMapping:
    """A checked mapping."""

    name: str
    """Part of the answers' ids: keep it the same when the survey is exported again."""
    sheet: str | None = None
    header_rows: tuple[int, ...] = ()
    """Rows, from 1, whose texts together head the columns; none: the row that knows most of the columns named."""
    first_row: int | None = None
    """Row, from 1, of the first answer; ``None``: the one below the headers."""
    encoding: str | None = None
    delimiter: str | None = None
    decimal: str | None = None
    """The decimal mark of numbers that are written as text; ``None``: a number that can be read two ways is none."""
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
    links: tuple[LinkColumn, ...] = ()
    fields: Mapping[str, FieldColumn] = field(default_factory=dict)

    def columns(self) -> Iterator[str]:
        """Yield every column named (not the groups of rated ones)."""
        single = (self.language_column, self.received_column, self.id_column, self.code_column, self.name_column)
        yield from (column for column in single if column is not None)
        blocks = [(one.column, one.fields) for one in self.skills] + [(one.column, one.fields) for one in self.links]
        for column, fields in blocks:
            yield column
            yield from (other.column for other in fields.values())
        for group in self.rated:
            yield from group.names
        yield from (other.column for other in self.fields.values())
