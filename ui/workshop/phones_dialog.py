"""Collecting by phone: which network, the code to scan, how many have answered – and the ways that need no network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QHideEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from fastmap.model.choices import Channel, ResponseState
from ui.phone.networks import Network, networks
from ui.theme.theme import current
from ui.widgets.buttons import Button, LinkButton, PrimaryButton
from ui.widgets.cards import Card
from ui.widgets.check_box import CheckBox
from ui.widgets.fields import ComboBox, Field
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.fold import Fold
from ui.widgets.labels import FactLabel, Label
from ui.widgets.qr_code import QrCode

if TYPE_CHECKING:
    from fastmap.errors import FastmapError
    from ui.phone.keeper import RoomKeeper
    from ui.session import Session

_CODE_SIDE = 300
_WORDS_WIDTH = 620
_AROUND_CODE = 64
_LOOK_EVERY_MS = 2_000
"""So often it is looked for networks while the dialog waits for one to be chosen: a wifi is joined meanwhile."""


class PhonesDialog(QDialog):
    """Opens and closes the room; stays beside the window, which goes on as ever."""

    other_way = Signal(str)
    """Another way to collect was chosen: ``kiosk``, ``cards`` or ``forms``."""
    waiting_wanted = Signal()
    """Somebody wants to say whose the answers are that wait."""

    def __init__(self, session: Session, keeper: RoomKeeper, *, parent: QWidget | None = None) -> None:
        """Show the room of ``keeper``."""
        super().__init__(parent)
        self.setObjectName("phonesDialog")
        self._session, self._keeper = session, keeper
        self._networks: tuple[Network, ...] = ()
        self._says_no_network = False
        across = QHBoxLayout(self)
        across.setContentsMargins(24, 20, 24, 20)
        across.setSpacing(24)
        across.addWidget(self._left())
        across.addLayout(self._right(), 1)
        for signal in (keeper.opened, keeper.closed, keeper.received, session.touched):
            signal.connect(self._show)
        keeper.troubled.connect(self._complain)
        session.closed.connect(self.close)
        keeper.prepare()
        self._retranslate()
        self.look_for_networks()
        self._show()
        self._looking = QTimer(self, interval=_LOOK_EVERY_MS)
        self._looking.timeout.connect(self._look_again)

    # --- parts --------------------------------------------------------------------------------------------------------

    def _left(self) -> QWidget:
        card = Card("phonesCode", parent=self)
        self.code = QrCode("phonesQr", parent=card)
        self.code.setFixedSize(current().px(_CODE_SIDE), current().px(_CODE_SIDE))
        card.body.addWidget(self.code, 0, Qt.AlignmentFlag.AlignCenter)
        self.address = FactLabel("card", parent=card)
        self.address.setObjectName("phonesAddress")
        self.address.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.address.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.body.addWidget(self.address)
        self.trying = LinkButton("phonesTry", "arrow-square-out", parent=card)
        self.trying.clicked.connect(self._try)
        card.body.addWidget(self.trying, 0, Qt.AlignmentFlag.AlignCenter)
        self.renewing = LinkButton("phonesRenew", "arrows-clockwise", parent=card)
        self.renewing.clicked.connect(self._keeper.renew_code)
        card.body.addWidget(self.renewing, 0, Qt.AlignmentFlag.AlignCenter)
        self._card = card
        return card

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(12)
        self._title = Label("card", wrap=True, parent=self)
        self._promise = Label("secondary", wrap=True, parent=self)
        self.network = ComboBox("phonesNetwork", parent=self)
        self._network_field = Field(self.network, parent=self)
        self.opening = PrimaryButton("phonesOpen", "device-mobile", parent=self)
        self.closing = Button("phonesClose", "x", parent=self)
        self.opening.clicked.connect(self._open)
        self.closing.clicked.connect(self._keeper.close)
        self._problem = Label("body", wrap=True, parent=self)
        self._problem.setObjectName("phonesProblem")
        self._problem.setProperty("complaint", "true")
        self._problem.hide()
        self.counts = Label("heading", wrap=True, parent=self)
        self.counts.setObjectName("phonesCounts")
        self.taking = CheckBox("phonesTaking", parent=self)
        self.taking.toggled.connect(lambda wanted: self._keeper.let_answers_in(wanted=wanted))
        self.waiting = LinkButton("phonesWaiting", "magnifying-glass", parent=self)
        self.waiting.clicked.connect(self.waiting_wanted)
        for widget in (self._title, self._promise, self._network_field, self._problem, self.counts, self.waiting):
            column.addWidget(widget)
        column.setAlignment(self.waiting, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.taking)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.opening)
        buttons.addWidget(self.closing)
        buttons.addStretch(1)
        column.addLayout(buttons)
        self._hints = Label("secondary", wrap=True)
        self._fold = Fold("phonesHints", self._hints, parent=self)
        column.addWidget(self._fold)
        column.addStretch(1)
        self._others = Label("secondary", wrap=True, parent=self)
        column.addWidget(self._others)
        ways = QWidget(self)
        flow = FlowLayout(ways)
        self.ways = {
            key: LinkButton(f"phones_{key}", icon, parent=self)
            for key, icon in (("kiosk", "monitor"), ("cards", "identification-card"), ("forms", "file-text"))
        }
        for key, button in self.ways.items():
            button.clicked.connect(lambda _=False, key=key: self.other_way.emit(key))
            flow.addWidget(button)
        column.addWidget(ways)
        return column

    # --- what it shows ------------------------------------------------------------------------------------------------

    def look_for_networks(self) -> None:
        """List the addresses of this computer anew; what was chosen stays chosen where it is still there."""
        chosen = self.network.currentData()
        self._networks = networks()
        choices: list[tuple[object, str]] = [(one.address, self._called(one)) for one in self._networks]
        first = self._networks[0].address if self._networks else None
        known = {one.address for one in self._networks}
        self.network.set_choices(choices, chosen if chosen in known else first)

    def _called(self, network: Network) -> str:
        if network.is_virtual:
            return self.tr("{address} – {name} (hardly reached by phones)").format(
                address=network.address, name=network.name
            )
        return f"{network.address} – {network.name}"

    def _show(self, *_: object) -> None:
        if not self._session.is_open:
            return
        is_open = self._keeper.is_open
        if is_open:
            self._problem.hide()
            spoken = self.tr("Code to scan: {address}").format(address=self._keeper.address)
            self.code.show_text(self._keeper.link, spoken=spoken)
            self.address.set_fact(self._keeper.address)
            answers = self.tr("%n answer(s)", "", self._keeper.answers)
            papers = self.tr("%n vote(s)", "", self._keeper.papers)
            self.counts.setText(self.tr("By phone so far: {answers}, {votes}").format(answers=answers, votes=papers))
        else:
            self.code.clear()
            self.address.set_fact("")
        waits = self._waiting()
        self.waiting.setVisible(waits > 0)
        self.waiting.setText(self.tr("%n answer(s) to check: say whose", "", waits))
        blocked = self.taking.blockSignals(True)
        self.taking.setChecked(self._keeper.takes_answers)
        self.taking.blockSignals(blocked)
        # One after the other: the words are asked for their height at the width they will have.
        self.setMinimumWidth(current().px(_WORDS_WIDTH + (_CODE_SIDE + _AROUND_CODE if is_open else 0)))
        for widget in (self._card, self.counts, self.taking, self.closing):
            widget.setVisible(is_open)
        self._network_field.setVisible(not is_open)
        self.opening.setVisible(not is_open)
        self.opening.setEnabled(bool(self._networks) and self._session.state.can_edit)
        if not self._networks and not is_open:
            self._says_no_network = True
            self._problem.setText(
                self.tr(
                    "This computer is in no network. Join the room's wifi, or collect in one of the other ways below."
                )
            )
            self._problem.show()
        elif self._says_no_network:
            self._says_no_network = False
            self._problem.hide()

    def _waiting(self) -> int:
        """Return how many answers of phones wait for a person."""
        return sum(
            one.channel is Channel.PHONE and one.state is ResponseState.TO_CHECK
            for one in self._session.state.snapshot.responses
        )

    def _complain(self, error: FastmapError) -> None:
        self.look_for_networks()
        self._show()
        self._says_no_network = False
        self._problem.setText(self._session.texts.say(error.message))
        self._problem.show()

    def _open(self) -> None:
        self._problem.hide()
        self._keeper.open(str(self.network.currentData()))

    def _try(self) -> None:
        """Open the test page on this computer: if that works and a phone does not get there, it is the network."""
        QDesktopServices.openUrl(QUrl(f"{self._keeper.link}/{self._session.language}/test"))

    # --- words --------------------------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.look_for_networks()
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Look where the computer is now."""
        super().showEvent(event)
        self._look_again()
        self._looking.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Look for nothing while nobody sees it."""
        super().hideEvent(event)
        self._looking.stop()

    def _look_again(self) -> None:
        if not self._keeper.is_open and networks() != self._networks:
            self.look_for_networks()
            self._show()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Collect by phone"))
        self._title.setText(self.tr("People in the room answer on their own phones"))
        self._promise.setText(
            self.tr(
                "Everything stays in this room: phones reach this computer over the wifi, and nothing goes to the internet. "
                "With the code of its card an answer counts at once, unless the firm has answered before; without one it waits "
                "until you say whose it is."
            )
        )
        self._network_field.set_words(self.tr("Network that the phones are in"))
        self.opening.setText(self.tr("Open the room"))
        self.closing.setText(self.tr("Close the room"))
        self.taking.setText(self.tr("Take answers (votes are taken as long as one is open)"))
        self.trying.setText(self.tr("Test page"))
        self.renewing.setText(self.tr("New room code"))
        self.renewing.setToolTip(
            self.tr(
                "The code stays the same for today, also after a pause. With a new one everybody scans again; what is half "
                "filled in stays."
            )
        )
        self._fold.set_words(self.tr("If a phone does not get there"))
        self._hints.setText(
            "\n".join(
                (
                    self.tr(
                        "• Guest wifi often keeps devices apart. A phone's own hotspot, with this computer in it, works."
                    ),
                    self.tr(
                        "• “No internet – stay connected?”: the person answers yes, or switches mobile data off for a moment."
                    ),
                    self.tr("• The firewall asks once whether fastmap may be reached: allow it for private networks."),
                    self.tr(
                        "• The address begins with http://, not https://. Some browsers add the s: type the address whole."
                    ),
                    self.tr(
                        "• The test page opens here and not on the phone? Then it is the network, not the program."
                    ),
                )
            )
        )
        self._others.setText(self.tr("Without a network:"))
        self.ways["kiosk"].setText(self.tr("Fill in on this computer"))
        self.ways["cards"].setText(self.tr("Code cards to print"))
        self.ways["forms"].setText(self.tr("Excel and paper forms"))
