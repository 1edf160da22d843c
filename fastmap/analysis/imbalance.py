"""The verdict of one skill or group: which of the imbalances it is, by which rule, on which votes.

Source: `domain.md`, The four imbalances. The order of the functions is the order of the three rules.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fastmap.analysis.subjects import Subject
from fastmap.analysis.supply import Places, Sufficiency, Supply, places_of
from fastmap.analysis.voices import Tally, Voice, short_12m_by_skill, tally
from fastmap.catalogue.definitions import Rules
from fastmap.model.choices import Evidence, Verdict
from fastmap.model.ids import SkillUri
from fastmap.model.results import Votes


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One skill or group with everything its verdict may rest on."""

    subject: Subject
    voices: tuple[Voice, ...]
    supply: Supply
    tally: Tally
    short_12m: Mapping[SkillUri, int]
    """People short in 12 months per skill; missing if nobody said."""
    places: Places

    @property
    def unused_people(self) -> int | None:
        """People reported with the skill unused; ``None`` if nobody gave a number."""
        known = [voice.unused_people for voice in self.voices if voice.unused_people is not None]
        return sum(known) if known else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A verdict with the rule that gave it and the votes counted on the way."""

    verdict: Verdict
    rule: str
    """Text key ``rule.<name>``."""
    votes: Votes


def make_case(subject: Subject, voices: tuple[Voice, ...], supply: Supply, rules: Rules) -> Case:
    """Return the case of ``subject``."""
    return Case(
        subject=subject,
        voices=voices,
        supply=supply,
        tally=tally(voices),
        short_12m=short_12m_by_skill(voices),
        places=places_of(supply, is_group=subject.is_group, rules=rules),
    )


def judge(case: Case, counts: Tally, short_12m: Mapping[SkillUri, int], rules: Rules) -> Judgement:
    """Return the verdict on ``case`` for ``counts`` and ``short_12m``.

    These are the case's own, or what is left of them without one member; offers and the strategic mark stay.
    """
    sufficiency = case.places.sufficiency(short_12m)
    votes = count_votes(counts, case.supply, sufficiency)
    if counts.users < rules.min_users:
        return _few_users(case, counts, sufficiency, votes, rules)
    if _is_balanced(counts, rules):
        return Judgement(verdict=Verdict.BALANCED, rule="rule.balanced", votes=votes)
    return _by_votes(votes)


def count_votes(counts: Tally, supply: Supply, sufficiency: Sufficiency) -> Votes:
    """Return the votes of members, and what recorded offers add to them."""
    too_small = sufficiency is Sufficiency.TOO_SMALL
    unfit = supply.not_fitting > 0
    suffices = sufficiency is Sufficiency.ENOUGH and not unfit
    return Votes(
        S=counts.few + counts.no_training + too_small,
        M=counts.lacked + counts.misfit + unfit,
        U=counts.fits + suffices,
        S_offers=int(too_small),
        M_offers=int(unfit),
        U_offers=int(suffices),
    )


def evidence(verdict: Verdict, counts: Tally, rules: Rules) -> Evidence:
    """Return the class of evidence: over-qualification rests on its reporters, every other verdict on the users."""
    heard = counts.unused if verdict is Verdict.OVER_QUALIFICATION else counts.users
    if heard >= rules.supported_users:
        return Evidence.SUPPORTED
    return Evidence.INDICATIVE if heard >= rules.min_users else Evidence.THIN


def share(part: int, total: int) -> float | None:
    """Return ``part / total``, or ``None`` without data."""
    return part / total if total else None


def _is_balanced(counts: Tally, rules: Rules) -> bool:
    shares = (share(counts.short, counts.gave_figure), share(counts.hard, counts.tried))
    return all(value is None or value < rules.balanced_share for value in shares)


def _by_votes(votes: Votes) -> Judgement:
    if max(votes.S, votes.M) < votes.U:
        return Judgement(verdict=Verdict.UPTAKE_GAP, rule="rule.votes_uptake", votes=votes)
    if votes.S > votes.M:
        return Judgement(verdict=Verdict.SHORTAGE, rule="rule.votes_shortage", votes=votes)
    if votes.M > votes.S:
        return Judgement(verdict=Verdict.MISMATCH, rule="rule.votes_mismatch", votes=votes)
    rule = "rule.votes_tied" if votes.S else "rule.no_votes"
    return Judgement(verdict=Verdict.SHORTAGE_OR_MISMATCH, rule=rule, votes=votes)


def _few_users(case: Case, counts: Tally, sufficiency: Sufficiency, votes: Votes, rules: Rules) -> Judgement:
    if counts.unused >= rules.min_unused:
        return Judgement(verdict=Verdict.OVER_QUALIFICATION, rule="rule.unused", votes=votes)
    if case.subject.strategic and sufficiency is not Sufficiency.ENOUGH:
        return Judgement(verdict=Verdict.DEFICIT, rule="rule.strategic", votes=votes)
    return Judgement(verdict=Verdict.NOT_ENOUGH_EVIDENCE, rule="rule.too_few", votes=votes)
