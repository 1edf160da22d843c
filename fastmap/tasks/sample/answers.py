"""The sample's answered forms, with the raw answers as they would stand in a form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from fastmap.catalogue.texts import load_texts
from fastmap.model.choices import (
    Barrier,
    Channel,
    Consequence,
    Hiring,
    HiringReason,
    NeedLevel,
    PartnerType,
    Provision,
    ResponseState,
    TieKind,
)
from fastmap.model.ids import LanguageCode, MemberCode, ResponseId
from fastmap.model.responses import NamedLink, Need, Response, UnusedSkill
from fastmap.tasks.sample.tables import Row, rows_by_member, several, table, whole


def responses() -> Iterator[Response]:
    """Yield the 25 answered forms."""
    needs, unused, links = (rows_by_member(f"{name}.csv") for name in ("needs", "unused", "links"))
    for row in table("responses.csv"):
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
            offers=tuple(several(row["offers"])),
            remarks=row["remarks"] or None,
        )
        yield replace(response, raw=_as_written(response))


def _need(row: Row) -> Need:
    return Need(
        row=int(row["row"]),
        skill_text=row["text"],
        job=row["job"] or None,
        level=NeedLevel(row["level"]) if row["level"] else None,
        short_now=whole(row["now"]),
        short_12m=whole(row["12m"]),
        short_36m=whole(row["36m"]),
        consequence=Consequence(row["consequence"]) if row["consequence"] else None,
        hiring=Hiring(row["hiring"]) if row["hiring"] else None,
        hiring_reasons=(HiringReason(row["reason"]),) if row["reason"] else (),
        provision=Provision(row["provision"]) if row["provision"] else None,
        joint_people=whole(row["joint"]),
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
