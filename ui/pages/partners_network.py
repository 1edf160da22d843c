"""The network view: a map of members, partners and links, the same facts as a table, and pictures of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from fastmap.analysis.network_choice import Highlight
from fastmap.model.choices import PartnerType
from fastmap.model.ids import SkillUri
from ui.pages.partners_network_asking import picture_to_write
from ui.pages.partners_network_panel import NetworkPanel
from ui.pages.partners_network_presenter import NetworkPresenter
from ui.pages.partners_network_table import NetworkTable
from ui.plain_text import isolated
from ui.theme.theme import current
from ui.widgets.buttons import Button, IconButton, LinkButton
from ui.widgets.cards import Card
from ui.widgets.completion import CompletionField
from ui.widgets.fields import ComboBox
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Label
from ui.widgets.network_canvas import STEP, NetworkCanvas
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.pages.partners_network_reading import NetworkReading
    from ui.session import Session, SessionState
    from ui.widgets.completion import Suggestion

_FILTER_WIDTH = 132
_FEWEST_MEMBERS = 2
_NARROW = 960
"""Width at 100 % below which the panel gives room to the map."""


class NetworkView(QWidget):
    """Map or table on the left, facts on the right, filters above."""

    say = Signal(str, str)
    """A sentence for the message bar: tone and words."""
    table_wanted = Signal()
    """The list of partners, where links are entered."""
    step_wanted = Signal(str)
    """Another step, where members are entered."""

    def __init__(self, session: Session, *, parent: QWidget) -> None:
        """Begin without a map."""
        super().__init__(parent)
        self.setObjectName("networkView")
        self.presenter = NetworkPresenter(session, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._build_filters())
        column.addWidget(self._build_missing())
        across = QHBoxLayout()
        across.setSpacing(12)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self._build_map())
        self.table = NetworkTable(parent=self)
        self.stack.addWidget(self.table)
        self.panel = NetworkPanel(self.presenter, parent=self)
        across.addWidget(self.stack, 1)
        across.addWidget(self.panel)
        column.addLayout(across, 1)
        self._connect()
        current().changed.connect(self._fit)
        self._fit()

    def _build_filters(self) -> QWidget:
        holder = QWidget(self)
        flow = FlowLayout(holder, spacing=8)
        self.forms = Segments("networkForm", ("map", "table"), parent=holder)
        self.search = CompletionField("networkSearch", allows_own_words=False, parent=holder)
        self.type = ComboBox("networkType", parent=holder)
        self.stage = ComboBox("networkStage", parent=holder)
        self.skill = ComboBox("networkSkill", parent=holder)
        self.highlight = ComboBox("networkHighlight", parent=holder)
        self.resetting = IconButton("networkReset", "arrow-counter-clockwise", parent=holder)
        self.copying = Button("networkCopy", "copy", parent=holder)
        self.picturing = Button("networkPicture", "image", parent=holder)
        menu = QMenu(self.picturing)
        menu.setObjectName("networkPictureMenu")
        self.named = menu.addAction("")
        self.named.setObjectName("networkPictureNamed")
        self.anonymous = menu.addAction("")
        self.anonymous.setObjectName("networkPictureAnonymous")
        self.picturing.setMenu(menu)
        self._filters = (self.type, self.stage, self.skill, self.highlight)
        for widget in (self.forms, self.search, *self._filters, self.resetting, self.copying, self.picturing):
            flow.addWidget(widget)
        return holder

    def _build_missing(self) -> QWidget:
        self.missing = QWidget(self)
        row = QHBoxLayout(self.missing)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.missing_words = Label("body", wrap=True, parent=self.missing)
        self.missing_words.setObjectName("networkMissing")
        self.entering = LinkButton("networkEnter", "arrow-right", parent=self.missing)
        row.addWidget(self.missing_words, 1)
        row.addWidget(self.entering)
        return self.missing

    def _build_map(self) -> QWidget:
        card = Card("networkMapCard", parent=self)
        card.body.setContentsMargins(1, 1, 1, 1)
        self.canvas = NetworkCanvas("networkMap", parent=card)
        card.body.addWidget(self.canvas)
        corner = QHBoxLayout(self.canvas)
        corner.setContentsMargins(8, 8, 8, 8)
        keys = Card("networkKeys", parent=self.canvas)
        keys.body.setContentsMargins(2, 2, 2, 2)
        keys.body.setSpacing(2)
        self.closer = IconButton("networkCloser", "plus", parent=keys)
        self.farther = IconButton("networkFarther", "minus", parent=keys)
        self.whole = IconButton("networkWhole", "corners-out", parent=keys)
        for button in (self.closer, self.farther, self.whole):
            keys.body.addWidget(button)
        corner.addStretch(1)
        corner.addWidget(keys, 0, Qt.AlignmentFlag.AlignBottom)
        return card

    def _connect(self) -> None:
        self.presenter.map_ready.connect(self._show_map)
        self.presenter.written.connect(self._say_written)
        self.forms.chosen.connect(self._show_form)
        self.search.wanted.connect(self._look_up)
        self.search.chosen.connect(self._take_suggestion)
        for box in self._filters:
            box.activated.connect(self._filter)
        self.resetting.clicked.connect(self.reset)
        self.copying.clicked.connect(self._copy)
        self.named.triggered.connect(lambda: self._ask_for_picture(anonymous=False))
        self.anonymous.triggered.connect(lambda: self._ask_for_picture(anonymous=True))
        self.entering.clicked.connect(self._enter_missing)
        self.canvas.chosen.connect(self.focus_on)
        self.canvas.left.connect(self.leave)
        self.closer.clicked.connect(lambda: self.canvas.zoom(STEP))
        self.farther.clicked.connect(lambda: self.canvas.zoom(1 / STEP))
        self.whole.clicked.connect(self.canvas.fit)
        self.panel.wanted.connect(self.focus_on)
        self.panel.pointed.connect(self.canvas.show_node)
        self.panel.left.connect(self.leave)
        self.table.row_opened.connect(self._open_from_table)

    # --- showing ------------------------------------------------------------------------------------------------------

    def show_state(self, state: SessionState) -> None:
        """Show the network of the present results; the map comes from a thread."""
        self.presenter.work_out()
        if state.results is None or self.presenter.reading is None:
            self._show_missing()
        else:
            self._show_map()

    def _show_map(self) -> None:
        reading = self.presenter.reading
        if reading is None:
            return
        self._offer_filters(reading)
        self.canvas.show_map(reading.canvas_nodes(), reading.canvas_links(), reading.canvas_bands())
        self._show_missing()
        self._show_choice()

    def _show_choice(self) -> None:
        """Show what stands out now, on the map, in the table and beside them."""
        emphasis, focus = self.presenter.emphasis(), self.presenter.choice.focus
        nodes, links = (None, None) if emphasis is None else (emphasis.nodes, emphasis.links)
        self.canvas.set_emphasis(nodes, links, focus or "")
        self.table.set_rows([] if self.presenter.reading is None else self.presenter.reading.rows(emphasis))
        self.panel.show_facts(self.presenter.texts)

    def _show_form(self, form: str) -> None:
        self.stack.setCurrentIndex(1 if form == "table" else 0)
        self.panel.setVisible(form == "map")
        self.copying.setVisible(form == "table")
        self.picturing.setVisible(form == "map")

    def _show_missing(self) -> None:
        words, button = self._missing()
        self.missing.setVisible(bool(words))
        self.missing_words.setText(words)
        self.entering.setVisible(bool(button))
        self.entering.setText(button)

    def _missing(self) -> tuple[str, str]:
        if self.presenter.reading is None:
            return self.tr("The figures are being worked out…"), ""
        members, partners, links = self.presenter.reading.counts()
        if members < _FEWEST_MEMBERS:
            words = (
                self.tr("Only one member is recorded. A network shows who connects several: add members.")
                if members
                else self.tr("No members are recorded yet: add them to see who works with whom.")
            )
            return words, self.tr("Go to members")
        if not partners:
            return self.tr("No partners are recorded yet: add them to see who works with whom."), self.tr(
                "Go to partners"
            )
        if not links:
            words = self.tr(
                "No link is recorded yet. Open a partner and note which members work with it, or take in forms: they "
                "ask for it."
            )
            return words, self.tr("Go to partners")
        return "", ""

    def _enter_missing(self) -> None:
        if self.presenter.reading is not None and self.presenter.reading.counts()[0] < _FEWEST_MEMBERS:
            self.step_wanted.emit("members")
        else:
            self.table_wanted.emit()

    # --- what a person does -------------------------------------------------------------------------------------------

    def focus_on(self, node: str) -> None:
        """Look at one organisation: its neighbours stay, others fade."""
        self.presenter.focus(node)
        self._show_choice()
        self.panel.show_tab("facts")
        self.canvas.show_node(node)

    def leave(self) -> None:
        """Look at all again, as filtered."""
        if self.presenter.choice.focus is None:
            return
        self.presenter.focus(None)
        self.search.begin_with("")
        self._show_choice()

    def reset(self) -> None:
        """Choose nothing, and show the whole map."""
        for box in self._filters:
            box.setCurrentIndex(0)
        self.search.begin_with("")
        self._filter()
        self.canvas.fit()

    def _filter(self) -> None:
        # Qt gives closed choices back as plain texts.
        type_, skill = self.type.currentData(), self.skill.currentData()
        self.presenter.choose(
            type_=PartnerType(type_) if type_ else None,
            stage=self.stage.currentData(),
            skill=SkillUri(skill) if skill else None,
            highlight=Highlight(self.highlight.currentData() or Highlight.EVERYBODY),
        )
        self._show_choice()

    def _offer_filters(self, reading: NetworkReading) -> None:
        """Offer what there is to filter by, keeping what is chosen."""
        presenter, choice = self.presenter, self.presenter.choice
        for box, everything, values, chosen in (
            (self.type, self.tr("All types"), reading.types(), choice.type),
            (self.stage, self.tr("All stages"), reading.stages(), choice.stage),
            (self.skill, self.tr("All skills"), reading.skills(), choice.skill),
        ):
            box.set_choices([(None, everything), *values], chosen)
        self.highlight.set_choices(
            [
                (Highlight.EVERYBODY, self.tr("Everybody")),
                (Highlight.BROKERS, self.tr("Brokers")),
                (Highlight.UNLINKED, self.tr("Members without a link")),
            ],
            choice.highlight,
        )
        # What is gone is not chosen any more.
        if any(box.currentIndex() < 0 for box in self._filters):
            for box in self._filters:
                box.setCurrentIndex(max(box.currentIndex(), 0))
            focus = choice.focus
            self._filter()
            presenter.focus(focus)

    def _look_up(self, number: int, text: str) -> None:
        if self.presenter.reading is not None:
            self.search.offer(number, self.presenter.reading.organisations_like(text))

    def _take_suggestion(self, suggestion: Suggestion) -> None:
        self.forms.choose("map")
        self._show_form("map")
        self.focus_on(str(suggestion.value))
        self.canvas.setFocus()

    def _open_from_table(self, node: str) -> None:
        self.forms.choose("map")
        self._show_form("map")
        self.focus_on(node)
        self.canvas.setFocus()

    def _copy(self) -> None:
        count = self.table.copy_all()
        self.say.emit("good", self.tr("%n row(s) copied: paste them into a spreadsheet.", "", count))

    def _ask_for_picture(self, *, anonymous: bool) -> None:
        target = picture_to_write(self, self.presenter.proposed_file(anonymous=anonymous))
        if target is not None:
            self.presenter.write_picture(target, anonymous=anonymous)

    def _say_written(self, path: str) -> None:
        self.say.emit("good", self.tr("Picture saved: {path}").replace("{path}", isolated(path)))

    # --- words --------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Set the texts."""
        self.forms.set_words(self.tr("Shown as"), {"map": self.tr("Map"), "table": self.tr("Table")})
        self.search.setPlaceholderText(self.tr("Find an organisation"))
        self.search.setAccessibleName(self.tr("Find an organisation"))
        self.type.setAccessibleName(self.tr("Partner type"))
        self.stage.setAccessibleName(self.tr("How close the partner is"))
        self.skill.setAccessibleName(self.tr("Skill: members that need it, partners that offer it"))
        self.highlight.setAccessibleName(self.tr("Whom to point out"))
        for box in self._filters:
            box.setToolTip(box.accessibleName())
        self.resetting.set_words(self.tr("Reset: no filter, whole map"))
        self.copying.setText(self.tr("Copy table"))
        self.picturing.setText(self.tr("Save picture"))
        self.named.setText(self.tr("For the cluster team, with names"))
        self.anonymous.setText(self.tr("For others: no member is named"))
        self.closer.set_words(self.tr("Larger: + or the wheel"))
        self.farther.set_words(self.tr("Smaller: − or the wheel"))
        self.whole.set_words(self.tr("Whole map: 0"))
        self.canvas.set_words(
            self.tr(
                "Map of members, partners and links. Page Down walks from one to the next, Enter looks at it alone."
            )
        )
        self.table.retranslate()
        self.panel.retranslate()
        self._show_form(self.forms.key)
        self.presenter.read_anew()
        self._show_map()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the map more room where there is little."""
        super().resizeEvent(event)
        self.panel.make_narrow(self.width() < current().px(_NARROW))

    def _fit(self) -> None:
        for box in self._filters:
            box.setMaximumWidth(current().px(_FILTER_WIDTH))
        self.search.setFixedWidth(current().px(_FILTER_WIDTH + 16))
