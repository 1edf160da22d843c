"""The theme in force: light or dark, how large everything is, and applying both to the whole application."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme.palette import palette_of
from ui.theme.style_sheet import style_sheet
from ui.theme.tokens import Tokens, load_tokens
from ui.theme.type_scale import font_of

if TYPE_CHECKING:
    from ui.theme.switching import Switching

ZOOMS = (1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
"""The zoom factors that View → Larger walks through."""


class Mode(StrEnum):
    """What the person chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Mode and zoom of the running application."""

    changed = Signal()
    """Colours or sizes are others now; palette and style sheet are already in place."""

    def __init__(self, app: QApplication, *, mode: Mode = Mode.SYSTEM, zoom: float = 1.0) -> None:
        """Belong to ``app`` and become `current`; call `apply` before the first window is shown."""
        super().__init__(app)
        self._app = app
        self._mode = mode
        self._zoom = zoom
        self._fonts: dict[str, QFont] = {}
        self._switching: Switching | None = None
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        _themes.append(self)

    @property
    def mode(self) -> Mode:
        """What the person chose."""
        return self._mode

    @property
    def zoom(self) -> float:
        """1 to 2."""
        return self._zoom

    @property
    def is_dark(self) -> bool:
        """Whether the dark tokens are in force, by choice or because the system is dark."""
        if self._mode is Mode.SYSTEM:
            return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._mode is Mode.DARK

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return load_tokens("dark" if self.is_dark else "light")

    def colour(self, name: str) -> QColor:
        """Return a token (or ``tone.<name>``) as a colour to paint with."""
        return QColor(self.tokens.colour(name))

    def soft(self, tone: str) -> QColor:
        """Return the soft ground of a tone."""
        return QColor(self.tokens.tone(tone).soft)

    def font(self, role: str) -> QFont:
        """Return the font of a role of the type scale at the present zoom."""
        if role not in self._fonts:
            self._fonts[role] = font_of(role, self._zoom)
        return self._fonts[role]

    def px(self, length: float) -> int:
        """Return a length of the visual language at the present zoom, in whole pixels."""
        return round(length * self._zoom)

    def set_mode(self, mode: Mode) -> None:
        """Switch to another mode at once."""
        if mode is not self._mode:
            self._mode = mode
            self._recolour()

    def set_zoom(self, zoom: float) -> None:
        """Make everything ``zoom`` times as large (1 to 2)."""
        zoom = min(max(zoom, ZOOMS[0]), ZOOMS[-1])
        if zoom != self._zoom:
            self._zoom = zoom
            self._fonts.clear()
            self.finish_recolouring()
            self.apply()

    def apply(self) -> None:
        """Put palette, font and style sheet in place and announce it."""
        # Changing a style sheet styles each widget once more for every widget around it; taking it away and setting the
        # other styles each twice in all (a tenth of the time, with all pages made).
        self._app.setStyleSheet("")
        self._app.setPalette(palette_of(self.tokens))
        self._app.setFont(self.font("body"))
        for class_name, role in _ROLES_OF_CLASSES.items():
            self._app.setFont(self.font(role), class_name)  # type: ignore[arg-type]  # the stub is wrong: text it is
        self._app.setStyleSheet(style_sheet(self.tokens, self._zoom))
        self.changed.emit()

    def _follow_system(self) -> None:
        if self._mode is Mode.SYSTEM:
            self._recolour()

    def _recolour(self) -> None:
        """Apply other colours: every length stays, so what is out of sight can follow a little later."""
        from ui.theme.switching import Switching  # not for the first paint to wait for

        if self._switching is None:
            self._switching = Switching(self._app)
        self._switching.begin()
        self.apply()
        self._switching.end()

    def finish_recolouring(self) -> None:
        """Style at once what is out of sight and would follow later: for whoever paints what is not shown."""
        if self._switching is not None:
            self._switching.finish()


_ROLES_OF_CLASSES = {"QPushButton": "key", "QHeaderView": "badge", "QTabBar": "key", "QToolTip": "secondary"}
"""What is not written in the body font although nobody sets its font."""

_themes: list[Theme] = []


def current() -> Theme:
    """Return the theme of the running application."""
    return _themes[-1]


def restyle(widget: QWidget, **properties: object) -> None:
    """Set properties that the style sheet asks for, and let it be read again for ``widget`` if one is new."""
    changed = False
    for name, value in properties.items():
        if widget.property(name) != value:
            widget.setProperty(name, value)
            changed = True
    # What has not been shown yet will be read anyway.
    if changed and widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)
        widget.update()


def app() -> QApplication:
    """Return the running application."""
    return cast("QApplication", QApplication.instance())
