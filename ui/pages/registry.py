"""The eight steps in their order, and where their pages are. A step is listed as soon as its module exists.

Titles and icons stand here, so that the window can be painted before any page is imported.
"""

from __future__ import annotations

import importlib
import importlib.util
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

if TYPE_CHECKING:
    from ui.pages.page import Page


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the journey."""

    key: str
    source: str
    """The title in English."""
    icon: str
    class_name: str

    @property
    def title(self) -> str:
        """The title in the language of the screen."""
        return QCoreApplication.translate("Steps", self.source)

    @property
    def module(self) -> str:
        """The module of the page."""
        return f"ui.pages.{self.key}"

    def load(self) -> type[Page]:
        """Import the page's module and return its class."""
        page: type[Page] = getattr(importlib.import_module(self.module), self.class_name)
        return page


ALL_STEPS = (
    Step("cluster", str(QT_TRANSLATE_NOOP("Steps", "Cluster")), "buildings", "ClusterPage"),
    Step("members", str(QT_TRANSLATE_NOOP("Steps", "Members")), "users-three", "MembersPage"),
    Step("needs", str(QT_TRANSLATE_NOOP("Steps", "Needs")), "clipboard-text", "NeedsPage"),
    Step("partners", str(QT_TRANSLATE_NOOP("Steps", "Partners")), "tree-structure", "PartnersPage"),
    Step("diagnosis", str(QT_TRANSLATE_NOOP("Steps", "Diagnosis")), "scales", "DiagnosisPage"),
    Step("actions", str(QT_TRANSLATE_NOOP("Steps", "Actions")), "squares-four", "ActionsPage"),
    Step("next_steps", str(QT_TRANSLATE_NOOP("Steps", "Next steps")), "path", "NextStepsPage"),
    Step("report", str(QT_TRANSLATE_NOOP("Steps", "Report")), "file-text", "ReportPage"),
)


def steps() -> tuple[Step, ...]:
    """Return the steps whose pages exist."""
    return tuple(step for step in ALL_STEPS if importlib.util.find_spec(step.module) is not None)


def step(key: str) -> Step:
    """Return one step by its key."""
    return next(step for step in ALL_STEPS if step.key == key)
