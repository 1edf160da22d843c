"""The step Partners: table, panel, coverage matrix and introductions."""

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit

from fastmap.catalogue.texts import load_texts
from fastmap.changes import AddAction, EditInfo, RemovePartners, SavePartners
from fastmap.model.choices import ActionStatus, Fit, PartnerType, Scope, TieKind
from fastmap.tasks.partner_edits import EDITABLE
from tests.support.builders import assess, cluster_where, make_need, make_offer, make_partner, make_skill
from tests.support.ui import HOSTILE, find
from ui.pages.page import StepState
from ui.pages.partners_matrix_view import coverage_rows, matrix_view
from ui.pages.partners_rows import actor_views
from ui.pages.registry import steps as all_steps
from ui.theme.theme import current
from ui.widgets.table import Paste
from ui.widgets.wrapping import lines_of


@pytest.fixture(scope="module")
def steps():
    return tuple(step for step in all_steps() if step.key == "partners")


@pytest.fixture
def page(with_sample, qtbot):
    page = with_sample.workspace.show_page("partners")
    qtbot.waitUntil(page.directory.table.isVisible)
    return page


def click(page, name, qtbot):
    qtbot.mouseClick(find(page, name), Qt.MouseButton.LeftButton)


def row_of(page, name):
    return next(row for row in page.directory.table.rows.shown if row.name == name)


def settled(page, qtbot):
    qtbot.waitUntil(lambda: page.session.state.results_are_current, timeout=20_000)


def test_the_table_shows_stage_in_words_and_what_is_offered(page):
    school = row_of(page, "Instituto de FP Valdorma")

    assert (school.stage, school.stage_words) == (4, "Formal agreement or joint project")
    assert school.offers == 3
    assert "CNC programming" in school.skills
    index = page.directory.table.rows.index_of(school.id, 4)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == school.stage_words


def test_a_new_partner_needs_a_name_and_a_type(page, qtbot):
    before = len(page.session.state.snapshot.partners)
    click(page, "addPartner", qtbot)
    qtbot.keyClicks(find(page, "newPartnerName", QLineEdit), "Brand new school")
    click(page, "newPartnerAdd", qtbot)
    refused = len(page.session.state.snapshot.partners) == before

    page.directory.panel.new.type.choose(PartnerType.VET)
    click(page, "newPartnerAdd", qtbot)

    assert refused
    assert row_of(page, "Brand new school").type is PartnerType.VET
    assert page.directory.panel.title.text() == "Brand new school"


def test_the_last_row_of_the_table_begins_a_partner(page, qtbot):
    page.directory.table.edit_cell("", "name")
    editor = find(page.directory.table, "edit_name", QLineEdit)
    qtbot.keyClicks(editor, "Typed below")
    qtbot.keyClick(editor, Qt.Key.Key_Return)

    qtbot.waitUntil(page.directory.panel.isVisible)
    assert find(page, "newPartnerName", QLineEdit).text() == "Typed below"


def test_editing_a_cell_is_one_undoable_change(page, qtbot):
    before = page.session.assessment.content_hash()
    school = row_of(page, "Instituto de FP Valdorma")
    page.directory.table.edit_cell(school.id, "name")
    editor = find(page.directory.table, "edit_name", QLineEdit)
    editor.setText("Another name")
    qtbot.keyClick(editor, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: any(row.name == "Another name" for row in page.directory.table.rows.shown))
    page.session.undo()
    assert page.session.assessment.content_hash() == before


def test_pasted_rows_arrive_in_one_change_and_what_is_not_understood_is_named(page, qtbot):
    before = page.session.assessment.content_hash()
    said = []
    page.say.connect(lambda tone, words: said.append((tone, words)))
    page.directory.table.setCurrentIndex(page.directory.table.rows.index(page.directory.table.rows.rowCount() - 1, 0))
    QGuiApplication.clipboard().setText("Uni One\tUniversity\tregional\tno\t2\nHall\tspaceship\t\t\t\n")

    page.directory.table.setFocus()
    page.directory.table.paste()

    assert row_of(page, "Uni One").stage == 2
    assert said[-1][0] == "warn"
    assert "Hall" in said[-1][1]
    page.session.undo()
    assert page.session.assessment.content_hash() == before


