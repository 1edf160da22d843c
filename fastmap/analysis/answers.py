"""Which responses count, and who answered."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime

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
    return tuple(
        sorted(counted, key=lambda response: (response.member or "", in_utc(response.received_at), response.id))
    )


def answering_members(responses: Iterable[Response]) -> tuple[MemberCode, ...]:
    """Return the members behind ``responses``, each once, by code. An empty form counts as an answer."""
    return tuple(sorted({response.member for response in responses if response.member is not None}))


def answer_dates(responses: Iterable[Response]) -> tuple[date | None, date | None]:
    """Return the days, in UTC, of the first and the last of ``responses``."""
    days = [in_utc(response.received_at).date() for response in responses]
    return min(days, default=None), max(days, default=None)


def in_utc(moment: datetime) -> datetime:
    """Return ``moment`` in UTC, so that moments compare whatever zone they were written in.

    A time without a zone is taken as UTC, as the store writes it: the computer's own zone must not decide an order.
    """
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
