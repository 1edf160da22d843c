"""Understanding one offer form: what a provider says it can offer, line by line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from fastmap.intake.form_cells import FormCells
from fastmap.intake.form_content import EarlierNeed
from fastmap.intake.form_definition import Part
from fastmap.intake.form_prefilled import SentLines
from fastmap.intake.form_reading import CellReading
from fastmap.intake.offer_definition import OFFER_FORM
from fastmap.model.responses import OfferedSkill, Problem

_IDENTITY: Final = ("form_id", "form_version", "partner_id")
_SENT_OUT: Final = frozenset({*_IDENTITY, "prefilled", "organisation", "language"})
_LINE: Final = tuple(one.key for one in OFFER_FORM.fields if one.part is Part.OFFERED and one.row == 1)[1:]
"""Keys of a line but for the skill, in order."""
_NAMES: Final = {"places": "places_per_year", "funding": "publicly_funded"}
"""Keys of the form → fields of an offer, where they differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferAnswers:
    """The understood answers of one offer form."""

    identity: dict[str, str]
    """``form_id form_version partner_id`` as far as filled."""
    values: dict[str, Any]
    """Single fields that were answered and understood, by name."""
    offers: tuple[OfferedSkill, ...]
    raw: dict[str, str]
    problems: tuple[Problem, ...]
    sheet: str
    as_sent: frozenset[str] = frozenset()
    """Names of the skills on lines that were sent out and left blank."""

    @property
    def is_blank(self) -> bool:
        """Whether nothing was answered beyond what a form is sent out with."""
        return not (self.raw.keys() - _SENT_OUT - self.as_sent)


def understand_offers(cells: FormCells) -> OfferAnswers:
    """Return the answers of an offer form and all findings, cell by cell."""
    return _Understanding(cells).answers()


def sent_lines(lines: Iterable[tuple[str, Iterable[str]]]) -> SentLines:
    """Return the marks of lines as they are sent: the skill, and the other cells in the order of the form."""
    return SentLines.of(EarlierNeed(skill_text=skill, job=_together(cells)) for skill, cells in lines)


def _together(cells: Iterable[str]) -> str | None:
    return " | ".join(cells) or None


class _Understanding(CellReading):
    def answers(self) -> OfferAnswers:
        self.read_cells()
        offers = tuple(self._offers())
        return OfferAnswers(
            identity={name: self.raw[name].strip() for name in _IDENTITY if name in self.raw},
            values=self.values,
            offers=offers,
            raw=self.raw,
            problems=tuple(self.problems),
            sheet=self.cells.sheet,
            as_sent=frozenset(self.as_sent),
        )

    def _as_marked(self, row: int) -> tuple[dict[str, Any], set[str]]:
        """Return a line in the terms of `SentLines`."""
        cells = [self.raw[name] for one in _LINE if (name := f"offer_{row}_{one}") in self.raw]
        line = {"skill": self.raw[f"offer_{row}_skill"], "job": _together(cells)}
        known = {key: value for key, value in line.items() if value is not None}
        return known, set(known)

    def _offers(self) -> Iterator[OfferedSkill]:
        sent = SentLines.read(self.raw.get("prefilled", ""))
        for row in sorted(row for part, row in self.rows if part is Part.OFFERED and row is not None):
            found = self._row(Part.OFFERED, row)
            name = f"offer_{row}_skill"
            if "skill" not in found:
                # "Places without a skill": kept with the form, and told; nobody can say what they are places of.
                self._lost_row("places_without_skill", name)
                continue
            if sent.has(*self._as_marked(row)):
                # Left as it was sent, with or without what is on record: it says nothing new, and there is nothing to tell.
                self.as_sent |= {one for one in self.raw if one.startswith(f"offer_{row}_")}
                continue
            if found.keys() == {"skill"} and self._repeats_above(row):
                continue
            values = {_NAMES.get(key, key): value for key, value in found.items() if key != "skill"}
            yield OfferedSkill(row=row, skill_text=found["skill"], **values)