def test_removing_rows_can_be_undone(page, qtbot):
    before = page.session.assessment.content_hash()
    page.directory.table.choose(page.directory.table.rows.shown[0].id, "name")
    page.directory.table.setFocus()
    qtbot.keyClick(page.directory.table, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)

    qtbot.keyClick(page.directory.table, Qt.Key.Key_Delete)

    assert len(page.session.state.snapshot.partners) == 13
    assert page.session.undo_message.key == f"change.{RemovePartners.name}"
    page.session.undo()
    assert page.session.assessment.content_hash() == before


def test_a_chip_of_the_actor_check_filters_by_type_and_again_shows_all(page, qtbot):
    chip = next(
        chip
        for chip in page.directory.strip.findChildren(type(find(page, "actorChip0")))
        if chip.text() == "University"
    )
    everybody = len(page.directory.table.rows.shown)

    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    universities = {row.type for row in page.directory.table.rows.shown}
    counted = find(page, "partnersShown").text() if find(page, "partnersShown").isVisible() else ""
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)

    assert universities == {PartnerType.UNIVERSITY}
    assert counted == "1 of 14 partners shown"
    assert not find(page, "partnersShown").isVisible()
    assert len(page.directory.table.rows.shown) == everybody
    assert chip.accessibleName() == "University: linked"


def test_the_actor_check_stays_in_sight_while_it_filters(page, qtbot):
    chip = next(
        chip
        for chip in page.directory.strip.findChildren(type(find(page, "actorChip0")))
        if chip.text() == "University"
    )
    university = row_of(page, "Universidad del Alto Ferrana").id
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)

    page.directory.open(university)
    while_filtering = page.directory.strip.isVisible()
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)

    assert while_filtering
    assert not page.directory.strip.isVisible()


def test_a_new_partner_of_another_type_is_in_the_table_although_it_was_filtered(page, qtbot):
    chip = next(
        chip
        for chip in page.directory.strip.findChildren(type(find(page, "actorChip0")))
        if chip.text() == "University"
    )
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    page._begin_new("Brand new school")
    page.directory.panel.new.type.choose(PartnerType.VET)

    click(page, "newPartnerAdd", qtbot)

    assert row_of(page, "Brand new school").type is PartnerType.VET
    assert not chip.isChecked()


def test_all_types_of_the_actor_check_are_in_sight_with_their_state(page):
    assert [actor.type for actor in actor_views(page.session.state.results, page.session.state.texts)] == list(
        PartnerType
    )
    assert {chip.isVisible() for chip in page.directory.strip.findChildren(type(find(page, "actorChip0")))} == {True}


def test_enter_on_the_number_of_offers_opens_the_partner(page, qtbot):
    school = row_of(page, "Instituto de FP Valdorma")
    page.directory.table.choose(school.id, "offers")
    page.directory.table.setFocus()

    qtbot.keyClick(page.directory.table, Qt.Key.Key_Return)

    assert page.directory.panel.isVisible()
    assert page.directory.panel.title.text() == school.name
    qtbot.keyClick(page.directory.panel, Qt.Key.Key_Escape)
    assert not page.directory.panel.isVisible()


def test_an_offer_with_completed_skill_is_added_and_removed(page, qtbot):
    partner = row_of(page, "Fondo Comarcal de Formación").id
    page.directory.open(partner)
    click(page, "addOffer", qtbot)
    skill = page.directory.panel.form.skill
    skill.setFocus()
    qtbot.keyClicks(skill, "weldi")
    qtbot.waitUntil(lambda: skill.is_open, timeout=5000)
    qtbot.keyClick(skill, Qt.Key.Key_Return)
    chosen = skill.text()
    qtbot.keyClicks(page.directory.panel.form.places, "12")
    page.directory.panel.form.fit.choose(Fit.YES)
    qtbot.mouseClick(page.directory.panel.form.saving, Qt.MouseButton.LeftButton)

    (offer,) = page.presenter.reading.offers(partner)
    assert (offer.places_per_year, offer.fit) == (12, Fit.YES)
    assert page.presenter.reading.skill_label(offer.skill) == chosen == "welding"
    QApplication.processEvents()
    click(page, "removeOffer0", qtbot)
    assert page.presenter.reading.offers(partner) == ()


