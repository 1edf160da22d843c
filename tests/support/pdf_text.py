"""What a reader finds in a PDF: text page by page, title, size of the pages, and whether it is tagged."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2

A4 = (595, 842)
"""Width and height in points."""


@contextmanager
def opened(pdf: bytes | Path) -> Iterator[pypdfium2.PdfDocument]:
    """Open a PDF."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        yield document
    finally:
        document.close()


def pages_of(pdf: bytes | Path) -> list[str]:
    """Return the text of each page, lines separated by line feeds."""
    with opened(pdf) as document:
        return [page_text(page) for page in document]


def sizes_of(pdf: bytes | Path) -> list[tuple[int, int]]:
    """Return width and height of each page in whole points."""
    with opened(pdf) as document:
        sizes = [document.get_page_size(number) for number in range(len(document))]
    return [(round(width), round(height)) for width, height in sizes]


def title_of(pdf: bytes | Path) -> str:
    """Return the title that readers show for the document."""
    with opened(pdf) as document:
        return str(document.get_metadata_value("Title"))


def is_tagged(pdf: bytes | Path) -> bool:
    """Say whether screen readers find a structure."""
    with opened(pdf) as document:
        return bool(document.is_tagged())


def page_text(page: pypdfium2.PdfPage) -> str:
    """Return the text of one page."""
    text_page = page.get_textpage()
    try:
        return str(text_page.get_text_bounded()).replace("\r\n", "\n")
    finally:
        text_page.close()
        page.close()


def lines_of(pdf: bytes | Path, page: int) -> list[tuple[float, str]]:
    """Return what stands on a page (the first is 1), each piece of a line with its upper edge in points from the foot."""
    with opened(pdf) as document:
        text_page = document[page - 1].get_textpage()
        try:
            boxes = [text_page.get_rect(number) for number in range(text_page.count_rects())]
            return [(box[3], str(text_page.get_text_bounded(*box))) for box in boxes]
        finally:
            text_page.close()


def text_of(pdf: bytes | Path) -> str:
    """Return the text of all pages, a form feed between two."""
    return "\f".join(pages_of(pdf))
