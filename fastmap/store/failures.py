"""What SQLite and the operating system say when a file cannot be read or written, as errors a person understands."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fastmap import places
from fastmap.errors import FastmapError
from fastmap.store.codec import UnreadableRowError
from fastmap.store.long_names import name_too_long

_CODES = {
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_IOERR: "file_io_failed",
    sqlite3.SQLITE_READONLY: "file_not_writable",
    sqlite3.SQLITE_PERM: "file_not_writable",
    sqlite3.SQLITE_CANTOPEN: "file_not_writable",
    sqlite3.SQLITE_BUSY: "file_in_use",
    sqlite3.SQLITE_LOCKED: "file_in_use",
    sqlite3.SQLITE_CORRUPT: "file_damaged",
    sqlite3.SQLITE_NOTADB: "file_damaged",
    sqlite3.SQLITE_TOOBIG: "file_too_much",
}
_NO_LOCKS = {
    sqlite3.SQLITE_IOERR_LOCK,
    sqlite3.SQLITE_IOERR_RDLOCK,
    sqlite3.SQLITE_IOERR_CHECKRESERVEDLOCK,
    sqlite3.SQLITE_PROTOCOL,
    sqlite3.SQLITE_NOLFS,
}
"""What SQLite says on a drive that cannot lock files, such as some drives in a network."""
_FULL = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


@contextmanager
def told_as_fastmap_errors(path: Path) -> Iterator[None]:
    """Turn failures of the disk and of the file into `FastmapError`; mistakes of ours pass unchanged."""
    try:
        yield
    except (UnreadableRowError, UnicodeDecodeError) as error:  # the latter: SQLite quotes damaged names in its errors
        raise damaged(path) from error
    except sqlite3.Error as error:
        code = _code_of(error)
        if code is None and (_is_undecodable_text(error) or _is_unknown_format(error)):
            code = "file_damaged"
        if code is None:
            raise
        raise _failure(code, path) from error
    except OSError as error:
        raise os_failure(error, path) from error


def _code_of(error: sqlite3.Error) -> str | None:
    if getattr(error, "sqlite_errorcode", 0) in _NO_LOCKS:
        return "file_without_locks"
    return _CODES.get(primary_code(error))


def primary_code(error: sqlite3.Error) -> int:
    """Return SQLite's primary result code (the low byte), or 0 if the error did not come from SQLite itself."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def os_failure(error: OSError, path: Path) -> FastmapError:
    """Return what ``error`` of the operating system means for the file at ``path``."""
    if error.errno in _FULL:
        return disk_full(path)
    if error.errno in _FORBIDDEN:
        return FastmapError("file_not_writable", file=path.name)
    if error.errno == errno.ENAMETOOLONG:
        return name_too_long(path)
    if error.errno == errno.ENOENT:
        return FastmapError("folder_missing", file=path.name, folder=str(path.parent))
    return FastmapError("file_io_failed", file=path.name)


def disk_full(path: Path) -> FastmapError:
    """Return the failure of a full disk; the text is shared with the exports."""
    return FastmapError("disk_full", name=path.name, folder=str(path.parent))


def damaged(path: Path) -> FastmapError:
    """Return the refusal of a damaged file, naming the folder where this computer's backups are."""
    return FastmapError("file_damaged", file=path.name, backups=str(places.backup_folder()))


def in_use(path: Path) -> FastmapError:
    """Return the refusal of a file that another program holds, saying who if a note beside it tells."""
    from fastmap.store.in_use_note import read_note

    note = read_note(path)
    if note is None:
        return FastmapError("file_in_use", file=path.name)
    return FastmapError("file_in_use_by", file=path.name, user=note.user, host=note.host, since=note.since)


def _is_undecodable_text(error: sqlite3.Error) -> bool:
    """Python's own complaint about a text that is not UTF-8 carries no code of SQLite."""
    return primary_code(error) == 0 and str(error).startswith("Could not decode")


def _is_unknown_format(error: sqlite3.Error) -> bool:
    """A header that claims a format of the future: SQLite has no code of its own for it, only the words."""
    return primary_code(error) == sqlite3.SQLITE_ERROR and str(error) == "unsupported file format"


def _failure(code: str, path: Path) -> FastmapError:
    match code:
        case "file_in_use":
            return in_use(path)
        case "file_damaged":
            return damaged(path)
        case "disk_full":
            return disk_full(path)
    return FastmapError(code, file=path.name)
