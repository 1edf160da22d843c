"""What happens when somebody adds, edits, pastes, merges or removes partners, their offers and their links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from fastmap.model.choices import PartnerLevel, PartnerType, TieKind
from fastmap.model.ids import LanguageCode, MemberCode, OfferId, PartnerId, SkillUri, TieId
from fastmap.model.organisations import Offer, Partner, Tie
from fastmap.texts import sentence_case
from ui.pages.partners_reading import PartnersReading
from ui.widgets.completion import Suggestion

if TYPE_CHECKING:
    from fastmap.changes.base import Change
    from fastmap.model.merging import MergedPartners
    from fastmap.model.snapshot import Snapshot
    from fastmap.tasks.partner_edits import PastedPartners
    from ui.session import Session
    from ui.widgets.table import Paste


class PartnersPresenter(QObject):
    """Takes intentions of the page and makes one named change of each."""

    suggestions_found = Signal(int, list)
    """Number of the question, `Suggestion`s."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Work on whatever ``session`` has open."""
        super().__init__(parent)
        self._session = session
        self.reading = PartnersReading(session)

    @property
    def _snapshot(self) -> Snapshot:
        return self._session.state.snapshot

    # --- partners -----------------------------------------------------------------------------------------------------

    def add(self, name: str, type_: PartnerType) -> PartnerId | None:
        """Record a new partner; ``None`` if that failed or the name is blank."""
        from fastmap.intake.numbering import unused_ids
        from fastmap.model.normalise import clean_text

        words = " ".join(clean_text(name).split())
        if not words:
            return None
        partner = Partner(id=PartnerId(next(unused_ids("P", self._snapshot))), name=words, type=type_)
        return partner.id if self._save(partners=(partner,)) else None

    def edit_cell(self, row: str, column: str, value: object) -> bool:
        """Change one cell; ``value`` is a text or the value of a choice. Says whether anything was changed."""
        from fastmap.tasks.partner_edits import with_cell
        from fastmap.tasks.typed import NotUnderstoodError

        partner = self.reading.partner(row)
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

        edited = {row: partner for row, _ in cells if (partner := self.reading.partner(row)) is not None}
        for row, column in cells:
            if row in edited:
                try:
                    edited[row] = with_cell(edited[row], column, "")
                except NotUnderstoodError:
                    continue
        changed = tuple(partner for row, partner in edited.items() if partner != self.reading.partner(row))
        return bool(changed) and self._save(partners=changed)

    def pasted(self, paste: Paste) -> PastedPartners:
        """Return what pasted cells would do; nothing is taken yet."""
        from fastmap.tasks.partner_edits import meant_columns, meant_rows, pasted_partners

        columns = meant_columns(self._snapshot, paste.grid, paste.columns)
        return pasted_partners(self._snapshot, paste.grid, columns, meant_rows(paste.grid, columns, paste.rows))

    def take(self, change: Change | None) -> bool:
        """Take what was pasted, in one change; says whether nothing went wrong."""
        return change is None or self._apply(change)

    def remove(self, partners: Sequence[str]) -> bool:
        """Remove partners with their offers and ties, in one change; says whether it went well."""
        from fastmap.changes import RemovePartners

        return bool(partners) and self._apply(RemovePartners(partners=tuple(map(PartnerId, partners))))

    def merged(self, kept: PartnerId, gone: PartnerId) -> MergedPartners | None:
        """Return what two partners would become, or ``None`` if one of them is gone."""
        from fastmap.model.merging import merged_partners, other_meaning_of

        one, other = self.reading.partner(kept), self.reading.partner(gone)
        if one is None or other is None:
            return None
        snapshot = self._snapshot
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

    # --- offers and ties ----------------------------------------------------------------------------------------------

    def save_offer(self, partner: str, known: str | None, skill: Suggestion, **fields: Any) -> bool:
        """Record an offer, or change the ``known`` one, in one change; says whether it went well."""
        from fastmap.intake.numbering import next_ids
        from fastmap.tasks.partner_edits import skill_named

        uri = SkillUri(skill.value) if isinstance(skill.value, str) else None
        named = skill_named(self._snapshot, skill.title, uri, LanguageCode(self._session.language))
        base = next((offer for offer in self._snapshot.offers if offer.id == known), None)
        if base is None:
            taken = [offer.id for offer in self._snapshot.offers]
            base = Offer(id=OfferId(next(next_ids("O", taken))), partner=PartnerId(partner), skill=named.uri)
        offer = replace(base, skill=named.uri, **fields)
        return offer in self._snapshot.offers or self._save(offers=(offer,), skills=(named,))

    def remove_offer(self, partner: str, offer: str) -> bool:
        """Remove one offer; says whether it went well."""
        known = self.reading.partner(partner)
        return known is not None and self._save(partners=(known,), remove_offers=(OfferId(offer),))

    def add_tie(self, partner: str, member: str, kind: TieKind) -> bool:
        """Note that a member works with a partner; says whether it went well."""
        from fastmap.intake.numbering import next_ids

        taken = [tie.id for tie in self._snapshot.ties]
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
        snapshot, texts = self._snapshot, self._session.state.texts

        def find(_: object) -> list[Suggestion]:
            from fastmap.tasks.partner_edits import skills_like

            return [
                Suggestion(value=found.uri, title=found.label, detail=sentence_case(found.kind))
                for found in skills_like(snapshot, text, texts)
            ]

        job = self._session.pool.start(find)
        job.done.connect(lambda found: self.suggestions_found.emit(number, found))
        job.failed.connect(self._session.failed)

    # --- helpers ------------------------------------------------------------------------------------------------------

    def _save(self, **what: Any) -> bool:
        from fastmap.changes import SavePartners

        return self._apply(SavePartners(**what))

    def _apply(self, change: Change) -> bool:
        return self._session.apply(change) is not None