def test_places_left_blank_stay_not_known(page, qtbot):
    partner = row_of(page, "Fondo Comarcal de Formación").id
    page.directory.open(partner)
    click(page, "addOffer", qtbot)
    page.directory.panel.form.skill.begin_with("own words of the cluster")

    qtbot.mouseClick(page.directory.panel.form.saving, Qt.MouseButton.LeftButton)

    (offer,) = page.presenter.reading.offers(partner)
    assert offer.places_per_year is None
    assert offer.fit is Fit.UNKNOWN


def test_a_link_with_a_member_is_added_and_removed(page, qtbot):
    partner = row_of(page, "Fondo Comarcal de Formación").id
    page.directory.open(partner)
    member = page.session.state.snapshot.members[0]
    page.directory.panel.tie_member.setCurrentIndex(page.directory.panel.tie_member.findData(str(member.code)))
    page.directory.panel.tie_kind.choose(TieKind.TRAINING)

    click(page, "addTie", qtbot)

    assert [name for _, name, _ in page.presenter.reading.ties(partner)] == [member.name]
    QApplication.processEvents()
    click(page, "removeTie0", qtbot)
    assert page.presenter.reading.ties(partner) == ()


def test_a_spreadsheet_is_taken_as_one_change(page, qtbot, tmp_path):
    before = page.session.assessment.content_hash()
    table = tmp_path / "partners.csv"
    table.write_text("name,type,skill,places\nNew Academy,university,welding,7\n,vet,,\n", encoding="utf-8")

    with qtbot.waitSignal(page.files.exchange.ended, timeout=10_000) as ended:
        page.take_files([table])

    assert row_of(page, "New Academy").offers == 1
    assert ended.args[0] == "warn"
    page.session.undo()
    assert page.session.assessment.content_hash() == before


def test_every_cell_of_the_matrix_says_in_words_what_its_symbol_means(page, qtbot):
    click(page, "partnersView_coverage", qtbot)
    model = page.coverage.table.cells

    words = [
        model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]

    assert any("no offer recorded" in text for text in words)
    assert any("places not known" in text for text in words)
    assert any("does not fit" in text for text in words)
    assert not any("none" in text for text in words)


def test_the_matrix_head_repeats_the_coverage_of_the_results(page):
    state = page.session.state
    view = matrix_view(state.results, state.texts)
    statuses = {item.uri: item.coverage.status for item in state.results.skills}

    assert [head.status_words.casefold() for head in view.skills] == [
        state.texts.term(f"coverage_status.{statuses[head.uri]}").casefold() for head in view.skills
    ]


def test_walking_over_the_matrix_tells_firms_people_and_offers(page, qtbot):
    click(page, "partnersView_coverage", qtbot)
    table = page.coverage.table
    view = table.cells.view
    welding = next(head for head in view.skills if head.label == "welding")
    partner = next(partner for skill, partner in view.cells if skill == welding.uri)

    table.choose(welding.uri, partner)
    QApplication.processEvents()
    words = [
        label.text() for label in page.coverage.panel.findChildren(type(page.coverage.nothing)) if label.isVisible()
    ]

    assert any("8 firms need it" in text for text in words)
    assert any("10 places a year" in text for text in words)
    assert any("Talleres Ibarlan" in text for text in words)


def test_an_introduction_becomes_a_planned_action_with_one_click(page, qtbot):
    before = page.session.assessment.content_hash()
    known = {action.id for action in page.session.state.snapshot.actions}
    click(page, "partnersView_introductions", qtbot)

    click(page, "planIntroduction", qtbot)

    (action,) = [one for one in page.session.state.snapshot.actions if one.id not in known]
    assert (action.cell.scope, action.status) == (Scope.REGIONAL, ActionStatus.PLANNED)
    assert action.title.startswith("Introduce 7 firms to Instituto de FP Valdorma")
    assert page.session.undo_message.key == f"change.{AddAction.name}"
    settled(page, qtbot)
    assert not page.introductions.planning.isVisible()
    assert page.introductions.done.isVisible()
    page.session.undo()
    assert page.session.assessment.content_hash() == before


