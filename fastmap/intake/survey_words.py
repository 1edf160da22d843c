"""Recognising what a header asks and how strong a rating is, by the words of several languages."""

from __future__ import annotations

import importlib.resources
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from fastmap.catalogue.texts import load_texts, shipped_languages
from fastmap.intake.form_definition import FIELD_BY_NAME, FIELDS, Field, Part
from fastmap.model.normalise import text_key

_STEM: Final = 5
"""A single word from this length on stands for every word that begins so."""
_CODE: Final = re.compile(r"[^a-z0-9]+")
_NUMBER: Final = re.compile(r"^\(?(\d{1,2})[.):]?\s+|\s\(?(\d{1,2})\)?$")
_LEVELS: Final = ("not", "low", "middle", "high", "highest")
_ROWS: Final = (Part.NEED, Part.UNUSED, Part.LINK)


@dataclass(frozen=True, slots=True)
class _Words:
    exact: frozenset[str]
    stems: tuple[str, ...]
    phrases: tuple[str, ...]

    def found_in(self, key: str) -> bool:
        words = key.split()
        padded = f" {key} "
        return any(word in self.exact or word.startswith(self.stems) for word in words) or any(
            f" {phrase}" in padded for phrase in self.phrases
        )


@cache
def _known() -> Mapping[str, Mapping[str, _Words]]:
    raw = importlib.resources.files("resources").joinpath("vocabulary", "survey_words.toml").read_text("utf-8")
    return {
        table: {name: _words(map(text_key, entries)) for name, entries in families.items()}
        for table, families in tomllib.loads(raw).items()
    }


def _words(entries: Iterable[str]) -> _Words:
    known = tuple(entries)
    single = [entry for entry in known if " " not in entry]
    return _Words(
        exact=frozenset(entry for entry in single if len(entry) < _STEM),
        stems=tuple(entry for entry in single if len(entry) >= _STEM),
        phrases=tuple(entry for entry in known if " " in entry),
    )


def says(header: str, *families: str) -> bool:
    """Say whether a header has a word of each of ``families`` (``skill need unused count now soon later name …``).

    >>> says("Which skills do you lack?", "skill", "need")
    True
    """
    key = text_key(header)
    return all(_known()["header"][family].found_in(key) for family in families)


def is_only(header: str, family: str) -> bool:
    """Say whether a header is nothing but a word or phrase of ``family``.

    >>> is_only("Response ID", "id"), is_only("Which company ID?", "id")
    (True, False)
    """
    words = _known()["header"][family]
    key = text_key(header)
    return key in words.exact or key in words.stems or key in words.phrases


def rating_level(answer: str) -> int | None:
    """Return how strong a rating is, 0 (not at all) to 4 (the most); ``None`` for words that rate nothing.

    >>> [rating_level(text) for text in ("Not needed", "slightly", "Very needed", "Absolutely essential", "Tuesday")]
    [0, 1, 3, 4, None]
    """
    key = text_key(answer)
    found = {level for level, name in enumerate(_LEVELS) if _known()["rating"][name].found_in(key)}
    if 0 in found or 1 in found:  # "not very", "very low"
        return min(found)
    return max(found, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnField:
    """A question of our own form, found in a header."""

    key: str
    """As in the form, without the row's number: ``skill``, ``short_now``, ``organisation`` …"""
    part: Part
    row: int | None
    """The number of the need, unused skill or link; ``None`` where the header does not say it."""


def own_field(header: str) -> OwnField | None:
    """Return the question of our form that a header stands for: by its code, as our questionnaires have it, or its words.

    >>> own_field("need1skill. 1. Which skill do you lack?").row, own_field("need_2/need_2_short_now").key
    (1, 'short_now')
    """
    for code in _codes(header):
        if code in _by_code():
            one = _by_code()[code]
            return OwnField(key=one.key, part=one.part, row=one.row)
    words = header.rpartition("/")[2].strip() if "/" in header else header
    for text in (header, words):
        number = _NUMBER.search(text)
        bare = _NUMBER.sub("", text) if number else text
        found = _by_label().get(text_key(text)) or _by_label().get(text_key(bare))
        if found is not None:
            row = int(number[1] or number[2]) if number and found[1] in _ROWS else None
            return OwnField(key=found[0], part=found[1], row=row)
    return None


def _codes(header: str) -> Iterable[str]:
    last = header.rpartition("/")[2]
    starts = (
        header,
        last,
        re.split(r"[.:\s\[]", header.strip(), maxsplit=1)[0],
        re.split(r"[.:\s]", last, maxsplit=1)[0],
    )
    return dict.fromkeys(_CODE.sub("", start.casefold()) for start in starts)


@cache
def _by_code() -> Mapping[str, Field]:
    # "language" and "remarks" alone may be anybody's words; as codes of ours they mean the same.
    return {
        name.replace("_", ""): one for name, one in FIELD_BY_NAME.items() if name not in ("form_id", "form_version")
    }


@cache
def _by_label() -> Mapping[str, tuple[str, Part]]:
    labels: dict[str, tuple[str, Part]] = {}
    for language in shipped_languages():
        texts = load_texts(language)
        for one in FIELDS:
            labels.setdefault(text_key(texts.get(one.label_key)), (one.key, one.part))
    return labels
