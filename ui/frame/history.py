"""The history of the open file: its lines in words, values put back, and the way to what a change was about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Final

from fastmap.local_time import local_time
from fastmap.texts import sentence_case
from ui.translating import clock_time
from ui.widgets.table import DataTable

if TYPE_CHECKING:
    from fastmap.store.history import Subject
    from fastmap.tasks.history import HistoryLine, ValueChange
    from ui.frame.window import MainWindow
    from ui.pages.page import Page
    from ui.session import Session

PAGE_OF: Final = {
    **dict.fromkeys(("info", "cluster", "team"), "cluster"),
    **dict.fromkeys(("members", "contacts"), "members"),
    **dict.fromkeys(("responses", "mappings", "skills", "attachments"), "needs"),
    **dict.fromkeys(("partners", "offers", "ties", "commitments"), "partners"),
    **dict.fromkeys(("overrides", "second_sources", "priority_weights", "earlier_round"), "diagnosis"),
    **dict.fromkeys(("actions", "practices"), "actions"),
    **dict.fromkeys(
        ("decisions", "roadmap", "indicator_answers", "indicator_targets", "checklist_answers"), "next_steps"
    ),
    **dict.fromkeys(("kpis", "privacy"), "report"),
    "workshop": "workshop",
}
"""Kind of thing → step on whose page it stands; of workshops it is a window beside the pages."""
WITHOUT_PAGE: Final = frozenset({"edits"})
"""Kinds of things that nothing shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryRow:
    """One change, in words."""

    line: HistoryLine
    when: str
    what: str
    about: str
    state: str
    """"taken back", or empty."""

    @property
    def key(self) -> str:
        """Tells changes apart."""
        return str(self.line.sequence)


class HistoryPresenter:
    """Reads the history of the session's file and gives its changes back to it."""

    def __init__(self, session: Session) -> None:
        """Work on whatever ``session`` has open."""
        self._session = session
        self._words: Mapping[int, str] | None = None
        self.rows: dict[str, HistoryRow] = {}
        """By key, newest first."""

    def read(self) -> list[HistoryRow]:
        """Read the history anew and return it, newest first."""
        from fastmap.tasks.history import about_words, history_lines

        texts = self._session.state.texts
        self._names = self._session.assessment.names_in_history()
        self._words = None
        undone = texts.term("history.undone")
        day_words = cache(texts.date)

        def when(line: HistoryLine) -> str:
            moment = local_time(line.at)
            day: date = moment.date()
            return f"{day_words(day)}, {clock_time(moment)}"

        self.rows = {
            str(line.sequence): HistoryRow(
                line=line,
                when=when(line),
                what=sentence_case(texts.say(line.what)),
                about=sentence_case(about_words(line, texts)),
                state=undone if line.undone else "",
            )
            for line in history_lines(self._session.assessment, self._names)
        }
        return list(self.rows.values())

    def has_words(self, key: str, wanted: str) -> bool:
        """Return whether a line, or a value that its change took away or gave, has every word of ``wanted``."""
        words = wanted.casefold().split()
        if not words:
            return True
        if self._words is None:  # only for whoever searches: it reads the whole history
            self._words = self._session.assessment.words_in_history()
        row = self.rows[key]
        values = self._words.get(row.line.sequence, "")
        text = "\n".join((row.when, row.what, row.about, row.state, values)).casefold()
        return all(word in text for word in words)

    def values(self, key: str, most: int | None = None) -> tuple[ValueChange, ...]:
        """Return what one change did, in words; all, or of the first ``most`` rows."""
        from fastmap.tasks.history import value_changes

        texts = self._session.state.texts
        return value_changes(self._session.assessment, self.rows[key].line.sequence, texts, self._names, most)

    def kinds(self) -> list[tuple[object, str]]:
        """Return the kinds of things that the history is about, with their words, by alphabet."""
        texts = self._session.state.texts
        kinds = {kind for row in self.rows.values() for kind in row.line.kinds}
        words = [(kind, sentence_case(texts.term(f"history.kind.{kind}"))) for kind in kinds]
        return sorted(words, key=lambda choice: choice[1].casefold())

    def members(self) -> list[tuple[object, str]]:
        """Return the members that the history is about, with their names, by alphabet."""
        about = {code for row in self.rows.values() for code in row.line.members}
        members = [(m.code, m.name) for m in self._session.state.snapshot.members if m.code in about]
        return sorted(members, key=lambda choice: choice[1].casefold())

    def put_back(self, values: Sequence[ValueChange]) -> bool:
        """Put values back; says whether anything changed."""
        from fastmap.tasks.history import restoring

        return bool(self._session.apply(restoring(values)))

    def go_back_to(self, key: str) -> bool:
        """Make everything what it was after one change; says whether anything changed."""
        from fastmap.tasks.history import going_back

        return bool(self._session.apply(going_back(self.rows[key].line)))

    def is_last(self, key: str) -> bool:
        """Return whether nothing that stands was made after this change."""
        return key == next((row.key for row in self.rows.values() if not row.line.undone), "")

    @staticmethod
    def place_of(about: Sequence[Subject]) -> tuple[str, str] | None:
        """Return the page where the first of ``about`` stands, and its id there; ``None`` if there is none."""
        return next(((PAGE_OF[one.kind], one.id) for one in about if one.kind in PAGE_OF), None)


def show_history(window: MainWindow) -> None:
    """Open the history of the window's file."""
    from ui.frame.history_dialog import HistoryDialog

    dialog = HistoryDialog(window.session, parent=window)

    def go(page: str, thing: str) -> None:
        dialog.accept()
        if page == "workshop":
            window.workshop.show_meeting()
            return
        shown = window.workspace.show_page(page)
        if not _choose(shown, thing):
            shown.focus_first()

    dialog.go_to.connect(go)
    dialog.finished.connect(dialog.deleteLater)
    window.session.closed.connect(dialog.reject)
    dialog.open()


def _choose(page: Page, thing: str) -> bool:
    """Put the keyboard on the row about ``thing`` where the page has one; say whether it has."""
    for table in page.findChildren(DataTable):
        if table.isVisibleTo(page) and table.rows.index_of(thing).isValid():
            table.choose(thing)
            table.setFocus()
            return True
    return False
