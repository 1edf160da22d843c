"""What somebody wrote on a form beside its cells: a note in the margin, a line below it, a sheet of their own.

It answers no question of ours, so nobody can count it; it is kept with the answer and told with its cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from fastmap.catalogue.texts import form_languages, load_texts
from fastmap.intake.form_cells import FormCells
from fastmap.intake.form_definition import FormDefinition, Part
from fastmap.intake.safe_reading import Value, cell_name
from fastmap.intake.words import FAMILIES
from fastmap.model.messages import Message
from fastmap.model.normalise import text_key
from fastmap.model.responses import Problem

LISTS_SHEET: Final = "lists"
"""The hidden sheet on which the words of the lists stand."""
MOST_TOLD: Final = 20
"""More than this on one form is somebody's own table: the others are kept too, and counted in one finding."""
MOST_KEPT: Final = 500
"""A form may stand in somebody's large workbook: of that no more is copied into the assessment, and this is said."""
_FAMILIES: Final = ("form.", "demand.", "team_form.", "yes_no.", *(f"{family}." for family in FAMILIES.values()))
"""Where the sentences of all forms stand, and the words of their lists."""
_GAP: Final = re.compile(r"\{[^{}]*\}")
_ours: set[object] = {""}
"""Cells known to be ours; the same sentences stand on every form of a round."""
_MOST_KNOWN: Final = 50_000


@dataclass(frozen=True, slots=True)
class Strays:
    """What stands beside the cells of the forms in a file."""

    raw: Mapping[str, str] = field(default_factory=dict)
    """``sheet!cell`` → text, to be kept with the answer."""
    problems: tuple[Problem, ...] = ()


def stray_texts(ways: Iterable[FormCells]) -> Strays:
    """Return every cell with words that stands beside the cells of the forms in a file, with a finding each.

    ``ways``: all ways to read all forms in it. What a form repeats of its own answers is none, nor what stands above the
    first answer, where it says whose form it is.
    """
    every = tuple(ways)
    sheets = every[0].reading.sheets
    strange = [
        (number, row, column)
        for number, sheet in enumerate(sheets)
        if sheet.name != LISTS_SHEET
        for row, values in enumerate(sheet.rows)
        for column, value in enumerate(values)
        if value.__class__ is str and value not in _ours
    ]
    if not strange:
        return Strays()
    tops = _tops(every)
    answers = {place for cells in every for place in cells.places.values()}
    strange = [
        place
        for place in strange
        if place not in answers
        and place[1] >= tops.get(place[0], 0)
        and not _is_known(sheets[place[0]].value(*place[1:]))
    ]
    if not strange:
        return Strays()
    said = {_one_line(sheets[sheet].value(row, column)) for sheet, row, column in answers}
    found = [
        (sheets[sheet].name, cell_name(row, column), text)
        for sheet, row, column in strange
        if _one_line(text := str(sheets[sheet].value(row, column))) not in said
    ]
    return Strays(
        raw={f"{sheet}!{cell}": text for sheet, cell, text in found[:MOST_KEPT]},
        problems=(*(_told(*one) for one in found[:MOST_TOLD]), *_more(len(found))),
    )


def _more(count: int) -> Iterator[Problem]:
    """Yield one finding for the texts that are kept and not told, and one for those that are not kept."""
    kept_only, left = min(count, MOST_KEPT) - MOST_TOLD, count - MOST_KEPT
    if kept_only > 0:
        yield Problem(
            code="stray_texts_more",
            done="kept_as_text",
            facts=Message("problem.stray_texts_more", {"count": kept_only}),
        )
    if left > 0:
        yield Problem(
            code="stray_texts_left", done="not_taken", facts=Message("problem.stray_texts_left", {"count": left})
        )


def _one_line(value: Value) -> str:
    return " ".join(str(value).split())


def _is_known(value: Value) -> bool:
    """Return whether a cell is the form's own, and remember it: the same sentences stand on every form."""
    is_ours = _is_ours(str(value))
    if is_ours and len(_ours) < _MOST_KNOWN:
        _ours.add(value)
    return is_ours


def _tops(ways: Iterable[FormCells]) -> dict[int, int]:
    """Return on which row of each sheet the head of a form begins: whose form it is stands above."""
    tops: dict[int, int] = {}
    for cells in ways:
        for name in _head(cells.definition):
            if (place := cells.places.get(name)) is not None:
                tops[place[0]] = min(place[1], tops.get(place[0], place[1]))
    return tops


@cache
def _head(definition: FormDefinition) -> tuple[str, ...]:
    return tuple(one.name for one in definition.fields if one.part is Part.HEAD)


def _told(sheet: str, cell: str, text: str) -> Problem:
    facts = {"found": text, "sheet": sheet, "cell": cell}
    return Problem(
        code="stray_text",
        sheet=sheet,
        cell=cell,
        found=text,
        done="kept_as_text",
        facts=Message("problem.stray_text", facts),
    )


def _is_ours(text: str) -> bool:
    """Return whether a text is one of the form's own sentences, in any language, or holds no words."""
    if any(pattern.fullmatch(text.strip()) for pattern in _patterns()):
        return True
    return all(map(_is_sentence, text.split(" · ")))  # the words of a list stand in one cell, for those who print


def _is_sentence(text: str) -> bool:
    key = text_key(text)
    if not any(map(str.isalpha, key)):
        return True  # figures alone say nothing without their question
    number, _, rest = key.partition(" ")
    return key in _sentences() or (len(number) == 1 and rest in _sentences())


@cache
def _sentences() -> frozenset[str]:
    return frozenset(text_key(text) for text in _texts() if not _GAP.search(text))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Return what sentences with names or dates in them look like; those that are nothing but a gap say nothing."""
    found = []
    for text in _texts():
        parts = _GAP.split(text.strip())
        if len(parts) > 1 and any(text_key(part) for part in parts):
            found.append(re.compile(".*?".join(map(re.escape, parts)), re.DOTALL))
    return tuple(found)


def _texts() -> Iterator[str]:
    for language in form_languages():
        entries = load_texts(language).entries
        for key, text in entries.items():
            if key.startswith(_FAMILIES):
                yield from (text,) if isinstance(text, str) else text.values()
