"""Several reports into one folder, one after the other: what cannot be written does not keep the others from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from exports.names import MOST_BYTES, name_with_end
from fastmap.catalogue.texts import load_texts
from fastmap.errors import FastmapError
from fastmap.model.messages import Message
from fastmap.report.finished import Report

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


def target_of(report: Report, folder: Path, kind: str, most_bytes: int = MOST_BYTES) -> Path:
    """Return where a kind of report goes: named after cluster, round and edition in the report's language.

    ``most_bytes``: how long the name may be in UTF-8.
    """
    texts = load_texts(report.language)
    edition = texts.term("exports.edition.anonymous" if report.anonymous else "exports.edition.named")
    suffix = _SUFFIXES.get(kind, "")

    def named(cluster: str) -> str:
        stem = texts.get("exports.report_file", cluster=cluster, round=report.round_label, edition=edition)
        return stem if suffix else f"{stem} – {texts.term(f'exports.part.{kind}')}"

    return folder / name_with_end(named, report.cluster, suffix, most_bytes)


def write_reports(report: Report, folder: Path, kinds: Sequence[str]) -> Iterator[Outcome]:
    """Write each of ``kinds`` into ``folder`` and yield what became of it, in this order.

    A file of the same name is replaced, wholly or not at all.
    """
    for kind in kinds:
        target = target_of(report, folder, kind)
        try:
            files, remarks = write_kind(report, target, kind)
        except FastmapError as error:
            yield Outcome(kind=kind, target=target, error=error)
        else:
            yield Outcome(kind=kind, target=target, files=files, remarks=remarks)


def annex_target(annex: Report, folder: Path) -> Path:
    """Return where the confidential annex goes; its name says that it is confidential."""
    texts = load_texts(annex.language)

    def named(cluster: str) -> str:
        return texts.get("exports.annex_file", cluster=cluster, round=annex.round_label)

    return folder / name_with_end(named, annex.cluster, ".xlsx")


def write_annex(annex: Report, folder: Path) -> Outcome:
    """Write the confidential annex into ``folder`` and return what became of it."""
    target = annex_target(annex, folder)
    try:
        write_kind(annex, target, ANNEX)
    except FastmapError as error:
        return Outcome(kind=ANNEX, target=target, error=error)
    return Outcome(kind=ANNEX, target=target, files=1)


def write_kind(report: Report, target: Path, kind: str) -> tuple[int, tuple[Message, ...]]:
    """Write one kind of report to ``target``, a file or for several files their folder.

    Return how many files were written, and what there is to say of them. Raises `FastmapError` as `exports.saving` does.
    """
    match kind:
        case "pdf":
            from exports.pdf import write_pdf

            write_pdf(report, target)
            return 1, report.remarks
        case "excel" | "annex":
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
