"""What the member list does with entries: understands them as a list from a file would be, and records them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from fastmap.model.choices import MemberKind, MemberStatus, SmeStatus
from fastmap.model.ids import LanguageCode, MemberCode
from fastmap.model.normalise import clean_text, text_key
from fastmap.model.organisations import Contact, Member, Registration
from fastmap.tasks.membership import Standing, standings
from fastmap.texts import sentence_case
from ui.pages.page import StepFact, StepState
from ui.widgets.completion import Suggestion

if TYPE_CHECKING:
    from fastmap.intake.form_content import FormContent
    from fastmap.intake.table_members import MembersOutcome
    from fastmap.model.reminders import Reminder
    from fastmap.model.results import Results
    from fastmap.model.snapshot import Snapshot
    from fastmap.progress import ProgressListener
    from fastmap.tasks.handing_out import HandingOut
    from fastmap.tasks.previous_round import PreviousRound
    from fastmap.tasks.regions import Region
    from ui.session import Session

translate = QCoreApplication.translate

CELL_COLUMNS = ("code", "name", "kind", "headcount", "activity", "nuts", "language", "status")
"""Columns of the table from left to right: cells from a spreadsheet fall below them."""
_CLEARED: Mapping[str, Any] = {"kind": None, "headcount": None, "activity": None, "nuts": None, "language": None}
_MOST_TYPED = 300


class MembersPresenter:
    """Takes codes, column keys and texts; answers with complaints in words, empty where all is well."""

    def __init__(self, session: Session) -> None:
        """Work on what ``session`` has open."""
        self._session = session
        self.today: Callable[[], date] = date.today
        """What day it is; whoever sent nothing is overdue after the round's last day."""
        self.regions: tuple[Region, ...] = ()
        """Empty until they were read in the background."""

    # --- reading ------------------------------------------------------------------------------------------------------

    @property
    def snapshot(self) -> Snapshot:
        """What is recorded."""
        return self._session.state.snapshot

    def member(self, code: str) -> Member | None:
        """Return a member by code."""
        return next((member for member in self.snapshot.members if member.code == code), None)

    def contacts(self) -> dict[MemberCode, Contact]:
        """Return the contact persons: personal data, read from the file each time and kept nowhere."""
        return {contact.member: contact for contact in self._session.assessment.contacts()}

    def registrations(self) -> dict[MemberCode, Registration]:
        """Return what an audit asks about members, read from the file each time: no snapshot holds it."""
        return {one.member: one for one in self._session.assessment.registrations()}

    def find_regions(self, text: str) -> list[Suggestion]:
        """Return the regions whose code or name fits, those of the cluster's country first."""
        from fastmap.tasks.regions import find_regions

        found = find_regions(self.regions, text, self.snapshot.cluster.country)
        return [Suggestion(value=region.code, title=region.code, detail=region.name) for region in found]

    def answered_among(self, codes: Iterable[str]) -> int:
        """Return how many of the members have an answer of any kind in the file."""
        with_answer = {response.member for response in self.snapshot.responses}
        return len(with_answer.intersection(MemberCode(code) for code in codes))

    @staticmethod
    def warm_up() -> tuple[Region, ...]:
        """Read, in another thread, what the first edit would have to wait for; return the regions."""
        from fastmap.intake.words import language_words, words_of
        from fastmap.tasks.regions import find_regions, load_regions

        regions = load_regions()
        find_regions(regions, "a", "")
        for choice in (MemberKind, MemberStatus):
            words_of(choice)
        language_words()
        return regions

    # --- editing ------------------------------------------------------------------------------------------------------

    def add(self, name: str) -> str:
        """Add a member by name; return its code, or that of the member who has this name already."""
        name = clean_text(name)[:_MOST_TYPED]
        known = next((member for member in self.snapshot.members if text_key(member.name) == text_key(name)), None)
        if known is not None:
            return known.code
        outcome = self.read_cells(((name,),), ("name",), ())
        if not outcome.members or not self.apply(outcome):
            return ""
        return outcome.members[0].code

    def edit_cell(self, code: str, column: str, value: object) -> str:
        """Record what was entered into a cell, or return why not."""
        member = self.member(code)
        if member is None:
            return ""
        if isinstance(value, Suggestion):
            value = value.value if value.value is not None else value.title
        text = clean_text(str(value))[:_MOST_TYPED] if value is not None else ""
        if not text:
            if column == "name":
                return translate("MembersPage", "A member needs a name; the old one stays.")
            if column not in _CLEARED:
                return ""
            self._save(replace(member, **{column: _CLEARED[column]}))
            return ""
        outcome = self.read_cells(((text,),), (column,), (member.code,))
        if outcome.members or outcome.contacts or outcome.registrations:
            self.apply(outcome)
        return self.complaint(outcome)

    def clear_cells(self, cells: Sequence[tuple[str, str]]) -> None:
        """Make cells unknown again; names and statuses stay."""
        changed: dict[str, Member] = {}
        for code, column in cells:
            member = changed.get(code) or self.member(code)
            if member is not None and column in _CLEARED:
                changed[code] = replace(member, **{column: _CLEARED[column]})
        self._save(*changed.values())

    def save_contact(self, contact: Contact) -> None:
        """Record a contact person; one without any entry is removed."""
        from fastmap.changes import SaveMembers

        if contact != self.contacts().get(contact.member, Contact(member=contact.member)):
            self._session.apply(SaveMembers(contacts=(contact,)))

    def edit_contact(self, code: str, name: str, text: str) -> str:
        """Record one entry of a contact person, or return why not."""
        from fastmap.intake.table_values import understand_day

        text = clean_text(text)[:_MOST_TYPED]
        known = self.contacts().get(MemberCode(code)) or Contact(member=MemberCode(code))
        value: str | date | None = text or None
        if name == "email" and text:
            outcome = self.read_cells(((text,),), ("contact_email",), (MemberCode(code),))
            if outcome.problems:
                return translate("MembersPage", "This is not an e-mail address.")
        if name in ("consent_date", "consent_expires") and text:
            value = understand_day(text, last=name == "consent_expires")
            if value is None:
                return translate("MembersPage", "Write a day as 2026-03-31 or 31/3/2026.")
        changes: dict[str, Any] = {name: value}
        self.save_contact(replace(known, **changes))
        return ""

    def edit_registration(self, code: str, name: str, text: str) -> None:
        """Record one entry of what an audit asks about a member; nothing left removes it."""
        from fastmap.changes import SaveMembers

        known = self.registrations().get(MemberCode(code)) or Registration(member=MemberCode(code))
        value = " ".join(clean_text(text).split())[:_MOST_TYPED] or None
        changes: dict[str, Any] = {name: SmeStatus(value) if name == "sme" and value else value}
        told = replace(known, **changes)
        if told != known:
            self._session.apply(SaveMembers(registrations=(told,)))

    def remove(self, codes: Iterable[str]) -> None:
        """Remove members with contact persons, registrations, answers and ties."""
        from fastmap.changes import RemoveMembers

        self._session.apply(RemoveMembers(codes=tuple(MemberCode(code) for code in codes)))

    def _save(self, *members: Member) -> None:
        from fastmap.changes import SaveMembers

        changed = tuple(member for member in members if member != self.member(member.code))
        if changed:
            self._session.apply(SaveMembers(members=changed))

    # --- lists --------------------------------------------------------------------------------------------------------

    def read_cells(
        self, grid: Sequence[Sequence[str]], columns: Sequence[str], rows: Sequence[MemberCode]
    ) -> MembersOutcome:
        """Return what cells say, as a list from a file would; nothing is changed."""
        from fastmap.intake.table_members import read_member_cells

        contacts, registrations = self.contacts(), self.registrations()
        return read_member_cells(grid, columns, rows, self.snapshot, contacts=contacts, registrations=registrations)

    def reading_of(self, path: Path) -> Any:
        """Return the work that reads a list from a file; its outcome is a `MembersOutcome`."""
        snapshot, contacts, registrations = self.snapshot, self.contacts(), self.registrations()
        open_files = self._session.assessment.open_files

        def read(_: ProgressListener) -> MembersOutcome:
            from fastmap.intake.table_members import read_members

            return read_members(path, snapshot, contacts=contacts, registrations=registrations, open_files=open_files)

        return read

    def apply(self, outcome: MembersOutcome) -> bool:
        """Record what a list says, as one change; say whether it went well."""
        from fastmap.changes import SaveMembers

        change = SaveMembers(members=outcome.members, contacts=outcome.contacts, registrations=outcome.registrations)
        return self._session.apply(change) is not None

    def complaint(self, outcome: MembersOutcome) -> str:
        """Return what was not understood, as one sentence, or ""."""
        wrong = [problem for problem in outcome.problems if problem.done in ("value_skipped", "row_skipped")]
        if not wrong:
            return ""
        return translate("MembersPage", "“{text}” was not understood here; what was recorded stays.").format(
            text=wrong[0].found or ""
        )

    # --- asking -------------------------------------------------------------------------------------------------------

    def previous_round(self, path: Path | None, *, other_cluster: bool = False) -> PreviousRound | None:
        """Return what members said in the round before.

        Raises `FastmapError` if its file cannot be read, or seems to be another cluster's and nobody said that it is
        meant.
        """
        from fastmap.tasks.previous_round import previous_round

        return previous_round(path, self._session.assessment, other_cluster=other_cluster) if path is not None else None

    def previous_file(self) -> Path | None:
        """Return the file of the round before that was used last, if it is still where it was or beside this one."""
        from fastmap.tasks.previous_round import file_of_previous_round

        return file_of_previous_round(self._session.state.path, self.snapshot.info.previous_file)

    def form_contents(
        self, codes: Sequence[str], language: str | None = None, previous: PreviousRound | None = None
    ) -> tuple[FormContent, ...]:
        """Return what the forms of members say beforehand."""
        from fastmap.tasks.sending import form_contents

        return form_contents(self._session.assessment, members=codes, language=language, previous=previous)

    def writing_of(self, contents: tuple[FormContent, ...], folder: Path, *, paper: bool = False) -> Any:
        """Return the work that writes forms into a folder; its outcome are their paths."""

        def write(progress: ProgressListener) -> tuple[Path, ...]:
            from exports.forms_sending import write_forms

            return write_forms(contents, folder, paper=paper, progress=progress)

        return write

    def answered_of(self, codes: Iterable[str] = ()) -> tuple[str, ...]:
        """Return the codes of those who answered, of ``codes`` or, without any, of all members."""
        chosen = set(codes)
        return tuple(
            str(code)
            for code, standing in standings(self.snapshot).items()
            if standing.answered and (not chosen or code in chosen)
        )

    def handing_out_feedback(self) -> HandingOut:
        """Return what the file notes of feedback sheets made now: their readers see an anonymous picture of the others."""
        from fastmap.tasks.handing_out import HandingOut

        state = self._session.state
        return HandingOut(snapshot=state.snapshot, catalogue=state.catalogue, made_on=self.today(), is_anonymous=True)

    def warnings_before(self, handing_out: HandingOut) -> tuple[str, ...]:
        """Return what readers of the sheets and of what was handed out before could work out together, a sentence each."""
        found = handing_out.warnings(self._session.assessment)
        return tuple(self._session.state.texts.say(warning) for warning in found)

    def note_handed_out(self, handing_out: HandingOut) -> None:
        """Note in the file that the sheets were written, if it is still the one that is open."""
        state = self._session.state
        if state.can_edit and handing_out.is_of(state.snapshot):
            handing_out.note(self._session.assessment)

    def writing_of_feedback(self, codes: Sequence[str], folder: Path) -> Any:
        """Return the work that writes the feedback sheets of members who answered; its outcome are their paths."""
        snapshot, contacts, today = self.snapshot, tuple(self.contacts().values()), self.today()

        def write(progress: ProgressListener) -> tuple[Path, ...]:
            from exports.feedback_sending import write_feedback
            from fastmap.catalogue.reading import load_catalogue
            from fastmap.pipeline import run
            from fastmap.tasks.feedback import feedback_of

            catalogue = load_catalogue()
            results = run(snapshot, catalogue, progress)
            sheets = feedback_of(results, catalogue, contacts, made_on=today, members=codes)
            return write_feedback(sheets, folder, progress=progress)

        return write

    def mark_asked(self, codes: Iterable[str], previous: PreviousRound | None = None) -> bool:
        """Mark those as asked who were not asked yet, and note the ``previous`` round's file, as one change.

        Say whether it went well.
        """
        from fastmap.tasks.sending import asked_change

        change = asked_change(self.snapshot, codes, previous=previous)
        return change is None or self._session.apply(change) is not None

    def set_status(self, codes: Iterable[str], status: MemberStatus) -> int:
        """Give members a status, as one change; return how many had another one."""
        from fastmap.changes import SetMemberStatus

        wanted = set(codes)
        changed = tuple(
            member.code for member in self.snapshot.members if member.code in wanted and member.status is not status
        )
        if changed and self._session.apply(SetMemberStatus(codes=changed, status=status)) is None:
            return 0
        return len(changed)

    def reminders(self) -> tuple[Reminder, ...]:
        """Return a reminder for each member to be called."""
        from fastmap.tasks.reminding import reminders

        return reminders(self.snapshot, self.contacts(), self.today())


