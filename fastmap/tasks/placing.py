"""Needs as a person works on them: which skill each means, who said what, and the changes that place a text.

A text is one in one language: ``(text_key, language)``. Nothing here decides by itself; `fastmap.vocabulary.proposals`
says what could be meant.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from fastmap.changes.needs import AddNeed, EditNeed
from fastmap.model.choices import Channel, MappingHow, ResponseState
from fastmap.model.ids import LanguageCode, MemberCode, ResponseId, SkillUri
from fastmap.model.meanings import TextId, decided_texts, key_of, meanings
from fastmap.model.organisations import Member
from fastmap.model.responses import Need, Response
from fastmap.model.skills import Mapping as Placed
from fastmap.model.skills import Skill
from fastmap.model.snapshot import Snapshot
from fastmap.model.voices import Voice, members_of, voices
from fastmap.vocabulary.index import SkillIndex
from fastmap.vocabulary.starter import same_skill


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedNeed:
    """One need of an answer that counts, with the skill it means."""

    response: Response
    member: Member
    need: Need
    text_id: TextId
    skill: Skill | None
    """``None``: nobody has placed the text yet, or it was set aside. Of a split text the first."""
    further: tuple[Skill, ...] = ()
    """The other skills of a split text."""
    is_set_aside: bool = False

    @property
    def skills(self) -> tuple[Skill, ...]:
        """Every skill that the need means."""
        return () if self.skill is None else (self.skill, *self.further)


def placed_needs(snapshot: Snapshot) -> tuple[PlacedNeed, ...]:
    """Return the needs of all accepted answers of recorded members, by member's name, then as they stand in the form."""
    members = {member.code: member for member in snapshot.members}
    skills = {skill.uri: skill for skill in snapshot.skills}
    decided = meanings(snapshot)
    found = []
    for response in snapshot.responses:
        member = members.get(response.member) if response.member is not None else None
        if response.state is not ResponseState.ACCEPTED or member is None:
            continue
        for need in response.needs:
            text_id = (key_of(need.skill_text), response.language)
            meant = decided.get(text_id)
            first, *further = [skills[uri] for uri in meant] if meant else [None]
            found.append(
                PlacedNeed(
                    response=response,
                    member=member,
                    need=need,
                    text_id=text_id,
                    skill=first,
                    further=tuple(skill for skill in further if skill is not None),
                    is_set_aside=meant == (),
                )
            )
    found.sort(key=lambda row: (row.member.name.casefold(), row.member.code))
    return tuple(found)


def open_texts(snapshot: Snapshot, said: Mapping[TextId, tuple[Voice, ...]] | None = None) -> tuple[TextId, ...]:
    """Return the texts about which nobody has decided, those of most members first."""
    said = voices(snapshot) if said is None else said
    decided = decided_texts(snapshot)
    undecided = [text_id for text_id in said if text_id not in decided]
    return tuple(sorted(undecided, key=lambda text_id: (-members_of(said[text_id]), *reversed(text_id))))


def language_of(snapshot: Snapshot, member: MemberCode) -> LanguageCode:
    """Return the language in which a need of ``member`` is written down: of its answer, its own, the assessment's."""
    answers = [
        response
        for response in snapshot.responses
        if response.member == member and response.state is ResponseState.ACCEPTED
    ]
    if answers:
        return max(answers, key=lambda response: (response.received_at, response.id)).language
    known = next((known for known in snapshot.members if known.code == member), None)
    return (known.language if known is not None else None) or snapshot.info.language


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What goes into the file with a text: where it was placed, and the skill."""

    skills: tuple[Skill, ...] = ()
    mappings: tuple[Placed, ...] = ()


def picked(
    snapshot: Snapshot, index: SkillIndex | None, text: str, language: LanguageCode, uri: SkillUri | None, at: datetime
) -> Meaning:
    """Return what it means that a person typed ``text`` and picked ``uri``, or kept the words (``None``).

    Kept words that equal one name and no other are placed unasked, as those of a form are. A text that was placed
    before stays where it is (see `placed_before`); one that was set aside counts again if a skill is picked for it.
    """
    text_id = (key_of(text), language)
    is_aside = any((aside.text_key, aside.language) == text_id for aside in snapshot.set_aside)
    if not text_id[0] or (text_id in decided_texts(snapshot) and not (is_aside and uri is not None)):
        return Meaning()
    how, score = MappingHow.BY_HAND, None
    if uri is None:
        match = index.match([text], language)[0] if index is not None else None
        if match is None or not match.is_certain:
            return Meaning()
        uri, how, score = match.candidates[0].uri, MappingHow.EXACT, 1.0
    uri = held_uri(snapshot, uri)
    mapping = Placed(
        text_key=text_id[0],
        language=language,
        skill=uri,
        how=how,
        score=score,
        decided_at=at if how is MappingHow.BY_HAND else None,
    )
    return Meaning(skills=_missing(snapshot, index, uri), mappings=(mapping,))


def placed_before(snapshot: Snapshot, text: str, language: LanguageCode, uri: SkillUri | None) -> tuple[SkillUri, ...]:
    """Return where ``text`` stays although a person picked ``uri`` for it; nothing where the pick holds."""
    meant = meanings(snapshot).get((key_of(text), language)) if uri is not None else None
    return tuple(meant) if uri is not None and meant and held_uri(snapshot, uri) not in meant else ()


def added(
    snapshot: Snapshot,
    member: MemberCode,
    need: Need,
    meaning: Meaning,
    *,
    response: str,
    at: datetime,
    channel: Channel | None = None,
) -> AddNeed:
    """Return the change that writes down ``need`` as told by ``member``.

    ``response`` is the id of a new answer, if one begins; ``channel`` says which answer it joins, see `AddNeed`.
    """
    return AddNeed(
        member=member,
        need=need,
        response=ResponseId(response),
        language=language_of(snapshot, member),
        at=at,
        channel=channel,
        skills=meaning.skills,
        mappings=meaning.mappings,
    )


def edited(row: PlacedNeed, need: Need, meaning: Meaning | None = None) -> EditNeed:
    """Return the change that corrects a need to ``need``."""
    meaning = meaning or Meaning()
    return EditNeed(response=row.response.id, need=need, skills=meaning.skills, mappings=meaning.mappings)


def held_uri(snapshot: Snapshot, uri: SkillUri) -> SkillUri:
    """Return the skill that the file holds for ``uri``: a file keeps the vocabulary it began with."""
    held = {skill.uri for skill in snapshot.skills}
    equal = same_skill().get(uri)
    return equal if uri not in held and equal is not None and equal in held else uri


def _missing(snapshot: Snapshot, index: SkillIndex | None, uri: SkillUri) -> tuple[Skill, ...]:
    if any(skill.uri == uri for skill in snapshot.skills) or index is None:
        return ()
    return (index.skill(uri),)
