"""Commitments as a person works on them in a table: cells in words, pasted cells, new rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from fastmap.changes import SaveCommitments
from fastmap.intake.numbering import next_ids
from fastmap.intake.table_values import understand_day
from fastmap.intake.words import words_of
from fastmap.model.choices import CommitmentKind, CommitmentState
from fastmap.model.ids import CommitmentId, PartnerId
from fastmap.model.normalise import clean_text, text_key
from fastmap.model.organisations import Commitment
from fastmap.model.snapshot import Snapshot
from fastmap.tasks.typed import NotUnderstoodError

EDITABLE: Final = frozenset({"who", "what", "kind", "due", "state", "evidence"})
_MOST_LETTERS: Final = 1000
_CHOICES: Final[dict[str, type[StrEnum]]] = {"kind": CommitmentKind, "state": CommitmentState}


def new_commitment(snapshot: Snapshot, what: str) -> Commitment:
    """Return a commitment with the next free id that promises ``what``."""
    ids = next_ids("C", [one.id for one in snapshot.commitments])
    return Commitment(id=CommitmentId(next(ids)), what=_one_line(what))


def with_cell(snapshot: Snapshot, commitment: Commitment, column: str, text: str) -> Commitment:
    """Return ``commitment`` with one cell as typed; a blank makes it unknown. Raises `NotUnderstoodError`.

    Columns: `EDITABLE`. Who is a partner if one is called so, else anybody; words of choices are taken in every shipped
    language; dates as "2026-09-01", "1.9.2026" or "2026-09" (its last day).
    """
    shown = _one_line(text)
    match column:
        case "who":
            return _with_who(snapshot, commitment, shown)
        case "what":
            if not shown:
                raise NotUnderstoodError
            return replace(commitment, what=shown)
        case "evidence":
            return replace(commitment, evidence=shown or None)
        case "due":
            day = understand_day(shown, last=True) if shown else None
            if shown and day is None:
                raise NotUnderstoodError
            return replace(commitment, due=day)
        case "kind" | "state":
            if column == "kind" and not shown:
                return replace(commitment, kind=None)
            meant = words_of(_CHOICES[column]).understand(shown)
            if meant is None:
                raise NotUnderstoodError
            return (
                replace(commitment, kind=CommitmentKind(meant.value))
                if column == "kind"
                else replace(commitment, state=CommitmentState(meant.value))
            )
    raise KeyError(column)


def promised_by(snapshot: Snapshot, commitment: Commitment) -> str:
    """Return the name of who promised it, "" where nobody is recorded."""
    names = {partner.id: partner.name for partner in snapshot.partners}
    known = None if commitment.partner is None else names.get(commitment.partner)
    return known or commitment.who or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastedCommitments:
    """What pasted cells make of the commitments."""

    change: SaveCommitments | None
    """``None`` if nothing would be different."""
    not_understood: tuple[str, ...]
    """Cells that mean nothing in their column, and rows that promise nothing."""


def pasted_commitments(
    snapshot: Snapshot, grid: Sequence[Sequence[str]], columns: Sequence[str], rows: Sequence[str]
) -> PastedCommitments:
    """Return what pasting ``grid`` does: its first row goes to the first of ``rows``, rows beyond them are new."""
    known = {str(one.id): one for one in snapshot.commitments}
    ids = next_ids("C", known)
    changed: list[Commitment] = []
    wrong: list[str] = []
    for place, cells in enumerate(grid):
        entries = [(column, text) for column, text in zip(columns, cells, strict=False) if column in EDITABLE]
        before = known[rows[place]] if place < len(rows) else _promising(dict(entries), ids)
        if before is None:
            wrong += [text for _, text in entries if text.strip()][:1]
            continue
        after = before
        for column, text in entries:
            try:
                after = with_cell(snapshot, after, column, text)
            except NotUnderstoodError:
                wrong += [text] if text.strip() else []
        if known.get(after.id) != after:
            changed.append(after)
    change = SaveCommitments(commitments=tuple(changed)) if changed else None
    return PastedCommitments(change=change, not_understood=tuple(wrong))


def _promising(entries: dict[str, str], ids: Iterator[str]) -> Commitment | None:
    what = _one_line(entries.get("what", ""))
    return Commitment(id=CommitmentId(next(ids)), what=what) if what else None


def _with_who(snapshot: Snapshot, commitment: Commitment, name: str) -> Commitment:
    found = next((one.id for one in snapshot.partners if name and text_key(one.name) == text_key(name)), None)
    if found is not None:
        return replace(commitment, partner=PartnerId(found), who=None)
    return replace(commitment, partner=None, who=name or None)


def _one_line(text: str) -> str:
    return " ".join(clean_text(text).split())[:_MOST_LETTERS]
