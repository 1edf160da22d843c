"""One sheet per section: its text, key figures, charts with their cells, small tables, the grid, steps, decisions."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from exports.charts.grid import SCOPE_TONES
from exports.plain import clean, one_line, shortened
from exports.workbook_charts import figures_of, insert_chart, pixels_high
from exports.workbook_formats import Formats
from exports.workbook_names import Names, link_to
from exports.workbook_tables import CELL_LIMIT, Area, column_widths, write_table
from fastmap.report.badges import Badge, Tone
from fastmap.report.blocks import (
    Block,
    Bullets,
    CellValue,
    Column,
    ColumnKind,
    DecisionCard,
    KeyFigures,
    Note,
    Paragraph,
    Steps,
    Table,
)
from fastmap.report.drawings import Chart, ChartKind, Grid, GridBlockCell, Timeline
from fastmap.report.finished import Section
from fastmap.texts import Texts

LAST = 7
"""Texts run over the columns A to H."""
FIRST_WIDTH, OTHER_WIDTH = 34.0, 16.0
_MOST_FOR_BADGE = 3
_LINE = 15.0
_HIGHEST = 400.0
_PIXELS_PER_ROW = 20
PAGE_HEIGHT = (595 - 1.5 * 72) / 0.72
"""About the points of rows on a landscape A4 page, once the sheet is shrunk to its width."""
_LARGE = 12
_PER_WIDTH = 1.08
"""Characters of usual text in a cell that is one digit wide, with some room for words that do not fit in a line."""
_CROWDED = 1.7
"""How many times wider a column would like to be than those of a section's sheet."""


