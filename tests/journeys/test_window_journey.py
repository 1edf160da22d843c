"""The whole job in the window: clicked and typed from an empty file through all eight steps to both reports."""

from types import SimpleNamespace

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QTabBar, QWidget

from fastmap.model.choices import ActionStatus, Complexity, Fit, PartnerType, RecommendationAnswer, Scope
from tests.support.returned_forms import write_filled
from tests.support.ui import find
from ui.frame import asking
from ui.pages import registry
from ui.pages.members_preview import MembersPreview
from ui.pages.needs import NEEDS, TEXTS
from ui.widgets.completion import CompletionField
from ui.widgets.fields import ComboBox

pytestmark = pytest.mark.slow

ENTER, LEFT = Qt.Key.Key_Return, Qt.MouseButton.LeftButton
FIRMS = ("Talleres Uno", "Mecanizados Dos", "Forja Tres", "Láser Cuatro", "Utillajes Cinco", "Moldes Seis")
WELDING = {
    "need_1_skill": "welding",
    "need_1_short_now": 2,
    "need_1_short_12m": 4,
    "need_1_consequence": "consequence.orders",
    "need_1_hiring": "hiring.not_filled",
    "need_1_provision": "provision.none",
    "consent_contact": "yes_no.yes",
}
PLC = {
    "need_2_skill": "PLC programming",
    "need_2_short_now": 1,
    "need_2_short_12m": 2,
    "need_2_provision": "provision.misfit",
}
WORDS = {"need_3_skill": "TIG seams on thin sheet", "need_3_short_12m": 1}
ANSWERS = (WELDING | PLC | WORDS, WELDING | PLC, WELDING | PLC, WELDING, {**WELDING, "need_1_short_now": "3-4"})


@pytest.fixture(scope="module")
def journey(window, tmp_path_factory, own_folder):
    """Everything a person does, in order; what each step left is kept under its name."""
    folder = tmp_path_factory.mktemp("journey")
    done = SimpleNamespace(window=window, folder=folder, facts={})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(asking, "documents_folder", lambda: folder)
        person = Person(window, done)
        person.begins_an_assessment()
        person.fills_in_the_cluster()
        person.pastes_members()
        person.imports_forms()
        person.places_a_text()
        person.records_a_partner()
        person.looks_at_the_diagnosis()
        person.adds_and_moves_an_action()
        person.accepts_a_decision()
        person.writes_reports()
        person.notes_all_facts()
        person.undoes_and_redoes_everything()
        person.closes_and_opens_again()
    yield done
    window.session.close()


