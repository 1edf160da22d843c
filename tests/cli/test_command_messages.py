"""What a person reads who does something that cannot be done: one line, exit status 2, nothing changed."""

import hashlib
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from fastmap.assessment import Assessment
from tests.support.command_line import ROOT, SAMPLE_TABLES, fastmap, own_computer
from tests.support.returned_forms import ONE_NEED, write_filled
from ui.cli.app import COMMANDS

MAIN = [sys.executable, str(ROOT / "main.py")]


def refused(*arguments):
    """The one line with which a command refuses."""
    ran = fastmap(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1
    assert "Traceback" not in ran.err
    return ran.err


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def filled_table(folder, text):
    path = folder / "table.csv"
    path.write_text(text, encoding="utf-8")
    return path


LONG = "n" * 260


@pytest.mark.parametrize(
    "words",
    [
        ("new", "LONG.fastmap", "--name", "Metal", "--country", "ES"),
        ("sample", "LONG.fastmap"),
        ("edit-loop", "LONG.fastmap"),
        ("check", "LONG.fastmap"),
        ("salvage", "FILE", "LONG.fastmap"),
        ("pseudonymise", "FILE", "LONG.fastmap"),
        ("new-round", "FILE", "LONG.fastmap", "--round", "2"),
        ("protect", "FILE", "LONG.age"),
        ("unprotect", "LONG.age", "new.fastmap"),
        ("import", "FILE", "LONG"),
        ("members", "FILE", "LONG.csv"),
        ("import-survey", "FILE", "LONG.csv", "--mapping", "LONG.toml"),
        ("grant", "FILE", "--logo", "LONG.png"),
        ("vocabulary", "import", "LONG.zip"),
        ("backups", "restore", "LONG.fastmap", "new.fastmap"),
        ("report", "FILE", "--pdf", "LONG.pdf"),
        ("forms", "FILE", "--out", "LONG"),
    ],
    ids=lambda words: words[0],
)
def test_a_name_that_no_disk_takes_is_refused_as_too_long(words, file):
    place = {"FILE": str(file)}
    words = [
        place.get(word, str(file.parent / word.replace("LONG", LONG)) if "LONG" in word else word) for word in words
    ]
    before = digest(file)

    told = refused(*words)

    assert "too long" in told
    assert digest(file) == before
    assert [entry.name for entry in file.parent.iterdir() if entry.name.startswith("n")] == []


@pytest.mark.parametrize("command", [name for name in COMMANDS if name not in {"new", "sample", "edit-loop"}])
def test_a_missing_file_is_named(command, tmp_path):
    table = filled_table(tmp_path, "name\nA\n")
    needed = {
        "members": [table],
        "partners": [table],
        "actions": [table],
        "kpis": [table],
        "forms": ["--out", tmp_path / "out"],
        "demand": ["--out", tmp_path / "out"],
        "feedback": ["--out", tmp_path / "out"],
        "team-forms": ["--out", tmp_path / "out"],
        "grant": ["--call", "Skills"],
        "sources": [table],
        "import": [table],
        "import-survey": [table, "--mapping", table],
        "report": ["--pdf", tmp_path / "r.pdf"],
        "questionnaire": ["--kobo", tmp_path / "k.xlsx"],
        "new-round": [tmp_path / "next.fastmap", "--round", "2"],
        "personal-record": ["--member", "M001"],
        "pseudonymise": [tmp_path / "copy.fastmap"],
        "protect": [tmp_path / "copy.age"],
        "unprotect": [tmp_path / "copy.fastmap"],
        "salvage": [tmp_path / "new.fastmap"],
        "cards": ["--out", tmp_path / "out"],
    }
    if command == "vocabulary":
        assert "nowhere.zip" in refused("vocabulary", "import", tmp_path / "nowhere.zip")
        return

    assert "nowhere.fastmap" in refused(command, tmp_path / "nowhere.fastmap", *needed.get(command, []))
    assert not (tmp_path / "out").exists()


def test_foreign_damaged_empty_and_newer_files_are_left_as_they_are(sample, tmp_path):
    files = {name: tmp_path / f"{name}.fastmap" for name in ("foreign", "damaged", "empty", "newer")}
    files["foreign"].write_bytes(b"%PDF-1.7 something else")
    files["damaged"].write_bytes(sample.read_bytes()[:5000])
    files["empty"].touch()
    shutil.copy(sample, files["newer"])
    with closing(sqlite3.connect(files["newer"])) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = {name: digest(path) for name, path in files.items()}

    told = {name: refused("analyse", path) for name, path in files.items()}

    assert "not an assessment" in told["foreign"]
    assert "damaged" in told["damaged"]
    assert "empty" in told["empty"]
    assert "99" in told["newer"]
    assert {name: digest(path) for name, path in files.items()} == before


def test_a_file_open_elsewhere_is_refused_with_who_has_it(file):
    with subprocess.Popen([*MAIN, "edit-loop", str(file)], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout.readline() == "ACK 1\n"

        told = refused("members", file, SAMPLE_TABLES / "members.csv")
        other.kill()

    assert "round.fastmap is open already" in told


@pytest.mark.parametrize(
    "command",
    [
        lambda file: ["import", file, file.parent],
        lambda file: ["import", file, file.with_name("same.xlsx"), file],
        lambda file: ["members", file, file.with_name("same.xlsx")],
        lambda file: ["partners", file, file],
        lambda file: ["actions", file, file.with_name("same.xlsx")],
        lambda file: ["import-survey", file, file.with_name("same.xlsx"), "--mapping", file.with_name("map.toml")],
        lambda file: ["import-survey", file, SAMPLE_TABLES / "members.csv", "--mapping", file.with_name("same.xlsx")],
    ],
)
def test_taking_files_never_lets_go_of_the_assessment(file, command, monkeypatch):
    file.with_name("same.xlsx").hardlink_to(file)  # the same file under a name that does not tell
    file.with_name("map.toml").write_text(
        '[survey]\nname = "S"\nlanguage = "en"\n[respondent]\nanonymous = true\n[[skills]]\ncolumn = "x"\n',
        encoding="utf-8",
    )
    others = []
    close = Assessment.close

    def while_still_open(assessment):
        command = [*MAIN, "edit-loop", str(file)]
        others.append(subprocess.run(command, capture_output=True, text=True, timeout=20, check=False))
        close(assessment)

    monkeypatch.setattr(Assessment, "close", while_still_open)
    ran = fastmap(*command(file))

    assert "Traceback" not in ran.err
    assert [(other.returncode, other.stdout) for other in others] == [(2, "")]
    assert "is an assessment" in ran.out + ran.err


def test_nothing_is_overwritten_by_new_and_sample(sample):
    before = digest(sample)

    assert "already" in refused("new", sample, "--name", "X", "--country", "ES")
    assert "already" in refused("sample", sample)
    assert digest(sample) == before


def test_every_mistake_of_a_profile_is_told_at_once(tmp_path):
    path = tmp_path / "x.fastmap"

    told = refused(
        "new", path, "--name", " ", "--country", "ES", "--nuts", "FR10", "--sector", "no", "--language", "xx"
    )

    assert all(word in told for word in ("name", "FR10", "“no”" if "“no”" in told else '"no"', "xx"))
    assert not path.exists()


def test_a_list_without_a_name_column_says_which_columns_it_has(file, tmp_path):
    told = refused("members", file, filled_table(tmp_path, "firma x,gente\nA,3\n"))

    assert "name" in told
    assert "firma x" in told
    assert Assessment.open(file, read_only=True).history() == ()


def test_a_folder_is_no_table(file, tmp_path):
    assert str(tmp_path) in refused("members", file, tmp_path)


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["anlyse"], "analyse"),
        (["analyse"], "FILE"),
        (["members", "x.fastmap"], "TABLE"),
        (["new", "x.fastmap", "--name", "A"], "--country"),
        (["report", "x.fastmap"], "--excel"),
        (["report", "x.fastmap", "--pfd", "x"], "--pdf"),
        (["vocabulary", "match", "x"], "--language"),
        (["vocabulary", "match", "x", "--language", "english"], "english"),
        (["vocabulary", "match", "x", "--language", "en", "--top", "0"], "--top"),
        (["forms", "x.fastmap", "--out", "o", "--blank", "--member", "M001"], "--blank"),
        (["analyse", "x.fastmap", "y"], "y"),
    ],
)
def test_a_mistyped_command_line_gets_one_line_that_names_what_is_wrong(arguments, word):
    assert word in refused(*arguments)


