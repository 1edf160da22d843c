"""The network view of the step Partners: map, table, filters, keys and pictures."""

import threading
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication

from fastmap.analysis import network_map
from fastmap.changes import SaveMembers, SavePartners
from fastmap.errors import Cancelled
from fastmap.model.choices import PartnerType, TieKind
from fastmap.progress import Progress
from fastmap.report.network_look import Shape
from tests.support.builders import make_member, make_partner
from tests.support.large_networks import large_network
from tests.support.ui import HOSTILE, accessible_name, controls, cut_texts, find
from ui.pages import partners_network, partners_network_asking, registry
from ui.widgets.network_canvas import CanvasLink, CanvasNode, NetworkCanvas
from ui.widgets.table.grid_text import parse_grid

SCHOOL, FIRM = "Instituto de FP Valdorma", "Grupo Peñazar"


@pytest.fixture(scope="module")
def steps():
    """The page that is looked at comes first: a window makes the first page of each file that it opens."""
    return (registry.step("partners"), registry.step("members"))


def shown(window, qtbot):
    """The view with its map."""
    page = window.workspace.show_page("partners")
    page._is_adding = True  # also without partners: the empty page is not what is looked at here
    page.refresh(page.session.state)
    click(page, "partnersView_network", qtbot)
    qtbot.waitUntil(lambda: page.network.presenter.reading is not None, timeout=20_000)
    return page.network


@pytest.fixture
def view(with_sample, qtbot):
    return shown(with_sample, qtbot)


@pytest.fixture
def page(with_sample, view):
    return with_sample.workspace.page


@pytest.fixture
def canvas(view):
    view.canvas.setFocus()
    return view.canvas


def click(parent, name, qtbot):
    qtbot.mouseClick(find(parent, name), Qt.MouseButton.LeftButton)


def node_of(view, name):
    return next(node.id for node in view.canvas._nodes.values() if node.name == name)


def place_of(view, name):
    node = view.canvas._nodes[node_of(view, name)]
    return view.canvas.view.to_screen(node.x, node.y).toPoint()


def full(view):
    """Names of who does not fade."""
    return {node.name for node in view.canvas._nodes.values() if view.canvas._painter.stands_out(node.id)}


def choose(box, value):
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def test_everybody_recorded_is_on_the_map_and_all_of_it_is_in_sight(view):
    snapshot = view.presenter.state.snapshot
    names = {member.name for member in snapshot.members} | {partner.name for partner in snapshot.partners}

    places = [view.canvas.view.to_screen(node.x, node.y).toPoint() for node in view.canvas._nodes.values()]

    assert full(view) == names
    assert not [place for place in places if not view.canvas.rect().contains(place)]


def test_a_click_looks_at_one_organisation_and_esc_at_all_again(view, qtbot):
    everybody = full(view)

    qtbot.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=place_of(view, SCHOOL))
    alone = full(view)

    assert view.panel.name.fact == SCHOOL
    assert alone == {SCHOOL} | {row.name for row in view.panel.neighbours.rows.shown}
    assert FIRM in alone
    assert len(alone) < len(everybody) / 2
    qtbot.keyClick(view.canvas, Qt.Key.Key_Escape)
    assert full(view) == everybody
    assert view.panel.stack.currentIndex() == 0


def test_a_click_beside_everything_leaves_too(view, qtbot):
    view.focus_on(node_of(view, SCHOOL))

    qtbot.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))

    assert view.presenter.choice.focus is None


def test_dragging_moves_the_map_and_chooses_nobody(view, qtbot):
    before, begin = place_of(view, SCHOOL), place_of(view, SCHOOL)

    qtbot.mousePress(view.canvas, Qt.MouseButton.LeftButton, pos=begin)
    qtbot.mouseMove(view.canvas, begin + QPoint(30, 12))
    qtbot.mouseMove(view.canvas, begin + QPoint(60, 24))
    qtbot.mouseRelease(view.canvas, Qt.MouseButton.LeftButton, pos=begin + QPoint(60, 24))

    assert place_of(view, SCHOOL) - before == QPoint(60, 24)
    assert view.presenter.choice.focus is None


