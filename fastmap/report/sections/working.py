"""How the figures are worked out: definitions, weights and thresholds, printed from the catalogue's rules."""

from __future__ import annotations

from dataclasses import asdict

from fastmap.model.choices import Consequence, Verdict
from fastmap.report.blocks import Block, Bullets, CellValue, Note, Paragraph, Table
from fastmap.report.columns import columns
from fastmap.report.context import ReportContext
from fastmap.report.finished import Section
from fastmap.report.sections.figures import figures
from fastmap.report.sections.withheld import withheld

_DEFINITIONS = ("severity", "groups", "evidence")
"""What the table of figures does not say."""
_DEFINITIONS_ANONYMOUS = ("severity", "groups", "evidence_anonymous")


def working(context: ReportContext) -> Section:
    """Return the chapter "How is this worked out?" with the limits."""
    rules = context.rules
    points = tuple(
        context.say("working.points", consequence=context.word("consequence", item), points=rules.severity_points[item])
        for item in Consequence
    )
    blocks: list[Block] = [
        Paragraph(text=context.say("working.intro")),
        Bullets(
            items=tuple(
                context.say(
                    f"working.{key}", points=points, supported=rules.supported_users, indicative=rules.min_users
                )
                for key in (_DEFINITIONS_ANONYMOUS if context.anonymous else _DEFINITIONS)
            )
        ),
        *figures(context),
        Paragraph(text=context.say("working.priority", users=rules.min_users)),
        _weights(context),
        Paragraph(
            text=context.say(
                "working.robustness",
                resamples=rules.resamples,
                top=rules.top_k,
                interval=context.texts.percent(rules.interval),
            )
        ),
        Paragraph(text=context.say("working.votes")),
        Paragraph(text=context.say("working.recommendations")),
        _thresholds(context),
        _fit_matrix(context),
        Note(title=context.say("working.limits_title"), text=context.say("working.limits_text")),
        Bullets(items=_limits(context)),
        *withheld(context),
    ]
    return Section(key="working", title=context.say("section.working"), blocks=tuple(blocks))


def _weights(context: ReportContext) -> Table:
    usual = context.catalogue.rules.priority_weights
    has_own = context.results.snapshot.weights is not None
    return Table(
        key="priority_weights",
        caption=context.say("working.weights_caption"),
        columns=columns(context.texts, "part weight usual_weight meaning" if has_own else "part weight meaning"),
        rows=tuple(
            (
                context.say(f"part.{key}"),
                weight,
                *((usual[key],) if has_own else ()),
                context.say(f"working.part_{key}"),
            )
            for key, weight in context.rules.priority_weights.items()
        ),
    )


def _thresholds(context: ReportContext) -> Table:
    rules = context.rules
    shares = (
        "changed_people_share",
        "balanced_share",
        "suffices_share",
        "interval",
        "warn_low_response",
        "warn_size_share",
        "privacy_within",
        "feasibility_base",
        "stage_base",
        "invite_base",
        "gap_empty",
        "gap_started",
        "step_impact_floor",
        "named_fit",
    )
    counts = (
        "min_users",
        "supported_users",
        "min_unused",
        "min_suitable",
        "resamples",
        "top_k",
        "strong_stage",
        "formal_stage",
        "step_ready",
        "repeat_months",
        "privacy_k",
        "warn_few_answers",
        "warn_missing",
        "cards",
        "changed_firms",
    )
    values = [(key, getattr(rules, key), key in shares) for key in (*counts, *shares)]
    balance = asdict(rules.balance).items()
    values += [(f"balance.{key}", value, key.endswith("_share")) for key, value in balance]
    rows: list[tuple[CellValue, ...]] = [
        (context.say(f"threshold.{key}"), None if is_share else value, value if is_share else None, key)
        for key, value, is_share in values
    ]
    return Table(
        key="thresholds",
        caption=context.say("working.thresholds_caption"),
        columns=columns(context.texts, "meaning setting setting_share threshold"),
        rows=tuple(rows),
        pdf_rows=0,
    )


def _fit_matrix(context: ReportContext) -> Table:
    verdicts = tuple(verdict for verdict in Verdict if verdict is not Verdict.NOT_ENOUGH_EVIDENCE)
    rows = tuple(
        (str(action.id), context.reference_title(action.id), context.word("verdict", verdict), action.fit[verdict])
        for action in context.catalogue.actions.values()
        for verdict in verdicts
        if action.fit.get(verdict)
    )
    return Table(
        key="what_answers_what",
        caption=context.say("working.fit_caption"),
        columns=columns(context.texts, "reference title verdict_word fit_value"),
        rows=rows,
        pdf_rows=0,
    )


def _limits(context: ReportContext) -> tuple[str, ...]:
    keys = ["self_reported", "who_answered", "places", "sums", "thin", "not_recorded"]
    lines = [context.say(f"limit.{key}") for key in keys]
    return (*lines, *(withheld_lines(context) if context.protection else (context.named_words("limit.confidential"),)))


def withheld_lines(context: ReportContext) -> tuple[str, ...]:
    """Return what an anonymous edition withholds and why, and what it cannot promise; nothing in the named one."""
    protection = context.protection
    if protection is None:
        return ()
    lines = [
        context.say("limit.withheld", count=protection.figures_withheld, k=protection.k),
        context.say("limit.rounded"),
        context.say("limit.order"),
        context.say("limit.alike"),
        *(context.say(f"privacy.limit_{key}") for key in ("typed", "cleared", "editions", "larger_k", "outside")),
    ]
    if protection.sentences_withheld:
        lines.append(context.say("limit.sentences", count=protection.sentences_withheld))
    return tuple(lines)
