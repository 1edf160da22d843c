"""What a meeting of a test begins with: screens that no computer needs to have, and a file without meetings."""

from PySide6.QtCore import QRect

from fastmap.changes import RemoveWorkshop


class Place:
    """A screen of a test."""

    def __init__(self, *rect: int) -> None:
        self._rect = QRect(*rect)

    def geometry(self) -> QRect:
        return self._rect

    availableGeometry = geometry  # noqa: N815 - Qt's name


def without_workshops(window) -> None:
    """Take out what the open file knows of meetings: a test begins its own."""
    for workshop in window.session.state.snapshot.workshops:
        window.session.apply(RemoveWorkshop(workshop=workshop.id))
