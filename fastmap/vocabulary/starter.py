"""The starter list: skills in our own words, so that fastmap works before anybody imports ESCO."""

from __future__ import annotations

import importlib.resources
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from fastmap.model.choices import SkillKind, SkillSource
from fastmap.model.ids import LanguageCode, SkillUri
from fastmap.vocabulary.concepts import Concept, Group, Names, SourceStatus, Vocabulary

STARTER_PREFIX = "fastmap:starter/"
GROUP_PREFIX = "fastmap:group/"
ESCO_PREFIX = "http://data.europa.eu/esco/skill/"


@dataclass(frozen=True, slots=True, kw_only=True)
class StarterList:
    """The shipped list as read."""

    version: str
    languages: tuple[LanguageCode, ...]
    concepts: tuple[Concept, ...]

    def status(self) -> tuple[SourceStatus, ...]:
        """Return one line per language."""
        return tuple(self._status(language) for language in self.languages)

    def _status(self, language: LanguageCode) -> SourceStatus:
        names = [concept.names[language].all() for concept in self.concepts if language in concept.names]
        labels = sum(map(len, names))
        return SourceStatus(
            source=SkillSource.STARTER,
            version=self.version,
            language=language,
            skills=len(names),
            labels=labels,
            distinct_labels=labels,
        )


def starter_bytes() -> bytes:
    """Return the shipped list as it stands, to tell whether a stored index was made with this one."""
    return importlib.resources.files("resources").joinpath("vocabulary", "starter.toml").read_bytes()


@cache
def starter_list() -> StarterList:
    """Return the shipped starter list."""
    raw = tomllib.loads(starter_bytes().decode("utf-8"))
    languages = tuple(LanguageCode(code) for code in raw["languages"])
    groups = {entry["slug"]: _group(entry, languages) for entry in raw["group"]}
    concepts = tuple(_concept(entry, languages, groups) for entry in raw["skill"])
    return StarterList(version=raw["version"], languages=languages, concepts=concepts)


def _group(entry: dict[str, Any], languages: tuple[LanguageCode, ...]) -> Group:
    uri = SkillUri(GROUP_PREFIX + entry["slug"])
    return Group(uri=uri, labels={code: entry[code] for code in languages})


def _concept(entry: dict[str, Any], languages: tuple[LanguageCode, ...], groups: dict[str, Group]) -> Concept:
    names = {code: Names(preferred=entry[code][0], others=tuple(entry[code][1:])) for code in languages}
    return Concept(
        uri=SkillUri(STARTER_PREFIX + entry["slug"]),
        names=names,
        kind=SkillKind(entry["kind"]),
        source=SkillSource.STARTER,
        group=groups[entry["group"]],
        same_as=SkillUri(ESCO_PREFIX + entry["esco"]) if "esco" in entry else None,
    )


@cache
def same_skill() -> Mapping[SkillUri, SkillUri]:
    """Return, for skills of the list and for the ESCO concepts that mean the same, the other one's URI."""
    pairs = [(concept.uri, concept.same_as) for concept in starter_list().concepts if concept.same_as is not None]
    return {one: other for pair in pairs for one, other in (pair, pair[::-1])}


def with_starter(vocabulary: Vocabulary) -> Vocabulary:
    """Return ``vocabulary`` and the starter list together.

    A skill of the list that means the same as a loaded concept is not listed beside it: its labels lead to that
    concept, after the concept's own, and stand in for languages that the concept has no label in. They also settle
    which of several ESCO concepts with the same name is meant.
    """
    starter = starter_list()
    loaded = {concept.uri for concept in vocabulary.concepts}
    lent = {concept.same_as: concept for concept in starter.concepts if concept.same_as in loaded}
    own = tuple(concept for concept in starter.concepts if concept.same_as not in loaded)
    enriched = tuple(
        _enrich(concept, lent[concept.uri]) if concept.uri in lent else concept for concept in vocabulary.concepts
    )
    return Vocabulary(concepts=(*enriched, *own), sources=(*starter.status(), *vocabulary.sources))


def _enrich(concept: Concept, starter: Concept) -> Concept:
    names = dict(concept.names)
    for code, lent in starter.names.items():
        own = names.get(code)
        if own is None:
            names[code] = lent
        else:
            names[code] = replace(own, lent=lent.all())
    return replace(concept, names=names)
