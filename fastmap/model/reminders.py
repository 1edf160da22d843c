"""Reminders to members who were asked and sent nothing."""

from __future__ import annotations

from dataclasses import dataclass

from fastmap.model.ids import LanguageCode, MemberCode


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """A mail to one member, ready to be sent by hand or by a mail merge."""

    code: MemberCode
    organisation: str
    contact: str
    """"" where no person is recorded; so with the address."""
    email: str
    language: LanguageCode
    subject: str
    text: str
    is_overdue: bool
