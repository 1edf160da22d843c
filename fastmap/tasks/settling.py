"""Deciding about an answer that waits: count it, let it replace or join the earlier answer, or keep it out."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from fastmap.changes.base import Change
from fastmap.changes.responses import MergeResponses, SettleResponse
from fastmap.errors import FastmapError
from fastmap.intake.merging import MeansSame, merged, same_text
from fastmap.model.choices import ResponseState
from fastmap.model.ids import MemberCode, ResponseId
from fastmap.model.messages import Message
from fastmap.model.normalise import text_key
from fastmap.model.responses import Problem, Response
from fastmap.model.snapshot import Snapshot


class Decision(StrEnum):
    """What is to become of an answer that waits."""

    COUNT = "count"
    """It counts, beside whatever else the member answered."""
    REPLACE = "replace"
    """It counts, and the member's earlier answers do not any more."""
    MERGE = "merge"
    """What it adds goes into the member's latest answer; of each figure the larger counts."""
    KEEP_OUT = "keep_out"
    """It does not count; it stays in the file, so that the same file is known again."""


def earlier_answers(snapshot: Snapshot, response: Response, member: MemberCode | None) -> tuple[Response, ...]:
    """Return the answers of ``member`` that count besides ``response``, oldest first."""
    found = [
        other
        for other in snapshot.responses
        if member is not None
        and other.member == member
        and other.id != response.id
        and other.state is ResponseState.ACCEPTED
    ]
    return tuple(sorted(found, key=lambda other: (other.received_at, other.id)))


def merge_target(snapshot: Snapshot, response: Response, member: MemberCode | None) -> Response | None:
    """Return the answer of ``member`` that ``response`` can be merged into: the latest in the same language.

    Texts are placed by their language, so two answers in different languages stay two; both may count.
    """
    same = [one for one in earlier_answers(snapshot, response, member) if one.language == response.language]
    return same[-1] if same else None


def settled(snapshot: Snapshot, response: ResponseId, decision: Decision, member: MemberCode | None = None) -> Change:
    """Return the one change that decides about an answer; ``member`` says whose it is (``None``: as recorded).

    Raises `FastmapError` if the file does not hold the answer, or nothing to merge it into.
    """
    known = next((one for one in snapshot.responses if one.id == response), None)
    if known is None:
        raise FastmapError("response_not_in_file", response=response)
    if decision is Decision.KEEP_OUT:
        return SettleResponse(response=response, state=ResponseState.SUPERSEDED)
    whose = known.member if member is None else member
    if decision is Decision.MERGE:
        target = merge_target(snapshot, known, whose)
        if target is None:
            raise FastmapError("nothing_to_merge", response=response)
        return MergeResponses(response=_together(snapshot, target, known), merged=response)
    earlier = earlier_answers(snapshot, known, whose) if decision is Decision.REPLACE else ()
    return SettleResponse(
        response=response,
        state=ResponseState.ACCEPTED,
        member=member,
        supersedes=tuple(other.id for other in earlier),
    )


def _together(snapshot: Snapshot, target: Response, known: Response) -> Response:
    name = known.source_name or known.id
    # The id beside the name: two firms may both send "form.xlsx".
    facts = Message("problem.merged_with", {"other": name, "response": known.id})
    note = Problem(code="merged_with", done="taken", facts=facts)
    one = merged(target, known, _means_same(snapshot, target))
    return replace(one, problems=(*target.problems, note))


def _means_same(snapshot: Snapshot, target: Response) -> MeansSame:
    """Return whether two texts are placed on the same skill, or are the same text."""
    placed = {one.text_key: one.skill for one in snapshot.mappings if one.language == target.language}

    def means_same(first: str, second: str) -> bool:
        if same_text(first, second):
            return True
        skill = placed.get(text_key(first))
        return skill is not None and skill == placed.get(text_key(second))

    return means_same
