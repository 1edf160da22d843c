"""What is recorded about each partner, in words, for whoever shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from fastmap.model.choices import Fit, PartnerLevel, PartnerType
from fastmap.model.ids import SkillUri, TieId
from fastmap.model.organisations import Offer, Partner
from fastmap.model.skills import label_in
from fastmap.texts import sentence_case

if TYPE_CHECKING:
    from fastmap.changes import SavePartners
    from fastmap.model.responses import ProviderReply
    from fastmap.model.snapshot import Snapshot
    from fastmap.texts import Texts
    from ui.session import Session, SessionState


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


class PartnersReading:
    """Reads what the session has open; changes nothing."""

    def __init__(self, session: Session) -> None:
        """Read whatever ``session`` has open."""
        self._session = session

    @property
    def state(self) -> SessionState:
        """What is open."""
        return self._session.state

    @property
    def snapshot(self) -> Snapshot:
        """What is recorded."""
        return self._session.state.snapshot

    def texts_of_file(self) -> Texts:
        """Return the texts of the language that the assessment is kept in."""
        from fastmap.catalogue.texts import load_texts

        return load_texts(self.snapshot.info.language)

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
                    (field, self._short_words(field, before), self._short_words(field, after))
                    for field, before, after in one.fields
                ),
                skills=tuple(labels.get(uri, uri) for uri in one.skills),
            )
            for one in partner_changes(self.snapshot, change)
        )

    def _short_words(self, field: str, value: object) -> str:
        """Return one value as the table shows it."""
        if value is None:
            return "–"
        return next((words for known, words in self.choices(field) if known == value), str(value))
