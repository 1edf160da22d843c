"""The step Report: editions, texts, funder figures."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.support.states.state import Settle, State, click, scroll_to_end
from tests.support.ui import find


def _figures(*names: str) -> Callable[[Any, Settle], None]:
    def bring_up(window: Any, settle: Settle) -> None:
        for name in ("reportViews_figures", *names):
            find(window, name).click()
            settle(0.3)

    return bring_up


def _period(window: Any, settle: Settle) -> None:
    find(window, "reportViews_figures").click()
    settle(0.3)
    box = find(window, "kpiPeriodFilter")
    box.setCurrentIndex(box.count() - 1)
    box.activated.emit(box.currentIndex())
    settle(0.3)


STATES = (
    State(page="report", name="anonymous", bring_up=click("reportEdition_anonymous")),
    State(page="report", name="texts", bring_up=click("reportViews_texts")),
    State(page="report", name="figures", bring_up=click("reportViews_figures")),
    State(page="report", name="indicator", bring_up=_figures("openKpi_smes_served")),
    State(page="report", name="value", bring_up=_figures("openKpi_smes_served", "addKpiEntry")),
    State(page="report", name="own", bring_up=_figures("addOwnKpi")),
    State(page="report", name="register", bring_up=_figures("kpiParts_register")),
    State(page="report", name="period", bring_up=_period),
    State(page="report", name="end", bring_up=scroll_to_end("reportOptions")),
)
