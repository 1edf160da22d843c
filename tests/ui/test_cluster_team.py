"""The tab Team of the step Cluster: answered by keyboard, undone key by key, shown beside published bands."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from fastmap.changes import SaveTeamQuestionnaires
from fastmap.model.choices import PartnerType, ResponseState, TeamAnswer, TeamRole
from tests.support.team_answers import LACKS, MASTERS, TEAM, person, stakeholder, write_questionnaire
from tests.support.ui import find
from ui.pages.registry import ALL_STEPS


@pytest.fixture(scope="module")
def steps():
    return tuple(step for step in ALL_STEPS if step.key == "cluster")


@pytest.fixture
def page(with_empty, monkeypatch, qtbot):
    monkeypatch.setattr("fastmap.tasks.regions.load_regions", lambda: ())
    page = with_empty.workspace.show_page("cluster")
    page.views.choose("profile")
    page._choose_view("profile")
    with_empty.activateWindow()
    qtbot.waitUntil(lambda: not with_empty.session.pool.is_busy, timeout=10_000)
    qtbot.mouseClick(find(page, "clusterView_team"), Qt.MouseButton.LeftButton)
    return page


def team(page):
    return page.session.state.snapshot.team


def settled(page, qtbot):
    qtbot.waitUntil(lambda: page.session.state.results_are_current, timeout=20_000)


def record(page, *questionnaires):
    page.session.apply(SaveTeamQuestionnaires(questionnaires=questionnaires))


def begin(page, qtbot, name="teamAddStaff"):
    qtbot.mouseClick(find(page, name), Qt.MouseButton.LeftButton)
    table = find(page, "teamItems")
    qtbot.waitUntil(lambda: table.hasFocus() and table.chosen_row == TEAM.items[0])
    return table


def test_nothing_recorded_is_an_offer_in_words_and_no_card_of_figures(page):
    assert page.team.results.people.text().startswith("Nobody has answered yet")
    assert not page.team.results.blocks.isVisible()
    assert page.stack.currentWidget() is page.team


def test_the_profile_stays_where_the_step_begins(with_empty, monkeypatch):
    page = with_empty.workspace.show_page("cluster")

    assert page.views.key == "profile"


def test_digits_answer_and_go_on_and_every_key_is_one_change(page, qtbot):
    table = begin(page, qtbot)

    for digit, place in ((Qt.Key.Key_3, 1), (Qt.Key.Key_1, 2), (Qt.Key.Key_4, 3)):
        qtbot.keyClick(table, digit)
        qtbot.waitUntil(lambda place=place: table.chosen_row == TEAM.items[place])

    (one,) = team(page)
    assert one.answers == {
        "creativity": TeamAnswer.MASTERS,
        "cognitive_flexibility": TeamAnswer.LACKS,
        "ict_literacy": TeamAnswer.NOT_RELEVANT,
    }
    page.session.undo()
    assert set(team(page)[0].answers) == {"creativity", "cognitive_flexibility"}


def test_enter_goes_on_without_an_answer_and_delete_takes_one_back(page, qtbot):
    table = begin(page, qtbot)
    qtbot.keyClick(table, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: table.chosen_row == TEAM.items[1])

    qtbot.keyClick(table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: table.chosen_row == TEAM.items[2])
    table.choose(TEAM.items[0])
    qtbot.keyClick(table, Qt.Key.Key_Delete)

    assert team(page)[0].answers == {}


def test_all_53_items_are_answered_by_keys_alone_and_the_result_stands_beside_bands(page, qtbot):
    table = begin(page, qtbot)
    for place in range(len(TEAM.items)):
        qtbot.waitUntil(lambda place=place: table.chosen_row == TEAM.items[place])
        qtbot.keyClick(table, Qt.Key.Key_3)

    qtbot.mouseClick(find(page, "teamDone"), Qt.MouseButton.LeftButton)
    settled(page, qtbot)

    assert len(team(page)[0].answers) == 53
    assert find(page, "teamBlock_core_1").text() == "100%"
    assert "100% of 53 relevant items mastered" in find(page, "teamPeopleWords").text()
    assert any(
        "n = 97" in label.text() for label in page.team.results.blocks.findChildren(type(page.team.results.people))
    )


def test_a_click_answers_as_well(page, qtbot):
    begin(page, qtbot)

    qtbot.mouseClick(find(page, "teamAnswer_2"), Qt.MouseButton.LeftButton)

    assert team(page)[0].answers == {"creativity": TeamAnswer.PARTLY}


def test_stakeholders_choose_with_x_and_are_told_how_many_are_asked_for(page, qtbot):
    table = begin(page, qtbot, "teamAddStakeholder")

    qtbot.keyClick(table, Qt.Key.Key_X)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: table.chosen_row == TEAM.items[1])
    qtbot.keyClick(table, Qt.Key.Key_1)
    qtbot.keyClick(table, Qt.Key.Key_1)

    (one,) = team(page)
    assert (one.role, one.picks) == (TeamRole.STAKEHOLDER, ("creativity",))
    assert "1 chosen, 3 to 5 asked for" in page.team.form.keys.text()


def test_several_people_get_codes_of_their_own(page, qtbot):
    for name in ("teamAddStaff", "teamAddStaff", "teamAddStakeholder"):
        begin(page, qtbot, name)
        qtbot.mouseClick(find(page, "teamDone"), Qt.MouseButton.LeftButton)

    assert [one.respondent for one in team(page)] == ["T001", "T002", "S001"]
    assert [row.respondent for row in page.team.table.rows.shown] == ["T001", "T002", "S001"]


def test_role_level_and_code_are_recorded(page, qtbot):
    begin(page, qtbot)
    form = page.team.form
    form.role.setCurrentIndex(form.role.findData(TeamRole.MANAGER))
    form.role.activated.emit(form.role.currentIndex())
    form.level.setCurrentIndex(form.level.findData(6))
    form.level.activated.emit(form.level.currentIndex())
    form.code.setFocus()
    form.code.selectAll()
    qtbot.keyClicks(form.code, "AB")
    qtbot.keyClick(form.code, Qt.Key.Key_Return)

    (one,) = team(page)
    assert (one.role, one.digcomp, one.respondent) == (TeamRole.MANAGER, 6, "AB")


def test_what_a_stakeholder_works_for_is_recorded(page, qtbot):
    begin(page, qtbot, "teamAddStakeholder")
    field = page.team.form.organisation
    field.setCurrentIndex(field.findData(PartnerType.CHAMBER))
    field.activated.emit(field.currentIndex())

    assert team(page)[0].organisation_kind is PartnerType.CHAMBER


def test_showing_what_is_recorded_records_nothing(page, qtbot):
    record(page, person({"crm": LACKS}), stakeholder("crm"))
    before = len(page.session.assessment.history())
    page.team._open("t1")

    page.refresh(page.session.state)

    assert len(page.session.assessment.history()) == before


def test_what_came_with_a_form_stands_below_its_answers(page, qtbot, tmp_path):
    answers = {"item_crm": "1; 3", "remarks": "A course in mediation"}
    form = write_questionnaire(tmp_path / "a.xlsx", answers, assessment=page.session.state.snapshot.info.id)
    with qtbot.waitSignal(page.team.said, timeout=20_000):
        page.team.presenter.take_forms([form])
    page.team._open(team(page)[0].id)

    notes = find(page, "teamNotes").text()

    assert "T001: A course in mediation" in notes
    assert "“1; 3” gives two answers" in notes


def test_a_questionnaire_that_waits_is_counted_by_a_click(page, qtbot):
    record(page, person(MASTERS, state=ResponseState.TO_CHECK))
    page.team._open("t1")

    qtbot.mouseClick(find(page, "teamCount"), Qt.MouseButton.LeftButton)

    assert team(page)[0].state is ResponseState.ACCEPTED


def test_delete_removes_a_questionnaire_and_undo_brings_it_back(page, qtbot):
    record(page, person({"crm": LACKS}))
    table = page.team.table
    table.choose("t1")
    table.setFocus()

    qtbot.keyClick(table, Qt.Key.Key_Delete)

    assert team(page) == ()
    page.session.undo()
    assert len(team(page)) == 1


def test_half_filled_and_digital_levels_are_told_in_words(page, qtbot):
    record(page, person({"crm": LACKS}, role=TeamRole.MANAGER, digcomp=3))
    settled(page, qtbot)

    assert "T001 answered 1 of 53 items." in find(page, "teamFlags").text()
    assert "level 3, at least 4 wanted" in find(page, "teamDigitalLines").text()
    assert find(page, "teamDigitalState").text() == "not yet"
    assert find(page, "teamBlock_leadership_1").text() == "–"


def test_filled_forms_are_taken_and_blank_ones_written(page, qtbot, tmp_path, monkeypatch):
    form = write_questionnaire(tmp_path / "a.xlsx", {"item_crm": 3}, assessment=page.session.state.snapshot.info.id)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(form)], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "out"))

    with qtbot.waitSignal(page.team.said, timeout=20_000) as said:
        qtbot.mouseClick(find(page, "teamTake"), Qt.MouseButton.LeftButton)
    assert said.args[0] == "warn"
    assert said.args[1].startswith("1 questionnaire taken. 1 remark: 1 of 53 items was answered")
    assert len(team(page)) == 1

    with qtbot.waitSignal(page.team.said, timeout=20_000):
        qtbot.mouseClick(find(page, "teamWrite"), Qt.MouseButton.LeftButton)
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"team_staff_en.xlsx", "team_stakeholder_en.xlsx"}
