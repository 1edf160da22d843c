"""The sample assessment: a fictional cluster, recorded change by change as a person would have done it.

Its data stands in ``resources/sample``: the tables there have the columns of the contract, so they also show what
`fastmap members`, `partners` and `actions` read. Nothing in it is real.
"""

from __future__ import annotations

import csv
import importlib.resources
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from fastmap.assessment import Assessment
from fastmap.catalogue.texts import load_texts
from fastmap.changes.advice import AnswerChecklist, AnswerIndicator, NoteSecondSource
from fastmap.changes.assessment import EditCluster
from fastmap.changes.base import Change
from fastmap.changes.ecosystem import SaveActions, SavePartners
from fastmap.changes.members import SaveMembers
from fastmap.changes.responses import ImportResponses
from fastmap.changes.skills import MarkStrategic, RecordMappings
from fastmap.model.actions import Action, Cell, ChecklistAnswer, IndicatorAnswer
from fastmap.model.choices import (
    ActionStatus,
    Barrier,
    ChainRole,
    Channel,
    ChecklistState,
    Complexity,
    Consequence,
    Fit,
    Hiring,
    HiringReason,
    Label,
    MappingHow,
    MemberKind,
    MemberStatus,
    NeedLevel,
    OfferForm,
    PartnerLevel,
    PartnerType,
    Provision,
    ResponseState,
    Scope,
    SecondOpinion,
    TieKind,
    Timing,
)
from fastmap.model.ids import ActionId, LanguageCode, MemberCode, OfferId, PartnerId, RefId, ResponseId, TieId
from fastmap.model.normalise import text_key
from fastmap.model.organisations import Cluster, Member, Offer, Partner, Tie
from fastmap.model.responses import NamedLink, Need, Response, UnusedSkill
from fastmap.model.skills import Mapping, SecondSource, Skill
from fastmap.vocabulary.folding import equality_key
from fastmap.vocabulary.starter import starter_list

Row = dict[str, str]


def write_sample(path: Path) -> None:
    """Make the sample assessment at ``path``. Raises `FastmapError` ``file_exists`` and the like; never overwrites."""
    facts = _toml("assessment.toml")
    info = facts["info"]
    profile = _cluster(facts["cluster"])
    with Assessment.create(
        path,
        cluster=profile,
        title=info["title"],
        round_label=info["round_label"],
        round_start=info["round_start"],
        round_end=info["round_end"],
        language=info["language"],
        fictional=True,
    ) as assessment:
        for change in sample_changes(facts):
            assessment.apply(change)


def sample_changes(facts: dict[str, Any] | None = None) -> Iterator[Change]:
    """Yield the changes that make the sample out of an empty assessment."""
    facts = facts or _toml("assessment.toml")
    yield EditCluster(cluster=_cluster(facts["cluster"]))
    yield SaveMembers(members=tuple(_member(row) for row in _table("members.csv")))
    yield ImportResponses(responses=tuple(_responses()))
    yield _decisions()
    yield _partners()
    yield SaveMembers(members=tuple(_members_that_are_partners()))
    yield SaveActions(actions=tuple(_actions()), skills=_skills_named(_table("actions.csv")))
    for mark in facts["strategic"]:
        yield MarkStrategic(skill=_skill(mark["skill"]), strategic=True, reason=mark["reason"])
    for number, source in enumerate(facts["second_source"], start=1):
        yield NoteSecondSource(
            source=SecondSource(
                id=f"S{number:03}",
                skill=_skill(source["skill"]).uri,
                source=source["source"],
                opinion=SecondOpinion(source["opinion"]),
                note=source["note"],
            )
        )
    for entry in facts["indicator"]:
        yield AnswerIndicator(answer=IndicatorAnswer(**entry))
    yield AnswerChecklist(
        answers=tuple(
            ChecklistAnswer(item=item["item"], state=ChecklistState(item["state"]), evidence=item.get("evidence"))
            for item in facts["checklist"]
        )
    )


def _cluster(profile: dict[str, Any]) -> Cluster:
    return Cluster(
        **{
            **profile,
            "sectors": tuple(profile["sectors"]),
            "label": Label(profile["label"]),
            "chain_role": ChainRole(profile["chain_role"]),
        }
    )


# --- members and answers ----------------------------------------------------------------------------------------------


def _member(row: Row) -> Member:
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


def _members_that_are_partners() -> Iterator[Member]:
    """Yield the members that are partners too: one organisation, two roles."""
    for row in _table("members.csv"):
        if row["name"] in _partner_ids():
            yield replace(_member(row), partner_id=_partner_ids()[row["name"]])


