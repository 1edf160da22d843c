"""The colour tokens of one theme, from ``resources/tokens.toml`` (the exports read the same file)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


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
    tones: Mapping[str, Pair]
    """``neutral``, ``good``, ``warn``, ``bad``, ``st``, ``mt``, ``lt``, ``alone``, ``regional``, ``international``,
    ``primary``."""

    def tone(self, name: str) -> Pair:
        """Return a tone; an unknown name is a mistake of ours and raises `KeyError`."""
        return self.tones[name]

    def colour(self, name: str) -> str:
        """Return a token by name, or the ink of a tone by ``tone.<name>``."""
        if name.startswith("tone."):
            return self.tones[name.removeprefix("tone.")].ink
        value = getattr(self, name)
        assert isinstance(value, str)  # the fields above
        return value


@cache
def load_tokens(theme: str) -> Tokens:
    """Return the colours of ``light`` or ``dark``."""
    values = tomllib.loads((RESOURCES / "tokens.toml").read_text(encoding="utf-8"))[theme]
    tones = {name: Pair(ink=ink, soft=soft) for name, (ink, soft) in values["tones"].items()}
    return Tokens(**{name: value for name, value in values.items() if name != "tones"}, tones=tones)
