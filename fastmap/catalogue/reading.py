"""Reading the catalogue from ``resources/catalogue/*.toml`` and reporting every mistake in it at once."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources.abc import Traversable
from typing import Final, TypeAlias

from fastmap.catalogue.definitions import (
    MOST_COUNTED,
    Catalogue,
    IndicatorDefinition,
    Measure,
    Placement,
    Practice,
    ReferenceAction,
)
from fastmap.catalogue.folder import catalogue_folder
from fastmap.catalogue.kpis import read_kpis
from fastmap.catalogue.rules import read_rules
from fastmap.catalogue.tables import CatalogueError, CatalogueProblem, Table, distinct_rows, read_toml
from fastmap.catalogue.team import read_team
from fastmap.catalogue.workshop import read_workshop
from fastmap.model.actions import Cell
from fastmap.model.choices import Complexity, PartnerType, Scope, Step, Timing, Verdict
from fastmap.model.facts import CONDITIONS
from fastmap.model.ids import RefId
from fastmap.model.results import CatalogueStamp, CostRange

FILES: Final = ("actions", "catalogue", "codes", "kpis", "practices", "rules", "sources", "steps", "team", "workshop")
"""Files that make up the catalogue; together they give its hash."""
UNITS: Final = ("count", "share", "yes_no")
LEVELS: Final = ("regional", "eu")
_NACE_PART: Final = re.compile(r"\d\d(-\d\d|\.\d)?")
_Placed: TypeAlias = Scope | Complexity | Timing
_PLACEMENT_KINDS: Final[Mapping[str, type[_Placed]]] = {"scope": Scope, "complexity": Complexity, "timing": Timing}


def load_catalogue(folder: Traversable | None = None) -> Catalogue:
    """Return the catalogue of ``folder``, by default the shipped one (read once).

    Raises `CatalogueError` with all mistakes, each naming file, table and key.
    """
    return _shipped() if folder is None else _read(folder)


@cache
def _shipped() -> Catalogue:
    return _read(catalogue_folder())


def _read(folder: Traversable) -> Catalogue:
    problems: list[CatalogueProblem] = []
    content: dict[str, Table] = {}
    digest = hashlib.sha256()
    for name in FILES:
        file = f"{name}.toml"
        tables, raw = read_toml(folder, file, problems)
        content[name] = Table(file, "", tables, problems)
        digest.update(name.encode() + b"\0" + raw)
    if problems:  # a file that cannot be read would only bring follow-on mistakes
        raise CatalogueError(problems)

    about = content["catalogue"]
    sources = {key: f"source.{key}" for key in content["sources"].names("sources")}
    actions = {action.id: action for action in _actions(content["actions"], sources)}
    indicators = tuple(_indicators(content["steps"]))
    codes = content["codes"]
    sectors = codes.names("sectors")
    catalogue = Catalogue(
        stamp=CatalogueStamp(id=about.text("id"), version=about.text("version"), sha256=digest.hexdigest()),
        actions=actions,
        practices=tuple(_practices(content["practices"], sources)),
        indicators=indicators,
        measures=tuple(_measures(content["steps"], actions)),
        rules=read_rules(content["rules"]),
        sectors=sectors,
        sector_parts=_sector_parts(codes.part("sector_parts"), sectors),
        free_words=codes.names("free_words"),
        nace_sections=codes.names("nace_sections"),
        checklist=codes.names("checklist"),
        placement=tuple(_placement(codes)),
        kpis=read_kpis(content["kpis"], sources),
        languages=about.names("languages"),
        sources=sources,
        team=read_team(content["team"], sources=sources, sectors=sectors),
        workshop=read_workshop(content["workshop"]),
    )
    _check_moves(catalogue, problems)
    for table in content.values():
        table.refuse_others()
    if problems:
        raise CatalogueError(problems)
    return catalogue


def _sector_parts(table: Table, sectors: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Return priority → parts of NACE that bear its name."""
    found = {key: table.names(key) for key in sectors if key in table.content}
    for key, parts in found.items():
        for part in parts:
            if not _NACE_PART.fullmatch(part):
                table.note(key, f"{part!r} is no division, range of divisions or group of NACE")
    table.refuse_others()
    return found


