"""Voting by phone: one paper per phone and vote, whose dots can be given in another way while the vote is open.

Which paper is the phone's is in a cookie, so that it is the same one after a reload, in another room code and without scripts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from fastmap.model.ids import BallotPaperId
from fastmap.model.workshop import BallotPaper
from ui.phone.desk import Desk, Fields, Visit, for_going_back, is_key, kept, new_key, not_taken, one
from ui.phone.view import OfferedBallot

_KEPT_FOR_S: Final = 86_400
_NEXT: Final = "next"
"""Somebody else takes this phone."""
_AGAIN: Final = "again"
"""The same person gives the dots in another way."""
_DOTS: Final = re.compile(r"dots_[0-9]{1,2}")


def is_vote_field(name: str) -> bool:
    """Return whether a page of the vote has a field of this name."""
    return name in {"ballot", "key", "as"} or _DOTS.fullmatch(name) is not None


class VotePages:
    """The pages of the vote that is open."""

    def __init__(self, desk: Desk) -> None:
        """Hand out pages of ``desk``."""
        self._desk = desk

    def shown(self, visit: Visit, request: Request) -> Response:
        """Return the vote, or that this phone has voted."""
        ballot = visit.room.ballot
        if ballot is None:
            return self._said(visit, "phone.vote_soon" if visit.room.is_vote_coming else "phone.no_vote")
        key = _own(request, ballot) or new_key()
        dots = ballot.papers.get(BallotPaperId(key))
        if dots is not None and request.query_params.get("as") != _AGAIN:
            return self._voted(visit, ballot, key)
        return self._ballot(visit, ballot, dots or {}, key)

    async def taken(self, visit: Visit, request: Request, sent: Fields) -> Response:
        """Take the dots of one person."""
        ballot = visit.room.ballot
        if ballot is None and visit.room.is_vote_coming:
            given = {name: texts for name, texts in sent.items() if is_vote_field(name)}
            page = self._desk.page("vote_soon.html", visit.texts, 503, visit=visit, kept=kept(given))
            return for_going_back(page, sent)
        if ballot is None:
            return self._said(visit, "phone.vote_closed")
        if one(sent, "as") == _NEXT:
            return _with_key(RedirectResponse(f"{visit.home}/vote", status_code=303), ballot, new_key())
        key = one(sent, "key")
        key = key if is_key(key) else new_key()
        if one(sent, "ballot") != ballot.mark:  # the page is of another vote: its lines may stand for something else
            own = _own(request, ballot) or new_key()
            return for_going_back(self._ballot(visit, ballot, {}, own, visit.texts.get("phone.vote_other")), sent)
        dots = {option: count for at, option in enumerate(ballot.options) if (count := _count(sent, f"dots_{at}"))}
        mistake = _mistake(visit, ballot, sum(dots.values()))
        if mistake is not None:
            return for_going_back(self._ballot(visit, ballot, dots, key, mistake), sent)
        paper = BallotPaper(id=BallotPaperId(key), ballot=ballot.id, received_at=datetime.now(UTC), dots=dots)
        outcome = await self._desk.stored(visit, paper)
        if outcome == "stored":
            return for_going_back(self._voted(visit, ballot, key), sent)
        if outcome == "refused":
            return self._said(visit, "phone.vote_closed")
        _, line, status = not_taken(outcome)
        not_saved = visit.texts.get("phone.full_vote" if outcome == "full" else line)
        return for_going_back(self._ballot(visit, ballot, dots, key, not_saved, status=status), sent)

    # --- parts --------------------------------------------------------------------------------------------------------

    def _said(self, visit: Visit, head: str) -> Response:
        return self._desk.page("message.html", visit.texts, visit=visit, head=head, lines=(), at=f"{visit.home}/vote")

    def _voted(self, visit: Visit, ballot: OfferedBallot, key: str) -> Response:
        page = self._desk.page("voted.html", visit.texts, visit=visit, again=_AGAIN, next=_NEXT)
        return _with_key(page, ballot, key)

    def _ballot(
        self,
        visit: Visit,
        ballot: OfferedBallot,
        dots: Mapping[str, int],
        key: str,
        mistake: str | None = None,
        status: int = 200,
    ) -> Response:
        rows = tuple(
            (f"dots_{at}", ballot.words[visit.language][option], dots.get(option, 0))
            for at, option in enumerate(ballot.options)
        )
        page = self._desk.page(
            "vote.html", visit.texts, status, visit=visit, ballot=ballot, rows=rows, mistake=mistake, key=key
        )
        return _with_key(page, ballot, key)


def _mistake(visit: Visit, ballot: OfferedBallot, given: int) -> str | None:
    if given > ballot.dots:
        return visit.texts.get("phone.vote_too_many", found=given, most=ballot.dots)
    return None if given else visit.texts.get("phone.vote_none")


def _cookie(ballot: OfferedBallot) -> str:
    return f"fastmap-vote-{ballot.mark}"


def _own(request: Request, ballot: OfferedBallot) -> str | None:
    """Return the key of this phone's paper in this vote."""
    key = request.cookies.get(_cookie(ballot), "")
    return key if is_key(key) else None


def _with_key(response: Response, ballot: OfferedBallot, key: str) -> Response:
    """Let the phone remember its paper; the key says nothing but that two papers are the same phone's."""
    response.set_cookie(_cookie(ballot), key, max_age=_KEPT_FOR_S, httponly=True, samesite="strict")
    return response


def _count(sent: Fields, name: str) -> int:
    text = one(sent, name)
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 2 else 0
