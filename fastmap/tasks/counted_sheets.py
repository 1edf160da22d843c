"""Dots that were counted in a spreadsheet: cells copied there, understood whole or refused by name.

Three forms, told apart by where the options stand: a list (option, dots), a sheet with one line per person under a line
of options, and bare numbers in the order of the table. See decision 0297.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fastmap.errors import FastmapError
from fastmap.model.normalise import text_key

_NAMED = 3
"""Lines that a refusal quotes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedSheet:
    """What a sheet says. Options that it does not name keep what was counted before."""

    dots: Mapping[str, int]
    voters: int | None
    """People behind the dots; ``None``: the sheet does not tell."""


def counted_sheet(
    cells: Sequence[Sequence[str]], names: Mapping[str, str], in_order: Sequence[str], *, dots_each: int
) -> CountedSheet:
    """Return what ``cells`` say. ``names``: what options are called → option; ``in_order``: options from the chosen row down.

    Raises `FastmapError` ``ballot_sheet_unclear`` with every line that is not understood, and ``ballot_sheet_person``
    with every line on which one person gave more dots than there were.
    """
    known = {text_key(name): option for name, option in names.items()}
    rows = [[cell.strip() for cell in row] for row in cells]
    heads = [known.get(text_key(cell)) for cell in rows[0]] if rows else []
    if sum(head is not None for head in heads) > 1:
        return _people(rows, heads, dots_each)
    if rows and max(len(row) for row in rows) == 1:
        return _bare(rows, in_order)
    return _list(rows, known)


def _list(rows: Sequence[Sequence[str]], known: Mapping[str, str]) -> CountedSheet:
    dots: dict[str, int] = {}
    unclear: list[tuple[int, str]] = []
    for number, row in enumerate(rows, start=1):
        filled = [cell for cell in row if cell]
        if not filled:
            continue
        option = next((known[text_key(cell)] for cell in row if text_key(cell) in known), None)
        counts = [count for cell in row if (count := _count(cell)) is not None]
        # An option alone got no dots; one beside a word that is no number is not understood.
        is_clear = len(counts) == 1 or (not counts and len(filled) == 1)
        if option is not None and option not in dots and is_clear:
            dots[option] = counts[0] if counts else 0
        elif number > 1 or counts:  # a first line without a number is a heading
            unclear.append((number, " · ".join(filled)))
    return CountedSheet(dots=_understood(dots, unclear), voters=None)


def _people(rows: Sequence[Sequence[str]], heads: Sequence[str | None], dots_each: int) -> CountedSheet:
    dots = {option: 0 for option in heads if option is not None}
    voters = 0
    unclear: list[tuple[int, str]] = []
    too_many: list[int] = []
    for number, row in enumerate(rows[1:], start=2):
        cells = {place: cell for place, cell in enumerate(row) if cell and place < len(heads) and heads[place]}
        counts = {place: _count(cell) for place, cell in cells.items()}
        if any(count is None for count in counts.values()):
            unclear.append((number, " · ".join(cell for place, cell in cells.items() if counts[place] is None)))
            continue
        given = sum(count or 0 for count in counts.values())
        if given > dots_each:
            too_many.append(number)
        voters += given > 0
        for place, count in counts.items():
            option = heads[place]
            assert option is not None  # only such cells were looked at
            dots[option] += count or 0
    understood = _understood(dots, unclear)
    if too_many:
        lines = ", ".join(str(number) for number in too_many)
        raise FastmapError("ballot_sheet_person", lines=lines, most=dots_each)
    return CountedSheet(dots=understood, voters=voters)


def _bare(rows: Sequence[Sequence[str]], in_order: Sequence[str]) -> CountedSheet:
    counts = [_count(row[0]) if row else None for row in rows]
    # An empty cell is an option without dots, not an end of the list.
    unclear = [
        (number, row[0])
        for number, (row, count) in enumerate(zip(rows, counts, strict=True), start=1)
        if row and row[0] and (count is None or number > len(in_order))
    ]
    pairs = zip(in_order, counts, strict=False)
    return CountedSheet(dots=_understood({option: count or 0 for option, count in pairs}, unclear), voters=None)


def _understood(dots: dict[str, int], unclear: Sequence[tuple[int, str]]) -> dict[str, int]:
    if unclear or not dots:
        quoted = "; ".join(f"{number}: {text}" for number, text in unclear[:_NAMED])
        raise FastmapError("ballot_sheet_unclear", count=len(unclear), lines=quoted or "–")
    return dots


def _count(cell: str) -> int | None:
    """Return a number of dots; spreadsheets write whole ones as 3.0 or 3,0, too."""
    text = cell.removesuffix(".0").removesuffix(",0")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 8 else None
