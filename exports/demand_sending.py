"""A folder of demand sheets ready to be sent to providers: an Excel offer form and a PDF for each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from exports.demand_pdf import demand_sheets
from exports.forms_sending import keep_answers
from exports.names import safe_file_name
from exports.offer_form import write_offer_form
from exports.saving import make_folder, save_bytes
from fastmap.catalogue.texts import load_texts
from fastmap.intake.offer_content import DemandContent
from fastmap.progress import Progress, ProgressListener, silent


def write_demand(
    contents: Sequence[DemandContent], folder: Path, *, progress: ProgressListener = silent
) -> tuple[tuple[Path, Path], ...]:
    """Write the sheets of ``contents`` to ``folder`` (made if missing); return Excel and PDF of each, in order.

    They are called ``<id>_<name>.xlsx`` and ``.pdf``. Sheets of the same name without answers are replaced. Raises
    `FastmapError` if a target cannot be written, or, before anything is written, ``forms_filled_in`` naming the files
    there that may hold answers.
    """
    workbooks, prints = (_targets(contents, folder, suffix) for suffix in (".xlsx", ".pdf"))
    keep_answers(workbooks, prints, folder)
    make_folder(folder)
    total = len(contents)
    with demand_sheets() as printer:
        for done, (content, workbook, print_) in enumerate(zip(contents, workbooks, prints, strict=True)):
            progress(Progress(stage="progress.writing_forms", done=done, total=total))
            texts = load_texts(content.language)
            write_offer_form(workbook, content=content, texts=texts)
            save_bytes(print_, printer.pdf(content, texts))
    progress(Progress(stage="progress.writing_forms", done=total, total=total))
    return tuple(zip(workbooks, prints, strict=True))


def _targets(contents: Sequence[DemandContent], folder: Path, suffix: str) -> list[Path]:
    names: list[str] = []
    for content in contents:
        names.append(safe_file_name(f"{content.partner.id}_{content.partner.name}", suffix, names))
    return [folder / name for name in names]
