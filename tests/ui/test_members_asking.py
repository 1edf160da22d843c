"""Who is asked, reminded and missing: filters, strips, reminders, statuses."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication

from fastmap.changes import SaveMembers
from fastmap.model.choices import MemberStatus
from fastmap.model.organisations import Contact
from fastmap.tasks.membership import answers_by_activity, answers_by_size
from tests.support import members_fixtures
from tests.support.members_page import changes_made, click, members
from tests.support.ui import find
from ui.pages import members_asking

steps = members_fixtures.steps
few_regions = members_fixtures.few_regions
page = members_fixtures.page


def test_filters_count_and_show(page, qtbot):
    quality = page.session.state.results.quality
    for key, count in (
        ("asked", quality.asked),
        ("answered", quality.answered),
        ("to_call", len(quality.not_answered)),
    ):
        click(qtbot, page, f"memberFilter_{key}")
        assert len(page.table.rows.shown) == count
        assert find(page, f"memberFilter_{key}").text().endswith(f" {count}")
    click(qtbot, page, "memberFilter_all")
    qtbot.keyClicks(find(page, "memberSearch"), "hidrauval")
    assert [row.member.name for row in page.table.rows.shown] == ["Hidrauval"]


def test_strip_shows_who_is_missing_by_size(page):
    quality = page.session.state.results.quality
    assert find(page, "memberAskedNumber").text() == str(quality.asked)
    assert find(page, "memberAnsweredNumber").text() == str(quality.answered)
    shown = [stratum for stratum in answers_by_size(quality) if stratum.asked]
    assert len(shown) > 2
    for stratum in shown:
        assert find(page, f"memberSize_{stratum.key}Count").text() == f"{stratum.answered} of {stratum.asked}"


def reminding(page, qtbot):
    click(qtbot, page, "memberReminders")
    return find(page, "remindersDialog")


def test_reminders_hold_names_addresses_and_a_text_in_the_members_language(page, qtbot):
    first, *others = page.session.state.results.quality.not_answered
    page.session.apply(
        SaveMembers(
            members=(replace(members(page)[first], language="ro"),),
            contacts=(Contact(member=first, name="=Ana", email="ana@x.eu"), Contact(member="M001", name="Not me")),
        )
    )
    before = page.session.assessment.content_hash()
    dialog = reminding(page, qtbot)
    assert find(dialog, "reminderText").text().startswith("Bună ziua, =Ana,")
    click(qtbot, dialog, "remindersCopy")

    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 1 + 1 + len(others)
    (line,) = [line for line in lines if line.startswith(f"{members(page)[first].name}\t")]
    assert line.split("\t")[1:4] == ["'=Ana", "ana@x.eu", "ro"]
    assert "Bună ziua" in line
    assert "Not me" not in QGuiApplication.clipboard().text()
    assert {members(page)[code].status for code in (first, *others)} == {MemberStatus.REMINDED}
    page.session.undo()
    assert page.session.assessment.content_hash() == before


def test_reminders_are_saved_as_a_table_and_nobody_is_marked_unless_wanted(page, qtbot, tmp_path, monkeypatch):
    before = members(page)
    monkeypatch.setattr(members_asking, "table_to_write", lambda *_: tmp_path / "late")
    dialog = reminding(page, qtbot)
    find(dialog, "remindersMark").setChecked(False)
    click(qtbot, dialog, "remindersSave")

    rows = (tmp_path / "late.csv").read_text("utf-8-sig").splitlines()
    assert len(rows) == 1 + len(page.session.state.results.quality.not_answered)
    assert members(page) == before


def test_members_are_overdue_once_the_last_day_of_the_round_has_passed(page, qtbot):
    late = page.session.state.results.quality.not_answered
    end = page.session.state.snapshot.info.round_end
    page.presenter.today = lambda: end
    page.refresh(page.session.state)
    assert not find(page, "memberFilter_overdue").isVisible()

    page.presenter.today = lambda: end + timedelta(days=1)
    page.refresh(page.session.state)
    click(qtbot, page, "memberFilter_overdue")

    assert tuple(row.member.code for row in page.table.rows.shown) == late
    assert find(page, "memberFilter_overdue").text() == f"Overdue {len(late)}"


def test_strip_turns_to_activities_and_back(page, qtbot):
    strata = answers_by_activity(page.session.state.results.quality)
    click(qtbot, page, "memberBreakdown")
    assert page.strip.title.text() == "Answers by activity: who is missing"
    for stratum in strata:
        assert find(page, f"memberSize_{stratum.key}Count").text() == f"{stratum.answered} of {stratum.asked}"

    click(qtbot, page, "memberBreakdown")
    assert page.strip.title.text() == "Answers by size: who is missing"
    assert find(page, "memberSize_smallCount").isVisible()


def test_status_of_marked_members_is_set_at_once_and_undone_at_once(page, qtbot):
    before, count = page.session.assessment.content_hash(), changes_made(page)
    page.table.setFocus()
    page.table.choose("M038", "name")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(page.table, key, Qt.KeyboardModifier.ShiftModifier)
    marked = page.table.selected_rows
    assert len(marked) == 3

    click(qtbot, page, "memberStatus")
    page.findChild(QAction, "memberStatus_refused").trigger()
    page.round.statuses.close()

    assert {members(page)[code].status for code in marked} == {MemberStatus.REFUSED}
    assert changes_made(page) == count + 1
    page.session.undo()
    assert page.session.assessment.content_hash() == before
