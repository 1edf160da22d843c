"""Asking before a workshop is removed: two hours of notes, decisions and dots go with one click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.widgets.question import Question

if TYPE_CHECKING:
    from fastmap.model.snapshot import Snapshot
    from fastmap.model.workshop import Workshop


class RemoveWorkshopQuestion(Question):
    """Says what goes with a workshop, and that undo brings it back."""

    def __init__(self, snapshot: Snapshot, workshop: Workshop, called: str, *, parent: QWidget) -> None:
        """Ask about the workshop that is ``called`` so."""
        super().__init__("removeWorkshopBox", parent=parent)
        back = self.tr("Minutes and reports will not tell of it any more. Undo (Ctrl+Z) brings all of it back.")
        self.set_words(
            self.tr("Remove workshop"),
            self.tr("Remove the workshop {workshop}?").format(workshop=called),
            f"{self._what_goes(snapshot, workshop)}\n\n{back}",
            yes=self.tr("Remove"),
            no=self.tr("Keep"),
        )

    def _what_goes(self, snapshot: Snapshot, workshop: Workshop) -> str:
        votes = [one for one in snapshot.ballots if one.workshop == workshop.id]
        ids = {one.id for one in votes}
        items, ballots = len(workshop.agenda), len(votes)
        noted = sum(bool(item.notes or item.decisions) for item in workshop.agenda)
        voters = sum(paper.ballot in ids for paper in snapshot.ballot_papers)
        voters += sum(one.voters_by_hand or 0 for one in votes)
        lines = (
            (items, self.tr("%n item(s) of the agenda", "", items)),
            (noted, self.tr("notes and decisions of %n item(s)", "", noted)),
            (ballots, self.tr("%n vote(s)", "", ballots)),
            (voters, self.tr("the dots of %n person(s)", "", voters)),
        )
        told = "\n".join(f"• {line}" for count, line in lines if count)
        return "\n".join((self.tr("It goes with everything that belongs to it:"), told)) if told else ""
