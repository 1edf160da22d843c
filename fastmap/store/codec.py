"""Frozen values ↔ columns and JSON, worked out once per class from its type hints.

Texts, numbers, enums, dates and yes/no become columns; tuples, mappings and values inside values become JSON text.
Moments are kept in UTC; one without a time zone counts as UTC.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache
from math import isfinite
from types import NoneType, UnionType
from typing import Any, Literal, NewType, TypeAlias, Union, get_args, get_origin, get_type_hints

from fastmap.model.messages import Labels, Message, Name, Share, Term
from fastmap.model.normalise import fit_to_show

Row: TypeAlias = dict[str, Any]
"""Column → what SQLite keeps: text, whole number, number or nothing."""
_Convert: TypeAlias = Callable[[Any], Any]


_AS_RECEIVED = "raw"
"""The field that holds what came, letter by letter: the same answer sent again is known by it. Whoever shows it cleans it."""

MOST_WHOLE = 2**63 - 1
"""The largest whole number of a column."""


class UnreadableRowError(ValueError):
    """A row passed SQLite's checks and yet holds no value of ours: damage or tampering inside a cell."""


@dataclass(frozen=True, slots=True)
class Codec:
    """How one kind of value is kept. ``write`` makes plain JSON data or a column value, ``read`` the value again."""

    write: _Convert
    read: _Convert
    is_json: bool = False
    """True if the plain form must be written as JSON text to fit in a column."""


@dataclass(frozen=True, slots=True)
class RecordCodec:
    """How the fields of one class are kept as columns of the same names."""

    value_type: type[Any]
    columns: tuple[str, ...]
    codecs: tuple[Codec, ...]

    def to_row(self, value: object) -> Row:
        """Return the columns of ``value``."""
        row: Row = {}
        for name, codec in zip(self.columns, self.codecs, strict=True):
            plain = getattr(value, name)
            if plain is not None:
                plain = to_json(codec.write(plain)) if codec.is_json else codec.write(plain)
            row[name] = plain
        return row

    def fields_of(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """Return the keyword arguments that make the value again. ``row`` may have more columns.

        Raises `UnreadableRowError` where a column holds what no version of the program writes.
        """
        try:
            return {
                name: None if row[name] is None else codec.read(json.loads(row[name]) if codec.is_json else row[name])
                for name, codec in zip(self.columns, self.codecs, strict=True)
            }
        except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError) as error:
            raise UnreadableRowError(self.value_type.__name__) from error


def record_codec(value_type: type[Any], leave_out: tuple[str, ...] = ()) -> RecordCodec:
    """Return the codec of a dataclass without the fields in ``leave_out``."""
    hints = get_type_hints(value_type)
    names = tuple(field.name for field in fields(value_type) if field.name not in leave_out)
    codecs = (_EXACT_TEXTS if name == _AS_RECEIVED else codec_for(hints[name]) for name in names)
    return RecordCodec(value_type, names, tuple(codecs))


@cache
def codec_for(hint: Any) -> Codec:
    """Return the codec of one type hint. Raises `TypeError` for a hint that files do not hold."""
    hint = _without_none(_plain_type(hint))
    origin = get_origin(hint)
    if hint is Message:
        return Codec(_message_to_plain, _message_from_plain, is_json=True)
    if hint is float:
        return Codec(float, _finite)
    if hint is int:
        return Codec(int, _whole)
    if hint is str:
        return Codec(str, text_from)
    if origin is Literal:
        return Codec(str, str)
    if hint is bool:
        return Codec(int, bool)
    if hint is datetime:
        return Codec(utc_text, _moment)
    if hint is date:
        return Codec(date.isoformat, date.fromisoformat)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return Codec(lambda value: value.value, hint)
    if isinstance(hint, type) and is_dataclass(hint):
        return _value_codec(hint)
    if origin is tuple:
        item = codec_for(get_args(hint)[0])
        return Codec(
            lambda values: [item.write(value) for value in values],
            lambda plain: tuple(item.read(value) for value in plain),
            is_json=True,
        )
    if origin is not None and issubclass(origin, Mapping):
        item = codec_for(get_args(hint)[1])
        return Codec(
            lambda values: {str(key): item.write(value) for key, value in values.items()},
            lambda plain: {text_from(key): item.read(value) for key, value in plain.items()},
            is_json=True,
        )
    raise TypeError(f"no way to keep {hint!r} in a file")


