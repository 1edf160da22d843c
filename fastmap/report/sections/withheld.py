"""What an anonymous edition withholds and why, counted by reason."""

from __future__ import annotations

from fastmap.report.blocks import Block, Bullets, Table
from fastmap.report.columns import columns
from fastmap.report.context import ReportContext
from fastmap.report.protection import Protection

_ALTOGETHER = ("names", "texts", "rows", "crossings")


def counts_of(protection: Protection) -> dict[str, int]:
    """Return how much is withheld by what it is; each count follows from what the edition itself leaves blank."""
    return {
        "figures": protection.figures_withheld,
        "few_named": len(protection.few_labels),
        "few_unnamed": protection.few_unnamed,
        "general": len(protection.general),
        "indicators": len(protection.indicators),
        "kpis": sum(len(figures) for figures in protection.kpis.values()),
        "titles": protection.titles_withheld,
        "sentences": protection.sentences_withheld,
    }


def withheld(context: ReportContext) -> list[Block]:
    """Return the table of what is withheld; nothing in the named edition."""
    protection = context.protection
    if protection is None:
        return []
    k = protection.k
    rows = tuple(
        (context.say(f"withheld_what.{key}"), count, context.say(f"withheld_why.{key}", k=k))
        for key, count in counts_of(protection).items()
        if count
    )
    return [
        Table(
            key="withheld",
            caption=context.say("withheld_what.caption"),
            columns=columns(context.texts, "withheld_what withheld_count withheld_why"),
            rows=rows,
            empty_text=context.say("withheld_what.nothing"),
        ),
        Bullets(items=tuple(context.say(f"withheld_what.{key}") for key in _ALTOGETHER)),
    ]