@pytest.mark.parametrize("command", ["report", "forms"])
def test_an_unknown_language_is_answered_with_those_there_are(sample, command, tmp_path):
    target = ["--pdf", tmp_path / "r.pdf"] if command == "report" else ["--out", tmp_path / "f"]

    told = refused(command, sample, *target, "--language", "tlh")

    assert "tlh" in told
    assert "en, de, es, fr, hu, it, ro" in told
    assert list(tmp_path.iterdir()) == []


def test_report_into_a_missing_folder_names_the_folder(sample, tmp_path):
    assert "nowhere" in refused("report", sample, "--pdf", tmp_path / "nowhere" / "r.pdf")


def test_folders_are_named_in_full(sample, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert str(tmp_path / "nowhere") in refused("report", sample, "--pdf", "nowhere/r.pdf")


def test_report_onto_a_target_that_is_open_leaves_it(sample, tmp_path):
    target = tmp_path / "r.xlsx"
    target.write_text("mine")
    (tmp_path / ".~lock.r.xlsx#").touch()

    assert "r.xlsx" in refused("report", sample, "--excel", target)
    assert target.read_text() == "mine"


@pytest.mark.parametrize("kind", ["pdf", "excel", "word", "json", "csv", "pictures"])
def test_a_report_never_replaces_the_assessment_it_is_made_from(sample, tmp_path, kind):
    file = tmp_path / "t.fastmap"
    shutil.copy(sample, file)
    (tmp_path / "link.out").symlink_to(file)
    before = digest(file)

    told = [refused("report", file, f"--{kind}", file), refused("report", file, f"--{kind}", tmp_path / "link.out")]

    assert digest(file) == before
    assert all("Nothing was written" in line for line in told)


def test_word_papers_are_written_and_what_an_edition_lacks_is_told(sample, tmp_path):
    done = fastmap("report", sample, "--word", tmp_path / "papers", "--anonymous")

    assert done.status == 0
    assert [line[:8] for line in done.err.splitlines()] == ["Written:", "There ar"]
    assert "no introduction mails in the anonymous edition" in done.err
    assert len(list((tmp_path / "papers").glob("*.docx"))) == 3


def test_a_report_never_replaces_another_assessment_whatever_its_name(sample, tmp_path):
    other = tmp_path / "last round.xlsx"
    shutil.copy(sample, other)

    told = refused("report", sample, "--excel", other)

    assert "is an assessment" in told
    assert digest(other) == digest(sample)


def test_two_reports_of_the_same_name_are_refused_before_either_is_written(sample, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    told = [
        refused("report", sample, "--excel", "o.out", "--pdf", tmp_path / "o.out"),
        refused("report", sample, "--csv", "o.out", "--json", "o.out"),
    ]

    assert all("o.out is named twice" in line for line in told)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["pdf", "excel"])
def test_report_on_a_full_disk_leaves_the_old_one_and_nothing_beside(sample, tmp_path, kind):
    target = tmp_path / "r.out"
    target.write_text("last year's")

    done = subprocess.run(
        [*MAIN, "report", str(sample), f"--{kind}", str(target)],
        capture_output=True,
        text=True,
        check=False,
        # Compiled modules would be cut off, too, and stay so for whoever starts the program next.
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)),
    )

    assert (done.returncode, done.stdout) == (2, "")
    assert "room" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert str(tmp_path) in done.stderr
    assert target.read_text() == "last year's"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.slow
