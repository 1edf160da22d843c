"""The text of a PDF as a reader meets it, page by page."""

from __future__ import annotations

from pathlib import Path

import pypdfium2


def pages_of(pdf: bytes | Path) -> list[str]:
    """Return the text of each page, lines separated by line feeds."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page_text(page) for page in document]
    finally:
        document.close()


def page_text(page: pypdfium2.PdfPage) -> str:
    """Return the text of one page."""
    text_page = page.get_textpage()
    try:
        return str(text_page.get_text_bounded()).replace("\r\n", "\n")
    finally:
        text_page.close()
        page.close()


def text_of(pdf: bytes | Path) -> str:
    """Return the text of all pages, a form feed between two."""
    return "\f".join(pages_of(pdf))
