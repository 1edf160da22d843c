"""The check of the whole catalogue finds nothing in the shipped one, and every kind of gap in a broken one."""

from dataclasses import replace

import pytest

from fastmap.advice.recommendations import recommend
from fastmap.catalogue.checking import can_be_recommended, catalogue_problems, needed_texts
from fastmap.catalogue.definitions import Catalogue
from fastmap.catalogue.reading import load_catalogue
from fastmap.catalogue.texts import load_texts, shipped_languages
from fastmap.model.choices import Verdict
from fastmap.model.ids import RefId
from tests.support.builders import make_action, make_member, make_partner, make_snapshot
from tests.support.result_builders import advice_input, skill_result, step_results_where

CATALOGUE = load_catalogue()
TEXTS = {language: frozenset(load_texts(language).entries) for language in shipped_languages()}


def problems(catalogue: Catalogue = CATALOGUE, texts: dict[str, frozenset[str]] = TEXTS) -> list[str]:
    return [str(problem) for problem in catalogue_problems(catalogue, texts)]


def with_action(reference: str, **changes: object) -> Catalogue:
    action = replace(CATALOGUE.actions[RefId(reference)], **changes)
    return replace(CATALOGUE, actions={**CATALOGUE.actions, action.id: action})


def test_the_shipped_catalogue_lacks_nothing_in_any_language_that_carries_reports() -> None:
    assert set(TEXTS) >= {"en", "es"}
    assert problems() == []


@pytest.mark.parametrize("language", list(TEXTS))
def test_a_text_missing_in_one_language_is_named_with_its_place(language: str) -> None:
    texts = {**TEXTS, language: TEXTS[language] - {"action.B2.first_step", "indicator.response_rate.record"}}

    assert problems(texts=texts) == [
        f"texts/{language} [action.B2] first_step: is missing",
        f"texts/{language} [indicator.response_rate] record: is missing",
    ]


def test_every_text_that_is_needed_is_missed_when_it_is_gone() -> None:
    missed = catalogue_problems(CATALOGUE, {"en": frozenset(CATALOGUE.sources.values())})

    assert len(missed) == len(tuple(needed_texts(CATALOGUE))) > 400


def test_a_source_that_nobody_listed_and_one_without_its_reference_are_named() -> None:
    texts = {**TEXTS, "es": TEXTS["es"] - {"source.figure4"}}

    assert problems(with_action("A1", source="hearsay")) == [
        "actions.toml [action A1] source: 'hearsay' is not among the sources"
    ]
    assert problems(texts=texts) == ["sources.toml [] figure4: has no full reference in 'es'"]


def test_a_candidate_that_no_facts_could_bring_up_is_named() -> None:
    never = with_action("X4", fit={}, moves=())

    assert problems(never) == [
        "actions.toml [action X4] fit: nothing that can be recorded would ever bring this action up"
    ]


@pytest.mark.parametrize(
    ("changes", "reachable"),
    [
        ({"fit": {Verdict.SHORTAGE: 0.29}, "moves": ()}, False),  # just short of being named
        ({"fit": {Verdict.SHORTAGE: 0.30}, "moves": ()}, True),
        ({"fit": {Verdict.BALANCED: 1.0}, "moves": ()}, False),  # nothing to do
        ({"fit": {}, "moves": ("response_rate",)}, True),
        ({"fit": {}, "moves": (), "invites": True}, True),
    ],
)
def test_what_brings_a_broaden_action_up(changes: dict[str, object], reachable: bool) -> None:
    catalogue = with_action("X4", **changes)

    assert can_be_recommended(catalogue.actions[RefId("X4")], catalogue) is reachable


def test_an_indicator_that_can_never_be_missed_brings_nothing_up() -> None:
    catalogue = with_action("X4", fit={}, moves=("response_rate",))
    indicators = tuple(
        replace(item, target=0) if item.key == "response_rate" else item for item in CATALOGUE.indicators
    )
    catalogue = replace(catalogue, indicators=indicators)

    assert not can_be_recommended(catalogue.actions[RefId("X4")], catalogue)


@pytest.mark.parametrize("reference", list(CATALOGUE.actions))
def test_some_facts_bring_every_candidate_up(reference: str) -> None:
    """What the check calls reachable really is: by what the advice itself says, one candidate after another."""
    action = CATALOGUE.actions[RefId(reference)]
    other = next(one for one in CATALOGUE.actions.values() if one.cell != action.cell)
    snapshot = make_snapshot(actions=[make_action(other.id)], members=[make_member()], partners=[make_partner()])
    needs = [skill_result(f"Skill {verdict}", verdict=verdict) for verdict in Verdict]
    steps = step_results_where(not_met=[item.key for item in CATALOGUE.indicators])

    found = recommend(**(advice_input(snapshot, *needs) | {"steps": steps}))

    assert can_be_recommended(action, CATALOGUE)
    assert reference in {item.reference for item in found}


def test_an_action_that_the_check_calls_unreachable_is_never_brought_up() -> None:
    catalogue = with_action("X4", fit={}, moves=())
    needs = [skill_result(f"Skill {verdict}", verdict=verdict) for verdict in Verdict]
    steps = step_results_where(not_met=[item.key for item in CATALOGUE.indicators])
    given = advice_input(make_snapshot(actions=[make_action("A1")]), *needs)

    found = recommend(**(given | {"steps": steps, "catalogue": catalogue}))

    assert "X4" not in {item.reference for item in found}
