"""Commands that collect: the member list, forms out, answers in."""

from __future__ import annotations

from pathlib import Path

import click

from fastmap.model.messages import message
from ui.cli.app import DONE, DONE_WITH_PROBLEMS
from ui.cli.opening import opened
from ui.cli.output import progress_bar, say, screen_texts
from ui.cli.parameters import PATH, dry_run_option, file_argument, json_option, table_argument
from ui.cli.tables import show_table_outcome


@click.command("members")
@file_argument
@table_argument
@json_option
def members_command(file: Path, table: Path, as_json: bool) -> int:
    """Add the members of TABLE (.xlsx, .ods or .csv) to FILE, or update those already there.

    One header row; columns are found by name, in any order and in any shipped language: code, name, kind,
    headcount, activity, nuts, contact name, contact e-mail, consent basis, consent date, consent expires, language,
    status, registration number, sme, sme basis. Only the name is required. Consent is that of the contact person; its dates are
    written like 2026-11-30. The last three go into the confidential annex for audit and nowhere else.

    \b
    kind     micro small medium large start_up rto vet university public other
    status   not_asked asked reminded answered refused
    sme      yes no unknown

    \b
    Example:
      fastmap members round.fastmap members.xlsx
    """
    from fastmap.tasks.tables import take_members

    with opened(file) as assessment:
        outcome = take_members(assessment, table)
    return show_table_outcome(outcome, as_json=as_json)


@click.command("forms")
@file_argument
@click.option("--out", required=True, type=PATH, metavar="DIR", help="Folder for the forms; made if missing.")
@click.option(
    "--language", metavar="LANG", help="de, en, es, fr, hu, it, ro [default: each member's, else the assessment's]."
)
@click.option("--member", "members", multiple=True, metavar="CODE", help="Only this member; may be repeated.")
@click.option("--blank", is_flag=True, help="One form without a member's name, for handing out.")
@click.option(
    "--previous",
    type=PATH,
    metavar="LAST.fastmap",
    help="Fill in what members said in the round before; lines left as they are do not count.",
)
@click.option(
    "--other-cluster", is_flag=True, help="Take the round before also where it seems to be another cluster's."
)
@click.option("--paper", is_flag=True, help="Beside each form, a PDF to print and fill in by hand.")
def forms_command(
    file: Path,
    out: Path,
    language: str | None,
    members: tuple[str, ...],
    blank: bool,
    previous: Path | None,
    other_cluster: bool,
    paper: bool,
) -> None:
    """Write the needs form of every member to a folder, filled in with what is already known.

    Members who were not asked yet are marked as asked. Beside the forms lies a table for a mail merge (.csv).
    Empty forms of the same name are replaced. If one of them may hold answers, nothing is written.

    \b
    Examples:
      fastmap forms round.fastmap --out forms/
      fastmap forms round.fastmap --out forms/ --member M003 --member M007
      fastmap forms round.fastmap --out handouts/ --blank --language es --paper
      fastmap forms round2.fastmap --out forms/ --previous round1.fastmap
    """
    from exports.forms_sending import write_forms
    from fastmap.tasks.previous_round import previous_round
    from fastmap.tasks.sending import form_contents, mark_asked

    if blank and members:
        raise click.UsageError(screen_texts().term("cli.usage_reason.blank_or_member"), click.get_current_context())
    if blank and previous is not None:
        raise click.UsageError(screen_texts().term("cli.usage_reason.blank_or_previous"), click.get_current_context())
    with opened(file, read_only=blank) as assessment, progress_bar() as progress:
        earlier = previous_round(previous, assessment, other_cluster=other_cluster) if previous is not None else None
        contents = form_contents(assessment, language=language, members=members, blank=blank, previous=earlier)
        written = write_forms(contents, out, paper=paper, progress=progress)
        asked = mark_asked(assessment, contents, previous=earlier)
    if blank:
        say(message("cli.written", file=str(written[0])))
    else:
        say(message("cli.forms_written", count=len(written), folder=str(out), asked=asked))
    if earlier is not None:
        filled = sum(bool(content.earlier) for content in contents)
        say(message("cli.forms_prefilled", count=filled, file=earlier.file, not_found=earlier.not_found))


@click.command("import")
@file_argument
@click.argument("paths", type=PATH, nargs=-1, required=True)
@dry_run_option
@json_option
def import_command(file: Path, paths: tuple[Path, ...], dry_run: bool, as_json: bool) -> int:
    """Take returned forms into FILE: files, folders, any mix, under any name.

    Good answers are taken; what could not be read is listed with its sheet and cell, and the original answer is
    kept. Taking the same files again changes nothing.

    \b
    Examples:
      fastmap import round.fastmap returned/
      fastmap import round.fastmap returned/ late/answer.xlsx --dry-run
    """
    from fastmap.tasks.importing import import_forms
    from ui.cli.outcomes import show_outcomes

    with opened(file, read_only=dry_run) as assessment, progress_bar() as progress:
        outcomes = import_forms(assessment, paths, dry_run=dry_run, progress=progress)
    show_outcomes(outcomes, dry_run=dry_run, as_json=as_json)
    return DONE_WITH_PROBLEMS if any(outcome.problems for outcome in outcomes) else DONE


@click.command("import-survey")
@file_argument
@table_argument
@click.option("--mapping", required=True, type=PATH, metavar="MAP.toml", help="Says which column holds what.")
@dry_run_option
@json_option
def import_survey_command(file: Path, table: Path, mapping: Path, dry_run: bool, as_json: bool) -> int:
    """Take TABLE, the export of another survey tool (.csv, .xlsx, .ods), into FILE, one answer per row.

    MAP.toml says which columns hold the skills, the language, the member and the figures; docs/survey-mapping.md
    explains every entry. Taking the same table again changes nothing.

    \b
    Smallest MAP.toml:
      [survey]
      name = "Skills survey 2026"
      language = "en"
      [respondent]
      anonymous = true
      [[skills]]
      column = "Which skills do you lack?"
      split = ["newline", "semicolon", "comma"]

    \b
    Example:
      fastmap import-survey round.fastmap export.csv --mapping map.toml --dry-run
    """
    from fastmap.tasks.importing import import_survey
    from ui.cli.outcomes import show_survey

    with opened(file, read_only=dry_run) as assessment, progress_bar() as progress:
        outcome = import_survey(assessment, table, mapping, dry_run=dry_run, progress=progress)
    show_survey(outcome, dry_run=dry_run, as_json=as_json)
    return DONE_WITH_PROBLEMS if outcome.problems else DONE
