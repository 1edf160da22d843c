"""The titles of the menu bar. They are painted first; what stands in the menus follows (`ui.frame.menus`)."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow, QMenu


class MenuBar(QObject):
    """Six empty menus with their titles."""

    def __init__(self, window: QMainWindow) -> None:
        """Show the titles in the menu bar of ``window``."""
        super().__init__(window)
        bar = window.menuBar()
        self.menus: Mapping[str, QMenu] = {
            name: bar.addMenu("") for name in ("file", "edit", "view", "go", "workshop", "help")
        }
        """By name; to be filled."""
        for name, menu in self.menus.items():
            menu.setObjectName(f"menu_{name}")
        self.retranslate()

    def retranslate(self) -> None:
        """Set every title."""
        titles = {
            "file": self.tr("&File"),
            "edit": self.tr("&Edit"),
            "view": self.tr("&View"),
            "go": self.tr("&Go"),
            "workshop": self.tr("&Workshop"),
            "help": self.tr("&Help"),
        }
        for name, menu in self.menus.items():
            menu.setTitle(titles[name])
