"""The cells of one form: where each field stands, what it holds, and which cells several fields share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, TypeAlias

from fastmap.intake.form_definition import NEEDS_FORM, Field, FormDefinition, Part
from fastmap.intake.safe_reading import Reading, Value, cell_name

Place: TypeAlias = tuple[int, int, int]
"""Sheet, row, column; all count from 0."""
Merged: TypeAlias = tuple[tuple[tuple[int, int], tuple[int, int]], ...]

LISTED: Final = frozenset({Part.NEED, Part.LINK, Part.UNUSED, Part.OFFERED})
"""Parts that have one line after the other."""


class Shared(StrEnum):
    """What it means that a cell belongs to several fields, because somebody merged it."""

    BESIDE = "beside"
    """It covers several questions: the answer is the first one's."""
    BELOW = "below"
    """It covers several lines of one question."""


@dataclass(frozen=True, slots=True)
class FormCells:
    """Where each field of one form stands."""

    reading: Reading
    places: Mapping[str, Place]
    shared: Mapping[str, Shared] = field(default_factory=dict)
    """Fields whose cell is another field's as well; of several questions all but the first."""
    more: tuple[Field, ...] = ()
    """Lines beyond those of the form, which somebody added."""
    definition: FormDefinition = NEEDS_FORM

    @property
    def sheet(self) -> str:
        """Name of the sheet on which the lines stand."""
        place = self.places.get(self.definition.first) or next(iter(self.places.values()))
        return self.reading.sheets[place[0]].name

    def answered(self) -> Iterator[tuple[Field, Value]]:
        """Yield the fields whose cell holds something or a formula, in the order of the form."""
        sheets = [sheet.rows for sheet in self.reading.sheets]
        formulas = self.reading.formulas
        fields = (*self.definition.every, *self.more)
        for one in fields:  # most cells are empty: this loop is where a thousand forms spend their time
            place = self.places.get(one.name)
            if place is None:
                continue
            sheet, row, column = place
            rows = sheets[sheet]
            filled = row < len(rows) and column < len(rows[row]) and rows[row][column] != ""
            if filled or (formulas and place in formulas):
                yield one, self.reading.sheets[sheet].value(row, column)

    def field(self, name: str) -> Field:
        """Return the field of this name, those of added lines included."""
        return self.definition.by_name.get(name) or next(one for one in self.more if one.name == name)

    def formula(self, name: str) -> bool | None:
        """Say whether the cell holds a formula: ``None`` no, ``True`` with a stored result, ``False`` without."""
        place = self.places.get(name)
        return None if place is None else self.reading.formulas.get(place)

    def sheet_and_cell(self, name: str) -> tuple[str | None, str | None]:
        """Return the sheet and cell name people know, as far as the field was found."""
        place = self.places.get(name)
        if place is None:
            return None, None
        return self.reading.sheets[place[0]].name or None, cell_name(place[1], place[2])


def anchor(row: int, column: int, merged: Merged) -> tuple[int, int]:
    """Return the first cell of the merged cells around this one, or the cell itself."""
    for first, last in merged:
        if first[0] <= row <= last[0] and first[1] <= column <= last[1]:
            return first
    return row, column


def shared_cells(places: Mapping[str, Place], definition: FormDefinition) -> dict[str, Shared]:
    """Return the fields that share their cell, and how."""
    if len(set(places.values())) == len(places):
        return {}
    holders: defaultdict[Place, list[str]] = defaultdict(list)
    for one in definition.fields:
        if one.name in places:
            holders[places[one.name]].append(one.name)
    shared: dict[str, Shared] = {}
    for names in holders.values():
        first = definition.by_name[names[0]]
        for name in names[1:]:
            below = first.part in LISTED and definition.by_name[name].key == first.key
            shared[name] = Shared.BELOW if below else Shared.BESIDE
            if below:
                shared[first.name] = Shared.BELOW
    return shared
