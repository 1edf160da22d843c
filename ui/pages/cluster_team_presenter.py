"""What the tab Team does: begins questionnaires, takes answers key by key, writes and reads the Excel forms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from fastmap.model.choices import ResponseState, TeamAnswer, TeamRole
from ui.plain_text import isolated

if TYPE_CHECKING:
    from fastmap.changes import Change
    from fastmap.changes.responses import ImportResponses
    from fastmap.model.choices import PartnerType
    from fastmap.model.ids import TeamFormId
    from fastmap.model.responses import FileOutcome
    from fastmap.model.snapshot import Snapshot
    from fastmap.model.team import TeamQuestionnaire
    from ui.session import Session, SessionState
    from ui.work import Job

DIGITS = dict(enumerate(TeamAnswer, start=1))
"""Digit on the keyboard → answer, as on paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """One filled questionnaire in the list of respondents."""

    id: str
    respondent: str
    role: str
    answered: str
    state: str
    tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow:
    """One item of the questionnaire that is being filled in."""

    item: str
    number: int
    block: str
    words: str
    answer: str
    tone: str | None


class TeamPresenter(QObject):
    """Works on whatever its session has open; every key is one change."""

    ended = Signal(str, str)
    """Something was read or written: tone and sentence."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Begin with nobody chosen."""
        super().__init__(parent)
        self._session = session
        self.chosen: str = ""
        """Id of the questionnaire in sight, or ""."""

    # --- what is shown ------------------------------------------------------------------------------------------------

    @property
    def questionnaire(self) -> TeamQuestionnaire | None:
        """The questionnaire in sight."""
        return next((one for one in self._session.state.snapshot.team if one.id == self.chosen), None)

    def people(self, state: SessionState) -> list[PersonRow]:
        """Return every questionnaire, in the order in which they came."""
        return [self._person(state, one) for one in state.snapshot.team]

    def _person(self, state: SessionState, one: TeamQuestionnaire) -> PersonRow:
        waits = one.state in (ResponseState.NEW, ResponseState.TO_CHECK)
        words, tone = "", "neutral"
        if waits:
            words, tone = QCoreApplication.translate("TeamView", "waits"), "warn"
        elif one.state is ResponseState.SUPERSEDED:
            words = QCoreApplication.translate("TeamView", "kept out")
        elif one.is_of_team and one.answered < len(state.catalogue.team.items):
            words = QCoreApplication.translate("TeamView", "begun")
        elif one.answered:
            words, tone = QCoreApplication.translate("TeamView", "filled in"), "good"
        answered = f"{one.answered}/{len(state.catalogue.team.items)}" if one.is_of_team else str(one.answered)
        return PersonRow(
            id=one.id, respondent=one.respondent, role=role_words(one.role), answered=answered, state=words, tone=tone
        )

    def items(self, state: SessionState) -> list[ItemRow]:
        """Return the items of the questionnaire in sight, with its answers."""
        one = self.questionnaire
        if one is None:
            return []
        definition, texts = state.catalogue.team, state.texts
        rows = []
        for number, item in enumerate(definition.items, start=1):
            block = definition.block_of[item].key
            rows.append(
                ItemRow(
                    item=item,
                    number=number,
                    block=texts.get(f"team_form.block.{block}"),
                    words=texts.get(f"team_form.label.{item}"),
                    answer=_answer_words(one, item),
                    tone=_tone(one, item),
                )
            )
        return rows

    # --- what a person does -------------------------------------------------------------------------------------------

    def add(self, role: TeamRole) -> bool:
        """Begin a questionnaire and choose it; says whether it went well."""
        from fastmap.tasks.team import new_respondent

        change = new_respondent(self._session.state.snapshot, role, datetime.now(UTC))
        self.chosen, before = change.questionnaires[0].id, self.chosen
        if self._apply(change):
            return True
        self.chosen = before
        return False

    def answer(self, item: str, answer: TeamAnswer | None) -> None:
        """Record an answer of the team's questionnaire; the same one again changes nothing."""
        from fastmap.changes import AnswerTeamItem

        one = self.questionnaire
        if one is not None and one.answers.get(item) is not answer:
            self._apply(AnswerTeamItem(questionnaire=one.id, item=item, answer=answer))

    def pick(self, item: str, *, picked: bool | None = None) -> None:
        """Choose an item for a stakeholder, or no longer; ``None``: the other way round than now."""
        from fastmap.changes import PickTeamItem

        one = self.questionnaire
        if one is not None:
            wanted = item not in one.picks if picked is None else picked
            if wanted != (item in one.picks):
                self._apply(PickTeamItem(questionnaire=one.id, item=item, picked=wanted))

    def set_code(self, code: str) -> None:
        """Give the respondent in sight another code; nothing is no code."""
        one = self.questionnaire
        if one is not None and code.strip() and code.strip() != one.respondent:
            self._save(replace(one, respondent=code.strip()))

    def set_detail(self, name: str, value: TeamRole | PartnerType | int | None) -> None:
        """Record role, organisation_kind or digcomp of the questionnaire in sight."""
        one = self.questionnaire
        if one is not None and getattr(one, name) != value:
            changes: dict[str, Any] = {name: value}
            self._save(replace(one, **changes))

    def set_bought_in(self, level: int | None) -> None:
        """Record the digital level bought in."""
        from fastmap.changes import SetBoughtInLevel

        if level != self._session.state.snapshot.team_profile.bought_in_level:
            self._apply(SetBoughtInLevel(level=level))

    def settle(self, *, counts: bool) -> None:
        """Let the questionnaire in sight count, or keep it out."""
        from fastmap.changes import SettleTeamQuestionnaire

        one = self.questionnaire
        if one is not None:
            self._apply(SettleTeamQuestionnaire(questionnaire=one.id, counts=counts))

    def remove(self, ids: Sequence[str]) -> bool:
        """Remove questionnaires; says whether it went well."""
        from fastmap.changes import RemoveTeamQuestionnaires

        known: tuple[TeamFormId, ...] = tuple(one.id for one in self._session.state.snapshot.team if one.id in ids)
        return bool(known) and self._apply(RemoveTeamQuestionnaires(questionnaires=known))

    def _save(self, one: TeamQuestionnaire) -> None:
        from fastmap.changes import SaveTeamQuestionnaires

        self._apply(SaveTeamQuestionnaires(questionnaires=(one,)))

    def _apply(self, change: Change) -> bool:
        return self._session.apply(change) is not None

    # --- forms out and in ---------------------------------------------------------------------------------------------

    def write_forms(self, folder: Path) -> Job:
        """Write the two questionnaires in a thread; ends with ``ended``."""
        snapshot = self._session.state.snapshot

        def write(_: object) -> tuple[Path, ...]:
            from exports.team_form import write_team_forms
            from fastmap.intake.team_content import team_form_contents
            from fastmap.tasks.team import form_language

            return write_team_forms(team_form_contents(snapshot, form_language(None, snapshot)), folder)

        job = self._session.pool.start(write)
        job.done.connect(lambda paths: self.ended.emit("good", _written(paths)))
        job.failed.connect(self._session.failed)
        return job

    def take_forms(self, paths: Sequence[Path]) -> Job:
        """Read filled questionnaires in a thread and take them as one change; ends with ``ended``."""
        snapshot, open_files = self._session.state.snapshot, self._session.assessment.open_files

        def read(_: object) -> tuple[tuple[FileOutcome, ...], ImportResponses | None]:
            from fastmap.intake.forms import read_forms
            from fastmap.tasks.importing import taken_forms

            return taken_forms(snapshot, read_forms(paths, snapshot, open_files=open_files))

        job = self._session.pool.start(read)
        job.done.connect(lambda read: self._take(paths, snapshot, *read))
        job.failed.connect(self._session.failed)
        return job

    def _take(
        self,
        paths: Sequence[Path],
        read_with: Snapshot,
        outcomes: tuple[FileOutcome, ...],
        change: ImportResponses | None,
    ) -> None:
        if read_with is not self._session.state.snapshot:  # somebody edited meanwhile: what came before has changed
            self.take_forms(paths)
            return
        if change is not None and not self._apply(change):
            return
        taken = sum(one.team is not None for one in outcomes)
        told = [problem for one in outcomes for problem in one.problems]
        words = self.tr("%n questionnaire(s) taken.", "", taken)
        if told and told[0].facts is not None:
            more = self.tr("%n remark(s), the first: {first}", "", len(told))
            words = f"{words} {more.replace('{first}', self._session.state.texts.say(told[0].facts))}"
        self.ended.emit("warn" if told or not taken else "good", words)