def _responses() -> Iterator[Response]:
    needs, unused, links = (_by_member(f"{name}.csv") for name in ("needs", "unused", "links"))
    for row in _table("responses.csv"):
        code = row["member"]
        response = Response(
            id=ResponseId(f"sample-{code}"),
            member=MemberCode(code),
            channel=Channel(row["channel"]),
            language=LanguageCode(row["language"]),
            received_at=datetime.fromisoformat(row["received"]).replace(tzinfo=UTC),
            state=ResponseState.ACCEPTED,
            respondent_role=row["role"],
            consent_contact=row["consent_contact"] == "yes",
            consent_naming=row["consent_naming"] == "yes",
            people_total=int(row["people_total"]),
            paid_training=row["paid_training"] == "yes",
            barrier=Barrier(row["barrier"]),
            needs=tuple(_need(need) for need in needs.get(code, [])),
            unused=tuple(
                UnusedSkill(skill_text=entry["text"], people=int(entry["people"])) for entry in unused.get(code, [])
            ),
            links=tuple(
                NamedLink(name=link["name"], type=PartnerType(link["type"]), kind=TieKind(link["kind"]))
                for link in links.get(code, [])
            ),
            offers=tuple(_several(row["offers"])),
            remarks=row["remarks"] or None,
        )
        yield replace(response, raw=_as_written(response))


def _need(row: Row) -> Need:
    return Need(
        row=int(row["row"]),
        skill_text=row["text"],
        job=row["job"] or None,
        level=NeedLevel(row["level"]) if row["level"] else None,
        short_now=_whole(row["now"]),
        short_12m=_whole(row["12m"]),
        short_36m=_whole(row["36m"]),
        consequence=Consequence(row["consequence"]) if row["consequence"] else None,
        hiring=Hiring(row["hiring"]) if row["hiring"] else None,
        hiring_reasons=(HiringReason(row["reason"]),) if row["reason"] else (),
        provision=Provision(row["provision"]) if row["provision"] else None,
        joint_people=_whole(row["joint"]),
    )


def _as_written(response: Response) -> dict[str, str]:
    """Return the answers as they stand in a form: field name → the words of the form's language."""
    texts = load_texts(response.language)
    raw: dict[str, str] = {}

    def write(field: str, value: object, family: str | None = None) -> None:
        if value is not None:
            raw[field] = texts.term(f"{family}.{value}") if family else str(value)

    write("respondent_role", response.respondent_role)
    write("people_total", response.people_total)
    write("barrier", response.barrier, "barrier")
    for need in response.needs:
        start = f"need_{need.row}_"
        write(start + "skill", need.skill_text)
        write(start + "job", need.job)
        write(start + "level", need.level, "need_level")
        write(start + "short_now", need.short_now)
        write(start + "short_12m", need.short_12m)
        write(start + "short_36m", need.short_36m)
        write(start + "consequence", need.consequence, "consequence")
        write(start + "hiring", need.hiring, "hiring")
        write(start + "hiring_reason", next(iter(need.hiring_reasons), None), "hiring_reason")
        write(start + "provision", need.provision, "provision")
        write(start + "joint_people", need.joint_people)
    for place, entry in enumerate(response.unused, start=1):
        write(f"unused_{place}_skill", entry.skill_text)
        write(f"unused_{place}_people", entry.people)
    for place, link in enumerate(response.links, start=1):
        write(f"link_{place}_name", link.name)
        write(f"link_{place}_type", link.type, "partner_type")
        write(f"link_{place}_kind", link.kind, "tie_kind")
    write("remarks", response.remarks)
    return raw


# --- skills -----------------------------------------------------------------------------------------------------------


def _decisions() -> RecordMappings:
    """Return what a person decided about the raw texts, and the texts that equal a label anyway."""
    by_hand = {
        (text_key(row["text"]), LanguageCode(row["language"])): _skill(row["skill"]) for row in _table("mappings.csv")
    }
    exact = {key: skill for key, skill in _texts_that_equal_a_label() if key not in by_hand}
    mappings = [_mapping(key, skill, MappingHow.BY_HAND) for key, skill in by_hand.items()]
    mappings += [_mapping(key, skill, MappingHow.EXACT) for key, skill in exact.items()]
    skills = {skill.uri: skill for skill in (*by_hand.values(), *exact.values())}
    return RecordMappings(mappings=tuple(mappings), skills=tuple(skills.values()))


def _mapping(key: tuple[str, LanguageCode], skill: Skill, how: MappingHow) -> Mapping:
    text, language = key
    return Mapping(
        text_key=text,
        language=language,
        skill=skill.uri,
        how=how,
        score=1.0 if how is MappingHow.EXACT else None,
        decided_at=datetime(2026, 6, 2, 9, 0, tzinfo=UTC),
    )


