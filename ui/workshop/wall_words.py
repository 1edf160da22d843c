"""Views of the projector that are read: welcome, phones, next steps, and what was decided."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from fastmap.model.wall import NextStepsWall, PhonesWall, ReadingWall, WallCard, WallPoint, WelcomeWall
from ui.theme.theme import current
from ui.widgets.cards import Card, clear
from ui.widgets.labels import Badge, FactLabel, Label
from ui.workshop.wall_parts import Measure, WallPage

_WELCOME_ICONS = ("lock-simple", "eye-slash", "circles-three")
_SHOWN_ICON = "eye"
_SHORT_AGENDA = 10


class Disc(QWidget):
    """A number or an icon on a round ground."""

    def __init__(self, number: str = "", *, icon: str = "", parent: QWidget) -> None:
        """Show ``number``, or ``icon``."""
        super().__init__(parent)
        self._number, self._icon = number, icon
        side = current().px(34)
        self.setFixedSize(side, side)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        from ui.theme.icons import paint_icon

        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("primary"))
        painter.drawEllipse(self.rect())
        if self._icon:
            inset = self.width() * 0.24
            room = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            paint_icon(painter, room, self._icon, theme.colour("on_primary"))
        else:
            painter.setPen(theme.colour("on_primary"))
            painter.setFont(theme.font("card"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._number)
        painter.end()


def _points(points: Sequence[WallPoint], icons: Sequence[str], parent: QWidget) -> QVBoxLayout:
    """Return points one below the other, numbered where there are no ``icons``."""
    column = QVBoxLayout()
    column.setSpacing(current().px(18))
    for number, point in enumerate(points, start=1):
        row = QHBoxLayout()
        row.setSpacing(current().px(12))
        disc = Disc(str(number), icon=icons[number - 1] if icons else "", parent=parent)
        row.addWidget(disc, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(current().px(2))
        words.addWidget(Label("card", point.title, wrap=True, parent=parent))
        help_ = Label("body", point.help, wrap=True, parent=parent)
        help_.set_muted(True)
        words.addWidget(help_)
        row.addLayout(words, 1)
        column.addLayout(row)
    return column


class _Filled(WallPage):
    """A view whose body is made anew each time."""

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self._rows = QHBoxLayout(self.body)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(current().px(28))

    def _begin(self) -> QWidget:
        """Return an empty ground in place of the last one, to be shown when it is full."""
        clear(self._rows)
        ground = QWidget(self.body)
        ground.hide()
        self._rows.addWidget(ground)
        return ground


class WelcomePage(_Filled):
    """Why people are here, and what stays private."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__("wallWelcome", parent=parent)

    def show_content(self, content: WelcomeWall, *, names_shown: bool) -> None:
        """Show the promises, and beside them the agenda if there is one."""
        self.show_head(content.head)
        ground = self._begin()
        across = QHBoxLayout(ground)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(current().px(36))
        icons = (_WELCOME_ICONS[0], _SHOWN_ICON if names_shown else _WELCOME_ICONS[1], _WELCOME_ICONS[2])
        left = QVBoxLayout()
        left.addStretch(1)
        left.addLayout(_points(content.points, icons, ground))
        left.addStretch(1)
        across.addLayout(left, 1)
        if content.agenda:
            across.addWidget(self._agenda(content, ground), 1, Qt.AlignmentFlag.AlignVCenter)
        ground.show()

    @staticmethod
    def _agenda(content: WelcomeWall, ground: QWidget) -> Card:
        card = Card("wallAgenda", parent=ground)
        card.body.addWidget(Label("card", content.today, parent=card))
        for title, minutes in content.agenda:
            row = QHBoxLayout()
            # A long agenda gets one line for each item, or its end would be below the wall.
            is_long = len(content.agenda) > _SHORT_AGENDA
            words = FactLabel("body", title, parent=card) if is_long else Label("body", title, wrap=True, parent=card)
            row.addWidget(words, 1)
            time = Label("secondary", minutes, parent=card)
            time.set_muted(True)
            row.addWidget(time, 0, Qt.AlignmentFlag.AlignTop)
            card.body.addLayout(row)
        return card


