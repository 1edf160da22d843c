"""Whether a form that lies where a new one shall go holds answers."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from fastmap.intake.files import load_file
from fastmap.intake.form_answers import understand_form
from fastmap.intake.form_finding import find_forms, kind_of_form
from fastmap.intake.offer_answers import understand_offers
from fastmap.intake.offer_definition import OFFER_FORM
from fastmap.intake.safe_reading import Mode, Reading, SafeReader


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
    understand = understand_offers if kind is OFFER_FORM else understand_form
    forms = find_forms(reading, kind)
    return bool(forms) and all(understand(way).is_blank for ways in forms for way in ways)
