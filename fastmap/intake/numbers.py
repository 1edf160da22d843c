"""Understanding numbers that people type: what is clear is taken, what would be a guess is not."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from fastmap.intake.form_definition import MOST_PEOPLE
from fastmap.intake.safe_reading import Moment, Value
from fastmap.model.normalise import clean_text, text_key

# As typed, without accents: what the languages of the form have for "about", "people", "at least" and so on.
_APPROXIMATELY: Final = (
    r"ca|circa|cca|approx|approximately|about|around|roughly|some|aprox|aproximadamente|unos|unas|alrededor de|"
    r"sobre|cerca de|etwa|ungefahr|rund|zirka|env|environ|a peu pres|piu o meno|intorno a|aproximativ|cam|vreo|"
    r"in jur de|kb|korulbelul|mintegy|kabe|≈|~|±|\+/-|∼|≃"
)
_PEOPLE: Final = (
    r"people|persons?|pers|staff|employees|workers|fte|heads?|personas?|trabajador(?:es|as)?|empleados?|gente|"
    r"personnes?|salaries?|employes?|personen|person|leute|mitarbeiter(?:innen)?|mitarbeitende|ma|beschaftigte|"
    r"persone|addetti|dipendenti|lavoratori|persoan[ae]|oameni|angajati|fo|ember|szemely|dolgozo"
)
_NUMBER: Final = r"(\d{1,9})"
_CLEAR: Final = re.compile(rf"{_NUMBER}(?:[.,]0{{1,2}})?$")
_GROUPED: Final = re.compile(r"\d{1,3}(?: \d{3})+$")
_ABOUT: Final = re.compile(rf"(?:{_APPROXIMATELY})\.? *{_NUMBER}(?: *(?:{_PEOPLE})\.?)?$")
_ABOUT_BEHIND: Final = re.compile(rf"{_NUMBER} *(?:{_PEOPLE})?\.?,? *\(?(?:{_APPROXIMATELY})?\.?\)?$")
_RANGE: Final = re.compile(
    r"(?:between |entre |de |from |zwischen |von |tra |da |intre )?\d+"
    r"(?: *(?:-|/|\.\.+|…) *| +(?:to|till|until|a|o|or|oder|ou|sau|vagy|y|and|und|et|e|si|es|bis) +)\d+(?: +[^\d]+)?$"
)
_BOUND: Final = re.compile(
    r"(?:[<>≤≥]=? *|more than |less than |at least |at most |up to |over |under |min\.? |max\.? |mas de |menos de |al menos |"
    r"hasta |como minimo |plus de |moins de |au moins |jusqu'?a |mehr als |weniger als |mindestens |hochstens |bis zu |"
    r"uber |unter |piu di |meno di |almeno |fino a |mai mult de |mai putin de |cel putin |cel mult |peste |sub |"
    r"pana la |tobb mint |kevesebb mint |legalabb |legfeljebb )"
    r"\d+.*$|\d+ *(?:\+|or more|o mas|ou plus|oder mehr|o piu|sau mai mult|vagy tobb)$"
)
_NEGATIVE: Final = re.compile(r"-\s*\d+(?:[.,]\d+)?$")
_AMBIGUOUS: Final = re.compile(r"\d{1,3}(?:[.,]\d{3})+$")
_FRACTION: Final = re.compile(r"\d+[.,]\d+$")
_DASHES: Final = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")

_NUMBER_WORDS: Final = (
    "zero cero null nulla",
    "one un uno una une ein eins eine einer egy",
    "two dos deux zwei due doi doua ketto ket",
    "three tres trois drei tre trei harom",
    "four cuatro quatre vier quattro patru negy",
    "five cinco cinq funf cinque cinci ot",
    "six seis sechs sei sase hat",
    "seven siete sept sieben sette sapte het",
    "eight ocho huit acht otto opt nyolc",
    "nine nueve neuf neun nove noua kilenc",
    "ten diez dix zehn dieci zece tiz",
    "eleven once onze elf undici unsprezece tizenegy",
    "twelve doce douze zwolf dodici doisprezece tizenketto",
    "thirteen trece treize dreizehn tredici treisprezece tizenharom",
    "fourteen catorce quatorze vierzehn quattordici paisprezece tizennegy",
    "fifteen quince quinze funfzehn quindici cincisprezece tizenot",
    "sixteen dieciseis seize sechzehn sedici saisprezece tizenhat",
    "seventeen diecisiete siebzehn diciassette saptesprezece tizenhet",
    "eighteen dieciocho achtzehn diciotto optsprezece tizennyolc",
    "nineteen diecinueve neunzehn diciannove nouasprezece tizenkilenc",
    "twenty veinte vingt zwanzig venti douazeci husz",
)
"""Zero to twenty in the languages of the form, without accents."""
_NOBODY: Final = (
    "none nobody nil ninguno ninguna nadie keine keiner niemand aucun aucune personne nessuno nessuna niciunul nimeni "
    "senki nincs"
)
_WORDS: Final[dict[str, int]] = {
    **{word: number for number, words in enumerate(_NUMBER_WORDS) for word in words.split()},
    **dict.fromkeys((*_NOBODY.split(), "no one"), 0),
    "dix sept": 17,
    "dix huit": 18,
    "dix neuf": 19,
}
_UNKNOWN: Final = frozenset(
    {"", "n a", "na", "nn", "unknown", "don t know", "dont know", "do not know", "not known", "no idea", "no se", "ns", "ns nc",
     "nc", "no lo se", "desconocido", "se desconoce", "k a", "tbd", "por determinar", "unbekannt", "weiss nicht",
     "keine ahnung", "keine angabe", "nsp", "inconnu", "ne sait pas", "je ne sais pas", "non so", "sconosciuto", "nd",
     "nu stiu", "necunoscut", "nem tudom", "ismeretlen"}
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
