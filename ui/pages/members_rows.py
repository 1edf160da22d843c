"""One row of the member table, and the table's columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from fastmap.model.choices import MemberStatus
from fastmap.model.organisations import Member
from fastmap.tasks.membership import Standing, standings
from ui.widgets.table import Column

if TYPE_CHECKING:
    from datetime import date

    from fastmap.model.snapshot import Snapshot
    from ui.pages.members_presenter import MemberWords

TONES: Mapping[MemberStatus, str] = {
    MemberStatus.NOT_ASKED: "neutral",
    MemberStatus.ASKED: "primary",
    MemberStatus.REMINDED: "warn",
    MemberStatus.ANSWERED: "good",
    MemberStatus.REFUSED: "neutral",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRow:
    """A member in words."""

    member: Member
    standing: Standing
    kind: str
    kind_in_full: str
    language: str
    status: str
    place: str
    """Name of the region, "" if not known."""


def member_rows(snapshot: Snapshot, words: MemberWords, places: Mapping[str, str], today: date) -> list[MemberRow]:
    """Return the rows of all members, by code; ``places`` names the regions."""
    return list(_rows(snapshot, words, places, today))


def _rows(snapshot: Snapshot, words: MemberWords, places: Mapping[str, str], today: date) -> Iterator[MemberRow]:
    where = standings(snapshot, today)
    for member in snapshot.members:
        yield MemberRow(
            member=member,
            standing=where[member.code],
            kind=words.kinds[member.kind] if member.kind else "",
            kind_in_full=words.full_kinds[member.kind] if member.kind else "",
            language=words.languages.get(member.language, member.language) if member.language else "",
            status=words.statuses[member.status],
            place=places.get(member.nuts, "") if member.nuts else "",
        )


def member_columns(words: Callable[[], MemberWords], can_edit: Callable[[], bool]) -> list[Column[MemberRow]]:
    """Return the columns; ``words`` and ``can_edit`` are asked whenever a cell is edited."""

    def editable(_: MemberRow) -> bool:
        return can_edit()

    def known(choices: Iterable[tuple[object, str]]) -> list[tuple[object, str]]:
        return [(None, QCoreApplication.translate("MembersPage", "Not recorded")), *choices]

    return [
        Column(key="code", text=lambda row: row.member.code, role="secondary", width=72),
        Column(key="name", text=lambda row: row.member.name, role="key", width=176, stretch=True, editable=editable),
        Column(
            key="kind",
            text=lambda row: row.kind,
            tooltip=lambda row: row.kind_in_full,
            width=162,
            editable=editable,
            choices=lambda _: known(words().kinds.items()),
        ),
        Column(
            key="headcount",
            text=lambda row: "" if row.member.headcount is None else str(row.member.headcount),
            sort=lambda row: row.member.headcount,
            numeric=True,
            width=78,
            editable=editable,
        ),
        Column(key="activity", text=lambda row: row.member.activity or "", width=132, editable=editable),
        Column(
            key="nuts",
            text=lambda row: row.member.nuts or "",
            tooltip=lambda row: row.place,
            width=76,
            editable=editable,
            completes=True,
        ),
        Column(
            key="language",
            text=lambda row: row.language,
            width=92,
            editable=editable,
            choices=lambda _: known(words().languages.items()),
        ),
        Column(
            key="status",
            text=lambda row: row.status,
            sort=lambda row: list(MemberStatus).index(row.member.status),
            tone=lambda row: TONES[row.member.status],
            width=150,
            editable=editable,
            choices=lambda _: list(words().statuses.items()),
        ),
    ]
