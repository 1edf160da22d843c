"""When two texts count as equal: `fastmap.model.normalise.text_key` plus the plural, which differs by language."""

from __future__ import annotations

import importlib.resources
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from fastmap.model.ids import LanguageCode
from fastmap.model.normalise import text_key

_SHORT = 3
"""Words up to this length keep their end: "gas", "SPS", "mes" are no plurals."""


def equality_key(text: str, language: LanguageCode) -> str:
    """Return the form under which ``text`` equals a label of ``language``: `text_key` with every word in the singular.

    >>> equality_key("Welding robots", LanguageCode("en")) == equality_key("welding robot", LanguageCode("en"))
    True
    >>> equality_key("redes informáticas", LanguageCode("es")) == equality_key("Red informatica", LanguageCode("es"))
    True
    """
    return fold_words(text_key(text), language)


def fold_words(key: str, language: LanguageCode) -> str:
    """Return ``key`` (already a `text_key`) with every word in the singular of ``language``."""
    fold = _SINGULAR.get(language)
    return key if fold is None else " ".join(word if len(word) <= _SHORT else fold(word) for word in key.split())


def says_nothing(key: str) -> bool:
    """Say whether ``key`` (a `text_key`) is no answer at all: empty, without a letter, or "none" in some language."""
    return not _has_letters(key) or key in shipped_words().nothing


def meaningful_words(key: str, language: LanguageCode) -> tuple[str, ...]:
    """Return the words of ``key`` without those that only surround a skill; all of them if nothing else were left."""
    words = tuple(key.split())
    filler = shipped_words().filler.get(language, frozenset())
    return tuple(word for word in words if word not in filler) or words


def is_only_filler(key: str, language: LanguageCode) -> bool:
    """Say whether ``key`` (a `text_key`) has only words that surround a skill: "more experience", "cursos"."""
    filler = shipped_words().filler.get(language, frozenset())
    return all(word in filler for word in key.split())


def _has_letters(key: str) -> bool:
    return any(char.isalpha() for char in key)


def _english(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if word.endswith("s") and word[-2] not in "sui":
        return word[:-1]
    return word


def _spanish(word: str) -> str:
    # The final e goes from the singular too: "cliente" and "clientes", "red" and "redes" must meet without a dictionary.
    if word.endswith("ces"):
        return word[:-3] + "z"
    if word.endswith("es"):
        return word[:-2]
    if word.endswith("s") and word[-2] in "aou":
        return word[:-1]
    return word.removesuffix("e")


def _french(word: str) -> str:
    if word.endswith("aux"):
        return word[:-3] + "al"
    return word[:-1] if word[-1] in "sx" and word[-2] not in "sui" else word


_SINGULAR: Mapping[str, Callable[[str], str]] = {"en": _english, "es": _spanish, "fr": _french}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShippedWords:
    """What ``resources/vocabulary/words.toml`` holds, folded."""

    nothing: frozenset[str]
    filler: Mapping[str, frozenset[str]]
    whole: Mapping[str, frozenset[str]]
    """Phrases with "and" in them that are one thing."""
    endings: Mapping[str, tuple[str, ...]]
    """Ends of compounds that say nothing about the skill, the longest first."""
    abbreviations: Mapping[LanguageCode, Mapping[str, Mapping[LanguageCode, str]]]
    """By language: abbreviation → what it means, in several languages."""


@cache
def shipped_words() -> ShippedWords:
    """Return the words that matching passes over, cuts off or writes out."""
    raw = importlib.resources.files("resources").joinpath("vocabulary", "words.toml").read_text("utf-8")
    tables = tomllib.loads(raw)
    abbreviations: dict[LanguageCode, dict[str, dict[LanguageCode, str]]] = {}
    for entry in tables["abbreviation"]:
        meaning = {LanguageCode(language): names[0] for language, names in entry.items()}
        for language, names in entry.items():
            for short in names[1:]:
                abbreviations.setdefault(LanguageCode(language), {})[text_key(short)] = meaning
    return ShippedWords(
        nothing=frozenset(text_key(answer) for answers in tables["nothing"].values() for answer in answers),
        filler=_by_language(tables["filler"]),
        whole=_by_language(tables["whole"]),
        endings={
            language: tuple(sorted(map(text_key, ends), key=lambda end: (-len(end), end)))
            for language, ends in tables["ending"].items()
        },
        abbreviations=abbreviations,
    )


def _by_language(table: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    return {language: frozenset(map(text_key, words)) for language, words in table.items()}
