"""The roadmap as a picture: lanes by horizon, a bar per action, its milestones, and what waits for what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from matplotlib.figure import Figure

from exports.charts.sheet import LABEL, PAGE_WIDTH, SMALL, Sheet, block_height
from exports.charts.type import drawable, width, wrapped
from fastmap.report.badges import Tone
from fastmap.report.drawings import Timeline, TimelineBar, TimelineLane
from fastmap.report.network_look import LATE_SIZE, Shape, outline

_WIDTH = PAGE_WIDTH
_NAMES = 178.0
_HEAD = 30.0
_PAD = 7.0
_BAR = 13.0
_MARK = 7.5


@dataclass(frozen=True, slots=True, kw_only=True)
class _Laid:
    bar: TimelineBar
    title: list[str]
    fact: list[str]
    height: float


def draw_timeline(figure: Figure, timeline: Timeline) -> None:
    """Draw the lanes as high as their actions need."""
    laid = [[_lay(bar) for bar in lane.bars] for lane in timeline.lanes]
    heights = [_lane_height(rows) for rows in laid]
    sheet = Sheet(figure, _HEAD + sum(heights) + 6, _WIDTH)
    _draw_years(sheet, timeline)
    _draw_today(sheet, timeline)
    middles: dict[str, float] = {}
    y = _HEAD
    for lane, rows, height in zip(timeline.lanes, laid, heights, strict=True):
        _draw_lane(sheet, timeline, lane, rows, y)
        at = y + _lane_head() + _PAD
        for row in rows:
            middles[row.bar.key] = at + row.height / 2
            at += row.height + _PAD
        y += height
    for rows in laid:
        for row in rows:
            _draw_waits(sheet, timeline, row.bar, middles)


def _lane_head() -> float:
    return block_height(1, SMALL) + 8


def _lane_height(rows: list[_Laid]) -> float:
    inside = sum(row.height + _PAD for row in rows) if rows else block_height(1, SMALL)
    return _lane_head() + inside + _PAD


def _lay(bar: TimelineBar) -> _Laid:
    title = wrapped(bar.title, LABEL, _NAMES - 14, most_lines=2, bold=True)
    fact = wrapped(bar.fact, SMALL, _NAMES - 14, most_lines=1) if bar.fact else []
    height = block_height(len(title)) + block_height(len(fact), SMALL)
    return _Laid(bar=bar, title=title, fact=fact, height=max(height, _BAR + 8))


def _x(timeline: Timeline, day: date) -> float:
    return _NAMES + (_WIDTH - _NAMES - 4) * timeline.place_0_1(day)


def _draw_years(sheet: Sheet, timeline: Timeline) -> None:
    colours = sheet.colours
    years = [date(year, 1, 1) for year in range(timeline.first.year, timeline.last.year + 1)]
    for begins, ends in pairwise((*years, timeline.last)):
        left, right = _x(timeline, begins), _x(timeline, ends)
        sheet.line(left, _HEAD - 8, left, sheet.height, colour=colours.line)
        word = str(begins.year)
        if right - left > width(word, SMALL) + 4:
            sheet.words(left + 4, 9, word, size=SMALL, colour=colours.text2)


def _draw_today(sheet: Sheet, timeline: Timeline) -> None:
    x = _x(timeline, timeline.today)
    sheet.line(x, _HEAD - 6, x, sheet.height, colour=sheet.colours.primary, line=1.2)
    word = drawable(timeline.today_word)
    half = width(word, SMALL, bold=True) / 2
    middle = min(max(x, _NAMES + half), _WIDTH - half)
    sheet.words(
        middle,
        _HEAD - 12,
        word,
        size=SMALL,
        colour=sheet.colours.primary,
        bold=True,
        align="center",
        ground=sheet.colours.surface,
    )


def _draw_lane(sheet: Sheet, timeline: Timeline, lane: TimelineLane, rows: list[_Laid], top: float) -> None:
    colours = sheet.colours
    pair = colours.tones[lane.tone]
    sheet.line(0, top, _WIDTH, top, colour=colours.line_strong)
    sheet.badge(0, top + _lane_head() / 2 + 2, drawable(lane.name), ink=pair.ink, soft=pair.soft)
    at = top + _lane_head() + _PAD
    if not rows:
        sheet.words(
            8, at + block_height(1, SMALL) / 2 - 4, drawable(timeline.empty_word), size=SMALL, colour=colours.text2
        )
    for row in rows:
        _draw_row(sheet, timeline, row, at)
        at += row.height + _PAD


def _draw_row(sheet: Sheet, timeline: Timeline, row: _Laid, top: float) -> None:
    colours = sheet.colours
    whole = block_height(len(row.title)) + block_height(len(row.fact), SMALL)
    at = top + (row.height - whole) / 2
    sheet.words(8, at + block_height(len(row.title)) / 2, row.title, bold=True)
    if row.fact:
        at += block_height(len(row.title))
        sheet.words(8, at + block_height(1, SMALL) / 2, row.fact, size=SMALL, colour=colours.text2)
    middle = top + row.height / 2
    bar = row.bar
    right = _NAMES
    if bar.start is not None and bar.end is not None:
        left, right = _x(timeline, bar.start), _x(timeline, bar.end)
        right = max(right, left + 4)
        pair = colours.tones[bar.tone]
        guessed = not (bar.is_start_known and bar.is_end_known)
        edge = pair.ink
        fill = colours.surface if not bar.is_start_known and not bar.is_end_known else pair.soft
        sheet.box(left, middle - _BAR / 2, right - left, _BAR, fill=fill, edge=edge, radius=3, dashed=guessed)
    for mark in bar.marks:
        x = _x(timeline, mark.day)
        ink = colours.tones[Tone.WARN if mark.is_late else Tone.GOOD].ink
        fill = ink if mark.is_reached or mark.is_late else colours.surface
        if mark.is_late:  # a shape of its own: in grey print the two colours are one
            corners = outline(Shape.DIAMOND, _MARK * LATE_SIZE)
            sheet.polygon([(x + dx, middle + dy) for dx, dy in corners], fill=fill, edge=ink)
        else:
            sheet.dot(x, middle, _MARK, fill=fill, edge=ink)
        right = max(right, x + _MARK / 2)
    if bar.warning:
        word = drawable(bar.warning)
        wide = width(word, SMALL, bold=True) + 9
        warn = colours.tones[Tone.WARN]
        sheet.badge(min(right + 6, _WIDTH - wide), middle, word, ink=warn.ink, soft=warn.soft)


def _draw_waits(sheet: Sheet, timeline: Timeline, bar: TimelineBar, middles: dict[str, float]) -> None:
    """Draw a line from the end of each action that ``bar`` waits for to its beginning."""
    bars = {one.key: one for lane in timeline.lanes for one in lane.bars}
    if bar.start is None:
        return
    for other in (bars[key] for key in bar.after if key in bars):
        if other.end is None or other.key == bar.key:
            continue
        ink = sheet.colours.text2
        x1, x2 = _x(timeline, other.end), _x(timeline, bar.start)
        y1, y2 = middles[other.key], middles[bar.key]
        away = 4.0 if y2 > y1 else -4.0
        sheet.line(x1, y1 + away * 1.6, x1, y2, colour=ink, line=0.9)
        sheet.line(x1, y2, x2, y2, colour=ink, line=0.9)
        sheet.dot(x2, y2, 3.4, fill=ink)
