"""This round beside the one before: the same firms, verdicts, ranks, actions, and who came and went.

Needs are compared firm by firm over those that answered both rounds. Verdicts and ranks are those of each round over
everybody who answered it, each with its evidence. Start at `compare`. Source: `domain.md`; decision record 0241.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from fastmap.analysis.action_stories import action_stories
from fastmap.analysis.answers import answer_dates
from fastmap.analysis.consolidation import Consolidated
from fastmap.analysis.earlier_skills import EarlierSkills, Labels
from fastmap.analysis.member_needs import member_needs
from fastmap.analysis.need_stories import counted, figures_before, need_stories, skill_stories
from fastmap.catalogue.definitions import Rules
from fastmap.model.choices import Verdict
from fastmap.model.comparison import (
    Comparison,
    Judgement,
    Party,
    Place,
    RankMove,
    RoundFacts,
    SkillMove,
    Turnover,
    VerdictChange,
)
from fastmap.model.earlier import EarlierRound, RoundSkill
from fastmap.model.ids import SkillUri
from fastmap.model.meanings import meanings
from fastmap.model.messages import Message, Term, message
from fastmap.model.results import CatalogueStamp, Quality, SkillResult
from fastmap.model.same_members import Listed, same_members
from fastmap.model.snapshot import Snapshot

COMPARED_RULES: Final = (
    "min_users",
    "supported_users",
    "balanced_share",
    "min_unused",
    "suffices_share",
    "min_suitable",
    "interval",
)
"""Rules of one number that a verdict, its evidence or a rank's interval rests on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Now:
    """What this round has to set beside the one before."""

    snapshot: Snapshot
    answers: Consolidated
    quality: Quality
    skills: tuple[SkillResult, ...]
    groups: tuple[SkillResult, ...]
    rules: Rules
    """With the cluster's own weights, where it chose any."""
    stamp: CatalogueStamp


def compare(now: Now) -> Comparison | None:
    """Return what is different since the round that the file keeps; ``None`` where it keeps none."""
    earlier = now.snapshot.earlier
    if earlier is None:
        return None
    return _Comparing(now, earlier).whole()


def thresholds_of(rules: Rules) -> dict[str, float]:
    """Return what verdicts and ranks rest on besides answers, by name; ``family.key`` where a rule has several."""
    single = {name: float(getattr(rules, name)) for name in COMPARED_RULES}
    points = {f"severity_points.{key}": float(value) for key, value in rules.severity_points.items()}
    weights = {f"priority_weights.{key}": float(value) for key, value in rules.priority_weights.items()}
    return single | points | weights


