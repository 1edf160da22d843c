"""requirements.lock: everything pinned, hashed, and nothing about the machine it was made on."""

import re
import tomllib

import pytest

import dev
from tools.lock_file import leaks_in, locked_names, normalised


@pytest.fixture(scope="module")
def lock_text():
    return (dev.ROOT / "requirements.lock").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def project():
    return tomllib.loads((dev.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_every_pinned_package_has_a_hash(lock_text):
    blocks = re.split(r"\n(?=\S)", lock_text.strip())

    assert blocks
    assert [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block] == []


@pytest.mark.parametrize(
    "leak", ["http:", "https:", "://", "--index", "--extra-index", "--find-links", "file:", "/", "@"]
)
def test_lock_names_neither_registry_nor_folder(lock_text, leak):
    assert leak not in lock_text


def test_lock_holds_nothing_but_pins_and_hashes(lock_text):
    assert leaks_in(lock_text) == []


@pytest.mark.parametrize(
    "line",
    ["--index-url https://example.org/simple", "# made by", "-e .", "tiny @ file:///tmp/tiny.whl", "tiny>=1"],
)
def test_anything_else_in_a_lock_is_noticed(line):
    assert leaks_in(f"tiny==1.0 \\\n    --hash=sha256:00ff\n{line}\n") == [line]


def test_lock_holds_every_declared_dependency(lock_text, project):
    declared = project["dependencies"] + project["optional-dependencies"]["dev"]
    names = {normalised(re.split(r"[<>=!~\[ ]", requirement)[0]) for requirement in declared}

    assert names - locked_names(lock_text) == set()


def test_every_dependency_has_an_upper_bound(project):
    declared = project["dependencies"] + project["optional-dependencies"]["dev"]

    assert [requirement for requirement in declared if ">=" not in requirement or ",<" not in requirement] == []
