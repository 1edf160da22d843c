"""What ESCO's tables mean for us: which kind a skill is, which group it belongs to. Decision record 0031.

Kind, first that applies: in the language collection → language; in the digital collection → digital; in the green
collection → green; in the transversal collection, or of transversal reuse → transversal; under "management skills"
(S4) or the ISCED fields of business management → management; otherwise technical.

Group: one per skill, at the level where forty firms' needs still meet – level 2 of the skills and transversal
branches, level 3 (detailed field) of the knowledge branch, level 1 for languages. Of several in the branch that suits
the skill's type: the nearest, the one that most ways lead to, then the one with the largest share of skills of the same kind.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from fastmap.model.choices import SkillKind, SkillSource
from fastmap.model.ids import LanguageCode, SkillUri
from fastmap.vocabulary.concepts import Concept, Group, Names, SourceStatus, Vocabulary
from fastmap.vocabulary.esco_tables import COLLECTIONS, Part

_MANAGEMENT_SKILLS = "S4"
_MANAGEMENT_FIELDS = ("http://data.europa.eu/esco/isced-f/0413", "http://data.europa.eu/esco/isced-f/041")
_LEVEL_BY_BRANCH = {"S": 2, "T": 2, "K": 3, "L": 1}
_BRANCH_ORDER = {"knowledge": "KSLT", "skill/competence": "STLK", "language": "LKST"}
"""Where to look first if a skill stands in several branches, by skill type (languages by kind)."""


def esco_vocabulary(parts: Sequence[Part]) -> Vocabulary:
    """Return the concepts and status that ``parts`` make together. Without labels there are no concepts."""
    tables = _Tables.of(parts)
    uris = sorted(tables.current_uris())
    collected = {uri: _collected_kind(uri, tables) for uri in uris}
    choices = {uri: _groups_to_choose(uri, collected[uri], tables) for uri in uris}
    typical = _share_of_kind(choices, collected)
    concepts = []
    for uri in uris:
        group = max(choices[uri], key=lambda g: (choices[uri][g], typical[g, collected[uri]], g), default=None)
        concepts.append(_concept(uri, group, collected[uri], tables))
    return Vocabulary(concepts=tuple(concepts), sources=tuple(map(_status, tables.labels)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tables:
    labels: tuple[Part, ...]
    group_names: Mapping[str, Mapping[LanguageCode, str]]
    broader: Mapping[str, Sequence[str]]
    hierarchy: Mapping[str, tuple[int, str, Sequence[str]]]
    collections: Mapping[str, frozenset[str]]
    groups: dict[str, Group] = field(default_factory=dict)

    @classmethod
    def of(cls, parts: Sequence[Part]) -> _Tables:
        by_key = {part.key: part for part in parts}
        names: dict[str, dict[LanguageCode, str]] = {}
        for part in parts:
            if part.subject in ("groups", "hierarchy-names"):
                for uri, name in part.content.items():
                    names.setdefault(uri, {})[LanguageCode(part.language)] = name
        return cls(
            labels=tuple(sorted((p for p in parts if p.subject == "labels"), key=lambda p: p.language)),
            group_names=names,
            broader=_content(by_key, "broader", {}),
            hierarchy=_content(by_key, "hierarchy", {}),
            collections={name: frozenset(_content(by_key, f"collection-{name}", ())) for name in COLLECTIONS},
        )

    def current_uris(self) -> set[str]:
        """Every skill of the newest version loaded; older tables only lend their labels, withdrawn skills drop out."""
        newest = max((part.rank[0] for part in self.labels), default=())
        return {uri for part in self.labels if part.rank[0] == newest for uri in part.content}

    def skill_type(self, uri: str) -> str:
        """Return ``knowledge`` or ``skill/competence``, empty where no table says."""
        return next((part.content[uri][0] for part in self.labels if uri in part.content), "")

    def reuse(self, uri: str) -> str:
        """Return ESCO's reuse level, empty where no table says."""
        return next((part.content[uri][1] for part in self.labels if uri in part.content), "")

    def group(self, uri: str) -> Group:
        """Return the group ``uri``, one object for all its skills."""
        if uri not in self.groups:
            self.groups[uri] = Group(uri=SkillUri(uri), labels=self.group_names.get(uri, {}))
        return self.groups[uri]

    def branch(self, group: str) -> str:
        """Return K, S, T or L: the code of the top of the hierarchy above ``group``."""
        top = self.hierarchy.get((*self.hierarchy[group][2], group)[0])
        return "" if top is None else top[1]


