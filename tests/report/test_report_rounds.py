"""The chapter on the last round: everything in the named edition, and nothing about few firms in the anonymous one."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings

from fastmap.analysis.consolidation import consolidate
from fastmap.analysis.member_needs import member_needs
from fastmap.catalogue.texts import load_texts
from fastmap.model.comparison import NeedChange
from fastmap.model.skills import SetAside
from fastmap.report.blocks import KeyFigures, Table
from fastmap.report.build import build_report
from fastmap.report.contract import as_contract
from fastmap.report.privacy import protect
from tests.report.whole_cluster import MADE_ON
from tests.support.builders import (
    assess,
    catalogue_with,
    cluster_where,
    make_action,
    make_mapping,
    make_member,
    make_need,
    make_skill,
    shipped_catalogue,
)
from tests.support.random_clusters import clusters
from tests.support.rounds import FEW_RESAMPLES, with_earlier

WELDING = make_skill("Welding")
WELDED = {"skills": [WELDING], "mappings": [make_mapping("Welding", WELDING)]}


def round_of(*counts: int, **parts):
    """Return a round of so many firms that need welding, then so many with an empty form."""
    welding, empty = counts
    return cluster_where(*[[make_need(short_12m=2)]] * welding, *[[]] * empty, **WELDED, **parts)


@cache
def results_of_two_rounds():
    """20 firms answered both rounds: 6 no longer weld, 8 still do, 6 never did; nobody came or went."""
    then, now = round_of(14, 6), round_of(8, 12)
    return assess(with_earlier(now, then), FEW_RESAMPLES)


def chapter(results, *, anonymous, language="en"):
    made = build_report(results, shipped_catalogue(), load_texts(language), anonymous=anonymous, made_on=MADE_ON)
    return next((section for section in made.sections if section.key == "since_last_round"), None), made


def table(section, key):
    return next((block for block in section.blocks if isinstance(block, Table) and block.key == key), None)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("anonymous", [False, True])
def test_the_chapter_is_there_with_an_earlier_round_only(language, anonymous):
    section, made = chapter(results_of_two_rounds(), anonymous=anonymous, language=language)

    assert section is not None
    assert made.data["since_last_round"]["before"]["label"] == "2026"
    assert json.dumps(made.data)
    assert chapter(assess(round_of(8, 12)), anonymous=anonymous, language=language)[0] is None
    assert as_contract(assess(round_of(1, 0)), shipped_catalogue(), load_texts("en"))["since_last_round"] is None


def test_the_named_edition_counts_firm_by_firm():
    section, _ = chapter(results_of_two_rounds(), anonymous=False)

    (row,) = table(section, "needs_since").rows
    assert row == ("Welding", 0, 6, 0, 8, 0, 0, None, None, 0, 28, 16, 14)
    assert len(table(section, "needs_by_firm").rows) == 14
    (figures,) = [block for block in section.blocks if isinstance(block, KeyFigures)]
    assert [figure.value for figure in figures.figures] == ["0", "6", "0", "8", "0", "0"]


def test_the_anonymous_edition_tells_counts_that_five_firms_stand_behind():
    section, made = chapter(results_of_two_rounds(), anonymous=True)

    (row,) = table(section, "needs_since").rows
    assert row == ("Welding", 6, 8, 0)
    assert table(section, "needs_by_firm") is None
    assert made.data["since_last_round"]["firms"] == []
    assert made.data["since_last_round"]["same_members"] == 20


def test_one_firm_that_answered_one_round_only_keeps_every_count_of_the_same_firms_back():
    """Otherwise both editions together would tell what that firm said."""
    then, now = round_of(14, 6), round_of(8, 13)
    section, made = chapter(assess(with_earlier(now, then), FEW_RESAMPLES), anonymous=True)

    told = made.data["since_last_round"]
    assert (told["same_members"], told["skills"], told["skills_withheld"]) == (None, [], 1)
    assert set(told["needs"].values()) == {None}
    assert {party["count"] for party in told["members"].values()} == {None}
    assert told["before"]["members"] is None
    assert table(section, "needs_since") is None


def test_few_firms_that_no_longer_need_a_skill_are_not_told():
    then, now = round_of(10, 10), round_of(8, 12)

    told = chapter(assess(with_earlier(now, then), FEW_RESAMPLES), anonymous=True)[1].data["since_last_round"]

    assert (told["skills"], told["needs"]["met"]) == ([], None)


def test_nobody_of_either_round_is_named_in_the_anonymous_edition():
    gone = make_member(30, name="Fundiciones Larrate")
    then = round_of(14, 6, more_members=[gone], actions=[make_action("A1", title="Open day at Larrate")])
    now = round_of(8, 12, actions=[make_action("A4", title="Visit to Fundiciones Larrate")])

    made = chapter(assess(with_earlier(now, then), FEW_RESAMPLES), anonymous=True)[1]

    assert "Larrate" not in repr(made)
    assert "Larrate" in repr(chapter(assess(with_earlier(now, then), FEW_RESAMPLES), anonymous=False)[1])


def test_own_words_and_renamed_skills_stay_in_the_named_edition():
    then = round_of(14, 6)
    now = replace(round_of(8, 12), set_aside=(SetAside(text_key="nothing", language="en"),))

    told = chapter(assess(with_earlier(now, then), FEW_RESAMPLES), anonymous=True)[1].data["since_last_round"]

    assert told["renamed"] == []


K = 2
SMALL_K = catalogue_with(resamples=20, privacy_k=K)


def users(snapshot, skill):
    needs = member_needs(consolidate(snapshot), SMALL_K.rules)
    return {member for member, uri in needs if uri == skill}


@given(then=clusters(max_members=7), now=clusters(max_members=7))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_told_count_singles_out_fewer_than_k_firms_also_beside_both_editions(then, now):
    """A reader knows how many firms named a skill in either round, and who answered: every difference is counted."""
    results = assess(with_earlier(now, then, catalogue=SMALL_K), SMALL_K)
    told = protect(results, SMALL_K).results.since_last_round
    answered_then = {response.member for response in then.responses}
    answered_now = {response.member for response in now.responses}
    same = answered_then & answered_now

    if told.same is not None:
        assert not any(0 < len(group) < K for group in (same, answered_then - same, answered_now - same))
    for story in told.skills:
        before, after = users(then, story.uri), users(now, story.uri)
        left_then, left_now = answered_then - same, answered_now - same
        groups = (
            before & left_then,
            left_then - before,
            after & left_now,
            left_now - after,
            same - before - after,
        )
        assert not any(0 < len(group) < K for group in groups)
        new = story.changes[NeedChange.NEW]
        assert not any(0 < count < K for count in (story.gone, new, story.still))
        assert (story.changes[NeedChange.MET], story.changes[NeedChange.UNNAMED]) == (None, None)
        assert story.gone + story.still == len(before & same)
    assert told.stories == ()
    assert "Member" not in repr(told)
