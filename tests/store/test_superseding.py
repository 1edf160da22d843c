"""Changes that were worked out without others that wait: which of them would take those back."""

from dataclasses import replace

import pytest

from fastmap.changes import EditCluster, NoteAgendaItem, RemoveMembers, SaveMembers, SavePartners, SaveWorkshop
from fastmap.model.organisations import Contact, Member
from tests.store import recorded as r

FIRM = Member(code="M001", name="Sorbe", headcount=10)


def note(words):
    return NoteAgendaItem(workshop=r.WORKSHOP.id, item=r.WORKSHOP.agenda[0].id, notes=words, decisions=None)


@pytest.fixture
def filled(assessment):
    assessment.apply(SaveMembers(members=(FIRM,)))
    assessment.apply(SaveWorkshop(workshop=r.WORKSHOP))
    return assessment


@pytest.mark.parametrize(
    ("waiting", "change"),
    [
        (
            EditCluster(cluster=replace(r.CLUSTER, name="New")),
            EditCluster(cluster=replace(r.CLUSTER, founded_year=1999)),
        ),
        (SaveMembers(members=(replace(FIRM, headcount=20),)), SaveMembers(members=(replace(FIRM, name="Other"),))),
        (SaveMembers(members=(Member(code="M002", name="A"),)), SaveMembers(members=(Member(code="M002", name="B"),))),
        (
            SaveMembers(contacts=(Contact(member="M001", name="Zoe Quintanilla"),)),
            SaveMembers(contacts=(Contact(member="M001", email="z@quint.example"),)),
        ),
        (RemoveMembers(codes=("M001",)), SaveMembers(members=(replace(FIRM, name="Other"),))),
    ],
    ids=["two fields of the cluster", "two cells of a row", "two new rows", "two fields of a contact", "a removed row"],
)
def test_a_row_as_it_was_before_what_waits_would_take_that_back(filled, waiting, change):
    before = filled.content_hash()

    assert filled.takes_back((waiting,), change)
    assert filled.content_hash() == before


@pytest.mark.parametrize(
    ("waiting", "change"),
    [
        (EditCluster(cluster=replace(r.CLUSTER, name="New")), EditCluster(cluster=replace(r.CLUSTER, name="Newer"))),
        (EditCluster(cluster=replace(r.CLUSTER, name="New")), SaveMembers(members=(replace(FIRM, headcount=20),))),
        (note("abc"), note("abcdef")),
        (SaveMembers(members=(Member(code="M002", name="A"),)), SaveMembers(members=(Member(code="M003", name="B"),))),
        (RemoveMembers(codes=("M001",)), RemoveMembers(codes=("M001",))),
        (EditCluster(cluster=replace(r.CLUSTER, name="New")), RemoveMembers(codes=("M404",))),
        (SavePartners(partners=(r.PARTNER,), skills=(r.SKILL,)), note("x")),
    ],
    ids=[
        "the same field",
        "another row",
        "more of a note",
        "two ids",
        "removed twice",
        "not to be made",
        "other kinds",
    ],
)
def test_what_alters_what_was_meant_may_be_made_after_what_waits(filled, waiting, change):
    assert not filled.takes_back((waiting,), change)
