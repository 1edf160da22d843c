"""Several reports into one folder, one after the other: what cannot be written does not keep the others from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from exports.names import safe_file_name
from fastmap.catalogue.texts import load_texts
from fastmap.errors import FastmapError
from fastmap.model.messages import Message
from fastmap.report.blocks import Report

KINDS = ("pdf", "excel", "word", "pictures", "csv", "json")
ANNEX = "annex"
"""Kind of the confidential annex, which is a report of its own."""
_SUFFIXES = {"pdf": ".pdf", "excel": ".xlsx", "json": ".json"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one kind of report."""

    kind: str
    target: Path
    """The file, or for kinds of several files their folder."""
    files: int = 0
    """How many files were written."""
    error: FastmapError | None = None
    """Why nothing was written; what was there before is unchanged."""
    remarks: tuple[Message, ...] = ()
    """What this edition does not have of it, and what was left as it was, a sentence each."""


def target_of(report: Report, folder: Path, kind: str) -> Path:
    """Return where a kind of report goes: named after cluster, round and edition in the report's language."""
    texts = load_texts(report.language)
    edition = texts.term("exports.edition.anonymous" if report.anonymous else "exports.edition.named")
    stem = texts.get("exports.report_file", cluster=report.cluster, round=report.round_label, edition=edition)
    if kind in _SUFFIXES:
        return folder / safe_file_name(stem, _SUFFIXES[kind])
    return folder / safe_file_name(f"{stem} – {texts.term(f'exports.part.{kind}')}", "")


def write_reports(report: Report, folder: Path, kinds: Sequence[str]) -> Iterator[Outcome]:
    """Write each of ``kinds`` into ``folder`` and yield what became of it, in this order.

    A file of the same name is replaced, wholly or not at all.
    """
    for kind in kinds:
        target = target_of(report, folder, kind)
        try:
            files, remarks = _write(report, target, kind)
        except FastmapError as error:
            yield Outcome(kind=kind, target=target, error=error)
        else:
            yield Outcome(kind=kind, target=target, files=files, remarks=remarks)


def annex_target(annex: Report, folder: Path) -> Path:
    """Return where the confidential annex goes; its name says that it is confidential."""
    texts = load_texts(annex.language)
    stem = texts.get("exports.annex_file", cluster=annex.cluster, round=annex.round_label)
    return folder / safe_file_name(stem, ".xlsx")


def write_annex(annex: Report, folder: Path) -> Outcome:
    """Write the confidential annex into ``folder`` and return what became of it."""
    from exports.workbook import write_workbook

    target = annex_target(annex, folder)
    try:
        write_workbook(annex, target)
    except FastmapError as error:
        return Outcome(kind=ANNEX, target=target, error=error)
    return Outcome(kind=ANNEX, target=target, files=1)


def _write(report: Report, target: Path, kind: str) -> tuple[int, tuple[Message, ...]]:
    """Write one kind and return how many files it is, and what there is to say of them."""
    match kind:
        case "pdf":
            from exports.pdf import write_pdf

            write_pdf(report, target)
        case "excel":
            from exports.workbook import write_workbook

            write_workbook(report, target)
        case "word":
            from exports.word import write_word

            written = write_word(report, target)
            return len(written.paths), written.remarks
        case "pictures":
            from exports.pictures import write_pictures

            return len(write_pictures(report, target)), ()
        case "csv":
            from exports.tables import write_csv

            return len(write_csv(report, target)), ()
        case _:
            from exports.data import write_json

            write_json(report, target)
    return 1, ()
