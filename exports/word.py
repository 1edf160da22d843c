"""Word papers to go on writing: board paper, introduction mails, minutes, paragraphs for an application."""

from __future__ import annotations

from pathlib import Path

from docx.document import Document as WordDocument

from exports.figures import Figures
from exports.names import safe_file_name
from exports.plain import one_line
from exports.saving import explained, save_all
from exports.word_blocks import Typesetter
from exports.word_document import document_bytes, new_document
from exports.word_parts import add_text
from fastmap.catalogue.texts import load_texts
from fastmap.model.messages import Message
from fastmap.report.blocks import Drawing, Report
from fastmap.report.paper_blocks import Paper


def write_word(report: Report, folder: Path) -> tuple[Path, ...]:
    """Write every paper of the edition into ``folder`` (made if only its last part is missing) and return their paths.

    All are written or none. Raises `FastmapError` as `exports.saving` does.
    """
    with explained(folder):
        files = word_files(report)
    return save_all(folder, files)


def word_files(report: Report) -> dict[str, bytes]:
    """Return the papers by file name, in the report's language; those that this edition does not have are not there."""
    figures = Figures(report.language)

    def drawn(block: Drawing) -> bytes:
        from exports.charts.rendering import as_png, figure_of  # matplotlib: only where a paper has a picture

        return as_png(figure_of(block, figures), title=block.caption, alternative=block.alternative)

    files: dict[str, bytes] = {}
    for paper in report.papers:
        if paper.not_made is None:
            document = new_document(report, paper.title)
            _front(document, report, paper, figures)
            typesetter = Typesetter(document, paper, report.words, drawn)
            for block in paper.blocks:
                typesetter.set_block(block)
            files[_file_name(report, paper, files)] = document_bytes(document)
    return files


def not_made(report: Report) -> tuple[Message, ...]:
    """Return why this edition lacks a paper, a sentence each."""
    return tuple(paper.not_made for paper in report.papers if paper.not_made is not None)


def _front(document: WordDocument, report: Report, paper: Paper, figures: Figures) -> None:
    document.add_paragraph(one_line(paper.title), style="Title")
    document.add_paragraph(one_line(paper.subtitle), style="Subtitle")
    line = " · ".join(part for part in (report.cluster, report.round_label, figures.long_day(report.made_on)) if part)
    add_text(document.add_paragraph(style="Help"), one_line(line))


def _file_name(report: Report, paper: Paper, taken: dict[str, bytes]) -> str:
    texts = load_texts(report.language)
    stem = texts.get(
        "exports.paper_file",
        cluster=report.cluster,
        round=report.round_label,
        paper=paper.title,
        edition=texts.term("exports.edition.anonymous" if report.anonymous else "exports.edition.named"),
    )
    return safe_file_name(stem, ".docx", taken)
