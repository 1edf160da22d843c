"""Collecting by phone from the window: opened and closed by a click, never forgotten, and what waits is one click away."""

import threading

import httpx2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from fastmap.changes import RemoveMappings
from fastmap.intake.member_cards import card_code
from fastmap.model.choices import ResponseState
from fastmap.model.meanings import decided_texts
from fastmap.model.normalise import text_key
from fastmap.tasks.importing import placed_unasked
from fastmap.vocabulary.starter import starter_list
from tests.support.pdf_text import pages_of
from tests.support.ui import cut_texts, find
from ui.pages.needs import LAST_IMPORT
from ui.pages.registry import step
from ui.phone import placing
from ui.phone.networks import Network
from ui.workshop import phones_dialog

LEFT = Qt.MouseButton.LeftButton
HERE = Network(name="wlan0", address="127.0.0.1", is_wireless=True, is_virtual=False)
VPN = Network(name="tun0", address="10.8.0.2", is_wireless=False, is_virtual=True)


@pytest.fixture(scope="module")
def steps():
    """The window has the steps that the dialog leads to."""
    return (step("members"), step("needs"))


@pytest.fixture
def networks(monkeypatch):
    """The networks of this computer."""
    found = [HERE, VPN]
    monkeypatch.setattr(phones_dialog, "networks", lambda: tuple(found))
    return found


@pytest.fixture
def dialog(with_sample, networks, qtbot):
    with_sample.menus["phones"].trigger()
    dialog = find(with_sample, "phonesDialog")
    qtbot.waitUntil(dialog.isVisible)
    yield dialog
    with_sample.workshop.keeper.close()
    dialog.close()


def click(dialog, name, qtbot):
    qtbot.mouseClick(find(dialog, name), LEFT)


def send(qtbot, keeper, **entries):
    """Send a form as a phone does, while the window goes on."""
    pages = []
    data = {"screen": "check", "go": "send", "key": "k" * 16, **entries}
    url = f"{keeper.link}/en/form"
    threading.Thread(target=lambda: pages.append(httpx2.post(url, data=data, timeout=20)), daemon=True).start()
    qtbot.waitUntil(lambda: bool(pages), timeout=25_000)
    return pages[0]


def test_one_click_opens_the_room_and_shows_what_phones_type(dialog, with_sample, qtbot):
    click(dialog, "phonesOpen", qtbot)
    keeper = with_sample.workshop.keeper

    assert keeper.is_open
    assert dialog.address.fact == keeper.address
    assert dialog.code.module_px() >= 3
    assert keeper.address in dialog.code.accessibleName()
    assert httpx2.get(keeper.link).status_code == 200
    click(dialog, "phonesClose", qtbot)
    assert not keeper.is_open
    assert find(dialog, "phonesOpen").isVisible()


def test_the_bar_above_the_pages_says_that_a_room_is_open_and_how_much_came(dialog, with_sample, qtbot):
    badge = find(with_sample, "roomOpen")
    assert not badge.isVisible()
    click(dialog, "phonesOpen", qtbot)
    assert badge.isVisible()
    send(qtbot, with_sample.workshop.keeper, organisation="Somebody", need_1_skill="TIG")
    assert badge.text() == "Room open: 1"
    dialog.close()
    qtbot.mouseClick(badge, LEFT)
    assert dialog.isVisible()
    click(dialog, "phonesClose", qtbot)

    assert not badge.isVisible()


def test_the_room_closes_with_the_file(dialog, with_sample, qtbot):
    click(dialog, "phonesOpen", qtbot)
    link = with_sample.workshop.keeper.link
    with_sample.session.close()

    assert not find(with_sample, "roomOpen").isVisible()
    assert not dialog.isVisible()
    with pytest.raises(httpx2.ConnectError):
        httpx2.get(link)


