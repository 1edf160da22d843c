"""Commands for what is around the cluster and what it does: partners with offers, actions."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from fastmap.model.messages import message
from ui.cli.opening import opened
from ui.cli.outcomes import demand_as_json
from ui.cli.output import progress_bar, say, show, show_json
from ui.cli.parameters import PATH, file_argument, json_option, table_argument
from ui.cli.tables import show_table_outcome


@click.command("partners")
@file_argument
@table_argument
@json_option
def partners_command(file: Path, table: Path, as_json: bool) -> int:
    """Add the partners of TABLE (.xlsx, .ods or .csv) to FILE, or update those already there.

    One row per offer, the partner repeated: name, type, level, in cluster, stage (0-5), skill, form, places, fit,
    cost, contact, governance (yes or no: a seat in a body of the cluster). Only the name and the type are required.

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


@click.command("demand")
@file_argument
@click.option("--out", required=True, type=PATH, metavar="DIR", help="Folder for the sheets; made if missing.")
@click.option("--partner", "partners", multiple=True, metavar="ID", help="Only this partner (P001 …); may be repeated.")
@click.option("--language", metavar="LANG", help="de, en, es, fr, hu, it, ro [default: the assessment's].")
@click.option(
    "--reply-by",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Until when you hope for answers [default: in four weeks].",
)
@json_option
def demand_command(
    file: Path, out: Path, partners: tuple[str, ...], language: str | None, reply_by: datetime | None, as_json: bool
) -> None:
    """Write what firms need to a folder, for each partner that may teach it: an Excel offer form and a PDF.

    A sheet names the skills that the partner offers and the first ones that nobody covers, with people short, seats
    asked for and levels. No figure rests on fewer members than the rules allow, and no member is named. The partner
    fills in the Excel form; `fastmap import` takes it back. Sheets with answers in them are never replaced.

    \b
    Examples:
      fastmap demand round.fastmap --out providers/
      fastmap demand round.fastmap --out providers/ --partner P003 --language de
    """
    from datetime import date

    from exports.demand_sending import write_demand
    from fastmap.catalogue.reading import load_catalogue
    from fastmap.pipeline import run
    from fastmap.tasks.asking_providers import demand_contents, without_sheet

    with opened(file, read_only=True) as assessment:
        snapshot = assessment.snapshot()
    catalogue = load_catalogue()
    with progress_bar() as progress:
        results = run(snapshot, catalogue, progress)
        contents = demand_contents(
            results,
            catalogue,
            today=date.today(),
            partners=partners,
            language=language,
            reply_by=reply_by.date() if reply_by is not None else None,
        )
        written = write_demand(contents, out, progress=progress)
    if as_json:
        show_json(demand_as_json(contents, written))
        return
    for workbook, print_ in written:
        show(str(workbook))
        show(str(print_))
    say(message("cli.demand_written", count=len(written), folder=str(out)))
    if left_out := without_sheet(snapshot, contents, partners):
        say(message("cli.demand_without", count=len(left_out), names=tuple(one.name for one in left_out)))


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
