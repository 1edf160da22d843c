"""What a partner that the results point to has to gain: facts for those who must see conflicts of interest."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from fastmap.model.ids import PartnerId


class RecordedBy(StrEnum):
    """Who recorded what a partner offers."""

    OFFER_FORM = "offer_form"
    """The partner itself, by its offer form."""
    TEAM = "team"
    """The cluster team, in a list or in the window."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderInterest:
    """One partner named by a recommendation or an introduction. ``None`` everywhere: nobody recorded it."""

    partner: PartnerId
    decisions: tuple[int, ...]
    """Places (from 1) of the recommendations that name it."""
    introduction: bool
    """True if an introduction to it stands on the list."""
    in_cluster: bool | None
    governance: bool | None
    """True if it has a seat in a body that decides for the cluster."""
    actions: int
    """Planned or running actions that name it as a partner."""
    budget: float | None
    """Σ budgets in euro of these actions, shared with the others that they name; ``None``: none is recorded
    of any of them."""
    offers: int
    paid: bool | None
    """True if one of its offers has a price, false if all whose cost is recorded are free."""
    publicly_funded: bool | None
    """True if one of its offers is publicly funded, false if all that are told are not."""
    recorded_by: tuple[RecordedBy, ...]
    """Who recorded its offers, each once; empty without an offer."""
