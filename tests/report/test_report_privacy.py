"""Anonymous editions: nobody is named, and nothing tells about fewer than five firms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cache, partial
from itertools import count
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from fastmap.analysis.consolidation import consolidate
from fastmap.analysis.demand import skill_demand
from fastmap.catalogue.texts import load_texts
from fastmap.model.choices import RecommendationAnswer, SecondOpinion
from fastmap.model.messages import Labels, Message, Name, Term, message
from fastmap.model.normalise import text_key
from fastmap.model.organisations import Contact
from fastmap.report.blocks import Suppressed
from fastmap.report.build import build_report
from fastmap.report.disclosure import is_small
from fastmap.report.finished import Report
from fastmap.report.masking import Mask
from fastmap.report.members_named import MemberNames
from fastmap.report.privacy import Protected, anonymise, protect
from tests.report.whole_cluster import (
    MADE_ON,
    SECRET_WORDS,
    advised,
    member_name,
    whole_results,
    whole_snapshot,
)
from tests.support.builders import EN, assess, catalogue_with, make_skill, make_tie, shipped_catalogue
from tests.support.random_clusters import clusters

K = 5


@cache
def report(language: str = "en", answering: int = 16) -> Report:
    results = whole_results(answering)
    return build_report(results, shipped_catalogue(), load_texts(language), anonymous=True, made_on=MADE_ON)


@cache
def protected(answering: int = 16) -> Protected:
    return protect(whole_results(answering), shipped_catalogue())


def strings(value: Any) -> Iterator[str]:
    """Return every text anywhere inside ``value``, keys included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from strings(key)
            yield from strings(item)
    elif isinstance(value, Sequence | set | frozenset):
        for item in value:
            yield from strings(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings(getattr(value, field.name))


def count_words() -> Iterator[str]:
    """Return codes that are the same in every export: for comparing two of them."""
    return (f"code-{number}" for number in count())


def skill(found: Protected, label: str) -> Any:
    items = (*found.results.skills, *found.results.groups)
    return next(item for item in items if item.labels[EN] == label)


# --- names and words --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("answering", [3, 16])
def test_no_name_code_or_word_of_a_member_is_anywhere_in_the_report(language, answering):
    secrets = [member_name(number) for number in range(1, 26)]
    secrets += [f"M{number:03}" for number in range(1, 26)]
    secrets += [
        "Urkola",
        "Zubieta",
        "Ordizia",
        SECRET_WORDS,
        "gearbox",
        "Mrs Smith",
        "Jane Doe",
        "head@goierri",
        "form-id-1",
    ]
    secrets += ["gear cutting for clocks"] if answering == 3 else []

    told = [text_key(text) for text in strings(report(language, answering))]

    assert [secret for secret in secrets if any(text_key(secret) in text for text in told)] == []


def test_the_audit_above_would_find_a_name():
    named = build_report(whole_results(), shipped_catalogue(), load_texts("en"), anonymous=False, made_on=MADE_ON)

    told = " ".join(strings(named))

    assert "Talleres Urkola" in told
    assert SECRET_WORDS in told


def test_a_snapshot_holds_no_contact_that_could_be_shown():
    assert "contacts" not in {field.name for field in fields(whole_snapshot())}
    assert Contact not in {type(value) for value in strings(whole_snapshot())}


def test_an_organisation_that_is_member_and_partner_is_shown_by_its_type():
    found = protected().results
    anchor = [partner for partner in found.snapshot.partners if not partner.name]

    assert [partner.type for partner in anchor] == ["firm"]
    assert "a partner (large anchor firm)" in set(strings(report()))
    assert "Vocational School Goierri" in " ".join(strings(report()))


def test_a_title_that_names_a_member_gives_way_to_its_reference_action():
    titles = [
        card.title
        for block in report().charts()
        if hasattr(block, "cells")
        for cell in block.cells
        for card in cell.cards
    ]

    assert "Build training with a school or university" in titles
    assert "Newsletter on training offers" in titles
    assert protected().protection.titles_withheld == 1


def test_owners_notes_and_contacts_of_actions_and_partners_are_left_out():
    found = protected().results

    assert all(action.owner is None and action.note is None for action in found.snapshot.actions)
    assert all(partner.contact is None for partner in found.snapshot.partners)
    assert found.snapshot.members == found.snapshot.responses == found.snapshot.ties == ()


def test_what_was_committed_to_is_told_without_the_words_that_name_a_member():
    shown = protected().results.snapshot.commitments

    assert [(one.what, one.who, one.evidence) for one in shown] == [
        ("Twelve dual places", None, None),
        ("", None, None),
        ("Publish needs", None, None),
    ]
    assert {one.id for one in shown}.isdisjoint({"C001", "C002", "C003"})
    assert shown[0].partner not in (None, "school")


def test_what_a_member_promised_is_not_told_because_its_words_may_be_its_own():
    snapshot = whole_snapshot(16)
    promise = replace(snapshot.commitments[1], what="Ten places on our press")
    found = protect(assess(replace(snapshot, commitments=(promise,))), shipped_catalogue()).results.snapshot

    assert [(one.what, one.evidence) for one in found.commitments] == [("", None)]


def test_codes_of_two_exports_do_not_join():
    first, second = (anonymise(whole_results(), shipped_catalogue()) for _ in range(2))

    def codes(found):
        return {partner.id for partner in found.snapshot.partners} | {action.id for action in found.snapshot.actions}

    assert len(codes(first)) == len(codes(second)) == 7
    assert codes(first).isdisjoint(codes(second))
    assert codes(first).isdisjoint({"school", "university", "anchor", "abroad", "action-A1", "action-B2"})


def test_codes_come_from_the_callable_given():
    numbers = count(1)

    found = anonymise(whole_results(), shipped_catalogue(), random_codes=lambda: f"code-{next(numbers)}")

    assert [partner.id for partner in found.snapshot.partners] == [
        "code-1",
        "code-2",
        "code-4",
        "code-3",
    ]  # a member last


# --- small figures ----------------------------------------------------------------------------------------------------


def test_skills_named_by_few_are_listed_without_figures_and_firms_own_words_are_not():
    found = protected()
    labels = {item.labels[EN] for item in found.results.skills}

    assert labels == {"TIG welding", "Robot programming", "Laser cutting", "Hydrogen safety", "Technical drawing"}
    assert [item.labels[EN] for item in found.protection.few_labels] == ["Data analysis", "Brazing"]
    assert found.protection.few_unnamed == 1


def test_a_sum_to_which_few_firms_contributed_is_withheld_and_so_is_how_many_did():
    laser = skill(protected(), "Laser cutting")  # six firms need it, three of them said how many people

    assert laser.quantities.users == 6
    assert laser.quantities.short_12m is None
    assert laser.quantities.unknown.short_12m is None
    assert protected().protection.word(laser.uri, "short_12m")


def test_a_withheld_figure_reads_withheld_and_an_unknown_one_stays_empty():
    table = next(item for item in report().tables() if item.key == "ranking")
    keys = [column.key for column in table.columns]
    row = next(row for row in table.rows if row[1] == "Laser cutting")

    assert isinstance(row[keys.index("short_12m")], Suppressed)
    assert row[keys.index("short_36m")] is None


def test_a_verdict_on_plans_or_unused_skills_is_shown_where_enough_or_no_members_stand_behind_it():
    found = protected()

    assert skill(found, "Hydrogen safety").imbalance.verdict == "deficit"
    assert skill(found, "Technical drawing").imbalance.verdict == "over_qualification"


def test_nothing_is_told_about_answers_when_fewer_than_five_answered():
    found = protected(3)

    assert found.results.quality.answered is None
    assert found.results.quality.by_size == ()
    assert not any(item.ranking.rank for item in found.results.skills)
    assert all(item.quantities.users is None for item in found.results.skills)
    assert "Fewer than 5 members" in " ".join(strings(report(answering=3)))


@pytest.mark.parametrize("language", ["en", "es"])
def test_how_few_did_not_answer_cannot_be_read_from_the_totals_of_the_round(language):
    results = assess(whole_snapshot(answering=16, silent=2))
    catalogue, texts = shipped_catalogue(), load_texts(language)

    found = protect(results, catalogue)
    made = build_report(results, catalogue, texts, anonymous=True, made_on=MADE_ON)

    quality = found.results.quality
    assert (quality.members, quality.asked, quality.answered, quality.response_rate) == (None, None, 16, None)
    assert found.results.ecosystem.network is None
    told = " ".join(strings(made))
    assert re.search(r"≥ 80\s?%", told)  # 16 of 20, whoever was asked
    assert not re.search(r"\b(of|de|de los) 18\b|\b18 (members|miembros)|\b89\s?%", told)
    indicators = [item for step in found.results.steps for item in step.indicators if item.key == "response_rate"]
    assert [(item.value, item.facts) for item in indicators] == [(None, None)]


def test_the_bound_of_a_response_rate_is_the_same_however_few_did_not_answer():
    bounds = {
        protect(
            assess(whole_snapshot(answering=16, silent=silent)), shipped_catalogue()
        ).protection.response_rate_at_least
        for silent in (1, 4)
    }

    assert bounds == {0.8}


def test_totals_of_the_round_are_told_where_nobody_or_enough_members_did_not_answer():
    for silent in (0, 9):
        quality = protect(assess(whole_snapshot(silent=silent)), shipped_catalogue()).results.quality
        assert (quality.members, quality.asked) == (16 + silent, 16 + silent)
        assert quality.response_rate is not None


@pytest.mark.parametrize("language", ["en", "es"])
def test_limits_say_that_the_order_of_recommendations_rests_on_withheld_figures(language):
    assert load_texts(language).get("report.limit.order") in set(strings(report(language)))


def test_votes_of_few_voters_are_withheld_even_if_there_are_many_votes():
    catalogue = catalogue_with(privacy_k=4, resamples=10)
    robots = [
        item for item in protect(whole_results(), catalogue).results.skills if item.labels[EN] == "Robot programming"
    ]

    assert robots[0].imbalance.votes.M == 17  # eight firms said two things each, and one offer does not fit


def test_how_many_people_have_a_skill_unused_is_not_told_because_one_firm_may_have_them_all():
    for item in (*protected().results.skills, *protected().results.groups):
        assert item.imbalance.figures["unused_people"] is None


def test_members_and_who_decides_a_verdict_are_never_told():
    for item in (*protected().results.skills, *protected().results.groups):
        assert item.members == item.imbalance.flipping_members == ()


def test_places_of_a_member_are_not_told_by_the_sum_of_places():
    welding = skill(protected(), "TIG welding")  # 12 places at a school and 3 at a member

    assert welding.coverage.places_known is None
    assert welding.imbalance.figures["places_known"] is None
    assert {provider.places for provider in welding.coverage.providers} == {12, None}


def test_what_a_hidden_skill_says_changes_no_figure_that_is_shown():
    """The one user of an unplaced text says other figures: nothing may differ, or it would tell about that firm."""
    snapshot = whole_snapshot()
    other = replace(
        snapshot,
        responses=tuple(
            replace(
                response,
                needs=tuple(
                    replace(need, short_now=9, short_12m=1, consequence="stops", hiring="hard")
                    if need.skill_text == SECRET_WORDS
                    else need
                    for need in response.needs
                ),
            )
            for response in snapshot.responses
        ),
    )

    first, second = (
        protect(results, shipped_catalogue(), random_codes=partial(next, count_words())).results
        for results in (whole_results(), advised(assess(other)))
    )

    assert second.skills == first.skills
    assert second.groups == first.groups
    assert second.quality == first.quality


def test_the_order_is_worked_out_from_the_figures_shown():
    """Ranks that rest on a withheld figure would tell it: the priority must follow from what is printed."""
    rules = shipped_catalogue().rules
    for item in protected().results.skills:
        if item.ranking.priority is None:
            continue
        parts = {part.key: part for part in item.ranking.parts}
        printed = {
            "severity": item.quantities.severity and (item.quantities.severity - 1) / 3,
            "urgency": item.quantities.urgency,
            "scarcity": item.quantities.scarcity,
        }
        assert {key: parts[key].value for key in printed} == pytest.approx(printed)
        total = sum(part.weight * part.value for part in parts.values() if part.value is not None)
        assert item.ranking.priority == pytest.approx(100 * total)
        assert sum(rules.priority_weights[key] for key, part in parts.items() if part.value is not None) > 0


@given(clusters(min_members=6, max_members=11))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_withheld_sum_can_be_solved_from_the_sums_shown(snapshot):
    """Unknown: what each member said of each skill. Published: sums of skills and groups. Rank decides."""
    catalogue = catalogue_with(privacy_k=3, resamples=5)
    results = assess(snapshot, catalogue)
    found = protect(results, catalogue)
    demand = skill_demand(consolidate(snapshot).needs, catalogue.rules)
    shown = {item.uri: item for item in (*found.results.skills, *found.results.groups)}

    for figure in ("short_now", "short_12m", "short_36m", "joint_people"):
        said = demand[demand[figure].notna()].reset_index(drop=True)
        sums = {item.uri: said["skill"].isin(item.skills or (item.uri,)) for item in (*results.skills, *results.groups)}
        told = [sums[uri] for uri, item in shown.items() if getattr(item.quantities, figure) is not None]
        told = [rows.to_numpy(dtype=float) for rows in told]
        for uri, rows in sums.items():
            if is_small(said.loc[rows, "member"].nunique(), 3):
                assert not in_span(rows.to_numpy(dtype=float), told), (figure, uri)


def in_span(wanted: np.ndarray, known: list[np.ndarray]) -> bool:
    if not known:
        return False
    matrix = np.vstack(known)
    return bool(np.linalg.matrix_rank(np.vstack([matrix, wanted])) == np.linalg.matrix_rank(matrix))


@given(clusters(min_members=4, max_members=12))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_counts_shown_of_any_cluster_rest_on_nobody_or_enough_members(snapshot):
    catalogue = catalogue_with(privacy_k=3, resamples=5)
    found = protect(assess(snapshot, catalogue), catalogue).results
    answered = found.quality.answered

    for item in (*found.skills, *found.groups):
        users = item.quantities.users
        assert users is None or not is_small(users, 3)
        assert users is None or not is_small(answered - users, 3)
        for number in item.quantities.consequences.values():
            assert not is_small(number, 3)
        if users is not None and item.quantities.tried_hires is not None:
            assert not is_small(item.quantities.tried_hires, 3)
            assert not is_small(users - item.quantities.tried_hires, 3)


@given(clusters(min_members=3, max_members=9))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_an_anonymous_report_can_be_made_of_any_cluster(snapshot):
    catalogue = catalogue_with(privacy_k=3, resamples=5)

    found = build_report(
        advised(assess(snapshot, catalogue)), catalogue, load_texts("es"), anonymous=True, made_on=MADE_ON
    )

    assert not any("Member " in text or text_key(text).startswith("m00") for text in strings(found))


def test_consequences_are_told_all_or_not_at_all():
    for item in (*protected().results.skills, *protected().results.groups):
        hidden = {name for name in protected().protection.figures.get(item.uri, {}) if name.startswith("consequence_")}
        assert len(hidden) in (0, 5)
        assert not (hidden and item.quantities.consequences)


def test_the_number_of_rows_is_not_told_beside_skills_that_few_named():
    """Rows less the users that are told would be how many named the others."""
    assert protected().protection.few_labels
    assert protected().results.quality.needs_rows is None
    assert protected().protection.general["needs_rows"] == "withheld"


def test_the_number_of_ties_is_not_told_where_the_picture_of_the_network_hides_some():
    snapshot = whole_snapshot()
    ties = [make_tie("school", number) for number in range(1, 8)]
    few = replace(snapshot, ties=tuple(sorted((*ties, make_tie("university", 3)), key=lambda tie: tie.id)))
    enough = replace(snapshot, ties=tuple(sorted(ties, key=lambda tie: tie.id)))

    hidden, told = (protect(assess(one), shipped_catalogue()).results.ecosystem.network for one in (few, enough))

    assert (hidden.ties, told.ties) == (None, 7)
    report_of_few = build_report(assess(few), shipped_catalogue(), load_texts("en"), anonymous=True, made_on=MADE_ON)
    assert "How many working links lie between them is withheld" in " ".join(strings(report_of_few))


def test_the_share_of_resamples_is_told_in_tenths():
    shares = [item.ranking.top10_share for item in protected().results.skills if item.ranking.top10_share is not None]

    assert shares
    assert all(share == round(share, 1) for share in shares)


# --- sentences --------------------------------------------------------------------------------------------------------

WELDING = make_skill("TIG welding")
SECRET = make_skill("Secret")


def mask(hides=lambda uri, figure: False) -> Mask:
    return Mask(
        k=K,
        names=MemberNames(["Talleres Urkola, S.L."], ["M001"]),
        shown={frozenset(WELDING.labels.items()): WELDING.uri},
        hidden_words=frozenset({"Secret"}),
        partners={"school": "x1"},
        partner_types={"school": "vet", "anchor": "firm"},
        hides=hides,
        answers_told=True,
        asked_told=True,
    )


def test_names_in_a_sentence_become_kinds_of_organisation():
    told = mask().sentence(
        Message(
            "any",
            {
                "a": Name("member", "M001", "Talleres Urkola"),
                "b": Name("partner", "anchor", "Lasarte"),
                "c": Name("partner", "school", "School"),
            },
        )
    )

    assert told is not None
    assert told.facts["a"] == Term("report.withheld.member")
    assert told.facts["b"] == Message("report.partner.member_of_type", {"type": Term("partner_type.firm")})
    assert told.facts["c"] == Name("partner", "x1", "School")


def test_a_number_stays_only_if_this_edition_prints_that_figure():
    sentence = Message(
        "advice.why.firms", {"skill": Labels(WELDING.labels), "count": 7, "verdict": Term("verdict.shortage")}
    )

    assert mask().sentence(sentence) == sentence
    hidden = mask(hides=lambda uri, figure: figure == "users").sentence(sentence)
    assert hidden is not None
    assert hidden.facts["count"] == Message("report.withheld.at_least", {"k": K})


def test_a_number_that_nobody_classified_becomes_a_bound():
    told = mask().sentence(Message("some.new_sentence", {"firms": 3, "people": 12}))

    assert told is not None
    assert told.facts == {
        "firms": Message("report.withheld.fewer_than", {"k": K}),
        "people": Message("report.withheld.at_least", {"k": K}),
    }


def test_a_sentence_about_a_hidden_skill_is_left_out():
    left = mask()

    assert left.sentence(Message("advice.why.firms", {"skill": Labels(SECRET.labels), "count": 7})) is None
    assert len(left.left_out) == 1


def test_hidden_skills_drop_out_of_a_list_unless_nothing_would_be_left():
    both = (Labels(SECRET.labels), Labels(WELDING.labels))

    assert mask().sentence(Message("x", {"skills": both})) == Message("x", {"skills": both[1:]})
    assert mask().sentence(Message("x", {"skills": both[:1]})) == Message(
        "x", {"skills": (Term("report.withheld.skill"),)}
    )


def test_a_typed_text_that_names_a_member_is_not_shown():
    told = mask().sentence(Message("x", {"a": "Course at Urkola", "b": "Open days", "c": "Secret"}))

    assert told is not None
    assert told.facts == {"a": Term("report.withheld.text"), "b": "Open days", "c": Term("report.withheld.skill")}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Visit to Forjas Ordizia", True),
        ("Visit to ORDIZIA", True),
        ("The Works of Iron", True),
        ("Forjas in general", False),
        ("Welding for everybody", False),
        ("welding works course", True),
        ("M002 asked", True),
        ("", False),
    ],
)
def test_a_member_is_found_by_what_only_its_name_has(text, named):
    names = MemberNames(
        ["Forjas Ordizia, S.A.", "Forjas Mendi", "Welding Works Ltd", "Works of the Iron"],
        ["M002"],
        vocabulary=["welding", "steel works"],
    )

    assert names.mentioned_in(text) is named


