"""Below the texts: which key does what, and the ways to the vocabulary and to decisions made elsewhere."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.buttons import LinkButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Label


class PlacingFoot(QWidget):
    """Shows keys and links; whoever owns it connects the links."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin without words."""
        super().__init__(parent)
        self._recallable = 0
        self._can_edit = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.keys = Label("secondary", wrap=True, parent=self)
        self.hint = Label("secondary", wrap=True, parent=self)
        links = QWidget(self)
        flow = FlowLayout(links, spacing=8)
        self.recalling = LinkButton("recallPrevious", "clock-counter-clockwise", parent=links)
        self.importing = LinkButton("importDecisions", "file-arrow-down", parent=links)
        self.exporting = LinkButton("exportDecisions", "file-arrow-up", parent=links)
        self.vocabulary = LinkButton("showVocabulary", "books", parent=links)
        for link in (self.recalling, self.importing, self.exporting, self.vocabulary):
            flow.addWidget(link)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.keys, 1)
        first.addWidget(links, 1)
        column.addLayout(first)
        column.addWidget(self.hint)

    def show_keys(self, state: str, *, are_useful: bool) -> None:
        """Say which keys decide about texts that are ``open``, ``decided`` or ``set_aside``."""
        self.keys.setVisible(are_useful)
        match state:
            case "open":
                words = self.tr("Keys: Enter or 1 to 5 accept, C another skill, O own skill, S split, X set aside")
            case "decided":
                words = self.tr("Keys: Shift+arrows choose several to merge, C merge or change, R rename, T take back")
            case _:
                words = self.tr("Keys: T take back")
        self.keys.setText(words)

    def show_ways(self, *, can_edit: bool, has_decisions: bool, has_vocabulary: bool, has_esco: bool) -> None:
        """Show the links that lead somewhere."""
        self._can_edit = can_edit
        self.hint.setVisible(not has_esco)
        self.vocabulary.setVisible(has_vocabulary)
        self.importing.setVisible(can_edit)
        self.exporting.setVisible(has_decisions)
        self._show_recalling()

    def set_recallable(self, texts: int) -> None:
        """Say how many decisions of the previous round could be taken over."""
        self._recallable = texts
        self._show_recalling()

    def _show_recalling(self) -> None:
        self.recalling.setText(self.tr("Take over %n decision(s) of the previous round", "", self._recallable))
        self.recalling.setVisible(bool(self._recallable) and self._can_edit)

    def retranslate(self) -> None:
        """Set the texts that do not depend on what is in sight."""
        self.vocabulary.setText(self.tr("Vocabulary…"))
        self.exporting.setText(self.tr("Save decisions as table…"))
        self.importing.setText(self.tr("Take decisions over…"))
        self.hint.setText(
            self.tr(
                "Only the starter list is loaded. For many more skills download ESCO (CSV, one package per language) "
                "from esco.ec.europa.eu and load it under Vocabulary, once per computer."
            )
        )
