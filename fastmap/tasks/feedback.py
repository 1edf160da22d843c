"""Giving members their feedback sheet: who gets one, in which language, and to which address it goes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from fastmap.catalogue.definitions import Catalogue
from fastmap.catalogue.texts import form_languages
from fastmap.errors import FastmapError
from fastmap.model.organisations import Contact, Member
from fastmap.model.results import Results
from fastmap.model.snapshot import Snapshot
from fastmap.report.feedback import Feedback, FeedbackSheets
from fastmap.tasks.sending import chosen_members, form_language_of, kept_until


def feedback_of(
    results: Results,
    catalogue: Catalogue,
    contacts: Iterable[Contact],
    *,
    made_on: date,
    members: Iterable[str] = (),
    language: str | None = None,
) -> tuple[Feedback, ...]:
    """Return the sheets of the ``members`` named by code, or of all that answered, in the order of the list.

    Each is in ``language``, else in the member's own, else in the assessment's. Raises `FastmapError`
    ``language_not_shipped``, ``member_unknown``, ``feedback_not_answered`` (naming who was asked for and did not
    answer) or ``feedback_nobody``.
    """
    if language is not None and language not in form_languages():
        raise FastmapError("language_not_shipped", found=language, known=", ".join(form_languages()))
    snapshot = results.snapshot
    sheets = FeedbackSheets(results, catalogue, made_on=made_on, keep_until=kept_until(snapshot))
    by_code = {contact.member: contact for contact in contacts}
    found = []
    for member in _chosen(snapshot, sheets.answering, tuple(members)):
        contact = by_code.get(member.code)
        found.append(
            Feedback(
                content=sheets.sheet(member, form_language_of(member, snapshot, language)),
                contact=contact.name if contact else None,
                email=contact.email if contact else None,
            )
        )
    return tuple(found)


def _chosen(snapshot: Snapshot, answering: tuple[Member, ...], codes: tuple[str, ...]) -> tuple[Member, ...]:
    """Return who gets a sheet; somebody asked for by name who did not answer is an error, not left out."""
    wanted = chosen_members(snapshot, codes)
    if not answering:
        raise FastmapError("feedback_nobody")
    silent = tuple(member.name or member.code for member in wanted if member not in answering)
    if codes and silent:
        raise FastmapError("feedback_not_answered", names=silent, count=len(silent))
    return wanted if codes else answering
