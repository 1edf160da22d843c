"""Packs: what is in them, what says so, and that a pack is there as a whole or not at all."""

import errno
import os
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from exports import pack as packs
from exports.checksums import CHECKSUMS, is_as_written
from exports.pack import PARTS, Part, pack_name, parts_for, write_pack
from exports.pack_readme import README
from fastmap.catalogue.texts import load_texts, report_languages
from fastmap.errors import Cancelled, FastmapError
from fastmap.report.audiences import Audience
from fastmap.report.blocks import Paragraph
from fastmap.report.finished import Notice, Section
from tests.exports.demo_report import bars, demo_report, grid, needs_table

ROOT = Path(__file__).resolve().parents[2]
NOTICES = (Notice(title="Edition", lines=("For the funder.", "=1+1 <b>not bold</b>")),)


@pytest.fixture(scope="module")
def report():
    blocks = (needs_table(12), bars(), grid(), Paragraph(text="x"))
    section = Section(key="priorities", title="Priorities", blocks=blocks)
    demo = demo_report(rows=1, language="en")
    return replace(demo, sections=(section,), audience=Audience.FUNDER, notices=NOTICES)


@pytest.fixture(scope="module")
def written(report, tmp_path_factory):
    """A pack with nothing left out; only to be read."""
    return write_pack(report, tmp_path_factory.mktemp("written"))


@pytest.fixture
def quick(monkeypatch):
    """Writers that take no time: what they write is tested elsewhere."""

    def write(report, target, kind):
        if kind in ("csv", "pictures"):
            target.mkdir(exist_ok=True)
            target /= "a.csv" if kind == "csv" else "top.png"
        target.write_bytes(f"{kind} of {report.round_label}".encode())
        return 1

    monkeypatch.setattr(packs, "write_kind", write)


