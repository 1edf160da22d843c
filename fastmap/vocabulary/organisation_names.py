"""Whether two names mean the same organisation: "Univ. Deusto", "Deusto University", "Universidad de Deusto".

A judgement on likeness and why; what follows from it is for a person to say. Names are compared word by word, because
the letters of "IES Norte" and "IES Oeste" are more alike than those of two ways to write one university.
"""

from __future__ import annotations

import importlib.resources
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from fastmap.model.choices import PartnerType
from fastmap.model.meanings import key_of

SAME = 0.9
"""From here two names count as spellings of one organisation: other words, order or a typo, nothing missing."""
PROPOSED = 0.65
"""From here one organisation is proposed for the other's name: a word is missing, or it may be an abbreviation."""
_ONE_SLIP, _TWO_SLIPS = 5, 9
"""Letters from which a word may have one typo, or two."""
_SHORTEST_ABBREVIATION = 3


class NameReason(StrEnum):
    """Why two names may mean the same."""

    SAME_WORDS = "same_words"
    """But for case, accents, punctuation, order, small words and legal form."""
    OTHER_WORDS = "other_words"
    """In another language, or cut short."""
    TYPO = "typo"
    SHORTER = "shorter"
    """One of the names has words that the other leaves out."""
    ABBREVIATION = "abbreviation"
    """One is made of the first letters of the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameLikeness:
    """How alike two names are, 0–1, and why; 0 without a reason."""

    score: float = 0.0
    reason: NameReason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationName:
    """A name taken apart, once, for many comparisons."""

    spelt: frozenset[str]
    """Its words without fillers and legal form, as they are spelt."""
    kinds: frozenset[str]
    own: tuple[str, ...]
    """Its other words, those that stand in several languages in one of them; sorted."""
    initials: frozenset[str]
    short: frozenset[str]
    """Those of `spelt` that may be an abbreviation."""
    figures: frozenset[str]
    """Those of `own` with a figure in them."""


@dataclass(frozen=True, slots=True)
class _NameWords:
    filler: frozenset[str]
    legal: frozenset[str]
    kind: Mapping[str, str]
    same: Mapping[str, str]
    types: Mapping[str, PartnerType]


@lru_cache(maxsize=4096)
def organisation_name(text: str) -> OrganisationName:
    """Take a name apart.

    >>> organisation_name("Universidad de Deusto, S.L.").own
    ('deusto',)
    """
    known = _words()
    every = _without_legal_form(_joined(key_of(text).split()), known.legal)
    words = [word for word in every if word not in known.filler] or every
    own = sorted({known.same.get(word, word) for word in words if word not in known.kind})
    return OrganisationName(
        spelt=frozenset(words),
        kinds=frozenset(known.kind[word] for word in words if word in known.kind),
        own=tuple(own),
        initials=frozenset("".join(word[0] for word in row) for row in (words, every) if len(row) > 1),
        short=frozenset(word for word in words if len(word) >= _SHORTEST_ABBREVIATION),
        figures=frozenset(filter(_has_figure, own)),
    )


def name_likeness(one: OrganisationName, other: OrganisationName) -> NameLikeness:
    """Return how likely two names mean one organisation; the order of the two does not matter."""
    if not (one.spelt and other.spelt):
        return NameLikeness()
    if one.spelt == other.spelt:
        return NameLikeness(score=1.0, reason=NameReason.SAME_WORDS)
    if (one.kinds, one.own) == (other.kinds, other.own):
        return NameLikeness(score=0.97, reason=NameReason.OTHER_WORDS)
    if one.short & other.initials or other.short & one.initials:
        return NameLikeness(score=0.7, reason=NameReason.ABBREVIATION)
    if not (one.kinds <= other.kinds or other.kinds <= one.kinds) or one.figures != other.figures:
        return NameLikeness()
    shorter, longer = sorted((one, other), key=lambda name: (len(name.own), name.own))
    left, slips = _unmatched(shorter.own, longer.own)
    if left is None:
        return NameLikeness()
    missing = len(longer.own) - len(shorter.own)
    if not missing and one.kinds == other.kinds:
        return NameLikeness(score=0.92, reason=NameReason.TYPO)
    # Each word that one name has and the other has not makes it less likely, down to the least that is proposed.
    score = 0.88 - 0.05 * slips - 0.05 * len(one.kinds ^ other.kinds) - 0.06 * missing
    return NameLikeness(score=round(max(score, PROPOSED), 2), reason=NameReason.SHORTER)


def neighbours(names: Sequence[OrganisationName]) -> Mapping[str, tuple[int, ...]]:
    """Return for each mark of a name (see `marks`) the places of the names that bear it: only those can be alike."""
    found: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        for mark in marks(name):
            found.setdefault(mark, []).append(place)
    return {mark: tuple(places) for mark, places in found.items()}


def marks(name: OrganisationName) -> frozenset[str]:
    """Return what a name has in common with every name that is like it: its words' beginnings, ends, first letters."""
    # A slip in one half of a word leaves the other half as it was.
    words = name.own or tuple(name.spelt)
    halves = {part for word in words for part in (f"{word[:2]}…", f"…{word[-2:]}")}
    return frozenset({*halves, *name.initials, *words})


def type_of_kind(name: OrganisationName) -> PartnerType | None:
    """Return the type of partner that a name itself speaks of, or ``None``."""
    types = {_words().types[kind] for kind in name.kinds if kind in _words().types}
    return next(iter(types)) if len(types) == 1 else None


def _unmatched(shorter: Iterable[str], longer: Sequence[str]) -> tuple[tuple[str, ...] | None, int]:
    """Return the words of ``longer`` that ``shorter`` has not, and how many typos; ``None`` if it has others."""
    left, slips, matched = list(longer), 0, False
    for word in shorter:
        found = min(left, key=lambda other: (_slips(word, other), other), default=None)
        if found is None or _slips(word, found) > _slips_allowed(word, found):
            return None, 0
        slips += _slips(word, found)
        left.remove(found)
        matched = True
    return (tuple(left) if matched else None), slips


def _slips(word: str, other: str) -> int:
    return OSA.distance(word, other)


def _slips_allowed(word: str, other: str) -> int:
    if _has_figure(word + other):
        return 0
    shortest = min(len(word), len(other))
    return (shortest >= _ONE_SLIP) + (shortest >= _TWO_SLIPS)


def _has_figure(word: str) -> bool:
    return any(char.isdigit() for char in word)


def _joined(words: Iterable[str]) -> list[str]:
    """Join single letters that follow each other: "u p v" is "upv", and "s a" is "sa"."""
    found: list[str] = []
    letters = ""
    for word in (*words, ""):
        if len(word) == 1 and word.isalpha():
            letters += word
            continue
        found += [letters] if letters else []
        found += [word] if word else []
        letters = ""
    return found


def _without_legal_form(words: list[str], legal: frozenset[str]) -> list[str]:
    end = len(words)
    while end > 1 and words[end - 1] in legal:
        end -= 1
    return words[:end]


@cache
def _words() -> _NameWords:
    raw = importlib.resources.files("resources").joinpath("vocabulary", "organisation_names.toml").read_text("utf-8")
    tables = tomllib.loads(raw)
    return _NameWords(
        filler=frozenset(tables["filler"]),
        legal=frozenset(tables["legal"]),
        kind={word: kind for kind, words in tables["kind"].items() for word in words},
        same={word: sense for sense, words in tables["same"].items() for word in words},
        types={kind: PartnerType(value) for kind, value in tables["type"].items()},
    )