@dataclass(frozen=True, kw_only=True)
class MemberWords:
    """Words of the closed choices in the language of the screen."""

    kinds: Mapping[MemberKind, str] = field(default_factory=dict)
    """Short: "Small firm"."""
    full_kinds: Mapping[MemberKind, str] = field(default_factory=dict)
    """With the number of people: "small firm (10–49)"."""
    statuses: Mapping[MemberStatus, str] = field(default_factory=dict)
    languages: Mapping[LanguageCode, str] = field(default_factory=dict)


def member_words(session: Session) -> MemberWords:
    """Return the words of kinds, statuses and languages."""
    from fastmap.catalogue.texts import form_languages

    state = session.state
    names = state.texts.locale.languages
    codes = {*map(LanguageCode, form_languages()), *(m.language for m in state.snapshot.members if m.language)}
    languages = {code: sentence_case(str(names.get(code, code))) for code in codes}
    full = {kind: state.texts.term(f"member_kind.{kind}") for kind in MemberKind}
    return MemberWords(
        kinds={kind: sentence_case(words.partition(" (")[0]) for kind, words in full.items()},
        full_kinds=full,
        statuses={status: sentence_case(state.texts.term(f"member_status.{status}")) for status in MemberStatus},
        languages=dict(sorted(languages.items(), key=lambda entry: entry[1])),
    )