def test_keys_zoom_move_and_bring_the_whole_map_back(view, canvas, qtbot):
    whole, at = canvas.view.scale, place_of(view, SCHOOL)

    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    larger = canvas.view.scale
    qtbot.keyClick(canvas, Qt.Key.Key_Minus)
    smaller = canvas.view.scale
    before = canvas.view.x
    qtbot.keyClick(canvas, Qt.Key.Key_Left)
    moved = canvas.view.x - before
    qtbot.keyClick(canvas, Qt.Key.Key_0)

    assert whole < smaller < larger
    assert moved > 0
    assert (canvas.view.scale, place_of(view, SCHOOL)) == (whole, at)


def test_the_wheel_zooms_around_the_mouse(view, canvas):
    at, scale = QPointF(place_of(view, SCHOOL)), canvas.view.scale
    none = (QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier)

    QApplication.sendEvent(canvas, QWheelEvent(at, at, *none, Qt.ScrollPhase.NoScrollPhase, False))

    assert canvas.view.scale > scale
    assert (QPointF(place_of(view, SCHOOL)) - at).manhattanLength() <= 2


def test_page_down_walks_through_the_organisations_and_tells_screen_readers(view, canvas, qtbot):
    qtbot.keyClick(canvas, Qt.Key.Key_PageDown)
    first = canvas.cursor_node
    qtbot.keyClick(canvas, Qt.Key.Key_PageDown)
    second = canvas.cursor_node
    described = QAccessible.queryAccessibleInterface(canvas).text(QAccessible.Text.Description)
    qtbot.keyClick(canvas, Qt.Key.Key_PageUp)

    assert canvas.cursor_node == first != second
    assert described == view.presenter.reading.sentence(second)
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert view.presenter.choice.focus == first


def test_ctrl_and_plus_is_left_to_the_window(canvas, qtbot):
    scale = canvas.view.scale

    qtbot.keyClick(canvas, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)

    assert canvas.view.scale == scale


def test_searching_finds_an_organisation_and_looks_at_it(view, qtbot):
    view.search.setFocus()
    qtbot.keyClicks(view.search, "valdorma")
    qtbot.waitUntil(lambda: view.search.is_open, timeout=5000)

    qtbot.keyClick(view.search, Qt.Key.Key_Return)

    assert view.panel.name.fact == SCHOOL
    assert view.canvas.hasFocus()


def test_filters_by_type_stage_and_skill_fade_the_others_and_reset_brings_them_back(view, qtbot):
    everybody, snapshot = full(view), view.presenter.state.snapshot
    universities = {one.name for one in snapshot.partners if one.type is PartnerType.UNIVERSITY}
    partners = {one.name for one in snapshot.partners}
    welding = next(skill.uri for skill in snapshot.skills if skill.label("en") == "welding")

    choose(view.type, PartnerType.UNIVERSITY)
    by_type = full(view)
    choose(view.type, None)
    choose(view.skill, welding)
    by_skill = full(view)
    click(view, "networkReset", qtbot)

    assert by_type & partners == universities
    assert by_skill & partners == {one.name for one in snapshot.partners if _offers(snapshot, one.id, welding)}
    assert len(by_skill - partners) == 8
    assert full(view) == everybody
    assert view.skill.currentData() is None


def _offers(snapshot, partner, skill):
    return any((offer.partner, offer.skill) == (partner, skill) for offer in snapshot.offers)


def test_brokers_and_lonely_members_can_be_pointed_out(view):
    measures = view.presenter.state.results.ecosystem.network

    view.highlight.setCurrentIndex(1)
    view.highlight.activated.emit(1)
    brokers = full(view)
    view.highlight.setCurrentIndex(2)
    view.highlight.activated.emit(2)

    assert len(brokers) == len(measures.brokers)
    assert brokers == {row.name for row in view.panel.brokers.rows.shown}
    assert len(full(view)) == len(measures.isolated) == len(view.panel.unlinked.rows.shown)


