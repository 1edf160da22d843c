"""The JSON of `analyse --json`: every key of the contract is there, and every value has its kind."""

from __future__ import annotations

import json
from typing import Any

import pytest

from fastmap.catalogue.texts import load_texts
from fastmap.report.contract import as_contract
from fastmap.report.privacy import protect
from tests.report.whole_cluster import empty_results, whole_results
from tests.support.builders import shipped_catalogue

TEXT, WHOLE, YES_NO = (str,), (int,), (bool,)
NUMBER = (int, float)
NOTHING = (type(None),)
VERDICTS = {
    "shortage",
    "mismatch",
    "shortage_or_mismatch",
    "uptake_gap",
    "deficit",
    "over_qualification",
    "balanced",
    "not_enough_evidence",
}
PARTNER = {"id": TEXT, "name": TEXT + NOTHING, "type": TEXT}
SKILL = {
    "skill": {"uri": TEXT, "label": TEXT},
    "users": WHOLE + NOTHING,
    "short_now": WHOLE + NOTHING,
    "short_12m": WHOLE + NOTHING,
    "short_36m": WHOLE + NOTHING,
    "unknown": dict.fromkeys(
        ("short_now", "short_12m", "short_36m", "consequence", "hiring", "provision", "joint_people"), WHOLE + NOTHING
    ),
    "reach": NUMBER + NOTHING,
    "severity": NUMBER + NOTHING,
    "urgency": NUMBER + NOTHING,
    "scarcity": NUMBER + NOTHING,
    "priority": NUMBER + NOTHING,
    "rank": WHOLE + NOTHING,
    "rank_low": WHOLE + NOTHING,
    "rank_high": WHOLE + NOTHING,
    "top10_share": NUMBER + NOTHING,
    "imbalance": {
        "verdict": VERDICTS,
        "evidence": {"supported", "indicative", "thin"},
        "votes": {"S": WHOLE + NOTHING, "M": WHOLE + NOTHING, "U": WHOLE + NOTHING},
        "figures": (dict,),
        "sensitive": YES_NO,
        "override": (dict, *NOTHING),
    },
    "coverage": {
        "status": {"covered", "introduction", "too_small", "does_not_fit", "nobody", "unknown"},
        "partners": [PARTNER],
    },
}
ACTION = {"title": TEXT, "reference": TEXT + NOTHING}
PLACED = {**ACTION, "evidence": [TEXT], "warning": TEXT + NOTHING, "warnings": [TEXT]}
CELLS = [f"{scope}/{height}" for scope in ("alone", "regional", "international") for height in ("low_medium", "high")]
INDICATOR = {
    "key": TEXT,
    "value": NUMBER + NOTHING,
    "target": NUMBER,
    "target_changed": YES_NO,
    "catalogue_target": NUMBER,
    "source": TEXT,
    "record": TEXT + NOTHING,
    "met": YES_NO + NOTHING,
    "unit": {"count", "share", "yes_no"},
}
STEP = {"readiness": NUMBER + NOTHING, "indicators": [INDICATOR]}
RECOMMENDATION = {
    **ACTION,
    "id": TEXT,
    "step": {"broaden", "develop", "engage", "connect"},
    "action": TEXT,
    "cell": set(CELLS),
    "timing": [{"ST", "MT", "LT"}],
    "decision": TEXT,
    "why": [TEXT],
    "if_not": [TEXT],
    "needs": [{"uri": TEXT, "label": TEXT}],
    "partners": [PARTNER],
    "prerequisites": [{"key": TEXT, "text": TEXT, "met": YES_NO + NOTHING}],
    "first_step": TEXT,
    "cost": {"days_low": NUMBER, "days_high": NUMBER, "money_low": NUMBER, "money_high": NUMBER},
    "practice": (dict, *NOTHING),
    "ask_funder": [{"key": TEXT, "text": TEXT}],
    "kpi": TEXT,
    "unknown": [TEXT],
    "score": NUMBER,
    "factors": {"impact": NUMBER, "feasibility": NUMBER, "gap": NUMBER},
}
CONTRACT = {
    "fastmap": {"version": TEXT, "catalogue": {"id": TEXT, "version": TEXT, "sha256": TEXT}},
    "cluster": {"name": TEXT, "country": TEXT},
    "round": {"label": TEXT},
    "quality": {
        "members": WHOLE + NOTHING,
        "asked": WHOLE + NOTHING,
        "answered": WHOLE + NOTHING,
        "response_rate": NUMBER + NOTHING,
        "employment_covered": NUMBER + NOTHING,
        "by_size": [{"key": TEXT, "members": WHOLE, "asked": WHOLE + NOTHING, "answered": WHOLE}],
        "warnings": [TEXT],
    },
    "priority_weights": {"changed": YES_NO, "used": (dict,), "catalogue": (dict,)},
    "skills": [SKILL],
    "groups": [{**SKILL, "skills": [TEXT]}],
    "unmatched": [{"text": TEXT, "language": TEXT, "count": WHOLE, "state": TEXT}],
    "ecosystem": {
        "actors": [{"type": TEXT, "state": TEXT}],
        "introductions": [{"partner": PARTNER}],
        "network": (dict,),
        "checklist": (dict,),
        "commitments": (list,),
    },
    "grid": {cell: [PLACED] for cell in CELLS},
    "balance": [{"key": TEXT, "gap": YES_NO, "text": TEXT}],
    "practices": [{"id": TEXT, "name": TEXT, "what": TEXT, "cell": set(CELLS), "partner_types": (list,)}],
    "steps": {"broaden": STEP, "develop": STEP, "engage": {**STEP, "prepare_first": YES_NO}, "connect": STEP},
    "recommendations": [RECOMMENDATION],
    "keep_and_deepen": [ACTION],
    "kpis": (list,),
    "team": (dict,),
    "privacy": (dict,),
}


