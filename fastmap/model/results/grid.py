"""The typology grid with the cluster's actions, and what is said of all of them together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from fastmap.model.actions import Action, Cell
from fastmap.model.ids import ActionId
from fastmap.model.messages import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class GridCell:
    """One cell of the typology grid with the cluster's actions in it."""

    cell: Cell
    actions: tuple[Action, ...]
    warnings: Mapping[ActionId, tuple[Message, ...]] = field(default_factory=dict)
    """What is odd about an action, said and not forbidden; actions about which nothing is odd are not in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BalanceNote:
    """One sentence about all actions on the grid together."""

    key: str
    """Which rule spoke, such as ``nothing_high``."""
    is_gap: bool
    """True for what a cluster may want to change; false for what is well."""
    sentence: Message
