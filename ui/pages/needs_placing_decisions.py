"""Deciding about the texts in sight: one key or button, one decision."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from ui.pages.needs_cluster_card import MOST_OPTIONS, doubt_of
from ui.pages.needs_desk import PlacingDesk
from ui.pages.needs_placing_filters import STATES

if TYPE_CHECKING:
    from fastmap.model.ids import SkillUri
    from fastmap.model.meanings import TextId
    from fastmap.tasks.consolidating import Cluster, ClusterText
    from ui.pages.needs_placing import PlacingView
    from ui.widgets.completion import Suggestion


class PlacingDecisions(QObject):
    """Listens to card and keys of one view, and gives what a person decides there to the desk."""

    said = Signal(str, str)
    """Tone and sentence."""

    def __init__(self, desk: PlacingDesk, view: PlacingView) -> None:
        """Decide about what ``view`` shows."""
        super().__init__(view)
        self._desk = desk
        self._view = view
        self._card = view.card
        self._connect()
        self._give_keys()

    def _connect(self) -> None:
        view, card = self._view, self._card
        view.table.row_opened.connect(lambda _: self._take_first())
        view.filters.accepting_exact.clicked.connect(self._accept_exact)
        card.accepted.connect(self._accept)
        card.answers.row_opened.connect(lambda _: self._take_first())
        card.keeping.clicked.connect(self._keep)
        card.renaming.clicked.connect(self._rename)
        card.name_entered.connect(self._enter_name)
        card.splitting.clicked.connect(self.begin_split)
        card.setting_aside.clicked.connect(self._set_aside)
        card.taking_back.clicked.connect(self._take_back)
        card.search.chosen.connect(self._place_by_hand)
        card.split.wanted.connect(self._take_split)
        card.split.cancelled.connect(self._leave_split)

    def _give_keys(self) -> None:
        acts: tuple[tuple[str, Callable[[], None]], ...] = (
            ("O", self._keep),
            ("S", self.begin_split),
            ("X", self._set_aside),
            ("T", self._take_back),
            ("R", self._begin_renaming),
            ("C", self._begin_search),
            ("M", self._begin_search),
            ("A", self._accept_exact),
        )
        view, context = self._view, Qt.ShortcutContext.WidgetWithChildrenShortcut
        for place in range(MOST_OPTIONS):
            digit = QShortcut(QKeySequence(str(place + 1)), view, context=context)
            digit.activated.connect(lambda place=place: self._accept(place))
        for letter, act in acts:
            QShortcut(QKeySequence(letter), view, context=context).activated.connect(act)

    # --- what a decision is about -------------------------------------------------------------------------------------

    def _scope(self, *states: str) -> tuple[Cluster, tuple[TextId, ...]] | None:
        """Return the cluster and the texts that a decision is about; ``None`` where there is nothing to decide."""
        cluster = self._view.current_cluster()
        if cluster is None or not self._view.can_edit or cluster.state.value not in states:
            return None
        picked = tuple(dict.fromkeys(text.text_id for text in cluster.texts if text.key == self._view.picked))
        return cluster, picked or cluster.text_ids

    def _picked_text(self, cluster: Cluster) -> ClusterText | None:
        return next((text for text in cluster.texts if text.key == self._view.picked), None)

    def _after(self, made: bool) -> None:  # noqa: FBT001 - the outcome of a decision
        if made:
            self._view.go_on()

    # --- placing ------------------------------------------------------------------------------------------------------

    def _take_first(self) -> None:
        """Take what is proposed. Where nothing is close, Enter takes nothing: whoever goes down the list means no "yes"."""
        scope = self._scope("open")
        if scope is not None and doubt_of(scope[0], self._picked_text(scope[0])) == "nothing":
            self.said.emit(
                "neutral",
                self.tr("Nothing is close to it. O keeps the firm’s words, 1 to 5 takes a skill all the same."),
            )
        else:
            self._accept(0)

    def _accept(self, place: int) -> None:
        scope = self._scope("open", "decided")
        if scope is None:
            return
        cluster, texts = scope
        if place == 0 and cluster.state.value == "open" and not self._card.split.isHidden():
            self._card.split.take()
            return
        if place >= len(self._card.options):
            return
        uri = self._card.options[place]
        if cluster.state.value == "open":
            self._after(self._desk.place(texts, uri))
        elif len(self._card.options) > 1:
            self._after(self._desk.merge(self._card.options, uri))
        else:
            self._after(self._desk.confirm(cluster))

    def _accept_exact(self) -> None:
        if not self._view.can_edit or self._view.filters.state != "open":
            return
        placed = self._desk.accept_exact()
        if placed:
            self.said.emit("good", self.tr("%n text(s) placed.", "", placed))
            self._after(made=True)

    def _begin_search(self) -> None:
        if self._scope(*STATES) is not None:
            if not self._card.split.isHidden():
                self._card.end_split()
                self._view.show_chosen()
            self._card.search.setFocus()

    def _place_by_hand(self, suggestion: Suggestion) -> None:
        scope = self._scope(*STATES)
        if scope is None or suggestion.value is None:
            return
        uri: SkillUri = suggestion.value  # type: ignore[assignment]  # put there by the presenter
        self._card.search.begin_with("")
        cluster, texts = scope
        if cluster.state.value == "decided" and not self._view.picked:
            merged = [chosen.skill for chosen in self._view.selected() if chosen.skill is not None]
            self._after(self._desk.merge(merged, uri))
        else:
            self._after(self._desk.place(texts, uri))

    # --- skills of one's own ------------------------------------------------------------------------------------------

    def _keep(self) -> None:
        if (scope := self._scope("open")) is not None:
            self._after(self._desk.keep_words(scope[1], self._card.name.text()))

    def _enter_name(self) -> None:
        if self._scope("open") is not None:
            self._keep()
        else:
            self._rename()

    def _begin_renaming(self) -> None:
        if self._scope("decided") is not None and self._card.name.isVisible():
            self._card.name.setFocus()
            self._card.name.selectAll()

    def _rename(self) -> None:
        scope = self._scope("decided")
        if scope is not None and scope[0].skill is not None and self._card.name.isVisible():
            self._after(self._desk.rename(scope[0].skill, self._card.name.text()))

    # --- splitting ----------------------------------------------------------------------------------------------------

    def begin_split(self) -> None:
        """Offer the parts of the text picked, or of the first that seems to have some."""
        scope = self._scope("open")
        if scope is None:
            return
        text = self._text_to_split(scope[0])
        if len(scope[1]) > 1:
            self._card.choose_text(text.key)
        self._card.begin_split(text)
        self._card.split.focus_first()

    def _text_to_split(self, cluster: Cluster) -> ClusterText:
        parted = (text for text in cluster.texts if text.proposal is not None and text.proposal.parts)
        return self._picked_text(cluster) or next(parted, cluster.texts[0])

    def _take_split(self, parts: list[Any]) -> None:
        if (scope := self._scope("open")) is not None:
            self._after(self._desk.split(self._text_to_split(scope[0]).text_id, parts))

    def _leave_split(self) -> None:
        self._card.end_split()
        self._view.show_chosen()
        self._view.table.setFocus()

    # --- aside and back -----------------------------------------------------------------------------------------------

    def _set_aside(self) -> None:
        if (scope := self._scope("open", "decided")) is not None:
            self._after(self._desk.set_aside(scope[1]))

    def _take_back(self) -> None:
        if (scope := self._scope("decided", "set_aside")) is not None:
            self._after(self._desk.take_back(scope[1]))
