"""The last row of the table, always in sight: a need is written down from field to field with Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QWidget

from ui.pages.needs_presenter import Draft
from ui.pages.needs_typed import figure
from ui.theme.theme import current, restyle
from ui.widgets.buttons import IconButton
from ui.widgets.completion import CompletionField, Suggestion
from ui.widgets.fields import ComboBox

if TYPE_CHECKING:
    from ui.pages.needs_table import NeedsTable

_HEIGHT = 50
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
CHOICES = ("consequence", "hiring", "provision")


class NarrowBox(ComboBox):
    """A choice in a narrow place: the list below is as wide as its words."""

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        """Carry the object name ``name``."""
        super().__init__(name, parent=parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.currentTextChanged.connect(self.setToolTip)

    def showPopup(self) -> None:  # noqa: N802 - Qt's name
        """Give the list room for its longest words."""
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(self.itemText(place)) for place in range(self.count())), default=0)
        self.view().setMinimumWidth(widest + current().px(40))
        super().showPopup()


class EntryRow(QFrame):
    """Fields below the columns of the table. Nothing is saved before `wanted`."""

    wanted = Signal(object)
    """A `Draft` to be written down."""
    complaint = Signal(str)
    members_wanted = Signal(int, str)
    skills_wanted = Signal(int, str, object)
    """Number of the question, text, member chosen or ``None``: answer with `offer_skills`."""

    def __init__(self, table: NeedsTable, *, parent: QWidget | None = None) -> None:
        """Follow the columns of ``table``."""
        super().__init__(parent)
        self.setObjectName("needEntry")
        self._table = table
        self.member = CompletionField("entryMember", allows_own_words=False, parent=self)
        self.skill = CompletionField("entrySkill", parent=self)
        self.now = QLineEdit(self)
        self.now.setObjectName("entryNow")
        self.later = QLineEdit(self)
        self.later.setObjectName("entryLater")
        for line in (self.now, self.later):
            line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.boxes = {key: NarrowBox(f"entry_{key}", parent=self) for key in CHOICES}
        self.adding = IconButton("entryAdd", "check", parent=self)
        self._chain: list[QWidget] = [self.member, self.skill, self.now, self.later, *self.boxes.values()]
        # Each is shown when it is needed, see `follow`.
        for before, after in zip(self._chain, [*self._chain[1:], self.adding], strict=True):
            QWidget.setTabOrder(before, after)
        for field in (*self._chain, self.adding):
            field.installEventFilter(self)
        self.member.wanted.connect(self.members_wanted)
        self.skill.wanted.connect(lambda number, text: self.skills_wanted.emit(number, text, self._member_code()))
        self.member.chosen.connect(self._take_member)
        self.skill.chosen.connect(lambda _: self._go_on(self.skill))
        self.adding.clicked.connect(self._finish)
        table.columns_fitted.connect(self.follow)
        current().changed.connect(self._fit)
        self._fit()

    # --- words and answers --------------------------------------------------------------------------------------------

    def set_words(self, titles: dict[str, str], blank: str, add: str) -> None:
        """Name every field; ``blank`` stands for a choice not made."""
        self.member.setPlaceholderText(titles["adding"])
        self.skill.setPlaceholderText(titles["skill"])
        self.member.setAccessibleName(titles["adding"])
        for field, key in ((self.skill, "skill"), (self.now, "now"), (self.later, "later")):
            field.setAccessibleName(titles[key])
        for key, box in self.boxes.items():
            box.setAccessibleName(titles[key])
            box.setPlaceholderText(blank)
        self.adding.set_words(add)

    def set_choices(self, key: str, choices: list[tuple[object, str]]) -> None:
        """Offer the values of a closed choice."""
        self.boxes[key].set_choices(choices, self.boxes[key].currentData())

    def offer_members(self, number: int, suggestions: list[Suggestion]) -> None:
        """Answer `members_wanted`."""
        self.member.offer(number, suggestions)

    def offer_skills(self, number: int, suggestions: list[Suggestion]) -> None:
        """Answer `skills_wanted`."""
        self.skill.offer(number, suggestions)

    def begin(self) -> None:
        """Put the keyboard where a need begins."""
        (self.skill if self._member_code() is not None else self.member).setFocus()
        self.follow()

    def begin_next(self) -> None:
        """Empty everything but the member: most of them name several needs."""
        self.skill.begin_with("")
        self.now.clear()
        self.later.clear()
        for box in self.boxes.values():
            box.choose(None)
        self._mark(self.now, is_wrong=False)
        self._mark(self.later, is_wrong=False)
        self.skill.setFocus()

    # --- keys ---------------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on with Enter; Ctrl+Enter writes down at once; Esc begins anew."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            # Where the keyboard goes is known only after this event.
            QTimer.singleShot(0, self.follow)
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if isinstance(watched, CompletionField) and watched.wants_key(event.key()):
            return False
        if event.key() in _ENTER:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._finish()
                return True
            if isinstance(watched, CompletionField) and watched.taken is not None:
                return False  # it takes what is there and says so
            if isinstance(watched, QWidget):
                self._go_on(watched)
                return True
        if event.key() == Qt.Key.Key_Escape and isinstance(watched, QWidget):
            self._start_over()
            return True
        return super().eventFilter(watched, event)

    def _go_on(self, field: QWidget) -> None:
        if field is self.member and self._member_code() is None:
            self._complain_of_member()
            return
        if field is self.skill and self.skill.taken is None:
            return
        if field in (self.now, self.later) and not self._is_clear(field):
            return
        shown = [step for step in self._chain if step.isVisible()]
        place = shown.index(field)
        if place + 1 < len(shown):
            shown[place + 1].setFocus()
        else:
            self._finish()

    def _take_member(self, _suggestion: Suggestion) -> None:
        self.member.setCursorPosition(0)  # the beginning of a long name says more than its end
        self._go_on(self.member)

    def _complain_of_member(self) -> None:
        if self.member.text().strip():
            self.complaint.emit(self.member.text().strip())

    def _is_clear(self, field: QWidget) -> bool:
        assert isinstance(field, QLineEdit)  # one of the two figures
        _, is_clear = figure("now" if field is self.now else "later", field.text())
        self._mark(field, is_wrong=not is_clear)
        if not is_clear:
            field.selectAll()
        return is_clear

    def _mark(self, field: QLineEdit, *, is_wrong: bool) -> None:
        restyle(field, wrong="true" if is_wrong else "false")

    def _start_over(self) -> None:
        self.member.begin_with("")
        self.begin_next()
        self.member.setFocus()

    def _member_code(self) -> Any:
        taken = self.member.taken
        return taken.value if taken is not None else None

    def _finish(self) -> None:
        code, skill = self._member_code(), self.skill.taken
        if code is None:
            self.member.setFocus()
            self._complain_of_member()
            return
        if skill is None:
            self.skill.setFocus()
            return
        for field in (self.now, self.later):
            if not self._is_clear(field):
                field.setFocus()
                return
        self.wanted.emit(
            Draft(
                member=code,
                text=" ".join(skill.title.split()),
                skill=skill.value,  # type: ignore[arg-type]  # a URI, put there by the presenter
                now=self.now.text(),
                later=self.later.text(),
                **{key: box.currentData() for key, box in self.boxes.items()},
            )
        )

    # --- place --------------------------------------------------------------------------------------------------------

    @property
    def is_idle(self) -> bool:
        """Whether nothing has been begun: then one line invites to begin."""
        if any(field.hasFocus() for field in (*self._chain, self.adding)):
            return False
        lines = (self.member, self.skill, self.now, self.later)
        return not any(line.text() for line in lines) and all(box.currentData() is None for box in self.boxes.values())

    def follow(self) -> None:
        """Put each field below its column; while nothing is begun, there is only the invitation."""
        px = current().px
        top, height = px(8), px(34)
        is_idle = self.is_idle
        restyle(self.member, invites="true" if is_idle else "false")
        for field in (*self._chain[1:], self.adding):
            field.setVisible(not is_idle)
        if is_idle:
            self.member.setGeometry(px(1), top, max(self.width() - px(2), px(100)), height)
            return
        places: dict[str, QWidget] = {"member": self.member, "now": self.now, "later": self.later, **self.boxes}
        for key, field in places.items():
            span = self._table.span(key)
            field.setVisible(span is not None)
            if span is not None:
                field.setGeometry(span[0] + px(4), top, span[1] - px(8), height)
        skill, now = self._table.span("skill"), self._table.span("now")
        add = px(34)
        if skill is not None and now is not None:
            self.skill.setGeometry(skill[0] + px(4), top, now[0] - skill[0] - px(8) - add - px(4), height)
            self.adding.setGeometry(now[0] - add - px(2), top, add, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self.follow()

    def _fit(self) -> None:
        self.setStyleSheet(
            f"#needEntry {{ border: none; border-top: 1px solid {current().tokens.line}; }}"
            'QLineEdit[invites="true"] { border: 1px solid transparent; background: transparent;'
            f" padding: 0 {current().px(9)}px; }}"
        )
        self.setFixedHeight(current().px(_HEIGHT))
        self.follow()
