"""What the grid of actions shows, and what happens when somebody moves, adds, changes or removes one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QDate, QObject

from fastmap.analysis.action_filter import ActionFilter
from fastmap.analysis.grid import (
    OVER,
    action_warnings,
    dates_warning,
    partner_warning,
    placement_warning,
    reference_warning,
)
from fastmap.model.actions import ALL_CELLS, Action, Cell
from fastmap.model.choices import ActionStatus, Complexity, Scope, Timing
from fastmap.texts import sentence_case
from ui.pages.page import StepFact, StepState
from ui.translating import locale

if TYPE_CHECKING:
    from fastmap.catalogue.definitions import Catalogue, ReferenceAction
    from fastmap.model.ids import ActionId, PracticeId, RefId
    from fastmap.model.practices import OwnPractice
    from fastmap.model.skills import Skill
    from fastmap.model.snapshot import Snapshot
    from fastmap.texts import Texts
    from ui.pages.actions_balance import NoteView
    from ui.pages.actions_practices import PracticeDraft
    from ui.session import Session, SessionState

TONES = {Scope.ALONE: "alone", Scope.REGIONAL: "regional", Scope.INTERNATIONAL: "international"}
ICONS = {Scope.ALONE: "buildings", Scope.REGIONAL: "handshake", Scope.INTERNATIONAL: "globe"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """What one action's card shows."""

    id: ActionId
    cell: Cell
    title: str
    timing: tuple[Timing, ...]
    timing_words: tuple[str, ...]
    fact: str
    """State in words, and the most telling thing beside it."""
    is_over: bool
    warning: str
    """Why its timing is unusual, or nothing."""
    odd: tuple[tuple[str, str], ...]
    """What else is odd about it: a few words and a sentence each."""

    @property
    def spoken(self) -> str:
        """Everything the card says, for screen readers."""
        parts = (self.title, ", ".join(self.timing_words), self.fact, self.warning, *(words for _, words in self.odd))
        return ". ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class CellView:
    """What one cell of the grid shows."""

    cell: Cell
    cards: tuple[CardView, ...]
    count: int
    """Actions in the cell, those that a filter hides included."""
    example: str
    """Title of an action of the framework for exactly this cell."""
    example_help: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceChoice:
    """A reference action that can be put on the grid."""

    id: RefId
    cell: Cell
    title: str
    help: str
    timing: tuple[Timing, ...]
    is_there: bool
    """The cluster has an action after it already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeView:
    """An inspiring practice to look at."""

    name: str
    place: str
    """Country of a published one; as recorded, or "", of one of the cluster's own."""
    what: str
    own: PracticeId | None = None
    """Id of one that the cluster recorded itself."""
    source: str = ""


class ActionWords(QObject):
    """Sentences with plural forms, which the collector of texts only finds in `tr`."""

    def actions_in_cells(self, count: int, cells: int) -> str:
        """Return "9 actions in 5 of 6 cells"."""
        words = self.tr("%n action(s) in {cells} of {all} cells", "", count)
        return words.format(cells=cells, all=len(ALL_CELLS))

    def with_partners(self, status: str, count: int) -> str:
        """Return "Running · 2 partners"."""
        return self.tr("{status} · %n partner(s)", "", count).format(status=status)


def cell_words(cell: Cell, texts: Texts) -> str:
    """Return "Acting alone, high complexity"."""
    return f"{sentence_case(texts.term(f'scope.{cell.scope}'))}, {texts.term(f'complexity.{cell.complexity}')}"


def actions_fact(snapshot: Snapshot) -> StepFact:
    """Return what the step list says of the grid."""
    filled = len({action.cell for action in snapshot.actions})
    if not snapshot.actions:
        words = QCoreApplication.translate("ActionsPage", "No actions placed yet")
        return StepFact(state=StepState.NOT_STARTED, sentence=words)
    words = ActionWords().actions_in_cells(len(snapshot.actions), filled)
    state = StepState.COMPLETE if filled == len(ALL_CELLS) else StepState.BEGUN
    return StepFact(state=state, sentence=words, share_0_1=filled / len(ALL_CELLS))


def card_view(action: Action, texts: Texts, catalogue: Catalogue, kept: frozenset[ActionId] = frozenset()) -> CardView:
    """Return the card of an action; warnings of those in ``kept`` were read and set aside."""
    warning = None if action.id in kept else placement_warning(action)
    return CardView(
        id=action.id,
        cell=action.cell,
        title=" ".join(action.title.split()),
        timing=action.timing,
        timing_words=tuple(sentence_case(texts.term(f"timing.{timing}")) for timing in action.timing),
        fact=_fact(action, texts),
        is_over=action.status in OVER,
        warning="" if warning is None else texts.say(warning),
        odd=tuple(_odd(action, texts, catalogue)),
    )


