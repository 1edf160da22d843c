"""How the window looks and in which language it speaks: switched here, remembered in the settings."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ui.session import Session
from ui.settings import Settings
from ui.theme.theme import ZOOMS, Mode, Theme
from ui.translating import ScreenLanguage


class Look(QObject):
    """Theme, size and language of everything on the screen."""

    theme_switched = Signal()
    language_switched = Signal()

    def __init__(
        self, settings: Settings, theme: Theme, language: ScreenLanguage, session: Session, *, parent: QObject
    ) -> None:
        """Begin with what is in force."""
        super().__init__(parent)
        self._settings = settings
        self._theme = theme
        self._language = language
        self._session = session

    @property
    def mode(self) -> Mode:
        """Light, dark or like the system."""
        return self._theme.mode

    @property
    def language(self) -> str:
        """The code of the language in force."""
        return self._language.code

    def switch_theme(self, mode: str) -> None:
        """Use another theme from now on."""
        self._theme.set_mode(Mode(mode))
        self._settings.theme = mode
        self.theme_switched.emit()

    def switch_language(self, code: str) -> None:
        """Show everything in another language from now on."""
        self._session.set_language(code)
        self._language.switch(code)
        self._settings.language = code
        self.language_switched.emit()

    def zoom_by(self, steps: int) -> None:
        """Make everything larger or smaller by so many steps; 0 is back to 100 %."""
        nearest = min(range(len(ZOOMS)), key=lambda place: abs(ZOOMS[place] - self._theme.zoom))
        place = min(max(nearest + steps, 0), len(ZOOMS) - 1) if steps else 0
        self._theme.set_zoom(ZOOMS[place])
        self._settings.zoom = self._theme.zoom
