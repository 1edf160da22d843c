"""The starter list: skills in our own words, so that fastmap works before anybody imports ESCO."""

from __future__ import annotations

import importlib.resources
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from fastmap.model.choices import SkillKind, SkillSource
from fastmap.model.ids import LanguageCode, SkillUri
from fastmap.vocabulary.concepts import Concept, Group, Names, SourceStatus

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
