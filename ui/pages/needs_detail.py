"""Everything about one need, beside the table: skill and verdict, all answers, and what came in word for word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from fastmap.local_time import local_time
from fastmap.model.normalise import fit_to_show
from fastmap.texts import sentence_case
from ui.pages.needs_entry import CHOICES, NarrowBox
from ui.pages.needs_rows import NeedRow
from ui.pages.needs_words import NeedWords
from ui.translating import locale
from ui.widgets.buttons import Button, DangerButton, LinkButton
from ui.widgets.cards import Rule, clear
from ui.widgets.labels import Badge, Label
from ui.widgets.side_panel import SidePanel

if TYPE_CHECKING:
    from fastmap.model.choices import Verdict
    from fastmap.model.results import SkillResult
    from fastmap.texts import Texts
    from ui.session import SessionState

_ANSWERS = ("job", "level", "short_now", "short_12m", "short_36m", "joint_people", "hiring_reason")
_RAW_ORDER = ("skill", *_ANSWERS[:5], "consequence", "hiring", "hiring_reason", "provision", "joint_people")


def verdict_tone(verdict: Verdict) -> str:
    """Return the tone of a verdict's badge."""
    from fastmap.report.context import VERDICT_TONES  # the window and the report agree

    return VERDICT_TONES[verdict].value


