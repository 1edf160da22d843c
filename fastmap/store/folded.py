"""Texts as names are sought in them: without case, accents and what nobody sees, each letter's place in the text kept."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

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
    return text.lower().replace("`", "'") if text.isascii() else text.translate(_FOLDING)


def spans_in(text: str, found: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield which part of ``text`` each stretch of `folded` comes from, its accents included; stretches in order.

    The text is gone through once, however many there are: it may be 20 million letters long and full of a name.
    """
    if text.isascii():
        yield from found
        return
    place = wide = letters = 0  # so many letters of `folded` come from what stands before the place
    for start, end in found:
        first = wide  # two of them may come from one letter
        while letters < end:
            if width := len(_FOLDING[ord(text[place])]):
                wide = place
                first = place if letters <= start else first
            letters += width
            place += 1
        while place < len(text) and not _FOLDING[ord(text[place])]:
            place += 1
        yield first, place