def names_in(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def inside(folder):
    return [path.name for path in folder.iterdir()]


def words_of(folder):
    return (folder / README).read_text(encoding="utf-8-sig")


def code_of(call):
    with pytest.raises(FastmapError) as told:
        call()
    return told.value.code


# --- what is in it ----------------------------------------------------------------------------------------------------


def test_a_pack_holds_report_workbook_pictures_data_and_what_explains_them(report, written):
    assert written.folder.name == pack_name(report)
    assert tuple(names_in(written.folder)) == written.files
    assert {name.partition("/")[0] for name in written.files if "/" in name} == {"data", "pictures"}
    endings = {Path(name).suffix for name in written.files if "/" not in name}
    assert endings == {".pdf", ".xlsx", ".txt", ".sha256"}
    assert "data/results.json" in written.files
    assert {name.rpartition(".")[2] for name in written.files if name.startswith("pictures/")} == {"png", "svg", "txt"}
    assert inside(written.folder.parent) == [written.folder.name]


def test_what_is_in_a_pack_is_the_same_as_written_one_by_one(report, written, tmp_path):
    from exports.pdf import pdf_bytes
    from exports.pictures import write_pictures
    from exports.workbook import workbook_bytes

    write_pictures(report, tmp_path / "alone")

    found = {path.suffix: path.read_bytes() for path in written.folder.iterdir() if path.is_file()}
    assert found[".pdf"] == pdf_bytes(report)
    assert found[".xlsx"] == workbook_bytes(report)
    for path in (tmp_path / "alone").iterdir():
        assert (written.folder / "pictures" / path.name).read_bytes() == path.read_bytes()


def test_its_name_says_cluster_round_audience_edition_and_day(report):
    short = replace(report, cluster="Metal Cluster", round_label="2026")
    assert pack_name(short) == f"Metal Cluster 2026 – funder pack, named, {report.made_on}"
    spanish = replace(short, language="es", audience=Audience.BOARD, anonymous=True)
    assert "paquete para la junta, anónimo" in pack_name(spanish)


def test_names_of_audiences_and_editions_stay_whole_however_long_the_cluster_is_called(report):
    found = {
        pack_name(replace(report, cluster=cluster, audience=audience, anonymous=anonymous, language=language))
        for cluster in ("Cluster of very many words " * 12, "x" * 300)
        for audience in Audience
        for anonymous in (False, True)
        for language in report_languages()
    }

    assert all(len(name.encode()) <= 80 for name in found)
    assert all(name.endswith(str(report.made_on)) for name in found)
    assert len(found) == 2 * len(Audience) * 2 * len(report_languages())


@pytest.mark.parametrize("name", ["../../etc/passwd", "a/b\\c:d", "CON", "\u202egnp.exe", ".hidden"])
def test_no_name_of_a_cluster_leaves_the_folder(report, tmp_path, quick, name):
    pack = write_pack(replace(report, cluster=name), tmp_path / "out")

    assert pack.folder.parent == tmp_path / "out"
    assert names_in(tmp_path) == [f"out/{pack.folder.name}/{name}" for name in pack.files]


def test_nothing_that_names_anybody_goes_into_an_anonymous_pack(report, tmp_path, quick, monkeypatch):
    annex = Part(kind="json", place="annex", named_only=True)
    monkeypatch.setattr(packs, "PARTS", (PARTS[0], annex))

    assert [part.place for part in parts_for(report)] == ["", "annex"]
    assert "annex" in write_pack(report, tmp_path).files
    assert "annex" not in write_pack(replace(report, anonymous=True), tmp_path).files


@pytest.mark.skipif(os.name == "nt", reason="there are no such permissions")
def test_others_may_read_a_pack_as_they_may_other_new_folders(report, tmp_path, quick):
    (tmp_path / "usual").mkdir()

    pack = write_pack(report, tmp_path)

    assert stat.S_IMODE(pack.folder.stat().st_mode) == stat.S_IMODE((tmp_path / "usual").stat().st_mode)


# --- what explains it -------------------------------------------------------------------------------------------------


def test_the_readme_names_every_file_and_says_what_each_shows(report, written):
    words = words_of(written.folder)

    for name in written.files:
        assert name.rpartition("/")[2].rpartition(".")[0] in words
    for block in (*report.tables(), *report.charts()):
        assert block.caption.split()[0] in words
    assert "For the funder." in words
    assert "=1+1 <b>not bold</b>" in words
    assert report.banner in words.replace("\r\n", " ")


def test_the_readme_can_be_read_by_every_editor(report, tmp_path, quick):
    content = (write_pack(report, tmp_path).folder / README).read_bytes()

    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\n") == content.count(b"\r\n")
    assert max(map(len, content.decode("utf-8-sig").splitlines())) <= 100


def test_hostile_words_are_plain_text_in_the_readme(report, tmp_path, quick):
    hostile = replace(report, title="a\x00b\u202ec\nd", notices=(Notice(title="\ud800 \x1b[31m", lines=("x\r\ny",)),))

    words = words_of(write_pack(hostile, tmp_path).folder)

    assert words.startswith("abc d\r\n" if "\r" in words else "abc d\n")
    assert not {"\x00", "\u202e", "\x1b"} & set(words)


@pytest.mark.parametrize("language", report_languages())
def test_every_part_of_a_pack_has_its_words_in_every_language(language):
    own = load_texts(language).entries

    for key in (*(part.kind for part in PARTS), "checksums", "readme"):
        assert own[f"exports.pack.what.{key}"]
    assert len({own[f"exports.pack.name.{audience}"] for audience in Audience}) == len(Audience)


def test_checksums_tell_whether_a_file_was_changed(report, tmp_path, quick):
    folder = write_pack(report, tmp_path).folder
    assert is_as_written(folder)

    (folder / README).write_text("changed")

    assert not is_as_written(folder)


@pytest.mark.skipif(sys.platform != "linux", reason="needs the system's sha256sum")
def test_the_system_reads_the_checksums(report, tmp_path, quick):
    folder = write_pack(report, tmp_path).folder

    done = subprocess.run(["sha256sum", "--check", "--strict", CHECKSUMS], cwd=folder, capture_output=True, check=False)

    assert done.returncode == 0


# --- as a whole or not at all -----------------------------------------------------------------------------------------


def test_a_pack_that_nobody_changed_is_replaced(report, tmp_path, quick):
    first = write_pack(report, tmp_path)
    (first.folder / ".DS_Store").write_bytes(b"of a file manager")

    second = write_pack(replace(report, round_label=report.round_label, notices=()), tmp_path)

    assert second.folder == first.folder
    assert inside(tmp_path) == [first.folder.name]
    assert "For the funder." not in words_of(second.folder)


@pytest.mark.parametrize("change", ["edited", "added", "removed", "protected"])
def test_what_somebody_did_to_a_pack_is_kept_and_the_next_one_gets_a_number(report, tmp_path, quick, change):
    first = write_pack(report, tmp_path).folder
    if change == "edited":
        (first / "data" / "results.json").write_text("my own notes")
    elif change == "added":
        (first / "minutes.docx").write_text("filled in")
    elif change == "removed":
        (first / README).unlink()
    else:
        (first / README).chmod(0o444)
    before = names_in(first)

    second, third = (write_pack(report, tmp_path).folder for _ in range(2))

    assert second.name == third.name == f"{first.name} (2)"
    assert names_in(first) == before


def test_a_folder_of_that_name_that_is_no_pack_is_left_alone(report, tmp_path, quick):
    (tmp_path / pack_name(report)).mkdir()

    assert write_pack(report, tmp_path).folder.name == f"{pack_name(report)} (2)"


@pytest.mark.parametrize("owner", [".~lock.{}#", "~${}"])
def test_a_file_open_elsewhere_is_named_and_nothing_changes(report, tmp_path, quick, owner):
    folder = write_pack(report, tmp_path).folder
    opened = next(path for path in folder.iterdir() if path.suffix == ".xlsx")
    (folder / owner.format(opened.name)).write_text("somebody")
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    with pytest.raises(FastmapError) as told:
        write_pack(report, tmp_path)

    assert (told.value.code, told.value.facts["name"]) == ("target_in_use", opened.name)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    assert inside(tmp_path) == [folder.name]


def test_a_folder_that_another_program_holds_keeps_the_old_pack(report, tmp_path, quick, monkeypatch):
    folder = write_pack(report, tmp_path).folder
    before = names_in(folder)
    real, calls = os.replace, []

    def refuse(source, goal):
        calls.append(goal)
        if Path(goal) == folder and len(calls) < 20 and Path(source).name.startswith(".fastmap-"):
            raise PermissionError(errno.EACCES, "in use")
        real(source, goal)

    monkeypatch.setattr(os, "replace", refuse)

    assert code_of(lambda: write_pack(report, tmp_path)) == "target_not_writable"
    assert names_in(folder) == before
    assert inside(tmp_path) == [folder.name]


@pytest.mark.parametrize("kind", ["pdf", "csv", "pictures"])
def test_one_part_that_fails_leaves_no_half_pack_and_the_old_one_whole(report, tmp_path, quick, monkeypatch, kind):
    folder = write_pack(report, tmp_path).folder
    good = packs.write_kind

    def fail(report, target, wanted):
        if wanted == kind:
            raise FastmapError("disk_full", name=target.name, folder=str(target.parent))
        return good(report, target, wanted)

    monkeypatch.setattr(packs, "write_kind", fail)
    with pytest.raises(FastmapError) as told:
        write_pack(report, tmp_path)

    assert told.value.code == "disk_full"
    assert told.value.facts["folder"] == str(tmp_path)
    assert is_as_written(folder)
    assert inside(tmp_path) == [folder.name]


def test_a_pack_that_is_stopped_leaves_nothing(report, tmp_path, quick):
    def stop(progress):
        if progress.done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_pack(report, tmp_path / "new", stop)

    assert inside(tmp_path) == []


def test_word_papers_go_to_the_board_alone_and_never_without_names(report):
    def has_word(audience, *, anonymous):
        return "word" in {part.kind for part in parts_for(replace(report, audience=audience, anonymous=anonymous))}

    assert has_word(Audience.BOARD, anonymous=False)
    assert not has_word(Audience.BOARD, anonymous=True)
    assert not any(has_word(other, anonymous=False) for other in Audience if other is not Audience.BOARD)


def test_progress_counts_every_part_up_to_the_last(report, tmp_path, quick):
    told = []

    write_pack(report, tmp_path, lambda progress: told.append((progress.done, progress.total)))

    parts = len(parts_for(report))
    assert told == [(done, parts + 1) for done in range(parts + 1)]


def test_places_where_no_pack_can_be_are_named(report, tmp_path, quick):
    (tmp_path / "file").write_bytes(b"x")

    assert code_of(lambda: write_pack(report, tmp_path / "no" / "out")) == "target_folder_missing"
    assert code_of(lambda: write_pack(report, tmp_path / "file")) == "target_is_file"


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS])
def test_a_read_only_folder_is_named(report, tmp_path, quick, monkeypatch, number):
    def refuse(*_, **__):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(FastmapError) as told:
        write_pack(report, tmp_path)

    assert told.value.code == "target_not_writable"
    assert told.value.facts["folder"] == str(tmp_path)


