"""Understanding the answers of one form: values, and every finding with its place. Raw answers are kept as they came."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from fastmap.intake.form_cells import FormCells
from fastmap.intake.form_definition import (
    LINK_ROWS,
    OFFER_KEYS,
    PREFILLED,
    REQUIRED_FIGURES,
    UNUSED_ROWS,
    Part,
    fields_of,
)
from fastmap.intake.form_prefilled import SentLines
from fastmap.intake.form_reading import CellReading
from fastmap.model.choices import Hiring
from fastmap.model.responses import NamedLink, Need, Problem, UnusedSkill

NOTES: Final = frozenset(
    {
        "number_corrected",
        "number_unknown",
        "choice_corrected",
        "text_cleaned",
        "formula_used",
        "reason_without_hire",
        "placeholder_ignored",
        "form_empty",
        "need_from_last_round",
        "macros_ignored",
        "member_by_name",
        "names_astray",
        "stray_text",
        "stray_texts_more",
        "read_as",
        "provider_by_name",
        "offer_form_empty",
        "team_form_empty",
    }
)
"""Findings that lose nothing: a form with these alone is accepted; any other makes it partial."""

_FAILED_HIRE: Final = frozenset({Hiring.HARD, Hiring.NOT_FILLED})


@dataclass(frozen=True, slots=True, kw_only=True)
class FormAnswers:
    """The understood answers of one form."""

    identity: dict[str, str]
    """``form_id form_version member_code`` as far as filled."""
    values: dict[str, Any]
    """Single fields that were answered and understood, by name."""
    needs: tuple[Need, ...]
    unused: tuple[UnusedSkill, ...]
    links: tuple[NamedLink, ...]
    offers: tuple[str, ...]
    raw: dict[str, str]
    problems: tuple[Problem, ...]
    sheet: str
    """Name of the sheet on which the needs stand."""
    as_sent: frozenset[str] = frozenset()
    """Names of the fields on lines of the last round that nobody touched."""

    @property
    def is_blank(self) -> bool:
        """Whether nothing was answered beyond what a form is sent out with."""
        sent_out = {"form_id", "form_version", "prefilled", "member_code", "organisation", "language"}
        return not (self.raw.keys() - sent_out - self.as_sent)


def understand_form(cells: FormCells) -> FormAnswers:
    """Return the answers of the form and all findings, cell by cell."""
    return _Understanding(cells).answers()


class _Understanding(CellReading):
    def answers(self) -> FormAnswers:
        self.read_cells()
        needs = tuple(self._needs())
        return FormAnswers(
            identity={
                name: self.raw[name].strip() for name in ("form_id", "form_version", "member_code") if name in self.raw
            },
            values=self.values,
            needs=needs,
            unused=tuple(self._unused()),
            links=tuple(self._links()),
            offers=tuple(key for key in OFFER_KEYS if self.values.get(f"offer_{key}")),
            raw=self.raw,
            problems=tuple(self.problems),
            sheet=self.cells.sheet,
            as_sent=frozenset(self.as_sent),
        )

    def _needs(self) -> Iterator[Need]:
        sent = SentLines.read(self.raw.get(PREFILLED.name, ""))
        for row in sorted(row for part, row in self.rows if part is Part.NEED and row is not None):
            found = self._row(Part.NEED, row)
            cells = {name for name in self.raw if name.startswith(f"need_{row}_")} if sent.whole else set()
            if sent.has(found, {self.cells.field(name).key for name in cells}):
                self.as_sent |= cells
                first = next(one for one in fields_of(Part.NEED, row) if one.name in cells)
                self._note("need_from_last_round", first, self.raw[first.name], "ignored", row=row)
                continue
            if found.keys() == {"skill"} and self._repeats_above(row):
                continue
            if "skill" not in found:
                if found:
                    self._lost_row("need_without_skill", f"need_{row}_skill")
                continue
            reasons = found.pop("hiring_reason", ())
            if reasons and found.get("hiring") not in _FAILED_HIRE:
                name = f"need_{row}_hiring_reason"
                self._note("reason_without_hire", self.cells.field(name), self.raw[name], "ignored")
            if not any(key in found or self._explained(f"need_{row}_{key}") for key in REQUIRED_FIGURES):
                self._note("figure_missing", self.cells.field(f"need_{row}_short_now"), None, "need_taken", row=row)
            yield Need(row=row, skill_text=found.pop("skill"), hiring_reasons=reasons, **found)

    def _unused(self) -> Iterator[UnusedSkill]:
        for row in range(1, UNUSED_ROWS + 1):
            found = self._row(Part.UNUSED, row)
            if "skill" in found:
                yield UnusedSkill(skill_text=found["skill"], people=found.get("people"))
            elif found:
                self._lost_row("unused_without_skill", f"unused_{row}_skill")

    def _links(self) -> Iterator[NamedLink]:
        for row in range(1, LINK_ROWS + 1):
            found = self._row(Part.LINK, row)
            if "name" in found:
                yield NamedLink(**found)
            elif found:
                self._lost_row("link_without_name", f"link_{row}_name")

    def _explained(self, name: str) -> bool:
        """Whether a figure that is missing has a finding of its own already."""
        return any(problem.field == name for problem in self.problems)