@pytest.mark.parametrize("limit", [20_000, 200_000])
def test_sample_on_a_full_disk_leaves_no_half_file(tmp_path, limit):
    done = subprocess.run(
        [*MAIN, "sample", str(tmp_path / "s.fastmap")],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )

    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_backups_that_cannot_be_made_are_told_and_stop_nothing(file, tmp_path):
    (tmp_path / "data").write_text("a file where a folder belongs")

    with own_computer(tmp_path / "data"):
        ran = fastmap("members", file, SAMPLE_TABLES / "members.csv")
        again = fastmap("members", file, SAMPLE_TABLES / "members.csv")

    assert (ran.status, again.status) == (0, 0)
    assert "backup" in again.err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anything")
def test_a_protected_file_is_refused_before_any_work(file):
    file.chmod(0o444)

    assert "protected" in refused("members", file, SAMPLE_TABLES / "members.csv")


def test_messages_come_in_the_language_of_the_screen(tmp_path):
    with own_computer(tmp_path, "es"):
        told = [refused("analyse", "nix.fastmap"), refused("anlyse"), refused("analyse")]

    assert all("There is" not in line and "See:" not in line for line in told)
    assert "No existe" in told[0]


@pytest.mark.parametrize(
    ("arguments", "spanish"),
    [
        (["analyse", "x.fastmap", "y"], "«y» sobra"),
        (["report", "x.fastmap", "--pdf"], "--pdf necesita un valor"),
        (["report", "x.fastmap", "--anonymous=1"], "--anonymous no admite"),
        (
            ["vocabulary", "match", "x", "--language", "en", "--top", "0"],
            "0 no está entre los valores admitidos (1–50)",
        ),
        (["vocabulary", "match", "x", "--language", "en", "--top", "a"], "«a» no es un número entero"),
        (["forms", "x.fastmap", "--out", "o", "--blank", "--member", "M001"], "--blank y --member se excluyen"),
    ],
)
def test_what_is_wrong_with_a_command_line_is_told_in_spanish_throughout(tmp_path, arguments, spanish):
    with own_computer(tmp_path, "es"):
        assert spanish in refused(*arguments)


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="a folder that takes no file even from root")
def test_a_file_that_cannot_be_made_is_not_to_be_copied():
    told = refused("new", "/proc/a.fastmap", "--name", "A", "--country", "ES")

    assert "cannot be made" in told
    assert "copy" not in told


