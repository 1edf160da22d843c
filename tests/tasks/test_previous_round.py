"""Needs of the last round go to the firm that named them, and to nobody else."""

from dataclasses import replace
from datetime import date

import pytest

from fastmap.assessment import Assessment
from fastmap.changes import ImportResponses, SaveMembers
from fastmap.errors import FastmapError
from fastmap.intake.form_content import EarlierNeed
from fastmap.model.choices import MemberStatus, NeedLevel, ResponseState
from fastmap.model.organisations import Cluster
from fastmap.model.responses import Need
from fastmap.tasks.previous_round import file_of_previous_round, needs_brought_along, previous_round
from fastmap.tasks.same_cluster import seems_other_cluster
from fastmap.tasks.sending import form_contents, mark_asked
from tests.support.builders import cluster_where, make_member, make_need, make_response, make_snapshot
from tests.support.rounds import with_earlier


def answered(number, *needs, **changes):
    return replace(make_response(number), needs=tuple(needs), **changes)


def named(*needs):
    return tuple(EarlierNeed(skill_text=text) for text in needs)


def brought(earlier, members):
    return needs_brought_along(earlier, members, file="last.fastmap")


def test_skill_job_and_level_are_brought_along_and_figures_are_not():
    need = Need(row=1, skill_text="TIG welding", job="Welder", level=NeedLevel.EXPERT, short_now=4, joint_people=2)
    member = make_member(1, name="Taller Uno")
    earlier = make_snapshot(members=(member,), responses=(answered(1, need),))

    found = brought(earlier, (member,))

    assert found.needs == {member.code: (EarlierNeed(skill_text="TIG welding", job="Welder", level=NeedLevel.EXPERT),)}


def test_a_firm_that_has_another_firms_old_code_gets_nothing_of_it():
    before = (make_member(1, name="Taller Uno"), make_member(2, name="Taller Dos"))
    earlier = make_snapshot(
        members=before,
        responses=(answered(1, Need(row=1, skill_text="A")), answered(2, Need(row=1, skill_text="B"))),
    )
    now = (make_member(1, name="Taller Dos"), make_member(2, name="Nueva"))

    found = brought(earlier, now)

    assert found.needs == {now[0].code: named("B")}
    assert found.not_found == 1


def test_namesakes_are_told_apart_by_their_codes_or_not_at_all():
    before = (make_member(1, name="Norte"), make_member(2, name="Norte"))
    earlier = make_snapshot(
        members=before,
        responses=(answered(1, Need(row=1, skill_text="A")), answered(2, Need(row=1, skill_text="B"))),
    )

    assert brought(earlier, before).needs == {before[0].code: named("A"), before[1].code: named("B")}
    assert brought(earlier, (make_member(7, name="Norte"),)).needs == {}


def test_only_answers_that_count_are_brought_along_each_skill_once():
    member = make_member(1)
    earlier = make_snapshot(
        members=(member,),
        responses=(
            answered(1, Need(row=1, skill_text="Old"), state=ResponseState.SUPERSEDED, id="r0"),
            answered(1, Need(row=2, skill_text="Second"), Need(row=1, skill_text="First"), id="r1"),
            answered(
                1, Need(row=1, skill_text="FIRST "), *(Need(row=r, skill_text=f"S{r}") for r in range(2, 9)), id="r2"
            ),
        ),
    )

    (needs,) = brought(earlier, (member,)).needs.values()

    assert len(needs) == 8
    assert [need.skill_text for need in needs][:2] == ["FIRST ", "S2"]


@pytest.fixture
def rounds(tmp_path):
    """Two files of one cluster; in the first, M001 has named a skill."""
    cluster = Cluster(name="Metal", country="ES")
    member = make_member(1, name="Taller Uno", status=MemberStatus.NOT_ASKED)
    last = tmp_path / "last.fastmap"
    with Assessment.create(last, cluster=cluster, round_label="2024", backup_folder=tmp_path / "b") as assessment:
        assessment.apply(SaveMembers(members=(member,)))
        assessment.apply(ImportResponses(responses=(answered(1, Need(row=1, skill_text="Milling", short_now=3)),)))
    this = Assessment.create(
        tmp_path / "this.fastmap",
        cluster=cluster,
        round_label="2026",
        round_end=date(2026, 3, 15),
        backup_folder=tmp_path / "b",
    )
    this.apply(SaveMembers(members=(member,)))
    with this:
        yield this, last


