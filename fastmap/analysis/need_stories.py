"""What became of each need of the firms that answered both rounds."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from fastmap.analysis.earlier_skills import EarlierSkills, Labels
from fastmap.analysis.member_needs import taken_together
from fastmap.model.choices import Consequence
from fastmap.model.comparison import GONE, STILL_THERE, NeedChange, NeedFigures, NeedStory, PeopleShort, SkillStory
from fastmap.model.earlier import RoundMember
from fastmap.model.ids import LanguageCode, MemberCode, SkillUri
from fastmap.model.skills import label_in

Figures: TypeAlias = Mapping[tuple[MemberCode, SkillUri], NeedFigures]


def figures_before(
    members: Mapping[MemberCode, RoundMember], skills: EarlierSkills
) -> dict[tuple[MemberCode, SkillUri], NeedFigures]:
    """Return what each of ``members`` (by its code of now) said then, under the skills of now."""
    said: defaultdict[tuple[MemberCode, SkillUri], list[NeedFigures]] = defaultdict(list)
    for code, member in members.items():
        for need in member.needs:
            figures = NeedFigures(short_now=need.short_now, short_12m=need.short_12m, consequence=need.consequence)
            for uri in skills.skills_of(need):
                said[code, uri].append(figures)
    return {key: taken_together(figures) for key, figures in said.items()}


def need_stories(before: Figures, now: Figures) -> tuple[NeedStory, ...]:
    """Return what became of every need named in either round, by skill and member."""
    return tuple(
        NeedStory(
            member=member,
            skill=skill,
            change=need_change(before.get((member, skill)), now.get((member, skill))),
            before=before.get((member, skill)),
            now=now.get((member, skill)),
        )
        for member, skill in sorted(before.keys() | now.keys(), key=lambda key: (key[1], key[0]))
    )


def need_change(before: NeedFigures | None, now: NeedFigures | None) -> NeedChange:
    """Return what became of one need: each figure known in both rounds is compared, and none outweighs another.

    Worse: something grew and nothing shrank; better: the reverse. A need still named with nobody short, now or in 12
    months, where somebody was short before, counts as met; one that is not named any more as unnamed, because a line of
    the last round that nobody touched says nothing. At least one of the two is given.
    """
    if before is None:
        return NeedChange.NEW
    if now is None:
        return NeedChange.UNNAMED
    if _nobody_short(now) and _somebody_short(before):
        return NeedChange.MET
    steps = set(_steps(before, now))
    if steps <= {0} or {1, -1} <= steps:
        return NeedChange.SAME
    return NeedChange.WORSE if 1 in steps else NeedChange.BETTER


def skill_stories(
    stories: Iterable[NeedStory], labels: Mapping[SkillUri, Labels], language: LanguageCode
) -> tuple[SkillStory, ...]:
    """Return the stories skill by skill, those of most firms first."""
    by_skill: defaultdict[SkillUri, list[NeedStory]] = defaultdict(list)
    for story in stories:
        by_skill[story.skill].append(story)
    found = [
        SkillStory(
            uri=uri,
            labels=labels.get(uri, {}),
            changes=counted(told),
            gone=sum(story.change in GONE for story in told),
            still=sum(story.change in STILL_THERE for story in told),
            short_now=_people(told, "short_now"),
            short_12m=_people(told, "short_12m"),
        )
        for uri, told in by_skill.items()
    ]
    return tuple(sorted(found, key=lambda skill: _order(skill, language)))


def counted(stories: Iterable[NeedStory]) -> dict[NeedChange, int | None]:
    """Return how many needs have each story; every kind is there."""
    counts = Counter(story.change for story in stories)
    return {change: counts[change] for change in NeedChange}


def _order(skill: SkillStory, language: LanguageCode) -> tuple[int, str, str]:
    firms = sum(count or 0 for count in skill.changes.values())
    return -firms, (label_in(skill.labels, language) or skill.uri).casefold(), skill.uri


def _people(stories: Iterable[NeedStory], figure: str) -> PeopleShort:
    before: list[int] = []
    now: list[int] = []
    firms = 0
    for story in stories:
        then, today = (getattr(said, figure) if said is not None else None for said in (story.before, story.now))
        if (story.before is not None and then is None) or (story.now is not None and today is None):
            continue
        firms += 1
        before += [] if then is None else [then]
        now += [] if today is None else [today]
    return PeopleShort(before=sum(before) if before else None, now=sum(now) if now else None, firms=firms)


def _nobody_short(said: NeedFigures) -> bool:
    return said.short_now == 0 and said.short_12m == 0


def _somebody_short(said: NeedFigures) -> bool:
    return bool(said.short_now or said.short_12m)


def _steps(before: NeedFigures, now: NeedFigures) -> Iterator[int]:
    """Yield 1 for every figure that grew worse, -1 for every one that got better, 0 for those that stayed."""
    harm = list(reversed(Consequence))
    for old, new in (
        (before.short_now, now.short_now),
        (before.short_12m, now.short_12m),
        (
            None if before.consequence is None else harm.index(before.consequence),
            None if now.consequence is None else harm.index(now.consequence),
        ),
    ):
        if old is not None and new is not None:
            yield (new > old) - (new < old)