class PhonesPage(_Filled):
    """Three steps, the address, and how many have answered; the wall lays the code itself over `code_spot`."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__("wallPhones", parent=parent)
        self.code_spot: QWidget | None = None

    def show_content(self, content: PhonesWall, address: str) -> None:
        """Show the way in; without an ``address`` say that the room is not open yet."""
        self.show_head(content.head)
        ground = self._begin()
        across = QHBoxLayout(ground)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(current().px(20))
        card = Card("wallCode", parent=ground)
        self.code_spot = None
        if address:
            self.code_spot = QWidget(card)
            card.body.addWidget(self.code_spot, 1)
            words = Label("card", address, parent=card)
            words.setObjectName("wallAddress")
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            card.body.addWidget(words)
        else:
            card.body.addStretch(1)
            card.body.addLayout(_points((content.closed,), ("device-mobile",), card))
            card.body.addStretch(1)
        across.addWidget(card, 21)
        right = QVBoxLayout()
        right.setSpacing(current().px(20))
        right.addStretch(1)
        right.addLayout(_points(content.steps, (), ground))
        right.addWidget(self._count(content, ground))
        right.addStretch(1)
        across.addLayout(right, 28)
        ground.show()

    @staticmethod
    def _count(content: PhonesWall, ground: QWidget) -> Card:
        card = Card("wallAnswered", parent=ground)
        card.body.addWidget(Label("card", content.answered, wrap=True, parent=card))
        bar = Measure(parent=card)
        bar.show_share(content.share_0_1, "primary")
        card.body.addWidget(bar)
        card.body.addWidget(Label("secondary", content.note, wrap=True, parent=card))
        return card


class NextStepsPage(_Filled):
    """Three cards side by side."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__("wallNextSteps", parent=parent)
        self._cards: tuple[Card, ...] = ()

    def show_content(self, content: NextStepsWall) -> None:
        """Show the cards."""
        self.show_head(content.head)
        ground = self._begin()
        across = QHBoxLayout(ground)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(current().px(14))
        for one in content.cards:
            across.addWidget(_card(one, ground), 1)
        self._cards = tuple(ground.findChildren(Card))
        self._drop_reasons()
        ground.show()

    def fit_body(self) -> None:
        """See whether there is room for reasons."""
        self._drop_reasons()

    def _drop_reasons(self) -> None:
        """Leave out reasons where decision, owner and day would not fit: these are what the room decides about."""
        for card in self._cards:
            reasons = [label for label in card.findChildren(Label) if label.objectName().startswith("wallReason")]
            for label in reasons:
                label.show()
            gaps = current().px(14) * (len(self._cards) - 1)
            width = (self.body.width() - gaps) // max(len(self._cards), 1)
            while reasons and card.body.heightForWidth(width) > self.body.height():
                reasons.pop().hide()
                card.body.activate()


def _card(one: WallCard, ground: QWidget) -> Card:
    card = Card(f"wallCard{one.number}", parent=ground)
    head = QHBoxLayout()
    head.addWidget(Disc(str(one.number), parent=card))
    head.addStretch(1)
    if one.answer:
        head.addWidget(Badge(one.answer, "good" if one.is_accepted else "neutral", parent=card))
    card.body.addLayout(head)
    card.body.addWidget(Label("card", one.title, wrap=True, parent=card))
    card.body.addWidget(Label("body", one.decision, wrap=True, parent=card))
    for number, reason in enumerate(one.reasons):
        words = Label("secondary", reason, wrap=True, parent=card)
        words.setObjectName(f"wallReason{number}")
        words.set_muted(True)
        card.body.addWidget(words)
    card.body.addStretch(1)
    for label, value in (one.owner, one.due):
        row = QHBoxLayout()
        name = Label("secondary", label, parent=card)
        name.set_muted(True)
        row.addWidget(name)
        said = FactLabel("key", value, parent=card)
        said.setAlignment(Qt.AlignmentFlag.AlignRight)
        row.addWidget(said, 1)
        card.body.addLayout(row)
    return card


class ReadingPage(_Filled):
    """Everything that was decided; longer than the wall it is walked through with the arrow keys."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__("wallReading", parent=parent)
        self._content = QWidget(self.body)
        self._list = QVBoxLayout(self._content)
        self._list.setContentsMargins(0, 0, current().px(12), 0)
        self._list.setSpacing(current().px(6))
        self._walked, self._below = 0, ""
        self.below = Label("secondary", parent=self)
        self.below.setObjectName("wallBelow")
        column = self.layout()
        assert column is not None  # every page has one
        column.addWidget(self.below)

    def show_content(self, content: ReadingWall, below: str) -> None:
        """Show the decisions; what was in sight stays in sight. ``below``: words for there being more."""
        self._below = below
        self.show_head(content.head)
        self._content.hide()
        clear(self._list)
        for number, decision in enumerate(content.decisions, start=1):
            row = QHBoxLayout()
            row.setSpacing(current().px(12))
            row.addWidget(Disc(str(number), parent=self._content), 0, Qt.AlignmentFlag.AlignTop)
            words = QVBoxLayout()
            words.setSpacing(current().px(2))
            about = Label("body", decision.about, wrap=True, parent=self._content)
            about.set_muted(True)
            words.addWidget(about)
            for line in decision.lines:
                words.addWidget(Label("card", line, wrap=True, parent=self._content))
            row.addLayout(words, 1)
            self._list.addLayout(row)
            self._list.addSpacing(current().px(8))
        self._list.addStretch(1)
        self._place()
        self._content.show()

    def walk(self, lines: int) -> None:
        """Walk down or up by so many lines."""
        self._walked += lines * current().px(60)
        self._place()

    def fit_body(self) -> None:
        """Wrap anew."""
        self._place()

    def _place(self) -> None:
        """Put the list where it was walked to. A scroll area would ask the words for their height at no width at all."""
        self._list.activate()
        width, room = self.body.width(), self.body.height()
        height = max(self._list.heightForWidth(width), room)
        self._walked = min(max(self._walked, 0), height - room)
        self._content.setGeometry(0, -self._walked, width, height)
        # Hidden it would give its line to the list, and then be needed no more; empty it keeps its line.
        self.below.setText(self._below if self._walked < height - room else " ")