def test_a_new_code_is_shown_at_once_and_lets_nobody_in_with_the_old_one(dialog, with_sample, qtbot):
    click(dialog, "phonesOpen", qtbot)
    keeper = with_sample.workshop.keeper
    before = keeper.code

    click(dialog, "phonesRenew", qtbot)

    assert keeper.code != before
    assert find(dialog, "phonesAddress").text() == keeper.address
    assert keeper.is_open


def test_an_answer_without_a_card_waits_and_one_click_leads_to_it(dialog, with_sample, qtbot):
    click(dialog, "phonesOpen", qtbot)
    waiting = find(dialog, "phonesWaiting")
    assert not waiting.isVisible()
    send(qtbot, with_sample.workshop.keeper, organisation="Somebody <b>SL</b>", need_1_skill="TIG")
    assert waiting.isVisible()
    assert "1 answer" in waiting.text()
    qtbot.mouseClick(waiting, LEFT)

    page = with_sample.workspace.page
    assert (page.key, page.views.currentIndex()) == ("needs", LAST_IMPORT)
    assert any("Somebody <b>SL</b>" in one.path for one in page.imports.outcomes(with_sample.session.state.snapshot))


def test_an_answer_that_names_a_member_counts_after_one_click_and_waits_no_more(dialog, with_sample, qtbot):
    snapshot = with_sample.session.state.snapshot
    answered = {one.member for one in snapshot.responses}
    member = next(one for one in snapshot.members if one.code not in answered)
    click(dialog, "phonesOpen", qtbot)
    send(qtbot, with_sample.workshop.keeper, organisation=member.name, need_1_skill="TIG")
    click(dialog, "phonesWaiting", qtbot)
    page = with_sample.workspace.page
    row = next(one for one in page.results.table.rows.shown if member.name in one.outcome.path)
    page.results.table.choose(row.key)

    qtbot.mouseClick(page.results.detail.accepting, LEFT)

    response = with_sample.session.state.snapshot.responses[-1]
    assert (response.member, response.state) == (member.code, ResponseState.ACCEPTED)
    assert not find(dialog, "phonesWaiting").isVisible()


def test_what_a_guest_adds_never_takes_the_firm_s_whole_form_out_by_the_first_button(dialog, with_sample, qtbot):
    session = with_sample.session
    earlier = next(one for one in session.state.snapshot.responses if one.state is ResponseState.ACCEPTED)
    member = next(one for one in session.state.snapshot.members if one.code == earlier.member)
    click(dialog, "phonesOpen", qtbot)
    send(qtbot, with_sample.workshop.keeper, organisation=member.name, need_1_skill="TIG")
    click(dialog, "phonesWaiting", qtbot)
    page = with_sample.workspace.page
    row = next(one for one in page.results.table.rows.shown if member.name in one.outcome.path)
    page.results.table.choose(row.key)
    detail = page.results.detail

    assert (detail.accepting.text(), detail.both.isVisible()) == ("Count both", False)
    assert detail.replacing.isVisible()
    qtbot.mouseClick(detail.accepting, LEFT)

    states = {one.id: one.state for one in session.state.snapshot.responses if one.member == member.code}
    assert states == dict.fromkeys(states, ResponseState.ACCEPTED)
    assert len(states) == 2


def test_texts_that_equal_a_label_are_placed_a_little_later_once_and_are_taken_back_on_their_page(
    dialog, with_sample, qtbot, monkeypatch
):
    monkeypatch.setattr(placing, "AFTER_MS", 10)
    session = with_sample.session
    with_sample.workshop.placer._timer.setInterval(10)
    click(dialog, "phonesOpen", qtbot)
    known = len(session.state.snapshot.mappings)
    decided = decided_texts(session.state.snapshot)
    names = (concept.names["en"].preferred for concept in starter_list().concepts)
    text = next(name for name in names if (text_key(name), "en") not in decided)
    card = card_code(session.assessment.card_secret(), session.state.snapshot.members[-1].code)
    assert placed_unasked(session.state.snapshot).mappings == ()

    send(qtbot, with_sample.workshop.keeper, card=card, need_1_skill=text)
    qtbot.waitUntil(lambda: len(session.state.snapshot.mappings) == known + 1, timeout=30_000)
    (placed,) = [one for one in session.state.snapshot.mappings if one.text_key == text_key(text)]
    assert session.undo_message is None or session.undo_message.key != "change.place_phone_texts"
    session.apply(RemoveMappings(texts=((placed.text_key, placed.language),)))
    assert len(session.state.snapshot.mappings) == known
    send(qtbot, with_sample.workshop.keeper, card=card, need_1_skill=text, remarks="more")
    qtbot.waitUntil(lambda: not with_sample.workshop.placer._timer.isActive() and not session.pool.is_busy)

    assert len(session.state.snapshot.mappings) == known


