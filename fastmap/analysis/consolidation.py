"""Which text means which skill: accepted answers with every text placed, or kept as a provisional skill of its own.

Placing is done elsewhere and recorded as decisions; here they are only looked up. A text that nobody has placed counts
as a provisional own skill under its normalised text, so that analysis never waits (`domain.md`, Consolidation). A text
that was split makes its member a user of each of its skills, and everything else in the row holds for each (decision
0190): a form asks once per row, and nobody can say how four people divide between welding and CAD. A text set aside
counts nowhere; its member has answered all the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import pandas as pd

from fastmap.analysis.answers import accepted_responses, answering_members
from fastmap.analysis.frames import NEEDS, UNUSED, make_frame
from fastmap.model.choices import Consequence, Hiring, HiringReason, Provision, SkillSource
from fastmap.model.ids import LanguageCode, MemberCode, SkillUri
from fastmap.model.meanings import key_of, meanings
from fastmap.model.normalise import clean_text
from fastmap.model.responses import Need, Response
from fastmap.model.results import UnmatchedText
from fastmap.model.skill_ids import PROVISIONAL_PREFIX
from fastmap.model.skills import Skill
from fastmap.model.snapshot import Snapshot

CONSEQUENCES: Final = tuple(reversed(Consequence))
"""From *little* (1) to *work stops* (5): the order in which one consequence is worse than another."""

_HIRING: Final = {Hiring.NOT_TRIED: 0, Hiring.FILLED: 1, Hiring.HARD: 2, Hiring.NOT_FILLED: 3}
_CONSEQUENCE: Final = {consequence: place for place, consequence in enumerate(CONSEQUENCES, start=1)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Consolidated:
    """Accepted answers in terms of skills."""

    responses: tuple[Response, ...]
    """Responses that count, by member."""
    answered: tuple[MemberCode, ...]
    """Members who answered, by code."""
    skills: Mapping[SkillUri, Skill]
    """Skills of the file and provisional ones, by URI."""
    needs: pd.DataFrame
    """`frames.NEEDS`."""
    unused: pd.DataFrame
    """`frames.UNUSED`, one row per member and skill."""
    unmatched: tuple[UnmatchedText, ...]
    """Texts without a skill, undecided ones and those set aside, most named first."""


def consolidate(snapshot: Snapshot) -> Consolidated:
    """Return the accepted answers of ``snapshot`` with every text turned into a skill."""
    responses = accepted_responses(snapshot)
    wording = _Wording(snapshot)
    needs = [
        (uri, need, response)
        for response in responses
        for need in response.needs
        for uri in wording.skills(need.skill_text, response)
    ]
    unused = [
        (uri, report.people, response)
        for response in responses
        for report in response.unused
        for uri in wording.skills(report.skill_text, response)
    ]
    return Consolidated(
        responses=responses,
        answered=answering_members(responses),
        skills={skill.uri: skill for skill in sorted((*snapshot.skills, *wording.provisional()), key=lambda s: s.uri)},
        needs=_needs_frame(needs),
        unused=_unused_frame(unused),
        unmatched=wording.unmatched(),
    )


class _Wording:
    """Looks texts up and remembers how members spelled those that have no skill."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._meanings = meanings(snapshot)
        self._keys: dict[str, str] = {}
        """Keys of texts seen before: in a large cluster most are named over and over."""
        self._spellings: defaultdict[tuple[str, LanguageCode], set[tuple[str, MemberCode]]] = defaultdict(set)

    def skills(self, text: str, response: Response) -> tuple[SkillUri, ...]:
        """Return the skills that ``text`` means: none for a blank or a text set aside, several where it was split."""
        key = self._keys.get(text)
        if key is None:
            key = self._keys[text] = key_of(text)
        if not key or response.member is None:
            return ()
        text_id = (key, response.language)
        found = self._meanings.get(text_id)
        if not found:
            self._spellings[text_id].add((clean_text(text), response.member))
        return (provisional_uri(key),) if found is None else found

    def provisional(self) -> Iterable[Skill]:
        """Return a skill for each text without one, labelled as members of each language spell it most often."""
        labels: defaultdict[str, dict[LanguageCode, str]] = defaultdict(dict)
        for (key, language), spelled in sorted(self._spellings.items()):
            if (key, language) not in self._meanings:
                labels[key][language] = _most_frequent(spelled)
        for key, words in labels.items():
            yield Skill(uri=provisional_uri(key), labels=words, source=SkillSource.PROVISIONAL)

    def unmatched(self) -> tuple[UnmatchedText, ...]:
        """Return the texts without a skill, those of most members first."""
        texts = (
            UnmatchedText(
                text=_most_frequent(spelled),
                language=language,
                count=len({member for _, member in spelled}),
                is_set_aside=(key, language) in self._meanings,
            )
            for (key, language), spelled in self._spellings.items()
        )
        return tuple(sorted(texts, key=lambda text: (-text.count, text.text.casefold(), text.text, text.language)))


def provisional_uri(key: str) -> SkillUri:
    """Return the URI under which a text that nobody has placed is counted; the same in every language.

    >>> provisional_uri("soldadura tig")
    'fastmap:provisional/soldadura-tig'
    """
    return SkillUri(PROVISIONAL_PREFIX + "-".join(key.split()))


def _most_frequent(spelled: Iterable[tuple[str, MemberCode]]) -> str:
    counts = Counter(spelling for spelling, _ in spelled)
    return min(counts, key=lambda spelling: (-counts[spelling], spelling))


def _needs_frame(rows: list[tuple[SkillUri, Need, Response]]) -> pd.DataFrame:
    needs = [need for _, need, _ in rows]
    hired_hard = [need.hiring in (Hiring.HARD, Hiring.NOT_FILLED) for need in needs]
    provisions = [need.provision for need in needs]

    def said(reason: HiringReason) -> list[bool]:
        return [hard and reason in need.hiring_reasons for need, hard in zip(needs, hired_hard, strict=True)]

    return make_frame(
        NEEDS,
        {
            "skill": [uri for uri, _, _ in rows],
            "member": [response.member for _, _, response in rows],
            "short_now": [need.short_now for need in needs],
            "short_12m": [need.short_12m for need in needs],
            "short_36m": [need.short_36m for need in needs],
            "joint_people": [need.joint_people for need in needs],
            "consequence": [need.consequence and _CONSEQUENCE[need.consequence] for need in needs],
            "hiring": [need.hiring and _HIRING[need.hiring] for need in needs],
            "few": said(HiringReason.FEW_APPLICANTS),
            "lacked": said(HiringReason.LACKED_SKILL),
            "no_training": [provision in (Provision.NONE, Provision.SMALL) for provision in provisions],
            "misfit": [provision is Provision.MISFIT for provision in provisions],
            "fits": [provision is Provision.FITS for provision in provisions],
            "provision_known": [provision is not None for provision in provisions],
            "reasons_ignored": [
                bool(need.hiring_reasons) and not hard for need, hard in zip(needs, hired_hard, strict=True)
            ],
        },
    )


def _unused_frame(rows: list[tuple[SkillUri, int | None, Response]]) -> pd.DataFrame:
    frame = make_frame(
        UNUSED,
        {
            "skill": [uri for uri, _, _ in rows],
            "member": [response.member for _, _, response in rows],
            "people": [people for _, people, _ in rows],
        },
    )
    return frame.groupby(["skill", "member"], as_index=False).max()
