"""Texts as names are sought in them: without case, accents and what nobody sees, each letter's place in the text kept."""

from __future__ import annotations

import unicodedata

_LIKE = {
    **dict.fromkeys("‘’ʼ´`′", "'"),
    **dict.fromkeys("‐‑‒–−", "-"),
    "ł": "l",
    "ø": "o",
    "đ": "d",
    "ı": "i",
}
"""Letters and marks that programs put for one another, and letters with a stroke, which Unicode does not take apart."""


class _Folding(dict[int, str]):
    """Letter → what it is sought as, worked out once for each letter there is in texts."""

    def __missing__(self, letter: int) -> str:
        plain = unicodedata.normalize("NFKD", _LIKE.get(chr(letter), chr(letter))).casefold()
        # Soft hyphens and spaces of no width (category Cf) are drawn nowhere, combining marks are accents.
        kept = (one for one in plain if not unicodedata.combining(one) and unicodedata.category(one) != "Cf")
        self[letter] = found = "".join(_LIKE.get(one, one) for one in kept)
        return found


_FOLDING = _Folding()


def folded(text: str) -> str:
    """Return ``text`` without case, accents and unseen letters.

    >>> folded("Ștefan WEI\\u00adSS"), folded("Weiß, O’Neil"), folded("Łukasz")
    ('stefan weiss', "weiss, o'neil", 'lukasz')
    """
    return text.lower() if text.isascii() else text.translate(_FOLDING)


def places_in(text: str) -> list[int]:
    """Return for each letter of `folded` the place in ``text`` that it comes from."""
    return [place for place, letter in enumerate(text) for _ in _FOLDING[ord(letter)]]


def span_in(text: str, start: int, end: int) -> tuple[int, int]:
    """Return which part of ``text`` the letters from ``start`` to ``end`` of `folded` come from, its accents included."""
    places = places_in(text)
    last = places[end - 1] + 1
    while last < len(text) and not _FOLDING[ord(text[last])]:
        last += 1
    return places[start], last
