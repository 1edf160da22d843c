"""Somebody who works out withheld figures: everything that anonymous editions print becomes an equation or a bound.

The unknowns are whole numbers that are not negative: for every skill and group how many members named it, what they
answered, and the sums of people. What an edition tells is an equation, "< 5" and "> 20" are bounds, a coarse mean is a
pair of inequalities over the answers behind it, and a group holds its skills. A withheld figure is recovered if only one
value is left for it; a sum of people also if all values left lie within the p % of decision record 0221.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

import numpy as np

from fastmap.catalogue.definitions import Rules
from fastmap.model.choices import Consequence
from fastmap.model.ids import SkillUri
from fastmap.model.results import Results, SkillResult
from fastmap.report.disclosure import may_tell
from fastmap.report.privacy import Protected
from tests.support.unknowns import Recovered, Unknowns

PEOPLE = ("short_now", "short_12m", "short_36m", "joint_people")
BLANKS = (*PEOPLE, "consequence", "hiring", "provision")
_MOST_PEOPLE = 10_000


Knowledge: TypeAlias = Callable[[Unknowns, list[SkillResult]], None]
"""Adds what somebody knows beside the editions about a group and its skills."""


def recovered(
    truth: Results, editions: Iterable[Protected], rules: Rules, knowing: Knowledge | None = None
) -> Iterator[Recovered]:
    """Yield every withheld figure of skills and groups that readers of all ``editions`` together can work out.

    ``truth`` gives the structure (which skills lie in which group), how coarse a mean is, and the true figures to
    compare with. Readers are taken to know how many members answered, even where no edition says it.
    """
    known = tuple(editions)
    groups = {group.uri: group for group in truth.groups}
    inside = {child for group in groups.values() for child in group.skills}
    blocks = [[group.uri, *group.skills] for group in groups.values()]
    blocks += [[item.uri] for item in truth.skills if item.uri not in inside]
    items = {item.uri: item for item in (*truth.skills, *truth.groups)}
    for block in blocks:
        members = [items[uri] for uri in block]
        system = _system(truth, members, groups, known, rules)
        if knowing is not None:
            knowing(system, members)
        yield from _recovered_of(members, system, known, rules, truth.quality.answered)


def _recovered_of(
    block: list[SkillResult], system: Unknowns, editions: tuple[Protected, ...], rules: Rules, answered: int
) -> Iterator[Recovered]:
    def is_kept_back(item: SkillResult, figure: str) -> bool:
        return all(_is_withheld(edition, item, figure) for edition in editions)

    wanted = {
        system.names[item.uri, figure]: (item, figure, true)
        for item in block
        for figure, true in _true_figures(item).items()
        if true
        and is_kept_back(item, figure)
        and not (item.skills and figure not in PEOPLE and _is_a_precaution(item, figure, true, answered, rules))
        # A sum of sums that are all told is no secret, even of a group whose name is withheld.
        and not (item.skills and figure in PEOPLE and not any(is_kept_back(child, figure) for child in block[1:]))
    }
    for place, (low, high) in system.solutions(wanted).items():
        item, figure, true = wanted[place]
        margin = rules.privacy_within * true if figure in PEOPLE else 0.0
        if true - margin <= low and high <= true + margin:
            yield Recovered(item.uri, figure, low, high, true)


def _is_a_precaution(item: SkillResult, figure: str, true: float, answered: int, rules: Rules) -> bool:
    """Say whether a count of a group rests on enough members, and so does the rest of its base.

    Groups keep all such counts back, lest a difference to their skills be small. Where it is not, because a single skill
    has them all, the count follows from that skill's own, which is told, and tells nothing new.
    """
    base = answered if figure in ("users", "unused") else item.quantities.users
    return may_tell(int(true), base, rules.privacy_k)


def _true_figures(item: SkillResult) -> dict[str, float]:
    found = item.quantities
    figures: dict[str, float] = {"users": found.users, "tried_hires": found.tried_hires}
    figures |= {name: value for name in PEOPLE if (value := getattr(found, name)) is not None}
    figures |= {f"unknown_{name}": getattr(found.unknown, name) for name in BLANKS}
    figures |= {f"consequence_{one}": found.consequences.get(str(one), 0) for one in Consequence}
    figures["unused"] = int(item.imbalance.figures.get("unused") or 0)
    return figures


def _is_withheld(edition: Protected, item: SkillResult, figure: str) -> bool:
    shown = _shown(edition).get(item.uri)
    return shown is None or edition.protection.word(item.uri, figure) is not None


def _shown(edition: Protected) -> dict[SkillUri, SkillResult]:
    return {item.uri: item for item in (*edition.results.skills, *edition.results.groups)}


def _system(
    truth: Results,
    block: list[SkillResult],
    groups: Mapping[SkillUri, SkillResult],
    editions: tuple[Protected, ...],
    rules: Rules,
) -> Unknowns:
    system, answered = Unknowns(), truth.quality.answered
    for item in block:
        _describe(system, item, answered)
    for item in block:
        if item.uri in groups:
            _hold(system, item.uri, [child.uri for child in block if child.uri != item.uri])
    for edition in editions:
        shown = _shown(edition)
        few = {frozenset(labels.labels.items()) for labels in edition.protection.few_labels}
        for item in block:
            if item.uri in shown:
                _tell(system, item, shown[item.uri], edition, rules, answered)
            elif frozenset(item.labels.items()) in few:
                system.within(system.names[item.uri, "users"], 1, edition.protection.k - 1)
        told = edition.results.quality.needs_rows
        if not {"answered", "needs_rows"} & edition.protection.general.keys() and not truth.snapshot.splits:
            users = {system.names[item.uri, "users"]: 1.0 for item in block if item.uri not in groups}
            rest = sum(item.quantities.users for item in truth.skills if item.uri not in {one.uri for one in block})
            system.add(users, 0, told - rest)
    return system


def _describe(system: Unknowns, item: SkillResult, answered: int) -> None:
    """Add what everybody knows of one skill or group: which answers are parts of which."""
    uri = item.uri
    users = system.unknown(uri, "users", answered)
    for name in BLANKS:
        blank = system.unknown(uri, f"unknown_{name}", answered)
        system.add({users: 1, blank: -1}, 0, np.inf)
    consequences = {system.unknown(uri, f"consequence_{one}", answered): 1.0 for one in Consequence}
    system.add({**consequences, system.names[uri, "unknown_consequence"]: 1, users: -1}, 0, 0)
    tried, hard = (system.unknown(uri, name, answered) for name in ("tried_hires", "hard"))
    system.add({tried: 1, hard: -1}, 0, np.inf)
    system.add({users: 1, system.names[uri, "unknown_hiring"]: -1, tried: -1}, 0, np.inf)
    system.unknown(uri, "unused", answered)
    for name in PEOPLE:
        system.unknown(uri, name, _MOST_PEOPLE)


def _hold(system: Unknowns, group: str, children: list[str]) -> None:
    """Add that a group has each member of its skills once, and all of their people."""
    at = system.names
    for name in ("users", "tried_hires", "unused"):
        for child in children:
            system.add({at[group, name]: 1, at[child, name]: -1}, 0, np.inf)
    for name in ("users", "unused"):
        system.add({at[group, name]: -1, **{at[child, name]: 1 for child in children}}, 0, np.inf)
    for name in PEOPLE:
        system.add({at[group, name]: -1, **{at[child, name]: 1 for child in children}}, 0, 0)


def _tell(
    system: Unknowns, item: SkillResult, shown: SkillResult, edition: Protected, rules: Rules, answered: int
) -> None:
    """Add what one edition prints of one skill or group."""
    told, uri = shown.quantities, item.uri
    figures: dict[str, float | None] = {name: getattr(told, name) for name in ("users", "tried_hires", *PEOPLE)}
    figures |= {f"unknown_{name}": getattr(told.unknown, name) for name in BLANKS}
    figures |= {f"consequence_{one}": told.consequences.get(str(one), 0) for one in Consequence}
    unused = shown.imbalance.figures.get("unused")
    figures["unused"] = unused
    for figure, value in figures.items():
        place, word = system.names[uri, figure], edition.protection.word(uri, figure)
        if word is None:
            if value is not None:
                system.within(place, value, value)
            elif figure in PEOPLE:  # nobody gave a number, and the table says so
                system.within(place, 0, 0)
        elif word.startswith("<"):
            bound = int(word[1:])
            # Where fewer than k answered at all, the same words stand for nobody, too.
            system.within(place, 0 if answered < bound else 1, bound - 1)
        elif word.startswith(">"):
            system.within(place, int(word[1:]) + 1)
    at = system.names
    if told.severity is not None:
        points = {at[uri, f"consequence_{one}"]: float(rules.severity_points[one]) for one in Consequence}
        _mean(
            system, points, dict.fromkeys(points, 1.0), told.severity, sum(item.quantities.consequences.values()), rules
        )
    if told.scarcity is not None:
        tried, hard = at[uri, "tried_hires"], at[uri, "hard"]
        _mean(system, {hard: 1.0}, {tried: 1.0}, told.scarcity, item.quantities.tried_hires, rules)


def _mean(
    system: Unknowns, part: Mapping[int, float], base: Mapping[int, float], value: float, size: int, rules: Rules
) -> None:
    """Add that a mean over ``size`` members reads ``value`` once it is made coarse."""
    half = 0.5 / (2 if size < 2 * rules.privacy_k else 4 if size < 4 * rules.privacy_k else 10)
    for sign in (1.0, -1.0):
        terms = {place: sign * factor for place, factor in part.items()}
        for place, factor in base.items():
            terms[place] = terms.get(place, 0.0) - (sign * value + half) * factor
        system.add(terms, -np.inf, 1e-9)
