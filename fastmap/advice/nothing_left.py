"""Why there is no recommendation: too little is recorded, or everything that the framework knows runs already."""

from __future__ import annotations

from fastmap.analysis.references import followed
from fastmap.catalogue.definitions import Catalogue
from fastmap.model.choices import ActionStatus
from fastmap.model.messages import Fact, Message, Term, message
from fastmap.model.results import Results


def why_nothing(results: Results, catalogue: Catalogue) -> Message:
    """Return the sentence for results without a recommendation; it names the indicators that are not in place all the same."""
    running = (action for action in results.snapshot.actions if action.status is ActionStatus.RUNNING)
    if not catalogue.actions.keys() <= {followed(action, catalogue) for action in running}:
        return Message("report.decisions.none")
    missing: tuple[Fact, ...] = tuple(
        Term(f"indicator.{item.key}.name") for step in results.steps for item in step.indicators if item.met is False
    )
    if not missing:
        return Message("report.decisions.all_run")
    return message("report.decisions.all_run_missing", count=len(missing), indicators=missing)
