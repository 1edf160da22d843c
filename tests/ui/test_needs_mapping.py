"""The mapping assistant: a file of another tool, looked over and taken – by real clicks and keys."""

import csv
import io
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QLineEdit, QPushButton

from fastmap.assessment import Assessment
from fastmap.intake.survey import read_survey
from fastmap.intake.survey_plan import Role
from fastmap.model.choices import Channel
from fastmap.tasks.importing import import_survey
from fastmap.tasks.starting import start_assessment
from tests.support import needs_fixtures
from tests.support.ui import HOSTILE, accessible_name, controls, cut_texts, find
from ui.pages import needs_asking
from ui.pages.needs import LAST_IMPORT
from ui.pages.needs_mapping import COLUMNS, FILE, RESULT
from ui.widgets.fields import ComboBox

REAL = Path(__file__).parents[3] / "shared" / "data" / "realworld"
needs_real_files = pytest.mark.skipif(
    not REAL.is_dir(), reason="the public survey files lie beside the repository, and not here"
)
ROWS = [
    ["Company", "Skills you lack", "Hiring", "Need training in [Robots]", "Need training in [Lasers]"],
    ["Uno", "Welding, PLC", "tough", "much", "none"],
    ["Dos", "Welding", "easy", "none", "much"],
    ["Tres", "", "easy", "some", "none"],
]


steps = needs_fixtures.steps


@pytest.fixture
def page(with_empty, qtbot):
    page = with_empty.workspace.show_page("needs")
    qtbot.waitUntil(lambda: page.vocabulary.index is not None, timeout=30_000)
    return page


@pytest.fixture
def export(tmp_path):
    return written(tmp_path / "export.csv", ROWS)


def written(path, rows, encoding="utf-8"):
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";").writerows(rows)
    path.write_bytes(out.getvalue().encode(encoding))
    return path


def assistant(page, path, qtbot):
    """The assistant with its first preview there."""
    page.surveys.open(path)
    dialog = page.surveys.assistant
    qtbot.waitUntil(lambda: dialog.work.outcome is not None, timeout=30_000)
    return dialog


def previewed(dialog, qtbot):
    qtbot.waitUntil(lambda: dialog.work.outcome is not None and dialog.taking.isEnabled(), timeout=30_000)
    return [[need.skill_text for need in response.needs] for response in dialog.work.outcome.responses]


def click(qtbot, widget, name, kind=QPushButton):
    qtbot.mouseClick(find(widget, name, kind), Qt.MouseButton.LeftButton)


def tick(qtbot, widget, name):
    box = find(widget, name, QCheckBox)
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))


def snapshot_of(page):
    return page.session.state.snapshot


def test_a_proposal_is_confirmed_and_taken_as_one_change_that_can_be_undone(page, export, qtbot):
    before = page.session.assessment.content_hash()
    dialog = assistant(page, export, qtbot)
    assert dialog.summary.text().startswith("3 answers")
    assert page.session.assessment.content_hash() == before

    click(qtbot, dialog, "surveyTake")
    qtbot.waitUntil(lambda: len(snapshot_of(page).responses) == 3, timeout=30_000)
    qtbot.waitUntil(lambda: page.views.currentIndex() == LAST_IMPORT, timeout=30_000)

    assert {response.channel for response in snapshot_of(page).responses} == {Channel.SURVEY}
    assert {member.name for member in snapshot_of(page).members} == {"Uno", "Dos", "Tres"}
    assert [row.name for row in page.results.table.rows.shown] == ["export.csv · 2", "export.csv · 3", "export.csv · 4"]
    page.session.undo()
    assert page.session.assessment.content_hash() == before


def test_choices_of_a_person_change_the_preview(page, export, qtbot):
    dialog = assistant(page, export, qtbot)
    assert previewed(dialog, qtbot) == [["Welding", "PLC", "Robots"], ["Welding", "Lasers"], []]

    dialog.columns.table.choose("3", "header")
    tick(qtbot, dialog, "surveyCounts_2")  # "some", which was not proposed
    qtbot.waitUntil(lambda: previewed(dialog, qtbot)[2] == ["Robots"], timeout=30_000)
    dialog.columns.table.choose("1", "header")
    tick(qtbot, dialog, "surveySplit_2")  # the comma
    qtbot.waitUntil(lambda: "Welding, PLC" in previewed(dialog, qtbot)[0], timeout=30_000)

    plan = dialog.work.plan
    assert plan.columns[3].counted == plan.columns[4].counted == ("much", "some")