def test_without_a_network_the_other_ways_are_named_and_no_room_opens(dialog, networks, qtbot):
    networks.clear()
    dialog.look_for_networks()
    dialog._show()

    assert not find(dialog, "phonesOpen").isEnabled()
    assert "in no network" in find(dialog, "phonesProblem").text()


def test_a_wifi_that_is_joined_while_the_dialog_waits_is_noticed(dialog, networks, qtbot, monkeypatch):
    networks.clear()
    dialog._looking.setInterval(5)
    qtbot.waitUntil(lambda: not find(dialog, "phonesOpen").isEnabled(), timeout=2_000)
    assert find(dialog, "phonesProblem").isVisible()

    networks.append(HERE)

    qtbot.waitUntil(find(dialog, "phonesOpen").isEnabled, timeout=2_000)
    assert not find(dialog, "phonesProblem").isVisible()
    assert all(way.isVisible() for way in dialog.ways.values())


def test_a_tunnel_is_offered_last_and_said_to_be_hard_to_reach(dialog):
    assert dialog.network.currentData() == HERE.address
    assert "hardly reached" in dialog.network.itemText(1)


def test_code_cards_are_written_where_one_says_with_the_address_of_the_open_room(
    dialog, with_sample, qtbot, monkeypatch, tmp_path
):
    target = tmp_path / "cards.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    click(dialog, "phonesOpen", qtbot)
    click(dialog, "phones_cards", qtbot)
    qtbot.waitUntil(target.exists, timeout=30_000)

    address = with_sample.workshop.keeper.address
    assert address in pages_of(target)[0].replace("\n", "")
    qtbot.waitUntil(lambda: "cards.pdf" in with_sample.message_bar.sentence.text())


@pytest.mark.parametrize("is_open", [True, False])
def test_cards_with_the_address_of_the_room_are_said_to_hold_for_today_only(
    is_open, dialog, with_sample, qtbot, monkeypatch, tmp_path
):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / f"room {is_open}.pdf"), ""))
    if is_open:
        click(dialog, "phonesOpen", qtbot)
    click(dialog, "phones_cards", qtbot)
    said = with_sample.message_bar.sentence
    qtbot.waitUntil(lambda: f"room {is_open}.pdf" in said.text(), timeout=30_000)

    assert ("holds for today only" in said.text()) == is_open


def test_the_forms_and_the_kiosk_are_one_click_away(dialog, with_sample, qtbot):
    click(dialog, "phones_forms", qtbot)
    assert with_sample.workspace.page.key == "members"
    click(dialog, "phones_kiosk", qtbot)

    kiosk = find(with_sample, "kioskDialog")
    assert kiosk.isVisible()
    kiosk.reject()


def test_votes_go_on_when_no_answers_are_taken_any_more(dialog, with_sample, qtbot):
    click(dialog, "phonesOpen", qtbot)
    find(dialog, "phonesTaking").click()

    assert not with_sample.workshop.keeper.takes_answers
    page = send(qtbot, with_sample.workshop.keeper, organisation="X", need_1_skill="TIG")
    assert "This round is closed" in page.text


@pytest.mark.usefixtures("long_language")
def test_nothing_is_cut_in_a_long_language(dialog, qtbot):
    click(dialog, "phonesOpen", qtbot)

    assert cut_texts(dialog) == []
