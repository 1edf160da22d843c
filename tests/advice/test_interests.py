"""Interests of the partners that recommendations and introductions name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fastmap.advice.interests import interests_of, is_paid
from fastmap.model.choices import ActionStatus, ResponseState
from fastmap.model.ids import LanguageCode, PartnerId, ReplyId
from fastmap.model.interests import RecordedBy
from fastmap.model.responses import OfferedSkill, ProviderReply
from fastmap.model.results import Introduction
from tests.support.builders import (
    MONDAY,
    make_action,
    make_member,
    make_offer,
    make_partner,
    make_skill,
    make_snapshot,
    shipped_catalogue,
)

WELDING = make_skill("Welding")
SCHOOL = PartnerId("school")
FREE = shipped_catalogue().free_words


def introduction(partner: PartnerId = SCHOOL) -> Introduction:
    return Introduction(
        partner=partner, skills=(WELDING.uri,), priority_covered=1.0, members=(), introducers=(), stage=1
    )


def interest(**parts):
    """Return the interest of the school, which one introduction names."""
    given = {"partners": [make_partner()], "skills": [WELDING]} | parts
    (found,) = interests_of(make_snapshot(**given), (), (introduction(),), free_words=FREE)
    return found


def reply(**changes) -> ProviderReply:
    fields = {
        "id": ReplyId("A1"),
        "partner": SCHOOL,
        "language": LanguageCode("en"),
        "received_at": MONDAY,
        "state": ResponseState.ACCEPTED,
        "offers": (OfferedSkill(row=1, skill_text="Welding"),),
    }
    return ProviderReply(**(fields | changes))


def test_a_partner_that_nothing_names_has_no_entry():
    assert interests_of(make_snapshot(partners=[make_partner()]), (), (), free_words=FREE) == ()


def test_budgets_of_planned_and_running_actions_are_added_up_and_others_are_not():
    actions = [
        make_action("B1", id="a", partners=(SCHOOL,), budget=1000.0),
        make_action("B2", id="b", partners=(SCHOOL,), status=ActionStatus.PLANNED, budget=500.0),
        make_action("B3", id="c", partners=(SCHOOL,), status=ActionStatus.DONE, budget=9000.0),
        make_action("B4", id="d", budget=7000.0),
    ]

    found = interest(actions=actions)

    assert (found.actions, found.budget) == (2, 1500.0)


def test_an_action_without_a_budget_leaves_it_unknown_and_no_action_makes_it_nothing():
    assert interest(actions=[make_action("B1", partners=(SCHOOL,))]).budget is None
    assert interest().budget == 0


def test_membership_and_seat_are_as_recorded():
    assert (interest().in_cluster, interest().governance) == (False, None)
    seated = interest(partners=[make_partner(in_cluster=True, governance=True)])
    assert (seated.in_cluster, seated.governance) == (True, True)


def test_a_member_that_is_a_partner_too_is_in_the_cluster_whatever_was_ticked():
    assert interest(members=[make_member(1, partner_id=SCHOOL)]).in_cluster is True


def test_one_offer_with_a_price_makes_the_partner_paid():
    offers = [make_offer(WELDING.uri, number=1, cost="free"), make_offer(WELDING.uri, number=2, cost="450 EUR")]

    assert interest(offers=offers).paid is True
    assert interest(offers=offers[:1]).paid is False
    assert interest(offers=[replace(offers[0], cost=None)]).paid is None


@pytest.mark.parametrize("cost", ["free", "gratuito", "Kostenlos", "gratuit", "ingyenes", "0 EUR"])
def test_free_is_understood_in_every_language(cost):
    assert interest(offers=[make_offer(WELDING.uri, cost=cost)]).paid is False


def test_words_that_do_not_tell_leave_it_open():
    assert is_paid("to be agreed with the school", FREE) is None


def test_an_offer_on_an_accepted_form_was_recorded_by_the_partner_itself():
    offers = [make_offer(WELDING.uri)]

    assert interest(offers=offers, replies=[reply()]).recorded_by == (RecordedBy.OFFER_FORM,)
    assert interest(offers=offers).recorded_by == (RecordedBy.TEAM,)
    assert interest(offers=offers, replies=[reply(state=ResponseState.TO_CHECK)]).recorded_by == (RecordedBy.TEAM,)
    assert interest().recorded_by == ()


def test_offers_from_both_name_both():
    other = make_skill("Brazing")
    offers = [make_offer(WELDING.uri, number=1), make_offer(other.uri, number=2)]

    found = interest(skills=[WELDING, other], offers=offers, replies=[reply()])

    assert found.recorded_by == (RecordedBy.OFFER_FORM, RecordedBy.TEAM)
