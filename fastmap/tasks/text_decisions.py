"""The changes behind decisions about texts: whole clusters at once, each one step to undo."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from fastmap.changes.skills import MergeSkills, RecordMappings, RenameSkill, SetTextsAside, SplitTexts
from fastmap.model.choices import MappingHow
from fastmap.model.ids import LanguageCode, SkillUri
from fastmap.model.meanings import TextId
from fastmap.model.normalise import clean_text
from fastmap.model.skills import Mapping as Placed
from fastmap.model.skills import SetAside, Skill, Split, SplitPart
from fastmap.model.snapshot import Snapshot
from fastmap.tasks.consolidating import Cluster, Doubt, TextProposal
from fastmap.tasks.placing import held_uri
from fastmap.vocabulary.index import SkillIndex
from fastmap.vocabulary.own import own_skill_among


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenPart:
    """One part of a text as a person wants it: in a skill, or (``None``) as an own skill with these words."""

    text: str
    skill: SkillUri | None


def placing_texts(
    snapshot: Snapshot,
    index: SkillIndex | None,
    texts: Iterable[TextId],
    uri: SkillUri,
    at: datetime,
    proposals: Mapping[TextId, TextProposal] | None = None,
) -> RecordMappings:
    """Return the change that places ``texts`` in one skill.

    Each is marked as a suggestion accepted, with its score, where ``proposals`` has the skill for it; else as placed by
    hand.
    """
    held = held_uri(snapshot, uri)
    mappings = []
    for text_key, language in dict.fromkeys(texts):
        proposal = (proposals or {}).get((text_key, language))
        option = next((option for option in proposal.options if option.uri in (uri, held)), None) if proposal else None
        is_exact = proposal is not None and proposal.doubt is Doubt.EXACT and option is not None
        how = MappingHow.EXACT if is_exact else MappingHow.SUGGESTED if option is not None else MappingHow.BY_HAND
        score = option.score if option is not None else None
        mapping = Placed(text_key=text_key, language=language, skill=held, how=how, score=score, decided_at=at)
        mappings.append(mapping)
    return RecordMappings(mappings=tuple(mappings), skills=_missing(snapshot, index, [held]))


def accepting_exact(
    snapshot: Snapshot, index: SkillIndex | None, every: Iterable[Cluster], at: datetime
) -> RecordMappings | None:
    """Return the one change that places all texts that equal one name; ``None`` if there are none."""
    mappings = [
        Placed(
            text_key=text.text_id[0],
            language=text.text_id[1],
            skill=cluster.skill,
            how=MappingHow.EXACT,
            score=1.0,
            decided_at=at,
        )
        for cluster in every
        if cluster.doubt is Doubt.EXACT and cluster.skill is not None
        for text in cluster.texts
    ]
    if not mappings:
        return None
    skills = _missing(snapshot, index, sorted({mapping.skill for mapping in mappings}))
    return RecordMappings(mappings=tuple(mappings), skills=skills)


def keeping_as_own(snapshot: Snapshot, name: str, texts: Sequence[TextId], at: datetime) -> RecordMappings | None:
    """Return the change that makes texts one skill of the cluster's own called ``name``; ``None`` without a name.

    An own skill that was made of this name takes them in, also under the name that it has by now.
    """
    words = " ".join(clean_text(name).split())
    if not words or not texts:
        return None
    skill = own_skill_among(snapshot.skills, words, texts[0][1])
    mappings = tuple(
        Placed(text_key=text_key, language=language, skill=skill.uri, how=MappingHow.BY_HAND, decided_at=at)
        for text_key, language in dict.fromkeys(texts)
    )
    # A skill that was renamed since keeps its present name.
    return RecordMappings(mappings=mappings, skills=() if skill in snapshot.skills else (skill,))


def splitting(
    snapshot: Snapshot, index: SkillIndex | None, text_id: TextId, chosen: Sequence[ChosenPart], at: datetime
) -> SplitTexts | RecordMappings | None:
    """Return the change that gives one text the skills of its parts.

    Parts without words are left out. If all mean one skill it is an ordinary decision; ``None`` if nothing is left.
    """
    text_key, language = text_id
    parts: dict[SkillUri, SplitPart] = {}
    own: dict[SkillUri, Skill] = {}
    for part in chosen:
        words = " ".join(clean_text(part.text).split())
        if not words and part.skill is None:
            continue
        if part.skill is None:
            skill = own_skill_among(snapshot.skills, words, language)
            own[skill.uri] = skill
            uri = skill.uri
        else:
            uri = held_uri(snapshot, part.skill)
        parts.setdefault(uri, SplitPart(text=words, skill=uri))
    held = {skill.uri for skill in snapshot.skills}
    new_own = tuple(skill for uri, skill in own.items() if uri not in held)
    skills = (*new_own, *_missing(snapshot, index, [uri for uri in parts if uri not in own]))
    if not parts:
        return None
    if len(parts) == 1:
        mapping = Placed(
            text_key=text_key, language=language, skill=next(iter(parts)), how=MappingHow.BY_HAND, decided_at=at
        )
        return RecordMappings(mappings=(mapping,), skills=skills)
    split = Split(
        text_key=text_key, language=language, parts=tuple(parts.values()), how=MappingHow.BY_HAND, decided_at=at
    )
    return SplitTexts(splits=(split,), skills=skills)


def confirming(snapshot: Snapshot, texts: Iterable[TextId], at: datetime) -> RecordMappings | None:
    """Return the change that makes remembered decisions about ``texts`` those of this round; ``None`` if none is."""
    wanted = set(texts)

    def is_meant(decision: Placed | Split) -> bool:
        return (decision.text_key, decision.language) in wanted and decision.how is MappingHow.REMEMBERED

    mappings = [replace(one, how=MappingHow.BY_HAND, decided_at=at) for one in snapshot.mappings if is_meant(one)]
    splits = [replace(one, how=MappingHow.BY_HAND, decided_at=at) for one in snapshot.splits if is_meant(one)]
    return RecordMappings(mappings=tuple(mappings), splits=tuple(splits)) if mappings or splits else None


def setting_aside(texts: Iterable[TextId], at: datetime) -> SetTextsAside:
    """Return the change that says of texts that they name no skill."""
    return SetTextsAside(
        texts=tuple(SetAside(text_key=key, language=language, decided_at=at) for key, language in dict.fromkeys(texts))
    )


def merging(
    snapshot: Snapshot, index: SkillIndex | None, merged: Iterable[SkillUri], into: SkillUri
) -> MergeSkills | None:
    """Return the change that makes several skills of the file one; ``None`` if there is nothing to merge."""
    into = held_uri(snapshot, into)
    others = tuple(uri for uri in dict.fromkeys(merged) if uri != into)
    kept = next((skill for skill in snapshot.skills if skill.uri == into), None)
    if kept is None and index is not None and into in index:
        kept = index.skill(into)
    return MergeSkills(merged=others, into=kept) if others and kept is not None else None


def renaming(skill: Skill, name: str, language: LanguageCode) -> RenameSkill | None:
    """Return the change that calls an own skill ``name``: the label that is shown in ``language`` is replaced."""
    words = " ".join(clean_text(name).split())
    shown = skill.label(language)
    if not words or words == shown:
        return None
    replaced = next((code for code in (language, *sorted(skill.labels)) if skill.labels.get(code) == shown), language)
    return RenameSkill(skill=skill.uri, label=words, language=replaced)


def _missing(snapshot: Snapshot, index: SkillIndex | None, uris: Iterable[SkillUri]) -> tuple[Skill, ...]:
    held = {skill.uri for skill in snapshot.skills}
    if index is None:
        return ()
    return tuple(index.skill(uri) for uri in dict.fromkeys(uris) if uri not in held and uri in index)
