"""What one answer says, wherever it stood: a cell of a form, a column of a survey, a field of the window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from fastmap.intake.form_definition import Field, FieldKind, Part
from fastmap.intake.numbers import understand_count
from fastmap.intake.safe_reading import Moment, Value
from fastmap.intake.words import Words, language_words, words_of, yes_no_words
from fastmap.model.choices import HiringReason
from fastmap.model.messages import Fact
from fastmap.model.normalise import clean_text, text_key

_NOTHING: Final = frozenset(
    {
        *("n a", "na", "none", "nothing", "no", "nil"),
        *("ninguno", "ninguna", "nada", "no aplica"),
        *("keine", "keiner", "nichts", "entfällt"),
        *("aucun", "aucune", "rien", "sans objet"),
        *("nessuno", "nessuna", "niente", "nulla"),
        *("niciuna", "niciunul", "nimic"),
        *("nincs", "semmi", "egyik sem"),
    }
)
"""Texts that people put where they have nothing to say, after `text_key` (punctuation alone is empty by then)."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What is to be said about an answer: a problem without its place."""

    code: str
    done: str
    facts: Mapping[str, Fact] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Said:
    """What an answer says: of several reasons a tuple; ``None``: nothing that counts."""

    value: Any = None
    finding: Finding | None = None


def understood(one: Field, value: Value) -> Said:
    """Return what ``value`` says as the answer to ``one``; a blank says nothing and is no finding.

    >>> from fastmap.intake.form_definition import NEEDS_FORM
    >>> understood(NEEDS_FORM.by_name["need_1_short_now"], "99999").finding.code
    'number_too_large'
    """
    if value == "":
        return Said()
    if one.kind is FieldKind.NUMBER:
        return _number(one, value)
    found = raw_text(value)
    if one.kind in {FieldKind.TEXT, FieldKind.IDENTITY}:
        return _text(one, found)
    return _reasons(found) if one.choice is HiringReason else _choice(one, found)


def raw_text(value: Value) -> str:
    """Return a cell's value as it was seen: whole numbers without decimals, dates as ISO."""
    if isinstance(value, Moment):
        return value.text
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def _number(one: Field, value: Value) -> Said:
    assert one.most is not None  # every number of the form has a limit
    count = understand_count(value, most=one.most)
    if count.code is None:
        return Said(count.number)
    if count.number is not None:
        return Said(count.number, Finding(count.code, "corrected", {"value": count.number}))
    return Said(None, Finding(count.code, "left_empty" if count.code == "number_unknown" else "kept_as_text"))


def _text(one: Field, found: str) -> Said:
    text = clean_text(found)
    if not text:
        return Said()
    if one.kind is FieldKind.TEXT and not _is_said_as_it_is(one) and text_key(text) in _NOTHING | {""}:
        return Said(None, Finding("placeholder_ignored", "left_empty"))
    is_hidden = any(not (char.isprintable() or char in "\n\r\t\u00a0\u200b\u2028\u3000") for char in found)
    return Said(
        text, Finding("text_cleaned", "cleaned", {"found": text}) if is_hidden and text != found.strip() else None
    )


def _is_said_as_it_is(one: Field) -> bool:
    """Whether "none" is an answer: of remarks, and of a cost."""
    return one.part is Part.REMARKS or one.key == "cost"


def _choice(one: Field, found: str) -> Said:
    meant = _words(one).understand(found)
    if meant is None:
        return Said(None, _unknown(found))
    return Said(meant.value, None if meant.exact else _corrected(found))


def _reasons(found: str) -> Said:
    """Return the reasons named: one whole, or each of several; those that are known count beside one that is not."""
    words = words_of(HiringReason)
    whole = words.understand(found)
    parts = [found] if whole is not None else [part for part in _several(found) if part.strip()]
    meant = [words.understand(part) for part in parts]
    reasons = tuple(dict.fromkeys(one.value for one in meant if one is not None)) or None
    if any(one is None for one in meant):
        return Said(reasons, _unknown(found))
    return Said(reasons, None if all(one.exact for one in meant if one is not None) else _corrected(found))


def _unknown(found: str) -> Finding:
    if text_key(found):
        return Finding("choice_unknown", "kept_as_text")
    return Finding("placeholder_ignored", "left_empty")


def _corrected(found: str) -> Finding:
    return Finding("choice_corrected", "corrected", {"value": found})


def _words(one: Field) -> Words[Any]:
    if one.kind is FieldKind.YES_NO:
        return yes_no_words()
    if one.kind is FieldKind.LANGUAGE:
        return language_words()
    assert one.choice is not None  # every other field with words is a choice
    return words_of(one.choice)


def _several(text: str) -> list[str]:
    for separator in (";", "/", "\n", "+", "|", ","):
        text = text.replace(separator, ";")
    return text.split(";")
