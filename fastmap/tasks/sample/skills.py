"""The sample's skills: names of the starter list, and where the raw texts of the answers were placed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache

from fastmap.changes.skills import RecordMappings
from fastmap.model.choices import MappingHow
from fastmap.model.ids import LanguageCode
from fastmap.model.normalise import text_key
from fastmap.model.skills import Mapping, Skill
from fastmap.tasks.sample.answers import responses
from fastmap.tasks.sample.tables import Row, several, table
from fastmap.vocabulary.folding import equality_key
from fastmap.vocabulary.starter import starter_list


def decisions() -> RecordMappings:
    """Return what a person decided about the raw texts, and the texts that equal a label anyway."""
    by_hand = {
        (text_key(row["text"]), LanguageCode(row["language"])): skill_named(row["skill"])
        for row in table("mappings.csv")
    }
    exact = {key: skill for key, skill in _texts_that_equal_a_label() if key not in by_hand}
    mappings = [_mapping(key, skill, MappingHow.BY_HAND) for key, skill in by_hand.items()]
    mappings += [_mapping(key, skill, MappingHow.EXACT) for key, skill in exact.items()]
    skills = {skill.uri: skill for skill in (*by_hand.values(), *exact.values())}
    return RecordMappings(mappings=tuple(mappings), skills=tuple(skills.values()))


def _mapping(key: tuple[str, LanguageCode], skill: Skill, how: MappingHow) -> Mapping:
    text, language = key
    return Mapping(
        text_key=text,
        language=language,
        skill=skill.uri,
        how=how,
        score=1.0 if how is MappingHow.EXACT else None,
        decided_at=datetime(2026, 6, 2, 9, 0, tzinfo=UTC),
    )


def _texts_that_equal_a_label() -> Iterator[tuple[tuple[str, LanguageCode], Skill]]:
    for response in responses():
        known = _skills_by_name(response.language)
        for text in (*(need.skill_text for need in response.needs), *(entry.skill_text for entry in response.unused)):
            skill = known.get(equality_key(text, response.language))
            if skill is not None:
                yield (text_key(text), response.language), skill


@cache
def _skills_by_name(language: LanguageCode) -> dict[str, Skill]:
    return {
        equality_key(name, language): concept.skill()
        for concept in starter_list().concepts
        for name in concept.names[language].all()
    }


def skill_named(name: str) -> Skill:
    """Return the skill of the starter list with this English name."""
    english = LanguageCode("en")
    return _skills_by_name(english)[equality_key(name, english)]


def skills_of(rows: list[Row]) -> tuple[Skill, ...]:
    """Return the skills that rows of partners or actions name, each once."""
    named = [skill_named(name) for row in rows for name in several(row.get("skills") or row.get("skill") or "")]
    return tuple({skill.uri: skill for skill in named}.values())
