"""Taking what phones in a workshop send into an assessment: each answer once, and only where it is clear whose it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from fastmap.changes.responses import TakePhoneAnswers
from fastmap.intake.form_answers import FormAnswers
from fastmap.intake.outcomes import answers_only, finding, state_of
from fastmap.intake.phone_answers import PhoneAnswer, Standing, understand_phone
from fastmap.intake.whose import MemberList
from fastmap.model.choices import Channel, ImportState, ResponseState
from fastmap.model.ids import MemberCode, ResponseId
from fastmap.model.responses import Problem, Response
from fastmap.model.snapshot import Snapshot

_WITHOUT_CARD: Final = "phone_without_card"
_ANSWERED_ONCE: Final = (
    "respondent_role",
    "consent_contact",
    "consent_naming",
    "people_total",
    "paid_training",
    "barrier",
    "remarks",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenAnswers:
    """What becomes of the answers of a batch."""

    change: TakePhoneAnswers | None
    """The one change that takes them; ``None`` if all of them are there already."""
    standings: tuple[Standing, ...]
    """What each phone may be told once the change is on disk, in the order of the answers."""


def taken_answers(snapshot: Snapshot, answers: Iterable[PhoneAnswer]) -> TakenAnswers:
    """Return how the answers are taken.

    With a code card an answer counts at once, unless the firm has another one; without a card it waits for a person. A phone
    that sends its form again, changed, changes its answer – as long as it is of the same firm and nobody here has worked on
    it meanwhile. One form that goes from hand to hand, with one card after another in it, is one answer of each firm.
    """
    members = MemberList(snapshot.members)
    known = {response.id: response for response in snapshot.responses}
    taken: dict[ResponseId, None] = {}
    supersedes: dict[ResponseId, None] = {}
    standings = []
    for answer in _of_known_firms(snapshot, answers):
        understood = understand_phone(answer.answers)
        response = _there_already(known, answer, understood)
        if response is None:
            response = _made(snapshot, members, known, answer, understood)
            known[response.id] = response
            taken[response.id] = None
            for older in _begun_without_card(known, answer):
                known[older.id] = replace(older, state=ResponseState.SUPERSEDED)
                supersedes[older.id] = None
        standings.append(standing_of(response))
    return TakenAnswers(
        change=TakePhoneAnswers(responses=tuple(known[one] for one in taken), supersedes=tuple(supersedes))
        if taken
        else None,
        standings=tuple(standings),
    )


def _of_known_firms(snapshot: Snapshot, answers: Iterable[PhoneAnswer]) -> Iterator[PhoneAnswer]:
    """Yield the answers; one of a firm that was removed in this moment waits like one without a card."""
    known = {member.code for member in snapshot.members}
    for answer in answers:
        yield answer if answer.member in known else replace(answer, member=None)


def standing_of(response: Response) -> Standing:
    """Return what may be said of an answer as it is recorded."""
    if response.state is ResponseState.ACCEPTED:
        return Standing.COUNTS
    if response.state is ResponseState.SUPERSEDED:
        return Standing.SET_ASIDE
    return Standing.SECOND if _bears_card(response) else Standing.OF_WHOM


def stands(response: Response) -> bool:
    """Return whether an answer is one that its firm has given: it counts, or came with the firm's card.

    What waits with nothing but a typed name may be anybody's. It keeps no firm's own answer from counting.
    """
    return response.state is ResponseState.ACCEPTED or (
        response.state is ResponseState.TO_CHECK and response.channel is Channel.PHONE and _bears_card(response)
    )


def given_answers(snapshot: Snapshot) -> dict[MemberCode, list[Response]]:
    """Return the answers that stand, by firm: another one of the same firm waits."""
    found: dict[MemberCode, list[Response]] = {}
    for response in snapshot.responses:
        if response.member is not None and stands(response):
            found.setdefault(response.member, []).append(response)
    return found


def is_of_form(response: ResponseId, key: str) -> bool:
    """Return whether an answer was made with the form that bears ``key``."""
    return _version(response, key) > 0


# --- what is there already --------------------------------------------------------------------------------------------


def _version(response: ResponseId, key: str) -> int:
    """Return how many answers were made with the form up to this one; 0 for one that is of another form."""
    first = f"phone-{key}"
    if response == first:
        return 1
    number = response.removeprefix(f"{first}-")
    return int(number) if number != response and number.isascii() and number.isdecimal() and len(number) < 7 else 0


def _versions(known: Mapping[ResponseId, Response], key: str) -> list[Response]:
    found = [response for response in known.values() if is_of_form(response.id, key)]
    return sorted(found, key=lambda response: _version(response.id, key))


def _newest(known: Mapping[ResponseId, Response], answer: PhoneAnswer, understood: FormAnswers) -> Response | None:
    """Return the last answer that was made with this form in the name of the same firm."""
    own = [one for one in _versions(known, answer.key) if _is_from(one, answer, understood)]
    return own[-1] if own else None


def _is_from(response: Response, answer: PhoneAnswer, understood: FormAnswers) -> bool:
    """Whether an answer is of the same sender as far as anybody can tell: by the card, or without one by the name."""
    if answer.member is not None:
        return _bears_card(response) and response.member == answer.member
    return not _bears_card(response) and _named(response.raw) == _named(understood.raw)


def _named(raw: Mapping[str, str]) -> str:
    return " ".join(raw.get("organisation", "").casefold().split())


def _bears_card(response: Response) -> bool:
    return all(problem.code != _WITHOUT_CARD for problem in response.problems)


def _there_already(
    known: Mapping[ResponseId, Response], answer: PhoneAnswer, understood: FormAnswers
) -> Response | None:
    """Return the answer that this one is: the form was sent a second time.

    Of one form only the last answer can be meant: whoever goes back to the words of an earlier one changes it again.
    """
    newest = _newest(known, answer, understood)
    if newest is not None and newest.raw == understood.raw:
        return newest
    return next((one for one in known.values() if _is_same(one, answer, understood)), None)


def _is_same(response: Response, answer: PhoneAnswer, understood: FormAnswers) -> bool:
    """Whether an answer of another form is this one: the phone lost its page before it heard that it was stored."""
    return (
        response.channel is Channel.PHONE
        and answer.member is not None
        and response.member == answer.member
        and response.state is not ResponseState.SUPERSEDED
        and _bears_card(response)
        and not is_of_form(response.id, answer.key)
        and answers_only(response.raw) == answers_only(understood.raw)
    )


def _is_untouched(response: Response) -> bool:
    """Whether an answer is still what the phone sent: nobody corrected, settled or merged any of it."""
    said = understand_phone(response.raw)
    is_as_sent = all(getattr(response, name) == value for name, value in _said(said).items())
    waits = any(problem.done == "waits" for problem in response.problems)
    return is_as_sent and response.state is (ResponseState.TO_CHECK if waits else ResponseState.ACCEPTED)


def _begun_without_card(known: Mapping[ResponseId, Response], answer: PhoneAnswer) -> list[Response]:
    """Return what a firm's answer takes the place of: the same form, sent before the person found the card."""
    if answer.member is None:
        return []
    return [
        one
        for one in _versions(known, answer.key)
        if not _bears_card(one) and one.member == answer.member and _is_untouched(one)
    ]


