"""What every page of a room needs: where a request goes, in which language, words and templates, and the way to the disk."""

from __future__ import annotations

import asyncio
import hmac
import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias
from urllib.parse import parse_qs

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from fastmap.catalogue.texts import load_texts
from fastmap.errors import FastmapError
from fastmap.intake.phone_answers import LONGEST_TEXT, PhoneAnswer, Standing
from fastmap.model.ids import LanguageCode
from fastmap.model.workshop import BallotPaper
from fastmap.texts import Texts
from ui.phone.inbox import Inbox, InboxFullError
from ui.phone.limits import RoomLimits
from ui.phone.view import RoomView

Sent: TypeAlias = PhoneAnswer | BallotPaper
"""What a phone sends."""
Fields: TypeAlias = Mapping[str, tuple[str, ...]]
"""The fields of a posted form, in the order of the page."""

STORED_WITHIN_S: Final = 10.0
"""So long a phone waits for the disk; then it is told to send again."""
LONGEST_KEY: Final = 40
LONGEST_LINE: Final = 200
"""Letters that a line of the page takes: the whole form, with every line full of letters with accents, is then below what
the guard lets through."""
SCRIPT: Final = "script"
"""Field that `keep.js` adds: the phone keeps a draft itself, and its "back" asks for a page instead of sending again."""
_A_DAY_S: Final = 86_400
_NOT_TAKEN: Final = {
    "busy": ("phone.busy", "phone.busy_help", 429),
    "full": ("phone.full", "phone.closed_help", 429),
}


@dataclass(frozen=True, slots=True)
class Visit:
    """One request inside the room."""

    room: RoomView
    language: LanguageCode
    texts: Texts
    address: str
    """Of the phone; never kept."""

    @property
    def home(self) -> str:
        """Where this person begins."""
        return f"/{self.room.code}/{self.language}"


class Desk:
    """Hands out pages and takes what is sent."""

    def __init__(self, view: Callable[[], RoomView], inbox: Inbox[Sent], limits: RoomLimits) -> None:
        """Ask ``view`` at every request, so that what the window publishes shows at once."""
        self._view = view
        self._limits = limits
        self._inbox = inbox
        self._templates = Environment(
            loader=PackageLoader("resources", "phone"), autoescape=True, undefined=StrictUndefined, auto_reload=False
        )
        self._templates.globals["longest_line"] = LONGEST_LINE

    def visit(self, request: Request, code: str | None = None) -> Visit | None:
        """Return where a request goes, or ``None`` for a room that is not open. ``code``: instead of that of the path."""
        room = self._view()
        code = request.path_params.get("code", "") if code is None else code
        if not hmac.compare_digest(code.upper().encode(), room.code.encode()):
            return None
        language = self.language(request)
        return Visit(room, language, load_texts(language), address_of(request))

    def language(self, request: Request, wanted: str | None = None) -> LanguageCode:
        """Return the language that a person chose, else the phone's first one that the room offers, else the room's own."""
        offered = self._view().languages
        chosen = wanted or request.path_params.get("language")
        if chosen in offered:
            return LanguageCode(chosen)
        for part in request.headers.get("accept-language", "")[:200].split(","):
            language = part.split(";")[0].strip().split("-")[0].lower()
            if language in offered:
                return LanguageCode(language)
        return offered[0]

    def page(self, template: str, texts: Texts, status: int = 200, /, **facts: Any) -> Response:
        """Return a page."""
        html = self._templates.get_template(template).render(texts=texts, t=texts.get, **facts)
        return HTMLResponse(html, status)

    def text(self, template: str) -> str:
        """Return a file that is the same for everybody."""
        return self._templates.get_template(template).render()

    async def stored(self, visit: Visit, sent: Sent) -> Standing | str:
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


def address_of(request: Request) -> str:
    """Return whose request it is."""
    return request.client.host if request.client is not None else "?"


def not_taken(told: Standing | str) -> tuple[str, str, int]:
    """Return what is said of an answer that is not on disk: head, line and status."""
    return _NOT_TAKEN.get(str(told), ("phone.not_saved", "phone.not_saved_help", 503))


async def fields_of(request: Request) -> dict[str, tuple[str, ...]]:
    """Return the fields of a posted form; texts longer than an answer can be are cut."""
    body = (await request.body()).decode("utf-8", "replace")
    try:
        found = parse_qs(body, keep_blank_values=True, max_num_fields=500)
    except ValueError:
        return {}
    return {name: tuple(text[:LONGEST_TEXT] for text in texts) for name, texts in found.items()}


def one(sent: Fields, name: str) -> str:
    """Return the first of what was sent under a name, or ""."""
    return next(iter(sent.get(name, ())), "")


def kept(fields: Fields, shown: Iterable[str] = ()) -> tuple[tuple[str, str], ...]:
    """Return what was entered elsewhere, to travel along in a page."""
    shown = frozenset(shown)
    return tuple((name, text) for name, texts in fields.items() if name not in shown for text in texts if text)


def new_key() -> str:
    """Return what tells one empty form from all others."""
    return secrets.token_urlsafe(16)


def is_key(text: str) -> bool:
    """Return whether a page of ours may have carried this key."""
    return 10 <= len(text) <= LONGEST_KEY and all(char.isascii() and (char.isalnum() or char in "-_") for char in text)


def for_going_back(response: Response, sent: Fields) -> Response:
    """Let a phone without scripts show this page once more when the person goes back: it has nothing else that keeps it.

    With scripts the draft does that, and nobody who comes after finds a page in the phone's memory.
    """
    if SCRIPT not in sent:
        response.headers["cache-control"] = f"private, max-age={_A_DAY_S}"
    return response
