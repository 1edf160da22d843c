"""How far the answers speak for the cluster: who answered, who is missing, and what to be careful about."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from fastmap.analysis.consolidation import Consolidated
from fastmap.analysis.restricting import Size, size_of
from fastmap.catalogue.definitions import Rules
from fastmap.model.choices import MemberKind, MemberStatus, ResponseState
from fastmap.model.ids import MemberCode
from fastmap.model.messages import Message, Share, Term, message
from fastmap.model.normalise import text_key
from fastmap.model.organisations import Member
from fastmap.model.responses import Response
from fastmap.model.results import Quality, Stratum
from fastmap.model.snapshot import Snapshot

_T = TypeVar("_T")

UNKNOWN_STRATUM = "unknown"
"""Key of the slice whose members have no kind (or no activity) recorded."""


def response_quality(snapshot: Snapshot, answers: Consolidated, rules: Rules) -> Quality:
    """Return who was asked, who answered and what follows.

    *Answered* are members with an accepted response; *asked* is every status but *not asked*, and whoever answered
    (decision record 0051). Rates are ``None`` where nobody was asked or no headcount is known; the share of people is
    ``None`` as well where members answered and the headcount of none of them is known.
    """
    members = sorted(snapshot.members, key=lambda member: member.code)
    answered = frozenset(answers.answered)
    asked = [member for member in members if was_asked(member, answered)]
    by_size = _strata(members, answered, key=_kind_key, order=_KIND_ORDER.index)
    trained = _latest(answers.responses, lambda response: response.paid_training)
    return Quality(
        members=len(members),
        asked=len(asked),
        answered=len(answered),
        response_rate=len(answered) / len(asked) if asked else None,
        employment_covered=_employment_covered(members, answered),
        headcount_known=sum(member.headcount is not None for member in members),
        empty_forms=sum(not response.needs for response in answers.responses),
        by_size=by_size,
        by_activity=_by_activity(members, answered),
        by_region=_strata(members, answered, key=_region_key, order=_unknown_last),
        not_answered=_to_call(members, answered, snapshot),
        languages=dict(sorted(Counter(response.language for response in answers.responses).items())),
        needs_rows=len(answers.needs),
        paid_training_yes=sum(trained),
        paid_training_known=len(trained),
        barriers=dict(sorted(Counter(str(b) for b in _latest(answers.responses, lambda r: r.barrier)).items())),
        warnings=tuple(_warnings(snapshot, members, answered, by_size, rules)),
    )


def was_asked(member: Member, answered: Iterable[MemberCode]) -> bool:
    """Say whether ``member`` counts as asked: any status but *not asked*, or an answer."""
    return member.status is not MemberStatus.NOT_ASKED or member.code in answered


_KIND_ORDER = [*(str(kind) for kind in MemberKind), UNKNOWN_STRATUM]


def _kind_key(member: Member) -> str:
    return str(member.kind) if member.kind else UNKNOWN_STRATUM


def _by_activity(members: list[Member], answered: frozenset[MemberCode]) -> tuple[Stratum, ...]:
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for member in members:
        if member.activity:
            spellings[text_key(member.activity)][member.activity] += 1
    shown = {key: min(counts, key=lambda text: (-counts[text], text)) for key, counts in spellings.items()}

    def key_of(member: Member) -> str:
        return shown[text_key(member.activity)] if member.activity else UNKNOWN_STRATUM

    return _strata(members, answered, key=key_of, order=_unknown_last)


def _region_key(member: Member) -> str:
    return (member.nuts or "").strip().upper() or UNKNOWN_STRATUM


def _unknown_last(key: str) -> tuple[bool, str, str]:
    return key == UNKNOWN_STRATUM, key.casefold(), key


def _strata(
    members: list[Member],
    answered: frozenset[MemberCode],
    *,
    key: Callable[[Member], str],
    order: Callable[[str], Any],
) -> tuple[Stratum, ...]:
    slices: defaultdict[str, list[Member]] = defaultdict(list)
    for member in members:
        slices[key(member)].append(member)
    return tuple(
        Stratum(
            key=name,
            members=len(inside),
            asked=sum(was_asked(member, answered) for member in inside),
            answered=sum(member.code in answered for member in inside),
            headcount=_headcount(inside),
            headcount_answered=_headcount(member for member in inside if member.code in answered),
        )
        for name, inside in sorted(slices.items(), key=lambda item: order(item[0]))
    )


def _headcount(members: Iterable[Member]) -> int | None:
    known = [member.headcount for member in members if member.headcount is not None]
    return sum(known) if known else None


def _employment_covered(members: list[Member], answered: frozenset[MemberCode]) -> float | None:
    """Return the share of people, of those known, who work at members that answered; nobody answering is a true 0."""
    everywhere = _headcount(members)
    if not everywhere:
        return None
    if not answered:
        return 0.0
    covered = _headcount(member for member in members if member.code in answered)
    return None if covered is None else covered / everywhere


def _to_call(members: list[Member], answered: frozenset[MemberCode], snapshot: Snapshot) -> tuple[MemberCode, ...]:
    """Return who was asked and sent nothing: not those who refused, nor those whose answer waits to be checked."""
    sent = answered | {response.member for response in _waiting(snapshot)}
    waited_for = (MemberStatus.ASKED, MemberStatus.REMINDED)
    return tuple(member.code for member in members if member.status in waited_for and member.code not in sent)


def _waiting(snapshot: Snapshot) -> list[Response]:
    states = (ResponseState.NEW, ResponseState.TO_CHECK)
    return [response for response in snapshot.responses if response.state in states]


def _latest(responses: Iterable[Response], answer: Callable[[Response], _T | None]) -> list[_T]:
    """Return one answer per member, the latest given, of those who gave one."""
    given: dict[MemberCode | None, _T] = {}
    for response in responses:
        value = answer(response)
        if value is not None:
            given[response.member] = value
    return list(given.values())


def _warnings(
    snapshot: Snapshot,
    members: list[Member],
    answered: frozenset[MemberCode],
    by_size: tuple[Stratum, ...],
    rules: Rules,
) -> Iterator[Message]:
    asked = sum(was_asked(member, answered) for member in members)
    if not asked:
        yield message("quality_warning.nobody_asked")
        return
    if len(answered) < rules.warn_few_answers:
        yield message("quality_warning.few_answers", count=len(answered))
    if len(answered) / asked < rules.warn_low_response:
        yield message(
            "quality_warning.low_response", rate=Share(len(answered) / asked), answered=len(answered), asked=asked
        )
    if answered:
        yield from _about_sizes(by_size, members, answered, rules)
    unknown_size = sum(member.headcount is None for member in members)
    if unknown_size:
        yield message("quality_warning.headcount_unknown", count=unknown_size)
    if waiting := len(_waiting(snapshot)):
        yield message("quality_warning.waiting", count=waiting)
    without_form = sum(member.status is MemberStatus.ANSWERED and member.code not in answered for member in members)
    if without_form:
        yield message("quality_warning.answered_without_form", count=without_form)


def _about_sizes(
    by_size: tuple[Stratum, ...], members: list[Member], answering: frozenset[MemberCode], rules: Rules
) -> Iterator[Message]:
    answered = len(answering)
    sizes = [stratum for stratum in by_size if stratum.key != UNKNOWN_STRATUM]
    silent = tuple(Term(f"member_kind.{stratum.key}") for stratum in sizes if stratum.asked and not stratum.answered)
    if silent:
        yield message("quality_warning.size_missing", count=len(silent), sizes=silent)
    if len(sizes) == 1:
        return
    leaning = [stratum for stratum in sizes if stratum.answered / answered > rules.warn_size_share]
    for stratum in leaning:
        size, share = Term(f"member_kind.{stratum.key}"), Share(stratum.answered / answered)
        yield message("quality_warning.one_size", size=size, share=share)
    if not leaning:
        yield from _about_larger_and_smaller(members, answering, rules)


def _about_larger_and_smaller(
    members: list[Member], answering: frozenset[MemberCode], rules: Rules
) -> Iterator[Message]:
    """Warn where most answers come from one side of 50 people, and more than its part of the members would give."""
    sizes = {member.code: size for member in members if (size := size_of(member)) is not None}
    heard = [size for code, size in sizes.items() if code in answering]
    sides = {
        "quality_warning.larger_firms": (Size.MEDIUM, Size.LARGE),
        "quality_warning.smaller_firms": (Size.MICRO, Size.SMALL),
    }
    for key, side in sides.items():
        count, among_all = sum(size in side for size in heard), sum(size in side for size in sizes.values())
        share = count / len(heard) if heard else 0.0
        usual = among_all / len(sizes) if sizes else 0.0
        if share > rules.warn_size_share and share > usual:
            yield message(key, count=count, answered=len(heard), usual=Share(usual))
