"""How organisations and links of a network are drawn, the same on the screen and in pictures.

Shape and colour tell the family of a partner, two letters in it the type; lines tell how close it is. Nothing hangs on
colour alone. No drawing here: `exports.charts.network` and the window draw it, each with its own means.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from fastmap.model.choices import MemberKind, PartnerType
from fastmap.report.badges import Tone


class Shape(StrEnum):
    """Outline of an organisation."""

    CIRCLE = "circle"
    SQUARE = "square"
    DIAMOND = "diamond"
    HEXAGON = "hexagon"
    TRIANGLE = "triangle"


LATE_SIZE = 1.3
"""How much wider than a dot the diamond of a late milestone is drawn: as heavy to the eye, and told from it in grey."""


class Family(StrEnum):
    """What partner types are drawn alike; text ``network.family.<value>``."""

    EDUCATION = "education"
    PUBLIC = "public"
    BUSINESS = "business"
    NETWORKS = "networks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How one organisation is drawn."""

    shape: Shape
    tone: Tone
    size: float
    """Width in points."""
    hollow: bool = False
    """Only its outline: something is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineLook:
    """How one link is drawn."""

    width: float
    dashed: bool = False


FAMILY_OF: Mapping[PartnerType, Family] = MappingProxyType(
    {
        PartnerType.VET: Family.EDUCATION,
        PartnerType.UNIVERSITY: Family.EDUCATION,
        PartnerType.RTO: Family.EDUCATION,
        PartnerType.AUTHORITY: Family.PUBLIC,
        PartnerType.AGENCY: Family.PUBLIC,
        PartnerType.EMPLOYMENT_SERVICE: Family.PUBLIC,
        PartnerType.FUNDER: Family.PUBLIC,
        PartnerType.FIRM: Family.BUSINESS,
        PartnerType.CHAMBER: Family.BUSINESS,
        PartnerType.SOCIAL_PARTNER: Family.BUSINESS,
        PartnerType.CIVIL_SOCIETY: Family.BUSINESS,
        PartnerType.DIH: Family.NETWORKS,
        PartnerType.CLUSTER: Family.NETWORKS,
        PartnerType.INTERNATIONAL: Family.NETWORKS,
    }
)
_FAMILY_LOOKS: Mapping[Family, Look] = MappingProxyType(
    {
        Family.EDUCATION: Look(shape=Shape.SQUARE, tone=Tone.REGIONAL, size=24.0),
        Family.PUBLIC: Look(shape=Shape.HEXAGON, tone=Tone.LT, size=28.0),
        Family.BUSINESS: Look(shape=Shape.DIAMOND, tone=Tone.WARN, size=34.0),
        Family.NETWORKS: Look(shape=Shape.CIRCLE, tone=Tone.INTERNATIONAL, size=27.0),
    }
)
_FIRM_SIZES: Mapping[MemberKind, float] = MappingProxyType(
    {MemberKind.MICRO: 6.0, MemberKind.SMALL: 8.0, MemberKind.MEDIUM: 11.0, MemberKind.LARGE: 15.0}
)
_LINES: Mapping[int | None, LineLook] = MappingProxyType(
    {
        None: LineLook(width=0.7, dashed=True),
        0: LineLook(width=0.7, dashed=True),
        1: LineLook(width=0.7, dashed=True),
        2: LineLook(width=0.8),
        3: LineLook(width=1.4),
        4: LineLook(width=2.1),
        5: LineLook(width=3.0),
    }
)


def partner_look(type_: PartnerType) -> Look:
    """Return how a partner of a type is drawn."""
    return _FAMILY_LOOKS[FAMILY_OF[type_]]


def member_look(kind: MemberKind | None) -> Look:
    """Return how a member is drawn: firms as dots by size, others by their own outline."""
    if kind is None:
        return Look(shape=Shape.CIRCLE, tone=Tone.NEUTRAL, size=8.0, hollow=True)
    if kind is MemberKind.START_UP:
        return Look(shape=Shape.TRIANGLE, tone=Tone.PRIMARY, size=10.0)
    if kind in _FIRM_SIZES:
        return Look(shape=Shape.CIRCLE, tone=Tone.PRIMARY, size=_FIRM_SIZES[kind])
    return Look(shape=Shape.SQUARE, tone=Tone.PRIMARY, size=9.0)


def line_look(stage: int | None) -> LineLook:
    """Return how a link to a partner of a stage is drawn: the closer, the thicker; hardly known ones dashed."""
    return _LINES[stage]


def outline(shape: Shape, size: float) -> tuple[tuple[float, float], ...]:
    """Return the corners of a shape ``size`` points wide around (0, 0), y downwards; none for a circle.

    >>> outline(Shape.DIAMOND, 2.0)
    ((0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0))
    """
    half = size / 2
    return {
        Shape.CIRCLE: (),
        Shape.SQUARE: ((-half, -half), (half, -half), (half, half), (-half, half)),
        Shape.DIAMOND: ((0.0, -half), (half, 0.0), (0.0, half), (-half, 0.0)),
        Shape.HEXAGON: (
            (-half, 0.0),
            (-half / 2, -half * 0.866),
            (half / 2, -half * 0.866),
            (half, 0.0),
            (half / 2, half * 0.866),
            (-half / 2, half * 0.866),
        ),
        Shape.TRIANGLE: ((0.0, -half), (half, half * 0.8), (-half, half * 0.8)),
    }[shape]
