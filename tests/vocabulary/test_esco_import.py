import random
import struct
import zipfile

import pytest

from fastmap.errors import Cancelled, FastmapError
from fastmap.model.choices import SkillKind, SkillSource
from fastmap.progress import silent
from fastmap.vocabulary import generations
from fastmap.vocabulary.esco import import_packages, read_packages
from fastmap.vocabulary.index import open_index
from tests.support.esco_packages import (
    ENGLISH,
    GERMAN,
    NARROW,
    PYTHON,
    RECYCLING,
    STAFF,
    TEAMS,
    WELDING,
    as_csv,
    english_package,
    relations_package,
    skills_table,
    spanish_package,
    write_zip,
)


@pytest.fixture
def store(tmp_path):
    return tmp_path / "data" / "vocabulary"


def content(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def esco_lines(index):
    return [(line.version, line.language, line.skills) for line in index.status() if line.source is SkillSource.ESCO]


def test_both_packages_together_bring_skills_kinds_and_groups(tmp_path, store):
    summary = import_packages([relations_package(tmp_path), english_package(tmp_path)], store)

    index = open_index(store)
    assert (summary.skills, summary.groups, summary.changed, summary.missing) == (6, 5, True, ())
    assert {uri: index.skill(uri).kind for uri in ENGLISH} == {
        WELDING: SkillKind.TECHNICAL,
        GERMAN: SkillKind.LANGUAGE,
        PYTHON: SkillKind.DIGITAL,
        RECYCLING: SkillKind.GREEN,
        TEAMS: SkillKind.TRANSVERSAL,
        STAFF: SkillKind.MANAGEMENT,
    }
    assert {uri: index.skill(uri).group_labels["en"] for uri in ENGLISH} == {
        WELDING: "group S7.1",
        GERMAN: "group L1",
        PYTHON: "group K0613",
        RECYCLING: "group S7.1",
        TEAMS: "group T4.3",
        STAFF: "group S4.8",
    }


def test_labels_are_counted_as_listed_and_as_different(tmp_path, store):
    summary = import_packages([english_package(tmp_path)], store)

    (line,) = summary.sources
    assert (line.version, line.language, line.skills) == ("1.1.1", "en", 6)
    assert (line.labels, line.distinct_labels) == (15, 14)


def test_the_order_of_packages_and_imports_makes_no_difference(tmp_path, store):
    english, relations, spanish = english_package(tmp_path), relations_package(tmp_path), spanish_package(tmp_path)

    import_packages([english, relations, spanish], store)
    for package in (spanish, relations, english):
        import_packages([package], tmp_path / "other")

    assert generations.current(store).path.name == generations.current(tmp_path / "other").path.name


def test_importing_the_same_again_changes_not_a_byte(tmp_path, store):
    packages = [english_package(tmp_path), relations_package(tmp_path)]
    import_packages(packages, store)
    before = content(store)

    again = import_packages(packages, store)

    assert again.changed is False
    assert content(store) == before


def test_another_language_stands_beside_the_first(tmp_path, store):
    import_packages([english_package(tmp_path)], store)

    import_packages([spanish_package(tmp_path)], store)

    index = open_index(store)
    assert esco_lines(index) == [("1.1.1", "en", 6), ("1.0.x", "es", 2)]
    assert index.skill(WELDING).labels == {"en": "weld metals", "es": "soldar metales"}


def test_a_newer_version_replaces_the_older_and_drops_withdrawn_skills(tmp_path, store):
    import_packages([english_package(tmp_path)], store)
    newer = {uri: row for uri, row in ENGLISH.items() if uri != STAFF}

    import_packages([english_package(tmp_path, version="1.2.0", labels=newer)], store)

    index = open_index(store)
    assert esco_lines(index) == [("1.2.0", "en", 5)]
    assert STAFF not in index


def test_of_two_versions_in_one_import_the_newer_counts(tmp_path, store):
    older = english_package(tmp_path, version="1.0.9", labels={WELDING: ENGLISH[WELDING]})
    newer = english_package(tmp_path, version="1.1.1")

    import_packages([newer, older], store)

    assert esco_lines(open_index(store)) == [("1.1.1", "en", 6)]


def test_what_became_of_each_package_is_told(tmp_path, store):
    older = english_package(tmp_path, version="1.0.9", labels={WELDING: ENGLISH[WELDING]})
    newer = english_package(tmp_path, version="1.1.1")

    def states(*packages):
        return [(line.state, line.version, line.other) for line in import_packages(packages, store).packages]

    assert states(newer, older) == [("taken", "1.1.1", None), ("left_out", "1.0.9", "1.1.1")]
    assert states(newer) == [("again", "1.1.1", None)]
    assert states(older) == [("older", "1.0.9", "1.1.1")]
    assert states(newer, relations_package(tmp_path)) == [("newer", "1.1.1", "1.0.9"), ("no_names", None, None)]


def test_single_tables_are_taken_as_well(tmp_path, store):
    table = tmp_path / "skills_en.csv"
    table.write_text(skills_table(ENGLISH), "utf-8")

    summary = import_packages([table], store)

    assert (summary.skills, summary.missing) == (6, ("groups",))


def test_a_table_saved_again_with_semicolons_and_other_columns_is_read(tmp_path, store):
    header = tuple(reversed(NARROW))
    table = tmp_path / "skills_en.csv"
    lines = skills_table({GERMAN: ENGLISH[GERMAN]}, header).replace(",", ";")
    table.write_text("\ufeff" + lines.replace("preferredLabel", "PREFERRED LABEL"), "utf-8")

    import_packages([table], store)

    assert open_index(store).skill(GERMAN).labels["en"] == "German"


def test_relations_alone_wait_for_labels(tmp_path, store):
    first = import_packages([relations_package(tmp_path)], store)
    second = import_packages([english_package(tmp_path)], store)

    assert (first.skills, first.missing) == (0, ("labels", "groups"))
    assert (second.skills, second.groups) == (6, 5)


def test_skills_not_released_are_left_out(tmp_path, store):
    package = write_zip(tmp_path / "x v1.1.1.zip", {"skills_en.csv": skills_table(ENGLISH, status="obsolete")})

    with pytest.raises(FastmapError) as refusal:
        import_packages([package], store)

    assert refusal.value.code == "vocabulary_not_esco"


def test_cells_far_larger_than_usual_are_read(tmp_path, store):
    names = tuple(f"welding process number {number}" for number in range(9000))
    package = write_zip(
        tmp_path / "big v1.1.1.zip",
        {"skills_en.csv": skills_table({WELDING: ("skill/competence", "", "weld", names)})},
    )

    summary = import_packages([package], store)

    assert summary.sources[0].labels == 9001


def not_a_zip(folder):
    path = folder / "broken.zip"
    path.write_bytes(b"PK\x03\x04" + b"\0" * 200)
    return path


def cut_zip(folder):
    path = english_package(folder)
    path.write_bytes(path.read_bytes()[:-400])
    return path


def flipped_zip(folder):
    path = english_package(folder)
    raw = bytearray(path.read_bytes())
    raw[120:160] = bytes(40)
    path.write_bytes(bytes(raw))
    return path


def foreign_csv(folder):
    path = folder / "members.csv"
    path.write_text("code,name\nM001,Somebody\n", "utf-8")
    return path


def empty_file(folder):
    path = folder / "skills_en.csv"
    path.write_bytes(b"")
    return path


def spreadsheet(folder):
    return write_zip(folder / "answers.xlsx", {"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"})


def not_utf8(folder):
    path = folder / "skills_es.csv"
    path.write_bytes(skills_table({GERMAN: ("", "", "alemán", ())}).encode("latin-1"))
    return path


def without_labels(folder):
    return write_zip(folder / "esco v1.1.1.zip", {"skills_en.csv": as_csv(("conceptUri", "skillType"), [])})


def without_language(folder):
    path = folder / "skills.csv"
    path.write_text(skills_table(ENGLISH), "utf-8")
    return path


def bomb(folder):
    return write_zip(folder / "bomb.zip", {"skills_en.csv": b"a" * 3_000_000})


def many_entries(folder):
    return write_zip(folder / "many.zip", {f"{number}.csv": "" for number in range(600)})


def locked(folder):
    path = english_package(folder)
    raw = bytearray(path.read_bytes())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):  # the "encrypted" bit of every entry
        start = raw.find(mark)
        while start >= 0:
            flags = struct.unpack_from("<H", raw, start + place)[0]
            struct.pack_into("<H", raw, start + place, flags | 1)
            start = raw.find(mark, start + 4)
    path.write_bytes(bytes(raw))
    return path


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (not_a_zip, "vocabulary_damaged"),
        (cut_zip, "vocabulary_damaged"),
        (flipped_zip, "vocabulary_damaged"),
        (not_utf8, "vocabulary_damaged"),
        (foreign_csv, "vocabulary_not_esco"),
        (empty_file, "vocabulary_not_esco"),
        (spreadsheet, "vocabulary_not_esco"),
        (without_labels, "vocabulary_columns"),
        (without_language, "vocabulary_language"),
        (bomb, "vocabulary_too_large"),
        (many_entries, "vocabulary_too_large"),
        (locked, "vocabulary_protected"),
        (lambda folder: folder / "nowhere.zip", "vocabulary_missing"),
        (lambda folder: folder, "vocabulary_folder_empty"),
    ],
)
def test_a_bad_package_is_refused_and_nothing_changes(tmp_path, store, make, code):
    (tmp_path / "bad").mkdir()
    import_packages([spanish_package(tmp_path)], store)
    before = content(store)

    with pytest.raises(FastmapError) as refusal:
        import_packages([relations_package(tmp_path), make(tmp_path / "bad")], store)

    assert refusal.value.code == code
    assert content(store) == before


