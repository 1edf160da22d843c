"""Taking what phones in a workshop send into an assessment: each answer once, and only where it is clear whose it is."""

from __future__ import annotations

from collections.abc import Iterable

from fastmap.changes.responses import TakePhoneAnswers
from fastmap.intake.form_answers import FormAnswers
from fastmap.intake.outcomes import answers_only, finding, state_of
from fastmap.intake.phone_answers import PhoneAnswer, understand_phone
from fastmap.intake.whose import MemberList
from fastmap.model.choices import Channel, ImportState, ResponseState
from fastmap.model.ids import MemberCode, ResponseId
from fastmap.model.responses import Problem, Response
from fastmap.model.snapshot import Snapshot


def taken_answers(snapshot: Snapshot, answers: Iterable[PhoneAnswer]) -> TakePhoneAnswers | None:
    """Return the one change that takes the answers; ``None`` if all of them are there already.

    With a code card an answer counts at once, unless the firm has another one; without a card it waits for a person. A phone
    that sends its form again, changed, changes its answer – as long as nobody here has worked on it meanwhile.
    """
    members = MemberList(snapshot.members)
    known = {response.id: response for response in snapshot.responses}
    taken: dict[ResponseId, Response] = {}
    for answer in answers:
        response = _response(snapshot, members, {**known, **taken}, answer)
        if response is not None:
            taken[response.id] = response
    return TakePhoneAnswers(responses=tuple(taken.values())) if taken else None


def _response(
    snapshot: Snapshot, members: MemberList, known: dict[ResponseId, Response], answer: PhoneAnswer
) -> Response | None:
    understood = understand_phone(answer.answers)
    first = ResponseId(f"phone-{answer.key}")
    versions = [response for response in known.values() if response.id == first or response.id.startswith(f"{first}-")]
    if any(response.raw == understood.raw for response in versions):
        return None
    if any(_is_same(response, answer, understood) for response in known.values()):
        return None
    earlier = known.get(first)
    if earlier is not None and len(versions) == 1 and _is_untouched(earlier):
        others = [response for response in known.values() if response.id != first]
        return _made(snapshot, members, others, answer, understood, first)
    response_id = first if earlier is None else ResponseId(f"{first}-{len(versions) + 1}")
    return _made(snapshot, members, list(known.values()), answer, understood, response_id)


def _is_same(response: Response, answer: PhoneAnswer, understood: FormAnswers) -> bool:
    """Whether an answer of another key is this one: the phone lost its page before it heard that it was stored."""
    return (
        response.channel is Channel.PHONE
        and answer.member is not None
        and response.member == answer.member
        and response.state is not ResponseState.SUPERSEDED
        and answers_only(response.raw) == answers_only(understood.raw)
    )


def _is_untouched(response: Response) -> bool:
    """Whether an answer is still what the phone sent: nobody corrected, settled or merged it."""
    said = understand_phone(response.raw)
    is_as_sent = response.needs == said.needs and response.unused == said.unused and response.links == said.links
    waits = any(problem.done == "waits" for problem in response.problems)
    return is_as_sent and response.state is (ResponseState.TO_CHECK if waits else ResponseState.ACCEPTED)


def _made(
    snapshot: Snapshot,
    members: MemberList,
    others: list[Response],
    answer: PhoneAnswer,
    understood: FormAnswers,
    response_id: ResponseId,
) -> Response:
    member, doubts = _whose(members, answer, understood)
    doubts += _second(others, member, understood)
    notes = [finding("form_empty", "taken")] if understood.is_blank else []
    problems = (*doubts, *notes, *understood.problems)
    state = state_of(doubts, problems)
    values = understood.values
    return Response(
        id=response_id,
        member=member,
        channel=Channel.PHONE,
        language=values.get("language") or answer.language or snapshot.info.language,
        received_at=answer.received_at,
        state=ResponseState.TO_CHECK if state is ImportState.TO_CHECK else ResponseState.ACCEPTED,
        respondent_role=values.get("respondent_role"),
        consent_contact=values.get("consent_contact"),
        consent_naming=values.get("consent_naming"),
        people_total=values.get("people_total"),
        paid_training=values.get("paid_training"),
        barrier=values.get("barrier"),
        needs=understood.needs,
        unused=understood.unused,
        links=understood.links,
        offers=understood.offers,
        remarks=values.get("remarks"),
        raw=understood.raw,
        problems=problems,
    )


def _whose(
    members: MemberList, answer: PhoneAnswer, understood: FormAnswers
) -> tuple[MemberCode | None, list[Problem]]:
    """Return whose an answer is, and what speaks against counting it: a name alone is no proof."""
    if answer.member is not None:
        return answer.member, []
    organisation = understood.values.get("organisation", "")
    named = members.named(organisation)
    member = named[0].code if len(named) == 1 else None
    return member, [finding("phone_without_card", "waits", found=organisation or None)]


def _second(others: list[Response], member: MemberCode | None, understood: FormAnswers) -> list[Problem]:
    standing = [
        response
        for response in others
        if response.member == member and member is not None and response.state is not ResponseState.SUPERSEDED
    ]
    different = [one for one in standing if answers_only(one.raw) != answers_only(understood.raw)]
    return [finding("second_version", "waits", other=one.source_name or one.id) for one in different[:1]]
