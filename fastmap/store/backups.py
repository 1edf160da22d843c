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
from fastmap.model.ids import is_assessment_id
from fastmap.store import events
from fastmap.store.copying import copy_over

KEEP_LAST = 5
"""So many newest backups stay whatever their moment."""
KEEP_HOURS = 24
"""Of the older ones the last of an hour stays, for so many hours in which there was one."""
KEEP_DAYS = 30
"""Then the last of a day, for so many days in which there was one."""
KEEP_WEEKS = 52
"""Then the last of a week, likewise."""

_NAME = re.compile(r"(?P<number>\d{6,})\.(?P<moment>\d{8}T\d{6})Z\.(?P<tag>[0-9a-f]{12})\.fastmap")
_MOMENT = "%Y%m%dT%H%M%S"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup file."""

    path: Path
    number: int
    made_at: datetime
    """UTC, by the clock of this computer; to be shown and thinned by, never to order by."""
    tag: str
    """Of the state that it holds (`events.state_tag`)."""


def backups_of(folder: Path, assessment_id: str) -> list[Backup]:
    """Return the backups of one assessment, oldest first."""
    home = _home(folder, assessment_id)
    if not home.is_dir():
        return []
    matches = ((path, _NAME.fullmatch(path.name)) for path in home.iterdir())
    found = [
        Backup(path, int(name["number"]), moment, name["tag"])
        for path, name in matches
        if name and (moment := _moment(name["moment"])) is not None
    ]
    return sorted(found, key=lambda backup: (backup.number, backup.path.name))


def back_up(connection: sqlite3.Connection, folder: Path, assessment_id: str, now: datetime) -> Path:
    """Write a checked backup, thin the older ones, and return its path."""
    target = next_backup(connection, folder, assessment_id, now)
    copy_over(connection, target)
    thin_out(folder, assessment_id)
    return target


def next_backup(
    connection: sqlite3.Connection, folder: Path, assessment_id: str, now: datetime, *, after: int = 0
) -> Path:
    """Return the path of a backup of the present state, its folder made; its number is above ``after``."""
    home = _home(folder, assessment_id)
    home.mkdir(parents=True, exist_ok=True)
    number = 1 + max((backup.number for backup in backups_of(folder, assessment_id)), default=0)
    number = max(number, after + 1)
    stamp = now.astimezone(UTC).strftime(_MOMENT)
    return home / f"{number:06d}.{stamp}Z.{events.state_tag(connection)}.fastmap"


def number_of(path: Path) -> int:
    """Return the number in the name of a backup."""
    return int(path.name.split(".", 1)[0])


def thin_out(folder: Path, assessment_id: str) -> None:
    """Remove the backups that are not kept any longer."""
    for backup in superfluous(backups_of(folder, assessment_id)):
        with suppress(OSError):  # one backup too many does no harm
            backup.path.unlink()


def is_backed_up(connection: sqlite3.Connection, folder: Path, assessment_id: str) -> bool:
    """Return whether there is nothing to back up: nothing was ever changed, or the newest backup holds this state."""
    if events.is_untouched(connection):
        return True
    earlier = backups_of(folder, assessment_id)
    return bool(earlier) and earlier[-1].tag == events.state_tag(connection)


def back_up_if_changed(connection: sqlite3.Connection, folder: Path, assessment_id: str, now: datetime) -> Path | None:
    """Write a backup unless nothing was ever changed or the newest one already holds this state."""
    if is_backed_up(connection, folder, assessment_id):
        return None
    return back_up(connection, folder, assessment_id, now)


def superfluous(backups: list[Backup]) -> list[Backup]:
    """Return the backups that thinning removes; ``backups`` are given oldest first. Never one of the newest."""
    older = backups[:-KEEP_LAST]
    kept: set[int] = set()
    for period, count in ((_hour, KEEP_HOURS), (_day, KEEP_DAYS), (_week, KEEP_WEEKS)):
        last = {period(backup.made_at): backup.number for backup in older}
        kept.update(sorted(last.values())[-count:])
    return [backup for backup in older if backup.number not in kept]


def assessments_in(folder: Path) -> list[str]:
    """Return the ids of all assessments with backups in ``folder``."""
    if not folder.is_dir():
        return []
    names = (home.name for home in folder.iterdir() if home.is_dir())
    return sorted(name for name in names if is_assessment_id(name) and backups_of(folder, name))


def _hour(moment: datetime) -> tuple[int, ...]:
    return moment.year, moment.month, moment.day, moment.hour


def _day(moment: datetime) -> tuple[int, ...]:
    return moment.year, moment.month, moment.day


def _week(moment: datetime) -> tuple[int, ...]:
    return tuple(moment.isocalendar()[:2])


def _moment(stamp: str) -> datetime | None:
    try:
        return datetime.fromisoformat(stamp).replace(tzinfo=UTC)
    except ValueError:  # a name that only looks like ours
        return None


def _home(folder: Path, assessment_id: str) -> Path:
    if not is_assessment_id(assessment_id):  # it came out of a file that somebody may have prepared
        raise FastmapError("file_suspicious", file=assessment_id[:40], names=("info",))
    return folder / assessment_id
