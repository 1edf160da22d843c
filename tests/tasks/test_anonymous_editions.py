"""Anonymous editions of one file: k for all of them, and what a person is told before there are two."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fastmap.assessment import Assessment
from fastmap.catalogue.texts import load_texts, report_languages
from fastmap.errors import FastmapError
from fastmap.model.organisations import Cluster
from fastmap.model.privacy import PrivacyChoice
from fastmap.report.build import build_report
from fastmap.report.protection import k_in_force
from fastmap.tasks.anonymous_editions import (
    choices_of_k,
    choose_k,
    edition_of,
    keep_k,
    warnings_about,
)
from fastmap.tasks.asking_providers import demand_contents
from tests.report.whole_cluster import MADE_ON, whole_results, whole_snapshot
from tests.support.builders import assess, shipped_catalogue

RULES = shipped_catalogue().rules
DAY = date(2026, 4, 1)


@pytest.fixture
def file(tmp_path, monkeypatch):
    """An assessment with nothing but a name, closed."""
    path = tmp_path / "round.fastmap"
    folder = tmp_path / "backups"
    monkeypatch.setattr("fastmap.places.backup_folder", lambda: folder)
    Assessment.create(path, cluster=Cluster(name="C", country="ES"), round_label="1").close()
    return path


def with_k(k):
    return replace(whole_snapshot(), privacy=PrivacyChoice(k=k))


def test_k_may_be_chosen_from_the_catalogues_number_to_twenty():
    assert choices_of_k(RULES) == tuple(range(5, 21))


@pytest.mark.parametrize("k", [4, 21, -1])
def test_a_k_that_the_catalogue_does_not_allow_is_refused_with_the_range(file, k):
    with pytest.raises(FastmapError) as refused:
        keep_k(file, k, RULES)

    assert load_texts("en").say(refused.value.message).startswith("Figures of an anonymous edition rest on 5 to 20")


def test_k_is_kept_in_the_file_and_the_catalogues_own_leaves_no_trace(file):
    keep_k(file, 8, RULES)
    with Assessment.open(file, read_only=True) as assessment:
        assert k_in_force(assessment.snapshot(), RULES) == 8
    keep_k(file, 5, RULES)
    with Assessment.open(file, read_only=True) as assessment:
        assert assessment.snapshot().privacy is None


def test_a_file_whose_k_is_below_the_catalogues_has_the_catalogues():
    assert k_in_force(with_k(3), RULES) == 5


@pytest.mark.parametrize("language", report_languages())
def test_every_sentence_says_the_k_in_force(language):
    results, catalogue = assess(with_k(8)), shipped_catalogue()
    texts = load_texts(language)

    report = build_report(results, catalogue, texts, anonymous=True, made_on=MADE_ON)

    words = repr(report)
    assert report.data["privacy"]["k"] == 8
    assert texts.get("report.banner.anonymous", k=8) in (report.banner or "")
    assert texts.get("report.banner.anonymous", k=5) not in words
    assert "'< 5'" not in words
    limits = [
        texts.term(f"report.privacy.limit_{key}") for key in ("editions", "larger_k", "outside", "cleared", "typed")
    ]
    assert [limit for limit in limits if limit not in words] == []


def test_demand_sheets_rest_on_the_k_in_force():
    sheets = demand_contents(assess(with_k(8)), shipped_catalogue(), today=DAY)

    assert {sheet.least_members for sheet in sheets} == {8}
    assert {skill.labels["en"] for sheet in sheets for skill in sheet.skills if skill.short_12m} <= {
        "TIG welding",
        "Robot programming",
    }


def test_setting_k_can_be_undone(file):
    with Assessment.open(file) as assessment:
        assessment.apply(choose_k(9, RULES))
        assessment.undo()
        assert assessment.snapshot().privacy is None


# --- two editions -----------------------------------------------------------------------------------------------------


def test_the_same_edition_again_needs_no_warning():
    edition = edition_of(whole_snapshot(), RULES, DAY)

    assert warnings_about(edition, [replace(edition, made_on=date(2026, 3, 1))]) == ()


def test_one_more_answer_since_the_last_edition_is_told_with_both_numbers():
    before, now = (edition_of(whole_snapshot(answering), RULES, DAY) for answering in (16, 17))

    (warning,) = warnings_about(now, [before])

    words = load_texts("en").say(warning)
    assert "16 answers" in words
    assert "now there are 17" in words


def test_a_corrected_answer_is_told_too():
    snapshot = whole_snapshot()
    first, *others = snapshot.responses
    need, *rest = first.needs
    corrected = replace(snapshot, responses=(replace(first, needs=(replace(need, short_now=9), *rest)), *others))

    warnings = warnings_about(edition_of(corrected, RULES, DAY), [edition_of(snapshot, RULES, DAY)])

    assert [warning.key for warning in warnings] == ["edition_warning.changed"]


def test_another_k_than_that_of_an_earlier_edition_is_told_whether_lower_or_higher():
    stricter, usual = edition_of(with_k(9), RULES, DAY), edition_of(whole_snapshot(), RULES, DAY)

    assert [warning.key for warning in warnings_about(usual, [stricter])] == ["edition_warning.lower"]
    (higher,) = warnings_about(stricter, [usual])
    assert "at least 5 members; now they rest on at least 9" in load_texts("en").say(higher)


def test_editions_are_noted_in_the_file_once_each_and_no_undo_takes_them_back(file):
    edition = edition_of(whole_snapshot(), RULES, DAY)
    with Assessment.open(file) as assessment:
        before = assessment.content_hash()
    with Assessment.open(file) as assessment:
        assessment.note_anonymous_edition(edition)
        assessment.note_anonymous_edition(replace(edition, made_on=date(2026, 4, 9)))
        assessment.note_anonymous_edition(replace(edition, k=7))
        assessment.undo()
        assert assessment.content_hash() == before

    with Assessment.open(file, read_only=True) as assessment:
        noted = assessment.anonymous_editions()
    assert noted == (replace(edition, k=7), replace(edition, made_on=date(2026, 4, 9)))


# --- codes ------------------------------------------------------------------------------------------------------------


def codes(language="en", made_on=MADE_ON, results=None):
    report = build_report(
        results or whole_results(), shipped_catalogue(), load_texts(language), anonymous=True, made_on=made_on
    )
    actions = [action["id"] for cell in report.data["grid"].values() for action in cell]
    return actions + [partner["id"] for actor in report.data["ecosystem"]["actors"] for partner in actor["partners"]]


def test_the_same_edition_has_the_same_codes_and_every_other_has_others():
    usual = codes()

    assert codes() == usual
    others = [
        codes(language="es"),
        codes(made_on=date(2026, 4, 2)),
        codes(results=assess(whole_snapshot(17))),
    ]
    assert all(set(other).isdisjoint(usual) for other in others)


def test_partners_that_are_members_share_a_code_by_type_and_stand_last():
    snapshot = whole_snapshot()
    member = snapshot.members[7]
    partners = sorted(
        (*snapshot.partners, replace(snapshot.partners[2], id="aaa", name="Second firm")), key=lambda one: one.id
    )
    more = replace(
        snapshot,
        partners=tuple(partners),
        members=tuple(replace(one, partner_id="aaa") if one is member else one for one in snapshot.members),
    )
    report = build_report(assess(more), shipped_catalogue(), load_texts("en"), anonymous=True, made_on=MADE_ON)

    firms = next(actor for actor in report.data["ecosystem"]["actors"] if actor["type"] == "firm")
    assert [(partner["name"], partner["type"]) for partner in firms["partners"]] == [(None, "firm")]
