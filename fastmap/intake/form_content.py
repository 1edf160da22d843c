"""What one needs form says before anybody fills it in: who it is for and what is already known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fastmap.model.choices import NeedLevel
from fastmap.model.ids import LanguageCode
from fastmap.model.organisations import Member


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierNeed:
    """What a member said in the last round about one skill; its figures are asked anew."""

    skill_text: str
    job: str | None = None
    level: NeedLevel | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FormContent:
    """Who a form is for and what is already known. ``member=None`` makes a blank form."""

    assessment_id: str
    """Goes into the form as ``form_id``, so that an import knows where it belongs."""
    title: str
    cluster: str
    language: LanguageCode
    """Language the form is written in; it should be the language of the texts given beside it."""
    member: Member | None = None
    contact: str | None = None
    """Name of the contact person, shown once and never read back."""
    email: str | None = None
    """Address of the contact person, for the mail-merge table only; never written into the form."""
    return_by: date | None = None
    keep_until: date | None = None
    """Day after which the form is deleted; without one it says "until this round is evaluated"."""
    feedback_by: date | None = None
    """Last day on which the member gets its sheet; without one it says "once results are out"."""
    earlier: tuple[EarlierNeed, ...] = ()
    """The member's needs of the last round, in the order of that form; they are shown as such."""
    suggestions: tuple[str, ...] = ()
    """Skill labels offered in a list; any other text may be typed as well."""
