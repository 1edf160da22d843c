"""What happens when somebody changes the opened action in the panel: each field becomes one named change."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from fastmap.model.ids import ActionId
from ui.pages.actions_editor import EditPanel
from ui.pages.actions_fields import ActionFields
from ui.widgets.completion import Suggestion


class ActionEditing(QObject):
    """Listens to the panel and sets fields of the action that stands in it."""

    def __init__(
        self, editor: EditPanel, fields: ActionFields, opened: Callable[[], ActionId | None], *, parent: QObject
    ) -> None:
        """Take what ``editor`` says to ``fields``; ``opened`` tells of which action."""
        super().__init__(parent)
        self._editor, self._fields, self._opened = editor, fields, opened
        editor.edited.connect(self._edit)
        editor.date_typed.connect(self._edit_date)
        editor.budget_typed.connect(self._edit_budget)
        editor.evidence_typed.connect(self._edit_evidence)
        editor.link_wanted.connect(self._open_link)
        editor.partners.search.wanted.connect(self._offer_partners)
        editor.skills.search.wanted.connect(self._offer_skills)
        editor.partner_added.connect(self._add_partner)
        editor.partner_removed.connect(self._remove_partner)
        editor.skill_added.connect(self._add_skill)
        editor.skill_removed.connect(self._remove_skill)

    def _edit(self, field: str, value: object) -> None:
        opened = self._opened()
        if opened is not None:
            complaint = self._fields.set_field(opened, field, value)
            if field == "title":
                self._editor.complain("title", complaint)

    def _edit_date(self, field: str, typed: str) -> None:
        opened = self._opened()
        if opened is not None:
            self._editor.complain(field, self._fields.set_day(opened, field, typed))

    def _edit_budget(self, typed: str) -> None:
        opened = self._opened()
        if opened is not None:
            self._editor.complain("budget", self._fields.set_budget(opened, typed))

    def _edit_evidence(self, typed: str) -> None:
        opened = self._opened()
        if opened is not None:
            self._fields.set_evidence(opened, typed)

    def _open_link(self, link: str) -> None:
        """Open an address in the system's browser: only what a person recorded, and only when asked."""
        QDesktopServices.openUrl(QUrl(link))

    def _offer_partners(self, number: int, typed: str) -> None:
        opened = self._opened()
        if opened is not None:
            self._editor.partners.search.offer(number, self._fields.find_partners(opened, typed))

    def _offer_skills(self, number: int, typed: str) -> None:
        opened = self._opened()
        if opened is not None:
            self._editor.skills.search.offer(number, self._fields.find_skills(opened, typed))

    def _add_partner(self, suggestion: Suggestion) -> None:
        opened = self._opened()
        if opened is not None:
            self._fields.add_partner(opened, str(suggestion.value))

    def _remove_partner(self, partner: str) -> None:
        opened = self._opened()
        if opened is not None:
            self._fields.remove_partner(opened, partner)

    def _add_skill(self, suggestion: Suggestion) -> None:
        opened = self._opened()
        if opened is not None:
            self._fields.add_skill(opened, suggestion)

    def _remove_skill(self, skill: str) -> None:
        opened = self._opened()
        if opened is not None:
            self._fields.remove_skill(opened, skill)
