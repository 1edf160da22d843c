"""What was worked out about the ledger of funder figures. ``None`` means "nobody told us", never zero."""

from __future__ import annotations

from dataclasses import dataclass

from fastmap.model.ids import KpiKey
from fastmap.model.kpis import KpiEntry, KpiObjective, KpiUnit
from fastmap.model.messages import Fact, Message, Name, Term


def is_downwards(*, adds_up: bool, baseline: float | None, target: float | None) -> bool:
    """Say whether less is better: a level whose target lies below where it began."""
    return not adds_up and baseline is not None and target is not None and target < baseline


@dataclass(frozen=True, slots=True, kw_only=True)
class KpiPeriod:
    """What the entries of one period come to."""

    period: str | None
    """As `fastmap.model.kpis.canonical_period` writes it; ``None``: entries without a period."""
    value: float | None
    """In the indicator's unit; an organisation that an earlier period counted is not counted again."""
    unknown_entries: int
    """Entries whose value is not known: the value is then at least what is told."""
    organisations: int | None
    """Different organisations named; ``None`` if none was named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KpiOrganisation:
    """An organisation that stands behind a figure."""

    key: str
    """The same for the same organisation, whether it was picked as a member, as a partner or typed."""
    name: Name | str
    is_sme: bool | None
    """``None`` if its size is not recorded."""
    may_be_member: bool
    """False for organisations known to be partners outside the cluster."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KpiResult:
    """One indicator of the ledger."""

    key: KpiKey
    objective: KpiObjective
    mandatory: bool
    unit: KpiUnit
    name: str | None
    """Of an own indicator; ``None``: the text ``kpi.<key>.name``."""
    adds_up: bool
    about_members: bool
    baseline: float | None
    target: float | None
    target_is_the_funders: bool
    """True if the target is a threshold of the catalogue."""
    part_of: KpiKey | None
    share_target: float | None
    """Share (0–1) of ``part_of`` that is asked for."""
    share: float | None
    """Share (0–1) of ``part_of`` that was reached."""
    recorded: float | None
    """Sum (or last level) of the values as entered, before organisations that come again are taken out."""
    counted_twice: int
    """How much of ``recorded`` is organisations that an earlier entry counted already."""
    actual: float | None
    """What may be reported: ``recorded`` without what would be counted twice."""
    unknown_entries: int
    organisations: tuple[KpiOrganisation, ...]
    """Different organisations behind it, in the order in which they were counted."""
    organisation_count: int | None
    """How many they are; ``None`` if none was named."""
    reached: bool | None
    """Whether the target is reached; ``None`` without a target, without a value, or while missing values could tell."""
    progress: float | None
    """Way from the beginning (0) to the target (1), may exceed 1."""
    periods: tuple[KpiPeriod, ...]
    """In time; those without a place in it last."""
    entries: tuple[KpiEntry, ...]
    """In time; those without a place in it last."""
    warnings: tuple[Message, ...]
    """Texts ``kpi_warning.<code>``."""

    @property
    def less_is_better(self) -> bool:
        """Whether the target is the most there should be."""
        return is_downwards(adds_up=self.adds_up, baseline=self.baseline, target=self.target)

    @property
    def is_part_of_target(self) -> bool:
        """Whether ``progress`` is what was reached divided by the target: its way begins at zero."""
        return self.adds_up or not self.baseline or (self.target is None and self.share_target is not None)

    @property
    def title(self) -> Fact:
        """What the indicator is called, as a fact of a sentence."""
        return self.name if self.name is not None else Term(f"kpi.{self.key}.name")
