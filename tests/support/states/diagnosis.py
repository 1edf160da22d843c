"""The step Diagnosis: its tools and what became of the last round."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.support.states.state import Settle, State, click, scroll_to_end
from tests.support.ui import find


def _since(part: str) -> Callable[[Any, Settle], None]:
    def show(window: Any, settle: Settle) -> None:
        find(window, "diagnosisPart_since").click()
        find(window, f"sincePart_{part}").click()
        settle(0.2)

    return show


def _since_nothing(window: Any, settle: Settle) -> None:
    find(window, "diagnosisPart_since").click()
    find(window, "forgetEarlier").click()
    settle(1.0)


def _try_weights(window: Any, settle: Settle) -> None:
    find(window, "tool_weights").click()
    settle(0.1)
    find(window, "weight_size").setValue(60)


def _try_thresholds(window: Any, settle: Settle) -> None:
    find(window, "tool_thresholds").click()
    settle(1.0)
    find(window, "threshold_balanced").setValue(10)
    find(window, "threshold_suffices").setValue(-10)


def _look_at_members(window: Any, settle: Settle) -> None:
    from fastmap.analysis.restricting import MemberFilter, Size

    window.workspace.page.looking.look_at(MemberFilter(size=Size.SMALL))
    settle(2.0)


def _look_at_nobody(window: Any, settle: Settle) -> None:
    from fastmap.analysis.restricting import MemberFilter, Sort

    window.workspace.page.looking.look_at(MemberFilter(sort=Sort.RTO))
    settle(2.0)


STATES = (
    State(page="diagnosis", name="map", bring_up=click("needView_map")),
    State(page="diagnosis", name="answered", bring_up=click("tool_answered")),
    State(page="diagnosis", name="weights", bring_up=_try_weights),
    State(page="diagnosis", name="thresholds", bring_up=_try_thresholds),
    State(page="diagnosis", name="filtered", bring_up=_look_at_members),
    State(page="diagnosis", name="nobody", bring_up=_look_at_nobody),
    State(page="diagnosis", name="groups", bring_up=click("needLevel_groups")),
    State(page="diagnosis", name="few", bring_up=click("fewToggle")),
    State(page="diagnosis", name="since", bring_up=_since("needs")),
    State(page="diagnosis", name="since-verdicts", bring_up=_since("verdicts")),
    State(page="diagnosis", name="since-ranks", bring_up=_since("ranks")),
    State(page="diagnosis", name="since-actions", bring_up=_since("actions")),
    State(page="diagnosis", name="since-members", bring_up=_since("members")),
    State(page="diagnosis", name="since-none", bring_up=_since_nothing),
    State(page="diagnosis", name="end", bring_up=scroll_to_end("needDetailsScroll")),
)
