"""Asking providers from the page Partners, and taking their offer forms back."""

from datetime import date

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel

from fastmap.model.choices import PartnerType, ResponseState
from fastmap.tasks import asking_providers
from tests.support.builders import make_partner
from tests.support.returned_forms import set_answer, write_filled
from tests.support.returned_offers import demand_for, write_offers
from tests.support.team_answers import write_questionnaire
from tests.support.ui import find
from ui.pages.partners_asking import AskDialog
from ui.pages.partners_findings import FindingsDialog
from ui.pages.partners_replies import KEEP_OUT, ReplyDialog
from ui.pages.registry import steps as all_steps


@pytest.fixture(scope="module")
def steps():
    return tuple(step for step in all_steps() if step.key == "partners")


@pytest.fixture
def page(with_sample, qtbot):
    page = with_sample.workspace.show_page("partners")
    qtbot.waitUntil(page.directory.table.isVisible)
    return page


@pytest.fixture
def said(page):
    told = []
    page.say.connect(lambda tone, words: told.append((tone, words)))
    return told


def partner_named(page, name):
    return next(one for one in page.session.state.snapshot.partners if one.name == name)


def stranger(page, path, places=5):
    content = demand_for(make_partner("P900", name="Unheard of"), assessment=page.session.state.snapshot.info.id)
    return write_offers(path, {"offer_1_places": places}, content=content)


def test_sheets_are_written_for_the_partners_chosen_and_come_back_by_dropping_them(
    page, said, qtbot, tmp_path, monkeypatch
):
    school = partner_named(page, "Instituto de FP Valdorma")
    asked = {}

    def choose_one(dialog):
        asked["usual"] = dialog.chosen
        qtbot.mouseClick(dialog.none, Qt.MouseButton.LeftButton)
        assert not dialog.writing.isEnabled()
        dialog.boxes[school.id].setChecked(True)
        return True

    monkeypatch.setattr(AskDialog, "exec", choose_one)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))

    qtbot.mouseClick(page.asking, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)

    (sheet,) = tmp_path.glob("*.xlsx")
    assert said[-1] == ("good", f"1 demand sheet written to \u2068{tmp_path.name}\u2069, in Excel and PDF.")
    assert len(list(tmp_path.glob("*.pdf"))) == 1
    assert "Fondo Comarcal de Formación" not in {
        one.name for one in page.session.state.snapshot.partners if one.id in asked["usual"]
    }

    workbook = openpyxl.load_workbook(sheet)
    set_answer(workbook, "offer_1_places", 77)
    workbook.save(sheet)
    before = page.session.assessment.content_hash()
    page.take_files([sheet])
    qtbot.waitUntil(lambda: len(said) == 2, timeout=20_000)

    assert said[-1] == ("good", "1 offer form taken.")
    assert 77 in {offer.places_per_year for offer in page.session.state.snapshot.offers if offer.partner == school.id}
    page.session.undo()
    assert page.session.assessment.content_hash() == before


def test_a_form_that_waits_is_said_and_taken_once_somebody_says_whose_it_is(page, said, qtbot, tmp_path, monkeypatch):
    offers = page.session.state.snapshot.offers
    page.take_files([stranger(page, tmp_path / "f.xlsx")])
    qtbot.waitUntil(page.replies_strip.isVisible, timeout=20_000)
    untouched = page.session.state.snapshot.offers == offers
    school = partner_named(page, "Escuela de Soldadura Harrilan")
    seen = []

    def decide(dialog):
        seen.append((dialog.title.text(), find(dialog, "replyWhy", QLabel).text(), dialog.taking.isEnabled()))
        dialog.whose.setCurrentIndex(dialog.whose.findData(school.id))
        assert dialog.taking.isEnabled()
        return 1

    monkeypatch.setattr(ReplyDialog, "exec", decide)
    qtbot.mouseClick(page.replies_strip.reviewing, Qt.MouseButton.LeftButton)

    assert untouched
    assert seen[0][0] == "Offer form of Unheard of"
    assert "No partner is called “Unheard of”" in seen[0][1]
    assert seen[0][2] is False
    assert page.replies_strip.isHidden()
    (reply,) = page.session.state.snapshot.replies
    assert (reply.state, reply.partner) == (ResponseState.ACCEPTED, school.id)
    assert said[0] == ("warn", "1 offer form waits for a decision.")


