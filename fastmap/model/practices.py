"""A practice that the cluster recorded itself, beside those of Table 1."""

from __future__ import annotations

from dataclasses import dataclass

from fastmap.model.actions import Cell
from fastmap.model.choices import PartnerType
from fastmap.model.ids import PracticeId


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPractice:
    """What the cluster, or another one it knows of, did about skills: offered where its cell and partners fit."""

    id: PracticeId
    name: str
    what: str
    """What was done, in a sentence or two."""
    cell: Cell
    partner_types: tuple[PartnerType, ...] = ()
    """Kinds of partner it was done with; empty for one done alone."""
    place: str | None = None
    """Where it was done."""
    source: str | None = None
    """A link or words that say where this is known from."""