class _Comparing:
    """One comparison: who is who, which skill is which, and what follows."""

    def __init__(self, now: Now, earlier: EarlierRound) -> None:
        self._now = now
        self._earlier = earlier
        self._language = now.snapshot.info.language
        self._labels: dict[SkillUri, Labels] = {skill.uri: skill.labels for skill in earlier.skills}
        current = {uri: skill.labels for uri, skill in now.answers.skills.items()}
        current |= {item.uri: item.labels for item in (*now.groups, *now.skills)}
        self._labels |= current
        self._skills = EarlierSkills(earlier, meanings(now.snapshot), current)
        self._who = same_members(now.snapshot.members, earlier.members, codes_are_stable=earlier.carried_over)
        answered = set(now.answers.answered)
        self._same = {code: one for code, one in self._who.items() if code in answered and one.answered}
        self._first, self._last = answer_dates(now.answers.responses)
        self._sources = self._skill_sources()

    def whole(self) -> Comparison:
        now, earlier = self._now, self._earlier
        said_now = {key: said for key, said in member_needs(now.answers, now.rules).items() if key[0] in self._same}
        stories = need_stories(figures_before(self._same, self._skills), said_now)
        return Comparison(
            before=RoundFacts(
                label=earlier.round_label,
                start=earlier.round_start,
                end=earlier.round_end,
                last_answer=earlier.last_answer,
                members=len(earlier.members),
                asked=earlier.asked,
                answered=earlier.answered,
                response_rate=earlier.response_rate,
            ),
            now=RoundFacts(
                label=now.snapshot.info.round_label,
                start=now.snapshot.info.round_start,
                end=now.snapshot.info.round_end,
                last_answer=self._last,
                members=now.quality.members,
                asked=now.quality.asked,
                answered=now.quality.answered,
                response_rate=now.quality.response_rate,
            ),
            same=len(self._same),
            totals=counted(stories),
            skills=skill_stories(stories, self._labels, self._language),
            stories=stories,
            verdicts=tuple(sorted(self._verdicts(), key=_verdict_order)),
            ranks=tuple(sorted(self._ranks(), key=_rank_order)),
            actions=action_stories(
                now.snapshot.actions,
                earlier.actions,
                ids_are_stable=earlier.carried_over,
                by=self._last or now.snapshot.info.round_start,
            ),
            turnover=self._turnover(),
            moves=tuple(self._moves()),
            flags=tuple(self._flags()),
            is_other_cluster=earlier.is_other_cluster,
        )

    # --- skills and groups --------------------------------------------------------------------------------------------

    def _skill_sources(self) -> Mapping[SkillUri, Sequence[RoundSkill]]:
        """Return for each skill and group of now what it was then: one, several that were merged, or none."""
        found: defaultdict[SkillUri, list[RoundSkill]] = defaultdict(list)
        for skill in self._earlier.skills:
            into = self._skills.into(skill.uri)
            if into is not None:
                found[into].append(skill)
        return found

    def _pairs(self) -> Iterator[tuple[RoundSkill, SkillResult]]:
        for item in (*self._now.skills, *self._now.groups):
            sources = self._sources.get(item.uri, ())
            if len(sources) == 1 and sources[0].is_group == item.is_group:
                yield sources[0], item

    def _verdicts(self) -> Iterator[VerdictChange]:
        for before, item in self._pairs():
            if before.verdict is not item.imbalance.verdict and self._now.answers.answered:
                yield VerdictChange(
                    uri=item.uri,
                    labels=item.labels,
                    is_group=item.is_group,
                    before=_judged(before),
                    now=judged_now(item),
                )

    def _ranks(self) -> Iterator[RankMove]:
        merged = {uri for uri, sources in self._sources.items() if len(sources) > 1}
        before = {item.uri: skill for skill, item in self._pairs()}
        nowhere = Place(rank=None, low=None, high=None)
        for item in (*self._now.skills, *self._now.groups):
            then = _place(before[item.uri]) if item.uri in before else nowhere
            if item.uri not in merged and (then.rank or item.ranking.rank):
                yield RankMove(
                    uri=item.uri, labels=item.labels, is_group=item.is_group, before=then, now=place_now(item)
                )
        shown = {item.uri for item in (*self._now.skills, *self._now.groups)}
        for uri, sources in self._sources.items():
            if uri not in shown and len(sources) == 1 and sources[0].rank is not None:
                (gone,) = sources
                yield RankMove(
                    uri=uri, labels=self._labels[uri], is_group=gone.is_group, before=_place(gone), now=nowhere
                )

    def _moves(self) -> Iterator[SkillMove]:
        for uri, sources in sorted(self._sources.items()):
            for skill in sources:
                if skill.uri != uri and not skill.is_group:
                    yield SkillMove(labels=skill.labels, into=self._labels.get(uri, {}), merged=len(sources) > 1)

    # --- members ------------------------------------------------------------------------------------------------------

    def _turnover(self) -> Turnover:
        members = self._now.snapshot.members
        answered = set(self._now.answers.answered)
        stayed = {one.code for one in self._who.values()}
        both = [member for member in members if member.code in self._who]
        return Turnover(
            came=_party(member for member in members if member.code not in self._who),
            went=_party(one for one in self._earlier.members if one.code not in stayed),
            answered_before=_party(
                member for member in both if self._who[member.code].answered and member.code not in answered
            ),
            answered_now=_party(
                member for member in both if member.code in answered and not self._who[member.code].answered
            ),
        )

    # --- what to keep in mind -----------------------------------------------------------------------------------------

    def _flags(self) -> Iterator[Message]:
        now, earlier = self._now, self._earlier
        if earlier.is_other_cluster:
            yield message("comparison.flag.other_cluster", cluster=earlier.cluster)
        if self._first is not None and earlier.ended is not None and earlier.ended > self._first:
            yield message("comparison.flag.not_earlier", ended=earlier.ended, began=self._first)
        if not now.answers.answered:
            yield message("comparison.flag.no_answers")
        elif not self._same:
            yield message("comparison.flag.nobody_same")
        elif len(self._same) < now.rules.warn_few_answers:
            yield message("comparison.flag.few_same", count=len(self._same))
        then = earlier.thresholds
        names = {name.partition(".")[0] for name, value in thresholds_of(now.rules).items() if then.get(name) != value}
        if names:
            changed = tuple(Term(f"comparison.threshold.{name}") for name in sorted(names))
            yield message("comparison.flag.thresholds", changed=changed)
        elif earlier.catalogue != now.stamp.text:
            yield message("comparison.flag.catalogue", before=_version(earlier.catalogue), now=_version(now.stamp.text))
        merged = sum(move.merged for move in self._moves())
        if merged:
            yield message("comparison.flag.merged", count=merged)
        aside = sum(not self._skills.skills_of(need) for one in self._same.values() for need in one.needs)
        if aside:
            yield message("comparison.flag.set_aside", count=aside)


