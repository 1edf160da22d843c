"""The kiosk: the needs form full screen on the laptop, one person after another, nothing of the others in sight."""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QClipboard, QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from fastmap.catalogue.texts import form_languages, load_texts
from fastmap.errors import FastmapError
from fastmap.intake.member_cards import Cards
from fastmap.model.ids import LanguageCode
from ui.phone import screens
from ui.theme.theme import current
from ui.widgets.buttons import LinkButton
from ui.widgets.cards import clear, scrolling
from ui.workshop.kiosk_fields import KioskFields
from ui.workshop.kiosk_form import KioskForm
from ui.workshop.kiosk_idle import Idleness
from ui.workshop.kiosk_pages import CheckPage, IdlePage, KioskPage, PinPage, PinTries, SavedPage, WelcomePage

if TYPE_CHECKING:
    from fastmap.texts import Texts
    from ui.session import Session

_COLUMN: Final = 640


class Kiosk(QWidget):
    """A window of its own over everything; only the PIN closes it."""

    left = Signal()
    """The team took the laptop back."""
    answered = Signal()
    """An answer is on disk."""

    def __init__(self, session: Session, pin: str, *, parent: QWidget) -> None:
        """Begin with the welcome. Show it with `showFullScreen`."""
        super().__init__(parent, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("kiosk")
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self._session = session
        self._pin = pin
        self._tries = PinTries()
        self._may_close = False
        self._language = session.state.snapshot.info.language
        self._form: KioskForm | None = None
        self._fields: KioskFields | None = None
        self._before: KioskPage | None = None
        self._page: KioskPage | None = None
        self._make_frame()
        self._idle = Idleness(self)
        self._idle.warned.connect(self._warn)
        self._idle.counted.connect(self._count)
        self._idle.expired.connect(self.begin_anew)
        session.closed.connect(self._end)
        self.begin_anew()

    def _make_frame(self) -> None:
        across = QHBoxLayout(self)
        content = QWidget(self)
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(8, 32, 8, 16)
        area = scrolling(content, name="kioskArea", parent=self)
        area.setMaximumWidth(current().px(_COLUMN))
        down = QVBoxLayout()
        down.addWidget(area, 1)
        self.leaving = LinkButton("kioskLeave", "lock-simple", parent=self)
        self.leaving.clicked.connect(self._ask_pin)
        down.addWidget(self.leaving, 0, Qt.AlignmentFlag.AlignRight)
        across.addStretch(1)
        across.addLayout(down, 8)
        across.addStretch(1)

    @property
    def texts(self) -> Texts:
        """Words in the language of whoever sits there."""
        return load_texts(self._language)

    # --- one person ---------------------------------------------------------------------------------------------------

    def begin_anew(self) -> None:
        """Forget what was entered, and welcome the next person."""
        self._form = self._fields = None
        _forget_copied()
        self._language = self._session.state.snapshot.info.language
        self._welcome()

    def _welcome(self) -> None:
        page = WelcomePage(self.texts, self._session.state.snapshot.cluster.name, tuple(form_languages()))
        page.began.connect(self._begin)
        page.language_chosen.connect(self._speak)
        self._put(page)

    def _speak(self, language: str) -> None:
        self._language = LanguageCode(language)
        self._welcome()

    def _begin(self) -> None:
        try:
            secret = self._session.assessment.card_secret()
        except FastmapError as error:  # the file is gone, or on a share that is lost
            self._session.failed.emit(error)
            return
        cards = Cards(secret, self._session.state.snapshot.members)
        self._form = KioskForm(cards, self.texts)
        self._show_screen()

    def _show_screen(self) -> None:
        form = self._form
        assert form is not None  # begun above
        number = screens.need_number(form.screen)
        page = CheckPage(form.texts, form.head, form.firm)
        if form.screen == screens.CHECK:
            self._fields = None
            page.show_summary(form.summary)
            page.add_button("kioskSend", form.texts.get("phone.send"), self._send, is_first=True)
        else:
            self._fields = self._made_fields(form)
            page.show_fields(self._fields)
            words = form.texts.get("phone.enough" if number else "phone.next")
            page.add_button("kioskNext", words, self._go_on, is_first=True)
            if screens.can_add(form.screen):
                page.add_button("kioskAnother", form.texts.get("phone.another"), self._add_need)
        if form.screen == screens.WHO:
            page.add_button("kioskCancel", form.texts.get("phone.start"), self.begin_anew)
        else:
            page.add_button("kioskBack", form.texts.get("phone.back"), self._go_back)
        self._put(page)

    def _made_fields(self, form: KioskForm) -> KioskFields:
        fields = KioskFields(form.groups)
        if form.screen == screens.WHO:
            get = form.texts.get
            hint = f"{get('phone.card_help')} {get('phone.organisation_help')}"
            entry = screens.first_of(form.entries, screens.CARD)
            fields.add_line(screens.CARD, get("phone.card"), hint, entry, form.mistakes.get(screens.CARD))
        return fields

    def _take(self) -> KioskForm:
        form = self._form
        assert form is not None  # its buttons are in sight
        if self._fields is not None:
            form.take(self._fields.entries())
        return form

    def _go_on(self) -> None:
        self._take().go_on()
        self._show_screen()

    def _add_need(self) -> None:
        self._take().go_on(another=True)
        self._show_screen()

    def _go_back(self) -> None:
        self._take().go_back()
        self._show_screen()

    def _send(self) -> None:
        """Store the answer; it is dropped from here only once it is on disk."""
        from fastmap.tasks.phone_answers import taken_answers

        form = self._take()
        answer = form.answer()
        taken = taken_answers(self._session.state.snapshot, (answer,))
        if taken.change is not None and self._session.apply(taken.change) is None:
            if isinstance(self._page, CheckPage):
                self._page.complain(form.texts.get("phone.not_saved_help"))
            return
        self._form = self._fields = None
        page = SavedPage(self.texts, taken.standings[0])
        page.next_wanted.connect(self.begin_anew)
        self._put(page)
        self.answered.emit()

    # --- leaving, and nobody there ------------------------------------------------------------------------------------

    def _ask_pin(self) -> None:
        if isinstance(self._page, PinPage):
            return
        page = PinPage(self.texts, self._tries)
        page.tried.connect(self._try_pin)
        page.stayed.connect(self._return)
        self._lay_over(page)

    def _try_pin(self, typed: str) -> None:
        if hmac.compare_digest(typed.encode(), self._pin.encode()):
            self._end()
        elif isinstance(self._page, PinPage):
            self._page.refuse()

    def _warn(self) -> None:
        if self._form is None and not isinstance(self._page, PinPage | SavedPage):
            self._idle.somebody_is_there()
            return
        page = IdlePage(self.texts)
        page.stayed.connect(self._return)
        self._lay_over(page)

    def _count(self, seconds: int) -> None:
        if isinstance(self._page, IdlePage):
            self._page.show_left(seconds)

    def _end(self) -> None:
        """Give the laptop back."""
        if self._may_close:
            return
        self._may_close = True
        self._idle.stop()
        self._form = self._fields = None
        self.close()
        self.left.emit()

    # --- pages --------------------------------------------------------------------------------------------------------

    def _put(self, page: KioskPage) -> None:
        """Show ``page``; what was there before is gone."""
        if self._before is not None:
            self._before.deleteLater()
            self._before = None
        clear(self._column)
        self._lay(page)

    def _lay_over(self, page: KioskPage) -> None:
        """Show ``page`` until somebody returns to what is in sight now."""
        if self._before is None:
            self._before = self._page
        elif self._page is not None:
            self._page.deleteLater()
        if self._page is not None:
            self._page.hide()
            self._column.removeWidget(self._page)
        self._lay(page)

    def _return(self) -> None:
        self._idle.somebody_is_there()
        before = self._before
        if before is None or self._page is None:
            return
        self._before = None
        self._column.removeWidget(self._page)
        self._page.deleteLater()
        self._lay(before)

    def _lay(self, page: KioskPage) -> None:
        self._page = page
        while self._column.count():
            self._column.takeAt(0)
        self._column.addWidget(page)
        self._column.addStretch(1)
        page.show()
        self.leaving.setText(self.texts.get("kiosk.leave"))
        self.leaving.setVisible(not isinstance(page, PinPage))
        self.setWindowTitle(page.title.text())
        page.focus_first()
        self._idle.restart()

    # --- Qt -----------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Esc asks for the PIN."""
        if event.key() == Qt.Key.Key_Escape:
            self._ask_pin()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            # Buttons take the key themselves.
            if isinstance(self.focusWidget(), QLineEdit) and self._page is not None:
                self._page.go_on()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close only for who knows the PIN, whatever asked for it."""
        if self._may_close:
            super().closeEvent(event)
            return
        event.ignore()
        self._ask_pin()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that somebody is there (asked by `Idleness`)."""
        self._idle.notice(event)
        return super().eventFilter(watched, event)


def _forget_copied() -> None:
    """Empty the clipboard: the person before, or the team, may have copied what the next one must not paste."""
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    if clipboard.supportsSelection():
        clipboard.clear(QClipboard.Mode.Selection)
