"""Taking returned forms and other surveys into an assessment: read, place exact texts, store – as one change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from fastmap.assessment import Assessment
from fastmap.changes.responses import ImportResponses
from fastmap.changes.skills import RecordMappings
from fastmap.intake.forms import read_forms
from fastmap.intake.survey import SurveyOutcome, read_survey
from fastmap.model.meanings import decided_texts
from fastmap.model.organisations import Member
from fastmap.model.responses import FileOutcome, Response
from fastmap.model.snapshot import Snapshot
from fastmap.places import vocabulary_folder
from fastmap.progress import ProgressListener, silent
from fastmap.tasks.last_import import state_of
from fastmap.tasks.provider_offers import taken_replies, with_problems
from fastmap.vocabulary.index import open_index
from fastmap.vocabulary.proposals import Proposals, propose


def import_forms(
    assessment: Assessment,
    paths: Iterable[Path],
    *,
    dry_run: bool = False,
    progress: ProgressListener = silent,
) -> tuple[FileOutcome, ...]:
    """Take returned forms: one change for all of them, undone as one. Returns what became of every file.

    With ``dry_run`` everything is read and reported and nothing is changed.
    """
    snapshot = assessment.snapshot()
    outcomes = read_forms(
        paths,
        snapshot,
        known_attachments=assessment.known_attachments,
        progress=progress,
        open_files=assessment.open_files,
    )
    outcomes, change = taken_forms(snapshot, outcomes)
    if change is not None and not dry_run:
        assessment.apply(change)
    return outcomes


def taken_forms(
    snapshot: Snapshot, outcomes: Iterable[FileOutcome]
) -> tuple[tuple[FileOutcome, ...], ImportResponses | None]:
    """Return what `read_forms` found in ``snapshot`` with the one change that takes it; ``None`` if nothing is new.

    Taking offers may bring more to light than reading them: the outcomes say so.
    """
    outcomes = tuple(outcomes)
    taken = taken_replies(snapshot, (outcome.reply for outcome in outcomes if outcome.reply is not None))
    outcomes = with_problems(outcomes, taken)
    replies = tuple(outcome.reply for outcome in outcomes if outcome.reply is not None)
    responses = tuple(outcome.response for outcome in outcomes if outcome.response is not None)
    attachments = tuple(outcome.attachment for outcome in outcomes if outcome.attachment is not None)
    team = tuple(outcome.team for outcome in outcomes if outcome.team is not None)
    if not responses and not attachments and not replies and not team:
        return outcomes, None
    placed = _placed_with(snapshot, responses) if responses else None
    change = ImportResponses(
        responses=responses,
        attachments=attachments,
        replies=replies,
        offers=taken.offers,
        team=team,
        skills=(*(placed.skills if placed is not None else ()), *taken.skills),
        mappings=placed.mappings if placed is not None else (),
    )
    return outcomes, change


def import_survey(
    assessment: Assessment,
    table: Path,
    mapping: Path,
    *,
    dry_run: bool = False,
    progress: ProgressListener = silent,
) -> SurveyOutcome:
    """Take the export of another survey tool, read as the mapping file says: one change for all rows."""
    snapshot = assessment.snapshot()
    outcome = read_survey(table, mapping, snapshot, progress=progress, open_files=assessment.open_files)
    if not dry_run and (change := change_of_survey(snapshot, outcome)) is not None:
        assessment.apply(change)
    return outcome


def change_of_survey(snapshot: Snapshot, outcome: SurveyOutcome) -> ImportResponses | None:
    """Return the one change that takes a survey's answers; ``None`` if nothing is new."""
    if not outcome.responses:
        return None
    placed = _placed_with(snapshot, outcome.responses, outcome.members)
    return ImportResponses(
        members=outcome.members, responses=outcome.responses, skills=placed.skills, mappings=placed.mappings
    )


def outcomes_of_survey(outcome: SurveyOutcome) -> tuple[FileOutcome, ...]:
    """Return what became of every new answer of a survey, as for a form of its own; called by the file and the row."""
    return tuple(
        FileOutcome(
            path=f"{response.source_name} · {row}",
            state=state_of(response),
            member=response.member,
            needs=len(response.needs),
            problems=response.problems,
            response=response,
        )
        for row, response in zip(outcome.row_numbers, outcome.responses, strict=True)
    )


def rematch(assessment: Assessment) -> Proposals:
    """Place every text that equals a label of the vocabulary now loaded; return these and the texts still open."""
    proposals = propose(assessment.snapshot(), open_index(vocabulary_folder()))
    if proposals.mappings:
        assessment.apply(RecordMappings(mappings=proposals.mappings, skills=proposals.skills))
    return proposals


def placed_unasked(snapshot: Snapshot) -> Proposals:
    """Return what can be placed without asking anybody, for what is in already. Reads the vocabulary: not for the window."""
    return propose(snapshot, open_index(vocabulary_folder()))


def not_decided_since(proposals: Proposals, snapshot: Snapshot) -> RecordMappings | None:
    """Return the one change that places what nobody decided meanwhile; ``None`` if nothing is left of it."""
    decided = decided_texts(snapshot)
    mappings = tuple(one for one in proposals.mappings if (one.text_key, one.language) not in decided)
    return RecordMappings(mappings=mappings, skills=proposals.skills) if mappings else None


def _placed_with(snapshot: Snapshot, responses: tuple[Response, ...], members: tuple[Member, ...] = ()) -> Proposals:
    """Return what can be placed unasked once ``responses`` are in."""
    known = {response.id: response for response in (*snapshot.responses, *responses)}
    after = replace(snapshot, responses=tuple(known.values()), members=(*snapshot.members, *members))
    return propose(after, open_index(vocabulary_folder()))
