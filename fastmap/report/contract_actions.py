"""The typology grid with its actions, and the cluster's own practices, as JSON of the contract."""

from __future__ import annotations

from fastmap.model.actions import Action
from fastmap.model.messages import Message
from fastmap.model.practices import OwnPractice
from fastmap.model.results import BalanceNote, GridCell, KeepAndDeepen
from fastmap.report.contract_names import Json, Names, iso


def cell_json(cell: GridCell, names: Names) -> list[Json]:
    """Return the actions of a cell."""
    return [_action(action, cell.warnings.get(action.id, ()), names) for action in cell.actions]


def balance_json(note: BalanceNote, names: Names) -> Json:
    """Return a sentence about the grid as a whole."""
    return {"key": note.key, "gap": note.is_gap, "text": names.texts.say(note.sentence)}


def own_practice_json(one: OwnPractice) -> Json:
    """Return a practice that the cluster recorded itself."""
    return {
        "id": one.id,
        "name": one.name,
        "what": one.what,
        "cell": one.cell.key,
        "partner_types": list(one.partner_types),
        "place": one.place,
        "source": one.source,
    }


def keep_json(item: KeepAndDeepen, names: Names) -> Json:
    """Return a running action with what would deepen it."""
    return {
        "action": item.action,
        "title": names.title(item.title, item.reference),
        "reference": item.reference,
        "cell": item.cell.key,
        "needs": names.skills(item.needs),
        "advice": names.texts.say(item.advice),
    }


def _action(action: Action, warnings: tuple[Message, ...], names: Names) -> Json:
    return {
        "id": action.id,
        "title": names.title(action.title, action.reference),
        "reference": action.reference,
        "status": action.status,
        "timing": list(action.timing),
        "owner": action.owner,
        "partners": names.partners(action.partners),
        "skills": names.skills(action.skills),
        "start": iso(action.start),
        "end": iso(action.end),
        "budget": action.budget,
        "funding": action.funding,
        "evidence": list(action.evidence),
        "note": action.note,
        "warning": names.texts.say(warnings[0]) if warnings else None,
        "warnings": names.sentences(warnings),
    }
