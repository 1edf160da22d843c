"""One process imports again and again while others open and search the index."""

import subprocess
import sys
import textwrap
from pathlib import Path

from fastmap.vocabulary import generations
from fastmap.vocabulary.esco import import_packages
from fastmap.vocabulary.index import open_index
from tests.support.esco_packages import WELDING, english_package, relations_package, spanish_package

ROOT = Path(__file__).resolve().parents[2]
READER = """
    import sys
    from pathlib import Path
    from fastmap.vocabulary.index import open_index
    folder = Path(sys.argv[1])
    opened = 0
    print("ready", flush=True)
    while not (folder.parent / "stop").exists():
        (match,) = open_index(folder).match(["weld metals"], "en")
        assert match.candidates[0].uri == sys.argv[2], match
        opened += 1
    print(opened, flush=True)
"""
WRITER = """
    import sys
    from pathlib import Path
    from fastmap.vocabulary.esco import import_packages
    import_packages([Path(sys.argv[2])], Path(sys.argv[1]))
"""


def start(code, *arguments):
    command = [sys.executable, "-c", textwrap.dedent(code), *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_readers_always_find_a_whole_index(tmp_path):
    folder = tmp_path / "vocabulary"
    english, relations, spanish = english_package(tmp_path), relations_package(tmp_path), spanish_package(tmp_path)
    import_packages([english], folder)

    with start(READER, folder, WELDING) as reader:
        reader.stdout.readline()
        for _ in range(6):
            import_packages([spanish, relations], folder)
            import_packages([english_package(tmp_path, version="1.2.0")], folder)
            import_packages([english], folder)
        (tmp_path / "stop").touch()
        opened, errors = reader.communicate(timeout=30)

    assert (reader.returncode, errors) == (0, "")
    assert int(opened) > 0


def test_an_index_opened_before_an_import_goes_on_working(tmp_path):
    folder = tmp_path / "vocabulary"
    import_packages([english_package(tmp_path)], folder)
    index = open_index(folder)

    import_packages([spanish_package(tmp_path)], folder)

    assert index.match(["weld metals"], "en")[0].candidates[0].uri == WELDING
    assert len(list(folder.glob("gen-*"))) == 1


def test_two_imports_at_the_same_time_both_count(tmp_path):
    folder = tmp_path / "vocabulary"
    packages = (english_package(tmp_path), relations_package(tmp_path), spanish_package(tmp_path))

    writers = [start(WRITER, folder, package) for package in packages]
    outcomes = [(writer.communicate(timeout=60)[1], writer.returncode) for writer in writers]

    assert outcomes == [("", 0)] * 3
    assert {part.subject for part in generations.current(folder).parts()} >= {"broader", "hierarchy", "labels"}
    assert open_index(folder).skill(WELDING).labels == {"en": "weld metals", "es": "soldar metales"}
    assert open_index(folder).skill(WELDING).group_labels == {"en": "group S7.1"}
