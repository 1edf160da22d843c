"""Hostile and damaged files: none gets further than the child process, none costs another file."""

import ctypes
import io
import struct
import subprocess
import sys
import time
import zipfile
import zlib
from pathlib import Path

import openpyxl
import pytest

from fastmap.intake.child import windows
from fastmap.intake.forms import read_forms
from fastmap.intake.safe_reading import Mode, SafeReader, _Child, _Clock
from fastmap.model.choices import ImportState
from tests.support.returned_forms import ONE_NEED, codes, snapshot, write_filled

WORKBOOK = (
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" '
    'Target="worksheets/sheet1.xml"/></Relationships>'
)
ROOT = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="xl/workbook.xml"/></Relationships>'
)
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)


def package(sheet, *, workbook=WORKBOOK, extra=()):
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr("[Content_Types].xml", TYPES)
        target.writestr("_rels/.rels", ROOT)
        target.writestr("xl/workbook.xml", workbook)
        target.writestr("xl/_rels/workbook.xml.rels", RELATIONS)
        target.writestr("xl/worksheets/sheet1.xml", sheet)
        for name, content in extra:
            target.writestr(name, content)
    return memory.getvalue()


def sheet(rows, *, dimension="A1"):
    return (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f'<dimension ref="{dimension}"/><sheetData>{rows}</sheetData></worksheet>'
    )


