"""Texts that nothing says are removed: every one of them would be translated for nothing."""

import re
from pathlib import Path

import pytest

from fastmap.catalogue.texts import load_texts

ROOT = Path(__file__).parents[2]
SOURCES = "\n".join(
    path.read_text(encoding="utf-8")
    for room in ("fastmap", "exports", "ui")
    for path in sorted((ROOT / room).rglob("*.py"))
)
_LITERALS = set(re.findall(r'"([a-z0-9_.]+)"', SOURCES))
_BEGINNINGS = tuple(set(re.findall(r'f"([a-z0-9_]+\.[a-z0-9_.]*)\{', SOURCES)))
_NOT_SAID_YET = {"vocabulary.esco_changed"}
"""Waits for its place: ESCO's terms ask for it beside labels and kinds."""


@pytest.mark.parametrize("subject", ["advice", "demand", "form", "team_form", "team_result", "vocabulary"])
def test_every_text_is_said_somewhere(subject: str) -> None:
    keys = [key for key in load_texts("en").entries if key.startswith(f"{subject}.")]

    unsaid = {key for key in keys if key not in _LITERALS and not key.startswith(_BEGINNINGS)}

    assert unsaid - _NOT_SAID_YET == set()
