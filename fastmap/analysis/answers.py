"""Which responses count, and who answered."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from fastmap.model.choices import ResponseState
from fastmap.model.ids import MemberCode
from fastmap.model.responses import Response
from fastmap.model.snapshot import Snapshot


def accepted_responses(snapshot: Snapshot) -> tuple[Response, ...]:
    """Return the responses that count: accepted and of a recorded member, by member, then oldest first."""
    codes = {member.code for member in snapshot.members}
    counted = (
        response
        for response in snapshot.responses
        if response.state is ResponseState.ACCEPTED and response.member in codes
    )
    return tuple(sorted(counted, key=lambda response: (response.member or "", _utc(response), response.id)))


def answering_members(responses: Iterable[Response]) -> tuple[MemberCode, ...]:
    """Return the members behind ``responses``, each once, by code. An empty form counts as an answer."""
    return tuple(sorted({response.member for response in responses if response.member is not None}))


def _utc(response: Response) -> datetime:
    # A time without a zone is taken as UTC, as the store writes it; the computer's own zone must not decide an order.
    received = response.received_at
    return received.astimezone(UTC) if received.tzinfo else received.replace(tzinfo=UTC)