def test_an_introduction_to_a_partner_just_removed_is_refused_in_words(page, qtbot):
    click(page, "partnersView_introductions", qtbot)
    chosen = page.introductions.list.rows.shown[0].key
    failed = []
    page.session.failed.connect(lambda error: failed.append(error.code))
    actions = page.session.state.snapshot.actions
    page.presenter.remove([chosen])
    assert not page.session.state.results_are_current

    went_well = page.introductions.presenter.plan(chosen)

    assert went_well is False
    assert failed == ["partner_not_in_file"]
    assert len(page.session.state.snapshot.actions) == len(actions)


def test_the_mail_is_copied_without_names_of_firms_that_lack_the_skill(page, qtbot):
    click(page, "partnersView_introductions", qtbot)

    click(page, "copyMail", qtbot)

    mail = QGuiApplication.clipboard().text()
    entry = page.session.state.results.ecosystem.introductions[0]
    assert "Instituto de FP Valdorma" in mail
    assert not [name for name in page.introductions.presenter.member_names(entry.members) if name in mail]


def test_showing_a_state_is_no_intention(page):
    before = page.session.assessment.content_hash()

    for view in ("coverage", "introductions", "table"):
        page.show_view(view)

    assert page.session.assessment.content_hash() == before


def test_switching_views_takes_less_than_a_tenth_of_a_second(page):
    for view in ("coverage", "introductions", "table"):
        page.show_view(view)
    times = {}
    for view in ("coverage", "introductions", "table"):
        begun = time.perf_counter()
        page.show_view(view)
        times[view] = time.perf_counter() - begun

    assert {view: took for view, took in times.items() if took > 0.1} == {}


def test_without_partners_the_page_offers_to_add_the_first(with_empty, qtbot):
    page = with_empty.workspace.show_page("partners")

    qtbot.mouseClick(page.empty.primary, Qt.MouseButton.LeftButton)
    page.directory.panel.new.name.setText(HOSTILE[1])
    page.directory.panel.new.type.choose(PartnerType.VET)
    qtbot.mouseClick(page.directory.panel.new.adding, Qt.MouseButton.LeftButton)

    assert page.directory.panel.title.text() == HOSTILE[1]
    assert page.directory.panel.title.textFormat() is Qt.TextFormat.PlainText
    assert page.fact(with_empty.session.state.snapshot, None).state is StepState.BEGUN


def test_the_step_list_counts_partners_offers_and_what_nobody_covers(page):
    fact = page.fact(page.session.state.snapshot, page.session.state.results)

    assert fact.sentence == "14 partners, 14 offers; 7 of the top 10 skills are not covered"


def test_long_names_keep_within_their_lines(page):
    metrics = page.directory.table.fontMetrics()

    lines = lines_of("word " * 60 + "X" * 300, metrics, 80, 4)

    assert len(lines) == 4
    assert max(metrics.horizontalAdvance(line) for line in lines) <= 80


def many(partners, offers, skills):
    """A change that records as many partners and offers as a large cluster has."""
    held = tuple(make_skill(f"Skill {number}") for number in range(skills))
    known = tuple(
        make_partner(f"p{number}", name=f"Training centre {number} of the region") for number in range(partners)
    )
    offered = tuple(
        make_offer(held[number % skills].uri, f"p{number % partners}", number=number) for number in range(offers)
    )
    return SavePartners(partners=known, offers=offered, skills=held)


def test_coming_back_to_a_large_list_takes_less_than_a_tenth_of_a_second(page, qtbot):
    page.session.apply(many(partners=60, offers=300, skills=300))
    settled(page, qtbot)
    page.refresh(page.session.state)

    times = []
    for _ in range(3):
        begun = time.perf_counter()
        page.refresh(page.session.state)
        QApplication.processEvents()
        times.append(time.perf_counter() - begun)

    assert len(page.directory.table.rows.shown) == 74
    assert min(times) < 0.1


def begin_offer(page, qtbot):
    school = row_of(page, "Instituto de FP Valdorma")
    page.directory._follow(school.id)
    page.directory.panel.show_partner(school.id)
    page.directory.panel.form.begin(school.id, None)
    page.directory.panel.form.skill.begin_with("Beekeeping")
    return page.directory.panel.form


