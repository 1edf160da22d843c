"""The command for second sources."""

from __future__ import annotations

from pathlib import Path

import click

from ui.cli.opening import opened
from ui.cli.parameters import file_argument, json_option, table_argument
from ui.cli.tables import show_table_outcome


@click.command("sources")
@file_argument
@table_argument
@json_option
def sources_command(file: Path, table: Path, as_json: bool) -> int:
    """Add the second sources of TABLE (.xlsx, .ods or .csv) to FILE, or update those already there.

    One row per source: skill, source, opinion, note. The skill is one that FILE knows, by its name or a text that was
    placed under it, or a group of skills. The source says what was looked at, such as vacancies, statistics or an
    interview; a row with the same skill and source is brought up to date.

    \b
    opinion   confirms contradicts

    \b
    Example:
      fastmap sources round.fastmap vacancies.xlsx
    """
    from fastmap.tasks.tables import take_sources

    with opened(file) as assessment:
        outcome = take_sources(assessment, table)
    return show_table_outcome(outcome, as_json=as_json)
