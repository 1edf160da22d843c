"""Reading TOML tables value by value, collecting every mistake instead of stopping at the first."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from importlib.resources.abc import Traversable
from typing import Final, TypeVar

Choice = TypeVar("Choice", bound=Enum)
_NOTHING: Final = object()


@dataclass(frozen=True, slots=True)
class CatalogueProblem:
    """One mistake in a catalogue file: where it stands and what is wrong."""

    file: str
    table: str
    key: str
    what: str

    def __str__(self) -> str:
        """Return ``file [table] key: what``."""
        return f"{self.file} [{self.table}] {self.key}: {self.what}"


class CatalogueError(Exception):
    """The shipped catalogue is wrong: our own mistake, so it names every place at once and is never caught."""

    def __init__(self, problems: Collection[CatalogueProblem]) -> None:
        """Keep all ``problems``, in file order."""
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class Table:
    """One TOML table while it is read. Getters note a problem and return a stand-in where a value is wrong."""

    def __init__(self, file: str, name: str, content: Mapping[str, object], problems: list[CatalogueProblem]) -> None:
        """Wrap ``content``; mistakes go to ``problems``."""
        self.file = file
        self.name = name
        self.content = content
        self.problems = problems
        self._asked: set[str] = set()

    def note(self, key: str, what: str) -> None:
        """Record a mistake at ``key``."""
        self.problems.append(CatalogueProblem(self.file, self.name, key, what))

    def text(self, key: str, default: object = _NOTHING) -> str:
        """Return a text that is not empty."""
        value = self._value(key, default)
        if isinstance(value, str) and value.strip():
            return value
        return self._wrong(key, value, "a text", "")

    def number(self, key: str, low: float, high: float) -> float:
        """Return a number between ``low`` and ``high``, both included."""
        value = self._value(key)
        if isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high:
            return float(value)
        return self._wrong(key, value, f"a number from {low:g} to {high:g}", low)

    def whole(self, key: str, low: int, high: int) -> int:
        """Return a whole number between ``low`` and ``high``, both included."""
        value = self._value(key)
        if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
            return value
        return self._wrong(key, value, f"a whole number from {low} to {high}", low)

    def flag(self, key: str, default: object = _NOTHING) -> bool:
        """Return true or false."""
        value = self._value(key, default)
        return value if isinstance(value, bool) else self._wrong(key, value, "true or false", stand_in=False)

    def one_of(self, key: str, allowed: Collection[str]) -> str:
        """Return a text out of ``allowed``."""
        value = self._value(key)
        if isinstance(value, str) and value in allowed:
            return value
        return self._wrong(key, value, f"one of {', '.join(sorted(allowed))}", next(iter(allowed)))

    def choice(self, key: str, kind: type[Choice]) -> Choice:
        """Return a member of the closed choice ``kind``."""
        value = self._value(key)
        found = _member(kind, value)
        return found if found is not None else self._wrong(key, value, _allowed(kind), next(iter(kind)))

    def choices(self, key: str, kind: type[Choice]) -> tuple[Choice, ...]:
        """Return a list of members of ``kind``, none twice."""
        return self._list(key, lambda item: _member(kind, item), _allowed(kind))

    def names(self, key: str, allowed: Collection[str] | None = None) -> tuple[str, ...]:
        """Return a list of texts, none twice, all out of ``allowed`` where that is given."""
        wanted = "a text" if allowed is None else f"one of {', '.join(sorted(allowed))}"
        return self._list(
            key, lambda item: item if isinstance(item, str) and (allowed is None or item in allowed) else None, wanted
        )

    def shares(self, key: str, kind: type[Choice]) -> dict[Choice, float]:
        """Return a table from members of ``kind`` to numbers between 0 and 1."""
        found = {}
        for member, value in self._pairs(key, kind):
            if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
                found[member] = float(value)
            else:
                self.note(key, f"{member.value} = {value!r} is not a number from 0 to 1")
        return found

    def points(self, key: str, kind: type[Choice]) -> dict[Choice, int]:
        """Return a table that gives every member of ``kind`` whole points above zero."""
        found = {}
        for member, value in self._pairs(key, kind):
            if isinstance(value, int) and not isinstance(value, bool) and value > 0:
                found[member] = value
            else:
                self.note(key, f"{member.value} = {value!r} is not a whole number above 0")
        for member in kind:
            if member not in found:
                self.note(key, f"{member.value} is missing")
        return found

    def part(self, key: str) -> Table:
        """Return the table below ``key``."""
        value = self._value(key)
        content = value if isinstance(value, Mapping) else self._wrong(key, value, "a table", dict[str, object]())
        return Table(self.file, f"{self.name}.{key}".lstrip("."), content, self.problems)

    def rows(self, key: str) -> Iterator[Table]:
        """Yield the tables of the array ``key``, each named ``key`` and its own ``id`` or ``key``."""
        value = self._value(key)
        if not isinstance(value, list) or not all(isinstance(row, Mapping) for row in value):
            self._wrong(key, value, "an array of tables", None)
            return
        for row in value:
            yield Table(self.file, f"{key} {row.get('id', row.get('key', '?'))}", row, self.problems)

    def entries(self) -> Iterator[tuple[str, object]]:
        """Yield every key and value, all of them counted as asked for."""
        self._asked.update(self.content)
        yield from self.content.items()

    def refuse_others(self) -> None:
        """Note every key that nobody asked for: a spelling mistake would otherwise be lost in silence."""
        for key in self.content:
            if key not in self._asked:
                self.note(key, "unknown key")

    def _value(self, key: str, default: object = _NOTHING) -> object:
        self._asked.add(key)
        return self.content.get(key, default)

    def _wrong(self, key: str, value: object, wanted: str, stand_in: _Stand) -> _Stand:
        self.note(key, f"missing, should be {wanted}" if value is _NOTHING else f"{value!r} is not {wanted}")
        return stand_in

    def _list(self, key: str, read: Callable[[object], _Item | None], wanted: str) -> tuple[_Item, ...]:
        value = self._value(key)
        if not isinstance(value, list):
            return self._wrong(key, value, "a list", ())
        found: list[_Item] = []
        for item in value:
            member = read(item)
            if member is None:
                self.note(key, f"{item!r} is not {wanted}")
            elif member in found:
                self.note(key, f"{item!r} stands there twice")
            else:
                found.append(member)
        return tuple(found)

    def _pairs(self, key: str, kind: type[Choice]) -> Iterator[tuple[Choice, object]]:
        value = self._value(key)
        if not isinstance(value, Mapping):
            self._wrong(key, value, "a table", None)
            return
        for name, content in value.items():
            member = _member(kind, name)
            if member is None:
                self.note(key, f"{name!r} is not {_allowed(kind)}")
            else:
                yield member, content


_Item = TypeVar("_Item")
_Stand = TypeVar("_Stand")


def read_toml(folder: Traversable, file: str, problems: list[CatalogueProblem]) -> tuple[dict[str, object], bytes]:
    """Return the content of ``file`` and its bytes, line ends unified; both empty, with a problem, if unreadable."""
    try:
        raw = folder.joinpath(file).read_bytes().replace(b"\r\n", b"\n")
    except OSError as error:
        problems.append(CatalogueProblem(file, "", "", f"cannot be read: {error}"))
        return {}, b""
    try:
        return tomllib.loads(raw.decode("utf-8")), raw
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        problems.append(CatalogueProblem(file, "", "", f"is not TOML: {error}"))
        return {}, raw


def distinct_rows(parent: Table, key: str) -> Iterator[Table]:
    """Yield the rows of the array of tables ``key``, each named by its id or key, refusing one that comes twice.

    What nobody asked of a row is refused once the next one is wanted.
    """
    seen: set[str] = set()
    for row in parent.rows(key):
        yield row
        row.refuse_others()
        if row.name in seen:
            row.note("id" if "id" in row.content else "key", "stands there twice")
        seen.add(row.name)


def _member(kind: type[Choice], value: object) -> Choice | None:
    return next((member for member in kind if member.value == value), None)


def _allowed(kind: type[Enum]) -> str:
    return f"one of {', '.join(str(member.value) for member in kind)}"