def test_a_half_typed_offer_waits_until_its_partner_is_looked_at_again(page, qtbot):
    school, fund = row_of(page, "Instituto de FP Valdorma"), row_of(page, "Fondo Comarcal de Formación")
    page.directory.open(school.id)
    click(page, "addOffer", qtbot)
    form = page.directory.panel.form
    form.skill.begin_with("Beekeeping")
    qtbot.keyClicks(form.cost, "450 EUR")
    form.fit.choose(Fit.YES)

    page.directory.table.row_chosen.emit(fund.id)
    was_hidden = form.isHidden()
    page.directory.table.row_chosen.emit(school.id)

    assert was_hidden
    assert form.isVisible()
    assert (form.skill.text(), form.cost.text(), form.fit.currentData()) == ("Beekeeping", "450 EUR", Fit.YES)
    click(page, "offerSave", qtbot)
    assert "450 EUR" in {offer.cost for offer in page.presenter.reading.offers(school.id)}
    assert page.presenter.reading.offers(fund.id) == ()
    page.directory.table.row_chosen.emit(fund.id)
    page.directory.table.row_chosen.emit(school.id)
    assert form.isHidden()


def test_places_may_be_typed_as_people_write_them(page, qtbot):
    form = begin_offer(page, qtbot)
    form.places.setText("ca. 21")

    qtbot.mouseClick(form.saving, Qt.MouseButton.LeftButton)

    places = {offer.id: offer.places_per_year for offer in page.session.state.snapshot.offers}
    assert list(places.values()).count(21) == 1


def test_places_that_are_no_number_are_complained_about_and_nothing_typed_is_lost(page, qtbot):
    form = begin_offer(page, qtbot)
    form.places.setText("many")
    form.cost.setText("free")
    before = page.session.state.snapshot.offers

    qtbot.mouseClick(form.saving, Qt.MouseButton.LeftButton)

    assert page.session.state.snapshot.offers == before
    assert not form.isHidden()
    assert (form.places.text(), form.cost.text()) == ("many", "free")


def test_pasting_that_could_not_be_saved_is_not_reported_as_pasted(page, qtbot):
    said = []
    page.say.connect(lambda tone, words: said.append(words))
    page.session.state.path.unlink()

    page.directory._paste(Paste(grid=(("New school", "University"),), columns=("name", "type"), rows=()))

    assert said == []


def test_list_read_while_somebody_adds_a_partner_overwrites_nobody(page, qtbot, tmp_path):
    table = tmp_path / "p.csv"
    table.write_text("name,type\nRead school,vet\n", encoding="utf-8")
    page.take_files([table])
    page.presenter.add("Typed school", PartnerType.VET)

    with qtbot.waitSignal(page.files.exchange.ended, timeout=20_000):
        pass

    names = {partner.name for partner in page.session.state.snapshot.partners}
    assert {"Read school", "Typed school"} <= names


def test_tab_walks_the_offer_form_from_top_to_bottom(page, qtbot):
    form = begin_offer(page, qtbot)
    expected = [form.form, form.places, form.fit, form.cost, form.funded, form.language, form.mode, form.evidence]
    page.window().activateWindow()
    form.skill.setFocus()

    reached = []
    for _ in expected:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())

    assert reached == expected


def test_a_mail_is_reworded_before_copying_and_the_words_stay(page, qtbot):
    click(page, "partnersView_introductions", qtbot)
    view = page.introductions
    proposed = view.mail.toPlainText()
    first, second = (row.key for row in view.list.rows.shown[:2])
    view.mail.setFocus()
    view.mail.moveCursor(QTextCursor.MoveOperation.End)

    qtbot.keyClicks(view.mail, " PS: coffee is on us.")
    view.list.choose(second, "title")
    other = view.mail.toPlainText()
    view.list.choose(first, "title")
    page.refresh(page.session.state)
    click(page, "copyMail", qtbot)

    assert QGuiApplication.clipboard().text() == f"{proposed} PS: coffee is on us."
    assert "coffee" not in other
    click(page, "restoreMail", qtbot)
    assert view.mail.toPlainText() == proposed
    assert not view.restoring.isVisible()


