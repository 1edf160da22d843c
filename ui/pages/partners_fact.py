"""What the step list says of the partners."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from fastmap.model.choices import ResponseState
from ui.pages.page import StepFact, StepState
from ui.pages.partners_words import PartnersWords

if TYPE_CHECKING:
    from fastmap.model.results import Results
    from fastmap.model.snapshot import Snapshot


def partners_fact(snapshot: Snapshot, results: Results | None) -> StepFact:
    """Return what the step list says of the partners."""
    from fastmap.tasks.top_skills import not_covered, top_skills

    waiting = sum(reply.state is ResponseState.TO_CHECK for reply in snapshot.replies)
    if not snapshot.partners:
        words = QCoreApplication.translate("PartnersPage", "Nobody recorded yet")
        words = PartnersWords().and_waiting(waiting).replace("{counted}", words) if waiting else words
        return StepFact(state=StepState.NOT_STARTED, sentence=words)
    partners = PartnersWords().partners(len(snapshot.partners))
    offers = PartnersWords().offers(len(snapshot.offers))
    counted = QCoreApplication.translate("PartnersPage", "{partners}, {offers}")
    counted = counted.replace("{partners}", partners).replace("{offers}", offers)
    top = top_skills(results) if results is not None else ()
    if waiting:  # what waits for a person comes before what is known already
        sentence = PartnersWords().and_waiting(waiting).replace("{counted}", counted)
        return StepFact(state=StepState.BEGUN, sentence=sentence, share_0_1=0.5)
    state = StepState.COMPLETE if snapshot.offers else StepState.BEGUN
    if not top:
        return StepFact(state=state, sentence=counted, share_0_1=0.5)
    missing = not_covered(top)
    if missing:
        words = PartnersWords().not_covered(missing)
    else:
        words = QCoreApplication.translate("PartnersPage", "{counted}; offers for all top {top} skills")
    return StepFact(
        state=state, sentence=words.replace("{counted}", counted).replace("{top}", str(len(top))), share_0_1=0.5
    )
