"""Returned offer forms: whose each is, and whether its offers count at once or wait for a person."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from fastmap.intake.files import FoundFile
from fastmap.intake.form_answers import NOTES
from fastmap.intake.form_finding import Ways, find_forms
from fastmap.intake.form_strays import stray_texts
from fastmap.intake.offer_answers import OfferAnswers, understand_offers
from fastmap.intake.offer_definition import OFFER_FORM, OFFER_FORM_VERSION
from fastmap.intake.outcomes import answers_only, doubts_about_form, finding, refused, state_of, within
from fastmap.intake.safe_reading import Reading
from fastmap.model.choices import ImportState, ResponseState
from fastmap.model.ids import PartnerId, ReplyId
from fastmap.model.meanings import key_of
from fastmap.model.naming import partners_by_name
from fastmap.model.organisations import Partner
from fastmap.model.responses import FileOutcome, Problem, ProviderReply
from fastmap.model.snapshot import Snapshot


@dataclass(slots=True)
class OfferReception:
    """Takes one offer form after the other, and knows those that came before."""

    snapshot: Snapshot
    received_at: datetime
    partners: dict[str, Partner] = field(init=False)
    by_sha: dict[str, ProviderReply] = field(init=False)
    by_partner: dict[PartnerId, list[ProviderReply]] = field(init=False)

    def __post_init__(self) -> None:
        self.partners = {partner.id: partner for partner in self.snapshot.partners}
        self.by_sha, self.by_partner = {}, {}
        for reply in self.snapshot.replies:
            self._remember(reply)

    def duplicate(self, file: FoundFile) -> FileOutcome | None:
        """Return the outcome of a file of exactly these bytes that came in before, or ``None``."""
        known = self.by_sha.get(file.sha256)
        return None if known is None or self.is_free(file.sha256) else self._same(file, "same_file", known)

    def is_free(self, sha256: str) -> bool:
        """Say whether a file came in whose partner was removed since, and is recorded again."""
        known = self.by_sha.get(sha256)
        if known is None or known.partner is not None or known.state is not ResponseState.SUPERSEDED:
            return False
        return key_of(known.organisation or "") in partners_by_name(self.snapshot)

    def receive(self, file: FoundFile, reading: Reading) -> FileOutcome:
        """Return the outcome of one offer form and remember it for the next ones."""
        forms = find_forms(reading, OFFER_FORM)
        if not forms:
            return refused(file, "not_a_form", ImportState.NOT_A_FORM)
        first, *others = (_understood(ways) for ways in forms)
        filled = [other for other in others if not other.is_blank and other.raw != first.raw]
        answers = first if not first.is_blank or not filled else filled.pop(0)
        partner, doubts, notes = self._whose(answers)
        if reading.repaired:
            notes.append(finding("repaired", "taken", name=file.name))
        if reading.macros:
            notes.append(finding("macros_ignored", "ignored"))
        strays = stray_texts(way for ways in forms for way in ways)
        answers = replace(answers, raw={**answers.raw, **strays.raw})
        if answers.is_blank:
            notes.append(finding("offer_form_empty", "taken"))
        notes += [
            finding("other_form_inside", "not_taken", sheet=other.sheet, found=other.values.get("organisation"))
            for other in filled
        ]
        earlier = self.by_partner.get(partner.id, []) if partner is not None else []
        raw = answers_only(answers.raw)
        standing = [known for known in earlier if known.state is not ResponseState.SUPERSEDED]
        for known in standing if not doubts else ():
            if answers_only(known.raw) == raw:
                return self._same(file, "same_answers", known)
        doubts += [
            finding("second_offer_form", "waits", other=known.source_name or known.id)
            for known in standing
            if known.offers or known.remarks
        ][:1]
        if not doubts:  # somebody decided against these answers once
            aside = (known for known in earlier if answers_only(known.raw) == raw)
            doubts += [finding("set_aside_before", "waits", other=known.source_name or known.id) for known in aside][:1]
        problems = (*doubts, *notes, *answers.problems, *strays.problems)
        reply = self._reply(file, partner, answers, problems, waits=bool(doubts))
        self._remember(reply)
        return FileOutcome(
            path=str(file.path),
            state=state_of(doubts, problems),
            partner=reply.partner,
            problems=problems,
            reply=reply,
        )

    def _whose(self, answers: OfferAnswers) -> tuple[Partner | None, list[Problem], list[Problem]]:
        """Return the partner, what speaks against counting the form at once, and notes."""
        doubts = list(doubts_about_form(answers.identity, self.snapshot.info.id, OFFER_FORM_VERSION))
        if any(doubt.code == "other_assessment" for doubt in doubts):
            return None, doubts, []  # its ids mean other partners there
        notes: list[Problem] = []
        stated = answers.identity.get("partner_id", "")
        organisation = answers.values.get("organisation", "")
        partner = self.partners.get(stated) or self.partners.get(stated.upper())
        named = self.partners.get(partners_by_name(self.snapshot).get(key_of(organisation), ""))
        if partner is None and named is not None:
            notes.append(finding("provider_by_name", "taken", found=organisation))
            return named, doubts, notes
        if partner is None:
            code = "provider_unknown" if stated or organisation else "provider_missing"
            doubts.append(finding(code, "waits", found=organisation or stated or None))
        elif named != partner and not within(key_of(partner.name), key_of(organisation)):
            # A form carries no signature: id and name have to agree, as those of a member have (decision record 0125).
            doubts.append(finding("provider_differs", "waits", found=organisation or None, partner=partner.name))
        return partner, doubts, notes

    def _reply(
        self,
        file: FoundFile,
        partner: Partner | None,
        answers: OfferAnswers,
        problems: tuple[Problem, ...],
        *,
        waits: bool,
    ) -> ProviderReply:
        return ProviderReply(
            id=ReplyId(f"offers-{file.sha256[:24]}"),
            partner=partner.id if partner is not None else None,
            language=answers.values.get("language") or self.snapshot.info.language,
            received_at=self.received_at,
            state=ResponseState.TO_CHECK if waits else ResponseState.ACCEPTED,
            organisation=answers.values.get("organisation"),
            respondent_role=answers.values.get("respondent_role"),
            offers=answers.offers,
            remarks=answers.values.get("remarks"),
            raw=answers.raw,
            source_name=file.name,
            source_sha256=file.sha256,
            problems=problems,
        )

    def _same(self, file: FoundFile, code: str, known: ProviderReply) -> FileOutcome:
        told = finding(code, "ignored", name=file.name, other=known.source_name or known.id)
        return FileOutcome(path=str(file.path), state=ImportState.DUPLICATE, partner=known.partner, problems=(told,))

    def _remember(self, reply: ProviderReply) -> None:
        if reply.source_sha256:
            self.by_sha[reply.source_sha256] = reply
        if reply.partner is not None:
            self.by_partner.setdefault(reply.partner, []).append(reply)


def _understood(ways: Ways) -> OfferAnswers:
    """Return what a form says, read in the way that makes more sense."""
    first, *others = (understand_offers(way) for way in ways)
    best = max((first, *others), key=_sense)
    if best is first:
        return first
    return replace(best, problems=(finding("names_astray", "taken", sheet=best.sheet), *best.problems))


def _sense(answers: OfferAnswers) -> int:
    """Return how much of a form was understood, less what was not."""
    return len(answers.values) - sum(one.code not in NOTES for one in answers.problems)
