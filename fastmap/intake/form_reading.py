"""Understanding the cells of a form, one by one: values, and every finding with its place. Raw answers stay as they came.

`form_answers` makes a member's needs of them, `offer_answers` a provider's offers.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from fastmap.intake.form_cells import FormCells, Shared
from fastmap.intake.form_definition import Field, FieldKind, Part
from fastmap.intake.numbers import MOST_PEOPLE, MOST_SHORT, understand_count
from fastmap.intake.safe_reading import Moment, Value
from fastmap.intake.words import Words, language_words, words_of, yes_no_words
from fastmap.model.choices import HiringReason
from fastmap.model.messages import Fact, Message
from fastmap.model.normalise import clean_text, text_key
from fastmap.model.responses import Problem

_NOTHING: Final = frozenset(
    {
        *("n a", "na", "none", "nothing", "no", "nil"),
        *("ninguno", "ninguna", "nada", "no aplica"),
        *("keine", "keiner", "nichts", "entfällt"),
        *("aucun", "aucune", "rien", "sans objet"),
        *("nessuno", "nessuna", "niente", "nulla"),
        *("niciuna", "niciunul", "nimic"),
        *("nincs", "semmi", "egyik sem"),
    }
)
"""Texts that people put where they have nothing to say, after `text_key` (punctuation alone is empty by then)."""
_DIRECTIONS: Final = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
"""Marks that change the direction of text: in an answer they can only hide what it says."""


@dataclass(slots=True)
class CellReading:
    """The cells of one form while they are being understood."""

    cells: FormCells
    values: dict[str, Any] = field(default_factory=dict)
    rows: dict[tuple[Part, int | None], dict[str, Any]] = field(default_factory=dict)
    """Values of the parts that have rows, by key without prefix."""
    raw: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    as_sent: set[str] = field(default_factory=set)

    def read_cells(self) -> None:
        """Understand every cell that holds something."""
        for one, value in self.cells.answered():
            self._take(one, value)

    def _take(self, one: Field, value: Value) -> None:
        formula = self.cells.formula(one.name)
        if formula is False:
            self._note("formula_without_result", one, None, "left_empty")
            return
        if value == "":
            return
        found = raw_text(value)
        self.raw[one.name] = found
        shared = self.cells.shared.get(one.name)
        if shared is Shared.BESIDE:
            self._note("merged_answer", one, found, "ignored")
            return
        if shared is Shared.BELOW and one.kind is FieldKind.NUMBER:
            self._note("figure_shared", one, found, "kept_as_text")
            return
        if formula is not None:
            self._note("formula_used", one, found, "taken")
        if one.kind is FieldKind.NUMBER:
            self._take_number(one, value, found)
        elif one.kind in {FieldKind.TEXT, FieldKind.IDENTITY}:
            self._take_text(one, found)
        elif one.choice is HiringReason:
            self._take_reasons(one, found)
        else:
            self._take_choice(one, found)

    def _take_number(self, one: Field, value: Value, found: str) -> None:
        most = MOST_PEOPLE if one.part is Part.SITE else MOST_SHORT
        count = understand_count(value, most=most)
        if count.number is not None:
            self._keep(one, count.number)
        if count.code == "number_corrected":
            self._note(count.code, one, found, "corrected", value=count.number)
        elif count.code is not None:
            self._note(count.code, one, found, "left_empty" if count.code == "number_unknown" else "kept_as_text")

    def _take_text(self, one: Field, found: str) -> None:
        text = clean_text(found.translate(_DIRECTIONS))
        if one.kind is FieldKind.TEXT and not _is_said_as_it_is(one) and text_key(text) in _NOTHING | {""}:
            if text:
                self._note("placeholder_ignored", one, found, "left_empty")
            return
        if not text:
            return
        self._keep(one, text)
        if (
            any(not (char.isprintable() or char in "\n\r\t\u00a0\u200b\u2028\u3000") for char in found)
            and text != found.strip()
        ):
            self._note("text_cleaned", one, text, "cleaned")

    def _take_choice(self, one: Field, found: str) -> None:
        words = _words(one)
        understood = words.understand(found)
        if understood is None:
            self._unknown_word(one, found)
            return
        self._keep(one, understood.value)
        if not understood.exact:
            self._note("choice_corrected", one, found, "corrected", value=found)

    def _take_reasons(self, one: Field, found: str) -> None:
        words = words_of(HiringReason)
        whole = words.understand(found)
        parts = [found] if whole is not None else [part for part in _several(found) if part.strip()]
        understood = [words.understand(part) for part in parts]
        reasons = tuple(dict.fromkeys(one_of.value for one_of in understood if one_of is not None))
        if reasons:
            self._keep(one, reasons)
        if any(one_of is None for one_of in understood):
            self._unknown_word(one, found)
        elif not all(one_of.exact for one_of in understood if one_of is not None):
            self._note("choice_corrected", one, found, "corrected", value=found)

    def _unknown_word(self, one: Field, found: str) -> None:
        if text_key(found):
            self._note("choice_unknown", one, found, "kept_as_text")
        else:
            self._note("placeholder_ignored", one, found, "left_empty")

    def _keep(self, one: Field, value: Any) -> None:
        self.values[one.name] = value
        if one.row is not None:
            self.rows.setdefault((one.part, one.row), {})[one.key.rpartition(f"{one.part}_")[2]] = value

    def _row(self, part: Part, row: int) -> dict[str, Any]:
        return dict(self.rows.get((part, row), {}))

    def _lost_row(self, code: str, name: str) -> None:
        one = self.cells.field(name)
        self._note(code, one, None, "kept_as_text", row=one.row)

    def _repeats_above(self, row: int) -> bool:
        """Whether the skill of this line is only the merged cell of a line above, which has more answers."""
        part = self.cells.definition.skills[0].partition("_")[0]
        name = f"{part}_{row}_skill"
        return self.cells.shared.get(name) is Shared.BELOW and any(
            self.cells.places.get(f"{part}_{above}_skill") == self.cells.places[name] for above in range(1, row)
        )

    def _note(self, code: str, one: Field, found: str | None, done: str, **more: Fact) -> None:
        sheet, cell = self.cells.sheet_and_cell(one.name)
        facts: dict[str, Fact] = {"found": found, "cell": cell, "sheet": sheet, "field": one.name, **more}
        self.problems.append(
            Problem(
                code=code,
                sheet=sheet,
                cell=cell,
                field=one.name,
                found=found,
                done=done,
                facts=Message(f"problem.{code}", facts),
            )
        )


def _is_said_as_it_is(one: Field) -> bool:
    """Whether "none" is an answer: of remarks, and of a cost."""
    return one.part is Part.REMARKS or one.key == "cost"


def _words(one: Field) -> Words[Any]:
    if one.kind is FieldKind.YES_NO:
        return yes_no_words()
    if one.kind is FieldKind.LANGUAGE:
        return language_words()
    assert one.choice is not None  # every other field with words is a choice
    return words_of(one.choice)


def _several(text: str) -> list[str]:
    for separator in (";", "/", "\n", "+", "|", ","):
        text = text.replace(separator, ";")
    return text.split(";")


def raw_text(value: Value) -> str:
    """Return a cell's value as it was seen: whole numbers without decimals, dates as ISO."""
    if isinstance(value, Moment):
        return value.text
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)
