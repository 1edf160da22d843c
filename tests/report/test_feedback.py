"""Feedback sheets: a firm's own answers in full, and of the others nothing that fewer than k told."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from fastmap.model.choices import ActionStatus, Fit, OfferForm, SkillSource
from fastmap.model.ids import LanguageCode
from fastmap.report.feedback import FeedbackSheets
from tests.report.whole_cluster import whole_results
from tests.support.builders import (
    EN,
    assess,
    cluster_where,
    make_action,
    make_mapping,
    make_need,
    make_offer,
    make_partner,
    make_skill,
    shipped_catalogue,
    unused,
)
from tests.support.random_clusters import clusters

TODAY = date(2026, 11, 29)
WELDING = make_skill("Welding", source=SkillSource.STARTER)


def sheets(snapshot):
    return FeedbackSheets(assess(snapshot), shipped_catalogue(), made_on=TODAY, keep_until=None)


def welders(count, *others, **parts):
    """A cluster in which ``count`` members need welding and then come members with ``others``."""
    needs = [[make_need("Welding", short_12m=2)]] * count
    fields = {"skills": [WELDING], "mappings": [make_mapping("Welding", WELDING)]} | parts
    return cluster_where(*needs, *others, **fields)


def sheet(snapshot, number=1):
    made = sheets(snapshot)
    return made.sheet(snapshot.members[number - 1], EN)


@pytest.mark.parametrize(("count", "told"), [(5, None), (6, 5), (10, 5), (11, 10)])
def test_a_firm_that_needs_a_skill_is_not_counted_among_the_others(count, told):
    found = sheet(welders(count))

    assert found.needs[0].standing.others == told
    assert [one.others for one in found.picture] == ([told] if told else [])


def test_a_firm_that_does_not_need_it_sees_how_many_do():
    found = sheet(welders(5, *[[make_need("Turning")]] * 4, *[[]] * 4), number=6)

    assert [(one.others, one.is_own) for one in found.picture] == [(5, False)]
    assert found.needs[0].standing.others is None
    assert found.needs[0].skills == ()


@pytest.mark.parametrize(("count", "told"), [(5, []), (6, [(5, True)])])
def test_the_reader_is_not_counted_among_the_others_where_nobody_placed_the_text_either(count, told):
    snapshot = cluster_where(*[[make_need("Knitting")]] * count, *[[]] * 6)

    assert [(one.others, one.is_own) for one in sheet(snapshot).picture] == told


def test_a_skill_of_few_is_told_by_its_group_where_that_is_large_enough():
    milling = make_skill("Milling", group="Machining", source=SkillSource.STARTER)
    turning = make_skill("Turning", group="Machining", source=SkillSource.STARTER)
    needs = [[make_need("Milling")]] * 2 + [[make_need("Turning")]] * 6
    snapshot = cluster_where(
        *needs,
        skills=[milling, turning],
        mappings=[make_mapping("Milling", milling), make_mapping("Turning", turning)],
    )

    standing = sheet(snapshot).needs[0].standing

    assert (standing.others, standing.group) == (5, {EN: "Machining"})


def test_what_the_firm_wrote_comes_back_as_written_and_nothing_of_another_firm():
    secret = "the gearbox trick of our founder"
    snapshot = welders(6, [make_need(secret, short_now=7)], unused_per_member=[[unused("Latin", 3)]])

    own, other = sheet(snapshot, number=7), sheet(snapshot)

    assert [(one.need.skill_text, one.need.short_now) for one in own.needs] == [(secret, 7)]
    assert secret not in repr(other)
    assert "Member 7" not in repr(other)
    assert other.responses[0].unused[0].people == 3
    assert "Latin" not in repr(own)


def test_providers_are_named_unless_they_are_members_or_their_offer_does_not_fit():
    partners = [make_partner("school"), make_partner("firm", in_cluster=True), make_partner("college")]
    offers = [
        make_offer(WELDING.uri, "school", form=OfferForm.COURSE),
        make_offer(WELDING.uri, "firm"),
        make_offer(WELDING.uri, "college", fit=Fit.NO),
    ]

    helpers = sheet(welders(6, partners=partners, offers=offers)).needs[0].helpers

    assert [(one.name, one.form) for one in helpers] == [("School", OfferForm.COURSE), (None, None)]


def test_actions_that_serve_the_firms_needs_come_first_and_done_ones_are_left_out():
    actions = [
        make_action("A1", title="Newsletter"),
        make_action("A2", title="Over", status=ActionStatus.DONE),
        make_action("B1", title="Welding course", skills=(WELDING.uri,), status=ActionStatus.PLANNED),
    ]

    found = sheet(welders(6, actions=actions)).actions

    assert [(one.title, one.is_running) for one in found] == [("Welding course", False), ("Newsletter", True)]
    assert found[0].serves == (WELDING.labels,)


def test_only_members_with_an_accepted_answer_get_a_sheet():
    results = whole_results()
    made = FeedbackSheets(results, shipped_catalogue(), made_on=TODAY, keep_until=None)
    answered = {response.member for response in results.snapshot.responses}

    assert made.answering
    assert {member.code for member in made.answering} <= answered


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(clusters())
def test_no_number_on_any_sheet_rests_on_fewer_than_five_other_firms(snapshot):
    results = assess(snapshot)
    users = {item.uri: set(item.members) for item in (*results.skills, *results.groups)}
    labels = {tuple(item.labels.items()): item.uri for item in (*results.skills, *results.groups)}
    made = FeedbackSheets(results, shipped_catalogue(), made_on=TODAY, keep_until=None)

    for member in made.answering:
        found = made.sheet(member, LanguageCode("en"))
        told = [(one.labels, one.others) for one in found.picture]
        told += [
            (one.standing.group or one.skills[0], one.standing.others)
            for one in found.needs
            if one.standing.others is not None and (one.standing.group or len(one.skills) == 1)
        ]
        for shown, others in told:
            behind = users[labels[tuple(shown.items())]] - {member.code}
            assert 5 <= others <= len(behind)
