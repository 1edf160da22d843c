"""What the sheets of all forms share: dressed cells, defined names, lists to choose from, protection and the printed page."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from typing import TYPE_CHECKING, Final

from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties

from exports.forms_cells import dress, set_text

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell
    from openpyxl.styles.cell_style import StyleArray

    from exports import forms_style as style
    from fastmap.texts import Texts

_LISTS_SHEET: Final = "lists"
_MARGIN_INCHES: Final = 0.4


class FormSheet:
    """One form while it is being written."""

    def __init__(self, workbook: Workbook, name: str, texts: Texts) -> None:
        """Write into ``workbook``, on a sheet called ``name`` that takes the place of the empty one."""
        workbook.remove(workbook.worksheets[0])
        self.workbook = workbook
        self.sheet = workbook.create_sheet(name[:31])
        self.texts = texts
        self._registered: dict[int, tuple[style.Style, StyleArray]] = {}
        """Looks and what openpyxl knows them by; found by identity, for comparing looks is what takes the time."""

    def put(self, span: str, value: str | int | None, look: style.Style) -> None:
        """Write ``value`` into the first cell of ``span`` and give all its cells the look."""
        cells = self.sheet[span]
        rows: tuple[tuple[Cell, ...], ...] = cells if isinstance(cells, tuple) else ((cells,),)
        for row in rows:
            for cell in row:
                self._dress(cell, look)
        if isinstance(value, int):
            rows[0][0].value = value
        elif value:
            set_text(rows[0][0], value)
        if len(rows) > 1 or len(rows[0]) > 1:
            self.sheet.merge_cells(span)

    def _dress(self, cell: Cell, look: style.Style) -> None:
        """Give a cell its look. It is registered once: doing so for each cell was most of the time of writing a form."""
        if id(look) not in self._registered:
            dress(cell, look)
            self._registered[id(look)] = (look, copy(cell._style))  # type: ignore[attr-defined]  # noqa: SLF001
        _, known = self._registered[id(look)]
        # openpyxl's own way to give a cell the look of another, which its types do not know.
        cell._style = copy(known)  # type: ignore[attr-defined]  # noqa: SLF001

    def define(self, name: str, column: str, row: int) -> None:
        """Give a cell a name by which every reader finds it."""
        reference = f"'{self.sheet.title}'!${column}${row}"
        self.workbook.defined_names[name] = DefinedName(name, attr_text=reference)

    def write_lists(self, lists: Iterable[tuple[str, list[str]]]) -> dict[str, str]:
        """Write the words to choose from on a hidden sheet; return where each list stands."""
        sheet = self.workbook.create_sheet(_LISTS_SHEET)
        sheet.sheet_state = "hidden"
        sheet.protection.sheet = True
        sources = {}
        for column, (family, words) in enumerate(lists, start=1):
            for row, word in enumerate(words, start=1):
                set_text(sheet.cell(row, column), word)
            letter = get_column_letter(column)
            sources[family] = f"={_LISTS_SHEET}!${letter}$1:${letter}${len(words)}"
        return sources

    def check(self, subject: str, check: DataValidation) -> DataValidation:
        """Let a check with its hint (texts ``form.input.<subject>``) watch the cells that are added to it."""
        say = self.texts.get
        check.allow_blank = True
        check.showInputMessage = check.showErrorMessage = True
        check.promptTitle, check.prompt = say(f"form.input.{subject}_title"), say(f"form.input.{subject}")
        if f"form.input.{subject}_error" in self.texts:
            check.errorTitle, check.error = check.promptTitle, say(f"form.input.{subject}_error")
        self.sheet.add_data_validation(check)
        return check

    def set_up(self, *, first_answer: str, title: str) -> None:
        """Protect the sheet and prepare screen and printed page."""
        sheet, view = self.sheet, self.sheet.sheet_view
        view.showGridLines = False
        view.showRowColHeaders = False
        view.zoomScale = 100
        view.selection[0].activeCell = view.selection[0].sqref = first_answer
        sheet.protection.sheet = True
        sheet.protection.formatColumns = False  # False: allowed, so that a column can be made wider
        sheet.protection.formatRows = False
        page = sheet.page_setup
        page.orientation, page.paperSize = "landscape", sheet.PAPERSIZE_A4
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        page.fitToWidth, page.fitToHeight = 1, 0  # 0: as many pages as the break makes; a number would overrule it
        margins = sheet.page_margins
        margins.left = margins.right = margins.top = _MARGIN_INCHES
        margins.bottom = _MARGIN_INCHES + 0.3
        sheet.print_options.horizontalCentered = True
        properties = self.workbook.properties
        properties.creator, properties.language = "fastmap", self.texts.language
        properties.title = title


def one_of(source: str) -> DataValidation:
    """Return the check that an answer is one of a list."""
    return DataValidation(type="list", formula1=source)
