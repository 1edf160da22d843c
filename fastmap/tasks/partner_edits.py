"""Partners as a person works on them in a table: cells in words, pasted cells, lists, and skills for their offers."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from fastmap.catalogue.texts import decision_languages, load_texts
from fastmap.changes.ecosystem import SavePartners
from fastmap.intake.numbering import unused_ids
from fastmap.intake.skill_texts import SkillTexts
from fastmap.intake.tables import PartnersOutcome, read_partner_cells, read_partners
from fastmap.intake.words import words_of, yes_no_words
from fastmap.model.choices import PartnerLevel, PartnerType
from fastmap.model.ids import LanguageCode, PartnerId, SkillUri
from fastmap.model.normalise import clean_text, text_key
from fastmap.model.organisations import Partner
from fastmap.model.skills import Skill
from fastmap.model.snapshot import Snapshot
from fastmap.places import vocabulary_folder
from fastmap.tasks.typed import NotUnderstoodError
from fastmap.vocabulary.index import open_index

if TYPE_CHECKING:
    from fastmap.texts import Texts

HIGHEST_STAGE: Final = 5
_MOST_NAME: Final = 300
_UNKNOWN_WORDS: Final = frozenset({"", "-", "–", "—", "?"})


def with_cell(partner: Partner, column: str, text: str) -> Partner:
    """Return ``partner`` with one cell as typed; a blank makes it unknown. Raises `NotUnderstoodError`.

    Columns: ``name``, ``type``, ``level``, ``in_cluster``, ``governance``, ``stage``, ``contact``. Words are taken in every shipped
    language, long and short.
    """
    shown = " ".join(clean_text(text).split())
    blank = shown in _UNKNOWN_WORDS
    if column == "name":
        if not shown:
            raise NotUnderstoodError
        return replace(partner, name=shown[:_MOST_NAME])
    if column == "contact":
        return replace(partner, contact=shown or None)
    value = None if blank else _value(column, shown)
    if column == "type" and value is None:
        raise NotUnderstoodError
    changes: dict[str, Any] = {column: value}
    return replace(partner, **changes)


def _value(column: str, shown: str) -> object:
    found: object
    match column:
        case "type":
            found = _understood(shown, PartnerType)
        case "level":
            found = _understood(shown, PartnerLevel)
        case "in_cluster" | "governance":
            meant = yes_no_words().understand(shown)
            found = None if meant is None else meant.value
        case "stage":
            found = _stages().get(text_key(shown))
        case _:
            raise KeyError(column)
    if found is None:
        raise NotUnderstoodError
    return found


def _understood(shown: str, choice: type[StrEnum]) -> StrEnum | None:
    meant = words_of(choice).understand(shown)
    return None if meant is None else meant.value


@cache
def _stages() -> Mapping[str, int]:
    stages = range(HIGHEST_STAGE + 1)
    words = {
        text_key(load_texts(language).term(f"stage.{stage}")): stage
        for language in decision_languages()
        for stage in stages
    }
    return words | {str(stage): stage for stage in stages}


@dataclass(frozen=True, slots=True, kw_only=True)
class PastedPartners:
    """What pasted cells make of the partners."""

    change: SavePartners | None
    """``None`` if nothing would be different."""
    added: int
    updated: int
    not_understood: tuple[str, ...]
    """Texts of cells that were left out."""
    without_type: tuple[str, ...]
    """Names of new partners that were left out, because a partner needs a type."""
    beyond: tuple[str, ...] = ()
    """Texts of cells that stand in no column that can be edited."""


def pasted_partners(
    snapshot: Snapshot, grid: Sequence[Sequence[str]], columns: Sequence[str], rows: Sequence[str]
) -> PastedPartners:
    """Return what pasting ``grid`` does: its first row goes to the first of ``rows``, rows beyond them are new partners.

    ``columns`` are those from the first pasted one to the right; cells of columns that cannot be edited are left out.
    A new partner whose name is known already, or stands in an earlier row, counts as that partner: nobody saw its row,
    so a blank cell leaves what is recorded. Where cells are pasted over a row in sight, a blank makes unknown.
    """
    known = {str(partner.id): partner for partner in snapshot.partners}
    by_name = {text_key(partner.name): partner for partner in snapshot.partners}
    ids = unused_ids("P", snapshot)
    changed: dict[str, Partner] = {}
    wrong: list[str] = []
    nameless: list[str] = []
    places = {place for place, column in enumerate(columns) if column in EDITABLE}
    beyond = (text for cells in grid for place, text in enumerate(cells) if place not in places and text.strip())
    for place, cells in enumerate(grid):
        entries = [(column, text) for column, text in zip(columns, cells, strict=False) if column in EDITABLE]
        if place < len(rows):
            partner: Partner | None = changed.get(rows[place], known[rows[place]])
            assert partner is not None  # known, as its row is in sight
        else:
            partner = _new(dict(entries), by_name, ids)
            if partner is None:
                nameless += [text for column, text in entries if column == "name" and text.strip()]
                continue
            partner = changed.get(partner.id, partner)
            by_name.setdefault(text_key(partner.name), partner)
            entries = [(column, text) for column, text in entries if text.strip()]
        for column, text in entries:
            try:
                partner = with_cell(partner, column, text)
            except NotUnderstoodError:
                wrong += [text] if text.strip() else []
        changed[partner.id] = partner
    news = tuple(partner for partner in changed.values() if known.get(partner.id) != partner)
    added = sum(partner.id not in known for partner in news)
    return PastedPartners(
        change=SavePartners(partners=news) if news else None,
        added=added,
        updated=len(news) - added,
        not_understood=tuple(wrong),
        without_type=tuple(nameless),
        beyond=tuple(beyond),
    )


EDITABLE: Final = ("name", "type", "level", "in_cluster", "stage")
"""Columns of the table that can be edited."""


def _new(cells: Mapping[str, str], by_name: Mapping[str, Partner], ids: Any) -> Partner | None:
    name = " ".join(clean_text(cells.get("name", "")).split())
    if not name:
        return None
    if text_key(name) in by_name:
        return by_name[text_key(name)]
    try:
        empty = Partner(id=PartnerId(""), name=name, type=PartnerType.VET)
        typed = with_cell(empty, "type", cells.get("type", ""))
    except NotUnderstoodError:
        return None
    return replace(typed, id=PartnerId(next(ids)))


def meant_columns(snapshot: Snapshot, grid: Sequence[Sequence[str]], in_sight: Sequence[str]) -> tuple[str, ...]:
    """Return the columns that pasted cells are about: those ``in_sight``, or hidden ones too where that makes more sense.

    A narrow window and an open panel hide columns; cells from a spreadsheet know nothing of that.
    """
    first = in_sight[0] if in_sight else ""
    everything = EDITABLE[EDITABLE.index(first) :] if first in EDITABLE else ()

    def left_out(columns: Sequence[str]) -> int:
        pasted = pasted_partners(snapshot, grid, columns, ())
        return len(pasted.not_understood) + len(pasted.without_type) + len(pasted.beyond)

    return min((tuple(in_sight), everything), key=left_out) if everything else tuple(in_sight)


def meant_rows(grid: Sequence[Sequence[str]], columns: Sequence[str], rows: Sequence[str]) -> tuple[str, ...]:
    """Return the rows that pasted cells are about: none where each line names its partner and says more of it."""
    names_partners = columns[:1] == EDITABLE[:1] and any(len(cells) > 1 for cells in grid)
    return () if names_partners else tuple(rows[: len(grid)])


def read_pasted_list(grid: Sequence[Sequence[str]], snapshot: Snapshot) -> PartnersOutcome:
    """Return what cells copied from a list of partners say; `change_of_list` makes a change of it."""
    return read_partner_cells(grid, snapshot, open_index(vocabulary_folder()))


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerChange:
    """What a change would add or change about one partner."""

    partner: Partner
    is_new: bool
    fields: tuple[tuple[str, object, object], ...]
    """(field, value before, value after), for a new partner what is known only."""
    skills: tuple[SkillUri, ...]
    """Skills of the offers that are new or different."""


def partner_changes(snapshot: Snapshot, change: SavePartners) -> tuple[PartnerChange, ...]:
    """Return what ``change`` would do, partner by partner."""
    known = {partner.id: partner for partner in snapshot.partners}
    news = {partner.id: partner for partner in change.partners}
    skills: dict[PartnerId, dict[SkillUri, None]] = {}
    for offer in change.offers:
        skills.setdefault(offer.partner, {})[offer.skill] = None
    return tuple(
        PartnerChange(
            partner=known[id_] if id_ in known else news[id_],
            is_new=id_ not in known,
            fields=tuple(_differences(known.get(id_), news.get(id_))),
            skills=tuple(skills.get(id_, ())),
        )
        for id_ in dict.fromkeys((*news, *skills))
    )


def _differences(before: Partner | None, after: Partner | None) -> Iterator[tuple[str, object, object]]:
    if after is None:
        return
    for field in ("name", "type", "level", "in_cluster", "governance", "stage", "contact"):
        old, new = getattr(before, field, None), getattr(after, field)
        if old != new and not (before is None and field == "name"):
            yield field, old, new


def read_partner_list(
    path: Path, snapshot: Snapshot, *, open_files: Collection[tuple[int, int]] = frozenset()
) -> PartnersOutcome:
    """Return what a spreadsheet says about partners and offers; `change_of_list` makes a change of it."""
    return read_partners(path, snapshot, open_index(vocabulary_folder()), open_files=open_files)


def change_of_list(outcome: PartnersOutcome) -> SavePartners | None:
    """Return the one change that takes a list; ``None`` if nothing in it is new."""
    if not (outcome.partners or outcome.offers or outcome.members):
        return None
    return SavePartners(
        partners=outcome.partners, offers=outcome.offers, skills=outcome.skills, members=outcome.members
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillChoice:
    """A skill that an offer could be about."""

    uri: SkillUri
    label: str
    kind: str
    """Words of its kind, or ""."""


def skills_like(snapshot: Snapshot, prefix: str, texts: Texts, limit: int = 8) -> tuple[SkillChoice, ...]:
    """Return skills whose names go on like ``prefix``: those of the file first, then the vocabulary's."""
    key = text_key(prefix)
    if not key:
        return ()
    language = texts.language
    found = {
        skill.uri: skill
        for skill in sorted(snapshot.skills, key=lambda skill: _whole_first(text_key(skill.label(language)), key))
        if any(word.startswith(key) for word in _beginnings(text_key(skill.label(language))))
    }
    choices = [
        SkillChoice(
            uri=skill.uri,
            label=skill.label(language),
            kind=texts.term(f"skill_kind.{skill.kind}") if skill.kind is not None else "",
        )
        for skill in list(found.values())[:limit]
    ]
    index = open_index(vocabulary_folder())
    for candidate in index.complete(prefix, language, limit):
        if len(choices) < limit and candidate.uri not in found:
            skill = index.skill(candidate.uri)
            kind = texts.term(f"skill_kind.{skill.kind}") if skill.kind is not None else ""
            choices.append(SkillChoice(uri=skill.uri, label=skill.label(language), kind=kind))
    return tuple(choices)


def _whole_first(label: str, key: str) -> tuple[bool, str]:
    return not label.startswith(key), label


def _beginnings(label: str) -> tuple[str, ...]:
    words = label.split()
    return tuple(" ".join(words[place:]) for place in range(len(words)))


def skill_named(snapshot: Snapshot, text: str, uri: SkillUri | None, language: LanguageCode) -> Skill:
    """Return the skill a person picked (``uri``), or the one that ``text`` names; the cluster's own word if neither is known."""
    texts = SkillTexts(
        replace(snapshot, info=replace(snapshot.info, language=language)), open_index(vocabulary_folder())
    )
    return texts.skill(uri if uri is not None else clean_text(text))
