"""Making a new assessment file: complete before it gets its name."""

from __future__ import annotations

import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from fastmap.errors import FastmapError
from fastmap.model.ids import is_assessment_id
from fastmap.model.organisations import Cluster
from fastmap.model.snapshot import AssessmentInfo
from fastmap.store.database import transaction
from fastmap.store.failures import told_as_fastmap_errors
from fastmap.store.filling import kept_openable
from fastmap.store.migrating import migrate
from fastmap.store.placing import beside, place_new, refuse_place
from fastmap.store.recorder import Recorder
from fastmap.store.records import Records


@contextmanager
def _nothing_there_yet(path: Path) -> Iterator[None]:
    """Tell a protected folder as such: of a file that was never made, no copy can be saved elsewhere."""
    try:
        yield
    except FastmapError as error:
        if error.code != "file_not_writable":
            raise
        raise FastmapError("file_not_made", file=path.name, folder=str(path.parent)) from error


def create_file(path: Path, info: AssessmentInfo, cluster: Cluster, *values: object) -> None:
    """Write a new file at ``path`` that holds ``values`` from its birth: nobody can undo them.

    Raises `FastmapError` if there is one, if the folder is missing or the disk full. It is written under another name,
    synced and then given its own, so that no moment shows half a file.
    """
    path = Path(os.path.realpath(path))
    if not is_assessment_id(info.id):
        raise ValueError("an assessment with this id could not be opened again")
    with _nothing_there_yet(path), told_as_fastmap_errors(path):
        refuse_place(path)
        with beside(path) as draft:
            with closing(sqlite3.connect(draft, isolation_level=None)) as connection:
                connection.execute("PRAGMA journal_mode = OFF")  # the draft is synced once, when it is complete
                connection.execute("PRAGMA synchronous = OFF")
                migrate(connection)
                with transaction(connection):
                    recorder = Recorder(connection)
                    with kept_openable(connection, path, recorder.edits):
                        Records(recorder).save(info, cluster, *values)
                    # From its birth, so that every backup of the file knows the cards that are printed later.
                    connection.execute(
                        "INSERT INTO notes (name, value) VALUES ('card_seed', ?)", (secrets.token_hex(32),)
                    )
            place_new(draft, path)
