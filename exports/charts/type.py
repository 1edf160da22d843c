"""Measuring and wrapping words in Inter, before anything is drawn."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import matplotlib as mpl
from matplotlib import font_manager
from matplotlib.ft2font import FT2Font, LoadFlags

from exports.fonts import inter_file
from exports.plain import one_line

FAMILY = "fastmap Inter"
"""Inter under a name of our own, so that no other Inter of this computer is taken instead."""
FAMILY_IN_FILE = "Inter"
"""What its file calls it."""
FALLBACK = "DejaVu Sans"
"""Comes with matplotlib: Arabic, Hebrew, symbols."""
BOLD_WIDER = 1.04
_UNITS = 1000
# Places where a long word may break without a hyphen: after these characters.
_JOINTS = re.compile(r"(?<=[/_.@:;,\-–—|&=?])(?=\w)")


@cache
def families() -> list[str]:
    """Return the font families to draw with; the first call makes Inter known to matplotlib."""
    font_manager.fontManager.ttflist.append(
        font_manager.FontEntry(fname=str(inter_file()), name=FAMILY, style="normal", weight=400, stretch="normal")
    )
    return [FAMILY, FALLBACK]


def typeface(text: str, size: float) -> font_manager.FontProperties:
    """Return what to draw ``text`` with at ``size`` points.

    Inter's file itself where it has every character: matplotlib looks for each family of each text anew otherwise.
    """
    named = families()
    if all(_font_of(character) is _fonts()[0] for character in text):
        return font_manager.FontProperties(family=FAMILY, size=size, fname=inter_file())
    return font_manager.FontProperties(family=named, size=size)


def drawable(text: str) -> str:
    """Return ``text`` on one line, with U+FFFD for what neither font can draw."""
    words = one_line(text)
    if words.isascii():
        return words
    return "".join(character if _font_of(character) is not None else "\ufffd" for character in words)


def drawable_character(character: str) -> bool:
    """Say whether one of our two fonts has ``character`` (or it needs none)."""
    return _font_of(character) is not None or not character.isprintable()


def fallback_file() -> Path:
    """Return the font file for writing that Inter lacks."""
    return Path(mpl.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how many points ``text`` takes at ``size`` points."""
    return sum(map(_advance, text)) * size * (BOLD_WIDER if bold else 1.0)


def wrapped(text: str, size: float, room: float, *, most_lines: int = 3, bold: bool = False) -> list[str]:
    """Return ``text`` in lines of at most ``room`` points; what does not fit ends in "…"."""
    lines: list[str] = []
    current = ""
    for word in drawable(text).split():
        candidate = f"{current} {word}" if current else word
        if width(candidate, size, bold=bold) <= room:
            current = candidate
            continue
        if current:
            lines.append(current)
        *whole, current = _broken(word, size, room, bold=bold)
        lines += whole
        if len(lines) > most_lines:
            break
    lines.append(current)
    if len(lines) > most_lines:
        lines = [*lines[: most_lines - 1], _cut(lines[most_lines - 1], size, room, bold=bold)]
    return lines


def _broken(word: str, size: float, room: float, *, bold: bool) -> list[str]:
    """Break one word that may be too long: at joints first, then with a hyphen."""
    pieces: list[str] = []
    current = ""
    for part in _JOINTS.split(word):
        if width(current + part, size, bold=bold) <= room:
            current += part
            continue
        if current:
            pieces.append(current)
        current = part
        while width(current, size, bold=bold) > room:
            fitting = max(2, _fitting(current, size, room - width("-", size), bold=bold))
            if fitting >= len(current):
                break
            pieces.append(current[:fitting] + "-")
            current = current[fitting:]
    return [*pieces, current]


def _cut(line: str, size: float, room: float, *, bold: bool) -> str:
    shorter = line[: _fitting(line, size, room - width("…", size), bold=bold)]
    return shorter.rstrip(" -,") + "…"


def _fitting(text: str, size: float, room: float, *, bold: bool) -> int:
    taken = 0.0
    for count, character in enumerate(text):
        taken += width(character, size, bold=bold)
        if taken > room:
            return count
    return len(text)


@cache
def _fonts() -> tuple[FT2Font, ...]:
    fonts = (FT2Font(str(inter_file())), FT2Font(str(fallback_file())))
    for font in fonts:
        font.set_size(_UNITS, 72)
    return fonts


@cache
def _font_of(character: str) -> FT2Font | None:
    return next((font for font in _fonts() if font.get_char_index(ord(character))), None)


@cache
def _advance(character: str) -> float:
    """Return the width of ``character`` in ems."""
    font = _font_of(character)
    if font is None:
        return 0.6
    return font.load_char(ord(character), flags=LoadFlags.NO_HINTING).linearHoriAdvance / 65536 / _UNITS
