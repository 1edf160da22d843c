"""Code cards as a PDF: ten on an A4 sheet, with marks to cut along, each in its firm's language.

Tagged for screen readers (PDF/UA-1) as the report is. What came from outside reaches Typst as data, never as part of the
template.
"""

from __future__ import annotations

import io
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any, Final

import segno

from exports.form_pdf import FORM_COLOURS, fitting, form_folder
from exports.palette import tokens
from exports.plain import one_line
from exports.typesetting import STANDARDS, typeset
from fastmap.catalogue.texts import load_texts

if TYPE_CHECKING:
    from fastmap.intake.member_cards import CodeCard, CodeCards

CARDS_A_PAGE: Final = 10
MADE_BY: Final = "fastmap-cards"
_LONG_NAME: Final = 34
"""Longer names are set smaller: two lines fit."""


def cards_pdf(cards: CodeCards, *, made_on: date) -> bytes:
    """Return the sheets: the same bytes for the same cards and day."""
    moment = datetime.combine(made_on, time(), tzinfo=UTC)
    with form_folder() as root:
        if cards.address is not None:
            (root / "qr.svg").write_bytes(_qr(f"http://{cards.address}"))
        output = {"format": "pdf", "pdf_standards": list(STANDARDS), "timestamp": moment}
        made = typeset(root, "cards.typ", _values(cards), **output)
    if not isinstance(made, bytes):
        raise TypeError("Typst gave no PDF")
    return made


def _qr(link: str) -> bytes:
    drawn = io.BytesIO()
    segno.make(link, error="m", micro=False).save(drawn, kind="svg", border=0, scale=4, xmldecl=False)
    return drawn.getvalue()


def _values(cards: CodeCards) -> dict[str, Any]:
    palette = tokens()
    made = [_card(card, cards) for card in cards.cards]
    first = load_texts(cards.cards[0].language)
    return {
        "language": first.locale.language,
        "document": one_line(f"{first.get('cards.title')} – {cards.cluster}"),
        "keyword": MADE_BY,
        "colours": {key: getattr(palette, key) for key in FORM_COLOURS},
        "cluster": fitting(cards.cluster),
        "address": cards.address,
        "pages": [made[at : at + CARDS_A_PAGE] for at in range(0, len(made), CARDS_A_PAGE)],
    }


def _card(card: CodeCard, cards: CodeCards) -> dict[str, Any]:
    say = load_texts(card.language).get
    name = fitting(card.member)
    return {
        "language": card.language,
        "name": name,
        "is_long": len(name) > _LONG_NAME,
        "head": say("cards.code"),
        "code": card.code,
        "way": say("cards.scan") if cards.address is not None else say("cards.type"),
        "qr": say("cards.qr", address=cards.address or ""),
        "keep": say("cards.keep"),
    }
