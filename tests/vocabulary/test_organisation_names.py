"""When two names mean one organisation, and when not although they look alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fastmap.model.choices import PartnerType
from fastmap.vocabulary.organisation_names import (
    PROPOSED,
    SAME,
    NameReason,
    marks,
    name_likeness,
    organisation_name,
    type_of_kind,
)


def likeness(one, other):
    return name_likeness(organisation_name(one), organisation_name(other))


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Universidad de Deusto", "UNIVERSIDAD  DE DEUSTO.", NameReason.SAME_WORDS),
        ("Deusto Universidad", "Universidad de Deusto", NameReason.SAME_WORDS),
        ("Tecnalia", "TECNALIA, S.L.", NameReason.SAME_WORDS),
        ("Müller Bildung gGmbH", "Muller Bildung", NameReason.SAME_WORDS),
        ("Univ. Deusto", "Deusto University", NameReason.OTHER_WORDS),
        ("Universidad de Deusto", "Deusto University", NameReason.OTHER_WORDS),
        ("Cámara de Comercio de Gipuzkoa", "Gipuzkoa Chamber of Commerce", NameReason.OTHER_WORDS),
        ("Egyetem Szeged", "Universität Szeged", NameReason.OTHER_WORDS),
        ("Instituto de FP Valdorma", "Inst. FP Valdroma", NameReason.TYPO),
    ],
)
def test_spellings_of_one_organisation_are_recognised_and_the_reason_told(one, other, reason):
    found = likeness(one, other)

    assert (found.reason, found.score >= SAME) == (reason, True)


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Deusto", "Universidad de Deusto", NameReason.SHORTER),
        ("Tecnalia", "Tecnalia Research & Innovation", NameReason.SHORTER),
        ("U.P.V.", "Universidad del País Vasco", NameReason.ABBREVIATION),
        ("UPV/EHU", "Universidad del País Vasco", NameReason.ABBREVIATION),
    ],
)
def test_what_may_be_one_organisation_is_proposed_and_not_put_together(one, other, reason):
    found = likeness(one, other)

    assert found.reason is reason
    assert PROPOSED <= found.score < SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("IES Norte", "IES Oeste"),
        ("School 1", "School 2"),
        ("CIFP Usurbil", "CIFP Bidasoa"),
        ("Deusto Business School", "Deusto University"),
        ("Universidad", "Universidad de Deusto"),
        ("Centro Oviedo", "Centro Ovideo 2"),
        ("", "Tecnalia"),
    ],
)
def test_organisations_that_differ_in_what_matters_are_not_alike(one, other):
    assert likeness(one, other).score == 0


names = st.lists(
    st.sampled_from(["Univ", "de", "Deusto", "Desto", "IES", "Norte", "2", "S.L.", "Chamber", "UPV", "País", "Vasco"]),
    max_size=5,
).map(" ".join)


@given(names, names)
def test_likeness_has_no_direction_and_is_found_through_common_marks(one, other):
    here, there = organisation_name(one), organisation_name(other)

    assert name_likeness(here, there) == name_likeness(there, here)
    if name_likeness(here, there).score:
        assert marks(here) & marks(there)


def test_a_name_says_what_kind_of_partner_it_is_only_where_it_is_clear():
    assert type_of_kind(organisation_name("Univ. Deusto")) is PartnerType.UNIVERSITY
    assert type_of_kind(organisation_name("Cámara de Comercio")) is PartnerType.CHAMBER
    assert type_of_kind(organisation_name("Tecnalia")) is None
