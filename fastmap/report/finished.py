"""A finished report: what every writer gets, and nothing else.

Its chapters are made of `fastmap.report.blocks`. All text is finished text of the report's language and is data.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from fastmap.model.ids import LanguageCode
from fastmap.model.messages import Message
from fastmap.report.audiences import Audience
from fastmap.report.blocks import Block, Table
from fastmap.report.drawings import Drawing
from fastmap.report.paper_blocks import Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A chapter of the PDF and a sheet (or more) of the workbook."""

    key: str
    title: str
    blocks: tuple[Block, ...]
    workbook_only: bool = False
    own_page: bool = False
    """In the PDF nothing else stands on its last page: the section can be handed out alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The few words that writers themselves need, in the report's language."""

    page_of: str
    """With ``{page}`` and ``{pages}``."""
    contents: str
    figure: str
    table: str
    notes: str
    sheet_names: Mapping[str, str]
    """Section or table key → name of its sheet (≤ 31 characters)."""
    dictionary: Mapping[str, str]
    """Headings of the data dictionary: ``sheet``, ``column``, ``kind``, ``unit``, ``meaning``."""
    not_known: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something that whoever gets the files must know beside them: who may have them, how to cite them."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantBox:
    """What the cover says about the grant: names and values, and the sentence that a funder asks for."""

    title: str
    facts: tuple[tuple[str, str], ...]
    disclaimer: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverLogo:
    """The logo on the cover, a PNG that was made by us (`fastmap.intake.logo`)."""

    png: bytes
    width_px: int
    height_px: int
    alternative: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A finished report: every writer gets this value and nothing else."""

    title: str
    subtitle: str
    cluster: str
    round_label: str
    made_on: date
    language: LanguageCode
    anonymous: bool
    banner: str | None
    """A line for every page, such as "Fictional example" or "Anonymous edition"."""
    cover_facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    words: Words
    data: Mapping[str, Any]
    """The JSON of the contract (`analyse --json`), already anonymous where the report is."""
    papers: Sequence[Paper] = ()
    """Documents to go on writing in Word, of the same edition; made when they are wanted."""
    mark: str | None = None
    """A line to be read on every sheet and page itself, not only at its edge: "Confidential – for audit"."""
    audience: Audience | None = None
    """For whom it was made; ``None``: for nobody in particular."""
    notices: tuple[Notice, ...] = ()
    """What is to be read beside the files of a pack."""
    grant: GrantBox | None = None
    logo: CoverLogo | None = None
    remarks: tuple[Message, ...] = ()
    """What is recorded and could not be put into it: for whoever writes it, not for its readers."""

    def tables(self) -> tuple[Table, ...]:
        """Return every table of every section, in order."""
        return tuple(block for section in self.sections for block in section.blocks if isinstance(block, Table))

    def charts(self) -> tuple[Drawing, ...]:
        """Return everything that can be written as a picture, in order."""
        return tuple(block for section in self.sections for block in section.blocks if isinstance(block, Drawing))
