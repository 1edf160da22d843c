"""The words of the projector for what a meeting decides: the three cards, votes with dots, and the reading at the end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fastmap.analysis.votes import ballots_of
from fastmap.catalogue.definitions import Catalogue
from fastmap.model.choices import BallotState, RecommendationAnswer
from fastmap.model.planning import DecisionPlan
from fastmap.model.results import Recommendation, Results
from fastmap.model.snapshot import Snapshot
from fastmap.model.vote_results import BallotResult, OptionResult
from fastmap.model.wall import NextStepsWall, ReadDecision, ReadingWall, VoteOption, VoteWall, WallCard, WallHead
from fastmap.model.workshop import Ballot, Workshop
from fastmap.report.whole_names import HIDDEN
from fastmap.tasks.ballots import option_labels
from fastmap.tasks.wall import item_title
from fastmap.tasks.wall_names import WallNames
from fastmap.texts import Texts, sentence_case

CARDS: Final = 3
MOST_REASONS: Final = 2


def next_steps_wall(results: Results, snapshot: Snapshot, names: WallNames, texts: Texts) -> NextStepsWall:
    """Return the first three cards, with owner, day and answer as they are recorded at this moment."""
    cards = results.on_cards(CARDS)
    return NextStepsWall(
        head=WallHead(
            title=texts.term("wall.next_steps.title"),
            subtitle=texts.term("wall.next_steps.subtitle") if cards else "",
            nothing="" if cards else texts.term("wall.next_steps.nothing"),
        ),
        cards=tuple(_card(number, item, snapshot, names, texts) for number, item in enumerate(cards, start=1)),
    )


def _card(number: int, item: Recommendation, snapshot: Snapshot, names: WallNames, texts: Texts) -> WallCard:
    plan = _plan(item, snapshot)
    answer = _answer(item, snapshot)
    blank = texts.term("wall.next_steps.open")
    owner = names.text(plan.owner) if plan is not None else ""
    due = "" if plan is None or plan.due is None else texts.date(plan.due)
    return WallCard(
        number=number,
        title=texts.term(f"action.{item.reference}.title"),
        decision=names.say(item.decision),
        reasons=tuple(sentence_case(names.say(reason)) for reason in item.why[:MOST_REASONS]),
        owner=(texts.term("wall.next_steps.owner"), owner or blank),
        due=(texts.term("wall.next_steps.due"), due or blank),
        answer="" if answer is None else sentence_case(texts.term(f"recommendation_answer.{answer}")),
        is_accepted=answer is RecommendationAnswer.ACCEPTED,
    )


def _plan(item: Recommendation, snapshot: Snapshot) -> DecisionPlan | None:
    return next((plan for plan in snapshot.decision_plans if plan.recommendation == item.id), None)


def _answer(item: Recommendation, snapshot: Snapshot) -> RecommendationAnswer | None:
    """Return the answer that stands in the file now: results may be a moment older."""
    return next((one.answer for one in snapshot.decisions if one.recommendation == item.id), None)


# --- votes ------------------------------------------------------------------------------------------------------------


def ballot_on_wall(snapshot: Snapshot, workshop: Workshop | None) -> Ballot | None:
    """Return the vote of ``workshop`` that is open, else the one opened last, else ``None``.

    Never one of an earlier workshop: its dots would lead those that are about to be given.
    """
    own = [ballot for ballot in snapshot.ballots if workshop is not None and ballot.workshop == workshop.id]
    return max(own, key=lambda one: (one.state is BallotState.OPEN, one.opened_at, one.id), default=None)


def vote_wall(
    results: Results,
    snapshot: Snapshot,
    catalogue: Catalogue,
    names: WallNames,
    texts: Texts,
    *,
    workshop: Workshop | None,
) -> VoteWall:
    """Return the vote of ``workshop``, counted from the file as it is now; dots hidden while the vote says so."""
    ballot = ballot_on_wall(snapshot, workshop)
    if ballot is None:
        head = WallHead(title=texts.term("wall.vote.title"), nothing=texts.term("wall.vote.nothing"))
        return VoteWall(head=head, state=None, state_words="", voters="", options=(), most=1, verdict="")
    counted = ballots_of(snapshot, results.skills, results.recommendations, gap_places=catalogue.workshop.gap_places)
    result = next(one for one in counted if one.ballot.id == ballot.id)
    is_shown = ballot.is_live or ballot.state is BallotState.CLOSED
    labels = option_labels(ballot, results, texts.language)
    options = result.options if is_shown else _as_offered(result)
    state = "closed" if ballot.state is BallotState.CLOSED else "live" if ballot.is_live else "hidden"
    return VoteWall(
        head=WallHead(
            title=texts.get("wall.vote.title_of", subject=texts.term(f"ballot_subject.{ballot.subject}")),
            subtitle=texts.get("wall.vote.dots_each", count=ballot.dots),
        ),
        state=ballot.state,
        state_words=texts.term(f"wall.vote.{state}"),
        voters=_voters(result, texts),
        options=tuple(_option(one, names.text(labels[one.option]), texts, is_shown=is_shown) for one in options),
        most=max((one.dots for one in options), default=0) or 1,
        verdict=_verdict(result, texts) if is_shown and result.dots and result.is_ranked_by_survey else "",
    )


def _as_offered(result: BallotResult) -> tuple[OptionResult, ...]:
    """Return options in the order of the ballot: theirs by dots would tell what is hidden."""
    places = {option: place for place, option in enumerate(result.ballot.options)}
    return tuple(sorted(result.options, key=lambda one: places[one.option]))


def _option(one: OptionResult, label: str, texts: Texts, *, is_shown: bool) -> VoteOption:
    return VoteOption(
        label=label,
        dots=one.dots if is_shown else None,
        dots_words=texts.get("wall.vote.dots", count=one.dots) if is_shown else "",
        survey="" if one.survey_place is None else texts.get("wall.vote.survey", place=one.survey_place),
        gap=texts.term(f"rank_gap.{one.gap}") if is_shown and one.gap is not None else "",
    )


def _voters(result: BallotResult, texts: Texts) -> str:
    if result.voters is None:
        return texts.term("wall.vote.voters_unknown")
    return texts.get("wall.vote.voters", count=result.voters)


def _verdict(result: BallotResult, texts: Texts) -> str:
    apart = len(result.disagreements)
    return texts.get("wall.vote.disagree", count=apart) if apart else texts.term("wall.vote.agree")


# --- reading aloud ----------------------------------------------------------------------------------------------------


def reading_wall(
    results: Results, snapshot: Snapshot, workshop: Workshop | None, names: WallNames, texts: Texts
) -> ReadingWall:
    """Return what was decided: under the items of the agenda, and cards that were accepted."""
    decisions = (*_of_agenda(workshop, names, texts), *_accepted(results, snapshot, names, texts))
    return ReadingWall(
        head=WallHead(
            title=texts.term("wall.reading.title"),
            subtitle=_reading_subtitle(decisions, texts),
            nothing="" if decisions else texts.term("wall.reading.nothing"),
        ),
        decisions=decisions,
    )


def _reading_subtitle(decisions: tuple[ReadDecision, ...], texts: Texts) -> str:
    if not decisions:
        return ""
    said = texts.term("wall.reading.subtitle")
    # Nobody can confirm "[…] buys the course" without knowing what the brackets are.
    is_masked = any(HIDDEN in line for one in decisions for line in (one.about, *one.lines))
    return f"{said} {texts.get('wall.reading.hidden', mark=HIDDEN)}" if is_masked else said


def _of_agenda(workshop: Workshop | None, names: WallNames, texts: Texts) -> Iterator[ReadDecision]:
    for item in () if workshop is None else workshop.agenda:
        lines = tuple(filter(None, (names.text(line) for line in (item.decisions or "").splitlines())))
        if lines:
            yield ReadDecision(about=item_title(item, names, texts), lines=lines)


def _accepted(results: Results, snapshot: Snapshot, names: WallNames, texts: Texts) -> Iterator[ReadDecision]:
    for item in results.recommendations:
        if _answer(item, snapshot) is RecommendationAnswer.ACCEPTED:
            plan = _plan(item, snapshot)
            blank = texts.term("wall.next_steps.open")
            owner = (names.text(plan.owner) if plan is not None else "") or blank
            due = blank if plan is None or plan.due is None else texts.date(plan.due)
            who = texts.get("wall.reading.who", owner=owner, due=due)
            yield ReadDecision(about=texts.term("wall.reading.accepted"), lines=(names.say(item.decision), who))
