"""The one screen that `analyse` prints."""

import json

from fastmap.assessment import Assessment
from fastmap.changes import SetPriorityWeights
from fastmap.model.weights import PriorityWeights
from tests.support.command_line import fastmap, own_computer

SURVEY = 'Skill\n"Welding, CAD design"\n"Welding, French"\nWelding\n'
MAPPING = """
[survey]
name = "Quick poll"
language = "en"
[respondent]
anonymous = true
[[skills]]
column = "Skill"
split = ["comma"]
"""


def test_the_screen_shows_ranking_steps_and_next_decisions(sample):
    ran = fastmap("analyse", sample)

    assert (ran.status, ran.err) == (0, "")
    assert "25 of 37 members asked have answered (68%)." in ran.out
    assert "  1. welding" in ran.out
    assert "prepare first" in ran.out
    assert "  3. [" in ran.out
    assert max(len(line) for line in ran.out.split("Next decisions")[0].splitlines()) < 120


def test_the_screen_says_when_the_cluster_changed_the_weights(sample):
    weights = PriorityWeights(reach=0.4, size=0.15, severity=0.2, urgency=0.15, scarcity=0.1)
    with Assessment.open(sample) as assessment:
        assessment.apply(SetPriorityWeights(weights=weights))

    ran = fastmap("analyse", sample)
    data = json.loads(fastmap("analyse", sample, "--json").out)

    assert "reach 40% (usually 30%)" in ran.out
    assert data["priority_weights"]["changed"] is True
    assert data["priority_weights"]["used"]["size"] == 0.15


def test_the_screen_speaks_spanish(sample, tmp_path):
    with own_computer(tmp_path, "es"):
        ran = fastmap("analyse", sample)

    assert "  1. soldadura" in ran.out
    assert "Los cuatro pasos" in ran.out


def test_verdicts_without_any_figure_say_so_and_few_skills_are_shown_in_groups_too(file, tmp_path):
    (tmp_path / "poll.csv").write_text(SURVEY, encoding="utf-8")
    (tmp_path / "map.toml").write_text(MAPPING, encoding="utf-8")
    taken = fastmap("import-survey", file, tmp_path / "poll.csv", "--mapping", tmp_path / "map.toml")

    ran = fastmap("analyse", file)

    assert (taken.status, taken.out) == (0, "")
    assert "Rows: 3. Answers taken: 3, with needs: 5." in taken.err
    assert "balanced (nobody gave figures)" in ran.out
    assert "groups of skills" in ran.out


def test_an_empty_file_says_what_is_missing_instead_of_zeros(file):
    ran = fastmap("analyse", file)

    assert "No member has been asked yet." in ran.out
    assert "No skill is named by three members yet." in ran.out
    assert "0 of 0" not in ran.out
    assert "0 more" not in ran.out
