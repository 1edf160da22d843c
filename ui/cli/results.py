"""Commands that give results: the analysis on the terminal, and the reports."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from fastmap.model.messages import message
from ui.cli.output import progress_bar, say, screen_texts, show, show_json

FILE = click.Path(dir_okay=False, path_type=Path)
PATH = click.Path(path_type=Path)


@click.command("analyse", short_help="Work everything out and print it.")
@click.argument("file", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="Print everything as JSON.")
def analyse_command(file: Path, as_json: bool) -> None:
    """Work out priorities, diagnosis, coverage, grid, steps and recommendations of FILE, and print them.

    Nothing is changed. With --json everything is printed, in the working language of the assessment.
    """
    from fastmap.catalogue.reading import load_catalogue
    from fastmap.catalogue.texts import load_texts
    from fastmap.report.contract import as_contract
    from fastmap.tasks.reporting import results_of
    from ui.cli.summary import summary_lines

    with progress_bar() as progress:
        results = results_of(file, progress=progress)
    if as_json:
        texts = load_texts(results.snapshot.info.language)
        show_json(as_contract(results, load_catalogue(), texts))
        return
    for line in summary_lines(results, screen_texts()):
        show(line)


@click.command("report", short_help="Write the reports.")
@click.argument("file", type=FILE)
@click.option("--excel", type=PATH, metavar="X", help="Workbook with every table (.xlsx).")
@click.option("--pdf", type=PATH, metavar="X", help="The report to read and print (.pdf).")
@click.option("--pictures", type=PATH, metavar="DIR", help="Each chart and the grid as PNG and SVG.")
@click.option("--csv", "csv", type=PATH, metavar="DIR", help="Each table as CSV.")
@click.option("--json", "json", type=PATH, metavar="X", help="All results as JSON.")
@click.option("--anonymous", is_flag=True, help="No names, and no figure from fewer than five members.")
@click.option("--language", help="Language of the reports [default: the assessment's].")
def report_command(
    file: Path,
    excel: Path | None,
    pdf: Path | None,
    pictures: Path | None,
    csv: Path | None,
    json: Path | None,
    anonymous: bool,
    language: str | None,
) -> None:
    """Write reports of FILE in any of the forms below; at least one must be named.

    \b
    Examples:
      fastmap report FILE --pdf report.pdf --excel report.xlsx
      fastmap report FILE --pdf funder.pdf --anonymous --language es
    """
    if not any((excel, pdf, pictures, csv, json)):
        raise click.UsageError("Name at least one of --excel, --pdf, --pictures, --csv, --json.")
    from fastmap.tasks.reporting import report_of

    with progress_bar() as progress:
        report = report_of(
            file, language=language, anonymous=anonymous, made_on=datetime.now().astimezone().date(), progress=progress
        )
    if excel:
        from exports.workbook import write_workbook

        write_workbook(report, excel)
        say(message("cli.written", file=str(excel)))
    if pdf:
        from exports.pdf import write_pdf

        write_pdf(report, pdf)
        say(message("cli.written", file=str(pdf)))
    if pictures:
        from exports.pictures import write_pictures

        write_pictures(report, pictures)
        say(message("cli.written", file=str(pictures)))
    if csv:
        from exports.tables import write_csv

        write_csv(report, csv)
        say(message("cli.written", file=str(csv)))
    if json:
        from exports.data import write_json

        write_json(report, json)
        say(message("cli.written", file=str(json)))
