"""Two hundred damaged copies of one form: no crash, an entry for each, and no need dropped that can still be read."""

import io
import random
import re
import zipfile
from collections import Counter

import defusedxml.ElementTree as SafeTree
import pytest

from exports.forms_layout import NEED_COLUMNS, QUESTION_ROW
from exports.forms_layout import PLACES as ALL_PLACES
from fastmap.intake.form_definition import FIELDS, PREFILLED
from fastmap.intake.forms import read_forms
from fastmap.model.choices import ImportState
from tests.support.returned_forms import FULL, codes, snapshot, write_filled

PLACES = {name: place for name, place in ALL_PLACES.items() if name != PREFILLED.name}
"""Of a form without lines from the last round, which has no marks of them."""
SEED = 20260504
SKILLS = {f"need_{row}_skill": f"Skill number {row}" for row in range(1, 9)}
FIGURES = {f"need_{row}_short_now": 10 + row for row in range(1, 9)}
ANSWERS = {**FULL, **SKILLS, **FIGURES}
SHEET, WORKBOOK = "xl/worksheets/sheet1.xml", "xl/workbook.xml"
NEED_NAMES = {name for name in PLACES if name.startswith("need_")}


class Copy:
    """One copy of the form, its parts open to damage, and what can still be read of it."""

    def __init__(self, parts: dict[str, bytes]) -> None:
        self.parts = dict(parts)
        self.cells_gone: set[str] = set()
        self.names_gone: set[str] = set()

    def overwrite(self, cell: str, chance: random.Random) -> None:
        """Let somebody type something else into a cell."""
        other = chance.choice(["", "something else", "0", "???"])
        text = f'<c r="{cell}" t="inlineStr"><is><t>{other}</t></is></c>' if other else f'<c r="{cell}"/>'
        pattern = rf'(?s)<c r="{cell}"(?: [^>]*?)?(?:/>|>.*?</c>)'.encode()
        self.parts[SHEET], count = re.subn(pattern, text.encode(), self.parts[SHEET], count=1)
        assert count == 1
        self.cells_gone.add(cell)

    def drop_name(self, name: str) -> None:
        pattern = rf'<definedName name="{name}"[^>]*>[^<]*</definedName>'.encode()
        self.parts[WORKBOOK], count = re.subn(pattern, b"", self.parts[WORKBOOK])
        assert count == 1
        self.names_gone.add(name)

    def packed(self) -> bytes:
        memory = io.BytesIO()
        with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as package:
            for name, content in self.parts.items():
                package.writestr(name, content)
        return memory.getvalue()

    def readable(self) -> tuple[set[str], dict[str, int]]:
        """Return the skills, and the figures of people, that names or questions still lead to."""
        skills, figures = set(), {}
        for row in range(1, 9):
            name = f"need_{row}_skill"
            if not self._leads_to(name):
                continue
            skills.add(SKILLS[name])
            if self._leads_to(f"need_{row}_short_now"):
                figures[SKILLS[name]] = FIGURES[f"need_{row}_short_now"]
        return skills, figures

    def _leads_to(self, name: str) -> bool:
        place = PLACES[name]
        question = f"{NEED_COLUMNS[name.split('_', 2)[2]]}{QUESTION_ROW}"
        questions_gone = sum(cell.endswith(str(QUESTION_ROW)) and len(cell) == 2 for cell in self.cells_gone)
        # One question that somebody rewrote is told by those beside it.
        return place.anchor not in self.cells_gone and (
            name not in self.names_gone or question not in self.cells_gone or questions_gone == 1
        )


def damaged_copies(parts, whole):
    """Yield name, bytes, and the copy with what can still be read (``None``: that depends on where it was hit)."""
    chance = random.Random(SEED)
    cells = [place.anchor for place in PLACES.values() if place.row > QUESTION_ROW]
    questions = [f"{column}{QUESTION_ROW}" for column in NEED_COLUMNS.values()]
    for number in range(200):
        copy = Copy(parts)
        match number % 10:
            case 0:  # cut off
                yield "cut", whole[: chance.randrange(len(whole))], None
            case 1:  # single bits
                content = bytearray(whole)
                for _ in range(chance.randrange(1, 20)):
                    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
                yield "bits", bytes(content), None
            case 2:  # a hole
                start = chance.randrange(len(whole))
                yield "hole", whole[:start] + whole[start + chance.randrange(1, 500) :], None
            case 3:  # the text of a part
                name = chance.choice([SHEET, WORKBOOK, "xl/styles.xml", "[Content_Types].xml"])
                content = copy.parts[name]
                start = chance.randrange(len(content))
                copy.parts[name] = content[:start] + content[start + chance.randrange(1, 60) :]
                yield f"text of {name}", copy.packed(), None
            case 4:  # a part that the answers do not need is gone or nonsense
                name = chance.choice([name for name in parts if name.startswith(("xl/styles", "xl/theme", "docProps"))])
                if chance.random() < 0.5:
                    del copy.parts[name]
                else:
                    copy.parts[name] = chance.randbytes(200)
                yield f"part {name}", copy.packed(), copy
            case 5:  # all names
                for name in PLACES:
                    copy.drop_name(name)
                for cell in chance.sample(cells, 8):
                    copy.overwrite(cell, chance)
                yield "no names", copy.packed(), copy
            case 6:  # the form was moved down, and no name with it
                rows = chance.randrange(1, 9)
                copy.parts[WORKBOOK] = re.sub(
                    rb"(<definedName name=\"(?!_)[^>]*>'[^']*'!\$[A-Z]+\$)(\d+)",
                    lambda found, rows=rows: found[1] + str(int(found[2]) + rows).encode(),
                    copy.parts[WORKBOOK],
                )
                yield f"names {rows} rows off", copy.packed(), copy
            case 7:  # names and questions
                for name in chance.sample(sorted(NEED_NAMES), 40):
                    copy.drop_name(name)
                copy.overwrite(chance.choice(questions), chance)
                yield "names and a question", copy.packed(), copy
            case _:  # cells and names
                for cell in chance.sample(cells, chance.randrange(1, 25)):
                    copy.overwrite(cell, chance)
                for name in chance.sample(sorted(PLACES), chance.randrange(0, 60)):
                    copy.drop_name(name)
                yield "cells and names", copy.packed(), copy


