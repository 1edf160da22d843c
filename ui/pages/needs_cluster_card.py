"""One cluster beside the list: what is proposed, what else it may be, and every raw answer behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.pages.needs_cluster_words import ClusterWords, doubt_tone, theme
from ui.pages.needs_split import SplitPanel
from ui.plain_text import literal
from ui.theme.theme import current
from ui.translating import locale
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.cards import Card, clear, scrolling
from ui.widgets.completion import CompletionField
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Badge, Label
from ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from fastmap.model.ids import SkillUri
    from fastmap.model.voices import Voice
    from fastmap.tasks.consolidating import Cluster, ClusterText
    from ui.pages.needs_desk import PlacingDesk
    from ui.session import SessionState

MOST_OPTIONS = 5
_LOW = 300
"""Below this height one raw answer is in sight, without titles."""
_HIGH = 520
_WIDE = 380
"""Below this width the answers name the firm only; where each stands is in its tooltip."""
_HEAD_HEIGHT, _ROW_HEIGHT = 40, 42
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Answer:
    """One raw answer behind a cluster."""

    key: str
    text_key: str
    """Key of its `ClusterText`."""
    words: str
    who: str
    where: str


class ClusterCard(Card):
    """Shows a cluster, or one text picked out of it, and takes decisions about it."""

    accepted = Signal(int)
    """Place of the option, from 0."""
    picked = Signal(str)
    """Key of the text to decide about alone, "" for all of them."""
    name_entered = Signal()

    def __init__(self, desk: PlacingDesk, *, parent: QWidget | None = None) -> None:
        """Ask ``desk`` for names of skills."""
        super().__init__("textCard", parent=parent)
        self._desk = desk
        self._shown: tuple[Any, ...] = ()
        self.options: tuple[SkillUri, ...] = ()
        """What the digits stand for."""
        content = QWidget()
        self._content = content
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(8)
        # A stretch at the end, no alignment: with one Qt guesses the height of wrapped text, and cuts it.
        head = QHBoxLayout()
        head.setSpacing(8)
        self.title = Label("card", wrap=True, parent=content)
        self.sure = Badge(parent=content)
        head.addWidget(self.title, 1)
        head.addWidget(self.sure, 0, Qt.AlignmentFlag.AlignTop)
        self.about = Label("secondary", wrap=True, parent=content)
        self.scope = Label("secondary", wrap=True, parent=content)
        self.scope.setObjectName("textScope")
        self.elsewhere = Label("secondary", wrap=True, parent=content)
        self.elsewhere.setObjectName("textElsewhere")
        self._options = QVBoxLayout()
        self._options.setSpacing(6)
        self.split = SplitPanel(parent=content)
        self.search = CompletionField("searchSkill", allows_own_words=False, parent=content)
        self._build_own_row(content)
        self._build_decisions(content)
        column.addLayout(head)
        for label in (self.about, self.scope, self.elsewhere):
            column.addWidget(label)
        column.addLayout(self._options)
        for widget in (self.split, self.search, self._own_row, self.decisions):
            column.addWidget(widget)
        column.addStretch(1)
        self._scroll = scrolling(content, name="textCardScroll", parent=self)
        self.body.addWidget(self._scroll, 1)
        self._build_answers()
        current().changed.connect(self._fit)
        self._fit()

    def _build_own_row(self, parent: QWidget) -> None:
        self._own_row = QWidget(parent)
        own = QHBoxLayout(self._own_row)
        own.setContentsMargins(0, 0, 0, 0)
        own.setSpacing(8)
        self.name = QLineEdit(self._own_row)
        self.name.setObjectName("ownName")
        self.name.installEventFilter(self)
        self.keeping = Button("keepWords", parent=self._own_row)
        self.renaming = Button("renameSkill", parent=self._own_row)
        own.addWidget(self.name, 1)
        own.addWidget(self.keeping)
        own.addWidget(self.renaming)

    def _build_decisions(self, parent: QWidget) -> None:
        self.decisions = QWidget(parent)
        flow = FlowLayout(self.decisions, spacing=8)
        self.splitting = Button("splitText", "scissors", parent=self.decisions)
        self.setting_aside = Button("setAside", "archive", parent=self.decisions)
        self.taking_back = Button("takeBackText", "arrow-counter-clockwise", parent=self.decisions)
        for button in (self.splitting, self.setting_aside, self.taking_back):
            flow.addWidget(button)

    def _build_answers(self) -> None:
        columns = (
            Column[Answer](key="words", text=lambda answer: answer.words, role="key", stretch=True),
            Column[Answer](
                key="who",
                text=lambda answer: answer.who,
                tooltip=lambda answer: f"{answer.who}, {answer.where}",
                width=124,
            ),
            Column[Answer](key="where", text=lambda answer: answer.where, width=104, role="secondary"),
        )
        self.answers = DataTable("clusterAnswers", columns, lambda answer: answer.key, select_rows=True, parent=self)
        self.answers.installEventFilter(self)
        self.body.addWidget(self.answers)
        self.answers.row_chosen.connect(self._pick)

    # --- words --------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Set every text that does not depend on the cluster."""
        self.split.retranslate()
        self.search.setPlaceholderText(self.tr("Another skill (C)"))
        self.search.setAccessibleName(self.tr("Search another skill"))
        self.name.setAccessibleName(self.tr("Name of the own skill"))
        self.name.setPlaceholderText(self.tr("Name of the own skill"))
        self.keeping.setText(self.tr("Own skill (O)"))
        self.renaming.setText(self.tr("Rename (R)"))
        self.splitting.setText(self.tr("Split (S)"))
        self.setting_aside.setText(self.tr("Set aside (X)"))
        self.taking_back.setText(self.tr("Take back (T)"))
        titles = {"words": self.tr("As written"), "who": self.tr("Firm"), "where": self.tr("Where")}
        self.answers.set_titles(titles)
        self.answers.set_words(self.tr("Raw answers behind it"))
        self._shown = ()

    # --- showing ------------------------------------------------------------------------------------------------------

    def show_elsewhere(self, skills: list[str]) -> None:
        """Say what the texts mean in the file or table that disagreed."""
        self.elsewhere.setVisible(bool(skills))
        self.elsewhere.setText(self.tr("Decided otherwise elsewhere: {skills}").replace("{skills}", "; ".join(skills)))

    def show_cluster(self, whole: Cluster, picked: str, chosen: tuple[SkillUri, ...], state: SessionState) -> None:
        """Show ``whole``, or its text with the key ``picked`` alone; ``chosen``: the skills selected, to be merged."""
        if (whole, picked, chosen, state.can_edit, state.texts) == self._shown:
            return
        is_other = not self._shown or self._shown[0].key != whole.key or self._shown[1] != picked
        self._shown = (whole, picked, chosen, state.can_edit, state.texts)
        if is_other:
            self.split.hide()
            self.search.begin_with("")
        words = ClusterWords()
        text = next((text for text in whole.texts if text.key == picked), None)
        self._show_head(whole, text, words, state)
        self._show_options(whole, text, chosen, state)
        self._show_buttons(whole, text, state)
        if is_other:
            self.name.setText(self._name_for(whole, text))
            self.name.setCursorPosition(0)
            if doubt_of(whole, text) == "several" and state.can_edit and len(chosen) < 2:
                self.begin_split(text or whole.texts[0])
        self._show_answers(whole, words, state)
        layout = self._content.layout()
        assert layout is not None  # made with the card
        layout.activate()  # or the first picture shows the old heights
        if is_other:
            # The keyboard that left a button of the cluster before may have scrolled the name of this one away.
            self._scroll.verticalScrollBar().setValue(0)

    def _show_head(self, whole: Cluster, text: ClusterText | None, words: ClusterWords, state: SessionState) -> None:
        shown = text.text if text is not None else whole.texts[0].text
        title = f"“{shown}”" if text is not None or whole.skill is None else self._desk.label(whole.skill)
        self.title.setText(title)
        doubt = text.proposal.doubt if text is not None and text.proposal is not None else whole.doubt
        self.sure.set_badge(words.sure(whole, doubt, state.texts), doubt_tone(whole, doubt))
        self.about.setText(words.about(whole))
        self.scope.setVisible(len(whole.text_ids) > 1)
        if text is not None:
            self.scope.setText(self.tr("You decide about this text alone. Esc: about all of them."))
        else:
            self.scope.setText(
                self.tr("You decide about %n text(s) at once. Arrow right: pick one out.", "", len(whole.text_ids))
            )

    def _show_options(
        self, whole: Cluster, text: ClusterText | None, chosen: tuple[SkillUri, ...], state: SessionState
    ) -> None:
        clear(self._options)
        words = ClusterWords()
        if len(chosen) > 1 and text is None:
            self.options = chosen[:MOST_OPTIONS]
            for place, uri in enumerate(self.options):
                self._add_option(place, uri, self.tr("Merge into this"), "", can_edit=state.can_edit)
            return
        found = text.proposal.options if text is not None and text.proposal is not None else whole.options
        if whole.state.value != "open":
            self.options = ()
            if whole.is_remembered and whole.skill is not None:
                self.options = (whole.skill,)
                detail = self.tr("Remembered from an earlier round or another cluster")
                self._add_option(0, whole.skill, self.tr("Confirm"), detail, can_edit=state.can_edit)
            return
        self.options = tuple(option.uri for option in found[:MOST_OPTIONS])
        is_proposed = doubt_of(whole, text) != "nothing"
        if whole.doubt is None:
            self._options.addWidget(Label("secondary", self.tr("Looking for skills…"), parent=self))
        for place, option in enumerate(found[:MOST_OPTIONS]):
            skill = self._desk.skill(option.uri)
            kind = theme(skill.kind if skill is not None else None, state.texts)
            detail = " · ".join(filter(None, (kind, words.reason(option, self._desk.label(option.uri), state.texts))))
            self._add_option(
                place, option.uri, self.tr("Accept"), detail, can_edit=state.can_edit, is_proposed=is_proposed
            )

    def _add_option(
        self, place: int, uri: SkillUri, verb: str, detail: str, *, can_edit: bool, is_proposed: bool = True
    ) -> None:
        row = QWidget(self)
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(10)
        number = Badge(str(place + 1), "primary", parent=row)
        number.setFixedWidth(current().px(24))
        words = QVBoxLayout()
        words.setSpacing(1)
        label = self._desk.label(uri)
        words.addWidget(Label("key", label, wrap=True, parent=row))
        if detail:
            words.addWidget(Label("secondary", detail, wrap=True, parent=row))
        name = f"acceptCandidate{place + 1}"
        button = PrimaryButton(name, parent=row) if is_proposed and place == 0 else Button(name, parent=row)
        button.setText(verb)
        button.setAccessibleName(f"{verb}: {literal(label)}")
        button.setVisible(can_edit)
        button.clicked.connect(lambda: self.accepted.emit(place))
        across.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(words, 1)
        across.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._options.addWidget(row)
        row.show()  # at once: what is shown later is missing when heights are worked out

    def _show_buttons(self, whole: Cluster, text: ClusterText | None, state: SessionState) -> None:
        is_open = whole.state.value == "open"
        skill = self._desk.skill(whole.skill) if whole.skill is not None and not is_open else None
        is_own = skill is not None and skill.source.value == "own"
        for widget in (self.search, self.decisions):
            widget.setVisible(state.can_edit)
        self.keeping.setVisible(is_open)
        self.renaming.setVisible(not is_open and text is None)
        self._own_row.setVisible(state.can_edit and (is_open or (is_own and text is None)))
        self.search.setPlaceholderText(
            self.tr("Another skill (C)") if is_open or text is not None else self.tr("Merge into another skill (C)")
        )
        self.splitting.setVisible(is_open)
        self.setting_aside.setVisible(whole.state.value != "set_aside")
        self.taking_back.setVisible(not is_open)

    def _name_for(self, whole: Cluster, text: ClusterText | None) -> str:
        if whole.state.value != "open" and whole.skill is not None:
            return self._desk.label(whole.skill)
        return (text or whole.texts[0]).text

    def _show_answers(self, whole: Cluster, words: ClusterWords, state: SessionState) -> None:
        names = {member.code: member.name for member in state.snapshot.members}
        rows = [
            self._answer(text, voice, names.get(voice.member, "") if voice.member else "", words)
            for text in whole.texts
            for voice in text.voices
        ]
        known = {row.key: row for row in rows}  # a split text may stand here twice
        self.answers.set_rows(list(known.values()))
        self._fit()

    def _answer(self, text: ClusterText, voice: Voice, name: str, words: ClusterWords) -> Answer:
        where = words.row(voice.row) if voice.row is not None else words.unused()
        return Answer(
            key=f"{voice.response}/{voice.row}/{text.key}",
            text_key=text.key,
            words=" ".join(voice.text.split()),
            who=name or self.tr("member not known yet"),
            where=f"{text.text_id[1].upper()} · {where}",
        )

    # --- one text, several parts --------------------------------------------------------------------------------------

    def pick_first(self) -> None:
        """Put the keyboard on the first raw answer: decisions are then about its text alone."""
        rows = self.answers.rows.shown
        if rows:
            self.answers.setFocus()
            place = self.answers.currentIndex().row()
            self.answers.choose(rows[max(place, 0)].key)
            self.picked.emit(rows[max(place, 0)].text_key)

    def choose_text(self, key: str) -> None:
        """Put the keyboard on the answers of one text."""
        answer = next((answer for answer in self.answers.rows.shown if answer.text_key == key), None)
        if answer is not None:
            self.answers.choose(answer.key)
            self.picked.emit(key)

    def begin_split(self, text: ClusterText) -> None:
        """Offer the parts of a text in place of what it may mean as a whole."""
        clear(self._options)
        self.search.hide()
        self.splitting.hide()
        self.split.show()
        self.split.begin(text.text, text.proposal.parts if text.proposal is not None else (), self._desk.label)

    def end_split(self) -> None:
        """Put the parts away."""
        if not self.split.isHidden():
            self.split.hide()
            self._shown = ()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the name is a decision; Esc and arrow left go back from the answers to the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.name and event.key() in _ENTER:
                self.name_entered.emit()
                return True
            if watched in (self.answers, self.name) and event.key() == Qt.Key.Key_Escape:
                self.picked.emit("")
                return True
            if watched is self.answers and event.key() == Qt.Key.Key_Left:
                self.picked.emit("")
                return True
        return super().eventFilter(watched, event)

    def _pick(self, key: str) -> None:
        answer = next((answer for answer in self.answers.rows.shown if answer.key == key), None)
        if answer is not None and self.answers.hasFocus():
            self.picked.emit(answer.text_key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the answers what room there is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # A few answers in sight, the others are scrolled to: what is decided about comes first.
        is_low = self.height() < current().px(_LOW)
        most = 1 if is_low else 2 if self.height() < current().px(_HIGH) else 4
        self.answers.horizontalHeader().setHidden(is_low)
        rows = min(max(len(self.answers.rows.shown), 1), most)
        self.answers.setColumnHidden(2, self.width() < current().px(_WIDE))
        self.answers.setFixedHeight(current().px((0 if is_low else _HEAD_HEIGHT) + _ROW_HEIGHT * rows))
        self.name.setMinimumHeight(current().px(34))


def doubt_of(whole: Cluster, text: ClusterText | None) -> str:
    """Return how doubtful the text picked is, or the cluster."""
    doubt = text.proposal.doubt if text is not None and text.proposal is not None else whole.doubt
    return doubt.value if doubt is not None and whole.state.value == "open" else ""


def count(number: int | None) -> str:
    """Return a figure in the language of the screen, a dash where it is not known."""
    return "–" if number is None else locale().toString(number)
