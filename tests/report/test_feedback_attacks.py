"""One member's feedback sheet beside the anonymous edition: it tells its reader nothing of the others that those do not.

The reader knows its own answers. `tests.support.attacker` solves for every withheld figure from the edition and those
answers, and again with what the sheet says; the sheet may add nothing.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, given, settings

from fastmap.analysis.answers import accepted_responses
from fastmap.model.choices import SkillSource
from fastmap.model.ids import MemberCode, SkillUri
from fastmap.model.organisations import Member
from fastmap.model.results import Results, SkillResult
from fastmap.report.feedback import FeedbackContent, FeedbackSheets
from fastmap.report.privacy import Protected, protect
from tests.support.attacker import recovered
from tests.support.builders import (
    EN,
    assess,
    catalogue_with,
    cluster_where,
    make_action,
    make_mapping,
    make_need,
    make_skill,
)
from tests.support.random_clusters import clusters
from tests.support.unknowns import Recovered, Unknowns

ATTACKS = int(os.environ.get("FASTMAP_ATTACKS", "8"))
SMALL_K = catalogue_with(privacy_k=3, resamples=5)
attacked = settings(
    max_examples=ATTACKS,
    deadline=None,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)


def sheets_of(results: Results) -> FeedbackSheets:
    return FeedbackSheets(results, SMALL_K, made_on=date(2026, 11, 30), keep_until=None)


class Reader:
    """A member that holds its sheet beside the anonymous edition."""

    def __init__(self, results: Results, edition: Protected, member: Member, content: FeedbackContent | None) -> None:
        self.code = member.code
        self.own = {item.uri for item in (*results.skills, *results.groups) if member.code in item.members}
        self.told = dict(_told(edition, content)) if content else {}
        self.k = edition.protection.k

    def knows(self, system: Unknowns, block: list[SkillResult]) -> None:
        """Add that it is one of those who named its skills, and how many others its sheet tells of."""
        for item in block:
            users, own = system.names[item.uri, "users"], int(item.uri in self.own)
            system.within(users, own)
            if (others := self.told.get(item.uri)) is not None:
                system.within(users, others + own, others + own + self.k - 1)


def _told(edition: Protected, content: FeedbackContent) -> Iterator[tuple[SkillUri, int]]:
    """Yield skills and groups with how many others a sheet tells of; the edition's names lead to them."""
    by_name = _by_name(edition)
    for picture in content.picture:
        yield by_name[frozenset(picture.labels.items())], picture.others
    for need in content.needs:
        named = need.standing.group or (need.skills[0] if len(need.skills) == 1 else None)
        if need.standing.others is not None and named is not None:
            yield by_name[frozenset(named.items())], need.standing.others


def _by_name(edition: Protected) -> Mapping[frozenset[tuple[str, str]], SkillUri]:
    shown = (*edition.results.skills, *edition.results.groups)
    return {frozenset(item.labels.items()): item.uri for item in shown}


def worked_out(results: Results, edition: Protected, reader: Reader) -> set[tuple[str, str]]:
    found: Iterator[Recovered] = recovered(results, [edition], SMALL_K.rules, reader.knows)
    return {(one.item, one.figure) for one in found}


@given(clusters(min_members=5, max_members=12))
@attacked
def test_a_sheet_lets_its_reader_work_out_nothing_more_than_the_edition_and_its_own_answers(snapshot):
    results = assess(snapshot, SMALL_K)
    edition, made = protect(results, SMALL_K), sheets_of(results)

    for member in made.answering[:2]:
        alone = worked_out(results, edition, Reader(results, edition, member, None))
        beside = worked_out(results, edition, Reader(results, edition, member, made.sheet(member, EN)))

        assert beside <= alone


@given(clusters(min_members=4, max_members=10))
@attacked
def test_no_sheet_names_a_skill_in_words_that_neither_the_edition_nor_its_reader_used(snapshot):
    results = assess(replace(snapshot, skills=tuple(map(_own, snapshot.skills))), SMALL_K)
    edition, made = protect(results, SMALL_K), sheets_of(results)
    known = {label for item in (*edition.results.skills, *edition.results.groups) for label in item.labels.values()}
    known |= {label for few in edition.protection.few_labels for label in few.labels.values()}

    for member in made.answering:
        sheet = made.sheet(member, EN)
        written = {need.skill_text for need in _answers(results, member.code)}
        told = {label for need in sheet.needs for labels in need.skills for label in labels.values()}
        told |= {label for action in sheet.actions for labels in action.serves for label in labels.values()}

        assert told <= known | written


@pytest.mark.parametrize(("others", "told"), [(1, "gear cutting"), (3, "The trick of our founder")])
def test_a_name_that_came_from_few_firms_is_not_told_to_a_firm_whose_words_were_put_under_it(others, told):
    trick = make_skill("The trick of our founder", source=SkillSource.OWN)
    texts = ("gear cutting", "The trick of our founder")
    snapshot = cluster_where(
        [make_need(texts[0])],
        *[[make_need(texts[1])]] * others,
        *[[]] * 6,
        skills=[trick],
        mappings=[make_mapping(text, trick) for text in texts],
        actions=[make_action("A1", title="Course", skills=(trick.uri,))],
    )

    sheet = sheets_of(assess(snapshot, SMALL_K)).sheet(snapshot.members[0], EN)

    assert [dict(labels) for labels in sheet.needs[0].skills] == [{EN: told}]
    assert ("trick" in repr(sheet)) == (told == trick.labels[EN])


def test_a_sheet_that_told_how_many_others_there_are_would_be_found():
    snapshot = cluster_where(*[[make_need("Welding")]] * 2, *[[]] * 8, skills=[make_skill("Welding")])
    snapshot = replace(snapshot, mappings=(make_mapping("Welding", snapshot.skills[0]),))
    results = assess(snapshot, SMALL_K)
    edition, member = protect(results, SMALL_K), snapshot.members[0]
    reader = Reader(results, edition, member, None)
    uri = snapshot.skills[0].uri

    def leaky(system: Unknowns, block: list[SkillResult]) -> None:
        reader.knows(system, block)
        system.add({system.names[uri, "users"]: 1.0}, 2, 2 + np.finfo(float).eps)

    assert (uri, "users") in {(one.item, one.figure) for one in recovered(results, [edition], SMALL_K.rules, leaky)}


def _own(skill):
    """Return the skill under a name of the cluster's own, which no firm but one may have used."""
    return replace(skill, source=SkillSource.OWN, labels={EN: f"{skill.labels[EN]} the way we do it"})


def _answers(results: Results, code: MemberCode):
    return [need for one in accepted_responses(results.snapshot) if one.member == code for need in one.needs]
