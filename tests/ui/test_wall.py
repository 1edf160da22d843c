"""The projector: what is painted and read out, in letters of which size, and what keys and edits do to it."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QWidget

from fastmap.changes import (
    CastBallotPapers,
    OpenBallot,
    PlanDecision,
    SaveActions,
    SaveMembers,
    SavePartners,
    SaveWorkshop,
)
from fastmap.model.choices import AgendaSubject, BallotSubject, Evidence, WallView
from fastmap.model.normalise import text_key
from fastmap.model.planning import DecisionPlan
from fastmap.model.workshop import AgendaItem, Ballot, BallotPaper, Workshop
from fastmap.tasks.ballots import options_of
from tests.support.painted import Paper
from tests.support.screens import Place, without_workshops
from tests.support.ui import HOSTILE
from ui.pages.diagnosis_map import Bubble, DemandSupplyMap
from ui.workshop.meeting import VIEWS

NOON = datetime(2026, 6, 2, 12, 0, tzinfo=UTC)
NAMES = ("Talleres Urkola, S.L.", "Öztürk & Söhne GmbH", "Ibarlan Precisión", *HOSTILE)
PARTNERS = ("Instituto Valdorma", "Escuela <b>Harrilan</b>", "Centro Tecnológico Ferrol-Eibtal")
WORKSHOP = Workshop(
    id="W001",
    held_on=date(2026, 6, 2),
    agenda=(
        AgendaItem(id="1", subject=AgendaSubject.PURPOSE, minutes=10, view=WallView.WELCOME),
        AgendaItem(
            id="2",
            subject=AgendaSubject.RANKING,
            minutes=20,
            view=WallView.RANKING,
            title=f"What {NAMES[0]} asks",
            decisions=f"{NAMES[1]} and {PARTNERS[0]} share a course",
        ),
        AgendaItem(id="3", subject=AgendaSubject.OTHER, minutes=5),
    ),
)


@pytest.fixture
def screens():
    """The projector alone; a test adds the laptop's own."""
    return [Place(0, 0, 1920, 1080)]


@pytest.fixture
def present(qapp, with_sample, screens, monkeypatch):
    """Press F5 in the sample; ends with the test."""
    monkeypatch.setattr("ui.workshop.present.screens_now", lambda: screens)
    without_workshops(with_sample)
    desk = with_sample.workshop

    def begin():
        with_sample.menus["present"].trigger()
        # The platform of the tests has a small screen of its own, which it insists on once.
        qapp.processEvents()
        desk.presentation.wall.resize(1920, 1080)
        return desk.presentation

    yield begin
    if desk.presentation is not None:
        desk.presentation.end()


def painted(wall):
    """Return everything that the wall paints."""
    paper = Paper(wall.width(), wall.height())
    painter = QPainter(paper)
    wall.draw(painter)
    painter.end()
    return paper.pieces


def everything_said(wall):
    """Return all words on the wall: painted, held by a widget, or read out."""
    words = [piece.text for piece in painted(wall)]
    for widget in (wall, *wall.findChildren(QWidget)):
        words += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(), widget.windowTitle()]
        if isinstance(widget, QLabel):
            words.append(widget.text())
    return " ".join(words)


def with_names(window, qtbot):
    """Put names wherever a person can type one, into every view."""
    session = window.session
    snapshot = session.state.snapshot
    members = [
        replace(member, name=name, partner_id=None) for member, name in zip(snapshot.members, NAMES, strict=False)
    ]
    partners = [replace(partner, name=name) for partner, name in zip(snapshot.partners, PARTNERS, strict=False)]
    every = [*NAMES, *PARTNERS]
    actions = [
        replace(action, title=f"Course with {name} and others")
        for action, name in zip(snapshot.actions, every, strict=False)
    ]
    session.apply(SaveMembers(members=tuple(members)))
    session.apply(SavePartners(partners=tuple(partners)))
    session.apply(SaveActions(actions=tuple(actions)))
    session.apply(SaveWorkshop(workshop=WORKSHOP))
    qtbot.waitUntil(lambda: session.state.results_are_current, timeout=20_000)
    results = session.state.results
    first = results.on_cards(3)[0]
    session.apply(PlanDecision(plan=DecisionPlan(recommendation=first.id, owner=NAMES[2])))
    actions_of = options_of(BallotSubject.ACTIONS, results)
    session.apply(
        OpenBallot(
            ballot=Ballot(
                id="B001",
                workshop="W001",
                subject=BallotSubject.ACTIONS,
                dots=3,
                options=actions_of,
                opened_at=NOON,
                is_live=True,
            )
        )
    )
    qtbot.waitUntil(lambda: session.state.results_are_current, timeout=20_000)


