"""A folder of needs forms ready to be sent: one form per member, on paper too if wanted, and a table for a mail merge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from exports.forms import write_form
from exports.forms_files import form_file_names
from exports.mail_merge import save_mail_merge
from exports.saving import explained, make_folder, save_bytes
from fastmap.catalogue.texts import load_texts
from fastmap.errors import FastmapError
from fastmap.intake.form_content import FormContent
from fastmap.intake.form_filled import not_blank
from fastmap.model.organisations import Member
from fastmap.progress import Progress, ProgressListener, silent

if TYPE_CHECKING:
    from exports.form_pdf import PaperForms

_LARGEST_EMPTY_PAPER = 2_000_000
"""Bytes; a form of ours has about 80,000, a scan soon more than this."""


def write_forms(
    contents: Sequence[FormContent], folder: Path, *, paper: bool = False, progress: ProgressListener = silent
) -> tuple[Path, ...]:
    """Write the form of each of ``contents`` to ``folder`` (made if missing) and return their paths, in order.

    Forms of members are called ``<code>_<name>.xlsx``, a blank one ``blank_<language>.xlsx``; beside the members' forms
    lies `MAIL_MERGE_FILE`, which keeps its rows of other members' forms that still lie there. With ``paper`` a PDF to
    print lies beside each form. Forms of the same name without answers are replaced. Raises `FastmapError` if a target cannot be written, or, before anything is written,
    ``forms_filled_in`` naming the files there that may hold answers.
    """
    targets = _targets(contents, folder, ".xlsx")
    prints = _targets(contents, folder, ".pdf") if paper else []
    keep_answers(targets, prints, folder)
    make_folder(folder)
    with _printing(wanted=paper) as printer:
        for done, (content, path) in enumerate(zip(contents, targets, strict=True)):
            progress(Progress(stage="progress.writing_forms", done=done, total=len(contents)))
            texts = load_texts(content.language)
            write_form(path, content=content, texts=texts)
            if printer is not None:
                save_bytes(prints[done], printer.pdf(content, texts))
    progress(Progress(stage="progress.writing_forms", done=len(contents), total=len(contents)))
    rows = [
        (*_mail_row(content, content.member, path), *(one.name for one in prints[place : place + 1]))
        for place, (content, path) in enumerate(zip(contents, targets, strict=True))
        if content.member is not None
    ]
    if rows:
        save_mail_merge(folder, rows)
    return tuple(targets)


def _targets(contents: Sequence[FormContent], folder: Path, suffix: str) -> list[Path]:
    names = form_file_names((content.member for content in contents if content.member is not None), suffix)
    return [
        folder / (f"blank_{content.language}{suffix}" if content.member is None else names[content.member.code])
        for content in contents
    ]


@contextmanager
def _printing(*, wanted: bool) -> Iterator[PaperForms | None]:
    if not wanted:
        yield None
        return
    from exports.form_pdf import paper_forms  # loads Typst and matplotlib's fonts: half a second

    with paper_forms() as printer:
        yield printer


def keep_answers(targets: Sequence[Path], prints: Sequence[Path], folder: Path) -> None:
    """Refuse to write over forms that came back: the file may be the only copy of an answer."""
    with explained(folder):
        there = [path for path in targets if path.exists()]
        scans = [path for path in prints if path.exists() and not _is_empty_paper(path)]
    kept = (*(not_blank(there) if there else ()), *scans)
    if kept:
        names = tuple(path.name for path in kept)
        raise FastmapError("forms_filled_in", names=names, count=len(names), folder=str(folder.absolute()))


def _is_empty_paper(path: Path) -> bool:
    from exports.form_pdf import is_as_written

    return path.is_file() and path.stat().st_size <= _LARGEST_EMPTY_PAPER and is_as_written(path.read_bytes())


def _mail_row(content: FormContent, member: Member, path: Path) -> tuple[str, ...]:
    texts = load_texts(content.language)
    by = "mail.text_by" if content.return_by else "mail.text"
    sentences = (
        texts.get("mail.greeting", name=content.contact) if content.contact else "",
        texts.get(by, cluster=content.cluster, organisation=member.name, date=content.return_by),
        texts.get("mail.from_last_time") if content.earlier else "",
    )
    return (
        member.code,
        member.name,
        content.contact or "",
        content.email or "",
        content.language,
        path.name,
        texts.get("mail.subject", cluster=content.cluster),
        " ".join(sentence for sentence in sentences if sentence),
    )
