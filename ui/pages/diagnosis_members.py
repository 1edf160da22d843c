"""Looking at some members only: four questions, and the band that says so as long as one is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from fastmap.analysis.restricting import MemberFilter, Size, Sort
from ui.pages.diagnosis_words import DiagnosisWords
from ui.pages.page import quiet
from ui.theme.theme import restyle
from ui.widgets.buttons import Button
from ui.widgets.fields import ComboBox
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import IconLabel, Label

if TYPE_CHECKING:
    from fastmap.analysis.restricting import Choices
    from fastmap.model.results import Quality

_SHORTEST = 11
_QUESTIONS = ("sort", "size", "activity", "place")


class MemberQuestions(QWidget):
    """Kind, size, activity and place, each with how many members there are."""

    wanted = Signal(object)
    """The `MemberFilter`."""

    def __init__(self, *, parent: QWidget) -> None:
        """Begin with everybody, hidden."""
        super().__init__(parent)
        self.setObjectName("memberQuestions")
        flow = FlowLayout(self, spacing=8)
        self.boxes = {
            "sort": ComboBox("lookSort", parent=self),
            "size": ComboBox("lookSize", parent=self),
            "activity": ComboBox("lookActivity", parent=self),
            "place": ComboBox("lookPlace", parent=self),
        }
        for box in self.boxes.values():
            box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(_SHORTEST)
            box.activated.connect(self._ask)
            flow.addWidget(box)
        self.hide()

    def retranslate(self) -> None:
        """Name the questions."""
        names = {
            "sort": self.tr("Kind of member"),
            "size": self.tr("Size of member"),
            "activity": self.tr("Activity of member"),
            "place": self.tr("Place of member"),
        }
        for key, words in names.items():
            self.boxes[key].setAccessibleName(words)

    def show_choices(self, choices: Choices, asked: MemberFilter) -> None:
        """Offer what the members of the assessment have."""
        sorts, sizes = self._sorts(), self._sizes()
        offered: dict[str, list[tuple[object, str]]] = {
            "sort": [(None, self.tr("Any kind")), *((key, _counted(sorts[key], n)) for key, n in choices.sorts)],
            "size": [(None, self.tr("Any size")), *((key, _counted(sizes[key], n)) for key, n in choices.sizes)],
            "activity": [
                ("", self.tr("Any activity")),
                *((key, _counted(words, n)) for key, words, n in choices.activities),
            ],
            "place": [("", self.tr("Any place")), *((code, _counted(code, n)) for code, n in choices.places)],
        }
        with quiet(*self.boxes.values()):
            for key in _QUESTIONS:
                self.boxes[key].set_choices(offered[key], getattr(asked, key))
                self.boxes[key].setEnabled(len(offered[key]) > 1)

    def _ask(self) -> None:
        sort, size, activity, place = (self.boxes[key].currentData() for key in _QUESTIONS)
        self.wanted.emit(
            MemberFilter(
                sort=Sort(sort) if sort else None,  # Qt hands a choice back as its text
                size=Size(size) if size else None,
                activity=activity or "",
                place=place or "",
            )
        )

    def words_for(self, asked: MemberFilter) -> tuple[str, ...]:
        """Return the choices made, as words."""
        return tuple(
            self.boxes[key].currentText()
            for key in _QUESTIONS
            if getattr(asked, key) and self.boxes[key].currentIndex() > 0
        )

    def _sorts(self) -> dict[Sort, str]:
        return {
            Sort.FIRM: self.tr("Firms"),
            Sort.START_UP: self.tr("Start-ups"),
            Sort.RTO: self.tr("Research and technology"),
            Sort.VET: self.tr("Vocational training"),
            Sort.UNIVERSITY: self.tr("Universities"),
            Sort.PUBLIC: self.tr("Public bodies"),
            Sort.OTHER: self.tr("Others"),
        }

    def _sizes(self) -> dict[Size, str]:
        return {
            Size.MICRO: self.tr("Under 10 people"),
            Size.SMALL: self.tr("10 to 49 people"),
            Size.MEDIUM: self.tr("50 to 249 people"),
            Size.LARGE: self.tr("250 people or more"),
        }


class FilteredBand(QFrame):
    """Says plainly that what is below is not the whole cluster."""

    def __init__(self, *, parent: QWidget) -> None:
        """Begin hidden."""
        super().__init__(parent)
        self.setObjectName("filteredBand")
        restyle(self, band="primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.setSpacing(10)
        row.addWidget(IconLabel("funnel", 18, "tone.primary", parent=self))
        self.words = Label("body", wrap=True, parent=self)
        self.words.setObjectName("filteredWords")
        row.addWidget(self.words, 1)
        self.everybody = Button("lookAtAll", parent=self)
        row.addWidget(self.everybody)
        self.hide()

    def retranslate(self) -> None:
        """Set the texts that do not come with the look."""
        self.everybody.setText(self.tr("Show all members"))

    def show_look(self, chosen: tuple[str, ...], quality: Quality | None, everybody: int) -> None:
        """Say what is looked at, and how many members and answers that leaves."""
        which = " · ".join(f"\u2068{words}\u2069" for words in chosen)
        if quality is None:
            words = self.tr("Filtered: {which}. The figures are being worked out…")
        elif not quality.answered:
            words = self.tr("Filtered: {which}. None of these members has answered. The report shows everybody.")
        else:
            words = DiagnosisWords().filtered(quality.answered)
            words = words.replace("{members}", str(quality.members)).replace("{all}", str(everybody))
        self.words.setText(words.replace("{which}", which))


def _counted(words: str, count: int) -> str:
    return f"{words} ({count})"