def names_in(words):
    """Return the names that ``words`` hold, however they are written."""
    key = f" {text_key(words)} "
    return [
        name
        for name in (*NAMES, *PARTNERS)
        if " ".join(name.split()) in words or (len(text_key(name)) > 8 and f" {text_key(name)} " in key)
    ]


def test_no_name_of_a_firm_or_partner_is_painted_or_read_out_on_any_view(with_sample, present, qtbot):
    with_names(with_sample, qtbot)
    presentation = present()
    found = {}

    for view in VIEWS:
        presentation.meeting.show_view(view)
        said = everything_said(presentation.wall)
        assert len(painted(presentation.wall)) > 3, view
        found[view] = names_in(said)

    assert found == {view: [] for view in VIEWS}


def test_n_twice_shows_names_under_a_mark_and_once_hides_them_again(with_sample, present, qtbot):
    with_names(with_sample, qtbot)
    presentation = present()
    presentation.meeting.show_view(WallView.READING)

    qtbot.keyClick(presentation.wall, Qt.Key.Key_N)
    assert not presentation.meeting.names_shown
    assert "N once more" in presentation.bar.keys.text()
    qtbot.keyClick(presentation.wall, Qt.Key.Key_N)

    assert NAMES[1] in everything_said(presentation.wall)
    assert presentation.bar.keys.isHidden()
    assert "Names of firms are shown" in {piece.text for piece in painted(presentation.wall)}

    qtbot.keyClick(presentation.wall, Qt.Key.Key_N)

    assert names_in(everything_said(presentation.wall)) == []
    assert "Names of firms are shown" not in {piece.text for piece in painted(presentation.wall)}


def test_names_are_off_again_the_next_time(with_sample, present, qtbot):
    presentation = present()
    for _ in range(2):
        qtbot.keyClick(presentation.wall, Qt.Key.Key_N)
    assert presentation.meeting.names_shown
    qtbot.keyClick(presentation.wall, Qt.Key.Key_Escape)

    assert not present().meeting.names_shown


def test_names_on_the_map_stand_whole_where_there_is_room(with_sample, qtbot):
    names = {
        "a": ("Elektromechanische Instandhaltung von Verpackungsanlagen", 4, 0.2),
        "b": ("Schweißen", 20, 0.1),
        "c": ("Fertigungsautomatisierung und Roboterprogrammierung", 9, 0.8),
    }
    shown = DemandSupplyMap("map")
    qtbot.addWidget(shown)
    shown.resize(1000, 500)
    shown.show_bubbles(
        [
            Bubble(
                uri=uri,
                label=label,
                sentence=label,
                demand=demand,
                supply=supply,
                people=demand,
                evidence=Evidence.SUPPORTED,
                tone="warn",
            )
            for uri, (label, demand, supply) in names.items()
        ],
        line=3,
    )

    paper = Paper(1000, 500)
    painter = QPainter(paper)
    shown.render(painter, QPoint(0, 0))
    painter.end()
    said = {piece.text for piece in paper.pieces}

    assert {label for label, _, _ in names.values()} <= said


