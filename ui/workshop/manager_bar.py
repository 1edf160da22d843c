"""With one screen only: a slim bar at the foot of the wall that the manager calls and sends away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.theme import restyle
from ui.widgets.buttons import Button
from ui.widgets.check_box import CheckBox
from ui.widgets.labels import Badge, FactLabel, Label
from ui.workshop.meeting import Meeting
from ui.workshop.present_words import PACE_TONES, ViewButtons, time_words
from ui.workshop.room_line import RoomLine
from ui.workshop.vote_controls import VoteControls

if TYPE_CHECKING:
    from ui.phone.keeper import RoomKeeper
    from ui.session import Session

_KEYS_TOLD_MS = 8_000


class ManagerBar(QFrame):
    """Item, time, views and vote in three lines. Everybody sees it, so it names nobody either."""

    leave_wanted = Signal()

    def __init__(self, session: Session, meeting: Meeting, keeper: RoomKeeper, *, parent: QWidget) -> None:
        """Lie on ``parent``, hidden."""
        super().__init__(parent)
        self.setObjectName("managerBar")
        self.setProperty("card", "raised")
        self.setAutoFillBackground(True)
        self._session, self._meeting, self._wall = session, meeting, parent
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(8)
        self.views = ViewButtons(meeting, parent=self)
        column.addLayout(self._line())
        column.addWidget(self.views)
        self.votes = VoteControls("barVote", session, meeting, parent=self)
        column.addWidget(self.votes, 0, Qt.AlignmentFlag.AlignLeft)
        self.room = RoomLine("barRoom", session, keeper, parent=self)
        column.addWidget(self.room)
        meeting.changed.connect(self.show_all)
        meeting.ticked.connect(self.show_time)
        self.keys = Label("heading", parent=parent)
        self.keys.setObjectName("wallKeys")
        restyle(self.keys, badge="neutral")
        self.keys.hide()
        self._told = QTimer(self, singleShot=True)
        self._told.timeout.connect(self.keys.hide)
        self.hide()
        self.show_all()

    def _line(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        self.item = FactLabel("heading", parent=self)
        self.item.setObjectName("barItem")
        self.time_left = Badge(parent=self)
        self.time_left.setObjectName("barTimeLeft")
        self.names = CheckBox("barShowNames", parent=self)
        self.names.toggled.connect(lambda wanted: self._meeting.show_names(shown=wanted))
        self.back = Button("barBack", "caret-left", parent=self)
        self.forward = Button("barForward", "caret-right", parent=self)
        self.leaving = Button("barLeave", "x", parent=self)
        self.back.clicked.connect(lambda: self._meeting.step(-1))
        self.forward.clicked.connect(lambda: self._meeting.step(1))
        self.leaving.clicked.connect(self.leave_wanted)
        row.addWidget(self.item, 1)
        for widget in (self.time_left, self.names, self.back, self.forward, self.leaving):
            row.addWidget(widget)
        return row

    def show_all(self) -> None:
        """Show where the meeting stands."""
        if not self._session.is_open:
            return
        from fastmap.tasks.wall import item_title

        meeting = self._meeting
        item = meeting.item
        self.item.set_fact("" if item is None else item_title(item, meeting.names, meeting.texts))
        self.back.setText(self.tr("Back"))
        self.forward.setText(self.tr("Next"))
        self.leaving.setText(self.tr("End"))
        self.names.setText(self.tr("Show names"))
        blocked = self.names.blockSignals(True)
        self.names.setChecked(meeting.names_shown)
        self.names.blockSignals(blocked)
        self.votes.show_all()
        self.room.show_all()
        self.views.show_all(meeting.texts)
        if self.isVisible():
            self.lie_at_foot()
        self.show_time()

    def show_time(self) -> None:
        """Show the clock."""
        left = self._meeting.left_s
        self.time_left.setVisible(left is not None)
        if left is not None:
            self.time_left.set_badge(time_words(left), PACE_TONES[self._meeting.pace])

    def tell_keys(self) -> None:
        """Say on the wall for a moment which keys there are: nothing else tells how to call the bar."""
        self.tell(self.tr("M: bar · 1–9: views · B: black · D: light or dark · N twice: names · Esc: end"))

    def tell_how_to_show_names(self) -> None:
        """Say that one key more shows names to the room."""
        self.tell(self.tr("Press N once more to show names of organisations on this wall."))

    def tell(self, words: str) -> None:
        """Say something on the wall for a moment."""
        self.keys.setText(words)
        self.keys.adjustSize()
        # At the head, where no line of a ranking ends: at the foot it would lie over the last one.
        self.keys.move(self._wall.width() - self.keys.width() - 24, 12)
        self.keys.show()
        self.keys.raise_()
        self._told.start(_KEYS_TOLD_MS)

    def lie_at_foot(self) -> None:
        """Take the width of the wall and stay at its foot."""
        layout = self.layout()
        assert layout is not None  # made at the beginning
        height = max(layout.totalHeightForWidth(self._wall.width()), layout.totalSizeHint().height())
        self.setGeometry(0, self._wall.height() - height, self._wall.width(), height)