def test_the_table_holds_the_same_facts_sorts_them_and_is_copied_with_its_heads(view, qtbot):
    measures = view.presenter.state.results.ecosystem.network
    click(view, "networkForm_table", qtbot)
    table = view.table
    table.sortByColumn(3, Qt.SortOrder.DescendingOrder)

    click(view, "networkCopy", qtbot)

    rows = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert rows[0][:2] == ["Organisation", "What it is"]
    assert len(rows) == 1 + measures.nodes == 1 + len(table.rows.shown)
    links = [int(row[3]) for row in rows[1:]]
    assert links == sorted(measures.degree.values(), reverse=True)
    assert {row[0]: int(row[3]) for row in rows[1:]}[SCHOOL] == measures.degree[node_of(view, SCHOOL)]


def test_enter_in_the_table_looks_at_the_organisation_on_the_map(view, qtbot):
    click(view, "networkForm_table", qtbot)
    view.table.choose(node_of(view, SCHOOL), "name")
    view.table.setFocus()

    qtbot.keyClick(view.table, Qt.Key.Key_Return)

    assert view.stack.currentIndex() == 0
    assert view.panel.name.fact == SCHOOL


def test_the_map_follows_a_new_link_and_keeps_what_is_looked_at(page, view, qtbot):
    partner = next(one for one in page.session.state.snapshot.partners if one.name == "Fondo Comarcal de Formación")
    view.focus_on(node_of(view, partner.name))
    page.presenter.add_tie(partner.id, page.session.state.snapshot.members[0].code, TieKind.TRAINING)

    name = page.session.state.snapshot.members[0].name
    qtbot.waitUntil(lambda: [row.name for row in view.panel.neighbours.rows.shown] == [name], timeout=20_000)
    assert view.presenter.choice.focus == node_of(view, partner.name)


def test_a_filter_whose_type_is_gone_is_given_up(page, view, qtbot):
    universities = [one.id for one in page.session.state.snapshot.partners if one.type is PartnerType.UNIVERSITY]
    choose(view.type, PartnerType.UNIVERSITY)

    page.presenter.remove(universities)

    qtbot.waitUntil(lambda: view.type.findData(PartnerType.UNIVERSITY) < 0, timeout=20_000)
    assert view.type.currentData() is None
    assert len(full(view)) == len(view.canvas._nodes)


@pytest.mark.parametrize(("suffix", "action"), [(".png", "named"), (".svg", "anonymous")])
def test_pictures_are_saved_with_names_or_for_others(view, qtbot, tmp_path, monkeypatch, suffix, action):
    asked = []
    target = tmp_path / f"network{suffix}"
    monkeypatch.setattr(partners_network, "picture_to_write", lambda _, proposed: asked.append(proposed) or target)
    said = []
    view.say.connect(lambda tone, words: said.append((tone, words)))

    getattr(view, action).trigger()

    qtbot.waitUntil(lambda: bool(said), timeout=60_000)
    assert said == [("good", f"Picture saved: \u2068{target}\u2069")]
    assert target.stat().st_size > 10_000
    assert asked[0].suffix == ".png"
    if action == "anonymous":
        assert FIRM not in target.read_text(encoding="utf-8")


