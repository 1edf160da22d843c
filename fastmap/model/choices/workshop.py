"""A workshop: what is talked about, what the wall shows, and votes with dots."""

from __future__ import annotations

from enum import StrEnum


class AgendaSubject(StrEnum):
    """What an item of a workshop's agenda is about; the manager may word it otherwise."""

    PURPOSE = "purpose"
    MISSING_ANSWERS = "missing_answers"
    RANKING = "ranking"
    PROVIDERS = "providers"
    VOTE = "vote"
    GRID = "grid"
    DECISIONS = "decisions"
    READING_ALOUD = "reading_aloud"
    OTHER = "other"


class WallView(StrEnum):
    """What the projector shows."""

    WELCOME = "welcome"
    PHONES = "phones"
    RANKING = "ranking"
    MAP = "map"
    COVERAGE = "coverage"
    VOTE = "vote"
    GRID = "grid"
    NEXT_STEPS = "next_steps"
    READING = "reading"


class BallotSubject(StrEnum):
    """What the dots of a ballot are given to."""

    NEEDS = "needs"
    ACTIONS = "actions"
    NEXT_STEPS = "next_steps"


class BallotState(StrEnum):
    """Whether dots can be given."""

    OPEN = "open"
    CLOSED = "closed"


class RankGap(StrEnum):
    """How the place of an option among the dots compares with its place in the survey."""

    HIGHER = "higher"
    LOWER = "lower"
