"""Who reads the votes of an anonymous edition must not find the dots of an option that it leaves out, whatever the table."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fastmap.analysis.votes import ballots_of
from fastmap.model.choices import BallotState, BallotSubject
from fastmap.model.organisations import Cluster
from fastmap.model.snapshot import AssessmentInfo, Snapshot
from fastmap.model.workshop import Ballot, BallotPaper, Workshop
from fastmap.report.protected_votes import protected_votes, protected_workshops

K = 5
AT = datetime(2026, 3, 10, tzinfo=UTC)
OPTIONS = tuple(f"u:{letter}" for letter in "abcdef")


@dataclass
class Table:
    """A vote as it was held, and what an anonymous edition tells of it."""

    ballot: Ballot
    papers: tuple[BallotPaper, ...]
    hidden: frozenset[str]
    participants: int | None

    def told(self):
        skills = [
            SimpleNamespace(uri=option, ranking=SimpleNamespace(rank=None if option in self.hidden else place))
            for place, option in enumerate(OPTIONS, start=1)
        ]
        meeting = Workshop(id="W001", participants=self.participants)
        snapshot = Snapshot(
            info=AssessmentInfo(id="a", title="t", round_label="2026"),
            cluster=Cluster(name="C", country="ES"),
            workshops=(meeting,),
            ballots=(self.ballot,),
            ballot_papers=self.papers,
        )
        results = SimpleNamespace(snapshot=snapshot, ballots=ballots_of(snapshot, skills, (), gap_places=2))
        edition = SimpleNamespace(results=results, k=K)
        return protected_workshops(edition)[0], protected_votes(edition, skills, gap_places=2)

    def given(self, option):
        return self.ballot.by_hand.get(option, 0) + sum(paper.dots.get(option, 0) for paper in self.papers)


@st.composite
def tables(draw):
    each = draw(st.integers(1, 5))
    people = draw(st.integers(0, 9))
    papers = []
    for number in range(people):
        chosen = draw(st.lists(st.sampled_from(OPTIONS), min_size=1, max_size=each))
        dots = {option: chosen.count(option) for option in chosen}
        papers.append(BallotPaper(id=f"p{number:011d}", ballot="B001", received_at=AT, dots=dots))
    voters = draw(st.one_of(st.none(), st.integers(0, 9)))
    by_hand = {}
    if voters:
        chosen = draw(st.lists(st.sampled_from(OPTIONS), max_size=each * voters))
        by_hand = {option: chosen.count(option) for option in chosen}
    ballot = Ballot(
        id="B001",
        workshop="W001",
        subject=BallotSubject.NEEDS,
        dots=each,
        options=OPTIONS,
        opened_at=AT,
        state=BallotState.CLOSED,
        by_hand=by_hand,
        voters_by_hand=voters,
    )
    hidden = draw(st.frozensets(st.sampled_from(OPTIONS), max_size=4))
    return Table(ballot, tuple(papers), hidden, draw(st.one_of(st.none(), st.integers(0, 25))))


def most_dots_left(meeting, vote):
    """Return how many dots at most an option that is not told can have, from everything that is told; ``None``: any number."""
    shares = {one.dots / one.share for one in vote.options if one.share}
    totals = {vote.dots, *(round(total) for total in shares)}
    assert len(totals) == 1, "total and shares speak of different dots: their difference is what was left out"
    told = sum(one.dots for one in vote.options)
    assert told >= K, "at least five people gave a dot each: some of them went to what was left out"
    (total,) = totals
    bounds = [people * vote.ballot.dots for people in (vote.voters, meeting.participants) if people is not None]
    if bounds:
        return max(total, min(bounds)) - told
    return None if total == told else total - told


@given(table=tables())
def test_the_dots_of_an_option_that_is_left_out_may_be_none_or_many(table):
    meeting, votes = table.told()

    for vote in votes:
        if {one.option for one in vote.options} != set(OPTIONS):
            most = most_dots_left(meeting, vote)
            assert most is None or most >= K
        assert not {one.option for one in vote.options} & table.hidden
        assert not {*vote.ballot.options, *vote.ballot.by_hand} & table.hidden


@given(table=tables())
def test_no_vote_is_told_whose_dots_fewer_than_k_people_gave(table):
    _, votes = table.told()

    people = len(table.papers) + min(table.ballot.voters_by_hand or 0, sum(table.ballot.by_hand.values()))
    assert not votes or people >= K


@given(table=tables(), moved=st.integers(1, 4))
def test_other_dots_for_what_is_left_out_tell_nothing_else(table, moved):
    """The strongest reader: two clusters that differ in nothing but the hidden dots read the same."""
    if not table.hidden or table.ballot.voters_by_hand is None or len(table.hidden) > 4:
        return
    option = min(table.hidden)
    by_hand = {**table.ballot.by_hand, option: table.ballot.by_hand.get(option, 0) + moved}
    if sum(by_hand.values()) <= sum(table.ballot.by_hand.values()):
        return
    other = replace(table, ballot=replace(table.ballot, by_hand=by_hand))
    (meeting, votes), (other_meeting, other_votes) = table.told(), other.told()

    if votes and other_votes:
        assert votes == other_votes
        assert meeting == other_meeting


@pytest.mark.parametrize(
    ("papers", "voters_by_hand"),
    [(1, 5), (4, 0)],
    ids=["five on paper who gave no dot", "four by phone"],
)
def test_people_who_gave_no_dot_hide_nobody(papers, voters_by_hand):
    cast = tuple(
        BallotPaper(id=f"p{number:011d}", ballot="B001", received_at=AT, dots={"u:a": 3}) for number in range(papers)
    )
    ballot = Ballot(
        id="B001",
        workshop="W001",
        subject=BallotSubject.NEEDS,
        dots=3,
        options=OPTIONS,
        opened_at=AT,
        state=BallotState.CLOSED,
        voters_by_hand=voters_by_hand,
    )

    _, votes = Table(ballot, cast, frozenset(), None).told()

    assert votes == ()
