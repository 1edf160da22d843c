"""Commands that give results: the analysis on the terminal, and the reports."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fastmap.model.messages import message
from fastmap.progress import Progress
from ui.cli.output import progress_bar, say, screen_texts, show, show_json
from ui.cli.parameters import PATH, file_argument, json_option

if TYPE_CHECKING:
    from fastmap.model.results import Results
    from fastmap.report.blocks import Report

_FOLDERS = frozenset({"pictures", "csv"})
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
    from fastmap.tasks.reporting import results_of

    with progress_bar() as progress:
        results = results_of(file, progress=progress)
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
@click.option("--pictures", type=PATH, metavar="DIR", help="Each chart and the grid as PNG and SVG.")
@click.option("--csv", "csv", type=PATH, metavar="DIR", help="Each table as CSV.")
@click.option("--json", "json", type=PATH, metavar="X", help="All results as JSON.")
@click.option("--anonymous", is_flag=True, help="No names, and no figure from fewer than K members.")
@click.option("--k", type=int, metavar="N", help="K: at least the catalogue's, 20 at most; kept in FILE.")
@click.option("--language", metavar="LANG", help="de, en, es, fr, hu, it, ro [default: the assessment's].")
def report_command(
    file: Path,
    excel: Path | None,
    pdf: Path | None,
    pictures: Path | None,
    csv: Path | None,
    json: Path | None,
    anonymous: bool,
    k: int | None,
    language: str | None,
) -> None:
    """Write reports of FILE in any of the forms below; at least one must be named.

    A file of the same name is replaced, wholly or not at all; the folder must exist. Nothing that was recorded in
    FILE changes, except K with --k; which catalogue the report rests on, and that an anonymous edition was made, is
    noted in it.

    \b
    Examples:
      fastmap report round.fastmap --pdf report.pdf --excel report.xlsx
      fastmap report round.fastmap --pdf funder.pdf --anonymous --language es
      fastmap report round.fastmap --pdf region.pdf --anonymous --k 8
    """
    targets = {"excel": excel, "pdf": pdf, "pictures": pictures, "csv": csv, "json": json}
    wanted = {kind: target for kind, target in targets.items() if target is not None}
    if not wanted:
        raise click.UsageError(screen_texts().term("cli.no_target"), click.get_current_context())
    from exports.saving import check_together
    from fastmap.catalogue.reading import load_catalogue
    from fastmap.tasks.reporting import note_catalogue_of, report_language, report_of, results_of

    check_together(
        [target for kind, target in wanted.items() if kind not in _FOLDERS],
        [target for kind, target in wanted.items() if kind in _FOLDERS],
        assessment=file,
    )
    chosen = report_language(language)
    today = datetime.now().astimezone().date()
    if k is not None:
        _keep_k(file, k)
    with progress_bar() as progress:
        results = results_of(file, progress=progress)
        if anonymous:
            _warn_of_editions(file, results, today)
        report = report_of(results, language=chosen, anonymous=anonymous, made_on=today)
        for done, target in enumerate(_written(report, wanted)):
            progress(Progress(stage="progress.writing_reports", done=done, total=len(wanted)))
            if target is not None:
                say(message("cli.written", file=str(target)))
    note_catalogue_of(results, file)
    if anonymous:
        from fastmap.tasks.anonymous_editions import edition_of, note_edition

        note_edition(file, edition_of(results.snapshot, load_catalogue().rules, today))


def _keep_k(file: Path, k: int) -> None:
    from fastmap.catalogue.reading import load_catalogue
    from fastmap.tasks.anonymous_editions import keep_k

    keep_k(file, k, load_catalogue().rules)


def _warn_of_editions(file: Path, results: Results, today: date) -> None:
    """Say what readers of this edition and of those made before could work out."""
    from fastmap.catalogue.reading import load_catalogue
    from fastmap.tasks.anonymous_editions import edition_of, editions_in, warnings_about

    edition = edition_of(results.snapshot, load_catalogue().rules, today)
    for warning in warnings_about(edition, editions_in(file)):
        say(warning)


def _written(report: Report, wanted: dict[str, Path]) -> Iterator[Path | None]:
    """Write each report in turn and yield where it is; first nothing, so that a bar shows before the first one."""
    yield None
    for kind, target in wanted.items():
        _writer(kind)(report, target)
        yield target


def _writer(kind: str) -> Callable[[Report, Path], object]:
    match kind:
        case "excel":
            from exports.workbook import write_workbook

            return write_workbook
        case "pdf":
            from exports.pdf import write_pdf

            return write_pdf
        case "pictures":
            from exports.pictures import write_pictures

            return write_pictures
        case "csv":
            from exports.tables import write_csv

            return write_csv
        case _:
            from exports.data import write_json

            return write_json