def test_a_form_can_be_kept_out_or_left_for_later(page, qtbot, tmp_path, monkeypatch):
    page.take_files([stranger(page, tmp_path / "f.xlsx")])
    qtbot.waitUntil(page.replies_strip.isVisible, timeout=20_000)

    monkeypatch.setattr(ReplyDialog, "exec", lambda _: 0)
    qtbot.mouseClick(page.replies_strip.reviewing, Qt.MouseButton.LeftButton)
    later = page.session.state.snapshot.replies[0].state
    monkeypatch.setattr(ReplyDialog, "exec", lambda _: KEEP_OUT)
    qtbot.mouseClick(page.replies_strip.reviewing, Qt.MouseButton.LeftButton)

    assert later is ResponseState.TO_CHECK
    assert page.session.state.snapshot.replies[0].state is ResponseState.SUPERSEDED
    assert page.replies_strip.isHidden()


def test_a_list_of_partners_is_still_taken_as_a_list(page, said, qtbot, tmp_path):
    table = tmp_path / "list.csv"
    table.write_text("name,type\nBrand new school,vet\n", encoding="utf-8")

    page.take_files([table])
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)

    assert partner_named(page, "Brand new school")


def form_of(page, path, answers, partner="Instituto de FP Valdorma"):
    content = demand_for(partner_named(page, partner), assessment=page.session.state.snapshot.info.id)
    return write_offers(path, answers, content=content)


def truncated(path, whole):
    path.write_bytes(whole.read_bytes()[:2000])
    return path


def test_files_that_come_together_are_all_taken_or_refused_by_name(page, said, qtbot, tmp_path):
    before = page.session.assessment.content_hash()
    good = form_of(page, tmp_path / "good.xlsx", {"offer_1_places": 9})
    damaged = truncated(tmp_path / "damaged.xlsx", good)
    lists = []
    for number in (1, 2):
        table = tmp_path / f"list{number}.csv"
        table.write_text(f"name,type,skill\nNew school {number},vet,welding\n", encoding="utf-8")
        lists.append(table)

    page.take_files([good, damaged, *lists])
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)

    tone, words = said[-1]
    assert tone == "warn"
    assert "1 offer form taken." in words
    assert "damaged.xlsx" in words
    assert "2 new" in words
    first, second = partner_named(page, "New school 1"), partner_named(page, "New school 2")
    assert first.id != second.id
    assert {first.id, second.id} <= {offer.partner for offer in page.session.state.snapshot.offers}
    page.session.undo()
    assert page.session.assessment.content_hash() == before


def test_an_answer_of_a_member_among_the_files_is_kept_for_the_needs(page, said, qtbot, tmp_path):
    info, member = page.session.state.snapshot.info, page.session.state.snapshot.members[0]
    answer = write_filled(
        tmp_path / "answer.xlsx", {"need_1_skill": "Gluing of seams"}, member=member, assessment=info.id
    )

    page.take_files([answer, form_of(page, tmp_path / "offers.xlsx", {"offer_1_places": 9})])
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)

    assert "1 answer of a member taken; you find it under Needs." in said[-1][1]
    texts = {need.skill_text for one in page.session.state.snapshot.responses for need in one.needs}
    assert "Gluing of seams" in texts


def test_a_questionnaire_of_the_team_among_the_files_is_taken_and_said(page, said, qtbot, tmp_path):
    snapshot = page.session.state.snapshot
    form = write_questionnaire(tmp_path / "team.xlsx", {"item_crm": 3}, assessment=snapshot.info.id)

    page.take_files([form, form_of(page, tmp_path / "offers.xlsx", {"offer_1_places": 9})])
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)

    assert "1 questionnaire of the team taken; you find it under Cluster, Team." in said[-1][1]
    assert "Not taken" not in said[-1][1]
    assert len(page.session.state.snapshot.team) == len(snapshot.team) + 1


def test_an_import_that_has_to_begin_anew_is_still_the_only_one(page, said, qtbot, tmp_path):
    tables = []
    for number in (1, 2):
        table = tmp_path / f"list{number}.csv"
        table.write_text(f"name,type\nRead school {number},vet\n", encoding="utf-8")
        tables.append(table)
    begun, left = [], []
    page.files.exchange.began.connect(lambda words: begun.append((words, page.files.exchange.is_running)))
    page.files.exchange.idle.connect(lambda: left.append(len(said)))

    page.take_files(tables[:1])
    page.presenter.add("Typed school", PartnerType.VET)
    qtbot.waitUntil(lambda: len(begun) == 2, timeout=20_000)
    page.take_files(tables[1:])
    was_shown = not page.files.progress.isHidden()
    qtbot.waitUntil(lambda: bool(left), timeout=20_000)

    assert was_shown
    assert [is_running for _, is_running in begun] == [True, True]
    assert left == [1]
    assert page.files.progress.isHidden()
    names = {one.name for one in page.session.state.snapshot.partners}
    assert "Read school 1" in names
    assert "Read school 2" not in names


