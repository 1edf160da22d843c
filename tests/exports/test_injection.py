"""Whatever somebody typed, pasted or sent is text in every file: in each free text of the model, in each format.

Texts are attacked by their type and files are opened as their programs do, so that a field or a format that is added
later is tried as well; see `tests.support.hostile` and `tests.support.every_format`.
"""

import os
import re
import shutil
import subprocess
from dataclasses import replace
from functools import cache

import pytest

from fastmap.model.organisations import Contact, Registration
from fastmap.model.snapshot import Snapshot
from tests.support.every_format import WRITERS, write
from tests.support.everything import everything
from tests.support.hostile import NOT_FREE, PAYLOADS, always, attacked, free_texts_of, mixed
from tests.support.opened_files import bare, more_than_text, text_in

KINDS = (Snapshot, Contact, Registration)
TWICE = {"pack", "pdf, anonymous", "word, anonymous", "pictures, anonymous"}
"""Written by the same hands as others that get all twelve; they get the mixture alone, for they take seconds."""
SLOW = {"pack", "pictures, anonymous"}
CELLS_ONLY = {"plus", "minus", "at", "dde", "tab", "full width"}
WITHOUT_CELLS = {"pdf, named", "word, named", "pictures, named", "network", "roadmap"}
"""Signs that make a cell calculate; in what has no cells they are tried once each, in the mixture."""
WITHOUT_WORDS = {".png", ".sha256"}


@cache
def material_with(payload=None):
    """Return everything with one payload in every free text, or with the mixture; results are worked out once of each."""
    words = mixed if payload is None else always(PAYLOADS[payload])
    material = everything()
    return replace(
        material,
        snapshot=attacked(material.snapshot, words),
        contacts=tuple(attacked(one, words) for one in material.contacts),
        registrations=tuple(attacked(one, words) for one in material.registrations),
    )


@pytest.fixture(scope="module")
def unharmed(tmp_path_factory):
    """Return what files hold besides text where nobody attacked: links between pages, numbers of pages and so on."""
    found = {}

    def of(name):
        if name not in found:
            files = write(name, everything(), tmp_path_factory.mktemp("unharmed"))
            found[name] = set().union(*(more_than_text(path) for path in files))
        return found[name]

    return of


def added(files, usual):
    return {path.name: more for path in files if (more := more_than_text(path) - usual)}


def test_every_free_text_that_a_file_can_hold_is_attacked():
    material = everything()
    hit = set()

    for value in (material.snapshot, *material.contacts, *material.registrations):
        attacked(value, mixed, hit)

    assert hit == frozenset().union(*(free_texts_of(kind) for kind in KINDS))
    assert len(hit) > 90


def test_no_text_is_spared_that_is_no_longer_there():
    spared = set()
    for kind in KINDS:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("tests.support.hostile.NOT_FREE", frozenset())
            spared |= free_texts_of(kind)

    assert spared >= NOT_FREE


def test_the_mixture_has_all_twelve():
    snapshot = material_with().snapshot
    names = {one.name for one in (*snapshot.members, *snapshot.partners, snapshot.cluster)}
    titles = {one.title for one in snapshot.actions} | {one.what for one in snapshot.commitments}

    assert names | titles == set(PAYLOADS.values())


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.slow if name in SLOW else ()) for name in WRITERS]
)
def test_a_mixture_of_all_payloads_is_text_in_every_file(name, unharmed, small_pictures, tmp_path):
    files = write(name, material_with(), tmp_path / "out")

    assert added(files, unharmed(name)) == {}
    assert any(bare(payload) in bare(text_in(path)) for path in files for payload in PAYLOADS.values())
    assert "root:" not in "".join(text_in(path) for path in files)


EACH = [
    (name, payload)
    for name in WRITERS
    for payload in PAYLOADS
    if name not in TWICE and not (name in WITHOUT_CELLS and payload in CELLS_ONLY)
]


@pytest.mark.slow
@pytest.mark.parametrize(("name", "payload"), EACH)
def test_each_payload_everywhere_is_text_in_every_file(name, payload, unharmed, small_pictures, tmp_path):
    files = write(name, material_with(payload), tmp_path / "out")

    words = PAYLOADS[payload]
    assert added(files, unharmed(name)) == {}
    holding = {path.suffix for path in files if bare(words) in bare(text_in(path))}
    assert {path.suffix for path in files} - holding <= WITHOUT_WORDS


# --- as LibreOffice reads them ----------------------------------------------------------------------------------------

SHEETS = ("csv, named", "csv, anonymous", "reminders", "funder figures", "decisions about texts", "forms", "team forms")
CSV_AS_IT_IS = "CSV:44,34,76,1,,0,false,true,false,false,false,0,true"
"""Commas, UTF-8, every special number taken for one, and what looks like a formula worked out."""

ACTIVE = re.compile('table:formula=|xlink:href="(http|javascript)|<(text:script|text:dde-|office:dde-|draw:plugin)')


@pytest.fixture(scope="module")
def office():
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None:
        pytest.skip("LibreOffice is not installed on this computer")
    return found


def converted(office, files, folder, kind, *more):
    command = [office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", *more]
    out = folder / "converted"
    environment = {**os.environ, "HOME": str(folder)}
    files = [str(path) for path in files]
    subprocess.run(
        [*command, "--convert-to", kind, "--outdir", str(out), *files],
        check=True,
        capture_output=True,
        timeout=300,
        env=environment,
    )
    return [path.read_text(encoding="utf-8") for path in sorted(out.iterdir())]


@pytest.mark.slow
@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_libreoffice_works_nothing_out_in_any_table(office, suffix, tmp_path):
    material = material_with()
    files = []
    for number, name in enumerate(SHEETS):
        for path in write(name, material, tmp_path / str(number)):
            if path.suffix == suffix:
                files.append(path.rename(tmp_path / f"{number} {len(files)}{suffix}"))

    filters = (f"--infilter={CSV_AS_IT_IS}",) if suffix == ".csv" else ()
    flat = converted(office, files, tmp_path, "fods", *filters)

    assert len(flat) == len(files) > 3
    assert not [one for one in flat if ACTIVE.search(one)]
    assert any("=HYPERLINK(" in one for one in flat)


@pytest.mark.slow
def test_libreoffice_finds_no_link_and_no_script_in_word_papers(office, tmp_path):
    files = [path for path in write("word, named", material_with(), tmp_path / "out") if path.suffix == ".docx"]

    flat = converted(office, files, tmp_path, "fodt")

    assert len(flat) == len(files) > 1
    assert not [one for one in flat if ACTIVE.search(one)]
