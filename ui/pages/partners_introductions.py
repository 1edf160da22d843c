"""Introductions: whom to bring together with whom, about what, and the mail and action that follow from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ui.pages.partners_introductions_presenter import IntroductionRow, IntroductionsPresenter
from ui.theme.theme import current
from ui.widgets.buttons import Button, LinkButton, PrimaryButton
from ui.widgets.cards import Card, scrolling
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Badge, Label
from ui.widgets.table import Column, DataTable
from ui.widgets.table.delegate import CellDelegate, row_of

if TYPE_CHECKING:
    from ui.session import SessionState

ROW_HEIGHT = 56


class IntroductionsView(QWidget):
    """A ranked list, and the chosen introduction beside it."""

    said = Signal(str, str)
    """What was done: tone and sentence."""

    def __init__(self, presenter: IntroductionsPresenter, *, parent: QWidget) -> None:
        """Begin without introductions."""
        super().__init__(parent)
        self.setObjectName("introductionsView")
        self.presenter = presenter
        self._chosen = ""
        self._edited: dict[str, str] = {}
        """Mails that a person has reworded, by partner; kept as long as the file is open."""
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        left = QVBoxLayout()
        self.list = _List(parent=self)
        left.addWidget(self.list, 1)
        self.nothing = Label("body", wrap=True, parent=self)
        self.nothing.set_muted(True)
        left.addWidget(self.nothing, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(left, 5)
        across.addWidget(self._build_card(), 4)
        self._connect()
        current().changed.connect(self._fit)
        self._fit()

    def _build_card(self) -> Card:
        self.card = Card("introductionCard", parent=self)
        self.card.body.setContentsMargins(1, 1, 1, 1)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(6)
        self.title = Label("card", wrap=True, parent=content)
        self.title.setObjectName("introductionTitle")
        self.done = Badge(parent=content)
        self.skills = Label("body", wrap=True, parent=content)
        self.firms_title, self.firms = Label("heading", wrap=True, parent=content), Label(wrap=True, parent=content)
        self.firms.setObjectName("introductionFirms")
        self.who_title, self.who = Label("heading", wrap=True, parent=content), Label(wrap=True, parent=content)
        self.who.setObjectName("introductionWho")
        self.mail_title = Label("heading", wrap=True, parent=content)
        self.mail_hint = Label("secondary", wrap=True, parent=content)
        self.mail = QPlainTextEdit(content)
        self.mail.setObjectName("introductionMail")
        self.mail.setTabChangesFocus(True)
        self.mail.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.mail.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.restoring = LinkButton("restoreMail", "arrow-counter-clockwise", parent=content)
        buttons = QWidget(content)
        flow = FlowLayout(buttons, spacing=8)
        self.copying = Button("copyMail", "copy", parent=buttons)
        self.planning = PrimaryButton("planIntroduction", "calendar-plus", parent=buttons)
        flow.addWidget(self.planning)
        flow.addWidget(self.copying)
        done = QHBoxLayout()
        done.addWidget(self.done)
        done.addStretch(1)
        column.addWidget(self.title)
        column.addLayout(done)
        column.addWidget(self.skills)
        column.addWidget(buttons)
        for title, words in ((self.who_title, self.who), (self.firms_title, self.firms)):
            column.addSpacing(6)
            column.addWidget(title)
            column.addWidget(words)
        column.addSpacing(6)
        column.addWidget(self.mail_title)
        column.addWidget(self.mail_hint)
        column.addWidget(self.mail)
        column.addWidget(self.restoring, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.card.body.addWidget(scrolling(content, name="introductionScroll", parent=self.card))
        return self.card

    def _connect(self) -> None:
        self.list.row_chosen.connect(self._choose)
        self.mail.textChanged.connect(self._keep_wording)
        self.restoring.clicked.connect(self._restore_wording)
        self.copying.clicked.connect(self._copy)
        self.planning.clicked.connect(self._plan)

    def retranslate(self) -> None:
        """Set the texts."""
        self.list.set_titles(
            {"rank": self.tr("Order"), "title": self.tr("Introduction to make"), "priority": self.tr("Priority")}
        )
        self.list.set_words(self.tr("Introductions to make, best first"))
        self.firms_title.setText(self.tr("Firms to bring along"))
        self.who_title.setText(self.tr("Who could introduce them"))
        self.mail_title.setText(self.tr("A short mail to the partner"))
        self.mail_hint.setText(
            self.tr(
                "It names no firm that lacks the skill: only your team sees who answered what. Reword it before copying."
            )
        )
        self.mail.setAccessibleName(self.tr("Text of the mail"))
        self.restoring.setText(self.tr("Back to the proposed words"))
        self.copying.setText(self.tr("Copy mail"))
        self.planning.setText(self.tr("Plan as action"))
        self.done.set_badge(self.tr("Planned as an action"), "good")

    def show_state(self, state: SessionState) -> None:
        """Show the introductions that follow from what is recorded now."""
        rows = self.presenter.rows()
        self.list.set_rows(rows)
        keys = [row.key for row in rows]
        if self._chosen not in keys:
            self._chosen = keys[0] if keys else ""
        for widget in (self.list, self.card):
            widget.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        self.nothing.setText(
            self.tr("The figures are being worked out…")
            if state.results is None
            else self.tr(
                "No introduction follows from what is recorded. Record what partners offer, and who works with them."
            )
        )
        if self._chosen:
            blocked = self.list.blockSignals(True)
            self.list.choose(self._chosen, "title")
            self.list.blockSignals(blocked)
            self._show()

    def _choose(self, partner: str) -> None:
        if partner:
            self._chosen = partner
            self._show()

    def _show(self) -> None:
        entry = self.presenter.introduction(self._chosen)
        row = next((row for row in self.list.rows.shown if row.key == self._chosen), None)
        if entry is None or row is None:
            return
        self.title.setText(row.title)
        self.done.setVisible(row.is_planned)
        self.skills.setText(self.tr("About: {skills}").replace("{skills}", row.skills))
        self.firms.setText("\n".join(self.presenter.member_names(entry.members)))
        who = self.presenter.member_names(entry.introducers)
        self.who.setText("\n".join(who) or self.tr("No member is recorded as working with it. Ask who knows somebody."))
        self._show_mail()
        self.planning.setVisible(self.presenter.can_edit and not row.is_planned)

    def _show_mail(self) -> None:
        """Show the mail as proposed, or as a person has reworded it."""
        words = self._edited.get(self._chosen, self.presenter.mail(self._chosen))
        if words != self.mail.toPlainText():
            # Only other words: the same ones anew would move the place where somebody is writing.
            blocked = self.mail.blockSignals(True)
            self.mail.setPlainText(words)
            self.mail.blockSignals(blocked)
        self.restoring.setVisible(self._chosen in self._edited)

    def _keep_wording(self) -> None:
        words = self.mail.toPlainText()
        if words == self.presenter.mail(self._chosen):
            self._edited.pop(self._chosen, None)
        else:
            self._edited[self._chosen] = words
        self.restoring.setVisible(self._chosen in self._edited)

    def _restore_wording(self) -> None:
        self._edited.pop(self._chosen, None)
        self._show_mail()
        self.mail.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.mail.toPlainText())
        self.said.emit("good", self.tr("The mail is on the clipboard."))

    def _plan(self) -> None:
        if self.presenter.plan(self._chosen):
            self.said.emit("good", self.tr("Planned. You find it among the actions; Undo takes it back."))

    def _fit(self) -> None:
        """Make the mail as high as its text: one bar scrolls the whole card."""
        lines = self.mail.document().size().height()
        self.mail.setFixedHeight(round((lines + 1) * self.mail.fontMetrics().lineSpacing()) + current().px(16))


def _columns() -> tuple[Column[IntroductionRow], ...]:
    return (
        Column[IntroductionRow](key="rank", text=lambda row: str(row.rank), sort=lambda row: row.rank, width=60),
        Column[IntroductionRow](
            key="title", text=lambda row: row.title, tooltip=lambda row: f"{row.title} – {row.skills}", stretch=True
        ),
        Column[IntroductionRow](
            key="priority", text=lambda row: row.priority_text, sort=lambda row: row.priority, numeric=True, width=84
        ),
    )


class _List(DataTable):
    row_height = ROW_HEIGHT

    def __init__(self, *, parent: QWidget) -> None:
        super().__init__("introductionList", _columns(), lambda row: row.key, select_rows=True, parent=parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setItemDelegateForColumn(1, _TitleDelegate(self))


class _TitleDelegate(CellDelegate):
    """Whom to introduce in one line, about what in the next."""

    has_ring = False

    def draw(self, painter: QPainter, rect: QRectF, index: QModelIndex | QPersistentModelIndex) -> None:
        row = row_of(index)
        if not isinstance(row, IntroductionRow):
            return
        theme = current()
        inner = rect.adjusted(theme.px(10), theme.px(6), -theme.px(10), -theme.px(6))
        half = inner.height() / 2
        for text, font, colour, top in (
            (row.title, theme.font("key"), "text", inner.y()),
            (row.skills, theme.font("secondary"), "text2", inner.y() + half),
        ):
            painter.setFont(font)
            painter.setPen(theme.colour(colour))
            line = QRectF(inner.x(), top, inner.width(), half)
            shown = QFontMetrics(font).elidedText(
                " ".join(text.split()), Qt.TextElideMode.ElideRight, int(line.width())
            )
            painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine), shown)