def test_a_picture_that_cannot_be_saved_is_told_by_its_reason(page, view, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(partners_network, "picture_to_write", lambda *_: tmp_path / "gone" / "x.png")

    with qtbot.waitSignal(page.session.failed, timeout=60_000) as failed:
        view.named.trigger()

    assert failed.args[0].code == "target_folder_missing"


@pytest.mark.parametrize(
    ("chosen", "kind", "expected"),
    [
        ("/x/map.png", "png", "map.png"),
        ("/x/map", "png", "map.png"),
        ("/x/map.v2", "png", "map.v2.png"),
        ("/x/map", "svg", "map.svg"),
        ("/x/map.svg", "png", "map.svg"),
        ("/x/map.png", "svg", "map.svg"),
    ],
)
def test_the_kind_of_picture_follows_name_and_choice(chosen, kind, expected, monkeypatch):
    def ask(_parent, _title, _proposed, kinds):
        png, svg = kinds.split(";;")
        return chosen, {"png": png, "svg": svg}[kind]

    monkeypatch.setattr(partners_network_asking.QFileDialog, "getSaveFileName", ask)

    assert partners_network_asking.picture_to_write(None, Path("/x/y.png")).name == expected


@pytest.mark.parametrize(
    ("members", "partners", "words", "goes_to"),
    [
        (0, 1, "No members are recorded yet", "members"),
        (1, 1, "Only one member is recorded", "members"),
        (3, 0, "No partners are recorded yet", None),
        (3, 2, "No link is recorded yet", None),
    ],
)
def test_what_is_missing_is_said_with_a_way_to_enter_it(with_empty, qtbot, members, partners, words, goes_to):
    session = with_empty.session
    if members:
        session.apply(SaveMembers(members=tuple(make_member(number + 1) for number in range(members))))
    session.apply(SavePartners(partners=tuple(make_partner(f"p{number}") for number in range(partners))))
    qtbot.waitUntil(lambda: session.state.results_are_current, timeout=20_000)

    view = shown(with_empty, qtbot)
    qtbot.waitUntil(lambda: words in view.missing_words.text(), timeout=20_000)
    gone = []
    view.step_wanted.connect(gone.append)
    click(view, "networkEnter", qtbot)

    assert gone == ([goes_to] if goes_to else [])
    if not goes_to:
        assert not view.isVisible()


def test_names_from_outside_are_shown_as_they_are(with_empty, qtbot):
    session = with_empty.session
    session.apply(SaveMembers(members=tuple(make_member(n, name=name[:300]) for n, name in enumerate(HOSTILE, 1))))
    session.apply(
        SavePartners(partners=tuple(make_partner(f"p{n}", name=name[:300]) for n, name in enumerate(HOSTILE)))
    )
    qtbot.waitUntil(lambda: session.state.results_are_current, timeout=20_000)
    view = shown(with_empty, qtbot)

    view.focus_on("p:p1")
    view.canvas.grab()

    assert view.panel.name.fact == HOSTILE[1]
    assert view.panel.name.textFormat() is Qt.TextFormat.PlainText


def test_showing_the_network_is_no_intention(page, view):
    session = page.session
    before = session.assessment.content_hash()

    view.focus_on(node_of(view, SCHOOL))
    view.reset()
    view.show_state(session.state)

    assert session.assessment.content_hash() == before


def test_no_name_on_a_large_map_covers_another_at_any_zoom(with_empty, qtbot):
    members, partners, ties = large_network()
    session = with_empty.session
    session.apply(SaveMembers(members=members))
    session.apply(SavePartners(partners=partners, ties=ties))
    qtbot.waitUntil(lambda: session.state.results_are_current, timeout=30_000)
    view = shown(with_empty, qtbot)
    qtbot.waitUntil(lambda: len(view.canvas._nodes) == 210, timeout=20_000)

    named = []
    for _ in range(8):
        view.canvas.settle()
        view.canvas.grab()
        boxes = list(view.canvas._painter._names[1].values())
        assert not [1 for place, one in enumerate(boxes) for other in boxes[place + 1 :] if one.meets(other)]
        named.append(len(boxes))
        view.canvas.zoom(1.5)

    assert named[0] > 8
    # Closer, everybody is named.
    assert named[-1] > 190


def test_the_canvas_alone_draws_what_it_is_given(qtbot, qapp):
    canvas = NetworkCanvas("map")
    qtbot.addWidget(canvas)
    look = {"shape": Shape.CIRCLE, "tone": "primary", "size": 20.0, "words": ""}
    nodes = [CanvasNode(id="a", x=0, y=0, name="A", **look), CanvasNode(id="b", x=200, y=0, name="B", **look)]
    canvas.resize(500, 300)
    canvas.show_map(nodes, [CanvasLink(here="a", there="b", width=2, dashed=False)], [])

    picture = canvas.grab().toImage()
    inside = canvas.view.to_screen(0, 0).toPoint()
    between = canvas.view.to_screen(100, 0).toPoint()
    corner = picture.pixelColor(2, 2)

    assert picture.pixelColor(inside) != corner
    assert picture.pixelColor(between) != corner
    assert canvas.node_at(QPointF(inside)) == "a"
    assert canvas.node_at(QPointF(between)) == ""


@pytest.mark.parametrize("form", ["map", "table"])
def test_every_control_is_named_large_enough_and_reached_by_tab(view, qtbot, form):
    click(view, f"networkForm_{form}", qtbot)
    view.window().activateWindow()
    wanted = set(controls(view))
    next(iter(wanted)).setFocus()
    reached = set()
    for _ in range(120):
        focus = QApplication.focusWidget()
        while focus is not None and focus is not view:
            reached.add(focus)
            focus = focus.parentWidget()
        view.window().focusNextChild()

    assert sorted(control.objectName() for control in wanted - reached) == []
    assert [control.objectName() for control in wanted if not accessible_name(control).strip()] == []
    assert [control.objectName() for control in wanted if control.width() < 24 or control.height() < 24] == []


@pytest.mark.parametrize("tab", ["facts", "legend"])
def test_nothing_is_cut_at_125_percent_with_texts_40_percent_longer(with_sample, long_language, qtbot, tab):
    window = with_sample
    window.theme.set_zoom(1.25)
    try:
        view = shown(window, qtbot)
        view.focus_on(node_of(view, SCHOOL))
        view.panel.show_tab(tab)
        qtbot.wait(20)

        assert cut_texts(view) == []
    finally:
        window.theme.set_zoom(1.0)


def test_names_move_along_while_one_zooms_and_find_new_places_afterwards(view, canvas, qtbot):
    canvas.settle()
    canvas.grab()
    placed = canvas._painter._names

    canvas.zoom(2.0)
    canvas.grab()
    while_zooming = canvas._painter._names

    assert while_zooming is placed
    qtbot.waitUntil(lambda: canvas._painter._names is not placed, timeout=5000)
    assert canvas._painter._names[0][0] == canvas.view.scale


def test_a_map_that_is_out_of_date_is_not_drawn_to_its_end(page, view, qtbot, monkeypatch):
    begun, stopped = threading.Event(), threading.Event()
    drawn = network_map.network_map

    def slowly(snapshot, *, progress):
        begun.set()
        for step in range(2000):
            try:
                progress(Progress(stage="progress.drawing_network", done=step))
            except Cancelled:
                stopped.set()
                raise
            time.sleep(0.01)
        return drawn(snapshot)

    partner, *_ = page.session.state.snapshot.partners
    member, other, *_ = page.session.state.snapshot.members
    monkeypatch.setattr(network_map, "network_map", slowly)
    page.presenter.add_tie(partner.id, member.code, TieKind.TRAINING)
    qtbot.waitUntil(begun.is_set, timeout=20_000)
    monkeypatch.setattr(network_map, "network_map", drawn)
    page.presenter.add_tie(partner.id, other.code, TieKind.TRAINING)

    qtbot.waitUntil(stopped.is_set, timeout=20_000)
    qtbot.waitUntil(lambda: view.presenter.reading.results is page.session.state.results, timeout=20_000)


def test_the_copied_table_holds_no_formula_and_its_figures_stay_figures(page, view, qtbot):
    partner = next(one for one in page.session.state.snapshot.partners if one.name == "Universidad del Alto Ferrana")
    page.presenter.edit_cell(partner.id, "name", "=HYPERLINK(1)")
    click(view, "networkForm_table", qtbot)
    qtbot.waitUntil(lambda: any(row.name == "=HYPERLINK(1)" for row in view.table.rows.shown), timeout=20_000)

    view.table.copy_all()

    _, *rows = parse_grid(QGuiApplication.clipboard().text())
    (line,) = [row for row in rows if "HYPERLINK" in row[0]]
    assert line[0] == "'=HYPERLINK(1)"
    assert line[3].isdecimal()
