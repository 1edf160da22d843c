"""The key of a drawing: swatches with words, in as many lines as they need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from exports.charts.sheet import SMALL, Sheet
from exports.charts.type import drawable, width, wrapped
from exports.palette import mixed, tokens
from fastmap.report.badges import Tone
from fastmap.report.drawings import Series

ROW = 15.0
_HATCHES = ("....", "----", "xxxx", "||||", "oo")
PATTERNS = 3 + len(_HATCHES)
"""Series that are told apart without any colour; a further one looks like the first but for its tone."""
_SWATCH = 10.0
_GAP = 14.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How one series is filled: colour and pattern together, so that grey print still tells them apart."""

    fill: str
    edge: str | None = None
    hatch: str | None = None
    hatch_colour: str | None = None
    on_fill: str
    """Colour of words on it."""


def looks_of(series: Sequence[Series]) -> list[Look]:
    """Return a look per series: its own tone, or one from a row of tones where two series share theirs."""
    row = (Tone.PRIMARY, Tone.REGIONAL, Tone.MT, Tone.INTERNATIONAL, Tone.LT, Tone.BAD, Tone.GOOD, Tone.NEUTRAL)
    own = [one.tone for one in series]
    chosen = own if len(set(own)) == len(own) else [row[number % len(row)] for number in range(len(own))]
    return [_look(tone, number) for number, tone in enumerate(chosen)]


def _look(tone: Tone, number: int) -> Look:
    pair = tokens().tones[tone]
    pale = mixed(pair.soft, pair.ink, 0.12)
    match number % PATTERNS:
        case 0:
            return Look(fill=pair.ink, on_fill="#FFFFFF")
        case 1:
            return Look(
                fill=pale, edge=pair.ink, hatch="////", hatch_colour=mixed(pale, pair.ink, 0.55), on_fill=pair.ink
            )
        case 2:
            return Look(fill=pale, edge=pair.ink, on_fill=pair.ink)
        case further:
            hatch = _HATCHES[further - 3]
            return Look(fill=pale, edge=pair.ink, hatch=hatch, hatch_colour=pair.ink, on_fill=pair.ink)


def legend_rows(words: Sequence[str], room: float) -> list[list[tuple[str, float]]]:
    """Return words with their places (points from the left), line by line within ``room`` points."""
    rows: list[list[tuple[str, float]]] = [[]]
    x = 0.0
    for word in words:
        shown = wrapped(word, SMALL, room - _SWATCH - 5, most_lines=1)[0]
        wide = _SWATCH + 5 + width(shown, SMALL)
        if rows[-1] and x + wide > room:
            rows.append([])
            x = 0.0
        rows[-1].append((shown, x))
        x += wide + _GAP
    return rows


def legend_height(words: Sequence[str], room: float) -> float:
    """Return the height of the key in points, with the gap below it; 0 without words."""
    return len(legend_rows(words, room)) * ROW + 6 if words else 0.0


def draw_legend(sheet: Sheet, x: float, y: float, room: float, entries: Sequence[tuple[str, Look]]) -> None:
    """Draw the key from (x, y) on."""
    looks = iter(look for _, look in entries)
    for line, row in enumerate(legend_rows([word for word, _ in entries], room)):
        middle = y + ROW * (line + 0.5)
        for word, offset in row:
            look = next(looks)
            swatch(sheet, x + offset, middle - _SWATCH / 2, _SWATCH, _SWATCH, look)
            sheet.words(x + offset + _SWATCH + 5, middle, drawable(word), size=SMALL, colour=sheet.colours.text2)


def swatch(sheet: Sheet, x: float, y: float, wide: float, high: float, look: Look) -> None:
    """Draw a box in ``look``."""
    sheet.box(
        x, y, wide, high, fill=look.fill, edge=look.edge, hatch=look.hatch, hatch_colour=look.hatch_colour, radius=0
    )
