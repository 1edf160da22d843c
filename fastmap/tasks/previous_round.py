"""What members said in the round before, as far as this round's forms bring it along (decision record 0162)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from fastmap.assessment import Assessment
from fastmap.errors import FastmapError
from fastmap.intake.form_content import EarlierNeed
from fastmap.intake.form_definition import NEED_ROWS
from fastmap.model.choices import ResponseState
from fastmap.model.ids import MemberCode
from fastmap.model.normalise import text_key
from fastmap.model.organisations import Member
from fastmap.model.same_members import same_members
from fastmap.model.snapshot import Snapshot
from fastmap.store.handles import identity_of
from fastmap.tasks.same_cluster import known_members, seems_other_cluster


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviousRound:
    """The needs of the last round, by the code a member has now."""

    file: str
    """Name of the file, without its folder: folders tell whose computer it was."""
    needs: Mapping[MemberCode, tuple[EarlierNeed, ...]]
    not_found: int
    """Members with needs in the last round who are not found, beyond doubt, among those of this one."""


def previous_round(path: Path, assessment: Assessment, *, other_cluster: bool = False) -> PreviousRound:
    """Return what the assessment at ``path`` holds for the members of ``assessment``; it is only read.

    Raises `FastmapError` ``previous_is_this_file``; ``previous_of_other_cluster`` where it seems to be another cluster's,
    whose answers are not for this one's members, and nobody said with ``other_cluster`` that this is meant; or what
    opening a file raises.
    """
    if path.exists() and identity_of(path) in assessment.open_files:
        raise FastmapError("previous_is_this_file", file=path.name)
    with Assessment.look_into(path) as earlier:
        then = earlier.snapshot()
    now = assessment.snapshot()
    if not other_cluster and seems_other_cluster(now, then):
        raise FastmapError(
            "previous_of_other_cluster",
            file=path.name,
            cluster=then.cluster.name,
            known=known_members(now, then),
            count=len(then.members),
        )
    return needs_brought_along(then, now.members, file=path.name)


def file_of_previous_round(path: Path, previous_file: str | None) -> Path | None:
    """Return the file of the previous round: as recorded, or under its name beside the file in ``path``."""
    if not previous_file:
        return None
    recorded = Path(previous_file)
    # A place on the network is not looked at unasked: a file from elsewhere could name anybody's computer.
    is_network = previous_file.replace("\\", "/").startswith("//")
    places = [recorded] if recorded.is_absolute() and not is_network else []
    # A file from another computer is named with that computer's folders, whichever way its slashes lean.
    places.append(path.parent / previous_file.replace("\\", "/").rpartition("/")[2])
    return next((place for place in places if place != path and place.is_file()), None)


def needs_brought_along(earlier: Snapshot, members: Iterable[Member], *, file: str) -> PreviousRound:
    """Return the needs of each of ``members`` in the ``earlier`` round.

    A firm's needs go to nobody else: a code alone proves nothing, because lists are numbered anew. Code and name have to
    agree, or the name is found once in each round.
    """
    said = _needs_by_member(earlier)
    known = same_members(members, earlier.members)
    found = {code: said[before.code] for code, before in known.items() if before.code in said}
    taken = {before.code for before in known.values()}
    return PreviousRound(file=file, needs=found, not_found=len(said.keys() - taken))


def _needs_by_member(earlier: Snapshot) -> dict[MemberCode, tuple[EarlierNeed, ...]]:
    """Return what counts, the latest answer first; a skill named twice comes once, and no more than a form has lines."""
    lines: dict[MemberCode, dict[str, EarlierNeed]] = {}
    for response in reversed(earlier.responses):
        if response.state is not ResponseState.ACCEPTED or response.member is None:
            continue
        for need in sorted(response.needs, key=lambda need: need.row):
            lines.setdefault(response.member, {}).setdefault(
                text_key(need.skill_text),
                EarlierNeed(skill_text=need.skill_text, job=need.job, level=need.level),
            )
    return {member: tuple(needs.values())[:NEED_ROWS] for member, needs in lines.items()}
