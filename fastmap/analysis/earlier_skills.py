"""Where the skills of the last round are now: under their URI, where their texts went, or under their name.

A need stays with its skill as long as one of its texts still means it. Where skills were merged, split or placed anew,
it follows its texts, because what a text means is remembered from round to round. A skill whose texts nobody has decided
about is looked for under its name at last. Decision record 0241.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from fastmap.analysis.consolidation import provisional_uri
from fastmap.analysis.member_needs import meaning_of
from fastmap.model.earlier import EarlierRound, RoundNeed
from fastmap.model.ids import LanguageCode, SkillUri
from fastmap.model.meanings import Meanings
from fastmap.model.normalise import text_key

Labels: TypeAlias = Mapping[LanguageCode, str]


class EarlierSkills:
    """Looks the skills of an earlier round up among those of now."""

    def __init__(self, earlier: EarlierRound, decided: Meanings, now: Mapping[SkillUri, Labels]) -> None:
        """Take what was ``decided`` about texts, and every skill and group of ``now`` with its labels."""
        self._decided = decided
        self._now = now
        self._by_label = _by_label(now)
        self._labels = {skill.uri: skill.labels for skill in earlier.skills}
        named: defaultdict[SkillUri, set[SkillUri]] = defaultdict(set)
        for member in earlier.members:
            for need in member.needs:
                named[need.skill].update(self.skills_of(need))
        self._into = {skill.uri: self._one(skill.uri, named.get(skill.uri)) for skill in earlier.skills}

    def skills_of(self, need: RoundNeed) -> tuple[SkillUri, ...]:
        """Return the skills that ``need`` counts as now; none where its texts were set aside since."""
        texts = [(text.key, text.language) for text in need.texts]
        meant = {uri for text_id in texts for uri in meaning_of(text_id, self._decided)}
        if need.skill in meant:
            return (self.by_name(need.skill),)
        decided = [self._decided[text_id] for text_id in texts if text_id in self._decided]
        if decided and len(decided) == len(texts):
            return tuple(sorted({uri for uris in decided for uri in uris}))
        placed = {uri for uris in decided for uri in uris}
        open_now = {provisional_uri(key) for key, language in texts if (key, language) not in self._decided}
        return tuple(sorted(placed or (open_now & self._now.keys()))) or (self.by_name(need.skill),)

    def by_name(self, uri: SkillUri) -> SkillUri:
        """Return ``uri``, or the one skill of now that has its name where there is none under the URI."""
        if uri in self._now:
            return uri
        names = {(language, text_key(label)) for language, label in self._labels.get(uri, {}).items()}
        found = {self._by_label[name] for name in names if name in self._by_label}
        return found.pop() if len(found) == 1 else uri

    def into(self, uri: SkillUri) -> SkillUri | None:
        """Return what one skill or group of the round before is now; ``None`` where it fell into several."""
        return self._into.get(uri, uri)

    def _one(self, uri: SkillUri, found: set[SkillUri] | None) -> SkillUri | None:
        if not found or uri in found:
            return self.by_name(uri)
        return next(iter(found)) if len(found) == 1 else None


def _by_label(now: Mapping[SkillUri, Labels]) -> dict[tuple[LanguageCode, str], SkillUri]:
    """Return the skills of now by language and name, where only one has the name."""
    found: defaultdict[tuple[LanguageCode, str], list[SkillUri]] = defaultdict(list)
    for uri, language, label in _labels(now):
        if key := text_key(label):
            found[language, key].append(uri)
    return {name: uris[0] for name, uris in found.items() if len(uris) == 1}


def _labels(now: Mapping[SkillUri, Labels]) -> Iterable[tuple[SkillUri, LanguageCode, str]]:
    for uri, labels in now.items():
        for language, label in labels.items():
            yield uri, language, label
