"""The comparison with the last round for an anonymous edition: nothing that either round's own edition kept back.

Whoever holds the anonymous editions of both rounds can subtract. Firms that answered one round only are therefore counted
as a class of their own: where they are fewer than k, no count over the same firms is told, because it and a total of
either edition would tell what those few said. Decision record 0242.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from fastmap.analysis.comparison import judged_now, place_now
from fastmap.model.comparison import (
    GONE,
    STILL_THERE,
    ActionStory,
    Comparison,
    NeedChange,
    NeedStory,
    Party,
    PeopleShort,
    Place,
    RankMove,
    RoundFacts,
    SkillStory,
    Turnover,
    VerdictChange,
)
from fastmap.model.earlier import EarlierRound, RoundSkill
from fastmap.model.ids import ActionId, SkillUri
from fastmap.model.results import Quality, SkillResult
from fastmap.report.disclosure import is_small, may_tell

_TELLABLE_FLAGS: Final = frozenset(
    f"comparison.flag.{name}" for name in ("other_cluster", "no_answers", "thresholds", "catalogue", "merged")
)
"""What to keep in mind that counts no firm and dates no answer."""
_NOT_TOLD: Final = PeopleShort(before=None, now=None, firms=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What the comparison needs to know of the anonymous edition it goes into."""

    k: int
    shown_at: tuple[tuple[int, frozenset[SkillUri]], ...]
    """For each k of `protection.steps_of_k` the skills and groups that an edition with it shows."""
    items: Mapping[SkillUri, SkillResult]
    """Skills and groups that it shows, as it shows them."""
    users: Mapping[SkillUri, int]
    """How many firms really named each: what a reader may know, or get near to."""
    quality: Quality
    """As it is shown; counts that are withheld are missing."""
    answered: int
    """How many really answered."""
    free_text: Callable[[str | None], str | None]
    """Gives a text back, or nothing where it names a member of either round."""


def protected_comparison(found: Comparison, earlier: EarlierRound, edition: Edition) -> Comparison:
    """Return ``found`` without names, people and counts that tell about fewer than k firms.

    Totals are told if an edition with every smaller k tells them, too: such an edition tells more skill by skill, and what
    it tells would be taken from a total that it kept back (decision record 0274).
    """
    told = [_Protecting(found, earlier, replace(edition, k=k)).whole() for k, _ in edition.shown_at]
    kept_back = {change for one in told for change, total in one.totals.items() if total is None}
    last = told[-1]
    return replace(last, totals={**last.totals, **dict.fromkeys(kept_back)})


