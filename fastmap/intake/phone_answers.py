"""Answers that a phone sends: field names and texts, understood by the same rules as a returned form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from fastmap.intake.form_answers import FormAnswers, understand_form
from fastmap.intake.form_cells import FormCells
from fastmap.intake.form_definition import CHOICE_FAMILIES, FIELD_BY_NAME, Field, FieldKind
from fastmap.intake.form_values import Finding, understood
from fastmap.intake.safe_reading import Reading, SheetCells
from fastmap.model.ids import LanguageCode, MemberCode
from fastmap.model.messages import Message
from fastmap.model.responses import Problem
from fastmap.texts import Texts

LONGEST_TEXT: Final = 2_000
"""Characters of one answer that are kept; a phone's field lets nobody type more."""
SEVERAL: Final = "; "
"""Between several reasons."""


class Standing(StrEnum):
    """What is true of an answer that is on disk: a person is told this and nothing kinder."""

    COUNTS = "counts"
    OF_WHOM = "of_whom"
    """It waits: without a card somebody says first whose it is."""
    SECOND = "second"
    """It waits: the firm has answered before, and somebody puts both together."""
    SET_ASIDE = "set_aside"
    """Somebody let another answer count in its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneAnswer:
    """What one phone sent."""

    key: str
    """Random, made with the empty form: the same answer sent twice is there once."""
    member: MemberCode | None
    """Of the personal code card; ``None`` without one."""
    language: LanguageCode
    received_at: datetime
    answers: Mapping[str, str]
    """Field name of the form → what was typed, or the words that were chosen, in ``language``."""


def words_chosen(name: str, chosen: tuple[str, ...], texts: Texts) -> str:
    """Return what a field of the phone's page says, as a form would: choices in words, several joined.

    ``chosen``: what the page sent, keys where it offered a list. A key that the page does not offer stays as it came, and
    is told later like any other word that the form does not know.
    """
    one = FIELD_BY_NAME.get(name)
    if one is None:
        return SEVERAL.join(chosen)
    return SEVERAL.join(_in_words(one, text, texts) for text in chosen)[:LONGEST_TEXT]


def finding_about(name: str, text: str) -> Finding | None:
    """Return what is to be said about one answer while it can still be corrected; ``None``: it is understood."""
    one = FIELD_BY_NAME.get(name)
    return None if one is None else understood(one, text).finding


def understand_phone(answers: Mapping[str, str]) -> FormAnswers:
    """Return what the answers say. Fields that the form does not have are left out; findings name fields, not cells."""
    known = {name: text[:LONGEST_TEXT] for name, text in answers.items() if name in FIELD_BY_NAME and text.strip()}
    rows = tuple([text] for text in known.values())
    cells = FormCells(
        reading=Reading(kind="phone", sheets=(SheetCells(name="", rows=rows),)),
        places={name: (0, row, 0) for row, name in enumerate(known)},
    )
    # An empty form has no place at all to take its sheet from.
    found = understand_form(cells) if known else _nothing()
    return replace(found, problems=tuple(_without_cell(problem) for problem in found.problems))


def _nothing() -> FormAnswers:
    return FormAnswers(identity={}, values={}, needs=(), unused=(), links=(), offers=(), raw={}, problems=(), sheet="")


def _without_cell(problem: Problem) -> Problem:
    facts = problem.facts
    if facts is not None:
        facts = Message(facts.key, {**facts.facts, "cell": None, "sheet": None})
    return replace(problem, sheet=None, cell=None, facts=facts)


def _in_words(one: Field, text: str, texts: Texts) -> str:
    if one.kind is FieldKind.YES_NO and text in {"yes", "no"}:
        return texts.get(f"yes_no.{text}")
    if one.choice is None or text not in {value.value for value in one.choice}:
        return text
    return texts.get(f"{CHOICE_FAMILIES[one.choice]}.{text}")
