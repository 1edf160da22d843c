"""A workshop: its agenda and votes, telephones in the room, the kiosk."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.support.states.state import Settle, State
from tests.support.ui import find


def _meeting(window: Any, settle: Settle) -> None:
    from fastmap.changes import RemoveWorkshop

    for known in window.session.state.snapshot.workshops:
        window.session.apply(RemoveWorkshop(workshop=known.id))
    window.menus["meeting"].trigger()
    settle(0.5)


def _agenda(window: Any, settle: Settle) -> None:
    _meeting(window, settle)
    find(window, "meetingEmptyPrimary").click()
    find(window, "agendaTable").choose("3")
    find(window, "agendaNotes").insertPlainText("Welding is missing for the night shift.")
    find(window, "agendaDecisions").insertPlainText("Ane asks the school by Friday.")
    find(window, "agendaBegin").click()
    settle(0.5)


def _new_vote(window: Any, settle: Settle) -> None:
    _meeting(window, settle)
    find(window, "meetingEmptyPrimary").click()
    settle(1.5)
    find(window, "meetingViews_votes").click()
    find(window, "ballotNew").click()
    settle(0.3)


def _vote(window: Any, settle: Settle) -> None:
    from fastmap.changes import CountByHand

    _new_vote(window, settle)
    find(window, "ballotOpen").click()
    ballot = window.session.state.snapshot.ballots[-1]
    dots = {option: place for place, option in enumerate(ballot.options)}
    window.session.apply(CountByHand(ballot=ballot.id, dots=dots, voters=16))
    find(window, "ballotTurn").click()
    settle(0.5)


def _question(begin: Callable[[Any, Settle], None], button: str) -> Callable[[Any, Settle], None]:
    """Press ``button``, and let the question that it asks stay open instead of waiting for its answer."""

    def bring_up(window: Any, settle: Settle) -> None:
        from ui.widgets.question import Question

        setattr(Question, "is_meant", lambda question: bool(question.open()))  # noqa: B010 - a method of a class
        begin(window, settle)
        find(window, button).click()
        settle(0.3)

    return bring_up


def _ask_for_new_cards(window: Any, settle: Settle) -> None:
    from ui.workshop.new_cards import NewCardsQuestion

    NewCardsQuestion(is_room_open=True, parent=window).open()
    settle(0.3)


def _phones(window: Any, settle: Settle) -> None:
    from ui.phone.networks import Network
    from ui.workshop import phones_dialog

    here = Network(name="Wi-Fi", address="127.0.0.1", is_wireless=True, is_virtual=False)
    vpn = Network(name="tun0", address="10.8.0.2", is_wireless=False, is_virtual=True)
    vars(phones_dialog)["networks"] = lambda: (here, vpn)
    window.menus["phones"].trigger()
    settle(0.3)


def _room(window: Any, settle: Settle) -> None:
    _phones(window, settle)
    find(window, "phonesOpen").click()
    settle(0.3)


def _kiosk(*names: str) -> Callable[[Any, Settle], None]:
    def bring_up(window: Any, settle: Settle) -> None:
        window.workshop._open_kiosk("4711")
        kiosk = find(window, "kiosk")
        kiosk.showNormal()
        kiosk.resize(window.size())
        for name in names:
            settle(0.1)
            if not name.startswith("="):
                find(kiosk, name).click()
                continue
            field, _, text = name[1:].partition("=")
            find(kiosk, field).setText(text)
        settle(0.3)

    return bring_up


STATES = (
    State(page="cluster", name="meeting", bring_up=_meeting, dialog="meetingDialog"),
    State(page="cluster", name="agenda", bring_up=_agenda, dialog="meetingDialog"),
    State(page="cluster", name="new-vote", bring_up=_new_vote, dialog="meetingDialog"),
    State(page="cluster", name="vote", bring_up=_vote, dialog="meetingDialog"),
    State(
        page="cluster",
        name="remove-workshop",
        bring_up=_question(_vote, "meetingRemove"),
        dialog="removeWorkshopBox",
    ),
    State(page="cluster", name="new-cards", bring_up=_ask_for_new_cards, dialog="newCardsBox"),
    State(page="needs", name="phones", bring_up=_phones, dialog="phonesDialog"),
    State(page="needs", name="room", bring_up=_room, dialog="phonesDialog"),
    State(page="needs", name="room_bar", bring_up=_room),
    State(
        page="needs", name="kiosk_begin", bring_up=lambda window, _: window.workshop.begin_kiosk(), dialog="kioskDialog"
    ),
    State(page="needs", name="kiosk", bring_up=_kiosk(), dialog="kiosk"),
    State(page="needs", name="kiosk_who", bring_up=_kiosk("kioskBegin", "kioskNext"), dialog="kiosk"),
    State(
        page="needs",
        name="kiosk_need",
        bring_up=_kiosk("kioskBegin", "=kiosk_organisation=Alfa", "kioskNext", "kioskFold_need_1_job"),
        dialog="kiosk",
    ),
    State(
        page="needs",
        name="kiosk_more",
        bring_up=_kiosk(
            "kioskBegin", "=kiosk_organisation=Alfa", "kioskNext", "kioskNext", "kioskNext", "kioskFold_link_1_name"
        ),
        dialog="kiosk",
    ),
    State(page="needs", name="kiosk_pin", bring_up=_kiosk("kioskLeave"), dialog="kiosk"),
)
