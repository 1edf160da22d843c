"""Every view on the wall at 1920 × 1080, and the manager's view at 1366 × 768, for `grab.py --walls`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from tests.support.screens import Place

STATES_BESIDE = (
    "agenda",
    "new-vote",
    "vote",
    "phones",
    "room",
    "room_bar",
    "kiosk_begin",
    "kiosk",
    "kiosk_who",
    "kiosk_need",
    "kiosk_more",
    "kiosk_pin",
)
"""What else a workshop shows (`tests/support/grab_states.py`)."""
LAPTOP, PROJECTOR = Place(0, 0, 1366, 768), Place(1366, 0, 1920, 1080)


def grab_walls(window: Any, out: Path, variant: str, settle: Callable[[float], None], *, language: str) -> None:
    """Present what is open in the language of its file, from the welcome to the decisions, and take a picture of each."""
    from fastmap.changes import EditInfo
    from fastmap.model.choices import WallView
    from ui.workshop.meeting import VIEWS

    session = window.session
    session.apply(EditInfo(info=replace(session.state.snapshot.info, language=language)))
    _meet(session)
    _settled(session, settle)
    keeper = window.workshop.keeper
    keeper.open("127.0.0.1", port=0)
    begun = _present(window)
    begun.meeting.begin_item("3")
    for number, view in enumerate(VIEWS, start=1):
        begun.meeting.show_view(view)
        settle(0.3)
        begun.wall.resize(1920, 1080)
        settle(0.2)
        begun.wall.grab().save(str(out / f"wall-{number}-{view}_{variant}.png"))
        if view in (WallView.MAP, WallView.GRID):
            begun.wall.resize(1280, 720)
            settle(0.2)
            begun.wall.grab().save(str(out / f"wall-{number}-{view}-720_{variant}.png"))
    begun.manager.setMinimumSize(0, 0)
    begun.manager.resize(1366, 728)
    settle(0.3)
    begun.manager.grab().save(str(out / f"wall-manager_{variant}.png"))
    _vote(session)
    _settled(session, settle)
    begun.meeting.show_view(WallView.VOTE)
    settle(0.3)
    begun.wall.resize(1920, 1080)
    settle(0.2)
    begun.wall.grab().save(str(out / f"wall-6-vote-closed_{variant}.png"))
    begun.manager.resize(1366, 728)
    keeper.close()
    begun.meeting.stop()
    begun.meeting.begin_item("1")
    settle(0.3)
    begun.manager.grab().save(str(out / f"wall-manager-closed_{variant}.png"))
    begun.bar.show()
    begun.bar.lie_at_foot()
    begun.bar.tell_keys()
    settle(0.2)
    begun.wall.grab().save(str(out / f"wall-bar_{variant}.png"))
    begun.end()


def _present(window: Any) -> Any:
    from ui.workshop.present import Presentation

    desk = window.workshop
    begun = Presentation(
        window.session, lambda: desk.keeper, meeting=desk.meeting, screens=lambda: [LAPTOP, PROJECTOR], window=window
    )
    begun.begin()
    return begun


def _settled(session: Any, settle: Callable[[float], None]) -> None:
    settle(0.3)
    while not session.state.results_are_current:
        settle(0.05)


def _meet(session: Any) -> None:
    """Begin a workshop of today with notes and decisions, and a vote that is still hidden."""
    from fastmap.changes import NoteAgendaItem, SaveWorkshop
    from fastmap.tasks.workshops import new_workshop

    today = datetime.now().astimezone().date()
    workshop = new_workshop(session.state.snapshot, session.state.catalogue.workshop.agendas[0], held_on=today)
    session.apply(SaveWorkshop(workshop=workshop))
    for item, decided in (
        (2, "Every firm that has not answered is called by 12 June."),
        (5, "A second training line."),
    ):
        notes = "Welding is missing for the night shift; two firms would send an apprentice each."
        session.apply(
            NoteAgendaItem(workshop=workshop.id, item=workshop.agenda[item].id, notes=notes, decisions=decided)
        )
    _open(session, workshop.id)


def _open(session: Any, workshop: Any) -> None:
    from fastmap.changes import OpenBallot
    from fastmap.model.choices import BallotSubject
    from fastmap.tasks.ballots import new_ballot, options_of

    options = options_of(BallotSubject.NEEDS, session.state.results)
    at = datetime.now().astimezone()
    ballot = new_ballot(
        session.state.snapshot, workshop, BallotSubject.NEEDS, options, dots=3, at=at, results=session.state.results
    )
    session.apply(OpenBallot(ballot=ballot))


def _vote(session: Any) -> None:
    from fastmap.changes import CountByHand, SetBallotState
    from fastmap.model.choices import BallotState

    ballot = session.state.snapshot.ballots[-1]
    dots = {option: place * 2 for place, option in enumerate(ballot.options)}
    session.apply(CountByHand(ballot=ballot.id, dots=dots, voters=31))
    at = datetime.now().astimezone()
    session.apply(SetBallotState(ballot=ballot.id, state=BallotState.CLOSED, at=at))
