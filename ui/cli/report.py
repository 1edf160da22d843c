"""The command that writes the reports of a file: any of their kinds, or a whole pack."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fastmap.model.messages import Message, message
from fastmap.progress import Progress, ProgressListener
from fastmap.report.audiences import Audience, Selection, is_anonymous, names_are_unusual, select
from ui.cli.output import progress_bar, say, screen_texts
from ui.cli.parameters import PATH, file_argument

if TYPE_CHECKING:
    from fastmap.model.ids import LanguageCode
    from fastmap.report.finished import Report

ANNEX = "annex"
"""The kind that is a report of its own, for the auditor alone."""
_FOLDERS = frozenset({"word", "pictures", "csv"})
"""Kinds of reports that are several files."""


@click.command("report")
@file_argument
@click.option("--excel", type=PATH, metavar="X", help="Workbook with every table (.xlsx).")
@click.option("--pdf", type=PATH, metavar="X", help="The report to read and print (.pdf).")
@click.option("--word", type=PATH, metavar="DIR", help="Board paper, introduction mails, minutes, application (.docx).")
@click.option("--pictures", type=PATH, metavar="DIR", help="Each chart and the grid as PNG and SVG.")
@click.option("--csv", "csv", type=PATH, metavar="DIR", help="Each table as CSV.")
@click.option("--json", "json", type=PATH, metavar="X", help="All results as JSON.")
@click.option(
    "--annex", type=PATH, metavar="X", help="The confidential annex for audit (.xlsx); never with --anonymous."
)
@click.option("--contact-names", is_flag=True, help="Names of contact persons in the annex, beside their consents.")
@click.option("--pack", type=PATH, metavar="DIR", help="All of these in one folder in DIR, with a README.")
@click.option(
    "--audience",
    type=click.Choice([str(one) for one in Audience]),
    help="Who reads it: proposes edition and chapters [default for a pack: funder].",
)
@click.option("--chapter", "chapters", multiple=True, metavar="KEY", help="Only this chapter; may be repeated.")
@click.option("--without", multiple=True, metavar="KEY", help="Not this chapter; may be repeated.")
@click.option(
    "--anonymous/--named",
    default=None,
    help="No names, and no figure from fewer than K members; or with names [default: named, or the audience's].",
)
@click.option("--k", type=int, metavar="N", help="K: at least the catalogue's, 20 at most; kept in FILE.")
@click.option("--language", metavar="LANG", help="de, en, es, fr, hu, it, ro [default: the assessment's].")
def report_command(
    file: Path,
    excel: Path | None,
    pdf: Path | None,
    word: Path | None,
    pictures: Path | None,
    csv: Path | None,
    json: Path | None,
    annex: Path | None,
    contact_names: bool,
    pack: Path | None,
    audience: str | None,
    chapters: tuple[str, ...],
    without: tuple[str, ...],
    anonymous: bool | None,
    k: int | None,
    language: str | None,
) -> None:
    """Write reports of FILE in any of the forms below; at least one must be named.

    A file of the same name is replaced, wholly or not at all; the folder must exist. A pack of the same name is
    replaced only if nobody changed it. Nothing that was recorded in FILE changes, except K with --k; which catalogue the
    report rests on, and that an anonymous edition was made, is noted in it. How figures are worked out, their limits and sources are in every report. The annex lists
    participants with registration numbers, SME status, hours, evidence and consents: it is for the auditor alone.

    \b
    Chapters: summary method board_paper priorities diagnosis specialisation coverage grid steps team decisions
    workshop roadmap kpis since_last_round working sources

    \b
    Examples:
      fastmap report round.fastmap --pack out/
      fastmap report round.fastmap --pack out/ --audience public --without steps
      fastmap report round.fastmap --pdf report.pdf --excel report.xlsx
      fastmap report round.fastmap --pdf funder.pdf --anonymous --language es
      fastmap report round.fastmap --annex "audit/CONFIDENTIAL annex.xlsx"
      fastmap report round.fastmap --pdf region.pdf --anonymous --k 8
    """
    reader = Audience(audience) if audience else Audience.FUNDER if pack is not None else None
    targets = {
        "excel": excel,
        "pdf": pdf,
        "word": word,
        "pictures": pictures,
        "csv": csv,
        "json": json,
        "annex": annex,
    }
    order = _Order(
        file=file,
        wanted={kind: target for kind, target in targets.items() if target is not None},
        pack=pack,
        is_protected=is_anonymous(reader, anonymous),
        contact_names=contact_names,
        k=k,
    )
    _refuse_contradictions(order)
    from fastmap.tasks.reporting import report_language

    selection = select(reader, only=chapters, without=without)
    _check_targets(order)
    if names_are_unusual(reader, anonymous=order.is_protected):
        say(message(f"cli.names_chosen_{reader}"))
    _carry_out(order, report_language(language), selection)
    if annex is not None and not _says_confidential(annex):
        say(message("cli.annex_unmarked", name=annex.name))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Order:
    """What somebody asked for, before anything of it is made."""

    file: Path
    wanted: Mapping[str, Path]
    """Kind of report → its file, or the folder of its files."""
    pack: Path | None
    is_protected: bool
    contact_names: bool
    k: int | None


def _check_targets(order: _Order) -> None:
    """Raise `FastmapError` if any of the targets could not be written, before any work."""
    from exports.saving import check_together

    folders = [target for kind, target in order.wanted.items() if kind in _FOLDERS]
    check_together(
        [target for kind, target in order.wanted.items() if kind not in _FOLDERS],
        [*folders, *([order.pack] if order.pack is not None else [])],
        assessment=order.file,
    )


def _carry_out(order: _Order, language: LanguageCode | None, selection: Selection) -> None:
    """Read the file once, make the reports, write them, and note in the file what was handed out."""
    from fastmap.catalogue.reading import load_catalogue
    from fastmap.tasks.anonymous_editions import keep_k
    from fastmap.tasks.auditing import audit_records
    from fastmap.tasks.handing_out import HandingOut
    from fastmap.tasks.reporting import report_of, results_from
    from ui.cli.opening import note_handed_out, opened

    today = datetime.now().astimezone().date()
    if order.k is not None:
        keep_k(order.file, order.k, load_catalogue().rules)
    with opened(order.file, read_only=True) as assessment:
        snapshot = assessment.snapshot()
        handing_out = HandingOut(
            snapshot=snapshot, catalogue=load_catalogue(), made_on=today, is_anonymous=order.is_protected
        )
        for warning in handing_out.warnings(assessment):
            say(warning)
        records = audit_records(assessment, with_contact_names=order.contact_names)
    with progress_bar() as progress:
        results = results_from(snapshot, progress)
        made = {}
        if order.wanted.keys() - {ANNEX} or order.pack is not None:
            made["report"] = report_of(
                results, language=language, anonymous=order.is_protected, made_on=today, selection=selection
            )
        if ANNEX in order.wanted:
            from fastmap.tasks.auditing import annex_of

            made[ANNEX] = annex_of(results, records, language=language, made_on=today)
        is_out = False
        try:
            for sentence in _written(made, order, progress):
                is_out = True
                say(sentence)
        finally:  # whatever stops a later file: what was written can be handed out
            if is_out:
                note_handed_out(handing_out, order.file)


def _refuse_contradictions(order: _Order) -> None:
    """Raise `click.UsageError` for options that do not go together, before any work."""
    key = None
    if ANNEX in order.wanted and order.is_protected:
        key = "cli.annex_not_anonymous"
    elif order.k is not None and not order.is_protected:
        key = "cli.k_only_anonymous"
    elif order.contact_names and ANNEX not in order.wanted:
        key = "cli.contact_names_without_annex"
    elif not order.wanted and order.pack is None:
        key = "cli.no_target"
    if key is not None:
        raise click.UsageError(screen_texts().term(key), click.get_current_context())


def _says_confidential(path: Path) -> bool:
    """Say whether a file name tells in any report language that what it holds is confidential."""
    from fastmap.catalogue.texts import load_texts, report_languages
    from fastmap.model.normalise import text_key

    words = (load_texts(code).term("report.annex.banner").split()[0] for code in report_languages())
    return any(text_key(word) in text_key(path.name) for word in words)


def _written(made: Mapping[str, Report], order: _Order, progress: ProgressListener) -> Iterator[Message]:
    """Write each report in turn, then the pack, and yield what to say once something is there."""
    from exports.together import write_kind

    total = len(order.wanted)
    for done, (kind, target) in enumerate(order.wanted.items()):
        progress(Progress(stage="progress.writing_reports", done=done, total=total))
        _, remarks = write_kind(made[ANNEX if kind == ANNEX else "report"], target, kind)
        yield message("cli.written", file=str(target))
        yield from remarks
    if order.wanted:
        progress(Progress(stage="progress.writing_reports", done=total, total=total))
    if order.pack is not None:
        from exports.pack import write_pack

        yield message("cli.written", file=str(write_pack(made["report"], order.pack, progress).folder))
        if "pdf" not in order.wanted:
            yield from made["report"].remarks
