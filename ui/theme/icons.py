"""Line icons: the Phosphor set, drawn from its font file in token colours, sharp at any size.

The font and its map of names come with the package QtAwesome. They are found with `importlib.util.find_spec`, because
importing that package costs more than a bare window. An icon asks for the theme's colour whenever it is painted, so it
follows a switch of theme by itself.
"""

from __future__ import annotations

import importlib.util
from functools import cache
from pathlib import Path

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

from ui.theme.theme import current


class PhosphorEngine(QIconEngine):
    """Draws one glyph in one token colour; the colour is looked up when it is painted."""

    def __init__(self, name: str, colour: str) -> None:
        """Draw the icon ``name`` in the token ``colour``."""
        super().__init__()
        self._name = name
        self._colour = colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        """Draw the glyph into ``rect``; disabled ones at less than half strength."""
        colour = QColor(current().tokens.colour(self._colour))
        if mode == QIcon.Mode.Disabled and self._colour == "on_primary":
            # The coloured ground is gone, on which alone it can be seen: as the words beside it.
            colour = QColor(current().tokens.colour("text2"))
        elif mode == QIcon.Mode.Disabled:
            colour.setAlphaF(0.45)
        paint_icon(painter, QRectF(rect), self._name, colour)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the glyph on a transparent ground."""
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        """Return another engine of the same icon."""
        return PhosphorEngine(self._name, self._colour)


def icon(name: str, colour: str = "text") -> QIcon:
    """Return the icon ``name`` ("plus", "users-three" …) in the token ``colour``; an unknown name is our mistake."""
    glyph(name)
    return QIcon(PhosphorEngine(name, colour))


def paint_icon(painter: QPainter, rect: QRectF, name: str, colour: QColor) -> None:
    """Draw an icon centred into ``rect``, as high as it."""
    font = QFont(_family())
    font.setPixelSize(max(1, round(min(rect.width(), rect.height()))))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.setFont(font)
    painter.setPen(colour)
    # Whole device pixels, or thin lines blur.
    painter.translate(QPointF(round(rect.x()), round(rect.y())))
    painter.drawText(QRectF(0, 0, rect.width(), rect.height()), Qt.AlignmentFlag.AlignCenter, glyph(name))
    painter.restore()


@cache
def glyph(name: str) -> str:
    """Return the character of an icon. Raises `KeyError` for a name that the set does not have."""
    # Looking a few names up in the text takes a tenth of what parsing all 4,470 does, and the first paint waits for it.
    _, found, rest = _charmap().partition(f'"{name}": "0x')
    if not found:
        raise KeyError(name)
    return chr(int(rest[: rest.index('"')], 16))


@cache
def _charmap() -> str:
    return _file("phosphor-charmap-*.json").read_text(encoding="utf-8")


@cache
def _family() -> str:
    number = QFontDatabase.addApplicationFont(str(_file("phosphor-*.ttf")))
    return QFontDatabase.applicationFontFamilies(number)[0]


def _file(pattern: str) -> Path:
    spec = importlib.util.find_spec("qtawesome")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("QtAwesome is not installed: run `python3 dev.py setup`")
    return next(iter(sorted(Path(spec.origin).parent.joinpath("fonts").glob(pattern))))
