"""The pages of a room. No page needs a script; `keep.js` only keeps a draft on the phone and sends a vote once.

Everything that was entered travels along in the page itself: the server keeps nothing until an answer is sent.
"""

from __future__ import annotations

import asyncio
import hmac
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final, TypeAlias
from urllib.parse import parse_qs

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from fastmap.catalogue.texts import load_texts
from fastmap.errors import FastmapError
from fastmap.intake.form_definition import FIELD_BY_NAME
from fastmap.intake.member_cards import typed
from fastmap.intake.phone_answers import LONGEST_TEXT, PhoneAnswer, Standing
from fastmap.model.ids import BallotPaperId, LanguageCode
from fastmap.model.organisations import Member
from fastmap.model.workshop import BallotPaper
from fastmap.texts import Texts
from ui.phone import screens
from ui.phone.inbox import Inbox, InboxFullError
from ui.phone.limits import RoomLimits
from ui.phone.refusals import refused_page
from ui.phone.screens import Entries
from ui.phone.view import OfferedBallot, RoomView

Sent: TypeAlias = PhoneAnswer | BallotPaper
"""What a phone sends."""

STORED_WITHIN_S: Final = 10.0
"""So long a phone waits for the disk; then it is told to send again."""
_LONGEST_KEY: Final = 40
_STATIC: Final = {"phone.css": "text/css; charset=utf-8", "keep.js": "text/javascript; charset=utf-8"}
_NOT_TAKEN: Final = {
    "busy": ("phone.busy", "phone.busy_help", 429),
    "full": ("phone.full", "phone.closed_help", 429),
}
"""What is told of an answer that the room does not take, and with which status."""


@dataclass(frozen=True, slots=True)
class _Visit:
    """One request inside the room."""

    room: RoomView
    language: LanguageCode
    texts: Texts
    address: str
    """Of the phone; never kept."""

    @property
    def home(self) -> str:
        return f"/{self.room.code}/{self.language}"


