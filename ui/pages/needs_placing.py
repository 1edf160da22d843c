"""The tab of texts: on the left clusters of what firms wrote, on the right what they may mean. One key, one decision."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.needs_cluster_card import MOST_OPTIONS, ClusterCard, count, doubt_of
from ui.pages.needs_cluster_words import ClusterWords, doubt_tone, language_name
from ui.pages.needs_desk import PlacingDesk
from ui.pages.needs_entry import NarrowBox
from ui.plain_text import literal
from ui.theme.theme import current
from ui.translating import locale
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Label
from ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from fastmap.model.ids import SkillUri
    from fastmap.model.meanings import TextId
    from fastmap.tasks.consolidating import Cluster, ClusterText
    from fastmap.tasks.remembering import Conflict
    from ui.pages.needs_vocabulary import VocabularyIndex
    from ui.session import SessionState
    from ui.widgets.completion import Suggestion

STATES = ("open", "decided", "set_aside")
_REMEMBERED, _DISPUTED = "remembered", "disputed"
_NARROW = 540
"""Below this width the list leaves out what the card says anyway."""


class PlacingView(QWidget):
    """Clusters to decide about, those decided, and texts set aside."""

    say = Signal(str, str)
    skills_wanted = Signal(object, int, str)
    """The field that asks, number of the question, text: answer with `offer` of the field."""
    vocabulary_wanted = Signal()
    export_wanted = Signal()
    import_wanted = Signal()
    recall_wanted = Signal()
    """Take the decisions of the previous round over."""

    def __init__(self, desk: PlacingDesk, vocabulary: VocabularyIndex, *, parent: QWidget | None = None) -> None:
        """Decide at ``desk``."""
        super().__init__(parent)
        self._desk = desk
        self._vocabulary = vocabulary
        self._state: SessionState | None = None
        self._picked = ""
        self._words = ClusterWords()
        self._recallable = 0
        self._elsewhere: dict[str, str] = {}
        self._build_bar()
        columns = (
            Column[Any](key="skill", text=self._skill_words, role="key", stretch=True),
            Column[Any](key="texts", text=lambda c: " · ".join(t.text for t in c.texts), width=160, role="secondary"),
            Column[Any](key="sure", text=self._sure_words, tone=self._sure_tone, width=112),
            Column[Any](
                key="members", text=lambda c: count(c.members), sort=lambda c: c.members, numeric=True, width=86
            ),
            Column[Any](
                key="people", text=lambda c: count(c.short_12m), sort=lambda c: c.short_12m, numeric=True, width=88
            ),
        )
        self.table = DataTable("textsTable", columns, lambda cluster: cluster.key, select_rows=True, parent=self)
        self.done = Label("body", wrap=True, parent=self)
        self.done.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.done.set_muted(True)
        self.card = ClusterCard(self._desk, parent=self)
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(self.table, 12)
        across.addWidget(self.done, 12)
        across.addWidget(self.card, 8)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(10)
        outer.addWidget(self._bar)
        outer.addLayout(across, 1)
        self._build_foot()
        outer.addWidget(self._foot)
        self._connect()
        current().changed.connect(self._fit)
        self._fit()

    def _build_bar(self) -> None:
        self._bar = QWidget(self)
        flow = FlowLayout(self._bar, spacing=8)
        self.chips = {key: Button(name, parent=self._bar) for key, name in zip(STATES, _CHIP_NAMES, strict=True)}
        for chip in self.chips.values():
            chip.setCheckable(True)
            flow.addWidget(chip)
        self.chips["open"].setChecked(True)
        self.by_doubt = NarrowBox("textsByDoubt", parent=self._bar)
        self.by_language = NarrowBox("textsByLanguage", parent=self._bar)
        self.accepting_exact = Button("placeCertain", "check", parent=self._bar)
        for widget in (self.by_doubt, self.by_language, self.accepting_exact):
            flow.addWidget(widget)

    def _build_foot(self) -> None:
        self._foot = QWidget(self)
        column = QVBoxLayout(self._foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.keys = Label("secondary", wrap=True, parent=self._foot)
        self.hint = Label("secondary", wrap=True, parent=self._foot)
        links = QWidget(self._foot)
        flow = FlowLayout(links, spacing=8)
        first = QHBoxLayout()
        first.setSpacing(8)
        self.recalling = LinkButton("recallPrevious", "clock-counter-clockwise", parent=links)
        self.importing = LinkButton("importDecisions", "file-arrow-down", parent=links)
        self.exporting = LinkButton("exportDecisions", "file-arrow-up", parent=links)
        self.vocabulary = LinkButton("showVocabulary", "books", parent=links)
        for link in (self.recalling, self.importing, self.exporting, self.vocabulary):
            flow.addWidget(link)
        first.addWidget(self.keys, 1)
        first.addWidget(links, 1)
        column.addLayout(first)
        column.addWidget(self.hint)

    def _connect(self) -> None:
        for key, chip in self.chips.items():
            chip.clicked.connect(lambda _=False, key=key: self._show_only(key))
        for box in (self.by_doubt, self.by_language):
            box.currentIndexChanged.connect(self._filter)
        self.accepting_exact.clicked.connect(self._accept_exact)
        self.vocabulary.clicked.connect(self.vocabulary_wanted)
        self.exporting.clicked.connect(self.export_wanted)
        self.importing.clicked.connect(self.import_wanted)
        self.recalling.clicked.connect(self.recall_wanted)
        self.table.row_chosen.connect(self._begin_cluster)
        self.table.selectionModel().selectionChanged.connect(self._show_chosen)
        self.table.row_opened.connect(lambda _: self._take_first())
        self._desk.ready.connect(self._show_again)
        self._vocabulary.ready.connect(self._show_again)
        card = self.card
        card.accepted.connect(self._accept)
        card.picked.connect(self._pick)
        card.answers.row_opened.connect(lambda _: self._take_first())
        card.keeping.clicked.connect(self._keep)
        card.renaming.clicked.connect(self._rename)
        card.name_entered.connect(self._enter_name)
        card.splitting.clicked.connect(self._split)
        card.setting_aside.clicked.connect(self._set_aside)
        card.taking_back.clicked.connect(self._take_back)
        card.search.wanted.connect(lambda number, typed: self.skills_wanted.emit(card.search, number, typed))
        card.search.chosen.connect(self._place_by_hand)
        card.split.wanted.connect(self._take_split)
        card.split.cancelled.connect(self._leave_split)
        card.split.skills_wanted.connect(self.skills_wanted)
        acts: tuple[tuple[str, Callable[[], None]], ...] = (
            ("O", self._keep),
            ("S", self._split),
            ("X", self._set_aside),
            ("T", self._take_back),
            ("R", self._begin_renaming),
            ("C", self._begin_search),
            ("M", self._begin_search),
            ("A", self._accept_exact),
        )
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for place in range(MOST_OPTIONS):
            digit = QShortcut(QKeySequence(str(place + 1)), self, context=context)
            digit.activated.connect(lambda place=place: self._accept(place))
        for letter, act in acts:
            QShortcut(QKeySequence(letter), self, context=context).activated.connect(act)
        right = QShortcut(QKeySequence(Qt.Key.Key_Right), self.table, context=Qt.ShortcutContext.WidgetShortcut)
        right.activated.connect(self.card.pick_first)

    # --- showing ------------------------------------------------------------------------------------------------------

    def show_state(self, state: SessionState) -> None:
        """Show the clusters of a state; the next one takes the place of one that is decided."""
        self._state = state
        found = self._desk.clusters(state.snapshot)
        self._offer_filters(found, state)
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
        self.by_doubt.setAccessibleName(self.tr("Only texts as sure as this"))
        self.by_language.setAccessibleName(self.tr("Only texts of this language"))
        self.vocabulary.setText(self.tr("Vocabulary…"))
        self.exporting.setText(self.tr("Save decisions as table…"))
        self.importing.setText(self.tr("Take decisions over…"))
        self.hint.setText(
            self.tr(
                "Only the starter list is loaded. For many more skills download ESCO (CSV, one package per language) "
                "from esco.ec.europa.eu and load it under Vocabulary, once per computer."
            )
        )
        self._words = ClusterWords()
        self.card.retranslate()

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
            self._show_only("decided" if any(conflict.here for conflict in conflicts) else "set_aside")
            self.by_doubt.choose(_DISPUTED)
            self._filter()

    def set_recallable(self, texts: int) -> None:
        """Say how many decisions of the previous round could be taken over."""
        self._recallable = texts
        self._show_recalling()

    def choose(self, text_id: TextId) -> None:
        """Show one text, whatever was decided about it."""
        key = f"{text_id[1]}/{text_id[0]}"
        for state in STATES:
            self._show_only(state)
            for box in (self.by_doubt, self.by_language):
                box.choose(None)
            self._filter()
            cluster = next((c for c in self.table.rows.shown if any(text.key == key for text in c.texts)), None)
            if cluster is not None:
                self.table.choose(cluster.key)
                self._show_chosen()
                if len(cluster.text_ids) > 1:
                    self.card.choose_text(key)
                return

    def current_cluster(self) -> Cluster | None:
        """Return what the card shows: the selected clusters as one."""
        from fastmap.tasks.consolidating import together

        chosen = self._selected()
        return together(chosen, self._state.snapshot) if chosen and self._state is not None else None

    def _selected(self) -> list[Cluster]:
        keys = set(self.table.selected_rows) or {self.table.chosen_row}
        by_key = {cluster.key: cluster for cluster in self.table.rows.shown}
        first = by_key.get(self.table.chosen_row)
        chosen = [cluster for key, cluster in by_key.items() if key in keys and cluster is not first]
        # Selected rows are decided about as one; the one with the keyboard leads.
        return [first, *chosen] if first is not None else chosen

    def _offer_filters(self, found: tuple[Cluster, ...], state: SessionState) -> None:
        doubts = self._words.doubts()
        there = {cluster.doubt.value for cluster in found if cluster.doubt is not None}
        kinds: list[tuple[object, str]] = [(key, words) for key, words in doubts.items() if key in there]
        if any(cluster.is_remembered for cluster in found):
            kinds.append((_REMEMBERED, self.tr("remembered")))
        if self._elsewhere:
            kinds.append((_DISPUTED, self.tr("decided otherwise elsewhere")))
        codes = sorted({code for cluster in found for code in cluster.languages})
        languages: list[tuple[object, str]] = [(code, language_name(code, state.texts)) for code in codes]
        for box, every, choices in (
            (self.by_doubt, self.tr("However sure"), kinds),
            (self.by_language, self.tr("All languages"), languages),
        ):
            chosen = box.currentData()
            known = [value for value, _ in choices]
            box.set_choices([(None, every), *choices], chosen if chosen in known else None)

    def _filter(self, _index: int = 0, *, place: int | None = None, chosen: str = "") -> None:
        wanted, doubt, language = self._shown_state, self.by_doubt.currentData(), self.by_language.currentData()

        def passes(cluster: Cluster) -> bool:
            is_wanted = cluster.state.value == wanted and (language is None or language in cluster.languages)
            if doubt == _REMEMBERED:
                return is_wanted and cluster.is_remembered
            if doubt == _DISPUTED:
                return is_wanted and any(text.key in self._elsewhere for text in cluster.texts)
            return is_wanted and (doubt is None or (cluster.doubt is not None and cluster.doubt.value == doubt))

        chosen = chosen or self.table.chosen_row
        self.table.rows.set_predicate(passes)
        shown = self.table.rows.shown
        if shown and chosen not in {cluster.key for cluster in shown}:
            self._picked = ""
            self.table.choose(shown[min(place or 0, len(shown) - 1)].key)
        self._show_bar(len(shown))
        self._show_chosen()

    def _show_bar(self, shown: int) -> None:
        assert self._state is not None  # shown before
        found = self._desk.clusters(self._state.snapshot)
        texts = {key: {i for c in found if c.state.value == key for i in c.text_ids} for key in STATES}
        number = locale().toString
        words = {
            "open": self.tr("To decide: {count}"),
            "decided": self.tr("Decided: {count}"),
            "set_aside": self.tr("Set aside: {count}"),
        }
        for key, chip in self.chips.items():
            chip.setText(literal(words[key].format(count=number(len(texts[key])))))
        can_edit, exact = self._state.can_edit, self._desk.exact
        self.accepting_exact.setText(self.tr("Accept %n equal text(s) (A)", "", exact))
        self.accepting_exact.setVisible(bool(exact) and can_edit and self._shown_state == "open")
        self.by_doubt.setVisible(self.by_doubt.count() > 1)
        self.by_language.setVisible(self.by_language.count() > 2)
        self.keys.setVisible(bool(shown) and can_edit)
        self.keys.setText(self._key_words())
        self.table.setVisible(bool(shown))
        self.card.setVisible(bool(shown))
        self.done.setVisible(not shown)
        self.done.setText(self._nothing_words())
        self.hint.setVisible(not self._vocabulary.has_esco)
        self.vocabulary.setVisible(self._vocabulary.index is not None)
        self.importing.setVisible(can_edit)
        self.exporting.setVisible(bool(texts["decided"] or texts["set_aside"]))
        self._show_recalling()

    def _show_recalling(self) -> None:
        can_edit = self._state is not None and self._state.can_edit
        self.recalling.setText(self.tr("Take over %n decision(s) of the previous round", "", self._recallable))
        self.recalling.setVisible(bool(self._recallable) and can_edit)

    def _key_words(self) -> str:
        match self._shown_state:
            case "open":
                return self.tr("Keys: Enter or 1 to 5 accept, C another skill, O own skill, S split, X set aside")
            case "decided":
                return self.tr("Keys: Shift+arrows choose several to merge, C merge or change, R rename, T take back")
        return self.tr("Keys: T take back")

    def _nothing_words(self) -> str:
        if self.by_doubt.currentData() is not None or self.by_language.currentData() is not None:
            return self.tr("No text matches these filters.")
        match self._shown_state:
            case "open":
                return self.tr("Every text is decided. Under “Decided” you can look at each decision and take it back.")
            case "decided":
                return self.tr("Nothing is decided yet.")
        return self.tr("No text is set aside.")

    def _begin_cluster(self, _key: str) -> None:
        self._picked = ""
        self._show_chosen()

    def _show_chosen(self, *_: object) -> None:
        cluster = self.current_cluster()
        if cluster is None or self._state is None:
            return
        if self._picked not in {text.key for text in cluster.texts}:
            self._picked = ""
        selected = self._selected()
        uris = tuple(dict.fromkeys(c.skill for c in selected if c.skill is not None))
        merging = uris if self._shown_state == "decided" and len(uris) > 1 else ()
        self.card.show_cluster(cluster, self._picked, merging, self._state)
        told = (self._elsewhere.get(text.key) for text in cluster.texts if self._picked in ("", text.key))
        self.card.show_elsewhere(list(dict.fromkeys(skills for skills in told if skills)))

    def _pick(self, key: str) -> None:
        if not key:
            self.table.setFocus()
        if key != self._picked:
            self._picked = key
            self._show_chosen()

    def _show_again(self) -> None:
        if self._state is not None and self.isVisible():
            self.show_state(self._state)

    @property
    def _shown_state(self) -> str:
        return next(key for key, chip in self.chips.items() if chip.isChecked())

    def _show_only(self, state: str) -> None:
        for key, chip in self.chips.items():
            chip.setChecked(key == state)
        if self._state is not None:
            self._filter()

    def _skill_words(self, cluster: Cluster) -> str:
        if cluster.state.value != "set_aside" and cluster.skill is not None:
            return self._desk.label(cluster.skill)
        return f"“{cluster.texts[0].text}”"

    def _sure_words(self, cluster: Cluster) -> str:
        return self._words.sure(cluster, cluster.doubt, self._state.texts) if self._state is not None else ""

    def _sure_tone(self, cluster: Cluster) -> str:
        return doubt_tone(cluster, cluster.doubt)

    # --- decisions ----------------------------------------------------------------------------------------------------

    def _scope(self, *states: str) -> tuple[Cluster, tuple[TextId, ...]] | None:
        """Return the cluster and the texts that a decision is about; ``None`` where there is nothing to decide."""
        cluster = self.current_cluster()
        if cluster is None or self._state is None or not self._state.can_edit or cluster.state.value not in states:
            return None
        picked = tuple(dict.fromkeys(text.text_id for text in cluster.texts if text.key == self._picked))
        return cluster, picked or cluster.text_ids

    def _after(self, made: bool) -> None:  # noqa: FBT001 - the outcome of a decision
        if made:
            self._picked = ""
            self.table.setFocus()

    def _take_first(self) -> None:
        """Take what is proposed. Where nothing is close, Enter takes nothing: whoever goes down the list means no "yes"."""
        scope = self._scope("open")
        if scope is not None:
            text = next((text for text in scope[0].texts if text.key == self._picked), None)
            if doubt_of(scope[0], text) == "nothing":
                self.say.emit(
                    "neutral",
                    self.tr("Nothing is close to it. O keeps the firm’s words, 1 to 5 takes a skill all the same."),
                )
                return
        self._accept(0)

    def _accept(self, place: int) -> None:
        scope = self._scope("open", "decided")
        if scope is None:
            return
        cluster, texts = scope
        if place == 0 and cluster.state.value == "open" and not self.card.split.isHidden():
            self.card.split.take()
            return
        if place >= len(self.card.options):
            return
        uri = self.card.options[place]
        if cluster.state.value == "open":
            self._after(self._desk.place(texts, uri))
        elif len(self.card.options) > 1:
            self._after(self._desk.merge(self.card.options, uri))
        else:
            self._after(self._desk.confirm(cluster))

    def _keep(self) -> None:
        if (scope := self._scope("open")) is not None:
            self._after(self._desk.keep_words(scope[1], self.card.name.text()))

    def _enter_name(self) -> None:
        if self._scope("open") is not None:
            self._keep()
        else:
            self._rename()

    def _begin_renaming(self) -> None:
        if self._scope("decided") is not None and self.card.name.isVisible():
            self.card.name.setFocus()
            self.card.name.selectAll()

    def _rename(self) -> None:
        scope = self._scope("decided")
        if scope is not None and scope[0].skill is not None and self.card.name.isVisible():
            self._after(self._desk.rename(scope[0].skill, self.card.name.text()))

    def _split(self) -> None:
        scope = self._scope("open")
        if scope is None:
            return
        text = self._text_to_split(scope[0])
        if len(scope[1]) > 1:
            self.card.choose_text(text.key)
        self.card.begin_split(text)
        self.card.split.focus_first()

    def _text_to_split(self, cluster: Cluster) -> ClusterText:
        """Return the text picked, else the first that seems to have parts."""
        picked = next((text for text in cluster.texts if text.key == self._picked), None)
        parted = next((text for text in cluster.texts if text.proposal is not None and text.proposal.parts), None)
        return picked or parted or cluster.texts[0]

    def _take_split(self, parts: list[Any]) -> None:
        if (scope := self._scope("open")) is not None:
            self._after(self._desk.split(self._text_to_split(scope[0]).text_id, parts))

    def _leave_split(self) -> None:
        self.card.end_split()
        self._show_chosen()
        self.table.setFocus()

    def _set_aside(self) -> None:
        if (scope := self._scope("open", "decided")) is not None:
            self._after(self._desk.set_aside(scope[1]))

    def _take_back(self) -> None:
        if (scope := self._scope("decided", "set_aside")) is not None:
            self._after(self._desk.take_back(scope[1]))

    def _begin_search(self) -> None:
        if self._scope(*STATES) is not None:
            if not self.card.split.isHidden():
                self.card.end_split()
                self._show_chosen()
            self.card.search.setFocus()

    def _place_by_hand(self, suggestion: Suggestion) -> None:
        scope = self._scope(*STATES)
        if scope is None or suggestion.value is None:
            return
        uri: SkillUri = suggestion.value  # type: ignore[assignment]  # put there by the presenter
        self.card.search.begin_with("")
        cluster, texts = scope
        if cluster.state.value == "decided" and not self._picked:
            merged = [chosen.skill for chosen in self._selected() if chosen.skill is not None]
            self._after(self._desk.merge(merged, uri))
        else:
            self._after(self._desk.place(texts, uri))

    def _accept_exact(self) -> None:
        if self._state is None or not self._state.can_edit or self._shown_state != "open":
            return
        placed = self._desk.accept_exact()
        if placed:
            self.say.emit("good", self.tr("%n text(s) placed.", "", placed))
            self._after(made=True)

    # --- place --------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave columns out where there is little room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        px = current().px
        is_narrow = self.width() * 11 // 20 < px(_NARROW)
        self.table.setColumnHidden(1, is_narrow)
        for box in (self.by_doubt, self.by_language):
            box.setFixedWidth(px(142))


_CHIP_NAMES = ("textsOpen", "textsPlaced", "textsAside")
