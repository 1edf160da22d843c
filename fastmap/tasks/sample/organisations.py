"""The sample's members, partners with offers and links, and actions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

from fastmap.changes.ecosystem import SavePartners
from fastmap.model.actions import Action, Cell
from fastmap.model.choices import (
    ActionStatus,
    Complexity,
    Fit,
    MemberKind,
    MemberStatus,
    OfferForm,
    PartnerLevel,
    PartnerType,
    Scope,
    TieKind,
    Timing,
)
from fastmap.model.ids import ActionId, LanguageCode, MemberCode, OfferId, PartnerId, RefId, TieId
from fastmap.model.organisations import Member, Offer, Partner, Tie
from fastmap.tasks.sample.skills import skill_named, skills_of
from fastmap.tasks.sample.tables import Row, several, table, whole


def member_of(row: Row) -> Member:
    """Return the member of one row of ``members.csv``."""
    return Member(
        code=MemberCode(row["code"]),
        name=row["name"],
        kind=MemberKind(row["kind"]),
        headcount=int(row["headcount"]),
        activity=row["activity"],
        nuts=row["nuts"],
        language=LanguageCode(row["language"]),
        status=MemberStatus(row["status"]),
    )


def members_that_are_partners() -> Iterator[Member]:
    """Yield the members that are partners too: one organisation, two roles."""
    for row in table("members.csv"):
        if row["name"] in partner_ids():
            yield replace(member_of(row), partner_id=partner_ids()[row["name"]])


def partners() -> SavePartners:
    """Return the change that records all partners with their offers, and the links that members named."""
    rows = table("partners.csv")
    first_rows = {row["name"]: row for row in reversed(rows)}
    ids = partner_ids()
    partners = tuple(
        Partner(
            id=ids[name],
            name=name,
            type=PartnerType(first_rows[name]["type"]),
            level=PartnerLevel(first_rows[name]["level"]),
            in_cluster=first_rows[name]["in cluster"] == "yes",
            stage=int(first_rows[name]["stage"]),
            governance={"yes": True, "no": False}.get(first_rows[name]["governance"]),
        )
        for name in ids
    )
    offers = tuple(_offer(number, row) for number, row in enumerate(rows, start=1) if row["skill"])
    return SavePartners(partners=partners, offers=offers, ties=tuple(_ties()), skills=skills_of(rows))


def _offer(number: int, row: Row) -> Offer:
    return Offer(
        id=OfferId(f"O{number:03}"),
        partner=partner_ids()[row["name"]],
        skill=skill_named(row["skill"]).uri,
        form=OfferForm(row["form"]),
        places_per_year=whole(row["places"]),
        fit=Fit(row["fit"]),
        cost=row["cost"] or None,
        publicly_funded=row["public funding"] == "yes",
        language=LanguageCode(row["language"]),
        mode=row["mode"] or None,
        evidence=row["evidence"] or None,
    )


def _ties() -> Iterator[Tie]:
    """Yield the links that members named in their forms."""
    for number, row in enumerate(table("links.csv"), start=1):
        yield Tie(
            id=TieId(f"T{number:03}"),
            partner=partner_ids()[row["name"]],
            member=MemberCode(row["member"]),
            kind=TieKind(row["kind"]),
            source="form",
        )


@cache
def partner_ids() -> dict[str, PartnerId]:
    """Return the partners' ids by name, in the order of the table."""
    names = dict.fromkeys(row["name"] for row in table("partners.csv"))
    return {name: PartnerId(f"P{number:03}") for number, name in enumerate(names, start=1)}


def actions() -> Iterator[Action]:
    """Yield the cluster's actions."""
    for number, row in enumerate(table("actions.csv"), start=1):
        yield Action(
            id=ActionId(f"A{number:03}"),
            title=row["title"],
            cell=Cell(Scope(row["scope"]), Complexity(row["complexity"])),
            reference=RefId(row["reference"]) if row["reference"] else None,
            timing=tuple(Timing(word) for word in several(row["timing"])),
            status=ActionStatus(row["status"]),
            owner=row["owner"] or None,
            partners=tuple(partner_ids()[name] for name in several(row["partners"])),
            skills=tuple(skill_named(name).uri for name in several(row["skills"])),
            start=date.fromisoformat(row["start"]) if row["start"] else None,
            end=date.fromisoformat(row["end"]) if row["end"] else None,
            budget=float(row["budget"]) if row["budget"] else None,
            funding=row["funding"] or None,
            evidence=tuple(several(row["evidence"])),
        )
