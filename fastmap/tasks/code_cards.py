"""Code cards to print for a workshop: which member gets which code, in which language. They go to each firm, never into a pack."""

from __future__ import annotations

from collections.abc import Iterable

from fastmap.assessment import Assessment
from fastmap.catalogue.texts import form_languages
from fastmap.errors import FastmapError
from fastmap.intake.member_cards import CodeCard, CodeCards, card_code, printed, room_address
from fastmap.tasks.sending import chosen_members, form_language_of


def code_cards(
    assessment: Assessment, *, members: Iterable[str] = (), language: str | None = None, address: str | None = None
) -> CodeCards:
    """Return the cards of the ``members`` named by code, or of all, in the order of the list.

    Each is in ``language``, else in the member's own, else in the assessment's. The codes stay the same until
    `Assessment.renew_cards` makes others. Raises `FastmapError` ``language_not_shipped``, ``room_address_unclear``, ``member_unknown`` or ``no_members``.
    """
    where = None if address is None else room_address(address)
    if address is not None and where is None:
        raise FastmapError("room_address_unclear", found=address)
    if language is not None and language not in form_languages():
        raise FastmapError("language_not_shipped", found=language, known=", ".join(form_languages()))
    snapshot = assessment.snapshot()
    chosen = chosen_members(snapshot, tuple(members))
    secret = assessment.card_secret()
    cards = tuple(
        CodeCard(
            member=member.name or member.code,
            code=printed(card_code(secret, member.code)),
            language=form_language_of(member, snapshot, language),
        )
        for member in chosen
    )
    return CodeCards(cluster=snapshot.cluster.name, cards=cards, address=where)
