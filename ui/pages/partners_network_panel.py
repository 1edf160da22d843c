"""Beside the map: who stands out, or the one organisation that is looked at, and how to read the map."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from fastmap.texts import Texts
from ui.pages.partners_network_legend import NetworkLegend
from ui.pages.partners_network_presenter import NetworkPresenter
from ui.pages.partners_network_reading import Facts, Neighbour, NetworkReading
from ui.theme.theme import current
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, scrolling
from ui.widgets.labels import FactLabel, Label
from ui.widgets.segments import Segments
from ui.widgets.table import Column, DataTable

_WIDTH, _NARROW_WIDTH = 304, 262
_LEAST_LIST = 3 * 34 + 4
"""Three lines are in sight, however little room there is: the panel scrolls."""
_SKILLS_NAMED = 6


class NetworkPanel(QWidget):
    """Facts and legend; a line chosen with Enter or a double click is looked at on the map."""

    wanted = Signal(str)
    """An organisation of a list."""
    pointed = Signal(str)
    """Another line has the keyboard: show where it is."""
    left = Signal()
    """All organisations again."""

    def __init__(self, presenter: NetworkPresenter, *, parent: QWidget) -> None:
        """Begin without facts."""
        super().__init__(parent)
        self.setObjectName("networkPanel")
        self._presenter = presenter
        self._is_narrow = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.tabs = Segments("networkPanelTab", ("facts", "legend"), parent=self)
        column.addWidget(self.tabs)
        card = Card("networkCard", parent=self)
        card.body.setContentsMargins(1, 1, 1, 1)
        self.stack = QStackedWidget(card)
        self.stack.addWidget(scrolling(self._build_overview(), name="networkOverviewScroll", parent=card))
        self.stack.addWidget(scrolling(self._build_facts(), name="networkFactsScroll", parent=card))
        self.legend = NetworkLegend()
        self.stack.addWidget(scrolling(self.legend, name="networkLegendScroll", parent=card))
        card.body.addWidget(self.stack)
        column.addWidget(card, 1)
        self.tabs.chosen.connect(self._show_tab)
        self.back.clicked.connect(self.left)
        for table in (self.brokers, self.unlinked, self.neighbours):
            table.row_opened.connect(self.wanted)
            table.row_chosen.connect(self._point)
        current().changed.connect(self._fit)
        self._fit()

    def _build_overview(self) -> QWidget:
        page, column = _page()
        self.counts = Label("body", wrap=True, parent=page)
        self.counts.setObjectName("networkCounts")
        self.brokers_title = Label("heading", wrap=True, parent=page)
        self.brokers_hint = Label("secondary", wrap=True, parent=page)
        self.brokers = _list("networkBrokers", page, how_width=60, numeric=True)
        self.unlinked_title = Label("heading", wrap=True, parent=page)
        self.unlinked_hint = Label("secondary", wrap=True, parent=page)
        self.unlinked = _list("networkUnlinked", page)
        for widget in (self.counts, self.brokers_title, self.brokers_hint):
            column.addWidget(widget)
        column.addWidget(self.brokers, 3)
        column.addWidget(self.unlinked_title)
        column.addWidget(self.unlinked_hint)
        column.addWidget(self.unlinked, 2)
        return page

    def _build_facts(self) -> QWidget:
        page, column = _page()
        self.name = FactLabel("card", parent=page)
        self.name.setObjectName("networkName")
        self.kind = Label("body", wrap=True, parent=page)
        self.lines = Label("body", wrap=True, parent=page)
        self.lines.setObjectName("networkLines")
        self.neighbours_title = Label("heading", wrap=True, parent=page)
        self.neighbours = _list("networkNeighbours", page)
        self.skills_title = Label("heading", wrap=True, parent=page)
        self.skills = Label("secondary", wrap=True, parent=page)
        self.skills.setObjectName("networkSkills")
        self.back = Button("networkBack", "arrow-left", parent=page)
        for widget in (self.name, self.kind, self.lines, self.neighbours_title):
            column.addWidget(widget)
        column.addWidget(self.neighbours, 1)
        column.addWidget(self.skills_title)
        column.addWidget(self.skills)
        column.addWidget(self.back)
        return page

    def show_facts(self, texts: Texts) -> None:
        """Show what the presenter knows now: one organisation, or who stands out."""
        reading, focus = self._presenter.reading, self._presenter.choice.focus
        if reading is None:
            return
        self.legend.show_types(reading.partner_types(), texts)
        if focus is None:
            self._show_overview(reading)
        else:
            self._show_one(reading.facts(focus))
        self._show_tab(self.tabs.key)

    def show_tab(self, key: str) -> None:
        """Turn to the facts or to the legend."""
        self.tabs.choose(key)
        self._show_tab(key)

    def _show_overview(self, reading: NetworkReading) -> None:
        members, partners, links = reading.counts()
        words = self.tr("{members} members, {partners} partners, {links} links")
        for place, count in (("members", members), ("partners", partners), ("links", links)):
            words = words.replace(f"{{{place}}}", str(count))
        self.counts.setText(words)
        brokers, unlinked = reading.brokers(), reading.unlinked()
        self.brokers.set_rows(brokers)
        self.brokers.setVisible(bool(brokers))
        self.brokers_hint.setText(
            self.tr("Shortest ways between two others that lead through them, of 100.")
            if brokers
            else self.tr("Nobody connects others yet: no organisation has two links.")
        )
        self.unlinked.set_rows(unlinked)
        self.unlinked.setVisible(bool(unlinked))
        self.unlinked_hint.setText(
            self.tr("They answered and named no partner that is recorded.")
            if unlinked
            else self.tr("Nobody among those who answered.")
        )

    def _show_one(self, facts: Facts) -> None:
        self.name.set_fact(facts.name)
        self.kind.setText(facts.kind)
        self.lines.setText("\n".join(facts.lines))
        self.neighbours.set_rows(facts.neighbours)
        self.neighbours.setVisible(bool(facts.neighbours))
        self.neighbours_title.setText(
            self.tr("Works with") if facts.neighbours else self.tr("Nobody is recorded as working with it")
        )
        self.skills_title.setText(facts.skills_heading)
        named = ", ".join(facts.skills[:_SKILLS_NAMED])
        more = len(facts.skills) - _SKILLS_NAMED
        words = self.tr("{skills} and {count} more").replace("{count}", str(more)) if more > 0 else "{skills}"
        self.skills.setText(words.replace("{skills}", named) if facts.skills else self.tr("Nothing recorded"))

    def _show_tab(self, key: str) -> None:
        page = 2 if key == "legend" else 1 if self._presenter.choice.focus is not None else 0
        self.stack.setCurrentIndex(page)

    def _point(self, node: str) -> None:
        if node and not self.signalsBlocked():
            self.pointed.emit(node)

    def retranslate(self) -> None:
        """Set the texts."""
        self.tabs.set_words(self.tr("Beside the map"), {"facts": self.tr("Facts"), "legend": self.tr("Legend")})
        self.brokers_title.setText(self.tr("Brokers"))
        self.unlinked_title.setText(self.tr("Members without a link"))
        self.back.setText(self.tr("Show everybody"))
        for table, words in (
            (self.brokers, self.tr("Brokers")),
            (self.unlinked, self.tr("Members without a link")),
            (self.neighbours, self.tr("Works with")),
        ):
            table.set_words(words)
            table.set_titles({"name": self.tr("Name"), "how": ""})

    def make_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - a setter
        """Leave the map more room, or not."""
        self._is_narrow = narrow
        self._fit()

    def _fit(self) -> None:
        for table in (self.brokers, self.unlinked, self.neighbours):
            table.setMinimumHeight(current().px(_LEAST_LIST))
        self.setFixedWidth(current().px(_NARROW_WIDTH if self._is_narrow else _WIDTH))


def _page() -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    page.setProperty("ground", "none")
    column = QVBoxLayout(page)
    column.setContentsMargins(14, 10, 14, 12)
    column.setSpacing(5)
    return page, column


class _List(DataTable):
    """Names in lines of one height; what they do together, or how often they lie between, in the tooltip and below."""

    row_height = 34


def _list(name: str, parent: QWidget, *, how_width: int = 112, numeric: bool = False) -> DataTable:
    columns: tuple[Column[Neighbour], ...] = (
        Column(key="name", text=lambda row: row.name, stretch=True, tooltip=lambda row: f"{row.name}: {row.how}"),
        Column(
            key="how",
            text=lambda row: row.how,
            role="secondary",
            width=how_width,
            numeric=numeric,
            tooltip=lambda row: row.how,
        ),
    )
    table = _List(name, columns, lambda row: row.id, select_rows=True, parent=parent)
    table.horizontalHeader().hide()
    return table
