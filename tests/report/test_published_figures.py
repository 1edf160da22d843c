"""Every number that an anonymous edition can print is of a kind that an attack of the tests knows, or counts no member."""

from __future__ import annotations

from dataclasses import replace
from fnmatch import fnmatchcase

import pytest

from fastmap.analysis.specialisation import needs_by_kind
from fastmap.report.privacy import protect
from fastmap.tasks.reporting import results_of
from tests.report.whole_cluster import whole_snapshot
from tests.support.builders import assess, shipped_catalogue
from tests.support.published_figures import ATTACKED, NOBODYS, kind_of, numbers_in
from tests.support.rounds import with_earlier
from tests.support.sample_file import put_sample


@pytest.fixture(scope="module")
def editions(tmp_path_factory):
    """Return anonymous editions of the sample and of clusters in which everything is recorded."""
    path = tmp_path_factory.mktemp("sample") / "sample.fastmap"
    put_sample(path)
    catalogue = shipped_catalogue()
    two_rounds = with_earlier(whole_snapshot(22), whole_snapshot(22), catalogue=catalogue)
    results = [results_of(path), assess(two_rounds), *(assess(whole_snapshot(count)) for count in (6, 16))]
    return [protect(found, catalogue) for found in results]


def test_no_number_of_an_anonymous_edition_is_of_a_kind_that_nobody_thought_of(editions):
    ways = {
        path
        for edition in editions
        for path, _ in (*numbers_in(edition.results), *numbers_in(edition.protection, "protection"))
    }

    assert sorted(path for path in ways if kind_of(path) is None) == []
    # Most kinds must be met, or the list would be a list of nothing.
    met = [pattern for pattern in (*ATTACKED, *NOBODYS) if any(fnmatchcase(path, pattern) for path in ways)]
    assert len(met) > 0.8 * len({*ATTACKED, *NOBODYS})


def test_a_new_number_would_be_noticed(editions):
    edition = editions[0].results
    leaky = replace(edition, unmatched=({"count": 3},))

    assert [path for path, _ in numbers_in(leaky) if kind_of(path) is None] == ["unmatched"]


def test_the_need_by_kind_is_made_of_shown_figures_alone(editions):
    for edition in editions:
        shown = edition.results
        assert shown.specialisation.by_kind == needs_by_kind(shown.skills, shown.groups, answered=None)
        assert shown.specialisation.by_priority == ()
