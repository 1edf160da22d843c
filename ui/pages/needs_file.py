"""One file of an import: why it is where it is, what stood in its cells beside what counts, and what to decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from fastmap.model.normalise import fit_to_show
from ui.pages.needs_importing import FileRow
from ui.pages.needs_words import NeedWords
from ui.theme.theme import current
from ui.widgets.buttons import Button, LinkButton, PrimaryButton
from ui.widgets.cards import Card, Rule, clear, scrolling
from ui.widgets.completion import CompletionField
from ui.widgets.fields import Field
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Badge, Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fastmap.model.ids import MemberCode
    from fastmap.model.responses import Problem, Response
    from fastmap.texts import Texts
    from ui.session import SessionState

STATE_TONES = {
    "accepted": "good",
    "partial": "warn",
    "to_check": "primary",
    "attachment": "neutral",
    "duplicate": "neutral",
    "unreadable": "bad",
    "not_a_form": "bad",
}


def state_tone(row: FileRow) -> str:
    """Return the tone of a file's badge."""
    if row.settled:
        return "neutral" if row.settled == "kept_out" else "good"
    return STATE_TONES[row.state.value]


def state_words(row: FileRow, texts: Texts) -> str:
    """Return what became of a file, in a few words."""
    match row.settled:
        case "counted":
            return QCoreApplication.translate("ImportResults", "checked, counts")
        case "kept_out":
            return QCoreApplication.translate("ImportResults", "checked, kept out")
        case "merged":
            return QCoreApplication.translate("ImportResults", "checked, merged")
        case "typed_in":
            return QCoreApplication.translate("ImportResults", "put away")
    return texts.term(f"import_state.{row.state.value}")


