"""Understanding numbers that people type: what is clear is taken, what would be a guess is not."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from fastmap.intake.safe_reading import Moment, Value
from fastmap.model.normalise import clean_text, text_key

MOST_PEOPLE: Final = 1_000_000
"""More people than this at one firm is a slip of the finger."""
MOST_SHORT: Final = 5_000
"""More people than this short of one skill at one site is one too, or an answer that means "does not apply"."""

_APPROXIMATELY: Final = (
    r"ca|circa|approx|approximately|about|around|roughly|some|aprox|aproximadamente|unos|unas|alrededor de|"
    r"sobre|cerca de|etwa|ungefahr|rund|env|environ|≈|~|±|\+/-|∼|≃"
)
_PEOPLE: Final = (
    r"people|persons?|pers|staff|employees|workers|fte|heads?|personas?|trabajador(?:es|as)?|empleados?|gente"
)
_NUMBER: Final = r"(\d{1,9})"
_CLEAR: Final = re.compile(rf"{_NUMBER}(?:[.,]0{{1,2}})?$")
_GROUPED: Final = re.compile(r"\d{1,3}(?: \d{3})+$")
_ABOUT: Final = re.compile(rf"(?:{_APPROXIMATELY})\.? *{_NUMBER}(?: *(?:{_PEOPLE})\.?)?$")
_ABOUT_BEHIND: Final = re.compile(rf"{_NUMBER} *(?:{_PEOPLE})?\.?,? *\(?(?:{_APPROXIMATELY})?\.?\)?$")
_RANGE: Final = re.compile(
    r"(?:between |entre |de |from )?\d+ *(?:-|to|till|until|a|o|or|y|and|bis|/|\.\.+|…) *\d+(?: +[^\d]+)?$"
)
_BOUND: Final = re.compile(
    r"(?:[<>≤≥]=? *|more than |at least |up to |over |under |min\.? |max\.? |mas de |menos de |al menos |hasta |como minimo )"
    r"\d+.*$|\d+ *(?:\+|or more|o mas)$"
)
_NEGATIVE: Final = re.compile(r"-\s*\d+(?:[.,]\d+)?$")
_AMBIGUOUS: Final = re.compile(r"\d{1,3}(?:[.,]\d{3})+$")
_FRACTION: Final = re.compile(r"\d+[.,]\d+$")
_DASHES: Final = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")

_WORDS: Final[dict[str, int]] = {
    **{
        word: number
        for number, pair in enumerate(
            (
                "zero cero", "one un uno una", "two dos", "three tres", "four cuatro", "five cinco", "six seis",
                "seven siete", "eight ocho", "nine nueve", "ten diez", "eleven once", "twelve doce", "thirteen trece",
                "fourteen catorce", "fifteen quince", "sixteen dieciseis", "seventeen diecisiete",
                "eighteen dieciocho", "nineteen diecinueve", "twenty veinte",
            )
        )
        for word in pair.split()
    },
    **dict.fromkeys(("none", "nobody", "no one", "nil", "ninguno", "ninguna", "nadie"), 0),
}  # fmt: skip
_UNKNOWN: Final = frozenset(
    {"", "n a", "na", "nn", "unknown", "don t know", "dont know", "do not know", "not known", "no idea", "no se", "ns", "ns nc",
     "nc", "no lo se", "desconocido", "se desconoce", "k a", "tbd", "por determinar"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Count:
    """A whole number of people, or why there is none."""

    number: int | None
    code: str | None = None
    """Problem code; ``number_corrected`` comes with a number, all others without."""


def understand_count(value: Value, *, most: int = MOST_PEOPLE) -> Count:
    """Return the whole number ≥ 0 that ``value`` stands for; a blank is no problem.

    >>> understand_count("ca. 5")
    Count(number=5, code='number_corrected')
    >>> understand_count("3–4").code
    'number_range'
    """
    if isinstance(value, bool):
        return Count(None, "number_text")
    if isinstance(value, Moment):
        return Count(None, "number_date")
    if isinstance(value, int | float):
        return _whole(value, most)
    return _from_text(value, most)


def _whole(value: float, most: int) -> Count:
    if value != value or value in (float("inf"), float("-inf")):
        return Count(None, "number_text")
    if value < 0:
        return Count(None, "number_negative")
    if value > most:
        return Count(None, "number_too_large")
    if value != int(value):
        return Count(None, "number_not_whole")
    return Count(int(value))


def _from_text(raw: str, most: int) -> Count:
    text = " ".join(clean_text(raw).translate(_DASHES).casefold().split())
    if not text:
        return Count(None)
    text = "".join(_ascii_digit(char) for char in text)
    plain = "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))
    if match := _CLEAR.match(plain):
        return _whole(int(match[1]), most)
    if _GROUPED.match(plain):
        return _corrected(int(plain.replace(" ", "")), most)
    for pattern, code in (
        (_NEGATIVE, "number_negative"),
        (_RANGE, "number_range"),
        (_BOUND, "number_bound"),
        (_AMBIGUOUS, "number_ambiguous"),
        (_FRACTION, "number_not_whole"),
    ):
        if pattern.match(plain):
            return Count(None, code)
    for pattern in (_ABOUT, _ABOUT_BEHIND):
        if match := pattern.match(plain):
            return _corrected(int(match[1]), most)
    return _from_words(text_key(plain), most)


def _from_words(key: str, most: int) -> Count:
    bare = re.sub(rf"^(?:{_APPROXIMATELY}) | (?:{_PEOPLE})$", "", key)
    if bare in _WORDS:
        return _corrected(_WORDS[bare], most)
    return Count(None, "number_unknown" if key in _UNKNOWN else "number_text")


def _corrected(number: int, most: int) -> Count:
    found = _whole(number, most)
    return Count(found.number, found.code or "number_corrected")


def _ascii_digit(char: str) -> str:
    return str(unicodedata.digit(char)) if char.isdecimal() else char
