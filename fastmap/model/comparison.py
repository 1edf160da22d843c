"""This round beside the one before, as `fastmap.analysis.comparison` works it out.

Counts of members are ``None`` where an anonymous edition withholds them, and nowhere else. People and ranks are ``None``
also where nobody told them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from fastmap.model.choices import ActionStatus, Consequence, Evidence, Verdict
from fastmap.model.ids import ActionId, LanguageCode, MemberCode, RefId, SkillUri
from fastmap.model.messages import Message


class NeedChange(StrEnum):
    """What became of one firm's need for one skill since the round before; the firm answered both."""

    MET = "met"
    """Still named, and nobody is short. Whether it was met is for the firm to say."""
    UNNAMED = "unnamed"
    """Named before and not any more: met, given up, or the line of the last round came back as it was sent."""
    BETTER = "better"
    """Still there, with fewer people short or a lesser consequence, and nothing worse."""
    SAME = "same"
    """Still there: as before, better in one figure and worse in another, or without figures to compare."""
    WORSE = "worse"
    NEW = "new"


GONE: Final = (NeedChange.MET, NeedChange.UNNAMED)
STILL_THERE: Final = (NeedChange.BETTER, NeedChange.SAME, NeedChange.WORSE)


class ActionChange(StrEnum):
    """What became of one action since the round before."""

    DONE = "done"
    STOPPED = "stopped"
    STARTED = "started"
    """It runs now and did not then."""
    NEW = "new"
    KEPT = "kept"
    """Recorded in both rounds, and none of the above: also an idea that is planned by now."""
    REMOVED = "removed"
    """Not recorded any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundFacts:
    """One of the two rounds."""

    label: str
    start: date | None
    end: date | None
    last_answer: date | None
    members: int | None
    asked: int | None
    answered: int | None
    response_rate: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedFigures:
    """What one member says of one skill; ``None``: it did not say."""

    short_now: int | None = None
    short_12m: int | None = None
    consequence: Consequence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedStory:
    """What became of one firm's need for one skill."""

    member: MemberCode
    skill: SkillUri
    change: NeedChange
    before: NeedFigures | None
    """``None``: not named then."""
    now: NeedFigures | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleShort:
    """People short over the same firms, then and now; ``None``: nobody told.

    Added up are only firms whose figure is known in each round in which they named the need: an unknown one is no
    nought. Not to name a need any more, or yet, is to be short of nobody.
    """

    before: int | None
    now: int | None
    firms: int | None
    """How many firms that are; ``None``: not told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillStory:
    """One skill over the firms that answered both rounds."""

    uri: SkillUri
    labels: Mapping[LanguageCode, str]
    changes: Mapping[NeedChange, int | None]
    """Firms by what became of their need; every kind is there, and they are disjoint."""
    gone: int | None
    """Firms that had the need and name nobody short any more: met and unnamed together, told also where these are withheld."""
    still: int | None
    """Firms that had the need and have it: better, same and worse together, told also where these are withheld."""
    short_now: PeopleShort
    short_12m: PeopleShort


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A verdict with what it rests on, over everybody who answered that round."""

    verdict: Verdict
    evidence: Evidence
    users: int | None
    votes: Mapping[str, int | None]
    """``S``, ``M`` and ``U``."""
    short_share: float | None
    hard_share: float | None
    sensitive: bool
    overridden: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictChange:
    """One skill or group whose verdict differs."""

    uri: SkillUri
    labels: Mapping[LanguageCode, str]
    is_group: bool
    before: Judgement
    now: Judgement

    @property
    def is_doubtful(self) -> bool:
        """Whether one firm more or less could undo the change: either verdict is sensitive."""
        return self.before.sensitive or self.now.sensitive


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A rank and its 90 % interval, among everybody who answered that round; ``None``: not ranked."""

    rank: int | None
    low: int | None
    high: int | None

    def holds(self, rank: int) -> bool:
        """Say whether ``rank`` lies inside the interval."""
        return self.low is not None and self.high is not None and self.low <= rank <= self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class RankMove:
    """A skill or group that is ranked in at least one of the two rounds."""

    uri: SkillUri
    labels: Mapping[LanguageCode, str]
    is_group: bool
    before: Place
    now: Place

    @property
    def places(self) -> int | None:
        """Places gained (more than 0) or lost; ``None`` where it is not ranked in both rounds."""
        if self.before.rank is None or self.now.rank is None:
            return None
        return self.before.rank - self.now.rank

    @property
    def is_noise(self) -> bool | None:
        """Whether each rank lies inside the other round's interval; ``None`` where there is no move to judge."""
        if not self.places or self.before.rank is None or self.now.rank is None:
            return None
        return self.before.holds(self.now.rank) and self.now.holds(self.before.rank)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionStory:
    """What became of one action."""

    id: ActionId
    title: str
    reference: RefId | None
    change: ActionChange
    before: ActionStatus | None
    """``None``: not recorded then."""
    now: ActionStatus | None
    end: date | None
    is_late: bool
    """Its end has passed by this round's last answer, and it is neither done nor stopped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Members that are in one of the rounds only."""

    count: int | None
    names: tuple[tuple[MemberCode, str], ...]
    """Code and name; empty in an anonymous edition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turnover:
    """Who came and who went, shown apart from what the same firms say."""

    came: Party
    """On the list now, and not then."""
    went: Party
    answered_before: Party
    """Answered then and not now, and still on the list."""
    answered_now: Party
    """Answered now and not then, though on the list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillMove:
    """A skill of the round before that counts as another one now."""

    labels: Mapping[LanguageCode, str]
    into: Mapping[LanguageCode, str]
    merged: bool
    """Several became one: verdicts and ranks of before cannot be set beside that of now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What is different since the last round."""

    before: RoundFacts
    now: RoundFacts
    same: int | None
    """Firms that answered both rounds."""
    totals: Mapping[NeedChange, int | None]
    """Needs of the same firms (one firm, one skill) by what became of them."""
    skills: tuple[SkillStory, ...]
    """Most firms first."""
    stories: tuple[NeedStory, ...]
    """Firm by firm; empty in an anonymous edition."""
    verdicts: tuple[VerdictChange, ...]
    ranks: tuple[RankMove, ...]
    """By the rank of now."""
    actions: tuple[ActionStory, ...]
    turnover: Turnover
    moves: tuple[SkillMove, ...]
    flags: tuple[Message, ...]
    """What to keep in mind: another cluster, other thresholds, few firms."""
    is_other_cluster: bool
    withheld: int = 0
    """Skills of which an anonymous edition does not tell what became of their needs."""
