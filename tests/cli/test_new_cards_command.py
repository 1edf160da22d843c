"""`fastmap new-cards`: said first, done with --yes, told in the history, and kept from files that are open elsewhere."""

import shutil

from fastmap.assessment import Assessment
from tests.support.command_line import fastmap
from tests.support.holding import held_elsewhere
from tests.support.pdf_text import pages_of


def written(file, target):
    assert fastmap("cards", file, "--out", target).status == 0
    return "".join(pages_of(target))


def copy_of(sample, tmp_path):
    path = tmp_path / "round.fastmap"
    shutil.copy(sample, path)
    return path


def test_without_yes_it_only_says_what_would_happen(sample, tmp_path):
    file = copy_of(sample, tmp_path)
    before = file.read_bytes()

    ran = fastmap("new-cards", file)

    assert (ran.status, ran.out) == (2, "")
    assert "Nothing was changed. All code cards of round.fastmap" in ran.err
    assert "--yes" in ran.err
    assert file.read_bytes() == before


def test_cards_written_after_it_bear_other_codes_and_the_history_says_so(sample, tmp_path):
    file = copy_of(sample, tmp_path)
    old = written(file, tmp_path / "old.pdf")

    ran = fastmap("new-cards", file, "--yes")

    assert ran.status == 0
    assert "The old code cards of round.fastmap no longer work." in ran.err
    new = written(file, tmp_path / "new.pdf")
    assert new != old
    assert written(file, tmp_path / "again.pdf") == new
    assert "make all code cards void and give new codes" in fastmap("history", file, "--last", "1").out
    with Assessment.open(file) as assessment:
        assert assessment.can_undo is None or assessment.can_undo.key != "change.renew_cards"


def test_a_file_that_the_window_has_open_is_left_alone(sample, tmp_path):
    file = copy_of(sample, tmp_path)
    with held_elsewhere(file):
        before = file.read_bytes()

        ran = fastmap("new-cards", file, "--yes")

        assert ran.status == 2
        assert file.read_bytes() == before