class NeedDetail(SidePanel):
    """The need in the row with the keyboard."""

    choice_made = Signal(str, object)
    """Column and value."""
    place_wanted = Signal()
    take_back_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, choices: Any, *, parent: QWidget | None = None) -> None:
        """Offer ``choices(column)`` for the closed questions."""
        super().__init__("needDetail", width=330, parent=parent)
        self.setProperty("card", "true")
        self._choices = choices
        self._key = ""
        badges = QHBoxLayout()
        badges.setSpacing(6)
        self.theme = Badge(parent=self)
        self.verdict = Badge(parent=self)
        badges.addWidget(self.theme)
        badges.addWidget(self.verdict)
        badges.addStretch(1)
        self.member = Label("key", wrap=True, parent=self)
        self.skill = Label("body", wrap=True, parent=self)
        self.skill.setObjectName("needDetailSkill")
        self.others = Label("secondary", wrap=True, parent=self)
        self.placing = Button("detailPlace", "arrow-right", parent=self)
        self.taking_back = LinkButton("detailTakeBack", "arrow-counter-clockwise", parent=self)
        self.answers_title = Label("heading", parent=self)
        self._answers = QGridLayout()
        self._answers.setHorizontalSpacing(10)
        self._answers.setVerticalSpacing(6)
        self._answers.setColumnStretch(0, 5)
        self._answers.setColumnStretch(1, 4)
        self.boxes = {key: NarrowBox(f"detail_{key}", parent=self) for key in CHOICES}
        self.box_labels = {key: Label("secondary", wrap=True, parent=self) for key in CHOICES}
        self.raw_title = Label("heading", parent=self)
        self.source = Label("secondary", wrap=True, parent=self)
        self._raw = QGridLayout()
        self._raw.setHorizontalSpacing(10)
        self._raw.setVerticalSpacing(6)
        self._raw.setColumnStretch(0, 5)
        self._raw.setColumnStretch(1, 4)
        self.removing = DangerButton("detailRemove", "trash", parent=self)
        self.body.addWidget(self.member)
        self.body.addLayout(badges)
        self.body.addWidget(self.skill)
        self.body.addWidget(self.others)
        self.body.addWidget(self.placing, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.taking_back, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(Rule(parent=self))
        self.body.addWidget(self.answers_title)
        for key, box in self.boxes.items():
            self.body.addWidget(self.box_labels[key])
            self.body.addWidget(box)
            box.activated.connect(lambda _, key=key: self.choice_made.emit(key, self.boxes[key].currentData()))
        self.body.addLayout(self._answers)
        self.body.addWidget(Rule(parent=self))
        self.body.addWidget(self.raw_title)
        self.body.addWidget(self.source)
        self.body.addLayout(self._raw)
        self.body.addSpacing(8)
        self.body.addWidget(self.removing, 0, Qt.AlignmentFlag.AlignLeft)
        self.placing.clicked.connect(self.place_wanted)
        self.taking_back.clicked.connect(self.take_back_wanted)
        self.removing.clicked.connect(self.remove_wanted)

    def retranslate(self) -> None:
        """Set every text that does not depend on the need."""
        self.closing.set_words(self.tr("Close details"))
        self.placing.setText(self.tr("Place this text"))
        self.taking_back.setText(self.tr("Undo placing"))
        self.answers_title.setText(self.tr("What the firm said"))
        self.raw_title.setText(self.tr("As it came in"))
        self.removing.setText(self.tr("Remove need"))
        titles = {
            "consequence": self.tr("If nothing changes"),
            "hiring": self.tr("Tried to hire"),
            "provision": self.tr("Training nearby"),
        }
        for key, title in titles.items():
            self.box_labels[key].setText(title)
            self.boxes[key].setAccessibleName(title)
            self.boxes[key].setPlaceholderText(self.tr("not said"))

    def show_need(self, row: NeedRow, state: SessionState, result: SkillResult | None, others: int) -> None:
        """Show a need; ``others``: how many other members named its skill."""
        texts = state.texts
        need, skill = row.source.need, row.source.skill
        self.title.setText(row.text)
        self.member.setText(row.member)
        if skill is None:
            self.theme.set_badge(self.tr("not placed"), "warn")
            self.skill.setText(self.tr("Counted by itself until somebody says which skill it is."))
        else:
            self.theme.set_badge(row.theme or texts.term(f"skill_source.{skill.source.value}"), row.theme_tone)
            label = skill.label(texts.language)
            self.skill.setText(label)
            # Said once where the firm's words are those of the vocabulary.
            self.skill.setHidden(label.casefold() == row.text.casefold())
        self.verdict.setVisible(result is not None)
        if result is not None:
            verdict = result.imbalance.verdict
            self.verdict.set_badge(
                sentence_case(texts.term(f"verdict.{verdict.value}")),
                verdict_tone(verdict),
                texts.term(f"verdict_meaning.{verdict.value}"),
            )
        self.others.setText(NeedWords().named_by_others(others) if others else self.tr("No other member named it"))
        self.placing.setVisible(skill is None and state.can_edit)
        self.taking_back.setVisible(skill is not None and state.can_edit)
        self.removing.setVisible(state.can_edit)
        for key, value in (("consequence", need.consequence), ("hiring", need.hiring), ("provision", need.provision)):
            self.boxes[key].set_choices(self._choices(key), value)
            self.boxes[key].setEnabled(state.can_edit)
        _fill(self._answers, self._answer_lines(row, texts), self)
        self._show_raw(row, texts)

    def _answer_lines(self, row: NeedRow, texts: Texts) -> list[tuple[str, str]]:
        need = row.source.need
        number = locale().toString
        lines = [
            (self.tr("Job"), need.job or ""),
            (self.tr("Level"), texts.term(f"need_level.{need.level.value}") if need.level is not None else ""),
            (self.tr("Short today"), "" if need.short_now is None else number(need.short_now)),
            (self.tr("Short in 12 months"), "" if need.short_12m is None else number(need.short_12m)),
            (self.tr("Short in three years"), "" if need.short_36m is None else number(need.short_36m)),
            (self.tr("For joint training"), "" if need.joint_people is None else number(need.joint_people)),
            (
                self.tr("Why hiring was hard"),
                ", ".join(texts.term(f"hiring_reason.{reason.value}") for reason in need.hiring_reasons),
            ),
        ]
        return [(label, value or self.tr("not said")) for label, value in lines]

    def _show_raw(self, row: NeedRow, texts: Texts) -> None:
        response = row.source.response
        came = texts.date(local_time(response.received_at).date())
        channel = texts.term(f"channel.{response.channel.value}")
        parts = [channel[:1].upper() + channel[1:], came, response.source_name or ""]
        self.source.setText(" · ".join(part for part in parts if part))
        prefix = f"need_{row.source.need.row}_"
        raw = {name.removeprefix(prefix): text for name, text in response.raw.items() if name.startswith(prefix)}
        lines = [(texts.term(f"form.label.{name}"), fit_to_show(raw[name])) for name in _RAW_ORDER if name in raw]
        _fill(self._raw, lines or [(self.tr("Nothing was kept word for word."), "")], self)


def _fill(grid: QGridLayout, lines: list[tuple[str, str]], parent: QWidget) -> None:
    clear(grid)
    for place, (label, value) in enumerate(lines):
        words = Label("secondary", label, wrap=True, parent=parent)
        said = Label("body", value, wrap=True, parent=parent)
        grid.addWidget(words, place, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(said, place, 1, Qt.AlignmentFlag.AlignTop)
