"""Commands for what is around the cluster and what it does: partners with offers, actions."""

from __future__ import annotations

from pathlib import Path

import click

from ui.cli.opening import opened
from ui.cli.parameters import file_argument, json_option, table_argument
from ui.cli.tables import show_table_outcome


@click.command("partners")
@file_argument
@table_argument
@json_option
def partners_command(file: Path, table: Path, as_json: bool) -> int:
    """Add the partners of TABLE (.xlsx, .ods or .csv) to FILE, or update those already there.

    One row per offer, the partner repeated: name, type, level, in cluster, stage (0-5), skill, form, places, fit,
    cost, contact. Only the name and the type are required.

    \b
    type    firm vet university rto authority agency employment_service chamber
            social_partner civil_society dih cluster international funder
    level   local regional national eu abroad
    form    course dual_programme internship research micro_credential
            recruitment advice
    fit     yes no unknown

    \b
    Example:
      fastmap partners round.fastmap partners.xlsx
    """
    from fastmap.tasks.tables import take_partners

    with opened(file) as assessment:
        outcome = take_partners(assessment, table)
    return show_table_outcome(outcome, as_json=as_json)


@click.command("actions")
@file_argument
@table_argument
@json_option
def actions_command(file: Path, table: Path, as_json: bool) -> int:
    """Add the actions of TABLE (.xlsx, .ods or .csv) to FILE, or update those already there.

    Columns: title, reference (X1-X5, A1...F2 or blank), scope, complexity, timing, status, owner, partners, skills,
    start, end, budget, funding. In partners, skills and timing ";" separates several.

    \b
    scope        alone regional international
    complexity   low_medium high
    timing       ST MT LT
    status       idea planned running done stopped

    \b
    Example:
      fastmap actions round.fastmap actions.xlsx
    """
    from fastmap.tasks.tables import take_actions

    with opened(file) as assessment:
        outcome = take_actions(assessment, table)
    return show_table_outcome(outcome, as_json=as_json)
