"""The command that prints code cards for a workshop."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from fastmap.errors import FastmapError
from fastmap.model.messages import message
from ui.cli.app import DONE, NOTHING_DONE
from ui.cli.opening import opened
from ui.cli.output import say, show
from ui.cli.parameters import PATH, file_argument

if TYPE_CHECKING:
    from fastmap.intake.member_cards import CodeCards


@click.command("cards")
@file_argument
@click.option("--out", required=True, type=PATH, metavar="CARDS.pdf", help="The PDF to write.")
@click.option("--member", "members", multiple=True, metavar="CODE", help="Only this member; may be repeated.")
@click.option(
    "--language", metavar="LANG", help="de, en, es, fr, hu, it, ro [default: each member's, else the assessment's]."
)
@click.option(
    "--address",
    metavar="ADDRESS",
    help="Of the room, if it is open: as the window shows it. It is another one each day, so such cards are good only on that day.",
)
def cards_command(file: Path, out: Path, members: tuple[str, ...], language: str | None, address: str | None) -> None:
    """Write a code card for each member: a PDF with ten on an A4 sheet, to cut apart.

    With the code of its card a phone answers for the firm, and its answer counts at once. A card's code stays the same
    until fastmap new-cards makes others. Give each card to its firm only; no pack ever holds them. The window may have FILE open
    meanwhile. Without --address the cards are good on any day, with a line for the address.

    \b
    Examples:
      fastmap cards round.fastmap --out cards.pdf
      fastmap cards round.fastmap --out cards.pdf --member M003 --member M007
    """
    from datetime import datetime

    from exports.cards_pdf import cards_pdf
    from exports.saving import check_together, save_bytes

    check_together((out,), assessment=file)
    cards = _cards_of(file, members, language, address)
    save_bytes(out, cards_pdf(cards, made_on=datetime.now().astimezone().date()))
    show(str(out))
    say(message("cli.cards_written", count=len(cards.cards), file=out.name))
    if cards.address is not None:
        say(message("cli.cards_for_today"))


def _cards_of(file: Path, members: tuple[str, ...], language: str | None, address: str | None) -> CodeCards:
    """Read the cards, also beside a window; only a file that never had any is written, since its secret is made then."""
    from fastmap.tasks.code_cards import code_cards

    with opened(file, read_only=True) as assessment:
        if assessment.has_card_secret:
            return code_cards(assessment, members=members, language=language, address=address)
        if assessment.is_beside:
            raise FastmapError("card_secret_missing", file=file.name)
    with opened(file) as assessment:
        return code_cards(assessment, members=members, language=language, address=address)


@click.command("new-cards")
@file_argument
@click.option("--yes", is_flag=True, help="Really do it. Without it, what would happen is only said.")
def new_cards_command(file: Path, yes: bool) -> int:
    """Make all code cards of FILE void: those written from now on have other codes.

    For cards that were lost, or a copy of FILE that went to somebody who must not answer for the firms: whoever has a copy
    can work out the codes in it. Undo does not bring the old codes back; the history says when they were replaced.
    Copies and backups from before keep the old codes for themselves. Without --yes nothing is done (exit status 2).

    \b
    Example:
      fastmap new-cards round.fastmap --yes && fastmap cards round.fastmap --out cards.pdf
    """
    with opened(file) as assessment:
        if not yes:
            say(message("cli.new_cards_not_yet", file=file.name))
            return NOTHING_DONE
        assessment.renew_cards()
    say(message("cli.new_cards_made", file=file.name))
    return DONE
