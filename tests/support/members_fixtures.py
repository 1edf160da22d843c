"""Fixtures of the step Members; a module takes those it needs (`page = members_fixtures.page`)."""

import pytest

from tests.support.members_page import know_few_regions, opened
from ui.pages import registry


@pytest.fixture(scope="module")
def steps():
    """The page that is looked at comes first: a window makes the first page of each file that it opens."""
    return (registry.step("members"), registry.step("cluster"))


@pytest.fixture(autouse=True)
def few_regions(monkeypatch):
    """Reading all regions of Europe takes longer than most tests."""
    know_few_regions(monkeypatch)


@pytest.fixture
def page(with_sample, qtbot):
    """The page over the sample."""
    return opened(with_sample, qtbot)


@pytest.fixture
def empty(with_empty, qtbot):
    """The page over an assessment with nothing in it."""
    return opened(with_empty, qtbot)
