from dataclasses import replace
from datetime import date

import pytest

from fastmap.catalogue.texts import load_texts
from fastmap.errors import Cancelled
from fastmap.model.ids import RefId
from fastmap.pipeline import STAGES, run
from fastmap.report.build import build_report
from tests.support.builders import (
    assess,
    cluster_where,
    make_action,
    make_member,
    make_need,
    make_partner,
    make_snapshot,
    shipped_catalogue,
)


def test_every_stage_is_announced_in_order_before_it_begins():
    heard: list = []

    run(make_snapshot(), shipped_catalogue(), heard.append)

    assert [progress.stage for progress in heard] == [f"progress.{stage}" for stage in STAGES]
    assert [(progress.done, progress.total) for progress in heard] == [(n, len(STAGES)) for n in range(len(STAGES))]


def test_listener_may_stop_the_run_at_any_stage():
    def stop(progress):
        if progress.stage == "progress.ecosystem":
            raise Cancelled

    with pytest.raises(Cancelled):
        run(make_snapshot(), shipped_catalogue(), stop)


def test_same_snapshot_gives_the_same_results_resampling_included():
    snapshot = cluster_where(*[[make_need("CAD"), make_need("Lean")]] * 4, [make_need("CAD")])

    assert assess(snapshot) == assess(snapshot)


def test_results_of_an_empty_file_are_present_and_empty():
    results = assess(make_snapshot())

    assert (results.skills, results.groups, results.unmatched, results.keep_and_deepen) == ((), (), (), ())
    assert len(results.grid) == 6
    assert results.quality.response_rate is None


def test_results_name_the_catalogue_they_rest_on():
    assert assess(make_snapshot()).catalogue == shipped_catalogue().stamp


def test_weak_foundations_mark_engage_to_be_prepared_before_advice_is_given():
    snapshot = make_snapshot(
        members=[make_member(number) for number in range(1, 11)],
        partners=[make_partner(in_cluster=True, stage=1)],
        actions=[make_action("B1")],
    )

    engage = next(step for step in assess(snapshot).steps if step.step == "engage")

    assert engage.prepare_first
    assert "response_rate" in engage.prepare


def test_running_action_is_kept_and_not_recommended_again():
    results = assess(cluster_where(*[[make_need("CAD", short_now=2)]] * 5, actions=[make_action("A4")]))

    assert [entry.reference for entry in results.keep_and_deepen] == ["A4"]
    assert "A4" not in {entry.reference for entry in results.recommendations}
    assert results.recommendations


@pytest.mark.parametrize("title", ["Own words", ""])
def test_an_action_that_names_none_of_this_catalogues_actions_counts_as_the_clusters_own(title):
    action = replace(make_action("A1"), reference=RefId('{"a": {}}'), title=title)
    results = assess(make_snapshot(actions=[action]))

    assert [(kept.reference, kept.title) for kept in results.snapshot.actions] == [(None, title)]
    for anonymous in (False, True):
        made_on = date(2026, 11, 30)
        assert build_report(results, shipped_catalogue(), load_texts("es"), anonymous=anonymous, made_on=made_on)
