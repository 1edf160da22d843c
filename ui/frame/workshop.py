"""What the workshop menu opens. Nothing of it is imported before a person asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from ui.frame.window import MainWindow
    from ui.phone.keeper import RoomKeeper
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

    def present(self) -> None:
        """Show the wall full screen, and the manager's view where a second screen is attached."""
        if self.presentation is not None:
            self.presentation.arrange()
        elif self._window.session.is_open:
            from ui.workshop.present import Presentation

            self.presentation = Presentation(
                self._window.session, lambda: self.keeper, window=self._window, parent=self
            )
            self.presentation.page_wanted.connect(self._edit_beside)
            self.presentation.look_wanted.connect(self._window.switch_theme)
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

    def _go_other_way(self, way: str) -> None:
        if way == "forms":
            self._window.workspace.show_page("members").focus_first()
