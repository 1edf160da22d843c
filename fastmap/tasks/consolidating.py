"""The firms' texts as a person decides about them: what each may mean, and clusters of those that mean the same.

`propose_texts` asks the vocabulary (some seconds with ESCO: it belongs into the pool), `clusters` sorts what is
known, in the time of a blink.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from fastmap.model.choices import MappingHow
from fastmap.model.ids import LanguageCode, MemberCode, ResponseId, SkillUri
from fastmap.model.meanings import TextId
from fastmap.model.responses import Need
from fastmap.model.skills import Mapping as Placed
from fastmap.model.skills import SetAside, Skill, Split
from fastmap.model.snapshot import Snapshot
from fastmap.model.voices import Voice, most_written, voices
from fastmap.vocabulary.index import SkillIndex
from fastmap.vocabulary.proposals import OpenText, propose
from fastmap.vocabulary.results import Candidate, CandidateHow, MatchVerdict, TextMatch
from fastmap.vocabulary.splitting import proposed_parts

LIKELY_FROM: Final = 0.75
"""Score from which a suggestion counts as likely; below it is doubtful."""
MOST_OPTIONS: Final = 5


class Doubt(StrEnum):
    """How sure a proposal is."""

    EXACT = "exact"
    """The text equals one name and no other."""
    LIKELY = "likely"
    SEVERAL = "several"
    """The text seems to name several skills."""
    DOUBTFUL = "doubtful"
    NOTHING = "nothing"


class ClusterState(StrEnum):
    """What was decided about the texts of a cluster."""

    OPEN = "open"
    DECIDED = "decided"
    SET_ASIDE = "set_aside"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One skill that texts may mean."""

    uri: SkillUri
    score: float
    how: CandidateHow
    name: str
    """The label that was found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartProposal:
    """One part of a text that may be a skill, with its options, best first."""

    text: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextProposal:
    """What one undecided text may mean."""

    doubt: Doubt
    options: tuple[Option, ...]
    """Best first, also where nothing is close."""
    parts: tuple[PartProposal, ...] = ()
    """Two or more if separators cut the text, whether it names several skills or not."""

    @property
    def skills(self) -> frozenset[SkillUri]:
        """Every skill among the options, of the text and of its parts."""
        parts = (option for part in self.parts for option in part.options)
        return frozenset(option.uri for option in (*self.options, *parts))


@dataclass(frozen=True, slots=True, kw_only=True)
class TextProposals:
    """What a lookup found."""

    by_id: Mapping[TextId, TextProposal] = field(default_factory=dict)
    skills: Mapping[SkillUri, Skill] = field(default_factory=dict)
    """Every skill among the options."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterText:
    """One text of a cluster."""

    text_id: TextId
    text: str
    """As most people wrote it, on one line."""
    voices: tuple[Voice, ...]
    proposal: TextProposal | None = None
    """``None`` while it is being looked for, and for decided texts."""
    how: MappingHow | None = None
    """How it was decided."""
    part: str = ""
    """The words of a split text that mean the skill of this cluster."""

    @property
    def key(self) -> str:
        """Tells texts apart."""
        return f"{self.text_id[1]}/{self.text_id[0]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Texts that mean the same, or may mean the same."""

    key: str
    state: ClusterState
    texts: tuple[ClusterText, ...]
    doubt: Doubt | None = None
    """``None`` while it is being looked for, and where it was decided."""
    skill: SkillUri | None = None
    """Decided or proposed."""
    options: tuple[Option, ...] = ()
    members: int = 0
    short_now: int | None = None
    short_12m: int | None = None

    @property
    def text_ids(self) -> tuple[TextId, ...]:
        """The texts, each once."""
        return tuple(dict.fromkeys(text.text_id for text in self.texts))

    @property
    def languages(self) -> frozenset[LanguageCode]:
        """Languages of the texts."""
        return frozenset(text.text_id[1] for text in self.texts)

    @property
    def is_remembered(self) -> bool:
        """Whether one of the texts was placed as remembered from an earlier round or another cluster."""
        return any(text.how is MappingHow.REMEMBERED for text in self.texts)


# --- what texts may mean ----------------------------------------------------------------------------------------------


