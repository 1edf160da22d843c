"""How wide the columns of a table are on paper, from what stands in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from exports.charts.sheet import POINTS_PER_MM
from exports.charts.type import width, wrapped
from exports.fewest_lines import CellText, with_fewest_lines
from exports.figures import NUMERIC
from fastmap.report.blocks import ColumnKind

PORTRAIT = 170 * POINTS_PER_MM
LANDSCAPE = 257 * POINTS_PER_MM
HALF = 82 * POINTS_PER_MM
"""What stands beside something else."""
SIZE = 8.5
_PADDING = 11.0
HEAD_WORD = 74.0
"""Longer words of a heading are hyphenated."""
_TEXT_WORD = 92.0
_BADGE = 108.0
"""Longer badges wrap."""
_NARROW_WORD = 50.0
"""Where a table would need a turned page, words among figures are hyphenated from here on, and badges wrap."""
_SHORT = 74.0
"""Text that is never wider stays on one line, if the table still fits."""
_LONG_WORD = 26
_PIECE = 11
_JOINT = re.compile(r"(?<=[/_.@:;,\-–—|&=?#(){}\[\]])(?=\S)")
_SOFT_HYPHEN = "\u00ad"
_MAY_BREAK = "\u200b"


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Widths in points that add up to the width of the page's text, and whether the page must be turned."""

    widths: tuple[float, ...]
    landscape: bool


def lay_out(
    kinds: Sequence[ColumnKind], headers: Sequence[str], rows: Sequence[Sequence[str]], upright: float = PORTRAIT
) -> Layout:
    """Return the layout of a table whose cells are already text; a heading is its name and, on a second line, a unit.

    ``upright``: the room in points on a page that is not turned; a table in less than the whole of it is never turned.

    Figures, dates and short words never wrap; longer text shares what is left so that rows have few lines.
    """
    columns = list(zip(*rows, strict=True)) if rows else [() for _ in headers]
    ways = ((_SHORT, False), (0.0, False), (0.0, True))
    least: list[float] = []
    for short, narrow in ways:
        least = [
            _least(kind, head, cells, short, narrow=narrow)
            for kind, head, cells in zip(kinds, headers, columns, strict=True)
        ]
        if sum(least) <= upright:
            break
    landscape = sum(least) > upright == PORTRAIT
    room = LANDSCAPE if landscape else upright
    if sum(least) > room:
        return Layout(widths=tuple(low * room / sum(least) for low in least), landscape=landscape)
    cells = [
        [_heading(head), *(_text(kind, cell) for cell in column)]
        for kind, head, column in zip(kinds, headers, columns, strict=True)
    ]
    inner, _ = with_fewest_lines(cells, [low - _PADDING for low in least], room - sum(least))
    widths = [wide + _PADDING for wide in inner]
    growing = [number for number, kind in enumerate(kinds) if kind not in NUMERIC] or list(range(len(kinds)))
    growth = (room - sum(widths)) / sum(widths[number] for number in growing)
    return Layout(
        widths=tuple(wide * (1 + growth if number in growing else 1) for number, wide in enumerate(widths)),
        landscape=landscape,
    )


def breakable(text: str) -> str:
    """Return ``text`` with places to break in its very long words, which would run over the edge otherwise.

    Words of letters break with a hyphen, others (addresses, file names) without one.
    """
    if max(map(len, text.split()), default=0) < _LONG_WORD:
        return text
    return re.sub(rf"\S{{{_LONG_WORD},}}", lambda word: _opened(word[0]), text)


def lines_of(rows: Sequence[Sequence[str]], widths: Sequence[float]) -> int:
    """Return into how many lines the rows of a table wrap, about: each row takes as many as its highest cell."""

    def lines(cell: str, wide: float) -> int:
        return max(1, ceil(width(cell, SIZE) / max(wide - _PADDING, 1.0)))

    return sum(max(lines(cell, wide) for cell, wide in zip(row, widths, strict=True)) for row in rows)


def has_long_word(texts: Iterable[str], column: float) -> bool:
    """Say whether texts must be hyphenated, because a word of them is wider than their column (points)."""
    room = column - _PADDING
    return any(width(word, SIZE) > room for text in texts for word in text.split())


def fitting(text: str, room: float) -> str:
    """Return as much of ``text`` as fits on one line of ``room`` points; what was cut ends in "…"."""
    return wrapped(text, SIZE, room, most_lines=1, bold=True)[0]


def _opened(word: str) -> str:
    parts = _JOINT.split(word)
    opened = (
        (_SOFT_HYPHEN if part.isalpha() else _MAY_BREAK).join(
            part[start : start + _PIECE] for start in range(0, len(part), _PIECE)
        )
        if len(part) >= _LONG_WORD
        else part
        for part in parts
    )
    return _MAY_BREAK.join(opened)


def _heading(head: str) -> CellText:
    """Return a heading, whose unit stands on a line of its own."""
    name, _, unit = head.partition("\n")
    return CellText(name, SIZE, bold=True, more=1 if unit else 0)


def _text(kind: ColumnKind, cell: str) -> CellText:
    if kind in NUMERIC or kind is ColumnKind.DATE:
        return CellText(cell.replace(" ", "\u00a0"), SIZE)  # has its room already, and gets no more for being broken
    badge = kind is ColumnKind.BADGE
    return CellText(cell, SIZE, bold=badge, beside=9 if badge else 0)


def _least(kind: ColumnKind, head: str, cells: Sequence[str], short: float, *, narrow: bool) -> float:
    """Return the width that a column needs; ``narrow``: words where others are figures, and badges, may wrap."""
    head_word = min(HEAD_WORD, max((width(word, SIZE, bold=True) for word in head.split()), default=0))
    if kind in NUMERIC or kind is ColumnKind.DATE:
        shown = [cell for cell in cells if any(map(str.isdigit, cell))] if narrow else cells
        inner = max((width(cell, SIZE) for cell in shown), default=0)
        if len(shown) < len(cells):
            inner = max(inner, _NARROW_WORD)
    else:
        whole = max((width(cell, SIZE) for cell in cells), default=0.0)
        inner = whole if whole <= short else _longest_word(cells)
    if kind is ColumnKind.BADGE:
        pieces = [word for cell in cells for word in cell.split()] if narrow else cells
        inner = min(_BADGE, max((width(piece, SIZE, bold=True) + 10 for piece in pieces), default=0))
    return max(head_word, inner) + _PADDING


def _longest_word(cells: Iterable[str]) -> float:
    return min(_TEXT_WORD, max((width(word, SIZE) for cell in cells for word in cell.split()), default=0))
