"""The skills that one text may name: "welding, CAD and English".

This is the seam for a better splitter: whoever proposes parts is a `PartsOf`, and only `consolidating.propose_texts`
calls it. `plain_parts` knows nothing but separators.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from fastmap.model.ids import LanguageCode
from fastmap.model.normalise import clean_text

PartsOf: TypeAlias = Callable[[str, LanguageCode], tuple[str, ...]]
"""Text and language → the parts that may be skills, in order; one part or none where it names a single skill."""

MOST_PARTS = 8
_AND = {"en": "and", "es": "y|e", "fr": "et", "de": "und", "it": "e|ed", "ro": "și|şi|si", "hu": "és|es"}
_SIGNS = r"[;,\n•·&]|\s/\s|\s\+\s"


def plain_parts(text: str, language: LanguageCode) -> tuple[str, ...]:
    """Return ``text`` cut at commas, semicolons, line breaks and the word for *and* of its language.

    What stands in brackets belongs to the part before it.

    >>> plain_parts("soldadura, CAD e inglés", LanguageCode("es"))
    ('soldadura', 'CAD', 'inglés')
    >>> plain_parts("PLC programming (TIA Portal, S7)", LanguageCode("en"))
    ('PLC programming (TIA Portal, S7)',)
    """
    word = _AND.get(language, _AND["en"])
    kept: list[str] = []

    def put_away(found: re.Match[str]) -> str:
        kept.append(found[0])
        return f"\0{len(kept) - 1}\0"

    shown = re.sub(r"\([^()]*\)", put_away, clean_text(text))
    cut = re.split(rf"{_SIGNS}|\s(?:{word})\s", shown, flags=re.IGNORECASE)
    parts = [re.sub(r"\0(\d+)\0", lambda found: kept[int(found[1])], part) for part in cut]
    words = (" ".join(part.strip(" .:-–\t").split()) for part in parts)
    return tuple(dict.fromkeys(part for part in words if any(sign.isalpha() for sign in part)))[:MOST_PARTS]
