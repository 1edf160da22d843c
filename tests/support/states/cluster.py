"""The step Cluster."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.support.states.state import Settle, State
from tests.support.ui import find


def _grant(window: Any, settle: Settle) -> None:
    find(window, "clusterGrantFold").click()
    settle(0.3)
    scroll = find(window, "clusterScroll")
    scroll.ensureWidgetVisible(find(window, "grantLogoWords"))


def _team(person: str = "") -> Callable[[Any, Settle], None]:
    def open_it(window: Any, settle: Settle) -> None:
        find(window, "clusterView_team").click()
        settle(1)
        if person:
            view = window.workspace.page.team
            row = next(row for row in view.table.rows.shown if row.respondent == person)
            view.table.row_opened.emit(row.id)
            settle(0.5)

    return open_it


STATES = (
    State(page="cluster", name="grant", bring_up=_grant),
    State(page="cluster", name="team", bring_up=_team()),
    State(page="cluster", name="team_staff", bring_up=_team("T004")),
    State(page="cluster", name="team_stakeholder", bring_up=_team("S004")),
)
