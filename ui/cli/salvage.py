"""The command that saves what is left of a damaged file."""

from __future__ import annotations

from pathlib import Path

import click

from ui.cli.app import DONE, DONE_WITH_PROBLEMS
from ui.cli.output import screen_texts, show
from ui.cli.parameters import PATH, file_argument


@click.command("salvage")
@file_argument
@click.argument("target", type=PATH, metavar="NEW")
def salvage_command(file: Path, target: Path) -> int:
    """Write everything that can still be read of the damaged FILE to NEW, and say what is there and what is lost.

    FILE is only read and keeps every byte; an existing NEW is never overwritten. What is broken in its table is taken
    from the history where that still knows it. Exit status 1: something is lost, or may be.

    \b
    Example:
      fastmap salvage round.fastmap "round salvaged.fastmap"
    """
    from fastmap.assessment import Assessment
    from fastmap.tasks.salvaging import account_of, names_in

    salvaged = Assessment.salvage(file, target)
    with Assessment.open(target, read_only=True) as new:
        names = names_in(new.snapshot())
    for sentence in account_of(salvaged, file, names, most=None):
        show(screen_texts().say(sentence))
    return DONE if salvaged.is_complete else DONE_WITH_PROBLEMS
