"""Putting a finished file in its place, so that a failed export changes nothing.

The bytes go into a file beside the target, are forced to the disk, and then take the target's name in one step.
Whatever goes wrong before that step leaves the old target as it was and no partial file behind.
"""

from __future__ import annotations

import errno
import os
import shutil
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from fastmap.errors import FastmapError
from fastmap.leftovers import Note, noting_if_possible

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_BAD_NAME = frozenset({errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ})
_ASSESSMENT_SUFFIX = ".fastmap"
_ASSESSMENT_SIDECARS = ("-journal", ".in-use")
"""What lies beside an assessment that is open."""
_SQLITE_MAGIC = b"SQLite format 3\0"
_ASSESSMENT_MARK = b"FMAP"
"""SQLite's application id of an assessment, bytes 68 to 71 of the file."""
_DRAFT = ".fastmap-"
_REPLACE_TRIES = 4
_REPLACE_PAUSE_S = 0.08


def check_target(target: Path) -> None:
    """Raise `FastmapError` if a file cannot go to ``target``; call it before long work, not only at its end.

    Codes: ``target_folder_missing``, ``target_is_folder``, ``target_in_use`` (LibreOffice, Excel or Word left its
    owner file beside it), ``target_not_writable`` (the file is marked read-only), ``target_is_assessment`` (it holds an
    assessment, which no export ever replaces).
    """
    with explained(target):
        if not target.parent.is_dir():
            raise FastmapError("target_folder_missing", **_facts(target))
        if target.is_dir():
            raise FastmapError("target_is_folder", **_facts(target))
        if not target.exists():
            return
        if _is_assessment(target):
            raise FastmapError("target_is_assessment", **_facts(target))
        # Word puts its two characters in place of the first two of the name, Excel before it.
        for owner_file in (f".~lock.{target.name}#", f"~${target.name}", f"~${target.name[2:]}"):
            if target.with_name(owner_file).exists():
                raise FastmapError("target_in_use", owner_file=owner_file, **_facts(target))
        if not target.stat().st_mode & 0o222 or not os.access(target, os.W_OK):
            raise FastmapError("target_not_writable", **_facts(target))


def check_together(files: Sequence[Path], folders: Sequence[Path] = (), *, assessment: Path) -> None:
    """Raise `FastmapError` if not all targets of one export can be written, each once and none over ``assessment``.

    ``folders`` take several files each; two kinds may share one. Codes: those of `check_target`, ``target_is_file``
    and ``targets_same``. Nothing is written.
    """
    taken: dict[object, Path] = {}
    for folder in folders:
        with explained(folder):
            if folder.exists() and not folder.is_dir():
                raise FastmapError("target_is_file", **_facts(folder))
            taken.update(dict.fromkeys(_marks(folder), folder))
    for target in files:
        with explained(target):
            marks = _marks(target)
            if marks & _marks(assessment):
                raise FastmapError("target_is_assessment", **_facts(target))
            if any(mark in taken for mark in marks):
                raise FastmapError("targets_same", **_facts(target))
            taken.update(dict.fromkeys(marks, target))
            check_target(target)


def save_bytes(target: Path, content: bytes) -> None:
    """Make ``content`` the file ``target``, wholly or not at all."""
    with replacing(target) as beside:
        beside.write_bytes(content)


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Give a path beside ``target`` to write to; when the block ends well it becomes ``target``.

    For writers that insist on a path. Raises the codes of `check_target`, ``disk_full``, ``target_name_unusable``
    and ``target_failed``.
    """
    check_target(target)
    with explained(target), noting_if_possible() as note:
        beside = _empty_file_beside(target, note)
        try:
            yield beside
            _settle(beside, target)
        except BaseException:
            _forget(beside)
            raise


def save_all(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Put several files into ``folder`` (made if only its last part is missing) and return their paths.

    Every file is on the disk before the first target is replaced, so that a full disk changes none of them.
    """
    made = make_folder(folder)
    try:
        with noting_if_possible() as note:
            return _saved_all(folder, files, note)
    except BaseException:
        if made:  # only now: where a folder is gone, a note would wait for it to come back, as for a stick
            with suppress(OSError):
                folder.rmdir()  # only if nothing is in it
        raise


def _saved_all(folder: Path, files: Mapping[str, bytes], note: Note) -> tuple[Path, ...]:
    waiting: list[tuple[Path, Path]] = []
    try:
        for name, content in files.items():
            target = folder / name
            check_target(target)
            with explained(target):
                waiting.append((_empty_file_beside(target, note, number=len(waiting)), target))
                waiting[-1][0].write_bytes(content)
                _finish(waiting[-1][0], target)
        for beside, target in waiting:
            with explained(target):
                _rename(beside, _real(target))
        for parent in {_real(target).parent for _, target in waiting}:
            _sync_folder(parent)
    except BaseException:
        for beside, _ in waiting:
            _forget(beside)
        raise
    return tuple(target for _, target in waiting)