def member_fact(snapshot: Snapshot, results: Results | None) -> StepFact:  # noqa: ARG001 - the page's signature
    """Return what the step list says. Complete when everybody was asked and nobody must be called."""
    where: Mapping[MemberCode, Standing] = standings(snapshot)
    if not where:
        return StepFact(state=StepState.NOT_STARTED, sentence=translate("MembersPage", "Nobody listed yet"))
    asked = sum(standing.asked for standing in where.values())
    answered = sum(standing.answered for standing in where.values())
    if not asked:
        if len(where) == 1:
            return StepFact(state=StepState.BEGUN, sentence=translate("MembersPage", "1 member, not asked yet"))
        sentence = translate("MembersPage", "{count} members, nobody asked yet").format(count=len(where))
        return StepFact(state=StepState.BEGUN, sentence=sentence)
    # Plural forms are collected from `self.tr` only.
    if asked == 1:
        sentence = translate("MembersPage", "{answered} of 1 member asked has answered").format(answered=answered)
    else:
        sentence = translate("MembersPage", "{answered} of {asked} members asked have answered").format(
            answered=answered, asked=asked
        )
    is_complete = asked == len(where) and not any(standing.to_call for standing in where.values())
    return StepFact(
        state=StepState.COMPLETE if is_complete else StepState.BEGUN,
        sentence=sentence,
        share_0_1=answered / asked,
    )
