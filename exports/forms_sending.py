"""A folder of needs forms ready to be sent: one form per member and a table for a mail merge."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from exports.forms import write_form
from exports.forms_files import form_file_names
from exports.saving import explained, make_folder, save_bytes
from exports.tables import csv_bytes
from fastmap.catalogue.texts import load_texts
from fastmap.errors import FastmapError
from fastmap.intake.form_content import FormContent
from fastmap.intake.form_filled import not_blank
from fastmap.model.organisations import Member
from fastmap.progress import Progress, ProgressListener, silent

MAIL_MERGE_FILE = "mail-merge.csv"
MAIL_MERGE_COLUMNS = ("code", "organisation", "contact", "email", "language", "file", "subject", "text")


def write_forms(
    contents: Sequence[FormContent], folder: Path, *, progress: ProgressListener = silent
) -> tuple[Path, ...]:
    """Write the form of each of ``contents`` to ``folder`` (made if missing) and return their paths, in order.

    Forms of members are called ``<code>_<name>.xlsx``, a blank one ``blank_<language>.xlsx``; beside the members' forms
    lies `MAIL_MERGE_FILE`. Forms of the same name without answers are replaced. Raises `FastmapError` if a target cannot
    be written, or, before anything is written, ``forms_filled_in`` naming the files there that may hold answers.
    """
    names = form_file_names(content.member for content in contents if content.member is not None)
    targets = [
        folder / (f"blank_{content.language}.xlsx" if content.member is None else names[content.member.code])
        for content in contents
    ]
    _keep_answers(targets, folder)
    make_folder(folder)
    written = []
    for done, (content, path) in enumerate(zip(contents, targets, strict=True)):
        progress(Progress(stage="progress.writing_forms", done=done, total=len(contents)))
        write_form(path, content=content, texts=load_texts(content.language))
        written.append(path)
    progress(Progress(stage="progress.writing_forms", done=len(contents), total=len(contents)))
    if names:
        rows = [
            _mail_row(content, content.member, path)
            for content, path in zip(contents, written, strict=True)
            if content.member is not None
        ]
        save_bytes(folder / MAIL_MERGE_FILE, csv_bytes(MAIL_MERGE_COLUMNS, rows))
    return tuple(written)


def _keep_answers(targets: Sequence[Path], folder: Path) -> None:
    """Refuse to write over forms that came back: the file may be the only copy of an answer."""
    with explained(folder):
        there = [path for path in targets if path.exists()]
    kept = not_blank(there) if there else ()
    if kept:
        names = tuple(path.name for path in kept)
        raise FastmapError("forms_filled_in", names=names, count=len(names), folder=str(folder.absolute()))


def _mail_row(content: FormContent, member: Member, path: Path) -> tuple[str, ...]:
    texts = load_texts(content.language)
    by = "mail.text_by" if content.return_by else "mail.text"
    return (
        member.code,
        member.name,
        content.contact or "",
        content.email or "",
        content.language,
        path.name,
        texts.get("mail.subject", cluster=content.cluster),
        texts.get(by, cluster=content.cluster, organisation=member.name, date=content.return_by),
    )
