"""What a decision rested on, and which of it changed since: "later" and "no" stay quiet until their facts change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from fastmap.advice.candidates import Candidate, missed_indicators
from fastmap.advice.facts import Facts
from fastmap.advice.needs import NAMED_NEEDS, skill_fact
from fastmap.analysis.consolidation import provisional_uri
from fastmap.catalogue.definitions import Rules
from fastmap.model.choices import ActionStatus, Verdict
from fastmap.model.ids import LanguageCode, PartnerId, RefId, SkillUri
from fastmap.model.meanings import meanings
from fastmap.model.messages import Fact, Labels, Message, Name, Term, message
from fastmap.model.planning import Basis, BasisCondition, BasisNeed
from fastmap.model.results import SkillResult

_ALIVE: Final = frozenset({ActionStatus.PLANNED, ActionStatus.RUNNING, ActionStatus.DONE})
_STATES: Final = {True: "met", False: "not_met", None: "unknown"}


def basis_of(candidate: Candidate, facts: Facts, *, prepare_first: bool) -> Basis:
    """Return the facts that a recommendation rests on now."""
    named = (*candidate.needs, *candidate.plans)
    others = sorted((one for one in _fitting(candidate, facts) if one not in named), key=lambda one: one.uri)
    return Basis(
        needs=tuple(map(_need, named)),
        others=tuple(map(_need, others)),
        conditions=tuple(BasisCondition(key=entry.key, met=entry.met) for entry in candidate.prerequisites),
        partners=tuple(partner.id for partner in candidate.partners),
        missed=missed_indicators(candidate.action, facts),
        cell_started=facts.is_started(candidate.action.cell),
        prepare_first=prepare_first,
    )


def _fitting(candidate: Candidate, facts: Facts) -> Iterator[SkillResult]:
    """Yield every skill and group that the action fits, whatever its evidence: what else stood there already."""
    action, least = candidate.action, facts.catalogue.rules.named_fit
    return (
        result for result in (*facts.skills, *facts.groups) if action.fit.get(result.imbalance.verdict, 0.0) >= least
    )


def _need(result: SkillResult) -> BasisNeed:
    unused = result.imbalance.verdict is Verdict.OVER_QUALIFICATION
    return BasisNeed(
        skill=result.uri,
        verdict=result.imbalance.verdict,
        firms=int(result.imbalance.figures.get("unused") or 0) if unused else result.quantities.users,
        people=result.quantities.short_12m,
    )


def changes_since(then: Basis, now: Basis, facts: Facts) -> tuple[Message, ...]:
    """Return in sentences what changed between two bases; empty if nothing that counts did.

    A need counts as changed with another verdict, with ``changed_firms`` firms more or fewer, or with its people up or
    down by ``changed_people_share``; everything else counts with any difference. One that is named now and was not is
    new only if it did not fit then: another order of the same needs is no change. Source: decision record 0245.
    """
    then = then.with_skills(_placed_since(facts))
    return (
        *_of_needs(then, now, facts),
        *_of_conditions(then, now),
        *_of_partners(then, now, facts),
        *(Message("advice.changed.missed", {"what": _indicator(key)}) for key in now.missed if key not in then.missed),
        *(Message("advice.changed.reached", {"what": _indicator(key)}) for key in then.missed if key not in now.missed),
        *_of_place(then, now),
    )


def fate_of_action(then: Basis, reference: RefId, facts: Facts) -> tuple[Message, ...]:
    """Return in a sentence why an accepted decision is no longer on its way: its action was stopped, or is gone."""
    states = {action.status for action in facts.snapshot.actions if action.reference == reference}
    if then.action is None or states & _ALIVE:
        return ()
    fate = "stopped" if ActionStatus.STOPPED in states else "idea" if states else "removed"
    return (Message(f"advice.changed.action_{fate}"),)


def _placed_since(facts: Facts) -> Mapping[SkillUri, tuple[SkillUri, ...]]:
    """Return, by the URI under which a text counted before somebody placed it, its skills.

    A text that another language still has open counts under its URI as before.
    """
    still_open = {result.uri for result in facts.skills}
    return {
        uri: skills
        for (key, _), skills in meanings(facts.snapshot).items()
        if skills and (uri := provisional_uri(key)) not in still_open
    }


def _of_needs(then: Basis, now: Basis, facts: Facts) -> Iterator[Message]:
    before = {need.skill: need for need in then.needs}
    fitted = {need.skill: need for need in then.others or ()}
    # A decision of an older program names the first needs only: whether another fitted then is not known.
    is_certain = then.others is not None or len(then.needs) < NAMED_NEEDS
    after = {need.skill: need for need in now.needs}
    results = {result.uri: result for result in (*facts.groups, *facts.skills)}
    for uri, need in after.items():
        if uri in fitted:
            yield from _of_need(fitted[uri], need, _skill(uri, facts), facts.catalogue.rules)
        elif uri not in before and is_certain:
            yield message("advice.changed.need_new", skill=_skill(uri, facts), firms=need.firms)
    for uri, old in before.items():
        today = after.get(uri) or (_need(results[uri]) if uri in results else None)
        if today is None:
            yield message("advice.changed.need_gone", skill=_skill(uri, facts))
        else:
            yield from _of_need(old, today, _skill(uri, facts), facts.catalogue.rules)


def _of_need(old: BasisNeed, need: BasisNeed, skill: Fact, rules: Rules) -> Iterator[Message]:
    if need.verdict is not old.verdict:
        before, now = Term(f"verdict.{old.verdict.value}"), Term(f"verdict.{need.verdict.value}")
        yield message("advice.changed.verdict", skill=skill, before=before, now=now)
    if old.firms is None or need.firms is None:
        return  # two skills became one: only what is said of it can be compared
    if abs(need.firms - old.firms) >= rules.changed_firms:
        yield message("advice.changed.firms", skill=skill, before=old.firms, now=need.firms)
    if _people_changed(old.people, need.people, rules.changed_people_share):
        yield message("advice.changed.people", skill=skill, before=old.people, now=need.people)


def _people_changed(before: int | None, now: int | None, share: float) -> bool:
    if before is None or now is None:
        return (before is None) != (now is None)
    return before != now and abs(now - before) >= share * max(before, 1)


def _of_conditions(then: Basis, now: Basis) -> Iterator[Message]:
    before = {entry.key: entry.met for entry in then.conditions}
    for entry in now.conditions:
        if entry.key in before and before[entry.key] is not entry.met:
            yield message(
                "advice.changed.condition",
                condition=Term(f"condition.{entry.key}"),
                before=Term(f"report.prerequisite.{_STATES[before[entry.key]]}"),
                now=Term(f"report.prerequisite.{_STATES[entry.met]}"),
            )


def _of_partners(then: Basis, now: Basis, facts: Facts) -> Iterator[Message]:
    for partner in now.partners:
        if partner not in then.partners:
            yield message("advice.changed.partner_new", partner=_partner(partner, facts))
    for partner in then.partners:
        if partner not in now.partners:
            yield message("advice.changed.partner_gone", partner=_partner(partner, facts))


def _of_place(then: Basis, now: Basis) -> Iterator[Message]:
    if then.cell_started != now.cell_started:
        yield Message("advice.changed.cell_started" if now.cell_started else "advice.changed.cell_empty")
    if then.prepare_first != now.prepare_first:
        yield Message("advice.changed.waits" if now.prepare_first else "advice.changed.waits_no_more")


def _indicator(key: str) -> Term:
    return Term(f"indicator.{key}.name")


def _skill(uri: SkillUri, facts: Facts) -> Labels:
    found = next((result for result in (*facts.skills, *facts.groups) if result.uri == uri), None)
    if found is not None:
        return skill_fact(found)
    kept = next((skill.labels for skill in facts.snapshot.skills if skill.uri == uri), None)
    return Labels(kept or {LanguageCode("en"): uri})


def _partner(partner: PartnerId, facts: Facts) -> Fact:
    found = next((one for one in facts.snapshot.partners if one.id == partner), None)
    return Name("partner", partner, found.name) if found else Term("report.partner.unknown")
