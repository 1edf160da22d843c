"""A sentence that is not yet in any language: a text key and the facts that fill it.

The domain sends messages; `fastmap.texts.Texts` turns them into words at the edge.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from fastmap.model.ids import LanguageCode


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the catalogue used as a fact inside a sentence, such as ``verdict.shortage``."""

    key: str


@dataclass(frozen=True, slots=True)
class Share:
    """A fact between 0 and 1 that people read as a percentage."""

    value_0_1: float


@dataclass(frozen=True, slots=True)
class Labels:
    """One thing with a label per language, such as a skill; the reader's language is chosen when it is shown."""

    labels: Mapping[LanguageCode, str]


@dataclass(frozen=True, slots=True)
class Name:
    """The name of an organisation inside a sentence, with its id: anonymous reports put something else in its place."""

    kind: Literal["member", "partner"]
    id: str
    """`MemberCode` or `PartnerId`."""
    name: str


Fact: TypeAlias = "str | int | float | bool | date | Term | Share | Labels | Name | Message | tuple[Fact, ...] | None"


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence: ``key`` of the text catalogue plus facts. Text facts are outside data and shown literally."""

    key: str
    facts: Mapping[str, Fact] = field(default_factory=dict)


def message(key: str, /, **facts: Fact) -> Message:
    """Return the message for ``key`` with its facts given as keywords."""
    return Message(key, facts)
