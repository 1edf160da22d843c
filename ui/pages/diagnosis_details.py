"""The detail panel of the diagnosis page: what holds for one skill, why, how firmly, and what a person adds to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.diagnosis_bars import Bars
from ui.pages.diagnosis_details_view import Details, Fact, FirmLine
from ui.pages.diagnosis_judgement import Judgement, SecondSources, Strategic
from ui.pages.diagnosis_parts import FigureStrip, Firmness
from ui.widgets.cards import Rule, scrolling
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.fold import Fold
from ui.widgets.labels import Badge, Label

_MOST_FIRMS = 200


class DiagnosisDetails(QFrame):
    """Shows `Details`; its widgets are made once and only filled when another row is chosen, so it follows at once."""

    verdict_set = Signal(str, object, str)
    verdict_cleared = Signal(str)
    source_noted = Signal(str, str, object)
    source_removed = Signal(str)
    strategic_marked = Signal(str, bool, str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin with nothing shown."""
        super().__init__(parent)
        self.setObjectName("needDetails")
        self.setProperty("card", "true")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        content = QWidget()
        content.setObjectName("needDetailsContent")
        self.area = scrolling(content, name="needDetailsScroll", parent=self)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        outer.addWidget(self.area)
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(18, 14, 18, 18)
        self._column.setSpacing(6)
        self.title = Label("card", wrap=True, parent=content)
        self.title.setObjectName("needTitle")
        self._column.addWidget(self.title)
        self._badges = _Badges(parent=content)
        self._column.addWidget(self._badges)
        self.meaning = self._text("body")
        self.meaning.setObjectName("needMeaning")
        self._column.addSpacing(4)
        self.strip = FigureStrip("needStrip", parent=content)
        self._column.addWidget(self.strip)
        self._heads: dict[str, Label] = {}
        self._head("why")
        self.rule = self._text("body")
        self.rule.setObjectName("needRule")
        self.votes = Bars("needVotes", parent=content)
        self._column.addWidget(self.votes)
        self.votes_note = self._text("secondary")
        self.firm = Firmness(parent=content)
        self._column.addWidget(self.firm)
        self._head("settle")
        self.settle = self._text("body")
        self.settle.setObjectName("needSettle")
        self._rule()
        self.sources = SecondSources(parent=content)
        self._column.addWidget(self.sources)
        self._rule()
        self.strategic = Strategic(parent=content)
        self._column.addWidget(self.strategic)
        self._rule()
        self.judgement = Judgement(parent=content)
        self._column.addWidget(self.judgement)
        self._rule()
        self.figures = Facts("needFigures", parent=content)
        self.parts = Bars("needParts", parent=content)
        self.firms = Firms(parent=content)
        self.folds = {
            "figures": Fold("foldFigures", self.figures, parent=content),
            "parts": Fold("foldParts", self.parts, parent=content),
            "words": Fold("foldWords", self.firms, parent=content),
        }
        for fold in self.folds.values():
            self._column.addWidget(fold)
        self._column.addStretch(1)
        self.uri = ""
        self._drafts: dict[str, tuple[str, tuple[object, str] | None]] = {}
        """What was being typed about skills that are out of sight: a second source, a verdict of one's own."""
        self._file = ""
        self.sources.noted.connect(lambda words, opinion: self.source_noted.emit(self.uri, words, opinion))
        self.sources.removed.connect(self.source_removed)
        self.strategic.marked.connect(lambda marked, reason: self.strategic_marked.emit(self.uri, marked, reason))
        self.judgement.chosen.connect(lambda verdict, reason: self.verdict_set.emit(self.uri, verdict, reason))
        self.judgement.cleared.connect(lambda: self.verdict_cleared.emit(self.uri))

    def _text(self, role: str) -> Label:
        label = Label(role, wrap=True, parent=self)
        self._column.addWidget(label)
        return label

    def _head(self, key: str) -> None:
        self._column.addSpacing(8)
        self._heads[key] = self._text("heading")

    def _rule(self) -> None:
        self._column.addSpacing(8)
        self._column.addWidget(Rule(parent=self))
        self._column.addSpacing(4)

    def retranslate(self) -> None:
        """Set every text that does not come with the details."""
        self.area.setAccessibleName(self.tr("What is known about the chosen skill"))
        self._heads["why"].setText(self.tr("Why"))
        self._heads["settle"].setText(self.tr("What would settle it"))
        for key, words in {
            "figures": self.tr("All figures"),
            "parts": self.tr("What its priority is made of"),
            "words": self.tr("In the firms' own words"),
        }.items():
            self.folds[key].set_words(words)
        self.firm.retranslate()
        for part in (self.sources, self.strategic, self.judgement):
            part.retranslate()

    def show_details(self, details: Details, *, can_edit: bool) -> None:
        """Show another skill, or the same one anew; what somebody is typing stays, or comes back with its skill."""
        is_other = self.uri != details.uri
        if is_other:
            self._keep_draft()
        self.uri = details.uri
        self.title.setText(details.title)
        self._badges.show_badges(details.badges)
        self.meaning.setText(details.meaning)
        self.rule.setText(details.rule)
        self.votes.show_bars(details.votes)
        self.votes.setVisible(any(bar.value_0_1 for bar in details.votes))
        self.votes_note.setText(details.votes_note)
        self.votes_note.setVisible(bool(details.votes_note))
        self.figures.show_facts(details.figures)
        self.strip.show_figures(details.strip)
        self.firm.show_firmness(details.is_firm, details.firmness, details.flipping)
        self.settle.setText("\n".join(f"•  {sentence}" for sentence in details.settle))
        self._heads["settle"].setVisible(bool(details.settle))
        self.settle.setVisible(bool(details.settle))
        self.parts.show_bars(details.parts)
        self.folds["parts"].setVisible(bool(details.parts))
        self.sources.show_sources(details.sources, can_edit=can_edit, forget=is_other)
        self.strategic.show_mark(details, can_edit=can_edit, forget=is_other)
        self.judgement.show_verdict(details, can_edit=can_edit, forget=is_other)
        self.firms.show_firms(details.firms[:_MOST_FIRMS])
        self.folds["words"].setVisible(bool(details.firms))
        if is_other:
            self._resume_draft(can_edit=can_edit)
            self.area.verticalScrollBar().setValue(0)

    def keep_to(self, file: str) -> None:
        """Forget what was being typed about the skills of another assessment than ``file``."""
        if file != self._file:
            self._file, self.uri = file, ""
            self._drafts.clear()

    def _keep_draft(self) -> None:
        draft = (self.sources.draft(), self.judgement.draft())
        if self.uri and any(draft):
            self._drafts[self.uri] = draft

    def _resume_draft(self, *, can_edit: bool) -> None:
        source, judgement = self._drafts.pop(self.uri, ("", None))
        if source:
            self.sources.resume(source)
        if judgement is not None and can_edit:
            self.judgement.resume(judgement)


