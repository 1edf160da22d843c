"""A new file with what is left of a damaged one, and an account of what is not. The damaged file is only read.

Rows come from their tables and, where those are broken, from the history, which holds every row a second time. What refers
to something lost is left out with it – except that lost members and skills that something hangs on are put back with nothing
but their code, or a text that was placed in them.
"""

from __future__ import annotations

import json
import secrets
import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from fastmap.errors import FastmapError
from fastmap.model.choices import SkillSource
from fastmap.model.ids import LanguageCode, is_assessment_id
from fastmap.model.organisations import Cluster, Member
from fastmap.model.skills import Skill
from fastmap.model.snapshot import AssessmentInfo
from fastmap.store import reading, tables
from fastmap.store.codec import Row
from fastmap.store.copying import is_sound
from fastmap.store.failures import in_use, told_as_fastmap_errors
from fastmap.store.handles import identity_of, is_open_here, release_handle, take_handle
from fastmap.store.header import refuse_what_is_no_file
from fastmap.store.inspecting import refuse_too_large
from fastmap.store.journals import journal_of, refuse_linked_journal, refuse_strange_journal
from fastmap.store.migrating import migrate
from fastmap.store.migrations import MIGRATIONS
from fastmap.store.placing import beside, place_new, refuse_place
from fastmap.store.recorder import Key
from fastmap.store.salvage_reading import Found, TableShape, is_readable, mend, read_all, reference_of, shapes_of

HISTORY = ("events", "event_rows")
_LOST_SKILLS = (
    "SELECT skill, max(name) FROM (SELECT skill, text_key AS name FROM mappings UNION SELECT skill, NULL FROM offers)"
    " WHERE skill NOT IN (SELECT uri FROM skills) GROUP BY skill"
)
UNKNOWN_COUNTRY = "EU"


@dataclass(slots=True)
class Salvaged:
    """What a salvage brought over and what it could not."""

    target: Path
    kept: dict[str, int] = field(default_factory=dict)
    """Table → rows in the new file, those from the history included."""
    from_history: dict[str, tuple[Key, ...]] = field(default_factory=dict)
    """Rows that were broken in their table and are there as the history knew them."""
    missing: dict[str, tuple[Key, ...]] = field(default_factory=dict)
    """Rows known to have been there that are not."""
    differing: dict[str, tuple[Key, ...]] = field(default_factory=dict)
    """Rows that are there, but not as the history has them: one of the two was damaged."""
    cut: tuple[str, ...] = ()
    """Tables that were broken where nothing says what stood there: more may be missing."""
    made_up: dict[str, tuple[Key, ...]] = field(default_factory=dict)
    """Rows that stand in for lost ones: cluster, round, members of whom only the code is known."""
    keeps_history: bool = False
    """Whether undo goes on from where it was; if anything was lost the new file begins a new history."""

    @property
    def is_complete(self) -> bool:
        """Whether nothing is known or feared to be missing."""
        return not (self.missing or self.cut or self.made_up)


def salvage_file(path: Path, target: Path) -> Salvaged:
    """Write what can be read of ``path`` to ``target``, which must not exist. ``path`` is never written to.

    Raises `FastmapError` ``file_not_salvaged`` where nothing is left, and what opening raises for a file that is in use,
    newer or none of ours.
    """
    path, target = path.absolute(), target.absolute()
    refuse_what_is_no_file(path)
    refuse_too_large(path)
    refuse_place(target)
    with told_as_fastmap_errors(path), beside(target) as copy:
        _copy(path, copy)
        try:
            schema = mend(copy)
        except FastmapError as error:
            raise FastmapError(error.code, **{**error.facts, "file": path.name}) from error
        with closing(reference_of(schema)) as reference:
            shapes = shapes_of(reference)
            found = read_all(copy, shapes, reference)
    return _written(path, target, schema, shapes, found)


def _copy(path: Path, copy: Path) -> None:
    """Copy the file with an unfinished change beside it; SQLite takes that back in the copy."""
    if is_open_here(identity_of(path)):
        raise in_use(path)
    refuse_strange_journal(path)
    refuse_linked_journal(path)
    handle = take_handle(path, for_writing=False)  # nobody may be writing meanwhile
    try:
        shutil.copyfile(path, copy)
        if journal_of(path).exists():
            shutil.copyfile(journal_of(path), journal_of(copy))
    finally:
        release_handle(handle)


