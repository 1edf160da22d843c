"""The step Actions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from tests.support.states.state import Settle, State, click, first
from tests.support.ui import find


def _open_card(window: Any, _settle: Settle) -> None:
    window.workspace.page.grid.findChildren(type(first(window, "actionCard")))[0].opened.emit()


def _filter_actions(window: Any, _settle: Settle) -> None:
    find(window, "filterActions").click()
    box = find(window, "filter_status")
    box.setCurrentIndex(box.findData("running"))


def _record_practice(window: Any, _settle: Settle) -> None:
    find(window, "showPractices").click()
    find(window, "recordPractice").click()


def _odd_action(window: Any, settle: Settle) -> None:
    from fastmap.changes import SaveActions

    action = next(one for one in window.session.state.snapshot.actions if one.id == "A005")
    evidence = ("Agreement of 3 June", "https://example.org/ferrana/dual-programme/agreement-and-places-of-2026")
    odd = replace(action, partners=(), end=date(2020, 1, 1), evidence=evidence)
    window.session.apply(SaveActions(actions=(odd,)))
    settle(0.5)
    window.workspace.page.grid.cards["A005"].opened.emit()
    settle(0.3)
    find(window, "editPanelScroll").verticalScrollBar().setValue(0)


def _sixty_actions(window: Any, settle: Settle) -> None:
    from fastmap.changes import SaveActions
    from fastmap.model.actions import ALL_CELLS

    known = window.session.state.snapshot.actions
    more = [
        replace(
            known[number % len(known)],
            id=f"Z{number:03}",
            cell=ALL_CELLS[number % 6],
            title=f"{known[number % len(known)].title} {number}",
        )
        for number in range(60 - len(known))
    ]
    window.session.apply(SaveActions(actions=tuple(more)))
    settle(1.0)


STATES = (
    State(page="actions", name="add", bring_up=click("addAction")),
    State(page="actions", name="edit", bring_up=_open_card),
    State(page="actions", name="examples", bring_up=click("showPractices")),
    State(page="actions", name="balance", bring_up=click("showBalance")),
    State(page="actions", name="filter", bring_up=_filter_actions),
    State(page="actions", name="practice", bring_up=_record_practice),
    State(page="actions", name="odd", bring_up=_odd_action),
    State(page="actions", name="sixty", bring_up=_sixty_actions),
)
