"""The papers of one edition."""

from __future__ import annotations

from collections.abc import Sequence

from fastmap.report.audiences import EVERYTHING, Selection
from fastmap.report.context import ReportContext
from fastmap.report.drawings import Grid
from fastmap.report.finished import Section
from fastmap.report.paper_blocks import Paper
from fastmap.report.papers.application import application
from fastmap.report.papers.board import board
from fastmap.report.papers.desk import Desk
from fastmap.report.papers.mails import mails
from fastmap.report.papers.minutes import minutes


def papers(context: ReportContext, sections: Sequence[Section], shown: Selection = EVERYTHING) -> tuple[Paper, ...]:
    """Return board paper, introduction mails, minutes and paragraphs for an application, in this order.

    ``sections``: every chapter of the same edition; the papers take their tables and the grid from there. ``shown``:
    which of them the report beside the papers has.
    """
    drawn = next((block for section in sections for block in section.blocks if isinstance(block, Grid)), None)
    return (
        board(Desk(context, sections, shown), drawn),
        mails(Desk(context, sections, shown)),
        minutes(Desk(context, sections, shown)),
        application(Desk(context, sections, shown)),
    )
