"""The report as a tagged PDF (PDF/UA-1 and PDF/A-2a) for printing and for screen readers.

Typst sets it from a folder that holds the template, one JSON file and the drawings, and nothing else: whatever a
firm wrote is data there, and no other file of the computer can be read.
"""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

from exports.charts.rendering import as_print_svg, figure_of
from exports.figures import Figures
from exports.pdf_document import LOGO_FILE, document
from exports.saving import check_target, explained, save_bytes
from exports.typesetting import STANDARDS, prepare_folder, typeset
from fastmap.leftovers import passing_folder
from fastmap.report.drawings import Chart, Timeline
from fastmap.report.finished import Report


def write_pdf(report: Report, path: Path) -> None:
    """Write ``report`` to ``path``; the same report gives the same bytes.

    Raises `FastmapError` if the target cannot be written (see `exports.saving`).
    """
    check_target(path)
    with explained(path):
        content = pdf_bytes(report)
    save_bytes(path, content)


def pdf_bytes(report: Report) -> bytes:
    """Return the PDF of ``report``."""
    noon = datetime.combine(report.made_on, time(12), tzinfo=UTC)
    content = _drawn(report, format="pdf", pdf_standards=list(STANDARDS), timestamp=noon)
    if not isinstance(content, bytes):
        raise TypeError("Typst gave no PDF")
    return content


def page_pictures(report: Report, dots_per_inch: float = 144.0) -> tuple[bytes, ...]:
    """Return each page of the PDF as a PNG picture, to look at it before anything is written.

    Raises `FastmapError` if the computer's temporary folder is full or protected.
    """
    with explained(Path(tempfile.gettempdir()) / "fastmap"):
        pages = _drawn(report, format="png", ppi=dots_per_inch)
    # A single page comes without a list.
    return (pages,) if isinstance(pages, bytes) else tuple(pages)


def _drawn(report: Report, **output: Any) -> Any:
    figures = Figures(report.language)
    with passing_folder("pdf") as root:
        prepare_folder(root)
        drawn: list[str] = []

        if report.logo:
            (root / LOGO_FILE).write_bytes(report.logo.png)

        def picture(chart: Chart | Timeline, wide: float) -> str:
            drawn.append(f"chart-{len(drawn) + 1}.svg")
            (root / drawn[-1]).write_bytes(as_print_svg(figure_of(chart, figures, wide=wide)))
            return drawn[-1]

        return typeset(root, "report.typ", document(report, picture), **output)
