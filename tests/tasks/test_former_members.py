"""Members that left within a round, or had another name: anonymous editions do not name them either."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fastmap.assessment import Assessment
from fastmap.catalogue.texts import load_texts
from fastmap.changes import RemoveMembers, SaveActions, SaveMembers
from fastmap.model.organisations import Cluster
from fastmap.report.build import build_report
from fastmap.report.members_named import member_names
from tests.report.whole_cluster import MADE_ON
from tests.support.builders import assess, make_action, make_member, make_snapshot, shipped_catalogue

GONE = make_member(1, name="Fundiciones Larrate, S.A.")
STAYED = make_member(2, name="Talleres Urkola, S.L.")


@pytest.fixture
def assessment(tmp_path, monkeypatch):
    """An assessment with two members."""
    folder = tmp_path / "backups"
    monkeypatch.setattr("fastmap.places.backup_folder", lambda: folder)
    made = Assessment.create(
        tmp_path / "round.fastmap", cluster=Cluster(name="Casting cluster", country="ES"), round_label="1"
    )
    made.apply(SaveMembers(members=(GONE, STAYED)))
    yield made
    made.close()


def test_a_text_that_names_a_removed_member_is_still_caught(assessment):
    assessment.apply(RemoveMembers(codes=(GONE.code,)))

    names = member_names(assessment.snapshot())

    texts = ("Open day at Larrate", "Visit to Fundiciones Larrate", "Ask M001", "Course in fundiciones")
    assert [names.mentioned_in(text) for text in texts] == [True, True, True, True]
    assert not names.mentioned_in("Course in casting")


def test_a_text_with_the_old_name_of_a_renamed_member_is_still_caught(assessment):
    assessment.apply(SaveMembers(members=(replace(GONE, name="Larburu Castings"),)))

    names = member_names(assessment.snapshot())

    assert names.mentioned_in("Open day at Larrate")
    assert names.mentioned_in("Open day at Larburu")


def test_a_word_of_a_former_name_that_another_member_bears_too_names_nobody():
    names = member_names(_snapshot_with(former="Talleres Larrate", now=("Talleres Urkola", "Talleres Mendi")))

    assert not names.mentioned_in("Course in talleres")
    assert names.mentioned_in("Course at Larrate")


def _snapshot_with(*, former: str, now: tuple[str, ...]):
    members = tuple(make_member(number, name=name) for number, name in enumerate(now, start=2))
    return replace(make_snapshot(members=members), former_members=frozenset({("M001", former)}))


def test_a_title_that_names_a_removed_member_is_in_no_anonymous_report(assessment):
    assessment.apply(SaveActions(actions=(make_action("A1", title="Open day at Larrate"),)))
    assessment.apply(RemoveMembers(codes=(GONE.code,)))
    results = assess(assessment.snapshot())

    def report(*, anonymous):
        return repr(build_report(results, shipped_catalogue(), load_texts("en"), anonymous=anonymous, made_on=MADE_ON))

    assert "Larrate" in report(anonymous=False)
    assert "Larrate" not in report(anonymous=True)


def test_who_left_is_no_content_of_the_file(assessment):
    before = assessment.snapshot()
    assessment.apply(RemoveMembers(codes=(GONE.code,)))
    assessment.undo()

    after = assessment.snapshot()

    assert after == before
    assert "Larrate" not in repr(replace(after, members=(), info=before.info))
