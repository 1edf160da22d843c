"""What each member says about one skill or group, as a verdict counts it: whole members, nothing else.

Verdicts are counted from these rather than from the table of quantities because sensitivity leaves one member out at a
time: taking a voice out of a tally is a subtraction.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import add, sub
from typing import NamedTuple

import pandas as pd

from fastmap.analysis.frames import whole
from fastmap.model.ids import MemberCode, SkillUri


class Tally(NamedTuple):
    """Members who … – of one voice 0 or 1 each, of a skill the sums."""

    users: int = 0
    """named the skill"""
    gave_figure: int = 0
    """said how many are short now or in 12 months"""
    short: int = 0
    """are short of someone now or in 12 months"""
    said_hiring: int = 0
    """said whether they tried to hire, and how it went"""
    tried: int = 0
    """tried to hire"""
    hard: int = 0
    """hired with difficulty or in vain"""
    few: int = 0
    """say that few applied"""
    no_training: int = 0
    """found no training nearby, or too small or too far"""
    lacked: int = 0
    """say that applicants lacked the skill"""
    misfit: int = 0
    """found training of the wrong content"""
    fits: int = 0
    """know suitable training"""
    unused: int = 0
    """have people whose skill goes unused"""
    reasons_ignored: int = 0
    """gave a reason without a hard or failed hire"""

    def plus(self, other: Tally) -> Tally:
        """Return both together."""
        return Tally(*map(add, self, other))

    def without(self, other: Tally) -> Tally:
        """Return what is left when ``other`` is taken out."""
        return Tally(*map(sub, self, other))


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """What one member says about one skill or group."""

    member: MemberCode
    says: Tally
    short_12m: Mapping[SkillUri, int]
    """People short in 12 months, per skill, where known."""
    unused_people: int | None = None


def voices_by_subject(
    demand: pd.DataFrame, unused: pd.DataFrame, short_12m: Mapping[tuple[SkillUri, MemberCode], Mapping[SkillUri, int]]
) -> dict[SkillUri, tuple[Voice, ...]]:
    """Return the voices of each skill (or group) in ``demand`` or ``unused``, by member.

    ``demand`` is `frames.DEMAND`, ``unused`` `frames.UNUSED`, ``short_12m`` comes from `known_short_12m`.
    """
    voices: defaultdict[SkillUri, dict[MemberCode, Voice]] = defaultdict(dict)
    for uri, member, says in _user_tallies(demand):
        voices[uri][member] = Voice(member=member, says=says, short_12m=short_12m.get((uri, member), {}))
    for skill, code, people in zip(unused["skill"], unused["member"], unused["people"], strict=True):
        uri, member = SkillUri(skill), MemberCode(code)
        user = voices[uri].get(member)
        voices[uri][member] = Voice(
            member=member,
            says=(user.says if user else Tally())._replace(unused=1),
            short_12m=user.short_12m if user else {},
            unused_people=whole(people),
        )
    return {uri: tuple(voice for _, voice in sorted(by_member.items())) for uri, by_member in voices.items()}


def known_short_12m(
    demand: pd.DataFrame, group_of: Mapping[SkillUri, SkillUri] | None = None
) -> dict[tuple[SkillUri, MemberCode], dict[SkillUri, int]]:
    """Return per skill (or per group, with ``group_of``) and member what it said of each skill, where known.

    ``demand`` is the table per skill in both cases: places are compared skill by skill even for a group.
    """
    known: defaultdict[tuple[SkillUri, MemberCode], dict[SkillUri, int]] = defaultdict(dict)
    rows = demand[demand["short_12m"].notna()]
    for uri, member, people in zip(rows["skill"], rows["member"], rows["short_12m"], strict=True):
        subject = uri if group_of is None else group_of.get(uri)
        if subject is not None:
            known[subject, member][uri] = int(people)
    return dict(known)


def tally(voices: Iterable[Voice]) -> Tally:
    """Return the sum of ``voices``."""
    total = Tally()
    for voice in voices:
        total = total.plus(voice.says)
    return total


def short_12m_by_skill(voices: Iterable[Voice]) -> dict[SkillUri, int]:
    """Return people short in 12 months per skill, over the voices that said."""
    total: defaultdict[SkillUri, int] = defaultdict(int)
    for voice in voices:
        for skill, people in voice.short_12m.items():
            total[skill] += people
    return dict(total)


def _user_tallies(demand: pd.DataFrame) -> Iterable[tuple[SkillUri, MemberCode, Tally]]:
    figures = demand[["short_now", "short_12m"]]
    flags = pd.DataFrame(
        {
            "gave_figure": figures.notna().any(axis=1),
            "short": (figures > 0).any(axis=1),
            "said_hiring": demand["hiring"].notna(),
            **{name: demand[name] for name in ("tried", "hard", "few", "no_training", "lacked", "misfit", "fits")},
            "reasons_ignored": demand["reasons_ignored"],
        }
    ).astype("int64")
    columns = {str(name): flags[name].tolist() for name in flags}
    for row, (uri, member) in enumerate(zip(demand["skill"], demand["member"], strict=True)):
        says = Tally(users=1, **{name: values[row] for name, values in columns.items()})
        yield SkillUri(uri), MemberCode(member), says
