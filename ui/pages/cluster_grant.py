"""The folded part of the profile form: what the cover of reports says about the grant, and the logo."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, Signal
from PySide6.QtGui import QImageReader, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from fastmap.model.grant import LONGEST_LOGO_SIDE, MOST_LOGO_LETTERS
from ui.frame.asking import picture_to_read
from ui.pages.cluster_fields import DayField
from ui.pages.cluster_grant_presenter import DAYS, TEXT_FACTS, GrantPresenter
from ui.theme.theme import current
from ui.widgets.buttons import Button
from ui.widgets.cards import Card
from ui.widgets.fields import Field
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.fold import Fold

if TYPE_CHECKING:
    from fastmap.model.grant import Logo
    from ui.session import Session, SessionState

_LOGO_WIDE, _LOGO_HIGH, _LOGO_MARGIN = 200, 48, 8
_ROWS = (
    ("funder", "call"),
    ("agreement", "project"),
    ("period_start", "period_end"),
    ("work_package", "deliverable"),
    ("disclaimer",),
)


def _picture_of(logo: Logo) -> QPixmap:
    """Return the picture; a null one where a file brought something that fastmap cannot have made, not unpacked then."""
    if len(logo.png_base64) > MOST_LOGO_LETTERS:
        return QPixmap()
    try:
        content = QByteArray(base64.b64decode(logo.png_base64, validate=True))
    except ValueError:
        return QPixmap()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"png"))
    size = reader.size()
    if not size.isValid() or max(size.width(), size.height()) > LONGEST_LOGO_SIDE:
        return QPixmap()
    return QPixmap.fromImage(reader.read())


def _on_paper(picture: QPixmap) -> QPixmap:
    """Return the logo on white, as it will stand on the cover whatever the colours of the screen."""
    scale = current().px
    small = picture.scaled(
        scale(_LOGO_WIDE),
        scale(_LOGO_HIGH),
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    margin = scale(_LOGO_MARGIN)
    paper = QPixmap(small.width() + 2 * margin, small.height() + 2 * margin)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawPixmap(margin, margin, small)
    painter.end()
    return paper


class GrantCard(Card):
    """Facts of the grant, each saved when the keyboard leaves it, and the logo."""

    said = Signal(str, str)
    """A sentence for the message bar: tone and words."""

    def __init__(self, session: Session, *, parent: QWidget) -> None:
        """Work on what ``session`` has open."""
        super().__init__("clusterGrant", parent=parent)
        self._session = session
        self.presenter = GrantPresenter(session, parent=self)
        self.presenter.said.connect(self.said)
        self.presenter.changed.connect(self._show)
        self._fields: dict[str, Field] = {}
        self.lines: dict[str, QLineEdit] = {}
        content = QWidget(self)
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        for names in _ROWS:
            self._add_row(content, names)
        self._add_logo(content)
        self.fold = Fold("clusterGrantFold", content, parent=self)
        self.body.addWidget(self.fold)

    def _add_row(self, parent: QWidget, names: tuple[str, ...]) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        for name in names:
            called = "grant" + "".join(part.capitalize() for part in name.split("_"))
            line = self.lines[name] = self._day(name, called) if name in DAYS else self._text(name, called)
            field = self._fields[name] = Field(line, parent=parent)
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(row)

    def _day(self, name: str, called: str) -> DayField:
        line = DayField(called, parent=self)
        line.entered.connect(lambda text: self._enter(name, text))
        return line

    def _text(self, name: str, called: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setObjectName(called)
        line.setMaxLength(TEXT_FACTS[name])
        line.editingFinished.connect(lambda: self._leave(name, line))
        return line

    def _add_logo(self, parent: QWidget) -> None:
        self.picture = QLabel(parent)
        self.picture.setTextFormat(Qt.TextFormat.PlainText)
        self.picture.setWordWrap(True)
        self.picture.setObjectName("grantLogo")
        self.choosing = Button("grantLogoChoose", "image", parent=parent)
        self.removing = Button("grantLogoRemove", "x", parent=parent)
        self.words = QLineEdit(parent)
        self.words.setObjectName("grantLogoWords")
        self.words.setMaxLength(300)
        self._words_field = Field(self.words, parent=parent)
        self._column.addWidget(self.picture)
        row = FlowLayout(spacing=12)
        row.addWidget(self.choosing)
        row.addWidget(self.removing)
        self._column.addLayout(row)
        self._column.addWidget(self._words_field)
        self.choosing.clicked.connect(self._choose)
        self.removing.clicked.connect(self.presenter.remove_logo)
        self.words.editingFinished.connect(self._leave_words)

    # --- showing ------------------------------------------------------------------------------------------------------

    def show_state(self, state: SessionState) -> None:
        """Show what is recorded; what is being typed, or was not understood, stays."""
        grant = state.snapshot.grant
        for name, line in self.lines.items():
            if name in self.presenter.unclear or (line.hasFocus() and line.isModified()):
                continue
            value = getattr(grant, name)
            if isinstance(line, DayField):
                line.show_day(value.isoformat() if value else "", state.texts.date(value) if value else "")
            elif line.text() != (value or ""):
                line.setText(value or "")
                line.setCursorPosition(0)
            self._fields[name].control.setEnabled(state.can_edit)
        for name, field in self._fields.items():
            field.set_complaint(self.presenter.unclear.get(name, ""))
        self._show_logo(state.snapshot.logo, can_edit=state.can_edit)

    def _show_logo(self, logo: Logo | None, *, can_edit: bool) -> None:
        self.choosing.setEnabled(can_edit and not self.presenter.is_reading)
        self.removing.setVisible(logo is not None)
        self.removing.setEnabled(can_edit)
        self._words_field.setVisible(logo is not None)
        self.words.setEnabled(can_edit)
        self.picture.setVisible(logo is not None)
        if logo is None:
            return
        if not (self.words.hasFocus() and self.words.isModified()):
            self.words.setText(logo.alternative)
            self.words.setCursorPosition(0)
        picture = _picture_of(logo)
        if picture.isNull():
            self.picture.setText(
                self.tr("This picture is damaged, or was not made by fastmap. Choose the logo once more.")
            )
            self.picture.setAccessibleName(self.picture.text())
            return
        self.picture.setPixmap(_on_paper(picture))
        self.picture.setAccessibleName(logo.alternative)

    def _show(self) -> None:
        if self._session.is_open:
            self.show_state(self._session.state)

    # --- entering -----------------------------------------------------------------------------------------------------

    def _leave(self, name: str, line: QLineEdit) -> None:
        if line.isModified():
            line.setModified(False)
            self._enter(name, line.text())

    def _enter(self, name: str, text: str) -> None:
        if self._session.is_open:  # the keyboard leaves a field of a page that is on its way out
            self.presenter.enter(name, text)
            self._show()

    def _leave_words(self) -> None:
        if self.words.isModified() and self._session.is_open:
            self.words.setModified(False)
            self.presenter.describe_logo(self.words.text())
            self._show()

    def _choose(self) -> None:
        path = picture_to_read(self, self.tr("Choose a logo"), self._session.state.path.parent)
        if path is not None:
            self.presenter.read_logo(path)

    # --- words --------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Set every text."""
        self.fold.set_words(self.tr("Funding and logo on the cover"))
        words = {
            "funder": self.tr("Funded by"),
            "call": self.tr("Call or programme"),
            "agreement": self.tr("Grant agreement"),
            "project": self.tr("Project"),
            "period_start": self.tr("Period begins on"),
            "period_end": self.tr("Period ends on"),
            "work_package": self.tr("Work package"),
            "deliverable": self.tr("Deliverable"),
        }
        for name, label in words.items():
            self._fields[name].set_words(label)
        self._fields["disclaimer"].set_words(
            self.tr("Sentence that the funder asks for"), self.tr("Word for word; it stands below the facts.")
        )
        for name in DAYS:
            self.lines[name].setPlaceholderText("2026-03-31")
        self.choosing.setText(self.tr("Choose a logo…"))
        self.choosing.setToolTip(self.tr("PNG or JPEG, at most 10 MB. Save an SVG drawing as PNG first."))
        self.removing.setText(self.tr("Take the logo off"))
        self._words_field.set_words(self.tr("What the logo shows"), self.tr("For those who cannot see it."))
