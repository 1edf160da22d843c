"""Buttons in their four looks. Texts begin with a verb and are set by the owner's `retranslate`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QToolButton, QWidget

from ui.theme import icons
from ui.theme.theme import current

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QKeySequence, QPaintEvent

_BESIDE_ICON: Final = 4
"""Pixels that Qt leaves between icon and words."""


class Button(QPushButton):
    """The ordinary button."""

    look: ClassVar[str] = "plain"
    icon_colour: ClassVar[str] = "text"

    def __init__(self, name: str, icon: str = "", *, parent: QWidget | None = None) -> None:
        """Carry the object name ``name`` and perhaps an icon before the text."""
        self._is_painting = False
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("look", self.look)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.set_icon(icon)
        current().changed.connect(self._fit)
        self._fit()

    def set_icon(self, icon: str) -> None:
        """Show another icon, or none."""
        if icon:
            self.setIcon(icons.icon(icon, self.icon_colour))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses a button as the space bar does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.isEnabled():
            self.animateClick()
            return
        super().keyPressEvent(event)

    def initStyleOption(self, option: QStyleOptionButton) -> None:  # noqa: N802 - Qt's name
        """Cut the words to the room there is, with an ellipsis; all of them stand in the tooltip then."""
        super().initStyleOption(option)
        if self._is_painting:  # asked for its size, the button says all of them
            room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self).width()
            room -= 0 if self.icon().isNull() else self.iconSize().width() + _BESIDE_ICON
            shown = self.fontMetrics().elidedText(
                option.text, Qt.TextElideMode.ElideRight, max(room, 1), Qt.TextFlag.TextShowMnemonic.value
            )
            self._tell_what_is_cut(is_cut=shown != option.text)
            option.text = shown

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button."""
        self._is_painting = True
        try:
            super().paintEvent(event)
        finally:
            self._is_painting = False

    def _tell_what_is_cut(self, *, is_cut: bool) -> None:
        words = self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")  # without the marks of keys
        if is_cut and not self.toolTip():
            self.setToolTip(words)
        elif not is_cut and self.toolTip() == words:
            self.setToolTip("")

    def _fit(self) -> None:
        # Wider than high: Qt leaves only four pixels between icon and text.
        self.setIconSize(QSize(current().px(20), current().px(16)))


class PrimaryButton(Button):
    """What one usually does here; at most one in sight on a page."""

    look = "primary"
    icon_colour = "on_primary"


class LinkButton(Button):
    """A lesser choice that reads like a word in the text."""

    look = "link"
    icon_colour = "primary"


class DangerButton(Button):
    """Removes something; undo brings it back."""

    look = "danger"
    icon_colour = "tone.bad"


class IconButton(QToolButton):
    """A button without text: it always has a name for screen readers, and a tooltip with its shortcut."""

    def __init__(self, name: str, icon: str, *, parent: QWidget | None = None) -> None:
        """Carry the object name ``name`` and the icon ``icon``; give it words with `set_words`."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_icon(icon)
        current().changed.connect(self._fit)
        self._fit()

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self.setIcon(icons.icon(icon))

    def set_words(self, words: str, shortcut: QKeySequence | None = None) -> None:
        """Say what the button does, for tooltip and screen readers."""
        keys = shortcut.toString(shortcut.SequenceFormat.NativeText) if shortcut is not None else ""
        self.setAccessibleName(words)
        self.setToolTip(f"{words} ({keys})" if keys else words)

    def _fit(self) -> None:
        self.setIconSize(QSize(current().px(18), current().px(18)))
