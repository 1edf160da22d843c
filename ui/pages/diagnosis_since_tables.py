"""The tables of the comparison: needs, verdicts, ranks, actions, members."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtWidgets import QAbstractItemView, QWidget

from fastmap.model.comparison import NeedChange
from fastmap.texts import Texts
from ui.pages.diagnosis_since_rows import SinceAction, SinceMember, SinceNeed, SinceRank, SinceVerdict
from ui.widgets.table import Column, DataTable

PARTS: Final = ("needs", "verdicts", "ranks", "actions", "members")
"""The parts of the comparison, in the order of the report."""
_COUNTS: Final = {
    "met": NeedChange.MET,
    "unnamed": NeedChange.UNNAMED,
    "better": NeedChange.BETTER,
    "same": NeedChange.SAME,
    "worse": NeedChange.WORSE,
    "appeared": NeedChange.NEW,
}
_TITLES: Final = {
    "skill": "skill",
    "rank_before": "rank_before",
    "rank_now": "rank",
    "change": "action_change",
    "what": "turnover",
}
"""Column → the report's column whose head it has, where the names differ."""


class SinceTable(DataTable):
    """A table that is read and copied; its heads are those of the report."""

    def __init__(
        self, part: str, columns: tuple[Column[Any], ...], key: Callable[[Any], str], *, parent: QWidget
    ) -> None:
        """Show one of `PARTS`."""
        super().__init__(f"since_{part}", columns, key, select_rows=True, parent=parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

    def show_titles(self, texts: Texts, **other: str) -> None:
        """Head the columns in the language of ``texts``; ``other``: heads that the report does not have."""
        keys = [column.key for column in self.rows.columns]
        named = {key: texts.term(f"report.column.{_TITLES.get(key, key)}.name") for key in keys if key not in other}
        self.set_titles({**named, **other})


def since_tables(parent: QWidget) -> dict[str, SinceTable]:
    """Return one table per part."""
    by_uri: Callable[[Any], str] = lambda row: row.uri  # noqa: E731 - three tables have it
    return {
        "needs": SinceTable("needs", _needs(), by_uri, parent=parent),
        "verdicts": SinceTable("verdicts", _verdicts(), by_uri, parent=parent),
        "ranks": SinceTable("ranks", _ranks(), by_uri, parent=parent),
        "actions": SinceTable("actions", _actions(), lambda row: row.id, parent=parent),
        "members": SinceTable("members", _members(), lambda row: row.code, parent=parent),
    }


def _needs() -> tuple[Column[SinceNeed], ...]:
    def count(key: str, change: NeedChange) -> Column[SinceNeed]:
        return Column[SinceNeed](
            key=key,
            text=lambda row: str(row.counts[change]) if row.counts[change] else "",
            sort=lambda row: row.counts[change],
            numeric=True,
            width=84,
        )

    return (
        Column[SinceNeed](key="skill", text=lambda row: row.label, role="key", stretch=True),
        *(count(key, change) for key, change in _COUNTS.items()),
        Column[SinceNeed](key="people", text=lambda row: row.people, numeric=True, role="secondary", width=200),
    )


def _verdicts() -> tuple[Column[SinceVerdict], ...]:
    return (
        Column[SinceVerdict](key="skill", text=lambda row: row.label, role="key", stretch=True),
        Column[SinceVerdict](
            key="verdict_before", text=lambda row: row.before, tone=lambda row: row.before_tone, width=164
        ),
        Column[SinceVerdict](
            key="evidence_before",
            text=lambda row: row.before_evidence,
            role="secondary",
            tooltip=lambda row: row.before_firms,
            width=122,
        ),
        Column[SinceVerdict](key="verdict", text=lambda row: row.now, tone=lambda row: row.now_tone, width=164),
        Column[SinceVerdict](
            key="evidence",
            text=lambda row: row.now_evidence,
            role="secondary",
            tooltip=lambda row: row.now_firms,
            width=122,
        ),
        Column[SinceVerdict](key="undone_by_one", text=lambda row: row.doubt, width=150),
    )


def _ranks() -> tuple[Column[SinceRank], ...]:
    return (
        Column[SinceRank](key="skill", text=lambda row: row.label, role="key", stretch=True),
        Column[SinceRank](
            key="rank_before", text=lambda row: row.before_words, sort=lambda row: row.before, numeric=True, width=124
        ),
        Column[SinceRank](
            key="rank_now", text=lambda row: row.now_words, sort=lambda row: row.now, numeric=True, width=124
        ),
        Column[SinceRank](
            key="move",
            text=lambda row: row.move,
            sort=lambda row: row.places,
            tone=lambda row: row.move_tone,
            width=170,
        ),
    )


def _actions() -> tuple[Column[SinceAction], ...]:
    return (
        Column[SinceAction](key="title", text=lambda row: row.title, role="key", stretch=True),
        Column[SinceAction](key="change", text=lambda row: row.change, tone=lambda row: row.change_tone, width=150),
        Column[SinceAction](key="status_before", text=lambda row: row.before, width=100),
        Column[SinceAction](key="status", text=lambda row: row.now, width=100),
        Column[SinceAction](key="end", text=lambda row: row.end, role="secondary", width=110),
        Column[SinceAction](
            key="late", text=lambda row: row.late, tone=lambda row: "bad" if row.late else None, width=80
        ),
    )


def _members() -> tuple[Column[SinceMember], ...]:
    return (
        Column[SinceMember](key="code", text=lambda row: row.code, role="secondary", width=80),
        Column[SinceMember](key="name", text=lambda row: row.name, role="key", stretch=True),
        Column[SinceMember](key="what", text=lambda row: row.what, width=240),
    )