def role_words(role: TeamRole) -> str:
    """Return a role in the words of the screen."""
    return {
        TeamRole.MANAGER: QCoreApplication.translate("TeamView", "Manager"),
        TeamRole.STAFF: QCoreApplication.translate("TeamView", "Team"),
        TeamRole.STAKEHOLDER: QCoreApplication.translate("TeamView", "Stakeholder"),
    }[role]


def short_words(answer: TeamAnswer) -> str:
    """Return an answer in a word or two."""
    return {
        TeamAnswer.LACKS: QCoreApplication.translate("TeamView", "missing"),
        TeamAnswer.PARTLY: QCoreApplication.translate("TeamView", "partly there"),
        TeamAnswer.MASTERS: QCoreApplication.translate("TeamView", "mastered"),
        TeamAnswer.NOT_RELEVANT: QCoreApplication.translate("TeamView", "not relevant"),
    }[answer]


_TONES = {
    TeamAnswer.LACKS: "warn",
    TeamAnswer.PARTLY: "regional",
    TeamAnswer.MASTERS: "good",
    TeamAnswer.NOT_RELEVANT: "neutral",
}


def _answer_words(one: TeamQuestionnaire, item: str) -> str:
    if one.is_of_team:
        answer = one.answers.get(item)
        return "" if answer is None else short_words(answer)
    return QCoreApplication.translate("TeamView", "chosen") if item in one.picks else ""


def _tone(one: TeamQuestionnaire, item: str) -> str | None:
    if one.is_of_team:
        answer = one.answers.get(item)
        return None if answer is None else _TONES[answer]
    return "primary" if item in one.picks else None


def _written(paths: Sequence[Path]) -> str:
    words = QCoreApplication.translate(
        "TeamView", "Written to {folder}: {files}. Filled in, they come back by “Take forms”."
    )
    return words.replace("{folder}", isolated(paths[0].parent.name)).replace(
        "{files}", ", ".join(isolated(path.name) for path in paths)
    )
