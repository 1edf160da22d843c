"""Reminding those who were asked and sent nothing: whom to write to, where, and what, in the member's own language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from fastmap.catalogue.texts import load_texts
from fastmap.model.ids import LanguageCode, MemberCode
from fastmap.model.organisations import Contact, Member
from fastmap.model.reminders import Reminder
from fastmap.model.snapshot import Snapshot
from fastmap.tasks.membership import standings
from fastmap.tasks.sending import form_language_of


def reminders(
    snapshot: Snapshot, contacts: Mapping[MemberCode, Contact], today: date, *, language: LanguageCode | None = None
) -> tuple[Reminder, ...]:
    """Return a reminder for each member to be called, by code. Without ``language`` each in the member's own."""
    where = standings(snapshot, today)
    return tuple(
        _reminder(
            member,
            contacts.get(member.code) or Contact(member=member.code),
            snapshot,
            form_language_of(member, snapshot, language),
            is_overdue=where[member.code].is_overdue,
        )
        for member in snapshot.members
        if where[member.code].to_call
    )


def _reminder(
    member: Member, contact: Contact, snapshot: Snapshot, language: LanguageCode, *, is_overdue: bool
) -> Reminder:
    texts = load_texts(language)
    cluster, end = snapshot.cluster.name, snapshot.info.round_end
    key = "mail.reminder.text" if end is None else "mail.reminder.text_late" if is_overdue else "mail.reminder.text_by"
    said = texts.get(key, cluster=cluster, organisation=member.name, date=end)
    greeting = f"{texts.get('mail.greeting', name=contact.name)} " if contact.name else ""
    return Reminder(
        code=member.code,
        organisation=member.name,
        contact=contact.name or "",
        email=contact.email or "",
        language=language,
        subject=texts.get("mail.reminder.subject", organisation=member.name),
        text=f"{greeting}{said}",
        is_overdue=is_overdue,
    )
