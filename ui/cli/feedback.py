"""The command that gives members their feedback sheet."""

from __future__ import annotations

from pathlib import Path

import click

from fastmap.model.messages import message
from ui.cli.opening import note_handed_out, opened
from ui.cli.output import progress_bar, say, show
from ui.cli.parameters import PATH, file_argument


@click.command("feedback")
@file_argument
@click.option("--out", required=True, type=PATH, metavar="DIR", help="Folder for the sheets; made if missing.")
@click.option("--member", "members", multiple=True, metavar="CODE", help="Only this member; may be repeated.")
@click.option(
    "--language", metavar="LANG", help="de, en, es, fr, hu, it, ro [default: each member's, else the assessment's]."
)
def feedback_command(file: Path, out: Path, members: tuple[str, ...], language: str | None) -> None:
    """Write a feedback sheet for each member that answered: a PDF to a folder, and a table for a mail merge (.csv).

    A sheet sets the firm's own answers beside the anonymous picture of the cluster, says who could help and what
    happens next. No figure rests on fewer other firms than the rules allow. Give each sheet to its firm only. Nothing
    that was recorded in FILE changes; that sheets were made of its answers is noted in it, as for anonymous editions.

    \b
    Examples:
      fastmap feedback round.fastmap --out feedback/
      fastmap feedback round.fastmap --out feedback/ --member M003 --language de
    """
    from datetime import datetime

    from exports.feedback_sending import write_feedback
    from fastmap.catalogue.reading import load_catalogue
    from fastmap.pipeline import run
    from fastmap.tasks.feedback import feedback_of
    from fastmap.tasks.handing_out import HandingOut

    today = datetime.now().astimezone().date()
    catalogue = load_catalogue()
    with opened(file, read_only=True) as assessment:
        snapshot, contacts = assessment.snapshot(), assessment.contacts()
        handing_out = HandingOut(snapshot=snapshot, catalogue=catalogue, made_on=today, is_anonymous=True)
        for warning in handing_out.warnings(assessment):
            say(warning)
    with progress_bar() as progress:
        results = run(snapshot, catalogue, progress)
        sheets = feedback_of(
            results,
            catalogue,
            contacts,
            made_on=today,
            members=members,
            language=language,
        )
        written = write_feedback(sheets, out, progress=progress)
    note_handed_out(handing_out, file)
    for path in written:
        show(str(path))
    say(message("cli.feedback_written", count=len(written), folder=str(out)))