def test_a_column_gets_another_meaning_and_its_answers_are_translated(page, export, qtbot):
    dialog = assistant(page, export, qtbot)
    dialog.columns.table.choose("2", "header")
    role = find(dialog, "surveyRole", ComboBox)

    role.setCurrentIndex(role.findData("hiring"))
    role.activated.emit(role.currentIndex())
    means = find(dialog, "surveyMeans_1", ComboBox)  # the answers by how often they come: easy, tough
    means.setCurrentIndex(means.findData("hard"))
    means.activated.emit(means.currentIndex())
    qtbot.waitUntil(lambda: dialog.work.outcome is not None and not dialog.work._timer.isActive(), timeout=30_000)

    assert dialog.work.plan.columns[2].values == {"tough": "hard"}
    qtbot.waitUntil(lambda: dialog.work.outcome.responses[0].needs[0].hiring is not None, timeout=30_000)
    assert [problem.found for problem in dialog.work.outcome.problems] == ["easy", "easy"]
    dialog.show_view(RESULT)
    assert "easy" in " ".join(row.response.raw["Hiring"] for row in dialog.answers.table.rows.shown)


def test_the_mapping_is_remembered_for_the_same_headers(page, export, tmp_path, qtbot):
    rows = [["Firm", "What do they miss?"], ["Uno", "Welding"], ["Dos", "PLC"]]
    dialog = assistant_without_skills(page, written(tmp_path / "a.csv", rows), qtbot)
    dialog.columns.columns_changed.emit(
        dialog.columns.detail.as_role(list(dialog.work.plan.columns)[1:], "skill", dialog.work.sheet)
    )
    assert previewed(dialog, qtbot) == [["Welding"], ["PLC"]]
    click(qtbot, dialog, "surveyTake")
    qtbot.waitUntil(lambda: len(snapshot_of(page).responses) == 2, timeout=30_000)

    later = written(tmp_path / "later.csv", [rows[0], ["Tres", "Robots"]])
    again = assistant(page, later, qtbot)

    assert again.work.sheet.is_remembered
    assert previewed(again, qtbot) == [["Robots"]]
    assert "came in before" in again.notice_text.text()
    again.reject()


def assistant_without_skills(page, path, qtbot):
    page.surveys.open(path)
    dialog = page.surveys.assistant
    qtbot.waitUntil(lambda: dialog.work.sheet is not None, timeout=30_000)
    assert not dialog.taking.isEnabled()
    return dialog


def test_a_saved_mapping_gives_the_command_line_the_same_needs(page, export, tmp_path, monkeypatch, qtbot):
    target = tmp_path / "kept.toml"
    monkeypatch.setattr(needs_asking, "place_for_mapping", lambda *_: target)
    dialog = assistant(page, export, qtbot)

    click(qtbot, dialog, "surveyKeepMapping")
    start_assessment(tmp_path / "other.fastmap", name="X", country="ES")
    with Assessment.open(tmp_path / "other.fastmap") as other:
        outcome = import_survey(other, export, target)

    here = dialog.work.outcome
    assert [response.needs for response in outcome.responses] == [response.needs for response in here.responses]
    assert read_survey(export, target, snapshot_of(page)).needs == here.needs
    dialog.reject()


def test_a_dropped_table_that_is_no_form_opens_the_assistant_and_stays_offered(page, export, qtbot):
    page.take_files([export])
    qtbot.waitUntil(lambda: page.surveys.assistant is not None, timeout=30_000)
    page.surveys.assistant.reject()

    assert page.surveys.offer.isVisible()
    assert "export.csv" in page.surveys.offer_words.text()
    click(qtbot, page, "surveyOfferAccept")
    assert page.surveys.assistant is not None
    page.surveys.assistant.reject()
    click(qtbot, page, "surveyOfferClose", kind=type(page.surveys.closing))
    assert not page.surveys.offer.isVisible()


def test_a_workbook_is_browsed_by_sheet_and_the_answers_are_found(page, tmp_path, qtbot):
    book = openpyxl.Workbook()
    book.active.title = "Totals"
    book.active.append(["Area", "All", "Share"])
    for row in range(20):
        book.active.append([f"area {row}", 1200 + row, 0.25])
    sheet = book.create_sheet("Answers")
    for row in ROWS:
        sheet.append(row)
    book.save(tmp_path / "b.xlsx")
    dialog = assistant(page, tmp_path / "b.xlsx", qtbot)
    assert dialog.work.plan.sheet == "Answers"

    dialog.show_view(FILE)
    dialog.file_view.sheets.choose("0", "name")
    qtbot.waitUntil(lambda: dialog.work.sheet is not None and dialog.work.plan.sheet == "Totals", timeout=30_000)

    assert "statistics" in dialog.notice_text.text()
    assert not dialog.taking.isEnabled()
    dialog.reject()


def test_another_encoding_and_other_header_rows_can_be_chosen(page, tmp_path, qtbot):
    rows = [["Felmérés", ""], ["Cég", "Hiányzó készségek"], ["Őri", "hőkezelés"], ["Ős", "fűrészelés"]]
    dialog = assistant(page, written(tmp_path / "hu.csv", rows, "cp1250"), qtbot)
    encoding = find(dialog, "surveyEncoding", ComboBox)
    encoding.setCurrentIndex(encoding.findData("cp1250"))
    encoding.activated.emit(encoding.currentIndex())
    qtbot.waitUntil(lambda: dialog.work.sheet is not None and dialog.work.plan.encoding == "cp1250", timeout=30_000)

    assert previewed(dialog, qtbot) == [["hőkezelés"], ["fűrészelés"]]
    first = find(dialog, "surveyFirstAnswer", ComboBox)
    first.setCurrentIndex(first.findData(4))
    first.activated.emit(first.currentIndex())
    qtbot.waitUntil(lambda: dialog.work.plan.first_row == 4, timeout=30_000)
    assert previewed(dialog, qtbot) == [["fűrészelés"]]
    dialog.reject()


