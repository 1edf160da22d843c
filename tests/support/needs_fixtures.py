"""Fixtures of the step Needs, in the states that tests begin with; a module takes those it needs (`page = needs_fixtures.page`)."""

import pytest

from tests.support.needs_page import (
    ready,
    snapshot_of,
    take_decisions_back,
    wait_for_proposals,
    write_forms_of_every_kind,
)
from ui.pages.registry import step


@pytest.fixture(scope="module")
def steps():
    """The window has this step alone."""
    return (step("needs"),)


@pytest.fixture
def page(with_sample, qtbot):
    """The page over the sample, with its skills at hand."""
    return ready(with_sample, qtbot)


@pytest.fixture
def empty_page(with_empty, qtbot):
    """The page over an assessment with nothing in it."""
    return ready(with_empty, qtbot)


@pytest.fixture
def desk(page, qtbot):
    """The tab of texts with the few undecided ones of the sample."""
    wait_for_proposals(page, qtbot)
    return page


@pytest.fixture
def bare(page, qtbot):
    """The tab of texts with every decision of the sample taken back."""
    take_decisions_back(page)
    wait_for_proposals(page, qtbot)
    return page


@pytest.fixture
def returned(page, tmp_path):
    """A folder with a form of every kind."""
    return write_forms_of_every_kind(tmp_path / "returned", snapshot_of(page))
