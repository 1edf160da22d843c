"""Free text of surveys: several skills in a cell, their language; numbers and moments as other tools write them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from typing import Final

from fastmap.model.ids import LanguageCode
from fastmap.model.normalise import clean_text, text_key
from fastmap.vocabulary.folding import says_nothing

_BULLET: Final = re.compile(r"^(?:\(?\d{1,2}[.):]|\(?[a-zA-Z]\)|[-–—•*·▪◦>+])\s*")
_FUNCTION_WORDS: Final = {
    "en": "the of and to in for with is be how able good on an from or which your you do skills knowledge ability",
    "fr": "le la les de des du et en un une pour avec dans sur au aux est quelle quelles votre vous savoir connaissance "
    "connaissances capacité",
    "es": "el la los las de del y en un una para con por al es qué su le se saber conocimiento conocimientos capacidad",
    "de": "der die das und in mit für von zu ein eine ist den im welche ihnen ihre sie kenntnisse fähigkeit",
    "it": "il la gli le di del e in un una per con da al è quali sua che sapere conoscenza capacità",
    "ro": "și de la în cu pentru care ce este din pe sau să nu",
    "hu": "az és egy milyen melyik hány van nem vagy ön",
    "pt": "o a os as de do da e em um uma para com no na é saber conhecimento capacidade",
}
_MARKS: Final = {
    "fr": "éèêàùçœôîû",
    "es": "ñáéíóú¿¡",
    "de": "äöüß",
    "it": "àèìòù",
    "pt": "ãõçâê",
    "ro": "ășțâî",
    "hu": "őűáéíóöúü",
}


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
    return max(languages, key=lambda language: _signs(text, language))


_LONG_ZEROS: Final = re.compile(r"(-?\d+)[.,]0+$")
_YEAR_FIRST: Final = re.compile(
    r"(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})[ T]+(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*([AaPp]\.?\s?[Mm])?"
)
_MARKS_OF_THOUSANDS: Final = {",": ". '", ".": ", '"}


def plain_number(text: str, decimal: str | None) -> float | str:
    """Return a number that a tool wrote ("5.0000000000", with a decimal comma, grouped) as a number, else the text.

    Without a known ``decimal`` mark "1.200" stays text: it may be one thousand two hundred or one and a fifth.

    >>> plain_number("5.0000000000", None), plain_number("1.200", ","), plain_number("1.200", None)
    (5.0, 1200.0, '1.200')
    """
    bare = text.strip()
    if match := _LONG_ZEROS.match(bare):
        whole = match[1]
        if decimal is not None or not re.match(r"-?\d{1,3}[.,]000$", bare):
            return (
                float(whole)
                if decimal is None or bare[len(whole)] == decimal
                else float(whole + bare[len(whole) + 1 :])
            )
        return text
    if decimal is None:
        return text
    groups = "".join(re.escape(mark) for mark in _MARKS_OF_THOUSANDS[decimal])
    if not re.match(
        rf"-?\d{{1,3}}(?:[{groups}]\d{{3}})+(?:{re.escape(decimal)}\d+)?$|-?\d+{re.escape(decimal)}\d+$", bare
    ):
        return text
    return float(re.sub(rf"[{groups}]", "", bare).replace(decimal, "."))


def moment_in(text: str) -> datetime | None:
    """Return the moment that ``text`` names with the year in front, as ISO 8601 or as form tools write it.

    >>> moment_in("2026/03/18 9:41:07 PM GMT+1").hour
    21
    """
    bare = text.strip()
    try:
        return datetime.fromisoformat(bare)
    except ValueError:
        match = _YEAR_FIRST.match(bare)
    if match is None:
        return None
    year, month, day, hour, minute = (int(match[place]) for place in range(1, 6))
    if match[6]:
        hour = hour % 12 + (12 if match[6][0] in "pP" else 0)
    try:
        return datetime(year, month, day, hour, minute)  # noqa: DTZ001 - the zone is not said in a way to rely on
    except ValueError:
        return None


_FEWEST_SIGNS: Final = 2


def clear_language(text: str) -> LanguageCode | None:
    """Return the language that most small words and letters of a text speak for; ``None`` for a single sign or a tie.

    >>> clear_language("Connaissances des bases de données"), clear_language("Python")
    ('fr', None)
    """
    signs = sorted(((_signs(text, language), language) for language in _FUNCTION_WORDS), reverse=True)
    if signs[0][0] < _FEWEST_SIGNS or signs[0][0] == signs[1][0]:
        return None
    return LanguageCode(signs[0][1])


def _signs(text: str, language: str) -> int:
    words = re.findall(r"\w+", text.casefold())
    small = set(_FUNCTION_WORDS.get(language, "").split())
    marks = _MARKS.get(language, "")
    return sum(word in small for word in words) + sum(char in marks for char in text.casefold())
