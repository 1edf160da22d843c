"""The JSON of the contract (`analyse --json`): every key always there, numbers as numbers, unknown as ``null``.

Keys of the contract are never renamed; useful ones are added beside them. Sentences are in the language of the texts
given. An anonymous edition gives its `Protection`, so that readers can tell withheld from unknown.
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime

from fastmap import __version__
from fastmap.advice.costs import costs_of
from fastmap.advice.roadmap import roadmap_of
from fastmap.catalogue.definitions import Catalogue
from fastmap.model.results import Results
from fastmap.report.context import ReportContext, at_least_indicative
from fastmap.report.contract_actions import balance_json, cell_json, keep_json, own_practice_json
from fastmap.report.contract_advice import near_miss_json, recommendation_json
from fastmap.report.contract_cluster import cluster_json, quality_json, representation_json, round_json, weights_json
from fastmap.report.contract_ecosystem import ecosystem_json, interests_json
from fastmap.report.contract_kpis import kpis_as_json
from fastmap.report.contract_names import Json, Names
from fastmap.report.contract_privacy import privacy_json
from fastmap.report.contract_roadmap import costs_json, roadmap_json
from fastmap.report.contract_rounds import comparison_as_json
from fastmap.report.contract_skills import second_sources_json, skill_json, specialisation_json, unmatched_json
from fastmap.report.contract_steps import step_json
from fastmap.report.contract_workshop import workshops_json
from fastmap.report.protection import Protection
from fastmap.report.sections.figures import figures_told
from fastmap.report.team_contract import team_as_json
from fastmap.texts import Texts


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
    made_on = made_on or datetime.now().astimezone().date()
    is_anonymous = protection is not None
    snapshot, names = results.snapshot, Names(results, texts)
    roadmap = roadmap_of(snapshot, made_on, tells_owners=not is_anonymous)
    context = ReportContext(results, catalogue, texts, made_on, protection)
    withheld = protection.indicators if protection else frozenset()
    return {
        "fastmap": {"version": __version__, "catalogue": asdict(results.catalogue)},
        "cluster": cluster_json(snapshot),
        "round": round_json(snapshot),
        "quality": quality_json(results.quality, names),
        "priority_weights": weights_json(snapshot, catalogue.rules.priority_weights),
        "lead_level": results.lead_level,
        "skills": [skill_json(item, names) for item in results.skills],
        "groups": [{**skill_json(item, names), "skills": list(item.skills)} for item in results.groups],
        "unmatched": [unmatched_json(item) for item in results.unmatched],
        "ecosystem": ecosystem_json(results, names),
        "grid": {cell.cell.key: cell_json(cell, names) for cell in results.grid},
        "balance": [balance_json(note, names) for note in results.balance],
        "practices": [own_practice_json(one) for one in snapshot.practices],
        "steps": {str(step.step): step_json(step, texts, withheld) for step in results.steps},
        "recommendations": [recommendation_json(item, names, snapshot.practices) for item in results.recommendations],
        "keep_and_deepen": [keep_json(item, names) for item in results.keep_and_deepen],
        "near_misses": [near_miss_json(item, texts) for item in results.near_misses],
        "roadmap": roadmap_json(roadmap, names, anonymous=is_anonymous),
        "specialisation": specialisation_json(results.specialisation, names),
        "representation": representation_json(results.representation, names),
        "second_sources": second_sources_json(at_least_indicative(context.lead), names),
        "interests": interests_json(results.interests, names),
        "costs": costs_json(costs_of(roadmap, results.recommendations), anonymous=is_anonymous),
        "figures": [item._asdict() for item in figures_told(context)],
        "workshops": workshops_json(results, texts),
        "kpis": kpis_as_json(results.kpis, texts),
        "team": team_as_json(results.team, catalogue.team, texts),
        "since_last_round": comparison_as_json(results.since_last_round, texts),
        "privacy": privacy_json(protection, snapshot, catalogue, texts),
    }
