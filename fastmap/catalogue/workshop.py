"""Reading ``workshop.toml``: agendas that a workshop begins with, and when dots and survey disagree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fastmap.catalogue.tables import Table
from fastmap.model.choices import AgendaSubject, WallView
from fastmap.model.workshop import MOST_DOTS, MOST_MINUTES, AgendaItem


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaTemplate:
    """An agenda to begin with. Text: ``agenda.<key>``; of an item ``agenda_subject.<subject>``."""

    key: str
    items: tuple[AgendaItem, ...]

    @property
    def minutes(self) -> int:
        """Planned length."""
        return sum(item.minutes for item in self.items)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkshopDefinition:
    """How workshops begin, and how their votes are read."""

    agendas: tuple[AgendaTemplate, ...]
    """The first is the usual one."""
    gap_places: int
    """Places apart from which the dots and the survey disagree about an option (3)."""
    dots: int
    """Dots of each person that a ballot begins with, 1–10."""


def read_workshop(table: Table) -> WorkshopDefinition:
    """Return the definition; mistakes are noted in ``table``'s problems."""
    agendas = tuple(_agendas(table))
    if not agendas:
        table.note("agenda", "there is none")
    return WorkshopDefinition(
        agendas=agendas, gap_places=table.whole("gap_places", 1, 100), dots=table.whole("dots", 1, MOST_DOTS)
    )


def _agendas(table: Table) -> Iterator[AgendaTemplate]:
    for row in table.rows("agenda"):
        items = tuple(_items(row))
        if not items:
            row.note("items", "is empty")
        yield AgendaTemplate(key=row.text("key"), items=items)
        row.refuse_others()


def _items(row: Table) -> Iterator[AgendaItem]:
    for number, item in enumerate(row.rows("items"), start=1):
        yield AgendaItem(
            id=str(number),
            subject=item.choice("subject", AgendaSubject),
            minutes=item.whole("minutes", 1, MOST_MINUTES),
            view=item.choice("view", WallView) if "view" in item.content else None,
        )
        item.refuse_others()