def to_json(plain: object) -> str:
    """Return canonical JSON: the same data gives the same text. ASCII, so that any received text survives."""
    return json.dumps(plain, ensure_ascii=True, sort_keys=True, separators=(",", ":"))


def utc_text(moment: datetime) -> str:
    """Return ``moment`` in UTC as ISO 8601 with microseconds, so that texts order as moments do.

    >>> utc_text(datetime(2026, 3, 1, 12, 0))
    '2026-03-01T12:00:00.000000+00:00'
    """
    aware = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return aware.isoformat(timespec="microseconds")


def text_from(plain: Any) -> str:
    """Return a text of the file as it may be shown: whoever sends a file decides what its texts are (decision record 0330)."""
    text = plain if isinstance(plain, str) else str(plain)
    return text if text.isprintable() else fit_to_show(text)  # asked here too: a large file has 100,000 texts


def _moment(text: str) -> datetime:
    """Return the moment in UTC: one of another zone would not compare with ours, or leave the calendar doing so."""
    moment = datetime.fromisoformat(text)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _finite(plain: Any) -> float:
    """Return the number; infinity is nothing that people count, measure or pay, and would end every sum."""
    number = float(plain)
    if not isfinite(number):
        raise ValueError(plain)
    return number


def _whole(plain: Any) -> int:
    """Return the number; a column holds 64 bits, and a longer one inside JSON would end the first sum in floats."""
    number = int(plain)
    if abs(number) > MOST_WHOLE:
        raise ValueError(plain)
    return number


def _value_codec(value_type: type[Any]) -> Codec:
    hints = get_type_hints(value_type)
    parts = [(field.name, codec_for(hints[field.name])) for field in fields(value_type)]

    def write(value: object) -> dict[str, Any]:
        plain = ((name, codec, getattr(value, name)) for name, codec in parts)
        return {name: codec.write(item) for name, codec, item in plain if item is not None}

    def read(plain: Mapping[str, Any]) -> object:
        return value_type(**{name: codec.read(plain[name]) for name, codec in parts if name in plain})

    return Codec(write, read, is_json=True)


def _message_to_plain(message: Message) -> dict[str, Any]:
    return {"key": message.key, "facts": {name: _fact_to_plain(fact) for name, fact in message.facts.items()}}


def _message_from_plain(plain: Mapping[str, Any]) -> Message:
    return Message(plain["key"], {name: _fact_from_plain(fact) for name, fact in plain["facts"].items()})


def _fact_to_plain(fact: Any) -> Any:
    """Facts JSON knows stay as they are; every other kind is one entry under its name."""
    match fact:
        case None | bool() | int() | float() | str():
            return fact
        case datetime():
            return {"moment": utc_text(fact)}
        case date():
            return {"date": fact.isoformat()}
        case Message():
            return {"message": _message_to_plain(fact)}
        case tuple():
            return [_fact_to_plain(item) for item in fact]
    for name, kind in _VALUE_FACTS.items():
        if isinstance(fact, kind):
            return {name: _value_codec(kind).write(fact)}
    raise TypeError(f"not a fact: {fact!r}")


def _fact_from_plain(plain: Any) -> Any:
    match plain:
        case {"moment": text}:
            return datetime.fromisoformat(text)
        case {"date": text}:
            return date.fromisoformat(text)
        case {"message": message}:
            return _message_from_plain(message)
        case dict():
            (name, value), *_ = plain.items()
            return _value_codec(_VALUE_FACTS[name]).read(value)
        case list():
            return tuple(_fact_from_plain(item) for item in plain)
        case str():
            return text_from(plain)
    return plain


_EXACT_TEXTS = Codec(
    lambda values: {str(key): str(value) for key, value in values.items()},
    lambda plain: {str(key): str(value) for key, value in plain.items()},
    is_json=True,
)

_VALUE_FACTS: dict[str, type[Any]] = {"term": Term, "share": Share, "labels": Labels, "name": Name}


def _plain_type(hint: Any) -> Any:
    while isinstance(hint, NewType):
        hint = hint.__supertype__
    return hint


def _without_none(hint: Any) -> Any:
    if get_origin(hint) not in (Union, UnionType):
        return hint
    (only,) = (part for part in get_args(hint) if part is not NoneType)
    return _plain_type(only)
