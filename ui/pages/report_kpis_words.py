"""Sentences about funder figures that several parts of the page say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from fastmap.model.kpis import KpiObjective, KpiUnit
from fastmap.texts import sentence_case

if TYPE_CHECKING:
    from fastmap.model.kpi_results import KpiResult
    from fastmap.texts import Texts


class KpiWords(QObject):
    """Puts figures in words, in the language of the screen."""

    def title(self, kpi: KpiResult, texts: Texts) -> str:
        """Return what an indicator is called."""
        return texts.fact(kpi.title)

    def amount(self, value: float | None, kpi: KpiResult, texts: Texts) -> str:
        """Return "12 organisations"; unknown is said."""
        if value is None:
            return self.tr("not known")
        return f"{texts.number(value)} {self._unit(kpi, texts)}".strip()

    def obligation(self, kpi: KpiResult) -> tuple[str, str]:
        """Return word and tone of the badge that says who asks for it."""
        if kpi.objective is KpiObjective.OWN:
            return self.tr("Own"), "neutral"
        return (self.tr("Mandatory"), "primary") if kpi.mandatory else (self.tr("Optional"), "neutral")

    def state(self, kpi: KpiResult) -> tuple[str, str]:
        """Return word and tone of the badge that says whether the target is reached."""
        if kpi.actual is None:
            return self.tr("Not recorded"), "warn" if kpi.mandatory else "neutral"
        if kpi.target is None and kpi.share_target is None:
            return self.tr("No target"), "neutral"
        if kpi.reached is None:
            return self.tr("Open"), "neutral"
        return (self.tr("Reached"), "good") if kpi.reached else (self.tr("Not yet"), "warn")

    def standing(self, kpi: KpiResult, texts: Texts) -> str:
        """Return what was reached beside the target: "12 of 20 organisations"."""
        unit = self._unit(kpi, texts)
        if kpi.actual is None:
            return self.tr("Nothing recorded") if not kpi.entries else self.tr("Value not known yet")
        value = texts.number(kpi.actual)
        if kpi.share_target is not None and kpi.target is None:
            if kpi.share is None:
                words = self.tr("{value} {unit}; at least {target} of all are asked for")
            else:
                words = self.tr("{value} {unit}: {share} of all, at least {target} are asked for")
            share = "" if kpi.share is None else texts.percent(kpi.share)
            words = words.replace("{share}", share).replace("{target}", texts.percent(kpi.share_target))
        elif kpi.target is None:
            words = self.tr("{value} {unit}")
        elif not kpi.adds_up:
            words = self.tr("{value} {unit}, target {target}").replace("{target}", texts.number(kpi.target))
        else:
            words = self.tr("{value} of {target} {unit}").replace("{target}", texts.number(kpi.target))
        if kpi.unknown_entries:
            words = self.tr("at least {words}").replace("{words}", words)
        words = words.replace("{value}", value) if unit else words.replace("{value}", value).replace(" {unit}", "")
        return sentence_case(words.replace("{unit}", unit))

    @staticmethod
    def _unit(kpi: KpiResult, texts: Texts) -> str:
        """Return the word of the unit; a plain number has none."""
        return "" if kpi.unit is KpiUnit.NUMBER else texts.term(f"kpi_unit.{kpi.unit}")

    def period(self, kpi: KpiResult, texts: Texts) -> str:
        """Return what one period brought, and how much of what was entered an earlier one had counted already."""
        if not kpi.entries:
            return self.tr("Nothing recorded for this period")
        words = self.amount(kpi.actual, kpi, texts)
        if kpi.actual is not None and kpi.unknown_entries:
            words = self.tr("at least {words}").replace("{words}", words)
        if kpi.counted_twice and kpi.recorded is not None:
            words = self.tr("{words} not counted before, of {recorded} entered").replace("{words}", words)
            words = words.replace("{recorded}", texts.number(kpi.recorded))
        return sentence_case(words)

    def beside(self, kpi: KpiResult, texts: Texts) -> str:
        """Return the second line of an indicator: baseline and organisations."""
        parts = []
        if kpi.baseline is not None:
            parts.append(self.tr("began at {value}").replace("{value}", texts.number(kpi.baseline)))
        if kpi.organisation_count is not None:
            parts.append(self.tr("%n different organisation(s)", "", kpi.organisation_count))
        return sentence_case(" · ".join(parts))

    def to_check(self, kpi: KpiResult) -> str:
        """Return how many things somebody should look at."""
        return self.tr("%n to check", "", len(kpi.warnings))

    def entered(self, value: float | None, kpi: KpiResult, period: str | None, texts: Texts) -> str:
        """Return the head of an entry: "7 organisations · 2026-H1"."""
        when = period or texts.term("kpi_ledger.no_period")
        return f"{sentence_case(self.amount(value, kpi, texts))} · {when}"
