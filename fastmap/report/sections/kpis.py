"""The funder's figures: how far each target is, the table as funders ask for it, and the evidence register."""

from __future__ import annotations

from collections.abc import Iterator

from fastmap.analysis.kpi_organisations import Organisations
from fastmap.model.kpi_results import KpiResult
from fastmap.model.kpis import KpiEntry, KpiObjective, KpiUnit
from fastmap.model.messages import Name, Share
from fastmap.report.badges import Badge, Tone
from fastmap.report.blocks import Block, Bullets, CellValue, Paragraph, Suppressed, Table
from fastmap.report.columns import columns
from fastmap.report.context import ReportContext
from fastmap.report.drawings import Chart, ChartKind, Series
from fastmap.report.finished import Section
from fastmap.report.protection import WITHHELD
from fastmap.report.shortened import first_names

_COLUMNS = (
    "kpi_asked kpi_objective kpi_obligation kpi_indicator kpi_baseline kpi_target kpi_target_words kpi_actual"
    " kpi_actual_words kpi_unit kpi_organisations kpi_state kpi_period kpi_entries"
)
_WARNINGS_SHOWN, _ENTRIES_SHOWN, _TABLE_ROWS = 2, 2, 5
_PDF_COLUMNS = (
    "kpi_indicator",
    "kpi_baseline",
    "kpi_target_words",
    "kpi_actual_words",
    "kpi_state",
)


def kpis(context: ReportContext) -> Section | None:
    """Return the chapter on funder figures, or ``None`` as long as the ledger is empty."""
    shown = shown_kpis(context)
    if not shown:
        return None
    blocks: list[Block] = [Paragraph(text=context.say("kpis.reading"))]
    if context.protection is not None:
        blocks.append(Paragraph(text=context.say("kpis.anonymous", k=context.protection.k)))
    warnings = tuple(
        context.say("kpis.warning", name=kpi_title(context, kpi), warning=context.sentence(warning))
        for kpi in shown
        for warning in kpi.warnings
    )
    chart = _chart(context, shown)
    if chart is not None:
        blocks.append(chart)
    if left_out := [kpi_title(context, kpi) for kpi in shown if kpi.progress is not None and not kpi.is_part_of_target]:
        blocks.append(Paragraph(text=context.say("kpis.not_drawn", names=context.parts(left_out))))
    if warnings:
        blocks += [
            Paragraph(text=context.say("kpis.warnings_title"), heading=True),
            Bullets(items=warnings, pdf_items=_WARNINGS_SHOWN),
        ]
    blocks += [kpi_table(context, shown), *_periods(context, shown), *_register(context, shown)]
    return Section(key="kpis", title=context.say("section.kpis"), blocks=tuple(blocks))


def shown_kpis(context: ReportContext) -> tuple[KpiResult, ...]:
    """Return the indicators of those objectives under which anything is recorded, withheld figures included."""
    withheld = context.protection.kpis if context.protection is not None else {}
    found = context.results.kpis
    begun = {kpi.objective for kpi in found if _is_begun(kpi) or kpi.key in withheld}
    return tuple(kpi for kpi in found if kpi.objective in begun)


def _is_begun(kpi: KpiResult) -> bool:
    own_target = kpi.target is not None and not kpi.target_is_the_funders
    is_own = kpi.objective is KpiObjective.OWN
    told = kpi.entries or kpi.periods or kpi.actual is not None or kpi.baseline is not None
    return bool(told) or own_target or is_own


def kpi_title(context: ReportContext, kpi: KpiResult) -> str:
    """Return what an indicator is called in this report."""
    if kpi.name == "":
        return context.say("kpis.own_unnamed", number=kpi.key.partition(":")[2])
    return context.texts.fact(kpi.title)


