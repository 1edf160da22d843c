"""The room and the window together: what a phone hears as saved is in the file, and the window hears of it."""

import socket
import threading
import time
from dataclasses import replace
from datetime import date

import httpx2
import pytest

from fastmap.assessment import Assessment
from fastmap.changes import AddAction, NoteAgendaItem, OpenBallot, SaveMembers, SaveWorkshop, SetBallotState
from fastmap.errors import FastmapError
from fastmap.intake.member_cards import card_code, room_code
from fastmap.model.choices import BallotState, BallotSubject, Channel
from fastmap.model.organisations import Member
from tests.store.recorded import BALLOT, NOON, WORKSHOP
from tests.support.builders import make_action
from ui.phone.keeper import RoomKeeper
from ui.session import SaveState


class Phone:
    """Sends in a thread of its own, as phones do: the window goes on meanwhile."""

    def __init__(self, url, data) -> None:
        self.page: httpx2.Response | None = None
        self._thread = threading.Thread(target=self._send, args=(url, data), daemon=True)
        self._thread.start()

    def _send(self, url, data) -> None:
        self.page = httpx2.post(url, data=data, timeout=15)


def sent(qtbot, url, **data):
    phone = Phone(url, data)
    qtbot.waitUntil(lambda: phone.page is not None, timeout=15_000)
    return phone.page


def answer(session, keeper, **entries):
    card = card_code(session.assessment.card_secret(), "M001")
    return {"screen": "check", "go": "send", "key": "k" * 16, "card": card, "need_1_skill": "TIG", **entries}


def test_an_answer_that_the_phone_hears_as_saved_is_in_the_file(qtbot, session, keeper):
    assert keeper.open("127.0.0.1", port=0)

    with qtbot.waitSignal(keeper.received):
        page = sent(qtbot, f"{keeper.link}/en/form", **answer(session, keeper))

    assert "Saved" in page.text
    (response,) = session.assessment.snapshot().responses
    assert (response.member, response.channel) == ("M001", Channel.PHONE)
    assert (keeper.answers, keeper.papers) == (1, 0)
    keeper.close()


def test_the_same_answer_twice_is_there_once_and_both_times_heard_as_saved(qtbot, session, keeper):
    keeper.open("127.0.0.1", port=0)

    pages = [sent(qtbot, f"{keeper.link}/en/form", **answer(session, keeper)) for _ in range(2)]

    assert all("Saved" in page.text for page in pages)
    assert len(session.assessment.snapshot().responses) == 1
    assert keeper.answers == 1
    keeper.close()


def test_a_phone_is_told_that_its_answer_waits_where_the_firm_answered_before(qtbot, session, keeper):
    keeper.open("127.0.0.1", port=0)

    first = sent(qtbot, f"{keeper.link}/en/form", **answer(session, keeper))
    second = sent(qtbot, f"{keeper.link}/en/form", **answer(session, keeper, key="o" * 16, need_1_skill="PLC"))

    assert "It counts from now on" in first.text
    assert "Your firm has answered before. This answer waits" in second.text
    assert "counts from now on" not in second.text
    keeper.close()


def test_a_vote_opened_in_the_window_is_on_the_phone_at_once_and_closed_at_once(qtbot, session, keeper):
    keeper.open("127.0.0.1", port=0)
    qtbot.waitUntil(lambda: session.state.results is not None, timeout=20_000)
    assert "No vote is open" in httpx2.get(f"{keeper.link}/en/vote").text

    session.apply(SaveWorkshop(workshop=WORKSHOP))
    session.apply(OpenBallot(ballot=BALLOT))
    vote = {"ballot": keeper._view.ballot.mark, "key": "v" * 16, "dots_0": "2"}
    assert "Your dots are counted" in sent(qtbot, f"{keeper.link}/en/vote", **vote).text
    session.apply(SetBallotState(ballot="B001", state=BallotState.CLOSED, at=NOON))
    assert "closed" in sent(qtbot, f"{keeper.link}/en/vote", **{**vote, "key": "w" * 16}).text

    assert [paper.id for paper in session.assessment.snapshot().ballot_papers] == ["v" * 16]
    assert keeper.papers == 1
    keeper.close()


