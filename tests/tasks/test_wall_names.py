"""What the projector may say of organisations."""

from dataclasses import replace

import pytest

from fastmap.catalogue.texts import load_texts
from fastmap.model.choices import PartnerType, SkillSource
from fastmap.model.messages import Labels, message
from fastmap.model.messages import Name as NameFact
from fastmap.model.organisations import Cluster, Member, Partner
from fastmap.model.skills import Skill
from fastmap.model.snapshot import AssessmentInfo, Snapshot
from fastmap.report.whole_names import HIDDEN
from fastmap.tasks.wall_names import WallNames

TEXTS = load_texts("en")
SNAPSHOT = Snapshot(
    info=AssessmentInfo(id="a", title="t", round_label="2026"),
    cluster=Cluster(name="Ferrana Cluster", country="ES"),
    members=(
        Member(code="M001", name="Talleres Urkola, S.L."),
        Member(code="M002", name="a<b and c>d"),
        Member(code="M003", name="=HYPERLINK(0)"),
    ),
    partners=(
        Partner(id="P1", name="Instituto Valdorma", type=PartnerType.VET),
        Partner(id="P2", name="Escuela Harrilan", type=PartnerType.VET),
    ),
    skills=(Skill(uri="x:1", labels={"en": "welding"}, source=SkillSource.STARTER),),
)


@pytest.fixture
def hidden() -> WallNames:
    return WallNames(SNAPSHOT, TEXTS, shown=False)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Course at Talleres Urkola, S.L. in May", f"Course at {HIDDEN} in May"),
        ("Úrkola takes the course", f"{HIDDEN} takes the course"),
        ("TALLERES   URKOLA pays", f"{HIDDEN} pays"),
        ("Visit to Instituto Valdorma", f"Visit to {HIDDEN}"),
        ("Ask M001", f"Ask {HIDDEN}"),
        ("with a<b and c>d", f"with {HIDDEN}"),
        ("see =HYPERLINK(0)", f"see {HIDDEN}"),
        ("Welding in the Ferrana cluster", "Welding in the Ferrana cluster"),
        ("", ""),
        (None, ""),
    ],
)
def test_a_name_in_what_somebody_typed_is_hidden(hidden, typed, said):
    assert hidden.text(typed) == said


def test_a_sentence_says_what_kind_of_organisation_it_is_instead_of_its_name(hidden):
    sentence = message(
        "workshop_test",
        partners=(NameFact("partner", "P1", "Instituto Valdorma"), NameFact("partner", "P2", "Harrilan")),
    )

    shown = hidden._hidden(sentence)

    assert shown.facts["partners"] == (TEXTS.term("partner_type.vet"),)


def test_a_member_in_a_sentence_is_a_member(hidden):
    told = hidden._hidden(message("x", who=NameFact("member", "M001", "Talleres Urkola, S.L.")))

    assert TEXTS.fact(told.facts["who"]) == TEXTS.term("report.withheld.member")


def test_a_name_in_the_label_of_an_own_skill_is_hidden(hidden):
    told = hidden._hidden(message("x", skill=Labels({"en": "presses as at Urkola"})))

    assert TEXTS.fact(told.facts["skill"]) == f"presses as at {HIDDEN}"


def test_names_switched_on_are_said_as_they_are():
    shown = WallNames(SNAPSHOT, TEXTS, shown=True)

    assert shown.text("Course at Urkola") == "Course at Urkola"
    assert shown.partner("P1") == "Instituto Valdorma"


SPOKEN = replace(
    SNAPSHOT,
    members=(
        Member(code="M002", name="Müller Präzision GmbH"),
        Member(code="M003", name="Öko-Stahl AG"),
        Member(code="M004", name="Szabó és Társa Kft."),
        Member(code="M005", name="Forma Welding"),
    ),
    partners=(Partner(id="P1", name="UPV/EHU", type=PartnerType.UNIVERSITY),),
)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Müllers Halle", f"{HIDDEN} Halle"),
        ("Szabóék fizetik", f"{HIDDEN} fizetik"),
        ("Kurs bei Mueller Praezision", f"Kurs bei {HIDDEN} {HIDDEN}"),
        ("Ökostahl hires", f"{HIDDEN} hires"),
        ("bei Oeko-Stahl", f"bei {HIDDEN}-{HIDDEN}"),
        ("the EHU lab", f"the {HIDDEN} lab"),
        ("ask M 002 and M-003", f"ask {HIDDEN} and {HIDDEN}"),
    ],
)
def test_a_name_is_hidden_in_the_form_in_which_people_say_it(typed, said):
    assert WallNames(SPOKEN, TEXTS, shown=False).text(typed) == said


@pytest.mark.parametrize(
    "plain", ["Formaciones y welding", "weldings", "20 M 4 screws", "a university lab", "In formation"]
)
def test_a_common_word_that_begins_like_a_name_is_said(plain):
    assert WallNames(SPOKEN, TEXTS, shown=False).text(plain) == plain
