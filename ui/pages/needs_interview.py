"""The tab Interview: a member tells, somebody types, from question to question with Enter. Also for paper forms."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.pages.needs_interview_answers import AnswersSoFar
from ui.pages.needs_interview_fields import text_of
from ui.pages.needs_interview_general import GeneralQuestions, recorded_values
from ui.pages.needs_interview_need import NeedQuestions
from ui.pages.needs_interview_presenter import InterviewDraft, InterviewPresenter
from ui.pages.needs_typed import is_whole
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.cards import Card, scrolling
from ui.widgets.completion import Suggestion
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Label
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from fastmap.model.ids import MemberCode
    from ui.pages.needs_presenter import NeedsPresenter
    from ui.session import SessionState

NEED, ONCE = "need", "once"


@dataclass(slots=True)
class _Kept:
    """What is typed for one member and not written down yet."""

    need: InterviewDraft = field(default_factory=InterviewDraft)
    once: dict[str, Any] | None = None


class InterviewView(QWidget):
    """Questions on the left, the answers so far on the right."""

    say = Signal(str, str)

    def __init__(self, needs: NeedsPresenter, presenter: InterviewPresenter, *, parent: QWidget | None = None) -> None:
        """Look things up with ``needs``, write down with ``presenter``."""
        super().__init__(parent)
        self._needs = needs
        self._presenter = presenter
        self._state: SessionState | None = None
        self._member_shown: tuple[MemberCode, str] | None = None
        self._kept: dict[tuple[MemberCode, str], _Kept] = {}
        self.card = Card("interviewCard", parent=self)
        self._build_top()
        self.need = NeedQuestions(parent=self.card)
        self.once = GeneralQuestions(parent=self.card)
        self.parts = QStackedWidget(self.card)
        self.parts.addWidget(self.need)
        self.parts.addWidget(self.once)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(10)
        column.addWidget(self._top)
        column.addWidget(self.parts)
        column.addStretch(1)
        self._area = scrolling(content, name="interviewScroll", parent=self.card)
        self.card.body.addWidget(self._area, 1)
        self._build_foot()
        self.so_far = AnswersSoFar(parent=self)
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(self.card, 15)
        across.addWidget(self.so_far, 6)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addLayout(across, 1)
        self.keys = Label("secondary", wrap=True, parent=self)
        outer.addWidget(self.keys)
        self._connect()

    # --- building -----------------------------------------------------------------------------------------------------

    def _build_top(self) -> None:
        self._top = QWidget(self.card)
        flow = FlowLayout(self._top, spacing=8)
        self.channel = Segments("interviewChannel", ("interview", "paper"), parent=self._top)
        self.part = Segments("interviewPart", (NEED, ONCE), parent=self._top)
        self.further = Button("interviewFurther", parent=self._top)
        self.further.setCheckable(True)
        for widget in (self.channel, self.part, self.further):
            flow.addWidget(widget)

    def _build_foot(self) -> None:
        foot = QWidget(self.card)
        flow = FlowLayout(foot, spacing=8)
        self.writing = PrimaryButton("interviewWrite", "check", parent=foot)
        self.next_member = Button("interviewNext", "arrow-right", parent=foot)
        flow.addWidget(self.writing)
        flow.addWidget(self.next_member)
        self.card.body.addWidget(foot)

    def _connect(self) -> None:
        self.need.member.wanted.connect(
            lambda number, typed: self.need.member.offer(number, self._needs.members_like(typed))
        )
        self.need.skill.wanted.connect(
            lambda number, typed: self.need.skill.offer(number, self._needs.skills_like(typed, self.need.code))
        )
        self.need.before_leaving("member", self._settle_member)
        self.need.before_leaving("skill", self._settle_skill)
        self.need.finished.connect(self._write_need)
        self.once.finished.connect(self._write_once)
        self.once.left.connect(lambda: self._show_part(NEED))
        for questions in (self.need, self.once):
            questions.unclear.connect(self._complain_of_figure)
            questions.reached.connect(lambda field: self._area.ensureWidgetVisible(field, 0, 24))
        self.channel.chosen.connect(lambda _: self._show_member())
        self.part.chosen.connect(self._show_part)
        self.further.toggled.connect(lambda shown: self.need.show_further(shown=shown))
        self.writing.clicked.connect(self._write)
        self.next_member.clicked.connect(self._begin_next_member)

    # --- showing ------------------------------------------------------------------------------------------------------

    def show_state(self, state: SessionState) -> None:
        """Show what the member has told; what is being typed stays as it is."""
        self._state = state
        for questions in (self.need, self.once):
            questions.show_words(state.texts)
        for widget in (self.writing, self.next_member):
            widget.setEnabled(state.can_edit)
        self.need.ask_for_reasons()
        self._show_so_far()

    def retranslate(self) -> None:
        """Set every text that is not of the catalogue."""
        self.channel.set_words(
            self.tr("How the answers come in"), {"interview": self.tr("Interview"), "paper": self.tr("Paper form")}
        )
        self.part.set_words(self.tr("Part of the form"), {NEED: self.tr("Needs"), ONCE: self.tr("General questions")})
        self.further.setText(self.tr("All questions"))
        self.next_member.setText(self.tr("Next member"))
        self.keys.setText(
            self.tr(
                "Keys: Enter next question, digit or first letter chooses, Ctrl+Enter writes down, Esc goes back and "
                "keeps what is typed. Enter on an empty skill goes to the general questions."
            )
        )
        self.need.retranslate()
        self.so_far.retranslate()
        self._word_button()

    def focus_first(self) -> None:
        """Put the keyboard where one goes on."""
        if self.part.key == ONCE:
            self.once.focus_first()
        else:
            self.need.focus("skill" if self.need.code is not None else "member")

    def begin_with(self, member: MemberCode) -> None:
        """Begin with a member that is known already."""
        self.need.member.begin_with_choice(Suggestion(value=member, title=self._presenter.name_of(member)))
        self._show_member()
        self.focus_first()

    def _word_button(self) -> None:
        is_need = self.part.key == NEED
        self.writing.setText(self.tr("Write this need down") if is_need else self.tr("Write these answers down"))

    def _show_part(self, part: str) -> None:
        self.part.choose(part)
        self.parts.setCurrentIndex(0 if part == NEED else 1)
        self.further.setVisible(part == NEED)
        self._word_button()
        self.focus_first()

    def _show_so_far(self) -> None:
        code = self.need.code
        if self._state is None:
            return
        if code is None:
            self.so_far.show_nobody()
            return
        answer = self._presenter.answer_of(code, self.channel.key)
        others = self._presenter.other_answers(code, self.channel.key)
        self.so_far.show_answer(self._presenter.name_of(code), answer, others, self._state)

    # --- the member ---------------------------------------------------------------------------------------------------

    def _settle_member(self) -> bool:
        typed = self.need.member.text().strip()
        if self.need.code is None and typed:
            found = self._needs.members_like(typed)
            if found:
                self.need.member.begin_with_choice(found[0])
        if self.need.code is None:
            if typed:
                words = self.tr("No member is called “{name}”. Add it in the step Members first.")
                self.say.emit("warn", words.replace("{name}", typed))
            return False
        self.need.member.setCursorPosition(0)
        self._show_member()
        return True

    def _show_member(self) -> None:
        """Put what was typed for the member before aside, and bring back what was typed for this one."""
        code = self.need.code
        now = (code, self.channel.key) if code is not None else None
        if now == self._member_shown or self._state is None:
            return
        if self._member_shown is not None:
            kept = _Kept(need=self.need.draft(), once=self.once.values())
            self._kept[self._member_shown] = kept
            self.need.fill(InterviewDraft())
        # A need that was typed before anybody was chosen belongs to the first who is.
        before, self._member_shown = self._member_shown, now
        kept = self._kept.pop(now, _Kept()) if now is not None else _Kept()
        if before is not None or kept.need != InterviewDraft():
            self.need.fill(kept.need)
        self.once.fill(kept.once if kept.once is not None else self._recorded())
        self._show_so_far()

    def _recorded(self) -> dict[str, Any]:
        code = self.need.code
        return recorded_values(self._presenter.answer_of(code, self.channel.key) if code is not None else None)

    # --- writing down -------------------------------------------------------------------------------------------------

    def _settle_skill(self) -> bool:
        if not self.need.skill.text().strip():
            if self.need.code is not None:
                self._show_part(ONCE)
            return False
        if not self.need.skill.is_taken:
            # Whoever types faster than suggestions come means the first of them, as a moment later.
            found = self._needs.skills_like(self.need.skill.text(), self.need.code)
            self.need.skill.begin_with_choice(
                found[0] if found else Suggestion(value=None, title=text_of(self.need.skill))
            )
        self.need.skill.close_suggestions()
        return True

    def _write(self) -> None:
        if self.part.key == NEED:
            self._write_need()
        else:
            self._write_once()

    def _write_need(self) -> None:
        code = self.need.code
        if code is None and not self._settle_member():
            self.need.focus("member")
            return
        if not self.need.skill.text().strip():
            self.need.focus("skill")
            return
        if not self._settle_skill() or not self.need.is_clear():
            return
        draft, stays = self.need.draft(), ""
        if code is not None:
            stays = self._presenter.stays(code, self.channel.key, draft)
        if self._presenter.add_need(self.need.code, self.channel.key, draft):
            if stays:
                self.say.emit("warn", stays)
            self.need.fill(InterviewDraft())
            self._show_so_far()
            self.need.focus("skill")

    def _write_once(self) -> None:
        code = self.need.code
        if code is None:
            self._show_part(NEED)
            self.need.focus("member")
            return
        if self.once.is_clear() and self._presenter.add_answers(code, self.channel.key, self.once.answers()):
            self.say.emit("good", self.tr("The general answers are written down."))
            self._begin_next_member()

    def _begin_next_member(self) -> None:
        """Begin with another member. What is typed for this one and not written down is kept until it is chosen again."""
        self.need.member.begin_with("")
        self._show_member()
        self._member_shown = None
        self.need.fill(InterviewDraft())
        self.once.fill({})
        self._show_part(NEED)
        self.need.focus("member")
        self._show_so_far()

    def _complain_of_figure(self, found: str) -> None:
        words = self.tr("“{found}” is not a whole number of people. Type one, or leave it empty.")
        if is_whole(found):
            words = self.tr("“{found}” is too large for a number of people. Check the number, or leave it empty.")
        self.say.emit("warn", words.replace("{found}", found))

    def forget(self) -> None:
        """Let go of everything when the file is closed."""
        self._kept.clear()
        self._state = None
        self._member_shown = None
        self.need.member.begin_with("")
        self.need.fill(InterviewDraft())
        self.once.fill({})
