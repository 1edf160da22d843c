"""Whether a form that lies where a new one shall go holds answers."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from fastmap.intake.files import load_file
from fastmap.intake.form_answers import understand_form
from fastmap.intake.form_cells import FormCells
from fastmap.intake.form_finding import find_forms, kind_of_form
from fastmap.intake.offer_answers import understand_offers
from fastmap.intake.offer_definition import OFFER_FORM
from fastmap.intake.safe_reading import Mode, Reading, SafeReader
from fastmap.intake.team_answers import understand_team
from fastmap.intake.team_definition import TEAM_FORMS


def not_blank(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return those of the existing ``paths`` that are anything but a form of ours without answers.

    What cannot be read may hold answers as well.
    """
    with SafeReader(Mode.FORM) as reader:
        files = ((file, None if file.refused else file.content) for file in map(load_file, paths))
        return tuple(file.path for file, reading in reader.read_many(files) if not _is_blank(reading))


def _is_blank(reading: Reading | None) -> bool:
    if reading is None or reading.refused is not None:
        return False
    kind = kind_of_form(reading)
    forms = find_forms(reading, kind)
    return bool(forms) and all(_says_nothing(way) for ways in forms for way in ways)


def _says_nothing(cells: FormCells) -> bool:
    if cells.definition is OFFER_FORM:
        return understand_offers(cells).is_blank
    if cells.definition in TEAM_FORMS.values():
        return understand_team(cells).is_blank
    return understand_form(cells).is_blank