def move_folder(beside: Path, target: Path) -> None:
    """Give the finished folder ``beside``, made by `folder_beside`, the name ``target``.

    A folder that has this name gives way once the new one is in its place; if that fails, it has its name again.
    """
    with explained(target), noting_if_possible() as note:
        beside.chmod(0o777 & ~_umask())  # nobody else may open it so far
        if not target.exists():
            _rename(beside, target)
            _sync_folder(target.parent)
            return
        old = target.with_name(f"{_DRAFT}{note.token}")
        old.mkdir(mode=0o700)
        try:
            _rename(target, old / target.name)
            try:
                _rename(beside, target)
            except BaseException:
                _rename(old / target.name, target)
                raise
            note.add(old)  # only now: before, it is the one pack there is, and no start may remove it
            _sync_folder(target.parent)
        finally:
            if target.exists():
                shutil.rmtree(old, ignore_errors=True)


@contextmanager
def folder_beside(target: Path) -> Iterator[Path]:
    """Give a new folder beside ``target``, for its owner alone, that is gone afterwards unless it was moved away."""
    with noting_if_possible() as note:
        with explained(target):
            root = note.add(target.with_name(f"{_DRAFT}{note.token}"))
            root.mkdir(mode=0o700)
        try:
            yield root
        finally:
            shutil.rmtree(root, ignore_errors=True)


@contextmanager
def explained(target: Path) -> Iterator[None]:
    """Turn what the system says about ``target`` into an error that the user can act on.

    Also for work that writes to the temporary folder on the way: a full disk there fails the export as well.
    """
    try:
        yield
    except OSError as problem:
        raise FastmapError(
            _code(problem, target), **_facts(target), reason=problem.strerror or str(problem)
        ) from problem
    except ValueError as problem:
        if "null" not in str(problem):  # "embedded null byte": the only thing that paths raise it for
            raise
        raise FastmapError("target_name_unusable", **_facts(target), reason=str(problem)) from problem


def _marks(path: Path) -> frozenset[object]:
    """Return what tells a file by any of its names: where its path really leads, and its number on the disk."""
    marks: set[object] = {os.path.realpath(path)}
    with suppress(FileNotFoundError):
        status = path.stat()
        marks.add((status.st_dev, status.st_ino))
    return frozenset(marks)


def _is_assessment(target: Path) -> bool:
    """Return whether an existing file is an assessment, by its name, by what lies beside it, or by its header.

    In this order: opening and closing a file that this process has locked would drop its lock on POSIX.
    """
    real = Path(os.path.realpath(target))
    if _ASSESSMENT_SUFFIX in {target.suffix.lower(), real.suffix.lower()}:
        return True
    if any(real.with_name(real.name + sidecar).exists() for sidecar in _ASSESSMENT_SIDECARS):
        return True
    if not real.is_file() or not os.access(real, os.R_OK):
        return False
    with real.open("rb") as file:
        start = file.read(72)
    return start.startswith(_SQLITE_MAGIC) and start[68:72] == _ASSESSMENT_MARK


def _code(problem: OSError, target: Path) -> str:
    if problem.errno in _FULL:
        return "disk_full"
    if getattr(problem, "winerror", None) in {5, 32, 33} and target.exists():
        return "target_in_use"
    if isinstance(problem, PermissionError) or problem.errno in _FORBIDDEN:
        return "target_not_writable"
    if isinstance(problem, FileNotFoundError | NotADirectoryError):
        return "target_folder_missing"
    if isinstance(problem, IsADirectoryError):
        return "target_is_folder"
    if problem.errno in _BAD_NAME:
        return "target_name_unusable"
    return "target_failed"


def _facts(target: Path) -> dict[str, str]:
    """Return how sentences call the target: a folder is named in full, "." says nothing to anybody."""
    return {"name": target.name or str(target), "folder": str(target.parent.absolute())}


def make_folder(folder: Path) -> bool:
    """Make ``folder`` if only its last part is missing; say whether it was made."""
    with explained(folder):
        if folder.is_dir():
            return False
        if folder.exists():
            raise FastmapError("target_is_file", **_facts(folder))
        folder.mkdir()
        return True


def _empty_file_beside(target: Path, note: Note, *, number: int = 0) -> Path:
    name = f"{_DRAFT}{note.token}{f'-{number}' if number else ''}{target.suffix[:16]}"
    draft = note.add(target.with_name(name))
    os.close(os.open(draft, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    return draft


def _settle(beside: Path, target: Path) -> None:
    """Give ``beside`` the name and permissions of ``target``."""
    _finish(beside, target)
    _rename(beside, _real(target))
    _sync_folder(_real(target).parent)


def _finish(beside: Path, target: Path) -> None:
    """Force ``beside`` to the disk with the permissions of ``target``."""
    real = _real(target)
    beside.chmod(real.stat().st_mode & 0o777 if real.exists() else 0o666 & ~_umask())
    _sync(beside)


def _real(target: Path) -> Path:
    """Return the file that takes a new content: a link keeps pointing at the file it points at."""
    return Path(os.path.realpath(target))


def _rename(source: Path, goal: Path) -> None:
    for attempt in range(_REPLACE_TRIES):
        try:
            os.replace(source, goal)  # noqa: PTH105 - the call that threats.md names, and that tests replace
            break
        except PermissionError as problem:
            # Virus scanners hold a new file for a moment on Windows; elsewhere waiting does not help.
            if getattr(problem, "winerror", None) is None or attempt == _REPLACE_TRIES - 1:
                raise
            time.sleep(_REPLACE_PAUSE_S)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    # Some network drives cannot sync a folder; the file itself is already safe.
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _forget(beside: Path) -> None:
    with suppress(OSError):
        beside.unlink()


def _umask() -> int:
    current = os.umask(0o077)
    os.umask(current)
    return current
