"""Pages for tests of the frame: small, complete, and independent of what the real steps show."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import starmap

from PySide6.QtWidgets import QLineEdit

from fastmap.changes import EditCluster, SaveMembers
from fastmap.model.ids import MemberCode
from fastmap.model.organisations import Member
from ui.pages.page import Page, StepFact, StepState, quiet
from ui.pages.registry import ALL_STEPS, Step
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.fields import Field
from ui.widgets.labels import Label


class DemoClusterPage(Page):
    key = "cluster"
    concerns = frozenset({"cluster"})

    def build(self):
        self.name = QLineEdit(self)
        self.name.setObjectName("demoName")
        self.field = Field(self.name, parent=self)
        self.body.addWidget(self.field)
        self.body.addStretch(1)
        self.name.editingFinished.connect(self._save)
        self.times_shown = 0

    def show_state(self, state):
        self.times_shown += 1
        with quiet(self.name):
            self.name.setText(state.snapshot.cluster.name)

    def retranslate(self):
        self.header.set_words(self.title(), self.tr("Who you are, and where."))
        self.field.set_words(self.tr("Name of the cluster"))

    @staticmethod
    def fact(snapshot, results):
        return StepFact(state=StepState.COMPLETE, sentence=f"{snapshot.cluster.name}, {snapshot.cluster.country}")

    def help_text(self):
        return self.tr("First paragraph.\n\nSecond paragraph.")

    def _save(self):
        cluster = self.session.state.snapshot.cluster
        if self.name.text() != cluster.name:
            self.session.apply(EditCluster(cluster=replace(cluster, name=self.name.text())))


class DemoMembersPage(Page):
    key = "members"
    concerns = frozenset({"members"})
    takes = frozenset({".xlsx", ".csv"})

    def build(self):
        self.importing = Button("demoImport", "file-arrow-down", parent=self)
        self.adding = PrimaryButton("demoAdd", "plus", parent=self)
        self.header.add_action(self.importing)
        self.header.add_action(self.adding)
        self.count = Label("card", parent=self)
        self.body.addWidget(self.count)
        self.body.addStretch(1)
        self.other = self.empty.add_other("demoEmptyImport", "file-arrow-down")
        self.adding.clicked.connect(self._add)
        self.empty.primary.clicked.connect(self._add)
        self.taken = []
        self.times_shown = 0

    def is_empty(self, state):
        return not state.snapshot.members

    def show_state(self, state):
        self.times_shown += 1
        self.count.setText(self.tr("%n member(s)", "", len(state.snapshot.members)))

    def retranslate(self):
        self.header.set_words(self.title(), self.tr("Who belongs to the cluster, and who has answered."))
        self.importing.setText(self.tr("Import members"))
        self.adding.setText(self.tr("Add member"))
        self.empty.set_words(
            self.tr("No members yet"),
            self.tr("The list of members is where everything begins: who was asked, who answered, who must be called."),
        )
        self.empty.primary.setText(self.tr("Add first member"))
        self.other.setText(self.tr("Import from Excel"))

    def take_files(self, paths):
        self.taken.append(paths)

    @staticmethod
    def fact(snapshot, results):
        members = snapshot.members
        if not members:
            return StepFact(state=StepState.NOT_STARTED, sentence="Nobody listed yet")
        answered = len({response.member for response in snapshot.responses})
        return StepFact(
            state=StepState.BEGUN,
            sentence=f"{answered} of {len(members)} members answered",
            share_0_1=answered / len(members),
        )

    def help_text(self):
        return self.tr("Add the members of your cluster.")

    def _add(self):
        number = len(self.session.state.snapshot.members) + 1
        self.session.apply(SaveMembers(members=(Member(code=MemberCode(f"X{number:03}"), name=f"Firm {number}"),)))


PAGES = {"cluster": DemoClusterPage, "members": DemoMembersPage}


@dataclass(frozen=True, slots=True)
class DemoStep(Step):
    """A step whose page stands here."""

    def load(self):
        return PAGES.get(self.key) or type(f"Demo{self.class_name}", (DemoMembersPage,), {"key": self.key})


DEMO_STEPS = tuple(starmap(DemoStep, ((s.key, s.source, s.icon, s.class_name) for s in ALL_STEPS)))
