"""Asking providers: whom to write to, in which language, and where the sheets go."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from fastmap.catalogue.texts import form_languages
from ui.widgets.buttons import Button, LinkButton, PrimaryButton
from ui.widgets.cards import Card, scrolling
from ui.widgets.check_box import CheckBox
from ui.widgets.dialog_foot import dialog_foot
from ui.widgets.dialog_room import open_at
from ui.widgets.fields import ComboBox, Field
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from fastmap.model.ids import PartnerId
    from fastmap.model.organisations import Partner
    from fastmap.texts import Texts


class AskDialog(QDialog):
    """Chooses partners and a language; `accepted` says that their sheets are wanted."""

    def __init__(
        self,
        partners: Sequence[Partner],
        usual: Sequence[PartnerId],
        texts: Texts,
        *,
        least_members: int,
        parent: QWidget | None = None,
    ) -> None:
        """Offer ``partners``, with those of ``usual`` chosen, and the language of the assessment in ``texts``.

        ``least_members``: no figure of a sheet rests on fewer.
        """
        super().__init__(parent)
        self._least_members = least_members
        self.setObjectName("askProviders")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        self.title = Label("card", wrap=True, parent=self)
        self.about = Label("body", wrap=True, parent=self)
        column.addWidget(self.title)
        column.addWidget(self.about)
        row = QHBoxLayout()
        self.count = Label("secondary", parent=self)
        self.all = LinkButton("askAll", parent=self)
        self.none = LinkButton("askNone", parent=self)
        row.addWidget(self.count, 1)
        row.addWidget(self.all)
        row.addWidget(self.none)
        column.addLayout(row)
        column.addWidget(self._partners_card(partners, usual), 1)
        column.addLayout(self._choices_row(texts))
        self.cancelling = Button("askCancel", parent=self)
        self.writing = PrimaryButton("askWrite", "folder-open", parent=self)
        column.addLayout(dialog_foot(self.cancelling, self.writing))
        self.all.clicked.connect(lambda: self._choose(on=True))
        self.none.clicked.connect(lambda: self._choose(on=False))
        self.cancelling.clicked.connect(self.reject)
        self.writing.clicked.connect(self._accept)
        self._retranslate()
        self._count()
        self.writing.setFocus()
        open_at(self, 520, 560)

    def _partners_card(self, partners: Sequence[Partner], usual: Sequence[PartnerId]) -> Card:
        card = Card("askPartners", parent=self)
        card.body.setContentsMargins(12, 8, 8, 8)
        content = QWidget()
        boxes = QVBoxLayout(content)
        boxes.setContentsMargins(0, 0, 0, 0)
        boxes.setSpacing(0)
        self.boxes: dict[PartnerId, CheckBox] = {}
        for partner in sorted(partners, key=lambda one: (one.name.casefold(), one.id)):
            box = CheckBox(f"ask_{partner.id}", parent=content)
            box.setText(partner.name if len(partner.name) <= _LONGEST else f"{partner.name[:_LONGEST]}…")
            box.setToolTip(partner.name)
            box.setChecked(partner.id in usual)
            box.toggled.connect(self._count)
            self.boxes[partner.id] = box
            boxes.addWidget(box)
        boxes.addStretch(1)
        card.body.addWidget(scrolling(content, name="askScroll", parent=card))
        return card

    def _choices_row(self, texts: Texts) -> QHBoxLayout:
        self.language = ComboBox("askLanguage", parent=self)
        self.language.set_choices([(code, texts.term(f"form.language.{code}")) for code in form_languages()])
        self.language.choose(texts.language)
        self.language_field = Field(self.language, parent=self)
        self.reply_by = QLineEdit(usual_day(), self)
        self.reply_by.setObjectName("askReplyBy")
        self.reply_by.setMaxLength(40)
        self.reply_by_field = Field(self.reply_by, parent=self)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.language_field, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.reply_by_field, 1, Qt.AlignmentFlag.AlignTop)
        return row

    @property
    def chosen(self) -> tuple[PartnerId, ...]:
        """Whom to ask."""
        return tuple(partner for partner, box in self.boxes.items() if box.isChecked())

    @property
    def day(self) -> date | None:
        """By when answers are asked for; ``None`` while that is no day, or one that has passed."""
        from fastmap.intake.table_values import understand_day

        day: date | None = understand_day(self.reply_by.text(), last=True)
        return None if day is None or day < _today() else day

    def _accept(self) -> None:
        if self.day is None:
            self.reply_by_field.set_complaint(self.tr("Write a day that is still to come, as 31/3/2027 or 2027-03-31."))
            self.reply_by.setFocus()
        else:
            self.accept()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Ask providers"))
        self.title.setText(self.tr("A sheet for each provider, and a form for its answer"))
        self.about.setText(
            self.tr(
                "The sheet says which skills your members need, how many people and at what level. No figure rests on "
                "fewer than %n member(s), and nobody is named. Send both files; drop the filled Excel form on the window.",
                "",
                self._least_members,
            )
        )
        self.all.setText(self.tr("Choose all"))
        self.none.setText(self.tr("Choose none"))
        self.language_field.set_words(self.tr("Language of the sheets"))
        self.reply_by_field.set_words(self.tr("Answers wanted by"))
        self.cancelling.setText(self.tr("Cancel"))
        self.writing.setText(self.tr("Choose a folder and write"))

    def _choose(self, *, on: bool) -> None:
        for box in self.boxes.values():
            box.setChecked(on)

    def _count(self, _on: bool = False) -> None:  # noqa: FBT001, FBT002 - what the box says
        chosen = len(self.chosen)
        self.count.setText(self.tr("%n provider(s) chosen", "", chosen))
        self.writing.setEnabled(chosen > 0)


def usual_day() -> str:
    """Return the day by which answers are asked for unless somebody says otherwise, as people type it."""
    from fastmap.tasks.asking_providers import REPLY_AFTER

    return (_today() + REPLY_AFTER).strftime("%d/%m/%Y")


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the day people here call today


_LONGEST = 52
