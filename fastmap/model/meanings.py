"""What was decided about the texts of the forms: the one place that knows of mappings, splits and texts set aside."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from fastmap.model.ids import LanguageCode, SkillUri
from fastmap.model.normalise import clean_text, text_key
from fastmap.model.skills import Mapping as Placed
from fastmap.model.skills import SetAside, Split
from fastmap.model.snapshot import Snapshot

TextId: TypeAlias = tuple[str, LanguageCode]
"""A text in one language: what `key_of` gives, and the language."""
Meanings: TypeAlias = Mapping[TextId, tuple[SkillUri, ...]]
"""Text → its skills: one, several where it was split, none where it was set aside. Undecided texts are not in it."""


def meanings(snapshot: Snapshot) -> Meanings:
    """Return what was decided about each text. A skill that the file does not hold counts as no decision."""
    recorded = {skill.uri for skill in snapshot.skills}
    found: dict[TextId, tuple[SkillUri, ...]] = {(text.text_key, text.language): () for text in snapshot.set_aside}
    for split in snapshot.splits:
        skills = dict.fromkeys(part.skill for part in split.parts if part.skill in recorded)
        if skills:
            found[split.text_key, split.language] = tuple(skills)
    for mapping in snapshot.mappings:
        if mapping.skill in recorded:
            found[mapping.text_key, mapping.language] = (mapping.skill,)
    return found


def key_of(text: str) -> str:
    """Return the key under which decisions about ``text`` are kept; "" for a blank.

    >>> key_of("Soldadura, TIG"), key_of("***"), key_of("  ")
    ('soldadura tig', '***', '')
    """
    return text_key(text) or clean_text(text).casefold()  # "***" folds to nothing, and is still what somebody wrote


def decided_texts(snapshot: Snapshot) -> frozenset[TextId]:
    """Return the texts about which the file holds a decision of any kind."""
    every: tuple[Placed | Split | SetAside, ...] = (*snapshot.mappings, *snapshot.splits, *snapshot.set_aside)
    return frozenset((decision.text_key, decision.language) for decision in every)
