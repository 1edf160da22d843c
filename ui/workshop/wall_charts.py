"""Views of the projector that compare figures: ranking, map, coverage, vote."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fastmap.model.choices import BallotState
from fastmap.model.wall import CoverageWall, MapWall, RankingWall, VoteWall
from fastmap.tasks.wall import MOST_LINES
from ui.pages.actions_card import TitleLines
from ui.pages.diagnosis_map import Bubble, DemandSupplyMap
from ui.theme.theme import current
from ui.widgets.labels import Badge, FactLabel, Label
from ui.workshop.wall_parts import Lines, Measure, WallPage, stacked

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class RankingPage(WallPage):
    """The first ten, with the places between which each would lie."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin without lines."""
        super().__init__("wallRanking", parent=parent)
        self.lines = Lines("wallRankingLines", (0, 5, 6, 0), parent=self.body)
        _fill(self.body, self.lines)

    def show_content(self, content: RankingWall) -> None:
        """Show the ranking."""
        from fastmap.report.context import VERDICT_TONES  # the wall and the report agree

        self.show_head(content.head)
        grid = self.lines.begin(MOST_LINES)
        holder = self.lines.holder
        for row, skill in enumerate(content.skills):
            grid.addWidget(Label("card", str(skill.rank), parent=holder), row, 0, _MIDDLE | Qt.AlignmentFlag.AlignRight)
            below = Label("secondary", f"{skill.firms} · {skill.places}", parent=holder)
            below.set_muted(True)
            grid.addWidget(stacked(FactLabel("heading", skill.label, parent=holder), below, parent=holder), row, 1)
            bar = Measure(parent=holder)
            bar.show_share(skill.priority_0_1, "primary", (skill.low_0_1, skill.high_0_1))
            grid.addWidget(bar, row, 2)
            grid.addWidget(
                Badge(skill.verdict_words, VERDICT_TONES[skill.verdict].value, parent=holder), row, 3, _MIDDLE
            )
        self.lines.end()


class MapPage(WallPage):
    """Demand against supply."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin without circles."""
        super().__init__("wallMap", parent=parent)
        self.map = DemandSupplyMap("wallMapCircles", parent=self.body)
        self.legend = Label("secondary", wrap=True, parent=self.body)
        _fill(self.body, self.map, self.legend)

    def show_content(self, content: MapWall) -> None:
        """Show the map."""
        from fastmap.report.context import VERDICT_TONES

        self.show_head(content.head)
        self.map.set_titles(content.titles)
        self.legend.setText(content.legend)
        self.map.show_bubbles(
            [
                Bubble(
                    uri=skill.uri,
                    label=skill.label,
                    sentence=skill.label,
                    demand=skill.demand,
                    supply=skill.supply,
                    people=skill.people,
                    evidence=skill.evidence,
                    tone=VERDICT_TONES[skill.verdict].value,
                )
                for skill in content.skills
            ],
            line=content.line,
        )

    def spoken(self) -> str:
        """Return the words and what the circles stand for."""
        return ". ".join((super().spoken(), *(bubble.label for bubble in self.map.bubbles)))


class CoveragePage(WallPage):
    """People short beside recorded places, skill by skill."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin without lines."""
        super().__init__("wallCoverage", parent=parent)
        self.lines = Lines("wallCoverageLines", (5, 2, 5, 0), parent=self.body)
        _fill(self.body, self.lines)

    def show_content(self, content: CoverageWall) -> None:
        """Show the top skills."""
        from fastmap.report.context import COVERAGE_TONES

        self.show_head(content.head)
        grid = self.lines.begin(MOST_LINES)
        holder = self.lines.holder
        for row, skill in enumerate(content.skills):
            providers = FactLabel("secondary", skill.providers, parent=holder)
            providers.set_muted(True)
            grid.addWidget(stacked(FactLabel("heading", skill.label, parent=holder), providers, parent=holder), row, 0)
            people = Label("secondary", skill.people_words, parent=holder)
            places = Label("secondary", skill.places_words, parent=holder)
            grid.addWidget(stacked(people, places, parent=holder), row, 1)
            bars = QWidget(holder)
            column = QVBoxLayout(bars)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            for figure, tone in ((skill.people, "warn"), (skill.places, "good")):
                bar = Measure(parent=bars)
                if figure is not None:  # an empty bar would say that there are none
                    bar.show_share(figure / content.most, tone)
                column.addWidget(bar)
            grid.addWidget(bars, row, 2)
            grid.addWidget(
                Badge(skill.status_words, COVERAGE_TONES[skill.status].value, parent=holder), row, 3, _MIDDLE
            )
        self.lines.end()


class VotePage(WallPage):
    """Options with their dots, beside the places of the survey."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin without a vote."""
        super().__init__("wallVote", parent=parent)
        self._labels: tuple[str, ...] = ()
        self.state = Badge(parent=self.body)
        self.voters = Label("card", parent=self.body)
        self.verdict = Label("heading", wrap=True, parent=self.body)
        self.verdict.setObjectName("wallVoteVerdict")
        self.lines = Lines("wallVoteLines", (6, 4, 0, 0, 0), parent=self.body)
        top = QWidget(self.body)
        row = QHBoxLayout(top)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current().px(12))
        row.addWidget(self.state)
        row.addWidget(self.voters)
        row.addStretch(1)
        _fill(self.body, top, self.lines, self.verdict)

    def spoken(self) -> str:
        """Return the words and the options."""
        return ". ".join((super().spoken(), *self._labels))

    def show_content(self, content: VoteWall) -> None:
        """Show the vote as far as it may be seen."""
        self.show_head(content.head)
        self._labels = tuple(option.label for option in content.options)
        self.state.set_badge(content.state_words, "good" if content.state is BallotState.OPEN else "neutral")
        self.voters.setText(content.voters)
        self.verdict.setText(content.verdict)
        self.verdict.setVisible(bool(content.verdict))
        grid = self.lines.begin(min(len(content.options), MOST_LINES))
        holder = self.lines.holder
        for row, option in enumerate(content.options):
            label = TitleLines(parent=holder)
            label.set_title(option.label, "text")
            grid.addWidget(label, row, 0, _MIDDLE)
            if option.dots is not None:
                bar = Measure(parent=holder)
                bar.show_dots(option.dots, content.most)
                grid.addWidget(bar, row, 1)
                grid.addWidget(Label("key", option.dots_words, parent=holder), row, 2, _MIDDLE)
            survey = Label("secondary", option.survey, parent=holder)
            survey.set_muted(True)
            grid.addWidget(survey, row, 3, _MIDDLE)
            if option.gap:
                grid.addWidget(Badge(option.gap, "warn", parent=holder), row, 4, _MIDDLE)
        self.lines.end()


def _fill(body: QWidget, *widgets: QWidget) -> None:
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(current().px(8))
    for widget in widgets:
        column.addWidget(widget, 1 if isinstance(widget, Lines | DemandSupplyMap) else 0)
