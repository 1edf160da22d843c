"""Clearing free texts for anonymous editions, one by one: which there are, whom they name, and which are cleared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from fastmap.catalogue.texts import load_texts, report_languages
from fastmap.changes.privacy import ClearTexts, WithdrawTexts
from fastmap.errors import FastmapError
from fastmap.model.choices import PartnerType
from fastmap.model.organisations import Contact
from fastmap.model.privacy import FreeText
from fastmap.model.snapshot import Snapshot
from fastmap.report.cleared import ClearedTexts, clearance, free_texts
from fastmap.report.members_named import MemberNames, Span, member_names

_ADDRESS: Final = re.compile(r"[^\s@<>]+@[^\s@<>]+\.\w+|\+?\d(?:[ ()/.-]{0,2}\d){7,}")
"""An e-mail address or a telephone number: whoever it belongs to."""
_KINDS_OF_HOUSE: Final = (
    "school college academy institute centre center foundation agency chamber escuela instituto academia centro fundación"
    " agencia cámara école lycée institut académie fondation agence chambre schule berufsschule akademie zentrum stiftung"
    " agentur kammer scuola istituto accademia fondazione agenzia camera școală școala liceu liceul centru centrul"
    " fundație agenție cameră iskola szakiskola intézet akadémia központ alapítvány ügynökség kamara"
)
"""What houses of partners are called in the languages of reports: no name by itself."""
_TYPE_WORDS: Final = ("partner_type", "partner_type_short")
_BETWEEN_CONTACTS: Final = re.compile(r"[,;/\n]")


@dataclass(frozen=True, slots=True, kw_only=True)
class TextToClear:
    """A free text of the file, and whether anonymous editions show it."""

    kind: FreeText
    key: str
    text: str
    about: str
    """The action, skill or recommendation that it stands beside, as recorded; empty for a remark."""
    is_cleared: bool
    was_changed: bool
    """Whether it was cleared once and reads otherwise now."""
    names: tuple[Span, ...]
    """Where it names a member, a partner or a contact person: such a text cannot be cleared."""


class WhoIsNamed:
    """Finds members, partners and contact persons in free texts."""

    def __init__(self, snapshot: Snapshot, contacts: Iterable[Contact]) -> None:
        """Know everybody recorded. ``contacts``: personal data, used here and kept nowhere."""
        people = [contact.name for contact in contacts if contact.name]
        recorded = (partner.contact for partner in snapshot.partners if partner.contact)
        persons = (part for contact in recorded for part in _BETWEEN_CONTACTS.split(contact))
        self._finders = (
            member_names(snapshot),
            MemberNames((partner.name for partner in snapshot.partners), (), vocabulary=_words_for_partners(snapshot)),
            MemberNames(people, ()),
            MemberNames(persons, (), single_words=False),
        )

    def spans(self, text: str) -> tuple[Span, ...]:
        """Return where ``text`` names somebody, as places in it, in order and without overlap."""
        found = sorted(
            {span for finder in self._finders for span in finder.spans(text)}
            | {match.span() for match in _ADDRESS.finditer(text)}
        )
        kept: list[Span] = []
        for start, end in found:
            if kept and start < kept[-1][1]:
                kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
            else:
                kept.append((start, end))
        return tuple(kept)


def texts_to_clear(snapshot: Snapshot, contacts: Iterable[Contact]) -> tuple[TextToClear, ...]:
    """Return every free text of the file, remarks first, each kind by its words."""
    cleared, named = ClearedTexts(snapshot), WhoIsNamed(snapshot, contacts)
    known = {(one.kind, one.key) for one in snapshot.cleared_texts}
    kinds = list(FreeText)
    texts = (
        TextToClear(
            kind=kind,
            key=key,
            text=text,
            about=_about(snapshot, kind, key),
            is_cleared=cleared.has(kind, key, text),
            was_changed=(kind, key) in known and not cleared.has(kind, key, text),
            names=named.spans(text),
        )
        for kind, key, text in free_texts(snapshot)
    )
    return tuple(sorted(texts, key=lambda one: (kinds.index(one.kind), one.text.casefold(), one.key)))


def clear_texts(snapshot: Snapshot, contacts: Iterable[Contact], wanted: Iterable[tuple[FreeText, str]]) -> ClearTexts:
    """Return the change that lets anonymous editions show the texts of these kinds and keys.

    Raises `FastmapError` ``text_to_clear_unknown``, or ``text_names_somebody`` with the words that name a member, a
    partner or a contact person.
    """
    texts = {(kind, key): text for kind, key, text in free_texts(snapshot)}
    named = WhoIsNamed(snapshot, contacts)
    found = []
    for kind, key in wanted:
        text = texts.get((kind, key))
        if text is None:
            raise FastmapError("text_to_clear_unknown")
        spans = named.spans(text)
        if spans:
            raise FastmapError("text_names_somebody", words=tuple(text[start:end] for start, end in spans))
        found.append(clearance(kind, key, text))
    return ClearTexts(texts=tuple(found))


def withdraw_texts(wanted: Iterable[tuple[FreeText, str]]) -> WithdrawTexts:
    """Return the change that keeps texts out of anonymous editions again."""
    return WithdrawTexts(texts=tuple(wanted))


def _words_for_partners(snapshot: Snapshot) -> Iterator[str]:
    """Yield words that point at no partner even if its name has them: those for kinds of partners, and of skills."""
    for language in report_languages():
        texts = load_texts(language)
        yield from (texts.term(f"{family}.{kind}") for family in _TYPE_WORDS for kind in PartnerType)
    yield _KINDS_OF_HOUSE
    yield from (label for skill in snapshot.skills for label in skill.labels.values())


def _about(snapshot: Snapshot, kind: FreeText, key: str) -> str:
    language = snapshot.info.language
    match kind:
        case FreeText.REMARK:
            return ""
        case FreeText.ACTION_NOTE:
            return next((action.title for action in snapshot.actions if action.id == key), "")
        case FreeText.VERDICT_REASON:
            return next((skill.label(language) for skill in snapshot.skills if skill.uri == key), "")
        case _:
            return key