def _cell(row: Table) -> Cell:
    return Cell(row.choice("scope", Scope), row.choice("complexity", Complexity))


def _actions(table: Table, sources: Mapping[str, str]) -> Iterator[ReferenceAction]:
    for row in distinct_rows(table, "action"):
        action = ReferenceAction(
            id=RefId(row.text("id")),
            cell=_cell(row),
            timing=row.choices("timing", Timing),
            step=row.choice("step", Step),
            fit=row.shares("fit", Verdict),
            serves_step=row.flag("serves_step", default=False),
            moves=row.names("moves"),
            prerequisites=row.names("prerequisites", CONDITIONS),
            partner_types=row.choices("partner_types", PartnerType),
            cost=_cost(row),
            source=row.one_of("source", sources),
            invites=row.flag("invites", default=False),
            supports=RefId(row.text("supports")) if "supports" in row.content else None,
        )
        if not action.timing:
            row.note("timing", "is empty")
        if action.cell.complexity is Complexity.HIGH and action.timing == (Timing.ST,):
            row.note("timing", "an action of high complexity cannot be short-term only")
        if (action.cell.scope is Scope.ALONE) != (not action.partner_types):
            row.note("partner_types", "must be empty for actions done alone, and only for them")
        yield action


def _cost(row: Table) -> CostRange:
    cost = row.part("cost")
    days_low, days_high = cost.number("days_low", 0, 1000), cost.number("days_high", 0, 1000)
    money_low, money_high = cost.number("money_low", 0, 10_000_000), cost.number("money_high", 0, 10_000_000)
    if days_low > days_high:
        cost.note("days_low", "is above days_high")
    if money_low > money_high:
        cost.note("money_low", "is above money_high")
    cost.refuse_others()
    return CostRange(days_low=days_low, days_high=days_high, money_low=money_low, money_high=money_high)


def _practices(table: Table, sources: Mapping[str, str]) -> Iterator[Practice]:
    for row in distinct_rows(table, "practice"):
        yield Practice(
            key=row.text("key"),
            cell=_cell(row),
            timing=row.choices("timing", Timing),
            partner_types=row.choices("partner_types", PartnerType),
            country=row.text("country"),
            source=row.one_of("source", sources),
        )


def _indicators(table: Table) -> Iterator[IndicatorDefinition]:
    for row in distinct_rows(table, "indicator"):
        unit = row.one_of("unit", UNITS)
        yield IndicatorDefinition(
            key=row.text("key"),
            step=row.choice("step", Step),
            target=row.number("target", 0, 1 if unit in {"share", "yes_no"} else MOST_COUNTED),
            unit=unit,
            recorded_by_hand=row.flag("recorded_by_hand", default=False),
            lower_is_better=row.flag("lower_is_better", default=False),
        )


def _measures(table: Table, actions: Mapping[RefId, ReferenceAction]) -> Iterator[Measure]:
    for row in distinct_rows(table, "measure"):
        yield Measure(
            key=row.text("key"),
            step=row.choice("step", Step),
            level=row.one_of("level", LEVELS),
            actions=tuple(RefId(ref) for ref in row.names("actions", actions.keys())),
        )


def _placement(table: Table) -> Iterator[Placement]:
    for row in distinct_rows(table, "placement"):
        key = row.text("key")
        kind = _PLACEMENT_KINDS[row.one_of("decides", _PLACEMENT_KINDS)]
        answers = row.part("answers")
        placed: dict[str, _Placed] = {answer: answers.choice(answer, kind) for answer, _ in answers.entries()}
        yield Placement(key=key, answers=placed)


def _check_moves(catalogue: Catalogue, problems: list[CatalogueProblem]) -> None:
    known = {indicator.key for indicator in catalogue.indicators}
    problems += [
        CatalogueProblem("actions.toml", f"action {action.id}", "moves", f"{key!r} is no indicator")
        for action in catalogue.actions.values()
        for key in action.moves
        if key not in known
    ]
