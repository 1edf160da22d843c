"""Commands that give results: the analysis on the terminal, and the reports."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fastmap.model.messages import Message, message
from fastmap.progress import Progress, ProgressListener
from fastmap.report.audiences import Audience, is_anonymous, names_are_unusual, select
from ui.cli.output import progress_bar, say, screen_texts, show, show_json
from ui.cli.parameters import PATH, file_argument, json_option

if TYPE_CHECKING:
    from fastmap.report.blocks import Report

_FOLDERS = frozenset({"word", "pictures", "csv"})
"""Kinds of reports that are several files."""


@click.command("analyse")
@file_argument
@json_option
def analyse_command(file: Path, as_json: bool) -> None:
    """Work out priorities, diagnosis, coverage, grid, steps and recommendations of FILE, and print them.

    FILE is not changed. Without --json one screen says what matters; with it everything is printed, in the working
    language of the assessment.

    \b
    Examples:
      fastmap analyse round.fastmap
      fastmap analyse round.fastmap --json > results.json
    """
    from ui.cli.opening import results_in

    with progress_bar() as progress:
        results = results_in(file, progress)
    if as_json:
        from fastmap.catalogue.reading import load_catalogue
        from fastmap.catalogue.texts import load_texts
        from fastmap.report.contract import as_contract

        show_json(as_contract(results, load_catalogue(), load_texts(results.snapshot.info.language)))
        return
    from ui.cli.summary import summary_lines

    for line in summary_lines(results, screen_texts()):
        show(line)


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
    is_protected = is_anonymous(reader, anonymous)
    targets = {
        "excel": excel,
        "pdf": pdf,
        "word": word,
        "pictures": pictures,
        "csv": csv,
        "json": json,
        "annex": annex,
    }
    wanted = {kind: target for kind, target in targets.items() if target is not None}
    _refuse_contradictions(wanted, pack, is_protected=is_protected, contact_names=contact_names, with_k=k is not None)
    from exports.saving import check_together
    from fastmap.catalogue.reading import load_catalogue
    from fastmap.tasks.anonymous_editions import keep_k
    from fastmap.tasks.auditing import audit_records
    from fastmap.tasks.handing_out import HandingOut
    from fastmap.tasks.reporting import report_language, report_of, results_from
    from ui.cli.opening import note_handed_out, opened

    selection = select(reader, only=chapters, without=without)
    check_together(
        [target for kind, target in wanted.items() if kind not in _FOLDERS],
        [*(target for kind, target in wanted.items() if kind in _FOLDERS), *([pack] if pack is not None else [])],
        assessment=file,
    )
    if names_are_unusual(reader, anonymous=is_protected):
        say(message(f"cli.names_chosen_{reader}"))
    chosen = report_language(language)
    today = datetime.now().astimezone().date()
    if k is not None:
        keep_k(file, k, load_catalogue().rules)
    with opened(file, read_only=True) as assessment:
        snapshot = assessment.snapshot()
        handing_out = HandingOut(
            snapshot=snapshot, catalogue=load_catalogue(), made_on=today, is_anonymous=is_protected
        )
        for warning in handing_out.warnings(assessment):
            say(warning)
        records = audit_records(assessment, with_contact_names=contact_names)
    with progress_bar() as progress:
        results = results_from(snapshot, progress)
        made = {}
        if wanted.keys() - {"annex"} or pack is not None:
            made["report"] = report_of(
                results, language=chosen, anonymous=is_protected, made_on=today, selection=selection
            )
        if annex is not None:
            from fastmap.tasks.auditing import annex_of

            made["annex"] = annex_of(results, records, language=chosen, made_on=today)
        is_out = False
        try:
            for sentence in _written(made, wanted, pack, progress):
                is_out = True
                say(sentence)
        finally:  # whatever stops a later file: what was written can be handed out
            if is_out:
                note_handed_out(handing_out, file)
    if annex is not None and not _says_confidential(annex):
        say(message("cli.annex_unmarked", name=annex.name))


def _refuse_contradictions(
    wanted: Mapping[str, Path], pack: Path | None, *, is_protected: bool, contact_names: bool, with_k: bool
) -> None:
    """Raise `click.UsageError` for options that do not go together, before any work."""
    key = None
    if "annex" in wanted and is_protected:
        key = "cli.annex_not_anonymous"
    elif with_k and not is_protected:
        key = "cli.k_only_anonymous"
    elif contact_names and "annex" not in wanted:
        key = "cli.contact_names_without_annex"
    elif not wanted and pack is None:
        key = "cli.no_target"
    if key is not None:
        raise click.UsageError(screen_texts().term(key), click.get_current_context())


def _says_confidential(path: Path) -> bool:
    """Say whether a file name tells in any report language that what it holds is confidential."""
    from fastmap.catalogue.texts import load_texts, report_languages
    from fastmap.model.normalise import text_key

    words = (load_texts(code).term("report.annex.banner").split()[0] for code in report_languages())
    return any(text_key(word) in text_key(path.name) for word in words)


def _written(
    made: Mapping[str, Report], wanted: Mapping[str, Path], pack: Path | None, progress: ProgressListener
) -> Iterator[Message]:
    """Write each report in turn, then the pack, and yield what to say once something is there."""
    for done, (kind, target) in enumerate(wanted.items()):
        progress(Progress(stage="progress.writing_reports", done=done, total=len(wanted)))
        outcome = _writer(kind)(made["annex" if kind == "annex" else "report"], target)
        yield message("cli.written", file=str(target))
        yield from getattr(outcome, "remarks", ())
    if wanted:
        progress(Progress(stage="progress.writing_reports", done=len(wanted), total=len(wanted)))
    if pack is not None:
        from exports.pack import write_pack

        yield message("cli.written", file=str(write_pack(made["report"], pack, progress).folder))


def _writer(kind: str) -> Callable[[Report, Path], object]:
    match kind:
        case "excel" | "annex":
            from exports.workbook import write_workbook

            return write_workbook
        case "pdf":
            from exports.pdf import write_pdf

            return write_pdf
        case "word":
            from exports.word import write_word

            return write_word
        case "pictures":
            from exports.pictures import write_pictures

            return write_pictures
        case "csv":
            from exports.tables import write_csv

            return write_csv
        case _:
            from exports.data import write_json

            return write_json
