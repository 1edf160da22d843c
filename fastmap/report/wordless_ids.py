"""Ids of skills in an anonymous edition: none of them says more than the name that is shown.

The id of an older own skill holds the words it was once made of, whatever it is called since, and a firm may be among them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from hashlib import sha256
from itertools import chain
from typing import Any, TypeVar

from fastmap.model.skill_ids import OWN_PREFIX, PROVISIONAL_PREFIX, SLUG_LETTERS, slug_of, wordless, words_in

_Any = TypeVar("_Any")
_PREFIXES = (OWN_PREFIX, PROVISIONAL_PREFIX)


def with_wordless_ids(shown: _Any) -> _Any:
    """Return ``shown`` – values of any kind – with every id replaced that says anything but a name shown for it."""
    names: dict[str, set[str]] = {}
    for uri, labels in _named(shown):
        slugs = [slug_of(label) for label in labels.values()]
        names.setdefault(uri, set()).update(_cut(one) for slug in slugs for one in (slug, f"group-{slug}"))
    known: dict[str, str] = {}

    def change(uri: str) -> str:
        if uri not in known:
            known[uri] = uri if _cut(slug_of(_said(uri))) in {"", *names.get(uri, ())} else _code(uri)
        return known[uri]

    return _changed(shown, change)  # type: ignore[no-any-return]  # the same kind of value comes back


def _said(uri: str) -> str:
    return words_in(uri) if uri.startswith(OWN_PREFIX) else uri.removeprefix(PROVISIONAL_PREFIX)


def _cut(slug: str) -> str:
    return slug[:SLUG_LETTERS].strip("-")


def _code(uri: str) -> str:
    if uri.startswith(OWN_PREFIX):
        return wordless(uri)
    return PROVISIONAL_PREFIX + sha256(uri.encode("utf-8", "surrogatepass")).hexdigest()[:10]


def _named(value: Any) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield every skill and group with the names that are shown for it."""
    if is_dataclass(value):
        for uri, labels in (("uri", "labels"), ("group_uri", "group_labels")):
            if isinstance(found := getattr(value, uri, None), str):
                yield found, getattr(value, labels, {})
        for one in fields(value):
            yield from _named(getattr(value, one.name))
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _named(one)
    elif isinstance(value, (tuple, list, frozenset, set)):
        for one in value:
            yield from _named(one)


def _changed(value: Any, change: Callable[[str], str]) -> Any:
    """Return ``value`` with ``change`` made to every id in it; what holds none is returned itself."""
    if isinstance(value, str):
        new = change(value) if value.startswith(_PREFIXES) else value
        return value if new == value else new
    if is_dataclass(value) and not isinstance(value, type):
        old = {one.name: getattr(value, one.name) for one in fields(value) if one.init}
        new_fields = {name: _changed(one, change) for name, one in old.items()}
        altered = {name: one for name, one in new_fields.items() if one is not old[name]}
        return replace(value, **altered) if altered else value
    if isinstance(value, Mapping):
        pairs = [(_changed(key, change), _changed(one, change)) for key, one in value.items()]
        is_same = all(new is old for new, old in zip(chain(*pairs), chain(*value.items()), strict=True))
        return value if is_same else dict(pairs)
    if isinstance(value, (tuple, list, frozenset, set)):
        items = [_changed(one, change) for one in value]
        return value if all(new is old for new, old in zip(items, value, strict=True)) else type(value)(items)
    return value
