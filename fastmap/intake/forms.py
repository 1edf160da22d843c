"""Returned needs forms: files and folders in any mix → one outcome per file. Nothing is changed here.

The order of the questions asked of each file: known already? readable? a form? of this assessment and a known member?
the first of that member? Every state but *accepted* carries at least one problem; raw answers are kept as they came.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from fastmap.intake.encodings import read_as
from fastmap.intake.files import FileId, FoundFile, files_of, leads_out, load_file, media_type
from fastmap.intake.form_answers import NOTES, FormAnswers, understand_form
from fastmap.intake.form_definition import FORM_VERSION
from fastmap.intake.form_finding import Ways, find_forms, kind_of_form
from fastmap.intake.form_strays import Strays, stray_texts
from fastmap.intake.merging import merged
from fastmap.intake.offer_definition import OFFER_FORM
from fastmap.intake.offer_forms import OfferReception
from fastmap.intake.outcomes import answers_only, doubts_about_form, finding, refused, state_of
from fastmap.intake.safe_reading import Mode, Reading, SafeReader
from fastmap.intake.team_definition import TEAM_FORMS
from fastmap.intake.team_forms import TeamReception
from fastmap.intake.whose import MemberList
from fastmap.model.choices import Channel, ImportState, ResponseState
from fastmap.model.ids import MemberCode, ResponseId
from fastmap.model.normalise import text_key
from fastmap.model.organisations import Member
from fastmap.model.responses import Attachment, FileOutcome, Problem, Response
from fastmap.model.snapshot import Snapshot
from fastmap.progress import Progress, ProgressListener, silent

_FEW_FILES: Final = 8
_NO_FORM_KINDS: Final = {
    "html": "web_page",
    "other": "no_spreadsheet",
    "zip": "no_spreadsheet",
    "archive": "archive",
    "flat": "save_as_xlsx",
}


def read_forms(
    paths: Iterable[Path],
    snapshot: Snapshot,
    *,
    known_attachments: Collection[str] = frozenset(),
    progress: ProgressListener = silent,
    received_at: datetime | None = None,
    open_files: Collection[FileId] = frozenset(),
) -> tuple[FileOutcome, ...]:
    """Return what became of every file in ``paths`` (files, folders, any mix), in order of path.

    ``known_attachments`` are SHA-256 sums of attachments kept earlier. ``received_at`` is noted in the responses
    (default: now). ``open_files`` are the assessments that this process holds open; they are not touched. Raises
    `FastmapError` ``path_missing`` before anything is read.
    """
    given = [Path(path) for path in paths]
    files = files_of(given)
    reception = _Reception(snapshot, known_attachments, received_at or datetime.now(UTC))
    outcomes: list[FileOutcome] = []
    progress(Progress(stage="progress.reading_forms", done=0, total=len(files)))
    with SafeReader(Mode.FORM, children=1 if len(files) < _FEW_FILES else 2) as reader:
        for file, reading in reader.read_many(_loaded(files, given, reception, open_files)):
            outcomes.append(reception.receive(file, reading))
            progress(Progress(stage="progress.reading_forms", done=len(outcomes), total=len(files)))
    return tuple(outcomes)


def _loaded(
    files: Iterable[Path], given: Collection[Path], reception: _Reception, open_files: Collection[FileId]
) -> Iterator[tuple[FoundFile, bytes | None]]:
    for path in files:
        file = FoundFile(path=path, refused="leads_out") if leads_out(path, given) else load_file(path, open_files)
        needs_reading = file.refused is None and not reception.knows(file.sha256)
        yield file, file.content if needs_reading else None


@dataclass(frozen=True, slots=True)
class _Earlier:
    """An answer that is here already: in the assessment, or from a file of this import."""

    name: str
    member: MemberCode | None
    role: str | None
    """Who at the member answered."""
    needs: int
    raw: dict[str, str]
    state: ResponseState
    saved: str | None
    """When it was saved, ISO 8601 in UTC; an answer in the assessment only tells when it was received."""
    sha256: str | None


@dataclass(slots=True)
class _Reception:
    snapshot: Snapshot
    known_attachments: Collection[str]
    received_at: datetime
    members: MemberList = field(init=False)
    by_sha: dict[str, _Earlier] = field(init=False)
    by_member: dict[MemberCode | None, list[_Earlier]] = field(init=False)
    offers: OfferReception = field(init=False)
    team: TeamReception = field(init=False)
    attached: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.members = MemberList(self.snapshot.members)
        self.by_sha, self.by_member = {}, {}
        self.offers = OfferReception(self.snapshot, self.received_at)
        self.team = TeamReception(self.snapshot, self.received_at)
        for response in self.snapshot.responses:
            self._remember(
                _Earlier(
                    name=response.source_name or response.id,
                    member=response.member,
                    role=response.respondent_role,
                    needs=len(response.needs),
                    raw=answers_only(response.raw),
                    state=response.state,
                    saved=None,
                    sha256=response.source_sha256,
                )
            )

    def knows(self, sha256: str) -> bool:
        """Whether a file of exactly these bytes came in before, and still belongs to somebody."""
        if self.offers.is_free(sha256):
            return False
        return (
            sha256 in self.by_sha
            or sha256 in self.offers.by_sha
            or sha256 in self.team.by_sha
            or sha256 in self.known_attachments
            or sha256 in self.attached
        )

    def receive(self, file: FoundFile, reading: Reading | None) -> FileOutcome:
        """Return the outcome of one file and remember it for the next ones."""
        if file.refused in {"assessment_file", "leads_out"}:
            return refused(file, file.refused, ImportState.NOT_A_FORM)
        if file.refused is not None:
            return refused(file, file.refused, ImportState.UNREADABLE)
        if same := self.offers.duplicate(file) or self.team.duplicate(file):
            return same
        if earlier := self.by_sha.get(file.sha256):
            return _outcome(file, ImportState.DUPLICATE, "same_file", "ignored", earlier=earlier)
        if self.knows(file.sha256):
            return refused(file, "same_attachment", ImportState.DUPLICATE, done="ignored")
        assert reading is not None  # only known and refused files are not read
        if reading.kind in {"pdf", "image"}:
            return self._attach(file, reading.kind)
        if reading.kind == "empty":
            return refused(file, "empty_file", ImportState.UNREADABLE)
        if code := _NO_FORM_KINDS.get(reading.kind) if reading.refused in {None, "no_spreadsheet"} else None:
            return refused(file, code, ImportState.NOT_A_FORM)
        if reading.kind == "csv" and reading.refused == "quote_open":
            return refused(file, "not_a_form", ImportState.NOT_A_FORM)  # no form is text, closed or not
        if reading.refused is not None:
            return refused(file, reading.refused, ImportState.UNREADABLE)
        kind = kind_of_form(reading)
        if kind is OFFER_FORM:
            return self.offers.receive(file, reading)
        if kind in TEAM_FORMS.values():
            return self.team.receive(file, reading, kind)
        forms = find_forms(reading)
        if not forms:
            return refused(file, "not_a_form", ImportState.NOT_A_FORM)
        first, *others = (_understood(ways) for ways in forms)
        strays = stray_texts(way for ways in forms for way in ways)
        return self._receive_form(file, reading, first, [other for other in others if not other.is_blank], strays)

    def _attach(self, file: FoundFile, kind: str) -> FileOutcome:
        self.attached.add(file.sha256)
        kept = Attachment(
            sha256=file.sha256, name=file.name, media_type=media_type(kind, file.content), content=file.content
        )
        told = finding("attachment_kept", "attachment_kept", name=file.name)
        return FileOutcome(path=str(file.path), state=ImportState.ATTACHMENT, problems=(told,), attachment=kept)

    def _receive_form(
        self,
        file: FoundFile,
        reading: Reading,
        answers: FormAnswers,
        others: list[FormAnswers],
        strays: Strays,
    ) -> FileOutcome:
        if answers.is_blank and others:
            answers, *others = others
        member, doubts, notes = self._whose(answers)
        notes += read_as(reading, file.name)
        if reading.repaired:
            notes.append(finding("repaired", "taken", name=file.name))
        if reading.macros:
            notes.append(finding("macros_ignored", "ignored"))
        if answers.is_blank and not strays.raw:
            notes.append(finding("form_empty", "taken"))
        earlier = self.by_member.get(member.code, []) if member is not None and not _foreign(doubts) else []
        joined, left_out = _of_other_sheets(answers, others)
        notes += [finding("second_sheet", "taken", sheet=other.sheet, needs=len(other.needs)) for other in joined]
        notes += [
            finding("other_form_inside", "not_taken", sheet=other.sheet, found=_called(other)) for other in left_out
        ]
        everything = {
            **answers.raw,
            **strays.raw,
            **{f"{o.sheet}!{name}": text for o in joined for name, text in o.raw.items()},
        }
        raw = answers_only(everything)
        standing = [other for other in earlier if other.state is not ResponseState.SUPERSEDED]
        for other in standing if not doubts else ():
            if other.raw == raw:
                return _outcome(file, ImportState.DUPLICATE, "same_answers", "ignored", earlier=other)
        doubts += [
            _second_version(other, reading.saved, answers.values.get("respondent_role")) for other in standing[:1]
        ]
        if not doubts:  # somebody decided against these answers once
            doubts += [finding("set_aside_before", "waits", other=other.name) for other in earlier if other.raw == raw][
                :1
            ]
        problems = (
            *(*doubts, *notes, *answers.problems),
            *(problem for other in joined for problem in other.problems),
            *strays.problems,
        )
        state = state_of(doubts, problems)
        owner = member if not _foreign(doubts) else None
        response = self._response(file, owner, answers, problems, state)
        for sheet in joined:
            response = merged(response, self._response(file, owner, sheet, (), state))
        response = replace(response, raw=everything)
        self._remember(
            _Earlier(
                name=file.name,
                member=response.member,
                role=response.respondent_role,
                needs=len(response.needs),
                raw=raw,
                state=response.state,
                saved=reading.saved,
                sha256=file.sha256,
            )
        )
        return FileOutcome(
            path=str(file.path),
            state=state,
            member=response.member,
            needs=len(response.needs),
            problems=problems,
            response=response,
        )

    def _whose(self, answers: FormAnswers) -> tuple[Member | None, list[Problem], list[Problem]]:
        """Return the member, what speaks against counting the form at once, and notes."""
        doubts = list(doubts_about_form(answers.identity, self.snapshot.info.id, FORM_VERSION))
        notes: list[Problem] = []
        whose = self.members.whose(answers.identity.get("member_code", ""), answers.values.get("organisation", ""))
        if whose.doubt is not None:
            doubts.append(finding(whose.doubt, "waits", **whose.facts))
        if whose.note is not None:
            notes.append(finding(whose.note, "taken", **whose.facts))
        return whose.member, doubts, notes

    def _response(
        self,
        file: FoundFile,
        member: Member | None,
        answers: FormAnswers,
        problems: tuple[Problem, ...],
        state: ImportState,
    ) -> Response:
        values = answers.values
        known = member.language if member is not None else None
        return Response(
            id=ResponseId(f"form-{file.sha256[:24]}"),
            member=member.code if member is not None else None,
            channel=Channel.EXCEL,
            language=values.get("language") or known or self.snapshot.info.language,
            received_at=self.received_at,
            state=ResponseState.TO_CHECK if state is ImportState.TO_CHECK else ResponseState.ACCEPTED,
            respondent_role=values.get("respondent_role"),
            consent_contact=values.get("consent_contact"),
            consent_naming=values.get("consent_naming"),
            people_total=values.get("people_total"),
            paid_training=values.get("paid_training"),
            barrier=values.get("barrier"),
            needs=answers.needs,
            unused=answers.unused,
            links=answers.links,
            offers=answers.offers,
            remarks=values.get("remarks"),
            raw=answers.raw,
            source_name=file.name,
            source_sha256=file.sha256,
            problems=problems,
        )

    def _remember(self, earlier: _Earlier) -> None:
        if earlier.sha256:
            self.by_sha[earlier.sha256] = earlier
        if earlier.member is not None:
            self.by_member.setdefault(earlier.member, []).append(earlier)


def _foreign(doubts: list[Problem]) -> bool:
    return any(doubt.code == "other_assessment" for doubt in doubts)


def _understood(ways: Ways) -> FormAnswers:
    """Return what a form says, read in the way that makes more sense."""
    first, *others = (understand_form(way) for way in ways)
    best = max((first, *others), key=_sense)
    if best is first:
        return first
    return replace(best, problems=(finding("names_astray", "taken", sheet=best.sheet), *best.problems))


def _sense(answers: FormAnswers) -> int:
    """Return how much of a form was understood, less what was not."""
    return len(answers.values) - sum(problem.code not in NOTES for problem in answers.problems)


def _of_other_sheets(first: FormAnswers, others: list[FormAnswers]) -> tuple[list[FormAnswers], list[FormAnswers]]:
    """Return the filled forms on other sheets that belong to the first one's member, and those of somebody else."""
    joined: list[FormAnswers] = []
    left_out: list[FormAnswers] = []
    for other in others:
        if any(answers_only(other.raw) == answers_only(known.raw) for known in (first, *joined)):
            continue  # a copy of the sheet
        is_same = all(
            not mine or not theirs or text_key(mine) == text_key(theirs)
            for mine, theirs in (
                (first.identity.get("member_code"), other.identity.get("member_code")),
                (first.values.get("organisation"), other.values.get("organisation")),
            )
        )
        (joined if is_same else left_out).append(other)
    return joined, left_out


def _called(answers: FormAnswers) -> str | None:
    return answers.values.get("organisation") or answers.identity.get("member_code")


def _second_version(other: _Earlier, saved: str | None, role: str | None) -> Problem:
    if role and other.role and text_key(role) != text_key(other.role):
        return finding("second_respondent", "waits", other=other.name, found=role, role=other.role)
    code = "second_version"
    if saved and other.saved and saved != other.saved:
        code = "second_version_newer" if saved > other.saved else "second_version_older"
    return finding(code, "waits", other=other.name)


def _outcome(file: FoundFile, state: ImportState, code: str, done: str, *, earlier: _Earlier) -> FileOutcome:
    same = finding(code, done, name=file.name, other=earlier.name)
    return FileOutcome(path=str(file.path), state=state, member=earlier.member, needs=earlier.needs, problems=(same,))
