"""Every format of one assessment, written by a process of its own: `python -m tests.support.written_alone FILE OUT`.

``--large``: the cluster is grown to the size that the program must stay quick with, and only reports are written.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from exports.together import KINDS
from fastmap.assessment import Assessment
from tests.support.every_format import WRITERS, write
from tests.support.everything import Material
from tests.support.large_clusters import grown

REPORTS = (*(f"{kind}, named" for kind in KINDS), "csv, anonymous", "json, anonymous", "annex")


def material_of(file: Path, *, large: bool) -> Material:
    """Return what an assessment file holds."""
    with Assessment.open(file, read_only=True) as assessment:
        snapshot = assessment.snapshot()
        contacts, registrations = tuple(assessment.contacts()), tuple(assessment.registrations())
    if large:
        members, answers = grown(snapshot)
        snapshot = replace(snapshot, members=(*snapshot.members, *members), responses=(*snapshot.responses, *answers))
    return Material(snapshot=snapshot, contacts=contacts, registrations=registrations)


def main() -> None:
    """Write one folder per format into OUT."""
    parser = argparse.ArgumentParser()
    parser.add_argument("file", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--only", nargs="*", help="kinds of files, for looking into one")
    chosen = parser.parse_args()
    material = material_of(chosen.file, large=chosen.large)
    for name in chosen.only or (REPORTS if chosen.large else WRITERS):
        write(name, material, chosen.out / name)


if __name__ == "__main__":
    main()
