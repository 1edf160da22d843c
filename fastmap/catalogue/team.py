"""Reading ``team.toml``: items and blocks of the team self-assessment, published bands, weights, the digital minimum."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import isclose
from typing import Final

from fastmap.catalogue.tables import Table

AUDIENCES: Final = ("managers", "stakeholders")
MEASURES: Final = ("training", "mastered", "lacking")
RELATIONS: Final = ("over", "about", "between")


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamBlock:
    """A block of items. Text: ``team_form.block.<key>``; of an item ``team_form.label.<item>``."""

    key: str
    items: tuple[str, ...]
    picks_low: int
    picks_high: int
    """How many items a stakeholder is asked to choose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A published result: a bound or a range of shares, never a point to compare with."""

    block: str
    items: tuple[str, ...]
    audience: str
    """``managers`` or ``stakeholders``: who was asked."""
    measure: str
    """What the share is of: ``training`` is needed, ``mastered``, ``lacking``."""
    relation: str
    """``over`` low · ``about`` low · ``between`` low and high."""
    low: float
    high: float | None
    count: int
    """How many answered that survey."""


@dataclass(frozen=True, kw_only=True)
class TeamDefinition:
    """Everything the team self-assessment asks and compares with."""

    source: str
    """Key of `Catalogue.sources`."""
    blocks: tuple[TeamBlock, ...]
    bands: tuple[Band, ...]
    lacks: float
    partly: float
    """How strongly an answer asks for training, 0–1."""
    team_weight: float
    stakeholder_weight: float
    """Weights of the two sides in the order of priorities; they sum to 1."""
    manager_min: int
    staff_min: int
    ict_min: int
    """DigComp levels, 1–8."""
    ict_sectors: tuple[str, ...]
    """S3 priorities that make a cluster one of digital technologies."""

    @cached_property
    def items(self) -> tuple[str, ...]:
        """Every item in the order of the questionnaire."""
        return tuple(item for block in self.blocks for item in block.items)

    @cached_property
    def block_of(self) -> Mapping[str, TeamBlock]:
        """Item → its block."""
        return {item: block for block in self.blocks for item in block.items}

    def bands_of(self, block: str) -> tuple[Band, ...]:
        """Return what was published about items of a block."""
        return tuple(band for band in self.bands if band.block == block)


def read_team(table: Table, *, sources: Collection[str], sectors: Collection[str]) -> TeamDefinition:
    """Return the definition; mistakes are noted in ``table``'s problems."""
    blocks = tuple(_blocks(table))
    priority, digcomp = table.part("priority"), table.part("digcomp")
    definition = TeamDefinition(
        source=table.one_of("source", sources),
        blocks=blocks,
        bands=tuple(_bands(table, {block.key: block for block in blocks})),
        lacks=priority.number("lacks", 0, 1),
        partly=priority.number("partly", 0, 1),
        team_weight=priority.number("team", 0, 1),
        stakeholder_weight=priority.number("stakeholders", 0, 1),
        manager_min=digcomp.whole("manager_min", 1, 8),
        staff_min=digcomp.whole("staff_min", 1, 8),
        ict_min=digcomp.whole("ict_min", 1, 8),
        ict_sectors=digcomp.names("ict_sectors", sectors),
    )
    total = definition.team_weight + definition.stakeholder_weight
    if not isclose(total, 1.0, abs_tol=1e-9):
        priority.note("team", f"and stakeholders sum to {total:g}, not to 1")
    if definition.partly > definition.lacks:
        priority.note("partly", "is above lacks")
    if definition.staff_min > definition.ict_min:
        digcomp.note("staff_min", "is above ict_min")
    for part in (priority, digcomp):
        part.refuse_others()
    return definition


def _blocks(table: Table) -> Iterator[TeamBlock]:
    blocks: set[str] = set()
    known: set[str] = set()
    for row in table.rows("block"):
        items = row.names("items")
        block = TeamBlock(
            key=row.text("key"),
            items=items,
            picks_low=row.whole("picks_low", 0, 20),
            picks_high=row.whole("picks_high", 1, 20),
        )
        if block.key in blocks:
            row.note("key", "stands there twice")
        for item in items:
            if item in known:
                row.note("items", f"{item!r} stands in another block too")
        if not block.picks_low <= block.picks_high <= len(items):
            row.note("picks_high", "is below picks_low, or above the number of items")
        blocks.add(block.key)
        known.update(items)
        row.refuse_others()
        yield block


def _bands(table: Table, blocks: Mapping[str, TeamBlock]) -> Iterator[Band]:
    published = table.part("published")
    counts = {audience: published.whole(audience, 1, 100_000) for audience in AUDIENCES}
    published.refuse_others()
    for row in table.rows("band"):
        block = row.one_of("block", blocks) if blocks else row.text("block")
        audience, relation = row.one_of("audience", AUDIENCES), row.one_of("relation", RELATIONS)
        low = row.number("low", 0, 1)
        high = row.number("high", 0, 1) if relation == "between" else None
        if high is not None and high <= low:
            row.note("high", "is not above low")
        yield Band(
            block=block,
            items=row.names("items", blocks[block].items if block in blocks else None),
            audience=audience,
            measure=row.one_of("measure", MEASURES),
            relation=relation,
            low=low,
            high=high,
            count=counts[audience],
        )
        row.refuse_others()
