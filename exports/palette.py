"""The colour tokens of one theme, from ``resources/tokens.toml``; paper is always the light one."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from fastmap.report.badges import Tone

RESOURCES = Path(__file__).resolve().parents[1] / "resources"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A tone: ``ink`` for words, bars and edges, ``soft`` for the ground behind its words. Both ``#RRGGBB``."""

    ink: str
    soft: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """Every colour of a theme as ``#RRGGBB``, named as in the visual language."""

    bg: str
    surface: str
    sunken: str
    raised: str
    line: str
    line_strong: str
    text: str
    text2: str
    primary: str
    on_primary: str
    primary_hover: str
    primary_soft: str
    select: str
    focus: str
    tones: Mapping[Tone, Pair]


@cache
def tokens(theme: Literal["light", "dark"] = "light") -> Tokens:
    """Return the colours of ``theme``."""
    values = tomllib.loads((RESOURCES / "tokens.toml").read_text(encoding="utf-8"))[theme]
    tones = {Tone(name): Pair(ink=ink, soft=soft) for name, (ink, soft) in values.pop("tones").items()}
    return Tokens(**values, tones=tones)


def mixed(ground: str, ink: str, share_0_1: float) -> str:
    """Return the colour that lies ``share_0_1`` of the way from ``ground`` to ``ink``.

    >>> mixed("#000000", "#FFFFFF", 0.5)
    '#808080'
    """
    parts = zip(_rgb(ground), _rgb(ink), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share_0_1):02X}" for a, b in parts)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2).

    >>> round(contrast("#000000", "#FFFFFF"))
    21
    """
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in _rgb(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
