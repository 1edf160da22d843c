"""The typology of actions, their state, and the steps they belong to."""

from __future__ import annotations

from enum import StrEnum


class Scope(StrEnum):
    """Column of the typology grid."""

    ALONE = "alone"
    REGIONAL = "regional"
    INTERNATIONAL = "international"


class Complexity(StrEnum):
    """Row of the typology grid."""

    LOW_MEDIUM = "low_medium"
    HIGH = "high"


class Timing(StrEnum):
    """When an action shows effect: ST ≤ 12 months, MT 1–3 years, LT > 3 years (the bounds are ours)."""

    ST = "ST"
    MT = "MT"
    LT = "LT"


class ActionStatus(StrEnum):
    """State of an action of the cluster."""

    IDEA = "idea"
    PLANNED = "planned"
    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"


class MilestoneState(StrEnum):
    """How far a milestone of an action is."""

    OPEN = "open"
    REACHED = "reached"
    DROPPED = "dropped"


class Step(StrEnum):
    """The four steps of section 5 of the paper."""

    BROADEN = "broaden"
    DEVELOP = "develop"
    ENGAGE = "engage"
    CONNECT = "connect"
