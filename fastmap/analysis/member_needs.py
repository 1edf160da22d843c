"""What each member says of each skill, in plain values: what a round keeps for the next, and what the next compares."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from fastmap.analysis.consolidation import CONSEQUENCES, Consolidated, provisional_uri
from fastmap.analysis.demand import skill_demand
from fastmap.analysis.frames import whole
from fastmap.catalogue.definitions import Rules
from fastmap.model.choices import Consequence
from fastmap.model.comparison import NeedFigures
from fastmap.model.earlier import NeedText
from fastmap.model.ids import MemberCode, SkillUri
from fastmap.model.meanings import Meanings, TextId, key_of


def member_needs(answers: Consolidated, rules: Rules) -> dict[tuple[MemberCode, SkillUri], NeedFigures]:
    """Return the figures per member and skill, several rows for one skill taken together as everywhere."""
    demand = skill_demand(answers.needs, rules)
    columns = (demand[name] for name in ("member", "skill", "short_now", "short_12m", "consequence"))
    return {
        (MemberCode(str(member)), SkillUri(str(skill))): NeedFigures(
            short_now=whole(now), short_12m=whole(later), consequence=_consequence(consequence)
        )
        for member, skill, now, later, consequence in zip(*columns, strict=True)
    }


def need_texts(answers: Consolidated, decided: Meanings) -> Mapping[tuple[MemberCode, SkillUri], tuple[NeedText, ...]]:
    """Return under which texts each member named each skill, each text once, in order."""
    found: defaultdict[tuple[MemberCode, SkillUri], set[TextId]] = defaultdict(set)
    for response in answers.responses:
        for need in response.needs:
            text_id = (key_of(need.skill_text), response.language)
            if response.member is not None and text_id[0]:
                for uri in meaning_of(text_id, decided):
                    found[response.member, uri].add(text_id)
    return {
        key: tuple(NeedText(key=text, language=language) for text, language in sorted(texts))
        for key, texts in found.items()
    }


def meaning_of(text_id: TextId, decided: Meanings) -> tuple[SkillUri, ...]:
    """Return the skills a text counts as: what was decided, else the provisional skill of its own."""
    found = decided.get(text_id)
    return (provisional_uri(text_id[0]),) if found is None else found


def taken_together(figures: Iterable[NeedFigures]) -> NeedFigures:
    """Return several statements of one member about one skill as one: larger figures, the worst consequence."""
    said = tuple(figures)
    worst = min(
        (one.consequence for one in said if one.consequence is not None), key=list(Consequence).index, default=None
    )
    return NeedFigures(
        short_now=max((one.short_now for one in said if one.short_now is not None), default=None),
        short_12m=max((one.short_12m for one in said if one.short_12m is not None), default=None),
        consequence=worst,
    )


def _consequence(code: float) -> Consequence | None:
    place = whole(code)
    return None if place is None else CONSEQUENCES[place - 1]
