"""Killed at every statement of every migration, and at every file it touches while a copy is made."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from fastmap import places
from fastmap.assessment import Assessment
from fastmap.store.backups import backups_of
from fastmap.store.header import read_header
from fastmap.store.migrations import MIGRATIONS, Migration
from tests.torture.figures import NONE, SOME, Figure
from tests.torture.forked import Ended, die, die_at_file_event, forked
from tests.torture.material import has_hot_journal, old_samples, problem_of, sample

_EVER = 10_000


def killed_migrations(folder: Path, *, each: int = 1) -> Iterator[Figure]:
    """Kill before every ``each``-th statement of every step, from every old file; then open it as ever."""
    seen: Counter[str] = Counter()
    for name, content in old_samples().items():
        path = folder / f"{name}.fastmap"
        whole, schema = _unkilled(path, content)
        for number in range(1, _EVER, each):
            path.write_bytes(content)
            ended = forked(lambda _, path=path, number=number: _migrate_until(path, number))
            if not ended.was_killed:
                seen["mistakes"] += ended.crashed
                break
            seen["kills"] += 1
            seen["hot"] += has_hot_journal(path)
            between = read_header(path).schema
            seen["between"] += schema < between < MIGRATIONS[-1].to_schema
            seen["lost"] += bool(problem_of(path, whole))
            seen["no backup"] += not _backups(path)
        path.unlink()
    part = "kill in migration"
    yield Figure(part, "kills, one at each statement of each step", seen["kills"], SOME)
    yield Figure(part, "of these after some steps and before others", seen["between"], SOME)
    yield Figure(part, "files that lost something or did not open", seen["lost"], NONE)
    yield Figure(part, "without a backup of the file before", seen["no backup"], NONE)
    yield Figure(part, "mistakes of the program", seen["mistakes"], NONE)


def _unkilled(path: Path, content: bytes) -> tuple[str, int]:
    path.write_bytes(content)
    schema = read_header(path).schema
    with Assessment.open(path) as assessment:
        return assessment.content_hash(), schema


def _migrate_until(path: Path, number: int) -> None:
    left = number

    def counted(step: Migration) -> Migration:
        def migrate(execute: Callable[[str], object]) -> None:
            # The schema is also worked out in memory, to know what it should be: nobody's data dies there.
            on_disk = bool(execute("PRAGMA database_list").fetchone()[2])  # type: ignore[attr-defined]

            def until(statement: str) -> object:
                nonlocal left
                left -= on_disk
                if left < 0:
                    die()
                done = execute(statement)
                return done

            step.migrate(until)
            until("SELECT 1")  # everything is done but not committed

        return Migration(step.to_schema, migrate)

    Assessment.open(path, migrations=tuple(counted(step) for step in MIGRATIONS)).close()


def _backups(path: Path) -> list[Path]:
    with Assessment.open(path, read_only=True) as assessment:
        return [backup.path for backup in backups_of(places.backup_folder(), assessment.snapshot().info.id)]


def killed_copies(folder: Path) -> Iterator[Figure]:
    """Kill before every file that a backup, a copy, or a new file touches; nothing half may have a final name."""
    path = sample(folder)
    with Assessment.open(path) as assessment:
        content = assessment.content_hash()
    for part, step in (("kill in backup", _back_up), ("kill in a copy", _copy)):
        seen = _kill_everywhere(path, content, folder, step)
        yield Figure(part, "kills, one before each file it touches", seen["kills"], SOME)
        yield Figure(part, "originals that lost something", seen["lost"], NONE)
        yield Figure(part, "half files under a final name", seen["half"], NONE)
        yield Figure(part, "whole files under a final name", seen["whole"], SOME)
        yield Figure(part, "mistakes of the program", seen["mistakes"], NONE)


def _kill_everywhere(path: Path, content: str, folder: Path, step: Callable[[Path, Path], None]) -> Counter[str]:
    seen: Counter[str] = Counter()
    for number in range(1, _EVER):
        target = folder / "made"
        target.mkdir()

        def killed(_: object, number: int = number, target: Path = target) -> None:
            die_at_file_event(number)
            step(path, target)

        ended: Ended = forked(killed)
        for made in target.rglob("*.fastmap"):
            if made.name.startswith("."):
                continue
            seen["half" if problem_of(made, content) else "whole"] += 1
        shutil.rmtree(target)
        seen["lost"] += bool(problem_of(path, content))
        if not ended.was_killed:
            seen["mistakes"] += ended.crashed
            return seen
        seen["kills"] += 1
    return seen


def _back_up(path: Path, target: Path) -> None:
    with Assessment.open(path, backup_folder=target) as assessment:
        assessment.backup_now()


def _copy(path: Path, target: Path) -> None:
    with Assessment.open(path, read_only=True) as assessment:
        assessment.save_copy(target / "copy.fastmap")