GOOD = package(sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>hello</t></is></c></row>'))


@pytest.fixture(scope="module")
def reader():
    with SafeReader(Mode.FORM) as one:
        yield one


def assert_still_reads(reader):
    assert reader.read(GOOD).sheets[0].rows == (["hello"],)


def test_a_zip_that_unpacks_hugely_is_refused_before_unpacking(reader):
    bomb = package(sheet('<row r="1"><c r="A1"><v>1</v></c></row>' + " " * 40_000_000))

    begun = time.monotonic()
    reading = reader.read(bomb)

    assert len(bomb) < 60_000
    assert reading.refused == "too_large"
    assert time.monotonic() - begun < 2
    assert_still_reads(reader)


def test_a_size_that_lies_is_found_before_anything_is_built(reader):
    content = b" " * 3_000_000
    bomb = bytearray(package(sheet("") + content.decode()))
    real = struct.pack("<I", len(sheet("")) + len(content))
    assert bomb.count(real) == 2
    lying = bytes(bomb).replace(real, struct.pack("<I", 900))

    assert reader.read(lying).refused == "damaged"
    assert_still_reads(reader)


def test_a_lone_cell_at_the_last_corner_is_refused(reader):
    tiny = package(
        sheet(
            '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
            dimension="A1:XFD1048576",
        )
    )

    assert len(tiny) < 1_600
    assert reader.read(tiny).refused == "too_large"
    assert_still_reads(reader)


def test_a_lying_dimension_alone_does_no_harm(reader):
    tiny = package(sheet('<row r="1"><c r="A1"><v>7</v></c></row>', dimension="A1:XFD1048576"))

    assert reader.read(tiny).sheets[0].rows == ([7],)


def test_too_many_parts_are_refused(reader):
    crowd = package(sheet(""), extra=[(f"x/{i}.xml", "x") for i in range(600)])

    assert reader.read(crowd).refused == "too_large"


def test_a_million_rows_are_refused_quickly(reader):
    rows = "".join(f'<row r="{i}"><c r="A{i}"><v>1</v></c></row>' for i in range(1, 1_000_001))
    begun = time.monotonic()

    assert reader.read(package(sheet(rows))).refused == "too_large"
    assert time.monotonic() - begun < 8  # most of it is making the file
    assert_still_reads(reader)


def test_a_file_of_this_computer_named_in_an_entity_never_shows(reader, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("TOP-SECRET", encoding="utf-8")
    outside = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
    cell = '<row r="1"><c r="A1" t="inlineStr"><is><t>{}</t></is></c></row>'
    named = WORKBOOK.replace(
        "</workbook>", '<definedNames><definedName name="a">&e;</definedName></definedNames></workbook>'
    )

    for content in (
        package(outside + sheet(cell.format("&e;"))),
        package(bomb + sheet(cell.format("&c;"))),
        package(sheet(cell.format("x")), workbook=outside + named),
    ):
        reading = reader.read(content)
        assert "TOP-SECRET" not in repr(reading)
        assert "hahaha" not in repr(reading)
    assert_still_reads(reader)


def test_the_child_loads_nothing_of_fastmap_but_itself():
    code = (
        "import sys, fastmap.intake.child.process; print(*(name for name in sys.modules if name.startswith('fastmap')))"
    )

    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()

    assert [name for name in loaded if not name.startswith("fastmap.intake.child")] == ["fastmap", "fastmap.intake"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux shows the limits of a process as a file")
def test_the_child_cannot_open_files():
    with SafeReader(Mode.FORM) as one:
        assert_still_reads(one)
        (child,) = one._children
        table = Path(f"/proc/{child._process.pid}/limits").read_text(encoding="ascii")

    line = next(line for line in table.splitlines() if line.startswith("Max open files"))
    assert line.split()[3:5] == ["3", "3"]


def test_a_child_that_dies_or_hangs_is_started_anew(monkeypatch, tmp_path):
    child = tmp_path / "child.py"
    child.write_text(
        "import os, struct, sys, time\n"
        "while header := sys.stdin.buffer.read(7):\n"
        "    content = sys.stdin.buffer.read(struct.unpack('>BHI', header)[2])\n"
        "    if content == b'die': os.abort()\n"
        "    if content == b'hang': time.sleep(60)\n"
        '    answer = b\'{"kind": "csv"}\'\n'
        "    sys.stdout.buffer.write(struct.pack('>I', len(answer)) + answer); sys.stdout.flush()\n",
        encoding="utf-8",
    )
    monkeypatch.setattr("fastmap.intake.safe_reading._CHILD", child)

    with SafeReader(Mode.FORM, children=2, seconds=1.5) as one:
        contents = [b"a", b"die", b"b", b"hang", b"c", b"die", b"d"]
        readings = [reading for _, reading in one.read_many((content, content) for content in contents)]

    assert [reading.refused or reading.kind for reading in readings] == [
        "csv",
        "crashed",
        "csv",
        "too_slow",
        "csv",
        "crashed",
        "csv",
    ]


def test_what_a_file_is_decides_not_what_it_is_called(reader):
    kinds = {
        b"": "empty",
        b"\0" * 100: "empty",
        b"%PDF-1.4\n": "pdf",
        b"\x89PNG\r\n\x1a\n": "image",
        b"\0\0\0\x18ftypheic": "image",
        b"<!DOCTYPE html><html>": "html",
        b"\xef\xbb\xbf<table><tr>": "html",
        b"MZ\0\0 a program": "other",
        b"a,b\n1,2\n": "csv",
        "a;b\nñ;1\n".encode("cp1252"): "csv",
        "a\tb\nñ\t1\n".encode("utf-16"): "csv",
    }

    assert {content: reader.read(content).kind for content in kinds} == kinds


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_separators_and_encodings_of_text_tables_are_told(reader, encoding, separator):
    lines = [["Nombre", "Año"], ["Peñalba", "2026"], ["Núñez", "1,5" if separator != "," else "1.5"]]
    content = "\r\n".join(separator.join(line) for line in lines).encode(encoding)

    assert list(reader.read(content).sheets[0].rows) == lines


def test_password_protected_files_are_named_as_such(reader):
    stream = "EncryptedPackage".encode("utf-16-le")
    protected = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + stream + b"\0" * 512

    assert reader.read(protected).refused == "password"


def test_a_named_cell_outside_of_the_sheet_is_just_empty(tmp_path):
    path = write_filled(tmp_path / "form.xlsx", ONE_NEED)
    workbook = openpyxl.load_workbook(path)
    workbook.defined_names["remarks"].attr_text = "'Skills form'!$XFD$1048576"
    workbook.defined_names["barrier"].attr_text = "#REF!"
    workbook.defined_names["people_total"].attr_text = "'No such sheet'!$A$1"
    workbook.save(path)

    (outcome,) = read_forms([path], snapshot())

    assert (outcome.state, outcome.response.remarks) == (ImportState.ACCEPTED, None)


def test_a_broken_checksum_is_damage_not_an_answer(tmp_path):
    memory = io.BytesIO()
    path = write_filled(tmp_path / "form.xlsx", ONE_NEED)
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(memory, "w", zipfile.ZIP_STORED) as target:
        for entry in source.infolist():
            target.writestr(entry.filename, source.read(entry))
    changed = memory.getvalue().replace(b"TIG welding", b"TIG WELDING")
    assert zlib.crc32(b"TIG welding") != zlib.crc32(b"TIG WELDING")
    path.write_bytes(changed)

    (outcome,) = read_forms([path], snapshot())

    assert (outcome.state, codes(outcome)) == (ImportState.UNREADABLE, ["damaged"])


def test_a_huge_sheet_hidden_from_the_check_costs_its_child_only(reader):
    corner = sheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    memory = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package(corner))) as source, zipfile.ZipFile(memory, "w") as target:
        for entry in source.infolist():
            content = source.read(entry).replace(b"worksheets/sheet1.xml", b"../docProps/s.xml")
            target.writestr(entry.filename.replace("xl/worksheets/sheet1.xml", "docProps/s.xml"), content)

    reading = reader.read(memory.getvalue())

    assert reading.refused in {"crashed", "too_large", "damaged"}
    assert reading.sheets == ()
    assert_still_reads(reader)


class FakeKernel:
    """Notes what the job object of Windows is asked for."""

    def __init__(self, joins=1):
        self.asked = []
        self.CreateJobObjectW = self._call("create", 77)
        self.GetCurrentProcess = self._call("process", 88)
        self.AssignProcessToJobObject = self._call("assign", joins)
        self.SetInformationJobObject = self._call("set", 1)

    def _call(self, name, answer):
        def called(*arguments):
            self.asked.append((name, *arguments))
            return answer

        return called


def test_the_job_object_of_windows_is_asked_for_the_memory_limit():
    kernel = FakeKernel()
    job = windows.Job(kernel)

    assert job.is_joined
    assert job.limit(700_000_000)

    _, handle, kind, limits, size = kernel.asked[-1]
    basic = limits._obj.BasicLimitInformation
    assert (handle.value, kind, limits._obj.ProcessMemoryLimit) == (77, 9, 700_000_000)
    assert basic.LimitFlags & 0x108 == 0x108
    assert basic.ActiveProcessLimit == 1
    assert [name for name, *_ in kernel.asked] == ["create", "process", "assign", "set"]
    if struct.calcsize("P") == 8:  # as the headers of 64-bit Windows lay it out
        assert (size.value, ctypes.sizeof(windows.BasicLimits)) == (144, 64)


def test_a_system_that_refuses_the_job_is_lived_with():
    assert not windows.Job(FakeKernel(joins=0)).is_joined


def test_time_passes_only_while_the_computer_runs():
    child = _Child()
    child._clock = clock = _Clock(20.0)
    child.let_pass(0.4)

    assert clock.left_s == 19.6
    assert not child._late
    child.let_pass(19.6)
    assert child._late


def test_a_file_is_read_again_if_the_file_before_it_broke_the_child(monkeypatch, tmp_path):
    child = tmp_path / "child.py"
    child.write_text(
        "import os, struct, sys\n"
        "served = 0\n"
        "while header := sys.stdin.buffer.read(7):\n"
        "    sys.stdin.buffer.read(sum(struct.unpack('>BHI', header)[1:]))\n"
        "    if served: os.abort()\n"
        "    served += 1\n"
        '    answer = b\'{"kind": "csv"}\'\n'
        "    sys.stdout.buffer.write(struct.pack('>I', len(answer)) + answer); sys.stdout.flush()\n",
        encoding="utf-8",
    )
    monkeypatch.setattr("fastmap.intake.safe_reading._CHILD", child)

    with SafeReader(Mode.FORM) as one:
        assert [one.read(content).kind for content in (b"a", b"b", b"c")] == ["csv"] * 3