def kpi_table(context: ReportContext, shown: tuple[KpiResult, ...]) -> Table:
    """Return the table as funders ask for it: one row per indicator."""
    return Table(
        key="kpi_table",
        caption=context.say("kpis.table_caption"),
        columns=columns(context.texts, _COLUMNS),
        rows=tuple(_row(context, kpi) for kpi in shown),
        pdf_rows=_TABLE_ROWS,
        pdf_columns=_PDF_COLUMNS,
        pdf_cells={"kpi_indicator": tuple(_asked_and_title(context, kpi) for kpi in shown)},
        empty_text=context.say("kpis.table_empty"),
    )


def _asked_and_title(context: ReportContext, kpi: KpiResult) -> str:
    return f"{context.word('kpi_objective', kpi.objective)}: {kpi_title(context, kpi)}"


def _row(context: ReportContext, kpi: KpiResult) -> tuple[CellValue, ...]:
    objective, obligation = context.word("kpi_objective", kpi.objective), _obligation(context, kpi)
    is_own = kpi.objective is KpiObjective.OWN
    actual = _figure(context, kpi, "actual", kpi.actual)
    return (
        objective if is_own else context.say("kpis.asked", objective=objective, obligation=obligation),
        objective,
        obligation,
        kpi_title(context, kpi),
        _figure(context, kpi, "baseline", kpi.baseline),
        kpi.target,
        _target_words(context, kpi),
        actual,
        actual if isinstance(actual, Suppressed) else _actual_words(context, kpi),
        context.word("kpi_unit", kpi.unit),
        _figure(context, kpi, "organisations", kpi.organisation_count),
        state_badge(context, kpi),
        ", ".join(one.period for one in kpi.periods if one.period) or None,
        ", ".join(entry.id for entry in kpi.entries) or None,
    )


def _obligation(context: ReportContext, kpi: KpiResult) -> str:
    if kpi.objective is KpiObjective.OWN:
        return context.say("kpis.own")
    return context.say("kpis.mandatory" if kpi.mandatory else "kpis.optional")


def _target_words(context: ReportContext, kpi: KpiResult) -> str | None:
    """Return the target with its unit; of a part the share that is asked for."""
    if kpi.target is not None:
        words = _amount(context, kpi, kpi.target)
        return context.say("kpis.at_most", value=words) if kpi.less_is_better else words
    return None if kpi.share_target is None else context.say("kpis.share_of_all", share=Share(kpi.share_target))


def _actual_words(context: ReportContext, kpi: KpiResult) -> str | None:
    """Return what was reached with its unit; of a part its share too, "at least" while values are missing."""
    if kpi.actual is None:
        return None
    words = _amount(context, kpi, kpi.actual)
    if kpi.share is not None:
        words = context.say("kpis.with_share", amount=words, share=Share(kpi.share))
    return context.say("kpis.at_least", value=words) if kpi.unknown_entries else words


def _amount(context: ReportContext, kpi: KpiResult, value: float) -> str:
    if kpi.unit is KpiUnit.NUMBER:  # "28 number" says nothing
        return context.texts.number(value)
    return context.texts.get(f"kpi_amount.{kpi.unit}", count=value)


def _figure(context: ReportContext, kpi: KpiResult, figure: str, value: float | None) -> CellValue:
    word = context.protection.kpis.get(kpi.key, {}).get(figure) if context.protection else None
    if word is None:
        return value
    return Suppressed(context.say("withheld.short") if word == WITHHELD else word)


def state_badge(context: ReportContext, kpi: KpiResult) -> Badge:
    """Return whether the target is reached, as a badge."""
    if context.protection is not None and "actual" in context.protection.kpis.get(kpi.key, {}):
        return Badge(context.say("withheld.short"))
    if kpi.actual is None:
        return Badge(context.say("kpis.not_recorded"), Tone.WARN if kpi.mandatory else Tone.NEUTRAL)
    if kpi.target is None and kpi.share_target is None:
        return Badge(context.say("kpis.no_target"))
    if kpi.reached is None:
        return Badge(context.say("kpis.open"))
    return (
        Badge(context.say("kpis.reached"), Tone.GOOD) if kpi.reached else Badge(context.say("kpis.not_yet"), Tone.WARN)
    )


