"""The pages of a room: its door, its start, the form and the vote. No page needs a script; `keep.js` keeps a draft."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from fastmap.catalogue.texts import load_texts
from fastmap.intake.member_cards import typed
from ui.phone import screens
from ui.phone.desk import SCRIPT, Desk, Fields, Sent, Visit, fields_of, for_going_back, kept, new_key, one
from ui.phone.form_pages import FormPages
from ui.phone.inbox import Inbox
from ui.phone.limits import RoomLimits
from ui.phone.refusals import refused_page
from ui.phone.view import RoomView
from ui.phone.vote_pages import VotePages, is_vote_field

__all__ = ["Sent", "pages"]

_STATIC: Final = {"phone.css": "text/css; charset=utf-8", "keep.js": "text/javascript; charset=utf-8"}
_STATIC_KEPT_S: Final = 600
"""So long a phone keeps style and script: else each page would fetch both anew."""
_FORM: Final = "form"
_VOTE: Final = "vote"
_STEPS: Final = ("screen", "go", "key", "told")
"""What a page of the form says besides the answers."""


class _Pages:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._form = FormPages(desk)
        self._vote = VotePages(desk)

    # --- outside the room ---------------------------------------------------------------------------------------------

    async def door(self, request: Request) -> Response:
        """Ask for the room's code, or go in with the one that was typed – and with everything that was on the way."""
        if request.method == "POST":
            return await self._go_in(request)
        code = typed(request.query_params.get("code", "")[:100])
        if code:
            return RedirectResponse(f"/{code}", status_code=303)
        texts = load_texts(self._desk.language(request))
        return self._desk.page("door.html", texts)

    async def static(self, request: Request) -> Response:
        """Return the style or the script."""
        name = request.path_params["name"]
        if name not in _STATIC:
            return self._no_room(request)
        return Response(
            self._desk.text(name), headers={"content-type": _STATIC[name], "cache-control": f"max-age={_STATIC_KEPT_S}"}
        )

    async def _go_in(self, request: Request) -> Response:
        """Go on with a form that was sent to a room that is open no more, now that its reader typed today's code."""
        sent = await fields_of(request)
        room = self._desk.visit(request, typed(one(sent, "code")[:100]))
        language = self._desk.language(request, one(sent, "language"))
        if room is None:
            return self._asked_for_code(language, one(sent, "to"), sent, is_wrong=True)
        return await self._taken(
            Visit(room.room, language, load_texts(language), room.address), request, one(sent, "to"), sent
        )

    def _asked_for_code(self, language: str, to: str, sent: Fields, *, is_wrong: bool) -> Response:
        """Return what somebody sent to another room, with the one question which room is meant."""
        if to == _VOTE:
            carried = {name: texts for name, texts in sent.items() if is_vote_field(name)}
        else:
            carried = {**{name: sent[name] for name in _STEPS if name in sent}, **screens.entries_of(sent)}
        page = self._desk.page(
            "other_room.html",
            load_texts(language),
            404,
            to=_VOTE if to == _VOTE else _FORM,
            language=language,
            is_wrong=is_wrong,
            kept=kept(carried),
        )
        # With a script or without: this page is the only place where the form is whole, card included.
        return for_going_back(page, {name: texts for name, texts in sent.items() if name != SCRIPT})

    # --- inside -------------------------------------------------------------------------------------------------------

    async def start(self, request: Request) -> Response:
        """Say what this is, and let the person choose: form or vote."""
        visit = self._desk.visit(request)
        if visit is None:
            return self._no_room(request)
        return self._desk.page("start.html", visit.texts, visit=visit, room=visit.room, key=new_key())

    async def test(self, request: Request) -> Response:
        """Say that the phone reaches the laptop."""
        visit = self._desk.visit(request)
        if visit is None:
            return self._no_room(request)
        head, lines = "phone.test", ("phone.test_help",)
        return self._desk.page("message.html", visit.texts, visit=visit, head=head, lines=lines, at=None)

    async def form(self, request: Request) -> Response:
        """Take a screen of the form and show the next one."""
        return await self._either(request, _FORM)

    async def vote(self, request: Request) -> Response:
        """Show the vote, or take the dots of one person."""
        return await self._either(request, _VOTE)

    async def _either(self, request: Request, to: str) -> Response:
        visit = self._desk.visit(request)
        if request.method == "POST":
            sent = await fields_of(request)
            if visit is None:
                return self._asked_for_code(self._desk.language(request), to, sent, is_wrong=False)
            return await self._taken(visit, request, to, sent)
        if visit is None:
            return self._no_room(request)
        if to == _VOTE:
            return self._vote.shown(visit, request)
        return self._form.asked_for(visit, request.query_params.get("at", ""))

    async def _taken(self, visit: Visit, request: Request, to: str, sent: Fields) -> Response:
        if to == _VOTE:
            return await self._vote.taken(visit, request, sent)
        return await self._form.taken(visit, sent)

    def _no_room(self, request: Request) -> Response:
        texts = load_texts(self._desk.language(request))
        return self._desk.page("no_room.html", texts, 404)

    async def missing(self, request: Request, _: Exception) -> Response:
        """Answer for a page that there is not."""
        return self._no_room(request)

    async def wrong(self, request: Request, error: Exception) -> Response:
        """Answer where a page cannot be asked for in this way, or where we failed."""
        status = error.status_code if isinstance(error, HTTPException) else 500
        accepted = request.headers.get("accept-language", "")
        return HTMLResponse(refused_page(status, path=request.url.path, accept_language=accepted), status)


def pages(view: Callable[[], RoomView], inbox: Inbox[Sent], limits: RoomLimits | None = None) -> Starlette:
    """Return the pages. ``view`` is asked at every request, so that what the window publishes shows at once."""
    made = _Pages(Desk(view, inbox, limits or RoomLimits()))
    both = ["GET", "POST"]
    routes = [
        Route("/", made.door, methods=both),
        Route("/static/{name}", made.static),
        Route("/{code}", made.start),
        Route("/{code}/{language}", made.start),
        Route("/{code}/{language}/test", made.test),
        Route("/{code}/{language}/form", made.form, methods=both),
        Route("/{code}/{language}/vote", made.vote, methods=both),
    ]
    no_middleware: list[Middleware] = []
    # Starlette's own answers are two English words.
    handlers: dict[Any, Any] = {404: made.missing, 405: made.wrong, 500: made.wrong}
    return Starlette(routes=routes, middleware=no_middleware, exception_handlers=handlers)
