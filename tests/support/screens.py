"""Screens that no computer needs to have."""

from PySide6.QtCore import QRect


class Place:
    """A screen of a test."""

    def __init__(self, *rect: int) -> None:
        self._rect = QRect(*rect)

    def geometry(self) -> QRect:
        return self._rect

    availableGeometry = geometry  # noqa: N815 - Qt's name
