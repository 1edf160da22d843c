"""Every number that an anonymous edition can print, by the kind of figure it is: for tests that ask who attacks it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from fastmap.model.messages import Message, Share


def numbers_in(value: Any, path: str = "") -> Iterator[tuple[str, float]]:
    """Yield each number inside results or protection, with the way to it: ``skills.quantities.users``.

    Places in a list and keys of a mapping are no part of the way. Numbers of a sentence carry its key.
    """
    if isinstance(value, bool) or value is None:
        return
    if isinstance(value, int | float):
        yield path, value
    elif isinstance(value, Share):
        yield path, value.value_0_1
    elif isinstance(value, Message):
        for name, fact in value.facts.items():
            yield from numbers_in(fact, f"{path}:{value.key}.{name}")
    elif is_dataclass(value):
        for one in fields(value):
            yield from numbers_in(getattr(value, one.name), f"{path}.{one.name}" if path else one.name)
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from numbers_in(inner, path)
    elif isinstance(value, tuple | list | set | frozenset):
        for inner in value:
            yield from numbers_in(inner, path)
