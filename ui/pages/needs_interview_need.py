"""The questions about one need, in the order of the form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from ui.pages.needs_interview_fields import Questions, offer_family, text_of
from ui.pages.needs_interview_presenter import InterviewDraft
from ui.widgets.completion import Suggestion

if TYPE_CHECKING:
    from fastmap.texts import Texts

_FURTHER = ("job", "level", "far", "joint")
"""Questions of the form that are asked only on demand."""


class NeedQuestions(Questions):
    """Who needs what, how many people, and what comes of it."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin blank, without the questions that are asked only on demand."""
        super().__init__(parent=parent)
        self.member = self.add_completion("member", "interviewMember", own_words=False)
        self.skill = self.add_completion("skill", "interviewSkill", own_words=True)
        self.job = self.add_text("job", "interviewJob")
        self.level = self.add_choice("level", "interviewLevel")
        self.now = self.add_figure("now", "interviewNow")
        self.later = self.add_figure("later", "interviewLater")
        self.far = self.add_figure("far", "interviewFar")
        self.consequence = self.add_choice("consequence", "interviewConsequence")
        self.hiring = self.add_choice("hiring", "interviewHiring")
        self.reasons = self.add_choice("reasons", "interviewReasons", many=True)
        self.provision = self.add_choice("provision", "interviewProvision")
        self.joint = self.add_figure("joint", "interviewJoint")
        self._texts_by_name = {
            "job": self.job,
            "now": self.now,
            "later": self.later,
            "far": self.far,
            "joint": self.joint,
        }
        self.hiring.changed.connect(self.ask_for_reasons)
        self.show_further(shown=False)

    @property
    def code(self) -> Any:
        """The member that was taken; ``None`` while nobody is."""
        taken = self.member.taken
        return taken.value if taken is not None else None

    def show_words(self, texts: Texts) -> None:
        """Word the questions and their closed choices."""
        from fastmap.model.choices import Consequence, Hiring, HiringReason, NeedLevel, Provision

        offer_family(self.level, NeedLevel, "need_level", texts)
        offer_family(self.consequence, Consequence, "consequence", texts)
        offer_family(self.hiring, Hiring, "hiring", texts)
        offer_family(self.reasons, HiringReason, "hiring_reason", texts)
        offer_family(self.provision, Provision, "provision", texts)
        label = "form.label."
        self.set_words(
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

    def retranslate(self) -> None:
        """Say what can be typed."""
        self.member.setPlaceholderText(self.tr("Type a name or code"))
        self.skill.set_own_words(
            self.tr("Keep “{text}” in the firm's own words"), self.tr("Not in the vocabulary; you can place it later")
        )

    def show_further(self, *, shown: bool) -> None:
        """Ask the questions, or not, that are asked only on demand."""
        for key in _FURTHER:
            self.show_question(key, shown=shown)

    def ask_for_reasons(self) -> None:
        """Ask why hiring is hard where it is."""
        is_hard = self.hiring.value is not None and self.hiring.value.value in ("hard", "not_filled")
        self.show_question("reasons", shown=is_hard)

    def draft(self) -> InterviewDraft:
        """Return the need as it was typed so far."""
        taken = self.skill.taken
        return InterviewDraft(
            text=text_of(self.skill),
            skill=taken.value if taken is not None else None,  # type: ignore[arg-type]  # put there by the presenter
            level=self.level.value,
            consequence=self.consequence.value,
            hiring=self.hiring.value,
            reasons=self.reasons.values,
            provision=self.provision.value,
            **{name: text_of(line) for name, line in self._texts_by_name.items()},
        )

    def fill(self, draft: InterviewDraft) -> None:
        """Show a need as it was typed; the member stays."""
        if draft.skill is not None:
            self.skill.begin_with_choice(Suggestion(value=draft.skill, title=draft.text))
        else:
            self.skill.begin_with(draft.text)
        for name, line in self._texts_by_name.items():
            line.setText(getattr(draft, name))
        self.level.choose(draft.level)
        self.consequence.choose(draft.consequence)
        self.hiring.choose(draft.hiring)
        self.reasons.choose(*draft.reasons)
        self.provision.choose(draft.provision)
        self.ask_for_reasons()