def judged_now(item: SkillResult) -> Judgement:
    """Return the verdict of this round."""
    imbalance, votes = item.imbalance, item.imbalance.votes
    return Judgement(
        verdict=imbalance.verdict,
        evidence=imbalance.evidence,
        users=item.quantities.users,
        votes={"S": votes.S, "M": votes.M, "U": votes.U},
        short_share=imbalance.figures.get("short_share"),
        hard_share=imbalance.figures.get("hard_share"),
        sensitive=imbalance.sensitive,
        overridden=imbalance.override_reason is not None,
    )


def place_now(item: SkillResult) -> Place:
    """Return the rank of this round."""
    return Place(rank=item.ranking.rank, low=item.ranking.rank_low, high=item.ranking.rank_high)


def _judged(skill: RoundSkill) -> Judgement:
    return Judgement(
        verdict=skill.verdict,
        evidence=skill.evidence,
        users=skill.users,
        votes={"S": skill.votes_s, "M": skill.votes_m, "U": skill.votes_u},
        short_share=skill.short_share,
        hard_share=skill.hard_share,
        sensitive=skill.sensitive,
        overridden=skill.overridden,
    )


def _place(skill: RoundSkill) -> Place:
    return Place(rank=skill.rank, low=skill.rank_low, high=skill.rank_high)


def _rank_order(move: RankMove) -> tuple[bool, bool, int, int, SkillUri]:
    return move.is_group, move.now.rank is None, move.now.rank or 0, move.before.rank or 0, move.uri


def _verdict_order(change: VerdictChange) -> tuple[bool, bool, int, SkillUri]:
    """Order changes between two verdicts first; one that only began or ceased to be known tells less."""
    is_known = Verdict.NOT_ENOUGH_EVIDENCE not in (change.before.verdict, change.now.verdict)
    return not is_known, change.is_group, -(change.now.users or 0), change.uri


def _party(members: Iterable[Listed]) -> Party:
    names = tuple(sorted((member.code, member.name) for member in members))
    return Party(count=len(names), names=names)


def _version(stamp: str) -> str:
    return " ".join(stamp.split()[1:2]) or stamp