def test_a_folder_stands_for_the_packages_in_it(tmp_path, store):
    downloads = tmp_path / "downloads"
    downloads.mkdir()
    english_package(downloads)
    relations_package(downloads)
    (downloads / "read me.txt").write_text("not a package")

    summary = import_packages([downloads], store)

    assert (summary.changed, summary.missing) == (True, ())


def test_a_package_damaged_anywhere_is_taken_or_refused_but_never_crashes(tmp_path):
    whole = english_package(tmp_path).read_bytes()
    chance = random.Random(5)
    refused = 0
    for number in range(120):
        raw = bytearray(whole)
        for _ in range(chance.choice([1, 3, 30])):
            raw[chance.randrange(len(raw))] = chance.randrange(256)
        package = tmp_path / f"damaged {number} v1.1.1.zip"
        package.write_bytes(bytes(raw[: chance.choice([len(raw), chance.randrange(len(raw))])]))
        try:
            read_packages([package], silent)
        except FastmapError as refusal:
            refused += refusal.code.startswith("vocabulary_")

    assert refused > 60


def test_names_inside_a_package_never_become_files(tmp_path, store):
    package = tmp_path / "esco v1.1.1.zip"
    with zipfile.ZipFile(package, "w") as file:
        file.writestr("../../skills_en.csv", skills_table(ENGLISH))

    import_packages([package], store)

    assert not list(tmp_path.rglob("skills_en.csv"))


