"""The step *Cluster*: who the cluster is, where, in which fields, and what this round is called."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from ui.pages.cluster_fields import Chips, DayField, PickField
from ui.pages.cluster_grant import GrantCard
from ui.pages.cluster_presenter import MOST_SECTORS, ClusterPresenter, cluster_fact, label_choices, role_choices
from ui.pages.page import Page, StepFact, quiet
from ui.theme.theme import current
from ui.translating import REPORT_LANGUAGES
from ui.widgets.buttons import PrimaryButton
from ui.widgets.cards import Card, SectionHeader, scrolling
from ui.widgets.completion import Suggestion
from ui.widgets.fields import ComboBox, Field
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from datetime import date

    from fastmap.model.results import Results
    from fastmap.model.snapshot import Snapshot
    from fastmap.tasks.regions import Region
    from ui.pages.cluster_team import TeamView
    from ui.session import SessionState

VIEWS = ("profile", "team")
_ONE_COLUMN_BELOW = 760
_LONGEST = 300


class ClusterPage(Page):
    """The profile form: two columns, every entry saved when the keyboard leaves it."""

    key = "cluster"
    concerns = frozenset({"cluster", "info", "team"})

    def build(self) -> None:
        """Make the two cards and their fields."""
        self.presenter = ClusterPresenter(self.session)
        self._fields: dict[str, Field] = {}
        self.going_on = PrimaryButton("clusterNext", "arrow-right", parent=self)
        self.going_on.clicked.connect(lambda: self.go_to.emit("members"))
        self.header.add_action(self.going_on)
        content = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(12)
        self._columns.addWidget(self._profile_card(content), 1, Qt.AlignmentFlag.AlignTop)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self._work_card(content))
        right.addWidget(self._round_card(content))
        self.grant = GrantCard(self.session, parent=content)
        self.grant.said.connect(self.say)
        right.addWidget(self.grant)
        right.addStretch(1)
        self._columns.addLayout(right, 1)
        self.views = Segments("clusterView", VIEWS, parent=self)
        self.body.addWidget(self.views)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(scrolling(content, name="clusterScroll", parent=self))
        self.body.addWidget(self.stack, 1)
        self._team: TeamView | None = None
        self._connect()
        self._read_regions()

    @property
    def team(self) -> TeamView:
        """The self-assessment of the team, made when it is first chosen."""
        if self._team is None:
            from ui.pages.cluster_team import TeamView  # late: the step opens with the profile

            self._team = TeamView(self.session, parent=self)
            self._team.retranslate()
            self._team.said.connect(self.say)
            self.stack.addWidget(self._team)
        return self._team

    def _choose_view(self, key: str) -> None:
        self.going_on.setVisible(key == VIEWS[0])
        self.stack.setCurrentIndex(0)
        if key != VIEWS[0]:
            self.stack.setCurrentWidget(self.team)
            self.team.show_state(self.session.state)

    def _profile_card(self, parent: QWidget) -> Card:
        card = Card("clusterProfile", parent=parent)
        self._profile_head = SectionHeader(parent=card)
        card.body.addWidget(self._profile_head)
        self.name = self._line("name", card)
        self.country = PickField("clusterCountry", parent=card)
        self.region = PickField("clusterRegion", parent=card)
        self.founded = self._line("founded_year", card)
        self.staff = self._line("staff", card)
        self.member_count = self._line("member_count", card)
        self.label = ComboBox("clusterLabel", parent=card)
        self.role = ComboBox("clusterRole", parent=card)
        self._add(card, ("name", self.name))
        self._add(card, ("country", self.country))
        self._add(card, ("nuts", self.region))
        self._add(card, ("founded_year", self.founded), ("staff", self.staff), ("member_count", self.member_count))
        self._add(card, ("label", self.label), ("chain_role", self.role))
        return card

    def _work_card(self, parent: QWidget) -> Card:
        card = Card("clusterWork", parent=parent)
        self._work_head = SectionHeader(parent=card)
        card.body.addWidget(self._work_head)
        self.sector = PickField("clusterSector", parent=card)
        self._add(card, ("sectors", self.sector))
        self.sectors = Chips("clusterSectors", parent=card)
        card.body.addWidget(self.sectors)
        return card

    def _round_card(self, parent: QWidget) -> Card:
        card = Card("clusterRound", parent=parent)
        self._round_head = SectionHeader(parent=card)
        card.body.addWidget(self._round_head)
        self.assessment_title = self._line("title", card)
        self.round_label = self._line("round_label", card)
        self.language = ComboBox("clusterLanguage", parent=card)
        self.round_start = DayField("clusterRoundStart", parent=card)
        self.round_end = DayField("clusterRoundEnd", parent=card)
        self._add(card, ("title", self.assessment_title))
        self._add(card, ("round_label", self.round_label), ("language", self.language))
        self._add(card, ("round_start", self.round_start), ("round_end", self.round_end))
        return card

    def _line(self, field: str, parent: QWidget) -> QLineEdit:
        line = QLineEdit(parent)
        line.setObjectName("cluster" + "".join(part.capitalize() for part in field.split("_")))
        line.setMaxLength(_LONGEST)
        line.editingFinished.connect(lambda: self._leave(field, line))
        return line

    def _add(self, card: Card, *entries: tuple[str, QWidget]) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        for name, control in entries:
            field = Field(control, parent=card)
            self._fields[name] = field
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(row)

    def _connect(self) -> None:
        presenter = self.presenter
        self.views.chosen.connect(self._choose_view)
        self.country.wanted.connect(lambda n, text: self.country.offer(n, presenter.find_countries(text)))
        self.region.wanted.connect(lambda n, text: self.region.offer(n, presenter.find_regions(text)))
        self.sector.wanted.connect(lambda n, text: self.sector.offer(n, presenter.find_sectors(text)))
        self.country.chosen.connect(lambda chosen: self._take("country", self.country, chosen))
        self.region.chosen.connect(lambda chosen: self._take("nuts", self.region, chosen))
        self.sector.chosen.connect(self._add_sector)
        self.country.left.connect(lambda text: self._then_complain(presenter.leave_country, text))
        self.region.left.connect(lambda text: self._then_complain(presenter.leave_region, text))
        self.sector.left.connect(lambda _: self.sector.show_choice(""))
        self.sectors.removed.connect(presenter.remove_sector)
        for name, box in (("label", self.label), ("chain_role", self.role), ("language", self.language)):
            box.activated.connect(lambda _, name=name, box=box: presenter.choose(name, box.currentData()))
        for name, day in (("round_start", self.round_start), ("round_end", self.round_end)):
            day.entered.connect(lambda text, name=name: self._enter(name, text))

    # --- showing ------------------------------------------------------------------------------------------------------

    def show_state(self, state: SessionState) -> None:
        """Show what is recorded; what is being typed, or was not understood, stays."""
        cluster, info, presenter = state.snapshot.cluster, state.snapshot.info, self.presenter
        texts = {
            "name": (self.name, cluster.name),
            "founded_year": (self.founded, _figure(cluster.founded_year)),
            "staff": (self.staff, _figure(cluster.staff)),
            "member_count": (self.member_count, _figure(cluster.member_count)),
            "title": (self.assessment_title, info.title),
            "round_label": (self.round_label, info.round_label),
        }
        for name, (line, text) in texts.items():
            if not self._is_being_typed(name, line) and line.text() != text:
                line.setText(text)
                line.setCursorPosition(0)
        if not self._is_being_typed("country", self.country):
            self.country.show_choice(presenter.country_words(cluster.country))
        if not self._is_being_typed("nuts", self.region):
            self.region.show_choice(presenter.region_words(cluster.nuts))
        for name, day, value in (
            ("round_start", self.round_start, info.round_start),
            ("round_end", self.round_end, info.round_end),
        ):
            if not self._is_being_typed(name, day):
                day.show_day(_iso(value), state.texts.date(value) if value else "")
        with quiet(self.label, self.role, self.language):
            self.label.set_choices(label_choices(state), cluster.label)
            self.role.set_choices(role_choices(state), cluster.chain_role)
            self.language.set_choices([(code, name) for code, name in REPORT_LANGUAGES.items()], info.language)
        for field in self._fields.values():
            field.control.setEnabled(state.can_edit)
        self.sectors.setEnabled(state.can_edit)
        self._show_sectors(state)
        self.grant.show_state(state)
        self._complain()
        if self._team is not None and self.stack.currentWidget() is self._team:
            self._team.show_state(state)

    def _show_sectors(self, state: SessionState) -> None:
        sectors = state.snapshot.cluster.sectors
        chips = []
        for key in sectors:
            words = state.texts.term(f"sector.{key}") if key in state.catalogue.sectors else key
            chips.append((key, words, self.tr("Remove {priority}").format(priority=words)))
        self.sectors.set_chips(chips)
        has_room = len(sectors) < MOST_SECTORS
        self.sector.setEnabled(state.can_edit and has_room)
        self.sector.setPlaceholderText(
            self.tr("Search the 24 priorities")
            if has_room
            else self.tr("Three are chosen; remove one to choose another")
        )

    def _is_being_typed(self, name: str, line: QLineEdit) -> bool:
        return name in self.presenter.unclear or (line.hasFocus() and line.isModified())

    def _complain(self) -> None:
        complaints = self.presenter.complaints()
        for name, field in self._fields.items():
            field.set_complaint(complaints.get(name, ""))

    # --- entering -----------------------------------------------------------------------------------------------------

    def _leave(self, field: str, line: QLineEdit) -> None:
        if line.isModified():
            line.setModified(False)
            self._enter(field, line.text())

    def _enter(self, field: str, text: str) -> None:
        if not self.session.is_open:  # the keyboard leaves a field of a page that is on its way out
            return
        self.presenter.enter(field, text)
        self.show_state(self.session.state)

    def _take(self, field: str, line: PickField, chosen: Suggestion) -> None:
        line.setModified(False)
        self.presenter.choose(field, chosen.value)
        self.show_state(self.session.state)

    def _add_sector(self, chosen: Suggestion) -> None:
        self.sector.setModified(False)
        self.sector.show_choice("")
        self.presenter.add_sector(str(chosen.value))

    def _then_complain(self, leave: Callable[[str], None], text: str) -> None:
        if self.session.is_open:
            leave(text)
            self.show_state(self.session.state)

    def _read_regions(self) -> None:
        def read(_: object) -> tuple[Region, ...]:
            from fastmap.tasks.regions import load_regions

            return load_regions()

        job = self.session.pool.start(read)
        job.done.connect(self._take_regions)

    def _take_regions(self, regions: tuple[Region, ...]) -> None:
        self.presenter.regions = regions
        if self.session.is_open:
            self.show_state(self.session.state)

    # --- words --------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Set every text."""
        self.header.set_words(
            self.title(),
            self.tr("Who you are and where. Reports and advice start from these lines; most are optional."),
        )
        self.going_on.setText(self.tr("Go on to members"))
        self.views.set_words(self.tr("View"), {"profile": self.tr("Profile"), "team": self.tr("Team")})
        if self._team is not None:
            self._team.retranslate()
        self._profile_head.set_words(self.tr("Cluster organisation"))
        self._work_head.set_words(
            self.tr("Fields of work"), self.tr("Up to three of the 24 smart-specialisation (S3) priorities.")
        )
        self._round_head.set_words(self.tr("This round"))
        self.grant.retranslate()
        words = {
            "name": (self.tr("Name"), ""),
            "country": (self.tr("Country"), ""),
            "nuts": (self.tr("Region"), ""),
            "founded_year": (self.tr("Founded in"), ""),
            "staff": (self.tr("Staff"), ""),
            "member_count": (self.tr("Members"), ""),
            "label": (self.tr("Excellence label"), ""),
            "chain_role": (self.tr("Role in the value chain"), ""),
            "sectors": (self.tr("Add a priority"), ""),
            "title": (self.tr("Title of the report"), ""),
            "round_label": (self.tr("Name of the round"), ""),
            "language": (self.tr("Language of forms and report"), ""),
            "round_start": (self.tr("Begins on"), ""),
            "round_end": (self.tr("Answers wanted by"), ""),
        }
        for name, (label, hint) in words.items():
            self._fields[name].set_words(label, hint)
        self.region.setPlaceholderText(self.tr("Name or NUTS code, such as ES21"))
        self.round_start.setPlaceholderText("2026-03-31")
        self.round_end.setPlaceholderText("2026-03-31")

    @staticmethod
    def fact(snapshot: Snapshot, results: Results | None) -> StepFact:
        """Return the sentence below the step."""
        return cluster_fact(snapshot, results)

    def help_text(self) -> str:
        """Explain the form."""
        return self.tr(
            "Every entry is saved when you leave the field or press Enter, and can be undone with Ctrl+Z.\n\n"
            "Country and region are lists: type a part of the name or of the NUTS code, walk with the arrow keys and "
            "press Enter. The region may be of level 1, 2 or 3; the smaller, the better partners can be found.\n\n"
            "The S3 priorities are the fields of smart specialisation that your region and you agree on. Choose up to "
            "three; a click on a chosen one takes it out.\n\n"
            "The name of the round and the day until which answers are wanted stand on the forms and in the report.\n\n"
            "Team is an offer: the cluster's own people say what they master (1 to 4 answer an item, Enter goes on), "
            "stakeholders choose what should be trained first. The result stands beside published bands and counts in "
            "the step Develop. No names are needed."
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the cards below each other where the window is narrow."""
        super().resizeEvent(event)
        is_narrow = self.width() < current().px(_ONE_COLUMN_BELOW)
        self._columns.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)


def _figure(number: int | None) -> str:
    return "" if number is None else str(number)


def _iso(day: date | None) -> str:
    return day.isoformat() if day is not None else ""