class FileDetail(Card):
    """Why a file is where it is, cell by cell, and the decision where one is wanted."""

    settle_wanted = Signal(str, object)
    open_wanted = Signal(str)
    put_away_wanted = Signal(str)
    typing_wanted = Signal()
    partners_wanted = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin without a file."""
        super().__init__("importDetail", parent=parent)
        self._state: SessionState | None = None
        self._row: FileRow | None = None
        self._usual = "count"
        """What the primary button does."""
        self._content = _Content()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(10)
        self._make_parts()
        for part in (
            self.title,
            self.badge,
            self.summary,
            self.deciding,
            self.whose_field,
            self.buttons,
            self.kept_buttons,
        ):
            column.addWidget(part)
        self._comparison = QVBoxLayout()
        column.addLayout(self._comparison)
        self._problems = QVBoxLayout()
        self._problems.setSpacing(8)
        column.addLayout(self._problems)
        column.addWidget(self.showing_all, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._everything)
        column.addStretch(1)  # not an alignment: that would cut texts and buttons that need more lines at this width
        self.body.addWidget(scrolling(self._content, name="importDetailScroll", parent=self))
        self._connect()
        current().changed.connect(self._fit)
        self._fit()

    def _make_parts(self) -> None:
        content = self._content
        self.title = Label("card", wrap=True, parent=content)
        self.badge = Badge(parent=content)
        self.summary = Label("body", wrap=True, parent=content)
        self.deciding = PrimaryButton("decideUnderPartners", "arrow-right", parent=content)
        self.whose = CompletionField("settleMember", allows_own_words=False, parent=content)
        self.whose_field = Field(self.whose, parent=content)
        self.buttons = QWidget(content)
        self.accepting = PrimaryButton("settleAccept", "check", parent=self.buttons)
        self.merging = Button("settleMerge", parent=self.buttons)
        self.replacing = Button("settleReplace", parent=self.buttons)
        self.both = Button("settleBoth", parent=self.buttons)
        self.keeping_out = Button("settleKeepOut", "x", parent=self.buttons)
        _in_flow(self.buttons, self.accepting, self.merging, self.replacing, self.both, self.keeping_out)
        self.kept_buttons = QWidget(content)
        self.opening = PrimaryButton("openAttachment", "arrow-square-out", parent=self.kept_buttons)
        self.typing = Button("typeAttachment", "pencil-simple", parent=self.kept_buttons)
        self.putting_away = Button("putAttachmentAway", "check", parent=self.kept_buttons)
        _in_flow(self.kept_buttons, self.opening, self.typing, self.putting_away)
        self.showing_all = LinkButton("showOriginal", parent=content)
        self.showing_all.setCheckable(True)
        self._everything = QVBoxLayout()
        self._everything.setSpacing(6)

    def _connect(self) -> None:
        self.deciding.clicked.connect(self.partners_wanted)
        self.whose.chosen.connect(self._after_choosing)
        self.accepting.clicked.connect(lambda: self._decide(self._usual))
        self.merging.clicked.connect(lambda: self._decide("merge"))
        self.replacing.clicked.connect(lambda: self._decide("replace"))
        self.both.clicked.connect(lambda: self._decide("count"))
        self.keeping_out.clicked.connect(lambda: self.settle_wanted.emit("keep_out", None))
        self.opening.clicked.connect(self._open)
        self.putting_away.clicked.connect(self._put_away)
        self.typing.clicked.connect(self.typing_wanted)
        self.showing_all.clicked.connect(self._show_everything)

    def retranslate(self) -> None:
        """Set every text that does not depend on the file."""
        self.whose_field.set_words(self.tr("Whose answer is it?"), self.tr("Type the name or the code of the member."))
        self.deciding.setText(self.tr("Decide under Partners"))
        self.merging.setText(self.tr("Merge into one"))
        self.replacing.setText(self.tr("Replace the earlier answer"))
        self.both.setText(self.tr("Count both"))
        self.keeping_out.setText(self.tr("Keep it out"))
        self.opening.setText(self.tr("Open the file"))
        self.typing.setText(self.tr("Type a need"))
        self.putting_away.setText(self.tr("Typed in: put away"))
        self._word_showing()

    def show_file(self, row: FileRow, words: str, state: SessionState) -> None:
        """Show a file."""
        is_other = self._row is None or self._row.key != row.key
        self._state, self._row = state, row
        self.title.setText(row.name)
        self.badge.set_badge(words, state_tone(row))
        parts = [row.member] if row.member else []
        if row.needs is not None:
            parts.append(NeedWords().needs(row.needs))
        if row.outcome.reply is not None:
            parts.append(self.tr("Offer form with %n offer(s)", "", len(row.outcome.reply.offers)))
        if row.outcome.team is not None:
            parts.append(self.tr("Questionnaire with %n answer(s)", "", row.outcome.team.answered))
            if row.state.value == "to_check" and not row.settled:
                parts.append(self.tr("you decide about it under Cluster, Team"))
        self.summary.setText(" · ".join(parts))
        self.summary.setVisible(bool(parts))
        is_open = row.state.value == "to_check" and not row.settled
        self.deciding.setVisible(is_open and row.outcome.reply is not None and state.can_edit)
        waits = row.state.value == "to_check" and not row.settled and row.response is not None and state.can_edit
        self.whose_field.setVisible(waits)
        self.buttons.setVisible(waits)
        if waits and is_other:
            self.whose.begin_with(row.member)
            self.whose_field.set_complaint("")
        clear(self._comparison)
        if waits:
            self._word_decision()
        self.kept_buttons.setVisible(bool(row.attachment) and not row.settled)
        for button in (self.typing, self.putting_away):
            button.setVisible(state.can_edit)
        clear(self._problems)
        for problem in row.outcome.problems:
            self._problems.addWidget(_problem_box(problem, row.response, state.texts, self._content))
        self.showing_all.setVisible(row.response is not None and bool(row.response.raw))
        if is_other:
            self.showing_all.setChecked(False)
        self._show_everything()

    def _settle_at_once(self) -> None:
        """Show what was just put in and give it its room now: until a later event it would lie squeezed in sight."""
        for layout in (self._comparison, self._problems, self._everything):
            for place in range(layout.count()):
                item = layout.itemAt(place)
                part = item.widget() if item is not None else None
                if part is not None:
                    part.show()
        whole = self._content.layout()
        if whole is not None:
            whole.activate()

    # --- the decision -------------------------------------------------------------------------------------------------

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
        self._settle_at_once()
        self.accepting.setFocus()

    def _word_decision(self) -> None:
        """Offer what can be done; the primary button does what one usually wants."""
        if self._row is None or self._row.response is None or self._state is None:
            return
        from fastmap.model.choices import Channel
        from fastmap.tasks.settling import earlier_answers, merge_target

        snapshot, response, member = self._state.snapshot, self._row.response, self._member()
        earlier = earlier_answers(snapshot, response, member)
        has_earlier = bool(earlier)
        can_merge = merge_target(snapshot, response, member) is not None
        is_of_somebody_else = any(problem.code == "second_respondent" for problem in response.problems)
        if not has_earlier or response.channel is Channel.PHONE:
            # In a workshop firms add what is missing: a line typed by a guest never takes a whole form out by one click.
            self._usual = "count"
        else:
            self._usual = "merge" if can_merge and is_of_somebody_else else "replace"
        words = {
            "count": self.both.text() if has_earlier else self.tr("Count it"),
            "merge": self.merging.text(),
            "replace": self.replacing.text(),
        }
        self.accepting.setText(words[self._usual])
        self.merging.setVisible(can_merge and self._usual != "merge")
        self.replacing.setVisible(has_earlier and self._usual != "replace")
        self.both.setVisible(has_earlier and self._usual != "count")
        self._compare(earlier, response, self._state)

    def _compare(self, earlier: Sequence[Response], response: Response, state: SessionState) -> None:
        """Show what would go and what would come, before anybody decides."""
        clear(self._comparison)
        if not earlier:
            return
        from fastmap.tasks.compared_answers import compared
        from ui.pages.needs_compare import AnswerComparison

        differences = compared(state.snapshot, earlier, response, state.texts)
        self._comparison.addWidget(AnswerComparison(len(earlier), differences, state.texts, parent=self._content))

    def _decide(self, how: str) -> None:
        member = self._member()
        if member is None:
            self.whose_field.set_complaint(self.tr("Choose the member first: type its name and pick it from the list."))
            self.whose.setFocus()
            return
        self.settle_wanted.emit(how, member)

    def _open(self) -> None:
        if self._row is not None:
            self.open_wanted.emit(self._row.attachment)

    def _put_away(self) -> None:
        if self._row is not None:
            self.put_away_wanted.emit(self._row.attachment)

    # --- the original -------------------------------------------------------------------------------------------------

    def _show_everything(self) -> None:
        clear(self._everything)
        self._word_showing()
        row, state = self._row, self._state
        if row is not None and row.response is not None and state is not None and self.showing_all.isChecked():
            self._fill_everything(row.response, state.texts)
        self._settle_at_once()

    def _fill_everything(self, response: Response, texts: Texts) -> None:
        from fastmap.tasks.originals import originals

        for answer in originals(response, texts):
            self._everything.addWidget(Rule(parent=self._content))
            place = _question(texts.term(answer.question), answer.row, answer.sheet)
            self._everything.addWidget(Label("secondary", place, wrap=True, parent=self._content))
            if answer.sheet is not None or " ".join(answer.found.split()) == " ".join(answer.taken.split()):
                self._everything.addWidget(Label("body", answer.found, wrap=True, parent=self._content))
            else:
                self._everything.addWidget(_beside(answer.found, answer.taken, self._content))

    def _word_showing(self) -> None:
        is_open = self.showing_all.isChecked()
        words = self.tr("Hide the cells") if is_open else self.tr("All cells as they came in")
        self.showing_all.setText(words)

    def _fit(self) -> None:
        self.setFixedWidth(current().px(372))


class _Content(QWidget):
    """What is scrolled: as high as its texts are at this width.

    A layout asks for the height that each text would have in a narrow column, which leaves half a screen blank below.
    """

    def minimumSizeHint(self) -> QSize:
        """Ask for no more than is used."""
        layout = self.layout()
        if layout is None:
            return super().minimumSizeHint()
        return QSize(layout.minimumSize().width(), layout.heightForWidth(max(1, self.width())))


def _in_flow(parent: QWidget, *buttons: Button) -> None:
    flow = FlowLayout(parent, spacing=8)
    for button in buttons:
        flow.addWidget(button)


def _problem_box(problem: Problem, response: Response | None, texts: Texts, parent: QWidget) -> QWidget:
    box = QFrame(parent)
    box.setProperty("ground", "sunken")
    column = QVBoxLayout(box)
    column.setContentsMargins(10, 8, 10, 8)
    column.setSpacing(4)
    place = "!".join(part for part in (problem.sheet, problem.cell) if part)
    if place:
        column.addWidget(Label("badge", place, wrap=True, parent=box))
    if problem.field is not None and response is not None:
        from fastmap.tasks.originals import question_of, taken_words

        question = question_of(problem.field)
        if question is not None:
            column.addWidget(Label("secondary", _question(texts.term(question[0]), question[1]), wrap=True, parent=box))
        if problem.found is not None:
            found = fit_to_show(response.raw.get(problem.field, problem.found))
            column.addWidget(_beside(found, taken_words(response, problem.field, texts), box))
    column.addWidget(Label("body", problem_sentence(problem, texts), wrap=True, parent=box))
    if problem.done:
        done = texts.term(f"done.{problem.done}")
        column.addWidget(Label("secondary", f"→ {done}", wrap=True, parent=box))
    return box


def _question(words: str, row: int | None, sheet: str | None = None) -> str:
    if row is not None:
        line = QCoreApplication.translate("FileDetail", "Line {number}")
        words = f"{line.replace('{number}', str(row))} · {words}"
    return f"{sheet} · {words}" if sheet else words


def _beside(found: str, taken: str, parent: QWidget) -> QWidget:
    """Return what stood in the file beside what counts of it."""
    box = QWidget(parent)
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(1)
    nothing = QCoreApplication.translate("FileDetail", "nothing")
    heads = (
        QCoreApplication.translate("FileDetail", "In the file"),
        QCoreApplication.translate("FileDetail", "Counts as"),
    )
    for place, (head, words) in enumerate(zip(heads, (found, taken or nothing), strict=True)):
        grid.setColumnStretch(place, 1)
        grid.addWidget(Label("secondary", head, parent=box), 0, place)
        value = Label("key", words, wrap=True, parent=box)
        value.set_muted(not taken and place == 1)
        grid.addWidget(value, 1, place, Qt.AlignmentFlag.AlignTop)
    return box


def problem_sentence(problem: Problem, texts: Texts) -> str:
    """Return what was found as one sentence."""
    from fastmap.model.messages import message

    if problem.facts is not None:
        return texts.say_kept(problem.facts)
    return texts.say_kept(message(f"problem.{problem.code}", found=problem.found or "", field=problem.field or ""))
