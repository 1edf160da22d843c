"""While presenting: that the room for phones has closed, why, and the button that opens it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.buttons import Button
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from fastmap.errors import FastmapError
    from ui.phone.keeper import RoomKeeper
    from ui.session import Session


class RoomLine(QWidget):
    """Hidden as long as nothing is amiss: a room that was never opened is not missed."""

    def __init__(self, name: str, session: Session, keeper: RoomKeeper, *, parent: QWidget) -> None:
        """Follow ``keeper``. ``name`` begins the names of what is inside."""
        super().__init__(parent)
        self.setObjectName(name)
        self._session, self._keeper = session, keeper
        self._trouble: FastmapError | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.words = Label("body", wrap=True, parent=self)
        self.words.setObjectName(f"{name}Words")
        self.words.setProperty("complaint", "true")
        self.opening = Button(f"{name}Open", "device-mobile", parent=self)
        self.opening.clicked.connect(self._open)
        row.addWidget(self.words, 1)
        row.addWidget(self.opening)
        keeper.opened.connect(self._forget_trouble)
        keeper.closed.connect(self.show_all)
        keeper.troubled.connect(self._take_trouble)
        self.hide()
        self.show_all()

    def show_all(self) -> None:
        """Show whether the room is missing."""
        self.opening.setText(self.tr("Open the room again"))
        is_missing = self._session.is_open and not self._keeper.is_open and self._keeper.last_address is not None
        if is_missing:
            said = self.tr("The room for phones is closed.")
            if self._trouble is not None:
                said = self._session.texts.say(self._trouble.message)
            self.words.setText(said)
            self.opening.setEnabled(self._session.state.can_edit)
        self.setVisible(is_missing)

    def _open(self) -> None:
        """Open it where it was, else where phones reach this computer now."""
        from ui.phone.networks import networks

        here = [one.address for one in networks()]
        last = self._keeper.last_address
        address = last if last is not None and (last in here or last.startswith("127.") or not here) else here[0]
        self._keeper.open(address)

    def _take_trouble(self, error: FastmapError) -> None:
        self._trouble = error
        self.show_all()

    def _forget_trouble(self) -> None:
        self._trouble = None
        self.show_all()
