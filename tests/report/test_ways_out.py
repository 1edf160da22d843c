"""Ways by which something about one firm or one person could leave in an anonymous edition: each was open once."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from fastmap.catalogue.texts import load_texts
from fastmap.model.choices import PartnerType
from fastmap.model.comparison import NeedChange
from fastmap.model.grant import Grant, Logo
from fastmap.model.ids import PartnerId
from fastmap.model.kpis import KpiEntry, KpiUnit, OwnKpi
from fastmap.report.build import build_report
from fastmap.report.privacy import protect
from fastmap.report.team_privacy import without_ones_own_answers
from fastmap.tasks.anonymous_editions import edition_of, warnings_about
from tests.support.builders import (
    assess,
    cluster_where,
    code,
    make_action,
    make_mapping,
    make_need,
    make_offer,
    make_partner,
    make_skill,
    own_uri,
    shipped_catalogue,
)
from tests.support.everything import PIXEL
from tests.support.rounds import FEW_RESAMPLES, with_earlier
from tests.support.sample_file import put_sample
from tests.support.team_answers import LACKS, MASTERS, person

ROOT = Path(__file__).resolve().parents[2]
WELDING, BENDING = make_skill("Welding"), make_skill("Bending")
SKILLS = {
    "skills": [WELDING, BENDING],
    "mappings": [make_mapping("Welding", WELDING), make_mapping("Bending", BENDING)],
}


# --- funder figures -------------------------------------------------------------------------------------------------------


def entry(number, value, *members, indicator="workers_trained", period="2026"):
    return KpiEntry(
        id=f"K{number:03}", indicator=indicator, value=value, period=period, members=tuple(map(code, members))
    )


def ledger(*entries, **more):
    return cluster_where(*[[make_need("Welding")] for _ in range(20)], kpi_entries=list(entries), **more)


def told(*entries, indicator="workers_trained", **more):
    shown = protect(assess(ledger(*entries, **more)), shipped_catalogue()).results.kpis
    return next(kpi for kpi in shown if kpi.key == indicator)


def test_a_sum_that_one_firm_makes_is_not_told_whoever_stands_behind_zeros():
    assert told(entry(1, 400, 1), *[entry(n, 0, n) for n in range(2, 5)], entry(5, 1, 5)).actual is None


def test_firms_behind_a_value_that_is_not_known_are_no_cover():
    kpi = told(entry(1, 44, 1), entry(2, None, 2, 3, 4, 5))

    assert (kpi.actual, kpi.unknown_entries) == (None, 0)


def test_a_level_is_told_only_if_enough_firms_stand_behind_its_last_value():
    own = OwnKpi(key="own:turnover", name="Turnover from training", unit=KpiUnit.EURO, adds_up=False)
    entries = [entry(n, 100.0 * n, n, indicator=own.key, period=str(2020 + n)) for n in range(1, 6)]

    assert told(*entries, indicator=own.key, own_kpis=[own]).actual is None


def test_a_sum_that_enough_firms_share_is_told():
    assert told(*[entry(n, 10 + n, n) for n in range(1, 7)]).actual == 81


def test_editions_before_and_after_one_more_entry_bring_a_warning():
    rules, before = shipped_catalogue().rules, [entry(n, 10 + n, n) for n in range(1, 6)]
    first = edition_of(ledger(*before), rules, date(2026, 5, 1))
    second = edition_of(ledger(*before, entry(9, 37, 9)), rules, date(2026, 5, 2))

    assert warnings_about(second, [first]) != ()


# --- two rounds -----------------------------------------------------------------------------------------------------------


def members_with(welding, bending):
    """24 members, of which those in ``welding`` and ``bending`` name the skill."""
    return cluster_where(
        *[
            ([make_need("Welding", short_now=2)] if n in welding else [])
            + ([make_need("Bending", short_now=2)] if n in bending else [])
            for n in range(24)
        ],
        **SKILLS,
    )


@pytest.mark.parametrize(
    ("then", "now", "changes"),
    [
        ((range(12), range(6, 18)), (range(6, 12), range(6, 16)), (NeedChange.MET, NeedChange.UNNAMED)),
        ((range(6), range(6, 16)), (range(12), range(6, 18)), (NeedChange.NEW,)),
    ],
)
def test_a_total_less_what_is_told_skill_by_skill_tells_of_nobody(then, now, changes):
    results = assess(with_earlier(members_with(*now), members_with(*then)), FEW_RESAMPLES)

    shown = protect(results, FEW_RESAMPLES).results.since_last_round

    assert shown.withheld == 1
    assert [shown.totals[change] for change in changes] == [None] * len(changes)


# --- partners that are members ----------------------------------------------------------------------------------------------


def test_nothing_joins_decisions_actions_and_money_of_one_member():
    firms = [make_partner(key, type=PartnerType.FIRM, in_cluster=True, name=f"{key} Anchor") for key in ("a", "b")]
    snapshot = cluster_where(
        *[[make_need("Welding", short_now=2, short_12m=3)] for _ in range(12)],
        partners=[*firms, make_partner("school")],
        offers=[make_offer(own_uri("Welding"), key) for key in ("a", "b", "school")],
        actions=[make_action("A1", partners=(PartnerId("a"),), budget=90_000.0)],
        **SKILLS,
    )
    results = assess(snapshot)
    assert {item.partner for item in results.interests} >= {"a"}

    shown = protect(results, shipped_catalogue()).results

    names = {partner.id: partner.name for partner in shown.snapshot.partners}
    assert all("Anchor" not in (names[item.partner] or "") and names[item.partner] for item in shown.interests)


def test_facts_of_the_grant_and_the_logo_that_name_a_member_are_left_out():
    grant = Grant(project="Member 3 Skills", disclaimer="Coordinated by Member 3", call="Skills 2026")
    logo = Logo(png_base64=PIXEL, width_px=1, height_px=1, alternative="Logo of Member 3")
    results = assess(cluster_where(*[[make_need("Welding")] for _ in range(12)], grant=grant, logo=logo, **SKILLS))

    made = build_report(results, shipped_catalogue(), load_texts("en"), anonymous=True, made_on=date(2026, 5, 4))

    assert "Member 3" not in json.dumps(made.data) + repr(made.grant) + repr(made.logo)
    assert "Skills 2026" in repr(made.grant)
    assert made.logo.alternative == "Test cluster"


def test_a_logo_that_is_no_picture_is_left_out_and_breaks_no_report():
    logo = Logo(png_base64="aa", width_px=1, height_px=1, alternative="Logo")
    results = assess(cluster_where(logo=logo))

    made = build_report(results, shipped_catalogue(), load_texts("en"), anonymous=False, made_on=date(2026, 5, 4))

    assert made.logo is None


# --- the team ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("people", [3, 5])
def test_items_that_one_person_alone_answered_enter_no_mean(people):
    block = shipped_catalogue().team.blocks[0]
    alone = person({item: MASTERS if n < 2 else LACKS for n, item in enumerate(block.items)}, number=1)
    others = [person({block.items[0]: MASTERS}, number=n) for n in range(2, people + 1)]
    results = assess(cluster_where(*[[make_need("Welding")] for _ in range(12)], team=(alone, *others)))

    named = without_ones_own_answers(results, shipped_catalogue().team).team
    anonymous = protect(results, shipped_catalogue()).results.team

    assert named.blocks[0].mastered == 1.0
    assert anonymous.blocks[0].mastered in (None, 1.0)


def test_means_of_an_anonymous_team_are_so_coarse_that_no_single_answer_shows():
    items = shipped_catalogue().team.items
    answers = dict.fromkeys(items, MASTERS)
    people = [person(answers, number=n) for n in range(1, 5)] + [person(answers | {"crm": LACKS}, number=5)]

    shown = protect(assess(cluster_where(team=tuple(people))), shipped_catalogue()).results.team

    assert {block.mastered for block in shown.blocks} <= {None, 1.0}
    assert shown.mastered == 1.0


# --- the same file gives the same edition -----------------------------------------------------------------------------------


def test_two_processes_give_the_same_codes_of_a_stored_file(tmp_path):
    file = tmp_path / "sample.fastmap"
    put_sample(file)
    program = (
        "import sys, json, datetime, pathlib\n"
        "from fastmap.tasks.reporting import report_of, results_of\n"
        "made = report_of(results_of(pathlib.Path(sys.argv[1])), language='en', anonymous=True,"
        " made_on=datetime.date(2026, 5, 4))\n"
        "print(json.dumps(made.data, sort_keys=True))\n"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program, str(file)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(outputs) == 1


def test_what_ids_were_once_used_changes_no_code():
    snapshot = cluster_where(*[[make_need("Welding")] for _ in range(12)], partners=[make_partner("school")], **SKILLS)
    used = replace(snapshot, used_ids=frozenset({"M001", "M099"}))

    codes = [
        build_report(assess(one), shipped_catalogue(), load_texts("en"), anonymous=True, made_on=date(2026, 5, 4)).data[
            "ecosystem"
        ]
        for one in (snapshot, used)
    ]

    assert codes[0] == codes[1]
