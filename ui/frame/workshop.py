"""What the workshop menu opens. Nothing of it is imported before a person asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from ui.frame.window import MainWindow
    from ui.phone.keeper import RoomKeeper
    from ui.workshop.meeting_dialog import MeetingDialog
    from ui.workshop.phones_dialog import PhonesDialog


class WorkshopDesk(QObject):
    """Keeps what a workshop needs as long as the window is there: the room, and the dialogs beside the window."""

    def __init__(self, window: MainWindow) -> None:
        """Begin with nothing open."""
        super().__init__(window)
        self._window = window
        self._keeper: RoomKeeper | None = None
        self._phones: PhonesDialog | None = None
        self._meeting: MeetingDialog | None = None

    @property
    def keeper(self) -> RoomKeeper:
        """The room for phones; one for the whole window."""
        if self._keeper is None:
            from ui.phone.keeper import RoomKeeper

            self._keeper = RoomKeeper(self._window.session)
        return self._keeper

    def show_phones(self) -> None:
        """Show how people answer by phone, beside the window."""
        if self._phones is None:
            from ui.workshop.phones_dialog import PhonesDialog

            self._phones = PhonesDialog(self._window.session, self.keeper, parent=self._window)
            self._phones.other_way.connect(self._go_other_way)
        self._phones.show()
        self._phones.raise_()
        self._phones.activateWindow()

    def show_meeting(self) -> None:
        """Show agenda and votes, beside the window."""
        if self._meeting is None:
            from ui.workshop.meeting_dialog import MeetingDialog

            self._meeting = MeetingDialog(self._window.session, parent=self._window)
        self._meeting.show()
        self._meeting.raise_()
        self._meeting.activateWindow()

    def _go_other_way(self, way: str) -> None:
        if way == "forms":
            self._window.workspace.show_page("members").focus_first()
