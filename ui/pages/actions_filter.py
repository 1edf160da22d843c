"""Filters of the grid: six lists in a row, each asking one thing of the actions."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fastmap.analysis.action_filter import NOBODY, ActionFilter
from fastmap.model.choices import ActionStatus, Step, Timing
from fastmap.model.ids import PartnerId, SkillUri
from fastmap.model.snapshot import Snapshot
from fastmap.texts import Texts, sentence_case
from ui.pages.page import quiet
from ui.widgets.buttons import IconButton
from ui.widgets.fields import ComboBox
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Label

_ANY = "*"
"""Asks nothing; no owner, skill or partner is called so in a file."""


class FilterBar(QWidget):
    """Holds an `ActionFilter`; hidden until it is asked for."""

    changed = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin hidden, asking nothing."""
        super().__init__(parent)
        self.setObjectName("actionFilter")
        flow = FlowLayout(self, spacing=8)
        self.boxes = {
            key: ComboBox(f"filter_{key}", parent=self)
            for key in ("timing", "status", "owner", "step", "skill", "partner")
        }
        for box in self.boxes.values():
            box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(9)
            box.currentIndexChanged.connect(self.changed)
            flow.addWidget(box)
        self.clearing = IconButton("clearFilter", "x", parent=self)
        self.clearing.clicked.connect(self.clear)
        flow.addWidget(self.clearing)
        self.count = Label("secondary", parent=self)
        flow.addWidget(self.count)
        self.hide()

    @property
    def asked(self) -> ActionFilter:
        """What is asked."""
        chosen = {
            key: str(box.currentData()) for key, box in self.boxes.items() if box.currentData() not in (None, _ANY)
        }
        return ActionFilter(
            timing=Timing(chosen["timing"]) if "timing" in chosen else None,
            status=ActionStatus(chosen["status"]) if "status" in chosen else None,
            owner=chosen.get("owner"),
            step=Step(chosen["step"]) if "step" in chosen else None,
            skill=SkillUri(chosen["skill"]) if "skill" in chosen else None,
            partner=PartnerId(chosen["partner"]) if "partner" in chosen else None,
        )

    def clear(self) -> None:
        """Ask nothing any more."""
        with quiet(self):
            for box in self.boxes.values():
                box.setCurrentIndex(0)
        self.changed.emit()

    def show_choices(self, snapshot: Snapshot, texts: Texts) -> None:
        """Offer what occurs among the actions; what was chosen stays chosen while it occurs."""
        actions = snapshot.actions
        owners = sorted({action.owner for action in actions if action.owner}, key=str.casefold)
        named_skills = {skill for action in actions for skill in action.skills}
        named_partners = {partner for action in actions for partner in action.partners}
        skills = sorted(
            (sentence_case(skill.label(texts.language)), str(skill.uri))
            for skill in snapshot.skills
            if skill.uri in named_skills
        )
        partners = sorted(
            (partner.name, str(partner.id)) for partner in snapshot.partners if partner.id in named_partners
        )
        nobody = [(NOBODY, self.tr("Nobody in charge"))] if any(not action.owner for action in actions) else []
        self._offer("timing", self.tr("Any timing"), [(one.value, _word(texts, "timing", one)) for one in Timing])
        statuses = [(one.value, _word(texts, "action_status", one)) for one in ActionStatus]
        self._offer("status", self.tr("Any state"), statuses)
        self._offer("owner", self.tr("Anybody"), [*nobody, *((one, one) for one in owners)])
        self._offer("step", self.tr("Any step"), [(one.value, _word(texts, "step", one)) for one in Step])
        self._offer("skill", self.tr("Any skill"), [(uri, label) for label, uri in skills])
        self._offer("partner", self.tr("Any partner"), [(key, name) for name, key in partners])

    def _offer(self, key: str, nothing: str, choices: list[tuple[str, str]]) -> None:
        box = self.boxes[key]
        chosen = box.currentData()
        known = {value for value, _ in choices}
        box.set_choices([(_ANY, nothing), *choices], chosen if chosen in known else _ANY)
        box.setAccessibleName(nothing)
        box.setToolTip(box.currentText())

    def show_count(self, shown: int, count: int) -> None:
        """Say how many actions match."""
        words = self.tr("{shown} of %n action(s)", "", count).format(shown=shown)
        self.count.setText(words if self.asked else "")
        self.clearing.setEnabled(bool(self.asked))

    def retranslate(self) -> None:
        """Set every text that does not come with the actions."""
        self.clearing.set_words(self.tr("Show all actions again"))


def _word(texts: Texts, family: str, value: object) -> str:
    return sentence_case(texts.term(f"{family}.{value}"))