@dataclass(kw_only=True)
class SectionWriter:
    """Writes the blocks of one section from the top to the bottom of its sheet."""

    workbook: Workbook
    sheet: Worksheet
    formats: Formats
    names: Names
    texts: Texts
    table_sheets: dict[str, str]
    """Key of each large table → the sheet it stands on."""
    row: int = 0
    breaks: list[int] = field(default_factory=list)
    """Rows that begin a new printed page."""
    _used: float = 0.0
    """Points of the printed page that are taken already."""

    def write(self, section: Section, back_to: str) -> None:
        """Write the whole section."""
        self.sheet.hide_gridlines(2)
        self.sheet.set_column(0, 0, FIRST_WIDTH)
        self.sheet.set_column(1, LAST, OTHER_WIDTH)
        self._line(section.title, self.formats.title(), height=30)
        self.sheet.write_url(self.row, 0, link_to(back_to), self.formats.link(), self.texts.get("exports.back"))
        self.row += 1
        for block in section.blocks:
            self._gap()
            self._block(block)
        self.sheet.set_h_pagebreaks(self.breaks)

    def _keep_together(self, height: float) -> None:
        """Begin a new printed page if ``height`` points do not fit on this one."""
        if self._used + height > PAGE_HEIGHT and self._used > PAGE_HEIGHT / 4:
            self.breaks.append(self.row)
            self._used = 0.0

    def _block(self, block: Block) -> None:
        match block:
            case Paragraph():
                if block.heading:
                    self._line(block.text, self.formats.heading(), height=22)
                else:
                    self._line(block.text, self.formats.text(lead=block.lead), scale=1.25 if block.lead else 1.0)
            case Bullets():
                self._bullets(block)
            case Note():
                self._note(block)
            case KeyFigures():
                self._key_figures(block)
            case Table():
                self._table(block)
            case Chart():
                self._chart(block)
            case Grid():
                self._grid(block)
            case Timeline():
                self._line(block.caption, self.formats.heading(), height=22)
                self._line(block.alternative, self.formats.text())
            case Steps():
                self._table(steps_table(block, self.texts), caption=block.caption)
            case DecisionCard():
                self._decision(block)

    def _bullets(self, bullets: Bullets) -> None:
        badges = bullets.badges or ((),) * len(bullets.items)
        for number, (item, found) in enumerate(zip(bullets.items, badges, strict=True), start=1):
            mark = f"{number}. " if bullets.numbered else "•  "
            behind = f"  ({', '.join(badge.word for badge in found)})" if found else ""
            self._line(f"{mark}{one_line(item)}{behind}", self.formats.text())

    def _note(self, note: Note) -> None:
        pair = self.formats.colours.tones[note.tone]
        ground = {
            "bg_color": pair.soft,
            "left": 5,
            "left_color": pair.ink,
            "text_wrap": True,
            "align": "left",
            "indent": 1,
        }
        self._line(note.title, self.formats.of(bold=True, **{**ground, "font_color": pair.ink}))
        self._line(note.text, self.formats.of(**ground))

    def _key_figures(self, block: KeyFigures) -> None:
        for one in block.figures:
            ink = self.formats.colours.tones[one.tone].ink
            detail = f"{one.label}\n{one.detail}" if one.detail else one.label
            self._string(0, one.value, self.formats.of(font_size=18, bold=True, font_color=ink, valign="vcenter"))
            self._span(1, detail, self.formats.of(text_wrap=True, valign="vcenter"))
            self._advance(36 if one.detail else 28)

    def _table(self, table: Table, caption: str | None = None) -> None:
        self._keep_together(22 + _LINE * min(len(table.rows) + 2, _LARGE))
        self._line(caption or table.caption, self.formats.heading(), height=22)
        if elsewhere := self.table_sheets.get(table.key):
            words = self.texts.get("exports.open_table", name=elsewhere)
            self.sheet.write_url(self.row, 0, link_to(elsewhere), self.formats.link(), words)
            self.row += 1
            return
        self._rows(table)

    def _rows(self, table: Table) -> Area:
        widths = (FIRST_WIDTH, *(OTHER_WIDTH for _ in table.columns[1:]))
        area = write_table(self.sheet, self.row, table, self.formats, self.names, widths)
        self._used += (area.last - area.first + 2) * _LINE
        self.row = area.last + 1
        return area

    def _chart(self, chart: Chart) -> None:
        drawn_rows = 0 if chart.kind is ChartKind.HEAT else math.ceil(pixels_high(chart) / _PIXELS_PER_ROW) + 1
        self._keep_together(22 + drawn_rows * _LINE)
        self._line(chart.caption, self.formats.heading(), height=22)
        at = self.row
        if drawn_rows:
            self.row += drawn_rows
            self._used += drawn_rows * _LINE
            self._keep_together(_LINE * (len(chart.categories) + 3))
            self._line(self.texts.get("exports.figures_behind"), self.formats.quiet())
        table = figures_of(chart, self.texts)
        area = self._rows(table)
        insert_chart(self.workbook, self.sheet, at, chart, area, self.formats)

    def _grid(self, grid: Grid) -> None:
        """Draw the grid over seven columns: the row's name, then two columns for each of the three scopes."""
        self._line(grid.caption, self.formats.heading(), height=22)
        for number, (scope, name) in enumerate(grid.columns.items()):
            ink = self.formats.colours.tones[SCOPE_TONES[scope]].ink
            head = self.formats.of(bold=True, text_wrap=True, valign="bottom", bottom=5, bottom_color=ink)
            self._merge(1 + 2 * number, 2 + 2 * number, name, head)
        self._advance(34)
        cells = {(cell.scope, cell.complexity): cell for cell in grid.cells}
        for complexity, name in grid.rows.items():
            row_cells = [cells[scope, complexity] for scope in grid.columns]
            high = max(1, *(len(cell.cards) for cell in row_cells))
            for line in range(high):
                if line == 0:
                    self._string(0, name, self.formats.of(bold=True, text_wrap=True))
                texts = [_card_text(cell, line) for cell in row_cells]
                for number, (cell, text) in enumerate(zip(row_cells, texts, strict=True)):
                    self._merge(1 + 2 * number, 2 + 2 * number, text, self._card_format(cell, line))
                lines = max(_lines(text, 2 * OTHER_WIDTH) for text in texts)
                self._advance(max(lines * _LINE + 6, 36))
            self._gap()

    def _card_format(self, cell: GridBlockCell, line: int) -> Format:
        colours = self.formats.colours
        if not cell.cards:
            grey = {"font_color": colours.text2, "bg_color": colours.bg, "border_color": colours.line_strong}
            return self.formats.of(
                text_wrap=True, align="center", valign="vcenter", border=3 if line == 0 else 0, **grey
            )
        if line >= len(cell.cards):
            return self.formats.of(bg_color=colours.sunken)
        pair = colours.tones[SCOPE_TONES[cell.scope]]
        edge = {
            "align": "left",
            "indent": 1,
            "left": 5,
            "left_color": pair.ink,
            "bottom": 1,
            "bottom_color": colours.line,
        }
        return self.formats.of(text_wrap=True, valign="vcenter", bg_color=colours.sunken, **edge)

    def _decision(self, card: DecisionCard) -> None:
        self._keep_together(60 + sum(max(len(part.lines), 1) * _LINE + 3 for part in card.lines))
        pair = self.formats.colours.tones[Tone.PRIMARY]
        label = self.texts.get("exports.decision", number=card.number)
        head = {"bold": True, "text_wrap": True, "bg_color": pair.soft, "valign": "vcenter"}
        self._string(0, label, self.formats.of(**{**head, "font_color": pair.ink}))
        self._span(1, card.decision, self.formats.of(font_size=12, **head))
        self._advance(max(28.0, _lines(card.decision, LAST * OTHER_WIDTH * 0.85) * 17.0 + 6))
        self._badges(card.badges)
        for part in card.lines:
            text = "\n".join(part.lines)
            self._string(
                0, part.label, self.formats.of(bold=True, text_wrap=True, font_color=self.formats.colours.text2)
            )
            self._span(1, text, self.formats.text())
            high = max(_lines(text, LAST * OTHER_WIDTH), _lines(part.label, FIRST_WIDTH))
            self._advance(high * _LINE + 3)

    def _badges(self, badges: Sequence[Badge]) -> None:
        """Write badges side by side, each over as many columns as its words need to stand on one line, or on two."""
        place, lines = 1, 0
        for number, badge in enumerate(badges[:LAST], start=1):
            left = LAST + 1 - place - (min(len(badges), LAST) - number)  # each that follows needs one at least
            wide = max(1, min(left, _MOST_FOR_BADGE, math.ceil(len(badge.word) / (OTHER_WIDTH * 0.9))))
            look = self.formats.badge(badge.tone, filled=True)
            if wide > 1:
                self.sheet.merge_range(self.row, place, self.row, place + wide - 1, "", look)
            self._string(place, badge.word, look)
            lines = max(lines, _lines(badge.word, wide * OTHER_WIDTH * 0.9))
            place += wide
        if badges:
            self._advance(lines * _LINE + 2)

    def _line(self, text: str, cell_format: Format, *, scale: float = 1.0, height: float | None = None) -> None:
        """Write one text over the whole width and go on below it."""
        self._merge(0, LAST, text, cell_format)
        lines = _lines(text, (FIRST_WIDTH + LAST * OTHER_WIDTH) / scale)
        self._advance(height or lines * _LINE * scale + 3)

    def _span(self, first: int, text: str, cell_format: Format) -> None:
        self._merge(first, LAST, text, cell_format)

    def _merge(self, first: int, last: int, text: str, cell_format: Format) -> None:
        self.sheet.merge_range(self.row, first, self.row, last, "", cell_format)
        self._string(first, text, cell_format)

    def _string(self, place: int, text: str, cell_format: Format) -> None:
        self.sheet.write_string(self.row, place, shortened(clean(text), CELL_LIMIT), cell_format)

    def _advance(self, height: float) -> None:
        height = min(height, _HIGHEST)
        self.sheet.set_row(self.row, height)
        self._used += height
        self.row += 1

    def _gap(self) -> None:
        self._advance(9.0)


