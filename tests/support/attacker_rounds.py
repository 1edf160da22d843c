"""Somebody who holds the anonymous editions of two rounds, and subtracts.

Unknown are, for every skill, the firms that answered both rounds by what became of their need, and those of one round only
by whether they named it. Numbers of users in either edition, what the comparison tells skill by skill, and its totals over
all skills, shown or not, are equations over them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from fastmap.model.comparison import GONE, STILL_THERE, NeedChange, NeedStory
from fastmap.model.earlier import RoundSkill
from fastmap.model.ids import SkillUri
from fastmap.model.results import Results
from fastmap.report.disclosure import is_small, may_tell
from fastmap.report.privacy import Protected
from tests.support.unknowns import Recovered, Unknowns

_CELLS = (*(str(change) for change in NeedChange), "never", "then named", "then not", "now named", "now not")


def recovered_between_rounds(truth: Results, editions: Iterable[Protected], *, k: int) -> Iterator[Recovered]:
    """Yield each number of firms below ``k`` that readers of the last round's edition and of ``editions`` work out.

    Readers are taken to know how many answered each round, and how many of them both.
    """
    found, earlier, known = truth.since_last_round, truth.snapshot.earlier, tuple(editions)
    assert found is not None
    assert earlier is not None
    stories: dict[SkillUri, list[NeedStory]] = {}
    for story in found.stories:
        stories.setdefault(story.skill, []).append(story)
    then = {skill.uri: skill for skill in earlier.skills if not skill.is_group}
    users = {item.uri: item.quantities.users for item in truth.skills}
    same = found.same or 0
    left_then, left_now = earlier.answered - same, truth.quality.answered - same
    system, true = Unknowns(), {}
    # A skill that counts as another one by now has no figures of then that could be set beside it.
    for uri in sorted({*stories, *(uri for uri in then if uri in users)}):
        cells = _true_cells(stories.get(uri, []), users.get(uri, 0), then.get(uri), same, left_then, left_now)
        true[uri] = cells
        for name in _CELLS:
            system.unknown(uri, name, max(same, left_then, left_now))
        at = {name: system.names[uri, name] for name in _CELLS}
        both = {at[name]: 1.0 for name in (*(str(change) for change in NeedChange), "never")}
        system.add(both, same, same)
        system.add({at["then named"]: 1, at["then not"]: 1}, left_then, left_then)
        system.add({at["now named"]: 1, at["now not"]: 1}, left_now, left_now)
        if uri in then:
            _tell_users_then(system, then[uri], earlier.answered, k)
        for name, value in (("gone", _sum(cells, GONE)), ("still", _sum(cells, STILL_THERE))):
            parts = GONE if name == "gone" else STILL_THERE
            system.unknown(uri, name, same)
            system.add({system.names[uri, name]: 1, **{at[str(change)]: -1 for change in parts}}, 0, 0)
            cells[name] = value
    for edition in known:
        _tell(system, edition, true)
    secrets = {
        system.names[uri, name]: (uri, name, value)
        for uri, cells in true.items()
        for name, value in cells.items()
        if is_small(value, k)
    }
    for place, (low, high) in system.solutions(secrets).items():
        if low == high:
            uri, name, value = secrets[place]
            yield Recovered(uri, name, low, high, value)


def _sum(cells: dict[str, int], changes: Iterable[NeedChange]) -> int:
    return sum(cells[str(change)] for change in changes)


def _true_cells(
    stories: list[NeedStory], users: int, then: RoundSkill | None, same: int, left_then: int, left_now: int
) -> dict[str, int]:
    cells = {str(change): sum(story.change is change for story in stories) for change in NeedChange}
    named_then = sum(story.before is not None for story in stories)
    named_now = sum(story.now is not None for story in stories)
    cells["never"] = same - len(stories)
    cells["then named"] = max(0, (then.users if then else named_then) - named_then)
    cells["then not"] = left_then - cells["then named"]
    cells["now named"] = users - named_now
    cells["now not"] = left_now - cells["now named"]
    return cells


def _named(system: Unknowns, uri: SkillUri, when: str) -> dict[int, float]:
    """Return who named a skill in one round, as a sum of unknowns."""
    both = (*GONE, *STILL_THERE) if when == "then" else (*STILL_THERE, NeedChange.MET, NeedChange.NEW)
    return {system.names[uri, name]: 1.0 for name in (*(str(change) for change in both), f"{when} named")}


def _tell_users_then(system: Unknowns, skill: RoundSkill, answered: int, k: int) -> None:
    named = _named(system, skill.uri, "then")
    if skill.is_open and skill.users >= k and may_tell(skill.users, answered, k):
        system.add(named, skill.users, skill.users)
    elif skill.users < k:
        system.add(named, 0, k - 1)
    else:
        system.add(named, max(answered - k, k - 1) + 1, np.inf)


def _tell(system: Unknowns, edition: Protected, true: dict[SkillUri, dict[str, int]]) -> None:
    told = edition.results.since_last_round
    assert told is not None
    for item in edition.results.skills:
        if item.uri not in true:
            continue
        named, word = _named(system, item.uri, "now"), edition.protection.word(item.uri, "users")
        if word is None:
            system.add(named, item.quantities.users, item.quantities.users)
        elif word.startswith(">"):
            system.add(named, int(word[1:]) + 1, np.inf)
        elif word.startswith("<"):
            system.add(named, 0, int(word[1:]) - 1)
    for story in told.skills:
        for name, count in (
            ("gone", story.gone),
            ("still", story.still),
            *((str(change), count) for change, count in story.changes.items()),
        ):
            if count is not None:
                system.within(system.names[story.uri, name], count, count)
    for change in told.verdicts:
        if change.before.users is not None and change.uri in true:
            system.add(_named(system, change.uri, "then"), change.before.users, change.before.users)
    for way, total in told.totals.items():
        if total is not None:
            system.add({system.names[uri, str(way)]: 1.0 for uri in true}, total, total)
