"""Why there is no recommendation."""

import pytest

from fastmap.advice.nothing_left import why_nothing
from fastmap.catalogue.texts import load_texts, shipped_languages
from fastmap.model.choices import ActionStatus, PartnerType
from fastmap.report.build import build_report
from tests.report.whole_cluster import MADE_ON
from tests.support.builders import assess, make_action, make_partner, make_snapshot, shipped_catalogue
from ui.cli.summary import summary_lines

CATALOGUE = shipped_catalogue()
EVERYTHING = [make_action(str(reference), id=f"A{n:03}") for n, reference in enumerate(CATALOGUE.actions)]


def test_a_cluster_that_runs_everything_is_told_to_keep_it_and_what_is_not_in_place():
    stranger = make_partner("other", type=PartnerType.CLUSTER, stage=0)
    results = assess(make_snapshot(actions=EVERYTHING, partners=[stranger]))
    missing = [one.key for step in results.steps for one in step.indicators if one.met is False]

    said = load_texts("en").say(why_nothing(results, CATALOGUE))

    assert results.recommendations == ()
    assert "Every action of the framework runs already" in said
    assert missing
    assert all(load_texts("en").term(f"indicator.{key}.name") in said for key in missing)
    assert said in "\n".join(summary_lines(results, load_texts("en")))


@pytest.mark.parametrize("language", shipped_languages())
def test_every_edition_says_so_and_not_that_nothing_is_recorded(language):
    texts, results = load_texts(language), assess(make_snapshot(actions=EVERYTHING))

    for anonymous in (False, True):
        found = build_report(results, CATALOGUE, texts, anonymous=anonymous, made_on=MADE_ON)
        assert texts.say(why_nothing(results, CATALOGUE)) in repr(found)
        assert texts.term("report.decisions.none") not in repr(found)


def test_one_action_that_does_not_run_is_reason_enough_for_the_usual_sentence():
    first, *rest = EVERYTHING
    stopped = make_action(str(first.reference), id=first.id, status=ActionStatus.STOPPED)

    assert why_nothing(assess(make_snapshot(actions=[stopped, *rest])), CATALOGUE).key == "report.decisions.none"
    assert why_nothing(assess(make_snapshot()), CATALOGUE).key == "report.decisions.none"