def test_the_mail_is_written_in_the_language_the_cluster_works_in(page, qtbot):
    info = page.session.state.snapshot.info
    page.session.apply(EditInfo(info=replace(info, language="es")))
    settled(page, qtbot)
    click(page, "partnersView_introductions", qtbot)

    mail = page.introductions.mail.toPlainText()

    assert mail.startswith("Asunto:")
    assert page.session.language == "en"


def test_who_knows_the_partner_already_stands_beside_the_firms_to_bring(page, qtbot):
    click(page, "partnersView_introductions", qtbot)
    entry = page.session.state.results.ecosystem.introductions[0]

    assert page.introductions.who.text().splitlines() == page.introductions.presenter.member_names(entry.introducers)
    assert page.introductions.firms.text().splitlines() == page.introductions.presenter.member_names(entry.members)
    assert [row.rank for row in page.introductions.list.rows.shown] == list(
        range(1, len(page.session.state.results.ecosystem.introductions) + 1)
    )


def test_coverage_as_a_table_lists_every_skill_that_is_needed_with_its_status(page, qtbot):
    click(page, "partnersView_coverage", qtbot)

    click(page, "coverageForm_table", qtbot)

    results = page.session.state.results
    rows = page.coverage.list.rows.shown
    needed = [item for item in results.skills if item.members]
    assert [row.uri for row in rows] == [item.uri for item in needed]
    assert [row.firms for row in rows] == [item.quantities.users for item in needed]
    texts = page.session.state.texts
    assert [row.status_words.casefold() for row in rows] == [
        texts.term(f"coverage_status.{item.coverage.status}").casefold() for item in needed
    ]
    assert not page.coverage.table.isVisible()


def test_a_skill_of_the_table_tells_firms_people_and_all_offers_behind_it(page, qtbot):
    click(page, "partnersView_coverage", qtbot)
    click(page, "coverageForm_table", qtbot)
    welding = next(row for row in page.coverage.list.rows.shown if row.label == "welding")

    page.coverage.list.choose(welding.uri, "skill")
    QApplication.processEvents()

    words = [
        label.text() for label in page.coverage.panel.findChildren(type(page.coverage.nothing)) if label.isVisible()
    ]
    snapshot = page.session.state.snapshot
    offering = {offer.partner for offer in snapshot.offers if offer.skill == welding.uri}
    names = {partner.name for partner in snapshot.partners if partner.id in offering}
    assert {f"Offered by {name}" for name in names} <= set(words)
    assert any("8 firms need it" in text for text in words)
    assert any("Talleres Ibarlan" in text for text in words)


def test_places_of_the_table_are_never_zero_where_nobody_counted(page, qtbot):
    click(page, "partnersView_coverage", qtbot)
    click(page, "coverageForm_table", qtbot)
    coverage = {item.uri: item.coverage for item in page.session.state.results.skills}

    shown = {row.places_words for row in page.coverage.list.rows.shown if not coverage[row.uri].places_known}

    assert shown <= {"", "?"}
    assert "0" not in shown


@pytest.mark.parametrize(
    ("offers", "shown"),
    [
        ([make_offer("Welding", places_per_year=0, fit=Fit.YES)], "0"),
        ([make_offer("Welding", places_per_year=0, fit=Fit.NO)], ""),
        ([make_offer("Welding", places_per_year=None, fit=Fit.YES)], "?"),
        ([], ""),
    ],
)
def test_no_places_that_somebody_counted_are_a_nought_in_the_table_too(offers, shown):
    results = assess(cluster_where([make_need()], partners=[make_partner()], offers=offers))

    (row,) = coverage_rows(results, load_texts("en"))

    assert row.places_words == shown


def test_a_partner_just_recorded_gets_its_level_and_place_in_the_cluster_beside_the_table(page, qtbot):
    click(page, "addPartner", qtbot)
    qtbot.keyClicks(find(page, "newPartnerName", QLineEdit), "Brand new school")
    page.directory.panel.new.type.choose(PartnerType.VET)
    click(page, "newPartnerAdd", qtbot)

    for key, words in (("type", "University"), ("level", "regional"), ("in_cluster", "yes"), ("stage", "2")):
        box = find(page.directory.panel, f"partner_{key}")
        assert box.isVisible()
        place = next(
            place
            for place in range(box.count())
            if words.casefold() in (str(box.itemData(place)), box.itemText(place).casefold())
        )
        box.setFocus()
        box.setCurrentIndex(0)
        for _ in range(place):
            qtbot.keyClick(box, Qt.Key.Key_Down)

    partner = next(one for one in page.session.state.snapshot.partners if one.name == "Brand new school")
    assert (partner.type, partner.level, partner.in_cluster, partner.stage) == ("university", "regional", True, 2)


