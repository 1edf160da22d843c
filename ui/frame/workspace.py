"""The open assessment: step list, top bar, message bar and the page in sight. Pages are made when first visited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.frame.help_panel import HelpPanel
from ui.frame.step_list import StepList
from ui.pages.page import Page
from ui.pages.registry import Step
from ui.session import Session

if TYPE_CHECKING:
    from fastmap.assessment import Touched


class Workspace(QWidget):
    """Shows each page what concerns it, and the step list what each page says of itself."""

    say = Signal(str, str)
    page_shown = Signal(str)

    def __init__(self, session: Session, steps: tuple[Step, ...], *, parent: QWidget | None = None) -> None:
        """Work on whatever ``session`` has open, with the pages of ``steps``."""
        super().__init__(parent)
        self.setObjectName("workspace")
        self._session = session
        self._steps = steps
        self._pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._classes: dict[str, type[Page]] = {}
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        self.step_list = StepList(steps, parent=self)
        across.addWidget(self.step_list)
        self.middle = QVBoxLayout()
        """The window puts its bars here, above and below the page."""
        self.middle.setSpacing(0)
        self._stack = QStackedWidget(self)
        self._stack.setObjectName("pages")
        self.middle.addWidget(self._stack, 1)
        across.addLayout(self.middle, 1)
        self.help = HelpPanel(parent=self)
        across.addWidget(self.help)
        self.step_list.chosen.connect(self.show_page)
        session.closed.connect(self._end)
        session.touched.connect(self._after_touch)
        session.results_ready.connect(self._after_results)

    @property
    def page(self) -> Page | None:
        """The page in sight."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Page) else None

    def page_class(self, step: Step) -> type[Page]:
        """Return the class of a page, imported the first time."""
        if step.key not in self._classes:
            self._classes[step.key] = step.load()
        return self._classes[step.key]

    def show_page(self, key: str) -> Page:
        """Show a step; its page is made now if this is the first visit."""
        page = self._pages.get(key) or self._make(key)
        self._refresh_if_stale(page)
        self._stack.setCurrentWidget(page)
        self.step_list.show_chosen(key)
        if not self.help.isHidden():
            self.show_help()
        self.page_shown.emit(key)
        return page

    def step_beside(self, places: int) -> None:
        """Show the step ``places`` further on, if there is one."""
        keys = [step.key for step in self._steps]
        if self.page is not None:
            place = keys.index(self.page.key) + places
            if 0 <= place < len(keys):
                self.show_page(keys[place])

    def show_help(self) -> None:
        """Show the help of the page in sight."""
        if self.page is not None:
            self.help.show_help(self.page.title(), self.page.help_text())
            self.help.show()

    def toggle_help(self) -> None:
        """Show the help, or put it away."""
        if self.help.isHidden():
            self.show_help()
        else:
            self.help.close_panel()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language: facts and help are sentences."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._session.is_open:
            self._show_facts()
            if not self.help.isHidden():
                self.show_help()

    def show_all_facts(self) -> None:
        """Show what every page says of itself. Imports all pages."""
        if self._session.is_open:
            for step in self._steps:
                self.page_class(step)
            self._show_facts()

    def prepare_next(self) -> bool:
        """Make or fill one page that has not been visited, out of sight; say whether there was anything to do."""
        for step in self._steps:
            if step.key not in self._pages:
                self._make(step.key)
                return True
            page = self._pages[step.key]
            if step.key in self._stale:
                self._refresh_if_stale(page)
                for widget in page.findChildren(QWidget):
                    widget.ensurePolished()
                return True
        return False

    def begin(self) -> None:
        """Show the assessment that was just opened, from the first step on."""
        state = self._session.state
        self.step_list.show_round(state.snapshot.info.round_label)
        if self._steps:
            self.show_page(self._steps[0].key)
        self._show_facts()

    def _end(self) -> None:
        self.help.close_panel()
        for page in self._pages.values():
            self._stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        self._stale.clear()

    def _after_touch(self, touched: Touched) -> None:
        self.step_list.show_round(self._session.state.snapshot.info.round_label)
        self._refresh({key for key, page in self._pages.items() if _concerned(page, touched)})

    def _after_results(self) -> None:
        self._refresh(set(self._pages))

    def _make(self, key: str) -> Page:
        step = next(step for step in self._steps if step.key == key)
        # In its place from the beginning: the style of everything in it would be worked out again after a move.
        page = self.page_class(step)(self._session, self._stack)
        page.go_to.connect(self.show_page)
        page.say.connect(self.say)
        page.fact_changed.connect(self._show_facts)
        self._pages[key] = page
        self._stack.addWidget(page)
        self._stale.add(key)
        return page

    def _refresh(self, keys: set[str]) -> None:
        self._stale |= keys
        if self.page is not None:
            self._refresh_if_stale(self.page)
        self._show_facts()

    def _refresh_if_stale(self, page: Page) -> None:
        if page.key in self._stale:
            self._stale.discard(page.key)
            page.refresh(self._session.state)

    def _show_facts(self) -> None:
        for step in self._steps:
            if step.key in self._classes:
                self._show_fact(step)

    def _show_fact(self, step: Step) -> None:
        state = self._session.state
        self.step_list.show_fact(step.key, self._classes[step.key].fact(state.snapshot, state.results))


def _concerned(page: Page, touched: Touched) -> bool:
    return page.concerns is None or bool(page.concerns & touched.kinds)
