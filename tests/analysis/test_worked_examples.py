"""The worked examples of the catalogue: what they say is what the program does."""

import tomllib
from pathlib import Path

import pytest

from fastmap.catalogue.texts import load_texts
from fastmap.model.choices import CoverageStatus, Fit, Hiring, HiringReason, Provision, Verdict
from tests.support.builders import (
    assess_skill,
    cluster_where,
    make_mapping,
    make_need,
    make_offer,
    make_partner,
    make_skill,
    unused,
)

EXAMPLES = Path(__file__).parents[2] / "resources" / "catalogue" / "examples"


def read(file, table):
    with (EXAMPLES / file).open("rb") as stream:
        return tomllib.load(stream)[table]


VERDICTS = read("verdicts.toml", "rule")
COVERAGE = read("coverage.toml", "status")
TIES = read("ties.toml", "tie")


def result_of(example):
    """Return the result for the one skill of ``example``."""
    skill = make_skill("Welding", strategic=example.get("strategic", False))
    firms = [needs_of(firm) for firm in example["firms"] for _ in range(firm.get("n", 1))]
    offers = example.get("offers", [])
    silent: list = [[] for _ in firms]
    snapshot = cluster_where(
        *firms,
        unused_per_member=[*silent, *([unused("Welding")] for _ in range(example.get("unused", 0)))],
        skills=[skill],
        mappings=[make_mapping("Welding", skill)],
        partners=[make_partner(f"partner-{place}", stage=offer.get("stage")) for place, offer in enumerate(offers)],
        offers=[
            make_offer(skill.uri, f"partner-{place}", places_per_year=offer.get("places"), fit=Fit(offer["fit"]))
            for place, offer in enumerate(offers)
        ],
    )
    return assess_skill(snapshot, skill.uri)


def needs_of(firm):
    return [
        make_need(
            "Welding",
            short_now=firm.get("short_now"),
            short_12m=firm.get("short_12m"),
            hiring=Hiring(firm["hiring"]) if "hiring" in firm else None,
            hiring_reasons=tuple(map(HiringReason, firm.get("reasons", []))),
            provision=Provision(firm["provision"]) if "provision" in firm else None,
        )
    ]


@pytest.mark.parametrize("rule", VERDICTS, ids=lambda rule: rule["id"])
def test_rule_fires_on_its_example(rule):
    imbalance = result_of(rule["fires"]).imbalance

    assert (imbalance.rule, imbalance.verdict) == (rule["id"], rule["fires"]["verdict"])


@pytest.mark.parametrize("rule", VERDICTS, ids=lambda rule: rule["id"])
def test_rule_does_not_fire_just_short_of_its_example(rule):
    imbalance = result_of(rule["just_short"]).imbalance

    assert imbalance.rule != rule["id"]
    assert imbalance.verdict == rule["just_short"]["verdict"]


@pytest.mark.parametrize("status", COVERAGE, ids=lambda status: status["id"])
def test_coverage_status_holds_on_its_example_and_not_just_short_of_it(status):
    fires, just_short = result_of(status["fires"]).coverage, result_of(status["just_short"]).coverage

    assert fires.status == status["fires"]["status"] == status["id"]
    assert just_short.status == status["just_short"]["status"] != status["id"]


@pytest.mark.parametrize("tie", TIES, ids=lambda tie: tie["id"])
def test_a_tie_is_decided_as_its_example_says(tie):
    imbalance = result_of(tie).imbalance

    assert {side: getattr(imbalance.votes, side) for side in "SMU"} == tie["votes"]
    assert (imbalance.verdict, imbalance.rule) == (tie["verdict"], tie["rule"])
    assert len(imbalance.flipping_members) == tie["hangs_on"]


def test_examples_show_every_verdict_and_coverage_and_every_way_to_tie():
    shown = [rule["fires"]["verdict"] for rule in VERDICTS] + [tie["verdict"] for tie in TIES]
    tied = {
        tuple(side for side in "SMU" if tie["votes"][side] == max(tie["votes"].values()))
        for tie in TIES
        if max(tie["votes"].values())
    }

    assert set(shown) == set(Verdict)
    assert {("S", "M"), ("S", "U"), ("M", "U"), ("S", "M", "U")} <= tied
    assert len(VERDICTS) + len(COVERAGE) + len(TIES) >= 16
    assert all(example["what"] for example in TIES)


def test_every_rule_with_words_and_every_coverage_status_has_an_example():
    texts = load_texts("en")

    assert {rule["id"] for rule in VERDICTS} == {key for key in texts.entries if key.startswith("rule.")}
    assert {status["id"] for status in COVERAGE} == set(CoverageStatus)
