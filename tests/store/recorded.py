"""One of everything that can be recorded, with every field filled: what must survive the file unchanged."""

from datetime import UTC, date, datetime

from fastmap.model.actions import (
    Action,
    Cell,
    ChecklistAnswer,
    IndicatorAnswer,
    IndicatorTarget,
    RecommendationDecision,
)
from fastmap.model.choices import (
    ActionStatus,
    AgendaSubject,
    BallotState,
    BallotSubject,
    Barrier,
    ChainRole,
    Channel,
    ChecklistState,
    CommitmentKind,
    CommitmentState,
    Complexity,
    Consequence,
    Evidence,
    Fit,
    Hiring,
    HiringReason,
    Label,
    MappingHow,
    MemberKind,
    MemberStatus,
    MilestoneState,
    NeedLevel,
    OfferForm,
    PartnerLevel,
    PartnerType,
    Provision,
    RecommendationAnswer,
    ResponseState,
    Scope,
    SecondOpinion,
    SkillKind,
    SkillSource,
    SmeStatus,
    TeamAnswer,
    TeamRole,
    TieKind,
    Timing,
    Verdict,
    WallView,
)
from fastmap.model.earlier import EarlierRound, NeedText, RoundAction, RoundMember, RoundNeed, RoundSkill
from fastmap.model.grant import Grant, Logo
from fastmap.model.kpis import KpiEntry, KpiGoal, KpiUnit, OwnKpi
from fastmap.model.messages import Labels, Message, Name, Share, Term, message
from fastmap.model.organisations import (
    Cluster,
    Commitment,
    Contact,
    Member,
    NameDecision,
    Offer,
    Partner,
    Registration,
    Tie,
)
from fastmap.model.planning import (
    ActionPlan,
    Basis,
    BasisCondition,
    BasisNeed,
    DecisionPlan,
    Milestone,
    TeamCapacity,
)
from fastmap.model.practices import OwnPractice
from fastmap.model.privacy import ClearedText, FreeText, PrivacyChoice
from fastmap.model.responses import (
    Attachment,
    NamedLink,
    Need,
    OfferedSkill,
    Problem,
    ProviderReply,
    Response,
    UnusedSkill,
)
from fastmap.model.skills import Mapping, SecondSource, SetAside, Skill, Split, SplitPart, VerdictOverride
from fastmap.model.team import TeamProfile, TeamQuestionnaire
from fastmap.model.weights import PriorityWeights
from fastmap.model.workshop import AgendaItem, Ballot, BallotPaper, Workshop

NOON = datetime(2026, 3, 2, 12, 0, 0, 123456, tzinfo=UTC)

