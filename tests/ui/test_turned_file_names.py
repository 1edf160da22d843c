"""A file whose name turns text round is called by its letters: in the list of files, the title and every sentence."""

import pytest
from PySide6.QtWidgets import QLabel

from tests.support.ui import empty_assessment, find
from ui.plain_text import isolated
from ui.widgets.buttons import LinkButton
from ui.widgets.labels import FactLabel, Label

TURNED = "report\u202efdp"
SEEN = "reportfdp"


@pytest.fixture(scope="module")
def steps():
    from tests.support.demo_pages import DEMO_STEPS

    return DEMO_STEPS


def test_recent_files_are_listed_by_their_letters_and_still_open(window, qtbot, tmp_path):
    gone, there = tmp_path / f"{TURNED}2.fastmap", empty_assessment(tmp_path / f"{TURNED}.fastmap")
    window.recent.remember(gone, there)

    button = find(window, "recent_0", LinkButton)
    entries = window.menus._menus["recent"].actions()
    told = [button.text(), button.toolTip(), button.accessibleName()]
    told += [label.text() for label in window.start_page.findChildren(QLabel)]
    told += [text for entry in entries for text in (entry.text(), entry.statusTip())]

    assert SEEN in button.text()
    assert not [text for text in told if "\u202e" in text]
    button.click()
    assert window.session.state.path == there.resolve()
    assert window.windowTitle() == f"{SEEN} – fastmap"
    window.session.close()


def test_a_message_about_such_a_file_is_not_turned_round(window, tmp_path):
    foreign = tmp_path / f"{TURNED}.fastmap"
    foreign.write_text("Dear Sir or Madam")

    window.open_file(foreign)

    assert f"{SEEN}.fastmap" in window.message_bar.sentence.text()
    window.message_bar.dismiss()


def test_labels_keep_names_apart_and_pass_nothing_on_that_turns_them(qtbot):
    label, fact = Label(), FactLabel()
    qtbot.addWidget(label)
    qtbot.addWidget(fact)

    label.setText(f"Saved as {isolated(TURNED + chr(0x2069))}.")
    fact.set_fact(f"{TURNED}\u2067")

    assert label.text() == f"Saved as \u2068{SEEN}\u2069."
    assert fact.fact == SEEN