def stored_entry(whole: bytes, name: str) -> bytes:
    """Return a part as it lies in the package: its header and its packed bytes."""
    with zipfile.ZipFile(io.BytesIO(whole)) as package:
        entries = sorted(package.infolist(), key=lambda entry: entry.header_offset)
        place = next(i for i, entry in enumerate(entries) if entry.filename == name)
        end = entries[place + 1].header_offset if place + 1 < len(entries) else package.start_dir
    return whole[entries[place].header_offset : end]


def is_well_formed(part: bytes) -> bool:
    try:
        SafeTree.fromstring(part)
    except SafeTree.ParseError:
        return False
    return True


def fewest_needs(kind: str, content: bytes, whole: bytes) -> int:
    """Return how many of the eight needs are still in a copy that was hit somewhere, found out without our reader."""
    if kind in {"cut", "bits", "hole"}:  # a part is whole or it is lost
        return 8 if stored_entry(whole, SHEET) in content else 0
    if not kind.endswith(SHEET):
        return 8  # names, styles and content types can be done without
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        # The 59 characters that are gone at most lie in one line.
        return 7 if is_well_formed(package.read(SHEET)) else 0


@pytest.fixture(scope="module")
def form(tmp_path_factory):
    return write_filled(tmp_path_factory.mktemp("form") / "form.xlsx", ANSWERS).read_bytes()


def test_two_hundred_damaged_copies_lose_no_need_that_can_be_read(form, tmp_path):
    with zipfile.ZipFile(io.BytesIO(form)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    kinds, copies, fewest = [], [], []
    for number, (kind, content, copy) in enumerate(damaged_copies(parts, form)):
        (tmp_path / f"damaged_{number:03}.xlsx").write_bytes(content)
        kinds.append(kind)
        copies.append(copy)
        fewest.append(fewest_needs(kind, content, form) if copy is None else 0)
    (tmp_path / "z_whole.xlsx").write_bytes(form)

    outcomes = read_forms([tmp_path], snapshot())

    assert len(outcomes) == 201
    assert outcomes[-1].needs == 8
    assert sum(needs == 8 for needs in fewest) >= 20
    for kind, copy, least, outcome in zip(kinds, copies, fewest, outcomes, strict=False):
        assert outcome.state is ImportState.ACCEPTED or outcome.problems, kind
        if outcome.state is ImportState.DUPLICATE:
            assert outcome.needs == 8, kind  # the same answers as a copy before: nothing of it was lost
            continue
        found = {} if outcome.response is None else {need.skill_text: need for need in outcome.response.needs}
        if copy is None:
            assert len(found) >= least, (kind, outcome.path, codes(outcome))
            if not kind.endswith(SHEET):  # there somebody may have hit a text; all else is whole or not there
                assert found.keys() in (set(), set(SKILLS.values())), (kind, outcome.path, codes(outcome))
            assert found or outcome.state in {ImportState.UNREADABLE, ImportState.NOT_A_FORM}, (kind, codes(outcome))
            continue
        skills, figures = copy.readable()
        assert skills <= found.keys(), (kind, outcome.path, codes(outcome))
        for skill, figure in figures.items():
            assert found[skill].short_now == figure, (kind, outcome.path, skill)


@pytest.mark.parametrize("part", ["xl/styles.xml", WORKBOOK, "xl/_rels/workbook.xml.rels", "docProps/core.xml"])
def test_answers_outlive_a_broken_part_beside_them(form, tmp_path, part):
    with zipfile.ZipFile(io.BytesIO(form)) as package:
        entry = package.getinfo(part)
    broken = bytearray(form)
    begin = entry.header_offset + 30 + len(part) + entry.compress_size // 2
    broken[begin] ^= 0xFF
    (tmp_path / "broken.xlsx").write_bytes(broken)

    (outcome,) = read_forms([tmp_path], snapshot())

    assert outcome.needs == 8
    if part != "docProps/core.xml":
        assert (outcome.state, codes(outcome)[0]) == (ImportState.PARTIAL, "repaired")


def test_a_form_without_its_end_is_read_as_far_as_it_goes(form, tmp_path):
    directory = form.index(b"PK\x01\x02")
    (tmp_path / "cut.xlsx").write_bytes(form[:directory])

    (outcome,) = read_forms([tmp_path], snapshot())

    assert (outcome.state, outcome.needs) == (ImportState.PARTIAL, 8)
    assert Counter(codes(outcome))["repaired"] == 1


def test_every_field_has_a_place_in_the_copy():
    assert {field.name for field in FIELDS} == set(PLACES)