class _Pages:
    def __init__(self, view: Callable[[], RoomView], inbox: Inbox[Sent], limits: RoomLimits) -> None:
        self._view = view
        self._limits = limits
        self._inbox = inbox
        self._templates = Environment(
            loader=PackageLoader("resources", "phone"), autoescape=True, undefined=StrictUndefined, auto_reload=False
        )

    # --- outside the room ---------------------------------------------------------------------------------------------

    async def door(self, request: Request) -> Response:
        """Ask for the room's code, or go in with the one that was typed."""
        code = typed(request.query_params.get("code", "")[:100])
        if code:
            return RedirectResponse(f"/{code}", status_code=303)
        texts = load_texts(self._preferred(request))
        return self._page("door.html", texts)

    async def static(self, request: Request) -> Response:
        """Return the style or the script."""
        name = request.path_params["name"]
        if name not in _STATIC:
            return self._no_room(request)
        content = self._templates.get_template(name).render()
        return Response(content, headers={"content-type": _STATIC[name]})

    # --- inside -------------------------------------------------------------------------------------------------------

    async def start(self, request: Request) -> Response:
        """Say what this is, and let the person choose: form or vote."""
        visit = self._visit(request)
        if visit is None:
            return self._no_room(request)
        return self._page("start.html", visit.texts, visit=visit, room=visit.room, key=secrets.token_urlsafe(16))

    async def test(self, request: Request) -> Response:
        """Say that the phone reaches the laptop."""
        visit = self._visit(request)
        if visit is None:
            return self._no_room(request)
        return self._page("message.html", visit.texts, visit=visit, head="phone.test", lines=("phone.test_help",))

    async def form(self, request: Request) -> Response:
        """Take a screen of the form and show the next one."""
        visit = self._visit(request)
        if visit is None:
            return self._no_room(request)
        if request.method != "POST":
            return RedirectResponse(visit.home, status_code=303)
        sent = await _fields(request)
        entries = {name: sent[name] for name in (*FIELD_BY_NAME, screens.CARD) if name in sent}
        screen, go, key = (_one(sent, name) for name in ("screen", "go", "key"))
        key = key[:_LONGEST_KEY] if _is_plain(key) else secrets.token_urlsafe(16)
        if not screens.is_screen(screen):
            return self._screen(visit, screens.WHO, entries, key)
        if go == "back":
            return self._screen(visit, screens.before(screen, entries), entries, key)
        if go == "send":
            return await self._send(visit, entries, key)
        mistakes = self._mistakes(visit, screen, entries)
        # Whoever goes on a second time means it: the answer is kept as text.
        if mistakes and (screen == screens.WHO or _one(sent, "told") != screen):
            return self._screen(visit, screen, entries, key, mistakes)
        return self._screen(visit, screens.after(screen, another=go == "another", entries=entries), entries, key)

    async def vote(self, request: Request) -> Response:
        """Show the vote, or take the dots of one person."""
        visit = self._visit(request)
        if visit is None:
            return self._no_room(request)
        ballot = visit.room.ballot
        if ballot is None:
            head = "phone.vote_closed" if request.method == "POST" else "phone.no_vote"
            return self._page("message.html", visit.texts, visit=visit, head=head, lines=())
        if request.method != "POST":
            return self._ballot(visit, ballot, {}, secrets.token_urlsafe(16))
        sent = await _fields(request)
        key = _one(sent, "key")
        if _one(sent, "ballot") != ballot.id:  # the page is of an earlier vote
            return self._page("message.html", visit.texts, visit=visit, head="phone.vote_closed", lines=())
        dots = {option: int(count) for at, option in enumerate(ballot.options) if (count := _count(sent, f"dots_{at}"))}
        given = sum(dots.values())
        if not dots or given > ballot.dots or not _is_plain(key):
            mistake = (
                visit.texts.get("phone.vote_too_many", found=given, most=ballot.dots)
                if given > ballot.dots
                else visit.texts.get("phone.vote_none")
            )
            return self._ballot(visit, ballot, dots, key if _is_plain(key) else secrets.token_urlsafe(16), mistake)
        paper = BallotPaper(
            id=BallotPaperId(key[:_LONGEST_KEY]), ballot=ballot.id, received_at=datetime.now(UTC), dots=dots
        )
        outcome = await self._stored(visit, paper)
        if outcome == "stored":
            return self._page("message.html", visit.texts, visit=visit, head="phone.voted", lines=(), voted=ballot.id)
        if outcome == "refused":
            return self._page("message.html", visit.texts, visit=visit, head="phone.vote_closed", lines=())
        _, line, status = _NOT_TAKEN.get(str(outcome), ("", "phone.not_saved_help", 503))
        line = "phone.full_vote" if outcome == "full" else line
        return self._ballot(visit, ballot, dots, key, visit.texts.get(line), status=status)

    # --- parts --------------------------------------------------------------------------------------------------------

    async def _send(self, visit: _Visit, entries: Entries, key: str) -> Response:
        mistakes = self._mistakes(visit, screens.WHO, entries)
        if mistakes:
            return self._screen(visit, screens.WHO, entries, key, mistakes)
        if not visit.room.takes_answers:
            return self._not_taken(visit, entries, key, "phone.closed", "phone.closed_help", status=200)
        answer = screens.answer_of(entries, key, visit.room.cards, visit.texts, datetime.now(UTC))
        told = await self._stored(visit, answer)
        if not isinstance(told, Standing):
            head, line, status = _NOT_TAKEN.get(told, ("phone.not_saved", "phone.not_saved_help", 503))
            return self._not_taken(visit, entries, key, head, line, status=status)
        lines = ("phone.saved_help", screens.SAID_OF[told])
        return self._page(
            "saved.html",
            visit.texts,
            visit=visit,
            lines=lines,
            key=key,
            kept=_kept(entries, ()),
            fresh_key=secrets.token_urlsafe(16),
        )

    async def _stored(self, visit: _Visit, sent: Sent) -> Standing | str:
        """Return ``refused`` if it never will be on disk, ``unknown`` while nobody can tell; once it is, what is true of it.

        Of dots that is ``stored``. ``busy`` and ``full``: it was not even tried, see `RoomLimits.refusal`.
        """
        over = self._limits.refusal(sent, visit.address, visit.room)
        if over is not None:
            return over
        try:
            future = self._inbox.put(sent)
            told = await asyncio.wait_for(asyncio.shield(asyncio.wrap_future(future)), STORED_WITHIN_S)
        except FastmapError as error:
            return "refused" if error.code.startswith("ballot_") else "unknown"
        except (InboxFullError, TimeoutError):
            return "unknown"
        return told or "stored"

    def _mistakes(self, visit: _Visit, screen: str, entries: Entries) -> Mapping[str, str]:
        if screen == screens.WHO:
            return screens.mistakes_of_who(entries, visit.room.cards, visit.texts)
        return screens.mistakes_on(screen, entries, visit.texts)

    def _screen(
        self,
        visit: _Visit,
        screen: str,
        entries: Entries,
        key: str,
        mistakes: Mapping[str, str] | None = None,
    ) -> Response:
        shown = {one.name for one in screens.fields_on(screen)} | ({screens.CARD} if screen == screens.WHO else set())
        asked = screens.questions(screen, entries, visit.texts, mistakes or {})
        return self._page(
            "form.html",
            visit.texts,
            visit=visit,
            screen=screen,
            number=screens.need_number(screen),
            can_add=screens.can_add(screen),
            groups=screens.groups(screen, asked, visit.texts) if asked else (),
            card=_one(entries, screens.CARD),
            card_mistake=(mistakes or {}).get(screens.CARD),
            firm=self._firm(visit, entries),
            summary=tuple(screens.summary(entries, visit.texts)) if screen == screens.CHECK else (),
            kept=_kept(entries, shown),
            told=screen if mistakes else "",
            key=key,
        )

    def _firm(self, visit: _Visit, entries: Entries) -> Member | None:
        return visit.room.cards.member(_one(entries, screens.CARD))

    def _not_taken(self, visit: _Visit, entries: Entries, key: str, head: str, line: str, *, status: int) -> Response:
        return self._page(
            "not_taken.html", visit.texts, status, visit=visit, head=head, line=line, key=key, kept=_kept(entries, ())
        )

    def _ballot(
        self,
        visit: _Visit,
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
        return self._page(
            "vote.html", visit.texts, status, visit=visit, ballot=ballot, rows=rows, mistake=mistake, key=key
        )

    # --- common -------------------------------------------------------------------------------------------------------

    def _visit(self, request: Request) -> _Visit | None:
        """Return where a request goes, or ``None`` for a room that is not open."""
        room = self._view()
        code = request.path_params.get("code", "")
        if not hmac.compare_digest(code.upper().encode(), room.code.encode()):
            return None
        wanted = request.path_params.get("language")
        language = wanted if wanted in room.languages else self._preferred(request)
        address = request.client.host if request.client is not None else "?"
        return _Visit(room, LanguageCode(language), load_texts(language), address)

    def _preferred(self, request: Request) -> LanguageCode:
        """Return the phone's first language that the room offers, else the room's own."""
        offered = self._view().languages
        for part in request.headers.get("accept-language", "")[:200].split(","):
            language = part.split(";")[0].strip().split("-")[0].lower()
            if language in offered:
                return LanguageCode(language)
        return offered[0]

    def _no_room(self, request: Request) -> Response:
        texts = load_texts(self._preferred(request))
        return self._page("no_room.html", texts, 404)

    async def missing(self, request: Request, _: Exception) -> Response:
        """Answer for a page that there is not."""
        return self._no_room(request)

    async def wrong(self, request: Request, error: Exception) -> Response:
        """Answer where a page cannot be asked for in this way, or where we failed."""
        status = error.status_code if isinstance(error, HTTPException) else 500
        accepted = request.headers.get("accept-language", "")
        return HTMLResponse(refused_page(status, path=request.url.path, accept_language=accepted), status)

    def _page(self, template: str, texts: Texts, status: int = 200, /, **facts: Any) -> Response:
        html = self._templates.get_template(template).render(texts=texts, t=texts.get, **facts)
        return HTMLResponse(html, status)


def pages(view: Callable[[], RoomView], inbox: Inbox[Sent], limits: RoomLimits | None = None) -> Starlette:
    """Return the pages. ``view`` is asked at every request, so that what the window publishes shows at once."""
    made = _Pages(view, inbox, limits or RoomLimits())
    routes = [
        Route("/", made.door),
        Route("/static/{name}", made.static),
        Route("/{code}", made.start),
        Route("/{code}/{language}", made.start),
        Route("/{code}/{language}/test", made.test),
        Route("/{code}/{language}/form", made.form, methods=["GET", "POST"]),
        Route("/{code}/{language}/vote", made.vote, methods=["GET", "POST"]),
    ]
    no_middleware: list[Middleware] = []
    # Starlette's own answers are two English words.
    handlers: dict[Any, Any] = {404: made.missing, 405: made.wrong, 500: made.wrong}
    return Starlette(routes=routes, middleware=no_middleware, exception_handlers=handlers)


async def _fields(request: Request) -> dict[str, tuple[str, ...]]:
    """Return the fields of a posted form; texts longer than an answer can be are cut."""
    body = (await request.body()).decode("utf-8", "replace")
    try:
        found = parse_qs(body, keep_blank_values=True, max_num_fields=500)
    except ValueError:
        return {}
    return {name: tuple(text[:LONGEST_TEXT] for text in texts) for name, texts in found.items()}


def _one(sent: Mapping[str, tuple[str, ...]], name: str) -> str:
    return next(iter(sent.get(name, ())), "")


def _count(sent: Mapping[str, tuple[str, ...]], name: str) -> int:
    text = _one(sent, name)
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 2 else 0


def _is_plain(key: str) -> bool:
    return 10 <= len(key) <= _LONGEST_KEY and all(char.isascii() and (char.isalnum() or char in "-_") for char in key)


def _kept(entries: Entries, shown: Any) -> tuple[tuple[str, str], ...]:
    """Return what was entered on other screens, to travel along."""
    return tuple((name, text) for name, texts in entries.items() if name not in shown for text in texts if text)
