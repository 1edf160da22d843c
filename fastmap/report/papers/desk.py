"""What every paper writes with: words of the report's language, figures that know their source, tables of the report.

A desk serves one paper: it numbers the sources in the order in which the text first needs them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from fastmap.model.messages import Fact, Message
from fastmap.report.audiences import EVERYTHING, Selection
from fastmap.report.blocks import CellValue, Column, ColumnKind, Table
from fastmap.report.context import ReportContext
from fastmap.report.finished import Section
from fastmap.report.paper_blocks import (
    Cited,
    Form,
    Head,
    Heading,
    Look,
    PaperBlock,
    Source,
    Sources,
    Text,
    Ticks,
    Words,
)
from fastmap.texts import sentence_case

_FIGURES: Final = frozenset({ColumnKind.WHOLE, ColumnKind.NUMBER, ColumnKind.SHARE, ColumnKind.MONEY})
_FIGURE_SHARE: Final = 5
_SHARES: Final = {ColumnKind.LONG_TEXT: 11, ColumnKind.TEXT: 8, ColumnKind.BADGE: 6, ColumnKind.DATE: 6}
"""How wide columns are beside figures."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A fact of a sentence that leads to its source."""

    value: Fact
    source: int


class Desk:
    """Where one paper is written."""

    def __init__(self, context: ReportContext, sections: Sequence[Section], shown: Selection = EVERYTHING) -> None:
        """``sections``: the finished chapters of the same edition; ``shown``: those of the report beside the paper."""
        self.context = context
        self._shown = shown
        self._chapters = {section.key: section for section in sections}
        self._tables = {
            block.key: (section, block) for section in sections for block in section.blocks if isinstance(block, Table)
        }
        self._sources: dict[tuple[str, str, str], Source] = {}

    # --- words --------------------------------------------------------------------------------------------------------

    def say(self, key: str, /, **facts: Fact) -> str:
        """Return the papers' own text ``report.word.<key>``."""
        return self.context.say(f"word.{key}", **facts)

    def words(self, key: str, /, **facts: Fact | Figure) -> Words:
        """Return the text ``report.<key>``; each of its facts that is a `Figure` leads to its source."""
        plain = {name: fact.value if isinstance(fact, Figure) else fact for name, fact in facts.items()}
        found: list[str | Cited] = []
        for name, text in self.context.texts.pieces(Message(f"report.{key}", plain)):
            fact = facts.get(name) if name else None
            found.append(Cited(text, fact.source) if isinstance(fact, Figure) else text)
        return tuple(found)

    def text(self, key: str, /, look: Look = Look.NORMAL, **facts: Fact | Figure) -> Text:
        """Return the text ``report.<key>`` as a paragraph."""
        return Text(words=self.words(key, **facts), look=look)

    def head(self, column: str, share: int = 2) -> Head:
        """Return the head of a column that the report has, too."""
        return Head(text=self.context.say(f"column.{column}.name"), share=share)

    # --- figures ------------------------------------------------------------------------------------------------------

    def figure(self, value: Fact, what: str, place: str, *, rests_on: str, day: str | None = None) -> Figure:
        """Return a figure that leads to its source; named twice it is one figure.

        ``what``: its name as a person reads it. ``place``: key of the table it stands in, else of its chapter.
        ``rests_on``: how many stand behind it, in words. ``day``: when it was recorded; by default, when answers were
        collected.
        """
        text = self.context.texts.fact(value)
        return Figure(value, self._source(what, text, place, rests_on, day or self.collected).number)

    def mark(self, table: str, *, rests_on: str, day: str | None = None) -> Cited:
        """Return a mark for a whole table, which leads to where the table stands in the report."""
        what = self._tables[table][1].caption
        return Cited("", self._source(what, "", table, rests_on, day or self.collected).number)

    def _source(self, what: str, value: str, place: str, rests_on: str, day: str) -> Source:
        key = (what, value, place)
        if key not in self._sources:
            self._sources[key] = Source(
                number=len(self._sources) + 1,
                what=sentence_case(what),
                value=value,
                place=self._place(place),
                sheet=self.context.say(f"sheet.{place}") if self._is_shown(place) else self.say("not_here"),
                day=day,
                rests_on=rests_on,
            )
        return self._sources[key]

    def _place(self, key: str) -> str:
        """Return chapter and table, and where they are if the report beside the paper was made without the chapter."""
        place = self._chapters[key].title if key in self._chapters else ""
        if key in self._tables:
            section, table = self._tables[key]
            place = f"{section.title}\u00a0› {table.caption}"
        return place if self._is_shown(key) else self.say("whole_report", place=place)

    def _is_shown(self, key: str) -> bool:
        return self._shown.shows(self._tables[key][0].key if key in self._tables else key)

    @property
    def collected(self) -> str:
        """When answers were collected: the dates of the round, else its label."""
        info = self.context.results.snapshot.info
        if info.round_start and info.round_end:
            return self.context.say("cover.dates_value", start=info.round_start, end=info.round_end)
        return info.round_label or self.recorded

    @property
    def recorded(self) -> str:
        """The day until which everything that is recorded counts."""
        return self.context.texts.date(self.context.made_on)

    @property
    def by_answers(self) -> str:
        """How many answers stand behind figures of the round, in words."""
        return self.say("rests.answers", count=self.context.general("answered", self.context.results.quality.answered))

    @property
    def by_records(self) -> str:
        """What stands behind figures that are no answers, in words."""
        return self.say("rests.records")

    # --- tables of the report -----------------------------------------------------------------------------------------

    def has(self, key: str) -> bool:
        """Say whether this edition has a table or chapter ``key``."""
        return key in self._tables or key in self._chapters

    def rows(self, table: str) -> tuple[dict[str, CellValue], ...]:
        """Return the rows of a table of the report by the keys of its columns; nothing where there is no such table."""
        if table not in self._tables:
            return ()
        found = self._tables[table][1]
        keys = [column.key for column in found.columns]
        return tuple(dict(zip(keys, row, strict=True)) for row in found.rows)

    def form(
        self,
        table: str,
        keys: str,
        *,
        rests_on: str,
        day: str | None = None,
        most: int = 10,
        where: Callable[[Mapping[str, CellValue]], object] = bool,
    ) -> Form | None:
        """Return at most ``most`` rows of a table of the report with the columns ``keys``, marked with its source.

        ``where`` says of a row whether it is wanted. Columns that this edition does not have are left out; ``None``
        where there is no such table, or no such row.
        """
        rows = [row for row in self.rows(table) if where(row)]
        if not rows:
            return None
        found = self._tables[table][1]
        columns = [column for key in keys.split() for column in found.columns if column.key == key]
        return Form(
            name=found.caption,
            caption=(found.caption, self.mark(table, rests_on=rests_on, day=day)),
            heads=tuple(self._head(column) for column in columns),
            rows=tuple(tuple(self.cell(column, row[column.key]) for column in columns) for row in rows[:most]),
            below=self.context.say("words.rows_more", count=len(rows) - most) if len(rows) > most else None,
        )

    def _head(self, column: Column) -> Head:
        return Head(
            text=column.header,
            unit=column.unit,
            share=_SHARES.get(column.kind, _FIGURE_SHARE),
            is_figure=column.kind in _FIGURES,
        )

    def cell(self, column: Column, value: CellValue) -> Words:
        """Return a cell of a table of the report as a person reads it; not known is a dash."""
        texts = self.context.texts
        if isinstance(value, date):
            return (texts.date(value),)
        if isinstance(value, int | float):
            return (texts.percent(value) if column.kind is ColumnKind.SHARE else texts.number(value),)
        return ("–" if value is None else str(value),)

    # --- the end of every paper ---------------------------------------------------------------------------------------

    def sources(self) -> list[PaperBlock]:
        """Return the table of figures and where they come from; nothing for a paper without figures."""
        if not self._sources:
            return []
        keys = ("number", "what", "value", "place", "sheet", "rests_on")
        return [
            Heading(text=self.say("sources")),
            Text(words=(self.say("sources_reading"),), look=Look.QUIET),
            Sources(
                caption=self.say("sources"),
                heads=tuple(self.say(f"head.{key}") for key in keys),
                rows=tuple(self._sources.values()),
            ),
        ]


def plain(words: Iterable[str]) -> tuple[Words, ...]:
    """Return sentences without figures of their own as paragraphs."""
    return tuple((text,) for text in words)


def ticked(options: Iterable[tuple[str, bool]]) -> Ticks:
    """Return boxes to tick, the words beginning with a capital."""
    return Ticks(options=tuple((sentence_case(word), is_ticked) for word, is_ticked in options))
