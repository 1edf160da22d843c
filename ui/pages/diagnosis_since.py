"""The tab "Since last round": what became of the same firms' needs, and what else is different."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from fastmap.model.comparison import NeedChange
from fastmap.texts import Texts, sentence_case
from ui.pages.diagnosis_since_rows import SinceNeed, SinceRows
from ui.pages.diagnosis_since_tables import PARTS, since_tables
from ui.pages.diagnosis_warnings import Warnings
from ui.pages.page import quiet
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.cards import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Badge, Label
from ui.widgets.segments import Segments


class SinceView(QWidget):
    """Shows a comparison, or how to get one."""

    compare_wanted = Signal()
    """The file of an earlier round is to be chosen."""
    forget_wanted = Signal()

    def __init__(self, *, parent: QWidget) -> None:
        """Begin without a comparison."""
        super().__init__(parent)
        self._rows: SinceRows | None = None
        self._can_edit = True
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.stack = QStackedWidget(self)
        outer.addWidget(self.stack)
        self.empty = EmptyState("sinceEmpty", "clock-counter-clockwise", parent=self.stack)
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self._build_content())
        self.empty.primary.clicked.connect(self.compare_wanted)
        self.comparing.clicked.connect(self.compare_wanted)
        self.forgetting.clicked.connect(self.forget_wanted)
        self.parts.chosen.connect(self._show_part)
        self.tables["needs"].row_chosen.connect(self._show_firms)

    def _build_content(self) -> QWidget:
        content = QWidget(self.stack)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(12)
        said = QVBoxLayout()
        said.setSpacing(2)
        self.opening = Label("heading", wrap=True, parent=self)
        self.opening.setObjectName("sinceOpening")
        self.rates = Label("secondary", wrap=True, parent=self)
        self.rates.set_muted(True)
        said.addWidget(self.opening)
        said.addWidget(self.rates)
        head.addLayout(said, 1)
        self.forgetting = LinkButton("forgetEarlier", parent=self)
        self.comparing = Button("compareEarlier", "folder-open", parent=self)
        head.addWidget(self.forgetting)
        head.addWidget(self.comparing)
        column.addLayout(head)
        self.flags = Warnings(parent=self)
        column.addWidget(self.flags)
        self.figures = _Figures(parent=self)
        column.addWidget(self.figures)
        self.parts = Segments("sincePart", PARTS, parent=self)
        column.addWidget(self.parts)
        self.tables = since_tables(self)
        self.shown = QStackedWidget(self)
        for part in PARTS:
            self.shown.addWidget(self.tables[part])
        self.nothing = Label("body", wrap=True, parent=self)
        self.nothing.setObjectName("sinceNothing")
        self.nothing.set_muted(True)
        column.addWidget(self.nothing)
        column.addWidget(self.shown, 1)
        self.note = Label("secondary", wrap=True, parent=self)
        self.note.setObjectName("sinceNote")
        self.note.set_muted(True)
        column.addWidget(self.note)
        self._room = QWidget(self)
        column.addWidget(self._room, 1)
        return content

    # --- showing ------------------------------------------------------------------------------------------------------

    def show_rows(self, rows: SinceRows | None, texts: Texts, *, can_edit: bool) -> None:
        """Show a comparison; ``None``: the file knows of no earlier round."""
        self._rows = rows
        self._texts = texts
        self._can_edit = can_edit
        self.stack.setCurrentIndex(0 if rows is None else 1)
        for button in (self.comparing, self.forgetting, self.empty.primary):
            button.setEnabled(can_edit)
        if rows is None:
            return
        self.opening.setText(rows.opening)
        self.rates.setText(rows.rates)
        self.flags.show_sentences(list(rows.flags))
        self.figures.show_totals(rows.totals, texts)
        self.tables["needs"].show_titles(texts, people=self.tr("In 12 months"))
        for part in PARTS[1:]:
            self.tables[part].show_titles(texts)
        filled = {
            "needs": rows.needs,
            "verdicts": rows.verdicts,
            "ranks": rows.ranks,
            "actions": rows.actions,
            "members": rows.members,
        }
        with quiet(*self.tables.values()):
            for part, found in filled.items():
                self.tables[part].set_rows(found)
        self._show_part(self.parts.key)

    def _show_part(self, part: str) -> None:
        if self._rows is None:
            return
        table = self.tables[part]
        has_rows = bool(table.rows.shown)
        self.shown.setCurrentWidget(table)
        self.shown.setVisible(has_rows)
        self._room.setVisible(not has_rows)
        self.nothing.setVisible(not has_rows)
        self.nothing.setText(self._nothing(part))
        self.note.setText(self._note(part))
        self.note.setVisible(bool(self.note.text()))

    def _nothing(self, part: str) -> str:
        keys = {"needs": "no_needs", "verdicts": "no_verdicts", "ranks": "no_ranks", "actions": "no_actions"}
        return self._texts.term(f"report.rounds.{keys.get(part, 'no_members')}")

    def _note(self, part: str) -> str:
        rows = self._rows
        if rows is None:
            return ""
        if part == "needs":
            chosen = next((row for row in rows.needs if row.uri == self.tables["needs"].chosen_row), None)
            told = _firms(chosen) if chosen is not None else self._texts.term("report.rounds.needs_reading")
            return "\n".join([told, *rows.moves])
        if part == "ranks":
            then, now = (sum(rank is not None for rank in ranks) for ranks in _ranks(rows))
            return self._texts.get("report.rounds.ranks_reading", then=then, now=now)
        return ""

    def _show_firms(self, _uri: str) -> None:
        if self.parts.key == "needs":
            self.note.setText(self._note("needs"))

    def retranslate(self) -> None:
        """Set the texts."""
        self.comparing.setText(self.tr("Compare with another file…"))
        self.forgetting.setText(self.tr("Do not compare"))
        self.parts.set_words(
            self.tr("Part of the comparison"),
            {
                "needs": self.tr("Needs"),
                "verdicts": self.tr("Verdicts"),
                "ranks": self.tr("Ranks"),
                "actions": self.tr("Actions"),
                "members": self.tr("Members"),
            },
        )
        self.tables["needs"].set_words(self.tr("Needs of the same firms"))
        self.tables["verdicts"].set_words(self.tr("Verdicts that differ"))
        self.tables["ranks"].set_words(self.tr("Ranks then and now"))
        self.tables["actions"].set_words(self.tr("Actions since the last round"))
        self.tables["members"].set_words(self.tr("Members in one of the rounds only"))
        self.empty.set_words(
            self.tr("No earlier round to compare with"),
            self.tr(
                "A round that is started from the file of the last one (File menu) is compared with it by itself. "
                "For any other, choose that file: what the comparison needs of it is kept here, and it is not changed."
            ),
        )
        self.empty.primary.setText(self.tr("Choose the earlier file…"))
        self.flags.retranslate()


class _Figures(QWidget):
    """How many needs of the same firms went which way: a number and its word each."""

    def __init__(self, *, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sinceFigures")
        flow = FlowLayout(self, spacing=10)
        self._numbers: dict[NeedChange, Label] = {}
        self._badges: dict[NeedChange, Badge] = {}
        for change in NeedChange:
            card = Card(f"since_{change}", parent=self)
            card.body.setContentsMargins(14, 8, 14, 8)
            row = QHBoxLayout()
            row.setSpacing(10)
            self._numbers[change] = Label("title", parent=card)
            self._badges[change] = Badge(parent=card)
            row.addWidget(self._numbers[change])
            row.addWidget(self._badges[change])
            card.body.addLayout(row)
            flow.addWidget(card)

    def show_totals(self, totals: Mapping[NeedChange, int], texts: Texts) -> None:
        """Show the counts; hidden where nothing can be counted."""
        from fastmap.report.sections.since_last_round import NEED_TONES

        self.setVisible(any(totals.values()))
        for change, number in self._numbers.items():
            number.setText(texts.number(totals.get(change, 0)))
            self._badges[change].set_badge(sentence_case(texts.term(f"need_change.{change}")), NEED_TONES[change])


def _firms(row: SinceNeed) -> str:
    return "\n".join(f"{what}: {', '.join(names)}" for what, names in row.firms)


def _ranks(rows: SinceRows) -> tuple[list[int | None], list[int | None]]:
    skills = [row for row in rows.ranks if not row.is_group]
    return [row.before for row in skills], [row.now for row in skills]
