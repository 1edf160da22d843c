"""The command that writes the questionnaire for other survey tools."""

from __future__ import annotations

from pathlib import Path

import click

from fastmap.model.messages import message
from ui.cli.opening import opened
from ui.cli.output import say, screen_texts
from ui.cli.parameters import PATH, file_argument


@click.command("questionnaire")
@file_argument
@click.option("--limesurvey", type=PATH, metavar="X.txt", help="Survey structure that LimeSurvey imports (.txt).")
@click.option("--kobo", type=PATH, metavar="X.xlsx", help="XLSForm for Kobo, ODK or Enketo (.xlsx).")
@click.option(
    "--language", "languages", multiple=True, metavar="LANG", help="May be repeated [default: all there are]."
)
def questionnaire_command(file: Path, limesurvey: Path | None, kobo: Path | None, languages: tuple[str, ...]) -> None:
    """Write the questions of the needs form for a cluster that has a survey tool of its own.

    The answers come back with import-survey or the window's assistant, which know the codes of the questions. The
    first language is the one the questionnaire opens in. FILE is not changed.

    \b
    Example:
      fastmap questionnaire round.fastmap --limesurvey needs.txt --kobo needs.xlsx --language es --language en
    """
    from exports.questionnaire_kobo import write_kobo
    from exports.questionnaire_limesurvey import SUFFIX, write_limesurvey
    from exports.saving import check_together
    from fastmap.tasks.sending import questionnaire_contents

    targets = [path for path in (limesurvey, kobo) if path is not None]
    if not targets:
        raise click.UsageError(screen_texts().term("cli.usage_reason.no_questionnaire"), click.get_current_context())
    if limesurvey is not None and limesurvey.suffix.lower() != SUFFIX:
        raise click.UsageError(screen_texts().term("cli.usage_reason.limesurvey_suffix"), click.get_current_context())
    with opened(file, read_only=True) as assessment:
        contents = questionnaire_contents(assessment, languages)
    check_together(targets, assessment=file)
    if limesurvey is not None:
        write_limesurvey(limesurvey, contents)
        say(message("cli.written", file=str(limesurvey)))
    if kobo is not None:
        write_kobo(kobo, contents)
        say(message("cli.written", file=str(kobo)))
