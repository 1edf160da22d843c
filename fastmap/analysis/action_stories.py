"""What became of the cluster's actions since the round before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from fastmap.model.actions import Action
from fastmap.model.choices import ActionStatus
from fastmap.model.comparison import ActionChange, ActionStory
from fastmap.model.earlier import RoundAction
from fastmap.model.ids import ActionId
from fastmap.model.normalise import text_key

_ENDED: Final = {ActionStatus.DONE: ActionChange.DONE, ActionStatus.STOPPED: ActionChange.STOPPED}
_ORDER: Final = tuple(ActionChange)


def action_stories(
    now: Iterable[Action], earlier: Iterable[RoundAction], *, ids_are_stable: bool, by: date | None
) -> tuple[ActionStory, ...]:
    """Return every action of either round, by what became of it.

    Actions are the same by id where ids were carried over, else by their title where it occurs once in each round.
    ``by``: an action that was to end before this day and did not is late; ``None``: none is called late.
    """
    now, earlier = tuple(now), tuple(earlier)
    before = _same_actions(now, earlier, ids_are_stable=ids_are_stable)
    known = {one.id for one in before.values()}
    stories = [_story(action, before.get(action.id), by) for action in now]
    stories += [_gone(one) for one in earlier if one.id not in known]
    return tuple(sorted(stories, key=lambda story: (_ORDER.index(story.change), story.title.casefold(), story.id)))


def _same_actions(
    now: tuple[Action, ...], earlier: tuple[RoundAction, ...], *, ids_are_stable: bool
) -> Mapping[ActionId, RoundAction]:
    if ids_are_stable:
        by_id = {one.id: one for one in earlier}
        return {action.id: by_id[action.id] for action in now if action.id in by_id}
    titles_now = Counter(text_key(action.title) for action in now)
    titles_then = Counter(text_key(one.title) for one in earlier)
    by_title = {text_key(one.title): one for one in earlier}
    return {
        action.id: by_title[key]
        for action in now
        if titles_now[key := text_key(action.title)] == 1 and titles_then[key] == 1
    }


def _story(action: Action, before: RoundAction | None, by: date | None) -> ActionStory:
    is_open = action.status not in _ENDED
    return ActionStory(
        id=action.id,
        title=action.title,
        reference=action.reference,
        change=_change(before, action.status),
        before=None if before is None else before.status,
        now=action.status,
        end=action.end,
        is_late=is_open and by is not None and action.end is not None and action.end < by,
    )


def _change(before: RoundAction | None, now: ActionStatus) -> ActionChange:
    if before is not None and before.status is now:
        return ActionChange.KEPT
    if now in _ENDED:
        return _ENDED[now]
    if before is None:
        return ActionChange.NEW
    return ActionChange.STARTED if now is ActionStatus.RUNNING else ActionChange.KEPT


def _gone(one: RoundAction) -> ActionStory:
    return ActionStory(
        id=one.id,
        title=one.title,
        reference=one.reference,
        change=ActionChange.REMOVED,
        before=one.status,
        now=None,
        end=one.end,
        is_late=False,
    )
