"""Targets that a cluster sets itself hold everywhere in the steps; the catalogue's stay known beside them."""

import pytest

from fastmap.analysis.targets import changed_targets, with_targets_of
from fastmap.catalogue.reading import load_catalogue
from fastmap.catalogue.texts import load_texts
from fastmap.model.actions import IndicatorTarget
from fastmap.model.choices import MemberStatus
from tests.support.builders import assess, make_action, make_member, make_response, make_snapshot


def indicator(key, *targets, **parts):
    steps = assess(make_snapshot(targets=list(targets), **parts)).steps
    return next(item for step in steps for item in step.indicators if item.key == key)


def services(*targets):
    return indicator("alone_actions_running", *targets, actions=[make_action("A1"), make_action("A2")])


def test_without_a_choice_the_catalogues_target_holds():
    found = services()

    assert (found.value, found.target, found.met, found.catalogue_target) == (2, 3, False, None)


def test_an_own_target_decides_what_is_met_and_the_catalogues_stays_known():
    found = services(IndicatorTarget(key="alone_actions_running", target=2))

    assert (found.target, found.met, found.catalogue_target) == (2, True, 3)


def test_a_higher_target_can_be_missed():
    members = [make_member(number, status=MemberStatus.ASKED) for number in (1, 2)]
    parts = {"members": members, "responses": [make_response(1)]}

    assert indicator("response_rate", **parts).met is True
    assert indicator("response_rate", IndicatorTarget(key="response_rate", target=0.9), **parts).met is False


@pytest.mark.parametrize(
    "target",
    [
        IndicatorTarget(key="response_rate", target=1.5),
        IndicatorTarget(key="alone_actions_running", target=2.5),
        IndicatorTarget(key="alone_actions_running", target=3),  # the catalogue's own
        IndicatorTarget(key="monitoring_running", target=0),  # between yes and no there is nothing to choose
        IndicatorTarget(key="of_an_older_catalogue", target=1),
    ],
)
def test_a_target_that_an_indicator_cannot_have_changes_nothing(target):
    catalogue = load_catalogue()

    assert with_targets_of(make_snapshot(targets=[target]), catalogue) == catalogue


def test_the_targets_that_the_cluster_chose_are_said_beside_the_catalogues():
    snapshot = make_snapshot(
        targets=[
            IndicatorTarget(key="alone_actions_running", target=2),
            IndicatorTarget(key="response_rate", target=0.9),
        ]
    )

    changed = changed_targets(assess(snapshot).steps)

    assert load_texts("en").say(changed) == (
        "The cluster chose other targets than the catalogue for: “Members who answered”: 90% instead of 30% and "
        "“Basic skills services running”: 2 instead of 3."
    )
    assert changed_targets(assess(make_snapshot()).steps) is None


def test_the_reason_of_a_recommendation_names_the_target_that_holds():
    results = assess(
        make_snapshot(
            actions=[make_action("A1"), make_action("A2")],
            targets=[IndicatorTarget(key="alone_actions_running", target=4)],
        )
    )

    targets = {
        line.facts["target"]
        for item in results.recommendations
        for line in item.why
        if line.key == "indicator.alone_actions_running.not_met"
    }
    assert targets == {4}
