"""Every refusal of the store has a sentence in every language, and carries the facts the sentence needs."""

import re
from pathlib import Path

import pytest

from fastmap.catalogue.texts import load_texts
from fastmap.store.failures import _CODES

ROOT = Path(__file__).resolve().parents[2] / "fastmap"
SOURCES = [source for room in ("store", "changes", "assessment") for source in (ROOT / room).rglob("*.py")]
RAISED = re.compile(r'FastmapError\(\s*"(?P<code>\w+)"(?P<facts>(?:[^()]|\([^()]*(?:\([^()]*\)[^()]*)*\))*)\)')
PLACE = re.compile(r"\{(\w+)\}")


def raised():
    """Code and names of facts of every error that the sources raise by name."""
    for source in SOURCES:
        for call in RAISED.finditer(source.read_text(encoding="utf-8")):
            yield call["code"], set(re.findall(r"(\w+)=", call["facts"]))
    yield from ((code, {"file"}) for code in _CODES.values() if code not in {"disk_full", "file_damaged"})


def test_the_sources_raise_at_least_the_known_refusals():
    codes = {code for code, _ in raised()}

    assert {"file_missing", "file_foreign", "file_newer", "file_exists", "file_replaced", "disk_full"} <= codes
    assert len(codes) > 20


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_refusal_has_its_sentence_and_its_facts(language):
    own = load_texts(language).entries

    for code, facts in raised():
        assert f"error.{code}" in own, code
        needed = set(PLACE.findall(str(own[f"error.{code}"])))
        assert needed <= facts, f"{code} needs {needed - facts}"
