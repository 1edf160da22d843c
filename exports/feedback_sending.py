"""A folder of feedback sheets ready to be sent: one PDF per member that answered, and a table for a mail merge."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from exports.feedback_pdf import feedback_printer
from exports.forms_files import form_file_names
from exports.mail_merge import MAIL_MERGE_FILE, mail_merge_bytes
from exports.saving import check_target, explained, make_folder, save_all
from fastmap.catalogue.texts import load_texts
from fastmap.progress import Progress, ProgressListener, silent

if TYPE_CHECKING:
    from fastmap.report.feedback import Feedback


def write_feedback(
    sheets: Sequence[Feedback], folder: Path, *, progress: ProgressListener = silent
) -> tuple[Path, ...]:
    """Write ``sheets`` to ``folder`` (made if only its last part is missing) and return their paths, in order.

    They are called ``<code>_<name>.pdf``; beside them lies the mail-merge table. Files of the same name are replaced. All
    are written or none: what went out is known, and the file of the assessment notes it. Raises `FastmapError` as
    `exports.saving` does; a target that cannot be written is found before the first sheet is made.
    """
    names = form_file_names((sheet.content.member for sheet in sheets), ".pdf")
    targets = [folder / names[sheet.content.member.code] for sheet in sheets]
    made = make_folder(folder)
    try:
        for target in (*targets, folder / MAIL_MERGE_FILE):
            check_target(target)
        files = {}
        with explained(folder), feedback_printer() as printer:
            for done, (sheet, target) in enumerate(zip(sheets, targets, strict=True)):
                progress(Progress(stage="progress.writing_feedback", done=done, total=len(sheets)))
                files[target.name] = printer.pdf(sheet.content, load_texts(sheet.content.language))
        progress(Progress(stage="progress.writing_feedback", done=len(sheets), total=len(sheets)))
        rows = [_mail_row(sheet, target) for sheet, target in zip(sheets, targets, strict=True)]
        save_all(folder, files | {MAIL_MERGE_FILE: mail_merge_bytes(folder, rows)})
    except BaseException:
        if made:
            with suppress(OSError):
                folder.rmdir()  # only if nothing is in it
        raise
    return tuple(targets)


def _mail_row(sheet: Feedback, path: Path) -> tuple[str, ...]:
    content = sheet.content
    texts = load_texts(content.language)
    organisation = content.member.name or content.member.code
    sentences = (
        texts.get("mail.greeting", name=sheet.contact) if sheet.contact else "",
        texts.get("feedback.mail.text", organisation=organisation),
    )
    return (
        content.member.code,
        content.member.name,
        sheet.contact or "",
        sheet.email or "",
        content.language,
        path.name,
        texts.get("feedback.mail.subject", cluster=content.cluster),
        " ".join(filter(None, sentences)),
    )
