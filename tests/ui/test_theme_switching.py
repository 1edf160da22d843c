"""Light and dark: what is in sight changes at once, the rest before anybody sees it, and all of it in the end."""

import time
from collections import Counter

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from ui.pages import registry
from ui.theme.theme import Mode, restyle
from ui.widgets.labels import Label

PAGES = ("cluster", "members", "needs", "partners", "diagnosis", "actions", "next_steps")
SEEN_FIRST = "diagnosis"
STYLED = Qt.WidgetAttribute.WA_WState_Polished


@pytest.fixture(scope="module")
def steps():
    """The window has all its pages."""
    return registry.steps()


@pytest.fixture
def visited(with_sample, qtbot):
    """The window in light colours, with every page but the report made and one of them in sight."""
    with_sample.theme.set_mode(Mode.LIGHT)
    for key in (*PAGES, SEEN_FIRST):
        with_sample.workspace.show_page(key)
        QApplication.processEvents()
    qtbot.waitUntil(lambda: not with_sample.session.pool.is_busy, timeout=30_000)
    with_sample.theme.finish_recolouring()
    yield with_sample
    with_sample.theme.set_mode(Mode.LIGHT)
    with_sample.theme.finish_recolouring()


def colours(widget):
    """Return how many pixels of each colour a widget paints.

    Not where they are: columns of tables move by a pixel when their style is read again.
    """
    QApplication.processEvents()
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    image.fill(0)
    widget.render(image, QPoint())
    return Counter(memoryview(image.constBits()).cast("I"))


def strange(first, second):
    """Return the colours that one of two pictures paints a good deal of and the other not at all: no edges of letters."""
    return {
        hex(colour)
        for one, other in ((first, second), (second, first))
        for colour, count in one.items()
        if count >= 400 and colour not in other
    }


def waiting(window):
    return window.theme._switching.waiting


def test_what_is_in_sight_is_styled_at_once_and_the_thousands_beside_it_wait(visited):
    visited.theme.set_mode(Mode.DARK)

    everything = visited.findChildren(QWidget)
    assert all(widget.testAttribute(STYLED) for widget in everything if widget.isVisible())
    assert waiting(visited) > 1_000
    assert not any(widget.testAttribute(Qt.WidgetAttribute.WA_SetStyle) for widget in everything)


def test_a_page_shown_right_after_the_switch_has_the_colours_of_one_that_was_styled_with_all_others(visited):
    early, reference = {}, {}
    for key in PAGES:
        visited.workspace.show_page(SEEN_FIRST if key != SEEN_FIRST else "cluster")
        visited.theme.set_mode(Mode.LIGHT)
        visited.theme.set_mode(Mode.DARK)
        page = visited.workspace.show_page(key)
        early[key] = colours(page)
        assert all(widget.testAttribute(STYLED) for widget in page.findChildren(QWidget) if widget.isVisible())
    visited.theme.finish_recolouring()
    for key in PAGES:
        visited.theme.apply()  # everything, as it was done before
        reference[key] = colours(visited.workspace.show_page(key))

    assert {key: strange(early[key], reference[key]) for key in PAGES} == {key: set() for key in PAGES}
    assert all(len(found) > 3 for found in early.values())


def test_light_has_its_colours_again_after_dark(visited):
    before = {key: colours(visited.workspace.show_page(key)) for key in PAGES}
    visited.workspace.show_page(SEEN_FIRST)

    for mode in (Mode.DARK, Mode.LIGHT):
        visited.theme.set_mode(mode)

    after = {key: colours(visited.workspace.show_page(key)) for key in PAGES}
    assert {key: strange(after[key], before[key]) for key in PAGES} == {key: set() for key in PAGES}
    visited.theme.set_mode(Mode.DARK)
    assert len(strange(colours(visited.workspace.page), after[PAGES[-1]])) > 3  # the other colours would be noticed


def test_what_waits_is_styled_in_short_turns_while_nothing_else_is_to_do(visited, qtbot):
    visited.theme.set_mode(Mode.DARK)
    switching, longest = visited.theme._switching, 0.0

    while switching.waiting:
        started = time.thread_time()
        switching._take_turn()
        longest = max(longest, time.thread_time() - started)

    assert longest < 0.1
    assert all(widget.testAttribute(STYLED) for widget in visited.findChildren(QWidget) if widget.isVisible())
    assert not switching._turns.isActive()


def test_a_widget_that_goes_while_it_waits_harms_nothing(visited, qtbot):
    extra = QWidget(visited)
    extra.show()
    extra.hide()
    visited.theme.set_mode(Mode.DARK)
    assert extra in visited.theme._switching._waiting

    extra.setParent(None)
    extra.deleteLater()
    del extra

    qtbot.waitUntil(lambda: waiting(visited) == 0, timeout=20_000)


def test_a_property_that_changes_while_a_widget_waits_is_seen_when_it_is_shown(visited):
    label = next(one for one in visited.workspace.show_page("needs").findChildren(Label) if one.isVisible())
    visited.workspace.show_page(SEEN_FIRST)
    visited.theme.set_mode(Mode.DARK)

    restyle(label, complaint="true")
    visited.workspace.show_page("needs")

    assert label.palette().color(label.foregroundRole()) == visited.theme.colour("tone.bad")
    restyle(label, complaint="false")
    assert label.palette().color(label.foregroundRole()) != visited.theme.colour("tone.bad")


def test_the_size_changes_everything_at_once_even_while_colours_wait(visited):
    visited.theme.set_mode(Mode.DARK)
    assert waiting(visited)

    visited.theme.set_zoom(1.25)

    assert waiting(visited) == 0
    visited.theme.set_zoom(1.0)


def test_a_switch_takes_well_below_half_a_second_with_all_pages_made(visited):
    took = []
    for mode in (Mode.DARK, Mode.LIGHT, Mode.DARK):
        visited.theme.finish_recolouring()
        started = time.thread_time()
        visited.theme.set_mode(mode)
        QApplication.processEvents()
        took.append(time.thread_time() - started)

    assert min(took) < 0.35, took
