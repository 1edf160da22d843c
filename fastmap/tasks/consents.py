"""Consents of contact persons that somebody should see to: expired, about to expire, or never recorded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from fastmap.model.ids import MemberCode
from fastmap.model.organisations import Contact
from fastmap.model.snapshot import Snapshot

SOON_DAYS = 30


class ConsentState(StrEnum):
    """Why a consent is due; text ``consent_due.<value>``."""

    EXPIRED = "expired"
    EXPIRING = "expiring"
    NOT_RECORDED = "not_recorded"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentDue:
    """A contact person whose consent is due. Personal data."""

    code: MemberCode
    organisation: str
    contact: str
    email: str
    state: ConsentState
    basis: str | None
    given: date | None
    expires: date | None


def consents_due(snapshot: Snapshot, contacts: Iterable[Contact], today: date) -> tuple[ConsentDue, ...]:
    """Return whose consent is due: the expired ones first, by day; then what ends within 30 days; then the unrecorded."""
    names = {member.code: member.name for member in snapshot.members}
    due = [
        ConsentDue(
            code=contact.member,
            organisation=names.get(contact.member, ""),
            contact=contact.name or "",
            email=contact.email or "",
            state=state,
            basis=contact.consent_basis,
            given=contact.consent_date,
            expires=contact.consent_expires,
        )
        for contact in contacts
        if (state := state_of(contact, today)) is not None
    ]
    order = list(ConsentState)
    return tuple(sorted(due, key=lambda one: (order.index(one.state), one.expires or date.max, one.code)))


def state_of(contact: Contact, today: date) -> ConsentState | None:
    """Return why a consent is due, or ``None`` where it holds. It holds on the day it expires."""
    if not contact.name and not contact.email:
        return None
    if contact.consent_expires is not None:
        if contact.consent_expires < today:
            return ConsentState.EXPIRED
        if contact.consent_expires <= today + timedelta(days=SOON_DAYS):
            return ConsentState.EXPIRING
    if contact.consent_date is None and not contact.consent_basis:
        return ConsentState.NOT_RECORDED
    return None
