"""The first view of the mapping assistant: which sheet, which rows are headers, how the text is to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.needs_mapping_cells import CellsView
from ui.pages.needs_mapping_words import SurveyWords
from ui.theme.theme import current
from ui.translating import locale
from ui.widgets.cards import scrolling
from ui.widgets.fields import ComboBox, Field
from ui.widgets.labels import Label
from ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from ui.pages.needs_mapping_work import OpenedSheet, Overview, SheetRow

_HEADER_WITHIN = 20
_READ_AFTER_MS = 300
_KIND_TONES = {"answers": "good", "statistics": "warn", "text": "neutral", "empty": "neutral"}


class FileView(QWidget):
    """Emits what was chosen; the assistant reads."""

    sheet_wanted = Signal(str)
    headers_wanted = Signal(object, int)
    """Header rows and the row of the first answer, from 1."""
    reading_wanted = Signal(str, str)
    """Encoding and delimiter; "" for whatever is found."""
    decimal_wanted = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin with nothing to show."""
        super().__init__(parent)
        self._words = SurveyWords(self)
        self.sheets = DataTable(
            "surveySheets",
            (
                Column["SheetRow"](key="name", text=lambda row: row.cells.name, role="key", stretch=True),
                Column["SheetRow"](
                    key="size", text=lambda row: self._words.size(*row.size), sort=lambda row: row.size, width=128
                ),
                Column["SheetRow"](
                    key="kind",
                    text=lambda row: self._words.kind(row.kind),
                    tone=lambda row: _KIND_TONES[row.kind.value],
                    width=132,
                ),
            ),
            lambda row: str(row.number),
            select_rows=True,
            parent=self,
        )
        self.cells = CellsView("surveyCells", parent=self)
        self.head_first = ComboBox("surveyHeadFirst", parent=self)
        self.head_last = ComboBox("surveyHeadLast", parent=self)
        self.first_answer = ComboBox("surveyFirstAnswer", parent=self)
        self.encoding = ComboBox("surveyEncoding", parent=self)
        self.delimiter = ComboBox("surveyDelimiter", parent=self)
        self.decimal = ComboBox("surveyDecimal", parent=self)
        self._boxes = (
            self.head_first,
            self.head_last,
            self.first_answer,
            self.encoding,
            self.delimiter,
            self.decimal,
        )
        self._fields = {box: Field(box, parent=self) for box in self._boxes}
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(12)
        for box in self._boxes:
            box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)
            column.addWidget(self._fields[box])
        column.addStretch(1)
        self._settings = scrolling(content, name="surveySettingsScroll", parent=self)
        right = QVBoxLayout()
        right.setSpacing(6)
        self._caption = Label("heading", wrap=True, parent=self)
        right.addWidget(self._caption)
        right.addWidget(self.cells, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(14)
        across.addWidget(self.sheets)
        across.addLayout(right, 1)
        across.addWidget(self._settings)
        self._overview: Overview | None = None
        self._opened: OpenedSheet | None = None
        self._wanted = ""
        # Whoever runs through many sheets with the arrow keys sees their first rows; the one stopped at is read.
        self._later = QTimer(self, singleShot=True, interval=_READ_AFTER_MS)
        self._later.timeout.connect(self._want_sheet)
        self.sheets.row_chosen.connect(self._choose_sheet)
        for box in (self.head_first, self.head_last, self.first_answer):
            box.activated.connect(lambda _=0, box=box: self._choose_rows(box))
        for box in (self.encoding, self.delimiter):
            box.activated.connect(self._choose_reading)
        self.decimal.activated.connect(lambda _: self.decimal_wanted.emit(self.decimal.currentData()))
        current().changed.connect(self._fit)
        self._fit()

    def show_overview(self, overview: Overview, chosen: SheetRow | None) -> None:
        """List the sheets and show the first rows of one."""
        self._overview, self._opened = overview, None
        self.sheets.setVisible(len(overview.sheets) > 1)
        self.sheets.set_rows(overview.sheets)
        if chosen is not None:
            self.sheets.blockSignals(True)
            self.sheets.choose(str(chosen.number))
            self.sheets.blockSignals(False)
            self._show_head(chosen)
        is_text = overview.reading.kind == "csv"
        for box in (self.encoding, self.delimiter):
            self._fields[box].setVisible(is_text)
        for box in (self.head_first, self.head_last, self.first_answer, self.decimal):
            self._fields[box].hide()  # until a sheet is read whole
        self._settings.setVisible(is_text)
        self.encoding.set_choices(list(self._words.encodings().items()), overview.reading.encoding)
        self.delimiter.set_choices(list(self._words.delimiters().items()), overview.reading.delimiter)

    def show_sheet(self, opened: OpenedSheet) -> None:
        """Show the sheet that was read whole, and how."""
        self._opened = opened
        table, plan = opened.table, opened.plan
        self.cells.show_cells(table.sheet, table.header_rows)
        rows = min(len(table.sheet.rows), _HEADER_WITHIN)
        numbers = [(row, self.tr("Row {number}").format(number=locale().toString(row))) for row in range(1, rows + 1)]
        self.head_first.set_choices(list(numbers), table.header_rows[0])
        self.head_last.set_choices(list(numbers), table.header_rows[-1])
        self.first_answer.set_choices(
            [*numbers, (rows + 1, self.tr("Row {number}").format(number=locale().toString(rows + 1)))],
            table.first_row,
        )
        self.decimal.set_choices(
            [(None, self.tr("Not certain")), (",", self.tr("Comma: 2,5")), (".", self.tr("Point: 2.5"))], plan.decimal
        )
        for box in (self.head_first, self.head_last, self.first_answer, self.decimal):
            self._fields[box].show()
        self._settings.show()

    def retranslate(self) -> None:
        """Set every text."""
        self.sheets.set_titles({"name": self.tr("Sheet"), "size": self.tr("Size"), "kind": self.tr("Looks like")})
        self.sheets.set_words(self.tr("Sheets of the file"))
        self.cells.setAccessibleName(self.tr("First rows of the sheet"))
        self._caption.setText(self.tr("First rows, as they stand in the file"))
        self._fields[self.head_first].set_words(self.tr("Headers begin in"))
        self._fields[self.head_last].set_words(self.tr("Headers end in"))
        self._fields[self.first_answer].set_words(self.tr("First answer in"))
        self._fields[self.encoding].set_words(
            self.tr("Letters are coded as"), self.tr("Change it where accents look wrong.")
        )
        self._fields[self.delimiter].set_words(self.tr("Columns are separated by"))
        self._fields[self.decimal].set_words(self.tr("Decimal mark of written numbers"))

    # --- inside -------------------------------------------------------------------------------------------------------

    def _show_head(self, row: SheetRow) -> None:
        self.cells.show_cells(row.cells, ())

    def _choose_sheet(self, key: str) -> None:
        if self._overview is None or not key:
            return
        row = self._overview.sheets[int(key)]
        self._show_head(row)
        self._wanted = row.cells.name
        self._later.start()

    def _want_sheet(self) -> None:
        self.sheet_wanted.emit(self._wanted)

    def _choose_rows(self, box: ComboBox) -> None:
        first, last = int(self.head_first.currentData()), int(self.head_last.currentData())
        if box is self.head_first:
            last = max(first, last) if last - first <= 2 else first
        first = min(first, last)
        answers = int(self.first_answer.currentData())
        if box is not self.first_answer or answers <= last:
            answers = last + 1
        self.headers_wanted.emit(tuple(range(first, last + 1)), answers)

    def _choose_reading(self) -> None:
        self.reading_wanted.emit(str(self.encoding.currentData() or ""), str(self.delimiter.currentData() or ""))

    def _fit(self) -> None:
        self.sheets.setFixedWidth(current().px(490))
        self._settings.setFixedWidth(current().px(220))
