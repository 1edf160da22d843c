"""The step Next steps: cards, targets, roadmap."""

from __future__ import annotations

from typing import Any

from tests.support.states.state import Settle, State, click, first
from tests.support.ui import find


def _refused_target(window: Any, settle: Settle) -> None:
    find(window, "nextStep_broaden").click()
    settle(0.3)
    line = find(window, "target_education_types_inside")
    line.setText("150")
    line.setModified(True)
    line.editingFinished.emit()
    settle(0.2)


def _own_target(window: Any, settle: Settle) -> None:
    from fastmap.changes import SetIndicatorTarget
    from fastmap.model.actions import IndicatorTarget

    window.session.apply(SetIndicatorTarget(target=IndicatorTarget(key="response_rate", target=0.75)))
    settle(2.0)
    find(window, "nextStep_broaden").click()


def _roadmap(window: Any, settle: Settle) -> None:
    find(window, "nextStepsTabs").setCurrentIndex(1)
    settle(0.3)


def _roadmap_panel(window: Any, settle: Settle) -> None:
    _roadmap(window, settle)
    rows = window.workspace.page.roadmap.lanes.rows
    window.workspace.page.roadmap.open_action(list(rows)[-1])
    settle(0.3)


def _plan(window: Any, settle: Settle) -> None:
    card = first(window, "showDecision_")
    card.click()
    settle(0.3)
    page = window.workspace.page
    page.area.ensureWidgetVisible(page._cards[card.objectName().removeprefix("showDecision_")].paper, 0, 40)


def _others(window: Any, settle: Settle) -> None:
    toggle = find(window, "showWhyNotOthers")
    toggle.click()
    settle(0.3)
    window.workspace.page.area.ensureWidgetVisible(toggle, 0, 340)


def _back(window: Any, settle: Settle) -> None:
    """Put the first decision off, then take answers away so that its facts change."""
    from fastmap.changes import RemoveResponses
    from fastmap.model.choices import RecommendationAnswer

    page, session = window.workspace.page, window.session
    first = session.state.results.recommendations[0].id
    page.presenter.answer(first, RecommendationAnswer.LATER, "After the summer, when the budget is known")
    session.apply(RemoveResponses(responses=tuple(one.id for one in session.state.snapshot.responses[:6])))
    settle(3)
    page.area.ensureWidgetVisible(page._cards[first], 0, 200)


STATES = (
    State(page="next_steps", name="card", bring_up=lambda window, _: first(window, "showDecision_").click()),
    State(page="next_steps", name="no", bring_up=lambda window, _: first(window, "no_").click()),
    State(page="next_steps", name="connect", bring_up=click("nextStep_connect")),
    State(page="next_steps", name="engage", bring_up=click("nextStep_engage")),
    State(page="next_steps", name="own-target", bring_up=_own_target),
    State(page="next_steps", name="develop", bring_up=click("nextStep_develop")),
    State(page="next_steps", name="broaden", bring_up=click("nextStep_broaden")),
    State(page="next_steps", name="refused_target", bring_up=_refused_target),
    State(page="next_steps", name="roadmap", bring_up=_roadmap),
    State(page="next_steps", name="roadmap_panel", bring_up=_roadmap_panel),
    State(page="next_steps", name="plan", bring_up=_plan),
    State(page="next_steps", name="others", bring_up=_others),
    State(page="next_steps", name="back", bring_up=_back),
)
