"""A file whose name turns text round is called by its letters: in the list of files, the title and every sentence."""

import ast
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

import ui
from tests.support.ui import empty_assessment, find
from ui.plain_text import isolated
from ui.widgets.buttons import LinkButton
from ui.widgets.labels import FactLabel, Label

TURNED = "report\u202efdp"
SEEN = "reportfdp"
PLACES = {"{file}", "{files}", "{folder}", "{path}"}


@pytest.fixture(scope="module")
def steps():
    from tests.support.demo_pages import DEMO_STEPS

    return DEMO_STEPS


def names_put_into_sentences(tree):
    """Yield what is put in place of names of files and folders: where, and the code of it."""
    for call in ast.walk(tree):
        match call:
            case ast.Call(func=ast.Attribute(attr="replace"), args=[ast.Constant(value=str(place)), value]):
                given = [(place, value)]
            case ast.Call(func=ast.Attribute(attr="format"), keywords=keywords):
                given = [(f"{{{one.arg}}}", one.value) for one in keywords]
            case _:
                continue
        yield from ((call.lineno, ast.unparse(value)) for place, value in given if place in PLACES)


def test_names_of_files_stand_apart_in_every_sentence_of_the_window():
    found = [
        (f"{path.name}:{line}", value)
        for path in sorted(Path(ui.__file__).parent.rglob("*.py"))
        if "cli" not in path.parts
        for line, value in names_put_into_sentences(ast.parse(path.read_text(encoding="utf-8")))
    ]

    assert len(found) > 20
    # Words of our own may stand there, too: how many files.
    assert [one for one in found if "isolated(" not in one[1] and not one[1].startswith("self.tr(")] == []


def test_that_a_copy_was_saved_is_said_without_being_turned_round(window, tmp_path):
    window.files._say_copied(tmp_path / f"{TURNED}.fastmap")

    assert window.message_bar.sentence.text() == f"A copy was saved: \u2068{SEEN}.fastmap\u2069"
    window.message_bar.dismiss()


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
