"""Sets the blocks of a paper into a Word document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Final

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Emu, Mm
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from exports.figures import unit_beside
from exports.plain import clean, one_line
from exports.word_document import TEXT_WIDTH
from exports.word_parts import (
    add_bookmarked,
    add_field,
    add_link,
    add_text,
    add_tick,
    describe_table,
    keep_row,
    set_style,
    xml_of,
)
from exports.word_widths import form_shares, source_shares
from fastmap.report.drawings import Drawing
from fastmap.report.finished import Words as ReportWords
from fastmap.report.paper_blocks import (
    Cell,
    Facts,
    Form,
    Head,
    Heading,
    Look,
    Paper,
    PaperBlock,
    Picture,
    Points,
    Signatures,
    Source,
    Sources,
    Text,
    Ticks,
    Words,
)

_LOOKS: Final[Mapping[Look, str]] = {
    Look.NORMAL: "Normal",
    Look.LEAD: "Lead",
    Look.QUIET: "Help",
    Look.STRONG: "SubjectLine",
}
_TO_WRITE: Final = ((),)
_ROW_TO_WRITE: Final = Mm(9)
"""Least height of a row for handwriting."""
_PLACE_TO_SIGN: Final = Mm(19)
_NAMES_SHARE: Final = (3, 10)
"""Widths of names and of what belongs to them."""
_BOX_IDS, _SOURCE_IDS, _VALUE_IDS = 40_000, 10_000, 20_000
"""Where the numbers of boxes to tick and of bookmarks begin: each is another one in a document."""


class Typesetter:
    """Sets one paper."""

    def __init__(
        self, document: WordDocument, paper: Paper, words: ReportWords, drawn: Callable[[Drawing], bytes]
    ) -> None:
        """``drawn`` gives a drawing as PNG."""
        self._document = document
        self._sources: dict[int, Source] = {source.number: source for source in paper.sources}
        self._words = words
        self._drawn = drawn
        self._boxes = _BOX_IDS

    def set_block(self, block: PaperBlock) -> None:
        """Add ``block`` at the end of the document."""
        match block:
            case Heading():
                heading = self._document.add_heading(one_line(block.text), block.level)
                heading.paragraph_format.page_break_before = True if block.new_page else None
            case Text():
                self._put(self._paragraph(_LOOKS[block.look]), block.words)
            case Points():
                self._points(block)
            case Facts():
                self._facts(block)
            case Form():
                self._form(block)
            case Picture():
                self._picture(block.drawing)
            case Signatures():
                self._signatures(block)
            case Sources():
                self._source_table(block)

    # --- words --------------------------------------------------------------------------------------------------------

    def _paragraph(self, style: str) -> Paragraph:
        paragraph = self._document.add_paragraph()
        set_style(paragraph, style)
        return paragraph

    def _put(self, paragraph: Paragraph, words: Words) -> None:
        for part in words:
            if isinstance(part, str):
                add_text(paragraph, part)
                continue
            source = self._sources[part.source]
            if part.text and part.text == source.value:  # a field: who changes the source's value changes it here, too
                add_field(paragraph, f"REF {_value_mark(source)} \\h", part.text)
            else:
                add_text(paragraph, part.text)
            add_link(paragraph, _row_mark(source), f"[{source.number}]", "SourceMark")

    def _points(self, block: Points) -> None:
        number = self._new_numbering() if block.numbered else None
        for place, item in enumerate(block.items, start=1):
            paragraph = self._paragraph("ListNumber" if block.numbered else "ListBullet")
            if number is not None:
                properties = xml_of(paragraph).get_or_add_pPr().get_or_add_numPr()
                properties.get_or_add_ilvl().val = 0
                properties.get_or_add_numId().val = number
            paragraph.paragraph_format.keep_with_next = (
                True if number is not None and place < len(block.items) else None
            )
            self._put(paragraph, item)

    def _new_numbering(self) -> int:
        """Return the number of a list that begins at 1."""
        numbering = self._document.part.numbering_part.element
        instance = numbering.add_num(1)
        instance.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(instance.numId)

    # --- tables -------------------------------------------------------------------------------------------------------

    def _facts(self, block: Facts) -> None:
        table = self._table(len(block.rows), _NAMES_SHARE, "Paper Table")
        describe_table(table, block.name, head_row=False, head_column=True)
        is_blank = all(fact.cells == _TO_WRITE for fact in block.rows)
        for row, fact in zip(table.rows, block.rows, strict=True):
            keep_row(row, least_height=_ROW_TO_WRITE if fact.cells == _TO_WRITE else None)
            name, content = row.cells
            self._fill(name, ((fact.label,),), "RowName")
            self._fill(content, fact.cells, "TableText")
            # A few blank fields are of no use on a page without what they are for.
            name.paragraphs[0].paragraph_format.keep_with_next = True if is_blank else None
        self._space_below().paragraph_format.keep_with_next = True if is_blank else None

    def _form(self, block: Form) -> None:
        if block.caption:
            self._caption("table", "Caption", block.caption)
        style = "Paper Form" if block.to_write else "Paper Table"
        table = self._table(len(block.rows) + 1, form_shares(block), style)
        describe_table(table, block.name, head_row=True, head_column=False)
        self._heads(table, block.heads)
        for row, cells in zip(table.rows[1:], block.rows, strict=True):
            keep_row(row, least_height=_ROW_TO_WRITE if block.to_write else None)
            for place, head, cell in zip(row.cells, block.heads, cells, strict=True):
                self._fill(place, (cell,), "TableFigure" if head.is_figure else "TableText")
        self._space_below()
        if block.below:
            add_text(self._paragraph("Help"), block.below)

    def _source_table(self, block: Sources) -> None:
        table = self._table(len(block.rows) + 1, source_shares(block), "Paper Table")
        describe_table(table, block.caption, head_row=True, head_column=False)
        self._heads(table, tuple(Head(text=head) for head in block.heads))
        for row, source in zip(table.rows[1:], block.rows, strict=True):
            keep_row(row)
            number, what, value, place, sheet, rests_on = row.cells
            add_bookmarked(_first(number), _row_mark(source), _SOURCE_IDS + source.number, str(source.number))
            if source.value:
                add_bookmarked(_first(value), _value_mark(source), _VALUE_IDS + source.number, source.value)
            else:
                _first(value)
            for cell, text in ((what, source.what), (place, source.place), (sheet, source.sheet)):
                self._fill(cell, ((text,),), "TableText")
            self._fill(rests_on, ((source.day,), (source.rests_on,)), "TableText")
        self._space_below()

    def _signatures(self, block: Signatures) -> None:
        table = self._table(2, (1,) * len(block.names), "Paper Form")
        describe_table(table, " · ".join(block.names), head_row=False, head_column=False)
        keep_row(table.rows[0], least_height=_PLACE_TO_SIGN)
        keep_row(table.rows[1])
        for cell in table.rows[0].cells:
            _first(cell).paragraph_format.keep_with_next = True
        for cell, name in zip(table.rows[1].cells, block.names, strict=True):
            self._fill(cell, ((name,),), "RowName")
        self._space_below()

    def _table(self, rows: int, shares: tuple[int, ...], style: str) -> Table:
        table: Table = self._document.add_table(rows, len(shares), style=style)
        table.autofit = False
        widths = [Emu(TEXT_WIDTH * share // sum(shares)) for share in shares]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        for row in table.rows:
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = width
        return table

    def _heads(self, table: Table, heads: tuple[Head, ...]) -> None:
        keep_row(table.rows[0], is_head=True)
        for cell, head in zip(table.rows[0].cells, heads, strict=True):
            unit = unit_beside(head.text, head.unit)
            text = f"{head.text}\n{unit}" if unit else head.text
            self._fill(cell, ((text,),), "TableFigureHead" if head.is_figure else "TableHead")

    def _fill(self, place: _Cell, cells: tuple[Cell, ...], style: str) -> None:
        for number, cell in enumerate(cells):
            paragraph = place.paragraphs[0] if number == 0 else place.add_paragraph()
            set_style(paragraph, style)
            if isinstance(cell, Ticks):
                self._tick(paragraph, cell)
            else:
                self._put(paragraph, cell)

    def _tick(self, paragraph: Paragraph, ticks: Ticks) -> None:
        for number, (word, is_ticked) in enumerate(ticks.options):
            if number:
                add_text(paragraph, "  ")
            self._boxes += 1
            add_tick(paragraph, word, self._boxes, is_ticked=is_ticked)

    def _space_below(self) -> Paragraph:
        """Keep what follows off the table; without a paragraph between them two tables would become one."""
        return self._paragraph("AfterTable")

    # --- captions and pictures ----------------------------------------------------------------------------------------

    def _caption(self, kind: str, style: str, words: Words) -> None:
        paragraph = self._paragraph(style)
        name = clean(self._words.table if kind == "table" else self._words.figure)
        add_text(paragraph, f"{name}\u00a0")
        add_field(paragraph, f"SEQ {kind} \\* ARABIC", str(self._count(kind)))
        add_text(paragraph, "  ")
        self._put(paragraph, words)

    def _count(self, kind: str) -> int:
        instruction = f" SEQ {kind} \\* ARABIC "
        return sum(part.text == instruction for part in self._document.element.body.iter(qn("w:instrText")))

    def _picture(self, drawing: Drawing) -> None:
        paragraph = self._paragraph("Picture")
        paragraph.add_run().add_picture(BytesIO(self._drawn(drawing)), width=TEXT_WIDTH)
        [inline] = xml_of(paragraph).iter(qn("wp:inline"))
        inline.docPr.set("descr", one_line(drawing.alternative))
        inline.docPr.set("title", one_line(drawing.caption))
        for side in "TBLR":  # without them LibreOffice keeps 3 mm free and moves the picture into the margin
            inline.set(f"dist{side}", "0")
        self._caption("figure", "PictureCaption", (drawing.caption,))


def _first(cell: _Cell) -> Paragraph:
    paragraph: Paragraph = cell.paragraphs[0]
    set_style(paragraph, "TableText")
    return paragraph


def _row_mark(source: Source) -> str:
    return f"source_{source.number}"


def _value_mark(source: Source) -> str:
    return f"figure_{source.number}"
