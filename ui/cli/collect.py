"""Commands that collect: the member list, forms out, answers in."""

from __future__ import annotations

from pathlib import Path

import click

from fastmap.model.messages import message
from ui.cli.app import DONE, DONE_WITH_PROBLEMS
from ui.cli.output import progress_bar, say, show_json
from ui.cli.tables import show_table_outcome

FILE = click.Path(dir_okay=False, path_type=Path)
PATH = click.Path(path_type=Path)


@click.command("members", short_help="Add or update members from a spreadsheet.")
@click.argument("file", type=FILE)
@click.argument("table", type=PATH)
@click.option("--json", "as_json", is_flag=True, help="Print the outcome as JSON.")
def members_command(file: Path, table: Path, as_json: bool) -> int:
    """Add the members of TABLE (.xlsx, .ods or .csv) to FILE, or update those already there.

    One header row; columns are found by name: code, name, kind, headcount, activity, nuts, contact name,
    contact e-mail, language, status. Only the name is required.
    """
    from fastmap.assessment import Assessment
    from fastmap.tasks.tables import take_members

    with Assessment.open(file) as assessment:
        outcome = take_members(assessment, table)
    return show_table_outcome(outcome, as_json=as_json)


@click.command("forms", short_help="Write one Excel form per member.")
@click.argument("file", type=FILE)
@click.option("--out", required=True, type=PATH, metavar="DIR", help="Folder for the forms; made if missing.")
@click.option("--language", help="Language of the forms [default: each member's, else the assessment's].")
@click.option("--member", "members", multiple=True, metavar="CODE", help="Only this member; may be repeated.")
@click.option("--blank", is_flag=True, help="One form without a member's name, for handing out.")
def forms_command(file: Path, out: Path, language: str | None, members: tuple[str, ...], blank: bool) -> None:
    """Write the needs form of every member to a folder, filled in with what is already known.

    Members who were not asked yet are marked as asked. Beside the forms lies a table for a mail merge (.csv).
    """
    from exports.forms_sending import write_forms
    from fastmap.assessment import Assessment
    from fastmap.tasks.sending import form_contents, mark_asked

    with Assessment.open(file) as assessment, progress_bar() as progress:
        contents = form_contents(assessment, language=language, members=members, blank=blank)
        written = write_forms(contents, out, progress=progress)
        asked = mark_asked(assessment, contents)
    say(message("cli.forms_written", count=len(written), folder=str(out), asked=asked))


@click.command("import", short_help="Take returned forms, files or folders.")
@click.argument("file", type=FILE)
@click.argument("paths", type=PATH, nargs=-1, required=True)
@click.option("--dry-run", is_flag=True, help="Read and report everything, but change nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print the outcome as JSON.")
def import_command(file: Path, paths: tuple[Path, ...], dry_run: bool, as_json: bool) -> int:
    """Take returned forms into FILE: files, folders, any mix, under any name.

    Good answers are taken; what could not be read is listed with its sheet and cell, and the original answer is
    kept. Taking the same files again changes nothing.
    """
    from fastmap.assessment import Assessment
    from fastmap.tasks.importing import import_forms
    from ui.cli.outcomes import outcomes_as_json, show_outcomes

    with Assessment.open(file, read_only=dry_run) as assessment, progress_bar() as progress:
        outcomes = import_forms(assessment, paths, dry_run=dry_run, progress=progress)
    if as_json:
        show_json(outcomes_as_json(outcomes))
    else:
        show_outcomes(outcomes, dry_run=dry_run)
    return DONE_WITH_PROBLEMS if any(outcome.problems for outcome in outcomes) else DONE


@click.command("import-survey", short_help="Take the export of another survey tool.")
@click.argument("file", type=FILE)
@click.argument("table", type=PATH)
@click.option("--mapping", required=True, type=PATH, metavar="MAP.toml", help="Says which column holds what.")
@click.option("--dry-run", is_flag=True, help="Read and report everything, but change nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print the outcome as JSON.")
def import_survey_command(file: Path, table: Path, mapping: Path, dry_run: bool, as_json: bool) -> int:
    """Take TABLE, the export of another survey tool (.csv, .xlsx, .ods), into FILE, one answer per row.

    MAP.toml says which columns hold the skills, the language, the member and the figures; see
    docs/survey-mapping.md. Taking the same table again changes nothing.
    """
    from fastmap.assessment import Assessment
    from fastmap.tasks.importing import import_survey
    from ui.cli.outcomes import show_survey

    with Assessment.open(file, read_only=dry_run) as assessment, progress_bar() as progress:
        outcome = import_survey(assessment, table, mapping, dry_run=dry_run, progress=progress)
    show_survey(outcome, dry_run=dry_run, as_json=as_json)
    return DONE_WITH_PROBLEMS if outcome.problems else DONE
