"""The tab of texts: on the left what firms wrote, on the right what it may mean. One key, one decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.needs_desk import MOST_CANDIDATES, PlacingDesk, TextItem
from ui.pages.needs_words import NeedWords
from ui.plain_text import literal
from ui.theme.theme import current
from ui.translating import locale
from ui.widgets.buttons import Button, LinkButton, PrimaryButton
from ui.widgets.cards import Card, Rule, clear, scrolling
from ui.widgets.completion import CompletionField
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Badge, Label
from ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from fastmap.model.choices import SkillKind
    from fastmap.model.ids import SkillUri
    from fastmap.tasks.placing import TextId
    from fastmap.texts import Texts
    from fastmap.vocabulary.results import Candidate
    from ui.pages.needs_vocabulary import VocabularyIndex
    from ui.session import SessionState
    from ui.widgets.completion import Suggestion

_MOST_VOICES = 60


class PlacingView(QWidget):
    """Texts without a skill, and those placed already."""

    say = Signal(str, str)
    skills_wanted = Signal(int, str)
    esco_wanted = Signal()

    def __init__(self, desk: PlacingDesk, vocabulary: VocabularyIndex, *, parent: QWidget | None = None) -> None:
        """Decide at ``desk``."""
        super().__init__(parent)
        self._desk = desk
        self._vocabulary = vocabulary
        self._state: SessionState | None = None
        self._shows_placed = False
        self._build_bar()
        columns = (
            Column[TextItem](key="text", text=lambda item: item.text, role="key", stretch=True),
            Column[TextItem](key="skill", text=self._skill_words, width=150, role="secondary"),
            Column[TextItem](
                key="members",
                text=lambda item: locale().toString(item.members),
                sort=lambda item: item.members,
                numeric=True,
                width=96,
            ),
        )
        self.table = DataTable("textsTable", columns, lambda item: item.key, select_rows=True, parent=self)
        self.done = Label("body", wrap=True, parent=self)
        self.done.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.done.set_muted(True)
        self.card = _TextCard(self._desk, parent=self)
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(self.table, 10)
        across.addWidget(self.done, 10)
        across.addWidget(self.card, 9)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(10)
        outer.addWidget(self._bar)
        outer.addLayout(across, 1)
        self._hint_row = QWidget(self)
        hint = QHBoxLayout(self._hint_row)
        hint.setContentsMargins(0, 0, 0, 0)
        hint.setSpacing(8)
        self.hint = Label("secondary", wrap=True, parent=self._hint_row)
        self.loading_esco = LinkButton("loadEsco", "file-arrow-down", parent=self._hint_row)
        hint.addWidget(self.hint, 1)
        hint.addWidget(self.loading_esco)
        outer.addWidget(self._hint_row)
        self._connect()

    def _build_bar(self) -> None:
        self._bar = QWidget(self)
        flow = FlowLayout(self._bar, spacing=8)
        self.undecided = Button("textsOpen", parent=self._bar)
        self.placed = Button("textsPlaced", parent=self._bar)
        for chip in (self.undecided, self.placed):
            chip.setCheckable(True)
            flow.addWidget(chip)
        self.undecided.setChecked(True)
        self.placing_certain = Button("placeCertain", "check", parent=self._bar)
        self.keys = Label("secondary", parent=self._bar)
        flow.addWidget(self.placing_certain)
        flow.addWidget(self.keys)

    def _connect(self) -> None:
        self.undecided.clicked.connect(lambda: self._show_placed(is_placed=False))
        self.placed.clicked.connect(lambda: self._show_placed(is_placed=True))
        self.placing_certain.clicked.connect(self._place_certain)
        self.loading_esco.clicked.connect(self.esco_wanted)
        self.table.row_chosen.connect(self._show_item)
        self._desk.ready.connect(self._show_again)
        self._vocabulary.ready.connect(self._show_again)
        self.card.accepted.connect(self._accept)
        self.card.keeping.clicked.connect(self._keep)
        self.card.skipping.clicked.connect(self._skip)
        self.card.taking_back.clicked.connect(self._take_back)
        self.card.search.wanted.connect(self.skills_wanted)
        self.card.search.chosen.connect(self._place_by_hand)
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for place in range(MOST_CANDIDATES):
            key = QShortcut(QKeySequence(str(place + 1)), self, context=context)
            key.activated.connect(lambda place=place: self._accept(place))
        for letter, act in (("O", self._keep), ("S", self._skip)):
            QShortcut(QKeySequence(letter), self, context=context).activated.connect(act)

    # --- showing ------------------------------------------------------------------------------------------------------

    def show_state(self, state: SessionState) -> None:
        """Show the texts of a state; the next one takes the place of one that is decided."""
        self._state = state
        snapshot = state.snapshot
        items = self._desk.placed_items(snapshot) if self._shows_placed else self._desk.open_items(snapshot)
        place = max(self.table.currentIndex().row(), 0)
        chosen = self.table.chosen_row
        self.table.set_rows(items)
        shown = self.table.rows.shown
        if shown and chosen not in {item.key for item in shown}:
            self.table.choose(shown[min(place, len(shown) - 1)].key)
        self._show_bar(len(items))
        self._show_item(self.table.chosen_row)

    def retranslate(self) -> None:
        """Set every text."""
        self.table.set_titles(
            {"text": self.tr("As firms wrote it"), "skill": self.tr("Skill"), "members": self.tr("Firms")}
        )
        self.table.set_words(self.tr("Texts of the firms"))
        self.keys.setText(self.tr("Keys: 1 to 5 accept, O own skill, S skip, arrows next"))
        self.loading_esco.setText(self.tr("Load ESCO…"))
        self.hint.setText(
            self.tr(
                "Only the starter list is loaded. For many more skills download ESCO (CSV, one package per language) "
                "from esco.ec.europa.eu and load it here, once per computer."
            )
        )
        self.card.retranslate()

    def choose(self, text_id: TextId) -> None:
        """Show one text, placed or not."""
        key = f"{text_id[1]}/{text_id[0]}"
        for is_placed in (False, True):
            self._show_placed(is_placed=is_placed)
            if any(item.key == key for item in self.table.rows.shown):
                self.table.choose(key)
                return

    def offer_skills(self, number: int, suggestions: list[Suggestion]) -> None:
        """Answer `skills_wanted`."""
        self.card.search.offer(number, suggestions)

    def current_item(self) -> TextItem | None:
        """Return the text on the right."""
        key = self.table.chosen_row
        return next((item for item in self.table.rows.shown if item.key == key), None)

    def _show_bar(self, count: int) -> None:
        assert self._state is not None  # shown before
        from ui.pages.needs_presenter import overview

        undecided = len(overview(self._state.snapshot).open)
        self.undecided.setText(self.tr("To place: {count}").format(count=locale().toString(undecided)))
        self.placed.setText(self.tr("Placed"))
        certain = len(self._desk.certain)
        self.placing_certain.setText(self.tr("Place %n text(s) equal to a skill", "", certain))
        self.placing_certain.setVisible(bool(certain) and self._state.can_edit and not self._shows_placed)
        self.keys.setVisible(bool(count) and not self._shows_placed and self._state.can_edit)
        self.table.setVisible(bool(count))
        self.done.setVisible(not count)
        self.card.setVisible(bool(count))
        self.done.setText(
            self.tr("No text is placed yet.")
            if self._shows_placed
            else self.tr("Every text has its skill. Under “Placed” you can look at each decision and take it back.")
        )
        self._hint_row.setVisible(not self._vocabulary.has_esco)

    def _show_item(self, _key: str) -> None:
        item = self.current_item()
        if item is not None and self._state is not None:
            self.card.show_item(item, self._state, self._vocabulary)

    def _show_again(self) -> None:
        if self._state is not None and self.isVisible():
            self.show_state(self._state)

    def _show_placed(self, *, is_placed: bool) -> None:
        self._shows_placed = is_placed
        self.placed.setChecked(is_placed)
        self.undecided.setChecked(not is_placed)
        if self._state is not None:
            self.show_state(self._state)

    def _skill_words(self, item: TextItem) -> str:
        if item.skill is not None and self._state is not None:
            return item.skill.label(self._state.texts.language)
        if item.is_certain:
            return QCoreApplication.translate("PlacingView", "equal to a skill")
        if item.candidates is None:
            return "…"
        return NeedWords().candidates(len(item.candidates))

    # --- decisions ----------------------------------------------------------------------------------------------------

    def _can_decide(self) -> TextItem | None:
        item = self.current_item()
        can_edit = self._state is not None and self._state.can_edit
        return item if item is not None and item.skill is None and can_edit else None

    def _accept(self, place: int) -> None:
        if (item := self._can_decide()) is not None:
            self._desk.accept(item, place)

    def _keep(self) -> None:
        if (item := self._can_decide()) is not None:
            self._desk.keep_words(item)

    def _skip(self) -> None:
        item = self._can_decide()
        if item is None or self._state is None:
            return
        place = self.table.currentIndex().row()
        self._desk.skip(item)
        self.show_state(self._state)
        shown = self.table.rows.shown
        self.table.choose(shown[place if place < len(shown) - 1 else 0].key)

    def _place_by_hand(self, suggestion: Suggestion) -> None:
        item = self._can_decide()
        if item is not None and suggestion.value is not None:
            uri: SkillUri = suggestion.value  # type: ignore[assignment]  # put there by the presenter
            self.card.search.begin_with("")
            self._desk.place_by_hand(item, uri)
            self.table.setFocus()

    def _take_back(self) -> None:
        item = self.current_item()
        if item is not None and item.skill is not None:
            self._desk.take_back(item.text_id)

    def _place_certain(self) -> None:
        placed = self._desk.place_certain()
        if placed:
            self.say.emit("good", self.tr("%n text(s) placed.", "", placed))


class _TextCard(Card):
    """One text: who wrote it, what it may mean, what was decided."""

    accepted = Signal(int)

    def __init__(self, desk: PlacingDesk, *, parent: QWidget | None = None) -> None:
        super().__init__("textCard", parent=parent)
        self._desk = desk
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(10)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.title = Label("card", wrap=True, parent=content)
        self.about = Label("secondary", wrap=True, parent=content)
        self.meaning = Label("heading", wrap=True, parent=content)
        self._candidates = QVBoxLayout()
        self._candidates.setSpacing(6)
        self.decisions = QWidget(content)
        flow = FlowLayout(self.decisions, spacing=8)
        self.keeping = Button("keepWords", parent=self.decisions)
        self.skipping = Button("skipText", parent=self.decisions)
        flow.addWidget(self.keeping)
        flow.addWidget(self.skipping)
        self.search = CompletionField("searchSkill", allows_own_words=False, parent=content)
        self.taking_back = Button("takeBackText", "arrow-counter-clockwise", parent=content)
        self.raw_title = Label("heading", parent=content)
        self._voices = QVBoxLayout()
        self._voices.setSpacing(6)
        column.addWidget(self.title)
        column.addWidget(self.about)
        column.addWidget(self.meaning)
        column.addLayout(self._candidates)
        column.addWidget(self.search)
        column.addWidget(self.decisions)
        column.addWidget(self.taking_back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Rule(parent=content))
        column.addWidget(self.raw_title)
        column.addLayout(self._voices)
        self.body.addWidget(scrolling(content, name="textCardScroll", parent=self))
        self._shown: TextItem | None = None

    def retranslate(self) -> None:
        self.keeping.setText(self.tr("Keep as own skill (O)"))
        self.skipping.setText(self.tr("Skip (S)"))
        self.search.setPlaceholderText(self.tr("Search another skill"))
        self.search.setAccessibleName(self.tr("Search another skill"))
        self.taking_back.setText(self.tr("Take back where it was placed"))
        self.raw_title.setText(self.tr("Who wrote it, and how"))
        self._shown = None

    def show_item(self, item: TextItem, state: SessionState, vocabulary: VocabularyIndex) -> None:
        if item == self._shown:
            return
        is_other = self._shown is None or self._shown.key != item.key
        self._shown = item
        texts = state.texts
        self.title.setText(f"“{item.text}”")
        firms = self.tr("%n firm(s)", "", item.members)
        self.about.setText(f"{firms} · {_language_name(item.text_id[1], texts)}")
        is_open = item.skill is None
        self.decisions.setVisible(is_open and state.can_edit)
        self.search.setVisible(is_open and state.can_edit)
        self.taking_back.setVisible(not is_open and state.can_edit)
        if is_other:
            self.search.begin_with("")
        clear(self._candidates)
        if is_open:
            self._show_candidates(item, state, vocabulary)
        else:
            self._show_placed(item, texts)
        clear(self._voices)
        self._show_voices(item, state)

    def _show_candidates(self, item: TextItem, state: SessionState, vocabulary: VocabularyIndex) -> None:
        certain = self._desk.certain_skill(item)
        if certain is not None:
            self.meaning.setText(self.tr("It equals the name of this skill"))
            theme = _theme(certain.kind, state.texts)
            self._add_candidate(0, certain.label(item.text_id[1]), theme, can_edit=state.can_edit)
            return
        if item.candidates is None:
            self.meaning.setText(self.tr("Looking for skills…"))
            return
        self.meaning.setText(self.tr("It may mean") if item.candidates else self.tr("Nothing like it was found"))
        for place, candidate in enumerate(item.candidates[:MOST_CANDIDATES]):
            kind = _kind(vocabulary, candidate)
            detail = " · ".join(filter(None, (_theme(kind, state.texts), _reason(candidate, state.texts))))
            self._add_candidate(place, candidate.label, detail, can_edit=state.can_edit)

    def _add_candidate(self, place: int, label: str, detail: str, *, can_edit: bool) -> None:
        row = QWidget(self)
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(10)
        number = Badge(str(place + 1), "primary", parent=row)
        number.setFixedWidth(current().px(24))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Label("key", label, wrap=True, parent=row))
        words.addWidget(Label("secondary", detail, wrap=True, parent=row))
        name = f"acceptCandidate{place + 1}"
        button = PrimaryButton(name, parent=row) if place == 0 else Button(name, parent=row)
        button.setText(self.tr("Accept"))
        button.setAccessibleName(self.tr("Accept {skill}").replace("{skill}", literal(label)))
        button.setVisible(can_edit)
        button.clicked.connect(lambda: self.accepted.emit(place))
        across.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(words, 1)
        across.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._candidates.addWidget(row)

    def _show_placed(self, item: TextItem, texts: Texts) -> None:
        assert item.skill is not None  # shown as placed
        self.meaning.setText(item.skill.label(texts.language))
        how = texts.term(f"mapping_how.{item.how.value}") if item.how is not None else ""
        source = texts.term(f"skill_source.{item.skill.source.value}")
        parts = [_theme(item.skill.kind, texts), source, how]
        self._candidates.addWidget(Label("secondary", " · ".join(filter(None, parts)), wrap=True, parent=self))

    def _show_voices(self, item: TextItem, state: SessionState) -> None:
        names = {member.code: member.name for member in state.snapshot.members}
        for voice in item.voices[:_MOST_VOICES]:
            name = names.get(voice.member, self.tr("member not known yet")) if voice.member else ""
            who = name or self.tr("member not known yet")
            if voice.row is None:
                who = self.tr("{member}, as a skill that goes unused").replace("{member}", who)
            box = QWidget(self)
            lines = QVBoxLayout(box)
            lines.setContentsMargins(0, 0, 0, 0)
            lines.setSpacing(0)
            lines.addWidget(Label("body", voice.text, wrap=True, parent=box))
            lines.addWidget(Label("secondary", who, wrap=True, parent=box))
            self._voices.addWidget(box)
        rest = len(item.voices) - _MOST_VOICES
        if rest > 0:
            self._voices.addWidget(Label("secondary", self.tr("and %n more", "", rest), parent=self))


def _kind(vocabulary: VocabularyIndex, candidate: Candidate) -> SkillKind | None:
    index = vocabulary.index
    return index.skill(candidate.uri).kind if index is not None and candidate.uri in index else None


def _theme(kind: SkillKind | None, texts: Texts) -> str:
    word = texts.term(f"skill_kind.{kind}") if kind is not None else ""
    return word[:1].upper() + word[1:]


def _reason(candidate: Candidate, texts: Texts) -> str:
    if candidate.how.value == "exact":
        return QCoreApplication.translate("PlacingView", "has this name, as others do")
    if candidate.how.value == "other_language":
        return QCoreApplication.translate("PlacingView", "has this name in another language")
    words = QCoreApplication.translate("PlacingView", "{share} alike")
    alike = words.replace("{share}", texts.percent(candidate.score))
    return f"{alike}: {candidate.name}" if candidate.name != candidate.label else alike


def _language_name(code: str, texts: Texts) -> str:
    key = f"form.language.{code}"
    return texts.term(key) if key in texts else code.upper()