def test_a_firm_that_a_title_names_stands_on_no_phone_in_any_language(qtbot, session, keeper):
    session.apply(AddAction(action=replace(make_action("A1"), id="A001", title="Open day at Alfa")))
    session.apply(AddAction(action=replace(make_action("A2"), id="A002", title="Welding course")))
    keeper.open("127.0.0.1", port=0)
    session.apply(SaveWorkshop(workshop=WORKSHOP))
    session.apply(OpenBallot(ballot=replace(BALLOT, subject=BallotSubject.ACTIONS, options=("A001", "A002"))))
    qtbot.waitUntil(lambda: session.state.results_are_current, timeout=20_000)

    for language in keeper._view.languages:
        page = httpx2.get(f"{keeper.link}/{language}/vote").text
        assert "Open day at […]" in page
        assert "Welding course" in page
        assert "Alfa" not in page
    keeper.close()


def test_a_round_that_takes_no_answers_any_more_says_so_and_votes_go_on(qtbot, session, keeper):
    keeper.open("127.0.0.1", port=0)
    keeper.let_answers_in(wanted=False)

    assert "This round is closed" in sent(qtbot, f"{keeper.link}/en/form", **answer(session, keeper)).text
    assert session.assessment.snapshot().responses == ()
    keeper.close()


def test_a_room_that_opens_again_on_the_same_day_is_where_phones_left_it(qtbot, session, keeper):
    keeper.open("127.0.0.1")
    link = keeper.link
    keeper.close()
    keeper.open("127.0.0.1")
    again = keeper.link
    keeper.close()
    other = RoomKeeper(session)  # the program was stopped by force and started again
    other.open("127.0.0.1", port=0)

    assert again == link
    assert other.code == link.rsplit("/")[-1]
    other.close()


def test_a_room_has_another_code_on_another_day_and_yesterday_s_opens_nothing(session, keeper, monkeypatch):
    keeper.open("127.0.0.1", port=0)
    first = keeper.code
    monkeypatch.setattr("ui.phone.keeper._today", lambda: date(2031, 1, 2))
    keeper.open("127.0.0.1", port=0)

    assert keeper.code != first
    assert httpx2.get(keeper.link.replace(keeper.code, first)).status_code == 404
    keeper.close()


def test_a_new_code_lets_nobody_in_with_the_old_one_also_after_a_pause(qtbot, session, keeper):
    keeper.open("127.0.0.1", port=0)
    first = keeper.code
    with qtbot.waitSignal(keeper.opened):
        keeper.renew_code()
    renewed = keeper.code
    assert httpx2.get(keeper.link).status_code == 200
    assert httpx2.get(keeper.link.replace(renewed, first)).status_code == 404
    keeper.open("127.0.0.1", port=0)

    assert first != renewed
    assert keeper.code == renewed
    keeper.close()


def test_another_file_has_another_code_on_the_same_day():
    day = date(2026, 5, 4)

    assert room_code(b"a" * 32, day) != room_code(b"b" * 32, day)


def test_an_answer_changed_and_dots_given_anew_are_counted_once(qtbot, session, keeper):
    keeper.open("127.0.0.1", port=0)
    qtbot.waitUntil(lambda: session.state.results is not None, timeout=20_000)
    session.apply(SaveWorkshop(workshop=WORKSHOP))
    session.apply(OpenBallot(ballot=BALLOT))
    vote = {"ballot": keeper._view.ballot.mark, "key": "v" * 16}

    for skill, dots in (("TIG", "dots_0"), ("MIG", "dots_1")):
        sent(qtbot, f"{keeper.link}/en/form", **answer(session, keeper, need_1_skill=skill))
        assert "Your dots are counted" in sent(qtbot, f"{keeper.link}/en/vote", **vote, **{dots: "2"}).text

    qtbot.waitUntil(lambda: keeper.papers == 1)
    assert (keeper.answers, keeper.papers) == (1, 1)
    (paper,) = session.assessment.snapshot().ballot_papers
    assert paper.dots == {BALLOT.options[1]: 2}
    keeper.close()


def test_a_firm_that_answered_is_published_to_the_phones(qtbot, session, keeper):
    keeper.open("127.0.0.1", port=0)
    sent(qtbot, f"{keeper.link}/en/form", **answer(session, keeper))
    qtbot.waitUntil(lambda: "M001" in keeper._view.answered, timeout=5_000)

    who = {"screen": "who", "go": "next", "key": "n" * 16, "card": answer(session, keeper)["card"]}
    assert "Your firm answered on" in sent(qtbot, f"{keeper.link}/en/form", **who).text
    keeper.close()


