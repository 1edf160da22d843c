"""Finding the answers of a form in a file: by the defined names, and where they were lost by the questions beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, TypeAlias

from fastmap.catalogue.texts import form_languages, load_texts
from fastmap.intake.form_definition import FIELD_BY_NAME, FIELDS, PREFILLED, Field, Part
from fastmap.intake.safe_reading import Reading, Value, cell_name
from fastmap.model.normalise import text_key

Place: TypeAlias = tuple[int, int, int]
"""Sheet, row, column; all count from 0."""

_ENOUGH_NAMES: Final = 5
"""Defined names of ours from which a workbook counts as a form."""
_ENOUGH_LABELS: Final = 6
"""Different questions of ours from which a sheet counts as a form."""
_LONGEST_LABEL: Final = 160
_REACH: Final = 6
"""Columns to the right of a question in which its answer may stand."""
_BESIDE: Final = frozenset({"form_id", "form_version", "prefilled", "offer_interns", "offer_trainer", "offer_course"})
"""Fields whose answer stands to the right of the question; all others below it."""
_EVERY_FIELD: Final = (*FIELDS, PREFILLED)
_NAMES: Final = frozenset(field.name for field in FIELDS)
_NUMBERS: Final = frozenset("123456789abc")
"""What may stand before a question or the title of a section."""
_LISTED: Final = frozenset({Part.NEED, Part.LINK, Part.UNUSED})


@dataclass(frozen=True, slots=True)
class FormCells:
    """Where each field of one form stands."""

    reading: Reading
    places: Mapping[str, Place]

    def answered(self) -> Iterator[tuple[Field, Value]]:
        """Yield the fields whose cell holds something or a formula, in the order of the form."""
        sheets = [sheet.rows for sheet in self.reading.sheets]
        formulas = self.reading.formulas
        for field in _EVERY_FIELD:  # most cells are empty: this loop is where a thousand forms spend their time
            place = self.places.get(field.name)
            if place is None:
                continue
            sheet, row, column = place
            rows = sheets[sheet]
            filled = row < len(rows) and column < len(rows[row]) and rows[row][column] != ""
            if filled or (formulas and place in formulas):
                yield field, self.reading.sheets[sheet].value(row, column)

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


def find_cells(reading: Reading) -> FormCells | None:
    """Return where the fields of a form stand, or ``None`` if the file is no form of ours."""
    named = _by_name(tuple(reading.names.items()), tuple(sheet.merged for sheet in reading.sheets))
    places = dict(named)
    if places.keys() >= _NAMES:
        return FormCells(reading, places)
    labelled = dict(_by_label(reading))
    found_labels = {FIELD_BY_NAME[name].key for name in labelled}
    if len(places) < _ENOUGH_NAMES and (len(found_labels) < _ENOUGH_LABELS or "need_1_skill" not in labelled):
        return None
    taken = set(places.values())
    for name, place in labelled.items():
        if name not in places and place not in taken:
            places[name] = place
    return FormCells(reading, places)


Merged: TypeAlias = tuple[tuple[tuple[int, int], tuple[int, int]], ...]


@lru_cache(maxsize=32)  # the forms of one round share their names and merged cells
def _by_name(names: tuple[tuple[str, Place], ...], merged: tuple[Merged, ...]) -> Mapping[str, Place]:
    return {
        name: (sheet, *_anchor(row, column, merged[sheet]))
        for name, (sheet, row, column) in names
        if name in FIELD_BY_NAME
    }


def _anchor(row: int, column: int, merged: Merged) -> tuple[int, int]:
    """Return the first cell of the merged cells around this one, or the cell itself."""
    for first, last in merged:
        if first[0] <= row <= last[0] and first[1] <= column <= last[1]:
            return first
    return row, column


@cache
def _labels() -> Mapping[str, str]:
    """Every question in every shipped language, in normal form → field key; section titles → an empty key."""
    labels: dict[str, str] = {}
    for language in form_languages():
        texts = load_texts(language)
        for field in _EVERY_FIELD:
            labels.setdefault(text_key(texts.get(field.label_key)), field.key)
        for section in ("needs", "site", "optional", "links", "unused", "offers"):
            labels.setdefault(text_key(texts.get(f"form.section.{section}")), "")
        labels.setdefault(text_key(texts.get("form.legend_title")), "")
    return labels


def _by_label(reading: Reading) -> Iterator[tuple[str, Place]]:
    labels = _labels()
    fields_by_key: dict[str, list[Field]] = {}
    for field in _EVERY_FIELD:
        fields_by_key.setdefault(field.key, []).append(field)
    for sheet, cells in enumerate(reading.sheets):
        found: dict[tuple[int, int], str] = {}
        for row, values in enumerate(cells.rows):
            for column, value in enumerate(values):
                if isinstance(value, str) and (key := _label_of(value, labels)) is not None:
                    found[row, column] = key
        if len(set(found.values())) < _ENOUGH_LABELS:
            continue
        seen: set[str] = set()
        for (row, column), key in found.items():
            if key and key not in seen:
                seen.add(key)  # the first one: below the form the questions stand again, beside their words
                yield from _answers_of(fields_by_key[key], reading, (sheet, row, column), found)


def _label_of(value: str, labels: Mapping[str, str]) -> str | None:
    """Return the field key of a question, with or without its number; forms of version 1 had none."""
    if not 0 < len(value) <= _LONGEST_LABEL:
        return None
    words = text_key(value)
    number, _, rest = words.partition(" ")
    return labels.get(words, labels.get(rest) if number in _NUMBERS else None)


def _answers_of(
    fields: list[Field], reading: Reading, label: Place, found: Mapping[tuple[int, int], str]
) -> Iterator[tuple[str, Place]]:
    sheet, row, column = label
    first = fields[0]
    if first.part in _LISTED:
        rows_with_labels = {place[0] for place in found}
        for offset, field in enumerate(fields, start=1):
            if row + offset in rows_with_labels:
                return
            yield field.name, (sheet, row + offset, column)
        return
    if first.key not in _BESIDE and (row + 1, column) not in found:
        below = reading.sheets[sheet].value(row + 1, column)
        if below != "" or not _right_of(reading, label, found):
            yield first.name, (sheet, row + 1, column)
            return
    if right := _right_of(reading, label, found):
        yield first.name, right


def _right_of(reading: Reading, label: Place, found: Mapping[tuple[int, int], str]) -> Place | None:
    sheet, row, column = label
    for offset in range(1, _REACH + 1):
        if (row, column + offset) in found:
            return None
        if reading.sheets[sheet].value(row, column + offset) != "":
            return sheet, row, column + offset
    return None
