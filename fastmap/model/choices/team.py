"""The team's assessment of itself."""

from __future__ import annotations

from enum import StrEnum


class TeamRole(StrEnum):
    """Who filled in a questionnaire of the team self-assessment."""

    MANAGER = "manager"
    STAFF = "staff"
    STAKEHOLDER = "stakeholder"


class TeamAnswer(StrEnum):
    """How far the team masters an item; on screen and on paper the digits 1–4 in this order."""

    LACKS = "lacks"
    PARTLY = "partly"
    MASTERS = "masters"
    NOT_RELEVANT = "not_relevant"
