"""The bar above the page: whose assessment this is, whether it is saved, undo, redo, language and theme."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from ui.session import SaveState
from ui.theme.theme import Mode, current
from ui.translating import LANGUAGES, clock_time
from ui.widgets.buttons import Button, IconButton, PrimaryButton
from ui.widgets.fields import ComboBox
from ui.widgets.labels import FactLabel, IconLabel, Label

_MODE_ICONS = {Mode.LIGHT: "sun", Mode.DARK: "moon", Mode.SYSTEM: "monitor"}


class TopBar(QFrame):
    """Shows and asks; the window decides."""

    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    room_wanted = Signal()
    """Somebody wants to see the room that is open for phones."""

    def __init__(self, undo: QAction, redo: QAction, present: QAction, *, parent: QWidget | None = None) -> None:
        """Undo, redo and presenting are the window's actions, so that menu and bar always agree."""
        super().__init__(parent)
        self.setObjectName("topBar")
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 16, 0)
        row.setSpacing(8)
        self.cluster = FactLabel("heading", parent=self)
        self.cluster.setObjectName("clusterName")
        self.cluster.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._save_icon = IconLabel("check-circle", 18, "tone.good", parent=self)
        self.save_words = Label("secondary", parent=self)
        self.save_words.setObjectName("saveState")
        self.undo = _button_of(undo, "undoButton", "arrow-u-up-left", self)
        self.redo = _button_of(redo, "redoButton", "arrow-u-up-right", self)
        self.language = ComboBox("languageChoice", parent=self)
        self.language.set_choices([(code, name) for code, name in LANGUAGES.items()], "en")
        self.language.activated.connect(self._choose_language)
        self.theme = IconButton("themeButton", "monitor", parent=self)
        self.theme.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._modes = self._theme_menu()
        row.addWidget(self.cluster, 0)
        row.addSpacing(8)
        row.addWidget(self._save_icon)
        row.addWidget(self.save_words)
        row.addStretch(1)
        self.room = Button("roomOpen", "device-mobile", parent=self)
        self.room.clicked.connect(self.room_wanted)
        self.room.hide()
        row.addWidget(self.room)
        row.addSpacing(4)
        row.addWidget(self.undo)
        row.addWidget(self.redo)
        row.addSpacing(4)
        row.addWidget(self.language)
        row.addWidget(self.theme)
        row.addSpacing(4)
        self.present = PrimaryButton("presentButton", "presentation", parent=self)
        self.present.clicked.connect(present.trigger)
        row.addWidget(self.present)
        self._state: tuple[SaveState, datetime | None] | None = None
        self._in_room: int | None = None
        self._cluster_name = ""
        current().changed.connect(self._fit)
        self._fit()
        self.retranslate()

    def show_cluster(self, name: str) -> None:
        """Name the cluster, or nobody while nothing is open."""
        self._cluster_name = name
        self.cluster.set_fact(name or "fastmap")
        for widget in (self._save_icon, self.save_words, self.undo, self.redo, self.present):
            widget.setVisible(bool(name))

    def show_saved(self, state: SaveState, at: datetime | None) -> None:
        """Say whether everything is in the file."""
        self._state = (state, at)
        time = clock_time(at) if at is not None else ""
        words, icon, colour = {
            SaveState.SAVED: (self.tr("Saved {time}").format(time=time), "check-circle", "tone.good"),
            SaveState.READ_ONLY: (self.tr("Read only: save a copy to make changes"), "lock-simple", "tone.warn"),
            SaveState.FAILED: (self.tr("Not saved: choose another place"), "warning-circle", "tone.bad"),
        }[state]
        self.save_words.setText(words)
        self._save_icon.set_icon(icon, colour)

    def show_room(self, came: int | None) -> None:
        """Say that a room is open for phones and how much came in; ``None``: none is."""
        self._in_room = came
        self.room.setVisible(came is not None)
        if came is not None:
            self.room.setText(self.tr("Room open: %n", "answers and votes that came in", came))
            self.room.setToolTip(self.tr("Phones can answer; show the code and how many have"))

    def show_language(self, code: str) -> None:
        """Show which language is in force."""
        self.language.choose(code)

    def retranslate(self) -> None:
        """Set every text."""
        self.language.setAccessibleName(self.tr("Language"))
        self.language.setToolTip(self.tr("Language of the screen"))
        self.present.setText(self.tr("Present"))
        self.present.setToolTip(self.tr("Show results and votes on the wall (F5)"))
        words = {
            Mode.LIGHT: self.tr("Light"),
            Mode.DARK: self.tr("Dark"),
            Mode.SYSTEM: self.tr("Like the system"),
        }
        for mode, action in self._modes.items():
            action.setText(words[mode])
        self.theme.set_words(self.tr("Colours: light, dark or like the system"))
        if self._state is not None:
            self.show_saved(*self._state)
        self.show_room(self._in_room)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _theme_menu(self) -> dict[Mode, QAction]:
        menu = QMenu(self.theme)
        menu.setObjectName("themeMenu")
        group = QActionGroup(menu)
        actions: dict[Mode, QAction] = {}
        for mode in (Mode.LIGHT, Mode.DARK, Mode.SYSTEM):
            action = menu.addAction("")
            action.setCheckable(True)
            action.setData(mode.value)
            group.addAction(action)
            actions[mode] = action
        group.triggered.connect(self._choose_theme)
        self.theme.setMenu(menu)
        return actions

    def _choose_language(self) -> None:
        self.language_chosen.emit(str(self.language.currentData()))

    def _choose_theme(self, action: QAction) -> None:
        self.theme_chosen.emit(str(action.data()))

    def _fit(self) -> None:
        theme = current()
        self.setMinimumHeight(theme.px(56))
        self._modes[theme.mode].setChecked(True)
        self.theme.set_icon(_MODE_ICONS[theme.mode])


def _button_of(action: QAction, name: str, icon: str, parent: QWidget) -> IconButton:
    """Return a button that does, says and allows what ``action`` does."""
    button = IconButton(name, icon, parent=parent)

    def follow() -> None:
        button.setEnabled(action.isEnabled())
        keys = action.shortcut()
        button.set_words(action.text().replace("&", ""), keys if keys != QKeySequence() else None)

    action.changed.connect(follow)
    button.clicked.connect(action.trigger)
    follow()
    return button
