"""What pays for the work and asks for the report: facts of the grant and a logo, for the cover."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import Final

LONGEST_LOGO_SIDE: Final = 1200
"""Pixels; sharp at 300 dots per inch up to 10 cm."""
MOST_LOGO_BYTES: Final = 512 * 1024
"""A picture that is still larger is made smaller again: the assessment is sent by mail, and its history keeps logos."""
MOST_LOGO_LETTERS: Final = MOST_LOGO_BYTES * 4 // 3 + 4
"""The same in Base64."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """Facts of the grant as the agreement has them. They name the project and the cluster, never a member."""

    funder: str | None = None
    call: str | None = None
    """The call or programme, with its identifier."""
    agreement: str | None = None
    """Number of the grant agreement."""
    project: str | None = None
    """Acronym or title of the project."""
    period_start: date | None = None
    period_end: date | None = None
    """The period of the grant, or the part of it that is reported; either end may be unknown."""
    work_package: str | None = None
    deliverable: str | None = None
    disclaimer: str | None = None
    """The sentence that a funder asks for, such as whose views a report holds; word for word."""

    @property
    def is_blank(self) -> bool:
        """Whether nothing is recorded."""
        return all(getattr(self, field.name) is None for field in fields(self))

    @property
    def is_sound(self) -> bool:
        """Whether the period does not end before it begins."""
        return self.period_start is None or self.period_end is None or self.period_start <= self.period_end


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo:
    """A picture for the cover: checked, scaled and encoded anew when it was taken (`fastmap.intake.logo`)."""

    png_base64: str
    width_px: int
    height_px: int
    alternative: str
    """What it shows, in words, for those who cannot see it."""