def _chart(context: ReportContext, shown: tuple[KpiResult, ...]) -> Chart | None:
    bars = [kpi for kpi in shown if kpi.progress is not None and kpi.is_part_of_target]
    if not bars:
        return None
    names = tuple(kpi_title(context, kpi) for kpi in bars)
    figures = [
        context.say("kpis.chart_figure", name=name, share=Share(kpi.progress or 0.0))
        for name, kpi in zip(names, bars, strict=True)
    ]
    return Chart(
        key="kpi_progress",
        kind=ChartKind.BARS,
        caption=context.say("kpis.chart_caption"),
        alternative=context.say("kpis.chart_alternative", figures=context.parts(figures)),
        categories=names,
        series=(
            Series(key="progress", label=context.say("kpis.chart_axis"), values=tuple(kpi.progress for kpi in bars)),
        ),
        x_label=context.say("kpis.chart_axis"),
        share=True,
        tones=tuple(Tone.GOOD if kpi.reached else Tone.PRIMARY for kpi in bars),
        tone_words={Tone.GOOD: context.say("kpis.reached"), Tone.PRIMARY: context.say("kpis.not_yet")},
    )


def _periods(context: ReportContext, shown: tuple[KpiResult, ...]) -> list[Block]:
    rows = tuple(
        (
            kpi_title(context, kpi),
            one.period or context.texts.term("kpi_ledger.no_period"),
            one.value,
            context.word("kpi_unit", kpi.unit),
            one.organisations,
        )
        for kpi in shown
        for one in kpi.periods
    )
    if not rows:
        return []
    return [
        Table(
            key="kpi_periods",
            caption=context.say("kpis.periods_caption"),
            columns=columns(context.texts, "kpi_indicator kpi_period kpi_counted kpi_unit kpi_organisations"),
            rows=rows,
            pdf_rows=0,
        )
    ]


def _register(context: ReportContext, shown: tuple[KpiResult, ...]) -> list[Block]:
    organisations = Organisations(context.results.snapshot)
    entries = [(kpi, entry) for kpi in shown for entry in kpi.entries]
    named = [tuple(_names(organisations, entry)) for _, entry in entries]
    rows = tuple(_register_row(context, kpi, entry, names) for (kpi, entry), names in zip(entries, named, strict=True))
    if not rows:
        return []
    return [
        Table(
            key="kpi_register",
            caption=context.say("kpis.register_caption"),
            columns=columns(
                context.texts, "kpi_entry kpi_indicator kpi_period kpi_value kpi_unit kpi_named kpi_evidence kpi_note"
            ),
            rows=rows,
            pdf_rows=_ENTRIES_SHOWN,
            pdf_columns=("kpi_entry", "kpi_indicator", "kpi_period", "kpi_value", "kpi_named", "kpi_evidence"),
            pdf_cells={"kpi_named": tuple(first_names(context, names) for names in named)},
        )
    ]


def organisations_named(context: ReportContext, organisations: Organisations, entry: KpiEntry) -> str | None:
    """Return the organisations behind an entry as one list, or ``None``."""
    return context.parts(_names(organisations, entry)) or None


def _names(organisations: Organisations, entry: KpiEntry) -> Iterator[str]:
    """Yield the names of the organisations behind an entry."""
    for one in organisations.behind(entry):
        yield one.name.name if isinstance(one.name, Name) else one.name


def _register_row(
    context: ReportContext, kpi: KpiResult, entry: KpiEntry, names: tuple[str, ...]
) -> tuple[CellValue, ...]:
    return (
        entry.id,
        kpi_title(context, kpi),
        entry.period,
        entry.value,
        context.word("kpi_unit", kpi.unit),
        context.parts(names) or None,
        entry.evidence,
        entry.note,
    )
