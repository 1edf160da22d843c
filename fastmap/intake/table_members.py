"""Member lists."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from fastmap.intake.files import FileId
from fastmap.intake.numbering import unused_ids
from fastmap.intake.safe_reading import cell_name
from fastmap.intake.table_rows import Cell, Row, columns_named, read_table
from fastmap.intake.table_values import Findings
from fastmap.intake.words import yes_no_words
from fastmap.model.choices import MemberKind, MemberStatus, SmeStatus
from fastmap.model.ids import MemberCode
from fastmap.model.normalise import clean_text, text_key
from fastmap.model.organisations import Contact, Member, Registration
from fastmap.model.responses import Problem
from fastmap.model.snapshot import Snapshot

COLUMNS: Final = (
    "code",
    "name",
    "kind",
    "headcount",
    "activity",
    "nuts",
    "contact_name",
    "contact_email",
    "consent_basis",
    "consent_date",
    "consent_expires",
    "language",
    "status",
    "registration_number",
    "sme",
    "sme_basis",
)
_CODE: Final = re.compile(r"[\w][\w.\-]{0,19}$")
_NUTS: Final = re.compile(r"[A-Z]{2}[A-Z0-9]{0,3}$")
_EMAIL: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+$")
_SIZES: Final = ((10, MemberKind.MICRO), (50, MemberKind.SMALL), (250, MemberKind.MEDIUM))
_SIZE_KINDS: Final = frozenset({MemberKind.MICRO, MemberKind.SMALL, MemberKind.MEDIUM, MemberKind.LARGE})


@dataclass(frozen=True, slots=True, kw_only=True)
class MembersOutcome:
    """A member list, ready for `SaveMembers`: new and changed members only."""

    members: tuple[Member, ...]
    contacts: tuple[Contact, ...]
    registrations: tuple[Registration, ...]
    added: int
    updated: int
    unchanged: int
    other_columns: tuple[str, ...]
    """Headers of columns that were not read."""
    problems: tuple[Problem, ...]


def read_members(
    path: Path,
    snapshot: Snapshot,
    *,
    contacts: Mapping[MemberCode, Contact] | None = None,
    registrations: Mapping[MemberCode, Registration] | None = None,
    open_files: Collection[FileId] = frozenset(),
) -> MembersOutcome:
    """Return the members, contact persons and registrations of a list (.xlsx, .ods, .xls, .csv) with all problems.

    ``contacts`` and ``registrations`` are those recorded already (no snapshot holds them): what the list leaves blank
    is kept.
    ``open_files`` are the assessments that this process holds open.
    Raises `FastmapError` ``table_without_name`` (naming the columns found), ``table_unreadable`` or ``path_missing``.
    """
    table = read_table(path, "member", COLUMNS, needs="name", open_files=open_files)
    known = _MemberList(snapshot, contacts or {}, registrations or {})
    return known.outcome(table.rows, table.other_columns, table.notes)


def read_member_cells(
    grid: Sequence[Sequence[str]],
    columns: Sequence[str],
    rows: Sequence[MemberCode],
    snapshot: Snapshot,
    *,
    contacts: Mapping[MemberCode, Contact] | None = None,
    registrations: Mapping[MemberCode, Registration] | None = None,
) -> MembersOutcome:
    """Return what cells copied from a spreadsheet say when they are dropped on the member list.

    ``columns`` are the keys (see `COLUMNS`) below which the cells fall, ``rows`` the members from the first row on; rows
    of the grid beyond them are new. Cells with a heading of their own are read by it: heading and codes or names then
    say what is meant, wherever they were dropped. Values are understood as in a list, and blanks leave what is recorded.
    """
    named = columns_named(grid[0], "member", COLUMNS) if grid else {}
    has_heading = len(named) == sum(bool(cell.strip()) for cell in grid[0]) if named else False
    keys = {place: key for key, place in named.items()} if has_heading else dict(enumerate(columns))
    known = () if has_heading or "code" in keys.values() else rows
    read = []
    for place, cells in enumerate(grid):
        if has_heading and place == 0:
            continue
        found = {
            key: Cell(value=cells[column], sheet=None, name=cell_name(place, column))
            for column, key in keys.items()
            if column < len(cells) and clean_text(cells[column])
        }
        if found:
            if place < len(known):
                found["code"] = Cell(value=str(known[place]), sheet=None, name=cell_name(place, 0))
            read.append(Row(found, place + 1, None))
    return _MemberList(snapshot, contacts or {}, registrations or {}).outcome(tuple(read), ())


def kind_by_headcount(headcount: int) -> MemberKind:
    """Return the size class of a firm: micro < 10, small < 50, medium < 250, else large."""
    return next((kind for below, kind in _SIZES if headcount < below), MemberKind.LARGE)


@dataclass(slots=True)
class _MemberList:
    snapshot: Snapshot
    contacts: Mapping[MemberCode, Contact]
    registrations: Mapping[MemberCode, Registration]
    findings: Findings = field(default_factory=Findings)
    by_code: dict[str, Member] = field(init=False)
    by_name: dict[str, list[Member]] = field(init=False)
    taken: set[str] = field(init=False)
    free_codes: Iterator[str] = field(init=False)
    """Each is drawn once: a list may add thousands of members."""
    seen: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.by_code = {member.code.casefold(): member for member in self.snapshot.members}
        self.by_name = {}
        for member in self.snapshot.members:
            self.by_name.setdefault(text_key(member.name), []).append(member)

    def outcome(
        self, rows: tuple[Row, ...], other_columns: tuple[str, ...], notes: tuple[Problem, ...] = ()
    ) -> MembersOutcome:
        self.taken = {*self.by_code, *(row.text("code").casefold() for row in rows)}
        self.free_codes = unused_ids("M", self.snapshot)
        pairs = [pair for row in rows if (pair := self._member(row)) is not None]
        members = tuple(new for old, new, _, _ in pairs if new != old)
        contacts = tuple(one for _, _, one, _ in pairs if one is not None and one != self.contacts.get(one.member))
        registrations = tuple(
            one for _, _, _, one in pairs if one is not None and one != self.registrations.get(one.member)
        )
        changed = {contact.member for contact in contacts} | {one.member for one in registrations}
        added = sum(old is None for old, _, _, _ in pairs)
        unchanged = sum(old == new and new.code not in changed for old, new, _, _ in pairs)
        return MembersOutcome(
            members=members,
            contacts=contacts,
            registrations=registrations,
            added=added,
            updated=len(pairs) - added - unchanged,
            unchanged=unchanged,
            other_columns=other_columns,
            problems=(*notes, *self.findings.problems),
        )

    def _member(self, row: Row) -> tuple[Member | None, Member, Contact | None, Registration | None] | None:
        code = row.text("code")
        if code and not _CODE.match(code):
            self.findings.note(row, "code", "code_unusable", "value_skipped")
            code = ""
        if (before := self._other_with(row, code)) is not None:
            self.findings.note(row, "code", "code_of_other_member", "value_skipped", name=before)
            code = ""
        old = self._known(row, code)
        name = row.text("name") or (old.name if old is not None else "")
        if not name:
            self.findings.note(row, "name", "name_missing", "row_skipped")
            return None
        if self.findings.has_endless(row, "name", "row_skipped"):
            return None
        if old is None and not code and len(self.by_name.get(text_key(name), ())) > 1:
            self.findings.note(row, "name", "name_ambiguous", "row_skipped")
            return None
        # Without a code, a name that comes again is the same member; with one, namesakes are possible.
        once = code.casefold() or (old.code.casefold() if old is not None else f"name:{text_key(name)}")
        if once in self.seen:
            self.findings.note(row, "code" if code else "name", "row_twice", "row_skipped")
            return None
        self.seen.add(once)
        base = old or Member(code=MemberCode(code) if code else self._next_code(), name=name)
        member = self._updated(row, base, name)
        return old, member, self._contact(row, member.code), self._registration(row, member.code)

    def _known(self, row: Row, code: str) -> Member | None:
        if code:
            return self.by_code.get(code.casefold())
        named = self.by_name.get(text_key(row.text("name")), [])
        return named[0] if len(named) == 1 else None

    def _other_with(self, row: Row, code: str) -> str | None:
        """Return who had ``code`` in the round before, if the row is about somebody else who is not on the list yet.

        Under that code it would be taken for the firm that left, and that firm's needs for its own (decision record 0277).
        """
        if not code or self.snapshot.earlier is None or code.casefold() in self.by_code:
            return None
        before = next((one for one in self.snapshot.earlier.members if one.code.casefold() == code.casefold()), None)
        return None if before is None or text_key(before.name) == text_key(row.text("name")) else before.name

    def _next_code(self) -> MemberCode:
        return MemberCode(next(code for code in self.free_codes if code.casefold() not in self.taken))

    def _updated(self, row: Row, base: Member, name: str) -> Member:
        findings = self.findings
        headcount = findings.count(row, "headcount")
        nuts = row.text("nuts").upper()
        if nuts and not _NUTS.match(nuts):
            findings.note(row, "nuts", "nuts_unclear", "value_skipped")
            nuts = ""
        return replace(
            base,
            name=name,
            kind=self._kind(row, base, headcount),
            headcount=base.headcount if headcount is None else headcount,
            activity=row.text("activity") or base.activity,
            nuts=nuts or base.nuts,
            language=findings.language(row, "language") or base.language,
            status=findings.choice(row, "status", MemberStatus) or base.status,
        )

    def _kind(self, row: Row, base: Member, headcount: int | None) -> MemberKind | None:
        kind = self.findings.choice(row, "kind", MemberKind)
        if kind is None and headcount is not None and (base.kind is None or base.kind in _SIZE_KINDS):
            return kind_by_headcount(headcount)
        if kind in _SIZE_KINDS and headcount is not None and kind_by_headcount(headcount) is not kind:
            self.findings.note(row, "kind", "kind_and_headcount", "taken", headcount=headcount)
        return kind or base.kind

    def _contact(self, row: Row, code: MemberCode) -> Contact | None:
        name, email = row.text("contact_name"), row.text("contact_email")
        if self.findings.has_endless(row, "contact_name", "value_skipped"):
            name = ""
        if email and not _EMAIL.match(email):
            self.findings.note(row, "contact_email", "email_unclear", "value_skipped")
            email = ""
        basis = row.text("consent_basis")
        given = self.findings.day(row, "consent_date", last=False)
        expires = self.findings.day(row, "consent_expires", last=True)
        known = self.contacts.get(code)
        if not name and not email and (known is None or not (basis or given or expires)):
            if basis or given or expires:
                self.findings.note(row, "contact_name", "consent_of_nobody", "value_skipped")
            return None
        known = known or Contact(member=code)
        return replace(
            known,
            name=name or known.name,
            email=email or known.email,
            consent_basis=basis or known.consent_basis,
            consent_date=given or known.consent_date,
            consent_expires=expires or known.consent_expires,
        )

    def _registration(self, row: Row, code: MemberCode) -> Registration | None:
        number, basis = (" ".join(row.text(key).split()) for key in ("registration_number", "sme_basis"))
        sme = self._sme(row)
        if not number and not basis and sme is None:
            return None
        known = self.registrations.get(code) or Registration(member=code)
        return replace(
            known,
            registration_number=number or known.registration_number,
            sme=sme or known.sme,
            sme_basis=basis or known.sme_basis,
        )

    def _sme(self, row: Row) -> SmeStatus | None:
        """Return what a cell decides: a plain yes or no in any language, or the words of the choice."""
        said = yes_no_words().understand(row.text("sme")) if row.text("sme") else None
        if said is not None:
            return SmeStatus.YES if said.value else SmeStatus.NO
        return self.findings.choice(row, "sme", SmeStatus)
