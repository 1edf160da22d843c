"""The tab of texts: on the left clusters of what firms wrote, on the right what they may mean.

What is in sight is chosen in `needs_placing_filters`, what a key or button decides stands in `needs_placing_decisions`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.needs_cluster_card import ClusterCard, count
from ui.pages.needs_cluster_words import ClusterWords, doubt_tone
from ui.pages.needs_desk import PlacingDesk
from ui.pages.needs_placing_decisions import PlacingDecisions
from ui.pages.needs_placing_filters import STATES, PlacingFilters
from ui.pages.needs_placing_foot import PlacingFoot
from ui.theme.theme import current
from ui.widgets.labels import Label
from ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from fastmap.model.meanings import TextId
    from fastmap.tasks.consolidating import Cluster
    from fastmap.tasks.remembering import Conflict
    from ui.pages.needs_vocabulary import VocabularyIndex
    from ui.session import SessionState

_NARROW = 540
"""Below this width the list leaves out what the card says anyway."""


class PlacingView(QWidget):
    """Clusters to decide about, those decided, and texts set aside."""

    say = Signal(str, str)
    skills_wanted = Signal(object, int, str)
    """The field that asks, number of the question, text: answer with `offer` of the field."""

    def __init__(self, desk: PlacingDesk, vocabulary: VocabularyIndex, *, parent: QWidget | None = None) -> None:
        """Decide at ``desk``."""
        super().__init__(parent)
        self._desk = desk
        self._vocabulary = vocabulary
        self._state: SessionState | None = None
        self.picked = ""
        """Key of the text that is decided about alone, "" for all of the cluster."""
        self._words = ClusterWords()
        self._elsewhere: dict[str, str] = {}
        """Key of a text → what it means in the file or table that disagreed."""
        self.filters = PlacingFilters(parent=self)
        self.table = self._build_table()
        self.done = Label("body", wrap=True, parent=self)
        self.done.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.done.set_muted(True)
        self.card = ClusterCard(self._desk, parent=self)
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(self.table, 12)
        across.addWidget(self.done, 12)
        across.addWidget(self.card, 8)
        self.foot = PlacingFoot(parent=self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(10)
        outer.addWidget(self.filters)
        outer.addLayout(across, 1)
        outer.addWidget(self.foot)
        self.decisions = PlacingDecisions(desk, self)
        self._connect()
        current().changed.connect(self._fit)
        self._fit()

    def _build_table(self) -> DataTable:
        columns = (
            Column[Any](key="skill", text=self.skill_words, role="key", stretch=True),
            Column[Any](key="texts", text=lambda c: " · ".join(t.text for t in c.texts), width=160, role="secondary"),
            Column[Any](key="sure", text=self._sure_words, tone=lambda c: doubt_tone(c, c.doubt), width=112),
            Column[Any](
                key="members", text=lambda c: count(c.members), sort=lambda c: c.members, numeric=True, width=86
            ),
            Column[Any](
                key="people", text=lambda c: count(c.short_12m), sort=lambda c: c.short_12m, numeric=True, width=88
            ),
        )
        return DataTable("textsTable", columns, lambda cluster: cluster.key, select_rows=True, parent=self)

    def _connect(self) -> None:
        self.filters.changed.connect(self._filter)
        self.table.row_chosen.connect(self._begin_cluster)
        self.table.selectionModel().selectionChanged.connect(self.show_chosen)
        self._desk.ready.connect(self._show_again)
        self._vocabulary.ready.connect(self._show_again)
        card = self.card
        card.picked.connect(self._pick)
        card.search.wanted.connect(lambda number, typed: self.skills_wanted.emit(card.search, number, typed))
        card.split.skills_wanted.connect(self.skills_wanted)
        self.decisions.said.connect(self.say)
        right = QShortcut(QKeySequence(Qt.Key.Key_Right), self.table, context=Qt.ShortcutContext.WidgetShortcut)
        right.activated.connect(card.pick_first)

    # --- showing ------------------------------------------------------------------------------------------------------

    def show_state(self, state: SessionState) -> None:
        """Show the clusters of a state; the next one takes the place of one that is decided."""
        self._state = state
        found = self._desk.clusters(state.snapshot)
        self.filters.offer(found, self._elsewhere, state.texts)
        place, chosen = max(self.table.currentIndex().row(), 0), self.table.chosen_row
        if chosen.startswith("waiting/"):
            place = 0  # proposals have come, and with them another order
        self.table.set_rows(found)
        self._filter(place=place, chosen=chosen)

    def retranslate(self) -> None:
        """Set every text."""
        self.table.set_titles(
            {
                "skill": self.tr("Skill"),
                "texts": self.tr("As firms wrote it"),
                "sure": self.tr("How sure"),
                "members": self.tr("Firms"),
                "people": self.tr("12 months"),
            }
        )
        self.table.set_words(self.tr("Texts of the firms, by skill"))
        self._words = ClusterWords()
        for part in (self.filters, self.foot, self.card):
            part.retranslate()

    def show_conflicts(self, conflicts: Sequence[Conflict]) -> None:
        """List the texts about which a file or table that was taken over disagrees."""
        from fastmap.model.meanings import key_of

        if self._state is None:
            return
        aside, language = self._state.texts.term("decision_kind.set_aside"), self._state.texts.language
        self._elsewhere = {
            f"{conflict.language}/{key_of(conflict.text)}": "; ".join(s.label(language) for s in conflict.there)
            or aside
            for conflict in conflicts
        }
        self.show_state(self._state)
        if conflicts:
            self.filters.show_only("decided" if any(conflict.here for conflict in conflicts) else "set_aside")
            self.filters.want_disputed()

    def choose(self, text_id: TextId) -> None:
        """Show one text, whatever was decided about it."""
        key = f"{text_id[1]}/{text_id[0]}"
        for state in STATES:
            self.filters.show_only(state)
            self.filters.want_all()
            cluster = next((c for c in self.table.rows.shown if any(text.key == key for text in c.texts)), None)
            if cluster is not None:
                self.table.choose(cluster.key)
                self.show_chosen()
                if len(cluster.text_ids) > 1:
                    self.card.choose_text(key)
                return

    def skill_words(self, cluster: Cluster) -> str:
        """Return the skill of a cluster, or what firms wrote."""
        if cluster.state.value != "set_aside" and cluster.skill is not None:
            return self._desk.label(cluster.skill)
        return f"“{cluster.texts[0].text}”"

    def _sure_words(self, cluster: Cluster) -> str:
        return self._words.sure(cluster, cluster.doubt, self._state.texts) if self._state is not None else ""

    def _show_again(self) -> None:
        if self._state is not None and self.isVisible():
            self.show_state(self._state)

    # --- what is chosen -----------------------------------------------------------------------------------------------

    @property
    def can_edit(self) -> bool:
        """Whether anything can be decided."""
        return self._state is not None and self._state.can_edit

    def current_cluster(self) -> Cluster | None:
        """Return what the card shows: the selected clusters as one."""
        from fastmap.tasks.consolidating import together

        chosen = self.selected()
        return together(chosen, self._state.snapshot) if chosen and self._state is not None else None

    def selected(self) -> list[Cluster]:
        """Return the selected clusters: they are decided about as one, and the one with the keyboard leads."""
        keys = set(self.table.selected_rows) or {self.table.chosen_row}
        by_key = {cluster.key: cluster for cluster in self.table.rows.shown}
        first = by_key.get(self.table.chosen_row)
        chosen = [cluster for key, cluster in by_key.items() if key in keys and cluster is not first]
        return [first, *chosen] if first is not None else chosen

    def show_chosen(self) -> None:
        """Show in the card what is chosen in the list."""
        cluster = self.current_cluster()
        if cluster is None or self._state is None:
            return
        if self.picked not in {text.key for text in cluster.texts}:
            self.picked = ""
        uris = tuple(dict.fromkeys(c.skill for c in self.selected() if c.skill is not None))
        merging = uris if self.filters.state == "decided" and len(uris) > 1 else ()
        self.card.show_cluster(cluster, self.picked, merging, self._state)
        told = (self._elsewhere.get(text.key) for text in cluster.texts if self.picked in ("", text.key))
        self.card.show_elsewhere(list(dict.fromkeys(skills for skills in told if skills)))

    def go_on(self) -> None:
        """Go back to the list after a decision."""
        self.picked = ""
        self.table.setFocus()

    def _begin_cluster(self) -> None:
        self.picked = ""
        self.show_chosen()

    def _pick(self, key: str) -> None:
        if not key:
            self.table.setFocus()
        if key != self.picked:
            self.picked = key
            self.show_chosen()

    # --- filtering ----------------------------------------------------------------------------------------------------

    def _filter(self, *, place: int = 0, chosen: str = "") -> None:
        """Leave in sight what is wanted; where what was ``chosen`` is not, choose what stands in its ``place``."""
        if self._state is None:
            return
        chosen = chosen or self.table.chosen_row
        self.table.rows.set_predicate(self.filters.predicate())
        shown = self.table.rows.shown
        if shown and chosen not in {cluster.key for cluster in shown}:
            self.picked = ""
            self.table.choose(shown[min(place, len(shown) - 1)].key)
        self._show_around(self._state, has_rows=bool(shown))
        self.show_chosen()

    def _show_around(self, state: SessionState, *, has_rows: bool) -> None:
        """Fill what stands above and below the list, and in its place where it is empty."""
        found = self._desk.clusters(state.snapshot)
        texts = {key: len({i for c in found if c.state.value == key for i in c.text_ids}) for key in STATES}
        self.filters.show_counts(texts, self._desk.exact, can_edit=state.can_edit)
        self.table.setVisible(has_rows)
        self.card.setVisible(has_rows)
        self.done.setVisible(not has_rows)
        self.done.setText(self._nothing_words())
        self.foot.show_keys(self.filters.state, are_useful=has_rows and state.can_edit)
        self.foot.show_ways(
            can_edit=state.can_edit,
            has_decisions=bool(texts["decided"] or texts["set_aside"]),
            has_vocabulary=self._vocabulary.index is not None,
            has_esco=self._vocabulary.has_esco,
        )

    def _nothing_words(self) -> str:
        if self.filters.is_narrowed:
            return self.tr("No text matches these filters.")
        match self.filters.state:
            case "open":
                return self.tr("Every text is decided. Under “Decided” you can look at each decision and take it back.")
            case "decided":
                return self.tr("Nothing is decided yet.")
        return self.tr("No text is set aside.")

    # --- place --------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave columns out where there is little room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.table.setColumnHidden(1, self.width() * 11 // 20 < current().px(_NARROW))
