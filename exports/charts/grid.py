"""The typology grid as a picture: three columns, two rows, cards in their cells."""

from __future__ import annotations

from dataclasses import dataclass

from matplotlib.figure import Figure

from exports.charts.sheet import LABEL, SMALL, Sheet, block_height
from exports.charts.type import drawable, width, wrapped
from fastmap.model.choices import Scope
from fastmap.report.badges import Badge, Tone
from fastmap.report.drawings import Grid, GridBlockCell, GridCard

_WIDTH = 760.0
_ROW_HEAD = 96.0
_GAP = 8.0
_PAD = 8.0
_CARD_GAP = 6.0
_LEAST_CELL = 96.0
SCOPE_TONES = {Scope.ALONE: Tone.ALONE, Scope.REGIONAL: Tone.REGIONAL, Scope.INTERNATIONAL: Tone.INTERNATIONAL}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Laid:
    title: list[str]
    badges: list[list[Badge]]
    """Line by line."""
    fact: list[str]
    """Under the badges."""
    height: float


def draw_grid(figure: Figure, grid: Grid) -> None:
    """Draw the grid as high as its fullest cells need."""
    scopes, rows = list(grid.columns), list(grid.rows)
    cell_width = (_WIDTH - _ROW_HEAD - _GAP * len(scopes)) / len(scopes)
    by_place = {(cell.scope, cell.complexity): cell for cell in grid.cells}
    laid = {place: [_lay(card, cell_width - 2 * _PAD - 20) for card in cell.cards] for place, cell in by_place.items()}
    heights = {
        row: max(
            [_LEAST_CELL]
            + [
                2 * _PAD + sum(card.height for card in laid[scope, row]) + _CARD_GAP * (len(laid[scope, row]) - 1)
                for scope in scopes
                if laid.get((scope, row))
            ]
        )
        for row in rows
    }
    heads = {scope: wrapped(grid.columns[scope], 10.5, cell_width - 40, most_lines=2, bold=True) for scope in scopes}
    head = max(block_height(len(lines), 10.5) for lines in heads.values()) + 12
    sheet = Sheet(figure, head + sum(heights.values()) + _GAP * len(rows), _WIDTH)
    for column, scope in enumerate(scopes):
        x = _ROW_HEAD + _GAP + column * (cell_width + _GAP)
        _draw_column_head(sheet, x, head, cell_width, heads[scope], grid, scope)
    y = head
    for row in rows:
        lines = wrapped(grid.rows[row], LABEL, _ROW_HEAD - 6, most_lines=6, bold=True)
        sheet.words(0, y + 10 + block_height(len(lines)) / 2, lines, bold=True)
        for column, scope in enumerate(scopes):
            x = _ROW_HEAD + _GAP + column * (cell_width + _GAP)
            cell = by_place.get((scope, row))
            if cell is not None:
                _draw_cell(sheet, x, y, cell_width, heights[row], cell, laid[scope, row])
        y += heights[row] + _GAP


def _draw_column_head(
    sheet: Sheet, x: float, head: float, wide: float, lines: list[str], grid: Grid, scope: Scope
) -> None:
    pair = sheet.colours.tones[SCOPE_TONES[scope]]
    count = str(sum(len(cell.cards) for cell in grid.cells if cell.scope == scope))
    sheet.box(x, head - 5, wide, 2.2, fill=pair.ink)
    sheet.words(x, (head - 8) / 2, lines, size=10.5, bold=True)
    sheet.badge(x + wide - width(count, SMALL, bold=True) - 9, (head - 8) / 2, count, ink=pair.ink, soft=pair.soft)


def _draw_cell(
    sheet: Sheet, x: float, y: float, wide: float, high: float, cell: GridBlockCell, cards: list[_Laid]
) -> None:
    colours = sheet.colours
    if not cards:
        sheet.box(
            x + 0.5, y + 0.5, wide - 1, high - 1, fill=colours.bg, edge=colours.line_strong, dashed=True, radius=7
        )
        title = wrapped(cell.empty_text, LABEL, wide - 24, most_lines=2, bold=True)
        example = wrapped(cell.example, SMALL, wide - 24, most_lines=4) if cell.example else []
        total = block_height(len(title)) + block_height(len(example), SMALL) + (4 if example else 0)
        top = y + (high - total) / 2
        sheet.words(x + wide / 2, top + block_height(len(title)) / 2, title, bold=True, align="center")
        if example:
            middle = y + (high + total) / 2 - block_height(len(example), SMALL) / 2
            sheet.words(x + wide / 2, middle, example, size=SMALL, colour=colours.text2, align="center")
        return
    sheet.box(x, y, wide, high, fill=colours.sunken, radius=7)
    top = y + _PAD
    for card in cards:
        _draw_card(sheet, x + _PAD, top, wide - 2 * _PAD, card, colours.tones[SCOPE_TONES[cell.scope]].ink)
        top += card.height + _CARD_GAP


def _draw_card(sheet: Sheet, x: float, y: float, wide: float, card: _Laid, ink: str) -> None:
    colours = sheet.colours
    sheet.box(x, y, wide, card.height, fill=colours.raised, edge=colours.line, radius=4)
    sheet.box(x, y, 4, card.height, fill=ink, radius=1.6)
    at = y + 7
    sheet.words(x + 12, at + block_height(len(card.title), 9.5) / 2, card.title, size=9.5, bold=True)
    at += block_height(len(card.title), 9.5) + 4
    for row in card.badges:
        left = x + 12
        for badge in row:
            pair = colours.tones[badge.tone]
            left += sheet.badge(left, at + 7, drawable(badge.word), ink=pair.ink, soft=pair.soft) + 5
        at += 17
    if card.fact:
        middle = at + block_height(len(card.fact), SMALL) / 2
        sheet.words(x + 12, middle, card.fact, size=SMALL, colour=colours.text2)


def _lay(card: GridCard, room: float) -> _Laid:
    name = f"{card.reference}  {card.title}" if card.reference else card.title
    title = wrapped(name, 9.5, room, most_lines=3, bold=True)
    rows: list[list[Badge]] = []
    x = room
    for badge in card.badges:
        wide = width(drawable(badge.word), SMALL, bold=True) + 14
        if not rows or x + wide > room:
            rows.append([])
            x = 0.0
        rows[-1].append(badge)
        x += wide
    fact = wrapped(card.fact, SMALL, room, most_lines=2) if card.fact else []
    height = 14 + block_height(len(title), 9.5) + 4 + 17 * len(rows) + block_height(len(fact), SMALL)
    return _Laid(title=title, badges=rows, fact=fact, height=height)
