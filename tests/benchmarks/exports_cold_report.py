"""A report with eight charts and usual tables, for a process that has loaded nothing else."""

from __future__ import annotations

from dataclasses import replace

from fastmap.report.finished import Report
from tests.exports.demo_report import bars, bubbles, demo_report, grouped, heat, ranges, stacked

CHARTS = 8


def eight_charts() -> Report:
    """Return a usual report, its charts replaced by eight of all kinds."""
    report = demo_report(rows=40)
    kept = tuple(
        replace(section, blocks=tuple(block for block in section.blocks if type(block).__name__ != "Chart"))
        for section in report.sections
        if section.key != "hostile"
    )
    charts = (bars(), stacked(), grouped(), ranges(), bubbles(), heat(), bars(key="b"), stacked())
    first = replace(kept[0], blocks=(*kept[0].blocks, *charts))
    return replace(report, sections=(first, *kept[1:]))
