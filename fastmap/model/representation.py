"""Which parts of the membership answered less than their share, and what that may bend."""

from __future__ import annotations

from dataclasses import dataclass

from fastmap.model.ids import SkillUri


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingClass:
    """A size, an activity or a region from which fewer answers came than its share of the members would give."""

    slicing: str
    """``size``, ``activity`` or ``region``."""
    key: str
    """Key of the slice, as in `fastmap.model.results.Stratum`."""
    members: int
    answered: int
    expected: float
    """Answers that its share of the members would give: members of the class × answers / members, both over the classes
    that are known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReachShift:
    """How the reach of one skill would change if every size weighed as it does among the members."""

    skill: SkillUri
    reach: float
    """Among the answers as they are, 0–1."""
    weighted: float
    """With every answer weighted by members / answers of its size, 0–1; sizes without an answer cannot be weighted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Representation:
    """Who is missing among the answers."""

    missing: tuple[MissingClass, ...] = ()
    """Sizes, then activities, then regions; within them the largest lack first."""
    shift: ReachShift | None = None
    """The largest change among the skills at the top; ``None`` if no size is missing or nothing is ranked, and in
    anonymous editions."""


NO_REPRESENTATION = Representation()
