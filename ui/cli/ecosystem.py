"""Commands for what is around the cluster and what it does: partners with offers, actions."""

from __future__ import annotations

from pathlib import Path

import click

from ui.cli.tables import show_table_outcome

FILE = click.Path(dir_okay=False, path_type=Path)
PATH = click.Path(path_type=Path)


@click.command("partners", short_help="Add or update partners and offers from a spreadsheet.")
@click.argument("file", type=FILE)
@click.argument("table", type=PATH)
@click.option("--json", "as_json", is_flag=True, help="Print the outcome as JSON.")
def partners_command(file: Path, table: Path, as_json: bool) -> int:
    """Add the partners of TABLE (.xlsx, .ods or .csv) to FILE, or update those already there.

    One row per offer, the partner repeated: name, type, level, in cluster, stage (0-5), skill, form, places, fit,
    cost, contact. Only the name and the type are required.
    """
    from fastmap.assessment import Assessment
    from fastmap.tasks.tables import take_partners

    with Assessment.open(file) as assessment:
        outcome = take_partners(assessment, table)
    return show_table_outcome(outcome, as_json=as_json)


@click.command("actions", short_help="Add or update actions from a spreadsheet.")
@click.argument("file", type=FILE)
@click.argument("table", type=PATH)
@click.option("--json", "as_json", is_flag=True, help="Print the outcome as JSON.")
def actions_command(file: Path, table: Path, as_json: bool) -> int:
    """Add the actions of TABLE (.xlsx, .ods or .csv) to FILE, or update those already there.

    Columns: title, reference (X1-X5, A1...F2 or blank), scope, complexity, timing, status, owner, partners, skills,
    start, end, budget, funding. In partners, skills and timing ";" separates several.
    """
    from fastmap.assessment import Assessment
    from fastmap.tasks.tables import take_actions

    with Assessment.open(file) as assessment:
        outcome = take_actions(assessment, table)
    return show_table_outcome(outcome, as_json=as_json)
