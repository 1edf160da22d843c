"""How decisions become work: who begins and when, milestones, what waits for what, and what a decision rested on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from fastmap.model.choices import ActionStatus, MilestoneState, Verdict
from fastmap.model.ids import ActionId, PartnerId, SkillUri


@dataclass(frozen=True, slots=True, kw_only=True)
class BasisNeed:
    """A need that a recommendation fitted when it was decided about."""

    skill: SkillUri
    verdict: Verdict
    firms: int | None = None
    """Firms that named it; for unused skills, firms that reported it. ``None``: not known, because its skill and another
    became one since."""
    people: int | None = None
    """People short within 12 months; ``None``: not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BasisCondition:
    """Whether a prerequisite was in place; ``None``: not known."""

    key: str
    met: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """The facts that a recommendation rested on at one moment, to tell later which of them changed."""

    needs: tuple[BasisNeed, ...] = ()
    """Needs that it named."""
    others: tuple[BasisNeed, ...] | None = None
    """Needs that it fitted, too, and did not name. ``None``: not written down."""
    conditions: tuple[BasisCondition, ...] = ()
    partners: tuple[PartnerId, ...] = ()
    """Partners that it named."""
    missed: tuple[str, ...] = ()
    """Indicators not met that it helps to meet."""
    cell_started: bool = False
    """Whether something ran, or was done, in its cell of the grid."""
    prepare_first: bool = False
    action: ActionStatus | None = None
    """Of an accepted one: where its action stood once it was accepted. ``None``: not written down."""

    def with_skills(self, became: Mapping[SkillUri, Iterable[SkillUri]]) -> Basis:
        """Return the basis after skills became others: merged, or texts placed.

        How many firms stood behind what is one skill now was not counted then, so its figures are unknown.
        """
        if not any(need.skill in became for need in (*self.needs, *(self.others or ()))):
            return self
        needs = _moved(self.needs, became)
        named = {need.skill for need in needs}
        others = None if self.others is None else _moved(self.others, became)
        counted_then = {need.skill for need in (*self.needs, *(self.others or ()))} - became.keys()
        joined = {need.skill for need in (*needs, *(others or ())) if need.firms is None} & counted_then
        return replace(
            self,
            needs=tuple(replace(need, firms=None, people=None) if need.skill in joined else need for need in needs),
            others=None if others is None else tuple(need for need in others if need.skill not in named),
        )


def _moved(needs: Iterable[BasisNeed], became: Mapping[SkillUri, Iterable[SkillUri]]) -> tuple[BasisNeed, ...]:
    needs = tuple(needs)
    found = {need.skill: need for need in needs if need.skill not in became}
    for need in needs:
        for uri in became.get(need.skill, ()):
            found[uri] = replace(found.get(uri, need), skill=uri, firms=None, people=None)
    return tuple(found.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionPlan:
    """What a board filled in on the card of a recommendation, decided or not."""

    recommendation: str
    """`fastmap.model.results.Recommendation.id`."""
    owner: str | None = None
    """Who takes the first step; personal data, never in anonymous reports."""
    due: date | None = None
    """By when the first step is taken."""
    days: float | None = None
    """Staff days a year; ``None``: the catalogue's range holds."""
    money: float | None = None
    """In euro; ``None``: the catalogue's range holds."""
    on_paper: bool = False
    """Chosen for the board paper."""

    @property
    def is_blank(self) -> bool:
        """True if nothing is filled in: such a plan is not kept."""
        return not self.on_paper and all(part is None for part in (self.owner, self.due, self.days, self.money))


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """Something that should have happened by a day."""

    title: str
    due: date | None = None
    state: MilestoneState = MilestoneState.OPEN

    def is_late(self, today: date) -> bool:
        """Say whether its day has passed and it is still open."""
        return self.state is MilestoneState.OPEN and self.due is not None and self.due < today


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionPlan:
    """What the roadmap knows of an action beyond the action itself."""

    action: ActionId
    staff_days: float | None = None
    """Days that the team spends on it: in all if its dates span at most a year, otherwise a year; ``None``: not known."""
    milestones: tuple[Milestone, ...] = ()
    after: tuple[ActionId, ...] = ()
    """Actions that must end before this one begins."""

    @property
    def is_blank(self) -> bool:
        """True if nothing is filled in: such a plan is not kept."""
        return self.staff_days is None and not self.milestones and not self.after


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamCapacity:
    """How many days a year the cluster team has for actions about skills."""

    staff_days: float
