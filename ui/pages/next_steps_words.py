"""Words that several parts of the page of next steps say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from fastmap.model.choices import Complexity, Scope
from ui.pages.next_steps_views import BadgeView

if TYPE_CHECKING:
    from fastmap.model.actions import Cell
    from fastmap.texts import Texts


class NextStepsWords(QObject):
    """Sentences with plural forms, which the collector of texts only finds in `tr`."""

    def decisions_to_take(self, count: int, accepted: int) -> str:
        """Return "3 decisions to take, 2 accepted"."""
        if not accepted:
            return self.tr("%n decision(s) to take", "", count)
        words = self.tr("%n decision(s) to take, {accepted} accepted", "", count)
        return words.replace("{accepted}", str(accepted))


def capital(words: str) -> str:
    """Return ``words`` with a capital letter at their beginning.

    >>> capital("welding: 8 firms need it.")
    'Welding: 8 firms need it.'
    """
    return words[:1].upper() + words[1:]


def cell_badge(cell: Cell, texts: Texts) -> BadgeView:
    """Return the cell of the grid as a short badge; the full words stand in its tooltip."""
    scope = {
        Scope.ALONE: QCoreApplication.translate("NextStepsPage", "Alone"),
        Scope.REGIONAL: QCoreApplication.translate("NextStepsPage", "Regional"),
        Scope.INTERNATIONAL: QCoreApplication.translate("NextStepsPage", "International"),
    }[cell.scope]
    complexity = {
        Complexity.LOW_MEDIUM: QCoreApplication.translate("NextStepsPage", "low–medium"),
        Complexity.HIGH: QCoreApplication.translate("NextStepsPage", "high"),
    }[cell.complexity]
    full = f"{texts.term(f'scope.{cell.scope}')}, {texts.term(f'complexity.{cell.complexity}')}"
    return BadgeView(text=f"{scope} · {complexity}", tone=str(cell.scope), full=capital(full))
