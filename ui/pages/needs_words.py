"""Counted words of the step Needs for functions without a widget: plural forms are found only where an object asks."""

from __future__ import annotations

from PySide6.QtCore import QObject


class NeedWords(QObject):
    """Says how many of what, in the language of the screen."""

    def forms(self, count: int) -> str:
        """Return "25 forms"."""
        return self.tr("%n form(s)", "", count)

    def needs(self, count: int) -> str:
        """Return "86 needs"."""
        return self.tr("%n need(s)", "", count)

    def open_texts(self, count: int) -> str:
        """Return "4 texts without a skill"."""
        return self.tr("%n text(s) without a skill", "", count)

    def to_check(self, count: int) -> str:
        """Return "2 to check"."""
        return self.tr("%n to check", "", count)

    def named_by_others(self, count: int) -> str:
        """Return "3 other members named it"."""
        return self.tr("%n other member(s) named it", "", count)

    def candidates(self, count: int) -> str:
        """Return "5 candidates"."""
        return self.tr("%n candidate(s)", "", count)
