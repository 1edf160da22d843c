"""Two answers of one member as one: per field the larger value, as for two lines of one form that mean the same skill."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final, TypeAlias, TypeVar

from fastmap.model.choices import Consequence, Hiring, HiringReason, NeedLevel
from fastmap.model.normalise import text_key
from fastmap.model.responses import NamedLink, Need, Response, UnusedSkill

T = TypeVar("T")
MeansSame: TypeAlias = Callable[[str, str], bool]
"""Says whether a text of the first answer and one of the second mean the same skill."""

_LEVELS: Final = (NeedLevel.BASIC, NeedLevel.SKILLED, NeedLevel.EXPERT)
_HIRING: Final = (Hiring.NOT_TRIED, Hiring.FILLED, Hiring.HARD, Hiring.NOT_FILLED)


def same_text(first: str, second: str) -> bool:
    """Return whether two texts are the same in normal form."""
    return text_key(first) == text_key(second) or first.strip() == second.strip()


def merged(first: Response, second: Response, means_same: MeansSame = same_text) -> Response:
    """Return ``first`` with what ``second`` adds; the raw answers of ``first`` stay as they were received.

    Needs of the same skill become one: larger figures and level, worst consequence, worst hire, all reasons. Where the
    two say different things about training nearby, both voices stay, on two lines: analysis counts both (`domain.md`,
    Quantities). Of single answers those of ``second``, which came later, stand; where it says nothing, those of
    ``first``. Consent is given only if nobody refused it.
    """
    needs = _needs(first.needs, second.needs, means_same)
    remarks = [text for text in (first.remarks, second.remarks) if text]
    return replace(
        first,
        respondent_role=_together(first.respondent_role, second.respondent_role),
        consent_contact=_unless_refused(first.consent_contact, second.consent_contact),
        consent_naming=_unless_refused(first.consent_naming, second.consent_naming),
        people_total=_larger(first.people_total, second.people_total),
        paid_training=_either(second.paid_training, first.paid_training),
        barrier=_either(second.barrier, first.barrier),
        needs=needs,
        unused=_unused(first.unused, second.unused, means_same),
        links=tuple(_links((*first.links, *second.links))),
        offers=tuple(dict.fromkeys((*first.offers, *second.offers))),
        remarks="\n".join(dict.fromkeys(remarks)) or None,
    )


def merged_need(first: Need, second: Need) -> Need:
    """Return what two lines about one skill say together, on the line of the first."""
    return replace(
        first,
        job=_together(first.job, second.job),
        level=_later_in(_LEVELS, first.level, second.level),
        consequence=_later_in(tuple(reversed(Consequence)), first.consequence, second.consequence),
        hiring=_later_in(_HIRING, first.hiring, second.hiring),
        hiring_reasons=_reasons(first, second),
        provision=_either(first.provision, second.provision),
        short_now=_larger(first.short_now, second.short_now),
        short_12m=_larger(first.short_12m, second.short_12m),
        short_36m=_larger(first.short_36m, second.short_36m),
        joint_people=_larger(first.joint_people, second.joint_people),
    )


def one_line_each(needs: Iterable[Need]) -> tuple[Need, ...]:
    """Return ``needs`` with one line per skill, numbered from 1; two where they differ about training nearby."""
    kept: list[Need] = []
    places: dict[str, list[int]] = {}
    for need in needs:
        same = places.setdefault(text_key(need.skill_text) or need.skill_text.strip(), [])
        place = next((place for place in same if _one_voice(kept[place], need)), None)
        if place is None:
            same.append(len(kept))
            kept.append(replace(need, row=len(kept) + 1))
        else:
            kept[place] = merged_need(kept[place], need)
    return tuple(kept)


def one_unused_each(unused: Iterable[UnusedSkill]) -> tuple[UnusedSkill, ...]:
    """Return ``unused`` with each skill once, with the larger figure."""
    kept: dict[str, UnusedSkill] = {}
    for one in unused:
        key = text_key(one.skill_text) or one.skill_text.strip()
        known = kept.setdefault(key, one)
        kept[key] = replace(known, people=_larger(known.people, one.people))
    return tuple(kept.values())


def _needs(first: tuple[Need, ...], second: tuple[Need, ...], means_same: MeansSame) -> tuple[Need, ...]:
    needs = list(first)
    row = max((need.row for need in needs), default=0)
    for need in second:
        place = next((i for i, known in enumerate(needs) if _agree(known, need, means_same)), None)
        if place is not None:
            needs[place] = merged_need(needs[place], need)
        else:
            row += 1
            needs.append(replace(need, row=row))
    return tuple(needs)


def _agree(known: Need, need: Need, means_same: MeansSame) -> bool:
    return means_same(known.skill_text, need.skill_text) and _one_voice(known, need)


def _one_voice(first: Need, second: Need) -> bool:
    return len({first.provision, second.provision} - {None}) <= 1


def _reasons(first: Need, second: Need) -> tuple[HiringReason, ...]:
    """Return all reasons; one that did not count, without a hard or failed hire beside it, must not begin to."""
    counted = [need for need in (first, second) if need.hiring in {Hiring.HARD, Hiring.NOT_FILLED}]
    return tuple(dict.fromkeys(reason for need in counted or (first, second) for reason in need.hiring_reasons))


def _unused(
    first: tuple[UnusedSkill, ...], second: tuple[UnusedSkill, ...], means_same: MeansSame
) -> tuple[UnusedSkill, ...]:
    known = list(first)
    for one in second:
        place = next((i for i, other in enumerate(known) if means_same(other.skill_text, one.skill_text)), None)
        if place is None:
            known.append(one)
        else:
            known[place] = replace(known[place], people=_larger(known[place].people, one.people))
    return tuple(known)


def _links(links: Iterable[NamedLink]) -> Iterable[NamedLink]:
    seen: dict[tuple[object, ...], NamedLink] = {}
    for link in links:
        seen.setdefault((text_key(link.name), link.type, link.kind), link)
    return seen.values()


def _together(first: str | None, second: str | None) -> str | None:
    return " / ".join(dict.fromkeys(text for text in (first, second) if text)) or None


def _either(first: T | None, second: T | None) -> T | None:
    return second if first is None else first


def _larger(first: int | None, second: int | None) -> int | None:
    known = [number for number in (first, second) if number is not None]
    return max(known, default=None)


def _later_in(order: tuple[T, ...], first: T | None, second: T | None) -> T | None:
    known = [one for one in (first, second) if one is not None]
    return max(known, key=order.index, default=None)


def _unless_refused(first: bool | None, second: bool | None) -> bool | None:  # noqa: FBT001 - two answers to one question
    if first is False or second is False:
        return False
    return _either(first, second)
