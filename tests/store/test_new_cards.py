"""New codes for all cards: the old ones are gone for good, and the history tells of it without holding them."""

from contextlib import closing
from dataclasses import replace

import pytest

import tests.store.recorded as r
from fastmap.assessment import Assessment
from fastmap.catalogue.texts import load_texts
from fastmap.changes import EditCluster, GoBackTo, SaveMembers
from fastmap.intake.member_cards import Cards
from fastmap.model.erasure import Erasure, ErasureKind
from fastmap.model.organisations import Member
from fastmap.tasks.code_cards import code_cards
from fastmap.tasks.history import history_lines, value_changes

FIRMS = tuple(Member(code=code, name=code) for code in ("M001", "M002", "M003"))


@pytest.fixture
def cluster(assessment):
    assessment.apply(SaveMembers(members=FIRMS))
    return assessment


def codes(assessment):
    return [card.code for card in code_cards(assessment).cards]


def names(assessment):
    return [entry.what.key for entry in assessment.history()]


def test_no_card_from_before_is_good_after_new_codes_and_every_new_one_is(cluster):
    old = codes(cluster)

    cluster.renew_cards()

    known = Cards(cluster.card_secret(), FIRMS)
    assert [known.member(code) for code in old] == [None, None, None]
    assert [known.member(code) for code in codes(cluster)] == list(FIRMS)


def test_the_old_secret_stands_nowhere_in_the_file_any_more(cluster):
    old = cluster.card_secret().hex().encode()
    assert old in cluster.path.read_bytes()

    cluster.renew_cards()
    cluster.close()

    assert old not in cluster.path.read_bytes()


def test_undo_and_going_back_pass_new_codes_by(cluster):
    cluster.apply(EditCluster(cluster=replace(r.CLUSTER, name="Another")))
    cluster.renew_cards()
    made = codes(cluster)
    assert cluster.can_undo.key == "change.edit_cluster"

    while cluster.undo():
        pass
    assert cluster.snapshot().members == ()
    while cluster.redo():
        pass
    assert codes(cluster) == made
    cluster.apply(GoBackTo(sequence=1, at=r.NOON))

    assert codes(cluster) == made
    assert names(cluster).count("change.renew_cards") == 1


def test_what_was_taken_back_can_be_made_again_after_new_codes(cluster):
    cluster.undo()

    cluster.renew_cards()

    assert cluster.can_redo.key == "change.save_members"
    assert cluster.redo()
    assert cluster.snapshot().members == FIRMS


def test_the_history_tells_of_new_codes_and_holds_no_value_of_them(cluster):
    cluster.renew_cards()

    line = history_lines(cluster)[0]

    assert (line.what.key, line.about, line.changed, line.undone) == ("change.renew_cards", (), (), False)
    assert value_changes(cluster, line.sequence, load_texts("en")) == ()


def test_the_entry_stays_when_somebody_is_erased(cluster):
    cluster.renew_cards()

    cluster.erase(Erasure(kind=ErasureKind.MEMBER, key="M002", words=("M002",)), placeholder="[erased]")

    assert names(cluster)[-2:] == ["change.renew_cards", "change.erased"]


def test_new_codes_are_another_state_so_that_the_next_backup_holds_them(cluster):
    before = cluster.state_tag
    cluster.renew_cards()
    assert cluster.state_tag != before

    made = cluster.backup_now()

    with closing(Assessment.open(made, read_only=True)) as backup:
        assert backup.card_secret() == cluster.card_secret()


def test_a_file_of_an_earlier_version_gets_new_codes_too(cluster):
    with cluster._file.writing() as connection:
        connection.execute("UPDATE notes SET name = 'card_secret' WHERE name = 'card_seed'")
    old = codes(cluster)

    cluster.renew_cards()
    path = cluster.path
    cluster.close()

    with Assessment.open(path) as again:
        assert set(codes(again)).isdisjoint(old)
        assert len({*codes(again)}) == 3