@pytest.mark.parametrize("zoom", [1.0, 1.5])
def test_no_letter_is_smaller_than_twenty_pixels_at_1920_by_1080(with_sample, present, qtbot, zoom):
    with_names(with_sample, qtbot)
    with_sample.theme.set_zoom(zoom)
    try:
        presentation = present()
        presentation.meeting.show_names(shown=True)
        smallest = {}
        for view in VIEWS:
            presentation.meeting.show_view(view)
            assert presentation.wall.width() == 1920
            smallest[view] = min(piece.height_px for piece in painted(presentation.wall))
    finally:
        with_sample.theme.set_zoom(1.0)

    assert {view: height for view, height in smallest.items() if height < 20} == {}


def test_an_edit_shows_on_the_wall_at_once(with_sample, present, qtbot):
    presentation = present()
    presentation.meeting.show_view(WallView.GRID)
    action = with_sample.session.state.snapshot.actions[0]

    with_sample.session.apply(SaveActions(actions=(replace(action, title="Brand-new title"),)))

    qtbot.waitUntil(lambda: "Brand-new title" in everything_said(presentation.wall), timeout=2_000)


def test_dots_that_arrive_show_on_a_live_vote_at_once(with_sample, present, qtbot):
    with_names(with_sample, qtbot)
    presentation = present()
    presentation.meeting.show_view(WallView.VOTE)
    option = presentation.meeting.ballot.options[0]
    paper = BallotPaper(id="P1", ballot="B001", received_at=NOON, dots={option: 3})

    with_sample.session.apply(CastBallotPapers(papers=(paper,)))

    qtbot.waitUntil(lambda: "3 dots" in {piece.text for piece in painted(presentation.wall)}, timeout=2_000)


def test_clicker_and_number_keys_walk_through_the_views(present, qtbot):
    presentation = present()
    wall, seen = presentation.wall, [presentation.meeting.view]

    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_PageUp, Qt.Key.Key_7):
        qtbot.keyClick(wall, key)
        seen.append(presentation.meeting.view)

    assert seen == [*VIEWS[:4], VIEWS[2], VIEWS[6]]
    assert wall.page.objectName() == "wallGrid"


def test_with_an_agenda_the_clicker_walks_through_its_items_and_their_views(with_sample, present, qtbot):
    with_sample.session.apply(SaveWorkshop(workshop=WORKSHOP))
    presentation = present()
    seen = []

    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown):
        qtbot.keyClick(presentation.wall, key)
        seen.append((presentation.meeting.item_id, presentation.meeting.view))

    # The third has no view of its own, and there is no fourth.
    ranking = WallView.RANKING
    assert seen == [("1", WallView.WELCOME), ("2", ranking), ("3", ranking), ("3", ranking)]


def test_b_makes_the_wall_black_and_silent_until_it_is_pressed_again(present, qtbot):
    presentation = present()
    qtbot.keyClick(presentation.wall, Qt.Key.Key_B)
    black = presentation.wall.grab().toImage()

    assert {black.pixelColor(x, y).name() for x in (5, 900) for y in (5, 500)} == {"#000000"}
    assert presentation.wall.accessibleDescription() == ""

    qtbot.keyClick(presentation.wall, Qt.Key.Key_B)

    assert presentation.wall.grab().toImage().pixelColor(5, 5).name() != "#000000"


def test_escape_ends_the_presentation_and_present_begins_it_again(with_sample, present, qtbot):
    presentation = present()

    with qtbot.waitSignal(presentation.ended):
        qtbot.keyClick(presentation.wall, Qt.Key.Key_Escape)

    assert with_sample.workshop.presentation is None
    qtbot.mouseClick(with_sample.top_bar.present, Qt.MouseButton.LeftButton)
    assert with_sample.workshop.presentation is not None


def test_closing_the_file_ends_the_presentation(with_sample, present):
    present()

    with_sample.session.close()

    assert with_sample.workshop.presentation is None


