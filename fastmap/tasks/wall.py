"""The words of the projector: ranking, map, coverage and grid. Votes and decisions stand in `wall_decisions`.

Every function takes what is recorded or worked out and `WallNames`, which hides organisations; nothing here names one by
another way.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from fastmap.analysis.quadrants import is_on_map, map_place
from fastmap.catalogue.definitions import Catalogue
from fastmap.model.actions import Action, Cell
from fastmap.model.choices import ActionStatus, Complexity, Fit, Scope
from fastmap.model.results import Results, SkillResult
from fastmap.model.skills import label_in
from fastmap.model.snapshot import Snapshot
from fastmap.model.wall import (
    CoverageWall,
    CoveredSkill,
    GridWall,
    MappedSkill,
    MapWall,
    PhonesWall,
    RankedSkill,
    RankingWall,
    WallAction,
    WallCell,
    WallHead,
    WallPoint,
    WelcomeWall,
)
from fastmap.model.workshop import AgendaItem, Workshop
from fastmap.tasks.top_skills import top_skills
from fastmap.tasks.wall_names import WallNames
from fastmap.texts import Texts, sentence_case

MOST_LINES: Final = 10
"""A wall holds no more lines in letters that the last row reads."""
MOST_CIRCLES: Final = 30
_OVER: Final = frozenset({ActionStatus.DONE, ActionStatus.STOPPED})


def welcome_wall(snapshot: Snapshot, workshop: Workshop | None, names: WallNames, texts: Texts) -> WelcomeWall:
    """Return the first view: what stays private, and what the meeting is about."""
    kept = "names" if names.shown else "no_names"
    agenda = () if workshop is None else workshop.agenda
    return WelcomeWall(
        head=WallHead(
            title=texts.get("wall.welcome.title", cluster=snapshot.cluster.name),
            subtitle=snapshot.info.round_label,
        ),
        points=tuple(_point(f"wall.welcome.{key}", texts) for key in ("stays", kept, "dots")),
        agenda=tuple(
            (item_title(item, names, texts), texts.get("wall.minutes", minutes=item.minutes)) for item in agenda
        ),
        today=texts.term("wall.welcome.today"),
    )


def item_title(item: AgendaItem, names: WallNames, texts: Texts) -> str:
    """Return what an item of the agenda is called."""
    return names.text(item.title) or texts.term(f"agenda_subject.{item.subject}")


def phones_wall(results: Results, texts: Texts, *, answers: int, votes: int, was_open: bool = False) -> PhonesWall:
    """Return how to answer by phone. ``answers``, ``votes``: what came by phone; the address is the window's business.

    ``was_open``: the room was open before, so that a closed one is not said to be still to come.
    """
    quality = results.quality
    return PhonesWall(
        head=WallHead(title=texts.term("wall.phones.title"), subtitle=texts.term("wall.phones.subtitle")),
        steps=tuple(_point(f"wall.phones.{step}", texts) for step in ("join", "scan", "send")),
        answered=texts.get("wall.phones.answered", answered=quality.answered, count=quality.asked),
        share_0_1=quality.answered / quality.asked if quality.asked else 0.0,
        note=texts.get("wall.phones.by_phone", answers=answers, votes=votes),
        closed=_point("wall.phones.over" if was_open else "wall.phones.closed", texts),
    )


def ranking_wall(results: Results, names: WallNames, texts: Texts) -> RankingWall:
    """Return the first ten of the ranking, each with the places between which it would lie."""
    ranked = [skill for skill in results.skills if skill.ranking.rank is not None]
    answered = results.quality.answered
    return RankingWall(
        head=WallHead(
            title=texts.term("wall.ranking.title"),
            subtitle=texts.get("wall.ranking.subtitle", count=answered) if ranked else "",
            nothing="" if ranked else texts.term("wall.ranking.nothing"),
        ),
        skills=tuple(_ranked(skill, len(ranked), names, texts) for skill in ranked[:MOST_LINES]),
    )


def _ranked(skill: SkillResult, last: int, names: WallNames, texts: Texts) -> RankedSkill:
    rank = skill.ranking.rank or 0
    low, high = skill.ranking.rank_low or rank, skill.ranking.rank_high or rank
    range_key = "wall.ranking.place" if low == high else "wall.ranking.places"
    return RankedSkill(
        rank=rank,
        label=skill_label(skill, names, texts),
        priority_0_1=(skill.ranking.priority or 0.0) / 100,
        places=texts.get(range_key, low=low, high=high),
        low_0_1=(low - 1) / last,
        high_0_1=min(high / last, 1.0),
        firms=texts.get("wall.firms", count=skill.quantities.users),
        verdict=skill.imbalance.verdict,
        verdict_words=sentence_case(texts.term(f"verdict.{skill.imbalance.verdict}")),
    )


def map_wall(results: Results, names: WallNames, texts: Texts, *, line: int) -> MapWall:
    """Return demand against supply. ``line``: firms from which demand counts as high."""
    items = results.groups if results.lead_level == "groups" else results.skills
    drawn = [item for item in items if is_on_map(item)][:MOST_CIRCLES]
    keys = ("high_low", "high_high", "low_low", "low_high", "unknown", "demand", "supply")
    return MapWall(
        head=WallHead(
            title=texts.term("wall.map.title"),
            nothing="" if drawn else texts.term("wall.map.nothing"),
        ),
        skills=tuple(_mapped(item, names, texts) for item in drawn),
        titles={key: texts.term(f"wall.map.{key}") for key in keys},
        legend=texts.term("wall.map.legend"),
        line=line,
    )


def _mapped(item: SkillResult, names: WallNames, texts: Texts) -> MappedSkill:
    place = map_place(item)
    return MappedSkill(
        uri=item.uri,
        label=skill_label(item, names, texts),
        demand=place.demand,
        supply=place.supply,
        people=place.people,
        evidence=item.imbalance.evidence,
        verdict=item.imbalance.verdict,
    )


def coverage_wall(results: Results, names: WallNames, texts: Texts) -> CoverageWall:
    """Return the top skills with people short, recorded places, and who offers them."""
    skills = tuple(_covered(skill, names, texts) for skill in top_skills(results, MOST_LINES))
    figures = [figure for skill in skills for figure in (skill.people, skill.places) if figure is not None]
    return CoverageWall(
        head=WallHead(
            title=texts.term("wall.coverage.title"),
            subtitle=texts.term("wall.coverage.subtitle") if skills else "",
            nothing="" if skills else texts.term("wall.ranking.nothing"),
        ),
        skills=skills,
        most=max(figures, default=0) or 1,
    )


def _covered(skill: SkillResult, names: WallNames, texts: Texts) -> CoveredSkill:
    fitting = [one for one in skill.coverage.providers if one.fit is not Fit.NO]
    known = [one.places for one in fitting if one.places is not None]
    people, places = skill.quantities.short_12m, skill.coverage.places_known if known else None
    offering = tuple(dict.fromkeys(one.partner for one in skill.coverage.providers))
    if names.shown and offering:
        providers = texts.listing([names.partner(one) for one in offering])
    else:
        providers = texts.get("wall.coverage.providers", count=len(offering))
    unknown = texts.term("wall.coverage.unknown")
    return CoveredSkill(
        label=skill_label(skill, names, texts),
        status=skill.coverage.status,
        status_words=sentence_case(texts.term(f"coverage_status.{skill.coverage.status}")),
        people=people,
        people_words=texts.get("wall.coverage.people", value=unknown if people is None else texts.number(people)),
        places=places,
        places_words=texts.get("wall.coverage.places", value=unknown if places is None else texts.number(places)),
        providers=providers,
    )


def grid_wall(snapshot: Snapshot, catalogue: Catalogue, names: WallNames, texts: Texts) -> GridWall:
    """Return the six cells with what the cluster does, what is over last."""
    cells = [Cell(scope, complexity) for complexity in Complexity for scope in Scope]
    inside = {
        cell: sorted(_of(cell, snapshot.actions), key=lambda one: (one.status in _OVER, one.id)) for cell in cells
    }
    empty = sum(not actions for actions in inside.values())
    return GridWall(
        head=WallHead(title=texts.term("wall.grid.title"), subtitle=texts.get("wall.grid.empty", count=empty)),
        scopes=tuple(sentence_case(texts.term(f"scope.{scope}")) for scope in Scope),
        complexities=tuple(sentence_case(texts.term(f"complexity.{complexity}")) for complexity in Complexity),
        cells=tuple(_cell(cell, inside, catalogue, names, texts) for cell in cells),
    )


def _of(cell: Cell, actions: Iterable[Action]) -> Iterable[Action]:
    return (action for action in actions if action.cell == cell)


def _cell(
    cell: Cell, inside: Mapping[Cell, list[Action]], catalogue: Catalogue, names: WallNames, texts: Texts
) -> WallCell:
    example = texts.get(f"action.{catalogue.actions_in(cell)[0].id}.title")
    return WallCell(
        cell=cell,
        actions=tuple(
            WallAction(
                title=names.text(action.title),
                timing=action.timing,
                fact=sentence_case(texts.term(f"action_status.{action.status}")),
                is_over=action.status in _OVER,
            )
            for action in inside[cell]
        ),
        nothing=sentence_case(texts.term("report.grid.nothing_yet")),
        example=texts.get("report.grid.for_example", example=example),
    )


def skill_label(skill: SkillResult, names: WallNames, texts: Texts) -> str:
    """Return what a skill is called in the language of the wall."""
    return names.text(label_in(skill.labels, texts.language) or skill.uri)


def _point(key: str, texts: Texts) -> WallPoint:
    return WallPoint(title=texts.term(key), help=texts.term(f"{key}_help"))
