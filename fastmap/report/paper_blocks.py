"""The pieces of papers: documents that people go on writing, such as a board paper or the paragraphs of an application.

As in `fastmap.report.blocks` all text is finished and is data. A figure is a `Cited`: the writer links it to the row
of `Sources` that says where it comes from.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from fastmap.model.messages import Message
from fastmap.report.drawings import Drawing


@dataclass(frozen=True, slots=True)
class Cited:
    """A figure in running text, or with an empty ``text`` only the mark that leads to its source."""

    text: str
    source: int
    """`Source.number` in the same paper."""


Words: TypeAlias = "tuple[str | Cited, ...]"
"""One paragraph; line breaks in it stay."""


class Look(StrEnum):
    """How a paragraph is set."""

    NORMAL = "normal"
    LEAD = "lead"
    QUIET = "quiet"
    """Smaller and lighter: help for whoever fills the paper in."""
    STRONG = "strong"
    """A line of its own weight, such as the subject of a mail."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading; readers find it in the list of headings."""

    text: str
    level: int = 1
    """1 or 2."""
    new_page: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A paragraph."""

    words: Words
    look: Look = Look.NORMAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """A list."""

    items: tuple[Words, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticks:
    """Boxes to tick, each with its word; those that are recorded are ticked."""

    options: tuple[tuple[str, bool], ...]


Cell: TypeAlias = "Words | Ticks"
"""A cell of a form; no words: a place to write."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One row of `Facts`."""

    label: str
    cells: tuple[Cell, ...]
    """One paragraph each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Names at the left, what belongs to them at the right."""

    name: str
    """What the table is, for those who cannot see it."""
    rows: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The head of a column."""

    text: str
    unit: str | None = None
    share: int = 1
    """Its width beside the other columns."""
    is_figure: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A table to read or to fill in."""

    name: str
    """What the table is, for those who cannot see it."""
    caption: Words
    """Stands above it with its number; empty where a heading says it already."""
    heads: tuple[Head, ...]
    rows: tuple[tuple[Cell, ...], ...]
    below: str | None = None
    """Stands under it, such as how many rows it leaves out."""
    to_write: bool = False
    """Its rows are high enough for handwriting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A drawing of the report, with its caption and its alternative text."""

    drawing: Drawing


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatures:
    """Lines to sign on, with who signs below."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a figure comes from."""

    number: int
    what: str
    value: str
    """As the text says it; other programs may take it from here."""
    place: str
    """Chapter and table of the report."""
    sheet: str
    """Sheet of the workbook."""
    day: str
    """When it was collected or recorded."""
    rests_on: str
    """How many stand behind it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """The table of figures and where they come from, the last thing in a paper."""

    caption: str
    heads: tuple[str, ...]
    """Of number, figure, value, place, sheet, and of the date with what it rests on."""
    rows: tuple[Source, ...]


PaperBlock: TypeAlias = "Heading | Text | Points | Facts | Form | Picture | Signatures | Sources"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One document."""

    key: str
    """Stable English name."""
    title: str
    """Also its file's name, beside cluster, round and edition."""
    subtitle: str
    blocks: tuple[PaperBlock, ...]
    not_made: Message | None = None
    """Why this edition has no such paper, for whoever asked for it; it has no blocks then, and no writer writes it."""

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where the paper's figures come from."""
        return tuple(row for block in self.blocks if isinstance(block, Sources) for row in block.rows)

    def cited(self) -> Iterator[Cited]:
        """Yield every figure of the paper that leads to a source, in its order."""
        for block in self.blocks:
            for words in _words_of(block):
                yield from (part for part in words if isinstance(part, Cited))


def _words_of(block: PaperBlock) -> Iterator[Words]:
    match block:
        case Text(words=words):
            yield words
        case Points(items=items):
            yield from items
        case Facts(rows=facts):
            yield from (cell for fact in facts for cell in fact.cells if not isinstance(cell, Ticks))
        case Form(rows=rows):
            yield block.caption
            yield from (cell for row in rows for cell in row if not isinstance(cell, Ticks))
        case _:
            return
