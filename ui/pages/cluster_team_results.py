"""Results of the team self-assessment on screen: blocks beside published bands, digital levels, what to train first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from fastmap.model.messages import Share
from ui.widgets.cards import Card, Rule, SectionHeader, clear, scrolling
from ui.widgets.labels import Badge, Label

if TYPE_CHECKING:
    from fastmap.model.results import Results
    from fastmap.model.team_results import TeamBlockResult, TeamResult
    from fastmap.texts import Texts
    from ui.session import SessionState

_PRIORITIES = 10
_UNKNOWN = "–"
_TONES = {True: "good", False: "warn", None: "neutral"}


class TeamResults(QWidget):
    """Four cards below each other; what is missing is said in words."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(12)
        self.summary = Card("teamSummary", parent=content)
        self._summary_head = SectionHeader(parent=self.summary)
        self.state = Badge(parent=self.summary)
        self.state.setObjectName("teamState")
        self._summary_head.add_action(self.state)
        self.summary.body.addWidget(self._summary_head)
        self.people = Label("body", wrap=True, parent=self.summary)
        self.people.setObjectName("teamPeopleWords")
        self.summary.body.addWidget(self.people)
        self.flags = Label("secondary", wrap=True, parent=self.summary)
        self.flags.setObjectName("teamFlags")
        self.summary.body.addWidget(self.flags)
        self.digital = Card("teamDigital", parent=content)
        self._digital_head = SectionHeader(parent=self.digital)
        self.digital_state = Badge(parent=self.digital)
        self.digital_state.setObjectName("teamDigitalState")
        self._digital_head.add_action(self.digital_state)
        self.digital.body.addWidget(self._digital_head)
        self.digital_lines = Label("body", wrap=True, parent=self.digital)
        self.digital_lines.setObjectName("teamDigitalLines")
        self.digital.body.addWidget(self.digital_lines)
        self.blocks = Card("teamBlocks", parent=content)
        self._blocks_head = SectionHeader(parent=self.blocks)
        self.blocks.body.addWidget(self._blocks_head)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(3, 1)
        self.blocks.body.addLayout(self._grid)
        self.priorities = Card("teamPriorities", parent=content)
        self._priorities_head = SectionHeader(parent=self.priorities)
        self.priorities.body.addWidget(self._priorities_head)
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        self.priorities.body.addLayout(self._list)
        for card in (self.summary, self.digital, self.blocks, self.priorities):
            column.addWidget(card)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(content, name="teamResultsScroll", parent=self))

    # --- showing ------------------------------------------------------------------------------------------------------

    def show_state(self, state: SessionState) -> None:
        """Show what follows from the answers; while it is being worked out, what followed before."""
        results = state.results
        team = None if results is None else results.team
        is_begun = team is not None and (team.is_recorded or bool(team.waiting))
        for card in (self.digital, self.blocks, self.priorities):
            card.setVisible(is_begun and team is not None and team.is_recorded)
        if results is None or team is None or not is_begun:
            self._show_offer()
            return
        self._show_summary(results, team, state)
        self._show_digital(team, state.texts)
        self._show_blocks(team, state)
        self._show_priorities(team, state)

    def _show_offer(self) -> None:
        self.state.hide()
        self.flags.hide()
        self.people.setText(
            self.tr(
                "Nobody has answered yet, and nothing waits for it. If you like: each person of the team answers 53 "
                "items in about ten minutes, here with the digits 1 to 4 or in an Excel form; stakeholders choose what "
                "the team should train first. No name is asked."
            )
        )

    def _show_summary(self, results: Results, team: TeamResult, state: SessionState) -> None:
        from fastmap.report.team_words import flag_lines

        indicator = next(
            (one for step in results.steps for one in step.indicators if one.key == "team_assessment"), None
        )
        met = None if indicator is None else indicator.met
        words = {True: self.tr("in place"), False: self.tr("not yet"), None: self.tr("not known yet")}
        self.state.setVisible(True)
        self.state.set_badge(words[met], _TONES[met])
        lines = [
            self.tr("%n person(s) of the team answered", "", team.respondents),
            self.tr("%n stakeholder(s) answered", "", team.stakeholders),
        ]
        if team.mastered is not None:
            mastered = self.tr("{share} of {items} relevant items mastered, {target} is the target")
            facts = {
                "share": state.texts.fact(Share(team.mastered)),
                "items": str(team.relevant_items),
                "target": state.texts.fact(Share(indicator.target if indicator is not None else 0)),
            }
            for name, fact in facts.items():
                mastered = mastered.replace(f"{{{name}}}", fact)
            lines.insert(0, mastered)
        self.people.setText(" · ".join(lines))
        flags = flag_lines(state.texts, team, state.catalogue.team)
        self.flags.setText("\n".join(flags))
        self.flags.setVisible(bool(flags))

    def _show_digital(self, team: TeamResult, texts: Texts) -> None:
        from fastmap.report.team_words import digcomp_lines, verdict_words

        met = None if team.digcomp is None else team.digcomp.met
        self.digital_state.set_badge(
            {True: self.tr("in place"), False: self.tr("not yet"), None: self.tr("not known yet")}[met], _TONES[met]
        )
        lines = () if team.digcomp is None else digcomp_lines(texts, team.digcomp)
        self.digital_lines.setText("\n".join((verdict_words(texts, team.digcomp), *lines)))

    def _show_blocks(self, team: TeamResult, state: SessionState) -> None:
        clear(self._grid)
        heads = (self.tr("Block"), self.tr("Mastered"), self.tr("To train"), self.tr("Published elsewhere, and chosen"))
        for column, head in enumerate(heads):
            label = Label("secondary", head, wrap=True, parent=self.blocks)
            side = Qt.AlignmentFlag.AlignRight if column in (1, 2) else Qt.AlignmentFlag.AlignLeft
            label.setAlignment(side | Qt.AlignmentFlag.AlignBottom)
            self._grid.addWidget(label, 0, column)
        for row, block in enumerate(team.blocks):
            self._grid.addWidget(Rule(parent=self.blocks), 2 * row + 1, 0, 1, 4)
            self._show_block(2 * row + 2, block, team, state)

    def _show_block(self, row: int, block: TeamBlockResult, team: TeamResult, state: SessionState) -> None:
        from fastmap.analysis.team import share_beside
        from fastmap.report.team_words import band_words, block_words, choice_words, short_band_words

        texts, top = state.texts, Qt.AlignmentFlag.AlignTop
        name = Label("key", block_words(texts, block.key), wrap=True, parent=self.blocks)
        self._grid.addWidget(name, row, 0, top)
        for column, share in ((1, block.mastered), (2, block.training)):
            figure = Label("body", _UNKNOWN if share is None else texts.fact(Share(share)), parent=self.blocks)
            figure.setObjectName(f"teamBlock_{block.key}_{column}")
            self._grid.addWidget(figure, row, column, top | Qt.AlignmentFlag.AlignRight)
        beside = QVBoxLayout()
        beside.setSpacing(2)
        for band in state.catalogue.team.bands_of(block.key):
            line = Label("secondary", short_band_words(texts, band, share_beside(team, band)), wrap=True)
            line.setParent(self.blocks)
            line.setToolTip(band_words(texts, band))
            beside.addWidget(line)
        chosen = choice_words(texts, block)
        if chosen:
            words = self.tr("Stakeholders: {items}").replace("{items}", chosen)
            beside.addWidget(Label("secondary", words, wrap=True, parent=self.blocks))
        self._grid.addLayout(beside, row, 3)

    def _show_priorities(self, team: TeamResult, state: SessionState) -> None:
        from fastmap.report.team_words import item_words, priority_words

        texts, definition = state.texts, state.catalogue.team
        why = self.tr("{team} what the team’s answers ask for, {others} what stakeholders chose; each line says why.")
        why = why.replace("{team}", texts.fact(Share(definition.team_weight)))
        why = why.replace("{others}", texts.fact(Share(definition.stakeholder_weight)))
        self._priorities_head.set_words(self.tr("What to train first"), why)
        clear(self._list)
        if not team.priorities:
            words = self.tr("No answer asks for training.")
            self._list.addWidget(Label("body", words, wrap=True, parent=self.priorities))
        for one in team.priorities[:_PRIORITIES]:
            line = QHBoxLayout()
            line.setSpacing(10)
            line.addWidget(Badge(str(one.rank), "primary", parent=self.priorities), 0, Qt.AlignmentFlag.AlignTop)
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(Label("key", item_words(texts, one.item), wrap=True, parent=self.priorities))
            column.addWidget(Label("secondary", priority_words(texts, team, one), wrap=True, parent=self.priorities))
            line.addLayout(column, 1)
            self._list.addLayout(line)

    # --- words --------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Set the texts that do not follow from the answers."""
        self._summary_head.set_words(self.tr("What the team masters"))
        self._digital_head.set_words(self.tr("Digital competence (DigComp)"))
        self._blocks_head.set_words(
            self.tr("By block, beside published bands"),
            self.tr(
                "What was published are bounds and ranges for some items of a block, with how many answered: no points "
                "to compare with. “Here” is your own share on the same items. Point at a line to read its items."
            ),
        )
