"""An answered form beside its original: what stood in each cell, and what counts of it now."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from fastmap.intake.form_definition import FIELD_BY_NAME, FIELDS, Field, FieldKind, Part, fields_of
from fastmap.intake.form_values import understood
from fastmap.intake.offer_definition import OFFER_FORM
from fastmap.intake.words import FAMILIES
from fastmap.model.normalise import fit_to_show
from fastmap.model.responses import ProviderReply, Response
from fastmap.texts import Texts

_ADDED_LINE: Final = re.compile(r"need_(\d{1,3})_(\w+)$")
_LEFT_OUT: Final = frozenset({"form_id", "form_version"})
_LISTS: Final = {Part.UNUSED: "skill", Part.LINK: "name"}
"""Lines that are kept without their number, and what a line needs to be kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginalAnswer:
    """One answered cell."""

    field: str
    question: str
    """Key of the question's text."""
    row: int | None
    """Line of a list (needs, organisations, unused skills)."""
    sheet: str | None
    """Where a file holds a second filled sheet: its name."""
    found: str
    """As it stood in the file; without what would turn or hide it on a page."""
    taken: str
    """What counts of it now, in words; empty: nothing."""


def originals(response: Response, texts: Texts) -> tuple[OriginalAnswer, ...]:
    """Return every answered cell of a form with what counts of it now, in the order of the form."""
    order = {field.name: place for place, field in enumerate(FIELDS)}
    answers = []
    for name, found in response.raw.items():
        sheet, _, field_name = name.rpartition("!")
        field = _field(field_name)
        if field is None or field_name in _LEFT_OUT:
            continue
        answer = OriginalAnswer(
            field=name,
            question=field.label_key,
            row=field.row,
            sheet=fit_to_show(sheet) or None,
            found=fit_to_show(found),
            taken="" if sheet else taken_words(response, field_name, texts),
        )
        answers.append((bool(sheet), order.get(field_name, len(order)), field.row or 0, answer))
    answers.sort(key=lambda entry: entry[:3])
    return tuple(answer for *_, answer in answers)


@dataclass(frozen=True, slots=True, kw_only=True)
class SentCell:
    """One cell of an offer form, word for word."""

    question: str | None
    """Key of the question's text; ``None`` for what stood beside the cells."""
    row: int | None
    """Line of the offers."""
    place: str | None
    """Where a text beside the cells stood: sheet and cell."""
    found: str


def sent_cells(reply: ProviderReply) -> tuple[SentCell, ...]:
    """Return every filled cell of an offer form as it came in, in the order of the form; then what stood beside."""
    answered = [
        SentCell(question=field.label_key, row=field.row, place=None, found=fit_to_show(reply.raw[field.name]))
        for field in OFFER_FORM.fields
        if field.name in reply.raw and field.part is not Part.IDENTITY
    ]
    known = {field.name for field in (*OFFER_FORM.fields, OFFER_FORM.prefilled)}
    beside = [
        SentCell(question=None, row=None, place=fit_to_show(name), found=fit_to_show(found))
        for name, found in reply.raw.items()
        if name not in known
    ]
    return (*answered, *beside)


def question_of(name: str) -> tuple[str, int | None] | None:
    """Return the text key of a field's question and its line; ``None`` for what is no field of the form."""
    field = _field(name)
    return None if field is None else (field.label_key, field.row)


def taken_words(response: Response, name: str, texts: Texts) -> str:
    """Return in words what counts now of the field ``name`` of an answer; empty: nothing."""
    field = _field(name)
    return "" if field is None else value_words(_value(response, field), field, texts)


def value_words(value: Any, field: Field, texts: Texts) -> str:
    """Return an answer to ``field`` in words; empty: nothing."""
    if value is None or value == ():
        return ""
    if field.kind is FieldKind.LANGUAGE:
        key = f"form.language.{value}"
        return texts.term(key) if key in texts.entries else str(value)
    values = value if isinstance(value, tuple) else (value,)
    return ", ".join(_word(one, texts) for one in values)


def _word(value: Any, texts: Texts) -> str:
    if isinstance(value, bool):
        return texts.term("yes_no.yes" if value else "yes_no.no")
    if isinstance(value, StrEnum):
        return texts.term(f"{FAMILIES[type(value)]}.{value}")
    return str(value)


def _field(name: str) -> Field | None:
    if name in FIELD_BY_NAME:
        return FIELD_BY_NAME[name]
    line = _ADDED_LINE.match(name)
    known = FIELD_BY_NAME.get(f"need_1_{line[2]}") if line else None
    if known is None or line is None:
        return None
    return Field(name=name, key=known.key, part=known.part, kind=known.kind, choice=known.choice, row=int(line[1]))


def _value(response: Response, field: Field) -> Any:
    match field.part:
        case Part.NEED:
            need = next((need for need in response.needs if need.row == field.row), None)
            name = {"skill": "skill_text", "hiring_reason": "hiring_reasons"}.get(field.key, field.key)
            return getattr(need, name, None)
        case Part.UNUSED | Part.LINK:
            return _listed(response, field)
        case Part.OFFER:
            return True if field.name.removeprefix("offer_") in response.offers else None
        case _:
            if field.name in {"member_code", "organisation"}:
                said = response.raw.get(field.name)  # they say whose answer it is; nothing else is taken from them
                return said and fit_to_show(said)
            return getattr(response, field.name, None)


def _listed(response: Response, field: Field) -> Any:
    needed = _LISTS[field.part]
    # A line with a placeholder ("none") was answered, but not kept.
    lines = [
        one.row
        for one in fields_of(field.part)
        if one.key == f"{field.part}_{needed}" and understood(one, response.raw.get(one.name, "")).value is not None
    ]
    kept: tuple[Any, ...] = response.unused if field.part is Part.UNUSED else response.links
    place = lines.index(field.row) if field.row in lines else len(kept)
    if place >= len(kept):
        return None
    name = field.key.removeprefix(f"{field.part}_")
    return getattr(kept[place], {"skill": "skill_text"}.get(name, name))
