"""Finding the forms in a file: by the defined names, and where those were lost or went astray by the questions.

A file holds one form as a rule. Where names and questions disagree about the cells, there are two ways to read a form;
`forms` takes the one that makes more sense. Sheets beside it may hold another filled form, which must not be lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, lru_cache
from itertools import takewhile
from typing import Final, TypeAlias

from fastmap.intake.form_cells import FormCells, Merged, Place, anchor, shared_cells
from fastmap.intake.form_definition import NEEDS_FORM, Field, FormDefinition
from fastmap.intake.form_labels import is_asked, is_label, places_by_label
from fastmap.intake.offer_definition import OFFER_FORM
from fastmap.intake.safe_reading import Reading, SheetCells
from fastmap.intake.team_definition import TEAM_FORMS

Ways: TypeAlias = tuple[FormCells, ...]
"""The ways to read one form, the likelier first."""

_KINDS: Final = (OFFER_FORM, *TEAM_FORMS.values(), NEEDS_FORM)
_TELLING: Final = {
    TEAM_FORMS["staff"]: "digcomp",
    TEAM_FORMS["stakeholder"]: "organisation_kind",
}
_ENOUGH_NAMES: Final = 5
"""Defined names of ours from which a workbook counts as a form."""
_ADDED_LINES: Final = 12
"""Lines below the last need that are looked at; a question or title of ours ends them earlier."""


def kind_of_form(reading: Reading) -> FormDefinition:
    """Return which form a file may hold: a provider's offers, a team questionnaire, or else a member's needs."""
    names = reading.names.keys()
    named = next((kind for kind in _KINDS if not names.isdisjoint(_own_names(kind))), None)
    if named is not None:
        return named
    sheets = range(len(reading.sheets))
    if any(OFFER_FORM.stands_in(places_by_label(reading, sheet, OFFER_FORM)) for sheet in sheets):
        return OFFER_FORM
    # The two questionnaires share their items: told by a question that only one of them asks.
    for kind, telling in _TELLING.items():
        if any(is_asked(reading, sheet, kind, telling) for sheet in sheets):
            return kind
    return NEEDS_FORM


@cache
def _own_names(definition: FormDefinition) -> frozenset[str]:
    """Return the defined names that no other form has."""
    return definition.names.difference(*(other.names for other in _KINDS if other is not definition))


def find_forms(reading: Reading, definition: FormDefinition = NEEDS_FORM) -> tuple[Ways, ...]:
    """Return the forms of one kind in a file, the named one first; an empty tuple if it is no such form."""
    named = _by_name(tuple(reading.names.items()), tuple(sheet.merged for sheet in reading.sheets), definition)
    holds = named.keys() >= definition.names and _names_hold(reading, named, definition)
    own = {place[0] for place in named.values()}
    others = [sheet for sheet in range(len(reading.sheets)) if not holds or sheet not in own]
    labelled = {sheet: places for sheet in others if (places := places_by_label(reading, sheet, definition))}
    if holds:
        first: Ways = (_cells(reading, named, definition),)
    else:
        first = _ways(reading, named, labelled, definition)
    if not first:
        return ()
    taken = {place[0] for way in first for place in way.places.values()}
    more = [
        (_cells(reading, places, definition),)
        for sheet, places in labelled.items()
        if sheet not in taken and definition.stands_in(places)
    ]
    return (first, *more)


def _ways(
    reading: Reading,
    named: Mapping[str, Place],
    labelled: Mapping[int, Mapping[str, Place]],
    definition: FormDefinition,
) -> Ways:
    """Return the ways to read the form whose names are incomplete, gone, or not where its questions are."""
    has_names = len(named) >= _ENOUGH_NAMES
    home = next((sheet for sheet, places in labelled.items() if definition.stands_in(places)), None)
    if home is None and not has_names:
        return ()
    on_home = labelled.get(home, {}) if home is not None else {}
    elsewhere = {
        name: place
        for sheet, places in labelled.items()
        if not definition.stands_in(places)
        for name, place in places.items()
    }
    by_label = {**elsewhere, **on_home}
    if not has_names:
        return (_cells(reading, by_label, definition),)
    by_name = _completed(named, by_label)
    if home is None or all(named.get(name, place) == place for name, place in on_home.items()):
        return (_cells(reading, by_name, definition),)
    return (
        _cells(reading, by_name, definition),
        _cells(reading, by_label, definition),
    )  # names that went astray add nothing to questions


def _completed(places: Mapping[str, Place], others: Mapping[str, Place]) -> dict[str, Place]:
    """Return ``places`` with what only ``others`` has, as far as those cells are free."""
    taken = set(places.values())
    return {**places, **{name: place for name, place in others.items() if name not in places and place not in taken}}


def _names_hold(reading: Reading, named: Mapping[str, Place], definition: FormDefinition) -> bool:
    """Return whether the names stand below their questions, as they were sent out."""
    for name in definition.below_questions:
        sheet, row, column = named[name]
        cells = reading.sheets[sheet]
        above = cells.value(*anchor(row - 1, column, cells.merged))
        if not is_label(above, definition) or is_label(cells.value(row, column), definition):
            return False
    return True


@lru_cache(maxsize=32)  # the forms of one round share their names and merged cells
def _by_name(
    names: tuple[tuple[str, Place], ...], merged: tuple[Merged, ...], definition: FormDefinition
) -> Mapping[str, Place]:
    return {
        name: (sheet, *anchor(row, column, merged[sheet]))
        for name, (sheet, row, column) in names
        if name in definition.by_name
    }


def _cells(reading: Reading, places: Mapping[str, Place], definition: FormDefinition) -> FormCells:
    cells = FormCells(reading, places, shared_cells(places, definition), definition=definition)
    added = dict(_added_lines(reading, places, definition))
    if not added:
        return cells
    return replace(cells, places={**places, **{one.name: place for one, place in added.items()}}, more=tuple(added))


def _added_lines(
    reading: Reading, places: Mapping[str, Place], definition: FormDefinition
) -> Iterator[tuple[Field, Place]]:
    """Yield the fields on lines that somebody put between ours or below them."""
    skills = [places[name] for name in definition.skills if name in places]
    if not skills:
        return
    sheet, top, _ = min(skills)
    cells = reading.sheets[sheet]
    rows = {row for _, row, _ in skills}
    if len(rows) == max(rows) - top + 1 and _is_headed(cells, max(rows) + 1, definition):
        return  # nearly always
    # The skill of a line may lie in a cell merged with the one above: the other answers tell its row.
    leading = (one.name for one in definition.fields if one.part is definition.leading)
    known = {place[1] for name in leading if (place := places.get(name)) is not None and place[0] == sheet}
    bottom = max(known)
    columns = {
        one.key: places[one.name][2]
        for one in definition.fields
        if one.part is definition.leading and places.get(one.name, ())[:2] == (sheet, top)
    }
    lines = [row for row in range(top, bottom + 1) if row not in known]
    below = range(bottom + 1, min(bottom + 1 + _ADDED_LINES, len(cells.rows)))
    lines += takewhile(lambda row: not _is_headed(cells, row, definition), below)
    filled = (row for row in lines if _is_filled(cells, row, columns.values(), definition))
    for number, row in enumerate(filled, start=len(definition.skills) + 1):
        for one in definition.fields:
            if one.part is definition.leading and one.row == 1 and one.key in columns:
                name = one.name.replace("_1_", f"_{number}_", 1)
                yield replace(one, name=name, row=number), (sheet, *anchor(row, columns[one.key], cells.merged))


def _is_headed(cells: SheetCells, row: int, definition: FormDefinition) -> bool:
    """Return whether a question or title of ours stands on a row; below the sheet nothing does, and nothing is left."""
    return row >= len(cells.rows) or any(is_label(value, definition) for value in cells.rows[row])


def _is_filled(cells: SheetCells, row: int, columns: Iterable[int], definition: FormDefinition) -> bool:
    """Return whether somebody answered on a line: something stands in one of its columns, and no question of ours."""
    values = [cells.value(row, column) for column in columns]
    return any(value != "" for value in values) and not any(is_label(value, definition) for value in values)
