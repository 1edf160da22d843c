"""Handing out reports and feedback sheets: what to tell a person before, and what the file notes afterwards.

The window has the file open and a command opens it, but what is told and noted is the same (decision records 0274 and
0282). Notes are no content: nothing that was handed out can be undone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from fastmap.assessment import Assessment
from fastmap.catalogue.definitions import Catalogue
from fastmap.errors import FastmapError
from fastmap.model.messages import Message
from fastmap.model.privacy import AnonymousEdition
from fastmap.model.snapshot import Snapshot
from fastmap.tasks.anonymous_editions import edition_of, warnings_about


class NotNoted(StrEnum):
    """Why a file does not say that something was handed out; text ``cli.edition_not_noted.<value>``."""

    READ_ONLY = "read_only"
    """It cannot be written where it lies."""
    ELSEWHERE = "elsewhere"
    """Another program has it open, or another file lies there by now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandingOut:
    """Something made of ``snapshot`` that is about to leave the house."""

    snapshot: Snapshot
    catalogue: Catalogue
    made_on: date
    is_anonymous: bool
    """Whether its readers see others without names: what they hold can be compared with what others hold."""

    def edition(self) -> AnonymousEdition | None:
        """Return what is noted of it, ``None`` where names are shown."""
        return edition_of(self.snapshot, self.catalogue.rules, self.made_on) if self.is_anonymous else None

    def warnings(self, assessment: Assessment) -> tuple[Message, ...]:
        """Return what its readers and those of what was handed out before could work out together."""
        edition = self.edition()
        return warnings_about(edition, assessment.anonymous_editions()) if edition is not None else ()

    def note(self, assessment: Assessment) -> bool:
        """Note in the file that it was handed out, and which catalogue it rests on; say whether the file took it.

        A file that cannot be written goes without: what was made says it too, only a warning next time is lost.
        """
        edition = self.edition()
        if assessment.read_only:
            return False
        try:
            if edition is not None:
                assessment.note_anonymous_edition(edition)
            if not self._knows_catalogue():
                assessment.note_catalogue(self.catalogue.stamp.text)
        except FastmapError:
            return False
        return True

    def note_in_file(self, path: Path) -> NotNoted | None:
        """Do what `note` does in a file that nobody has open; one that is in use by now, or another one, goes without.

        Return why it was not noted, or ``None``.
        """
        if self._knows_catalogue() and not self.is_anonymous:
            return None
        try:
            with Assessment.open(path) as assessment:
                if self.is_of(assessment.snapshot()) and self.note(assessment):
                    return None
                return NotNoted.READ_ONLY if assessment.read_only else NotNoted.ELSEWHERE
        except FastmapError:
            return NotNoted.ELSEWHERE

    def is_of(self, snapshot: Snapshot) -> bool:
        """Say whether ``snapshot`` is one of the assessment that this was made of."""
        return snapshot.info.id == self.snapshot.info.id

    def _knows_catalogue(self) -> bool:
        return self.snapshot.info.catalogue == self.catalogue.stamp.text
