"""The tab Interview: a member tells, somebody types, from question to question with Enter. Also for paper forms."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.pages.needs_interview_answers import AnswersSoFar
from ui.pages.needs_interview_fields import Questions, text_of
from ui.pages.needs_interview_presenter import InterviewDraft, InterviewPresenter
from ui.pages.needs_presenter import figure, is_whole
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.cards import Card, scrolling
from ui.widgets.completion import Suggestion
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Label
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from fastmap.changes.needs import FormAnswers
    from fastmap.model.ids import MemberCode
    from ui.pages.needs_presenter import NeedsPresenter
    from ui.session import SessionState

NEED, ONCE = "need", "once"
_FURTHER = ("job", "level", "far", "joint")
"""Questions of the form that are asked only on demand."""


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
        self._build_need()
        self._build_once()
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
        self._show_further(shown=False)

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

    def _build_need(self) -> None:
        self.need = Questions(parent=self.card)
        self.member = self.need.add_completion("member", "interviewMember", own_words=False)
        self.skill = self.need.add_completion("skill", "interviewSkill", own_words=True)
        self.job = self.need.add_text("job", "interviewJob")
        self.level = self.need.add_choice("level", "interviewLevel")
        self.now = self.need.add_figure("now", "interviewNow")
        self.later = self.need.add_figure("later", "interviewLater")
        self.far = self.need.add_figure("far", "interviewFar")
        self.consequence = self.need.add_choice("consequence", "interviewConsequence")
        self.hiring = self.need.add_choice("hiring", "interviewHiring")
        self.reasons = self.need.add_choice("reasons", "interviewReasons", many=True)
        self.provision = self.need.add_choice("provision", "interviewProvision")
        self.joint = self.need.add_figure("joint", "interviewJoint")

    def _build_once(self) -> None:
        self.once = Questions(parent=self.card)
        self.role = self.once.add_text("role", "interviewRole")
        self.people = self.once.add_figure("people", "interviewPeople")
        self.paid = self.once.add_choice("paid", "interviewPaid")
        self.barrier = self.once.add_choice("barrier", "interviewBarrier")
        self.contact = self.once.add_choice("contact", "interviewContact")
        self.naming = self.once.add_choice("naming", "interviewNaming")
        self.remarks = self.once.add_text("remarks", "interviewRemarks")

    def _build_foot(self) -> None:
        foot = QWidget(self.card)
        flow = FlowLayout(foot, spacing=8)
        self.writing = PrimaryButton("interviewWrite", "check", parent=foot)
        self.next_member = Button("interviewNext", "arrow-right", parent=foot)
        flow.addWidget(self.writing)
        flow.addWidget(self.next_member)
        self.card.body.addWidget(foot)

    def _connect(self) -> None:
        self.member.wanted.connect(lambda number, typed: self.member.offer(number, self._needs.members_like(typed)))
        self.skill.wanted.connect(
            lambda number, typed: self.skill.offer(number, self._needs.skills_like(typed, self._code()))
        )
        self.need.before_leaving("member", self._settle_member)
        self.need.before_leaving("skill", self._settle_skill)
        self.need.finished.connect(self._write_need)
        self.once.finished.connect(self._write_once)
        self.once.left.connect(lambda: self._show_part(NEED))
        for questions in (self.need, self.once):
            questions.unclear.connect(self._complain_of_figure)
            questions.reached.connect(lambda field: self._area.ensureWidgetVisible(field, 0, 24))
        self.hiring.changed.connect(self._ask_for_reasons)
        self.channel.chosen.connect(lambda _: self._show_member())
        self.part.chosen.connect(self._show_part)
        self.further.toggled.connect(lambda shown: self._show_further(shown=shown))
        self.writing.clicked.connect(self._write)
        self.next_member.clicked.connect(self._begin_next_member)

    # --- showing ------------------------------------------------------------------------------------------------------

    def show_state(self, state: SessionState) -> None:
        """Show what the member has told; what is being typed stays as it is."""
        self._state = state
        texts = state.texts
        from fastmap.model.choices import Barrier, Consequence, Hiring, HiringReason, NeedLevel, Provision

        families: tuple[tuple[Any, Any, str], ...] = (
            (self.level, NeedLevel, "need_level"),
            (self.consequence, Consequence, "consequence"),
            (self.hiring, Hiring, "hiring"),
            (self.reasons, HiringReason, "hiring_reason"),
            (self.provision, Provision, "provision"),
            (self.barrier, Barrier, "barrier"),
        )
        for line, family, key in families:
            line.set_choices([(value, texts.term(f"{key}.{value.value}")) for value in family])
        yes_no = [(True, texts.term("yes_no.yes")), (False, texts.term("yes_no.no"))]
        for line in (self.paid, self.contact, self.naming):
            line.set_choices(yes_no)
        self._word_questions(texts)
        for widget in (self.writing, self.next_member):
            widget.setEnabled(state.can_edit)
        self._ask_for_reasons()
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
        self.member.setPlaceholderText(self.tr("Type a name or code"))
        self.skill.set_own_words(
            self.tr("Keep “{text}” in the firm's own words"), self.tr("Not in the vocabulary; you can place it later")
        )
        self.so_far.retranslate()
        self._word_button()

    def focus_first(self) -> None:
        """Put the keyboard where one goes on."""
        if self.part.key == ONCE:
            self.once.focus_first()
        else:
            self.need.focus("skill" if self._code() is not None else "member")

    def begin_with(self, member: MemberCode) -> None:
        """Begin with a member that is known already."""
        self.member.begin_with_choice(Suggestion(value=member, title=self._presenter.name_of(member)))
        self._show_member()
        self.focus_first()

    def _word_questions(self, texts: Any) -> None:
        label = "form.label."
        self.need.set_words(
            {
                "member": self.tr("Member"),
                "skill": texts.term(f"{label}skill"),
                "job": texts.term(f"{label}job"),
                "level": texts.term(f"{label}level"),
                "now": texts.term(f"{label}short_now"),
                "later": texts.term(f"{label}short_12m"),
                "far": texts.term(f"{label}short_36m"),
                "joint": texts.term(f"{label}joint_people"),
                "consequence": texts.term(f"{label}consequence"),
                "hiring": texts.term(f"{label}hiring"),
                "reasons": texts.term(f"{label}hiring_reason"),
                "provision": texts.term(f"{label}provision"),
            }
        )
        self.once.set_words(
            {
                "role": texts.term(f"{label}respondent_role"),
                "people": texts.term(f"{label}people_total"),
                "paid": texts.term(f"{label}paid_training"),
                "barrier": texts.term(f"{label}barrier"),
                "contact": texts.term(f"{label}consent_contact"),
                "naming": texts.term(f"{label}consent_naming"),
                "remarks": texts.term(f"{label}remarks"),
            }
        )

    def _word_button(self) -> None:
        is_need = self.part.key == NEED
        self.writing.setText(self.tr("Write this need down") if is_need else self.tr("Write these answers down"))

    def _show_part(self, part: str) -> None:
        self.part.choose(part)
        self.parts.setCurrentIndex(0 if part == NEED else 1)
        self.further.setVisible(part == NEED)
        self._word_button()
        self.focus_first()

    def _show_further(self, *, shown: bool) -> None:
        for key in _FURTHER:
            self.need.show_question(key, shown=shown)

    def _ask_for_reasons(self) -> None:
        is_hard = self.hiring.value is not None and self.hiring.value.value in ("hard", "not_filled")
        self.need.show_question("reasons", shown=is_hard)

    def _show_so_far(self) -> None:
        code = self._code()
        if self._state is None:
            return
        if code is None:
            self.so_far.show_nobody()
            return
        answer = self._presenter.answer_of(code, self.channel.key)
        others = self._presenter.other_answers(code, self.channel.key)
        self.so_far.show_answer(self._presenter.name_of(code), answer, others, self._state)

    # --- the member ---------------------------------------------------------------------------------------------------

    def _code(self) -> Any:
        taken = self.member.taken
        return taken.value if taken is not None else None

    def _settle_member(self) -> bool:
        typed = self.member.text().strip()
        if self._code() is None and typed:
            found = self._needs.members_like(typed)
            if found:
                self.member.begin_with_choice(found[0])
        if self._code() is None:
            if typed:
                words = self.tr("No member is called “{name}”. Add it in the step Members first.")
                self.say.emit("warn", words.replace("{name}", typed))
            return False
        self.member.setCursorPosition(0)
        self._show_member()
        return True

    def _show_member(self) -> None:
        """Put what was typed for the member before aside, and bring back what was typed for this one."""
        code = self._code()
        now = (code, self.channel.key) if code is not None else None
        if now == self._member_shown or self._state is None:
            return
        if self._member_shown is not None:
            kept = _Kept(need=self._draft(), once=self._once_values())
            self._kept[self._member_shown] = kept
            self._fill_need(InterviewDraft())
        # A need that was typed before anybody was chosen belongs to the first who is.
        before, self._member_shown = self._member_shown, now
        kept = self._kept.pop(now, _Kept()) if now is not None else _Kept()
        if before is not None or kept.need != InterviewDraft():
            self._fill_need(kept.need)
        self._fill_once(kept.once if kept.once is not None else self._recorded_once())
        self._show_so_far()

    # --- writing down -------------------------------------------------------------------------------------------------

    def _settle_skill(self) -> bool:
        if not self.skill.text().strip():
            if self._code() is not None:
                self._show_part(ONCE)
            return False
        if not self.skill.is_taken:
            # Whoever types faster than suggestions come means the first of them, as a moment later.
            found = self._needs.skills_like(self.skill.text(), self._code())
            self.skill.begin_with_choice(found[0] if found else Suggestion(value=None, title=text_of(self.skill)))
        self.skill.close_suggestions()
        return True

    def _write(self) -> None:
        if self.part.key == NEED:
            self._write_need()
        else:
            self._write_once()

    def _write_need(self) -> None:
        code = self._code()
        if code is None and not self._settle_member():
            self.need.focus("member")
            return
        if not self.skill.text().strip():
            self.need.focus("skill")
            return
        if not self._settle_skill() or not self.need.is_clear():
            return
        draft, stays = self._draft(), ""
        if code is not None:
            stays = self._presenter.stays(code, self.channel.key, draft)
        if self._presenter.add_need(self._code(), self.channel.key, draft):
            if stays:
                self.say.emit("warn", stays)
            self._fill_need(InterviewDraft())
            self._show_so_far()
            self.need.focus("skill")

    def _write_once(self) -> None:
        code = self._code()
        if code is None:
            self._show_part(NEED)
            self.need.focus("member")
            return
        if self.once.is_clear() and self._presenter.add_answers(code, self.channel.key, self._form_answers()):
            self.say.emit("good", self.tr("The general answers are written down."))
            self._begin_next_member()

    def _begin_next_member(self) -> None:
        """Begin with another member. What is typed for this one and not written down is kept until it is chosen again."""
        self.member.begin_with("")
        self._show_member()
        self._member_shown = None
        self._fill_need(InterviewDraft())
        self._fill_once({})
        self._show_part(NEED)
        self.need.focus("member")
        self._show_so_far()

    def _complain_of_figure(self, found: str) -> None:
        words = self.tr("“{found}” is not a whole number of people. Type one, or leave it empty.")
        if is_whole(found):
            words = self.tr("“{found}” is too large for a number of people. Check the number, or leave it empty.")
        self.say.emit("warn", words.replace("{found}", found))

    # --- drafts -------------------------------------------------------------------------------------------------------

    def _draft(self) -> InterviewDraft:
        taken = self.skill.taken
        return InterviewDraft(
            text=text_of(self.skill),
            skill=taken.value if taken is not None else None,  # type: ignore[arg-type]  # put there by the presenter
            job=text_of(self.job),
            level=self.level.value,
            now=text_of(self.now),
            later=text_of(self.later),
            far=text_of(self.far),
            joint=text_of(self.joint),
            consequence=self.consequence.value,
            hiring=self.hiring.value,
            reasons=self.reasons.values,
            provision=self.provision.value,
        )

    def _fill_need(self, draft: InterviewDraft) -> None:
        if draft.skill is not None:
            self.skill.begin_with_choice(Suggestion(value=draft.skill, title=draft.text))
        else:
            self.skill.begin_with(draft.text)
        for line, text in (
            (self.job, draft.job),
            (self.now, draft.now),
            (self.later, draft.later),
            (self.far, draft.far),
            (self.joint, draft.joint),
        ):
            line.setText(text)
        self.level.choose(draft.level)
        self.consequence.choose(draft.consequence)
        self.hiring.choose(draft.hiring)
        self.reasons.choose(*draft.reasons)
        self.provision.choose(draft.provision)
        self._ask_for_reasons()

    def _once_values(self) -> dict[str, Any]:
        return {
            "respondent_role": text_of(self.role) or None,
            "people_total": text_of(self.people),
            "paid_training": self.paid.value,
            "barrier": self.barrier.value,
            "consent_contact": self.contact.value,
            "consent_naming": self.naming.value,
            "remarks": self.remarks.text().strip() or None,
        }

    def _form_answers(self) -> FormAnswers:
        from fastmap.changes.needs import FormAnswers

        values = self._once_values()
        return FormAnswers(**{**values, "people_total": figure("people", values["people_total"])[0]})

    def _recorded_once(self) -> dict[str, Any]:
        code = self._code()
        answer = self._presenter.answer_of(code, self.channel.key) if code is not None else None
        if answer is None:
            return {}
        names = ("respondent_role", "paid_training", "barrier", "consent_contact", "consent_naming", "remarks")
        people = "" if answer.people_total is None else str(answer.people_total)
        return {**{name: getattr(answer, name) for name in names}, "people_total": people}

    def _fill_once(self, values: dict[str, Any]) -> None:
        self.role.setText(values.get("respondent_role") or "")
        self.people.setText(values.get("people_total") or "")
        self.paid.choose(values.get("paid_training"))
        self.barrier.choose(values.get("barrier"))
        self.contact.choose(values.get("consent_contact"))
        self.naming.choose(values.get("consent_naming"))
        self.remarks.setText(values.get("remarks") or "")

    def forget(self) -> None:
        """Let go of everything when the file is closed."""
        self._kept.clear()
        self._state = None
        self._member_shown = None
        self.member.begin_with("")
        self._fill_need(InterviewDraft())
        self._fill_once({})