def test_the_code_for_phones_stands_on_whole_pixels_and_goes_with_the_room(with_sample, present, qtbot):
    presentation, keeper = present(), with_sample.workshop.keeper
    presentation.meeting.show_view(WallView.PHONES)
    assert not presentation.wall.code.isVisible()
    assert "not open yet" in everything_said(presentation.wall)

    assert keeper.open("127.0.0.1", port=0)

    qtbot.waitUntil(presentation.wall.code.isVisible, timeout=2_000)
    assert presentation.wall.code.module_px() >= 8
    assert keeper.address in everything_said(presentation.wall)

    keeper.close()

    qtbot.waitUntil(lambda: not presentation.wall.code.isVisible(), timeout=2_000)
    told = everything_said(presentation.wall)
    assert "The room is closed" in told
    assert "not open yet" not in told


def test_cards_that_find_no_room_in_a_cell_are_counted(with_sample, present, qtbot):
    snapshot = with_sample.session.state.snapshot
    cell = snapshot.actions[0].cell
    many = [replace(snapshot.actions[0], id=f"X{number:02d}", title=f"Action {number}") for number in range(12)]
    with_sample.session.apply(SaveActions(actions=tuple(many)))
    presentation = present()

    presentation.meeting.show_view(WallView.GRID)

    frame = presentation.wall.canvas.findChild(QWidget, f"wallCell_{cell.scope}_{cell.complexity}")
    shown = [card for card in frame.cards if not card.isHidden()]
    there = sum(action.cell == cell for action in with_sample.session.state.snapshot.actions)
    assert 0 < len(shown) < there
    assert frame.more.text() == f"and {there - len(shown)} more"
    bottom = frame.mapTo(presentation.wall.canvas, frame.rect().bottomLeft()).y()
    assert bottom <= presentation.wall.canvas.height()


def test_more_decisions_than_the_wall_holds_are_walked_through(with_sample, present, qtbot):
    lines = "\n".join(f"Decision {number}" for number in range(40))
    item = replace(WORKSHOP.agenda[0], decisions=lines)
    with_sample.session.apply(SaveWorkshop(workshop=replace(WORKSHOP, agenda=(item,))))
    presentation = present()
    presentation.meeting.show_view(WallView.READING)
    assert "More below: arrow down" in {piece.text for piece in painted(presentation.wall)}

    for _ in range(40):
        qtbot.keyClick(presentation.wall, Qt.Key.Key_Down)

    said = {piece.text for piece in painted(presentation.wall)}
    assert "Decision 39" in said
    assert "More below: arrow down" not in said


def test_d_turns_the_wall_dark_and_light_again(with_sample, present, qtbot):
    presentation = present()
    presentation.meeting.show_view(WallView.RANKING)

    qtbot.keyClick(presentation.wall, Qt.Key.Key_D)
    dark = presentation.wall.grab().toImage().pixelColor(5, 5).lightness()
    qtbot.keyClick(presentation.wall, Qt.Key.Key_D)

    assert dark < 60
    assert presentation.wall.grab().toImage().pixelColor(5, 5).lightness() > 200
    assert len(painted(presentation.wall)) > 20


def test_what_is_on_the_wall_is_edited_in_the_window_while_the_wall_goes_on(with_sample, screens, present, qtbot):
    screens.insert(0, Place(0, 0, 1366, 768))
    screens[1] = Place(1366, 0, 1920, 1080)
    presentation = present()
    presentation.meeting.show_view(WallView.GRID)

    qtbot.mouseClick(presentation.manager.editing, Qt.MouseButton.LeftButton)

    assert with_sample.workspace.page.key == "actions"
    assert presentation.wall.isVisible()
    with_sample.menus["present"].trigger()
    assert with_sample.workshop.presentation is presentation
    assert presentation.manager.isVisible()


def test_a_view_whose_words_stay_is_not_made_anew(with_sample, present, qtbot):
    presentation = present()
    presentation.meeting.show_view(WallView.RANKING)
    before = presentation.wall.page.lines.holder
    workshop = replace(WORKSHOP, place="Room 2")

    with qtbot.waitSignal(presentation.meeting.changed, timeout=2_000):
        with_sample.session.apply(SaveWorkshop(workshop=workshop))

    assert presentation.wall.page.lines.holder is before
