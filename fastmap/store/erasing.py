"""Taking what a file holds about somebody out of its rows and its history, inside one transaction.

Nothing here commits and nothing reaches other files; `erasing_file` and `erasing_elsewhere` do. The same steps run on
the open file, on each of its backups and, to say beforehand what will go, on a copy in memory.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from fastmap.errors import FastmapError
from fastmap.model.erasure import Erasure, ErasureCounts, ErasureKind
from fastmap.model.meanings import key_of
from fastmap.store import tables
from fastmap.store.codec import to_json, utc_text
from fastmap.store.erased_words import ErasedWords, names_nobody
from fastmap.store.erasing_ids import names_in_ids, replace_ids
from fastmap.store.erasing_texts import (
    KEYED_BY_TEXT,
    forget_history_keyed_by,
    recorded_texts,
    rows_of,
    sweep_history,
    sweep_records,
    texts_of_history,
)
from fastmap.store.events import CARDS_RENEWED, ERASED, forget_loose_contents, forget_undone
from fastmap.store.inspecting import read_inspected

_UNREADABLE = ("erasure_breaks_file", "file_damaged", "file_suspicious", "file_too_much")
_OF_TEXTS = (tables.MAPPINGS, tables.SPLITS, tables.SET_ASIDE)


def erase_in(
    connection: sqlite3.Connection, erasure: Erasure, words: ErasedWords, *, at: datetime, number: int
) -> ErasureCounts:
    """Take everything out and note in the history that something was erased. Commits nothing.

    ``number`` keeps organisations apart that entries of the ledger go on counting without a name.
    """
    return _Erasing(connection, erasure, words, number).run(at)


def erase_checked(
    connection: sqlite3.Connection, path: Path, erasure: Erasure, words: ErasedWords, *, at: datetime, number: int
) -> ErasureCounts:
    """Erase like `erase_in`, then read everything again as opening would, before anybody commits.

    Raises `FastmapError` ``erasure_breaks_file`` if the file could not be opened afterwards: then nothing may be kept.
    """
    try:
        counts = erase_in(connection, erasure, words, at=at, number=number)
        read_inspected(connection, path)
    except (sqlite3.IntegrityError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise FastmapError("erasure_breaks_file", file=path.name) from error
    except FastmapError as error:
        if error.code not in _UNREADABLE:  # of the disk
            raise
        raise FastmapError("erasure_breaks_file", file=path.name) from error
    return counts


def concerns(connection: sqlite3.Connection, words: ErasedWords, *, with_scans: bool = False) -> bool:
    """Return whether any text or id of the file, its history included, holds one of the words; ``with_scans``: or a scan."""
    return (
        any(words.are_in(text) for _, text in recorded_texts(connection))
        or any(words.are_in(text) for text in texts_of_history(connection))
        or names_in_ids(connection, words)
        or (with_scans and scans_naming(connection, words) != ())
    )


def scans_naming(connection: sqlite3.Connection, words: ErasedWords) -> tuple[tuple[str, str], ...]:
    """Return SHA-256 and name of every kept scan or file in whose bytes the letters occur, by name.

    They may be part of another word, or of what a program wrote about itself.
    """
    rows = connection.execute(
        "SELECT sha256, coalesce(name, substr(sha256, 1, 12)), content"
        " FROM attachment_contents LEFT JOIN attachments USING (sha256)"
    )
    found = ((sha256, name) for sha256, name, content in rows if words.are_in_bytes(content))
    return tuple(sorted(found, key=lambda one: (one[1], one[0])))


@dataclass(slots=True)
class _Erasing:
    connection: sqlite3.Connection
    erasure: Erasure
    words: ErasedWords
    number: int
    counts: ErasureCounts = field(default_factory=ErasureCounts)

    def run(self, at: datetime) -> ErasureCounts:
        rows_before = self._count("event_rows")
        forget_undone(self.connection)
        if self.erasure.kind is ErasureKind.CONTACT:
            self._remove(tables.CONTACTS, [(self.erasure.key,)])
        elif self.erasure.kind is ErasureKind.PARTNER_CONTACT:
            self._remove(tables.PARTNER_CONTACTS, [(self.erasure.key,)])
        elif self.erasure.kind is ErasureKind.MEMBER:
            self._remove_member(self.erasure.key)
        if self.words:
            self._remove_scans_that_name_them()
            self._sweep()
        forget_loose_contents(self.connection)
        self.connection.execute(
            f"UPDATE events SET name = '{ERASED}', facts = '{{}}'"
            f" WHERE name <> '{CARDS_RENEWED}' AND sequence NOT IN (SELECT event FROM event_rows)"
        )
        history = rows_before - self._count("event_rows") + self.counts.history
        self.connection.execute(
            f"INSERT INTO events (at, name, facts, undone) VALUES (?, '{ERASED}', '{{}}', 0)", (utc_text(at),)
        )
        return replace(self.counts, history=history)

    # --- rows and their history ---------------------------------------------------------------------------------------

    def _remove(self, table: tables.Table, keys: Iterable[tuple[str | int, ...]]) -> int:
        """Remove rows and every trace of them in the history; return how many rows there were."""
        removed = 0
        for key in keys:
            removed += self.connection.execute(table.delete, key).rowcount
            self._forget_history(table.name, key)
        return removed

    def _remove_member(self, code: str) -> None:
        responses = self._ever("responses", code)
        texts, others = self._texts_of(responses), self._texts_of(self._all_responses() - responses)
        others |= self._texts_of_replies()
        scans = self._own_scans(responses)
        needs = {(response, row) for response in responses for row in self._rows_of(response)}
        remarks = [("remark", response) for response in responses]
        ties = self._ever("ties", code)
        own = texts - others
        decisions = sum(self._remove(table, own) for table in _OF_TEXTS)
        self.counts = replace(
            self.counts,
            needs=self._remove(tables.NEEDS, needs),
            answers=self._remove(tables.RESPONSES, [(one,) for one in responses]),
            ties=self._remove(tables.TIES, [(one,) for one in ties]),
            decisions=decisions,
            attachments=self._remove(tables.ATTACHMENTS, [(one,) for one in scans]),
        )
        self._remove(tables.CLEARED_TEXTS, remarks)
        self._remove_loose_skills(own)
        self._change_json("kpi_entries", lambda row: self._without_member(row, code))
        self._change_json("earlier_round", lambda row: self._without_earlier(row, code))
        for table in (tables.CONTACTS, tables.REGISTRATIONS, tables.MEMBERS):
            self._remove(table, [(code,)])
        self.connection.execute("INSERT INTO erased_codes (code) VALUES (?) ON CONFLICT DO NOTHING", (code,))

    def _ever(self, table: str, code: str) -> set[str]:
        """Return the ids of rows that are the member's, or were when they were removed.

        A row that became somebody else's stays; the history only forgets whose it was.
        """
        found, elsewhere = self._ids_ever(table, code)
        if elsewhere:
            self._change_history(
                table, lambda row: {**row, "member": None} if row["member"] == code and row["id"] in elsewhere else row
            )
        return found

    def _ids_ever(self, table: str, code: str) -> tuple[set[str], set[str]]:
        """Return the ids of rows that are or were the member's, and of those that are somebody else's now."""
        now = dict(self.connection.execute(f"SELECT id, member FROM {table}").fetchall())
        then = self.connection.execute(
            "SELECT row_key FROM event_rows WHERE table_name = ?1"
            " AND (json_extract(before, '$.member') = ?2 OR json_extract(after, '$.member') = ?2)",
            (table, code),
        ).fetchall()
        found = {json.loads(key)[0] for (key,) in then} | {one for one, member in now.items() if member == code}
        elsewhere = {one for one in found if now.get(one, code) != code}
        return found - elsewhere, elsewhere

    def _forget_history(self, table: str, key: tuple[str | int, ...]) -> None:
        self.connection.execute(
            "DELETE FROM event_rows WHERE table_name = ? AND row_key = ?", (table, to_json(list(key)))
        )

    def _history_of(self, table: str, owners: set[str]) -> Iterator[tuple[str, dict[str, Any]]]:
        """Every state that the history holds of rows whose key begins with one of ``owners``."""
        rows = self.connection.execute(
            "SELECT row_key, before, after FROM event_rows WHERE table_name = ?", (table,)
        ).fetchall()
        for key, *texts in rows:
            if (owner := json.loads(key)[0]) in owners:
                yield from ((owner, json.loads(text)) for text in texts if text is not None)

    def _scans_of(self, responses: set[str]) -> set[str]:
        now = self.connection.execute("SELECT id, source_sha256 FROM responses").fetchall()
        found = {sha256 for one, sha256 in now if one in responses}
        found |= {row.get("source_sha256") for _, row in self._history_of("responses", responses)}
        return {one for one in found if one is not None}

    def _own_scans(self, responses: set[str]) -> set[str]:
        """Scans of these answers and of no others."""
        return self._scans_of(responses) - self._scans_of(self._all_responses() - responses)

    def _all_responses(self) -> set[str]:
        return {one for (one,) in self.connection.execute("SELECT id FROM responses")}

    def _rows_of(self, response: str) -> set[int]:
        now = self.connection.execute("SELECT row FROM needs WHERE response = ?", (response,)).fetchall()
        return {row for (row,) in now} | {need["row"] for _, need in self._history_of("needs", {response})}

    def _texts_of(self, responses: set[str]) -> set[tuple[str, str]]:
        """The texts of needs and unused skills in these answers, as decisions know them; also those of before."""
        languages, found = {}, set()
        for identity, language, unused in self.connection.execute(
            "SELECT id, language, unused FROM responses"
        ).fetchall():
            if identity in responses:
                languages[identity] = language
                found |= {(key_of(one["skill_text"]), language) for one in json.loads(unused)}
        for identity, row in self._history_of("responses", responses):
            languages.setdefault(identity, row["language"])
            found |= {(key_of(one["skill_text"]), row["language"]) for one in json.loads(row["unused"])}
        now = self.connection.execute("SELECT response, skill_text FROM needs").fetchall()
        needs = [(owner, text) for owner, text in now if owner in responses]
        needs += [(owner, need["skill_text"]) for owner, need in self._history_of("needs", responses)]
        return found | {(key_of(text), languages[owner]) for owner, text in needs if owner in languages}

    def _texts_of_replies(self) -> set[tuple[str, str]]:
        rows = self.connection.execute("SELECT language, offers FROM provider_replies")
        return {(key_of(one["skill_text"]), language) for language, offers in rows for one in json.loads(offers)}

    def _remove_loose_skills(self, texts: set[tuple[str, str]]) -> None:
        """Remove skills that only stood for these texts, waiting to be placed, and that nothing else names."""
        written = {key for key, _ in texts}
        rows = self.connection.execute("SELECT uri, labels FROM skills WHERE source = 'provisional'").fetchall()
        for uri, labels in rows:
            if {key_of(label) for label in json.loads(labels).values()} <= written and not self._is_named(uri):
                self._remove(tables.SKILLS, [(uri,)])

    def _is_named(self, uri: str) -> bool:
        places = (("mappings", "skill = ?1"), ("offers", "skill = ?1"), ("overrides", "skill = ?1"))
        lists = (("splits", "instr(parts, ?1)"), ("actions", "instr(skills, ?1)"), ("second_sources", "skill = ?1"))
        then = (("event_rows", "table_name <> 'skills' AND instr(coalesce(before, '') || coalesce(after, ''), ?1)"),)
        return any(
            self.connection.execute(f"SELECT 1 FROM {table} WHERE {condition} LIMIT 1", (uri,)).fetchone()
            for table, condition in (*places, *lists, *then)
        )

    # --- records of others that name the member -----------------------------------------------------------------------

    def _change_json(self, table: str, change: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
        """Change the rows of a table, and what the history holds of them."""
        known = tables.TABLES[table]
        for values in self.connection.execute(known.select).fetchall():
            before = dict(zip(known.columns, values, strict=True))
            after = change(before)
            if after != before:
                self.connection.execute(known.upsert, tuple(after[name] for name in known.columns))
        self._change_history(table, change)

    def _change_history(self, table: str, change: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
        history = self.connection.execute(
            "SELECT event, position, before, after FROM event_rows WHERE table_name = ?", (table,)
        ).fetchall()
        for event, position, *texts in history:
            new = [None if text is None else to_json(change(json.loads(text))) for text in texts]
            self.connection.execute(
                "UPDATE event_rows SET before = ?, after = ? WHERE event = ? AND position = ?", (*new, event, position)
            )

    def _without_member(self, row: dict[str, Any], code: str) -> dict[str, Any]:
        """Let an entry of the ledger count the organisation on, without its name or code."""
        members, others = json.loads(row["members"]), json.loads(row["others"])
        if code not in members:
            return row
        rest = [one for one in members if one != code]
        nameless = f"{self.words.placeholder} {self.number}"
        return {**row, "members": to_json(rest), "others": to_json([*others, nameless])}

    @staticmethod
    def _without_earlier(row: dict[str, Any], code: str) -> dict[str, Any]:
        members = json.loads(row["members"])
        rest = [one for one in members if one["code"] != code or not row["carried_over"]]
        return row if rest == members else {**row, "members": to_json(rest)}

    # --- texts --------------------------------------------------------------------------------------------------------

    def _remove_scans_that_name_them(self) -> None:
        """The contact person's own ones; those of others only if somebody wants it: letters may be part of anything."""
        own: set[str] = set()
        if self.erasure.kind is ErasureKind.CONTACT:
            own = self._own_scans(self._ids_ever("responses", self.erasure.key)[0])
        named = [
            (one,) for one, _ in scans_naming(self.connection, self.words) if self.erasure.with_scans or one in own
        ]
        removed = self._remove(tables.ATTACHMENTS, named)
        self.counts = replace(self.counts, attachments=self.counts.attachments + removed)

    def _sweep(self) -> None:
        """Put the placeholder where the words stand; rows that go by such a text go as a whole."""
        texts = 0
        for table in KEYED_BY_TEXT:
            rows = rows_of(self.connection, table)
            named = [row for row in rows if self.words.are_in(row[table.key[0]])]
            texts += self._remove(table, [tuple(row[column] for column in table.key) for row in named])
        texts += self._remove_the_same_person()
        texts += replace_ids(self.connection, self.words)
        forgotten = forget_history_keyed_by(self.connection, self.words)
        texts += sweep_records(self.connection, self.words)
        # An address that two people shared goes; nothing that reads like one may be left to write to.
        if self.words.placeholder:
            self.connection.execute("UPDATE contacts SET email = NULL WHERE instr(email, ?)", (self.words.placeholder,))
        history = forgotten + sweep_history(self.connection, self.words)
        self.counts = replace(self.counts, texts=texts, history=history)

    def _remove_the_same_person(self) -> int:
        """Remove the contacts of others who are whoever is erased: a contact called "[erased]" is nobody."""
        removed = 0
        for table, column in ((tables.CONTACTS, "name"), (tables.PARTNER_CONTACTS, "contact")):
            keys = [
                (row[table.key[0]],)
                for row in rows_of(self.connection, table)
                if (said := row[column] or row.get("email")) and names_nobody(self.words.out_of(said))
            ]
            removed += self._remove(table, keys)
        return removed

    def _count(self, table: str) -> int:
        return int(self.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