def test_closing_the_file_closes_the_room(session, keeper):
    keeper.open("127.0.0.1", port=0)
    link = keeper.link

    session.close()

    assert not keeper.is_open
    with pytest.raises(httpx2.ConnectError):
        httpx2.get(link)


def test_what_waits_when_the_room_closes_is_stored_first(qtbot, session, keeper):
    keeper.open("127.0.0.1", port=0)
    keeper._look.stop()
    phone = Phone(f"{keeper.link}/en/form", answer(session, keeper))
    qtbot.waitUntil(lambda: len(keeper._inbox._letters) == 1, timeout=10_000)

    keeper.close()
    qtbot.waitUntil(lambda: phone.page is not None, timeout=10_000)

    assert "Saved" in phone.page.text
    assert len(session.assessment.snapshot().responses) == 1


def test_a_file_open_for_reading_only_opens_no_room(qtbot, session, keeper):
    path = session.state.path
    session.close()
    session.open(path, read_only=True)

    with qtbot.waitSignal(keeper.troubled) as told:
        assert not keeper.open("127.0.0.1", port=0)

    assert told.args[0].code == "room_read_only"


def test_an_address_that_this_computer_does_not_have_is_told(qtbot, keeper):
    with qtbot.waitSignal(keeper.troubled) as told:
        assert not keeper.open("203.0.113.7", port=0)

    assert told.args[0].code == "room_address_gone"
    assert not keeper.is_open


def test_a_room_whose_file_was_replaced_goes_on_showing_what_it_knows_and_none_opens_anew(qtbot, session, keeper):
    keeper.open("127.0.0.1", port=0)
    path = session.state.path
    path.rename(path.with_name("elsewhere.fastmap"))
    path.write_bytes(b"something else")

    keeper._publish()
    assert httpx2.get(keeper.link).status_code == 200
    with qtbot.waitSignal(keeper.troubled) as told:
        assert not keeper.open("127.0.0.1", port=0)
    assert told.args[0].code == "file_replaced"
    path.with_name("elsewhere.fastmap").replace(path)


def test_a_card_secret_that_cannot_be_read_is_told_and_opens_nothing(qtbot, session, keeper, monkeypatch):
    def gone(_):
        raise FastmapError("file_replaced", file="room.fastmap")

    monkeypatch.setattr(Assessment, "card_secret", gone)

    with qtbot.waitSignal(keeper.troubled) as told:
        assert not keeper.open("127.0.0.1", port=0)

    assert told.args[0].code == "file_replaced"
    assert not keeper.is_open
    assert keeper._inbox is None


def test_a_room_that_takes_no_more_tells_the_phone_and_the_window_once(qtbot, session, keeper, monkeypatch):
    monkeypatch.setattr("ui.phone.limits.CARD_ANSWERS", 1)
    told = []
    keeper.troubled.connect(told.append)
    keeper.open("127.0.0.1", port=0)

    pages = [
        sent(qtbot, f"{keeper.link}/en/form", **answer(session, keeper, key=f"{number}" * 16)) for number in range(3)
    ]
    qtbot.waitUntil(lambda: bool(told))
    qtbot.wait(150)

    assert [page.status_code for page in pages] == [200, 429, 429]
    assert [error.code for error in told] == ["room_full"]
    assert keeper.is_open
    keeper.close()


def test_what_cannot_be_saved_is_told_to_the_phone_as_not_saved(qtbot, session, keeper, monkeypatch):
    keeper.open("127.0.0.1", port=0)
    form = answer(session, keeper)
    with monkeypatch.context() as patch:
        patch.setattr(Assessment, "apply", _full)
        with qtbot.waitSignal(session.failed) as told:
            page = sent(qtbot, f"{keeper.link}/en/form", **form)

    assert page.status_code == 503
    assert "Not saved yet" in page.text
    assert told.args[0].code == "disk_full"
    assert session.save_state is SaveState.FAILED
    assert "Saved" in sent(qtbot, f"{keeper.link}/en/form", **form).text
    qtbot.waitUntil(lambda: keeper.answers == 1)  # the phone hears of it first
    keeper.close()


def _full(*_):
    raise FastmapError("disk_full", name="room.fastmap", folder="x")


