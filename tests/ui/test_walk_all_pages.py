"""What holds for every page there is: names, sizes, plain text, nothing cut. New pages are covered by themselves."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from fastmap.changes import EditCluster, SaveMembers
from fastmap.model.ids import MemberCode
from fastmap.model.organisations import Cluster, Member
from tests.support.demo_pages import DEMO_STEPS
from tests.support.ui import HOSTILE, accessible_name, controls, cut_texts, empty_assessment
from ui.pages import registry

REAL = registry.steps()
STEPS = REAL or DEMO_STEPS
KEYS = [step.key for step in STEPS]


@pytest.fixture(scope="module")
def steps():
    return STEPS


@pytest.fixture(scope="module", params=["sample", "empty"])
def file(request, sample_bytes, tmp_path_factory):
    """An assessment that every test of the module may look at."""
    path = tmp_path_factory.mktemp("walked") / "Walked.fastmap"
    if request.param == "sample":
        path.write_bytes(sample_bytes)
        return path
    return empty_assessment(path)


@pytest.fixture
def opened(window, file, qtbot):
    """The window with the file open; opened once for all tests that only look, so that pages are made once."""
    if not (window.session.is_open and window.session.state.path == file):
        return open_anew(window, file, qtbot)
    return window


@pytest.fixture
def opened_anew(window, file, qtbot):
    """The window with the file just opened: pages are made by the test that shows them."""
    return open_anew(window, file, qtbot)


def open_anew(window, file, qtbot):
    window.session.close()
    window.open_file(file)
    qtbot.waitUntil(lambda: window.session.state.results_are_current, timeout=20_000)
    return window


def shown(window, key, qtbot):
    """The page of a step, laid out."""
    page = window.workspace.show_page(key)
    QApplication.processEvents()
    qtbot.wait(1)
    return page


@pytest.mark.parametrize("key", KEYS)
def test_every_control_has_a_name_for_screen_readers_and_for_tests(opened, key, qtbot):
    page = shown(opened, key, qtbot)

    nameless = [repr(control) for control in controls(page) if not accessible_name(control).strip()]
    unknown = [repr(control) for control in controls(page) if not control.objectName()]

    assert nameless == []
    assert unknown == []


@pytest.mark.parametrize("key", KEYS)
def test_object_names_are_unique_among_what_is_in_sight(opened, key, qtbot):
    page = shown(opened, key, qtbot)

    names = [control.objectName() for control in controls(page)]

    assert sorted({name for name in names if names.count(name) > 1}) == []


@pytest.mark.parametrize("key", KEYS)
def test_every_target_is_large_enough_to_hit(opened, key, qtbot):
    page = shown(opened, key, qtbot)

    small = [
        f"{control.objectName()}: {control.width()} × {control.height()}"
        for control in controls(page)
        if control.width() < 24 or control.height() < 24
    ]

    assert small == []


@pytest.mark.parametrize("key", KEYS)
def test_no_label_guesses_that_text_is_markup(with_empty, key, qtbot):
    session = with_empty.session
    session.apply(EditCluster(cluster=Cluster(name=HOSTILE[0], country="ES")))
    session.apply(
        SaveMembers(
            members=tuple(
                Member(code=MemberCode(f"M{number:03}"), name=name[:300])
                for number, name in enumerate(HOSTILE, start=1)
            )
        )
    )
    shown(with_empty, key, qtbot)

    guessing = [
        label.objectName() or label.text()
        for label in with_empty.findChildren(QLabel)
        if label.textFormat() != Qt.TextFormat.PlainText and label.isVisible()
    ]

    assert guessing == []


@pytest.mark.parametrize("key", KEYS)
def test_nothing_is_cut_at_125_percent_with_texts_40_percent_longer(opened_anew, key, long_language, qtbot):
    window = opened_anew
    window.theme.set_zoom(1.25)
    try:
        shown(window, key, qtbot)
        qtbot.wait(20)

        assert cut_texts(window) == []
    finally:
        window.theme.set_zoom(1.0)


@pytest.mark.parametrize("key", KEYS)
def test_showing_a_state_again_changes_nothing_in_the_file(opened, key, qtbot):
    page = shown(opened, key, qtbot)
    before = opened.session.assessment.content_hash()

    page.refresh(opened.session.state)

    assert opened.session.assessment.content_hash() == before


@pytest.mark.parametrize("key", KEYS)
def test_every_step_has_a_fact_and_help(opened, key, qtbot):
    page = shown(opened, key, qtbot)
    state = opened.session.state

    assert page.fact(state.snapshot, state.results).sentence.strip()
    assert page.fact(state.snapshot, None).sentence.strip()
    assert len(page.help_text()) > 20


@pytest.mark.parametrize("key", KEYS)
def test_tab_reaches_every_control_of_the_page(opened, key, qtbot):
    page = shown(opened, key, qtbot)
    opened.activateWindow()
    wanted = {control for control in controls(page) if control.isEnabled()}  # Tab passes what is switched off
    if not wanted:
        return
    first = next(iter(wanted))
    first.setFocus()
    reached = set()

    for _ in range(400):
        focus = QApplication.focusWidget()
        while focus is not None and focus is not opened:
            reached.add(focus)
            focus = focus.parentWidget()
        # What can be reached as a group counts as reached: arrows walk inside it.
        if wanted <= reached:
            break
        opened.focusNextChild()

    assert sorted(control.objectName() for control in wanted - reached) == []
