"""What the file remembers of the last import; light, because the window asks whenever it shows the needs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from fastmap.model.choices import Channel, ImportState, ResponseState
from fastmap.model.messages import Message
from fastmap.model.normalise import fit_to_show
from fastmap.model.responses import Attachment, FileOutcome, Problem, Response
from fastmap.model.snapshot import Snapshot

if TYPE_CHECKING:
    from fastmap.assessment import StoredAttachment


def last_import(snapshot: Snapshot) -> tuple[FileOutcome, ...]:
    """Return what is recorded of the files that came in last, and of all that still wait for a person.

    Files of which nothing was recorded (unreadable, no form, duplicates) are known to the import itself only.
    """
    forms = [response for response in snapshot.responses if response.source_sha256 is not None]
    latest = max((response.received_at for response in forms), default=None)
    # Answers of surveys and phones came without a file of their own.
    others = [response for response in snapshot.responses if response.channel in {Channel.SURVEY, Channel.PHONE}]
    shown = [
        response
        for response in (*forms, *others)
        if response.state is ResponseState.TO_CHECK or (response.source_sha256 and response.received_at == latest)
    ]
    return tuple(
        FileOutcome(
            path=_path_of(response, number),
            state=state_of(response),
            member=response.member,
            needs=len(response.needs),
            problems=response.problems,
            response=response,
        )
        for number, response in enumerate(shown, start=1)
    )


def as_it_stands(
    outcomes: Iterable[FileOutcome], snapshot: Snapshot, stored: Iterable[StoredAttachment]
) -> tuple[FileOutcome, ...]:
    """Return what became of the files of an import, and everything else that waits for a person.

    ``outcomes``: what the import itself said, nothing where that is not known any more. What was taken back since is
    left out; if nothing of it is left, the file's own memory (`last_import`) stands in. ``stored``: kept scans and photos.
    """
    recorded = {response.id for response in snapshot.responses}
    brought = [one for one in outcomes if one.response is not None and one.state is not ImportState.DUPLICATE]
    every = tuple(outcomes)
    is_undone = bool(brought) and not any(one.response and one.response.id in recorded for one in brought)
    gone = {one.response.id for one in brought if one.response is not None} - recorded
    standing = [] if is_undone else [one for one in every if one.response is None or one.response.id not in gone]
    known = {one.response.id for one in standing if one.response is not None}
    kept = {one.attachment.sha256 for one in standing if one.attachment is not None}
    remembered = [
        one
        for one in last_import(snapshot)
        if one.response is not None
        and one.response.id not in known
        and (not standing or one.response.state is ResponseState.TO_CHECK)
    ]
    waiting = (one for one in kept_files(stored) if one.attachment is not None and one.attachment.sha256 not in kept)
    return (*standing, *remembered, *waiting)


def kept_files(stored: Iterable[StoredAttachment]) -> tuple[FileOutcome, ...]:
    """Return the scans and photos that wait to be typed in, by name, without their bytes."""
    outcomes = []
    for one in sorted(stored, key=lambda one: (one.name.casefold(), one.sha256)):
        kept = Attachment(sha256=one.sha256, name=one.name, media_type=one.media_type, content=b"")
        facts = Message("problem.attachment_kept", {"found": None, "name": one.name})
        problem = Problem(code="attachment_kept", done="attachment_kept", facts=facts)
        outcomes.append(FileOutcome(path=one.name, state=ImportState.ATTACHMENT, problems=(problem,), attachment=kept))
    return tuple(outcomes)


def _path_of(response: Response, number: int) -> str:
    name = response.source_name or fit_to_show(response.raw.get("organisation", "")) or response.member or response.id
    # Answers of a survey share their file, and every line of the list needs a name of its own.
    return name if response.source_sha256 is not None else f"{name} · {number}"


def state_of(response: Response) -> ImportState:
    """Return what became of an answer, as an import says it."""
    if response.state is ResponseState.TO_CHECK or any(problem.done == "waits" for problem in response.problems):
        return ImportState.TO_CHECK
    if response.problems:
        from fastmap.intake.form_answers import NOTES  # heavy, and most forms have no problem

        if any(problem.code not in NOTES for problem in response.problems):
            return ImportState.PARTIAL
    return ImportState.ACCEPTED
