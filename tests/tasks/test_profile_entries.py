"""What people type into the profile form."""

from datetime import date

import pytest

from fastmap.model.snapshot import AssessmentInfo
from fastmap.tasks.profile import round_problems, understand_people, understand_year


@pytest.mark.parametrize(("text", "number"), [("40", 40), ("1 200", 1200), ("0", 0), ("ca. 5", 5)])
def test_clear_numbers_are_taken(text, number):
    assert understand_people(text) == number


@pytest.mark.parametrize("text", ["many", "3-4", "-1", "1.200", "99999999999", "2.5"])
def test_numbers_that_would_be_a_guess_are_not_taken(text):
    assert understand_people(text) is None


@pytest.mark.parametrize(
    ("text", "year"), [("1998", 1998), ("2026", 2026), ("1799", None), ("2027", None), ("98", None)]
)
def test_years_lie_between_1800_and_now(text, year):
    assert understand_year(text, newest=2026) == year


def test_round_needs_a_title_and_ends_after_its_beginning():
    info = AssessmentInfo(id="x", title="", round_label="1", round_start=date(2026, 5, 2), round_end=date(2026, 5, 1))

    assert [problem.key for problem in round_problems(info)] == ["round.no_title", "round.ends_before_start"]
    assert not [*round_problems(AssessmentInfo(id="x", title="t", round_label="1", round_start=date(2026, 5, 2)))]