@pytest.mark.parametrize(
    ("content", "spanish"),
    [
        (b"[survey]\nname = 'A\xf1o'\n", "UTF-8"),
        (b"[survey]\nname 3\n", "línea 2, columna 6"),
        (b"x = [1,", "falta cerrar"),
    ],
)
def test_why_a_mapping_cannot_be_read_is_told_in_plain_words(file, tmp_path, content, spanish):
    mapping = tmp_path / "map.toml"
    mapping.write_bytes(content)

    with own_computer(tmp_path / "data", "es"):
        told = refused("import-survey", file, SAMPLE_TABLES / "members.csv", "--mapping", mapping)

    assert spanish in told
    assert not any(word in told for word in ("codec", "decode", "Expected", "Invalid", "Unclosed"))


def test_a_reader_that_has_seen_enough_ends_the_command_quietly(sample):
    with subprocess.Popen(
        [*MAIN, "analyse", str(sample), "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        first = process.stdout.readline()
        process.stdout.close()
        told = process.stderr.read()

    assert (first, told, process.returncode) == (b"{\n", b"", 0)


def test_file_names_that_are_no_text_are_told_all_the_same(file, tmp_path):
    name = os.fsdecode(b"caf\xe9.xlsx")
    folder = tmp_path / "returned"
    folder.mkdir()
    (folder / name).touch()

    done = subprocess.run(
        [*MAIN, "import", str(file), str(folder), "--json"],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        check=False,
    )

    assert (done.returncode, done.stderr) == (1, b"")
    assert b"caf" in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="names are always text there")
def test_answers_from_files_whose_names_are_no_text_are_stored(file, tmp_path):
    with Assessment.open(file, read_only=True) as assessment:
        identity = assessment.snapshot().info.id
    folder = tmp_path / "returned"
    folder.mkdir()
    fastmap("members", file, filled_table(tmp_path, "code,name\nM001,Taller 1\n"))
    write_filled(folder / "a.xlsx", ONE_NEED, assessment=identity).rename(folder / os.fsdecode(b"\xe9.xlsx"))
    (folder / os.fsdecode(b"\xe9.pdf")).write_bytes(b"%PDF-1.7 a scan")
    survey = tmp_path / os.fsdecode(b"\xe9.csv")
    survey.write_text("skill\nMilling\n", encoding="utf-8")
    mapping = tmp_path / os.fsdecode(b"\xe9.toml")
    mapping.write_text(
        '[survey]\nname = "S"\nlanguage = "en"\n[respondent]\nanonymous = true\n[[skills]]\ncolumn = "skill"\n',
        encoding="utf-8",
    )

    ran = [
        fastmap("import", file, folder),
        fastmap("import", file, folder),
        fastmap("import-survey", file, survey, "--mapping", mapping),
    ]

    with Assessment.open(file, read_only=True) as assessment:
        names = {response.source_name for response in assessment.snapshot().responses}
        kept = [attachment.name for attachment in assessment.attachments()]
    assert [one.status for one in ran] == [1, 1, 0]
    assert names == {"\ufffd.xlsx", "\ufffd.csv"}
    assert kept == ["\ufffd.pdf"]


@pytest.mark.skipif(os.name == "nt", reason="names are always text there")
def test_an_assessment_whose_name_is_no_text_works_like_any_other(tmp_path):
    folder = tmp_path / os.fsdecode(b"carpeta \xf1")
    folder.mkdir()
    file = folder / os.fsdecode(b"a\xf1o.fastmap")

    ran = [
        fastmap("new", file, "--name", "Metal", "--country", "ES"),
        fastmap("members", file, SAMPLE_TABLES / "members.csv"),
        fastmap("check", file),
        fastmap("analyse", file),
        fastmap("forms", file, "--out", folder / os.fsdecode(b"\xf1")),
        fastmap("report", file, "--json", folder / os.fsdecode(b"\xf1.json")),
    ]

    assert [one.err for one in ran if one.status] == []
    assert "ACK" not in fastmap("edit-loop", file, "--list").out
