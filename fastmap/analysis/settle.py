"""What would settle a verdict, and what a reader should know beside it: sentences with their facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fastmap.analysis.imbalance import Case, Judgement
from fastmap.analysis.supply import Sufficiency
from fastmap.catalogue.definitions import Rules
from fastmap.model.choices import Fit, Verdict
from fastmap.model.ids import MemberCode, PartnerId
from fastmap.model.messages import Message, Name, message
from fastmap.model.organisations import Offer


def what_would_settle(
    case: Case, judgement: Judgement, *, flipping: tuple[MemberCode, ...], rules: Rules
) -> tuple[Message, ...]:
    """Return what would make the verdict firmer, the most telling question first."""
    return (
        *_about_the_verdict(case, judgement.verdict, rules),
        *_about_offers(case, judgement.verdict),
        *_about_numbers(case, judgement.verdict, flipping, rules),
    )


def notes_beside(case: Case, judgement: Judgement, rules: Rules) -> tuple[Message, ...]:
    """Return what the verdict leaves out or takes for granted."""
    return tuple(_notes(case, judgement.verdict, rules))


def _about_the_verdict(case: Case, verdict: Verdict, rules: Rules) -> Iterator[Message]:
    counts = case.tally
    match verdict:
        case Verdict.SHORTAGE_OR_MISMATCH:
            yield message("settle.ask_cause", count=counts.users)
        case Verdict.SHORTAGE:
            yield message("settle.check_vacancies")
        case Verdict.MISMATCH:
            # A firm may say both: its two signs are two votes, and one firm to ask.
            said = sum(bool(voice.says.lacked or voice.says.misfit) for voice in case.voices)
            yield message("settle.ask_content", count=max(said, 1))
        case Verdict.UPTAKE_GAP:
            yield message("settle.ask_why_unused", count=max(counts.fits, 1))
        case Verdict.DEFICIT:
            yield message("settle.ask_plans")
        case Verdict.OVER_QUALIFICATION:
            yield message("settle.ask_use", count=counts.unused)
        case Verdict.NOT_ENOUGH_EVIDENCE:
            yield message("settle.hear_more", count=rules.min_users - counts.users)
        case Verdict.BALANCED:
            if not counts.gave_figure or not counts.tried:
                yield message("settle.ask_figures", count=counts.users)


def _about_offers(case: Case, verdict: Verdict) -> Iterator[Message]:
    if verdict in (Verdict.BALANCED, Verdict.OVER_QUALIFICATION, Verdict.NOT_ENOUGH_EVIDENCE):
        return
    fitting = case.supply.fitting
    unknown_places = [offer for offer in fitting if offer.places_per_year is None]
    if unknown_places and case.places.sufficiency(case.short_12m) is not Sufficiency.ENOUGH:
        names = _partners(case, unknown_places)
        yield message("settle.ask_places", count=len(names), partners=names)
    if unknown_fit := [offer for offer in fitting if offer.fit is Fit.UNKNOWN]:
        names = _partners(case, unknown_fit)
        yield message("settle.ask_fit", count=len(names), partners=names)
    if not case.supply.offers and case.tally.fits:
        yield message("settle.ask_provider", count=case.tally.fits)


def _about_numbers(case: Case, verdict: Verdict, flipping: tuple[MemberCode, ...], rules: Rules) -> Iterator[Message]:
    silent = case.tally.users - case.tally.gave_figure
    if silent and case.tally.gave_figure and case.tally.users >= rules.min_users:
        yield message("settle.ask_missing_figures", count=silent)
    if flipping and verdict is not Verdict.NOT_ENOUGH_EVIDENCE:
        yield message("settle.one_answer_decides", count=len(flipping))


def _notes(case: Case, verdict: Verdict, rules: Rules) -> Iterator[Message]:
    counts = case.tally
    if verdict is Verdict.BALANCED and not counts.gave_figure:
        yield message("imbalance_note.no_figures")
    if verdict is Verdict.BALANCED and not counts.tried:
        yield message("imbalance_note.no_hires" if counts.said_hiring else "imbalance_note.hires_unknown")
    if counts.users >= rules.min_users and counts.unused:
        yield message("imbalance_note.unused", count=counts.unused)
    if counts.reasons_ignored:
        yield message("imbalance_note.reasons_ignored", count=counts.reasons_ignored)
    if verdict is Verdict.DEFICIT and case.supply.places_known and not sum(case.short_12m.values()):
        yield message("imbalance_note.places_not_compared", count=case.supply.places_known)


def _partners(case: Case, offers: Iterable[Offer]) -> tuple[Name, ...]:
    ids = sorted({offer.partner for offer in offers}, key=lambda partner: (_name(case, partner).casefold(), partner))
    return tuple(Name("partner", partner, _name(case, partner)) for partner in ids)


def _name(case: Case, partner: PartnerId) -> str:
    return case.supply.partners[partner].name