class _Protecting:
    def __init__(self, found: Comparison, earlier: EarlierRound, edition: Edition) -> None:
        self._found = found
        self._earlier = earlier
        self._edition = edition
        self._k = edition.k
        self._same = found.same or 0
        self._only_then = earlier.answered - self._same
        self._only_now = edition.answered - self._same
        self._before = {skill.uri: skill for skill in earlier.skills}
        self._told = not any(is_small(count, self._k) for count in (self._same, self._only_then, self._only_now))
        """Whether counts over the same firms may stand beside the totals of either round."""
        self._skills_told: frozenset[SkillUri] = frozenset()

    def whole(self) -> Comparison:
        found = self._found
        skills = tuple(self._skills())
        self._skills_told = frozenset(skill.uri for skill in skills)
        turnover = self._turnover()
        return replace(
            found,
            before=self._facts_before(turnover),
            now=self._facts_now(),
            same=self._same if self._told else None,
            totals=self._totals(),
            skills=skills,
            stories=(),
            verdicts=tuple(self._verdicts()),
            ranks=tuple(self._ranks()),
            actions=tuple(self._action(number, story) for number, story in enumerate(found.actions, start=1)),
            turnover=turnover,
            moves=(),
            flags=tuple(flag for flag in found.flags if flag.key in _TELLABLE_FLAGS),
            withheld=len(found.skills) - len(skills),
        )

    # --- needs --------------------------------------------------------------------------------------------------------

    def _skills(self) -> Iterable[SkillStory]:
        by_skill: dict[SkillUri, list[NeedStory]] = {}
        for story in self._found.stories:
            by_skill.setdefault(story.skill, []).append(story)
        for skill in self._found.skills:
            if self._may_tell(skill, by_skill[skill.uri]):
                told = dict.fromkeys((*GONE, *STILL_THERE))
                yield replace(skill, changes={**skill.changes, **told}, short_now=_NOT_TOLD, short_12m=_NOT_TOLD)

    def _may_tell(self, skill: SkillStory, stories: Iterable[NeedStory]) -> bool:
        """Say whether what became of one skill's needs may be told: no class of firms, and no difference, is small."""
        then = self._before.get(skill.uri)
        if not self._told or skill.uri not in self._edition.items or then is None or not then.is_open:
            return False
        told = tuple(stories)
        gone, new, still = (skill.gone or 0), (skill.changes[NeedChange.NEW] or 0), (skill.still or 0)
        named_now = sum(story.now is not None for story in told)
        named_then = sum(story.before is not None for story in told)
        classes = (gone, new, still, self._same - gone - new - still, named_now - still - new)
        return not any(is_small(count, self._k) for count in classes) and all(
            may_tell(users - named, only, self._k)
            for users, named, only in (
                (then.users, named_then, self._only_then),
                (self._edition.users.get(skill.uri, 0), named_now, self._only_now),
            )
        )

    def _totals(self) -> dict[NeedChange, int | None]:
        """Return the counts; of the ways to be gone, and of those to be still there, all or none.

        Their sums are told skill by skill: what one of them leaves of such a sum would be the others.
        """
        if self._totals_tell_a_skill():
            return dict.fromkeys(NeedChange)
        totals = {change: self._total(change) for change in NeedChange}
        for together in (GONE, STILL_THERE):
            if any(totals[change] is None for change in together):
                totals |= dict.fromkeys(together)
        return totals

    def _totals_tell_a_skill(self) -> bool:
        """Say whether totals, beside the users of both rounds, leave one way only for a skill that is not told.

        Users of then and of now fix two of *gone*, *still* and *new*: how many are new is what is left to know. It lies
        between two bounds, and all of them add up to a total; it follows where they are all at the same end of theirs, or
        where only one has room at all. Readers are taken to know the users exactly: knowing less leaves more ways.
        """
        untold = [skill for skill in self._found.skills if skill.uri not in self._skills_told]
        new, least, most, has_small = 0, 0, 0, []
        for skill in untold:
            counts = gone, still, appeared = skill.gone or 0, skill.still or 0, skill.changes[NeedChange.NEW] or 0
            low, high = max(0, appeared - gone), min(still + appeared, self._same - gone - still)
            new, least, most = new + appeared, least + low, most + high
            if low < high:
                has_small.append(any(is_small(count, self._k) for count in (*counts, self._same - sum(counts))))
        return any(has_small) and (new in (least, most) or len(has_small) == 1)

    def _total(self, change: NeedChange) -> int | None:
        """Return how many needs changed so, where k firms stand behind them, and behind those of skills not shown."""
        told = [story for story in self._found.stories if story.change is change]
        firms = len({story.member for story in told})
        if not self._told or not may_tell(firms, self._same, self._k):
            return None
        behind = (
            (k, len({story.member for story in told if story.skill not in shown}))
            for k, shown in self._edition.shown_at
        )
        # What is told skill by skill is taken from a total: the rest of it must not be a few firms' either.
        rest = len({story.member for story in told if story.skill not in self._skills_told})
        is_few = is_small(rest, self._k) and change in (*GONE, *STILL_THERE, NeedChange.NEW)
        return None if is_few or any(is_small(count, k) for k, count in behind) else len(told)

    # --- verdicts and ranks -------------------------------------------------------------------------------------------

    def _verdicts(self) -> Iterable[VerdictChange]:
        for change in self._found.verdicts:
            then, item = self._before.get(change.uri), self._edition.items.get(change.uri)
            if then is None or not then.is_open or item is None:
                continue
            now = judged_now(item)
            yield replace(
                change,
                before=replace(
                    change.before,
                    users=self._users_then(then),
                    votes=dict.fromkeys(change.before.votes),
                    short_share=None,
                    hard_share=None,
                ),
                now=now,
            )

    def _users_then(self, then: RoundSkill) -> int | None:
        if not self._told or is_small(then.users, self._k):
            return None
        return then.users if may_tell(then.users, self._earlier.answered, self._k) else None

    def _ranks(self) -> Iterable[RankMove]:
        for move in self._found.ranks:
            item, then = self._edition.items.get(move.uri), self._before.get(move.uri)
            # What one of the editions did not rank may have been ranked all the same: "newly ranked" would be wrong.
            if item is not None and item.ranking.rank is not None and then is not None and then.open_rank is not None:
                before = Place(rank=then.open_rank, low=then.open_low, high=then.open_high)
                yield replace(move, before=before, now=place_now(item))

    # --- members and actions ------------------------------------------------------------------------------------------

    def _turnover(self) -> Turnover:
        """Return how many came and went: all four counts or none, since each follows from the others and the totals."""
        found = self._found.turnover
        parties = (found.came, found.went, found.answered_before, found.answered_now)
        counts = [party.count or 0 for party in parties]
        # Those who went and had answered, and those who came and answered, follow by subtraction.
        counts += [
            self._only_then - (found.answered_before.count or 0),
            self._only_now - (found.answered_now.count or 0),
        ]
        told = self._told and not any(is_small(count, self._k) for count in counts)
        came, went, before, now = (Party(count=party.count if told else None, names=()) for party in parties)
        return Turnover(came=came, went=went, answered_before=before, answered_now=now)

    def _facts_before(self, turnover: Turnover) -> RoundFacts:
        facts, k = self._found.before, self._k
        answered, asked, members = facts.answered or 0, facts.asked or 0, facts.members or 0
        shows_answered = not is_small(answered, k)
        shows_asked = shows_answered and may_tell(answered, asked, k)
        shows_members = shows_answered and may_tell(answered, members, k) and turnover.came.count is not None
        return replace(
            facts,
            last_answer=None,
            answered=answered if shows_answered else None,
            asked=asked if shows_asked else None,
            response_rate=facts.response_rate if shows_asked else None,
            members=members if shows_members else None,
        )

    def _facts_now(self) -> RoundFacts:
        shown = self._edition.quality
        return replace(
            self._found.now,
            last_answer=None,
            members=shown.members,
            asked=shown.asked,
            answered=shown.answered,
            response_rate=shown.response_rate,
        )

    def _action(self, number: int, story: ActionStory) -> ActionStory:
        return replace(story, id=ActionId(str(number)), title=self._edition.free_text(story.title) or "")