def test_every_column_that_can_be_typed_into_is_in_sight_in_a_narrow_window(page, qtbot):
    before = page.window().size()
    current().set_zoom(1.25)
    try:
        page.window().resize(1366, 768)
        QApplication.processEvents()
        hidden = {
            one.key
            for place, one in enumerate(page.directory.table.rows.columns)
            if page.directory.table.isColumnHidden(place)
        }
        assert page.width() < 1366
        assert not hidden & set(EDITABLE)
    finally:
        current().set_zoom(1.0)
        page.window().resize(before)


def test_the_coverage_table_shows_its_figures_in_a_narrow_window(page, qtbot):
    before = page.window().size()
    current().set_zoom(1.25)
    try:
        page.window().resize(1366, 768)
        click(page, "partnersView_coverage", qtbot)
        click(page, "coverageForm_table", qtbot)
        QApplication.processEvents()
        table = page.coverage.list
        shown = {one.key for place, one in enumerate(table.rows.columns) if not table.isColumnHidden(place)}

        assert {"skill", "status", "firms", "people", "places"} <= shown
        assert table.horizontalHeader().length() <= table.viewport().width()
        assert table.columnWidth(1) >= current().px(130)
    finally:
        current().set_zoom(1.0)
        page.window().resize(before)


def test_the_choices_of_the_panel_keep_their_whole_height_beside_long_words(page, long_language):
    before = page.window().size()
    current().set_zoom(1.25)
    try:
        page.window().resize(1366, 768)
        page.directory.open(page.directory.table.rows.shown[0].id)
        QApplication.processEvents()
        QApplication.processEvents()

        for box in page.directory.panel.fields.boxes.values():
            field = box.parentWidget()
            assert field.height() >= field.heightForWidth(field.width())
    finally:
        current().set_zoom(1.0)
        page.window().resize(before)


def test_whether_a_partner_has_a_seat_in_a_body_of_the_cluster_is_chosen_in_its_panel(page, qtbot):
    known = next(one for one in page.session.state.snapshot.partners if one.governance is None)
    page.directory.open(known.id)
    box = find(page, "partner_governance")

    assert box.currentText() == "Not known"
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert partner_now(page, known.id).governance is True
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert partner_now(page, known.id).governance is False
    page.session.undo()
    page.session.undo()
    assert partner_now(page, known.id) == known


def partner_now(page, key):
    return next(one for one in page.session.state.snapshot.partners if one.id == key)


def test_the_contact_of_a_partner_is_erased_for_good_where_it_is_edited(page, qtbot):
    partner = page.session.state.snapshot.partners[0]
    page.session.apply(SavePartners(partners=(replace(partner, contact="Zoraida Quintanilla <z@quint.example>"),)))
    page.directory.table.choose(partner.id, "offers")
    page.directory.table.setFocus()
    qtbot.keyClick(page.directory.table, Qt.Key.Key_Return)
    click(page, "erasePartnerContact", qtbot)
    asked = find(page.window(), "eraseDialog")
    assert f"Zoraida Quintanilla <z@quint.example> ({partner.name})" in asked._title.text()

    click(asked, "eraseSure", qtbot)
    click(asked, "eraseNow", qtbot)
    qtbot.waitUntil(lambda: page.session.state.snapshot.partners[0].contact is None, timeout=60_000)
    qtbot.waitUntil(lambda: not page.session.pool.is_busy, timeout=60_000)

    assert page.directory.panel.contact.text() == ""
    assert not find(page, "erasePartnerContact").isVisible()
    page.session.undo()
    assert page.session.state.snapshot.partners[0].contact is None
    assert b"Quintanilla" not in page.session.state.path.read_bytes()