def test_a_file_that_cannot_be_read_says_why(page, tmp_path, qtbot):
    path = tmp_path / "broken.xlsx"
    path.write_bytes(b"PK\x03\x04 nothing")
    page.surveys.open(path)
    dialog = page.surveys.assistant

    qtbot.waitUntil(lambda: "broken.xlsx" in dialog.notice_text.text(), timeout=30_000)

    assert not dialog.taking.isEnabled()
    dialog.reject()


def test_names_from_outside_are_shown_as_they_are(page, tmp_path, qtbot):
    rows = [["Company", f"Skills you lack {HOSTILE[1]} & more"], [HOSTILE[0], HOSTILE[1]], [HOSTILE[4], "PLC & CNC"]]
    dialog = assistant(page, written(tmp_path / "h.csv", rows), qtbot)
    dialog.show_view(RESULT)

    assert [row.who for row in dialog.answers.table.rows.shown] == [HOSTILE[0], HOSTILE[4]]
    labels = [label for label in dialog.findChildren(QLineEdit) if "&&" in label.text()]
    assert labels == []
    dialog.reject()


@pytest.mark.parametrize("view", [FILE, COLUMNS, RESULT])
def test_every_control_has_names_and_room(page, export, view, long_language, qtbot):
    window = page.window()
    window.theme.set_zoom(1.25)
    try:
        dialog = assistant(page, export, qtbot)
        dialog.show_view(view)
        dialog.columns.table.choose("3", "header")
        QApplication.processEvents()
        qtbot.wait(30)

        shown = controls(dialog)
        assert [repr(control) for control in shown if not accessible_name(control).strip()] == []
        assert [repr(control) for control in shown if not control.objectName()] == []
        assert [c.objectName() for c in shown if c.width() < 24 or c.height() < 24] == []
        assert cut_texts(dialog) == []
        dialog.reject()
    finally:
        window.theme.set_zoom(1.0)


def test_tab_reaches_every_control_and_keys_alone_map_and_import(page, export, qtbot):
    dialog = assistant(page, export, qtbot)
    dialog.activateWindow()
    wanted = set(controls(dialog))
    reached = set()
    for _ in range(120):
        focus = QApplication.focusWidget()
        while focus is not None and focus is not dialog:
            reached.add(focus)
            focus = focus.parentWidget()
        dialog.focusNextChild()
    assert sorted(control.objectName() for control in wanted - reached) == []

    dialog.taking.setFocus()
    QTest.keyClick(dialog.taking, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(snapshot_of(page).responses) == 3, timeout=30_000)


def test_the_questionnaire_is_written_for_both_tools(page, tmp_path, monkeypatch, qtbot):
    for tool, name in (("limesurvey", "q.txt"), ("kobo", "q.xlsx")):
        target = tmp_path / name
        monkeypatch.setattr(needs_asking, "place_for_questionnaire", lambda *_, target=target: target)
        page.surveys.writing.trigger()
        dialog = find(page, "questionnaireDialog", QDialog)
        click(qtbot, dialog, f"questionnaireTool_{tool}")
        click(qtbot, dialog, "questionnaireWrite")
        assert target.stat().st_size > 5_000
        qtbot.waitUntil(lambda: page.findChild(QDialog, "questionnaireDialog") is None, timeout=5_000)


@needs_real_files
def test_the_workbook_of_154_sheets_is_listed_and_refused_in_words(page, qtbot):
    page.surveys.open(REAL / "employer_skills_survey_2019_area_tables.xlsx")
    dialog = page.surveys.assistant

    qtbot.waitUntil(lambda: dialog.work.overview is not None, timeout=30_000)

    assert len(dialog.file_view.sheets.rows.shown) == 154
    assert dialog.work.sheet is None
    assert "None of the 154 sheets looks like answers" in dialog.notice_text.text()
    assert not dialog.taking.isEnabled()
    dialog.reject()


@needs_real_files
@pytest.mark.parametrize(
    ("file", "answers", "count"),
    [
        ("training_needs_survey_2026.xlsx", 260, 2443),
        ("software_skills_survey_2017_canada_en_fr.csv", 110, 146),
    ],
)
def test_public_surveys_are_taken_as_proposed(page, file, answers, count, qtbot):
    dialog = assistant(page, REAL / file, qtbot)

    click(qtbot, dialog, "surveyTake")
    qtbot.waitUntil(lambda: len(snapshot_of(page).responses) == answers, timeout=60_000)

    assert sum(len(response.needs) for response in snapshot_of(page).responses) == count
    assert all(column.is_sure for column in dialog.work.plan.columns if column.role is not Role.IGNORED)
