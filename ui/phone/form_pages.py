"""The form on a phone: one screen after another. Everything that was entered travels along in the page itself.

The server keeps nothing until an answer is sent.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from starlette.responses import RedirectResponse, Response

from fastmap.intake.phone_answers import Standing
from fastmap.model.organisations import Member
from fastmap.tasks.phone_answers import is_of_form
from ui.phone import screens
from ui.phone.desk import Desk, Fields, Visit, for_going_back, is_key, kept, new_key, not_taken, one
from ui.phone.screens import Entries


class FormPages:
    """The screens of the form, and what became of an answer."""

    def __init__(self, desk: Desk) -> None:
        """Hand out pages of ``desk``."""
        self._desk = desk

    def asked_for(self, visit: Visit, screen: str) -> Response:
        """Return an empty screen, which the phone fills from its draft: the person went back, or loaded the page again."""
        if not screens.is_screen(screen) or not visit.room.takes_answers:
            return RedirectResponse(visit.home, status_code=303)
        return self._screen(visit, screen, {}, new_key(), is_bare=True)

    async def taken(self, visit: Visit, sent: Fields) -> Response:
        """Take a screen of the form and show the next one."""
        return for_going_back(await self._after(visit, sent), sent)

    async def _after(self, visit: Visit, sent: Fields) -> Response:
        entries = screens.entries_of(sent)
        screen, go, key = (one(sent, name) for name in ("screen", "go", "key"))
        key = key if is_key(key) else new_key()
        if not screens.is_screen(screen):
            return self._screen(visit, screens.WHO, entries, key)
        if go == "back":
            return self._screen(visit, screens.before(screen, entries), entries, key)
        if go == "send":
            return await self._send(visit, entries, key)
        mistakes = self._mistakes(visit, screen, entries)
        # Whoever goes on a second time means it: the answer is kept as text.
        if mistakes and (screen == screens.WHO or one(sent, "told") != screen):
            return self._screen(visit, screen, entries, key, mistakes)
        return self._screen(visit, screens.after(screen, another=go == "another", entries=entries), entries, key)

    async def _send(self, visit: Visit, entries: Entries, key: str) -> Response:
        mistakes = self._mistakes(visit, screens.WHO, entries)
        if mistakes:
            return self._screen(visit, screens.WHO, entries, key, mistakes)
        if not visit.room.takes_answers:
            return self._not_taken(visit, entries, key, "phone.closed", "phone.closed_help", status=200)
        answer = screens.answer_of(entries, key, visit.room.cards, visit.texts, datetime.now(UTC))
        told = await self._desk.stored(visit, answer)
        if not isinstance(told, Standing):
            head, line, status = not_taken(told)
            return self._not_taken(visit, entries, key, head, line, status=status)
        return self._desk.page(
            "saved.html",
            visit.texts,
            visit=visit,
            lines=("phone.saved_help", screens.SAID_OF[told]),
            key=key,
            kept=kept(entries),
            fresh_key=new_key(),
        )

    def _mistakes(self, visit: Visit, screen: str, entries: Entries) -> Mapping[str, str]:
        if screen == screens.WHO:
            return screens.mistakes_of_who(entries, visit.room.cards, visit.texts)
        return screens.mistakes_on(screen, entries, visit.texts)

    def _screen(
        self,
        visit: Visit,
        screen: str,
        entries: Entries,
        key: str,
        mistakes: Mapping[str, str] | None = None,
        *,
        is_bare: bool = False,
    ) -> Response:
        shown = {field.name for field in screens.fields_on(screen)}
        shown |= {screens.CARD} if screen == screens.WHO else set()
        asked = screens.questions(screen, entries, visit.texts, mistakes or {})
        firm = visit.room.cards.member(one(entries, screens.CARD))
        return self._desk.page(
            "form.html",
            visit.texts,
            visit=visit,
            screen=screen,
            number=screens.need_number(screen),
            can_add=screens.can_add(screen),
            groups=screens.groups(screen, asked, visit.texts) if asked else (),
            card=one(entries, screens.CARD),
            card_mistake=(mistakes or {}).get(screens.CARD),
            firm=firm,
            before=_said_before(visit, firm, key) if firm and screens.says_what_follows(screen) else None,
            summary=tuple(screens.summary(entries, visit.texts)) if screen == screens.CHECK else (),
            kept=kept(entries, shown),
            told=screen if mistakes else "",
            key=key,
            is_bare=is_bare,
        )

    def _not_taken(self, visit: Visit, entries: Entries, key: str, head: str, line: str, *, status: int) -> Response:
        return self._desk.page(
            "not_taken.html", visit.texts, status, visit=visit, head=head, line=line, key=key, kept=kept(entries)
        )


def _said_before(visit: Visit, firm: Member, key: str) -> str | None:
    """Return that a firm answered before with another form, so that nobody is surprised that the new answer waits."""
    others = [one.on for one in visit.room.answered.get(firm.code, ()) if not is_of_form(one.response, key)]
    return visit.texts.get("phone.answered_before", date=max(others)) if others else None
