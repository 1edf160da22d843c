"""What the partners page shows, and what happens when somebody adds, edits, imports, removes or introduces."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from fastmap.model.choices import ActorState, Fit, PartnerLevel, PartnerType, ResponseState, TieKind
from fastmap.model.ids import LanguageCode, MemberCode, OfferId, PartnerId, SkillUri, TieId
from fastmap.model.organisations import Offer, Partner, Tie
from fastmap.model.skills import label_in
from fastmap.texts import sentence_case
from ui.pages.page import StepFact, StepState
from ui.pages.partners_words import PartnersWords
from ui.widgets.completion import Suggestion

if TYPE_CHECKING:
    from fastmap.changes import SavePartners
    from fastmap.changes.base import Change
    from fastmap.model.merging import MergedPartners
    from fastmap.model.responses import ProviderReply
    from fastmap.model.results import Introduction, Results
    from fastmap.model.snapshot import Snapshot
    from fastmap.tasks.partner_edits import PastedPartners
    from fastmap.texts import Texts
    from ui.session import Session, SessionState
    from ui.widgets.table import Paste

_SKILLS_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerRow:
    """One line of the table."""

    id: PartnerId
    name: str
    type: PartnerType
    type_words: str
    level: PartnerLevel | None
    level_words: str
    in_cluster: bool | None
    in_cluster_words: str
    stage: int | None
    stage_words: str
    offers: int
    skills: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorView:
    """The actor check for one type of partner."""

    type: PartnerType
    short: str
    words: str
    """The whole type."""
    state: ActorState
    state_words: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class IntroductionRow:
    """One line of the list of introductions."""

    key: str
    rank: int
    title: str
    skills: str
    firms: int
    priority: float
    priority_text: str
    is_planned: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """What would change about one partner, in words."""

    id: str
    name: str
    is_new: bool
    fields: tuple[tuple[str, str, str], ...]
    """Field of `Partner`, before and after."""
    skills: tuple[str, ...]
    """What its new or changed offers are about."""


def partners_fact(snapshot: Snapshot, results: Results | None) -> StepFact:
    """Return what the step list says of the partners."""
    from fastmap.tasks.top_skills import not_covered, top_skills

    waiting = sum(reply.state is ResponseState.TO_CHECK for reply in snapshot.replies)
    if not snapshot.partners:
        words = QCoreApplication.translate("PartnersPage", "Nobody recorded yet")
        words = PartnersWords().and_waiting(waiting).replace("{counted}", words) if waiting else words
        return StepFact(state=StepState.NOT_STARTED, sentence=words)
    partners = PartnersWords().partners(len(snapshot.partners))
    offers = PartnersWords().offers(len(snapshot.offers))
    counted = QCoreApplication.translate("PartnersPage", "{partners}, {offers}")
    counted = counted.replace("{partners}", partners).replace("{offers}", offers)
    top = top_skills(results) if results is not None else ()
    if waiting:  # what waits for a person comes before what is known already
        sentence = PartnersWords().and_waiting(waiting).replace("{counted}", counted)
        return StepFact(state=StepState.BEGUN, sentence=sentence, share_0_1=0.5)
    state = StepState.COMPLETE if snapshot.offers else StepState.BEGUN
    if not top:
        return StepFact(state=state, sentence=counted, share_0_1=0.5)
    missing = not_covered(top)
    if missing:
        words = PartnersWords().not_covered(missing)
    else:
        words = QCoreApplication.translate("PartnersPage", "{counted}; offers for all top {top} skills")
    return StepFact(
        state=state, sentence=words.replace("{counted}", counted).replace("{top}", str(len(top))), share_0_1=0.5
    )


class PartnersPresenter(QObject):
    """Takes intentions of the page and makes one named change of each."""

    suggestions_found = Signal(int, list)
    """Number of the question, `Suggestion`s."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Work on whatever ``session`` has open."""
        super().__init__(parent)
        self._session = session

    @property
    def state(self) -> SessionState:
        """What is open."""
        return self._session.state

    @property
    def snapshot(self) -> Snapshot:
        """What is recorded."""
        return self._session.state.snapshot

    # --- what to show -------------------------------------------------------------------------------------------------

    def rows(self) -> tuple[PartnerRow, ...]:
        """Return the lines of the table, by name."""
        texts, snapshot = self.state.texts, self.snapshot
        labels = {skill.uri: skill.label(texts.language) for skill in snapshot.skills}
        offers = Counter(offer.partner for offer in snapshot.offers)
        skills: dict[PartnerId, list[str]] = {}
        for offer in snapshot.offers:
            label = labels.get(offer.skill, "")
            if label and label not in skills.setdefault(offer.partner, []):
                skills[offer.partner].append(label)
        rows = (
            self._row(partner, offers[partner.id], skills.get(partner.id, []), texts) for partner in snapshot.partners
        )
        return tuple(sorted(rows, key=lambda row: (row.name.casefold(), row.id)))

    def _row(self, partner: Partner, offers: int, skills: list[str], texts: Texts) -> PartnerRow:
        inside = {True: "yes_no.yes", False: "yes_no.no"}
        return PartnerRow(
            id=partner.id,
            name=partner.name,
            type=partner.type,
            type_words=texts.term(f"partner_type_short.{partner.type}"),
            level=partner.level,
            level_words="" if partner.level is None else sentence_case(texts.term(f"partner_level.{partner.level}")),
            in_cluster=partner.in_cluster,
            in_cluster_words=""
            if partner.in_cluster is None
            else sentence_case(texts.term(inside[partner.in_cluster])),
            stage=partner.stage,
            stage_words="" if partner.stage is None else sentence_case(texts.term(f"stage.{partner.stage}")),
            offers=offers,
            skills=", ".join(skills),
        )

    def actors(self) -> tuple[ActorView, ...]:
        """Return the actor check, type by type; empty while results are worked out."""
        results, texts = self.state.results, self.state.texts
        if results is None:
            return ()
        return tuple(
            ActorView(
                type=actor.type,
                short=texts.term(f"partner_type_short.{actor.type}"),
                words=sentence_case(texts.term(f"partner_type.{actor.type}")),
                state=actor.state,
                state_words=texts.term(f"actor_state.{actor.state}"),
                count=len(actor.partners),
            )
            for actor in results.ecosystem.actors
        )

    def partner(self, partner: str) -> Partner | None:
        """Return a partner, or ``None`` if it is gone."""
        return next((known for known in self.snapshot.partners if known.id == partner), None)

    def offers(self, partner: str) -> tuple[Offer, ...]:
        """Return what a partner offers."""
        return tuple(offer for offer in self.snapshot.offers if offer.partner == partner)

    def flags(self, partner: str) -> tuple[tuple[str, str], ...]:
        """Return what somebody should look at about a partner: tone and words."""
        from fastmap.analysis.partner_flags import partner_flags

        texts = self.state.texts
        return tuple(
            ("neutral" if flag.code == "also_member" else "warn", texts.say(flag.facts))
            for flag in partner_flags(self.snapshot)
            if flag.partner == partner
        )

    def replies(self, partner: str) -> tuple[ProviderReply, ...]:
        """Return the offer forms of a partner, the latest first."""
        own = (reply for reply in self.snapshot.replies if reply.partner == partner)
        return tuple(sorted(own, key=lambda reply: (reply.received_at, reply.id), reverse=True))

    def ties(self, partner: str) -> tuple[tuple[TieId | None, str, str], ...]:
        """Return who works with a partner: id, name, and how. A link that only a form names has no id."""
        from fastmap.analysis.answers import accepted_responses
        from fastmap.analysis.ties import known_ties

        names = {str(member.code): member.name for member in self.snapshot.members}
        others = {str(known.id): known.name for known in self.snapshot.partners}
        recorded = {tie.id for tie in self.snapshot.ties}
        texts, found = self.state.texts, []
        for tie in known_ties(self.snapshot, accepted_responses(self.snapshot)):
            if partner not in (tie.partner, tie.other_partner):
                continue
            other = tie.other_partner if tie.partner == partner else tie.partner
            name = names.get(tie.member or "") or others.get(other or "") or (tie.member or other or "")
            kind = sentence_case(texts.term(f"tie_kind.{tie.kind}"))
            found.append((tie.id if tie.id in recorded else None, name, kind))
        return tuple(sorted(found, key=lambda line: (line[1].casefold(), line[2], line[0] or "")))

    def skill_label(self, uri: SkillUri) -> str:
        """Return what people call a skill."""
        language, results = self.state.texts.language, self.state.results
        held = next((skill for skill in self.snapshot.skills if skill.uri == uri), None)
        if held is not None:
            return held.label(language)
        items = () if results is None else results.skills
        found = next((item for item in items if item.uri == uri), None)
        return (label_in(found.labels, language) if found is not None else None) or uri

    def choices(self, column: str) -> list[tuple[object, str]]:
        """Return what can be chosen as ``type``, ``level``, ``in_cluster``, ``governance`` or ``stage``, value and words; else nothing."""
        from fastmap.tasks.partner_edits import HIGHEST_STAGE

        texts = self.state.texts
        unknown: tuple[object, str] = (None, QCoreApplication.translate("PartnersPage", "Not known"))
        match column:
            case "type":
                return [(one, texts.term(f"partner_type_short.{one}")) for one in PartnerType]
            case "level":
                words = [(one, sentence_case(texts.term(f"partner_level.{one}"))) for one in PartnerLevel]
                return [unknown, *words]
            case "in_cluster" | "governance":
                yes, no = (sentence_case(texts.term(f"yes_no.{word}")) for word in ("yes", "no"))
                return [unknown, (True, yes), (False, no)]
            case "stage":
                stages = range(HIGHEST_STAGE + 1)
                return [unknown, *((stage, sentence_case(texts.term(f"stage.{stage}"))) for stage in stages)]
        return []

    # --- partners -----------------------------------------------------------------------------------------------------

    def add(self, name: str, type_: PartnerType) -> PartnerId | None:
        """Record a new partner; ``None`` if that failed or the name is blank."""
        from fastmap.intake.numbering import unused_ids
        from fastmap.model.normalise import clean_text

        words = " ".join(clean_text(name).split())
        if not words:
            return None
        partner = Partner(id=PartnerId(next(unused_ids("P", self.snapshot))), name=words, type=type_)
        return partner.id if self._save(partners=(partner,)) else None

    def edit_cell(self, row: str, column: str, value: object) -> bool:
        """Change one cell; ``value`` is a text or the value of a choice. Says whether anything was changed."""
        from fastmap.tasks.partner_edits import with_cell
        from fastmap.tasks.typed import NotUnderstoodError

        partner = self.partner(row)
        if partner is None:
            return False
        if isinstance(value, str) and not isinstance(value, PartnerType | PartnerLevel):
            try:
                edited = with_cell(partner, column, value)
            except NotUnderstoodError:
                return False
        else:
            changes: dict[str, Any] = {column: value}
            edited = replace(partner, **changes)
        return edited != partner and self._save(partners=(edited,))

    def clear_cells(self, cells: Sequence[tuple[str, str]]) -> bool:
        """Make cells unknown, all in one change; names and types stay."""
        from fastmap.tasks.partner_edits import with_cell
        from fastmap.tasks.typed import NotUnderstoodError

        edited = {row: partner for row, _ in cells if (partner := self.partner(row)) is not None}
        for row, column in cells:
            if row in edited:
                try:
                    edited[row] = with_cell(edited[row], column, "")
                except NotUnderstoodError:
                    continue
        changed = tuple(partner for row, partner in edited.items() if partner != self.partner(row))
        return bool(changed) and self._save(partners=changed)

    def pasted(self, paste: Paste) -> PastedPartners:
        """Return what pasted cells would do; nothing is taken yet."""
        from fastmap.tasks.partner_edits import meant_columns, meant_rows, pasted_partners

        columns = meant_columns(self.snapshot, paste.grid, paste.columns)
        return pasted_partners(self.snapshot, paste.grid, columns, meant_rows(paste.grid, columns, paste.rows))

    def take(self, change: Change | None) -> bool:
        """Take what was pasted, in one change; says whether nothing went wrong."""
        return change is None or self._apply(change)

    def _known_words(self, field: str, value: Any) -> str:
        return "–" if value is None else self._short_words(field, value)

    def change_lines(self, change: SavePartners) -> tuple[ChangeLine, ...]:
        """Return in words what a change would do, partner by partner."""
        from fastmap.tasks.partner_edits import partner_changes

        labels = {
            skill.uri: skill.label(self.state.texts.language) for skill in (*self.snapshot.skills, *change.skills)
        }
        return tuple(
            ChangeLine(
                id=one.partner.id,
                name=one.partner.name,
                is_new=one.is_new,
                fields=tuple(
                    (field, self._known_words(field, before), self._known_words(field, after))
                    for field, before, after in one.fields
                ),
                skills=tuple(labels.get(uri, uri) for uri in one.skills),
            )
            for one in partner_changes(self.snapshot, change)
        )

    def remove(self, partners: Sequence[str]) -> bool:
        """Remove partners with their offers and ties, in one change; says whether it went well."""
        from fastmap.changes import RemovePartners

        return bool(partners) and self._apply(RemovePartners(partners=tuple(map(PartnerId, partners))))

    def merged(self, kept: PartnerId, gone: PartnerId) -> MergedPartners | None:
        """Return what two partners would become, or ``None`` if one of them is gone."""
        from fastmap.model.merging import merged_partners, other_meaning_of

        one, other = self.partner(kept), self.partner(gone)
        if one is None or other is None:
            return None
        snapshot = self.snapshot
        return merged_partners(
            one,
            other,
            snapshot.offers,
            snapshot.ties,
            members=snapshot.members,
            other_meaning=other_meaning_of(one, other, snapshot.partners, snapshot.named),
        )

    def merge(self, kept: PartnerId, gone: PartnerId) -> bool:
        """Make two partners one, in one change; says whether it went well."""
        from fastmap.changes import MergePartners

        return self._apply(MergePartners(kept=kept, gone=gone))

    def value_words(self, field: str, value: object) -> str:
        """Return one value of a partner or an offer as people read it."""
        texts = self.state.texts
        match field, value:
            case "type", PartnerType():
                return texts.term(f"partner_type.{value}")
            case "level", PartnerLevel():
                return texts.term(f"partner_level.{value}")
            case "fit", Fit():
                return texts.term(f"fit.{value}")
            case "stage", int():
                return texts.term(f"stage.{value}")
            case _, bool():
                return texts.term("yes_no.yes" if value else "yes_no.no")
        return str(value)

    def _short_words(self, field: str, value: object) -> str:
        """Return one value as the table shows it."""
        return next((words for known, words in self.choices(field) if known == value), str(value))

    # --- offers and ties ----------------------------------------------------------------------------------------------

    def save_offer(self, partner: str, known: str | None, skill: Suggestion, **fields: Any) -> bool:
        """Record an offer, or change the ``known`` one, in one change; says whether it went well."""
        from fastmap.intake.numbering import next_ids
        from fastmap.tasks.partner_edits import skill_named

        uri = SkillUri(skill.value) if isinstance(skill.value, str) else None
        named = skill_named(self.snapshot, skill.title, uri, LanguageCode(self._session.language))
        base = next((offer for offer in self.snapshot.offers if offer.id == known), None)
        if base is None:
            taken = [offer.id for offer in self.snapshot.offers]
            base = Offer(id=OfferId(next(next_ids("O", taken))), partner=PartnerId(partner), skill=named.uri)
        offer = replace(base, skill=named.uri, **fields)
        return offer in self.snapshot.offers or self._save(offers=(offer,), skills=(named,))

    def remove_offer(self, partner: str, offer: str) -> bool:
        """Remove one offer; says whether it went well."""
        known = self.partner(partner)
        return known is not None and self._save(partners=(known,), remove_offers=(OfferId(offer),))

    def add_tie(self, partner: str, member: str, kind: TieKind) -> bool:
        """Note that a member works with a partner; says whether it went well."""
        from fastmap.intake.numbering import next_ids

        taken = [tie.id for tie in self.snapshot.ties]
        tie = Tie(
            id=TieId(next(next_ids("T", taken))),
            partner=PartnerId(partner),
            member=MemberCode(member),
            kind=kind,
            source="staff",
        )
        return self._save(ties=(tie,))

    def remove_tie(self, tie: str) -> bool:
        """Remove one tie; says whether it went well."""
        from fastmap.changes import RemoveTies

        return self._apply(RemoveTies(ties=(TieId(tie),)))

    def look_up(self, number: int, text: str) -> None:
        """Find skills that go on like ``text``, in a thread; answered by ``suggestions_found``."""
        snapshot, texts = self.snapshot, self.state.texts

        def find(_: object) -> list[Suggestion]:
            from fastmap.tasks.partner_edits import skills_like

            return [
                Suggestion(value=found.uri, title=found.label, detail=sentence_case(found.kind))
                for found in skills_like(snapshot, text, texts)
            ]

        job = self._session.pool.start(find)
        job.done.connect(lambda found: self.suggestions_found.emit(number, found))
        job.failed.connect(self._session.failed)

    # --- introductions ------------------------------------------------------------------------------------------------

    def introductions(self) -> tuple[IntroductionRow, ...]:
        """Return the introductions to make, best first."""
        from fastmap.report.introducing import introduction_heading
        from fastmap.tasks.introducing import is_planned

        results, texts = self.state.results, self.state.texts
        if results is None:
            return ()
        return tuple(
            IntroductionRow(
                key=entry.partner,
                rank=place,
                title=texts.say(introduction_heading(entry, results)),
                skills=", ".join(self.skill_label(uri) for uri in entry.skills),
                firms=len(entry.members),
                priority=entry.priority_covered,
                priority_text=texts.number(entry.priority_covered, decimals=0),
                is_planned=is_planned(entry, results),
            )
            for place, entry in enumerate(results.ecosystem.introductions, start=1)
        )

    def introduction(self, partner: str) -> Introduction | None:
        """Return the introduction to a partner, or ``None``."""
        results = self.state.results
        entries = () if results is None else results.ecosystem.introductions
        return next((entry for entry in entries if entry.partner == partner), None)

    def mail(self, partner: str) -> str:
        """Return a short mail to a partner, in the language the assessment is kept in."""
        from fastmap.report.protection import k_in_force
        from fastmap.tasks.introducing import introduction_mail

        entry, results = self.introduction(partner), self.state.results
        if entry is None or results is None:
            return ""
        least = k_in_force(results.snapshot, self.state.catalogue.rules)
        return introduction_mail(entry, results, self.texts_of_file(), least)

    def plan(self, partner: str) -> bool:
        """Plan an introduction as an action; says whether it went well."""
        from fastmap.errors import FastmapError
        from fastmap.tasks.introducing import planned_introduction

        entry, results = self.introduction(partner), self.state.results
        if entry is None or results is None:
            return False
        if self.partner(partner) is None:  # removed since the results were worked out
            known = {str(one.id): one.name for one in results.snapshot.partners}
            self._session.failed.emit(FastmapError("partner_not_in_file", partner=known.get(partner, partner)))
            return False
        current = replace(results, snapshot=self.snapshot)  # ids of actions added since the results are taken too
        return self._apply(planned_introduction(entry, current, self.texts_of_file()))

    def member_names(self, codes: Sequence[str]) -> list[str]:
        """Return members' names in the order of ``codes``."""
        names = {str(member.code): member.name for member in self.snapshot.members}
        return [names.get(code, code) for code in codes]

    # --- helpers ------------------------------------------------------------------------------------------------------

    def texts_of_file(self) -> Texts:
        """Return the texts of the language that the assessment is kept in."""
        from fastmap.catalogue.texts import load_texts

        return load_texts(self.snapshot.info.language)

    def _save(self, **what: Any) -> bool:
        from fastmap.changes import SavePartners

        return self._apply(SavePartners(**what))

    def _apply(self, change: Change) -> bool:
        return self._session.apply(change) is not None