def _odd(action: Action, texts: Texts, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    if (dates := dates_warning(action)) is not None:
        yield QCoreApplication.translate("ActionsPage", "Check dates"), texts.say(dates)
    if (partner := partner_warning(action)) is not None:
        yield QCoreApplication.translate("ActionsPage", "No partner named"), texts.say(partner)
    if (elsewhere := reference_warning(action, catalogue)) is not None:
        yield QCoreApplication.translate("ActionsPage", "Check framework action"), texts.say(elsewhere)


def _fact(action: Action, texts: Texts) -> str:
    status = sentence_case(texts.term(f"action_status.{action.status}"))
    if action.status is ActionStatus.PLANNED and action.start is not None:
        return QCoreApplication.translate("ActionsPage", "{status} from {month}").format(
            status=status, month=_month(action.start)
        )
    if action.partners:
        return ActionWords().with_partners(status, len(action.partners))
    if action.status is ActionStatus.RUNNING and action.start is not None:
        return QCoreApplication.translate("ActionsPage", "{status} since {year}").format(
            status=status, year=action.start.year
        )
    return status


def _month(day: date) -> str:
    return locale().toString(QDate(day.year, day.month, day.day), "MMM yyyy")


class ActionsPresenter:
    """Takes intentions of the page and makes one named change of each."""

    def __init__(self, session: Session) -> None:
        """Work on whatever ``session`` has open."""
        self._session = session
        self._kept: frozenset[ActionId] = frozenset()
        self._asked = ActionFilter()

    # --- what to show -------------------------------------------------------------------------------------------------

    def cells(self, state: SessionState, asked: ActionFilter | None = None) -> tuple[CellView, ...]:
        """Return all six cells, those of low to medium complexity first, with the actions that match ``asked``."""
        self._asked = asked or ActionFilter()
        cells = (Cell(scope, complexity) for complexity in Complexity for scope in Scope)
        return tuple(self._cell(cell, state) for cell in cells)

    def _cell(self, cell: Cell, state: SessionState) -> CellView:
        inside = sorted(
            (
                action
                for action in state.snapshot.actions
                if action.cell == cell and self._asked.passes(action, state.catalogue)
            ),
            key=lambda action: (action.status in OVER, action.id),
        )
        example = state.catalogue.actions_in(cell)[0]
        return CellView(
            cell=cell,
            cards=tuple(card_view(action, state.texts, state.catalogue, self._kept) for action in inside),
            count=sum(action.cell == cell for action in state.snapshot.actions),
            example=state.texts.get(f"action.{example.id}.title"),
            example_help=state.texts.get(f"action.{example.id}.example"),
        )

    def action(self, action: ActionId) -> Action | None:
        """Return an action, or ``None`` if it is gone."""
        return next((one for one in self._session.state.snapshot.actions if one.id == action), None)

    def card(self, action: Action) -> CardView:
        """Return the card of one action."""
        state = self._session.state
        return card_view(action, state.texts, state.catalogue, self._kept)

    def references(self, cell: Cell | None) -> tuple[ReferenceChoice, ...]:
        """Return the reference actions of a cell, or of all cells one after another."""
        state = self._session.state
        there = {action.reference for action in state.snapshot.actions}
        cells = ALL_CELLS if cell is None else (cell,)
        return tuple(
            ReferenceChoice(
                id=action.id,
                cell=action.cell,
                title=state.texts.get(f"action.{action.id}.title"),
                help=state.texts.get(f"action.{action.id}.help"),
                timing=action.timing,
                is_there=action.id in there,
            )
            for place in cells
            for action in state.catalogue.actions_in(place)
        )

    def practices(self, cell: Cell) -> tuple[PracticeView, ...]:
        """Return the inspiring practices of a cell, the cluster's own first."""
        state = self._session.state
        territories: Mapping[str, str] = state.texts.locale.territories
        own = (
            PracticeView(name=one.name, place=one.place or "", what=one.what, own=one.id, source=one.source or "")
            for one in state.snapshot.practices
            if one.cell == cell
        )
        published = (
            PracticeView(
                name=state.texts.get(f"practice.{practice.key}.name"),
                place=territories.get(practice.country, practice.country),
                what=state.texts.get(f"practice.{practice.key}.what"),
            )
            for practice in state.catalogue.practices_in(cell)
        )
        return (*own, *published)

    def balance(self, state: SessionState) -> tuple[tuple[NoteView, ...], tuple[str, ...]]:
        """Return what can be said of the whole grid, and what is odd about single actions; once there are results."""
        from ui.pages.actions_balance import NoteView

        results, texts = state.results, state.texts
        assert results is not None  # the page asks only then
        notes = tuple(
            NoteView(sentence=sentence_case(texts.say(note.sentence)), is_gap=note.is_gap) for note in results.balance
        )
        odd = tuple(
            texts.say(warning)
            for action in state.snapshot.actions
            for warning in action_warnings(action, state.catalogue)
        )
        return notes, odd

    def practice(self, practice: str) -> OwnPractice | None:
        """Return a practice of the cluster's own, or ``None`` if it is gone."""
        return next((one for one in self._session.state.snapshot.practices if one.id == practice), None)

    # --- what people do -----------------------------------------------------------------------------------------------

    def add_reference(self, reference: RefId, status: ActionStatus) -> Action | None:
        """Put a reference action into its cell, with the framework's timing. ``None`` if that failed."""
        known: ReferenceAction = self._session.state.catalogue.actions[reference]
        return self._add(self._title_in_file(reference), known.cell, known.timing, status, reference)

    def add_own(self, title: str, cell: Cell, timing: tuple[Timing, ...], status: ActionStatus) -> Action | None:
        """Put an action of the cluster's own into a cell. ``None`` if that failed."""
        return self._add(title, cell, timing, status, None)

    def _add(
        self, title: str, cell: Cell, timing: tuple[Timing, ...], status: ActionStatus, reference: RefId | None
    ) -> Action | None:
        from fastmap.changes import AddAction
        from fastmap.intake.numbering import unused_ids
        from fastmap.model.ids import ActionId
        from fastmap.model.normalise import clean_text

        action = Action(
            id=ActionId(next(unused_ids("A", self._session.state.snapshot))),
            title=" ".join(clean_text(title).split()),
            cell=cell,
            reference=reference,
            timing=timing,
            status=status,
        )
        return action if action.title and self._session.apply(AddAction(action=action)) is not None else None

    def _title_in_file(self, reference: RefId) -> str:
        """Return the title in the language the assessment is kept in: it goes into reports as it is."""
        from fastmap.catalogue.texts import load_texts

        return load_texts(self._session.state.snapshot.info.language).get(f"action.{reference}.title")

    def move(self, action: ActionId, cell: Cell) -> bool:
        """Place an action in another cell; says whether anything was changed."""
        from fastmap.changes import MoveAction

        known = self.action(action)
        if known is None or known.cell == cell:
            return False
        self._kept -= {action}
        return self._session.apply(MoveAction(action=action, cell=cell)) is not None

    def edit(self, action: ActionId, *, new_skills: tuple[Skill, ...] = (), **fields: Any) -> bool:
        """Set fields of an action; says whether anything was changed."""
        from fastmap.changes import EditAction

        known = self.action(action)
        if known is None:
            return False
        changed = replace(known, **fields)
        if changed == known:
            return False
        if {"timing", "cell"} & fields.keys():
            self._kept -= {action}
        return self._session.apply(EditAction(action=changed, skills=new_skills)) is not None

    def remove(self, action: ActionId) -> bool:
        """Take an action off the grid; says whether it went well."""
        from fastmap.changes import RemoveActions

        return self._session.apply(RemoveActions(actions=(action,))) is not None

    def save_practice(self, draft: PracticeDraft) -> bool:
        """Record a practice of the cluster's own, or change it; says whether anything was changed."""
        from fastmap.changes import SavePractices
        from fastmap.intake.numbering import next_ids
        from fastmap.model.ids import PracticeId
        from fastmap.model.practices import OwnPractice

        practices = self._session.state.snapshot.practices
        practice = OwnPractice(
            id=PracticeId(draft.id or next(next_ids("P", [one.id for one in practices]))),
            name=draft.name,
            what=draft.what,
            cell=draft.cell,
            partner_types=draft.partner_types,
            place=draft.place or None,
            source=draft.source or None,
        )
        return practice not in practices and self._session.apply(SavePractices(practices=(practice,))) is not None

    def remove_practice(self, practice: str) -> bool:
        """Remove a practice of the cluster's own; says whether it went well."""
        from fastmap.changes import RemovePractices
        from fastmap.model.ids import PracticeId

        return self._session.apply(RemovePractices(practices=(PracticeId(practice),))) is not None

    def take_medium_term(self, action: ActionId) -> bool:
        """Let an action of high complexity show effect in the medium term, as the warning offers."""
        return self.edit(action, timing=(Timing.MT,))

    def keep_timing(self, action: ActionId) -> None:
        """Leave the timing as it is: the warning is not shown again for it while the file is open."""
        self._kept |= {action}
