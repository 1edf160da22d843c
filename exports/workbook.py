"""The report as an Excel workbook: a first sheet that explains the others, sections, tables, and every column explained.

There is no formula in it, and every text is text. Charts are Excel's own, drawn from cells beside them.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, datetime, time
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.exceptions import XlsxWriterException
from xlsxwriter.worksheet import Worksheet

from exports.plain import clean, one_line, shortened
from exports.saving import check_target, explained, save_bytes
from exports.workbook_charts import figures_of
from exports.workbook_formats import Formats
from exports.workbook_names import Names, link_to
from exports.workbook_package import ReportWorkbook
from exports.workbook_sections import SectionWriter, needs_own_sheet, steps_table
from exports.workbook_start import Listed, StartSheet
from exports.workbook_tables import CELL_LIMIT, Area, column_widths, write_table
from fastmap.catalogue.texts import load_texts
from fastmap.report.badges import Tone
from fastmap.report.blocks import CellValue, Column, ColumnKind, Steps, Table
from fastmap.report.drawings import Chart
from fastmap.report.finished import Report, Section
from fastmap.texts import Texts

_OPTIONS = {
    "in_memory": True,  # no temporary files that a full disk could break
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_A4, _A3 = 9, 8
_LINK_WIDTH = 30.0
_PAGE_CHARACTERS = 190
"""Characters across a landscape A4 page that are still easy to read."""
# Excel takes 255 characters for the whole header, and an anonymous or fictional edition must say so in full.
_NAME_LIMIT = 70
_BANNER_LIMIT = 160


def write_workbook(report: Report, path: Path) -> None:
    """Write ``report`` to ``path``; the same report gives the same bytes.

    Raises `FastmapError` if the target cannot be written (see `exports.saving`).
    """
    check_target(path)
    with explained(path):
        content = workbook_bytes(report)
    save_bytes(path, content)


def workbook_bytes(report: Report) -> bytes:
    """Return the workbook of ``report``."""
    out = io.BytesIO()
    workbook = ReportWorkbook(out, dict(_OPTIONS), report.language)
    _Writer(workbook, report).write()
    try:
        workbook.close()
    except XlsxWriterException as problem:
        if isinstance(problem.__context__, OSError):
            raise problem.__context__ from problem
        raise
    return out.getvalue()


class _Writer:
    def __init__(self, workbook: Workbook, report: Report) -> None:
        self.workbook = workbook
        self.report = report
        self.texts: Texts = load_texts(report.language)
        self.formats = Formats(workbook)
        self.names = Names()
        self.listed: list[Listed] = []
        self.working: str | None = None
        """Name of the sheet that says how figures are worked out, where there is one."""
        self.explained: list[tuple[CellValue, ...]] = []

    def write(self) -> None:
        self._describe()
        start_name = self.names.sheet(self.texts.get("exports.about_sheet"))
        start = self.workbook.add_worksheet(start_name)
        for section in self.report.sections:
            self._section(section, start_name)
        self._dictionary(start_name)
        self._start(start)
        start.activate()

    def _section(self, section: Section, start_name: str) -> None:
        name = self.names.sheet(self.report.words.sheet_names.get(section.key, section.title))
        large = [block for block in section.blocks if isinstance(block, Table) and needs_own_sheet(block)]
        # The section's own sheet comes first, but it must know the names of the sheets behind it.
        table_names = {
            table.key: self.names.sheet(self.report.words.sheet_names.get(table.key, table.caption)) for table in large
        }
        sheet = self.workbook.add_worksheet(name)
        about = f"exports.about.{section.key}"
        shows = self.texts.get(about) if about in self.texts else section.title
        self.listed.append(Listed(name=name, shows=shows))
        if section.key == "working":
            self.working = name
        SectionWriter(
            workbook=self.workbook,
            sheet=sheet,
            formats=self.formats,
            names=self.names,
            texts=self.texts,
            table_sheets=table_names,
        ).write(section, start_name)
        self._mark(sheet, 1, 1)
        self._print_set_up(sheet)
        sheet.set_tab_color(self.formats.colours.primary)
        for block in section.blocks:
            match block:
                case Table():
                    self._explain(table_names.get(block.key, name), block)
                case Chart():
                    self._explain(name, figures_of(block, self.texts), block.caption)
                case Steps():
                    self._explain(name, steps_table(block, self.texts), block.caption)
        for table in large:
            self._table_sheet(table_names[table.key], table, start_name)

    def _table_sheet(self, name: str, table: Table, start_name: str, shows: str | None = None) -> None:
        sheet = self.workbook.add_worksheet(name)
        self.listed.append(Listed(name=name, shows=shows or table.caption, rows=len(table.rows)))
        sheet.hide_gridlines(2)
        sheet.set_row(0, 28)
        sheet.write_string(0, 0, shortened(clean(table.caption), CELL_LIMIT), self.formats.title())
        sheet.write_url(1, 0, link_to(start_name), self.formats.link(), self.texts.get("exports.back"))
        widths = column_widths(table)
        self._mark(sheet, 1, _beside_link(widths))
        if table.row_points is None:  # what people fill in by hand is empty for another reason
            quiet = self.formats.of(font_color=self.formats.colours.text2)
            sheet.write_string(2, 0, self.texts.get("exports.empty_means"), quiet)
        area = self._framed(sheet, 3, table, widths)
        sheet.freeze_panes(area.first + 1, _frozen_columns(table))
        sheet.repeat_rows(area.first)

    def _framed(self, sheet: Worksheet, row: int, table: Table, widths: Sequence[float]) -> Area:
        """Write a table that has the sheet to itself, with print set-up."""
        for place, wide in enumerate(widths):
            sheet.set_column(place, place, wide)
        area = write_table(sheet, row, table, self.formats, self.names, widths)
        self._print_set_up(sheet)
        if sum(widths) > _PAGE_CHARACTERS:  # one page wide all the same: rows torn apart cannot be read
            sheet.set_paper(_A3)
        return area

    def _explain(self, sheet_name: str, table: Table, meaning: str | None = None) -> None:
        """Note every column of a table; ``meaning`` for those that have no sentence of their own."""
        for column in table.columns:
            kind = self.texts.get(f"exports.column_kind.{column.kind}")
            self.explained.append((sheet_name, column.header, kind, column.unit, column.help or meaning))

    def _dictionary(self, start_name: str) -> None:
        words = self.report.words.dictionary
        name = self.names.sheet(self.texts.get("exports.explained_sheet"))
        keys = ("sheet", "column", "kind", "unit", "meaning")
        table = Table(
            key="columns_explained",
            caption=name,
            columns=tuple(
                Column(key=key, header=words[key], kind=ColumnKind.LONG_TEXT if key == "meaning" else ColumnKind.TEXT)
                for key in keys
            ),
            rows=tuple(self.explained),
        )
        self._table_sheet(name, table, start_name, self.texts.get("exports.about.columns_explained"))

    def _start(self, sheet: Worksheet) -> None:
        start = StartSheet(sheet=sheet, report=self.report, texts=self.texts, formats=self.formats)
        start.write(self.listed, explained=self.listed[-1].name, working=self.working)
        self._print_set_up(sheet, landscape=False)

    def _mark(self, sheet: Worksheet, row: int, place: int) -> None:
        """Say on the sheet itself who may see it: a sheet is copied without its printed header."""
        words, tone = self.report.mark or self.report.banner, Tone.BAD if self.report.mark else Tone.WARN
        if words:
            ink = self.formats.colours.tones[tone].ink
            sheet.write_string(row, place, clean(words), self.formats.of(bold=True, font_color=ink))

    def _print_set_up(self, sheet: Worksheet, *, landscape: bool = True) -> None:
        report = self.report
        if landscape:
            sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.7)
        sheet.fit_to_pages(1, 0)
        banner = f"\n{_coded(report.banner, _BANNER_LIMIT)}" if report.banner else ""
        sheet.set_header(f"&L{_coded(report.cluster)}{banner}", {"scale_with_doc": False})
        pages = _coded(report.words.page_of).replace("{pages}", "&N").replace("{page}", "&P")
        sheet.set_footer(f"&L{_coded(report.round_label)}&R{pages}", {"scale_with_doc": False})

    def _describe(self) -> None:
        report = self.report
        self.workbook.set_size(2400, 1500)
        self.workbook.set_properties(
            {
                "title": one_line(report.title),
                "subject": one_line(report.subtitle),
                "author": one_line(report.cluster),
                "comments": one_line(report.banner or ""),
                "created": datetime.combine(report.made_on, time(12), tzinfo=UTC),
            }
        )


def _coded(text: str, limit: int = _NAME_LIMIT) -> str:
    """Return text for a printed header: "&" is a code there, and two of them print one."""
    return shortened(one_line(text), limit).replace("&", "&&")


def _beside_link(widths: Sequence[float]) -> int:
    """Return the first column that leaves room for the link in the one at the left."""
    taken = 0.0
    for place, wide in enumerate(widths):
        if taken > _LINK_WIDTH:
            return place
        taken += wide
    return len(widths)


def _frozen_columns(table: Table) -> int:
    """Freeze up to and with the first column of words, so that rows keep their name when scrolled sideways."""
    for number, column in enumerate(table.columns[:3]):
        if column.kind in {ColumnKind.TEXT, ColumnKind.LONG_TEXT}:
            return number + 1
    return 0
