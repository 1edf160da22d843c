"""Cell formats of one workbook, made when first asked for: Excel keeps a list of them, and it should stay short."""

from __future__ import annotations

from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from exports.palette import tokens
from fastmap.report.badges import Tone
from fastmap.report.blocks import ColumnKind

FONT = "Calibri"
SIZE = 11
NUMBER_FORMATS = {
    ColumnKind.WHOLE: "#,##0",
    ColumnKind.SHARE: "0%",
    ColumnKind.DATE: 14,  # built in: the short date of the reader's own system
}


class Formats:
    """Formats by what they are for."""

    def __init__(self, workbook: Workbook) -> None:
        """Make formats in ``workbook``."""
        self._workbook = workbook
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}
        self.colours = tokens()

    def of(self, **properties: Any) -> Format:
        """Return the format with these XlsxWriter properties on top of our type."""
        wanted = {"font_name": FONT, "font_size": SIZE, "font_color": self.colours.text, "valign": "top", **properties}
        key = tuple(sorted(wanted.items()))
        if key not in self._made:
            self._made[key] = self._workbook.add_format(wanted)
        return self._made[key]

    def added(self, properties: dict[str, Any]) -> Format:
        """Return a format that changes these properties alone, for cells that have one already."""
        return self._workbook.add_format(properties)

    def title(self) -> Format:
        """Return the format of a sheet's title."""
        return self.of(font_size=18, bold=True, valign="vcenter")

    def heading(self) -> Format:
        """Return the format of a heading above a chart or a small table."""
        return self.of(font_size=13, bold=True, valign="vcenter")

    def text(self, *, lead: bool = False) -> Format:
        """Return the format of running text."""
        return self.of(text_wrap=True, font_size=13 if lead else SIZE)

    def quiet(self) -> Format:
        """Return the format of secondary text."""
        return self.of(font_color=self.colours.text2, text_wrap=True)

    def link(self) -> Format:
        """Return the format of a link inside the workbook."""
        return self.of(font_color=self.colours.primary, underline=1)

    def header(self, *, right: bool) -> Format:
        """Return the format of a column's head."""
        return self.of(
            bold=True,
            text_wrap=True,
            valign="bottom",
            indent=1,
            align="right" if right else "left",
            bg_color=self.colours.sunken,
            font_color=self.colours.text2,
            bottom=1,
            bottom_color=self.colours.line_strong,
        )

    def cell(self, kind: ColumnKind, decimals: int = 0) -> Format:
        """Return the format of a table's cell."""
        places = "." + "0" * decimals if decimals else ""
        match kind:
            case ColumnKind.TEXT | ColumnKind.LONG_TEXT | ColumnKind.BADGE:
                return self.of(text_wrap=True, align="left", indent=1, **self._hairline())
            case ColumnKind.NUMBER | ColumnKind.MONEY:
                return self.of(num_format=f"#,##0{places}", align="right", indent=1, **self._hairline())
            case _:
                return self.of(num_format=NUMBER_FORMATS[kind], align="right", indent=1, **self._hairline())

    def suppressed(self) -> Format:
        """Return the format of a word that stands for a figure that must not be shown."""
        return self.of(align="right", indent=1, italic=True, font_color=self.colours.text2, **self._hairline())

    def badge(self, tone: Tone, *, filled: bool = False) -> Format:
        """Return the format of a word in its colour: a bar at its left, or, in rows of one line, its soft ground.

        A ground would fill the whole height of a row that is high because of a long text elsewhere.
        """
        pair = self.colours.tones[tone]
        mark = {"bg_color": pair.soft} if filled else {"left": 5, "left_color": pair.ink}
        return self.of(
            bold=True, text_wrap=True, align="left", indent=1, font_color=pair.ink, **mark, **self._hairline()
        )

    def _hairline(self) -> dict[str, Any]:
        return {"bottom": 1, "bottom_color": self.colours.line}
