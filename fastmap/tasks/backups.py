"""Backups as a person meets them: what each holds, how that differs from the file of today, and restoring one.

A backup is restored to a new file, never over the present one.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from fastmap.errors import FastmapError
from fastmap.local_time import local_time
from fastmap.model.messages import Message, message
from fastmap.store.backup_contents import COUNTED, FileContent, content_of_file
from fastmap.store.backups import Backup, assessments_in, backups_of

if TYPE_CHECKING:
    from fastmap.assessment import Assessment


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupLine:
    """One backup as a line of the list."""

    backup: Backup
    content: FileContent | None
    problem: FastmapError | None
    """Why it cannot be read; then there is no content."""
    differences: tuple[Message, ...]
    """How far back it lies, and what it has more or fewer than the present file; empty without one."""
    size_bytes: int


def backup_lines(backups: Sequence[Backup], present: FileContent | None, tag: str | None = None) -> list[BackupLine]:
    """Return ``backups`` newest first, each compared with the ``present`` file, whose place in the history is ``tag``."""
    return [_line(backup, present, tag) for backup in reversed(backups)]


def backups_on_this_computer(folder: Path) -> list[BackupLine]:
    """Return the backups of every assessment, by cluster and round, newest first within each: for a lost file."""
    lines = [line for name in assessments_in(folder) for line in backup_lines(backups_of(folder, name), None)]
    return sorted(lines, key=_cluster)


@dataclass(frozen=True, slots=True)
class BackedUp:
    """The backup of the present state."""

    backup: Backup
    is_new: bool
    """False: it was there already. Another one like it would only push older states out of the list."""


def back_up_now(assessment: Assessment) -> BackedUp:
    """Make sure that there is a backup of the file as it is now. Raises `FastmapError` where it cannot be made."""
    tag = assessment.state_tag
    known = [backup for backup in assessment.backups() if backup.tag == tag]
    if known:
        return BackedUp(known[-1], is_new=False)
    made = assessment.backup_now()
    every = assessment.backups()
    # An erasure in another window may have written it anew by now, under another name.
    return BackedUp(next((backup for backup in every if backup.path == made), every[-1]), is_new=True)


def back_up_now_elsewhere(assessment: Assessment) -> BackedUp:
    """Do the same in the calling thread, whichever it is; see `Assessment.apply_elsewhere`."""
    with assessment.lent():
        return back_up_now(assessment)


def restore_backup(backup: Path, target: Path) -> None:
    """Write what is in ``backup`` to ``target``, a new file. Raises `FastmapError`, nothing written, where that fails."""
    from fastmap.assessment import Assessment

    with Assessment.open(backup, read_only=True) as held:
        held.save_copy(target)


def name_for_restored(beside: Path, backup: Backup) -> Path:
    """Return a name that is free, beside a file, that says of when the backup is."""
    stem = f"{beside.stem} – {local_time(backup.made_at):%Y-%m-%d %H.%M}"
    names = itertools.chain([stem], (f"{stem} ({number})" for number in itertools.count(2)))
    return next(path for name in names if not (path := beside.with_name(f"{name}.fastmap")).exists())


def lines_of(assessment: Assessment) -> list[BackupLine]:
    """Return the backups of an open file, newest first."""
    return backup_lines(assessment.backups(), assessment.content(), assessment.state_tag)


def differences(backup: FileContent, present: FileContent) -> tuple[Message, ...]:
    """Return how a backup differs from the present file, how far back it lies first, then in numbers."""
    if backup.moments <= present.moments:
        ago = present.changes - backup.changes
        found = [message("backups.earlier", count=ago) if ago else message("backups.as_now")]
    elif present.moments <= backup.moments:
        found = [message("backups.later", count=backup.changes - present.changes)]
    else:
        found = [message("backups.apart")]
    for name in COUNTED:
        more = backup.counts[name] - present.counts[name]
        if more:
            found.append(message(f"backups.{'more' if more > 0 else 'fewer'}.{name}", count=abs(more)))
    return tuple(found)


def _line(backup: Backup, present: FileContent | None, tag: str | None) -> BackupLine:
    content: FileContent | None = None
    problem: FastmapError | None = None
    told: tuple[Message, ...] = ()
    try:
        content = content_of_file(backup.path)
    except FastmapError as error:
        problem = error
    if backup.tag == tag:
        told = (message("backups.same"),)
    elif content is not None and present is not None:
        told = differences(content, present)
    size = backup.path.stat().st_size if backup.path.exists() else 0
    return BackupLine(backup=backup, content=content, problem=problem, differences=told, size_bytes=size)


def _cluster(line: BackupLine) -> tuple[bool, str, str]:
    """Sort by cluster and round; what cannot be read, and so belongs to none, stands at the end."""
    return (False, line.content.cluster.casefold(), line.content.round_label) if line.content else (True, "", "")
