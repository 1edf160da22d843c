"""How long the whole analysis of a large cluster takes, beside a yardstick of the same session.

The seconds are this computer's; the ratio travels better. Run with ``python3 dev.py bench`` or pytest on this file.
"""

import random
import time

import pandas as pd
import pytest

from fastmap.analysis.consolidation import consolidate
from fastmap.model.choices import Consequence, Fit, Hiring, HiringReason, MemberStatus, Provision, TieKind
from fastmap.pipeline import run
from tests.support.builders import (
    EN,
    cluster_where,
    make_action,
    make_mapping,
    make_member,
    make_need,
    make_offer,
    make_partner,
    make_skill,
    make_tie,
    shipped_catalogue,
    unused,
)

MEMBERS = 170
SKILLS = 300


def large_cluster(*, answered: int, seed: int = 7):
    """Return 170 members, 300 skills in 40 groups, 60 partners with offers and ties; popular skills more often named."""
    chance = random.Random(seed)
    skills = [make_skill(f"Skill {number}", group=f"Group {number % 40}") for number in range(SKILLS)]
    weights = [1 / (place + 10) for place in range(SKILLS)]

    def need():
        hiring = chance.choice([None, *Hiring])
        return make_need(
            chance.choices(skills, weights)[0].labels[EN],
            short_now=chance.choice([None, 0, 1, 2, 3]),
            short_12m=chance.choice([None, 0, 1, 2, 5]),
            consequence=chance.choice([None, *Consequence]),
            hiring=hiring,
            hiring_reasons=tuple(chance.sample(list(HiringReason), 1)),
            provision=chance.choice([None, *Provision]),
        )

    partners = [make_partner(f"partner-{number}", stage=number % 6) for number in range(60)]
    return cluster_where(
        *[[need() for _ in range(8)] for _ in range(answered)],
        unused_per_member=[[unused(chance.choice(skills).labels[EN], 1)] for _ in range(answered)],
        more_members=[make_member(number, status=MemberStatus.ASKED) for number in range(answered + 1, MEMBERS + 1)],
        skills=skills,
        mappings=[make_mapping(skill.labels[EN], skill) for skill in skills],
        partners=partners,
        offers=[
            make_offer(
                chance.choice(skills).uri,
                partner.id,
                number=number,
                places_per_year=chance.choice([None, 5, 20]),
                fit=chance.choice(list(Fit)),
            )
            for partner in partners
            for number in range(3)
        ],
        ties=[
            make_tie(partner.id, chance.randrange(1, MEMBERS + 1), kind=chance.choice(list(TieKind)))
            for partner in partners
            for _ in range(3)
        ],
        actions=[make_action(reference) for reference in ("A1", "B1", "C1")],
    )


def best_of(times, work):
    """Return the least seconds of ``times`` runs: what the work costs when nothing else wants the processor."""
    seconds = []
    for _ in range(times):
        begun = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - begun)
    return min(seconds)


@pytest.mark.parametrize("answered", [60, 170])
def test_whole_analysis_of_170_members_and_300_skills(answered, benchmark):
    snapshot = large_cluster(answered=answered)
    catalogue = shipped_catalogue()
    needs = consolidate(snapshot).needs
    run(snapshot, catalogue)  # warm: imports are not what is measured

    benchmark.pedantic(run, args=(snapshot, catalogue), rounds=5)
    seconds = benchmark.stats.stats.min
    yardstick = best_of(20, lambda: pd.DataFrame.groupby(needs, ["skill", "member"]).max())

    print(
        f"\npipeline.run, {answered} of {MEMBERS} members answered, {SKILLS} skills: {seconds:.3f} s"
        f" = {seconds / yardstick:.0f} × one pandas groupby of the same {len(needs)} rows ({1000 * yardstick:.1f} ms)"
    )
