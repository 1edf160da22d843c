"""What one demand sheet says, and with it the offer form: which skills are asked for, and figures that name no firm."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from fastmap.model.choices import NeedLevel
from fastmap.model.ids import LanguageCode, SkillUri
from fastmap.model.organisations import Offer, Partner


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedSkill:
    """One skill that firms ask for. A figure is ``None`` if nobody gave it or too few did."""

    uri: SkillUri
    labels: Mapping[LanguageCode, str]
    short_now: int | None = None
    short_12m: int | None = None
    joint_people: int | None = None
    """People that firms would release for joint training: the seats asked for."""
    levels: tuple[NeedLevel, ...] = ()
    """Levels that enough firms asked for, most named first."""
    on_record: Offer | None = None
    """What is recorded as this partner's offer for it, to be confirmed or corrected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DemandContent:
    """A demand sheet for one partner."""

    assessment_id: str
    cluster: str
    round_label: str
    language: LanguageCode
    """Language the sheet is written in; it should be the language of the texts given beside it."""
    partner: Partner
    skills: tuple[AskedSkill, ...]
    answered: int | None
    """Members that answered; ``None`` if that would tell about too few."""
    least_members: int
    """No figure rests on fewer."""
    made_on: date
    reply_by: date
