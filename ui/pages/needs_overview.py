"""What a snapshot says of needs as a whole; page, table and step list ask for it at every change."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fastmap.model.ids import MemberCode, SkillUri
    from fastmap.model.meanings import TextId
    from fastmap.model.skills import Skill
    from fastmap.model.snapshot import Snapshot
    from fastmap.tasks.placing import PlacedNeed


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What a snapshot says of needs; worked out once per snapshot."""

    snapshot: Snapshot
    needs: tuple[PlacedNeed, ...]
    open: tuple[TextId, ...]
    forms: int
    waiting: int
    """Answers to check."""
    named_by: Mapping[SkillUri, frozenset[MemberCode]]
    skills: Mapping[SkillUri, Skill]
    """Of the file."""


_latest: list[Overview] = []


def overview(snapshot: Snapshot) -> Overview:
    """Return what ``snapshot`` says of needs."""
    if not _latest or _latest[0].snapshot is not snapshot:
        _latest[:] = [_overview(snapshot)]
    return _latest[0]


def forget_overview() -> None:
    """Let the last snapshot go, when its file is closed."""
    _latest.clear()


def _overview(snapshot: Snapshot) -> Overview:
    from fastmap.model.choices import ResponseState
    from fastmap.tasks.placing import open_texts, placed_needs

    needs = placed_needs(snapshot)
    named: dict[SkillUri, set[MemberCode]] = {}
    for row in needs:
        for skill in row.skills:
            named.setdefault(skill.uri, set()).add(row.member.code)
    states = Counter(response.state for response in snapshot.responses)
    return Overview(
        snapshot=snapshot,
        needs=needs,
        open=open_texts(snapshot),
        forms=states[ResponseState.ACCEPTED],
        waiting=states[ResponseState.TO_CHECK],
        named_by={uri: frozenset(members) for uri, members in named.items()},
        skills={skill.uri: skill for skill in snapshot.skills},
    )
