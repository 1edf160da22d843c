"""Nobody can work out a withheld funder figure from what anonymous editions print beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from fastmap.analysis.kpis import kpis_of
from fastmap.model.ids import KpiKey
from fastmap.model.kpis import KpiEntry, KpiGoal, KpiUnit, OwnKpi
from fastmap.model.privacy import PrivacyChoice
from fastmap.report.privacy import Protected, protect
from tests.report.whole_cluster import whole_results
from tests.support.attacker_ledger import recovered_of_the_ledger
from tests.support.builders import shipped_catalogue

RULES = shipped_catalogue().rules
OWN = (
    OwnKpi(key=KpiKey("own:K001"), name="People on site", unit=KpiUnit.PEOPLE, adds_up=False),
    OwnKpi(key=KpiKey("own:K002"), name="Firms on board", unit=KpiUnit.ORGANISATIONS, adds_up=False),
)
KEYS = (
    "exchanges",
    "exchanges_with_smes",
    "smes_investing",
    "smes_served",
    "workers_trained",
    *(own.key for own in OWN),
)
codes = st.one_of(st.sets(st.integers(1, 25), max_size=4), st.sets(st.integers(1, 25), min_size=5, max_size=24))
values = st.none() | st.integers(0, 30)
attacked = settings(
    max_examples=20,
    deadline=None,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),  # a leak in any ledger is news; to make it smaller takes minutes
)


@st.composite
def entries(draw):
    """Return a ledger of a few lines, each with its firms."""
    return tuple(
        KpiEntry(
            id=f"K{number:03}",
            indicator=KpiKey(draw(st.sampled_from(KEYS))),
            value=draw(values),
            members=tuple(f"M{code:03}" for code in sorted(draw(codes))),
        )
        for number in range(draw(st.integers(1, 7)))
    )


goals = st.lists(
    st.builds(KpiGoal, indicator=st.sampled_from(KEYS), baseline=values, target=values),
    max_size=4,
    unique_by=lambda goal: goal.indicator,
).map(tuple)


def editions_of(ledger, promised, ks):
    """Return the results with a ledger, and their editions."""
    results = whole_results()
    snapshot = replace(results.snapshot, kpi_entries=ledger, kpi_goals=promised, own_kpis=OWN)
    made = replace(results, snapshot=snapshot, kpis=kpis_of(snapshot, shipped_catalogue()))

    def edition(k: int) -> Protected:
        return protect(replace(made, snapshot=replace(snapshot, privacy=PrivacyChoice(k=k))), shipped_catalogue())

    return made, [edition(k) for k in ks]


def worked_out(ledger, promised, ks=(5,)):
    results, editions = editions_of(ledger, promised, ks)
    return [
        (one.item, one.figure)
        for one in recovered_of_the_ledger(results, editions, k=RULES.privacy_k, within=RULES.privacy_within)
    ]


@given(entries(), goals)
@attacked
def test_no_withheld_funder_figure_follows_from_one_edition(ledger, promised):
    assert worked_out(ledger, promised) == []


@given(entries(), goals)
@attacked
def test_no_withheld_funder_figure_follows_from_editions_with_another_k(ledger, promised):
    assert worked_out(ledger, promised, (5, 6, 9)) == []


@pytest.mark.parametrize("ks", [(5,), (5, 8)])
def test_where_a_level_began_does_not_follow_from_its_progress(ks):
    """What used to be printed: 40 people, 38 % of the way to 100 – so it began at 3."""
    line = KpiEntry(id="K001", indicator=OWN[0].key, value=40, members=tuple(f"M{code:03}" for code in range(1, 13)))
    goal = KpiGoal(indicator=OWN[0].key, baseline=3, target=100)

    assert worked_out((line,), (goal,), ks) == []