class Person:
    """Clicks and types; each method is one step of the job."""

    def __init__(self, window, done):
        self.window = window
        self.done = done
        self.session = window.session

    # --- hands --------------------------------------------------------------------------------------------------------

    def wait(self, condition, seconds=30):
        import time

        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, "waited in vain"
            QApplication.processEvents()
            time.sleep(0.005)

    def settle(self):
        self.wait(lambda: self.session.state.results_are_current)

    def click(self, inside, name):
        from PySide6.QtTest import QTest

        button = find(inside, name)
        assert button.isVisible(), name
        assert button.isEnabled(), name
        QTest.mouseClick(button, LEFT)
        QApplication.processEvents()

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier, on=None):
        from PySide6.QtTest import QTest

        QTest.keyClick(on or QApplication.focusWidget() or self.window, key, modifiers)
        QApplication.processEvents()

    def shortcut(self, text):
        combination = QKeySequence(text)[0]
        self.press(combination.key(), combination.keyboardModifiers(), on=self.window)

    def type(self, widget, text):
        from PySide6.QtTest import QTest

        widget.setFocus()
        widget.selectAll()
        QTest.keyClicks(widget, text)
        QApplication.processEvents()

    def complete(self, field, text):
        self.type(field, text)
        self.wait(lambda: field.is_open)
        self.press(ENTER, on=field)

    def choose(self, box, value):
        place = box.findData(value)
        assert place >= 0, value
        box.setCurrentIndex(place)
        box.activated.emit(place)

    def goes_to(self, key):
        number = [step.key for step in registry.ALL_STEPS].index(key) + 1
        self.window.activateWindow()
        self.wait(self.window.isActiveWindow)
        self.shortcut(f"Ctrl+{number}")
        page = self.window.workspace.page
        assert page.key == key
        return page

    # --- steps --------------------------------------------------------------------------------------------------------

    def begins_an_assessment(self):
        self.click(self.window, "startNew")
        dialog = find(self.window, "newDialog")
        self.type(find(dialog, "newName", QLineEdit), "Metal Norte")
        self.choose(find(dialog, "newCountry", ComboBox), "ES")
        self.click(dialog, "newMake")
        assert self.session.is_open
        self.done.file = self.session.state.path
        self.done.hash_of_nothing = self.session.assessment.content_hash()

    def fills_in_the_cluster(self):
        page = self.goes_to("cluster")
        self.wait(lambda: not self.session.pool.is_busy)
        self.complete(find(page, "clusterRegion", CompletionField), "ES21")
        staff = find(page, "clusterStaff", QLineEdit)
        self.type(staff, "4")
        self.press(ENTER, on=staff)
        self.done.cluster = self.session.state.snapshot.cluster

    def pastes_members(self):
        page = self.goes_to("members")
        rows = "".join(f"{name}\tsmall\t{20 + number}\n" for number, name in enumerate(FIRMS))
        QGuiApplication.clipboard().setText("Name\tKind\tEmployees\n" + rows)
        self.click(page, "memberEmptyPaste")
        self.wait(lambda: page.findChild(MembersPreview) is not None)
        self.click(page.findChild(MembersPreview), "previewTake")
        self.done.members = self.session.state.snapshot.members

    def imports_forms(self):
        page = self.goes_to("needs")
        self.wait(lambda: page.vocabulary.index is not None)
        folder = self.done.folder / "returned"
        folder.mkdir()
        assessment = self.session.state.snapshot.info.id
        for member, answers in zip(self.done.members, ANSWERS, strict=False):
            write_filled(folder / f"answer {member.code}.xlsx", answers, member=member, assessment=assessment)
        (folder / "scan.pdf").write_bytes(b"%PDF-1.4 a scan")
        drop(self.window, folder)
        self.wait(lambda: bool(page.forms.outcomes) and not page.forms.is_running, 120)
        self.done.outcomes = sorted(row.state.value for row in page.results.table.rows.shown)
        self.settle()

    def places_a_text(self):
        page = self.goes_to("needs")
        self.tab(page, TEXTS)
        items = page.placing.table.rows
        self.wait(lambda: items.shown and all(text.proposal for item in items.shown for text in item.texts))
        self.done.waiting_texts = [text.text for item in items.shown for text in item.texts]
        while (waiting := page.placing.current_cluster()) is not None:
            page.placing.table.setFocus()
            self.press(Qt.Key.Key_1 if waiting.options else Qt.Key.Key_O, on=page.placing.table)
        self.tab(page, NEEDS)
        self.settle()

    def tab(self, page, number):
        from PySide6.QtTest import QTest

        tabs = find(page, "needsTabs", QTabBar)
        QTest.mouseClick(tabs, LEFT, pos=tabs.tabRect(number).center())
        QApplication.processEvents()

    def records_a_partner(self):
        page = self.goes_to("partners")
        self.click(page, "partnersEmptyPrimary")
        self.type(find(page, "newPartnerName", QLineEdit), "IES Norte")
        page.directory.panel.new.type.choose(PartnerType.VET)
        self.click(page, "newPartnerAdd")
        self.click(page, "addOffer")
        self.complete(find(page, "offerSkill", CompletionField), "welding")
        self.type(find(page, "offerPlaces", QLineEdit), "12")
        page.directory.panel.form.fit.choose(Fit.YES)
        self.click(page, "offerSave")
        self.settle()

    def looks_at_the_diagnosis(self):
        page = self.goes_to("diagnosis")
        ranking = find(page, "needRanking")
        ranking.setFocus()
        self.press(Qt.Key.Key_Down, on=ranking)
        self.press(Qt.Key.Key_Up, on=ranking)
        self.done.first_skill = page.details.title.text()
        self.done.ranked = [skill.uri for skill in self.session.state.results.skills]

    def adds_and_moves_an_action(self):
        page = self.goes_to("actions")
        cell = find(page, "addAction_alone_low_medium")
        cell.setFocus()
        self.press(ENTER, on=cell)
        self.wait(lambda: find(page, "ownTitle").isVisible())
        self.type(find(page, "ownTitle", QLineEdit), "Welding evening")
        self.press(ENTER, on=find(page, "ownTitle"))
        (action,) = self.session.state.snapshot.actions
        self.press(Qt.Key.Key_Escape)
        card = page.grid.cards[action.id]
        card.setFocus()
        self.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier, on=card)
        self.done.own_action = self.session.state.snapshot.actions[0]
        self.settle()

    def accepts_a_decision(self):
        page = self.goes_to("next_steps")
        chosen = self.session.state.results.recommendations[0]
        self.click(page, f"accept_{chosen.id}")
        self.done.accepted = chosen
        self.settle()
        actions = self.goes_to("actions")
        (planned,) = (a for a in self.session.state.snapshot.actions if a.id != self.done.own_action.id)
        self.done.planned = planned
        self.done.planned_card = actions.grid.cards[planned.id].isVisible()

    def writes_reports(self):
        page = self.goes_to("report")
        self.wait(lambda: page.report.preview.pages.count > 0, 120)
        self.done.pages_drawn = page.report.preview.pages.count
        self.click(page, "writeReports")
        self.wait(page.report.writing.outcome.isVisible, 120)
        self.done.report_sentence = page.report.writing.outcome.sentence.text()
        self.done.reports = [outcome.target for outcome in page.report.presenter.outcomes if outcome.error is None]

    def notes_all_facts(self):
        rows = self.window.workspace.step_list.rows
        self.done.facts = {key: row.sentence for key, row in rows.items()}

    def undoes_and_redoes_everything(self):
        assessment = self.session.assessment
        self.done.hash_of_all = assessment.content_hash()
        self.goes_to("cluster")
        self.done.undone = 0
        while self.window.menus["undo"].isEnabled():
            self.shortcut("Ctrl+Z")
            self.done.undone += 1
            assert self.done.undone < 100
        self.done.hash_after_undo = assessment.content_hash()
        while self.window.menus["redo"].isEnabled():
            self.shortcut("Ctrl+Y")
        self.done.hash_after_redo = assessment.content_hash()
        self.settle()

    def closes_and_opens_again(self):
        self.shortcut("Ctrl+W")
        assert self.window.start_page.isVisible()
        self.click(self.window, "recent_0")
        self.settle()
        self.done.hash_reopened = self.session.assessment.content_hash()
        self.done.first_page = self.window.workspace.page.key