def _content(by_key: Mapping[tuple[str, str], Part], subject: str, default: Any) -> Any:
    part = by_key.get((subject, ""))
    return default if part is None else part.content


def _concept(uri: str, group: str | None, collected: SkillKind | None, tables: _Tables) -> Concept:
    rows = {LanguageCode(part.language): part.content[uri] for part in tables.labels if uri in part.content}
    managing = group is not None and _is_management(group, tables)
    return Concept(
        uri=SkillUri(uri),
        names={code: Names(preferred=row[2], others=tuple(row[3]), hidden=tuple(row[4])) for code, row in rows.items()},
        kind=collected or (SkillKind.MANAGEMENT if managing else SkillKind.TECHNICAL),
        source=SkillSource.ESCO,
        group=None if group is None else tables.group(group),
    )


def _collected_kind(uri: str, tables: _Tables) -> SkillKind | None:
    for name in ("language", "digital", "green", "transversal"):
        if uri in tables.collections[name]:
            return SkillKind(name)
    return SkillKind.TRANSVERSAL if tables.reuse(uri) == "transversal" else None


def _is_management(group: str, tables: _Tables) -> bool:
    return tables.hierarchy[group][1].split(".")[0] == _MANAGEMENT_SKILLS or group in _MANAGEMENT_FIELDS


def _groups_to_choose(uri: str, kind: SkillKind | None, tables: _Tables) -> Counter[str]:
    """Return the nearest groups of the branch to look in first, at its level, with how many ways lead to each."""
    layers = tuple(_groups_above(uri, tables))
    branches = {tables.branch(group) for layer in layers for group in layer}
    wanted = "language" if kind is SkillKind.LANGUAGE else tables.skill_type(uri)
    # v1.0 gives some skills both types, and label-only files may give none: they are looked up as skills.
    order = _BRANCH_ORDER.get(wanted, _BRANCH_ORDER["skill/competence"])
    first = next((branch for branch in order if branch in branches), "")
    found = ([group for group in layer if tables.branch(group) == first] for layer in layers)
    return Counter(_at_level(group, tables) for group in next(filter(None, found), ()))


def _groups_above(uri: str, tables: _Tables) -> Iterator[Sequence[str]]:
    """Yield the groups of the hierarchy above ``uri``: its own, then those of the skills it belongs to, and so on."""
    seen = {uri}
    layer = [uri]
    while layer:
        parents = dict.fromkeys(parent for child in layer for parent in tables.broader.get(child, ()))
        fresh = [parent for parent in parents if parent not in seen]
        seen.update(fresh)
        yield [parent for parent in fresh if parent in tables.hierarchy]
        layer = [parent for parent in fresh if parent not in tables.hierarchy]


def _at_level(group: str, tables: _Tables) -> str:
    path = (*tables.hierarchy[group][2], group)
    return path[min(_LEVEL_BY_BRANCH.get(tables.branch(group), 2), len(path) - 1)]


def _share_of_kind(
    choices: Mapping[str, Counter[str]], kinds: Mapping[str, SkillKind | None]
) -> defaultdict[tuple[str, SkillKind | None], float]:
    """Return, per group and kind, which share of the skills that could stand there are of that kind."""
    pairs = Counter((group, kinds[uri]) for uri, groups in choices.items() for group in groups)
    totals = Counter(group for groups in choices.values() for group in groups)
    return defaultdict(float, {pair: count / totals[pair[0]] for pair, count in pairs.items()})


def _status(part: Part) -> SourceStatus:
    rows = part.content.values()
    return SourceStatus(
        source=SkillSource.ESCO,
        version=part.version,
        language=LanguageCode(part.language),
        skills=len(part.content),
        labels=sum(1 + len(row[3]) + len(row[4]) for row in rows),
        distinct_labels=sum(len({row[2], *row[3], *row[4]}) for row in rows),
    )
