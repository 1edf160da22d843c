"""Word papers to go on writing: board paper, introduction mails, minutes, paragraphs for an application."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from docx.document import Document as WordDocument

from exports.figures import Figures
from exports.names import safe_file_name
from exports.plain import one_line
from exports.saving import explained, save_all
from exports.word_blocks import Typesetter
from exports.word_document import document_bytes, is_as_written, new_document
from exports.word_parts import add_text
from fastmap.catalogue.texts import load_texts
from fastmap.model.messages import Message, message
from fastmap.report.drawings import Drawing
from fastmap.report.finished import Report
from fastmap.report.paper_blocks import Paper

_SUFFIX: Final = ".docx"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What `write_word` wrote."""

    paths: tuple[Path, ...]
    remarks: tuple[Message, ...]
    """Which papers this edition does not have, and which files were left as somebody went on writing them."""


def write_word(report: Report, folder: Path) -> Written:
    """Write every paper of the edition into ``folder`` (made if only its last part is missing).

    All are written or none. A paper that somebody changed since it was written stays as it is: the new one gets a
    number behind its name. Raises `FastmapError` as `exports.saving` does.
    """
    remarks = [paper.not_made for paper in report.papers if paper.not_made is not None]
    with explained(folder):
        files: dict[str, bytes] = {}
        for name, content in word_files(report).items():
            files[_free_name(folder, name, remarks)] = content
    return Written(paths=save_all(folder, files), remarks=tuple(remarks))


def _free_name(folder: Path, name: str, remarks: list[Message]) -> str:
    """Return ``name``, or where somebody changed that file the next name that is free or holds one of ours."""
    changed: list[str] = []
    free = name
    while (folder / free).is_file() and not is_as_written(folder / free):
        changed.append(free)
        free = safe_file_name(name.removesuffix(_SUFFIX), _SUFFIX, changed)
    if changed:
        remarks.append(message("exports.paper_kept", old=changed[-1], new=free))
    return free


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


def _front(document: WordDocument, report: Report, paper: Paper, figures: Figures) -> None:
    document.add_paragraph(one_line(paper.title), style="Title")
    document.add_paragraph(one_line(paper.subtitle), style="Subtitle")
    line = " · ".join(part for part in (report.cluster, report.round_label, figures.day(report.made_on)) if part)
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
    return safe_file_name(stem, _SUFFIX, taken)
