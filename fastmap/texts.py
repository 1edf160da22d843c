"""Catalogue texts by key and language: plurals, nested facts, numbers and dates in the language's own format.

A text is a template with ``{fact}`` places, or a table of plural forms chosen by the fact ``count``:

    [reason.firms]
    one = "{count} firm needs it"
    other = "{count} firms need it"

Facts are data: what stands in them is never read as a template. A missing translation falls back to English, a
missing key is a mistake of ours and raises `KeyError`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from fastmap.model.direction import without_turns
from fastmap.model.ids import LanguageCode
from fastmap.model.messages import Fact, Labels, Message, Name, Share, Term
from fastmap.model.skills import label_in

if TYPE_CHECKING:
    from babel import Locale

_PLACE = re.compile(r"\{(\w+)\}")


_LOCALES = {"en": "en_GB"}
"""Where a language's own default would be foreign to European readers: 4 May 2026, not May 4."""


def locale_of(language: str) -> Locale:
    """Return the Babel locale whose numbers, dates, plurals and lists a language uses; English where Babel has none."""
    from babel import Locale, UnknownLocaleError  # costs 50 ms: only when a text is really shown

    try:
        return Locale.parse(_LOCALES.get(language, language))
    except (UnknownLocaleError, ValueError):
        return Locale.parse(_LOCALES["en"])


@dataclass(frozen=True)
class Texts:
    """All texts of one language, with English behind them."""

    language: LanguageCode
    entries: Mapping[str, str | Mapping[str, str]]
    """Dotted key → template, or plural category → template."""
    fallback: Mapping[str, str | Mapping[str, str]] = field(default_factory=dict)

    @cached_property
    def locale(self) -> Locale:
        """The Babel locale that numbers, dates, plurals and lists follow."""
        return locale_of(self.language)

    def __contains__(self, key: str) -> bool:
        """Say whether there is a text for ``key`` here or in English."""
        return key in self.entries or key in self.fallback

    def get(self, key: str, /, **facts: Fact) -> str:
        """Return the text of ``key`` filled with ``facts``. Raises `KeyError` for an unknown key or fact."""
        return self.say(Message(key, facts))

    def say(self, message: Message) -> str:
        """Return ``message`` as a sentence of this language."""
        template = self._template(message)
        return _PLACE.sub(lambda place: self.fact(message.facts[place[1]]), template)

    def say_kept(self, message: Message) -> str:
        """Return a message that came out of a file as a sentence.

        One that no version of ours can have written becomes a sentence that says so: files come by mail.
        """
        try:
            return self.say(message)
        except (LookupError, TypeError, ValueError, AttributeError, ArithmeticError, RecursionError):
            return self.get("error.kept_words_unknown")

    def pieces(self, message: Message) -> tuple[tuple[str, str], ...]:
        """Return ``message`` cut at its facts: the fact's name and its words, "" and the sentence's own words.

        For writers that link a figure to where it comes from. Put together the pieces are `say`.
        """
        parts = _PLACE.split(self._template(message))  # the template's words, the name of a fact, words, …
        return tuple(
            (part, self.fact(message.facts[part])) if at % 2 else ("", part)
            for at, part in enumerate(parts)
            if at % 2 or part
        )

    def term(self, key: str) -> str:
        """Return the plain text of ``key``: a word or sentence without facts."""
        return self.get(key)

    def fact(self, value: Fact) -> str:
        """Return one fact as people of this language write it. Unknown is a dash; text stays literal."""
        match value:
            case None:
                return "–"
            case bool():
                return self.get("yes_no.yes" if value else "yes_no.no")
            case str():
                return without_turns(value)
            case Term(key=key):
                return self.get(key)
            case Message():
                return self.say(value)
            case Labels(labels=labels):
                return label_in(labels, self.language) or "–"
            case Name(name=name):
                return name
            case Share(value_0_1=share):
                return self.percent(share)
            case int() | float():
                return self.number(value)
            case date():
                return self.date(value)
            case tuple():
                return self.listing([self.fact(item) for item in value])
        raise TypeError(f"not a fact: {value!r}")

    def number(self, value: float, *, decimals: int = 1) -> str:
        """Return ``value`` with at most ``decimals`` places, grouped and pointed as the language does."""
        from babel.numbers import format_decimal

        return format_decimal(round(value, decimals), locale=self.locale)

    def percent(self, share_0_1: float) -> str:
        """Return a share (0–1) as a whole percentage."""
        from babel.numbers import format_percent

        return format_percent(share_0_1, format=None, locale=self.locale)

    def date(self, value: date) -> str:
        """Return a date in the language's medium form."""
        from babel.dates import format_date, format_datetime

        if isinstance(value, datetime):
            return format_datetime(value, format="medium", locale=self.locale)
        return format_date(value, format="medium", locale=self.locale)

    def listing(self, items: list[str]) -> str:
        """Return "a, b and c"."""
        from babel.lists import format_list

        return format_list(items, locale=self.locale)

    def _template(self, message: Message) -> str:
        entry = self.entries.get(message.key) or self.fallback[message.key]
        if isinstance(entry, str):
            return entry
        count = _counted(message.facts["count"])
        form = "other" if count is None else self.locale.plural_form(count)
        return entry.get(form) or entry["other"]


def _counted(count: Fact) -> float | None:
    """Return the number that chooses the plural form: of "fewer than 5" it is 5, and of a text there is none."""
    if isinstance(count, Message):
        return next((fact for fact in count.facts.values() if isinstance(fact, int | float)), None)
    return count if isinstance(count, int | float) else None


def sentence_case(words: str) -> str:
    """Return words of the catalogue with a capital letter at their beginning.

    >>> sentence_case("too small")
    'Too small'
    """
    return words[:1].upper() + words[1:]
