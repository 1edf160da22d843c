"""sqlite-utils, imported only when a file is really opened, and without what it would drag in.

sqlite-utils imports pandas and numpy where they are installed, to know their number types. That costs half a second
and we hand it plain values only, so the two are kept away from it.
"""

from __future__ import annotations

import sqlite3
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.abc import MetaPathFinder
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from sqlite_utils import Database

_NOT_NEEDED = frozenset({"pandas", "numpy"})


def prepare() -> None:
    """Import sqlite-utils, unless that is done; ahead of time it spares the first file the wait."""
    if "sqlite_utils" not in sys.modules:
        with _Without(_NOT_NEEDED):
            import sqlite_utils  # noqa: F401 - the import is the work


def database_on(connection: sqlite3.Connection) -> Database:
    """Return the sqlite-utils database on an open connection; plug-ins of the computer are not run on it."""
    prepare()
    from sqlite_utils import Database

    return Database(connection, execute_plugins=False, recursive_triggers=False)


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Run the block as one transaction: all of it is kept, or nothing."""
    with database_on(connection).atomic():
        yield


class _Without(MetaPathFinder):
    """Makes modules look absent to imports of this thread; other threads import them as ever."""

    def __init__(self, names: frozenset[str]) -> None:
        self._names = names
        self._thread = threading.get_ident()

    def find_spec(self, fullname: str, _path: object = None, _target: object = None) -> None:
        """Refuse the names for our thread, leave everything else to the usual finders."""
        if fullname in self._names and threading.get_ident() == self._thread:
            raise ModuleNotFoundError(fullname, name=fullname)

    def __enter__(self) -> Self:
        sys.meta_path.insert(0, self)
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        sys.meta_path.remove(self)
