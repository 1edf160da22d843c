"""How the cluster stands on the four steps, in words: indicators, what to prepare, the partnership checklist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from fastmap.analysis.targets import most_possible
from fastmap.catalogue.definitions import MOST_COUNTED
from fastmap.model.choices import Step
from fastmap.report.sections.steps import found_words, goal_words, step_words, value_words
from ui.pages.next_steps_pages import PAGE_OF_INDICATOR
from ui.pages.next_steps_views import ChecklistView, IndicatorView, StepView
from ui.pages.next_steps_words import capital

if TYPE_CHECKING:
    from fastmap.catalogue.definitions import Catalogue, IndicatorDefinition
    from fastmap.model.results import Indicator, Results, StepResult
    from fastmap.model.snapshot import Snapshot
    from fastmap.report.context import ReportContext
    from ui.session import SessionState


CHECKLIST_INDICATOR = "checklist_partly"


_PERCENTAGE = re.compile(r"(?P<number>[0-9]{1,3}(?:[.,][0-9]+)?)\s*(?P<sign>%)?")
_STATES = {
    True: ("met", "good", "check-circle"),
    False: ("not_met", "warn", "warning"),
    None: ("unknown", "neutral", "question"),
}


def step_view(number: int, item: StepResult, results: Results, context: ReportContext, snapshot: Snapshot) -> StepView:
    """Return one of the four steps with its indicators in words."""
    texts = context.texts
    step_of = {one.key: step.step for step in results.steps for one in step.indicators}
    before = sorted({step_of[key] for key in item.prepare}, key=tuple(Step).index)
    return StepView(
        step=item.step,
        number=number,
        name=texts.term(f"step.{item.step}"),
        meaning=texts.term(f"step_meaning.{item.step}"),
        words=capital(step_words(context, item)),
        suggestions=sum(one.step is item.step for one in results.recommendations),
        note=_note(item, context.catalogue),
        prepare="; ".join(_to_prepare(item, results, context)) if item.prepare_first else "",
        prepare_steps={step: texts.term(f"step.{step}") for step in before} if item.prepare_first else {},
        indicators=tuple(_indicator(one, results, context, snapshot) for one in item.indicators),
    )


def _to_prepare(item: StepResult, results: Results, context: ReportContext) -> Iterator[str]:
    """Yield the indicators to prepare first, each with its value and the target that holds."""
    known = {one.key: one for step in results.steps for one in step.indicators}
    words = QCoreApplication.translate("NextStepsPage", "{name} (now {value}, target {target})")
    for key in item.prepare:
        yield words.format(
            name=context.texts.term(f"indicator.{key}.name"),
            value=value_words(context, known[key], known[key].value),
            target=goal_words(context, known[key], known[key].target),
        )


def _note(item: StepResult, catalogue: Catalogue) -> str:
    if item.step is Step.CONNECT:
        return QCoreApplication.translate("NextStepsPage", "runs alongside the other three")
    if not item.prepare_first:
        return ""
    step_of = {entry.key: entry.step for entry in catalogue.indicators}
    order = tuple(Step)
    numbers = sorted({order.index(step_of[key]) + 1 for key in item.prepare})
    if len(numbers) == 1:
        return QCoreApplication.translate("NextStepsPage", "prepare first: step {number}").format(number=numbers[0])
    both = " + ".join(map(str, numbers))
    return QCoreApplication.translate("NextStepsPage", "prepare first: steps {numbers}").format(numbers=both)


def _indicator(item: Indicator, results: Results, context: ReportContext, snapshot: Snapshot) -> IndicatorView:
    texts = context.texts
    definition = next(entry for entry in context.catalogue.indicators if entry.key == item.key)
    leads = item.key == "team_assessment" and results.team.mastered is not None
    answers = () if leads else snapshot.indicator_answers
    answer = next((one for one in answers if one.key == item.key), None)
    state, tone, icon = _STATES[item.met]
    own = item.catalogue_target is not None
    return IndicatorView(
        key=item.key,
        name=texts.term(f"indicator.{item.key}.name"),
        facts=found_words(context, item) or "",
        source=texts.term(f"indicator.{item.key}.source"),
        value=value_words(context, item, item.value),
        bound=_bound(definition),
        target=goal_words(context, item, item.target),
        has_own_target=own,
        usual_target=value_words(context, item, item.catalogue_target) if own else "",
        can_change_target=item.unit != "yes_no",
        most=most_possible(item.key, context.catalogue),
        state=state,
        state_words=capital(context.say(f"steps.{state}")),
        tone=tone,
        icon=icon,
        by_hand=definition.recorded_by_hand and not leads,
        unit=item.unit,
        recorded=answer.value if answer else None,
        note=(answer.note or "") if answer else "",
        page=PAGE_OF_INDICATOR.get(item.key, ""),
    )


def _bound(definition: IndicatorDefinition) -> str:
    if definition.unit == "yes_no":
        return ""
    if definition.lower_is_better:
        return QCoreApplication.translate("NextStepsPage", "at most")
    return QCoreApplication.translate("NextStepsPage", "at least")


def checklist_view(state: SessionState) -> tuple[ChecklistView, ...]:
    """Return the questions of the partnership checklist with what was answered."""
    answers = {answer.item: answer for answer in state.snapshot.checklist_answers}
    return tuple(
        ChecklistView(
            item=item,
            question=state.texts.term(f"checklist.{item}"),
            state=answers[item].state if item in answers else None,
            evidence=(answers[item].evidence or "") if item in answers else "",
        )
        for item in state.catalogue.checklist
    )


def share_from(typed: str) -> float | None:
    """Return a share (0–1) from a percentage that a person typed, or ``None`` if it is none.

    Below 1 the sign has to stand there: a bare 0.6 may be a share of 60 %, or six in a thousand.

    >>> share_from("60 %"), share_from("0,5 %"), share_from("160"), share_from("0.6"), share_from("1e1")
    (0.6, 0.005, None, None, None)
    """
    found = _PERCENTAGE.fullmatch(typed.strip())
    if found is None:
        return None
    percent = float(found["number"].replace(",", "."))
    is_clear = percent >= 1 or not percent or found["sign"] is not None
    return percent / 100 if percent <= 100 and is_clear else None


def target_from(typed: str, unit: str) -> float | None:
    """Return a target that a person typed: a share (0–1) from a percentage, or a whole number; ``None`` if it is none.

    >>> target_from("45 %", "share"), target_from("4", "count"), target_from("4.5", "count"), target_from("-1", "count")
    (0.45, 4.0, None, None)
    """
    if unit == "share":
        return share_from(typed)
    text = typed.strip()
    return float(text) if text.isascii() and text.isdigit() and float(text) <= MOST_COUNTED else None
