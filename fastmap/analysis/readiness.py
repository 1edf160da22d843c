"""How far the cluster is on each of the four steps: indicators with their values, and what is not known yet.

A section not begun is *unknown*, never *not met*. Targets, units and the order of indicators come from the catalogue;
what each indicator counts stands here, under its key.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from fastmap.analysis.actors import any_linked, is_abroad, types_inside
from fastmap.analysis.answers import answer_dates
from fastmap.analysis.consolidation import Consolidated
from fastmap.analysis.references import followed
from fastmap.analysis.ties import TRAINING_TIES
from fastmap.catalogue.definitions import Catalogue, IndicatorDefinition
from fastmap.model.actions import Action
from fastmap.model.choices import (
    EDUCATION_AND_RESEARCH,
    SME_KINDS,
    ActionStatus,
    ChecklistState,
    PartnerLevel,
    PartnerType,
    Scope,
    Step,
)
from fastmap.model.ids import RefId
from fastmap.model.messages import Fact, Message, Share, message
from fastmap.model.normalise import text_key
from fastmap.model.organisations import Partner, Tie
from fastmap.model.results import Indicator, Quality, SkillResult, StepResult
from fastmap.model.snapshot import Snapshot
from fastmap.model.team_results import NO_TEAM, TeamResult

ALONE_SERVICES: Final = frozenset(map(RefId, ("A1", "A2", "A3", "A4")))
MONITORING: Final = RefId("D1")
REGIONAL_LEVELS: Final = frozenset({PartnerLevel.LOCAL, PartnerLevel.REGIONAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """Everything that indicators look at."""

    snapshot: Snapshot
    catalogue: Catalogue
    answers: Consolidated
    quality: Quality
    skills: tuple[SkillResult, ...]
    ties: tuple[Tie, ...]
    team: TeamResult = NO_TEAM

    @property
    def top_skills(self) -> tuple[SkillResult, ...]:
        """Skills ranked among the first ``top_k``."""
        last = self.catalogue.rules.top_k
        return tuple(skill for skill in self.skills if skill.ranking.rank is not None and skill.ranking.rank <= last)

    @property
    def running(self) -> frozenset[RefId]:
        """Reference actions that run."""
        running = (action for action in self.snapshot.actions if action.status is ActionStatus.RUNNING)
        found = (followed(action, self.catalogue) for action in running)
        return frozenset(reference for reference in found if reference is not None)

    @property
    def staged_partners(self) -> tuple[Partner, ...]:
        """Partners whose relationship stage is recorded."""
        return tuple(partner for partner in self.snapshot.partners if partner.stage is not None)

    def is_strong(self, partner: Partner) -> bool:
        """Say whether ``partner`` is at the stage of a working relation."""
        return partner.stage is not None and partner.stage >= self.catalogue.rules.strong_stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """The value of an indicator and a sentence on what it rests on; value ``None``: why it is not known."""

    value: float | None
    facts: Message
    fails: bool = False
    """True if the indicator is not met whatever its value is, because it asks for something else as well."""


Measure: TypeAlias = Callable[[Situation], Finding]


def step_results(situation: Situation) -> tuple[StepResult, ...]:
    """Return the four steps with their indicators. Source: `domain.md`, The four steps."""
    return tuple(_step_result(step, situation) for step in Step)


def _step_result(step: Step, situation: Situation) -> StepResult:
    indicators = tuple(_indicator(entry, situation) for entry in situation.catalogue.indicators_of(step))
    known = [indicator.met for indicator in indicators if indicator.met is not None]
    readiness = 100 * sum(known) / len(known) if known and _is_begun(step, situation.snapshot) else None
    return StepResult(step=step, readiness=readiness, indicators=indicators)


def _is_begun(step: Step, snapshot: Snapshot) -> bool:
    """Say whether there is anything that a share of the step can be told of.

    *Broaden* asks who belongs to the cluster beside firms: many answers of members alone tell nothing of that.
    """
    return step is not Step.BROADEN or bool(snapshot.partners or types_inside(snapshot) & EDUCATION_AND_RESEARCH)


def _indicator(definition: IndicatorDefinition, situation: Situation) -> Indicator:
    measure = MEASURES.get(definition.key) or LEADING.get(definition.key)
    finding = _recorded(definition.key, situation) if measure is None else measure(situation)
    value = None if finding.value is None else round(finding.value, 9)  # .3 - .2 is to be .1
    return Indicator(
        key=definition.key,
        value=value,
        target=definition.goal,
        catalogue_target=None if definition.own_target is None else definition.target,
        met=None if value is None else definition.is_met(value) and not finding.fails,
        unit=definition.unit,
        facts=finding.facts,
    )


def _found(value: float, text: str, /, **facts: Fact) -> Finding:
    return Finding(value=value, facts=message(f"indicator_facts.{text}", **facts))


def _unknown(text: str, **facts: Fact) -> Finding:
    return Finding(value=None, facts=message(f"indicator_facts.unknown.{text}", **facts))


def _recorded(key: str, situation: Situation) -> Finding:
    """Return what a person recorded for an indicator that no data can tell."""
    for answer in situation.snapshot.indicator_answers:
        if answer.key == key:
            return _found(answer.value, "recorded_with_note" if answer.note else "recorded", note=answer.note)
    return _unknown("by_hand")


# --- broaden ----------------------------------------------------------------------------------------------------------


def _education_types_inside(situation: Situation) -> Finding:
    """Return how many kinds are inside; 0 is known once one partner is a member or all of these kinds are told of."""
    snapshot = situation.snapshot
    inside = types_inside(snapshot) & EDUCATION_AND_RESEARCH
    partner_inside = any(partner.in_cluster for partner in snapshot.partners)
    partner_inside = partner_inside or any(member.partner_id for member in snapshot.members)
    of_kind = [partner for partner in snapshot.partners if partner.type in EDUCATION_AND_RESEARCH]
    all_told = bool(of_kind) and all(partner.in_cluster is not None for partner in of_kind)
    if not inside and not partner_inside and not all_told:
        return _unknown("no_partner_inside")
    return _found(len(inside), "education_types_inside", count=len(inside))


def _education_linked_share(situation: Situation) -> Finding:
    regional = [
        partner
        for partner in situation.staged_partners
        if partner.type in EDUCATION_AND_RESEARCH and partner.level in REGIONAL_LEVELS
    ]
    if not regional:
        return _unknown("no_regional_education")
    linked = sum(map(situation.is_strong, regional))
    return _found(linked / len(regional), "education_linked_share", linked=linked, count=len(regional))


def _response_rate(situation: Situation) -> Finding:
    quality = situation.quality
    if quality.response_rate is None:
        return _unknown("nobody_asked")
    return _found(quality.response_rate, "response_rate", answered=quality.answered, count=quality.asked)


def _sme_share_gap(situation: Situation) -> Finding:
    answered = set(situation.answers.answered)
    known = [member for member in situation.snapshot.members if member.kind is not None]
    among_all = [member.kind in SME_KINDS for member in known]
    among_answers = [member.kind in SME_KINDS for member in known if member.code in answered]
    if not among_answers:
        return _unknown("no_kinds")
    everywhere, here = sum(among_all) / len(among_all), sum(among_answers) / len(among_answers)
    return _found(abs(here - everywhere), "sme_share_gap", answers=Share(here), members=Share(everywhere))


def _internship_tie_share(situation: Situation) -> Finding:
    responses, answered = situation.answers.responses, set(situation.answers.answered)
    if not answered:
        return _unknown("no_answers")
    if not situation.ties and not any(response.links for response in responses):
        return _unknown("no_ties")
    tied = {tie.member for tie in situation.ties if tie.kind in TRAINING_TIES}
    tied |= {response.member for response in responses for link in response.links if link.kind in TRAINING_TIES}
    count = len(tied & answered)
    return _found(count / len(answered), "internship_tie_share", tied=count, count=len(answered))


# --- develop ----------------------------------------------------------------------------------------------------------


def _alone_actions_running(situation: Situation) -> Finding:
    if not situation.snapshot.actions:
        return _unknown("no_actions")
    running = situation.running & ALONE_SERVICES
    return _found(len(running), "alone_actions_running", count=len(running))


def _monitoring_running(situation: Situation) -> Finding:
    return _runs_any(situation, {MONITORING}, "monitoring")


def _top10_served_share(situation: Situation) -> Finding:
    if not situation.snapshot.actions:
        return _unknown("no_actions")
    return top_served(situation.top_skills, situation.snapshot.actions)


def top_served(top: Collection[SkillResult], actions: Iterable[Action]) -> Finding:
    """Return the share (0–1) of the skills in ``top`` that a running action names, or why it is not known."""
    if not top:
        return _unknown("no_ranking")
    addressed = {skill for action in actions if action.status is ActionStatus.RUNNING for skill in action.skills}
    served = sum(skill.is_among(addressed) for skill in top)
    return _found(served / len(top), "top10_served_share", served=served, count=len(top))


def _team_assessment(situation: Situation) -> Finding:
    """Return what the questionnaires say; what was recorded by hand holds only where none was filled in."""
    team, recorded = situation.team, _recorded("team_assessment", situation)
    if team.mastered is None:
        return recorded
    facts: dict[str, Fact] = {"mastered": Share(team.mastered), "items": team.relevant_items, "count": team.respondents}
    minimum = None if team.digcomp is None else team.digcomp.met
    if minimum:
        return _found(team.mastered, "team_assessed", **facts)
    if minimum is None:
        # Below the target nothing that is still to be found out could change the answer.
        target = next(one for one in situation.catalogue.indicators if one.key == "team_assessment")
        if target.is_met(team.mastered):
            return Finding(value=None, facts=message("indicator_facts.unknown.team_digcomp", **facts))
        return _found(team.mastered, "team_assessed_only", **facts)
    return Finding(value=team.mastered, facts=message("indicator_facts.team_below_minimum", **facts), fails=True)


def _mapping_repeated(situation: Situation) -> Finding:
    """Return whether this round's first answer came soon enough after the last one of the round before.

    What a person recorded goes first. Without what is kept of an earlier round nothing tells when it was.
    """
    snapshot = situation.snapshot
    recorded = _recorded("mapping_repeated", situation)
    if recorded.value is not None:
        return recorded
    earlier = snapshot.earlier
    if earlier is None:
        return _unknown("previous_round_date" if snapshot.info.previous_file else "first_round")
    if earlier.is_other_cluster:
        return _unknown("round_of_other_cluster")
    if earlier.ended is None:
        return _unknown("previous_round_date")
    began, _ = answer_dates(situation.answers.responses)
    if began is None:
        return _unknown("not_repeated_yet")
    if began < earlier.ended:
        return _unknown("rounds_out_of_order", ended=earlier.ended, began=began)
    most = situation.catalogue.rules.repeat_months
    facts: dict[str, Fact] = {"ended": earlier.ended, "began": began, "months": most}
    if began > _months_later(earlier.ended, most):
        return _found(0.0, "repeated_late", **facts)
    return _found(1.0, "repeated_in_time", **facts)


def _months_later(day: date, months: int) -> date:
    """Return the same day so many months later, or the last day of that month."""
    years, month = divmod(day.month - 1 + months, 12)
    last = monthrange(day.year + years, month + 1)[1]
    return date(day.year + years, month + 1, min(day.day, last))


# --- engage -----------------------------------------------------------------------------------------------------------


def _regional_actions_serving(situation: Situation) -> Finding:
    """Return how many kinds serve: a reference action is one however often it runs, any other action one by its title.

    What counts is where an action stands and what it serves, not whether somebody chose a reference for it.
    """
    top = situation.top_skills
    if not situation.snapshot.actions:
        return _unknown("no_actions")
    if not top:
        return _unknown("no_ranking")
    regional = _references(situation, Scope.REGIONAL)
    serving: set[str] = set()
    for action in situation.snapshot.actions:
        reference = followed(action, situation.catalogue)
        is_regional = action.cell.scope is Scope.REGIONAL and (reference is None or reference in regional)
        serves = any(skill.is_among(action.skills) for skill in top)
        if action.status is ActionStatus.RUNNING and is_regional and serves:
            serving.add(reference or text_key(action.title))
    return _found(len(serving), "regional_actions_serving", count=len(serving))


def _partner_types_formal(situation: Situation) -> Finding:
    if not situation.staged_partners:
        return _unknown("no_stages")
    formal = {
        partner.type
        for partner in situation.staged_partners
        if (partner.stage or 0) >= situation.catalogue.rules.formal_stage
    }
    return _found(len(formal), "partner_types_formal", count=len(formal))


def _checklist_partly(situation: Situation) -> Finding:
    answers = [answer.state for answer in situation.snapshot.checklist_answers]
    if not answers:
        return _unknown("no_checklist")
    held = sum(state is not ChecklistState.NO for state in answers)
    return _found(held, "checklist_partly", count=held, answered=len(answers))


def _regional_cluster_linked(situation: Situation) -> Finding:
    return _linked(
        situation,
        lambda partner: partner.type is PartnerType.CLUSTER and not is_abroad(partner),
        "regional_cluster",
    )


# --- connect ----------------------------------------------------------------------------------------------------------


def _international_action_running(situation: Situation) -> Finding:
    return _runs_any(situation, _references(situation, Scope.INTERNATIONAL), "international_action")


def _international_partner_linked(situation: Situation) -> Finding:
    return _linked(situation, is_abroad, "international_partner")


# --- shared -----------------------------------------------------------------------------------------------------------


def _runs_any(situation: Situation, references: Collection[RefId], text: str) -> Finding:
    if not situation.snapshot.actions:
        return _unknown("no_actions")
    running = any(reference in references for reference in situation.running)
    return _found(float(running), f"{text}_running" if running else f"{text}_not_running")


def _linked(situation: Situation, is_meant: Callable[[Partner], bool], text: str) -> Finding:
    """Return whether a partner of the kind is linked: unknown without partners, or where a missing stage may hide it."""
    if not situation.snapshot.partners:
        return _unknown("no_partners")
    meant = [partner for partner in situation.snapshot.partners if is_meant(partner)]
    linked = any_linked(meant, situation.catalogue.rules)
    if linked is None:
        return _unknown("some_stages" if any(partner.stage is not None for partner in meant) else "no_stages")
    return _found(float(linked), f"{text}_linked" if linked else f"{text}_not_linked")


def _references(situation: Situation, scope: Scope) -> frozenset[RefId]:
    """Return the reference actions of Figure 4 in ``scope``."""
    actions = situation.catalogue.actions.values()
    return frozenset(action.id for action in actions if action.cell.scope is scope and action.in_typology)


MEASURES: Final[Mapping[str, Measure]] = {
    "education_types_inside": _education_types_inside,
    "education_linked_share": _education_linked_share,
    "response_rate": _response_rate,
    "sme_share_gap": _sme_share_gap,
    "internship_tie_share": _internship_tie_share,
    "alone_actions_running": _alone_actions_running,
    "monitoring_running": _monitoring_running,
    "top10_served_share": _top10_served_share,
    "mapping_repeated": _mapping_repeated,
    "regional_actions_serving": _regional_actions_serving,
    "partner_types_formal": _partner_types_formal,
    "checklist_partly": _checklist_partly,
    "regional_cluster_linked": _regional_cluster_linked,
    "international_action_running": _international_action_running,
    "international_partner_linked": _international_partner_linked,
}
"""What each computed indicator counts, by key; every other key is recorded by hand."""
LEADING: Final[Mapping[str, Measure]] = {"team_assessment": _team_assessment}
"""Indicators recorded by hand that something recorded leads over, where it is there."""
