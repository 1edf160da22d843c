"""A look at some members only: as if nobody else had been asked."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from fastmap.analysis.restricting import MemberFilter, Size, Sort, choices_for, restricted
from fastmap.model.choices import MemberKind, ResponseState
from tests.support.builders import assess, catalogue_with, cluster_where, make_member, make_need, make_partner, make_tie
from tests.support.random_clusters import clusters

FEW = catalogue_with(resamples=20)
MEMBERS = (
    make_member(1, kind=MemberKind.SMALL, headcount=12, activity="C25 Metal", nuts="ES212"),
    make_member(2, kind=MemberKind.LARGE, headcount=None, activity="c25  METAL", nuts="ES213"),
    make_member(3, kind=MemberKind.START_UP, headcount=9, activity="J62 Software", nuts="ES220"),
    make_member(4, kind=None, headcount=None, activity=None, nuts=None),
)


def codes(**asked):
    return [str(member.code) for member in MEMBERS if MemberFilter(**asked).passes(member)]


def test_kind_size_activity_and_place_are_asked_one_by_one_and_together():
    assert codes(sort=Sort.FIRM) == ["M001", "M002"]
    assert codes(sort=Sort.START_UP) == ["M003"]
    assert codes(size=Size.MICRO) == ["M003"]
    assert codes(size=Size.LARGE) == ["M002"], "its kind tells the size where no headcount is recorded"
    assert codes(activity="c25 metal") == ["M001", "M002"]
    assert codes(place="ES21") == ["M001", "M002"]
    assert codes(sort=Sort.FIRM, place="ES213") == ["M002"]
    assert codes() == ["M001", "M002", "M003", "M004"]


def test_what_can_be_asked_is_what_members_have_with_their_numbers():
    choices = choices_for(MEMBERS)

    assert choices.sorts == ((Sort.FIRM, 2), (Sort.START_UP, 1))
    assert choices.sizes == ((Size.MICRO, 1), (Size.SMALL, 1), (Size.LARGE, 1))
    assert [(key, count) for key, _, count in choices.activities] == [("c25 metal", 2), ("j62 software", 1)]
    assert choices.places == (("ES", 3), ("ES2", 3), ("ES21", 2), ("ES212", 1), ("ES213", 1), ("ES22", 1), ("ES220", 1))


def test_only_their_answers_count_and_partners_stay():
    snapshot = cluster_where(
        *[[make_need("Welding", short_now=1)]] * 4, partners=[make_partner()], ties=[make_tie(member=4)]
    )
    members = tuple(
        replace(member, kind=MemberKind.LARGE if place else MemberKind.SMALL, headcount=None)
        for place, member in enumerate(snapshot.members)
    )
    snapshot = replace(snapshot, members=members)

    results = assess(restricted(snapshot, MemberFilter(size=Size.SMALL)))

    assert (results.quality.members, results.quality.answered) == (1, 1)
    assert results.skills[0].quantities.users == 1
    assert (len(results.snapshot.partners), results.snapshot.ties) == (1, ())


def test_nobody_left_gives_results_without_a_figure():
    snapshot = cluster_where(*[[make_need("Welding", short_now=1)]] * 4)

    results = assess(restricted(snapshot, MemberFilter(place="XX")))

    assert (results.skills, results.quality.members, results.quality.response_rate) == ((), 0, None)


@given(snapshot=clusters(min_members=3), kinds=st.lists(st.sampled_from(MemberKind), min_size=7, max_size=7))
@settings(max_examples=12, deadline=None)
def test_it_is_what_an_assessment_of_these_members_alone_would_say(snapshot, kinds):
    members = tuple(replace(member, kind=kinds[place], headcount=None) for place, member in enumerate(snapshot.members))
    snapshot = replace(snapshot, members=members)
    inside = [member.code for member in members if member.kind is MemberKind.SMALL]
    dropped = tuple(
        response if response.member in inside else replace(response, state=ResponseState.SUPERSEDED)
        for response in snapshot.responses
    )

    looked = assess(restricted(snapshot, MemberFilter(size=Size.SMALL)), FEW)
    alone = assess(replace(snapshot, responses=dropped), FEW)

    assert looked.skills == alone.skills
    assert looked.groups == alone.groups
