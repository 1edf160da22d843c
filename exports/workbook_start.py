"""The first sheet of a workbook: what it is, how it is read, and what stands on every other sheet."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from exports.figures import Figures
from exports.plain import clean
from exports.workbook_formats import Formats
from exports.workbook_names import link_to
from fastmap.report.badges import Tone
from fastmap.report.blocks import ColumnKind
from fastmap.report.finished import Report
from fastmap.texts import Texts

_WIDTHS = (34.0, 82.0, 10.0)
_LINE = 15.0
_PER_WIDTH = 1.12
"""Characters of usual text in a cell that is one digit wide."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A line of the list of sheets."""

    name: str
    shows: str
    rows: int | None = None
    """Rows of a sheet that is one table; ``None``: a chapter."""


@dataclass(kw_only=True)
class StartSheet:
    """Writes the first sheet from top to bottom."""

    sheet: Worksheet
    report: Report
    texts: Texts
    formats: Formats
    row: int = 0

    def write(self, listed: Iterable[Listed], *, explained: str, working: str | None) -> None:
        """Write the whole sheet; ``explained`` and ``working`` are the names of the sheets it points to."""
        self.sheet.hide_gridlines(2)
        for place, wide in enumerate(_WIDTHS):
            self.sheet.set_column(place, place, wide)
        self._head()
        self._facts()
        if working is not None:
            self._how(explained, working)
        self._list(listed)
        self._over(self.texts.get("exports.empty_means"), self.formats.of(font_color=self.formats.colours.text2), 18)

    def _head(self) -> None:
        report, formats = self.report, self.formats
        made_on = self.texts.get("exports.made_on", date=Figures(report.language).day(report.made_on))
        quiet = formats.colours.text2
        self._over(report.title, formats.of(font_size=22, bold=True, text_wrap=True, valign="vcenter"), 64)
        self._over(report.subtitle, formats.of(font_size=13, font_color=quiet, text_wrap=True), 36)
        self._over(report.cluster, formats.of(font_size=13, bold=True, font_color=formats.colours.primary), 22)
        self._over(f"{report.round_label} · {made_on}", formats.quiet(), 18)
        if report.banner:
            pair = formats.colours.tones[Tone.BAD if report.mark else Tone.WARN]
            look = formats.of(bold=True, font_color=pair.ink, bg_color=pair.soft, valign="vcenter", text_wrap=True)
            self._over(report.banner, look, max(24.0, _height(report.banner, sum(_WIDTHS) * 0.9) + 6))
        self.row += 1

    def _facts(self) -> None:
        strong = self.formats.of(bold=True, text_wrap=True)
        for name, value in self.report.cover_facts:
            self.sheet.write_string(self.row, 0, clean(name), self.formats.quiet())
            self.sheet.write_string(self.row, 1, clean(value), strong)
            self.sheet.set_row(self.row, max(_height(name, _WIDTHS[0]), _height(value, _WIDTHS[1] * 0.9)))
            self.row += 1
        self.row += 1

    def _how(self, explained: str, working: str) -> None:
        words = self.texts.get("exports.how_text", explained=explained, working=working)
        self._over(self.texts.get("exports.how_title"), self.formats.heading(), 22)
        self._over(words, self.formats.text(), _height(words, sum(_WIDTHS)))
        self.row += 1

    def _list(self, listed: Iterable[Listed]) -> None:
        formats = self.formats
        for place, key in enumerate(("sheet", "shows", "rows")):
            self.sheet.write_string(self.row, place, self.texts.get(f"exports.{key}"), formats.header(right=place == 2))
        self.row += 1
        ground = {"bg_color": formats.colours.bg, "bottom": 1, "bottom_color": formats.colours.line}
        link = {"font_color": formats.colours.primary, "underline": 1, "indent": 1}
        chapter = (
            formats.of(bold=True, text_wrap=True, **link, **ground),
            formats.of(text_wrap=True, indent=1, **ground),
        )
        table = formats.of(**{**link, "indent": 3}), formats.cell(ColumnKind.TEXT)
        for line in listed:
            look = chapter if line.rows is None else table
            self.sheet.write_url(self.row, 0, link_to(line.name), look[0], line.name)
            self.sheet.write_string(self.row, 1, clean(line.shows), look[1])
            if line.rows is None:
                self.sheet.write_blank(self.row, 2, None, formats.of(**ground))
            else:
                self.sheet.write_number(self.row, 2, line.rows, formats.cell(ColumnKind.WHOLE))
            self.sheet.set_row(self.row, _height(line.shows, _WIDTHS[1]) + (4 if line.rows is None else 1))
            self.row += 1
        self.row += 1

    def _over(self, text: str, look: object, height: float) -> None:
        """Write one text over all three columns and go on below it."""
        self.sheet.merge_range(self.row, 0, self.row, 2, "", look)
        self.sheet.write_string(self.row, 0, clean(text), look)
        self.sheet.set_row(self.row, height)
        self.row += 1


def _height(text: str, characters: float) -> float:
    lines = (max(1, math.ceil(len(line) / (characters * _PER_WIDTH))) for line in clean(text).split("\n"))
    return _LINE * sum(lines)
