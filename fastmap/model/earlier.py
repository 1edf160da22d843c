"""What a file keeps of the round before: enough to compare the same firms when the old file is gone, and no more.

No contact person, no respondent, no job title, no remark and no form: firms by code and name, their needs by skill, what
came out of them, and the actions. Made by `fastmap.tasks.earlier_round`, compared by `fastmap.analysis.comparison`
(decision record 0240).
"""

from __future__ import annotations

from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, field
from datetime import date

from fastmap.model.choices import ActionStatus, Consequence, Evidence, Verdict
from fastmap.model.ids import ActionId, LanguageCode, MemberCode, RefId, SkillUri


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedText:
    """A text under which a need was named, as decisions know it: it tells where the need went when skills are merged."""

    key: str
    """What `fastmap.model.meanings.key_of` gives."""
    language: LanguageCode


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundNeed:
    """One skill that a member needed. ``None``: the member did not say."""

    skill: SkillUri
    texts: tuple[NeedText, ...] = ()
    short_now: int | None = None
    """Persons."""
    short_12m: int | None = None
    consequence: Consequence | None = None
    """The worst that the member named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundMember:
    """One member of the round."""

    code: MemberCode
    name: str
    answered: bool = False
    needs: tuple[RoundNeed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundSkill:
    """What the round said of one skill or group, over everybody who answered."""

    uri: SkillUri
    labels: MappingOf[LanguageCode, str]
    is_group: bool
    users: int
    verdict: Verdict
    evidence: Evidence
    votes_s: int
    votes_m: int
    votes_u: int
    short_share: float | None = None
    """0–1: share of users who said how many, and are short of people."""
    hard_share: float | None = None
    """0–1: share of tried hires that were hard or failed."""
    sensitive: bool = False
    overridden: bool = False
    """The verdict was set by hand."""
    rank: int | None = None
    rank_low: int | None = None
    """Best end of the rank's interval when members are resampled."""
    rank_high: int | None = None
    is_open: bool = False
    """An anonymous edition of the round showed it."""
    open_rank: int | None = None
    """Rank and interval as an anonymous edition worked them out, from the figures it showed (decision record 0060)."""
    open_low: int | None = None
    open_high: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundAction:
    """An action as it stood at the end of the round."""

    id: ActionId
    title: str
    status: ActionStatus
    reference: RefId | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierRound:
    """The round before, frozen when it was taken into the file."""

    assessment: str
    """Id of the file it comes from (`AssessmentInfo.id`)."""
    file: str
    """That file's name, without its folder: folders tell whose computer it was."""
    cluster: str
    country: str
    round_label: str
    round_start: date | None = None
    round_end: date | None = None
    first_answer: date | None = None
    last_answer: date | None = None
    fictional: bool = False
    carried_over: bool = False
    """This file was begun from that one: codes of members and ids of actions mean the same."""
    is_other_cluster: bool = False
    """It seems to be another cluster's, and a person took it all the same."""
    catalogue: str
    """Id, version and hash of the catalogue it was worked out with."""
    thresholds: MappingOf[str, float] = field(default_factory=dict)
    """What verdicts and ranks rest on besides answers, by name (`fastmap.analysis.comparison.thresholds_of`)."""
    asked: int
    answered: int
    response_rate: float | None = None
    members: tuple[RoundMember, ...] = ()
    """By code."""
    skills: tuple[RoundSkill, ...] = ()
    """Skills and groups, by URI."""
    actions: tuple[RoundAction, ...] = ()
    """By id."""

    @property
    def ended(self) -> date | None:
        """The day by which the round's answers were in, as far as known."""
        return self.last_answer or self.round_end or self.round_start