def mistakes(found: Any, wanted: Any, place: str = "") -> list[str]:
    """Return where ``found`` is not what the schema ``wanted`` says: missing keys and values of another kind."""
    if isinstance(wanted, dict):
        if not isinstance(found, dict):
            return [f"{place}: {found!r} is no object"]
        missing = [f"{place}.{key} is missing" for key in wanted if key not in found]
        inside = [mistakes(found[key], kind, f"{place}.{key}") for key, kind in wanted.items() if key in found]
        return missing + [line for lines in inside for line in lines]
    if isinstance(wanted, list):
        if not isinstance(found, list):
            return [f"{place}: {found!r} is no list"]
        return [line for number, item in enumerate(found) for line in mistakes(item, wanted[0], f"{place}[{number}]")]
    if isinstance(wanted, set):
        return [] if found in wanted else [f"{place}: {found!r} is none of {sorted(wanted)}"]
    if isinstance(found, bool) and bool not in wanted:
        return [f"{place}: {found!r} is no number"]
    return [] if isinstance(found, wanted) else [f"{place}: {found!r}"]


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("make", [whole_results, empty_results])
def test_every_key_of_the_contract_is_there(make, language):
    found = json.loads(json.dumps(as_contract(make(), shipped_catalogue(), load_texts(language))))

    assert mistakes(found, CONTRACT) == []


@pytest.mark.parametrize("answering", [3, 16])
def test_an_anonymous_edition_has_every_key_too(answering):
    protected = protect(whole_results(answering), shipped_catalogue())

    found = as_contract(protected.results, shipped_catalogue(), load_texts("en"), protection=protected.protection)

    assert mistakes(json.loads(json.dumps(found)), CONTRACT) == []


def test_a_missing_key_would_be_found():
    found = as_contract(empty_results(), shipped_catalogue(), load_texts("en"))
    del found["grid"]["alone/high"]
    found["quality"]["members"] = "25"

    assert mistakes(found, CONTRACT) == [".quality.members: '25'", ".grid.alone/high is missing"]


def test_sections_of_which_nothing_is_recorded_are_present_and_empty():
    found = as_contract(empty_results(), shipped_catalogue(), load_texts("en"))

    assert found["skills"] == found["groups"] == found["unmatched"] == found["keep_and_deepen"] == []
    assert all(found["grid"][cell] == [] for cell in CELLS)
    assert found["quality"]["response_rate"] is None


def test_unknown_is_null_and_zero_stays_zero():
    skills = {
        item["skill"]["label"]: item
        for item in as_contract(whole_results(), shipped_catalogue(), load_texts("en"))["skills"]
    }

    assert skills["Data analysis"]["short_now"] is None
    assert skills["Hydrogen safety"]["users"] == 0
    assert skills["Brazing"]["priority"] is None
    assert skills["Brazing"]["rank"] is None


def test_an_override_keeps_what_the_answers_say():
    skills = as_contract(whole_results(), shipped_catalogue(), load_texts("en"))["skills"]
    override = next(item["imbalance"]["override"] for item in skills if item["skill"]["label"] == "Robot programming")

    assert override == {"verdict": "shortage", "computed": "mismatch", "reason": "Interviews with integrators"}


def test_sentences_are_in_the_language_of_the_texts():
    english = as_contract(whole_results(), shipped_catalogue(), load_texts("en"))
    spanish = as_contract(whole_results(), shipped_catalogue(), load_texts("es"))

    assert spanish["skills"][0]["skill"]["label"] == "soldadura TIG"
    assert english["recommendations"][0]["decision"] != spanish["recommendations"][0]["decision"]
    assert english["recommendations"][0]["score"] == spanish["recommendations"][0]["score"]
