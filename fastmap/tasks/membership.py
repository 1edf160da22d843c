"""The member list as people see it: who was asked, answered, must be called, and what a pasted list would change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from fastmap.analysis.quality import UNKNOWN_STRATUM
from fastmap.intake.table_members import MembersOutcome
from fastmap.model.choices import FIRM_KINDS, MemberStatus, ResponseState
from fastmap.model.ids import MemberCode
from fastmap.model.normalise import text_key
from fastmap.model.organisations import Contact, Member, Registration
from fastmap.model.results import Quality, Stratum
from fastmap.model.snapshot import Snapshot

MEMBER_FIELDS: Final = ("name", "kind", "headcount", "activity", "nuts", "language", "status")
CONTACT_FIELDS: Final = {
    "contact_name": "name",
    "contact_email": "email",
    "consent_basis": "consent_basis",
    "consent_date": "consent_date",
    "consent_expires": "consent_expires",
}
"""Column key → field of `Contact`."""
REGISTRATION_FIELDS: Final = ("registration_number", "sme", "sme_basis")
OTHERS: Final = "others"
"""Key of what `answers_by_size` and `answers_by_activity` take together."""
MOST_ACTIVITIES: Final = 6
"""Bars that can still be compared at a glance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where one member stands in the round (decision record 0051)."""

    asked: bool
    """Any status but *not asked*, or an answer."""
    answered: bool
    """An accepted response is there."""
    to_call: bool
    """Asked or reminded, and sent nothing."""
    is_overdue: bool
    """To be called, and the day by which answers were wanted (the round's end) has passed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberChange:
    """What a list would add or change about one member."""

    code: MemberCode
    name: str
    is_new: bool
    fields: tuple[tuple[str, object, object], ...]
    """(column key, value before, value after), in the order of the columns."""


def standings(snapshot: Snapshot, today: date | None = None) -> Mapping[MemberCode, Standing]:
    """Return where each member stands; agrees with the results' `Quality`. Without ``today`` nobody is overdue."""
    end = snapshot.info.round_end
    is_late = today is not None and end is not None and today > end
    answered, waiting = set(), set()
    for response in snapshot.responses:
        if response.state is ResponseState.ACCEPTED:
            answered.add(response.member)
        elif response.state in (ResponseState.NEW, ResponseState.TO_CHECK):
            waiting.add(response.member)
    to_call = {
        member.code
        for member in snapshot.members
        if member.status in (MemberStatus.ASKED, MemberStatus.REMINDED)
        and member.code not in answered
        and member.code not in waiting
    }
    return {
        member.code: Standing(
            asked=member.status is not MemberStatus.NOT_ASKED or member.code in answered,
            answered=member.code in answered,
            to_call=member.code in to_call,
            is_overdue=is_late and member.code in to_call,
        )
        for member in snapshot.members
    }


def answers_by_size(quality: Quality) -> tuple[Stratum, ...]:
    """Return asked and answered by size of firm; whoever is no firm, or of unknown kind, is taken together as others."""
    firms = [stratum for stratum in quality.by_size if stratum.key in FIRM_KINDS]
    return (*firms, *_together([stratum for stratum in quality.by_size if stratum.key not in FIRM_KINDS]))


def answers_by_activity(quality: Quality, most: int = MOST_ACTIVITIES) -> tuple[Stratum, ...]:
    """Return asked and answered by activity, first where most answers are missing; beyond ``most`` taken together."""
    asked = [stratum for stratum in quality.by_activity if stratum.asked]
    asked.sort(key=lambda stratum: stratum.answered - stratum.asked)
    if len(asked) <= most:
        return tuple(asked)
    return (*asked[: most - 1], *_together(asked[most - 1 :]))


def overdue_by_size(snapshot: Snapshot, where: Mapping[MemberCode, Standing]) -> Mapping[str, int]:
    """Return how many members are overdue, by the keys of `answers_by_size`."""
    late = [member for member in snapshot.members if where[member.code].is_overdue]
    return Counter(str(member.kind) if member.kind in FIRM_KINDS else OTHERS for member in late)


def overdue_by_activity(
    snapshot: Snapshot, where: Mapping[MemberCode, Standing], strata: Iterable[Stratum]
) -> Mapping[str, int]:
    """Return how many members are overdue in each of ``strata``, which are those of `answers_by_activity`."""
    keys = {text_key(stratum.key): stratum.key for stratum in strata}
    late = [member for member in snapshot.members if where[member.code].is_overdue]
    return Counter(keys.get(text_key(member.activity or UNKNOWN_STRATUM), OTHERS) for member in late)


def _together(others: Sequence[Stratum]) -> Iterator[Stratum]:
    if not others:
        return
    yield Stratum(
        key=OTHERS,
        members=sum(stratum.members for stratum in others),
        asked=sum(stratum.asked for stratum in others),
        answered=sum(stratum.answered for stratum in others),
        headcount=_known_sum(stratum.headcount for stratum in others),
        headcount_answered=_known_sum(stratum.headcount_answered for stratum in others),
    )


def _known_sum(numbers: Iterable[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if known else None


def member_changes(
    outcome: MembersOutcome,
    members: Iterable[Member],
    contacts: Iterable[Contact],
    registrations: Iterable[Registration] = (),
) -> tuple[MemberChange, ...]:
    """Return what applying ``outcome`` would add and change; members and what belongs to them are those recorded."""
    known = {member.code: member for member in members}
    known_contacts = {contact.member: contact for contact in contacts}
    new = {member.code: member for member in outcome.members}
    new_contacts = {contact.member: contact for contact in outcome.contacts}
    known_numbers = {one.member: one for one in registrations}
    new_numbers = {one.member: one for one in outcome.registrations}
    changes = []
    for code in dict.fromkeys((*new, *new_contacts, *new_numbers)):
        member = new.get(code) or known[code]
        fields = (
            *_differences(known.get(code), new.get(code), {field: field for field in MEMBER_FIELDS}),
            *_differences(known_contacts.get(code), new_contacts.get(code), CONTACT_FIELDS),
            *_differences(
                known_numbers.get(code), new_numbers.get(code), {field: field for field in REGISTRATION_FIELDS}
            ),
        )
        changes.append(MemberChange(code=code, name=member.name, is_new=code not in known, fields=fields))
    return tuple(changes)


def _differences(
    before: object | None, after: object | None, fields: Mapping[str, str]
) -> Iterator[tuple[str, object, object]]:
    if after is None:
        return
    for key, field in fields.items():
        old, new = getattr(before, field, None), getattr(after, field)
        if old != new:
            yield key, old, new
