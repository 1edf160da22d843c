"""Whether something that an action builds on is in place: yes, no, or not known.

The vocabulary is closed: `fastmap.model.facts.CONDITIONS` names it, the catalogue uses it, `CHECKS` answers it. What
was never recorded is not known; it does not count as missing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from fastmap.advice.facts import Facts
from fastmap.advice.partners import offers_any
from fastmap.analysis.actors import any_linked, is_abroad, is_inside, types_inside
from fastmap.model.choices import EDUCATION_AND_RESEARCH, ActionStatus, PartnerType, Scope
from fastmap.model.ids import RefId
from fastmap.model.organisations import Partner

Check: TypeAlias = Callable[[Facts], bool | None]

AUTHORITIES: Final = frozenset({PartnerType.AUTHORITY, PartnerType.AGENCY})
_RUNNING: Final = (ActionStatus.RUNNING,)
_RUNNING_OR_DONE: Final = (ActionStatus.RUNNING, ActionStatus.DONE)


def is_in_place(condition: str, facts: Facts) -> bool | None:
    """Return whether ``condition`` holds; ``None`` if nobody recorded what would tell."""
    return CHECKS[condition](facts)


def _has_answers(facts: Facts) -> bool:
    return facts.quality.answered >= facts.catalogue.rules.min_users


def _has_supported_need(facts: Facts) -> bool | None:
    if facts.needs:
        return True
    return False if facts.quality.answered else None


def _met(key: str) -> Check:
    def check(facts: Facts) -> bool | None:
        indicator = facts.indicator(key)
        return indicator.met if indicator else None

    return check


def _members_recorded(facts: Facts) -> bool:
    return bool(facts.snapshot.members)


def _partners_recorded(facts: Facts) -> bool:
    return bool(facts.snapshot.partners)


def _education_in_cluster(facts: Facts) -> bool | None:
    snapshot = facts.snapshot
    if types_inside(snapshot) & EDUCATION_AND_RESEARCH:
        return True
    of_kind = [partner for partner in snapshot.partners if partner.type in EDUCATION_AND_RESEARCH]
    unclear = any(partner.in_cluster is None and not is_inside(partner, snapshot) for partner in of_kind)
    return None if unclear or not (snapshot.partners or snapshot.members) else False


def _linked(is_meant: Callable[[Partner], bool]) -> Check:
    """Return a check for a working relation with a partner of some kind."""

    def check(facts: Facts) -> bool | None:
        meant = [partner for partner in facts.snapshot.partners if is_meant(partner)]
        return any_linked(meant, facts.catalogue.rules) if facts.snapshot.partners else None

    return check


def _partner_for_need(facts: Facts) -> bool | None:
    if offers_any([need.result for need in facts.needs], facts.snapshot):
        return True
    return False if facts.snapshot.offers else None


def _people_to_release(facts: Facts) -> bool | None:
    given = (need.result.quantities.joint_people for need in facts.needs)
    known = [people for people in given if people is not None]
    return any(people > 0 for people in known) if known else None


def _recorded(statuses: tuple[ActionStatus, ...], *references: str) -> Check:
    """Return a check for one of ``references`` among the cluster's actions."""

    def check(facts: Facts) -> bool | None:
        if not facts.snapshot.actions:
            return None
        return bool(facts.references(*statuses) & {RefId(reference) for reference in references})

    return check


def _mapping_done(facts: Facts) -> bool:
    return facts.quality.answered > 0 or RefId("B1") in facts.references(*_RUNNING_OR_DONE)


def _regional_action_running(facts: Facts) -> bool | None:
    if not facts.snapshot.actions:
        return None
    return any(
        action.cell.scope is Scope.REGIONAL and action.status is ActionStatus.RUNNING
        for action in facts.snapshot.actions
    )


def _exchange_done(facts: Facts) -> bool | None:
    # A list of present actions without an exchange does not tell that there never was one.
    return True if RefId("C2") in facts.references(*_RUNNING_OR_DONE) else _met("exchange_recent")(facts)


def _checklist_begun(facts: Facts) -> bool:
    return bool(facts.snapshot.checklist_answers)


def _ties_recorded(facts: Facts) -> bool:
    return bool(facts.snapshot.ties) or any(response.links for response in facts.snapshot.responses)


CHECKS: Final[Mapping[str, Check]] = {
    "has_answers": _has_answers,
    "has_supported_need": _has_supported_need,
    "response_rate_on_target": _met("response_rate"),
    "members_recorded": _members_recorded,
    "partners_recorded": _partners_recorded,
    "education_in_cluster": _education_in_cluster,
    "education_linked": _linked(lambda partner: partner.type in EDUCATION_AND_RESEARCH and not is_abroad(partner)),
    "authority_linked": _linked(lambda partner: partner.type in AUTHORITIES and not is_abroad(partner)),
    "regional_cluster_linked": _linked(lambda partner: partner.type is PartnerType.CLUSTER and not is_abroad(partner)),
    "international_linked": _linked(is_abroad),
    "partner_for_need": _partner_for_need,
    "people_to_release": _people_to_release,
    "training_running": _recorded(_RUNNING, "A4", "B2"),
    "information_running": _recorded(_RUNNING, "A1", "A2", "A3"),
    "mapping_done": _mapping_done,
    "monitoring_running": _recorded(_RUNNING, "D1"),
    "regional_action_running": _regional_action_running,
    "checklist_begun": _checklist_begun,
    "checklist_on_target": _met("checklist_partly"),
    "exchange_done": _exchange_done,
    "ties_recorded": _ties_recorded,
}
