"""Which page is a view of the wall, and what goes into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastmap.model.choices import WallView
from fastmap.model.wall import WallHead
from fastmap.tasks import wall, wall_decisions
from ui.workshop.wall_charts import CoveragePage, MapPage, RankingPage, VotePage
from ui.workshop.wall_grid import GridPage
from ui.workshop.wall_words import NextStepsPage, PhonesPage, ReadingPage, WelcomePage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fastmap.model.results import Results
    from ui.phone.keeper import RoomKeeper
    from ui.session import SessionState
    from ui.workshop.meeting import Meeting
    from ui.workshop.wall_parts import WallPage

_PAGES = {
    WallView.WELCOME: WelcomePage,
    WallView.PHONES: PhonesPage,
    WallView.RANKING: RankingPage,
    WallView.MAP: MapPage,
    WallView.COVERAGE: CoveragePage,
    WallView.VOTE: VotePage,
    WallView.GRID: GridPage,
    WallView.NEXT_STEPS: NextStepsPage,
    WallView.READING: ReadingPage,
}


def make_page(view: WallView, *, parent: QWidget) -> WallPage:
    """Return the empty page of a view."""
    return _PAGES[view](parent=parent)


def show_page(page: WallPage, state: SessionState, meeting: Meeting, keeper: RoomKeeper) -> None:
    """Fill a page with what is recorded and worked out; figures that are not there yet are said to follow."""
    names, texts, snapshot, results = meeting.names, meeting.texts, state.snapshot, state.results
    content: object
    if isinstance(page, WelcomePage):
        content = wall.welcome_wall(snapshot, meeting.workshop, names, texts)
        if page.is_new((content, names.shown)):
            page.show_content(content, names_shown=names.shown)
    elif isinstance(page, GridPage):
        content = wall.grid_wall(snapshot, state.catalogue, names, texts)
        if page.is_new(content):
            page.show_content(content, texts)
    elif results is None:
        head = WallHead(title=texts.term(f"wall_view.{meeting.view}"), nothing=texts.term("wall.working"))
        if page.is_new(head):
            page.show_head(head)
    elif isinstance(page, PhonesPage):
        was_open = keeper.last_address is not None
        content = wall.phones_wall(results, texts, answers=keeper.answers, votes=keeper.papers, was_open=was_open)
        address = keeper.address if keeper.is_open else ""
        if page.is_new((content, address)):
            page.show_content(content, address)
    else:
        _show_results(page, state, results, meeting)


def _show_results(page: WallPage, state: SessionState, results: Results, meeting: Meeting) -> None:
    names, texts, snapshot = meeting.names, meeting.texts, state.snapshot
    content: object
    if isinstance(page, RankingPage):
        content = wall.ranking_wall(results, names, texts)
        if page.is_new(content):
            page.show_content(content)
    elif isinstance(page, MapPage):
        content = wall.map_wall(results, names, texts, line=state.catalogue.rules.min_users)
        if page.is_new(content):
            page.show_content(content)
    elif isinstance(page, CoveragePage):
        content = wall.coverage_wall(results, names, texts)
        if page.is_new(content):
            page.show_content(content)
    elif isinstance(page, VotePage):
        content = wall_decisions.vote_wall(results, snapshot, state.catalogue, names, texts, workshop=meeting.workshop)
        if page.is_new(content):
            page.show_content(content)
    elif isinstance(page, NextStepsPage):
        content = wall_decisions.next_steps_wall(results, snapshot, names, texts)
        if page.is_new(content):
            page.show_content(content)
    elif isinstance(page, ReadingPage):
        content = wall_decisions.reading_wall(results, snapshot, meeting.workshop, names, texts)
        if page.is_new(content):
            page.show_content(content, texts.term("wall.below"))
