"""Facts of the grant and the logo, as people enter them."""

from datetime import date

import pytest
from PIL import Image

from fastmap.assessment import Assessment
from fastmap.changes import SetGrant, SetLogo
from fastmap.errors import FastmapError
from fastmap.model.grant import Grant
from fastmap.model.organisations import Cluster
from fastmap.tasks.grant import record


@pytest.fixture
def assessment(tmp_path):
    with Assessment.create(
        tmp_path / "a.fastmap", cluster=Cluster(name="Ferrana", country="ES"), round_label="2026"
    ) as made:
        yield made


@pytest.fixture
def picture(tmp_path):
    path = tmp_path / "logo.png"
    Image.new("RGB", (30, 10), "teal").save(path)
    return path


def test_only_what_is_named_changes_and_nothing_typed_takes_a_fact_out(assessment):
    assert record(assessment, {"call": " Call \n 7 ", "period_start": "1/10/2026", "period_end": "2027-12"})
    assert assessment.snapshot().grant == Grant(
        call="Call 7", period_start=date(2026, 10, 1), period_end=date(2027, 12, 31)
    )

    assert record(assessment, {"call": "", "project": "Map"})
    assert assessment.snapshot().grant.call is None
    assert assessment.snapshot().grant.project == "Map"
    assert not record(assessment, {"project": "Map"})


def test_a_logo_without_words_is_called_by_the_name_of_the_cluster_and_can_be_taken_off(assessment, picture):
    record(assessment, {}, logo=picture)
    assert assessment.snapshot().logo.alternative == assessment.snapshot().cluster.name

    assert record(assessment, {}, takes_logo_off=True)
    assert assessment.snapshot().logo is None
    assert not record(assessment, {}, takes_logo_off=True)


def test_an_unclear_entry_changes_nothing_at_all(assessment, picture, tmp_path):
    before = assessment.content_hash()
    (tmp_path / "bad.png").write_bytes(b"none")

    for typed, logo, code in (
        ({"call": "Call 7", "period_start": "soon"}, picture, "grant_day_unclear"),
        ({"call": "Call 7"}, tmp_path / "bad.png", "logo_no_picture"),
        ({"period_start": "2026-10-02", "period_end": "2026-10-01"}, None, "grant_ends_before_start"),
    ):
        with pytest.raises(FastmapError) as caught:
            record(assessment, typed, logo=logo)
        assert caught.value.code == code
    assert assessment.content_hash() == before


def test_both_are_undone_like_everything_else(assessment, picture):
    before = assessment.content_hash()
    record(assessment, {"call": "Call 7"}, logo=picture)

    assert [change.name for change in (SetGrant(grant=Grant()), SetLogo(logo=None))] == ["set_grant", "set_logo"]
    assessment.undo()
    assessment.undo()

    assert assessment.content_hash() == before
