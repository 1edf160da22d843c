"""What the projector shows, in words: made by `fastmap.tasks.wall`, laid out by the window."""

from __future__ import annotations

from dataclasses import dataclass

from fastmap.model.actions import Cell
from fastmap.model.choices import BallotState, CoverageStatus, Evidence, Timing, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class WallHead:
    """Title of a view and the line below it."""

    title: str
    subtitle: str = ""
    nothing: str = ""
    """Why there is nothing to show; "" if there is something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WallPoint:
    """A short sentence in large letters and what it means."""

    title: str
    help: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WelcomeWall:
    """Why people are here, and what stays private."""

    head: WallHead
    points: tuple[WallPoint, ...]
    agenda: tuple[tuple[str, str], ...]
    """Items with their minutes, in words."""
    today: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PhonesWall:
    """How to answer by phone, and how many have."""

    head: WallHead
    steps: tuple[WallPoint, ...]
    answered: str
    share_0_1: float
    note: str
    closed: WallPoint
    """Said instead while the room is not open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedSkill:
    """One line of the ranking."""

    rank: int
    label: str
    priority_0_1: float
    places: str
    """Between which places it would lie."""
    low_0_1: float
    high_0_1: float
    """The same as parts of the whole ranking, 0 (first) to 1 (last)."""
    firms: str
    verdict: Verdict
    verdict_words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingWall:
    """The first ten of the ranking."""

    head: WallHead
    skills: tuple[RankedSkill, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MappedSkill:
    """One circle of the map."""

    uri: str
    label: str
    demand: int
    supply: float | None
    people: int | None
    evidence: Evidence
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class MapWall:
    """Demand against supply."""

    head: WallHead
    skills: tuple[MappedSkill, ...]
    titles: dict[str, str]
    """Names of quadrants and axes."""
    legend: str
    line: int
    """Firms from which demand counts as high."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoveredSkill:
    """A top skill and who could serve it."""

    label: str
    status: CoverageStatus
    status_words: str
    people: int | None
    people_words: str
    places: int | None
    places_words: str
    providers: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageWall:
    """Demand and recorded places of the top skills."""

    head: WallHead
    skills: tuple[CoveredSkill, ...]
    most: int
    """The largest number of people or places, for the length of bars."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WallAction:
    """One card of the grid."""

    title: str
    timing: tuple[Timing, ...]
    fact: str
    is_over: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WallCell:
    """One cell of the grid."""

    cell: Cell
    actions: tuple[WallAction, ...]
    """All of them: how many find room, the wall finds out."""
    nothing: str
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GridWall:
    """The grid with what the cluster does."""

    head: WallHead
    scopes: tuple[str, ...]
    complexities: tuple[str, ...]
    cells: tuple[WallCell, ...]
    """Row after row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WallCard:
    """One decision to take."""

    number: int
    title: str
    decision: str
    reasons: tuple[str, ...]
    owner: tuple[str, str]
    """Label and words."""
    due: tuple[str, str]
    answer: str
    """The answer that holds; "" while it is open."""
    is_accepted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStepsWall:
    """The three cards."""

    head: WallHead
    cards: tuple[WallCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteOption:
    """One option of a vote."""

    label: str
    dots: int | None
    """``None`` while they are hidden."""
    dots_words: str
    survey: str
    """Its place in the survey; "" where the survey does not rank it."""
    gap: str
    """Whether the room puts it clearly higher or lower; "" where they agree or dots are hidden."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteWall:
    """A vote with dots."""

    head: WallHead
    state: BallotState | None
    state_words: str
    voters: str
    options: tuple[VoteOption, ...]
    most: int
    """Most dots of one option."""
    verdict: str
    """Whether room and survey agree; "" while dots are hidden or the survey ranks nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDecision:
    """Something that was decided, and under which item or on which card."""

    about: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingWall:
    """Everything that was decided, to be read aloud."""

    head: WallHead
    decisions: tuple[ReadDecision, ...]
