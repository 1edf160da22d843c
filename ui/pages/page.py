"""What every step is made of – and how to write one.

**Files.** ``ui/pages/<key>.py`` holds the view (a subclass of `Page`), ``ui/pages/<key>_presenter.py`` what decides,
``<key>_….py`` more views where one file grows beyond ~300 lines. The class name and keys stand in `registry`; as soon
as the module exists, the step is in the window. Nothing heavy (pandas, matplotlib, openpyxl …) at module level: the
modules of all steps are imported right after the first paint, because the step list asks each for its `fact`.

**View.** Builds widgets in `build`, shows a `SessionState` in `show_state`, emits intentions, sets every text in
`retranslate`. It never touches the assessment and calculates nothing::

    class MembersPage(Page):
        key = "members"
        concerns = frozenset({"members", "contacts", "responses"})  # kinds of `Touched`; None: everything

        def build(self) -> None:
            self.presenter = MembersPresenter(self.session)
            self.adding = PrimaryButton("addMember", "plus", parent=self)  # object name first, always
            self.header.add_action(self.adding)  # primary one last
            self.table = DataTable("memberTable", COLUMNS, parent=self)
            self.body.addWidget(self.table, 1)  # below the header
            self.adding.clicked.connect(self.presenter.add_member)
            self.table.cell_edited.connect(self.presenter.edit_cell)
            self.empty.primary.clicked.connect(self.presenter.add_member)  # there is always an EmptyState

        def is_empty(self, state: SessionState) -> bool:  # True: the EmptyState is shown instead
            return not state.snapshot.members

        def show_state(self, state: SessionState) -> None:  # must not emit intentions: tested
            self.table.set_rows(member_rows(state))

        def retranslate(self) -> None:  # at build and at every language switch
            self.header.set_words(self.title(), self.tr("Who belongs to the cluster, and who has answered."))
            self.adding.setText(self.tr("Add member"))
            self.empty.set_words(self.tr("No members yet"), self.tr("…at most three lines…"))
            self.empty.primary.setText(self.tr("Add first member"))

        @staticmethod
        def fact(snapshot: Snapshot, results: Results | None) -> StepFact:  # pure; the sentence below the step
            return member_fact(snapshot, results)

        def help_text(self) -> str:  # F1; paragraphs separated by blank lines
            return self.tr("…")

**Presenter.** A plain class without widgets: takes intentions (ids and texts), makes one change of `fastmap.changes`
and gives it to ``session.apply(change)``: saved, undoable and named by that. `session.apply` returns ``None`` where it
failed; the frame has then told the person already. After a change nobody calls anybody: the frame shows the new state
to the page in sight and to the others when they are visited. Reading beyond the snapshot: ``session.assessment``
(contacts, attachments). Long work: ``job = session.pool.start(lambda progress: …)`` with values only, then connect
``job.done`` (its outcome), ``job.progressed`` (`Progress`), ``job.cancelled``, ``job.finished``, ``job.failed``
(connect it to ``session.failed``), ``job.cancel()``; show a `ProgressPanel` meanwhile.

**To the frame** a page speaks by signals: ``go_to.emit("needs")`` (another step), ``say.emit("good", sentence)`` (the
message bar; tones good, warn, bad, neutral). Files dropped on the window reach the first page whose `takes` names their
suffix (``""`` stands for folders) through `take_files`.

**Texts.** Screen-only text: `self.tr("…")` as a whole sentence, `self.tr("%n member(s)", "", n)` for counts (fill other
places with ``.format(name=…)`` or `replace` after tr); in functions without a widget
`QCoreApplication.translate("MembersPage", "…")`, always with literal arguments, `QCoreApplication.translate("…",
"%n member(s)", "", n)`. Words of closed choices and anything that can land in a report: ``state.texts.term("verdict.
shortage")``, ``texts.say(message)``, ``texts.number/percent/date``. Then
``python3 dev.py translations <key>`` updates ``resources/translations/{en,es}/<key>.ts``: fill in the Spanish (and the
English plural forms) and delete ``type="unfinished"``. A test holds that none is missing.

**Widgets.** `ui.widgets`: labels (`Label`, `FactLabel` for one outside line, `Badge(text, tone)`, `IconLabel`), buttons
(`PrimaryButton`, `Button`, `LinkButton`, `DangerButton`, `IconButton`), cards (`Card`, `SectionHeader`, `Rule`,
`scrolling`, `clear`), `flow_layout.FlowLayout`, `fields` (`ComboBox`, `SearchField`, `Field`), `completion.
CompletionField`, `table` (`Column`, `DataTable`), `progress_panel`, `side_panel`, `message_bar`. Colours, fonts and
pixel lengths only through `ui.theme.theme.current()`: ``.colour("text2")``, ``.soft("warn")``, ``.font("key")``,
``.px(42)``; connect ``current().changed`` where something is painted or sized in code. Icons: ``icon("plus")`` by their
Phosphor name. Outside text never goes into rich text; into menus, tabs and buttons through `ui.plain_text.literal`.

**Tests.** ``tests/ui/test_<key>_page.py`` with the fixtures of ``tests/support/ui.py``: find widgets by object name,
click and type with ``qtbot``; presenters without a window. The walking tests (names, sizes, cut text, plain text, focus)
cover each registered page by themselves, with the sample, empty and with hostile names. Pictures:
``python tests/support/grab.py <key> --out FOLDER``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.pages import registry
from ui.session import Session, SessionState
from ui.widgets.cards import PageHeader
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from fastmap.model.results import Results
    from fastmap.model.snapshot import Snapshot


class StepState(Enum):
    """How far a step is."""

    NOT_STARTED = auto()
    BEGUN = auto()
    COMPLETE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class StepFact:
    """What the step list says of a step."""

    state: StepState
    sentence: str
    """A fact in the language of the screen, such as "24 of 31 members answered"; never a bare percentage."""
    share_0_1: float = 0.0
    """How much of the step is done: the arc of its ring. Counts only while the step is begun."""

    @property
    def done_0_1(self) -> float:
        """The share for the completeness bar."""
        if self.state is StepState.BEGUN:
            return min(max(self.share_0_1, 0.0), 1.0)
        return 1.0 if self.state is StepState.COMPLETE else 0.0


class Page(QWidget):
    """One step. Made when it is first visited, while an assessment is open, and kept until that is closed."""

    key: ClassVar[str]
    """As in the registry."""
    concerns: ClassVar[frozenset[str] | None] = None
    """The kinds of `Touched` after which the page must be shown anew; ``None``: all. New results always do."""
    takes: ClassVar[frozenset[str]] = frozenset()
    """Suffixes of files (lower case, with dot; "" for folders) that may be dropped on the window for this page."""

    go_to = Signal(str)
    """Another step is wanted: its key."""
    say = Signal(str, str)
    """A sentence for the message bar: tone and words."""
    fact_changed = Signal()
    """What `fact` says has changed without a change of the assessment."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build everything and set its texts; shows nothing yet."""
        super().__init__(parent)
        self.session = session
        self.setObjectName(f"{self.key}Page")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 18, 24, 16)
        outer.setSpacing(12)
        self.header = PageHeader(parent=self)
        outer.addWidget(self.header)
        self._stack = QStackedWidget(self)
        self._content = QWidget(self._stack)
        self.body = QVBoxLayout(self._content)
        """Below the header: the page's own widgets."""
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(12)
        self.empty = EmptyState(f"{self.key}Empty", registry.step(self.key).icon, parent=self._stack)
        """Shown instead of the body while `is_empty`."""
        self._stack.addWidget(self._content)
        self._stack.addWidget(self.empty)
        outer.addWidget(self._stack, 1)
        self.build()
        self.retranslate()

    # --- what a page writes -------------------------------------------------------------------------------------------

    def build(self) -> None:
        """Make the widgets and connect them; no texts, no state."""
        raise NotImplementedError

    def show_state(self, state: SessionState) -> None:
        """Fill the widgets. Emits no intention."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Set every text."""
        raise NotImplementedError

    @staticmethod
    def fact(snapshot: Snapshot, results: Results | None) -> StepFact:
        """Return what the step list says; pure, in the language of the screen."""
        raise NotImplementedError

    def help_text(self) -> str:
        """Return the help of F1: paragraphs separated by blank lines."""
        raise NotImplementedError

    def is_empty(self, state: SessionState) -> bool:  # noqa: ARG002 - pages that are never empty need not look
        """Say whether there is nothing to show yet."""
        return False

    def take_files(self, paths: Sequence[Path]) -> None:
        """Take files that were dropped on the window (see `takes`)."""
        raise NotImplementedError

    def ask_for_files(self) -> None:
        """Ask for files to take: the menu's way to a page with `takes`."""
        raise NotImplementedError

    def focus_first(self) -> None:
        """Put the keyboard where work begins; called when the step is chosen."""
        shown = self.empty if self._stack.currentIndex() == 1 else self._content
        for widget in shown.findChildren(QWidget):
            if widget.isVisibleTo(self) and widget.isEnabled() and widget.focusPolicy().value & 1:
                widget.setFocus()
                return

    # --- what the frame calls -----------------------------------------------------------------------------------------

    @classmethod
    def title(cls) -> str:
        """Return the step's title in the language of the screen."""
        return registry.step(cls.key).title

    def refresh(self, state: SessionState) -> None:
        """Show `state`: the page itself, or the empty state, whose buttons then stand for those of the header."""
        is_empty = self.is_empty(state)
        self._stack.setCurrentIndex(1 if is_empty else 0)
        self.header.show_actions(not is_empty)
        if not is_empty:
            self.show_state(state)

    def changeEvent(self, event: QEvent) -> None:
        """Set all texts anew when the language is switched."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            if self.session.is_open:
                self.refresh(self.session.state)


@contextmanager
def quiet(*objects: QObject) -> Iterator[None]:
    """Fill widgets inside this block without a signal of theirs being heard."""
    blockers = [QSignalBlocker(thing) for thing in objects]
    try:
        yield
    finally:
        for blocker in blockers:
            blocker.unblock()
