"""What one person enters at the kiosk, from "who are you" to "saved": the screens of the phone, kept in memory until sent."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from ui.phone import screens

if TYPE_CHECKING:
    from fastmap.intake.member_cards import Cards
    from fastmap.intake.phone_answers import PhoneAnswer
    from fastmap.texts import Texts
    from ui.phone.screens import Entries, Group


class KioskForm:
    """One form. Nothing of it is anywhere else; dropped with the object."""

    def __init__(self, cards: Cards, texts: Texts) -> None:
        """Begin empty, in the language of ``texts``."""
        self._cards = cards
        self.texts = texts
        self.screen = screens.WHO
        self.entries: dict[str, tuple[str, ...]] = {}
        self.mistakes: dict[str, str] = {}
        self._told = ""
        self._key = secrets.token_urlsafe(16)

    @property
    def head(self) -> str:
        """Title of the screen in sight."""
        number = screens.need_number(self.screen)
        if number is not None:
            return self.texts.get("phone.need", number=number)
        heads = {screens.WHO: "phone.who", screens.SITE: "form.section.site", screens.MORE: "form.section.optional"}
        return self.texts.get(heads.get(self.screen, "phone.check"))

    @property
    def firm(self) -> str:
        """Name of the firm whose card was typed, or ""."""
        member = self._cards.member(screens.first_of(self.entries, screens.CARD))
        return member.name if member is not None else ""

    @property
    def groups(self) -> tuple[Group, ...]:
        """What the screen in sight asks."""
        asked = screens.questions(self.screen, self.entries, self.texts, self.mistakes)
        return screens.groups(self.screen, asked, self.texts) if asked else ()

    @property
    def summary(self) -> tuple[tuple[str, str], ...]:
        """Question and answer of everything entered."""
        return tuple(screens.summary(self.entries, self.texts))

    def take(self, entries: Entries) -> None:
        """Take over what stands in the fields in sight."""
        self.entries.update(entries)

    def go_on(self, *, another: bool = False) -> None:
        """Show the next screen, or what has to be looked at on this one: once; who insists may go on."""
        found = self._found()
        if found and (self.screen == screens.WHO or self._told != self.screen):
            self.mistakes, self._told = found, self.screen
            return
        self._show(screens.after(self.screen, another=another, entries=self.entries))

    def go_back(self) -> None:
        """Show the screen before."""
        self._show(screens.before(self.screen, self.entries))

    def answer(self) -> PhoneAnswer:
        """Return what is to be stored: under the same key however often it is asked for."""
        return screens.answer_of(self.entries, self._key, self._cards, self.texts, datetime.now(UTC))

    def _found(self) -> dict[str, str]:
        if self.screen == screens.WHO:
            return screens.mistakes_of_who(self.entries, self._cards, self.texts)
        return screens.mistakes_on(self.screen, self.entries, self.texts)

    def _show(self, screen: str) -> None:
        self.screen, self.mistakes, self._told = screen, {}, ""
