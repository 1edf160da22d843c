"""Where the records behind an indicator or a reason stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fastmap.catalogue.definitions import Catalogue
    from fastmap.model.choices import Step
    from fastmap.model.messages import Message


PAGE_OF_INDICATOR = {
    "education_types_inside": "partners",
    "education_linked_share": "partners",
    "response_rate": "members",
    "sme_share_gap": "members",
    "internship_tie_share": "partners",
    "alone_actions_running": "actions",
    "monitoring_running": "actions",
    "top10_served_share": "actions",
    "team_assessment": "cluster",
    "mapping_repeated": "diagnosis",
    "regional_actions_serving": "actions",
    "partner_types_formal": "partners",
    "regional_cluster_linked": "partners",
    "international_action_running": "actions",
    "international_partner_linked": "partners",
}
"""Where the data behind an indicator is recorded; those that only a person can tell stand on this page."""


_PAGE_OF_REASON = {
    "advice.why.coverage": "partners",
    "advice.why.actor": "partners",
    "advice.why.empty_cell": "actions",
}
"""Where the figures of a reason stand, by the beginning of its key; those of a skill stand in its diagnosis."""


def page_of_reason(line: Message) -> str:
    """Return the step in which the data behind a reason are recorded."""
    if line.key.startswith("indicator."):
        return PAGE_OF_INDICATOR.get(line.key.split(".")[1], "next_steps")
    return next((page for prefix, page in _PAGE_OF_REASON.items() if line.key.startswith(prefix)), "diagnosis")


def step_of_reason(line: Message, catalogue: Catalogue) -> Step | None:
    """Return the step of the path whose indicators hold the target that a reason names, if it names one."""
    if not line.key.startswith("indicator."):
        return None
    key = line.key.split(".")[1]
    return next((item.step for item in catalogue.indicators if item.key == key), None)
