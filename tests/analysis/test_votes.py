"""Dots of phones and of paper are counted together and held beside the survey's ranking."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from fastmap.analysis.votes import ballots_of
from fastmap.model.choices import BallotSubject, RankGap
from fastmap.model.workshop import BallotPaper
from tests.store.recorded import BALLOT, NOON

OPTIONS = tuple("abcdefgh")
BALLOT_OF_EIGHT = replace(BALLOT, options=OPTIONS, by_hand={}, voters_by_hand=None, words=None, places=None)


def paper(number, **dots):
    return BallotPaper(id=f"p{number}", ballot=BALLOT.id, received_at=NOON, dots=dots)


def skill(uri, rank):
    return SimpleNamespace(uri=uri, ranking=SimpleNamespace(rank=rank))


def counted(ballot=BALLOT_OF_EIGHT, papers=(), ranked=OPTIONS, recommendations=()):
    snapshot = SimpleNamespace(ballots=(ballot,), ballot_papers=papers)
    skills = [skill(uri, rank) for rank, uri in enumerate(ranked, start=1)] + [skill("few users", None)]
    (result,) = ballots_of(snapshot, skills, recommendations, gap_places=3)
    return result


def test_dots_of_phones_and_of_paper_are_added() -> None:
    ballot = replace(BALLOT_OF_EIGHT, by_hand={"a": 2, "b": 1}, voters_by_hand=1)

    result = counted(ballot, (paper(1, a=1, c=2), paper(2, b=3)))

    assert {one.option: one.dots for one in result.options if one.dots} == {"a": 3, "b": 4, "c": 2}
    assert (result.dots, result.papers, result.voters) == (9, 2, 3)
    assert [one.option for one in result.options][:4] == ["b", "a", "c", "d"]


def test_papers_of_another_ballot_do_not_count() -> None:
    other = replace(paper(1, a=1), ballot="B999")

    assert counted(papers=(other,)).dots == 0


def test_options_with_equal_dots_share_a_place_and_those_without_have_none() -> None:
    result = counted(papers=(paper(1, a=1, b=1), paper(2, c=1)))

    assert [one.place for one in result.options] == [1, 1, 1, None, None, None, None, None]


def test_the_number_of_voters_is_unknown_where_only_dots_were_counted_by_hand() -> None:
    ballot = replace(BALLOT_OF_EIGHT, by_hand={"a": 2})

    assert counted(ballot, (paper(1, a=1),)).voters is None


def test_shares_are_unknown_before_the_first_dot() -> None:
    result = counted()

    assert {one.share for one in result.options} == {None}
    assert result.disagreements == ()
    assert result.voters == 0


def test_an_option_three_places_apart_is_a_disagreement_in_its_direction() -> None:
    result = counted(papers=(paper(1, e=3), paper(2, b=2, a=1)))

    gaps = {one.option: one.gap for one in result.options if one.gap}
    assert gaps == {"e": RankGap.HIGHER}
    assert {one.option: one.survey_place for one in result.options}["e"] == 5


def test_a_need_high_in_the_survey_that_nobody_gave_a_dot_is_lower_in_the_room() -> None:
    result = counted(papers=(paper(1, b=1, c=1, d=1),))

    assert [one.option for one in result.disagreements] == ["a"]
    assert result.disagreements[0].gap is RankGap.LOWER


def test_an_option_far_behind_in_both_is_no_disagreement() -> None:
    result = counted(papers=(paper(1, a=3),))

    assert "h" not in [one.option for one in result.disagreements]


def test_places_of_the_survey_are_among_the_options_of_the_ballot() -> None:
    ballot = replace(BALLOT_OF_EIGHT, options=("g", "c"))

    result = counted(ballot, (paper(1, g=1),))

    assert {one.option: one.survey_place for one in result.options} == {"c": 1, "g": 2}


@pytest.mark.parametrize(("subject", "ranked"), [(BallotSubject.NEXT_STEPS, True), (BallotSubject.ACTIONS, False)])
def test_next_steps_are_ranked_by_their_order_and_own_actions_by_nothing(subject, ranked) -> None:
    ballot = replace(BALLOT_OF_EIGHT, subject=subject)
    recommendations = [SimpleNamespace(id=option) for option in reversed(OPTIONS)]

    result = counted(ballot, (paper(1, a=3),), recommendations=recommendations)

    assert result.is_ranked_by_survey is ranked
    assert result.options[0].survey_place == (8 if ranked else None)
    assert result.options[0].gap == (RankGap.HIGHER if ranked else None)