def drop(window, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    arguments = (Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPointF(5, 5).toPoint(), *arguments)
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    window.dropEvent(QDropEvent(QPointF(5, 5), *arguments))


# --- what became of it ------------------------------------------------------------------------------------------------


def test_profile_and_members_are_in_the_file(journey):
    assert (journey.cluster.name, journey.cluster.nuts, journey.cluster.staff) == ("Metal Norte", "ES21", 4)
    assert tuple(member.name for member in journey.members) == FIRMS


def test_every_returned_file_is_accounted_for(journey):
    assert journey.outcomes == ["accepted"] * 4 + ["attachment", "partial"]
    assert "TIG seams on thin sheet" in journey.waiting_texts


def test_the_most_needed_skill_comes_first(journey):
    assert journey.first_skill == "welding"
    assert len(journey.ranked) >= 2


def test_the_action_was_moved_by_keyboard_and_the_decision_stands_on_the_grid(journey):
    assert journey.own_action.title == "Welding evening"
    assert (journey.own_action.cell.scope, journey.own_action.cell.complexity) == (
        Scope.REGIONAL,
        Complexity.LOW_MEDIUM,
    )
    assert (journey.planned.cell, journey.planned.status) == (journey.accepted.cell, ActionStatus.PLANNED)
    assert journey.planned_card


def test_both_reports_are_written_and_can_be_read(journey):
    by_suffix = {path.suffix: path for path in journey.reports}

    assert set(by_suffix) == {".pdf", ".xlsx"}
    assert by_suffix[".pdf"].read_bytes().startswith(b"%PDF")
    sheets = openpyxl.load_workbook(by_suffix[".xlsx"], read_only=True).worksheets
    assert any("welding" in str(cell).casefold() for sheet in sheets for row in sheet.values for cell in row)
    assert journey.pages_drawn > 5
    assert journey.report_sentence.startswith("Written ")


def test_every_step_says_a_fact_at_the_end(journey):
    assert all(journey.facts.values())
    assert len(journey.facts) == 8
    assert journey.facts["members"].startswith("5 of 5 members asked")
    assert "1 accepted" in journey.facts["next_steps"]


def test_undoing_everything_leaves_the_empty_file_and_redoing_brings_all_back(journey):
    assert journey.undone >= 9
    assert journey.hash_after_undo == journey.hash_of_nothing
    assert journey.hash_after_redo == journey.hash_of_all != journey.hash_of_nothing


def test_the_file_opens_again_as_it_was_closed(journey):
    assert journey.hash_reopened == journey.hash_of_all
    assert journey.first_page == "cluster"
    answers = [decision.answer for decision in journey.window.session.state.snapshot.decisions]
    assert answers == [RecommendationAnswer.ACCEPTED]


def test_widgets_of_closed_pages_are_gone(journey):
    QApplication.processEvents()

    assert len(journey.window.findChildren(QWidget, "clusterPage")) == 1
