"""A folder of needs forms ready to be sent: one form per member and a table for a mail merge."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from exports.forms import write_form
from exports.forms_files import form_file_names
from exports.saving import make_folder, save_bytes
from exports.tables import csv_bytes
from fastmap.catalogue.texts import load_texts
from fastmap.intake.form_content import FormContent
from fastmap.model.organisations import Member
from fastmap.progress import Progress, ProgressListener, silent

MAIL_MERGE_FILE = "mail-merge.csv"
MAIL_MERGE_COLUMNS = ("code", "organisation", "contact", "email", "language", "file", "subject", "text")


def write_forms(
    contents: Sequence[FormContent], folder: Path, *, progress: ProgressListener = silent
) -> tuple[Path, ...]:
    """Write the form of each of ``contents`` to ``folder`` (made if missing) and return their paths, in order.

    Forms of members are called ``<code>_<name>.xlsx``, a blank one ``blank_<language>.xlsx``; beside the members' forms
    lies `MAIL_MERGE_FILE`. Forms of the same name are replaced. Raises `FastmapError` if a target cannot be written.
    """
    make_folder(folder)
    names = form_file_names(content.member for content in contents if content.member is not None)
    written = []
    for done, content in enumerate(contents):
        progress(Progress(stage="progress.writing_forms", done=done, total=len(contents)))
        member = content.member
        path = folder / (f"blank_{content.language}.xlsx" if member is None else names[member.code])
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
