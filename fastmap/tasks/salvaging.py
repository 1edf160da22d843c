"""What a salvage is told as: a few sentences on what is there, what is not, and what to look at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from fastmap.model.messages import Message, Term, message
from fastmap.model.snapshot import Snapshot
from fastmap.store.recorder import Key
from fastmap.store.salvaging import Salvaged
from fastmap.store.surroundings import Surroundings
from fastmap.store.tables import INFO, TABLES

_NAMED = 8
"""So many single rows are named before the rest is only counted."""
_SINGLE: Final = frozenset({INFO.name, *(table.name for table in TABLES.values() if table.key == ("only_row",))})
"""Tables of one row."""
_TOLD_APART: Final = {
    "needs": "needs",
    "contacts": "contacts",
    "registrations": "registrations",
    "grant_facts": "grant",
    "logo": "logo",
}
"""Tables with a word of their own, beside that of their kind."""


def names_in(snapshot: Snapshot) -> dict[str, str]:
    """Return what people call the things that an account names: id or code → name; an answer goes by its member's."""
    names: dict[str, str] = {str(member.code): member.name for member in snapshot.members}
    names |= {str(partner.id): partner.name for partner in snapshot.partners}
    names |= {
        str(response.id): names[str(response.member)]
        for response in snapshot.responses
        if response.member is not None and str(response.member) in names
    }
    return names


def account_of(
    salvaged: Salvaged, source: Path, names: Mapping[str, str] | None = None, most: int | None = _NAMED
) -> tuple[Message, ...]:
    """Return the account of a salvage, the outcome first.

    ``names`` are those of `names_in`, from the new file; of each kind ``most`` rows are named, or all.
    """
    sentences = [message("salvage.made", file=source.name, target=salvaged.target.name)]
    sentences += [_counted("salvage.there", kind, count) for kind, count in _kinds(salvaged.kept)]
    if salvaged.is_complete and not salvaged.differing:
        sentences.append(message("salvage.complete"))
    for key, rows in (
        ("missing", salvaged.missing),
        ("from_history", salvaged.from_history),
        ("differing", salvaged.differing),
        ("made_up", salvaged.made_up),
    ):
        sentences += _told(key, rows, names or {}, most)
    if salvaged.cut:
        sentences.append(message("salvage.cut", what=tuple(dict.fromkeys(map(_kind, salvaged.cut)))))
    sentences.append(message("salvage.history_kept" if salvaged.keeps_history else "salvage.history_new"))
    if not salvaged.is_complete:
        sentences.append(message("salvage.look_at_backups"))
    return tuple(sentences)


def _told(
    key: str, rows: Mapping[str, tuple[Key, ...]], names: Mapping[str, str], most: int | None
) -> Iterator[Message]:
    """Give a sentence for each kind of thing. What there is once in a file has no name but what it is."""
    by_kind: dict[Term, tuple[Key, ...]] = {}
    for table, keys in rows.items():
        if table in _SINGLE:
            yield message(f"salvage.{key}_alone", what=_kind(table))
        else:
            by_kind[_kind(table)] = (*by_kind.get(_kind(table), ()), *keys)
    for kind, keys in by_kind.items():
        yield message(f"salvage.{key}", what=kind, count=len(keys), which=_named(keys, names, most))


def notices_of(found: Surroundings, file: Path) -> tuple[Message, ...]:
    """Return what to tell of the place where a file lies, the most urgent first."""
    told = []
    if found.copies:
        told.append(message("surroundings.copies", file=file.name, copies=", ".join(found.copies)))
    if found.lacks_locks:
        told.append(message("surroundings.no_locks", file=file.name))
    if found.service:
        told.append(message("surroundings.synced", file=file.name, service=found.service))
    elif found.is_on_network and not found.lacks_locks:
        told.append(message("surroundings.network", file=file.name))
    return tuple(told)


def _kinds(kept: Mapping[str, int]) -> list[tuple[Term, int]]:
    main = ("members", "responses", "needs", "partners", "offers", "actions", "mappings")
    return [(Term(f"salvage.table.{table}"), kept.get(table, 0)) for table in main]


def _counted(key: str, what: Term, count: int) -> Message:
    return message(key, what=what, count=count)


def _kind(table: str) -> Term:
    if table in _TOLD_APART:
        return Term(f"salvage.table.{_TOLD_APART[table]}")
    known = TABLES.get(table)
    kind = known.kind if known is not None else "attachments" if table == "attachment_contents" else "other"
    return Term(f"salvage.table.{kind}")


def _named(keys: tuple[Key, ...], names: Mapping[str, str], most: int | None) -> str:
    # Of an address the end says what is meant.
    told = [" · ".join(names.get(str(part), str(part).rpartition("/")[2]) for part in key) for key in keys[:most]]
    return ", ".join(told) + (" …" if len(told) < len(keys) else "")
