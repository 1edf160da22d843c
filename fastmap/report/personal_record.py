"""Everything a file holds about one member and its contact person, printed: the answer to whoever asks for it.

Nothing is left out and nothing is judged; what is not recorded is not listed. It is a document of its own, for the
person alone, and has no anonymous edition.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from fastmap.model.normalise import fit_to_show
from fastmap.model.organisations import Contact, Member, Registration
from fastmap.model.responses import Need, Response
from fastmap.report.blocks import Block, Column, Paragraph, Table
from fastmap.report.finished import Report, Section, Words
from fastmap.texts import Texts, sentence_case

_Row = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalMaterial:
    """What is known."""

    cluster: str
    round_label: str
    file: str
    member: Member
    contact: Contact | None = None
    registration: Registration | None = None
    responses: tuple[Response, ...] = ()
    asked_on: datetime | None = None
    earlier: tuple[_Row, ...] = ()
    """What the file keeps of the round before: skill, and people short then."""
    ties: tuple[_Row, ...] = ()
    """Name of the organisation, kind of tie as a key."""
    history: tuple[tuple[datetime, str], ...] = ()
    """When, and what was done, as a sentence in the document's language."""
    mentions: tuple[str, ...] = ()
    """Other texts of the file that name the person or the firm."""
    backups: tuple[str, ...] = ()
    """Names of the backups that hold them."""


def build_personal_record(material: PersonalMaterial, texts: Texts, *, made_on: date) -> Report:
    """Return the document in the language of ``texts``."""
    record = _Record(material, texts)
    sections = tuple(section for section in record.sections() if section.blocks)
    return Report(
        title=texts.term("personal_record.title"),
        subtitle=material.member.name,
        cluster=material.cluster,
        round_label=material.round_label,
        made_on=made_on,
        language=texts.language,
        anonymous=False,
        banner=texts.term("personal_record.banner"),
        cover_facts=((texts.term("personal_record.file"), material.file),),
        sections=sections,
        words=_words(texts, sections),
        data={},
        mark=texts.term("personal_record.banner"),
    )


def as_text(report: Report) -> str:
    """Return the document as plain text, one fact a line."""
    lines = [report.title, report.subtitle, f"{report.cluster} · {report.round_label}", report.made_on.isoformat(), ""]
    for section in report.sections:
        lines += [section.title.upper(), ""]
        for block in section.blocks:
            match block:
                case Paragraph(text=text):
                    lines += [text, ""]
                case Table(caption=caption, rows=rows):
                    lines += [caption, *(": ".join(str(cell) for cell in row) for row in rows), ""]
    return "\n".join(lines)


