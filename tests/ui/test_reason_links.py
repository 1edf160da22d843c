"""Every number in every "why" leads to the page that holds it, in two clicks at most."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from fastmap.catalogue.reading import load_catalogue
from fastmap.model.choices import Step
from fastmap.model.messages import Labels, Share
from fastmap.pipeline import run
from tests.support.random_clusters import clusters
from tests.support.ui import find
from ui.pages.next_steps_pages import page_of_reason, step_of_reason
from ui.pages.registry import ALL_STEPS
from ui.widgets.buttons import LinkButton


@pytest.fixture(scope="module")
def steps():
    return ALL_STEPS


@pytest.fixture
def page(with_sample, qtbot):
    page = with_sample.workspace.show_page("next_steps")
    qtbot.waitUntil(lambda: page.session.state.results_are_current, timeout=20_000)
    return page


FIGURES_OF_PAGE = {
    # Which facts a page shows as numbers, by the beginning of the reason that names them.
    "diagnosis": (
        "advice.why.firms",
        "advice.why.people",
        "advice.why.hires",
        "advice.why.unused",
        "advice.why.strategic",
    ),
    "partners": ("advice.why.coverage", "advice.why.actor"),
    "actions": ("advice.why.empty_cell",),
}


def numbers_of(line):
    """Return the numbers among the facts of a reason, shares included."""
    return [
        fact
        for fact in line.facts.values()
        if isinstance(fact, Share) or (isinstance(fact, int | float) and not isinstance(fact, bool))
    ]


def test_every_number_of_every_reason_of_the_sample_is_two_clicks_away_from_its_page(page):
    results, workspace = page.session.state.results, page.window().workspace
    page.more.click()
    assert all(item.why for item in results.recommendations)
    for item in results.recommendations:
        recommendation = page._cards[item.id]
        if not recommendation.is_open:
            recommendation.toggle.click()  # the first click
        reached, steps = set(), set()
        for link in recommendation.box.findChildren(LinkButton):  # each is a second click
            link.click()
            if link.objectName().startswith("reasonToStep_"):
                assert workspace.page is page
                assert page.panel.isVisible()
                steps.add(page.path.step)
                page._close_step()
            else:
                reached.add(workspace.page.key)
                workspace.show_page("next_steps")
        for line in item.why:
            if not numbers_of(line):
                continue
            if line.key.startswith("indicator."):
                key = line.key.split(".")[1]
                step = next(one.step for one in results.steps if key in {entry.key for entry in one.indicators})
                assert step in steps, line
            else:
                assert page_of_reason(line) in reached, line


def test_the_target_that_a_reason_names_stands_where_its_link_leads(page):
    step, key = Step.DEVELOP, "top10_served_share"
    page._open_step(step)

    assert find(page, f"target_{key}").text() == "50%"
    assert page.path.chevrons[step].hasFocus()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(clusters())
def test_every_number_of_every_reason_of_any_cluster_has_a_page_that_holds_it(snapshot):
    catalogue = load_catalogue()
    results = run(snapshot, catalogue)
    known = {step.key for step in ALL_STEPS}

    for item in results.recommendations:
        for line in item.why:
            page = page_of_reason(line)
            assert page in known
            if not numbers_of(line):
                continue
            if line.key.startswith("indicator."):
                assert step_of_reason(line, catalogue) is not None, line
            else:
                assert line.key.startswith(FIGURES_OF_PAGE[page]), line


def test_the_figures_that_a_reason_names_are_those_its_page_shows(page):
    results, texts = page.session.state.results, page.session.state.texts
    by_label = {texts.fact(Labels(skill.labels)): skill for skill in (*results.skills, *results.groups)}
    checked = 0
    for line in (line for item in results.recommendations for line in item.why):
        if line.key not in {"advice.why.firms", "advice.why.people_12m", "advice.why.people_now"}:
            continue
        quantities = by_label[texts.fact(line.facts["skill"])].quantities
        shown = {
            "advice.why.firms": quantities.users,
            "advice.why.people_12m": quantities.short_12m,
            "advice.why.people_now": quantities.short_now,
        }
        assert line.facts["count"] == shown[line.key]
        checked += 1
    assert checked > 5
