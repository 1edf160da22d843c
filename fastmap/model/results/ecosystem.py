"""Partners around the cluster: which types are there, whom to introduce, how everybody is linked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from fastmap.model.choices import ActorState, ChecklistState, PartnerType
from fastmap.model.ids import MemberCode, PartnerId, SkillUri


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Actor check for one partner type."""

    type: PartnerType
    state: ActorState
    partners: tuple[PartnerId, ...]
    best_stage: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduction:
    """One line of the list: introduce these firms to this provider about these skills."""

    partner: PartnerId
    skills: tuple[SkillUri, ...]
    """Best priority first."""
    priority_covered: float
    """Sum of the priorities of the skills: the order of the list."""
    members: tuple[MemberCode, ...]
    """Firms that need one of the skills and have no tie with the provider yet."""
    introducers: tuple[MemberCode, ...]
    """Members already tied to the provider."""
    stage: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """Measures of the network of members and partners. Nodes are ``m:CODE`` and ``p:ID``."""

    nodes: int
    ties: int
    degree: Mapping[str, int]
    betweenness: Mapping[str, float]
    brokers: tuple[str, ...]
    isolated: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ecosystem:
    """Partners around the cluster."""

    actors: tuple[Actor, ...] = ()
    introductions: tuple[Introduction, ...] = ()
    network: Network | None = None
    checklist: Mapping[str, ChecklistState | None] = field(default_factory=dict)
    """Answer per item of the partnership checklist; empty if none was answered."""