def _written(
    path: Path, target: Path, schema: int, shapes: tuple[TableShape, ...], found: Mapping[str, Found]
) -> Salvaged:
    report = Salvaged(target)
    with told_as_fastmap_errors(target), beside(target) as draft:
        with closing(sqlite3.connect(draft, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode = OFF")  # nobody has the draft yet; it is synced once
            connection.execute("PRAGMA synchronous = OFF")
            migrate(connection, [step for step in MIGRATIONS if step.to_schema <= schema])
            connection.execute("BEGIN")
            _fill(connection, path, shapes, found, report)
            connection.execute("COMMIT")
        _refuse_unreadable(path, draft)
        place_new(draft, target)
    return report


def _fill(
    connection: sqlite3.Connection,
    path: Path,
    shapes: tuple[TableShape, ...],
    found: Mapping[str, Found],
    report: Salvaged,
) -> None:
    history = _last_rows(found)
    # What a whole history knows of is known to be there or not; tables it does not keep stay uncertain.
    known = tables.TABLES.keys() if _is_whole(found) else ()
    report.cut = tuple(
        shape.name
        for shape in shapes
        if found[shape.name].is_cut and shape.name not in HISTORY and shape.name not in known
    )
    for shape in shapes:
        if shape.name not in HISTORY:
            _fill_table(connection, shape, found[shape.name], history.get(shape.name, {}), report)
    if not any(report.kept.values()):
        raise FastmapError("file_not_salvaged", file=path.name)
    _make_up(connection, path, shapes, report)
    _leave_out_dangling(connection, shapes, report)
    _keep_history(connection, shapes, found, report)
    for shape in shapes:
        report.kept[shape.name] = connection.execute(f'SELECT count(*) FROM "{shape.name}"').fetchone()[0]


def _fill_table(
    connection: sqlite3.Connection,
    shape: TableShape,
    found: Found,
    history: Mapping[Key, Row | None],
    report: Salvaged,
) -> None:
    rows = dict(found.rows)
    wanted = set(found.lost) | {key for key, row in history.items() if row is not None}
    restored = {key: row for key in wanted - rows.keys() if (row := history.get(key)) is not None}
    rows |= {key: row for key, row in restored.items() if is_readable(shape.name, row)}
    put = {key for key, row in sorted(rows.items(), key=repr) if _put(connection, shape, row)}
    report.kept[shape.name] = len(put)
    _note(report.missing, shape.name, (wanted | rows.keys()) - put)
    _note(report.from_history, shape.name, restored.keys() & put)
    _note(
        report.differing,
        shape.name,
        {key for key in found.rows.keys() & put if _differs(found.rows[key], history.get(key))},
    )


def _put(connection: sqlite3.Connection, shape: TableShape, row: Row) -> bool:
    """Insert a row; one that breaks a rule of its table was damaged, and is not put in."""
    columns = ", ".join(f'"{name}"' for name in shape.columns)
    marks = ", ".join("?" * len(shape.columns))
    try:
        connection.execute(
            f'INSERT INTO "{shape.name}" ({columns}) VALUES ({marks})', [row.get(name) for name in shape.columns]
        )
    except (sqlite3.IntegrityError, sqlite3.DataError, sqlite3.InterfaceError, OverflowError):
        return False
    return True


def _differs(row: Row, history: Row | None) -> bool:
    return history is not None and any(row[name] != history[name] for name in row.keys() & history.keys())


def _note(where: dict[str, tuple[Key, ...]], table: str, keys: set[Key]) -> None:
    if keys:
        where[table] = (*where.get(table, ()), *sorted(keys, key=repr))


def _last_rows(found: Mapping[str, Found]) -> dict[str, dict[Key, Row | None]]:
    """Return what the history says each row is now, ``None`` where it was removed."""
    events, edits = (found[name].rows for name in HISTORY)
    done = [event["sequence"] for event in events.values() if not event["undone"]]
    last: dict[str, dict[Key, Row | None]] = {}
    for edit in sorted(edits.values(), key=lambda one: (one["event"], one["position"])):
        sequence = edit["event"]
        event = events.get((sequence,))
        # Undone changes are always the last ones, so a lost event before one that counts was done too.
        if event["undone"] if event is not None else sequence > max(done, default=0):
            continue
        try:
            key, after = tuple(json.loads(edit["row_key"])), edit["after"] and json.loads(edit["after"])
        except (ValueError, TypeError):
            continue
        last.setdefault(edit["table_name"], {})[key] = after
    return last


def _make_up(connection: sqlite3.Connection, path: Path, shapes: tuple[TableShape, ...], report: Salvaged) -> None:
    """Put in what a file cannot be without."""
    shape_of = {shape.name: shape for shape in shapes}

    def put(table: tables.Table, value: object, **extra: int) -> None:
        assert table.codec is not None  # tables of values have one
        row = {**table.codec.to_row(value), **extra}
        if _put(connection, shape_of[table.name], row):
            _note(report.made_up, table.name, {tuple(row[name] for name in table.key)})

    if not report.kept["info"]:
        put(tables.INFO, AssessmentInfo(id=secrets.token_hex(8), title=path.stem, round_label="?"))
    elif not is_assessment_id(*connection.execute("SELECT id FROM info").fetchone()):
        made = secrets.token_hex(8)  # or no program would open the file
        connection.execute("UPDATE info SET id = ?", (made,))
        _note(report.made_up, "info", {(made,)})
    if not report.kept["cluster"]:
        put(tables.CLUSTER, Cluster(name=path.stem, country=UNKNOWN_COUNTRY), only_row=1)
    lost = connection.execute(
        "SELECT DISTINCT member FROM responses WHERE member IS NOT NULL AND member NOT IN (SELECT code FROM members)"
    ).fetchall()
    for (code,) in lost:
        put(tables.MEMBERS, Member(code=code, name=code))
    for uri, text in connection.execute(_LOST_SKILLS).fetchall():
        name = LanguageCode("en"), text or uri.rpartition("/")[2].replace("-", " ")
        put(tables.SKILLS, Skill(uri=uri, labels=dict([name]), source=SkillSource.OWN))


def _leave_out_dangling(connection: sqlite3.Connection, shapes: tuple[TableShape, ...], report: Salvaged) -> None:
    """Take out what refers to something that is not there, until nothing does."""
    again = True
    while again:
        again = False
        for shape in shapes:
            if shape.name in HISTORY:
                continue
            for _, _, parent, column, parent_column, *_ in connection.execute(
                f'PRAGMA foreign_key_list("{shape.name}")'
            ).fetchall():
                dangling = (
                    f'FROM "{shape.name}" WHERE "{column}" IS NOT NULL'
                    f' AND "{column}" NOT IN (SELECT "{parent_column}" FROM "{parent}")'
                )
                keys = ", ".join(f'"{name}"' for name in shape.key)
                if lost := set(connection.execute(f"SELECT {keys} {dangling}")):
                    connection.execute(f"DELETE {dangling}")
                    _note(report.missing, shape.name, lost)
                    again = True


def _is_whole(found: Mapping[str, Found]) -> bool:
    return all(not found[name].is_cut and not found[name].lost for name in HISTORY)


def _keep_history(
    connection: sqlite3.Connection, shapes: tuple[TableShape, ...], found: Mapping[str, Found], report: Salvaged
) -> None:
    """Bring the history over only if it fits every row: undoing one that has holes would lose more."""
    if (
        not _is_whole(found)
        or report.missing
        or report.from_history
        or report.differing
        or report.cut
        or report.made_up
    ):
        return
    for shape in shapes:
        if shape.name in HISTORY:
            for row in found[shape.name].rows.values():
                _put(connection, shape, row)
    report.keeps_history = True


def _refuse_unreadable(path: Path, draft: Path) -> None:
    """Read the draft as the program will: as the newest schema, with every value."""
    with closing(sqlite3.connect(draft, isolation_level=None)) as written, closing(_memory()) as copy:
        written.backup(copy)
        migrate(copy)
        if not is_sound(copy):
            raise FastmapError("file_not_salvaged", file=path.name)
        reading.read_snapshot(copy)
        reading.read_contacts(copy)


def _memory() -> sqlite3.Connection:
    return sqlite3.connect(":memory:", isolation_level=None)
