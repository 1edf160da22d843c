"""What the workshop menu opens. Nothing of it is imported before a person asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from ui.frame.window import MainWindow
    from ui.phone.keeper import RoomKeeper
    from ui.phone.placing import AnswerPlacer
    from ui.workshop.meeting import Meeting
    from ui.workshop.meeting_dialog import MeetingDialog
    from ui.workshop.phones_dialog import PhonesDialog
    from ui.workshop.present import Presentation


class WorkshopDesk(QObject):
    """Keeps what a workshop needs as long as the window is there: the room, and the dialogs beside the window."""

    def __init__(self, window: MainWindow) -> None:
        """Begin with nothing open."""
        super().__init__(window)
        self._window = window
        self._keeper: RoomKeeper | None = None
        self._phones: PhonesDialog | None = None
        self.presentation: Presentation | None = None
        """While it lasts."""
        self._placer: AnswerPlacer | None = None
        self._meeting: Meeting | None = None
        self._meeting_dialog: MeetingDialog | None = None

    @property
    def keeper(self) -> RoomKeeper:
        """The room for phones; one for the whole window."""
        if self._keeper is None:
            from ui.phone.keeper import RoomKeeper

            self._keeper = RoomKeeper(self._window.session)
            for signal in (self._keeper.opened, self._keeper.closed, self._keeper.received):
                signal.connect(self._show_room)
            self._keeper.received.connect(self.placer.later)
            self._keeper.troubled.connect(self._window.show_error)
            self._window.top_bar.room_wanted.connect(self.show_phones)
        return self._keeper

    @property
    def meeting(self) -> Meeting:
        """Where the meeting stands: one clock for the agenda, whether it is presented or not."""
        if self._meeting is None:
            from ui.workshop.meeting import Meeting

            self._meeting = Meeting(self._window.session, parent=self)
            self._meeting.time_is_up.connect(self._ring)
        return self._meeting

    def _ring(self) -> None:
        if self.meeting.has_sound:
            QApplication.beep()

    @property
    def placer(self) -> AnswerPlacer:
        """Places what was answered here, a little later."""
        if self._placer is None:
            from ui.phone.placing import AnswerPlacer

            self._placer = AnswerPlacer(self._window.session)
        return self._placer

    def _show_room(self) -> None:
        """Say in the bar above the pages that a room is open: nobody shall forget it."""
        keeper = self.keeper
        self._window.preparer.hold(is_held=keeper.is_open)
        self._window.top_bar.show_room(keeper.answers + keeper.papers if keeper.is_open else None)

    def show_phones(self) -> None:
        """Show how people answer by phone, beside the window."""
        if self._phones is None:
            from ui.workshop.phones_dialog import PhonesDialog

            self._phones = PhonesDialog(self._window.session, self.keeper, parent=self._window)
            self._phones.other_way.connect(self._go_other_way)
            self._phones.waiting_wanted.connect(self._show_waiting)
        self._phones.show()
        self._phones.raise_()
        self._phones.activateWindow()

    def present(self) -> None:
        """Show the wall full screen, and the manager's view where a second screen is attached."""
        if self.presentation is not None:
            self.presentation.arrange()
        elif self._window.session.is_open:
            from ui.workshop.present import Presentation

            self.presentation = Presentation(
                self._window.session, lambda: self.keeper, meeting=self.meeting, window=self._window, parent=self
            )
            self.presentation.page_wanted.connect(self._edit_beside)
            self.presentation.by_hand_wanted.connect(self._count_by_hand)
            self.presentation.look_wanted.connect(self._window.look.switch_theme)
            self.presentation.ended.connect(self._forget_presentation)
            self.presentation.begin()

    def _edit_beside(self, step: str) -> None:
        """Let the wall go on, and the window come before the manager's view; Present brings that back."""
        self._window.workspace.show_page(step)
        self._window.raise_()
        self._window.activateWindow()

    def _forget_presentation(self) -> None:
        self.presentation = None
        self._window.activateWindow()

    def show_meeting(self) -> None:
        """Show agenda and votes, beside the window."""
        if self._meeting_dialog is None:
            from ui.workshop.meeting_dialog import MeetingDialog

            self._meeting_dialog = MeetingDialog(self._window.session, self.meeting, parent=self._window)
        self._meeting_dialog.show()
        self._meeting_dialog.raise_()
        self._meeting_dialog.activateWindow()

    def show_votes(self) -> None:
        """Show the votes of the workshop that is on."""
        self.show_meeting()
        if self._meeting_dialog is not None:
            self._meeting_dialog.show_votes()

    def _count_by_hand(self) -> None:
        """Show the vote that is on the wall, where dots on paper are typed in."""
        self.show_meeting()
        ballot = self.meeting.ballot
        if self._meeting_dialog is not None and ballot is not None:
            self._meeting_dialog.show_ballot(ballot)

    def _go_other_way(self, way: str) -> None:
        if way == "forms":
            self._window.workspace.show_page("members").focus_first()
        elif way == "cards":
            self.print_cards()
        elif way == "kiosk":
            self.begin_kiosk()

    def print_cards(self) -> None:
        """Write the code cards, with the room's code to scan if it is open."""
        from ui.workshop.cards import print_cards

        print_cards(self._window, address=self.keeper.address if self.keeper.is_open else None)

    def make_new_cards(self) -> None:
        """Ask whether all cards shall become void, and make new codes."""
        from ui.workshop.new_cards import make_new_cards

        make_new_cards(self._window, self.print_cards, is_room_open=self.keeper.is_open)

    def begin_kiosk(self) -> None:
        """Ask for a PIN, then let one firm after another fill in the form on this screen."""
        from fastmap.errors import FastmapError
        from ui.workshop.kiosk_dialog import KioskDialog

        if not self._window.session.state.can_edit:
            self._window.show_error(FastmapError("room_read_only"))
            return
        dialog = KioskDialog(parent=self._window)
        dialog.begun.connect(self._open_kiosk)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _open_kiosk(self, pin: str) -> None:
        from ui.workshop.kiosk import Kiosk

        kiosk = Kiosk(self._window.session, pin, parent=self._window)
        kiosk.answered.connect(self.placer.later)
        kiosk.left.connect(kiosk.deleteLater)
        kiosk.showFullScreen()

    def _show_waiting(self) -> None:
        """Show the answers that wait for somebody to say whose they are."""
        from ui.pages.needs import LAST_IMPORT, NeedsPage

        page = self._window.workspace.show_page("needs")
        if isinstance(page, NeedsPage):
            page.open_tab(LAST_IMPORT)
        self._window.raise_()
        self._window.activateWindow()
