"""What kind of skills is needed, and by firms of which smart-specialisation priority."""

from __future__ import annotations

from dataclasses import dataclass

from fastmap.model.choices import SkillKind
from fastmap.model.ids import SkillUri


@dataclass(frozen=True, slots=True, kw_only=True)
class KindNeed:
    """The need for skills of one kind."""

    kind: SkillKind | None
    """``None``: skills of which nobody recorded the kind."""
    skills: int
    """Skills of the kind that members named."""
    ranked: int
    """Those of them that are ranked."""
    firms: int | None
    """Members that named one of them, each once; ``None``: not told in this edition."""
    firms_share: float | None
    """``firms`` / members that answered, 0–1."""
    short_12m: int | None
    """People short in 12 months, summed over the skills for which it is known; ``None``: known for none."""
    people_share: float | None
    """``short_12m`` / the same sum over all kinds, 0–1; ``None`` if that is unknown or 0."""
    leading: tuple[SkillUri, ...]
    """Ranked skills of the kind, best first; ranked groups of it where no skill is ranked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What the members of one priority need of skills of one kind."""

    firms: int
    """Members that named such a skill, each once."""
    short_12m: int | None
    """People they are short of in 12 months; 0 if none named such a skill, ``None`` if none of them said how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorityNeed:
    """What the members whose activity belongs to one priority need."""

    priority: str
    """Key of one of the cluster's S3 priorities, `OTHER` or `NOT_RECORDED`."""
    members: int
    answered: int
    every: Part
    digital: Part
    green: Part
    leading: tuple[SkillUri, ...]
    """Skills that most of these members named, first by members, then by their place in the results."""


OTHER = "other"
"""Stands for members whose activity belongs to none of the cluster's priorities."""
NOT_RECORDED = "not_recorded"
"""Stands for members without an activity that says to which priority it belongs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Specialisation:
    """Need by kind of skill and by priority."""

    by_kind: tuple[KindNeed, ...] = ()
    """Kinds with a need, by people short in 12 months."""
    by_priority: tuple[PriorityNeed, ...] = ()
    """The cluster's priorities that a part of NACE stands for, then the other members; empty in anonymous editions."""
    untold: tuple[str, ...] = ()
    """The cluster's priorities that no part of NACE stands for: activities cannot tell who belongs to them."""


NO_SPECIALISATION = Specialisation()
