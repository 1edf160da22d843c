"""Funder figures in an anonymous edition: nobody is named, and no figure rests on fewer than k firms.

A figure about members is told if at least k different firms are named behind it; a count of firms also if it is that
large itself. Periods, entries and what was counted twice would tell small numbers by subtraction: they are left out
(decision record 0232).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from fastmap.analysis.kpi_organisations import Organisations
from fastmap.model.ids import KpiKey
from fastmap.model.kpi_results import KpiResult
from fastmap.model.kpis import KpiEntry, KpiUnit, span_of
from fastmap.model.snapshot import Snapshot
from fastmap.report.disclosure import is_small, may_tell, sum_may_be_told
from fastmap.report.protection import WITHHELD

_SAID: Final = frozenset({"kpi_warning.mandatory_missing"})
"""Warnings that quote no figure and name nobody."""


class Contributions:
    """What firms added to a figure, as far as the entries tell, and whether their sum gives one of them away."""

    def __init__(self, snapshot: Snapshot, within: float) -> None:
        """Know who is behind the entries of ``snapshot``; ``within``: the p of the p% rule."""
        self._organisations = Organisations(snapshot)
        self._within = within
        # Readers of the last round's edition know the ledger of then: what came since has to hold by itself.
        self._since = snapshot.earlier.ended if snapshot.earlier is not None else None

    def may_be_told(self, kpi: KpiResult, k: int) -> bool:
        """Say whether a sum tells about no firm: enough gave something, and none most of it.

        A value behind which several firms stand is shared out among them evenly; nobody knows more.
        """
        entries = [entry for entry in (kpi.entries if kpi.adds_up else kpi.entries[-1:]) if entry.value]
        later = [entry for entry in entries if self._is_later(entry)]
        return all(sum_may_be_told(self._by_firm(some).values(), k, self._within) for some in (entries, later) if some)

    def _is_later(self, entry: KpiEntry) -> bool:
        span = span_of(entry.period)
        return self._since is not None and span is not None and span[1] > self._since

    def _by_firm(self, entries: Iterable[KpiEntry]) -> dict[str, float]:
        found: dict[str, float] = {}
        for entry in entries:
            firms = [one.key for one in self._organisations.behind(entry) if one.may_be_member]
            for key in firms:
                found[key] = found.get(key, 0.0) + (entry.value or 0.0) / len(firms)
        return found


@dataclass(slots=True)
class ProtectedKpis:
    """The ledger as an anonymous edition may show it."""

    k: int
    members: int
    """Members of the cluster: what a number of firms could be subtracted from."""
    free_text: Callable[[str | None], str | None]
    """Returns words that the cluster typed, or nothing where they name a member."""
    contributions: Contributions | None = None
    """What firms added to each figure; ``None``: nothing is known of that."""
    before: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """What an edition with a smaller k withholds: this one does, too."""
    withheld: dict[str, Mapping[str, str]] = field(default_factory=dict)
    """Indicator → figure → what is shown for it."""

    def shown(self, kpis: tuple[KpiResult, ...]) -> tuple[KpiResult, ...]:
        """Return the indicators without names, entries and small figures; fills `withheld`."""
        first = {kpi.key: self._shown(kpi) for kpi in kpis}
        return tuple(self._without_before(self._without_rest(kpi, first)) for kpi in first.values())

    def _without_before(self, kpi: KpiResult) -> KpiResult:
        now = self.withheld.get(kpi.key, {})
        return self._without(
            kpi, {name: word for name, word in self.before.get(kpi.key, {}).items() if name not in now}
        )

    def _shown(self, kpi: KpiResult) -> KpiResult:
        masked = replace(
            kpi,
            name=None if kpi.name is None else self.free_text(kpi.name) or "",
            recorded=kpi.actual,
            unknown_entries=0 if kpi.about_members else kpi.unknown_entries,
            counted_twice=0,
            organisations=(),
            entries=(),
            periods=() if kpi.about_members else tuple(replace(one, organisations=None) for one in kpi.periods),
            warnings=tuple(warning for warning in kpi.warnings if warning.key in _SAID),
        )
        if not kpi.about_members:
            return masked
        words: dict[str, str] = {}
        if not self._may_tell_actual(kpi):
            few = kpi.unit is KpiUnit.ORGANISATIONS and kpi.actual is not None and is_small(round(kpi.actual), self.k)
            words["actual"] = f"< {self.k}" if few else WITHHELD
        if kpi.organisation_count is not None and ("actual" in words or not self._may_tell_count(kpi)):
            words["organisations"] = WITHHELD
        if kpi.baseline and not self._may_tell_baseline(kpi):
            words["baseline"] = WITHHELD
        return self._without(masked, words)

    def _may_tell_actual(self, kpi: KpiResult) -> bool:
        firms = sum(one.may_be_member for one in kpi.organisations)
        if kpi.actual is None or (kpi.actual == 0 and not kpi.organisations):
            return True
        if not kpi.organisations:
            return kpi.unit is KpiUnit.ORGANISATIONS and self._is_safe(round(kpi.actual))
        if kpi.unit is KpiUnit.ORGANISATIONS and not self._is_safe(round(kpi.actual)):
            return False
        if (
            kpi.unit is not KpiUnit.ORGANISATIONS
            and self.contributions is not None
            and not self.contributions.may_be_told(kpi, self.k)
        ):
            return False
        return firms >= self.k

    def _may_tell_count(self, kpi: KpiResult) -> bool:
        """Say whether the number of organisations may stand beside the figure; what is between them is told too."""
        count, firms = kpi.organisation_count or 0, sum(one.may_be_member for one in kpi.organisations)
        if not self._is_safe(firms):
            return False
        between = abs(round(kpi.actual or 0) - count)
        return kpi.unit is not KpiUnit.ORGANISATIONS or not is_small(between, self.k)

    def _may_tell_baseline(self, kpi: KpiResult) -> bool:
        """Say whether a beginning counts enough firms, and so does what came or went since."""
        if kpi.unit is not KpiUnit.ORGANISATIONS or not self._is_safe(round(kpi.baseline or 0)):
            return False
        return kpi.actual is None or not is_small(round(abs(kpi.actual - (kpi.baseline or 0))), self.k)

    def _is_safe(self, firms: int) -> bool:
        return firms >= self.k and (firms > self.members or may_tell(firms, self.members, self.k))

    def _without_rest(self, kpi: KpiResult, first: Mapping[KpiKey, KpiResult]) -> KpiResult:
        """Return a part of another figure without what the two of them would tell together."""
        whole = first.get(kpi.part_of) if kpi.part_of is not None else None
        part = kpi.actual
        if whole is None or part is None:
            return kpi
        named, all_named = kpi.organisation_count, whole.organisation_count
        if named is not None and all_named is not None and is_small(abs(all_named - named), self.k):
            kpi = self._without(kpi, {"organisations": WITHHELD})
        if whole.actual is not None and is_small(round(abs(whole.actual - part)), self.k):
            return self._without(kpi, {"actual": WITHHELD})
        if "actual" in self.withheld.get(whole.key, {}):
            return replace(kpi, share=None, progress=None, reached=None)
        return kpi

    def _without(self, kpi: KpiResult, words: Mapping[str, str]) -> KpiResult:
        if words:
            self.withheld[kpi.key] = {**self.withheld.get(kpi.key, {}), **words}
        if "actual" in words:
            kpi = replace(kpi, actual=None, recorded=None, share=None, progress=None, reached=None, unknown_entries=0)
        if "baseline" in words and not kpi.adds_up:
            # The way from the beginning to the target, beside the figure and the target, would tell the beginning.
            kpi = replace(kpi, progress=None, reached=None)
        return replace(
            kpi,
            organisation_count=None if "organisations" in words else kpi.organisation_count,
            baseline=None if "baseline" in words else kpi.baseline,
        )


def protected_kpis(
    kpis: tuple[KpiResult, ...],
    *,
    steps: Iterable[int],
    members: int,
    free_text: Callable[[str | None], str | None],
    contributions: Contributions | None = None,
) -> tuple[tuple[KpiResult, ...], Mapping[str, Mapping[str, str]]]:
    """Return the indicators as an anonymous edition may show them, and what it withholds of each.

    ``steps``: `protection.steps_of_k`, ascending; ``members`` and ``free_text`` as in `ProtectedKpis`.
    """
    withheld: Mapping[str, Mapping[str, str]] = {}
    shown = kpis
    for k in steps:
        ledger = ProtectedKpis(k, members, free_text, contributions, before=withheld)
        shown, withheld = ledger.shown(kpis), ledger.withheld
    return shown, withheld
