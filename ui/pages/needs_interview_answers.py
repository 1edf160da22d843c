"""What a member has told so far, beside the questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.translating import locale
from ui.widgets.cards import Card, Rule, clear, scrolling
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from fastmap.model.responses import Need, Response
    from fastmap.texts import Texts
    from ui.session import SessionState


class AnswersSoFar(Card):
    """Needs in the order they were told, then the general answers."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin with nobody."""
        super().__init__("interviewSoFar", parent=parent)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(8)
        self.title = Label("card", wrap=True, parent=content)
        self.about = Label("secondary", wrap=True, parent=content)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.about)
        column.addLayout(self._lines)
        column.addStretch(1)
        self.body.addWidget(scrolling(content, name="interviewSoFarScroll", parent=self), 1)
        self._shown: tuple[object, ...] = ()

    def retranslate(self) -> None:
        """Forget what was shown in another language."""
        self._shown = ()

    def show_nobody(self) -> None:
        """Say that a member has to be chosen first."""
        if self._shown == ("nobody",):
            return
        self._shown = ("nobody",)
        clear(self._lines)
        self.title.setText(self.tr("Answers so far"))
        self.about.setText(self.tr("Choose a member, and its answers stand here."))

    def show_answer(self, name: str, answer: Response | None, others: int, state: SessionState) -> None:
        """Show what stands in an answer; ``others``: answers of the member that came in otherwise."""
        shown = (name, answer, others, state.texts)
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._lines)
        self.title.setText(name)
        parts = [self.tr("%n need(s) written down", "", len(answer.needs)) if answer else self.tr("Nothing yet")]
        if others:
            parts.append(self.tr("%n other answer(s) of this member count too", "", others))
        self.about.setText(" · ".join(parts))
        if answer is None:
            return
        for need in answer.needs:
            self._add(need.skill_text, self._need_words(need, state.texts))
        general = self._general_words(answer, state.texts)
        if general:
            self._lines.addWidget(Rule(parent=self))
            self._add(self.tr("General questions"), general)

    def _add(self, title: str, words: str) -> None:
        box = QWidget(self)
        lines = QVBoxLayout(box)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(1)
        lines.addWidget(Label("key", title, wrap=True, parent=box))
        if words:
            lines.addWidget(Label("secondary", words, wrap=True, parent=box))
        self._lines.addWidget(box)
        box.show()

    def _need_words(self, need: Need, texts: Texts) -> str:
        number = locale().toString
        parts = []
        if need.short_now is not None:
            parts.append(self.tr("{people} now").format(people=number(need.short_now)))
        if need.short_12m is not None:
            parts.append(self.tr("{people} in 12 months").format(people=number(need.short_12m)))
        for family, value in (
            ("consequence", need.consequence),
            ("hiring", need.hiring),
            *(("hiring_reason", reason) for reason in need.hiring_reasons),
            ("provision", need.provision),
        ):
            if value is not None:
                parts.append(texts.term(f"{family}.{value.value}"))
        return " · ".join(parts)

    def _general_words(self, answer: Response, texts: Texts) -> str:
        parts = []
        if answer.respondent_role:
            parts.append(answer.respondent_role)
        if answer.people_total is not None:
            parts.append(self.tr("%n people at the site", "", answer.people_total))
        if answer.barrier is not None:
            parts.append(texts.term(f"barrier.{answer.barrier.value}"))
        if answer.remarks:
            parts.append(answer.remarks)
        return " · ".join(parts)
