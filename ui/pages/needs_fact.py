"""What the step list says of the needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.pages.needs_overview import overview
from ui.pages.needs_words import NeedWords
from ui.pages.page import StepFact, StepState

if TYPE_CHECKING:
    from fastmap.model.snapshot import Snapshot


def need_fact(snapshot: Snapshot) -> StepFact:
    """Return what the step list says: "25 forms, 86 needs, 4 texts without a skill"."""
    if not snapshot.responses:
        sentence = QCoreApplication.translate("NeedsPage", "No answers yet")
        return StepFact(state=StepState.NOT_STARTED, sentence=sentence)
    seen, words = overview(snapshot), NeedWords()
    parts = [
        words.forms(seen.forms),
        words.needs(len(seen.needs)),
    ]
    if seen.open:
        parts.append(words.open_texts(len(seen.open)))
    if seen.waiting:
        parts.append(words.to_check(seen.waiting))
    is_done = not seen.open and not seen.waiting
    placed = sum(row.skill is not None or row.is_set_aside for row in seen.needs)
    return StepFact(
        state=StepState.COMPLETE if is_done else StepState.BEGUN,
        sentence=", ".join(parts),
        share_0_1=placed / len(seen.needs) if seen.needs else 0.0,
    )
