"""The balance of the grid in words: what all running and planned actions together do, and what they leave open.

Each rule looks at one thing and says nothing, or one sentence with its numbers. From when a rule speaks stands in the
catalogue (`BalanceRules`). Ideas, and what is over, count nowhere except as contents of a cell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, TypeAlias

from fastmap.catalogue.definitions import BalanceRules
from fastmap.model.actions import Action
from fastmap.model.choices import ActionStatus, Complexity, Scope, Timing
from fastmap.model.ids import PartnerId
from fastmap.model.messages import Fact, Labels, Message, Name, Term, message
from fastmap.model.organisations import Partner
from fastmap.model.results import BalanceNote, GridCell, SkillResult

COUNTED: Final = frozenset({ActionStatus.PLANNED, ActionStatus.RUNNING})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Picture:
    """Everything that rules look at."""

    grid: tuple[GridCell, ...]
    actions: tuple[Action, ...]
    """Those that run or are planned."""
    partners: dict[PartnerId, Partner]
    top_skills: tuple[SkillResult, ...]
    rules: BalanceRules

    def in_scope(self, scope: Scope) -> tuple[Action, ...]:
        return tuple(action for action in self.actions if action.cell.scope is scope)


_Rule: TypeAlias = Callable[[_Picture], Iterable[tuple[bool, Message]]]


def balance_of(
    grid: tuple[GridCell, ...],
    partners: Iterable[Partner],
    top_skills: tuple[SkillResult, ...],
    rules: BalanceRules,
) -> tuple[BalanceNote, ...]:
    """Return what can be said of the grid as a whole, gaps first, each in the order of the rules.

    ``top_skills``: the skills ranked among the first ``top_k``. Empty while no action runs or is planned.
    """
    actions = tuple(action for cell in grid for action in cell.actions if action.status in COUNTED)
    if not actions:
        return ()
    picture = _Picture(
        grid=grid,
        actions=actions,
        partners={partner.id: partner for partner in partners},
        top_skills=top_skills,
        rules=rules,
    )
    notes = [
        BalanceNote(key=sentence.key.removeprefix("grid_balance."), is_gap=is_gap, sentence=sentence)
        for rule in _RULES
        for is_gap, sentence in rule(picture)
    ]
    return tuple(sorted(notes, key=lambda note: not note.is_gap))


def _gap(key: str, /, **facts: Fact) -> tuple[bool, Message]:
    return True, message(f"grid_balance.{key}", **facts)


def _well(key: str, /, **facts: Fact) -> tuple[bool, Message]:
    return False, message(f"grid_balance.{key}", **facts)


def _complexity(picture: _Picture) -> Iterable[tuple[bool, Message]]:
    high = sum(action.cell.complexity is Complexity.HIGH for action in picture.actions)
    count = len(picture.actions)
    if not high:
        yield _gap("nothing_high", count=count)
    elif high == count and count >= picture.rules.least_actions:
        yield _gap("nothing_simple", count=count)
    else:
        yield _well("some_high", high=high, count=count)


def _empty_cells(picture: _Picture) -> Iterable[tuple[bool, Message]]:
    empty = tuple(_cell_words(cell) for cell in picture.grid if not cell.actions)
    if empty:
        yield _gap("empty_cells", count=len(empty), all=len(picture.grid), cells=empty)
    else:
        yield _well("no_empty_cell", all=len(picture.grid))


def _cell_words(cell: GridCell) -> Fact:
    scope, complexity = Term(f"scope.{cell.cell.scope}"), Term(f"complexity.{cell.cell.complexity}")
    return message("report.cell", scope=scope, complexity=complexity)


def _lean(picture: _Picture) -> Iterable[tuple[bool, Message]]:
    count = len(picture.actions)
    if count < picture.rules.least_actions:
        return
    for scope in Scope:
        here = len(picture.in_scope(scope))
        if here / count >= picture.rules.lean_share:
            yield _gap("leans", here=here, count=count, scope=Term(f"scope.{scope}"))


def _dependence(picture: _Picture) -> Iterable[tuple[bool, Message]]:
    for scope in (Scope.REGIONAL, Scope.INTERNATIONAL):
        with_partner = [action for action in picture.in_scope(scope) if action.partners]
        if len(with_partner) < picture.rules.least_tied:
            continue
        alone = Counter(action.partners[0] for action in with_partner if len(set(action.partners)) == 1)
        for partner, here in sorted(alone.items()):
            if here / len(with_partner) >= picture.rules.tied_share:
                known = picture.partners.get(partner)
                name: Fact = Name("partner", partner, known.name) if known else Term("report.partner.unknown")
                yield _gap(
                    "one_partner", here=here, count=len(with_partner), scope=Term(f"scope.{scope}"), partner=name
                )


def _partners_missing(picture: _Picture) -> Iterable[tuple[bool, Message]]:
    together = [action for scope in (Scope.REGIONAL, Scope.INTERNATIONAL) for action in picture.in_scope(scope)]
    missing = sum(not action.partners for action in together)
    if missing:
        yield _gap("no_partner", missing=missing, count=len(together))


def _top_skills(picture: _Picture) -> Iterable[tuple[bool, Message]]:
    top = picture.top_skills
    if not top:
        return
    named = {skill for action in picture.actions for skill in action.skills}
    left = [skill for skill in top if not skill.is_among(named)]
    if not left:
        yield _well("all_skills", count=len(top))
        return
    most: tuple[Fact, ...] = tuple(Labels(skill.labels) for skill in left[: picture.rules.named_skills])
    if len(left) == len(top):
        yield _gap("no_skill", count=len(top), skills=most)
    else:
        yield _gap("some_skills", served=len(top) - len(left), count=len(top), skills=most)


def _timing(picture: _Picture) -> Iterable[tuple[bool, Message]]:
    timed = [set(action.timing) for action in picture.actions if action.timing]
    if len(timed) < picture.rules.least_actions:
        return
    if not any(Timing.ST in timing for timing in timed):
        yield _gap("nothing_soon", count=len(timed))
    if all(timing == {Timing.ST} for timing in timed):
        yield _gap("nothing_lasting", count=len(timed))


def _running(picture: _Picture) -> Iterable[tuple[bool, Message]]:
    running = sum(action.status is ActionStatus.RUNNING for action in picture.actions)
    if not running:
        yield _gap("nothing_runs", count=len(picture.actions))


def _contradictions(picture: _Picture) -> Iterable[tuple[bool, Message]]:
    warned = {
        action
        for cell in picture.grid
        for action, found in cell.warnings.items()
        if any(warning.key == "grid_warning.reference_elsewhere" for warning in found)
    }
    elsewhere = sum(action.id in warned for action in picture.actions)
    if elsewhere:
        yield _gap("reference_elsewhere", elsewhere=elsewhere, count=len(picture.actions))


def _owners(picture: _Picture) -> Iterable[tuple[bool, Message]]:
    missing = sum(not action.owner for action in picture.actions)
    if missing:
        yield _gap("no_owner", missing=missing, count=len(picture.actions))


_RULES: Final[tuple[_Rule, ...]] = (
    _complexity,
    _empty_cells,
    _lean,
    _dependence,
    _partners_missing,
    _top_skills,
    _timing,
    _running,
    _owners,
    _contradictions,
)