def test_every_finding_of_an_import_can_be_read_under_the_name_of_its_file(page, said, qtbot, tmp_path, monkeypatch):
    files = [
        form_of(page, tmp_path / "one.xlsx", {"offer_1_places": "many", "offer_1_fit": "perhaps"}),
        form_of(page, tmp_path / "two.xlsx", {"offer_1_places": "few"}, "Escuela de Soldadura Harrilan"),
    ]
    shown = []
    monkeypatch.setattr(
        FindingsDialog, "exec", lambda dialog: shown.extend(one.text() for one in dialog.findChildren(QLabel))
    )

    page.take_files(files)
    qtbot.waitUntil(page.findings_strip.isVisible, timeout=20_000)
    qtbot.mouseClick(page.findings_strip.reviewing, Qt.MouseButton.LeftButton)

    # "many", "perhaps", "few", and the line that the second school's form left out of what is recorded of it.
    assert "4 remarks" in said[-1][1]
    assert sum(line.startswith("•") for line in shown) == 4
    assert shown.index("one.xlsx") < shown.index("two.xlsx")
    for words in ("many", "perhaps", "few"):
        assert any(words in line for line in shown)
    assert page.findings_strip.isHidden()


def test_providers_are_asked_only_with_figures_that_know_what_was_just_recorded(page, said, qtbot, tmp_path):
    folder = tmp_path / "sheets"
    folder.mkdir()
    qtbot.waitUntil(page.asking.isEnabled, timeout=20_000)
    new = page.presenter.add("Brand new school", PartnerType.VET)
    was_enabled = page.asking.isEnabled()

    page.files.exchange.write_sheets([new], "en", folder)

    assert not was_enabled
    assert said[-1] == ("neutral", "The figures are still being worked out. Ask again in a moment.")
    assert list(folder.iterdir()) == []
    qtbot.waitUntil(page.asking.isEnabled, timeout=20_000)
    page.files.exchange.write_sheets([new], "en", folder)
    qtbot.waitUntil(lambda: said[-1][0] == "good", timeout=20_000)
    assert len(list(folder.glob("*.xlsx"))) == 1


def test_the_panel_of_a_partner_lists_what_it_sent_word_for_word(page, said, qtbot, tmp_path):
    school = partner_named(page, "Instituto de FP Valdorma")
    sent = form_of(page, tmp_path / "sent.xlsx", {"offer_1_places": "many", "remarks": "Call us in September"})
    page.directory.open(school.id)
    was_hidden = page.directory.panel.sent.isHidden()

    page.take_files([sent])
    qtbot.waitUntil(page.directory.panel.sent.isVisible, timeout=20_000)
    before = [label.text() for label in page.directory.panel.sent.findChildren(QLabel)]
    qtbot.mouseClick(find(page.directory.panel, "sentForm0Cells"), Qt.MouseButton.LeftButton)
    after = [label.text() for label in page.directory.panel.sent.findChildren(QLabel)]

    assert was_hidden
    assert {"sent.xlsx", "Call us in September"} <= set(before)
    assert any("many" in line for line in before)
    assert "many" not in before
    assert "many" in after
    page.directory.open(partner_named(page, "Escuela de Soldadura Harrilan").id)
    assert page.directory.panel.sent.isHidden()


def test_whoever_was_chosen_and_got_no_sheet_is_named(page, said, qtbot, tmp_path, monkeypatch):
    folder = tmp_path / "sheets"
    folder.mkdir()
    school, other = (
        partner_named(page, name) for name in ("Instituto de FP Valdorma", "Escuela de Soldadura Harrilan")
    )
    made = asking_providers.demand_contents

    def without_the_other(*given, **options):
        return tuple(one for one in made(*given, **options) if one.partner.id != other.id)

    monkeypatch.setattr(asking_providers, "demand_contents", without_the_other)

    page.files.exchange.write_sheets([school.id, other.id], "en", folder)
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)

    tone, words = said[-1]
    assert tone == "warn"
    assert "1 provider has no sheet" in words
    assert other.name in words


