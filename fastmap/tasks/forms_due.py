"""Answers that are to be deleted, as the forms promised (decision record 0317)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from fastmap.model.messages import Message, message
from fastmap.model.snapshot import Snapshot
from fastmap.tasks.consents import SOON_DAYS
from fastmap.tasks.sending import kept_until


@dataclass(frozen=True, slots=True, kw_only=True)
class FormsDue:
    """Answers that the file holds although, or shortly before, the forms said that they would be deleted."""

    until: date
    """The last day that they are kept."""
    count: int
    is_over: bool
    """Whether that day has passed."""

    def sentence(self, file: str) -> Message:
        """Return the sentence for people: texts ``forms_due``."""
        key = "forms_due.over" if self.is_over else "forms_due.soon"
        return message(key, count=self.count, until=self.until, file=file)


def forms_due(snapshot: Snapshot, today: date) -> FormsDue | None:
    """Return the answers whose day of deletion has passed or comes within 30 days; ``None`` where there is none.

    The day is the one that forms and feedback sheets promise (`fastmap.tasks.sending.kept_until`): a round without an
    end promises none.
    """
    until, count = kept_until(snapshot), len(snapshot.responses)
    if until is None or not count or today + timedelta(days=SOON_DAYS) < until:
        return None
    return FormsDue(until=until, count=count, is_over=until < today)