def propose_texts(snapshot: Snapshot, index: SkillIndex) -> TextProposals:
    """Return what every undecided text may mean, and the parts of those that seem to name several skills."""
    found = propose(snapshot, index)
    by_id: dict[TextId, TextProposal] = {}
    for mapping in found.mappings:
        option = Option(uri=mapping.skill, score=1.0, how=CandidateHow.EXACT, name="")
        by_id[mapping.text_key, mapping.language] = TextProposal(doubt=Doubt.EXACT, options=(option,))
    parts = {
        (entry.text_key, entry.language): proposed_parts(entry.text, entry.language, index) for entry in found.open
    }
    matches = _matches_of_parts(parts, index)
    for entry in found.open:
        text_id = (entry.text_key, entry.language)
        cut = parts[text_id] if len(parts[text_id]) > 1 else ()
        by_id[text_id] = _proposal(entry, [(part, matches[part, entry.language]) for part in cut])
    held = {skill.uri for skill in snapshot.skills}
    wanted = frozenset[SkillUri]().union(*(proposal.skills for proposal in by_id.values())) - held
    return TextProposals(by_id=by_id, skills={uri: index.skill(uri) for uri in sorted(wanted) if uri in index})


def _matches_of_parts(
    parts: Mapping[TextId, Sequence[str]], index: SkillIndex
) -> dict[tuple[str, LanguageCode], TextMatch]:
    wanted: dict[LanguageCode, dict[str, None]] = {}
    for (_, language), cut in parts.items():
        if len(cut) > 1:
            wanted.setdefault(language, {}).update(dict.fromkeys(cut))
    return {
        (text, language): match
        for language, texts in wanted.items()
        for text, match in zip(texts, index.match(list(texts), language, MOST_OPTIONS), strict=True)
    }


def _proposal(entry: OpenText, cut: list[tuple[str, TextMatch]]) -> TextProposal:
    options = _options(entry.match.candidates)
    parts = tuple(PartProposal(text=text, options=_options(match.candidates)) for text, match in cut)
    firsts = {part.options[0].uri for part in parts if part.options}
    is_several = (
        len(firsts) > 1
        and entry.match.verdict is not MatchVerdict.EXACT
        and all(match.verdict is not MatchVerdict.NONE for _, match in cut)
        and not any(option.how is not CandidateHow.SIMILAR for option in options[:1])
    )
    doubt = Doubt.SEVERAL if is_several else _doubt(entry.match)
    return TextProposal(doubt=doubt, options=options, parts=parts)


def _doubt(match: TextMatch) -> Doubt:
    if match.verdict is MatchVerdict.NONE or not match.candidates:
        return Doubt.NOTHING
    return Doubt.LIKELY if match.candidates[0].score >= LIKELY_FROM else Doubt.DOUBTFUL


def _options(candidates: Iterable[Candidate]) -> tuple[Option, ...]:
    found: dict[SkillUri, Option] = {}
    for candidate in candidates:
        option = Option(uri=candidate.uri, score=candidate.score, how=candidate.how, name=candidate.name)
        found.setdefault(candidate.uri, option)
    return tuple(found.values())[:MOST_OPTIONS]


# --- clusters ---------------------------------------------------------------------------------------------------------


def clusters(snapshot: Snapshot, proposals: Mapping[TextId, TextProposal]) -> tuple[Cluster, ...]:
    """Return all texts in clusters: undecided ones first, the surest before, then decided ones, then those set aside.

    Undecided texts come together if they propose the same skill and are equally sure; without a proposal, if they are
    the same text in several languages. A split text stands in the cluster of each of its skills.
    """
    said = voices(snapshot)
    figures = _Figures(snapshot)
    decided, aside = _decided(snapshot, said)
    undecided: dict[str, list[ClusterText]] = {}
    for text_id in sorted(said.keys() - decided.keys() - aside.keys(), key=lambda text: (text[1], text[0])):
        text = ClusterText(
            text_id=text_id, text=_shown(said[text_id]), voices=said[text_id], proposal=proposals.get(text_id)
        )
        undecided.setdefault(_place_of(text), []).append(text)
    by_skill: dict[SkillUri, list[ClusterText]] = {}
    for places in decided.values():
        for uri, text in places:
            by_skill.setdefault(uri, []).append(text)
    found = [_open_cluster(key, texts, figures) for key, texts in undecided.items()]
    found += [
        figures.cluster(f"skill/{uri}", ClusterState.DECIDED, texts, skill=uri) for uri, texts in by_skill.items()
    ]
    found += [figures.cluster(f"aside/{text.key}", ClusterState.SET_ASIDE, [text]) for text in aside.values()]
    return tuple(sorted(found, key=_order))


def together(chosen: Sequence[Cluster], snapshot: Snapshot) -> Cluster:
    """Return several clusters as one, to be decided about at once; the first says what is proposed."""
    if len(chosen) == 1:
        return chosen[0]
    texts = {text.key: text for cluster in chosen for text in cluster.texts}
    first = chosen[0]
    options = tuple({option.uri: option for cluster in chosen for option in cluster.options}.values())
    doubt = max((cluster.doubt for cluster in chosen if cluster.doubt), key=_SURE.index, default=None)
    return _Figures(snapshot).cluster(
        "+".join(cluster.key for cluster in chosen),
        first.state,
        list(texts.values()),
        skill=first.skill,
        doubt=doubt,
        options=options[:MOST_OPTIONS],
    )


