"""The command of the team self-assessment: its two questionnaires."""

from __future__ import annotations

from pathlib import Path

import click

from fastmap.model.messages import message
from ui.cli.opening import opened
from ui.cli.output import say, show, show_json
from ui.cli.parameters import PATH, file_argument, json_option


@click.command("team-forms")
@file_argument
@click.option("--out", required=True, type=PATH, metavar="DIR", help="Folder for the questionnaires; made if missing.")
@click.option("--language", metavar="LANG", help="de, en, es, fr, hu, it, ro [default: the assessment's].")
@json_option
def team_forms_command(file: Path, out: Path, language: str | None, as_json: bool) -> None:
    """Write the two questionnaires of the team self-assessment to a folder: for the team, and for stakeholders.

    Everybody on one side gets the same blank file: nothing asks for a name. `fastmap import` takes the filled ones back,
    each as one respondent. Files with answers in them are never replaced.

    \b
    Examples:
      fastmap team-forms round.fastmap --out team/
      fastmap team-forms round.fastmap --out team/ --language hu
    """
    from exports.team_form import write_team_forms
    from fastmap.intake.team_content import team_form_contents
    from fastmap.tasks.team import form_language

    with opened(file, read_only=True) as assessment:
        snapshot = assessment.snapshot()
    contents = team_form_contents(snapshot, form_language(language, snapshot))
    written = write_team_forms(contents, out)
    if as_json:
        show_json(
            {
                "forms": [
                    {"side": content.side, "language": content.language, "excel": str(path)}
                    for content, path in zip(contents, written, strict=True)
                ]
            }
        )
        return
    for path in written:
        show(str(path))
    say(message("cli.team_forms_written", count=len(written), folder=str(out)))
