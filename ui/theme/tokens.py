"""The colour tokens of one theme, from ``resources/tokens.toml`` (the exports read the same file)."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

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
    tables = read_tables((RESOURCES / "tokens.toml").read_text(encoding="utf-8"))
    tones = {name: Pair(ink=ink, soft=soft) for name, (ink, soft) in tables[f"{theme}.tones"].items()}
    return Tokens(**tables[theme], tones=tones)


def read_tables(text: str) -> dict[str, dict[str, Any]]:
    """Return the tables of a TOML file that holds nothing but texts and lists of texts, one on each line.

    The first paint waits for the colours; this takes a tenth of what importing `tomllib` does. A test holds that both
    read the same.
    """
    tables: dict[str, dict[str, Any]] = {}
    table: dict[str, Any] = {}
    for line in text.splitlines():
        if line.startswith("["):
            table = tables.setdefault(line.strip("[]"), {})
        elif line and not line.startswith("#"):
            name, _, value = line.partition(" = ")
            table[name] = ast.literal_eval(value)
    return tables
