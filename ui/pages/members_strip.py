"""The strip above the member table: asked, answered, rate, and who is missing by size."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui.pages.members_rows import MemberRow
from ui.pages.members_shares import SizeShare, answer_shares
from ui.theme.theme import current
from ui.widgets.buttons import LinkButton
from ui.widgets.cards import Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from ui.pages.members_presenter import MemberWords
    from ui.session import SessionState

_BAR_WIDTH = 112


class Figure(QWidget):
    """A number and, below it, what it counts."""

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        """Carry the object name ``name``."""
        super().__init__(parent)
        self.setObjectName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.number = Label("title", parent=self)
        self.number.setObjectName(f"{name}Number")
        self.words = Label("secondary", parent=self)
        column.addWidget(self.number)
        column.addWidget(self.words)
        column.addStretch(1)

    def show_figure(self, number: str, words: str) -> None:
        """Show another number."""
        self.number.setText(number)
        self.words.setText(words)


class SizeBar(QWidget):
    """One kind of member: word and count, and a bar below them."""

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        """Carry the object name ``name``."""
        super().__init__(parent)
        self.setObjectName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        line = QHBoxLayout()
        line.setSpacing(12)
        self._words = Label("secondary", parent=self)
        self.count = Label("secondary", parent=self)
        self.count.setObjectName(f"{name}Count")
        self._bar = QProgressBar(self)
        self._bar.setObjectName(f"{name}Bar")
        self._bar.setTextVisible(False)
        line.addWidget(self._words, 1)
        line.addWidget(self.count)
        column.addLayout(line)
        column.addWidget(self._bar)
        current().changed.connect(self._fit)
        self._fit()

    def show_share(self, share: SizeShare) -> None:
        """Show another count."""
        self._words.setText(share.words)
        self.count.setText(share.count)
        self._bar.setRange(0, share.asked)
        self._bar.setValue(share.answered)
        self._bar.setAccessibleName(share.sentence)
        self.setToolTip(share.sentence)

    def _fit(self) -> None:
        self.setMinimumWidth(current().px(_BAR_WIDTH))


class AnswerStrip(Card):
    """Three figures at the left, the sizes at the right."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin without figures."""
        super().__init__("memberStrip", parent=parent)
        self._is_by_activity = False
        self._shown: tuple[SessionState, Sequence[MemberRow], MemberWords] | None = None
        self.body.setContentsMargins(18, 10, 18, 12)
        row = QHBoxLayout()
        row.setSpacing(24)
        self.asked = Figure("memberAsked", parent=self)
        self.answered = Figure("memberAnswered", parent=self)
        self.rate = Figure("memberRate", parent=self)
        for figure in (self.asked, self.answered, self.rate):
            row.addWidget(figure)
        row.addSpacing(8)
        self._right = QWidget(self)
        column = QVBoxLayout(self._right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.title = Label("heading", wrap=True, parent=self._right)
        self.turning = LinkButton("memberBreakdown", "arrows-left-right", parent=self._right)
        self.reminding = LinkButton("memberReminders", "envelope-simple", parent=self._right)
        self.giving = LinkButton("memberFeedback", "file-text", parent=self._right)
        links = QWidget(self._right)
        flow = FlowLayout(links, spacing=12)
        for link in (self.turning, self.reminding, self.giving):
            flow.addWidget(link)
        column.addWidget(self.title)
        column.addWidget(links)
        row.addWidget(self._right, 1)
        self.body.addLayout(row)
        # Below all, not beside the figures: there a second row of bars would find no room.
        self._sizes = QWidget(self)
        self._flow = FlowLayout(self._sizes, spacing=16)
        self.body.addWidget(self._sizes)
        self._bars: dict[str, SizeBar] = {}
        self.turning.clicked.connect(self._turn)

    def show_answers(self, state: SessionState, rows: Sequence[MemberRow], words: MemberWords) -> None:
        """Show how many of ``rows`` were asked and answered, and of which kinds those are."""
        self._shown = (state, rows, words)
        texts = state.texts
        asked = sum(row.standing.asked for row in rows)
        answered = sum(row.standing.answered for row in rows)
        self.asked.show_figure(texts.number(asked), self.tr("of %n member(s) asked", "", len(rows)))
        self.answered.show_figure(texts.number(answered), self.tr("answered"))
        rate = texts.percent(answered / asked) if asked else "–"
        self.rate.show_figure(rate, self.tr("response rate"))
        self.reminding.setEnabled(any(row.standing.to_call for row in rows))
        by_activity = self._is_by_activity
        self.title.setText(
            self.tr("Answers by activity: who is missing")
            if by_activity
            else self.tr("Answers by size: who is missing")
        )
        self.turning.setText(self.tr("Show by size") if by_activity else self.tr("Show by activity"))
        where = {row.member.code: row.standing for row in rows}
        self._show_sizes(answer_shares(state, where, words, by_activity=by_activity))

    def retranslate(self) -> None:
        """Set the texts that do not depend on the members."""
        self.reminding.setText(self.tr("Remind…"))
        self.giving.setText(self.tr("Feedback sheets…"))

    def _turn(self) -> None:
        self._is_by_activity = not self._is_by_activity
        if self._shown is not None:
            self.show_answers(*self._shown)

    def _show_sizes(self, shares: Sequence[SizeShare]) -> None:
        shown = {share.key for share in shares}
        for share in shares:
            if share.key not in self._bars:
                self._bars[share.key] = SizeBar(f"memberSize_{share.key}", parent=self._sizes)
                self._flow.addWidget(self._bars[share.key])
            self._bars[share.key].show_share(share)
        for key, bar in self._bars.items():
            bar.setVisible(key in shown)
        self._sizes.setVisible(bool(shares))
        self._sizes.updateGeometry()
