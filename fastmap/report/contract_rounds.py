"""The part of the JSON contract about the last round: key ``since_last_round``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from fastmap.model.comparison import (
    Comparison,
    Judgement,
    NeedFigures,
    NeedStory,
    Party,
    PeopleShort,
    Place,
    RankMove,
    RoundFacts,
)
from fastmap.model.ids import SkillUri
from fastmap.model.skills import label_in
from fastmap.report.contract_names import Json, iso
from fastmap.texts import Texts


def comparison_as_json(found: Comparison | None, texts: Texts) -> Json | None:
    """Return the comparison, ``None`` without one; counts that an anonymous edition withholds are ``None``."""
    if found is None:
        return None

    def skill(uri: SkillUri, labels: Mapping[Any, str]) -> Json:
        return {"uri": uri, "label": label_in(labels, texts.language) or uri}

    return {
        "before": _round(found.before),
        "now": _round(found.now),
        "other_cluster": found.is_other_cluster,
        "flags": [texts.say(flag) for flag in found.flags],
        "same_members": found.same,
        "needs": dict(found.totals),
        "skills": [
            {
                "skill": skill(story.uri, story.labels),
                **story.changes,
                "gone": story.gone,
                "still": story.still,
                "short_now": _people(story.short_now),
                "short_12m": _people(story.short_12m),
            }
            for story in found.skills
        ],
        "skills_withheld": found.withheld,
        "firms": [_story(story) for story in found.stories],
        "verdicts": [
            {
                "skill": skill(change.uri, change.labels),
                "group": change.is_group,
                "before": _judgement(change.before),
                "now": _judgement(change.now),
                "doubtful": change.is_doubtful,
            }
            for change in found.verdicts
        ],
        "ranks": [_rank(move, skill) for move in found.ranks],
        "actions": [
            {
                "title": story.title,
                "reference": story.reference,
                "change": story.change,
                "before": story.before,
                "now": story.now,
                "end": iso(story.end),
                "late": story.is_late,
            }
            for story in found.actions
        ],
        "members": {
            "came": _party(found.turnover.came),
            "went": _party(found.turnover.went),
            "answered_only_before": _party(found.turnover.answered_before),
            "answered_only_now": _party(found.turnover.answered_now),
        },
        "renamed": [
            {
                "before": label_in(move.labels, texts.language),
                "now": label_in(move.into, texts.language),
                "merged": move.merged,
            }
            for move in found.moves
        ],
    }


def _round(facts: RoundFacts) -> Json:
    return {
        "label": facts.label,
        "start": iso(facts.start),
        "end": iso(facts.end),
        "last_answer": iso(facts.last_answer),
        "members": facts.members,
        "asked": facts.asked,
        "answered": facts.answered,
        "response_rate": facts.response_rate,
    }


def _story(story: NeedStory) -> Json:
    return {
        "member": story.member,
        "skill": story.skill,
        "change": story.change,
        "before": _figures(story.before),
        "now": _figures(story.now),
    }


def _figures(figures: NeedFigures | None) -> Json | None:
    if figures is None:
        return None
    return {
        "short_now": figures.short_now,
        "short_12m": figures.short_12m,
        "consequence": figures.consequence,
    }


def _people(people: PeopleShort) -> Json:
    return {"before": people.before, "now": people.now, "firms": people.firms}


def _judgement(found: Judgement) -> Json:
    return {
        "verdict": found.verdict,
        "evidence": found.evidence,
        "users": found.users,
        "votes": dict(found.votes),
        "short_share": found.short_share,
        "hard_share": found.hard_share,
        "sensitive": found.sensitive,
        "override": found.overridden,
    }


def _rank(move: RankMove, skill: Callable[[SkillUri, Mapping[Any, str]], Json]) -> Json:
    return {
        "skill": skill(move.uri, move.labels),
        "group": move.is_group,
        "before": _place(move.before),
        "now": _place(move.now),
        "places": move.places,
        "noise": move.is_noise,
    }


def _place(place: Place) -> Json:
    return {"rank": place.rank, "rank_low": place.low, "rank_high": place.high}


def _party(party: Party) -> Json:
    return {"count": party.count, "members": [code for code, _ in party.names]}