class _Record:
    def __init__(self, material: PersonalMaterial, texts: Texts) -> None:
        self.known, self.texts = material, texts

    def sections(self) -> Iterable[Section]:
        known = self.known
        intro = Paragraph(text=self.texts.term("personal_record.intro"), lead=True)
        yield self._section(
            "person", (intro, *self._table("contact", self._contact()), *self._table("firm", self._firm()))
        )
        answers: list[Block] = []
        for number, response in enumerate(known.responses, start=1):
            answers += self._table("answer", self._answer(response), number=number)
            answers += self._table("needs", [self._need(need) for need in response.needs], number=number)
            received = [(fit_to_show(name), fit_to_show(found)) for name, found in sorted(response.raw.items())]
            answers += self._table("received", received, number=number)
        answers += self._table("earlier", known.earlier)
        yield self._section("answers", answers)
        ties = [(name, self._term("tie_kind", kind)) for name, kind in known.ties]
        yield self._section("ties", self._table("ties", ties))
        yield self._section(
            "mentions", self._table("mentions", [(str(n), one) for n, one in enumerate(known.mentions, 1)])
        )
        history = [(self.texts.fact(when.date()), what) for when, what in known.history]
        yield self._section("history", self._table("history", history))
        kept = [(self._label("file"), known.file), *((self._label("backup"), name) for name in known.backups)]
        outside = Paragraph(text=self.texts.term("personal_record.outside"))
        yield self._section("places", (*self._table("places", kept), outside))

    def _contact(self) -> list[_Row]:
        contact = self.known.contact
        if contact is None:
            return []
        names = ("name", "email", "consent_basis", "consent_date", "consent_expires")
        return self._rows({name: getattr(contact, name) for name in names})

    def _firm(self) -> list[_Row]:
        member, numbers = self.known.member, self.known.registration
        return self._rows(
            {
                "organisation": member.name,
                "code": member.code,
                "kind": self._term("member_kind", member.kind),
                "headcount": member.headcount,
                "activity": member.activity,
                "nuts": member.nuts,
                "language": member.language,
                "status": self._term("member_status", member.status),
                "asked_on": self.known.asked_on.date() if self.known.asked_on else None,
                "registration_number": numbers.registration_number if numbers else None,
                "sme": self._term("sme_status", numbers.sme) if numbers and numbers.sme else None,
                "sme_basis": numbers.sme_basis if numbers else None,
            }
        )

    def _answer(self, one: Response) -> list[_Row]:
        return self._rows(
            {
                "received": one.received_at.date(),
                "channel": self._term("channel", one.channel),
                "state": self._term("response_state", one.state),
                "role": one.respondent_role,
                "consent_contact": self._yes_no(one.consent_contact),
                "consent_naming": self._yes_no(one.consent_naming),
                "people_total": one.people_total,
                "paid_training": self._yes_no(one.paid_training),
                "barrier": self._term("barrier", one.barrier),
                "unused": ", ".join(skill.skill_text for skill in one.unused),
                "links": ", ".join(link.name for link in one.links),
                "remarks": one.remarks,
                "source": one.source_name,
            }
        )

    def _need(self, need: Need) -> _Row:
        numbers = (("short_now", need.short_now), ("short_12m", need.short_12m), ("short_36m", need.short_36m))
        facts = [
            need.job or "",
            self._term("need_level", need.level),
            *(f"{self._label(name)}: {self.texts.number(count)}" for name, count in numbers if count is not None),
            self._term("consequence", need.consequence),
            self._term("hiring", need.hiring),
            *(self._term("hiring_reason", reason) for reason in need.hiring_reasons),
            self._term("provision", need.provision),
        ]
        return need.skill_text, " · ".join(fact for fact in facts if fact)

    def _rows(self, facts: Mapping[str, str | int | date | None]) -> list[_Row]:
        return [
            (self._label(name), value if isinstance(value, str) else self.texts.fact(value))
            for name, value in facts.items()
            if value is not None and value != ""
        ]

    def _section(self, key: str, blocks: Iterable[Block]) -> Section:
        return Section(
            key=f"personal_{key}", title=self.texts.term(f"personal_record.section.{key}"), blocks=tuple(blocks)
        )

    def _table(self, key: str, rows: Iterable[_Row], number: int | None = None) -> tuple[Block, ...]:
        rows = tuple(rows)
        if not rows:
            return ()
        caption = self.texts.term(f"personal_record.table.{key}")
        return (
            Table(
                key=f"personal_{key}" if number is None else f"personal_{key}_{number}",
                caption=caption if number is None else f"{caption} {number}",
                columns=(
                    Column(key="what", header=self.texts.term("personal_record.what")),
                    Column(key="recorded", header=self.texts.term("personal_record.recorded")),
                ),
                rows=rows,
            ),
        )

    def _label(self, name: str) -> str:
        return self.texts.term(f"personal_record.label.{name}")

    def _term(self, kind: str, value: object) -> str:
        return sentence_case(self.texts.term(f"{kind}.{value}")) if value is not None else ""

    def _yes_no(self, answer: bool | None) -> str:  # noqa: FBT001 - an answer, not a switch
        return "" if answer is None else self._label("yes" if answer else "no")


def _words(texts: Texts, sections: Iterable[Section]) -> Words:
    def say(key: str, **facts: str) -> str:
        return texts.get(f"report.words.{key}", **facts)

    return Words(
        page_of=say("page_of", page="{page}", pages="{pages}"),
        contents=say("contents"),
        figure=say("figure"),
        table=say("table"),
        notes=say("notes"),
        sheet_names={section.key: section.title[:31] for section in sections},
        dictionary={},
        not_known=say("not_known"),
    )
