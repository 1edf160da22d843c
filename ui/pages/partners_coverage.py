"""The coverage view: the matrix, its legend, and beside it what stands behind the chosen cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.partners_coverage_table import CoverageTable
from ui.pages.partners_matrix import MatrixTable
from ui.pages.partners_matrix_view import behind, coverage_rows, matrix_view
from ui.theme.theme import current
from ui.widgets.cards import Card, clear, scrolling
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Badge, Label
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from fastmap.model.results import Results
    from fastmap.texts import Texts
    from ui.session import SessionState

_PANEL_WIDTH, _NARROW_PANEL_WIDTH = 300, 244
_NARROW = 880
"""Width of the view at 100 % below which the panel leaves more to what stands beside it."""


class CoverageView(QWidget):
    """Who could teach what, for how many people."""

    def __init__(self, *, parent: QWidget) -> None:
        """Begin without a matrix."""
        super().__init__(parent)
        self.setObjectName("coverageView")
        self._state: SessionState | None = None
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        left = QVBoxLayout()
        left.setSpacing(8)
        self.forms = Segments("coverageForm", ("matrix", "table"), parent=self)
        left.addWidget(self.forms)
        self.table = MatrixTable(parent=self)
        left.addWidget(self.table, 1)
        self.list = CoverageTable(parent=self)
        left.addWidget(self.list, 1)
        self.nothing = Label("body", wrap=True, parent=self)
        self.nothing.set_muted(True)
        left.addWidget(self.nothing)
        legend = QWidget(self)
        flow = FlowLayout(legend, spacing=8)
        self.legend = {tone: Badge(tone=tone, parent=legend) for tone in ("good", "primary", "lt")}
        self.empty_words = Label("secondary", parent=legend)
        for badge in self.legend.values():
            flow.addWidget(badge)
        flow.addWidget(self.empty_words)
        self._legend = legend
        left.addWidget(legend)
        left.addStretch(0)
        across.addLayout(left, 1)
        self.panel = Card("coverageBehind", parent=self)
        self.panel.body.setContentsMargins(1, 1, 1, 1)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(6)
        self.panel.body.addWidget(scrolling(content, name="coverageBehindScroll", parent=self.panel))
        across.addWidget(self.panel)
        self.table.cell_chosen.connect(self._show_behind)
        self.list.row_chosen.connect(self._show_behind_skill)
        self.forms.chosen.connect(self._show_form)
        current().changed.connect(self._fit)
        self._fit()

    def retranslate(self) -> None:
        """Set the texts."""
        self.forms.set_words(self.tr("Shown as"), {"matrix": self.tr("Heat map"), "table": self.tr("Table")})
        self.list.retranslate()
        self.table.setAccessibleName(self.tr("Top skills and the partners that offer them"))
        self.legend["good"].set_badge(self.tr("8 · places a year, fits"), "good")
        self.legend["primary"].set_badge(self.tr("8 · places, nobody said whether it fits"), "primary")
        self.legend["lt"].set_badge(self.tr("✕ · does not fit"), "lt")
        self.empty_words.setText(self.tr("? places not known. Empty: no offer recorded"))

    def show_state(self, state: SessionState) -> None:
        """Show the present results in the form chosen."""
        self._state = state
        self._show_form(self.forms.key)

    def _show_form(self, form: str) -> None:
        state = self._state
        if state is None:
            return
        if state.results is None:
            self._show_matrix(visible=False, words=self.tr("The figures are being worked out…"))
        elif form == "table":
            self._show_list(state.results, state.texts)
        else:
            self._show_heat(state.results, state.texts)

    def _show_list(self, results: Results, texts: Texts) -> None:
        rows = coverage_rows(results, texts)
        if not rows:
            words = self.tr("No member has named a skill yet. Take in forms, or enter needs in the step Needs.")
            self._show_matrix(visible=False, words=words)
            return
        self._show_matrix(visible=False, words="")
        self.list.set_rows(rows)
        self.list.setVisible(True)
        self.panel.setVisible(True)
        if not self.list.chosen_row:
            blocked = self.list.blockSignals(True)
            self.list.choose(rows[0].uri, "skill")
            self.list.blockSignals(blocked)
        self._show_behind_skill(self.list.chosen_row)

    def _show_heat(self, results: Results, texts: Texts) -> None:
        view = matrix_view(results, texts)
        if not view.skills:
            words = self.tr("No skill is ranked yet. Once three firms name the same skill, it appears here.")
            self._show_matrix(visible=False, words=words)
            return
        if not view.partners:
            words = self.tr("No recorded offer is about one of the top skills. Add offers to partners, and ask.")
            self._show_matrix(visible=False, words=words)
            return
        self._show_matrix(visible=True, words="")
        self.table.show_view(view)
        if self.table.place is None:
            best = next(
                iter(sorted(view.cells, key=lambda place: [skill.uri for skill in view.skills].index(place[0])))
            )
            blocked = self.table.blockSignals(True)
            self.table.choose(*best)
            self.table.blockSignals(blocked)
        if self.table.place is not None:
            self._show_behind(*self.table.place)

    def _show_matrix(self, *, visible: bool, words: str) -> None:
        self.list.hide()
        for widget in (self.table, self.panel, self._legend):
            widget.setVisible(visible)
        self.nothing.setText(words)
        self.nothing.setVisible(bool(words))

    def _show_behind_skill(self, skill: str) -> None:
        if skill and not self.list.signalsBlocked():
            self._show_behind(skill, "")

    def _show_behind(self, skill: str, partner: str) -> None:
        state = self._state
        if state is None or state.results is None:
            return
        clear(self._column)
        found = behind(state.results, state.texts, skill, partner)
        if found is None:
            return
        self._add("card", found.skill)
        row = QHBoxLayout()
        row.addWidget(Badge(*found.status, parent=self.panel))
        row.addStretch(1)
        self._column.addLayout(row)
        self._add("body", found.demand)
        for provided in found.providers:
            self._column.addSpacing(6)
            self._add("heading", self.tr("Offered by {partner}").replace("{partner}", provided.partner))
            for summary, more in provided.offers:
                self._add("body", summary)
                if more:
                    self._add("secondary", more)
        if not any(provided.offers for provided in found.providers):
            self._add("body", self.tr("No offer recorded for this skill. It may exist all the same: ask."))
        self._column.addSpacing(6)
        self._add("heading", self.tr("Firms that need it"))
        self._add("body", "\n".join(found.firms))
        self._column.addStretch(1)

    def _add(self, role: str, words: str) -> None:
        self._column.addWidget(Label(role, words, wrap=True, parent=self.panel))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        theme = current()
        is_narrow = self.width() < theme.px(_NARROW)
        self.panel.setFixedWidth(theme.px(_NARROW_PANEL_WIDTH if is_narrow else _PANEL_WIDTH))