SMALL_DISK = """
import os, resource, sys
from dataclasses import replace
from pathlib import Path
from exports.pack import write_pack
from fastmap.errors import FastmapError
from fastmap.report.audiences import Audience
from fastmap.report.finished import Section
from tests.exports.demo_report import bars, demo_report, needs_table
section = Section(key="priorities", title="Priorities", blocks=(needs_table(12), bars()))
report = replace(demo_report(rows=1, language="en"), sections=(section,), audience=Audience.FUNDER)
sys.dont_write_bytecode = True  # compiled modules would be cut off, too, and stay so for whoever starts next
folder = Path(sys.argv[1])
for limit in (0, 2_000, 20_000, resource.RLIM_INFINITY):
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    try:
        write_pack(report, folder)
        print("saved", len(os.listdir(folder)))
    except FastmapError as problem:
        print(problem.code, len(os.listdir(folder)))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="limits the size of files as Linux does")
def test_a_full_disk_at_any_size_keeps_the_old_pack(report, tmp_path, quick):
    folder = write_pack(report, tmp_path).folder

    done = subprocess.run(
        [sys.executable, "-c", SMALL_DISK, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert done.stdout.split("\n")[:4] == ["disk_full 1", "disk_full 1", "disk_full 1", "saved 1"]
    assert inside(tmp_path) == [folder.name]
    assert is_as_written(folder)
