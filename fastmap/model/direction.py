"""Marks that turn the direction of text. A module of its own that imports nothing: the first page of the window shows file names."""

from __future__ import annotations

from typing import Final

DIRECTIONS: Final = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
"""Embeddings, overrides and isolates: in what people typed they can only hide what it says. For `str.translate`."""
_TURNS = {mark: None for mark in DIRECTIONS if mark not in (0x2068, 0x2069)}


def without_turns(raw: str) -> str:
    """Return ``raw`` without marks that turn its direction, for names of files: what else is odd in one belongs to it.

    Isolates of first strong direction (U+2068) stay: we put them around names ourselves, and they turn nothing.

    >>> without_turns("report\\u202efdp.fastmap")
    'reportfdp.fastmap'
    """
    return raw if raw.isprintable() else raw.translate(_TURNS)