CLUSTER = Cluster(
    name="Clúster del Metal 'Norte'",
    country="ES",
    nuts="ES21",
    sectors=("manufacturing", "energy"),
    founded_year=1999,
    staff=4,
    member_count=120,
    label=Label.SILVER,
    chain_role=ChainRole.BROKER,
)
MEMBER = Member(
    code="M001",
    name='Łódź & "Söhne" <b>',
    kind=MemberKind.SMALL,
    headcount=31,
    activity="C25",
    nuts="ES211",
    language="es",
    status=MemberStatus.ASKED,
)
CONTACT = Contact(
    member="M001",
    name="A. Person",
    email="person@example.org",
    consent_basis="form",
    consent_date=date(2026, 1, 2),
    consent_expires=date(2027, 1, 2),
)
REGISTRATION = Registration(
    member="M001", registration_number="HRB 0815 =1+1", sme=SmeStatus.NO, sme_basis="part of a large group"
)
NEED = Need(
    row=1,
    skill_text="soldadura TIG",
    job="Soldador",
    level=NeedLevel.SKILLED,
    short_now=0,
    short_12m=2,
    short_36m=None,
    consequence=Consequence.ORDERS,
    hiring=Hiring.HARD,
    hiring_reasons=(HiringReason.FEW_APPLICANTS, HiringReason.CONDITIONS),
    provision=Provision.MISFIT,
    joint_people=1,
)
PROBLEM = Problem(
    code="not_a_number",
    sheet="Form",
    cell="C7",
    field="need_1_short_now",
    found="cinco",
    done="left_empty",
    facts=Message(
        "problem.long",
        {
            "text": "a",
            "count": 2,
            "share": Share(0.5),
            "word": Term("verdict.shortage"),
            "skill": Labels({"en": "Welding", "es": "Soldadura"}),
            "who": Name("member", "M001", "Someone"),
            "day": date(2026, 1, 1),
            "moment": NOON,
            "inner": message("x", flag=True, nothing=None),
            "list": ("a", 1.5, ("b",)),
        },
    ),
)
RESPONSE = Response(
    id="R1",
    member="M001",
    channel=Channel.EXCEL,
    language="es",
    received_at=NOON,
    state=ResponseState.ACCEPTED,
    respondent_role="HR",
    consent_contact=True,
    consent_naming=False,
    people_total=31,
    paid_training=None,
    barrier=Barrier.TIME,
    needs=(NEED, Need(row=3, skill_text="CNC")),
    unused=(UnusedSkill(skill_text="CAD", people=2), UnusedSkill(skill_text="inglés")),
    links=(NamedLink(name="IES Norte", type=PartnerType.VET, kind=TieKind.INTERNSHIP), NamedLink(name="Otro")),
    offers=("interns", "course"),
    remarks="línea 1\nlínea 2",
    raw={"need_1_skill": "  soldadura TIG\x07\x00", "lone": "\ud800", "need_1_short_now": "≈ 5", "empty": ""},
    source_name="respuesta.xlsx",
    source_sha256="ab" * 32,
    problems=(PROBLEM, Problem(code="short")),
)
ATTACHMENT = Attachment(sha256="cd" * 32, name="scan.jpg", media_type="image/jpeg", content=bytes(range(256)) * 20)
SKILL = Skill(
    uri="http://data.europa.eu/esco/skill/1",
    labels={"en": "weld", "es": "soldar"},
    kind=SkillKind.TECHNICAL,
    group_uri="http://data.europa.eu/esco/skill/S1",
    group_labels={"en": "joining parts"},
    source=SkillSource.ESCO,
)
SPLIT = Split(
    text_key="hidraulica y neumatica",
    language="es",
    parts=(
        SplitPart(text="Hidráulica", skill="http://data.europa.eu/esco/skill/1"),
        SplitPart(text="<b> neumática", skill="fastmap:own/x"),
    ),
    how=MappingHow.SUGGESTED,
    decided_by="ana",
    decided_at=NOON,
)
ASIDE = SetAside(text_key="no sabemos", language="es", how=MappingHow.REMEMBERED, decided_by="ana", decided_at=NOON)
MAPPING = Mapping(
    text_key="soldadura tig",
    language="es",
    skill=SKILL.uri,
    how=MappingHow.SUGGESTED,
    score=0.75,
    decided_by="ana",
    decided_at=NOON,
)
PARTNER = Partner(
    id="P1",
    name="IES Norte",
    type=PartnerType.VET,
    level=PartnerLevel.REGIONAL,
    in_cluster=False,
    stage=3,
    contact="Head of studies",
    governance=True,
)
OTHER_PARTNER = Partner(id="P2", name="Chamber", type=PartnerType.CHAMBER)
OFFER = Offer(
    id="O1",
    partner="P1",
    skill=SKILL.uri,
    form=OfferForm.DUAL_PROGRAMME,
    places_per_year=15,
    fit=Fit.YES,
    cost="free",
    publicly_funded=True,
    language="es",
    mode="on site",
    evidence="prospectus",
    since=2020,
)
REPLY = ProviderReply(
    id="offers-1",
    partner="P1",
    language="es",
    received_at=NOON,
    state=ResponseState.ACCEPTED,
    organisation="IES Norte",
    respondent_role="Jefa de estudios",
    offers=(
        OfferedSkill(
            row=1,
            skill_text="soldadura TIG",
            form=OfferForm.COURSE,
            places_per_year=16,
            fit=Fit.YES,
            cost="=gratis",
            publicly_funded=True,
            language="es",
            mode="tardes",
            evidence="plan 2026",
        ),
        OfferedSkill(row=3, skill_text="CNC"),
    ),
    remarks="línea",
    raw={"offer_1_places": " 16 ", "lone": "\ud800"},
    source_name="oferta.xlsx",
    source_sha256="ef" * 32,
    problems=(PROBLEM,),
)
NAMED = (
    NameDecision(name_key="ies norte", name="IES Norte", partner="P1", decided_at=NOON),
    NameDecision(name_key="otro", name="Otro"),
)
TIES = (
    Tie(id="T1", partner="P1", member="M001", kind=TieKind.TRAINING, strength=2, formal=True, source="workshop"),
    Tie(id="T2", partner="P1", other_partner="P2"),
)
COMMITMENT = Commitment(
    id="C1",
    what="Eight places in a dual programme",
    kind=CommitmentKind.SOCIAL_PARTNERS,
    partner="P1",
    who="the school",
    due=date(2026, 9, 1),
    state=CommitmentState.UNDER_WAY,
    evidence="letter of 3 March",
)
ACTION = Action(
    id="A-1",
    title="Dual training",
    cell=Cell(Scope.REGIONAL, Complexity.LOW_MEDIUM),
    reference="B2",
    timing=(Timing.ST, Timing.MT),
    status=ActionStatus.RUNNING,
    owner="office",
    partners=("P1", "P2"),
    skills=(SKILL.uri,),
    start=date(2026, 1, 1),
    end=date(2026, 12, 31),
    budget=1200.5,
    funding="region",
    note="n",
    evidence=("https://example.org/minutes?id=1", "signed “agreement”, folder 3"),
)
KPI_ENTRY = KpiEntry(
    id="K1",
    indicator="smes_served",
    value=2.5,
    period="2026-H1",
    members=("M001",),
    partners=("P1",),
    others=("Somebody else",),
    evidence="attendance list",
    note="n",
    hours=96.5,
)
KPI_GOAL = KpiGoal(indicator="smes_served", baseline=1.0, target=20.0)
OWN_KPI = OwnKpi(key="own:K001", name="Open places", unit=KpiUnit.PERCENT, adds_up=False)
PRACTICE = OwnPractice(
    id="P001",
    name="Shared trainer",
    what="Two firms share one welding trainer.",
    cell=Cell(Scope.REGIONAL, Complexity.LOW_MEDIUM),
    partner_types=(PartnerType.VET, PartnerType.CHAMBER),
    place="next valley",
    source="https://example.org",
)
TARGET = IndicatorTarget(key="response_rate", target=0.45)
OVERRIDE = VerdictOverride(skill=SKILL.uri, verdict=Verdict.MISMATCH, reason="asked three firms")
SECOND = SecondSource(id="S1", skill=SKILL.uri, source="vacancies", opinion=SecondOpinion.CONFIRMS, note="n")
INDICATOR = IndicatorAnswer(key="s3_forum", value=1.0, note="n")
CHECKLIST = ChecklistAnswer(item="leader_named", state=ChecklistState.PARTLY, evidence="minutes")
EARLIER_ROUND = EarlierRound(
    assessment="0123456789abcdef",
    file="Metal 2024.fastmap",
    cluster="Clúster del Metal 'Norte'",
    country="ES",
    round_label="2024",
    round_start=date(2024, 3, 1),
    round_end=date(2024, 5, 31),
    first_answer=date(2024, 3, 4),
    last_answer=date(2024, 5, 30),
    fictional=True,
    carried_over=True,
    is_other_cluster=True,
    catalogue="fastmap-core 1.0.0 abc",
    thresholds={"min_users": 3.0, "priority_weights.reach": 0.3},
    asked=2,
    answered=1,
    response_rate=0.5,
    members=(
        RoundMember(
            code="M001",
            name="Łódź & Söhne",
            answered=True,
            needs=(
                RoundNeed(
                    skill="fastmap:own/welding",
                    texts=(NeedText(key="soldadura tig", language="es"),),
                    short_now=0,
                    short_12m=2,
                    consequence=Consequence.ORDERS,
                ),
                RoundNeed(skill="fastmap:provisional/cnc"),
            ),
        ),
        RoundMember(code="M002", name="B"),
    ),
    skills=(
        RoundSkill(
            uri="fastmap:own/welding",
            labels={"en": "welding", "es": "soldadura"},
            is_group=False,
            users=5,
            verdict=Verdict.SHORTAGE,
            evidence=Evidence.SUPPORTED,
            votes_s=4,
            votes_m=1,
            votes_u=0,
            short_share=0.8,
            hard_share=None,
            sensitive=True,
            overridden=True,
            rank=1,
            rank_low=1,
            rank_high=3,
            is_open=True,
            open_rank=1,
            open_low=1,
            open_high=2,
        ),
    ),
    actions=(
        RoundAction(id="A-1", title="Curso", status=ActionStatus.PLANNED, reference="A4", end=date(2024, 12, 31)),
    ),
)
PRIVACY = PrivacyChoice(k=8)
CLEARED = ClearedText(kind=FreeText.ACTION_NOTE, key="A001", sha256="0" * 64)
WEIGHTS = PriorityWeights(reach=0.4, size=0.2, severity=0.2, urgency=0.1, scarcity=0.1)
DECISION = RecommendationDecision(
    recommendation="B2:x",
    answer=RecommendationAnswer.LATER,
    reason="budget",
    decided_at=NOON,
    basis=Basis(
        needs=(BasisNeed(skill=SKILL.uri, verdict=Verdict.SHORTAGE, firms=6, people=None),),
        conditions=(BasisCondition(key="has_answers", met=True), BasisCondition(key="people_to_release")),
        partners=("P1",),
        missed=("response_rate",),
        cell_started=True,
    ),
)
QUESTIONNAIRE = TeamQuestionnaire(
    id="Q1",
    respondent="T001 ✓",
    role=TeamRole.MANAGER,
    language="hu",
    received_at=NOON,
    state=ResponseState.TO_CHECK,
    organisation_kind=PartnerType.AGENCY,
    digcomp=8,
    answers={"crm": TeamAnswer.LACKS, "english": TeamAnswer.NOT_RELEVANT},
    picks=("strategy", "teamwork"),
    twice=("crm",),
    other_language="Français",
    remarks="=1+1",
    raw={"item_crm": "1; 3"},
    source_name="a b.xlsx",
    source_sha256="f" * 64,
    problems=(
        Problem(code="team_item_twice", sheet="S", cell="E11", field="item_crm", found="1; 3", done="corrected"),
    ),
)
TEAM_PROFILE = TeamProfile(bought_in_level=7)
DECISION_PLAN = DecisionPlan(
    recommendation="B2:x", owner="office", due=date(2026, 10, 31), days=12.5, money=800.0, on_paper=True
)
ACTION_PLAN = ActionPlan(
    action="A-1",
    staff_days=20.0,
    milestones=(
        Milestone(title="Signed", due=date(2026, 3, 1), state=MilestoneState.REACHED),
        Milestone(title="Begun"),
    ),
    after=("A-2",),
)
GRANT = Grant(
    funder="Fund",
    call="Call 7",
    agreement="EX-1",
    project="Map",
    period_start=date(2026, 1, 1),
    period_end=date(2027, 12, 31),
    work_package="WP2",
    deliverable="D2.1",
    disclaimer="Views are ours.",
)
LOGO = Logo(png_base64="iVBORw0KGgo=", width_px=4, height_px=2, alternative="A blue square")
CAPACITY = TeamCapacity(staff_days=80.0)
WORKSHOP = Workshop(
    id="W001",
    held_on=date(2026, 3, 2),
    place="Sala 'Grande'",
    participants=21,
    agenda=(
        AgendaItem(
            id="1",
            subject=AgendaSubject.PURPOSE,
            minutes=10,
            view=WallView.WELCOME,
            title="=1+1",
            notes="said",
            decisions="done",
        ),
        AgendaItem(id="2", subject=AgendaSubject.OTHER, minutes=1),
    ),
)
BALLOT = Ballot(
    id="B001",
    workshop="W001",
    subject=BallotSubject.NEEDS,
    dots=3,
    options=("fastmap:own/x", "fastmap:own/y"),
    opened_at=NOON,
    state=BallotState.CLOSED,
    closed_at=NOON,
    is_live=True,
    by_hand={"fastmap:own/x": 4},
    voters_by_hand=2,
    words={"fastmap:own/x": "=Löten", "fastmap:own/y": "Brazing"},
    words_language="de",
    places={"fastmap:own/y": 1},
)
PAPER = BallotPaper(id="p-1", ballot="B001", received_at=NOON, dots={"fastmap:own/x": 2, "fastmap:own/y": 1})
