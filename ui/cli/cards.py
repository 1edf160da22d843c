"""The command that prints code cards for a workshop."""

from __future__ import annotations

from pathlib import Path

import click

from fastmap.model.messages import message
from ui.cli.opening import opened
from ui.cli.output import say, show
from ui.cli.parameters import PATH, file_argument


@click.command("cards")
@file_argument
@click.option("--out", required=True, type=PATH, metavar="CARDS.pdf", help="The PDF to write.")
@click.option("--member", "members", multiple=True, metavar="CODE", help="Only this member; may be repeated.")
@click.option(
    "--language", metavar="LANG", help="de, en, es, fr, hu, it, ro [default: each member's, else the assessment's]."
)
@click.option("--address", metavar="ADDRESS", help="Of the room, if it is open already: as the window shows it.")
def cards_command(file: Path, out: Path, members: tuple[str, ...], language: str | None, address: str | None) -> None:
    """Write a code card for each member: a PDF with ten on an A4 sheet, to cut apart.

    With the code of its card a phone answers for the firm, and its answer counts at once. A card's code stays the same
    for as long as the file lives. Give each card to its firm only; no pack ever holds them.

    \b
    Examples:
      fastmap cards round.fastmap --out cards.pdf
      fastmap cards round.fastmap --out cards.pdf --member M003 --member M007
    """
    from datetime import datetime

    from exports.cards_pdf import cards_pdf
    from exports.saving import check_together, save_bytes
    from fastmap.tasks.code_cards import code_cards

    check_together((out,), assessment=file)
    with opened(file) as assessment:
        cards = code_cards(assessment, members=members, language=language, address=address)
    save_bytes(out, cards_pdf(cards, made_on=datetime.now().astimezone().date()))
    show(str(out))
    say(message("cli.cards_written", count=len(cards.cards), file=out.name))
