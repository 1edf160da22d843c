"""How easily a verdict would change: every member's answers left out once."""

from __future__ import annotations

from fastmap.analysis.imbalance import Case, judge
from fastmap.analysis.voices import Voice
from fastmap.catalogue.definitions import Rules
from fastmap.model.choices import Verdict
from fastmap.model.ids import MemberCode, SkillUri


def flipping_members(case: Case, computed: Verdict, rules: Rules) -> tuple[MemberCode, ...]:
    """Return the members whose answers, left out alone, change the verdict ``computed``; by code.

    Only members with a voice in the case can. A member that is also a partner keeps its offers, and people short in
    12 months are compared with the places anew. Source: `domain.md`, Sensitivity.
    """
    # In a large cluster many members say exactly the same, and without any of them the same is left.
    known: dict[object, Verdict] = {}
    flipping = []
    for voice in case.voices:
        said = (voice.says, *sorted(voice.short_12m.items()))
        if said not in known:
            known[said] = _verdict_without(voice, case, rules)
        if known[said] is not computed:
            flipping.append(voice.member)
    return tuple(flipping)


def _verdict_without(voice: Voice, case: Case, rules: Rules) -> Verdict:
    return judge(case, case.tally.without(voice.says), _short_without(voice, case), rules).verdict


def _short_without(voice: Voice, case: Case) -> dict[SkillUri, int]:
    left = dict(case.short_12m)
    for skill, people in voice.short_12m.items():
        left[skill] -= people
    return left
