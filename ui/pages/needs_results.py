"""What became of every file of an import: a list by kind, each file with its reasons and cells, and what to decide."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.diagnosis_presenter import sentence_case
from ui.pages.needs_importing import FileRow, earlier_answers, file_rows
from ui.pages.needs_words import NeedWords
from ui.plain_text import literal
from ui.theme.theme import current
from ui.translating import locale
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.cards import Card, clear, scrolling
from ui.widgets.completion import CompletionField
from ui.widgets.fields import Field
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Badge, Label
from ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fastmap.model.choices import ImportState
    from fastmap.model.ids import MemberCode
    from fastmap.model.responses import FileOutcome, Problem
    from fastmap.texts import Texts
    from ui.session import SessionState
    from ui.widgets.completion import Suggestion

_MEMBER = 2
STATE_TONES = {
    "accepted": "good",
    "partial": "warn",
    "to_check": "primary",
    "attachment": "neutral",
    "duplicate": "neutral",
    "unreadable": "bad",
    "not_a_form": "bad",
}


class ImportResults(QWidget):
    """The last import."""

    settle_wanted = Signal(object, str, object, bool)
    """Response id, ``accept`` or ``keep_out``, member or ``None``, whether it replaces the earlier answers."""
    members_wanted = Signal(int, str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin with nothing to show."""
        super().__init__(parent)
        self._state: SessionState | None = None
        self._rows: tuple[FileRow, ...] = ()
        self._row: FileRow | None = None
        self._texts: Texts | None = None
        self._chip_bar = QWidget(self)
        self._chips = FlowLayout(self._chip_bar, spacing=8)
        self._chosen_state: ImportState | None = None
        columns = (
            Column[FileRow](key="file", text=lambda row: row.name, role="key", stretch=True),
            Column[FileRow](key="state", text=self._state_words, tone=_tone_of, width=168),
            Column[FileRow](key="member", text=lambda row: row.member, width=160),
            Column[FileRow](
                key="needs",
                text=lambda row: "" if row.needs is None else locale().toString(row.needs),
                sort=lambda row: row.needs,
                numeric=True,
                width=108,
            ),
        )
        self.table = DataTable("importTable", columns, lambda row: row.key, select_rows=True, parent=self)
        self.detail = _FileDetail(parent=self)
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(self.table, 1)
        across.addWidget(self.detail)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(10)
        outer.addWidget(self._chip_bar)
        outer.addLayout(across, 1)
        self.table.row_chosen.connect(self._choose)
        self.detail.settle_wanted.connect(self._settle)
        self.detail.whose.wanted.connect(self.members_wanted)

    def show_outcomes(self, outcomes: Sequence[FileOutcome], state: SessionState) -> None:
        """Show the outcomes of an import as they stand now."""
        self._state, self._texts = state, state.texts
        self._rows = file_rows(outcomes, state.snapshot)
        self._show_chips()
        self.table.set_rows(self._rows)
        self._apply_chip()
        if self.table.chosen_row == "" and self.table.rows.shown:
            self.table.choose(self.table.rows.shown[0].key)
        self._choose(self.table.chosen_row)

    def retranslate(self) -> None:
        """Set every text."""
        self.table.set_titles(
            {
                "file": self.tr("File"),
                "state": self.tr("What became of it"),
                "member": self.tr("Member"),
                "needs": self.tr("Needs"),
            }
        )
        self.table.set_words(self.tr("Files of the last import"))
        self.detail.retranslate()

    def offer_members(self, number: int, suggestions: list[Suggestion]) -> None:
        """Answer `members_wanted`."""
        self.detail.whose.offer(number, suggestions)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the name of the file enough room: the member stands beside it as well."""
        super().resizeEvent(event)
        room = self.width() - self.detail.width() - current().px(12 + 168 + 160 + 108)
        self.table.setColumnHidden(_MEMBER, room < current().px(150))

    # --- inside -------------------------------------------------------------------------------------------------------

    def _state_words(self, row: FileRow) -> str:
        if row.settled == "counted":
            return QCoreApplication.translate("ImportResults", "Checked, counts")
        if row.settled == "kept_out":
            return QCoreApplication.translate("ImportResults", "Checked, kept out")
        return sentence_case(self._texts.term(f"import_state.{row.state.value}")) if self._texts is not None else ""

    def _show_chips(self) -> None:
        clear(self._chips)
        counts = Counter(row.state for row in self._rows if not row.settled)
        if self._chosen_state not in counts:
            self._chosen_state = None
        all_words = self.tr("All: {count}").format(count=locale().toString(len(self._rows)))
        self._chips.addWidget(self._chip("all", None, all_words))
        for state in dict.fromkeys(row.state for row in self._rows if not row.settled):
            assert self._texts is not None  # set with the rows
            words = self._texts.term(f"import_state.{state.value}")
            words = f"{words[:1].upper()}{words[1:]}: {locale().toString(counts[state])}"
            self._chips.addWidget(self._chip(state.value, state, words))

    def _chip(self, name: str, state: ImportState | None, words: str) -> Button:
        chip = Button(f"importOnly_{name}", parent=self._chip_bar)
        chip.setCheckable(True)
        chip.setChecked(state is self._chosen_state)
        chip.setText(literal(words))
        chip.clicked.connect(lambda: self._only(state))
        return chip

    def _only(self, state: ImportState | None) -> None:
        self._chosen_state = state
        for place in range(self._chips.count()):
            item = self._chips.itemAt(place)
            chip = item.widget() if item is not None else None
            if isinstance(chip, Button):
                chip.setChecked(chip.objectName() == f"importOnly_{state.value if state is not None else 'all'}")
        self._apply_chip()

    def _apply_chip(self) -> None:
        state = self._chosen_state
        self.table.rows.set_predicate(None if state is None else lambda row: row.state is state and not row.settled)

    def _choose(self, key: str) -> None:
        self._row = next((row for row in self._rows if row.key == key), None)
        self.detail.setVisible(self._row is not None)
        if self._row is not None and self._state is not None:
            self.detail.show_file(self._row, self._state_words(self._row), self._state)

    def _settle(self, how: str, member: MemberCode | None, replaces: bool) -> None:  # noqa: FBT001 - a signal's argument
        if self._row is not None and self._row.response is not None:
            self.settle_wanted.emit(self._row.response.id, how, member, replaces)


def _tone_of(row: FileRow) -> str:
    if row.settled:
        return "good" if row.settled == "counted" else "neutral"
    return STATE_TONES[row.state.value]


class _FileDetail(Card):
    """Why a file is where it is, cell by cell, and the decision where one is wanted."""

    settle_wanted = Signal(str, object, bool)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("importDetail", parent=parent)
        self._state: SessionState | None = None
        self._row: FileRow | None = None
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(10)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.title = Label("card", wrap=True, parent=content)
        self.badge = Badge(parent=content)
        self.summary = Label("body", wrap=True, parent=content)
        self.whose = CompletionField("settleMember", allows_own_words=False, parent=content)
        self.whose_field = Field(self.whose, parent=content)
        self.accepting = PrimaryButton("settleAccept", "check", parent=content)
        self.both = Button("settleBoth", parent=content)
        self.keeping_out = Button("settleKeepOut", "x", parent=content)
        self.buttons = QWidget(content)
        flow = FlowLayout(self.buttons, spacing=8)
        for button in (self.accepting, self.both, self.keeping_out):
            flow.addWidget(button)
        self._problems = QVBoxLayout()
        self._problems.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.badge)
        column.addWidget(self.summary)
        column.addWidget(self.whose_field)
        column.addWidget(self.buttons)
        column.addLayout(self._problems)
        self.body.addWidget(scrolling(content, name="importDetailScroll", parent=self))
        self.whose.chosen.connect(self._after_choosing)
        self.accepting.clicked.connect(self._accept)
        self.both.clicked.connect(lambda: self._decide("accept", replaces=False))
        self.keeping_out.clicked.connect(lambda: self.settle_wanted.emit("keep_out", None, False))
        current().changed.connect(self._fit)
        self._fit()

    def retranslate(self) -> None:
        """Set every text that does not depend on the file."""
        self.whose_field.set_words(self.tr("Whose answer is it?"), self.tr("Type the name or the code of the member."))
        self.both.setText(self.tr("Count both"))
        self.keeping_out.setText(self.tr("Keep it out"))

    def show_file(self, row: FileRow, state_words: str, state: SessionState) -> None:
        """Show a file."""
        is_other = self._row is None or self._row.key != row.key
        self._state, self._row = state, row
        self.title.setText(row.name)
        self.badge.set_badge(state_words, _tone_of(row))
        parts = [row.member] if row.member else []
        if row.needs is not None:
            parts.append(NeedWords().needs(row.needs))
        self.summary.setText(" · ".join(parts))
        self.summary.setVisible(bool(parts))
        waits = row.state.value == "to_check" and not row.settled and row.response is not None and state.can_edit
        self.whose_field.setVisible(waits)
        self.buttons.setVisible(waits)
        if waits and is_other:
            self.whose.begin_with(row.member)
            self.whose_field.set_complaint("")
        if waits:
            self._word_decision()
        clear(self._problems)
        for problem in row.outcome.problems:
            self._problems.addWidget(_problem_box(problem, state.texts, self))

    def _member(self) -> MemberCode | None:
        """Return the member chosen, else the recorded one while the field still names it."""
        assert self._row is not None  # shown for a file
        taken = self.whose.taken
        if taken is not None:
            return taken.value  # type: ignore[return-value]  # a code, put there by the presenter
        response = self._row.response
        return response.member if response is not None and self.whose.text().strip() == self._row.member else None

    def _after_choosing(self) -> None:
        self.whose_field.set_complaint("")
        self._word_decision()
        self.accepting.setFocus()

    def _word_decision(self) -> None:
        earlier = self._earlier()
        self.accepting.setText(self.tr("Replace the earlier answer") if earlier else self.tr("Count it"))
        self.both.setVisible(bool(earlier))

    def _earlier(self) -> bool:
        if self._row is None or self._row.response is None or self._state is None:
            return False
        return bool(earlier_answers(self._state.snapshot, self._row.response, self._member()))

    def _accept(self) -> None:
        self._decide("accept", replaces=self._earlier())

    def _decide(self, how: str, *, replaces: bool) -> None:
        member = self._member()
        if member is None:
            self.whose_field.set_complaint(self.tr("Choose the member first: type its name and pick it from the list."))
            self.whose.setFocus()
            return
        self.settle_wanted.emit(how, member, replaces)

    def _fit(self) -> None:
        self.setFixedWidth(current().px(350))


def _problem_box(problem: Problem, texts: Texts, parent: QWidget) -> QWidget:
    box = QFrame(parent)
    box.setProperty("ground", "sunken")
    column = QVBoxLayout(box)
    column.setContentsMargins(10, 8, 10, 8)
    column.setSpacing(3)
    place = "!".join(part for part in (problem.sheet, problem.cell) if part)
    if place:
        column.addWidget(Label("badge", place, wrap=True, parent=box))
    column.addWidget(Label("body", problem_sentence(problem, texts), wrap=True, parent=box))
    if problem.done:
        done = texts.term(f"done.{problem.done}")
        column.addWidget(Label("secondary", f"→ {done}", wrap=True, parent=box))
    return box


def problem_sentence(problem: Problem, texts: Texts) -> str:
    """Return what was found as one sentence."""
    if problem.facts is not None:
        return texts.say(problem.facts)
    return texts.get(f"problem.{problem.code}", found=problem.found or "", field=problem.field or "")
