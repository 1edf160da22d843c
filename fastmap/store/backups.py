"""Backups of an assessment: one folder per assessment, numbered in order, thinned.

Names hold a number, the moment (UTC), and a tag of the place in the history; nothing about the cluster. The number
orders them, not the clock, which may have been set back.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from fastmap.errors import FastmapError
from fastmap.store import events
from fastmap.store.copying import copy_over

KEEP_LAST = 5
"""So many newest backups stay whatever their day."""
KEEP_DAYS = 30
"""Of the older ones the last of a day stays, for so many days."""

_NAME = re.compile(r"(?P<number>\d{6,})\.(?P<day>\d{8})T\d{6}Z\.(?P<tag>[0-9a-f]{12})\.fastmap")
_PLAIN_ID = re.compile(r"[0-9a-z]{8,64}")


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup file."""

    path: Path
    number: int
    day: str
    tag: str


def backups_of(folder: Path, assessment_id: str) -> list[Backup]:
    """Return the backups of one assessment, oldest first."""
    home = _home(folder, assessment_id)
    if not home.is_dir():
        return []
    matches = ((path, _NAME.fullmatch(path.name)) for path in home.iterdir())
    found = [Backup(path, int(name["number"]), name["day"], name["tag"]) for path, name in matches if name]
    return sorted(found, key=lambda backup: (backup.number, backup.path.name))


def back_up(connection: sqlite3.Connection, folder: Path, assessment_id: str, now: datetime) -> Path:
    """Write a checked backup, thin the older ones, and return its path."""
    home = _home(folder, assessment_id)
    home.mkdir(parents=True, exist_ok=True)
    earlier = backups_of(folder, assessment_id)
    number = earlier[-1].number + 1 if earlier else 1
    stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    target = home / f"{number:06d}.{stamp}.{events.state_tag(connection)}.fastmap"
    copy_over(connection, target)
    for backup in superfluous(backups_of(folder, assessment_id)):
        with suppress(OSError):  # one backup too many does no harm
            backup.path.unlink()
    return target


def back_up_if_changed(connection: sqlite3.Connection, folder: Path, assessment_id: str, now: datetime) -> Path | None:
    """Write a backup unless nothing was ever changed or the newest one already holds this state."""
    if events.is_untouched(connection):
        return None
    earlier = backups_of(folder, assessment_id)
    if earlier and earlier[-1].tag == events.state_tag(connection):
        return None
    return back_up(connection, folder, assessment_id, now)


def superfluous(backups: list[Backup]) -> list[Backup]:
    """Return the backups that thinning removes; ``backups`` are given oldest first. Never one of the newest."""
    older = backups[:-KEEP_LAST]
    last_of_day = {backup.day: backup for backup in older}
    kept = sorted(last_of_day.values(), key=lambda backup: backup.number)[-KEEP_DAYS:]
    return [backup for backup in older if backup not in kept]


def _home(folder: Path, assessment_id: str) -> Path:
    if not _PLAIN_ID.fullmatch(assessment_id):  # it came out of a file that somebody may have prepared
        raise FastmapError("file_suspicious", file=assessment_id[:40], names=("info",))
    return folder / assessment_id
