"""The command for funder figures."""

from __future__ import annotations

from pathlib import Path

import click

from ui.cli.opening import opened
from ui.cli.parameters import file_argument, json_option, table_argument
from ui.cli.tables import show_table_outcome


@click.command("kpis")
@file_argument
@table_argument
@json_option
def kpis_command(file: Path, table: Path, as_json: bool) -> int:
    """Add the funder figures of TABLE (.xlsx, .ods or .csv) to FILE, or update those already there.

    One row per value: indicator, period, value, organisations, evidence, note; baseline and target where they are
    known. Only the indicator is required, by its key or by its name. In organisations ";" separates codes or names of
    members and partners; an organisation that comes again under the same indicator counts once, and the ledger says
    so. A row with a unit and an unknown indicator makes one of your own.

    \b
    Euroclusters 4a   staff_trained training_plans label_applications exchanges
                      exchanges_with_smes
    Euroclusters 4b   smes_investing pacts_naming_clusters smes_served
                      workers_trained
    Pact for Skills   pact_people_trained pact_programmes pact_money
    period            2026  2026-H1  2026-Q2  2026-05
    unit              people organisations exchanges plans pacts programmes
                      euro percent number

    \b
    Example:
      fastmap kpis round.fastmap figures.xlsx
    """
    from fastmap.tasks.tables import take_kpis

    with opened(file) as assessment:
        outcome = take_kpis(assessment, table)
    return show_table_outcome(outcome, as_json=as_json)
