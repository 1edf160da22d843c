"""Partner lists: one row per offer, the partner repeated."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from fastmap.intake.files import FileId
from fastmap.intake.numbering import next_ids, unused_ids
from fastmap.intake.safe_reading import cell_name
from fastmap.intake.skill_texts import SkillTexts
from fastmap.intake.table_rows import Cell, Row, columns_named, read_table
from fastmap.intake.table_values import Findings
from fastmap.model.choices import Fit, OfferForm, PartnerLevel, PartnerType
from fastmap.model.ids import OfferId, PartnerId
from fastmap.model.normalise import clean_text, text_key
from fastmap.model.organisations import Member, Offer, Partner
from fastmap.model.responses import Problem
from fastmap.model.skills import Skill
from fastmap.model.snapshot import Snapshot

if TYPE_CHECKING:
    from fastmap.vocabulary.index import SkillIndex

T = TypeVar("T")

COLUMNS: Final = (
    "name",
    "type",
    "level",
    "in_cluster",
    "stage",
    "skill",
    "form",
    "places",
    "fit",
    "cost",
    "contact",
    "public_funding",
    "language",
    "mode",
    "evidence",
    "since",
    "governance",
)
_HIGHEST_STAGE: Final = 5
_FIRST_YEAR: Final = 1900
_LAST_YEAR: Final = 2100


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnersOutcome:
    """A partner list, ready for `SavePartners` (and `SaveMembers` for members that are partners too)."""

    partners: tuple[Partner, ...]
    offers: tuple[Offer, ...]
    skills: tuple[Skill, ...]
    """Skills that the offers name."""
    members: tuple[Member, ...]
    """Members of the same name as a partner in the cluster, now marked as the same organisation."""
    added: int
    updated: int
    unchanged: int
    other_columns: tuple[str, ...]
    problems: tuple[Problem, ...]


def read_partners(
    path: Path,
    snapshot: Snapshot,
    index: SkillIndex | None = None,
    *,
    open_files: Collection[FileId] = frozenset(),
) -> PartnersOutcome:
    """Return the partners and offers of a list (.xlsx, .ods, .xls, .csv) with all problems.

    A skill is looked for in the file, then in ``index``; one that neither knows becomes the cluster's own.
    ``open_files`` are the assessments that this process holds open.
    Raises `FastmapError` ``table_without_name``, ``table_unreadable`` or ``path_missing``.
    """
    table = read_table(path, "partner", COLUMNS, needs="name", open_files=open_files)
    return _PartnerList(snapshot, SkillTexts(snapshot, index)).outcome(table.rows, table.other_columns, table.notes)


def is_partner_list(grid: Sequence[Sequence[str]], room: int = 0) -> bool:
    """Say whether cells copied from a spreadsheet are a list of their own, with or without its headings.

    Headings are known by a column for names and another one we know. Without them, cells wider than the ``room`` columns
    they were dropped on are in the order of a list, if words stand where it goes on with a skill.
    """
    if len(_headings(grid)) > 1:
        return True
    return any(len(row) > max(room, _SKILL) and _has_words(row[_SKILL]) for row in grid)


def read_partner_cells(
    grid: Sequence[Sequence[str]], snapshot: Snapshot, index: SkillIndex | None = None
) -> PartnersOutcome:
    """Return what cells copied from a spreadsheet say about partners and offers, read as `read_partners` reads a list.

    The first row may name the columns; else they are taken in the order of `COLUMNS`. See `is_partner_list`.
    """
    headings = _headings(grid)
    keys = {place: key for key, place in headings.items()} or dict(enumerate(COLUMNS))
    others = [cell for place, cell in enumerate(grid[0]) if place not in keys and cell.strip()] if headings else []
    rows = []
    for number, cells in list(enumerate(grid))[1 if headings else 0 :]:
        found = {
            key: Cell(value=cells[place], sheet=None, name=cell_name(number, place))
            for place, key in keys.items()
            if place < len(cells) and clean_text(cells[place])
        }
        if found:
            rows.append(Row(found, number + 1, None))
    return _PartnerList(snapshot, SkillTexts(snapshot, index)).outcome(tuple(rows), tuple(others))


_SKILL: Final = COLUMNS.index("skill")


def _headings(grid: Sequence[Sequence[str]]) -> Mapping[str, int]:
    """Return column key → place, empty where the first row is no headings."""
    named = columns_named(grid[0], "partner", COLUMNS) if grid else {}
    return named if "name" in named else {}


def _has_words(cell: str) -> bool:
    return any(sign.isalpha() for sign in cell)


@dataclass(slots=True)
class _PartnerList:
    snapshot: Snapshot
    skills: SkillTexts
    findings: Findings = field(default_factory=Findings)
    partner_ids: Iterator[str] = field(init=False)
    offer_ids: Iterator[str] = field(init=False)

    def __post_init__(self) -> None:
        self.partner_ids = unused_ids("P", self.snapshot)
        self.offer_ids = next_ids("O", [offer.id for offer in self.snapshot.offers])

    def outcome(
        self, rows: tuple[Row, ...], other_columns: tuple[str, ...], notes: tuple[Problem, ...] = ()
    ) -> PartnersOutcome:
        known = {text_key(partner.name): partner for partner in self.snapshot.partners}
        by_name: dict[str, list[Row]] = {}
        for row in rows:
            if self.findings.has_endless(row, "name", "row_skipped"):
                continue
            if row.text("name"):
                by_name.setdefault(text_key(row.text("name")), []).append(row)
            else:
                self.findings.note(row, "name", "name_missing", "row_skipped")
        partners: dict[str, Partner] = {}
        offers: list[Offer] = []
        for name, own_rows in by_name.items():
            partner = self._partner(own_rows, known.get(name))
            if partner is not None:
                partners[name] = partner
                offers += self._offers(partner.id, own_rows)
        changed_offers = tuple(offer for offer in offers if offer not in self.snapshot.offers)
        with_news = {offer.partner for offer in changed_offers}
        added = sum(name not in known for name in partners)
        unchanged = sum(
            known.get(name) == partner and partner.id not in with_news for name, partner in partners.items()
        )
        return PartnersOutcome(
            partners=tuple(partner for name, partner in partners.items() if known.get(name) != partner),
            offers=changed_offers,
            skills=tuple(self.skills.named.values()),
            members=tuple(self._members_that_are(partners)),
            added=added,
            updated=len(partners) - added - unchanged,
            unchanged=unchanged,
            other_columns=other_columns,
            problems=(*notes, *self.findings.problems),
        )

    def _partner(self, rows: list[Row], old: Partner | None) -> Partner | None:
        """Return the partner of several rows: per field the first entry; later ones that differ are problems."""
        types = [self.findings.choice(row, "type", PartnerType) for row in rows]
        kind = next((value for value in types if value is not None), old.type if old is not None else None)
        if kind is None:
            for row in rows:
                self.findings.note(row, "type", "partner_type_missing", "row_skipped", name=row.text("name"))
            return None
        for row, value in zip(rows, types, strict=True):
            if value not in {None, kind}:
                self.findings.note(row, "type", "partner_differs", "value_skipped", name=row.text("name"))
        base = old or Partner(id=PartnerId(next(self.partner_ids)), name=rows[0].text("name"), type=kind)
        levels = (self.findings.choice(row, "level", PartnerLevel) for row in rows)
        inside = (self.findings.yes_no(row, "in_cluster") for row in rows)
        governing = (self.findings.yes_no(row, "governance") for row in rows)
        stages = (self._stage(row) for row in rows)
        return replace(
            base,
            type=kind,
            level=_first(levels, base.level),
            in_cluster=_first(inside, base.in_cluster),
            governance=_first(governing, base.governance),
            stage=_first(stages, base.stage),
            contact=_first((row.text("contact") or None for row in rows), base.contact),
        )

    def _stage(self, row: Row) -> int | None:
        stage = self.findings.count(row, "stage")
        if stage is not None and stage > _HIGHEST_STAGE:
            self.findings.note(row, "stage", "stage_unknown", "value_skipped")
            return None
        return stage

    def _offers(self, partner: PartnerId, rows: list[Row]) -> Iterator[Offer]:
        old = {(offer.skill, offer.form): offer for offer in self.snapshot.offers if offer.partner == partner}
        seen: set[tuple[str, OfferForm | None]] = set()
        for row in rows:
            texts = row.several("skill")
            form = self.findings.choice(row, "form", OfferForm)
            if not texts and any(row.text(key) for key in ("form", "places", "fit", "cost")):
                self.findings.note(row, "skill", "offer_without_skill", "value_skipped")
            for text in texts:
                skill = self.skills.skill(text).uri
                if (skill, form) in seen:
                    self.findings.note(row, "skill", "row_twice", "value_skipped")
                    continue
                seen.add((skill, form))
                base = old.get((skill, form)) or Offer(
                    id=OfferId(next(self.offer_ids)), partner=partner, skill=skill, form=form
                )
                yield self._offer(row, base, shared=len(texts) > 1, first=text == texts[0])

    def _offer(self, row: Row, base: Offer, *, shared: bool, first: bool) -> Offer:
        findings = self.findings if first else Findings()  # a row that names several skills is judged once
        places = findings.count(row, "places")
        if shared and places is not None:
            findings.note(row, "places", "places_shared", "value_skipped")
            places = None
        since = findings.count(row, "since")
        if since is not None and not _FIRST_YEAR <= since <= _LAST_YEAR:
            findings.note(row, "since", "year_unclear", "value_skipped")
            since = None
        return replace(
            base,
            places_per_year=base.places_per_year if places is None else places,
            fit=findings.choice(row, "fit", Fit) or base.fit,
            cost=row.text("cost") or base.cost,
            publicly_funded=_first([findings.yes_no(row, "public_funding")], base.publicly_funded),
            language=findings.language(row, "language") or base.language,
            mode=row.text("mode") or base.mode,
            evidence=row.text("evidence") or base.evidence,
            since=since if since is not None else base.since,
        )

    def _members_that_are(self, partners: dict[str, Partner]) -> Iterator[Member]:
        for member in self.snapshot.members:
            partner = partners.get(text_key(member.name))
            if partner is not None and partner.in_cluster is not False and member.partner_id is None:
                yield replace(member, partner_id=partner.id)


def _first(values: Iterable[T | None], otherwise: T | None) -> T | None:
    """Return the first value that is known. All are asked for, so that each row's problems are found."""
    return next((value for value in tuple(values) if value is not None), otherwise)
