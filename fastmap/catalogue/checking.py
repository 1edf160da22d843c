"""Checking a catalogue as a whole, beyond what reading it refuses: what nobody could ever see, say or look up.

Reading (`fastmap.catalogue.reading`) refuses values that are wrong in themselves: an unknown fact as prerequisite, an
unknown indicator, a source that is not listed. This finds what is missing between the parts: a text in a language that
reports are written in, the reference of a source, and an action that no facts could ever bring up as a recommendation.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum
from typing import Final

from fastmap.catalogue.definitions import Catalogue, IndicatorDefinition, ReferenceAction
from fastmap.catalogue.tables import CatalogueProblem
from fastmap.model import choices
from fastmap.model.choices import Step, Verdict
from fastmap.model.facts import CONDITIONS

ACTION_PARTS: Final = ("title", "help", "example", "decision", "first_step", "go_if", "stop_if", "kpi", "money")
PRACTICE_PARTS: Final = ("name", "what", "who")
INDICATOR_PARTS: Final = ("name", "met", "not_met", "unknown", "source", "record")
CHOICES: Final[tuple[type[StrEnum], ...]] = tuple(
    kind
    for kind in vars(choices).values()
    if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum
)
"""Every closed choice of the model: each of its values has a word."""
_NOTHING_TO_DO: Final = frozenset({Verdict.BALANCED, Verdict.NOT_ENOUGH_EVIDENCE})


def catalogue_problems(catalogue: Catalogue, texts: Mapping[str, Collection[str]]) -> tuple[CatalogueProblem, ...]:
    """Return everything that is missing between the parts of ``catalogue``, in file order.

    ``texts``: the keys of each language that reports are written in, without any language behind it.
    """
    return (
        *_unreachable(catalogue),
        *_without_invitation(catalogue),
        *_without_reference(catalogue, texts),
        *_without_text(catalogue, texts),
    )


def _unreachable(catalogue: Catalogue) -> Iterator[CatalogueProblem]:
    for action in catalogue.actions.values():
        if not can_be_recommended(action, catalogue):
            what = "nothing that can be recorded would ever bring this action up"
            yield CatalogueProblem("actions.toml", f"action {action.id}", "fit", what)


def _without_invitation(catalogue: Catalogue) -> Iterator[CatalogueProblem]:
    """Yield actions that support what is no invitation of their own step: nothing would ever stand before them."""
    for action in catalogue.actions.values():
        supported = catalogue.actions.get(action.supports) if action.supports else None
        if action.supports and not (supported and supported.invites and supported.step is action.step):
            what = f"{str(action.supports)!r} is no action of this step that invites"
            yield CatalogueProblem("actions.toml", f"action {action.id}", "supports", what)


def can_be_recommended(action: ReferenceAction, catalogue: Catalogue) -> bool:
    """Say whether some facts would bring ``action`` up: a need it is fit for, or something it is known to move or fill.

    What speaks for an action stands in `fastmap.advice.reasons`; a test holds the two together.
    """
    fits = any(
        fit >= catalogue.rules.named_fit and fit > 0 and verdict not in _NOTHING_TO_DO
        for verdict, fit in action.fit.items()
    )
    moves = any(item.key in action.moves and _can_be_missed(item) for item in catalogue.indicators)
    return fits or moves or action.invites or action.in_typology


def _can_be_missed(item: IndicatorDefinition) -> bool:
    """Say whether a value exists that misses the target: not if nothing, or all there can be, is enough."""
    return not (item.unit == "share" and item.target >= 1) if item.lower_is_better else item.target > 0


def _without_reference(catalogue: Catalogue, texts: Mapping[str, Collection[str]]) -> Iterator[CatalogueProblem]:
    named = [("actions.toml", f"action {action.id}", action.source) for action in catalogue.actions.values()]
    named += [("practices.toml", f"practice {practice.key}", practice.source) for practice in catalogue.practices]
    for file, table, source in named:
        if source not in catalogue.sources:
            yield CatalogueProblem(file, table, "source", f"{source!r} is not among the sources")
    for language, keys in texts.items():
        for source, key in catalogue.sources.items():
            if key not in keys:
                yield CatalogueProblem("sources.toml", "", source, f"has no full reference in {language!r}")


def _without_text(catalogue: Catalogue, texts: Mapping[str, Collection[str]]) -> Iterator[CatalogueProblem]:
    needed = tuple(needed_texts(catalogue))
    for language, keys in texts.items():
        for key in needed:
            if key not in keys:
                table, _, name = key.rpartition(".")
                yield CatalogueProblem(f"texts/{language}", table, name, "is missing")


def word_family(kind: type[StrEnum]) -> str:
    """Return where the words of a closed choice stand.

    >>> word_family(choices.PartnerType)
    'partner_type'
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", kind.__name__).lower()


def needed_texts(catalogue: Catalogue) -> Iterator[str]:
    """Yield the key of every text that the parts of ``catalogue`` and the words of the model are said with."""
    for kind in CHOICES:
        yield from (f"{word_family(kind)}.{member.value}" for member in kind)
    yield from (f"verdict_meaning.{verdict.value}" for verdict in Verdict)
    yield from (f"step_meaning.{step.value}" for step in Step)
    yield from (f"stage.{stage}" for stage in range(6))
    yield from (f"sector.{key}" for key in catalogue.sectors)
    yield from (f"nace.{letter}" for letter in catalogue.nace_sections)
    yield from (f"checklist.{key}" for key in catalogue.checklist)
    yield from (f"condition.{name}" for name in sorted(CONDITIONS))
    yield from (f"action.{ref}.{part}" for ref in catalogue.actions for part in ACTION_PARTS)
    yield from (f"practice.{item.key}.{part}" for item in catalogue.practices for part in PRACTICE_PARTS)
    yield from (f"indicator.{item.key}.{part}" for item in catalogue.indicators for part in INDICATOR_PARTS)
    yield from (f"measure.{item.key}" for item in catalogue.measures)
    for question in catalogue.placement:
        yield from (f"placement.{question.key}.{answer}" for answer in ("question", *question.answers))
    yield from ("yes_no.yes", "yes_no.no", "unit.count", "unit.share", "unit.yes_no", "level.regional", "level.eu")