# --- making one -------------------------------------------------------------------------------------------------------


def _made(
    snapshot: Snapshot,
    members: MemberList,
    known: Mapping[ResponseId, Response],
    answer: PhoneAnswer,
    understood: FormAnswers,
) -> Response:
    response_id = _id_for(known, answer, understood)
    others = [one for one in known.values() if one.id != response_id]
    member, doubts = _whose(members, answer, understood)
    doubts += _second(others, member, answer, understood)
    notes = [finding("form_empty", "taken")] if understood.is_blank else []
    problems = (*doubts, *notes, *understood.problems)
    state = state_of(doubts, problems)
    return Response(
        id=response_id,
        member=member,
        channel=Channel.PHONE,
        language=understood.values.get("language") or answer.language or snapshot.info.language,
        received_at=answer.received_at,
        state=ResponseState.TO_CHECK if state is ImportState.TO_CHECK else ResponseState.ACCEPTED,
        raw=understood.raw,
        problems=problems,
        **_said(understood),
    )


def _id_for(known: Mapping[ResponseId, Response], answer: PhoneAnswer, understood: FormAnswers) -> ResponseId:
    """Return the id of the answer that is changed, if nobody here worked on it, else a new one."""
    newest = _newest(known, answer, understood)
    if newest is not None and _is_untouched(newest):
        return newest.id
    versions = _versions(known, answer.key)
    first = f"phone-{answer.key}"
    return ResponseId(f"{first}-{_version(versions[-1].id, answer.key) + 1}" if versions else first)


def _said(understood: FormAnswers) -> dict[str, Any]:
    """Return what a form says, by the names of the fields of an answer."""
    values = understood.values
    return {
        **{name: values.get(name) for name in _ANSWERED_ONCE},
        "needs": understood.needs,
        "unused": understood.unused,
        "links": understood.links,
        "offers": understood.offers,
    }


def _whose(
    members: MemberList, answer: PhoneAnswer, understood: FormAnswers
) -> tuple[MemberCode | None, list[Problem]]:
    """Return whose an answer is, and what speaks against counting it: a name alone is no proof."""
    if answer.member is not None:
        return answer.member, []
    organisation = understood.values.get("organisation", "")
    named = members.named(organisation)
    member = named[0].code if len(named) == 1 else None
    return member, [finding(_WITHOUT_CARD, "waits", found=organisation or None)]


def _second(
    others: list[Response], member: MemberCode | None, answer: PhoneAnswer, understood: FormAnswers
) -> list[Problem]:
    """Return what speaks against counting an answer beside the others of its firm."""
    own = [response for response in others if member is not None and response.member == member]
    if answer.member is not None:
        standing = [response for response in own if stands(response)]
    else:
        standing = [response for response in own if response.state is not ResponseState.SUPERSEDED]
    different = [one for one in standing if answers_only(one.raw) != answers_only(understood.raw)]
    return [finding("second_version", "waits", other=one.source_name or one.id) for one in different[:1]]
