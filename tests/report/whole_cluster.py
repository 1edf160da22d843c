"""A cluster in which everything is recorded: the material that report tests are held against."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

from fastmap.advice.keeping import keep_and_deepen
from fastmap.advice.recommendations import recommend
from fastmap.model.actions import Cell, ChecklistAnswer
from fastmap.model.choices import (
    ActionStatus,
    Barrier,
    ChecklistState,
    Complexity,
    Consequence,
    Fit,
    Hiring,
    HiringReason,
    MemberKind,
    MemberStatus,
    PartnerLevel,
    PartnerType,
    Provision,
    Scope,
    SecondOpinion,
    SkillSource,
    TieKind,
    Timing,
    Verdict,
)
from fastmap.model.ids import LanguageCode, PartnerId
from fastmap.model.kpis import KpiEntry, KpiGoal, OwnKpi
from fastmap.model.organisations import Cluster, Commitment
from fastmap.model.responses import Need
from fastmap.model.results import Results
from fastmap.model.skills import SecondSource, VerdictOverride
from fastmap.model.snapshot import AssessmentInfo, Snapshot
from tests.support.builders import (
    EN,
    assess,
    make_action,
    make_mapping,
    make_member,
    make_need,
    make_offer,
    make_partner,
    make_response,
    make_skill,
    make_snapshot,
    make_tie,
    own_uri,
    shipped_catalogue,
    unused,
)

MADE_ON = date(2026, 4, 1)
ES = LanguageCode("es")
NAMES = (
    "Talleres Urkola, S.L.",
    "Mecanizados Aizkorri S.A.",
    "Zubieta Robotics GmbH",
    "Forjas Ordizia",
    "Lasarte Präzision",
)
"""Names of the first members; the others are called Firm 6 Gorka … and are as recognisable."""
_SHARED = {"source": SkillSource.STARTER}
WELDING = make_skill("TIG welding", group="Joining", labels={EN: "TIG welding", ES: "soldadura TIG"}, **_SHARED)
ROBOTS = make_skill(
    "Robot programming", group="Automation", labels={EN: "Robot programming", ES: "programación de robots"}, **_SHARED
)
DATA = make_skill("Data analysis", group="Automation", labels={EN: "Data analysis", ES: "análisis de datos"}, **_SHARED)
HYDROGEN = make_skill(
    "Hydrogen safety", labels={EN: "Hydrogen safety"}, strategic=True, strategic_reason="roadmap", **_SHARED
)
DRAWING = make_skill("Technical drawing", labels={EN: "Technical drawing"}, **_SHARED)
LASER = make_skill("Laser cutting", group="Joining", labels={EN: "Laser cutting"}, **_SHARED)
BRAZING = make_skill("Brazing", group="Joining", labels={EN: "Brazing"}, **_SHARED)
SKILLS = (WELDING, ROBOTS, DATA, HYDROGEN, DRAWING, LASER, BRAZING)
KINDS = (MemberKind.MICRO, MemberKind.SMALL, MemberKind.SMALL, MemberKind.MEDIUM, MemberKind.LARGE, MemberKind.START_UP)
SECRET_WORDS = "the gearbox trick of our founder"


def member_name(number: int) -> str:
    """Return the name of a member of `whole_snapshot`."""
    return NAMES[number - 1] if number <= len(NAMES) else f"Gorka{number:02} Industrial"


def _needs(number: int) -> list[Need]:
    """Return what member ``number`` answered: many lack welding, fewer the others."""
    needs = [
        make_need(
            "TIG welding",
            short_now=number % 3,
            short_12m=1 + number % 4,
            consequence=(Consequence.STOPS, Consequence.DELAYS)[number % 2],
            hiring=Hiring.NOT_FILLED if number % 3 else Hiring.NOT_TRIED,
            hiring_reasons=(HiringReason.FEW_APPLICANTS,) if number % 3 else (),
            provision=(Provision.NONE, Provision.SMALL, None)[number % 3],
            joint_people=2,
        )
    ]
    if number % 2:
        needs.append(
            make_need(
                "Robot programming",
                short_now=1,
                short_12m=2,
                consequence=Consequence.ORDERS,
                hiring=Hiring.HARD,
                hiring_reasons=(HiringReason.LACKED_SKILL,),
                provision=Provision.MISFIT,
            )
        )
    if number in (2, 4, 6):
        needs.append(make_need("Data analysis", short_12m=1, provision=Provision.FITS))
    if number in (1, 2, 3, 5, 8, 13):
        needs.append(make_need("Laser cutting", short_12m=3 if number < 4 else None, consequence=Consequence.COST))
    if number in (7, 9):
        needs.append(make_need("Brazing", short_12m=1))
    if number == 7:
        needs.append(make_need(SECRET_WORDS, short_now=7))
    return needs


def _kpi_entries() -> list[KpiEntry]:
    """Return a ledger: a figure that many stand behind, one of few, and one that would tell what another hides."""

    def entry(number: int, indicator: str, value: float, members: range, **more: object) -> KpiEntry:
        codes = tuple(f"M{member:03}" for member in members)
        return KpiEntry(id=f"K{number:03}", indicator=indicator, value=value, period="2026-H1", members=codes, **more)

    return [
        entry(1, "staff_trained", 3, range(0), evidence="seen by Talleres Urkola"),
        entry(2, "exchanges", 20, range(1, 9)),
        entry(3, "exchanges_with_smes", 18, range(1, 9)),
        entry(4, "smes_investing", 3, range(1, 4), others=("Forjas Ordizia",)),
        replace(entry(5, "smes_served", 9, range(1, 10)), period="2025-H2"),
        entry(6, "smes_served", 4, range(8, 12), note="ask Mrs Smith", evidence=SECRET_WORDS),
        entry(7, "workers_trained", 40, range(1, 3)),
        entry(8, "pact_money", 12000.5, range(0)),
        entry(9, "own:K001", 6, range(0)),
    ]


def whole_snapshot(answering: int = 16, silent: int = 9) -> Snapshot:
    """Return the cluster: ``answering`` members answered, ``silent`` were asked and did not."""
    members = [
        make_member(
            number,
            name=member_name(number),
            kind=KINDS[number % len(KINDS)],
            headcount=5 * number,
            activity=("C25.6", "C", "K", "gear cutting for clocks")[number % 4],
            status=MemberStatus.ANSWERED if number <= answering else MemberStatus.ASKED,
            partner_id=PartnerId("anchor") if number == 5 else None,
        )
        for number in range(1, answering + silent + 1)
    ]
    responses = [
        make_response(
            number,
            *_needs(number),
            barrier=(Barrier.TIME, Barrier.COST, Barrier.DISTANCE)[number % 3],
            paid_training=number % 2 == 0,
            remarks="call Mrs Smith",
            unused=(unused("Technical drawing", 1),) if number in (1, 2, 3, 4, 5) else (),
        )
        for number in range(1, answering + 1)
    ]
    partners = [
        make_partner("school", name="Vocational School Goierri", stage=4, contact="head@goierri.example"),
        make_partner("university", name="University of the Valley", type=PartnerType.UNIVERSITY, stage=2),
        make_partner("anchor", name="Lasarte Präzision", type=PartnerType.FIRM, in_cluster=True, stage=5),
        make_partner("abroad", name="Cluster Nord", type=PartnerType.INTERNATIONAL, level=PartnerLevel.ABROAD, stage=3),
    ]
    actions = [
        make_action("A1", title="Newsletter on training offers", skills=(own_uri("TIG welding"),), owner="Jane Doe"),
        make_action(
            "B2",
            title="Welding course at Talleres Urkola",
            status=ActionStatus.PLANNED,
            partners=(PartnerId("school"),),
        ),
        make_action(
            None, title="Open days", cell=Cell(Scope.REGIONAL, Complexity.HIGH), timing=(Timing.ST,), budget=1200.0
        ),
    ]
    return make_snapshot(
        info=AssessmentInfo(
            id="form-id-1",
            title="Skills round",
            round_label="2026",
            round_start=date(2026, 3, 1),
            round_end=date(2026, 3, 15),
            fictional=True,
        ),
        cluster=Cluster(name="Urola Advanced Manufacturing", country="ES", nuts="ES212", sectors=("manufacturing",)),
        members=members,
        responses=responses,
        skills=list(SKILLS),
        mappings=[make_mapping(skill.labels[EN], skill) for skill in SKILLS],
        partners=partners,
        offers=[
            make_offer(own_uri("TIG welding"), "school", places_per_year=12),
            make_offer(own_uri("TIG welding"), "anchor", places_per_year=3),
            make_offer(own_uri("Robot programming"), "university", fit=Fit.NO),
            make_offer(own_uri("Data analysis"), "university", places_per_year=40),
        ],
        ties=[make_tie("school", 1, kind=TieKind.INTERNSHIP), make_tie("school", 2), make_tie("university", 3)],
        commitments=[
            Commitment(id="C001", what="Twelve dual places", partner=PartnerId("school"), due=date(2026, 2, 1)),
            Commitment(id="C002", what="Lend the robot cell to Talleres Urkola", partner=PartnerId("anchor")),
            Commitment(id="C003", what="Publish needs", who="Talleres Urkola", evidence="mail of Talleres Urkola"),
        ],
        kpi_entries=_kpi_entries(),
        kpi_goals=[
            KpiGoal(indicator="smes_served", baseline=3, target=30),
            KpiGoal(indicator="own:K001", baseline=0, target=9),
        ],
        own_kpis=[OwnKpi(key="own:K001", name="Visits to Talleres Urkola")],
        actions=actions,
        overrides=[
            VerdictOverride(
                skill=own_uri("Robot programming"), verdict=Verdict.SHORTAGE, reason="Interviews with integrators"
            )
        ],
        second_sources=[
            SecondSource(
                id="s1",
                skill=own_uri("TIG welding"),
                source="Vacancies of the employment service",
                opinion=SecondOpinion.CONFIRMS,
            )
        ],
        checklist_answers=[
            ChecklistAnswer(item=item, state=state)
            for item, state in zip(
                shipped_catalogue().checklist, (ChecklistState.YES, ChecklistState.PARTLY), strict=False
            )
        ],
    )


def advised(results: Results) -> Results:
    """Return ``results`` with recommendations, whoever made them."""
    if results.recommendations:
        return results
    catalogue = shipped_catalogue()
    snapshot = results.snapshot
    return replace(
        results,
        recommendations=recommend(
            snapshot=snapshot,
            catalogue=catalogue,
            quality=results.quality,
            skills=results.skills,
            groups=results.groups,
            ecosystem=results.ecosystem,
            grid=results.grid,
            steps=results.steps,
        ),
        keep_and_deepen=keep_and_deepen(
            snapshot=snapshot, catalogue=catalogue, skills=results.skills, groups=results.groups
        ),
    )


@cache
def whole_results(answering: int = 16) -> Results:
    """Return the results of `whole_snapshot` with recommendations (worked out once)."""
    return advised(assess(whole_snapshot(answering)))


@cache
def empty_results() -> Results:
    """Return the results of a cluster of which only the name is recorded."""
    return advised(assess(make_snapshot()))
