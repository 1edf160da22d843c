"""Pages are made in quiet moments, so that nobody waits for them."""

from dataclasses import replace

import pytest

from fastmap.changes import EditCluster


@pytest.fixture(scope="module")
def quiet_moment_ms():
    return 1


def test_all_pages_are_there_before_anybody_visits_them(with_sample, qtbot):
    workspace = with_sample.workspace
    keys = {step.key for step in with_sample._steps}

    qtbot.waitUntil(lambda: workspace._pages.keys() == keys and not workspace._stale, timeout=60_000)

    assert workspace.page.key == with_sample._steps[0].key


def test_a_page_visited_meanwhile_is_the_one_that_is_kept(with_sample, qtbot):
    workspace = with_sample.workspace
    last = with_sample._steps[-1].key

    visited = workspace.show_page(last)
    qtbot.waitUntil(lambda: len(workspace._pages) == len(with_sample._steps), timeout=60_000)

    assert workspace._pages[last] is visited
    assert workspace.page is visited


def test_no_page_is_prepared_while_edits_come_one_after_the_other(with_sample, qtbot, monkeypatch):
    workspace, session = with_sample.workspace, with_sample.session
    qtbot.waitUntil(lambda: not workspace._stale and len(workspace._pages) == len(with_sample._steps), timeout=60_000)
    monkeypatch.setattr("ui.frame.preparing.QUIET_MS", 60_000)
    with qtbot.waitSignal(session.results_ready, timeout=60_000):
        session.apply(EditCluster(cluster=replace(session.state.snapshot.cluster, name="Other")))
    qtbot.wait(300)
    assert workspace._stale

    monkeypatch.setattr("ui.frame.preparing.QUIET_MS", 0)

    qtbot.waitUntil(lambda: not workspace._stale, timeout=60_000)


def test_no_page_is_prepared_while_a_room_is_open_for_phones(with_sample, qtbot, monkeypatch):
    monkeypatch.setattr("ui.frame.preparing.QUIET_MS", 0)
    workspace, session = with_sample.workspace, with_sample.session
    qtbot.waitUntil(lambda: not workspace._stale and len(workspace._pages) == len(with_sample._steps), timeout=60_000)
    assert with_sample.workshop.keeper.open("127.0.0.1", port=0)
    with qtbot.waitSignal(session.results_ready, timeout=60_000):
        session.apply(EditCluster(cluster=replace(session.state.snapshot.cluster, name="Other")))
    qtbot.wait(300)
    assert workspace._stale

    with_sample.workshop.keeper.close()

    qtbot.waitUntil(lambda: not workspace._stale, timeout=60_000)


def test_nothing_is_prepared_for_a_file_that_was_closed(with_sample, qtbot):
    with_sample.session.close()

    qtbot.wait(50)

    assert not with_sample.workspace._pages
