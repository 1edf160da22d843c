"""Rounds in the window: starting the next one, and the tab that compares with the last one."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from fastmap.assessment import Assessment
from fastmap.changes import EditInfo, ImportResponses, SaveMembers
from fastmap.model.choices import MemberStatus
from fastmap.model.organisations import Cluster
from tests.support.ui import find
from ui.frame import asking
from ui.frame.round_dialog import RoundDialog
from ui.pages import diagnosis_earlier, registry

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(scope="module")
def steps():
    """The page that is looked at comes first: a window makes the first page of each file that it opens."""
    return (registry.step("diagnosis"), registry.step("members"), registry.step("needs"))


@pytest.fixture
def page(with_sample, qtbot):
    page = with_sample.workspace.show_page("diagnosis")
    qtbot.mouseClick(find(page, "diagnosisPart_now"), LEFT)
    qtbot.waitUntil(page.ranking.isVisible)
    return page


def settled(window, qtbot):
    qtbot.waitUntil(lambda: window.session.state.results_are_current, timeout=20_000)


def since(page, qtbot, part=""):
    qtbot.mouseClick(find(page, "diagnosisPart_since"), LEFT)
    if part:
        qtbot.mouseClick(find(page, f"sincePart_{part}"), LEFT)
    return page.since


# --- the tab ----------------------------------------------------------------------------------------------------------


def test_the_tab_shows_what_became_of_the_same_firms_needs(page, qtbot):
    view = since(page, qtbot)

    assert view.isVisible()
    assert not page.ranking.isVisible()
    assert find(view, "sinceOpening").text() == "18 firms answered both round 2023 and round 2026."
    rows = view.tables["needs"].rows.shown
    totals = page.session.state.results.since_last_round.totals
    numbers = [label.text() for label in view.figures.findChildren(QLabel) if label.property("role") == "title"]
    assert numbers == [str(count) for count in totals.values()]
    assert rows[0].label == "CNC programming"


def test_the_chosen_skill_says_which_firms_by_keyboard_too(page, qtbot):
    view = since(page, qtbot)
    table = view.tables["needs"]
    table.setFocus()
    table.choose(table.rows.shown[0].uri, "skill")

    qtbot.keyClick(table, Qt.Key.Key_Down)

    note = find(view, "sinceNote").text()
    assert "Still there, worse: " in note
    assert all(name in note for _, names in table.rows.shown[1].firms for name in names)


@pytest.mark.parametrize("part", ["verdicts", "ranks", "actions", "members"])
def test_every_part_has_its_rows(page, qtbot, part):
    view = since(page, qtbot, part)
    found = page.session.state.results.since_last_round

    shown = view.tables[part].rows.shown
    counts = {
        "verdicts": len(found.verdicts),
        "ranks": len(found.ranks),
        "actions": len(found.actions),
        "members": 3 + 2 + 4 + 7,
    }
    assert view.tables[part].isVisible()
    assert len(shown) == counts[part] > 0


def test_a_move_within_the_noise_has_no_colour_and_one_beyond_it_has(page, qtbot):
    rows = since(page, qtbot, "ranks").tables["ranks"].rows.shown

    assert {row.move_tone for row in rows if row.move == "within the noise"} == {None}
    assert {row.move_tone for row in rows if row.move.endswith("up")} == {"warn"}


def test_comparing_can_be_ended_and_that_undone(page, qtbot, with_sample):
    view = since(page, qtbot)

    qtbot.mouseClick(find(view, "forgetEarlier"), LEFT)
    settled(with_sample, qtbot)
    assert find(view, "sinceEmptyPrimary").isVisible()

    with_sample.session.undo()
    settled(with_sample, qtbot)
    assert find(view, "sinceOpening").isVisible()


@pytest.fixture
def earlier_file(tmp_path, sample_bytes):
    """A file of the same cluster with a round of its own."""
    path = tmp_path / "Ferrana 2020.fastmap"
    with Assessment.create(
        path,
        cluster=Cluster(name="Ferrana Advanced Manufacturing Cluster (fictional)", country="ES"),
        round_label="2020",
    ) as made:
        copy = tmp_path / "source.fastmap"
        copy.write_bytes(sample_bytes)
        with Assessment.open(copy, read_only=True) as source:
            snapshot = source.snapshot()
        made.apply(SaveMembers(members=tuple(replace(member, partner_id=None) for member in snapshot.members)))
        made.apply(ImportResponses(responses=snapshot.responses[:5]))
    return path


def test_another_earlier_file_is_taken_in(page, qtbot, with_sample, earlier_file, monkeypatch):
    monkeypatch.setattr(diagnosis_earlier, "earlier_file", lambda *_: earlier_file)

    with_sample.menus["compare"].trigger()
    qtbot.waitUntil(lambda: with_sample.session.state.snapshot.earlier.round_label == "2020", timeout=20_000)
    settled(with_sample, qtbot)

    assert find(page, "sinceOpening").text() == "5 firms answered both round 2020 and round 2026."
    assert with_sample.session.undo_message.key == "change.keep_earlier_round"


@pytest.mark.parametrize("meant", [False, True])
def test_another_clusters_file_is_taken_only_after_asking(page, qtbot, with_sample, tmp_path, monkeypatch, meant):
    path = tmp_path / "wood.fastmap"
    Assessment.create(path, cluster=Cluster(name="Wood", country="FI"), round_label="2020").close()
    asked = []
    monkeypatch.setattr(diagnosis_earlier, "earlier_file", lambda *_: path)
    monkeypatch.setattr(diagnosis_earlier, "means_other_cluster", lambda *said: asked.append(said[1]) or meant)

    qtbot.mouseClick(find(since(page, qtbot), "compareEarlier"), LEFT)
    qtbot.waitUntil(lambda: bool(asked), timeout=20_000)
    settled(with_sample, qtbot)

    assert asked == ["\u2068wood.fastmap\u2069 is about \u2068Wood\u2069. Is it the round you mean?"]
    assert (with_sample.session.state.snapshot.earlier.cluster == "Wood") is meant
    if meant:
        assert "another cluster's" in find(page.since.flags, "qualityWarningWords").text()


def test_this_very_file_is_refused_in_words(page, qtbot, with_sample, monkeypatch):
    monkeypatch.setattr(diagnosis_earlier, "earlier_file", lambda *_: with_sample.session.state.path)

    with qtbot.waitSignal(with_sample.session.failed, timeout=20_000) as caught:
        qtbot.mouseClick(find(since(page, qtbot), "compareEarlier"), LEFT)

    assert caught.args[0].code == "previous_is_this_file"
    assert with_sample.session.state.snapshot.earlier.round_label == "2023"


# --- the next round ---------------------------------------------------------------------------------------------------


def test_the_next_round_is_started_from_the_open_file_and_opened(with_sample, qtbot):
    old = with_sample.session.state.path
    before = old.read_bytes()
    with_sample.menus["new_round"].trigger()
    dialog = find(with_sample, "roundDialog", RoundDialog)
    assert find(dialog, "roundOld", QLineEdit).text() == str(old)
    label = find(dialog, "roundLabel", QLineEdit)

    label.selectAll()
    qtbot.keyClicks(label, "2028")
    qtbot.keyClick(label, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: with_sample.session.state.path != old, timeout=20_000)

    state = with_sample.session.state
    assert (state.path.name, state.snapshot.info.round_label) == ("Sample 2028.fastmap", "2028")
    assert {member.status for member in state.snapshot.members} == {MemberStatus.NOT_ASKED}
    assert state.snapshot.earlier.round_label == "2026"
    said = [label.text() for label in with_sample.message_bar.findChildren(QLabel)]
    assert "Round 2028 is begun with 40 members, none of them asked yet." in said
    assert old.read_bytes() == before
    qtbot.waitUntil(lambda: with_sample.findChild(RoundDialog) is None)


def test_from_the_start_page_a_file_is_chosen_and_what_is_missing_is_said(
    window, qtbot, tmp_path, sample_bytes, monkeypatch
):
    old = tmp_path / "Metal 2026.fastmap"
    old.write_bytes(sample_bytes)
    monkeypatch.setattr(asking, "file_to_open", lambda *_: old)
    monkeypatch.setattr(asking, "documents_folder", lambda: tmp_path)

    qtbot.mouseClick(find(window, "startRound"), LEFT)
    dialog = find(window, "roundDialog", RoundDialog)
    qtbot.mouseClick(find(dialog, "roundMake"), LEFT)
    complaints = [label.text() for label in dialog.findChildren(QLabel) if label.property("complaint") == "true"]
    assert "Choose the file of the last round." in complaints

    qtbot.mouseClick(find(dialog, "roundChooseOld"), LEFT)
    find(dialog, "roundLabel", QLineEdit).setText("2026")
    qtbot.mouseClick(find(dialog, "roundMake"), LEFT)
    qtbot.waitUntil(
        lambda: any(
            "is round 2026 already" in label.text()
            for label in dialog.findChildren(QLabel)
            if label.property("complaint") == "true"
        ),
        timeout=20_000,
    )
    assert find(dialog, "roundMake").isEnabled()
    assert [path.name for path in tmp_path.glob("*.fastmap")] == ["Metal 2026.fastmap"]
    dialog.reject()


def test_a_round_without_answers_is_compared_once_somebody_answered(with_sample, qtbot):
    """The journey: start the next round, take answers in, see what became of the needs."""
    responses = with_sample.session.state.snapshot.responses
    with_sample.menus["new_round"].trigger()
    dialog = find(with_sample, "roundDialog", RoundDialog)
    old = with_sample.session.state.path
    find(dialog, "roundLabel", QLineEdit).setText("2028")
    qtbot.mouseClick(find(dialog, "roundMake"), LEFT)
    qtbot.waitUntil(lambda: with_sample.session.state.path != old, timeout=20_000)
    session = with_sample.session
    session.apply(ImportResponses(responses=tuple(replace(one, id=f"again-{one.id}") for one in responses)))
    session.apply(EditInfo(info=replace(session.state.snapshot.info, title="Second round")))
    settled(with_sample, qtbot)

    page = with_sample.workspace.show_page("diagnosis")
    view = since(page, qtbot)

    assert find(view, "sinceOpening").text() == "25 firms answered both round 2026 and round 2028."
    assert not view.tables["verdicts"].rows.shown
    qtbot.mouseClick(find(page, "sincePart_verdicts"), LEFT)
    assert find(view, "sinceNothing").text() == "No verdict differs from that of the round before."
