"""The list of threats names tests that exist, and the window keeps away from widgets that show markup."""

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
ROOT = TESTS.parent
NAMED = re.compile(r"`([\w/]+\.py)?::(test_\w+)`")
SHOWS_HTML = re.compile(
    r"\b(QTextBrowser|QWebEngineView|setHtml|insertHtml|appendHtml|setMarkdown|setOpenExternalLinks)\b"
)


def named_tests():
    file = ""
    for name, test in NAMED.findall((ROOT / "docs" / "threats-and-tests.md").read_text(encoding="utf-8")):
        file = name or file
        yield file, test


@pytest.mark.parametrize(("file", "test"), tuple(named_tests()))
def test_every_test_that_stands_against_a_threat_exists(file, test):
    assert f"def {test}(" in (TESTS / file).read_text(encoding="utf-8")


def test_the_threats_from_files_are_all_listed():
    rows = re.findall(r"^\| (\d+)", (ROOT / "docs" / "threats-and-tests.md").read_text(encoding="utf-8"), re.MULTILINE)

    assert {int(number) for number in rows} >= {*range(8, 39), 45, 46, 47, 49}


def test_the_window_has_no_widget_that_shows_html():
    """Text of others is drawn as it is. Whoever needs rich text one day has to say here how it is kept apart."""
    found = {
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in (ROOT / "ui").rglob("*.py")
        for match in SHOWS_HTML.finditer(path.read_text(encoding="utf-8"))
    }

    assert found == set()