def test_a_member_named_like_a_skill_does_not_hide_the_skill():
    names = MemberNames(["Welding S.L."], [], vocabulary=["welding"])

    assert not names.mentioned_in("Welding course")


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("Interviews with four firms", False),
        ("Gespräche mit vier Betrieben", False),
        ("Entrevistas en tres de nuestras empresas", False),
        ("Beszélgetés négy céggel", False),
        ("Vacancies at Urkola", False),
        ("Interviews with twelve firms", True),
        ("Vacancies of the region, May 2026", True),
    ],
)
def test_a_second_source_that_counts_a_few_firms_keeps_its_opinion_and_loses_its_name(source, told):
    results = whole_results()
    first, *others = results.skills
    said = replace(first, imbalance=replace(first.imbalance, second_sources=((SecondOpinion.CONFIRMS, source),)))

    found = anonymise(replace(results, skills=(said, *others)), shipped_catalogue())

    item = next(item for item in found.skills if item.uri == first.uri)
    assert item.imbalance.second_sources == ((SecondOpinion.CONFIRMS, source if told else ""),)


def test_making_an_anonymous_edition_leaves_the_results_alone():
    results = whole_results()
    before = repr(results)

    protect(results, shipped_catalogue())

    assert repr(results) == before


def test_introductions_of_an_anonymous_edition_say_no_number_of_firms() -> None:
    anonymous = build_report(whole_results(), shipped_catalogue(), load_texts(EN), anonymous=True, made_on=MADE_ON)

    table = next(table for table in anonymous.tables() if table.key == "introductions")

    assert [column.key for column in table.columns] == [
        "partner",
        "partner_type",
        "stage",
        "skills",
        "priority_covered",
    ]


