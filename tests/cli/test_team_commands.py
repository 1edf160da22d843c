"""``fastmap team-forms`` and what comes back through ``fastmap import``."""

import json

import pytest

from tests.support.command_line import fastmap
from tests.support.team_answers import TEAM, write_questionnaire


def assessment_of(file):
    from fastmap.assessment import Assessment

    with Assessment.open(file, read_only=True) as assessment:
        return assessment.snapshot().info.id


@pytest.mark.parametrize("language", ["en", "hu"])
def test_both_questionnaires_are_written(file, tmp_path, language):
    ran = fastmap("team-forms", file, "--out", tmp_path / "team", "--language", language, "--json")

    assert ran.status == 0
    written = json.loads(ran.out)["forms"]
    assert [one["side"] for one in written] == ["staff", "stakeholder"]
    assert {path.name for path in (tmp_path / "team").iterdir()} == {
        f"team_staff_{language}.xlsx",
        f"team_stakeholder_{language}.xlsx",
    }


def test_a_language_that_no_form_is_in_is_refused(file, tmp_path):
    ran = fastmap("team-forms", file, "--out", tmp_path / "team", "--language", "fi")

    assert ran.status == 2
    assert not (tmp_path / "team").exists()


def test_filled_questionnaires_count_after_an_import_and_appear_in_the_analysis(file, tmp_path):
    folder = tmp_path / "back"
    folder.mkdir()
    form = {"assessment": assessment_of(file)}
    everything = {f"item_{item}": 3 for item in TEAM.items}
    write_questionnaire(folder / "a.xlsx", {"manages": "yes_no.yes", "digcomp": 6, **everything}, **form)
    write_questionnaire(folder / "b.xlsx", {"pick_strategy": "x"}, side="stakeholder", **form)

    ran = fastmap("import", file, folder, "--json")

    (first, second) = json.loads(ran.out)["files"]
    assert first["team"] == {"respondent": "T001", "role": "manager", "answered": 53}
    assert (second["team"]["role"], second["state"]) == ("stakeholder", "partial")
    told = json.loads(fastmap("analyse", file, "--json").out)
    assert (told["team"]["respondents"], told["team"]["stakeholders"], told["team"]["mastered"]) == (1, 1, 1)
    (found,) = [one for one in told["steps"]["develop"]["indicators"] if one["key"] == "team_assessment"]
    assert (found["value"], found["met"]) == (1, True)


def test_taking_the_same_files_again_changes_nothing(file, tmp_path):
    path = write_questionnaire(tmp_path / "a.xlsx", {"item_crm": 3}, assessment=assessment_of(file))
    fastmap("import", file, path)

    ran = fastmap("import", file, path, "--json")

    assert json.loads(ran.out)["files"][0]["state"] == "duplicate"