def test_the_dialog_says_the_number_of_members_that_the_rules_say(page):
    dialog = AskDialog((), (), page.presenter.reading.texts_of_file(), least_members=7, parent=page)

    assert "fewer than 7 members" in dialog.about.text()
    dialog.deleteLater()


def test_a_form_that_waits_can_be_recorded_as_a_new_partner_with_its_offers(page, qtbot, tmp_path, monkeypatch):
    page.take_files([stranger(page, tmp_path / "f.xlsx", places=7)])
    qtbot.waitUntil(page.replies_strip.isVisible, timeout=20_000)
    before = page.session.assessment.content_hash()

    def decide(dialog):
        dialog.whose.setCurrentIndex(1)
        assert find(dialog, "replyNewName").text() == "Unheard of"
        assert not dialog.taking.isEnabled()
        dialog.type.setCurrentIndex(dialog.type.findData("vet"))
        assert dialog.taking.isEnabled()
        return 1

    monkeypatch.setattr(ReplyDialog, "exec", decide)
    qtbot.mouseClick(page.replies_strip.reviewing, Qt.MouseButton.LeftButton)

    new = partner_named(page, "Unheard of")
    assert new.type is PartnerType.VET
    assert page.session.state.snapshot.replies[0].partner == new.id
    assert 7 in {one.places_per_year for one in page.session.state.snapshot.offers if one.partner == new.id}
    page.session.undo()
    assert page.session.assessment.content_hash() == before


def test_a_form_that_waits_is_told_in_every_view_and_in_the_list_of_steps(page, qtbot, tmp_path):
    qtbot.mouseClick(find(page, "partnersView_commitments"), Qt.MouseButton.LeftButton)

    page.take_files([stranger(page, tmp_path / "f.xlsx")])

    qtbot.waitUntil(page.replies_strip.isVisible, timeout=20_000)
    state = page.session.state
    assert "1 offer form waits for a decision" in page.fact(state.snapshot, state.results).sentence


def test_where_no_partner_is_recorded_a_form_that_waits_is_offered_too(with_empty, qtbot, tmp_path):
    page = with_empty.workspace.show_page("partners")
    page.take_files([stranger(page, tmp_path / "f.xlsx")])

    qtbot.waitUntil(page.empty_replies.isVisible, timeout=20_000)
    assert page.empty_replies.text() == "Decide about 1 offer form"


def test_sheets_ask_for_answers_by_the_day_that_was_typed(page, said, qtbot, tmp_path, monkeypatch):
    folder = tmp_path / "sheets"
    folder.mkdir()
    asked = []
    made = asking_providers.demand_contents
    monkeypatch.setattr(
        asking_providers,
        "demand_contents",
        lambda *given, **more: asked.append(more["reply_by"]) or made(*given, **more),
    )
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    refused = []

    def type_days(dialog):
        dialog.show()
        for typed in ("soon", "1/3/2020", "31/03/2099"):
            dialog.reply_by.setText(typed)
            qtbot.mouseClick(dialog.writing, Qt.MouseButton.LeftButton)
            refused.append(dialog.reply_by_field.hint.text() if not dialog.result() else "")
        return dialog.result()

    monkeypatch.setattr(AskDialog, "exec", type_days)
    qtbot.waitUntil(page.asking.isEnabled, timeout=20_000)
    qtbot.mouseClick(page.asking, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)

    assert [bool(words) for words in refused] == [True, True, False]
    assert asked == [date(2099, 3, 31)]


def test_every_problem_of_a_list_can_be_read_and_not_only_the_first(page, qtbot, tmp_path, monkeypatch):
    table = tmp_path / "list.csv"
    table.write_text("name,type,stage\nOne,vet,far\nTwo,vet,near\nThree,spaceship,1\n", encoding="utf-8")
    shown = []
    monkeypatch.setattr(
        FindingsDialog, "exec", lambda dialog: shown.extend(one.text() for one in dialog.findChildren(QLabel))
    )

    page.take_files([table])
    qtbot.waitUntil(page.findings_strip.isVisible, timeout=20_000)
    qtbot.mouseClick(page.findings_strip.reviewing, Qt.MouseButton.LeftButton)

    for words in ("far", "near", "spaceship"):
        assert any(words in line for line in shown)
