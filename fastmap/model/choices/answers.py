"""What a form asks to choose, how it came in, and what became of it."""

from __future__ import annotations

from enum import StrEnum


class Channel(StrEnum):
    """How an answer came in."""

    EXCEL = "excel"
    PHONE = "phone"
    INTERVIEW = "interview"
    PAPER = "paper"
    SURVEY = "survey"


class ResponseState(StrEnum):
    """Only *accepted* responses count in the analysis."""

    NEW = "new"
    TO_CHECK = "to_check"
    ACCEPTED = "accepted"
    SUPERSEDED = "superseded"


class ImportState(StrEnum):
    """What became of one file of an import."""

    ACCEPTED = "accepted"
    PARTIAL = "partial"
    DUPLICATE = "duplicate"
    BLANK = "blank"
    """Nothing was filled in; nothing was kept."""
    TO_CHECK = "to_check"
    ATTACHMENT = "attachment"
    UNREADABLE = "unreadable"
    NOT_A_FORM = "not_a_form"


class NeedLevel(StrEnum):
    """Level at which a skill is needed."""

    BASIC = "basic"
    SKILLED = "skilled"
    EXPERT = "expert"


class Consequence(StrEnum):
    """What happens if nothing changes; severity points stand in the rules (work stops 4 … little 1)."""

    STOPS = "stops"
    ORDERS = "orders"
    DELAYS = "delays"
    COST = "cost"
    LITTLE = "little"


class Hiring(StrEnum):
    """Whether the firm tried to hire for the skill in the last year."""

    NOT_TRIED = "not_tried"
    FILLED = "filled"
    HARD = "hard"
    NOT_FILLED = "not_filled"


class HiringReason(StrEnum):
    """Why hiring was hard."""

    FEW_APPLICANTS = "few_applicants"
    LACKED_SKILL = "lacked_skill"
    CONDITIONS = "conditions"
    OTHER = "other"


class Provision(StrEnum):
    """Whether suitable training exists nearby."""

    NOT_LOOKED = "not_looked"
    NONE = "none"
    SMALL = "small"
    MISFIT = "misfit"
    FITS = "fits"


class Barrier(StrEnum):
    """Main barrier to training."""

    TIME = "time"
    COST = "cost"
    OFFER = "offer"
    DISTANCE = "distance"
    INFORMATION = "information"
    POACHING = "poaching"
    NONE = "none"
