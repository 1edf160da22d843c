"""Commands about the assessment file itself: make one, make the sample, look inside, exercise durability."""

from __future__ import annotations

import itertools
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fastmap.model.messages import message
from ui.cli.opening import opened, tell_of_place
from ui.cli.output import say, screen_texts, show
from ui.cli.parameters import file_argument

if TYPE_CHECKING:
    from fastmap.assessment import CheckResult


@click.command("new")
@file_argument
@click.option("--name", required=True, help="Name of the cluster.")
@click.option("--country", required=True, metavar="CC", help="Country code, for example ES.")
@click.option("--nuts", metavar="CODE", help="NUTS code of the region, for example ES22.")
@click.option(
    "--sector",
    "sectors",
    multiple=True,
    metavar="KEY",
    help="S3 priority, for example manufacturing; up to three. An unknown key lists them all.",
)
@click.option(
    "--language", default="en", show_default=True, metavar="LANG", help="Working language: de, en, es, fr, hu, it, ro."
)
@click.option("--round", "round_label", metavar="LABEL", help="Name of the round [default: this year].")
def new_command(
    file: Path,
    name: str,
    country: str,
    nuts: str | None,
    sectors: tuple[str, ...],
    language: str,
    round_label: str | None,
) -> None:
    """Make FILE, a new and empty assessment. An existing file is never overwritten.

    \b
    Examples:
      fastmap new round.fastmap --name "My cluster" --country ES
      fastmap new ferrana.fastmap --name "Ferrana cluster" --country ES \\
          --nuts ES22 --sector manufacturing --sector energy --language es

    Next: fastmap members FILE TABLE
    """
    from fastmap.tasks.starting import start_assessment

    start_assessment(
        file, name=name, country=country, nuts=nuts, sectors=sectors, language=language, round_label=round_label
    )
    say(message("cli.made", file=str(file)))


@click.command("sample")
@file_argument
def sample_command(file: Path) -> None:
    """Write the sample assessment to FILE: one fictional cluster with 40 members and 25 answers.

    \b
    Example:
      fastmap sample sample.fastmap
      fastmap analyse sample.fastmap
      fastmap report sample.fastmap --excel sample.xlsx --pdf sample.pdf
    """
    from fastmap.tasks.sample import write_sample

    write_sample(file)
    say(message("cli.sample_made", file=str(file)))


@click.command("check")
@file_argument
def check_command(file: Path) -> None:
    """Test the whole of FILE and say its version, what it holds and which backups there are. Nothing is changed.

    A damaged file is refused with exit status 2; fastmap salvage saves what is left of one.

    \b
    Example:
      fastmap check round.fastmap
    """
    with opened(file, read_only=True) as assessment:
        found = assessment.check()
        tell_of_place(assessment, everything=True)
    _show_check(file, found)


def _show_check(file: Path, found: CheckResult) -> None:
    texts = screen_texts()
    show(texts.get("cli.check_head", file=str(file), schema=found.schema, cluster=found.cluster))
    if found.title != found.cluster:
        show(f"  {found.title}")
    if found.fictional:
        show(f"  {texts.term('cli.check_fictional')}")
    for name, count in found.counts.items():
        show(f"  {texts.term(f'cli.count.{name}')}: {texts.number(count)}")
    if not (os.access(found.path, os.W_OK) and os.access(found.path.parent, os.W_OK)):
        show(f"  {texts.term('cli.check_protected')}")
    if found.backups:
        show(f"  {texts.get('cli.check_backups', count=len(found.backups), newest=str(found.backups[-1]))}")
    else:
        show(f"  {texts.term('cli.check_no_backups')}")
    show(texts.term("cli.check_ok"))


@click.command("edit-loop")
@file_argument
@click.option("--list", "only_list", is_flag=True, help="Print HAVE n for each edit that FILE holds, and stop.")
def edit_loop_command(file: Path, only_list: bool) -> None:
    """Make one durable edit after another in FILE and print ACK n once each is saved, until stopped (Ctrl-C).

    FILE is made if there is none; n goes on from what FILE holds. For torture tests: stop it in any way, at any
    moment, and every acknowledged edit must still be there.

    \b
    Example:
      fastmap edit-loop test.fastmap           ACK 1, ACK 2, ...
      fastmap edit-loop test.fastmap --list    HAVE 1, HAVE 2, ...
    """
    from fastmap.tasks.starting import start_assessment

    if not file.exists() and not only_list:
        start_assessment(file, name="Edit loop", country="ES")
    with opened(file, read_only=only_list) as assessment:
        held = assessment.edits()
        if only_list:
            for number in held:
                show(f"HAVE {number}")
            return
        try:
            for number in itertools.count(max(held, default=0) + 1):
                assessment.record_edit(number)
                print(f"ACK {number}", flush=True)
        except KeyboardInterrupt:  # the way it is meant to end
            return
