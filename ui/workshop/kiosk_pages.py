"""What the kiosk shows: welcome, one screen of the form, saved, "are you still there", and the PIN. Words are the form's."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.phone.screens import SAID_OF
from ui.widgets.buttons import Button, LinkButton, PrimaryButton
from ui.widgets.fields import Field
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from fastmap.intake.phone_answers import Standing
    from fastmap.texts import Texts
    from ui.workshop.kiosk_fields import KioskFields

TRIES: Final = 5
"""Wrong PINs until one has to wait."""
WAIT_MS: Final = 30_000


class KioskPage(QWidget):
    """A column with a title and large buttons."""

    def __init__(self, title: str) -> None:
        """Show ``title``."""
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(14)
        self.title = Label("title", title, wrap=True, parent=self)
        self.title.setObjectName("kioskTitle")
        self.column.addWidget(self.title)
        self._first: Button | None = None

    def add_words(self, words: str, *, role: str = "body", name: str = "") -> Label:
        """Put a sentence below what is there."""
        label = Label(role, words, wrap=True, parent=self)
        label.setObjectName(name)
        self.column.addWidget(label)
        return label

    def add_button(self, name: str, words: str, on_click: Callable[[], object], *, is_first: bool = False) -> Button:
        """Put a button below what is there; Enter presses the first one."""
        button: Button = (PrimaryButton if is_first else Button)(name, parent=self)
        button.setText(words)
        button.clicked.connect(lambda _=False: on_click())
        self.column.addWidget(button)
        if is_first:
            self._first = button
        return button

    def go_on(self) -> None:
        """Do what the first button does."""
        if self._first is not None and self._first.isEnabled():
            self._first.click()

    def focus_first(self) -> None:
        """Put the keyboard where one begins."""
        if self._first is not None:
            self._first.setFocus()


class WelcomePage(KioskPage):
    """What this is, in which language, and the way in."""

    began = Signal()
    language_chosen = Signal(str)

    def __init__(self, texts: Texts, cluster: str, languages: tuple[str, ...]) -> None:
        """Welcome whoever comes next."""
        super().__init__(texts.get("phone.welcome", cluster=cluster))
        self.add_words(texts.get("kiosk.stays"))
        self.add_words(texts.get("form.who.text"), role="secondary")
        self.add_button("kioskBegin", texts.get("phone.begin"), self.began.emit, is_first=True)
        self.add_words(texts.get("phone.language"), role="key")
        row = QWidget(self)
        flow = FlowLayout(row)
        for language in languages:
            button = LinkButton(f"kioskLanguage_{language}", parent=row)
            button.setText(language.upper())
            button.setAccessibleName(texts.get(f"form.language.{language}"))
            button.clicked.connect(lambda _=False, language=language: self.language_chosen.emit(language))
            flow.addWidget(button)
        self.column.addWidget(row)


class CheckPage(KioskPage):
    """One screen of the form, or everything before it is sent."""

    def __init__(self, texts: Texts, title: str, firm: str) -> None:
        """Say whose form it is, if that is known."""
        super().__init__(title)
        self._fields: KioskFields | None = None
        self._texts = texts
        if firm:
            self.add_words(texts.get("phone.for_firm", firm=firm), role="heading", name="kioskFirm")
        self._complaint = self.add_words("", name="kioskComplaint")
        self._complaint.setProperty("complaint", "true")
        self._complaint.hide()

    def show_fields(self, fields: KioskFields) -> None:
        """Show the questions."""
        self._fields = fields
        self.column.addWidget(fields)

    def show_summary(self, said: Iterable[tuple[str, str]]) -> None:
        """Show what will be sent."""
        is_empty = True
        for question, answer in said:
            is_empty = False
            self.add_words(question, role="secondary")
            self.add_words(answer, role="heading")
        if is_empty:
            self.add_words(self._texts.get("phone.nothing"))

    def complain(self, sentence: str) -> None:
        """Say what went wrong."""
        self._complaint.setText(sentence)
        self._complaint.show()

    def focus_first(self) -> None:
        """Begin in the first field."""
        if self._fields is not None:
            self._fields.focus_first()
        else:
            super().focus_first()


class SavedPage(KioskPage):
    """It is on disk."""

    next_wanted = Signal()

    def __init__(self, texts: Texts, standing: Standing) -> None:
        """Say so, and whether it counts already; let the next person in."""
        super().__init__(texts.get("phone.saved"))
        self.add_words(texts.get("kiosk.saved_help"))
        self.add_words(texts.get(SAID_OF[standing]))
        self.add_button("kioskNextPerson", texts.get("kiosk.next_person"), self.next_wanted.emit, is_first=True)


class IdlePage(KioskPage):
    """Ask whether anybody is there."""

    stayed = Signal()

    def __init__(self, texts: Texts) -> None:
        """Ask; `show_left` says how long."""
        super().__init__(texts.get("kiosk.idle"))
        self._texts = texts
        self._left = self.add_words("")
        self.add_button("kioskStillHere", texts.get("kiosk.still_here"), self.stayed.emit, is_first=True)

    def show_left(self, seconds: int) -> None:
        """Say how many seconds are left."""
        self._left.setText(self._texts.get("kiosk.idle_help", seconds=seconds))


class PinTries:
    """How often a wrong PIN was typed; kept by the kiosk, since the page goes whenever somebody turns back."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        """Begin without any."""
        self._now = now
        self._wrong = 0
        self._until = 0.0

    def refuse(self) -> bool:
        """Count one; say whether people have to wait now."""
        self._wrong += 1
        if self._wrong % TRIES == 0:
            self._until = self._now() + WAIT_MS / 1000
        return self.left_ms > 0

    @property
    def left_ms(self) -> int:
        """Milliseconds until the next try."""
        return max(0, round((self._until - self._now()) * 1000))


class PinPage(KioskPage):
    """Only the team leaves."""

    tried = Signal(str)
    stayed = Signal()

    def __init__(self, texts: Texts, tries: PinTries) -> None:
        """Ask for the PIN, once ``tries`` let people."""
        super().__init__(texts.get("kiosk.leave"))
        self._texts = texts
        self._tries = tries
        self.pin = QLineEdit(self)
        self.pin.setObjectName("kioskPin")
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self._field = Field(self.pin, parent=self)
        self._field.set_words(texts.get("kiosk.pin"))
        self.column.addWidget(self._field)
        self.add_button("kioskOut", texts.get("kiosk.out"), self._try, is_first=True)
        self.add_button("kioskStay", texts.get("kiosk.back"), self.stayed.emit)
        self.add_words(texts.get("kiosk.pin_forgotten"), role="secondary")
        self._wait = QTimer(self, singleShot=True)
        self._wait.timeout.connect(self._let_try)
        self._keep_waiting()

    def refuse(self) -> None:
        """Say that it was another one; after some tries, make people wait."""
        self.pin.clear()
        if not self._tries.refuse():
            self._field.set_complaint(self._texts.get("kiosk.pin_wrong"))
        self._keep_waiting()

    def _keep_waiting(self) -> None:
        left_ms = self._tries.left_ms
        if left_ms and self._first is not None:
            self._field.set_complaint(self._texts.get("kiosk.pin_wait"))
            self._first.setEnabled(False)
            self._wait.start(left_ms)

    def focus_first(self) -> None:
        """Begin in the field."""
        self.pin.setFocus()

    def _try(self) -> None:
        if self._tries.left_ms:
            return  # Enter reaches this past the button
        self.tried.emit(self.pin.text())

    def _let_try(self) -> None:
        self._field.set_complaint("")
        if self._first is not None:
            self._first.setEnabled(True)
