"""Whether a member is a small or medium-sized enterprise, and what that rests on.

The EU definition (Commission Recommendation 2003/361/EC) asks for fewer than 250 people *and* for turnover or balance
sheet, linked firms included. A file holds the number of people at best, so whatever is worked out here says so; what a
person decided leads.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from fastmap.model.choices import FIRM_KINDS, SME_KINDS, MemberKind, SmeStatus
from fastmap.model.organisations import Member, Registration

SME_BELOW_PEOPLE: Final = 250
"""Recommendation 2003/361/EC, annex, article 2 (1): fewer than 250 persons."""


class SmeBasis(StrEnum):
    """What a finding rests on; text ``sme_basis.<value>``."""

    RECORDED = "recorded"
    HEADCOUNT = "headcount"
    SIZE_CLASS = "size_class"
    NOT_A_FIRM = "not_a_firm"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class SmeFinding:
    """One member's status with its basis."""

    status: SmeStatus
    basis: SmeBasis


def sme_of(member: Member, registration: Registration | None = None) -> SmeFinding:
    """Return what is known about a member: a person's decision, else people, else the size class recorded.

    >>> from fastmap.model.ids import MemberCode
    >>> firm = Member(code=MemberCode("M001"), name="Firm", kind=MemberKind.MEDIUM, headcount=249)
    >>> str(sme_of(firm).status), str(sme_of(firm).basis)
    ('yes', 'headcount')
    """
    if registration is not None and registration.sme is not None:
        return SmeFinding(status=registration.sme, basis=SmeBasis.RECORDED)
    if member.kind is not None and member.kind not in FIRM_KINDS:
        return SmeFinding(status=SmeStatus.UNKNOWN, basis=SmeBasis.NOT_A_FIRM)
    if member.headcount is not None:
        return SmeFinding(status=_status(is_sme=member.headcount < SME_BELOW_PEOPLE), basis=SmeBasis.HEADCOUNT)
    # "Start-up" says how old a firm is, not how large.
    if member.kind is None or member.kind is MemberKind.START_UP:
        return SmeFinding(status=SmeStatus.UNKNOWN, basis=SmeBasis.NOTHING)
    return SmeFinding(status=_status(is_sme=member.kind in SME_KINDS), basis=SmeBasis.SIZE_CLASS)


def _status(*, is_sme: bool) -> SmeStatus:
    return SmeStatus.YES if is_sme else SmeStatus.NO
