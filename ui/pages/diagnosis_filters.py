"""What of the ranking is shown: list or map, skills or groups, kind, verdict, words."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fastmap.model.choices import SkillKind, Verdict
from ui.pages.diagnosis_presenter import NeedRow
from ui.pages.page import quiet
from ui.widgets.buttons import Button
from ui.widgets.fields import ComboBox, SearchField
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.segments import Segments


class NeedFilters(QWidget):
    """One row of choices; they hide rows and change no figure. The button at its end asks about members."""

    changed = Signal()
    level_chosen = Signal(str)

    def __init__(self, *, parent: QWidget) -> None:
        """Begin with everything shown, as a list of skills."""
        super().__init__(parent)
        flow = FlowLayout(self, spacing=8)
        self.view = Segments("needView", ("list", "map"), parent=self)
        self.level = Segments("needLevel", ("skills", "groups"), parent=self)
        self.kind = ComboBox("needKind", parent=self)
        self.verdict = ComboBox("needVerdict", parent=self)
        self.search = SearchField("needSearch", parent=self)
        self.asking = Button("lookAtMembers", "funnel", parent=self)
        self.asking.setCheckable(True)
        for box in (self.kind, self.verdict):
            box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)
            box.activated.connect(self.changed)
        for widget in (self.view, self.level, self.kind, self.verdict, self.search, self.asking):
            flow.addWidget(widget)
        self.view.chosen.connect(self.changed)
        self.level.chosen.connect(self.level_chosen)
        self.search.wanted.connect(self.changed)

    @property
    def is_map(self) -> bool:
        """Whether the map is wanted."""
        return self.view.key == "map"

    @property
    def words(self) -> str:
        """What is searched for."""
        return self.search.text().strip()

    @property
    def is_asking(self) -> bool:
        """Whether anything of the ranking is left out."""
        return bool(self._kind or self.verdict.currentData() or self.words)

    @property
    def chooses_rows(self) -> bool:
        """Whether kind or verdict leave rows out."""
        return self._kind is not None or self.verdict.currentData() is not None

    def passes(self, row: NeedRow) -> bool:
        """Say whether kind and verdict let ``row`` pass."""
        kind, verdict = self._kind, self.verdict.currentData()
        return (kind is None or row.kind == kind) and (verdict is None or row.verdict == verdict)

    @property
    def _kind(self) -> object:
        return self.kind.currentData() if self.level.key == "skills" else None

    def show_words(self, kinds: Mapping[SkillKind, str], verdicts: Mapping[Verdict, str]) -> None:
        """Offer kinds and verdicts in the language of the screen; what is chosen stays."""
        with quiet(self.kind, self.verdict):
            self.kind.set_choices([(None, self.tr("All kinds")), *kinds.items()], self.kind.currentData())
            self.verdict.set_choices([(None, self.tr("All verdicts")), *verdicts.items()], self.verdict.currentData())

    def retranslate(self) -> None:
        """Set the texts."""
        self.view.set_words(self.tr("View"), {"list": self.tr("List"), "map": self.tr("Map")})
        self.level.set_words(self.tr("Level"), {"skills": self.tr("Skills"), "groups": self.tr("Groups")})
        self.kind.setAccessibleName(self.tr("Kind of skill"))
        self.verdict.setAccessibleName(self.tr("Verdict"))
        self.search.set_words(self.tr("Search"))
        self.asking.setText(self.tr("Members"))
        self.asking.setToolTip(self.tr("Look at some members only"))
