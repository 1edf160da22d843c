"""Free text of surveys: several skills in a cell, and which language they are in."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from fastmap.model.ids import LanguageCode
from fastmap.model.normalise import clean_text, text_key
from fastmap.vocabulary.folding import says_nothing

_BULLET: Final = re.compile(r"^(?:\(?\d{1,2}[.):]|\(?[a-zA-Z]\)|[-–—•*·▪◦>+])\s*")
_FUNCTION_WORDS: Final = {
    "en": "the of and to in for with is be how able good on an from or skills knowledge ability",
    "fr": "le la les de des du et en un une pour avec dans sur au aux est savoir connaissance connaissances capacité",
    "es": "el la los las de del y en un una para con por al es saber conocimiento conocimientos capacidad",
    "de": "der die das und in mit für von zu ein eine ist den im kenntnisse fähigkeit",
    "it": "il la gli le di del e in un una per con da al è sapere conoscenza capacità",
    "pt": "o a os as de do da e em um uma para com no na é saber conhecimento capacidade",
}
_MARKS: Final = {"fr": "éèêàùçœôîû", "es": "ñáíóú¿¡", "de": "äöüß", "it": "àèìòù", "pt": "ãõçâê"}


def split_skills(cell: str, separators: Sequence[str], ignore: Collection[str] = ()) -> tuple[str, ...]:
    """Return the skills of one cell, each once, without bullets and numbers in front.

    The first of ``separators`` that occurs outside of brackets splits the cell; the others are then part of the text.

    >>> split_skills("1. Writing (reports, mails)\\n2. Law", ["\\n", ","])
    ('Writing (reports, mails)', 'Law')
    """
    text = cell.replace("\r\n", "\n").replace("\r", "\n")
    parts = next((found for mark in separators if len(found := tuple(_outside_brackets(text, mark))) > 1), (text,))
    skills: dict[str, str] = {}
    for part in parts:
        skill = _BULLET.sub("", " ".join(clean_text(part).split())).rstrip(".;,").strip()
        key = text_key(skill)
        if key and key not in ignore and not says_nothing(key):
            skills.setdefault(key, skill)
    return tuple(skills.values())


def _outside_brackets(text: str, mark: str) -> Iterator[str]:
    depth, part = 0, ""
    for char in text:
        depth = max(0, depth + (char in "([{") - (char in ")]}"))
        if char == mark and (depth == 0 or mark == "\n"):
            depth = 0
            if part.strip():
                yield part
            part = ""
        else:
            part += char
    if part.strip():
        yield part


def likely_language(text: str, languages: Sequence[LanguageCode]) -> LanguageCode:
    """Return which of ``languages`` a text is in by its small words and letters; without a sign, the first."""
    words = re.findall(r"\w+", text.casefold())

    def signs(language: LanguageCode) -> int:
        small = set(_FUNCTION_WORDS.get(language, "").split())
        marks = _MARKS.get(language, "")
        return sum(word in small for word in words) + sum(char in marks for char in text.casefold())

    return max(languages, key=signs)
