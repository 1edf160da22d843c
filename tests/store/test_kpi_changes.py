"""The ledger of funder figures goes on counting whom it counted, whatever becomes of members and partners."""

from dataclasses import replace

import pytest

from fastmap.analysis.kpis import ledger_of
from fastmap.changes import (
    AddKpiEntry,
    EditKpiEntry,
    MergePartners,
    RemoveMembers,
    RemoveOwnKpi,
    RemovePartners,
    SaveKpis,
    SaveMembers,
    SaveOwnKpi,
    SavePartners,
    SetKpiGoal,
)
from fastmap.errors import FastmapError
from fastmap.model.kpis import KpiEntry, KpiGoal
from tests.store import recorded as r
from tests.support.builders import shipped_catalogue


@pytest.fixture
def file(assessment):
    assessment.apply(SavePartners(partners=(r.PARTNER, r.OTHER_PARTNER)))
    assessment.apply(SaveMembers(members=(r.MEMBER,)))
    assessment.apply(AddKpiEntry(entry=r.KPI_ENTRY))
    return assessment


def entry(file):
    (found,) = file.snapshot().kpi_entries
    return found


def test_a_member_and_a_partner_that_go_are_counted_under_their_names(file):
    file.apply(RemoveMembers(codes=("M001",)))
    file.apply(RemovePartners(partners=("P1",)))

    assert (entry(file).members, entry(file).partners) == ((), ())
    assert entry(file).others == ("Somebody else", r.MEMBER.name, r.PARTNER.name)
    file.undo()
    file.undo()
    assert entry(file) == r.KPI_ENTRY


def test_of_two_partners_made_one_the_kept_one_counts_once(file):
    file.apply(EditKpiEntry(entry=replace(r.KPI_ENTRY, partners=("P1", "P2"))))

    file.apply(MergePartners(kept="P2", gone="P1"))

    assert entry(file).partners == ("P2",)


def test_an_own_indicator_takes_its_entries_and_its_goal_along_and_undo_brings_all_back(file):
    own = replace(r.KPI_ENTRY, id="K2", indicator=r.OWN_KPI.key)
    goal = KpiGoal(indicator=r.OWN_KPI.key, target=3.0)
    file.apply(SaveKpis(own=(r.OWN_KPI,), entries=(own,), goals=(goal,)))
    before = file.content_hash()

    file.apply(RemoveOwnKpi(key=r.OWN_KPI.key))

    assert [one.id for one in file.snapshot().kpi_entries] == ["K1"]
    assert (file.snapshot().kpi_goals, file.snapshot().own_kpis) == ((), ())
    file.undo()
    assert file.content_hash() == before


def test_a_goal_without_any_number_is_forgotten(file):
    file.apply(SetKpiGoal(goal=r.KPI_GOAL))
    file.apply(SetKpiGoal(goal=KpiGoal(indicator="smes_served")))

    assert file.snapshot().kpi_goals == ()


@pytest.mark.parametrize("value", [-1.0, float("nan"), float("inf")])
def test_what_is_no_figure_is_refused_and_nothing_is_changed(file, value):
    before = file.content_hash()

    for change in (
        EditKpiEntry(entry=replace(r.KPI_ENTRY, value=value)),
        SetKpiGoal(goal=replace(r.KPI_GOAL, target=value)),
    ):
        with pytest.raises(FastmapError) as refused:
            file.apply(change)
        assert refused.value.code == "kpi_below_zero"

    assert file.content_hash() == before


def test_an_entry_that_is_gone_and_an_indicator_without_a_name_are_refused(file):
    with pytest.raises(FastmapError, match="kpi_entry_not_in_file"):
        file.apply(EditKpiEntry(entry=replace(r.KPI_ENTRY, id="K9")))
    with pytest.raises(FastmapError, match="kpi_without_name"):
        file.apply(SaveOwnKpi(indicator=replace(r.OWN_KPI, name=" ")))


def test_a_nameless_member_that_is_removed_stays_one_organisation_over_all_its_entries(file):
    file.apply(SaveMembers(members=(replace(r.MEMBER, code="M077", name=""),)))
    for number, period in ((901, "2025"), (902, "2026")):
        entry = KpiEntry(id=f"K{number}", indicator="label_applications", value=1, period=period, members=("M077",))
        file.apply(AddKpiEntry(entry=entry))

    def counted():
        found = next(one for one in ledger_of(file.snapshot(), shipped_catalogue()) if one.key == "label_applications")
        return found.actual, found.organisation_count

    before = counted()
    file.apply(RemoveMembers(codes=("M077",)))

    assert counted() == before
    assert [entry.others for entry in file.snapshot().kpi_entries if entry.id in ("K901", "K902")] == [("M077",)] * 2
