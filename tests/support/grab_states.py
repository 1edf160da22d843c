"""States of pages that `grab.py --states` brings up before it takes a picture: other tabs, panels, dialogs, messages."""

from tests.support.states import (
    actions,
    cluster,
    diagnosis,
    file_care,
    members,
    needs,
    next_steps,
    partners,
    report,
    workshop,
)

STATES = (
    *file_care.STATES,
    *cluster.STATES,
    *members.STATES,
    *needs.STATES,
    *partners.STATES,
    *diagnosis.STATES,
    *actions.STATES,
    *next_steps.STATES,
    *report.STATES,
    *workshop.STATES,
)
"""All of them; those of a page stand in the module of its name in `tests/support/states`."""
