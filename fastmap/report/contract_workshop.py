"""Workshops in the JSON of the contract: agenda, what was said and decided, votes."""

from __future__ import annotations

from fastmap.model.results import Results
from fastmap.model.vote_results import BallotResult
from fastmap.model.workshop import AgendaItem, Workshop
from fastmap.report.ballot_labels import labels_of
from fastmap.report.contract_names import Json, iso
from fastmap.texts import Texts


def workshops_json(results: Results, texts: Texts) -> list[Json]:
    """Return one entry per workshop; what an anonymous edition does not tell is ``null`` or missing from a list."""
    return [_workshop(workshop, results, texts) for workshop in results.snapshot.workshops]


def _workshop(workshop: Workshop, results: Results, texts: Texts) -> Json:
    return {
        "id": workshop.id,
        "held_on": iso(workshop.held_on),
        "place": workshop.place,
        "participants": workshop.participants,
        "minutes": workshop.minutes if workshop.agenda else None,
        "agenda": [_item(item, texts) for item in workshop.agenda],
        "votes": [_vote(one, results, texts) for one in results.ballots if one.ballot.workshop == workshop.id],
    }


def _item(item: AgendaItem, texts: Texts) -> Json:
    return {
        "id": item.id,
        "subject": item.subject,
        "title": item.title or texts.get(f"agenda_subject.{item.subject}"),
        "minutes": item.minutes,
        "view": item.view,
        "notes": item.notes,
        "decisions": item.decisions,
    }


def _vote(found: BallotResult, results: Results, texts: Texts) -> Json:
    ballot = found.ballot
    labels = labels_of(ballot, results, texts)
    return {
        "id": ballot.id,
        "subject": ballot.subject,
        "state": ballot.state,
        "dots_each": ballot.dots,
        "voters": found.voters,
        "dots": found.dots,
        "compared_with_survey": found.is_ranked_by_survey,
        "options": [
            {
                "id": one.option,
                "label": labels[one.option],
                "dots": one.dots,
                "share": one.share,
                "place": one.place,
                "survey_place": one.survey_place,
                "gap": one.gap,
            }
            for one in found.options
        ],
    }
