"""Finding the answers of a form by the questions beside them: for files whose defined names were lost or point elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from fastmap.catalogue.texts import form_languages, load_texts
from fastmap.intake.form_cells import LISTED, Place, anchor
from fastmap.intake.form_definition import Field, FormDefinition
from fastmap.intake.safe_reading import Reading, SheetCells
from fastmap.model.normalise import text_key

ENOUGH_LABELS: Final = 6
"""Different questions of ours from which a sheet counts as a form."""
_LONGEST_LABEL: Final = 160
_REACH: Final = 6
"""Columns to the right of a question in which its answer may stand."""
_LINES: Final = 40
"""Rows below a question in which its lines may stand."""
_NUMBERS: Final = frozenset("123456789abc")
"""What may stand before a question or the title of a section."""


@cache
def labels(definition: FormDefinition) -> Mapping[str, str]:
    """Return every question in every shipped language, in normal form → field key; section titles → an empty key."""
    known: dict[str, str] = {}
    for language in form_languages():
        texts = load_texts(language)
        for field in definition.every:
            known.setdefault(text_key(texts.get(field.label_key)), field.key)
        for title in definition.titles:
            known.setdefault(text_key(texts.get(title)), "")
    return known


@cache
def _fields_by_key(definition: FormDefinition) -> Mapping[str, tuple[Field, ...]]:
    fields: dict[str, list[Field]] = {}
    for field in definition.every:
        fields.setdefault(field.key, []).append(field)
    return {key: tuple(same) for key, same in fields.items()}


def is_label(value: object, definition: FormDefinition) -> bool:
    """Return whether a cell holds one of our questions or section titles."""
    return isinstance(value, str) and 0 < len(value) <= _LONGEST_LABEL and _label_key(value, definition) is not None


def is_asked(reading: Reading, sheet: int, definition: FormDefinition, key: str) -> bool:
    """Return whether the question of a field stands on a sheet that holds enough questions of ours."""
    found = {
        _label_key(value, definition)
        for values in reading.sheets[sheet].rows
        for value in values
        if is_label(value, definition)
    }
    return key in found and len(found) >= ENOUGH_LABELS


@lru_cache(maxsize=2_048)  # the forms of one round have the same questions
def _label_key(text: str, definition: FormDefinition) -> str | None:
    words = text_key(text)
    number, _, rest = words.partition(" ")
    # With its number or without: forms of version 1 had none.
    known = labels(definition)
    return known.get(words, known.get(rest) if number in _NUMBERS else None)


def places_by_label(reading: Reading, sheet: int, definition: FormDefinition) -> dict[str, Place]:
    """Return the cells of the answers on one sheet, by field name; none if it has few of our questions."""
    found: dict[tuple[int, int], str] = {}
    for row, values in enumerate(reading.sheets[sheet].rows):
        for column, value in enumerate(values):
            if is_label(value, definition):
                found[row, column] = _label_key(value, definition) or ""
    if len(set(found.values())) < ENOUGH_LABELS:
        return {}
    return dict(_Labelled(reading.sheets[sheet], sheet, found, definition).answers())


@dataclass(frozen=True, slots=True)
class _Labelled:
    """One sheet and the questions found on it: row and column → field key."""

    cells: SheetCells
    sheet: int
    found: dict[tuple[int, int], str]
    definition: FormDefinition

    def answers(self) -> Iterator[tuple[str, Place]]:
        if self.definition.has_gapless_lines:
            self._fill_gaps()
        seen: set[str] = set()
        # Of each question the first one: below the form the questions stand again, beside their words.
        for (row, column), key in sorted(self.found.items()):
            if not key or key in seen:
                continue
            seen.add(key)
            fields = _fields_by_key(self.definition)[key]
            if fields[0].part in LISTED:
                yield from self._lines(fields, row, column)
            elif (place := self._single(fields[0].key, row, column)) is not None:
                yield fields[0].name, place

    def _fill_gaps(self) -> None:
        """Tell questions that somebody rewrote by their neighbours: those of a line stand in a known order."""
        first_line = (field for field in self.definition.fields if field.row == 1)
        order = [field.key for field in first_line if field.part is self.definition.leading]
        first: dict[str, tuple[int, int]] = {}
        for place, key in sorted(self.found.items()):
            if key in order:
                first.setdefault(key, place)
        rows = [row for row, _ in first.values()]
        if not rows:
            return
        row = max(set(rows), key=rows.count)
        columns = {key: place[1] for key, place in first.items() if place[0] == row}
        for number, key in enumerate(order):
            if key in columns:
                continue
            before = next((columns[k] + number - i for i, k in _back(order, number) if k in columns), None)
            after = next((columns[k] - (i - number) for i, k in _on(order, number) if k in columns), None)
            guess = before if after is None else after if before is None or before == after else None
            if guess is not None and guess >= 0 and (row, guess) not in self.found:
                self.found.setdefault((row, guess), key)

    def _lines(self, fields: tuple[Field, ...], row: int, column: int) -> Iterator[tuple[str, Place]]:
        """Yield the lines below a question; blank ones are passed over only where there are too many to be ours."""
        part = {field.key for field in self.definition.fields if field.part is fields[0].part}
        columns = [place[1] for place, key in self.found.items() if place[0] == row and key in part]
        block = range(min(columns), max(columns) + 1)
        below: list[int] = []
        for line in range(row + 1, min(row + _LINES, len(self.cells.rows))):
            if self._is_headed(line, block):
                break
            if any(self.cells.value(line, each) != "" for each in block):
                below.append(line)
        lines = range(row + 1, row + 1 + len(fields))
        if below and below[-1] not in lines:
            lines_used = below[: len(fields)]
        else:
            lines_used = [line for line in lines if not self._is_headed(line, block)]
        for field, line in zip(fields, lines_used, strict=False):
            yield field.name, self._place(line, column)

    def _is_headed(self, row: int, block: range) -> bool:
        """Whether something else begins on this row: a question in these columns, or one to the left of them."""
        return any((row, column) in self.found for column in range(block.stop))

    def _single(self, key: str, row: int, column: int) -> Place | None:
        right = self._right_of(row, column)
        if key not in self.definition.beside and (row + 1, column) not in self.found:
            below = self.cells.value(row + 1, column)
            if below != "" or right is None:
                return self._place(row + 1, column)
        return right

    def _right_of(self, row: int, column: int) -> Place | None:
        for offset in range(1, _REACH + 1):
            if (row, column + offset) in self.found:
                return None
            if self.cells.value(row, column + offset) != "":
                return self.sheet, row, column + offset
        return None

    def _place(self, row: int, column: int) -> Place:
        return (self.sheet, *anchor(row, column, self.cells.merged))


def _back(order: list[str], number: int) -> Iterator[tuple[int, str]]:
    return ((i, order[i]) for i in range(number - 1, -1, -1))


def _on(order: list[str], number: int) -> Iterator[tuple[int, str]]:
    return ((i, order[i]) for i in range(number + 1, len(order)))
