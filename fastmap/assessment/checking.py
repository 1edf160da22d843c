"""The check of a whole file: whether it is sound, and what is inside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from fastmap.store import backups, reading
from fastmap.store.copying import integrity_problems
from fastmap.store.failures import damaged
from fastmap.store.migrating import newest_schema
from fastmap.store.opening import OpenFile


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """What `fastmap check` tells of a file."""

    path: Path
    schema: int
    newest_schema: int
    """The schema this program writes; a file opened for writing has it."""
    counts: Mapping[str, int]
    """How many ``members``, ``responses``, ``needs``, ``skills``, ``mappings``, ``partners``, ``offers``, ``ties``,
    ``actions``, ``attachments`` and ``events`` (undone ones included)."""
    size_bytes: int
    backups: tuple[Path, ...]
    """Oldest first."""
    read_only: bool
    title: str
    cluster: str
    """Its name."""
    fictional: bool


def check_file(file: OpenFile, backup_folder: Path) -> CheckResult:
    """Test a file and say what is inside. Raises `FastmapError` ``file_damaged`` if it is not sound."""
    with file.reading() as connection:
        if integrity_problems(connection):
            raise damaged(file.path)
        snapshot = reading.read_snapshot(connection)
        return CheckResult(
            path=file.path,
            schema=file.schema_on_disk,
            newest_schema=newest_schema(),
            counts=reading.counts_of_things(connection),
            size_bytes=file.path.stat().st_size,
            backups=tuple(backup.path for backup in backups.backups_of(backup_folder, snapshot.info.id)),
            read_only=file.read_only,
            title=snapshot.info.title,
            cluster=snapshot.cluster.name,
            fictional=snapshot.info.fictional,
        )
