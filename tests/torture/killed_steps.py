"""Killed at every statement of every migration, and at every file it touches while a copy or a backup is made."""

from __future__ import annotations

import hashlib
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from fastmap import places
from fastmap.assessment import Assessment
from fastmap.changes import ImportResponses
from fastmap.model.responses import Attachment
from fastmap.store.backups import backups_of
from fastmap.store.header import read_header
from fastmap.store.migrations import MIGRATIONS, Migration
from tests.torture.figures import NONE, SOME, Figure
from tests.torture.forked import Ended, die, die_at_file_event, forked
from tests.torture.material import has_hot_journal, old_samples, problem_of, sample

_EVER = 10_000
_BYTES = bytes(range(256)) * 2000
_SCAN = Attachment(sha256=hashlib.sha256(_BYTES).hexdigest(), name="scan.jpg", media_type="image/jpeg", content=_BYTES)


def killed_migrations(folder: Path, *, each: int = 1) -> Iterator[Figure]:
    """Kill before every ``each``-th statement of every step, from every old file; then open it as ever."""
    seen: Counter[str] = Counter()
    for name, content in old_samples().items():
        path = folder / f"{name}.fastmap"
        whole, schema = _unkilled(path, content)
        for number in range(1, _EVER, each):
            path.write_bytes(content)
            ended = forked(partial(_migrate_until, path, number))
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


def _migrate_until(path: Path, number: int, _: object) -> None:
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
                return execute(statement)

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


def killed_backups_in_work(folder: Path) -> Iterator[Figure]:
    """Kill before every file that an import touches with the backup made before it, in whatever thread."""
    path = sample(folder)
    base = path.read_bytes()
    told = forked(partial(_import_backed_up, path, folder / "unkilled")).told
    states = [line.removeprefix("state ") for line in told]
    assert len(set(states)) == 3, told
    seen: Counter[str] = Counter()
    for number in range(1, _EVER):
        path.write_bytes(base)
        target = folder / "made"
        target.mkdir()

        def killed(tell: Callable[[object], None], number: int = number, target: Path = target) -> None:
            die_at_file_event(number)
            _import_backed_up(path, target, tell)

        ended = forked(killed)
        backups = [made for made in target.rglob("*.fastmap") if not made.name.startswith(".")]
        seen["half"] += sum(all(problem_of(made, state) for state in states[:2]) for made in backups)
        seen["of the edit"] += sum(not problem_of(made, states[1]) for made in backups)
        # What was called saved is there; what was being saved may be.
        acknowledged = len(ended.told)
        seen["lost"] += all(problem_of(path, state) for state in states[max(acknowledged - 1, 0) : acknowledged + 1])
        seen["in work"] += ended.was_killed and acknowledged == 2
        shutil.rmtree(target)
        if not ended.was_killed:
            seen["mistakes"] += ended.crashed
            break
        seen["kills"] += 1
    part = "kill in backup at work"
    yield Figure(part, "kills, one before each file it touches", seen["kills"], SOME)
    yield Figure(part, "of these between the edit and the end of the import", seen["in work"], SOME)
    yield Figure(part, "originals that lost something", seen["lost"], NONE)
    yield Figure(part, "half files under a final name", seen["half"], NONE)
    yield Figure(part, "backups of the state before the import", seen["of the edit"], SOME)
    yield Figure(part, "mistakes of the program", seen["mistakes"], NONE)


def _import_backed_up(path: Path, target: Path, tell: Callable[[object], None]) -> None:
    """Open, edit, import – which backs the edited state up aside – and close, telling each state once it is saved."""
    with Assessment.open(path, backup_folder=target) as assessment:
        tell(f"state {assessment.content_hash()}")
        assessment.record_edit(9001)
        tell(f"state {assessment.content_hash()}")
        assessment.apply(ImportResponses(attachments=(_SCAN,)))
        tell(f"state {assessment.content_hash()}")


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
