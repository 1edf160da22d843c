"""Which skill a partner list or action list means: one of the file, one of the vocabulary, or the cluster's own word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastmap.model.choices import SHARED_SOURCES
from fastmap.model.ids import SkillUri
from fastmap.model.meanings import key_of
from fastmap.model.skills import Skill
from fastmap.vocabulary.own import own_skill_among
from fastmap.vocabulary.starter import same_skill

if TYPE_CHECKING:
    from fastmap.model.snapshot import Snapshot
    from fastmap.vocabulary.index import SkillIndex


class SkillTexts:
    """Finds the skill for a text and remembers which skills were named."""

    def __init__(self, snapshot: Snapshot, index: SkillIndex | None) -> None:
        """Look in the file first, then in ``index``; what neither knows becomes an own skill."""
        self._language = snapshot.info.language
        self._index = index
        self._known = {skill.uri: skill for skill in snapshot.skills}
        self._by_text: dict[str, Skill] = {}
        self._elsewhere: dict[str, Skill] = {}
        """What people said of the same letters in another language: "Gift" is poison in German."""
        for mapping in snapshot.mappings:
            if mapping.skill in self._known:
                found = self._by_text if mapping.language == self._language else self._elsewhere
                found.setdefault(mapping.text_key, self._known[mapping.skill])
        # The last one counts: labels in the language of the list, and of two skills of one name the shared one.
        recorded = sorted(snapshot.skills, key=lambda skill: (skill.source in SHARED_SOURCES, skill.uri))
        for skill in recorded:
            for label in skill.labels.values():
                self._by_text[key_of(label)] = skill
        for skill in recorded:
            if self._language in skill.labels:
                self._by_text[key_of(skill.labels[self._language])] = skill
        self.named: dict[SkillUri, Skill] = {}
        """Every skill found so far, in order."""

    def skill(self, text: str) -> Skill:
        """Return the skill that ``text`` names."""
        key = key_of(text)
        skill = (
            self._by_text.get(key)
            or self._known.get(SkillUri(text))
            or self._from_index(text)
            or self._elsewhere.get(key)
            or own_skill_among(self._known.values(), text, self._language)
        )
        self._by_text[key] = skill
        self.named[skill.uri] = skill
        return skill

    def _from_index(self, text: str) -> Skill | None:
        if self._index is None:
            return None
        if text in self._index:
            return self._index.skill(SkillUri(text))
        others = tuple(language for language in self._index.languages() if language != self._language)
        for language in (self._language, *others):
            match = self._index.match([text], language, top=1)[0]
            if match.is_certain:
                uri = match.candidates[0].uri
                held = self._known.get(uri) or self._known.get(same_skill().get(uri, uri))
                return held or self._index.skill(uri)
        return None
