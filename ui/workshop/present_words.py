"""Words and buttons that the manager's view and the bar on the wall share."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from fastmap.model.choices import BallotState
from ui.plain_text import literal
from ui.widgets.buttons import Button
from ui.widgets.flow_layout import FlowLayout
from ui.workshop.meeting import VIEWS, Meeting, Pace

if TYPE_CHECKING:
    from fastmap.model.workshop import AgendaItem, Ballot
    from fastmap.texts import Texts

PACE_TONES = {Pace.FINE: "neutral", Pace.SOON: "warn", Pace.OVER: "bad"}


def time_words(left_s: float) -> str:
    """Return "12:05 left" or "1:10 over"."""
    # Rounded up while there is time, so that 0:00 means that there is none.
    seconds = math.ceil(left_s) if left_s > 0 else math.ceil(-left_s)
    clock = f"{seconds // 60}:{seconds % 60:02d}"
    if seconds >= 3600:
        clock = f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    if left_s > 0:
        return QCoreApplication.translate("Presenting", "{time} left").format(time=clock)
    return QCoreApplication.translate("Presenting", "{time} over").format(time=clock)


def item_words(item: AgendaItem, texts: Texts) -> str:
    """Return what an item is called on the manager's screen, where names may be read."""
    return " ".join((item.title or "").split()) or texts.term(f"agenda_subject.{item.subject}")


def ballot_words(ballot: Ballot | None) -> str:
    """Return what the button for the vote does."""
    if ballot is not None and ballot.state is BallotState.CLOSED:
        return QCoreApplication.translate("Presenting", "Open the vote again")
    return QCoreApplication.translate("Presenting", "Close the vote")


class ViewButtons(QWidget):
    """One button for each view of the wall, with the number key that does the same."""

    def __init__(self, meeting: Meeting, *, parent: QWidget) -> None:
        """Follow ``meeting``."""
        super().__init__(parent)
        self.setObjectName("wallViews")
        self._meeting = meeting
        flow = FlowLayout(self, spacing=6)
        self.buttons = {view: Button(f"wallView_{view}", parent=self) for view in VIEWS}
        for view, button in self.buttons.items():
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, view=view: meeting.show_view(view))
            flow.addWidget(button)

    def show_all(self, texts: Texts) -> None:
        """Show which view is on the wall."""
        for number, (view, button) in enumerate(self.buttons.items(), start=1):
            button.setText(literal(f"{number}  {texts.term(f'wall_view.{view}')}"))
            button.setChecked(view is self._meeting.view)