def test_phones_are_stored_while_the_window_goes_on(qtbot, session, keeper, monkeypatch):
    keeper.open("127.0.0.1", port=0)
    form, threads, apply = answer(session, keeper), [], Assessment.apply

    def noted(assessment, change):
        threads.append(threading.get_ident())
        return apply(assessment, change)

    monkeypatch.setattr(Assessment, "apply", noted)
    sent(qtbot, f"{keeper.link}/en/form", **form)

    assert len(threads) == 1
    assert threads[0] != threading.get_ident()
    keeper.close()


def test_a_note_is_taken_back_in_the_window_and_the_answer_that_came_after_it_stays(qtbot, session, keeper):
    session.apply(SaveWorkshop(workshop=WORKSHOP))
    keeper.open("127.0.0.1", port=0)
    session.apply(NoteAgendaItem(workshop="W001", item="1", notes="typo", decisions=None))
    with qtbot.waitSignal(keeper.received):
        sent(qtbot, f"{keeper.link}/en/form", **answer(session, keeper))
    qtbot.waitUntil(lambda: len(session.state.snapshot.responses) == 1)

    session.undo()

    assert len(session.state.snapshot.responses) == 1
    assert session.state.snapshot.workshops[0].item("1").notes != "typo"
    assert keeper.answers == 1
    keeper.close()


def test_what_is_being_stored_when_the_room_closes_is_there_once(qtbot, session, keeper, monkeypatch):
    keeper.open("127.0.0.1", port=0)
    form = answer(session, keeper)
    begun, go_on, apply = threading.Event(), threading.Event(), Assessment.apply

    def slow(assessment, change):
        begun.set()
        assert go_on.wait(10)
        return apply(assessment, change)

    with monkeypatch.context() as patch:
        patch.setattr(Assessment, "apply", slow)
        phones = [Phone(f"{keeper.link}/en/form", form)]
        qtbot.waitUntil(begun.is_set, timeout=10_000)
        phones.append(Phone(f"{keeper.link}/en/form", form))
        qtbot.waitUntil(lambda: len(keeper._inbox._letters) == 1, timeout=10_000)
        threading.Timer(0.2, go_on.set).start()
        keeper.close()
    qtbot.waitUntil(lambda: all(phone.page is not None for phone in phones), timeout=10_000)

    assert all("Saved" in phone.page.text for phone in phones)
    assert len(session.assessment.snapshot().responses) == 1
    qtbot.waitUntil(lambda: len(session.state.snapshot.responses) == 1, timeout=10_000)


def test_the_state_before_the_workshop_is_backed_up_once_and_no_answer_pushes_it_out(qtbot, session, keeper):
    session.apply(SaveMembers(members=(Member(code="M003", name="Gamma"),)))
    before = len(session.assessment.backups())
    keeper.open("127.0.0.1", port=0)
    opened = len(session.assessment.backups())
    for number in range(7):
        sent(
            qtbot, f"{keeper.link}/en/form", **answer(session, keeper, key=f"{number}" * 16, need_1_skill=f"s{number}")
        )

    assert opened == before + 1
    assert len(session.assessment.backups()) == opened
    assert session.undo_message.key == "change.save_members"
    keeper.close()


def test_somebody_half_through_a_form_does_not_keep_the_window_waiting_when_the_room_closes(qtbot, session, keeper):
    keeper.open("127.0.0.1", port=0)
    host, port = keeper._server.host.split(":")
    head = f"POST /{keeper.code}/en/form HTTP/1.1\r\nHost: {host}:{port}\r\nContent-Length: 500\r\n\r\nhalf"
    with socket.create_connection((host, int(port)), timeout=5) as phone:
        phone.sendall(head.encode())
        qtbot.wait(100)
        begun = time.monotonic()
        keeper.close()
        took = time.monotonic() - begun

        assert took < 1  # it was more than two seconds
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection((host, int(port)), timeout=5)


def test_cards_from_before_new_codes_answer_for_nobody_in_a_room_that_is_open(qtbot, session, keeper):
    keeper.open("127.0.0.1", port=0)
    old, before = answer(session, keeper), keeper.code

    with qtbot.waitSignal(keeper.opened):
        session.renew_cards()

    assert keeper.code != before  # it comes from the same secret
    refused = sent(qtbot, f"{keeper.link}/en/form", **old)
    assert "Saved" not in refused.text
    assert session.assessment.snapshot().responses == ()
    page = sent(qtbot, f"{keeper.link}/en/form", **answer(session, keeper))
    assert "Saved" in page.text
    (response,) = session.assessment.snapshot().responses
    assert response.member == "M001"
    keeper.close()