_SURE: Final = tuple(Doubt)
_STATES: Final = tuple(ClusterState)


def _order(cluster: Cluster) -> tuple[object, ...]:
    sure = _SURE.index(cluster.doubt) if cluster.doubt is not None else len(_SURE)
    return _STATES.index(cluster.state), sure, -cluster.members, cluster.key


def _shown(said: Sequence[Voice]) -> str:
    return " ".join(most_written(said).split())


def _place_of(text: ClusterText) -> str:
    """Return what an undecided text has in common with others."""
    proposal = text.proposal
    if proposal is None:
        return f"waiting/{text.text_id[0]}"
    match proposal.doubt:
        case Doubt.NOTHING:
            return f"nothing/{text.text_id[0]}"
        case Doubt.SEVERAL:
            return f"several/{text.key}"
    return f"{proposal.doubt}/{proposal.options[0].uri}"


def _open_cluster(key: str, texts: list[ClusterText], figures: _Figures) -> Cluster:
    proposals = [text.proposal for text in texts if text.proposal is not None]
    doubt = proposals[0].doubt if proposals else None
    scores: dict[SkillUri, list[Option]] = {}
    for proposal in proposals:
        for option in proposal.options:
            scores.setdefault(option.uri, []).append(option)
    # What most texts may mean first; the common proposal of all leads by that alone.
    ranked = sorted(scores.values(), key=lambda found: -sum(option.score for option in found))
    options = tuple(max(found, key=lambda option: option.score) for found in ranked[:MOST_OPTIONS])
    has_one = doubt in (Doubt.EXACT, Doubt.LIKELY, Doubt.DOUBTFUL)
    if has_one:
        lead = proposals[0].options[0].uri
        options = tuple(sorted(options, key=lambda option: option.uri != lead))
    skill = options[0].uri if has_one else None
    return figures.cluster(key, ClusterState.OPEN, texts, doubt=doubt, skill=skill, options=options)


def _decided(
    snapshot: Snapshot, said: Mapping[TextId, tuple[Voice, ...]]
) -> tuple[dict[TextId, list[tuple[SkillUri, ClusterText]]], dict[TextId, ClusterText]]:
    recorded = {skill.uri for skill in snapshot.skills}
    placed: dict[TextId, list[tuple[SkillUri, ClusterText]]] = {}

    def text(decision: Placed | Split | SetAside, part: str = "") -> ClusterText:
        text_id = (decision.text_key, decision.language)
        return ClusterText(
            text_id=text_id, text=_shown(said[text_id]), voices=said[text_id], how=decision.how, part=part
        )

    for mapping in snapshot.mappings:
        if (mapping.text_key, mapping.language) in said and mapping.skill in recorded:
            placed[mapping.text_key, mapping.language] = [(mapping.skill, text(mapping))]
    for split in snapshot.splits:
        if (split.text_key, split.language) in said:
            parts = [(part.skill, text(split, part.text)) for part in split.parts if part.skill in recorded]
            if parts:
                placed.setdefault((split.text_key, split.language), parts)
    aside = {
        (decision.text_key, decision.language): text(decision)
        for decision in snapshot.set_aside
        if (decision.text_key, decision.language) in said
    }
    return placed, aside


class _Figures:
    """Counts the firms and people short behind texts."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._needs: dict[tuple[ResponseId, int], Need] = {
            (response.id, need.row): need for response in snapshot.responses for need in response.needs
        }

    def cluster(
        self,
        key: str,
        state: ClusterState,
        texts: list[ClusterText],
        *,
        doubt: Doubt | None = None,
        skill: SkillUri | None = None,
        options: tuple[Option, ...] = (),
    ) -> Cluster:
        """Return a cluster with its counts: per firm the larger figure, as the analysis counts."""
        texts = sorted(texts, key=lambda text: (-len(text.voices), text.text.casefold(), text.key, text.part))
        now: dict[MemberCode | ResponseId, int] = {}
        later: dict[MemberCode | ResponseId, int] = {}
        who: set[MemberCode | ResponseId] = set()
        for voice in (voice for text in texts for voice in text.voices):
            member = voice.member or voice.response
            who.add(member)
            need = self._needs.get((voice.response, voice.row)) if voice.row is not None else None
            if need is None:
                continue
            for people, figure in ((now, need.short_now), (later, need.short_12m)):
                if figure is not None:
                    people[member] = max(people.get(member, 0), figure)
        return Cluster(
            key=key,
            state=state,
            texts=tuple(texts),
            doubt=doubt,
            skill=skill,
            options=options,
            members=len(who),
            short_now=sum(now.values()) if now else None,
            short_12m=sum(later.values()) if later else None,
        )
