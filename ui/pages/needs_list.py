"""The first tab: filters, the table with its entry row, and the details of one need."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fastmap.texts import sentence_case
from ui.pages.needs_detail import NeedDetail
from ui.pages.needs_entry import CHOICES, EntryRow, NarrowBox
from ui.pages.needs_overview import overview
from ui.pages.needs_presenter import NeedsPresenter
from ui.pages.needs_rows import NeedRow, need_rows, result_of
from ui.pages.needs_table import NeedsTable
from ui.theme.theme import current
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.fields import SearchField
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from ui.pages.needs_presenter import Draft
    from ui.session import SessionState
    from ui.widgets.completion import Suggestion


class NeedsList(QWidget):
    """Shows all needs, and takes new ones."""

    say = Signal(str, str)
    text_wanted = Signal(object)
    """Place this text: its id."""
    take_back_wanted = Signal(object)

    def __init__(self, presenter: NeedsPresenter, *, parent: QWidget | None = None) -> None:
        """Hand intentions to ``presenter``."""
        super().__init__(parent)
        self._presenter = presenter
        self._state: SessionState | None = None
        self._rows: tuple[NeedRow, ...] = ()
        self._build_filters()
        self.frame = QFrame(self)
        self.frame.setProperty("card", "true")
        column = QVBoxLayout(self.frame)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        self.table = NeedsTable(self._choices, parent=self.frame)
        self.nothing = Label("body", wrap=True, parent=self.frame)
        self.nothing.setContentsMargins(14, 10, 14, 10)
        self.nothing.set_muted(True)
        self.entry = EntryRow(self.table, parent=self.frame)
        column.addWidget(self.table, 1)
        column.addWidget(self.nothing)
        column.addWidget(self.entry)
        self.detail = NeedDetail(self._choices, parent=self)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.frame, 1)
        middle.addWidget(self.detail)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(10)
        outer.addWidget(self._bar)
        outer.addLayout(middle, 1)
        self._connect()
        current().changed.connect(self._fit)
        self._fit()

    def _build_filters(self) -> None:
        self._bar = QWidget(self)
        flow = FlowLayout(self._bar, spacing=8)
        self.search = SearchField("needsSearch", parent=self._bar)
        self.by_member = NarrowBox("needsByMember", parent=self._bar)
        self.by_theme = NarrowBox("needsByTheme", parent=self._bar)
        self.by_verdict = NarrowBox("needsByVerdict", parent=self._bar)
        self.not_placed = Button("needsNotPlaced", parent=self._bar)
        self.not_placed.setCheckable(True)
        self.clearing = LinkButton("needsClearFilters", "x", parent=self._bar)
        self.count = Label("secondary", parent=self._bar)
        for widget in (self.search, self.by_member, self.by_theme, self.by_verdict, self.not_placed, self.clearing):
            flow.addWidget(widget)
        flow.addWidget(self.count)

    def _connect(self) -> None:
        self.search.wanted.connect(self._filter)
        for box in (self.by_member, self.by_theme, self.by_verdict):
            box.currentIndexChanged.connect(self._filter)
        self.not_placed.toggled.connect(self._filter)
        self.clearing.clicked.connect(self.clear_filters)
        self.table.cell_edited.connect(self._edit)
        self.table.cells_cleared.connect(self._clear_cells)
        self.table.delete_wanted.connect(self._remove)
        self.table.row_chosen.connect(self._show_detail_of)
        self.table.row_opened.connect(self.open_detail)
        self.table.completion_wanted.connect(self._complete_cell)
        self.entry.members_wanted.connect(self._complete_member)
        self.entry.skills_wanted.connect(self._complete_skill)
        self.entry.wanted.connect(self._add)
        self.entry.complaint.connect(self._complain_member)
        self.detail.choice_made.connect(self._choose_in_detail)
        self.detail.place_wanted.connect(lambda: self._with_row(lambda row: self.text_wanted.emit(row.source.text_id)))
        self.detail.take_back_wanted.connect(
            lambda: self._with_row(lambda row: self.take_back_wanted.emit(row.source.text_id))
        )
        self.detail.remove_wanted.connect(lambda: self._remove([self.table.chosen_row]))

    # --- showing ------------------------------------------------------------------------------------------------------

    def show_state(self, state: SessionState) -> None:
        """Show the needs of a state."""
        self._state = state
        self._rows = need_rows(state)
        self.table.can_edit = state.can_edit
        self.entry.setVisible(state.can_edit)
        for key in CHOICES:
            self.entry.set_choices(key, self._choices(key, blank="–"))
        self._offer_filters(state)
        self.table.set_rows(self._rows)
        self._filter()
        if not self.detail.isHidden():
            self._show_detail_of(self.table.chosen_row)

    def retranslate(self) -> None:
        """Set every text."""
        titles = {
            "member": self.tr("Member"),
            "skill": self.tr("Skill needed"),
            "theme": self.tr("Theme"),
            "now": self.tr("Now"),
            "later": self.tr("12 months"),
            "consequence": self.tr("Consequence"),
            "hiring": self.tr("Hiring"),
            "provision": self.tr("Training nearby"),
        }
        self.table.set_titles(titles)
        self.table.set_words(self.tr("Needs, one row each"))
        self.table.badge_words = self.tr("not placed")
        self.table.set_own_words(self.tr("Keep “{text}” in the firm's own words"), self._own_detail())
        self.entry.skill.set_own_words(self.tr("Keep “{text}” in the firm's own words"), self._own_detail())
        self.entry.set_words(
            {**titles, "adding": self.tr("Type a member to add a need")},
            "–",
            self.tr("Write this need down"),
        )
        self.search.set_words(self.tr("Filter by member, skill or theme"))
        self.clearing.setText(self.tr("Show all"))
        self.nothing.setText(self.tr("No need matches these filters."))
        self.by_member.setAccessibleName(self.tr("Only needs of this member"))
        self.by_theme.setAccessibleName(self.tr("Only needs of this theme"))
        self.by_verdict.setAccessibleName(self.tr("Only needs whose skill has this verdict"))
        self.detail.retranslate()

    def begin_adding(self) -> None:
        """Put the keyboard into the entry row."""
        self.entry.begin()

    def open_detail(self, key: str) -> None:
        """Show everything about a need beside the table."""
        self.table.choose(key)
        self.detail.show()
        self._show_detail_of(key)

    def clear_filters(self) -> None:
        """Show every need."""
        self.search.clear()
        for box in (self.by_member, self.by_theme, self.by_verdict):
            box.choose(None)
        self.not_placed.setChecked(False)
        self._filter()

    def _own_detail(self) -> str:
        return self.tr("Not in the vocabulary; you can place it later")

    def _offer_filters(self, state: SessionState) -> None:
        members = {row.source.member.code: row.member for row in self._rows}
        themes = {row.source.skill.kind: row.theme for row in self._rows if row.source.skill and row.source.skill.kind}
        verdicts = {
            row.verdict: sentence_case(state.texts.term(f"verdict.{row.verdict.value}"))
            for row in self._rows
            if row.verdict
        }
        for box, words, known in (
            (self.by_member, self.tr("All members"), members),
            (self.by_theme, self.tr("All themes"), themes),
            (self.by_verdict, self.tr("All verdicts"), verdicts),
        ):
            choices = sorted(known.items(), key=lambda choice: choice[1].casefold())
            chosen = box.currentData()
            box.set_choices([(None, words), *choices], chosen if chosen in known else None)

    def _choices(self, key: str, *, blank: str = "") -> list[tuple[object, str]]:
        from fastmap.model.choices import Consequence, Hiring, Provision

        if self._state is None:
            return []
        families: dict[str, Any] = {"consequence": Consequence, "hiring": Hiring, "provision": Provision}
        words = [(value, self._state.texts.term(f"{key}.{value.value}")) for value in families[key]]
        return [(None, blank or self.tr("not said")), *words]

    # --- filtering ----------------------------------------------------------------------------------------------------

    def _filter(self) -> None:
        words = self.search.text().casefold().split()
        member, theme = self.by_member.currentData(), self.by_theme.currentData()
        verdict, is_open = self.by_verdict.currentData(), self.not_placed.isChecked()

        def passes(row: NeedRow) -> bool:
            skill = row.source.skill
            return (
                (not is_open or skill is None)
                and (member is None or row.source.member.code == member)
                and (theme is None or (skill is not None and skill.kind == theme))
                and (verdict is None or row.verdict == verdict)
                and all(word in row.words for word in words)
            )

        is_filtered = bool(words or is_open) or any(value is not None for value in (member, theme, verdict))
        self.table.rows.set_predicate(passes if is_filtered else None)
        shown = len(self.table.rows.shown)
        self.clearing.setVisible(is_filtered)
        self.nothing.setVisible(is_filtered and not shown)
        self._show_count(shown, is_filtered=is_filtered)

    def _show_count(self, shown: int, *, is_filtered: bool) -> None:
        undecided = sum(not row.is_placed for row in self._rows)
        self.not_placed.setText(self.tr("Not placed: {count}").format(count=undecided))
        self.not_placed.setVisible(bool(undecided) or self.not_placed.isChecked())
        # All of them are counted in the tab already.
        self.count.setVisible(is_filtered)
        self.count.setText(self.tr("{shown} of {all} needs").format(shown=shown, all=len(self._rows)))

    # --- intentions ---------------------------------------------------------------------------------------------------

    def _edit(self, key: str, column: str, value: Any) -> None:
        row = self.table.row(key)
        if row is not None and (complaint := self._presenter.edit(row, column, value)):
            self.say.emit("warn", complaint)

    def _clear_cells(self, cells: list[tuple[str, str]]) -> None:
        for key in dict.fromkeys(key for key, _ in cells):
            row = self.table.row(key)
            if row is not None:
                self._presenter.clear(row, [column for known, column in cells if known == key])

    def _remove(self, keys: list[str]) -> None:
        removed = 0
        for row in [row for key in keys if (row := self.table.row(key)) is not None]:
            removed += self._presenter.remove(row)
        if removed:
            self.say.emit("neutral", self.tr("%n need(s) removed. Undo brings them back.", "", removed))

    def _choose_in_detail(self, column: str, value: Any) -> None:
        self._with_row(lambda row: self._presenter.edit(row, column, value))

    def _with_row(self, act: Any) -> None:
        row = self.table.row(self.table.chosen_row)
        if row is not None:
            act(row)

    def _add(self, draft: Draft) -> None:
        if self.not_placed.isChecked() or self.search.text() or self.clearing.isVisible():
            self.clear_filters()  # or the new need would not be seen
        stays = self._presenter.stays(draft)
        key = self._presenter.add(draft)
        if key:
            if stays:
                self.say.emit("warn", stays)
            self.entry.begin_next()
            QTimer.singleShot(0, lambda: self._scroll_to(key))

    def _scroll_to(self, key: str) -> None:
        index = self.table.rows.index_of(key)
        if index.isValid():
            self.table.setCurrentIndex(index)
            self.table.scrollTo(index)

    def _complain_member(self, typed: str) -> None:
        self.say.emit(
            "warn", self.tr("No member is called “{name}”. Add it in the step Members first.").replace("{name}", typed)
        )

    def _complete_member(self, number: int, typed: str) -> None:
        self.entry.offer_members(number, self._presenter.members_like(typed))

    def _complete_skill(self, number: int, typed: str, member: Any) -> None:
        self.entry.offer_skills(number, self._presenter.skills_like(typed, member))

    def _complete_cell(self, _column: str, number: int, typed: str) -> None:
        row = self.table.row(self.table.chosen_row)
        suggestions: list[Suggestion] = self._presenter.skills_like(
            typed, row.source.member.code if row is not None else None
        )
        self.table.offer(number, suggestions)

    def _show_detail_of(self, key: str) -> None:
        if self.detail.isHidden() or self._state is None:
            return
        row = self.table.row(key)
        if row is None:
            self.detail.close_panel()
            return
        named = overview(self._state.snapshot).named_by
        others = named.get(row.source.skill.uri, frozenset()) if row.source.skill is not None else frozenset()
        self.detail.show_need(
            row, self._state, result_of(row, self._state.results), len(others - {row.source.member.code})
        )

    def _fit(self) -> None:
        px = current().px
        self.search.setFixedWidth(px(250))
        for box in (self.by_member, self.by_theme, self.by_verdict):
            box.setFixedWidth(px(136))
