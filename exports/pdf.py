"""The report as a tagged PDF (PDF/UA-1 and PDF/A-2a) for printing and for screen readers.

Typst sets it from a folder that holds the template, one JSON file and the drawings, and nothing else: whatever a
firm wrote is data there, and no other file of the computer can be read.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterable
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

import typst

from exports.charts.rendering import as_svg, figure_of
from exports.charts.type import drawable_character, fallback_file
from exports.figures import Figures
from exports.fonts import inter_file
from exports.palette import RESOURCES
from exports.pdf_document import document
from exports.saving import check_target, explained, save_bytes
from fastmap.report.blocks import Chart, Report

TEMPLATES = RESOURCES / "templates"
STANDARDS: tuple[Any, ...] = ("ua-1", "a-2a")


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
    with tempfile.TemporaryDirectory(prefix="fastmap-pdf-") as name:
        root = Path(name)
        for template in TEMPLATES.glob("*.typ"):
            shutil.copyfile(template, root / template.name)
        (root / "fonts").mkdir()
        shutil.copyfile(fallback_file(), root / "fonts" / fallback_file().name)
        drawn: list[str] = []

        def picture(chart: Chart) -> str:
            drawn.append(f"chart-{len(drawn) + 1}.svg")
            svg = as_svg(figure_of(chart, figures), title=chart.caption, alternative=chart.alternative)
            (root / drawn[-1]).write_bytes(svg)
            return drawn[-1]

        values = document(report, picture)
        return _compiled(root, values, output)


def _compiled(root: Path, values: dict[str, Any], output: dict[str, Any]) -> Any:
    """Set the document with our fonts alone; only writing that they lack is looked for among the computer's fonts."""
    uncovered = {character for character in json.dumps(values, ensure_ascii=False) if not drawable_character(character)}
    if not uncovered:
        return _set(root, values, output, system_fonts=False)
    try:
        return _set(root, values, output, system_fonts=True)
    except typst.TypstError as problem:
        if "could not be displayed" not in problem.message:
            raise
    return _set(root, _without(values, uncovered), output, system_fonts=False)


def _set(root: Path, values: dict[str, Any], output: dict[str, Any], *, system_fonts: bool) -> Any:
    (root / "data.json").write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8")
    compiler = typst.Compiler(
        root / "report.typ",
        root=root,
        font_paths=[inter_file().parent, root / "fonts"],
        ignore_system_fonts=not system_fonts,
    )
    return compiler.compile(**output)


def _without(value: Any, uncovered: Iterable[str]) -> Any:
    """Return JSON with U+FFFD in place of characters that no font here can draw."""
    table = dict.fromkeys(map(ord, uncovered), "\ufffd")
    return json.loads(json.dumps(value, ensure_ascii=False).translate(table))
