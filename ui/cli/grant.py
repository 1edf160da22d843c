"""The command for the facts of the grant and the logo on the cover."""

from __future__ import annotations

from pathlib import Path

import click

from fastmap.errors import FastmapError
from fastmap.model.messages import message
from ui.cli.opening import opened
from ui.cli.output import say, screen_texts
from ui.cli.parameters import PATH, file_argument


@click.command("grant")
@file_argument
@click.option("--funder", metavar="NAME", help="Who pays.")
@click.option("--call", metavar="TEXT", help="Call or programme, with its identifier.")
@click.option("--agreement", metavar="NUMBER", help="Number of the grant agreement.")
@click.option("--project", metavar="TEXT", help="Acronym or title of the project.")
@click.option("--from", "period_start", metavar="DAY", help="First day of the period, for example 2026-01-01.")
@click.option("--to", "period_end", metavar="DAY", help="Last day of the period.")
@click.option("--work-package", metavar="TEXT", help="Work package that the report belongs to.")
@click.option("--deliverable", metavar="TEXT", help="Deliverable that the report is.")
@click.option("--disclaimer", metavar="TEXT", help="The sentence that the funder asks for, word for word.")
@click.option("--logo", type=PATH, metavar="PICTURE", help="PNG or JPEG, 10 MB at most; not SVG.")
@click.option(
    "--logo-words", metavar="TEXT", default="", help="What the logo shows, in words [default: name of the cluster]."
)
@click.option("--no-logo", is_flag=True, help="Take the logo off.")
def grant_command(file: Path, *, logo: Path | None, logo_words: str, no_logo: bool, **facts: str | None) -> None:
    """Record in FILE what the cover of reports says about the grant, and its logo.

    Only what is named changes; "" takes a fact out again. The logo is scaled to 1200 pixels and kept as PNG, without
    anything else that its file said.

    \b
    Example:
      fastmap grant round.fastmap --call "Skills 2026" --agreement EX-2026-000417 \\
          --from 2026-01-01 --to 2027-12-31 --deliverable D2.1 --logo logo.png
    """
    from fastmap.tasks.grant import record

    typed = {name: text for name, text in facts.items() if text is not None}
    if logo is not None and no_logo:
        raise FastmapError("logo_and_none")
    if not typed and logo is None and not no_logo:
        raise FastmapError("grant_nothing_said")
    with opened(file) as assessment:
        changed = record(assessment, typed, logo=logo, alternative=logo_words, takes_logo_off=no_logo)
    if not changed:
        say(message("cli.grant.same", file=str(file)))
        return
    texts = screen_texts()
    told = [texts.term(f"cli.grant.fact.{name}") for name in facts if name in typed]
    if logo is not None:
        told.append(texts.get("cli.grant.logo.put", name=logo.name))
    if no_logo:
        told.append(texts.term("cli.grant.logo.removed"))
    say(message("cli.grant.recorded", file=str(file), facts=tuple(told)))
