"""The confidential annex for audit: who took part, on which basis they count, hours, evidence, consents, signatures.

It is a report of its own. Nothing of it is part of the other one, and it knows no anonymous edition (decision 0266).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from fastmap.analysis.answers import accepted_responses
from fastmap.analysis.kpi_organisations import Organisations
from fastmap.analysis.sme import SmeBasis, sme_of
from fastmap.catalogue.definitions import Catalogue
from fastmap.model.choices import SmeStatus
from fastmap.model.ids import MemberCode
from fastmap.model.kpis import KpiEntry
from fastmap.model.organisations import Contact, Member, Registration
from fastmap.model.responses import Response
from fastmap.model.results import Results
from fastmap.report.badges import Badge, Tone
from fastmap.report.blocks import Block, CellValue, KeyFigure, KeyFigures, Note, Paragraph, Table
from fastmap.report.build import cover_facts, report_words
from fastmap.report.columns import columns
from fastmap.report.context import ReportContext
from fastmap.report.finished import Report, Section
from fastmap.report.sections.kpis import kpi_title, organisations_named
from fastmap.texts import Texts

_PARTICIPANTS = "code name registration_number country nuts kind headcount sme sme_basis status asked_on received channel respondent"
_HOURS = "kpi_entry kpi_indicator kpi_period kpi_value kpi_unit participation_hours kpi_named kpi_evidence"
_STAFF_DAYS = "action status owner start end staff_days"
_REGISTER = "kpi_entry kpi_indicator kpi_period kpi_value kpi_unit participation_hours kpi_named kpi_evidence kpi_note"
_CONSENTS = "code name consent_basis consent_date consent_expires consent_state consent_contact consent_naming"
_SIGNATURES = "code name registration_number signatory signed_on signature"
_ROW_TO_SIGN_POINTS = 34.0
_TONES = {SmeStatus.YES: Tone.GOOD, SmeStatus.NO: Tone.NEUTRAL, SmeStatus.UNKNOWN: Tone.WARN}


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditRecords:
    """What the annex needs and no snapshot holds."""

    registrations: tuple[Registration, ...] = ()
    contacts: tuple[Contact, ...] = ()
    asked_on: Mapping[MemberCode, datetime]
    """When it was noted that a member is asked."""
    with_contact_names: bool = False
    """Whether the names of contact persons may stand beside their consents."""


def build_annex(
    results: Results, records: AuditRecords, catalogue: Catalogue, texts: Texts, *, made_on: date
) -> Report:
    """Return the annex in the language of ``texts``; ``results`` are those of the named edition."""
    context = ReportContext(results, catalogue, texts, made_on, None)
    annex = _Annex(context, records)
    sections = (annex.participants(), annex.hours(), annex.evidence(), annex.consents(), annex.signatures())
    info = results.snapshot.info
    marks = [context.say("banner.fictional")] if info.fictional else []
    return Report(
        title=context.say("annex.title"),
        subtitle=context.say("annex.subtitle"),
        cluster=results.snapshot.cluster.name,
        round_label=info.round_label,
        made_on=made_on,
        language=texts.language,
        anonymous=False,
        banner=" · ".join((context.say("annex.banner"), *marks)),
        cover_facts=(*cover_facts(context), (context.say("annex.pass_on"), context.say("annex.pass_on_value"))),
        sections=sections,
        words=report_words(context, sections),
        data={},
        mark=context.say("annex.banner"),
    )


class _Annex:
    def __init__(self, context: ReportContext, records: AuditRecords) -> None:
        self.context, self.records = context, records
        self.snapshot = context.results.snapshot
        self.registrations = {one.member: one for one in records.registrations}
        self.answers: dict[MemberCode, list[Response]] = {}
        for response in sorted(accepted_responses(self.snapshot), key=lambda one: one.received_at):
            if response.member is not None:
                self.answers.setdefault(response.member, []).append(response)
        self.organisations = Organisations(self.snapshot)

    # --- participants -------------------------------------------------------------------------------------------------

    def participants(self) -> Section:
        say = self.context.say
        found = [sme_of(member, self.registrations.get(member.code)).status for member in self.snapshot.members]
        without = sum(not self._number(member) for member in self.snapshot.members)
        figures = [
            KeyFigure(value=self._count(len(found)), label=say("annex.members")),
            KeyFigure(value=self._count(len(self.answers)), label=say("annex.answered")),
            *(
                KeyFigure(value=self._count(found.count(status)), label=say(f"annex.sme_{status}"))
                for status in SmeStatus
            ),
        ]
        blocks: list[Block] = [KeyFigures(figures=tuple(figures))]
        blocks.append(Note(title=say("annex.sme_title"), text=say("annex.sme_text")))
        if without:
            blocks.append(Paragraph(text=say("annex.without_number", count=without)))
        blocks.append(Paragraph(text=say("annex.asked_text")))
        blocks.append(
            self._table(
                "annex_participants", _PARTICIPANTS, map(self._participant, self.snapshot.members), "no_members"
            )
        )
        return self._section("annex_who", blocks)

    def _participant(self, member: Member) -> tuple[CellValue, ...]:
        context = self.context
        asked = self.records.asked_on.get(member.code)
        answers = self.answers.get(member.code, [])
        finding = sme_of(member, self.registrations.get(member.code))
        country = context.texts.locale.territories.get(self._country(member), self._country(member))
        return (
            member.code,
            member.name,
            self._number(member),
            country,
            member.nuts,
            context.word("member_kind", member.kind) if member.kind else None,
            member.headcount,
            Badge(context.word("sme_status", finding.status), _TONES[finding.status]),
            self._basis(member, finding.basis),
            context.word("member_status", member.status),
            asked.astimezone(UTC).date() if asked else None,  # by the same clock as answers, wherever it is written
            answers[0].received_at.date() if answers else None,
            context.parts(dict.fromkeys(context.word("channel", one.channel) for one in answers)) or None,
            context.parts(dict.fromkeys(one.respondent_role for one in answers if one.respondent_role)) or None,
        )

    def _country(self, member: Member) -> str:
        """Return the country that the member's region says, else the cluster's."""
        begins = (member.nuts or "")[:2]
        # NUTS writes Greece EL where ISO 3166 writes GR.
        return {"EL": "GR"}.get(begins, begins) or self.snapshot.cluster.country

    def _number(self, member: Member) -> str | None:
        known = self.registrations.get(member.code)
        return known.registration_number if known else None

    def _basis(self, member: Member, basis: SmeBasis) -> str:
        if basis is SmeBasis.RECORDED:
            words = self.registrations[member.code].sme_basis
            return words or self.context.word("sme_basis", "recorded")
        return self.context.texts.get(f"sme_basis.{basis}", people=member.headcount)

    # --- hours and evidence -------------------------------------------------------------------------------------------

    def hours(self) -> Section:
        say = self.context.say
        entries = [pair for pair in self._entries() if pair[1].hours is not None]
        total = sum(entry.hours or 0.0 for _, entry in entries)
        rows = (self._entry(title, unit, entry)[:-1] for (title, unit), entry in entries)
        blocks: list[Block] = [Paragraph(text=say("annex.hours_text"))]
        if entries:
            blocks.append(KeyFigures(figures=(KeyFigure(value=self._count(total), label=say("annex.hours_total")),)))
        blocks.append(self._table("annex_hours", _HOURS, rows, "no_hours"))
        blocks.append(Paragraph(text=say("annex.days_text")))
        blocks.append(self._table("annex_staff_days", _STAFF_DAYS, self._staff_days(), "no_days"))
        return self._section("annex_time", blocks)

    def _staff_days(self) -> list[tuple[CellValue, ...]]:
        days = {plan.action: plan.staff_days for plan in self.snapshot.action_plans if plan.staff_days is not None}
        return [
            (
                self.context.title_of(action),
                self.context.word("action_status", action.status),
                action.owner,
                action.start,
                action.end,
                days[action.id],
            )
            for action in self.snapshot.actions
            if action.id in days
        ]

    def evidence(self) -> Section:
        say = self.context.say
        rows = [self._entry(title, unit, entry) for (title, unit), entry in self._entries()]
        without = sum(not entry.evidence for _, entry in self._entries())
        blocks: list[Block] = [Paragraph(text=say("annex.evidence_text"))]
        if without:
            blocks.append(Paragraph(text=say("annex.without_evidence", count=without)))
        blocks.append(self._table("annex_register", _REGISTER, rows, "no_entries"))
        shown = [(self.context.title_of(one), line) for one in self.snapshot.actions for line in one.evidence]
        blocks.append(self._table("annex_action_evidence", "action shown_by", shown, "no_action_evidence"))
        return self._section("annex_proof", blocks)

    def _entries(self) -> list[tuple[tuple[str, str], KpiEntry]]:
        """Return every entry of the ledger with the name and the unit of its indicator."""
        return [
            ((kpi_title(self.context, kpi), self.context.word("kpi_unit", kpi.unit)), entry)
            for kpi in self.context.results.kpis
            for entry in kpi.entries
        ]

    def _entry(self, title: str, unit: str, entry: KpiEntry) -> tuple[CellValue, ...]:
        named = organisations_named(self.context, self.organisations, entry)
        return entry.id, title, entry.period, entry.value, unit, entry.hours, named, entry.evidence, entry.note

    # --- consents and signatures --------------------------------------------------------------------------------------

    def consents(self) -> Section:
        say = self.context.say
        keys = _CONSENTS.replace("name", "name contact_name", 1) if self.records.with_contact_names else _CONSENTS
        contacts = {contact.member: contact for contact in self.records.contacts}
        rows = [
            row
            for member in self.snapshot.members
            if (row := self._consent(member, contacts.get(member.code))) is not None
        ]
        blocks: list[Block] = [Paragraph(text=say("annex.consents_text"))]
        blocks.append(self._table("annex_consents", keys, rows, "no_consents"))
        return self._section("annex_consent", blocks)

    def _consent(self, member: Member, contact: Contact | None) -> tuple[CellValue, ...] | None:
        answers = self.answers.get(member.code, [])
        told = answers[-1] if answers else None
        if contact is None and told is None:
            return None
        name = ((contact.name if contact else None),) if self.records.with_contact_names else ()
        basis, given, until = (
            (contact.consent_basis, contact.consent_date, contact.consent_expires) if contact else (None,) * 3
        )
        return (
            member.code,
            member.name,
            *name,
            basis,
            given,
            until,
            self._consent_state(contact),
            self.context.yes_no(answer=told.consent_contact) if told else None,
            self.context.yes_no(answer=told.consent_naming) if told else None,
        )

    def _consent_state(self, contact: Contact | None) -> Badge | None:
        if contact is None:
            return None
        say = self.context.say
        if contact.consent_expires is not None and contact.consent_expires < self.context.made_on:
            return Badge(say("annex.consent.expired"), Tone.BAD)
        if contact.consent_date is None and not contact.consent_basis:
            return Badge(say("annex.consent.not_recorded"), Tone.WARN)
        return Badge(say("annex.consent.holds"), Tone.GOOD)

    def signatures(self) -> Section:
        rows = ((member.code, member.name, self._number(member), None, None, None) for member in self.snapshot.members)
        table = self._table("annex_signatures", _SIGNATURES, rows, "no_members", row_points=_ROW_TO_SIGN_POINTS)
        return self._section("annex_sign", [Paragraph(text=self.context.say("annex.signatures_text")), table])

    # --- parts --------------------------------------------------------------------------------------------------------

    def _section(self, key: str, blocks: list[Block]) -> Section:
        return Section(key=key, title=self.context.say(f"section.{key}"), blocks=tuple(blocks), workbook_only=True)

    def _table(
        self,
        key: str,
        keys: str,
        rows: Iterable[tuple[CellValue, ...]],
        empty: str,
        *,
        row_points: float | None = None,
    ) -> Table:
        return Table(
            key=key,
            caption=self.context.say(f"annex.caption.{key}"),
            columns=columns(self.context.texts, keys),
            rows=tuple(rows),
            pdf_rows=0,
            empty_text=self.context.say(f"annex.{empty}"),
            row_points=row_points,
        )

    def _count(self, number: float) -> str:
        return self.context.texts.number(number)
