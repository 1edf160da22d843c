"""Words from outside inside our own: neither keys in menus nor writing direction reach beyond them."""

from __future__ import annotations

import re

from fastmap.model.direction import without_turns

_ISOLATES = dict.fromkeys((0x2068, 0x2069))


def literal(text: str) -> str:
    """Return ``text`` for a menu, tab or button, where a lone ``&`` would mark a key instead of being shown.

    >>> literal("Bolts & Nuts")
    'Bolts && Nuts'
    """
    return text.replace("&", "&&")


def isolated(text: str) -> str:
    """Return a name to be put inside a sentence: writing direction inside it does not reach the words around it.

    Marks in it that would turn its own letters, or end the isolation, are left out.
    """
    return f"\u2068{without_turns(text).translate(_ISOLATES)}\u2069"


def breakable(path: str) -> str:
    """Return a path that may go on in the next line behind each of its parts.

    >>> breakable("/home/ane/round.fastmap").split("\u200b")
    ['/', 'home/', 'ane/', 'round.', 'fastmap']
    """
    return re.sub(r"(?<=[/\\._-])(?=.)", "\u200b", path)