def test_a_cancelled_import_leaves_everything_as_it_was(tmp_path, store):
    import_packages([spanish_package(tmp_path)], store)
    before = content(store)

    def stop_at_building(progress):
        if progress.stage == "progress.building_vocabulary":
            raise Cancelled

    with pytest.raises(Cancelled):
        import_packages([english_package(tmp_path)], store, stop_at_building)

    assert content(store) == before


def test_a_folder_that_cannot_be_written_is_named(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("in the way", "utf-8")

    with pytest.raises(FastmapError) as refusal:
        import_packages([english_package(tmp_path)], blocked, silent)

    assert refusal.value.code == "vocabulary_store_unwritable"


def test_a_damaged_index_is_made_anew_from_what_was_imported(tmp_path, store):
    import_packages([english_package(tmp_path)], store)
    path = generations.current(store).path / "index" / "grams-texts.npy"
    path.write_bytes(path.read_bytes()[:50])

    index = open_index(store)

    assert index.match(["weld metals"], "en")[0].candidates[0].uri == WELDING


def test_damaged_parts_are_reported_and_mended_by_importing_again(tmp_path, store):
    import_packages([english_package(tmp_path)], store)
    for path in (generations.current(store).path / "parts").iterdir():
        path.write_bytes(b"\x1f\x8bnonsense")
    for path in (generations.current(store).path / "index").iterdir():
        path.unlink()

    with pytest.raises(FastmapError) as refusal:
        open_index(store)
    import_packages([english_package(tmp_path)], store)

    assert refusal.value.code == "vocabulary_store_damaged"
    assert WELDING in open_index(store)


def test_an_index_of_an_older_program_is_made_anew(tmp_path, store, monkeypatch):
    import_packages([english_package(tmp_path)], store)
    before = generations.current(store)
    monkeypatch.setattr("fastmap.vocabulary.building.FORMAT", 999)

    index = open_index(store)

    assert WELDING in index
    assert generations.current(store) != before
    assert not before.path.exists()


def test_progress_is_told_from_reading_to_building(tmp_path, store):
    stages = []

    import_packages([english_package(tmp_path)], store, lambda step: stages.append(step.stage))

    assert list(dict.fromkeys(stages)) == ["progress.reading_vocabulary", "progress.building_vocabulary"]
