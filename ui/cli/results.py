"""The command that works everything out and prints it."""

from __future__ import annotations

from pathlib import Path

import click

from ui.cli.output import progress_bar, screen_texts, show, show_json
from ui.cli.parameters import file_argument, json_option


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
