"""The JSON of the contract (`analyse --json`): every key always there, numbers as numbers, unknown as ``null``.

Keys of the contract are never renamed; useful ones are added beside them. Sentences are in the language of the texts
given. An anonymous edition gives its `Protection`, so that readers can tell withheld from unknown.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, datetime
from typing import Any, TypeAlias

from fastmap import __version__
from fastmap.advice.costs import costs_of
from fastmap.advice.roadmap import roadmap_of
from fastmap.catalogue.definitions import Catalogue
from fastmap.model.actions import Action
from fastmap.model.choices import Step
from fastmap.model.ids import PartnerId, SkillUri
from fastmap.model.messages import Message
from fastmap.model.practices import OwnPractice
from fastmap.model.results import (
    Coverage,
    GridCell,
    Imbalance,
    Indicator,
    KeepAndDeepen,
    Provider,
    Quality,
    Recommendation,
    Results,
    SkillResult,
    StepResult,
    Stratum,
)
from fastmap.model.skills import Skill, label_in
from fastmap.report.context import ReportContext, at_least_indicative
from fastmap.report.contract_content import (
    costs_json,
    figures_json,
    interests_json,
    representation_json,
    second_sources_json,
    specialisation_json,
)
from fastmap.report.contract_kpis import kpis_as_json
from fastmap.report.contract_roadmap import near_miss_json, plan_json, roadmap_json
from fastmap.report.contract_rounds import comparison_as_json
from fastmap.report.contract_workshop import workshops_json
from fastmap.report.grant import grant_as_json, logo_as_json
from fastmap.report.protection import Protection, k_in_force
from fastmap.report.sections.figures import figures_told
from fastmap.report.sections.withheld import counts_of
from fastmap.report.strata import stratum_label
from fastmap.report.team_contract import team_as_json
from fastmap.texts import Texts

Json: TypeAlias = dict[str, Any]


def as_contract(
    results: Results,
    catalogue: Catalogue,
    texts: Texts,
    *,
    made_on: date | None = None,
    protection: Protection | None = None,
) -> Json:
    """Return ``results`` as the JSON of the contract.

    ``made_on``: the day that the roadmap is made for (today where none is given). ``protection``: what an anonymous
    edition withholds.
    """
    return _Contract(results, catalogue, texts).whole(protection, made_on or datetime.now().astimezone().date())


class _Contract:
    """Writes one result as JSON: holds what every part needs for names and sentences."""

    def __init__(self, results: Results, catalogue: Catalogue, texts: Texts) -> None:
        self._results = results
        self._catalogue = catalogue
        self._texts = texts
        self._labels = {skill.uri: self._label(skill) for skill in results.snapshot.skills}
        self._labels |= {item.uri: self._label(item) for item in (*results.groups, *results.skills)}
        self._partners = {partner.id: partner for partner in results.snapshot.partners}
        self._withheld: frozenset[str] = frozenset()
        """Indicators that this edition withholds."""

    def whole(self, protection: Protection | None, made_on: date) -> Json:
        results = self._results
        self._withheld = protection.indicators if protection else frozenset()
        grid = {cell.cell.key: cell for cell in results.grid}
        roadmap = roadmap_of(results.snapshot, made_on, tells_owners=protection is None)
        context = ReportContext(results, self._catalogue, self._texts, made_on, protection)
        return {
            "fastmap": {"version": __version__, "catalogue": asdict(results.catalogue)},
            "cluster": self._cluster(),
            "round": self._round(),
            "quality": self._quality(results.quality),
            "priority_weights": self._weights(),
            "lead_level": results.lead_level,
            "skills": [self._skill(item) for item in results.skills],
            "groups": [{**self._skill(item), "skills": list(item.skills)} for item in results.groups],
            "unmatched": [
                {
                    "text": item.text,
                    "language": item.language,
                    "count": item.count,
                    "state": "set_aside" if item.is_set_aside else "open",
                }
                for item in results.unmatched
            ],
            "ecosystem": self._ecosystem(),
            "grid": {key: self._cell_actions(cell) for key, cell in grid.items()},
            "balance": [
                {"key": note.key, "gap": note.is_gap, "text": self._texts.say(note.sentence)}
                for note in results.balance
            ],
            "practices": [self._own_practice(one) for one in results.snapshot.practices],
            "steps": {str(step.step): self._step(step) for step in results.steps},
            "recommendations": [self._recommendation(item) for item in results.recommendations],
            "keep_and_deepen": [self._keep(item) for item in results.keep_and_deepen],
            "near_misses": [near_miss_json(item, self._texts) for item in results.near_misses],
            "roadmap": roadmap_json(
                roadmap,
                self._texts,
                anonymous=protection is not None,
                title_of=lambda action: self._title(action.title, action.reference),
                partner_of=self._partner,
            ),
            "specialisation": specialisation_json(results.specialisation, self._needs),
            "representation": representation_json(results.representation, self._needs),
            "second_sources": second_sources_json(at_least_indicative(context.lead), self._needs),
            "interests": interests_json(results.interests, self._partner),
            "costs": costs_json(costs_of(roadmap, results.recommendations), anonymous=protection is not None),
            "figures": figures_json(figures_told(context)),
            "workshops": workshops_json(results, self._texts),
            "kpis": kpis_as_json(results.kpis, self._texts),
            "team": team_as_json(results.team, self._catalogue.team, self._texts),
            "since_last_round": comparison_as_json(results.since_last_round, self._texts),
            "privacy": self._privacy(protection),
        }

    # --- the round ----------------------------------------------------------------------------------------------------

    def _cluster(self) -> Json:
        cluster = self._results.snapshot.cluster
        return {
            "name": cluster.name,
            "country": cluster.country,
            "nuts": cluster.nuts,
            "sectors": list(cluster.sectors),
            "founded_year": cluster.founded_year,
            "staff": cluster.staff,
            "member_count": cluster.member_count,
            "label": cluster.label,
            "chain_role": cluster.chain_role,
            "logo": logo_as_json(self._results.snapshot.logo),
        }

    def _round(self) -> Json:
        info = self._results.snapshot.info
        return {
            "title": info.title,
            "label": info.round_label,
            "start": _iso(info.round_start),
            "end": _iso(info.round_end),
            "language": info.language,
            "fictional": info.fictional,
            "grant": grant_as_json(self._results.snapshot.grant),
        }

    def _weights(self) -> Json:
        own, usual = self._results.snapshot.weights, self._catalogue.rules.priority_weights
        return {
            "changed": own is not None,
            "used": dict(usual) if own is None else own.by_part(),
            "catalogue": dict(usual),
        }

    def _quality(self, quality: Quality) -> Json:
        return {
            "members": quality.members,
            "asked": quality.asked,
            "answered": quality.answered,
            "response_rate": quality.response_rate,
            "employment_covered": quality.employment_covered,
            "headcount_known": quality.headcount_known,
            "empty_forms": quality.empty_forms,
            "needs_rows": quality.needs_rows,
            "by_size": [self._stratum(item, "member_kind") for item in quality.by_size],
            "by_activity": [self._stratum(item, "nace") for item in quality.by_activity],
            "by_region": [self._stratum(item, "nuts") for item in quality.by_region],
            "not_answered": list(quality.not_answered),
            "languages": dict(quality.languages),
            "paid_training": {"yes": quality.paid_training_yes, "known": quality.paid_training_known},
            "barriers": dict(quality.barriers),
            "warnings": self._sentences(quality.warnings),
        }

    def _stratum(self, item: Stratum, family: str) -> Json:
        rate = item.answered / item.asked if item.asked and item.answered is not None else None
        return {
            "key": item.key,
            "label": stratum_label(item.key, family, self._texts),
            "members": item.members,
            "asked": item.asked,
            "answered": item.answered,
            "response_rate": rate,
            "headcount": item.headcount,
            "headcount_answered": item.headcount_answered,
        }

    # --- skills -------------------------------------------------------------------------------------------------------

    def _skill(self, item: SkillResult) -> Json:
        quantities, ranking = item.quantities, item.ranking
        return {
            "skill": {"uri": item.uri, "label": self._labels[item.uri]},
            "kind": item.kind,
            "provisional": item.provisional,
            "strategic": item.strategic,
            "group": item.group,
            "members": list(item.members),
            "users": quantities.users,
            "short_now": quantities.short_now,
            "short_12m": quantities.short_12m,
            "short_36m": quantities.short_36m,
            "joint_people": quantities.joint_people,
            "unknown": asdict(quantities.unknown),
            "reach": quantities.reach,
            "severity": quantities.severity,
            "urgency": quantities.urgency,
            "scarcity": quantities.scarcity,
            "tried_hires": quantities.tried_hires,
            "consequences": dict(quantities.consequences),
            "priority": ranking.priority,
            "rank": ranking.rank,
            "rank_low": ranking.rank_low,
            "rank_high": ranking.rank_high,
            "top10_share": ranking.top10_share,
            "priority_parts": [asdict(part) for part in ranking.parts],
            "imbalance": self._imbalance(item.imbalance),
            "coverage": self._coverage(item.coverage),
        }

    def _imbalance(self, item: Imbalance) -> Json:
        override = None
        if item.override_reason is not None:
            override = {"verdict": item.verdict, "computed": item.computed, "reason": item.override_reason}
        return {
            "verdict": item.verdict,
            "computed": item.computed,
            "evidence": item.evidence,
            "votes": {"S": item.votes.S, "M": item.votes.M, "U": item.votes.U},
            "votes_from_offers": {"S": item.votes.S_offers, "M": item.votes.M_offers, "U": item.votes.U_offers},
            "figures": dict(item.figures),
            "rule": self._texts.term(item.rule),
            "sensitive": item.sensitive,
            "flipping_members": list(item.flipping_members),
            "override": override,
            "settle": self._sentences(item.settle),
            "notes": self._sentences(item.notes),
            "second_sources": [
                {"opinion": opinion, "source": source or None} for opinion, source in item.second_sources
            ],
        }

    def _coverage(self, item: Coverage) -> Json:
        return {
            "status": item.status,
            "partners": [self._provider(provider) for provider in item.providers],
            "places_known": item.places_known,
            "places_unknown": item.places_unknown,
        }

    def _provider(self, item: Provider) -> Json:
        return {
            **self._partner(item.partner),
            "stage": item.stage,
            "form": item.form,
            "places": item.places,
            "fit": item.fit,
        }

    # --- partners, actions --------------------------------------------------------------------------------------------

    def _ecosystem(self) -> Json:
        ecosystem = self._results.ecosystem
        return {
            "actors": [
                {
                    "type": actor.type,
                    "label": self._texts.term(f"partner_type.{actor.type}"),
                    "state": actor.state,
                    "partners": [self._partner(partner) for partner in actor.partners],
                    "best_stage": actor.best_stage,
                }
                for actor in ecosystem.actors
            ],
            "introductions": [
                {
                    "partner": self._partner(item.partner),
                    "skills": self._needs(item.skills),
                    "priority_covered": item.priority_covered,
                    "members": list(item.members),
                    "introducers": list(item.introducers),
                    "stage": item.stage,
                }
                for item in ecosystem.introductions
            ],
            "network": asdict(ecosystem.network) if ecosystem.network else {},
            "checklist": dict(ecosystem.checklist),
            "commitments": [
                {
                    "what": one.what,
                    "kind": one.kind,
                    "partner": None if one.partner is None else self._partner(one.partner),
                    "who": one.who,
                    "due": one.due.isoformat() if one.due else None,
                    "state": one.state,
                    "evidence": one.evidence,
                }
                for one in self._results.snapshot.commitments
            ],
        }

    def _cell_actions(self, cell: GridCell) -> list[Json]:
        return [self._action(action, cell.warnings.get(action.id, ())) for action in cell.actions]

    def _action(self, action: Action, warnings: tuple[Message, ...]) -> Json:
        return {
            "id": action.id,
            "title": self._title(action.title, action.reference),
            "reference": action.reference,
            "status": action.status,
            "timing": list(action.timing),
            "owner": action.owner,
            "partners": [self._partner(partner) for partner in action.partners],
            "skills": self._needs(action.skills),
            "start": _iso(action.start),
            "end": _iso(action.end),
            "budget": action.budget,
            "funding": action.funding,
            "evidence": list(action.evidence),
            "note": action.note,
            "warning": self._texts.say(warnings[0]) if warnings else None,
            "warnings": self._sentences(warnings),
        }

    # --- steps and advice ---------------------------------------------------------------------------------------------

    def _step(self, item: StepResult) -> Json:
        found: Json = {
            "readiness": item.readiness,
            "indicators": [self._indicator(indicator) for indicator in item.indicators],
        }
        if item.step is Step.ENGAGE:
            found |= {"prepare_first": item.prepare_first, "prepare": list(item.prepare)}
        return found

    def _indicator(self, item: Indicator) -> Json:
        is_open = item.value is None and item.key not in self._withheld  # what is withheld was recorded
        return {
            "key": item.key,
            "name": self._texts.term(f"indicator.{item.key}.name"),
            "value": item.value,
            "target": item.target,
            "target_changed": item.catalogue_target is not None,
            "catalogue_target": item.target if item.catalogue_target is None else item.catalogue_target,
            "source": self._texts.term(f"indicator.{item.key}.source"),
            "record": self._texts.term(f"indicator.{item.key}.record") if is_open else None,
            "met": item.met,
            "unit": item.unit,
            "facts": self._texts.say(item.facts) if item.facts else None,
        }

    def _recommendation(self, item: Recommendation) -> Json:
        return {
            "id": item.id,
            "title": self._title("", item.reference),
            "reference": item.reference,
            "step": item.step,
            "action": item.reference,
            "cell": item.cell.key,
            "timing": list(item.timing),
            "decision": self._texts.say(item.decision),
            "why": self._sentences(item.why),
            "if_not": self._sentences(item.if_not),
            "needs": self._needs(item.needs),
            "partners": [self._partner(partner) for partner in item.partners],
            "prerequisites": [
                {"key": part.key, "text": self._texts.term(f"condition.{part.key}"), "met": part.met}
                for part in item.prerequisites
            ],
            "first_step": self._texts.say(item.first_step),
            "cost": asdict(item.cost),
            "plan": plan_json(item.plan),
            "go_if": self._texts.say(item.go_if),
            "stop_if": self._texts.say(item.stop_if),
            "practice": self._practice(item.practice),
            "ask_funder": [
                {"key": measure, "text": self._texts.term(f"measure.{measure}")} for measure in item.ask_funder
            ],
            "kpi": self._texts.say(item.kpi),
            "unknown": self._sentences(item.unknown),
            "score": item.score,
            "factors": asdict(item.factors),
            "working": self._sentences(item.working),
            "prepare_first": item.prepare_first,
            "answer": item.answer,
            "answer_reason": item.answer_reason,
            "changed": self._sentences(item.changed),
        }

    def _practice(self, key: str | None) -> Json | None:
        if key is None:
            return None
        own = next((one for one in self._results.snapshot.practices if one.id == key), None)
        if own is not None:
            return {"key": key, "name": own.name, "what": own.what, "own": True}
        return {
            "key": key,
            "name": self._texts.term(f"practice.{key}.name"),
            "what": self._texts.term(f"practice.{key}.what"),
            "own": False,
        }

    def _own_practice(self, one: OwnPractice) -> Json:
        return {
            "id": one.id,
            "name": one.name,
            "what": one.what,
            "cell": one.cell.key,
            "partner_types": list(one.partner_types),
            "place": one.place,
            "source": one.source,
        }

    def _keep(self, item: KeepAndDeepen) -> Json:
        return {
            "action": item.action,
            "title": self._title(item.title, item.reference),
            "reference": item.reference,
            "cell": item.cell.key,
            "needs": self._needs(item.needs),
            "advice": self._texts.say(item.advice),
        }

    def _privacy(self, protection: Protection | None) -> Json:
        if protection is None:
            k = k_in_force(self._results.snapshot, self._catalogue.rules)
            return {"anonymous": False, "k": k, "withheld": {}, "remarks": []}
        return {
            "anonymous": True,
            "k": protection.k,
            "withheld": {
                "by_reason": counts_of(protection),
                "figures": {uri: sorted(figures) for uri, figures in protection.figures.items()},
                "general": sorted(protection.general),
                "indicators": sorted(protection.indicators),
                "kpis": {key: sorted(figures) for key, figures in protection.kpis.items()},
                "skills_named_by_few": sorted(self._texts.fact(labels) for labels in protection.few_labels),
                "skills_unnamed": protection.few_unnamed,
                "sentences": protection.sentences_withheld,
                "titles": protection.titles_withheld,
            },
            "remarks": list(protection.remarks),
        }

    # --- words --------------------------------------------------------------------------------------------------------

    def _label(self, item: Skill | SkillResult) -> str:
        return label_in(item.labels, self._texts.language) or item.uri

    def _needs(self, uris: Iterable[SkillUri]) -> list[Json]:
        return [{"uri": uri, "label": self._labels[uri]} for uri in uris if uri in self._labels]

    def _partner(self, partner: PartnerId) -> Json:
        found = self._partners.get(partner)
        return {"id": partner, "name": (found.name or None) if found else None, "type": found.type if found else None}

    def _title(self, title: str, reference: str | None) -> str:
        if title:
            return title
        return self._texts.term(f"action.{reference}.title" if reference else "report.action.withheld")

    def _sentences(self, messages: Iterable[Message]) -> list[str]:
        return [self._texts.say(item) for item in messages]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