def offer_summary(offer: Offer, texts: Texts, *, with_fit: bool = True) -> str:
    """Return one line about an offer: form, places, fit."""
    places = (
        QCoreApplication.translate("PartnersPage", "places not known")
        if offer.places_per_year is None
        else PartnersWords().places(offer.places_per_year)
    )
    parts = [texts.term(f"offer_form.{offer.form}") if offer.form is not None else "", places]
    if with_fit:
        parts.append(texts.term(f"fit.{offer.fit}"))
    return sentence_case(" · ".join(part for part in parts if part))


def offer_more(offer: Offer, texts: Texts) -> str:
    """Return what else is known about an offer, or ""."""
    funded = {
        True: QCoreApplication.translate("PartnersPage", "publicly funded"),
        False: QCoreApplication.translate("PartnersPage", "not publicly funded"),
        None: "",
    }
    language = ""
    if offer.language is not None:
        names: Any = texts.locale.languages
        language = names.get(offer.language, offer.language)
    since = ""
    if offer.since is not None:
        since = QCoreApplication.translate("PartnersPage", "since {year}").replace("{year}", str(offer.since))
    parts = (offer.cost or "", funded[offer.publicly_funded], language, offer.mode or "", since, offer.evidence or "")
    return sentence_case(" · ".join(part for part in parts if part))


FIT_TONES = {Fit.YES: "good", Fit.NO: "lt", Fit.UNKNOWN: "neutral"}