def needs_own_sheet(table: Table) -> bool:
    """Say whether ``table`` is too long, or its columns too many or too wide, for the sheet of its section."""
    if len(table.rows) > _LARGE or len(table.columns) > LAST + 1:
        return True
    first, *others = column_widths(table)
    return first > FIRST_WIDTH * _CROWDED or any(wide > OTHER_WIDTH * _CROWDED for wide in others)


def _card_text(cell: GridBlockCell, line: int) -> str:
    if not cell.cards:
        if line:
            return ""
        return f"{cell.empty_text}\n{cell.example or ''}".strip()
    if line >= len(cell.cards):
        return ""
    card = cell.cards[line]
    title = f"{card.reference}  {card.title}" if card.reference else card.title
    second = " · ".join([badge.word for badge in card.badges] + ([card.fact] if card.fact else []))
    return f"{one_line(title)}\n{one_line(second)}".strip()


def steps_table(block: Steps, texts: Texts) -> Table:
    """Return the steps as a table: where each stands, in words and as a share."""
    rows: tuple[tuple[CellValue, ...], ...] = tuple(
        (step.name, step.words, step.readiness_0_1, step.note) for step in block.steps
    )
    return Table(
        key="steps_path",
        caption=block.caption,
        columns=(
            Column(key="step", header=texts.get("exports.step")),
            Column(key="words", header=texts.get("exports.step_words")),
            Column(key="readiness", header=texts.get("exports.readiness"), kind=ColumnKind.SHARE),
            Column(key="note", header=texts.get("exports.note")),
        ),
        rows=rows,
    )


def _lines(text: str, characters: float) -> int:
    """Return about how many lines ``text`` takes in a cell of so many characters."""
    return sum(max(1, math.ceil(len(line) / max(characters * _PER_WIDTH, 1))) for line in clean(text).split("\n"))
