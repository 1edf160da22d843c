"""What became of each form received: why, whose it is, and what is done with a second version or a scan."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTabBar

from fastmap import places
from fastmap.changes import EditResponse, SaveMembers
from fastmap.model.choices import ImportState, MemberStatus, ResponseState
from fastmap.model.erasure import Erasure, ErasureKind
from fastmap.model.messages import Message
from fastmap.model.organisations import Member
from fastmap.model.responses import Attachment, FileOutcome, Problem
from fastmap.tasks.settling import Decision, settled
from tests.support import needs_fixtures
from tests.support.builders import MONDAY, make_member, make_need, make_partner, make_response, make_snapshot
from tests.support.needs_page import (
    ENTER,
    choose_file,
    many_outcomes,
    ready,
    snapshot_of,
    states,
    taken,
    type_into,
)
from tests.support.returned_offers import demand_for, write_offers
from tests.support.ui import find
from ui.pages import needs_scans
from ui.pages.needs import LAST_IMPORT, NEEDS
from ui.pages.needs_importing import file_rows
from ui.pages.needs_scans import write_scan
from ui.widgets.buttons import Button
from ui.widgets.labels import Label

steps = needs_fixtures.steps
page = needs_fixtures.page
returned = needs_fixtures.returned


def test_what_stood_in_a_cell_is_not_shown_turned_round(page):
    problem = Problem(code="number_corrected", field="need_1_short_now", found="≈5", done="corrected")
    (outcome,) = many_outcomes(1, [page.session.state.snapshot.members[0].code])
    response = replace(outcome.response, raw={"need_1_short_now": "≈\u202e5\x07"}, problems=(problem,))
    outcome = replace(outcome, response=response, problems=(problem,))
    (row,) = file_rows([outcome], make_snapshot(responses=(response,)))

    page.results.detail.show_file(row, "", page.session.state)

    words = [label.text() for label in page.results.detail.findChildren(Label)]
    assert "≈5" in words
    assert not [text for text in words if {"\u202e", "\x07"} & set(text)]


def test_a_folder_of_forms_becomes_a_result_with_a_reason_for_every_file(page, returned, qtbot):
    before = page.session.assessment.content_hash()
    taken(page, qtbot, [returned])

    assert page.tabs.currentIndex() == LAST_IMPORT
    assert states(page) == {
        "a taken.xlsx": "accepted",
        "b partly.xlsx": "partial",
        "c foreign.xlsx": "to_check",
        "d second.xlsx": "to_check",
        "e scan.pdf": "attachment",
        "f empty.xlsx": "unreadable",
        "g copy.xlsx": "duplicate",
    }
    choose_file(page, "b partly.xlsx")
    words = "\n".join(label.text() for label in page.results.detail.findChildren(type(page.results.detail.title)))
    assert "“3-4” is a range" in words
    assert "!" in words
    assert "→ kept as text, not counted" in words
    assert not page.progress.isVisible()
    assert page.session.undo_message.key == "change.import_responses"
    page.session.undo()
    assert page.session.assessment.content_hash() == before


def test_the_list_can_be_left_and_opened_again(page, returned, qtbot):
    taken(page, qtbot, [returned])
    page.open_tab(NEEDS)
    tabs = find(page, "needsTabs", QTabBar)
    qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(LAST_IMPORT).center())

    assert page.results.isVisible()
    assert len(states(page)) == 7


def test_after_a_restart_the_file_remembers_what_waits(page, returned, qtbot, window):
    taken(page, qtbot, [returned])
    path = page.session.state.path
    window.session.close()
    window.open_file(path)
    again = ready(window, qtbot)
    again.open_tab(LAST_IMPORT)

    assert states(again) == {
        "a taken.xlsx": "accepted",
        "b partly.xlsx": "partial",
        "c foreign.xlsx": "to_check",
        "d second.xlsx": "to_check",
        "e scan.pdf": "attachment",
    }


def test_an_answer_counts_once_it_is_said_whose_it_is(page, returned, qtbot):
    taken(page, qtbot, [returned])
    choose_file(page, "c foreign.xlsx")
    detail = page.results.detail
    qtbot.mouseClick(detail.accepting, Qt.MouseButton.LeftButton)
    assert "Choose the member" in detail.whose_field.hint.text()
    silent = next(m for m in snapshot_of(page).members if m.status is not MemberStatus.ANSWERED)
    detail.whose.setFocus()
    type_into(qtbot, detail.whose, silent.code)
    QTest.keyClick(detail.whose, ENTER)
    assert detail.accepting.text() == "Count it"
    qtbot.mouseClick(detail.accepting, Qt.MouseButton.LeftButton)

    settled = next(row for row in page.results.table.rows.shown if row.name == "c foreign.xlsx")
    assert settled.settled == "counted"
    assert settled.response.member == silent.code
    assert page.session.undo_message.key == "change.settle_response"
    page.session.undo()
    assert not next(row for row in page.results.table.rows.shown if row.name == "c foreign.xlsx").settled


def test_a_second_version_replaces_the_earlier_answer(page, returned, qtbot):
    taken(page, qtbot, [returned])
    row = choose_file(page, "d second.xlsx")
    detail = page.results.detail
    assert detail.accepting.text() == "Replace the earlier answer"
    assert detail.both.isVisible()
    qtbot.mouseClick(detail.accepting, Qt.MouseButton.LeftButton)

    answers = [r for r in snapshot_of(page).responses if r.member == row.response.member]
    assert {r.state for r in answers if r.id == row.response.id} == {ResponseState.ACCEPTED}
    assert {r.state for r in answers if r.id != row.response.id} == {ResponseState.SUPERSEDED}


def words_of(detail):
    return [label.text() for label in detail.findChildren(Label) if label.text()]


def test_a_second_version_can_be_merged_into_the_earlier_answer(page, returned, qtbot):
    taken(page, qtbot, [returned])
    row = choose_file(page, "d second.xlsx")
    before = page.session.assessment.content_hash()
    answers = [r for r in snapshot_of(page).responses if r.member == row.response.member]
    (earlier,) = [r for r in answers if r.state is ResponseState.ACCEPTED]
    page.session.apply(EditResponse(response=replace(earlier, language=row.response.language)))
    qtbot.mouseClick(page.results.detail.merging, Qt.MouseButton.LeftButton)

    after = {r.id: r for r in snapshot_of(page).responses}
    assert after[row.response.id].state is ResponseState.SUPERSEDED
    assert {need.skill_text for need in row.response.needs} <= {need.skill_text for need in after[earlier.id].needs}
    settled = next(r for r in page.results.table.rows.shown if r.name == "d second.xlsx")
    assert settled.settled == "merged"
    page.session.undo()
    page.session.undo()
    assert page.session.assessment.content_hash() == before


def test_what_stood_in_a_cell_stands_beside_what_counts(page, returned, qtbot):
    taken(page, qtbot, [returned])
    choose_file(page, "b partly.xlsx")

    words = words_of(page.results.detail)
    place = words.index("Skills form!F9")
    assert words[place + 1 : place + 6] == [
        "Line 1 · How many people are you short of today?",
        "In the file",
        "3-4",
        "Counts as",
        "nothing",
    ]


def test_all_cells_of_a_file_can_be_seen_as_they_came_in(page, returned, qtbot):
    taken(page, qtbot, [returned])
    choose_file(page, "a taken.xlsx")
    detail = page.results.detail
    assert "TIG welding" not in words_of(detail)
    qtbot.mouseClick(detail.showing_all, Qt.MouseButton.LeftButton)

    words = words_of(detail)
    assert words[words.index("Line 1 · Which skill do you lack?") + 1] == "TIG welding"
    qtbot.mouseClick(detail.showing_all, Qt.MouseButton.LeftButton)
    assert "TIG welding" not in words_of(detail)


def test_a_scan_can_be_opened_and_put_away_once_it_is_typed_in(page, returned, qtbot, monkeypatch):
    opened = []
    monkeypatch.setattr("ui.pages.needs_scans.QDesktopServices.openUrl", lambda url: opened.append(url) or True)
    taken(page, qtbot, [returned])
    choose_file(page, "e scan.pdf")
    detail = page.results.detail
    qtbot.mouseClick(detail.opening, Qt.MouseButton.LeftButton)

    (url,) = opened
    assert Path(url.toLocalFile()).read_bytes() == b"%PDF-1.4 a scan"
    qtbot.mouseClick(detail.putting_away, Qt.MouseButton.LeftButton)
    assert page.presenter.kept_files() == ()
    assert next(r for r in page.results.table.rows.shown if r.name == "e scan.pdf").settled == "typed_in"
    assert not detail.kept_buttons.isVisible()
    page.session.undo()
    assert [stored.name for stored in page.presenter.kept_files()] == ["e scan.pdf"]


def test_a_scan_that_was_looked_at_goes_with_whoever_is_erased(page, qtbot):
    content = b"%PDF-1.4 signed by Zoe Quintanilla"
    scan = Attachment(sha256="c" * 64, name="Zoe Quintanilla.pdf", media_type="application/pdf", content=content)
    page.session.apply(SaveMembers(members=(Member(code="M901", name="Zoe Quintanilla"),)))
    written = write_scan(scan)
    assert places.user_data_folder() in written.parents
    assert "Quintanilla" not in str(written)

    with qtbot.waitSignal(page.session.erased, timeout=60_000) as cleaned:
        page.session.aside.erase(Erasure(kind=ErasureKind.MEMBER, key="M901"))

    assert not written.exists()
    assert cleaned.args[0].left == ()
    assert write_scan(scan).read_bytes() == content, "and another one can be looked at"


@pytest.mark.parametrize("leads_away", ["{folder}", "../{name}", "a/../../{name}"])
def test_no_scan_is_written_where_its_checksum_leads(leads_away, tmp_path):
    mine = tmp_path / "letter.jpg"
    mine.write_bytes(b"mine")
    name = leads_away.format(folder=tmp_path, name=tmp_path.name)
    scan = Attachment(sha256=name.ljust(64, "/"), name="letter.jpg", media_type="image/jpeg", content=b"\xff\xd8\xff")

    written = write_scan(scan)

    assert written is not None
    assert needs_scans._folder(places.shown_scans_folder()) in written.parents
    assert ".." not in written.parts
    assert mine.read_bytes() == b"mine"


def test_a_scan_is_written_under_what_it_is_not_under_what_it_was_called(tmp_path):
    scan = Attachment(sha256="0" * 64, name="../../invoice.pdf.exe", media_type="image/jpeg", content=b"\xff\xd8\xff")

    path = write_scan(scan)

    assert path.suffix == ".jpg"
    assert "invoice" not in path.name
    assert path.read_bytes() == scan.content
    assert write_scan(replace(scan, media_type="text/html")) is None


def test_an_answer_can_be_kept_out(page, returned, qtbot):
    taken(page, qtbot, [returned])
    row = choose_file(page, "d second.xlsx")
    qtbot.mouseClick(page.results.detail.keeping_out, Qt.MouseButton.LeftButton)

    states_now = {r.id: r.state for r in snapshot_of(page).responses}
    assert states_now[row.response.id] is ResponseState.SUPERSEDED


def test_chips_show_one_kind_of_file(page, returned, qtbot):
    taken(page, qtbot, [returned])
    chip = find(page.results, "importOnly_to_check", Button)
    assert chip.text() == "To check: 2"
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)

    assert set(states(page).values()) == {"to_check"}


def test_two_firms_that_send_files_of_the_same_name_are_two_rows():
    outcomes = tuple(replace(one, path="form.xlsx") for one in many_outcomes(2, ["M001", "M002"]))

    rows = file_rows(outcomes, make_snapshot(members=(), responses=()))

    assert len({row.key for row in rows}) == 2


@pytest.mark.parametrize("knows_the_id", [True, False])
def test_which_file_was_merged_is_told_apart_from_one_of_the_same_name_that_was_kept_out(knows_the_id):
    first, merged, kept_out = (
        make_response(1, make_need(), id=f"form-{number}", source_name="form.xlsx", received_at=MONDAY)
        for number in range(3)
    )
    waiting = [replace(one, state=ResponseState.TO_CHECK) for one in (merged, kept_out)]
    outcomes = [
        FileOutcome(path=f"{one.id}/form.xlsx", state=ImportState.TO_CHECK, member=one.member, response=one)
        for one in waiting
    ]
    change = settled(make_snapshot(members=(make_member(1),), responses=(first, *waiting)), merged.id, Decision.MERGE)
    (note,) = change.response.problems
    if not knows_the_id:  # files from before
        note = replace(note, facts=Message(note.facts.key, {"other": "form.xlsx"}))
    aside = [replace(one, state=ResponseState.SUPERSEDED) for one in (merged, kept_out)]
    recorded = (replace(change.response, problems=(note,)), *aside)

    rows = file_rows(outcomes, make_snapshot(members=(make_member(1),), responses=recorded))

    assert [row.settled for row in rows] == ["merged", "kept_out" if knows_the_id else "merged"]


def test_an_offer_form_that_waits_leads_to_where_it_is_decided_and_stands_under_who_sent_it(page, qtbot, tmp_path):
    asked = make_partner("P900", name="Unheard of")
    content = demand_for(asked, assessment=page.session.state.snapshot.info.id)
    taken(page, qtbot, [write_offers(tmp_path / "f.xlsx", {"offer_1_places": 5}, content=content)])
    choose_file(page, "f.xlsx")
    titles = page.results.table.rows

    assert titles.headerData(2, Qt.Orientation.Horizontal) == "Sent by"
    page.go_to.disconnect()  # this window has no other step
    with qtbot.waitSignal(page.go_to) as asked_for:
        qtbot.mouseClick(find(page, "decideUnderPartners"), Qt.MouseButton.LeftButton)
    assert asked_for.args == ["partners"]