class _Badges(QWidget):
    """A row of badges, reused from row to row."""

    def __init__(self, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, spacing=6)
        self._badges: list[Badge] = []

    def show_badges(self, badges: Sequence[tuple[str, str, str]]) -> None:
        while len(self._badges) < len(badges):
            badge = Badge(parent=self)
            badge.setObjectName(f"needBadge{len(self._badges)}")
            self._flow.addWidget(badge)
            self._badges.append(badge)
        for place, badge in enumerate(self._badges):
            badge.setVisible(place < len(badges))
            if place < len(badges):
                badge.set_badge(*badges[place])
        self.updateGeometry()


class Facts(QWidget):
    """Labels and what is known, in two columns."""

    def __init__(self, name: str, *, parent: QWidget) -> None:
        """Carry the object name ``name``."""
        super().__init__(parent)
        self.setObjectName(name)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 4)
        self._grid.setColumnStretch(1, 5)
        self._lines: list[tuple[Label, Label]] = []

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show other facts."""
        while len(self._lines) < len(facts):
            label, value = Label("secondary", wrap=True, parent=self), Label("body", wrap=True, parent=self)
            row = len(self._lines)
            self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(value, row, 1, Qt.AlignmentFlag.AlignTop)
            self._lines.append((label, value))
        for place, (label, value) in enumerate(self._lines):
            is_used = place < len(facts)
            label.setVisible(is_used)
            value.setVisible(is_used)
            if is_used:
                label.setText(facts[place].label)
                value.setText(facts[place].value)


class Firms(QWidget):
    """Firms and what they wrote; lines are reused from skill to skill."""

    def __init__(self, *, parent: QWidget) -> None:
        """Begin without lines."""
        super().__init__(parent)
        self.setObjectName("needFirms")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._lines: list[tuple[QWidget, Label, Label]] = []

    def show_firms(self, firms: Sequence[FirmLine]) -> None:
        """Show other firms."""
        while len(self._lines) < len(firms):
            line = QWidget(self)
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            column = QVBoxLayout()
            column.setSpacing(0)
            name, words = Label("key", wrap=True, parent=line), Label("secondary", wrap=True, parent=line)
            column.addWidget(name)
            column.addWidget(words)
            row.addLayout(column)
            self._column.addWidget(line)
            self._lines.append((line, name, words))
        for place, (line, name, words) in enumerate(self._lines):
            line.setVisible(place < len(firms))
            if place < len(firms):
                name.setText(firms[place].name)
                words.setText(firms[place].words)
