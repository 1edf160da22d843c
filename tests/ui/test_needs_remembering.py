"""Decisions about texts that come from elsewhere: a table, the round before."""

from dataclasses import replace

from PySide6.QtTest import QTest

from fastmap.changes import EditInfo, ImportResponses, RecallDecisions
from fastmap.model.choices import MappingHow
from fastmap.model.responses import Need
from fastmap.model.skills import Split, SplitPart
from tests.support import needs_fixtures
from tests.support.needs_page import (
    ENTER,
    decided,
    response_of,
    skills_of,
    snapshot_of,
    take_decisions_back,
    wait_for_proposals,
)

steps = needs_fixtures.steps
page = needs_fixtures.page
desk = needs_fixtures.desk


def test_decisions_are_saved_and_taken_over_and_disagreement_is_listed(desk, qtbot, tmp_path):
    said = []
    desk.say.connect(lambda tone, words: said.append((tone, words)))
    table = tmp_path / "decisions.csv"
    desk.exchange.pass_on(table)
    qtbot.waitUntil(table.exists, timeout=5_000)
    lines = table.read_text("utf-8-sig").splitlines()
    assert len(lines) == 1 + len(snapshot_of(desk).mappings)

    table.write_text(
        "text,language,label,decision\nGraphic design,en,Design,\nCAD/CAM,en,,set_aside\nnever heard,en,Other,\n"
    )
    desk.exchange.take_over(table)
    qtbot.waitUntil(lambda: len(said) > 1, timeout=10_000)

    assert said[1][0] == "warn"
    graphic = next(mapping for key, mapping in decided(desk).items() if key == ("graphic design", "en"))
    assert graphic.how is MappingHow.REMEMBERED
    assert ("cad cam", "en") in decided(desk)
    assert len(desk.placing.table.rows.shown) == 1
    assert desk.placing.card.elsewhere.isVisible()
    assert "set aside" in desk.placing.card.elsewhere.text()
    desk.placing.filters.by_doubt.setCurrentIndex(desk.placing.filters.by_doubt.findData("remembered"))
    assert skills_of(desk) == ["Design"]
    desk.placing.table.setFocus()
    QTest.keyClick(desk.placing.table, ENTER)
    assert decided(desk)["graphic design", "en"].how is MappingHow.BY_HAND


def test_the_previous_round_is_offered_and_taken_over(desk, qtbot, sample_bytes, tmp_path):
    (tmp_path / "last year.fastmap").write_bytes(sample_bytes)
    texts = take_decisions_back(desk)
    info = snapshot_of(desk).info
    desk.session.apply(EditInfo(info=replace(info, previous_file="last year.fastmap")))
    desk.refresh(desk.session.state)
    qtbot.waitUntil(desk.placing.foot.recalling.isVisible, timeout=10_000)
    desk.placing.foot.recalling.click()
    qtbot.waitUntil(lambda: len(decided(desk)) == len(texts), timeout=10_000)

    assert {mapping.how for mapping in decided(desk).values()} == {MappingHow.REMEMBERED}
    assert desk.session.undo_message.key == "change.recall_decisions"


def test_a_remembered_split_is_confirmed_like_any_other_decision(desk, qtbot):
    text_id = ("welding cad", "en")
    welding, cad = snapshot_of(desk).skills[:2]
    member = snapshot_of(desk).members[0].code
    parts = (SplitPart(text="welding", skill=welding.uri), SplitPart(text="CAD", skill=cad.uri))
    split = Split(text_key=text_id[0], language=text_id[1], parts=parts, how=MappingHow.REMEMBERED)
    answer = response_of(member, (Need(row=1, skill_text="welding, CAD"),), 77, language="en")
    desk.session.apply(ImportResponses(responses=(answer,)))
    desk.session.apply(RecallDecisions(splits=(split,)))
    desk.refresh(desk.session.state)
    wait_for_proposals(desk, qtbot)
    desk.placing.filters.chips["decided"].click()
    desk.placing.filters.by_doubt.setCurrentIndex(desk.placing.filters.by_doubt.findData("remembered"))
    desk.placing.table.choose(desk.placing.table.rows.shown[0].key)
    desk.placing.table.setFocus()

    QTest.keyClick(desk.placing.table, ENTER)

    assert {one.how for one in snapshot_of(desk).splits} == {MappingHow.BY_HAND}
    desk.session.undo()
    assert {one.how for one in snapshot_of(desk).splits} == {MappingHow.REMEMBERED}
