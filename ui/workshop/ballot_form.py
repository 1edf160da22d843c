"""The form that opens a vote: on what, how many dots, which options."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fastmap.model.choices import BallotSubject
from fastmap.model.workshop import MOST_DOTS
from fastmap.texts import sentence_case
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.cards import clear, scrolling
from ui.widgets.check_box import CheckBox
from ui.widgets.fields import ComboBox, Field
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from ui.session import Session


class BallotForm(QWidget):
    """Proposes options of the survey or the grid; a person ticks others."""

    opened = Signal()
    """The vote is to be opened with what stands in the form."""
    cancelled = Signal()

    def __init__(self, session: Session, *, parent: QWidget | None = None) -> None:
        """Begin empty; `propose` fills it."""
        super().__init__(parent)
        self._session = session
        self._boxes: dict[str, CheckBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._title = Label("heading", parent=self)
        self.subject = ComboBox("ballotSubject", parent=self)
        self.dots = ComboBox("ballotDots", parent=self)
        self._subject_field = Field(self.subject, parent=self)
        self._dots_field = Field(self.dots, parent=self)
        fields = QHBoxLayout()
        fields.setSpacing(12)
        fields.addWidget(self._subject_field, 1)
        fields.addWidget(self._dots_field, 1)
        self.live = CheckBox("ballotLive", parent=self)
        self._options = Label("key", parent=self)
        inside = QWidget(self)
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 0, 8, 0)
        self._list.setSpacing(0)
        self._count = Label("secondary", wrap=True, parent=self)
        self._count.setObjectName("ballotOptionsCount")
        self.opening = PrimaryButton("ballotOpen", "check", parent=self)
        self.leaving = Button("ballotCancel", parent=self)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.opening)
        buttons.addWidget(self.leaving)
        buttons.addStretch(1)
        column.addWidget(self._title)
        column.addLayout(fields)
        column.addWidget(self._options)
        column.addWidget(scrolling(inside, name="ballotOptions", parent=self), 1)
        column.addWidget(self._count)
        column.addWidget(self.live)
        column.addLayout(buttons)
        self.subject.currentIndexChanged.connect(lambda _: self._propose_options())
        self.opening.clicked.connect(self.opened)
        self.leaving.clicked.connect(self.cancelled)

    @property
    def chosen_subject(self) -> BallotSubject:
        """On what people vote."""
        return BallotSubject(self.subject.currentData())

    @property
    def chosen_dots(self) -> int:
        """Dots of each person."""
        return int(self.dots.currentData())

    @property
    def chosen_options(self) -> tuple[str, ...]:
        """Options ticked, in the order they are shown in."""
        return tuple(option for option, box in self._boxes.items() if box.isChecked())

    def propose(self) -> None:
        """Begin a new vote as the catalogue proposes it."""
        texts = self._session.texts
        self.subject.set_choices(
            [(one, texts.get(f"ballot_subject.{one}")) for one in BallotSubject], BallotSubject.NEEDS
        )
        self.dots.set_choices(
            [(number, str(number)) for number in range(1, MOST_DOTS + 1)], self._session.state.catalogue.workshop.dots
        )
        self.live.setChecked(False)
        self._propose_options()

    def _propose_options(self) -> None:
        from fastmap.report.ballot_labels import ballot_labels
        from fastmap.tasks.ballots import MOST_OPTIONS, proposed_options

        clear(self._list)
        self._boxes = {}
        results = self._session.state.results
        if results is not None:
            options = proposed_options(self.chosen_subject, results)
            labels = ballot_labels(self.chosen_subject, options, results, self._session.texts)
            for number, option in enumerate(options):
                box = CheckBox(f"ballotOption_{number}", parent=self)
                box.setText(sentence_case(labels[option]))
                box.setChecked(number < MOST_OPTIONS)
                box.toggled.connect(self._show_count)
                self._boxes[option] = box
                self._list.addWidget(box)
        self._list.addStretch(1)
        self._show_count()

    def _show_count(self) -> None:
        from fastmap.tasks.ballots import MOST_OPTIONS

        chosen = len(self.chosen_options)
        self.opening.setEnabled(chosen > 1 and self._session.state.can_edit)
        if not self._boxes:
            self._count.setText(self.tr("There is nothing of this kind to vote on yet."))
        elif chosen > MOST_OPTIONS:
            self._count.setText(
                self.tr("%n option(s). More than {most} are hard to read on a wall and a phone.", "", chosen).replace(
                    "{most}", str(MOST_OPTIONS)
                )
            )
        else:
            self._count.setText(self.tr("%n option(s)", "", chosen))

    def retranslate(self) -> None:
        """Set every text."""
        self._title.setText(self.tr("New vote"))
        self._subject_field.set_words(self.tr("People vote on"))
        self._dots_field.set_words(self.tr("Dots for each person"))
        self._options.setText(self.tr("Options"))
        self.live.setText(self.tr("Show the dots on the wall while people vote (they then follow the first)"))
        self.opening.setText(self.tr("Open the vote"))
        self.leaving.setText(self.tr("Cancel"))
        if self._session.is_open:
            self._show_count()
