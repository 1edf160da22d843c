"""Recognising the tables of ESCO packages by their headers, in all layouts since v1.0, and taking what we need.

What is taken becomes *parts*: plain values that are stored as they are and from which the vocabulary is made anew
after each import (`fastmap.vocabulary.esco_rules`). A part is keyed by what it is and its language, so that a newer
version replaces the older and another language stands beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from fastmap.errors import FastmapError
from fastmap.model.normalise import clean_text
from fastmap.vocabulary.packages import Table

COLLECTIONS = ("digital", "green", "transversal", "language")
_COLLECTION = re.compile(r"^(digital|ict|green|transversal|language)SkillsCollection", re.IGNORECASE)
_SKILL_TABLE = re.compile(r"^skills(_[a-z]{2})?\.csv$", re.IGNORECASE)
_LIST = re.compile(r"\n|\r| \| ")
_SKILL = "knowledgeskillcompetence"
_GROUP = "skillgroup"

Labels: TypeAlias = "dict[str, tuple[str, str, str, tuple[str, ...], tuple[str, ...]]]"
"""Skill → (skill type, reuse level, preferred label, alternative labels, hidden labels)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one table of a package brought."""

    subject: str
    """``labels``, ``groups``, ``hierarchy``, ``hierarchy-names``, ``broader`` or ``collection-<name>``."""
    language: str
    """Empty for tables that are the same in all languages."""
    version: str | None
    content: Any
    """Plain JSON values; see the readers below."""

    @property
    def key(self) -> tuple[str, str]:
        """What a later import of the same replaces."""
        return self.subject, self.language

    @property
    def rank(self) -> tuple[tuple[int, ...], int]:
        """Greater for the one to keep of two in one import: the later version, then the fuller table."""
        numbers = tuple(int(part) for part in (self.version or "0").split(".") if part.isdigit())
        return numbers, len(self.content)


def parts_of(table: Table) -> Iterator[Part]:
    """Yield what is useful in ``table``; nothing for tables that are about something else (occupations, say)."""
    concept, label, kind, broader, alternatives, group, iscos = table.columns(
        "conceptUri", "preferredLabel", "skillType", "broaderUri", "altLabels", "broaderConceptUri", "iscoGroup"
    )
    if table.columns("Level 0 URI")[0] is not None:
        yield from _hierarchy(table)
    elif concept is not None and broader is not None:
        yield from _broader(table)
    elif (collection := _COLLECTION.match(table.name)) and concept is not None and group is not None:
        name = collection[1].lower().replace("ict", "digital")
        uris = sorted({row[concept] for row in _long_enough(table.rows, concept) if _is_uri(row[concept])})
        yield Part(subject=f"collection-{name}", language="", version=table.version, content=uris)
    elif None not in (concept, label, kind, alternatives) and group is None:
        yield _labels(table)
    elif None not in (concept, label, alternatives) and kind is None and group is None and iscos is None:
        yield from _groups(table)
    elif _SKILL_TABLE.match(table.name):
        wanted = ("conceptUri", "skillType", "preferredLabel", "altLabels")
        missing = tuple(name for name in wanted if table.columns(name)[0] is None)
        raise FastmapError("vocabulary_columns", path=table.package, table=table.name, columns=missing)


def _labels(table: Table) -> Part:
    places = table.columns(
        "conceptUri", "preferredLabel", "skillType", "reuseLevel", "altLabels", "hiddenLabels", "status"
    )
    content: Labels = {}
    for row in table.rows:
        uri, label, kind, reuse, alternatives, hidden, status = (_cell(row, place) for place in places)
        if _is_uri(uri) and label and status.lower() in ("", "released"):
            content[uri] = (kind, reuse, label, _split(alternatives), _split(hidden))
    return Part(subject="labels", language=_language(table), version=table.version, content=content)


def _groups(table: Table) -> Iterator[Part]:
    """Yield group → label; tables of ISCO groups have the same columns and are passed over."""
    kind, concept, label = table.columns("conceptType", "conceptUri", "preferredLabel")
    names = {
        _cell(row, concept): _cell(row, label)
        for row in table.rows
        if _cell(row, kind).lower() == _GROUP and _is_uri(_cell(row, concept))
    }
    if names:
        yield Part(subject="groups", language=_language(table), version=table.version, content=names)


def _hierarchy(table: Table) -> Iterator[Part]:
    """Yield group → (level, code, groups above it from the top), and the labels of the groups in this language."""
    levels: dict[str, tuple[int, str, tuple[str, ...]]] = {}
    names: dict[str, str] = {}
    uris = table.columns(*(f"Level {level} URI" for level in range(4)))
    terms = table.columns(*(f"Level {level} preferred term" for level in range(4)))
    codes = table.columns(*(f"Level {level} code" for level in range(4)))
    for row in table.rows:
        path = [_cell(row, place) for place in uris]
        for level, uri in enumerate(path):
            if _is_uri(uri):
                levels[uri] = (level, _cell(row, codes[level]), tuple(path[:level]))
                names[uri] = _cell(row, terms[level])
    if levels:
        yield Part(subject="hierarchy", language="", version=table.version, content=levels)
        yield Part(subject="hierarchy-names", language=_language(table), version=table.version, content=names)


def _broader(table: Table) -> Iterator[Part]:
    """Yield concept → broader concepts of the skills pillar."""
    kind, concept, broader = table.columns("conceptType", "conceptUri", "broaderUri")
    above: dict[str, set[str]] = {}
    for row in table.rows:
        child, parent = _cell(row, concept), _cell(row, broader)
        if _cell(row, kind).lower() in (_SKILL, _GROUP) and _is_uri(child) and _is_uri(parent):
            above.setdefault(child, set()).add(parent)
    if above:
        content = {child: sorted(parents) for child, parents in above.items()}
        yield Part(subject="broader", language="", version=table.version, content=content)


def _language(table: Table) -> str:
    if table.language is None:
        raise FastmapError("vocabulary_language", path=table.package, table=table.name)
    return table.language


def _cell(row: Sequence[str], place: int | None) -> str:
    return clean_text(row[place]) if place is not None and place < len(row) else ""


def _split(cell: str) -> tuple[str, ...]:
    return tuple(name for part in _LIST.split(cell) if (name := part.strip()))


def _long_enough(rows: Iterable[Sequence[str]], place: int) -> Iterator[Sequence[str]]:
    return (row for row in rows if len(row) > place)


def _is_uri(text: str) -> bool:
    return text.startswith(("http://data.europa.eu/esco/", "https://data.europa.eu/esco/"))
