"""What firms wrote about each skill, in their own words: the answers behind a verdict, for the eyes of the team only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fastmap.analysis.answers import accepted_responses
from fastmap.analysis.consolidation import provisional_uri
from fastmap.model.ids import LanguageCode, MemberCode, SkillUri
from fastmap.model.meanings import key_of, meanings
from fastmap.model.normalise import clean_text
from fastmap.model.responses import Need, UnusedSkill
from fastmap.model.results import SkillResult
from fastmap.model.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillWords:
    """One row of a form that speaks of a skill."""

    member: MemberCode
    name: str
    """Of the member."""
    text: str
    """As written."""
    need: Need | None
    """``None`` where the skill was reported as going unused."""
    unused: UnusedSkill | None = None


def words_by_skill(snapshot: Snapshot) -> Mapping[SkillUri, tuple[SkillWords, ...]]:
    """Return the rows of accepted answers by the skills they mean, placed or provisional as in the analysis."""
    names = {member.code: member.name for member in snapshot.members}
    decided = meanings(snapshot)
    keys: dict[str, str] = {}

    def skills(text: str, language: LanguageCode) -> tuple[SkillUri, ...]:
        if text not in keys:
            keys[text] = key_of(text)
        found = decided.get((keys[text], language))
        return (provisional_uri(keys[text]),) if found is None else found

    found: dict[SkillUri, list[SkillWords]] = {}
    for response in accepted_responses(snapshot):
        assert response.member is not None  # accepted ones have a member
        rows: list[Need | UnusedSkill] = [*response.needs, *response.unused]
        for row in rows:
            shown = clean_text(row.skill_text)
            if shown:
                said = SkillWords(
                    member=response.member,
                    name=names[response.member],
                    text=shown,
                    need=row if isinstance(row, Need) else None,
                    unused=row if isinstance(row, UnusedSkill) else None,
                )
                for uri in skills(shown, response.language):
                    found.setdefault(uri, []).append(said)
    return {uri: tuple(said) for uri, said in found.items()}


def words_about(result: SkillResult, words: Mapping[SkillUri, tuple[SkillWords, ...]]) -> tuple[SkillWords, ...]:
    """Return the rows behind a skill, or behind all skills of a group, by member's name; needs before unused skills."""
    return tuple(sorted(_rows(result, words), key=lambda said: (said.need is None, said.name.casefold(), said.member)))


def _rows(result: SkillResult, words: Mapping[SkillUri, tuple[SkillWords, ...]]) -> Iterator[SkillWords]:
    for uri in (result.uri, *result.skills):
        yield from words.get(uri, ())