def test_a_refused_suggestion_that_is_back_is_back_in_every_edition_without_its_figures_of_then() -> None:
    results = whole_results()
    back = message("advice.changed.need_new", count=7, before=6)
    first, *rest = results.recommendations
    named = replace(
        results,
        recommendations=(replace(first, answer=RecommendationAnswer.NO, changed=(back,)), *rest),
    )

    made = protect(named, shipped_catalogue()).results

    assert [item.is_quiet for item in made.recommendations] == [item.is_quiet for item in named.recommendations]
    assert made.recommendations[0].changed == (Message("report.withheld.sentence"),)


def test_an_id_of_a_renamed_skill_says_in_an_anonymous_edition_no_more_than_its_name():
    before = whole_snapshot(16)
    said = "fastmap:own/secret-press-of-mecanizados-sorbe-0123456789"
    (shown, *_) = protected().results.skills
    held = with_ids(before, {shown.uri: said})
    found = protect(assess(held), shipped_catalogue())

    assert said in set(strings(held))
    assert not [text for text in strings(found) if "sorbe" in text]
    (renamed,) = (item for item in found.results.skills if item.labels == shown.labels)
    assert renamed.uri == "fastmap:own/0123456789"
    assert renamed.quantities == shown.quantities


def test_an_id_that_says_what_its_name_says_is_the_same_in_an_anonymous_edition():
    uris = {skill.uri for skill in whole_snapshot(16).skills}

    assert {item.uri for item in protected().results.skills} <= uris


def with_ids(value: Any, new: Mapping[str, str]) -> Any:
    """Return ``value`` with some ids replaced, wherever they stand."""
    if isinstance(value, str):
        return new.get(value, value)
    if isinstance(value, Mapping):
        return {with_ids(key, new): with_ids(one, new) for key, one in value.items()}
    if isinstance(value, tuple):
        return tuple(with_ids(one, new) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{one.name: with_ids(getattr(value, one.name), new) for one in fields(value)})
    return value