def test_the_previous_file_is_read_only_and_noted_in_one_change_that_can_be_undone(rounds):
    assessment, last = rounds
    bytes_before, hash_before = last.read_bytes(), assessment.content_hash()

    previous = previous_round(last, assessment)
    contents = form_contents(assessment, language="ro", previous=previous)
    asked = mark_asked(assessment, contents, previous=previous)

    assert [(content.language, content.earlier) for content in contents] == [("ro", named("Milling"))]
    assert asked == 1
    assert assessment.snapshot().info.previous_file == "last.fastmap"
    assert last.read_bytes() == bytes_before
    assessment.undo()
    assert assessment.content_hash() == hash_before


def test_the_file_itself_is_no_previous_round(rounds):
    assessment, _ = rounds

    with pytest.raises(FastmapError) as caught:
        previous_round(assessment.path, assessment)

    assert caught.value.code == "previous_is_this_file"


def test_a_previous_file_that_is_none_is_refused_by_name(rounds, tmp_path):
    assessment, _ = rounds
    (tmp_path / "x.fastmap").write_bytes(b"nonsense")

    for name in ("x.fastmap", "missing.fastmap"):
        with pytest.raises(FastmapError) as caught:
            previous_round(tmp_path / name, assessment)
        assert name in str(caught.value.facts)


def test_the_previous_round_is_found_where_it_was_or_beside_the_file(tmp_path):
    path, old = tmp_path / "new.fastmap", tmp_path / "old.fastmap"
    old.touch()

    assert file_of_previous_round(path, str(old)) == old
    assert file_of_previous_round(path, r"C:\Users\someone\old.fastmap") == old
    assert file_of_previous_round(path, "/elsewhere/old.fastmap") == old
    assert file_of_previous_round(path, r"\\server\share\old.fastmap") == old
    assert file_of_previous_round(path, "gone.fastmap") is None
    assert file_of_previous_round(path, "new.fastmap") is None
    assert file_of_previous_round(path, None) is None


def test_a_place_on_the_network_is_not_looked_at(tmp_path):
    (tmp_path / "last.fastmap").touch()

    assert file_of_previous_round(tmp_path / "sub" / "new.fastmap", f"/{tmp_path}/last.fastmap") is None


def other_cluster(tmp_path, *members, **changes):
    """A file of another cluster that lists ``members``; open."""
    cluster = Cluster(**{"name": "Wood", "country": "PT"} | changes)
    opened = Assessment.create(
        tmp_path / "other.fastmap", cluster=cluster, round_label="2026", backup_folder=tmp_path / "b"
    )
    opened.apply(SaveMembers(members=members))
    return opened


def test_another_clusters_answers_go_to_a_firm_of_the_same_name_only_if_that_is_meant(rounds, tmp_path):
    _, last = rounds
    with other_cluster(tmp_path, make_member(1, name="Taller Uno")) as assessment:
        with pytest.raises(FastmapError) as caught:
            previous_round(last, assessment)

        assert caught.value.code == "previous_of_other_cluster"
        assert caught.value.facts == {"file": "last.fastmap", "cluster": "Metal", "known": 1, "count": 1}
        assert previous_round(last, assessment, other_cluster=True).needs


@pytest.mark.parametrize(("known", "is_other"), [(2, True), (3, False)])
def test_two_firms_can_be_members_of_two_clusters_and_three_make_a_renamed_one(known, is_other):
    then = make_snapshot(members=tuple(make_member(number) for number in range(1, 5)))
    renamed = make_snapshot(cluster=Cluster(name="Wood", country="ES"), members=then.members[:known])

    assert seems_other_cluster(renamed, then) == is_other


def test_of_long_lists_three_firms_are_too_few():
    then = make_snapshot(members=tuple(make_member(number) for number in range(1, 21)))
    strangers = tuple(make_member(number, name=f"Other {number}") for number in range(4, 21))
    now = make_snapshot(cluster=Cluster(name="Wood", country="ES"), members=(*then.members[:3], *strangers))

    assert seems_other_cluster(now, then)


def test_a_round_begun_from_a_file_is_of_its_cluster_however_it_is_called():
    then = cluster_where([make_need("CAD")])
    now = replace(with_earlier(then, then), cluster=Cluster(name="Wood", country="PT"))

    assert not seems_other_cluster(now, then)
    assert seems_other_cluster(replace(now, earlier=None), then)
