"""Words of the network view: plural forms are found only where an object asks."""

from __future__ import annotations

from PySide6.QtCore import QObject


class NetworkWords(QObject):
    """Says how many of what, in the language of the screen."""

    def links(self, count: int) -> str:
        """Return words such as "2 link(s)"."""
        return self.tr("%n link(s)", "", count)

    def lie_between(self, per_hundred: int) -> str:
        """Return how often an organisation lies on the shortest way between two others."""
        return self.tr("on the shortest way between %n of 100 pairs of others", "", per_hundred)
