"""Look of the needs form: colours of the light theme, fonts and cell styles. A calm page with one blue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

INK: Final = "FF17212F"
INK_SOFT: Final = "FF4B586B"
BLUE: Final = "FF1457A8"
BLUE_SOFT: Final = "FFE4EEFA"
PAPER: Final = "FFFFFFFF"
ANSWER: Final = "FFF7FAFE"
EARLIER: Final = "FFFCEFD6"
EARLIER_INK: Final = "FF7F4B00"
LINE: Final = "FFDCE2EA"
LINE_STRONG: Final = "FF76849A"
FONT: Final = "Calibri"
"""On every computer with an office program, unlike the window's Inter; others put a metric twin in its place."""

_THIN = Side(style="thin", color=LINE_STRONG)
_LINE = Side(style="thin", color=LINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """Everything one kind of cell looks like."""

    font: Font
    alignment: Alignment
    fill: PatternFill | None = None
    border: Border | None = None
    locked: bool = True

    @property
    def protection(self) -> Protection:
        """Whether the cell can be typed in while the sheet is protected."""
        return Protection(locked=self.locked)


def font(size: float, *, bold: bool = False, colour: str = INK, italic: bool = False) -> Font:
    """Return the form's font."""
    return Font(name=FONT, size=size, bold=bold, italic=italic, color=colour)


def _align(horizontal: str | None = "left", vertical: str = "center", *, indent: int = 0) -> Alignment:
    return Alignment(horizontal=horizontal, vertical=vertical, wrap_text=True, indent=indent)


def _one_line(horizontal: str) -> Alignment:
    """Return the alignment of low lines: a long text is drawn smaller instead of being cut."""
    indent = 1 if horizontal == "right" else 0
    return Alignment(horizontal=horizontal, vertical="center", shrink_to_fit=True, indent=indent)


BOX: Final = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
QUIET_BOX: Final = Border(bottom=_LINE)
ANSWER_FILL: Final = PatternFill("solid", start_color=ANSWER, end_color=ANSWER)
ANSWER_DIFFERENTIAL: Final = PatternFill("solid", bgColor=ANSWER)
"""Conditional formats take the background colour for a solid fill."""
SOFT_FILL: Final = PatternFill("solid", start_color=BLUE_SOFT, end_color=BLUE_SOFT)
EARLIER_FILL: Final = PatternFill("solid", start_color=EARLIER, end_color=EARLIER)
BLUE_FILL: Final = PatternFill("solid", start_color=BLUE, end_color=BLUE)

TITLE: Final = Style(font=font(18, bold=True), alignment=_align())
SUBTITLE: Final = Style(font=font(10.5, colour=INK_SOFT), alignment=_align("right"))
FACT_HEAD: Final = Style(font=font(10, bold=True, colour=BLUE), alignment=_align(indent=1), fill=SOFT_FILL)
FACT: Final = Style(font=font(9.5), alignment=_align(vertical="top", indent=1), fill=SOFT_FILL)
SECTION: Final = Style(font=font(12, bold=True, colour=BLUE), alignment=_align(vertical="bottom"))
HINT: Final = Style(font=font(9.5, colour=INK_SOFT), alignment=_align("right", "bottom"))
QUESTION: Final = Style(
    font=font(9.5, bold=True),
    alignment=_align(vertical="bottom"),
    border=Border(bottom=Side(style="medium", color=BLUE)),
)
LABEL: Final = Style(font=font(9.5, colour=INK_SOFT), alignment=_align(vertical="bottom"))
ROW_NUMBER: Final = Style(font=font(10.5, bold=True, colour=BLUE), alignment=_align("center"))
QUIET_NUMBER: Final = Style(font=font(9.5, colour="FFAEBACB"), alignment=_align("center"))
PLAIN: Final = Style(font=font(9.5, colour=INK_SOFT), alignment=_align())
FIXED: Final = Style(font=font(10.5, bold=True), alignment=_align(), border=Border(bottom=_LINE))
TEXT_ANSWER: Final = Style(font=font(10.5), alignment=_align(indent=1), fill=ANSWER_FILL, border=BOX, locked=False)
NUMBER_ANSWER: Final = Style(font=font(10.5), alignment=_one_line("right"), fill=ANSWER_FILL, border=BOX, locked=False)
NEED_ANSWER: Final = Style(font=font(9.5), alignment=_align(), fill=ANSWER_FILL, border=BOX, locked=False)
"""Two lines fit into the height of an open line."""
EARLIER_ANSWER: Final = Style(
    font=font(9.5, italic=True), alignment=_align(), fill=EARLIER_FILL, border=BOX, locked=False
)
"""From the last round; italics say so on a black-and-white print as well."""
EARLIER_HINT: Final = Style(
    font=font(9.5, italic=True, colour=EARLIER_INK), alignment=_one_line("right"), fill=EARLIER_FILL
)
QUIET_ANSWER: Final = Style(font=font(9.5), alignment=_one_line("left"), border=QUIET_BOX, locked=False)
QUIET_NUMBER_ANSWER: Final = Style(font=font(10), alignment=_one_line("right"), border=QUIET_BOX, locked=False)
LONG_ANSWER: Final = Style(
    font=font(10.5), alignment=_align(vertical="top", indent=1), fill=ANSWER_FILL, border=BOX, locked=False
)
THANKS: Final = Style(font=font(10.5, bold=True, colour=PAPER), alignment=_align("center"), fill=BLUE_FILL)
LEGEND_HEAD: Final = Style(font=font(9, bold=True, colour=INK_SOFT), alignment=_align(vertical="top"))
LEGEND: Final = Style(font=font(9, colour=INK_SOFT), alignment=_align(vertical="top"))
FIGURE: Final = Style(font=font(10.5, bold=True), alignment=_one_line("right"), border=QUIET_BOX)
"""What the sheet tells; nobody types there."""
FIGURE_WORDS: Final = Style(font=font(9.5, colour=INK_SOFT), alignment=_align(), border=QUIET_BOX)
ASKED: Final = Style(font=font(10.5, bold=True), alignment=_align(), border=QUIET_BOX)
ITEM: Final = Style(font=font(10), alignment=_align(), border=QUIET_BOX)
"""A line that is answered beside it."""
LONG_TITLE: Final = Style(font=font(16, bold=True), alignment=_one_line("left"))
"""With a cluster's name in it: drawn smaller rather than cut."""
