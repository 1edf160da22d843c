"""Preparing a workshop: begun from an agenda of the catalogue, its facts as typed, its items changed one by one.

Nothing is saved here: each function returns the workshop as `fastmap.changes.workshop.SaveWorkshop` takes it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from fastmap.catalogue.workshop import AgendaTemplate
from fastmap.errors import FastmapError
from fastmap.intake.table_values import understand_day
from fastmap.model.choices import AgendaSubject, WallView
from fastmap.model.ids import WorkshopId
from fastmap.model.normalise import clean_text
from fastmap.model.snapshot import Snapshot
from fastmap.model.workshop import MOST_COUNTED, AgendaItem, Workshop

LONGEST_PLACE: Final = 200
LONGEST_TITLE: Final = 200
LONGEST_NOTE: Final = 10_000
"""Characters that a place, the wording of an item, and what is noted about one may have."""
ADDED_MINUTES: Final = 10
"""An item that is added begins with so many."""


def new_workshop(snapshot: Snapshot, template: AgendaTemplate, *, held_on: date | None) -> Workshop:
    """Return a workshop with the agenda of ``template``, under a number that no other has."""
    numbers = [int(known.id[1:]) for known in snapshot.workshops if known.id[1:].isdecimal()]
    return Workshop(id=WorkshopId(f"W{max(numbers, default=0) + 1:03d}"), held_on=held_on, agenda=template.items)


def with_fact(workshop: Workshop, field: str, typed: str) -> Workshop:
    """Return the workshop with one of ``held_on``, ``place``, ``participants`` as typed; nothing typed: not known.

    Raises `FastmapError` ``workshop_day_unclear`` and ``workshop_people_unclear``.
    """
    text = " ".join(clean_text(typed).split())
    if field == "place":
        return replace(workshop, place=text[:LONGEST_PLACE] or None)
    if field == "held_on":
        day = understand_day(text, last=False) if text else None
        if text and day is None:
            raise FastmapError("workshop_day_unclear", found=text)
        return replace(workshop, held_on=day)
    return replace(workshop, participants=_people(text) if text else None)


def understood_counts(typed: Mapping[str, str]) -> Mapping[str, int]:
    """Return numbers of dots as typed, by option; nothing typed is 0. Raises `FastmapError` ``ballot_count_unclear``."""
    return {option: _whole(text) for option, text in typed.items()}


def understood_voters(typed: str) -> int | None:
    """Return how many people gave the dots; nothing typed: not counted. Raises as `understood_counts`."""
    return _whole(typed) if typed.strip() else None


def item_typed(workshop: Workshop, item_id: str, field: str, typed: str) -> Workshop:
    """Return the workshop with the ``title`` or the ``minutes`` of an item as typed; without a title it has its subject's.

    Raises `FastmapError` ``agenda_minutes_unclear``.
    """
    text = " ".join(clean_text(typed).split())
    if field == "title":
        return _with(workshop, item_id, title=text[:LONGEST_TITLE] or None)
    digits = text.removesuffix("min").strip()
    if not (digits.isascii() and digits.isdecimal() and len(digits) < 6):
        raise FastmapError("agenda_minutes_unclear", found=text)
    return _with(workshop, item_id, minutes=int(digits))


def item_shows(workshop: Workshop, item_id: str, view: WallView | None) -> Workshop:
    """Return the workshop with another view on the wall while an item is on."""
    return _with(workshop, item_id, view=view)


def with_item(workshop: Workshop, subject: AgendaSubject, *, title: str | None = None) -> Workshop:
    """Return the workshop with one more item at the end; its id was not on this agenda before."""
    numbers = [int(item.id) for item in workshop.agenda if item.id.isdecimal()]
    wording = " ".join(clean_text(title or "").split())[:LONGEST_TITLE] or None
    added = AgendaItem(id=str(max(numbers, default=0) + 1), subject=subject, minutes=ADDED_MINUTES, title=wording)
    return replace(workshop, agenda=(*workshop.agenda, added))


def without_items(workshop: Workshop, items: Collection[str]) -> Workshop:
    """Return the workshop without some items, and what was noted about them."""
    return replace(workshop, agenda=tuple(item for item in workshop.agenda if item.id not in items))


def moved(workshop: Workshop, item_id: str, places: int) -> Workshop:
    """Return the workshop with an item so many places later (earlier where negative), at most at an end of the agenda."""
    agenda = list(workshop.agenda)
    place = next((number for number, item in enumerate(agenda) if item.id == item_id), None)
    if place is None:
        raise FastmapError("agenda_item_missing")
    item = agenda.pop(place)
    agenda.insert(min(max(place + places, 0), len(agenda)), item)
    return replace(workshop, agenda=tuple(agenda))


def note_text(typed: str) -> str | None:
    """Return a note as it is kept: lines stay lines, and nothing typed is nothing."""
    return clean_text(typed).strip()[:LONGEST_NOTE] or None


def _with(workshop: Workshop, item_id: str, **changed: str | int | WallView | None) -> Workshop:
    if workshop.item(item_id) is None:
        raise FastmapError("agenda_item_missing")
    return replace(
        workshop,
        agenda=tuple(
            replace(item, **changed) if item.id == item_id else item  # type: ignore[arg-type]  # names and kinds of two callers above
            for item in workshop.agenda
        ),
    )


def _people(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 8) or int(text) > MOST_COUNTED:
        raise FastmapError("workshop_people_unclear", found=text, most=MOST_COUNTED)
    return int(text)


def _whole(typed: str) -> int:
    text = typed.strip()
    if not text:
        return 0
    if not (text.isascii() and text.isdecimal() and len(text) < 8):
        raise FastmapError("ballot_count_unclear", found=text)
    return int(text)