def _texts_that_equal_a_label() -> Iterator[tuple[tuple[str, LanguageCode], Skill]]:
    for response in _responses():
        known = _skills_by_name(response.language)
        for text in (*(need.skill_text for need in response.needs), *(entry.skill_text for entry in response.unused)):
            skill = known.get(equality_key(text, response.language))
            if skill is not None:
                yield (text_key(text), response.language), skill


@cache
def _skills_by_name(language: LanguageCode) -> dict[str, Skill]:
    return {
        equality_key(name, language): concept.skill()
        for concept in starter_list().concepts
        for name in concept.names[language].all()
    }


def _skill(name: str) -> Skill:
    english = LanguageCode("en")
    return _skills_by_name(english)[equality_key(name, english)]


def _skills_named(rows: list[Row]) -> tuple[Skill, ...]:
    named = [_skill(name) for row in rows for name in _several(row.get("skills") or row.get("skill") or "")]
    return tuple({skill.uri: skill for skill in named}.values())


# --- partners and actions ---------------------------------------------------------------------------------------------


def _partners() -> SavePartners:
    rows = _table("partners.csv")
    first_rows = {row["name"]: row for row in reversed(rows)}
    ids = _partner_ids()
    partners = tuple(
        Partner(
            id=ids[name],
            name=name,
            type=PartnerType(first_rows[name]["type"]),
            level=PartnerLevel(first_rows[name]["level"]),
            in_cluster=first_rows[name]["in cluster"] == "yes",
            stage=int(first_rows[name]["stage"]),
        )
        for name in ids
    )
    offers = tuple(_offer(number, row) for number, row in enumerate(rows, start=1) if row["skill"])
    return SavePartners(partners=partners, offers=offers, ties=tuple(_ties()), skills=_skills_named(rows))


def _offer(number: int, row: Row) -> Offer:
    return Offer(
        id=OfferId(f"O{number:03}"),
        partner=_partner_ids()[row["name"]],
        skill=_skill(row["skill"]).uri,
        form=OfferForm(row["form"]),
        places_per_year=_whole(row["places"]),
        fit=Fit(row["fit"]),
        cost=row["cost"] or None,
        publicly_funded=row["public funding"] == "yes",
        language=LanguageCode(row["language"]),
        mode=row["mode"] or None,
        evidence=row["evidence"] or None,
    )


def _ties() -> Iterator[Tie]:
    """Yield the links that members named in their forms."""
    for number, row in enumerate(_table("links.csv"), start=1):
        yield Tie(
            id=TieId(f"T{number:03}"),
            partner=_partner_ids()[row["name"]],
            member=MemberCode(row["member"]),
            kind=TieKind(row["kind"]),
            source="form",
        )


@cache
def _partner_ids() -> dict[str, PartnerId]:
    """Return the partners' ids by name, in the order of the table."""
    names = dict.fromkeys(row["name"] for row in _table("partners.csv"))
    return {name: PartnerId(f"P{number:03}") for number, name in enumerate(names, start=1)}


def _actions() -> Iterator[Action]:
    for number, row in enumerate(_table("actions.csv"), start=1):
        yield Action(
            id=ActionId(f"A{number:03}"),
            title=row["title"],
            cell=Cell(Scope(row["scope"]), Complexity(row["complexity"])),
            reference=RefId(row["reference"]) if row["reference"] else None,
            timing=tuple(Timing(word) for word in _several(row["timing"])),
            status=ActionStatus(row["status"]),
            owner=row["owner"] or None,
            partners=tuple(_partner_ids()[name] for name in _several(row["partners"])),
            skills=tuple(_skill(name).uri for name in _several(row["skills"])),
            start=date.fromisoformat(row["start"]) if row["start"] else None,
            end=date.fromisoformat(row["end"]) if row["end"] else None,
            budget=float(row["budget"]) if row["budget"] else None,
            funding=row["funding"] or None,
        )


# --- reading the sample's own files -----------------------------------------------------------------------------------


@cache
def _table(name: str) -> list[Row]:
    return list(csv.DictReader(_text(name).splitlines()))


def _by_member(name: str) -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = {}
    for row in _table(name):
        rows.setdefault(row["member"], []).append(row)
    return rows


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(_text(name))


def _text(name: str) -> str:
    return importlib.resources.files("resources").joinpath("sample", name).read_text(encoding="utf-8")


def _several(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def _whole(cell: str) -> int | None:
    return int(cell) if cell else None
