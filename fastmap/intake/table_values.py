"""Values of table cells: numbers, choices, dates, amounts; what is not clear becomes a problem with its place."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Final, TypeVar

from fastmap.intake.numbers import understand_count
from fastmap.intake.safe_reading import Moment
from fastmap.intake.table_rows import Row
from fastmap.intake.words import Words, language_words, words_of, yes_no_words
from fastmap.model.ids import LanguageCode
from fastmap.model.messages import Fact, Message
from fastmap.model.responses import Problem

E = TypeVar("E", bound=StrEnum)

_ISO_DATE: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$")
_DAY_FIRST: Final = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})$")
_MONTH: Final = re.compile(r"(?:(\d{4})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{4}))$")
_AMOUNT: Final = re.compile(r"(?:€|eur|euros?)?\s*([\d.,' ]*\d)\s*(?:€|eur|euros?)?$", re.IGNORECASE)
MOST_NAME: Final = 300
"""Characters of a name or title; what is longer is no name, and no page or file could show it."""
_MOST_FOUND: Final = 300
"""Characters of a cell that are told again."""
MOST_AMOUNT: Final = 1e12
"""Euros; more is a slip of the keyboard, and numbers without end would end every sum."""
_SAID_OTHERWISE: Final = frozenset(
    {
        "number_text",
        "number_range",
        "number_bound",
        "number_negative",
        "number_not_whole",
        "number_ambiguous",
        "number_too_large",
        "choice_unknown",
    }
)
"""Forms keep such a value as text; lists have no place for it. Their sentences stand under ``problem_in_list``."""


def _shortened(text: str) -> str:
    return text if len(text) <= _MOST_FOUND else text[: _MOST_FOUND - 1] + "…"


@dataclass(slots=True)
class Findings:
    """Collects the problems of one table while its cells are being understood."""

    problems: list[Problem] = field(default_factory=list)

    def note(self, row: Row, key: str, code: str, done: str, **facts: Fact) -> None:
        """Note a problem at the row's cell ``key`` (at the row itself if the cell is empty)."""
        cell = row.cells.get(key)
        place = cell.name if cell is not None else None
        found = _shortened(cell.text) if cell is not None else None
        everything: dict[str, Fact] = {"found": found, "row": row.number, "cell": place, **facts}
        self.problems.append(
            Problem(
                code=code,
                sheet=row.sheet,
                cell=place or str(row.number),
                field=key,
                found=found,
                done=done,
                facts=Message(f"{'problem_in_list' if code in _SAID_OTHERWISE else 'problem'}.{code}", everything),
            )
        )

    def has_endless(self, row: Row, key: str, done: str) -> bool:
        """Return whether a name is none because of its length, and note what is ``done`` about it."""
        count = len(row.text(key))
        if count > MOST_NAME:
            self.note(row, key, "name_too_long", done, count=count, most=MOST_NAME)
        return count > MOST_NAME

    def count(self, row: Row, key: str, *, most: int = 1_000_000) -> int | None:
        """Return a whole number ≥ 0, or ``None`` if blank or unclear."""
        cell = row.cells.get(key)
        if cell is None:
            return None
        found = understand_count(cell.value, most=most)
        if found.code is not None:
            done = "corrected" if found.number is not None else "value_skipped"
            self.note(row, key, found.code, done, value=found.number)
        return found.number

    def choice(self, row: Row, key: str, choice: type[E]) -> E | None:
        """Return the value that the words of a cell stand for."""
        found: E | None = self._word(row, key, words_of(choice))
        return found

    def choices(self, row: Row, key: str, choice: type[E]) -> tuple[E, ...]:
        """Return the values of a cell that may hold several, separated by ``;``."""
        words: Words[Any] = words_of(choice)
        whole = words.understand(row.text(key)) if row.text(key) else None
        found = [whole] if whole is not None else [words.understand(part) for part in row.several(key)]
        if any(value is None for value in found):
            self.note(row, key, "choice_unknown", "value_skipped")
        return tuple(dict.fromkeys(value.value for value in found if value is not None))

    def yes_no(self, row: Row, key: str) -> bool | None:
        """Return whether a cell says yes."""
        found: bool | None = self._word(row, key, yes_no_words())
        return found

    def language(self, row: Row, key: str) -> LanguageCode | None:
        """Return the language that a cell names."""
        found: LanguageCode | None = self._word(row, key, language_words())
        return found

    def _word(self, row: Row, key: str, words: Words[Any]) -> Any:
        text = row.text(key)
        if not text:
            return None
        understood = words.understand(text)
        if understood is None:
            self.note(row, key, "choice_unknown", "value_skipped")
            return None
        return understood.value

    def day(self, row: Row, key: str, *, last: bool) -> date | None:
        """Return a date. Of a month alone, its first or (``last``) its last day; days come before months."""
        cell = row.cells.get(key)
        if cell is None:
            return None
        found = _day(cell.value.text if isinstance(cell.value, Moment) else cell.text, last=last)
        if found is None:
            self.note(row, key, "date_unclear", "value_skipped")
        return found

    def amount(self, row: Row, key: str, *, sign: str = "") -> float | None:
        """Return an amount ≥ 0, ``sign`` may stand behind it; "1.234" could be two things and is not taken."""
        cell = row.cells.get(key)
        if cell is None:
            return None
        if isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
            amount: float | None = float(cell.value)
        else:
            amount = _amount(cell.text.strip().removesuffix(sign))
        if amount is None or not 0 <= amount <= MOST_AMOUNT:
            self.note(row, key, "amount_unclear", "value_skipped")
            return None
        return amount


def understand_day(text: str, *, last: bool = False) -> date | None:
    """Return the date that a person typed, or ``None`` if it is unclear. Of a month alone, its first or last day.

    >>> understand_day("1/10/2026"), understand_day("2026-10", last=True)
    (datetime.date(2026, 10, 1), datetime.date(2026, 10, 31))
    """
    return _day(" ".join(text.split()), last=last)


def understand_amount(text: str) -> float | None:
    """Return the amount of money ≥ 0 that a person typed, or ``None`` if it is unclear.

    >>> understand_amount("12 500 €"), understand_amount("1.250,50"), understand_amount("1.234")
    (12500.0, 1250.5, None)
    """
    amount = _amount(text)
    return None if amount is None or amount > MOST_AMOUNT else amount


def _day(text: str, *, last: bool) -> date | None:
    try:
        if match := _ISO_DATE.match(text):
            return date(int(match[1]), int(match[2]), int(match[3]))
        if match := _DAY_FIRST.match(text):
            return date(int(match[3]), int(match[2]), int(match[1]))
        if match := _MONTH.match(text):
            year, month = int(match[1] or match[4]), int(match[2] or match[3])
            return date(year, month, calendar.monthrange(year, month)[1] if last else 1)
    except (ValueError, calendar.IllegalMonthError):
        return None
    return None


def _amount(text: str) -> float | None:
    match = _AMOUNT.match(text.strip())
    if match is None:
        return None
    digits = match[1].replace(" ", "").replace("'", "")
    marks = [char for char in digits if char in ".,"]
    if not marks:
        return float(digits)
    last = marks[-1]
    whole, _, fraction = digits.rpartition(last)
    if len(set(marks)) == 1 and len(fraction) == 3:
        if len(marks) == 1:
            return None
        return float(digits.replace(last, ""))
    if last in whole or len(fraction) > 2:
        return None
    return float(f"{whole.replace('.', '').replace(',', '')}.{fraction}")
