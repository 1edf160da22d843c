"""What the mapping found, in sentences whose figures lead to their source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from fastmap.model.choices import CoverageStatus, Verdict
from fastmap.model.ids import SkillUri
from fastmap.model.messages import Fact
from fastmap.model.results import SkillResult
from fastmap.report.context import at_least_indicative
from fastmap.report.paper_blocks import PaperBlock, Text, Words
from fastmap.report.papers.desk import Desk, Figure
from fastmap.report.protection import WITHHELD
from fastmap.report.sections.summary import ENOUGH, OPEN_STATES, ranked_from, skill_count

_BEHIND_A_DECISION = 3
"""Needs of a decision whose figures are told beside it."""


def findings(desk: Desk) -> list[PaperBlock]:
    """Return who answered, what comes first, what is behind it and who could supply it: a paragraph each."""
    if desk.context.is_general_withheld("answered"):
        return [_few(desk)]
    if not desk.context.results.quality.answered:
        return [desk.text("summary.opening_empty", cluster=desk.context.results.snapshot.cluster.name)]
    found = (answers(desk), demand(desk), diagnosis(desk), supply(desk))
    return [Text(words=words) for words in found]


def _few(desk: Desk) -> Text:
    context = desk.context
    least = context.protection.k if context.protection else context.rules.privacy_k
    return desk.text("summary.opening_few", k=least, cluster=context.results.snapshot.cluster.name)


def answers(desk: Desk) -> Words:
    """Return how many answered, of how many, and how many skills they named."""
    context, quality = desk.context, desk.context.results.quality

    def of_the_round(key: str, value: int, place: str, rests_on: str) -> Figure:
        return desk.figure(value, context.say(f"figure.{key}"), place, rests_on=rests_on)

    cluster = context.results.snapshot.cluster.name
    answered = of_the_round("answered", quality.answered, "method", desk.by_records)
    if context.is_general_withheld("asked"):
        count = of_the_round("skills", skill_count(context), "summary", desk.by_answers)
        return desk.words("summary.opening_answered", cluster=cluster, answered=answered, count=count)
    asked = of_the_round("asked", quality.asked, "method", desk.by_records)
    count = of_the_round("skills", skill_count(context), "summary", desk.by_answers)
    return desk.words("summary.opening", cluster=cluster, answered=answered, asked=asked, count=count)


def skill_figure(desk: Desk, item: SkillResult, key: str, value: float | None, *, share: bool = False) -> Figure | Fact:
    """Return a figure of a ranked skill that leads to its row of the ranking; ``key`` is its column there.

    What this edition withholds is no figure: words stand for it, and they lead nowhere.
    """
    return _of_skill(desk, item, key, desk.context.fact(item, key, value, share=share))


def _people_short(desk: Desk, item: SkillResult) -> Figure | Fact:
    """Return how many people firms will be short of in 12 months, as words with a number where it is known."""
    people = desk.context.fact(item, "short_12m", item.quantities.short_12m)
    return _of_skill(
        desk, item, "short_12m", desk.context.say("people", count=people) if isinstance(people, int) else people
    )


def _of_skill(desk: Desk, item: SkillResult, key: str, shown: Fact) -> Figure | Fact:
    protection = desk.context.protection
    if protection is not None and protection.word(item.uri, key) == WITHHELD:
        return shown
    what = desk.say("what", subject=desk.context.title(item), figure=desk.context.say(f"column.{key}.name"))
    return desk.figure(shown, what, "ranking", rests_on=by_firms(desk, item))


def by_firms(desk: Desk, item: SkillResult) -> str:
    """Return how many firms stand behind a skill, in words."""
    return desk.context.withheld(item, "users") or desk.say("rests.firms", count=item.quantities.users)


def demand(desk: Desk) -> Words:
    """Return which skill comes first, for how many firms and people, and which follow."""
    context = desk.context
    if not context.top:
        return desk.words("summary.no_ranking", users=ranked_from(context))
    first, others = context.top[0], context.top[1:3]
    firms = skill_figure(desk, first, "users", first.quantities.users)
    if first.quantities.short_12m and not context.withheld(first, "short_12m"):
        people = _people_short(desk, first)
        words = desk.words("summary.finding_demand", first=context.title(first), count=firms, people=people)
    else:
        words = desk.words("summary.finding_demand_no_people", first=context.title(first), count=firms)
    if not others:
        return words
    follow = tuple(map(context.label, others))
    return (*words, " ", *desk.words("summary.finding_followers", count=len(others), skills=follow))


def diagnosis(desk: Desk) -> Words:
    """Return how many skills or groups are out of balance, and which conclusion is drawn most often."""
    context = desk.context
    told = [item for item in at_least_indicative(context.lead) if item.imbalance.verdict is not Verdict.BALANCED]
    if not told:
        return desk.words("summary.no_diagnosis")
    level = context.results.lead_level
    verdict, most = Counter(item.imbalance.verdict for item in told).most_common(1)[0]
    word = context.word("verdict", verdict)

    def counted(value: int, what: str) -> Figure:
        return desk.figure(value, what, f"diagnosis_{level}", rests_on=desk.by_answers)

    words = desk.words(
        f"summary.finding_diagnosis_{level}",
        count=counted(len(told), desk.say("what_out_of_balance")),
        verdict=word,
        most=counted(most, desk.say("what", subject=word, figure=context.say(f"diagnosis.number_{level}"))),
    )
    sensitive = sum(1 for item in told if item.imbalance.sensitive)
    if not sensitive:
        return words
    one_answer = counted(
        sensitive,
        desk.say("what", subject=context.say("column.sensitive.name"), figure=context.say(f"diagnosis.number_{level}")),
    )
    return (*words, " ", *desk.words("summary.finding_sensitive", count=one_answer))


def supply(desk: Desk) -> Words:
    """Return for how many of the top skills recorded places are enough, and the first for which they are not."""
    context = desk.context
    if not context.results.snapshot.partners:
        return desk.words("summary.no_partners")
    if not context.top:
        return desk.words("summary.no_top_skills")
    worst = next((item for status in OPEN_STATES for item in context.top if item.coverage.status is status), None)
    return _covered(desk) if worst is None else (*_gap(desk, worst), " ", *_covered(desk))


def _gap(desk: Desk, item: SkillResult) -> Words:
    firms = skill_figure(desk, item, "users", item.quantities.users)
    return desk.words(f"summary.finding_{item.coverage.status}", count=firms, skill=desk.context.label(item))


def _covered(desk: Desk) -> Words:
    context, every = desk.context, len(desk.context.top)
    figure = desk.figure(
        sum(item.coverage.status in ENOUGH for item in context.top),
        desk.say(
            "what",
            subject=context.word("coverage_status", CoverageStatus.COVERED),
            figure=context.say("coverage.status_caption", count=every),
        ),
        "coverage_by_skill",
        rests_on=desk.by_records,
        day=desk.recorded,
    )
    return desk.words("summary.finding_covered", count=figure, all=every)


def needs_behind(desk: Desk, needs: Iterable[SkillUri]) -> tuple[Words, ...]:
    """Return one line for each of the first ranked skills of a decision: how many firms and people are behind it."""
    context = desk.context
    found = [item for uri in needs if (item := context.by_uri.get(uri)) is not None and item in context.ranked]
    return tuple(
        desk.words(
            "word.need_line",
            skill=context.title(item),
            firms=skill_figure(desk, item, "users", item.quantities.users),
            people=_people_short(desk, item),
        )
        for item in found[:_BEHIND_A_DECISION]
    )
