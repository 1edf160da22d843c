"""Exports of other survey tools."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from fastmap.catalogue.texts import load_texts
from fastmap.errors import FastmapError
from fastmap.intake.survey import read_survey
from fastmap.intake.survey_texts import likely_language, split_skills
from fastmap.model.choices import Channel, Consequence, HiringReason, MemberStatus, ResponseState
from fastmap.model.responses import UnusedSkill
from tests.support.returned_forms import members, snapshot

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
MAPPINGS = Path(__file__).parents[1] / "data" / "intake"
REAL = Path(__file__).parents[3] / "shared" / "data" / "realworld"
BASE = """
[survey]
name = "Test"
languages = ["en", "es"]
language_column = "Lang"
language_values = { "Esp." = "es" }
received_column = "When"

[respondent]
name_column = "Company"

[fields.people_total]
column = "Staff"
values = { "1-9" = "5", "I don't know" = "" }

[[skills]]
column = "Which skills"
split = ["newline", "comma"]

[skills.fields.short_12m]
column = "How many"

[skills.fields.consequence]
column = "Then"
values = { "catastrophe" = "stops" }

[[skills]]
column = "Unused"
meaning = "unused"
"""
HEADER = "Company;Lang;When;Staff;Which skills, in your words?;How many;Then;Unused"


def survey(tmp_path, *rows, mapping=BASE, header=HEADER):
    (tmp_path / "map.toml").write_text(mapping, encoding="utf-8")
    (tmp_path / "export.csv").write_text("\n".join([header, *rows]), encoding="utf-8")
    return tmp_path / "export.csv", tmp_path / "map.toml"


def test_a_row_becomes_an_answer_of_its_member(tmp_path):
    paths = survey(
        tmp_path,
        "TALLER 1;Esp.;2026-04-01 10:30;40;Soldadura;3;catastrophe;Forja",
        'Nova;;;1-9;"1. PLC (Siemens, Omron), Excel";2;delays;',
    )

    outcome = read_survey(*paths, snapshot(), received_at=NOON)

    first, second = outcome.responses
    assert (first.member, first.language, first.channel) == ("M001", "es", Channel.SURVEY)
    assert first.received_at == datetime(2026, 4, 1, 10, 30, tzinfo=UTC)
    assert (first.people_total, first.needs[0].short_12m) == (40, 3)
    assert first.needs[0].consequence is Consequence.STOPS
    assert first.unused == (UnusedSkill(skill_text="Forja"),)
    assert first.raw["Which skills, in your words?"] == "Soldadura"
    assert (second.member, second.people_total, second.received_at) == ("M004", 5, NOON)
    assert [need.skill_text for need in second.needs] == ["PLC (Siemens, Omron)", "Excel"]
    assert [need.short_12m for need in second.needs] == [None, None]
    assert [(problem.code, problem.cell) for problem in second.problems] == [("figure_shared", "F3")]
    assert [(m.code, m.name, m.status) for m in outcome.members] == [("M004", "Nova", MemberStatus.ANSWERED)]


TWICE = """
[survey]
name = "T"
language = "en"
[respondent]
name_column = "Company"
"""
SKILL_AND_MORE = """
[[skills]]
column = "{skill}"
meaning = "{meaning}"
[skills.fields.{field}]
column = "{figure}"
[skills.fields.{other}]
column = "{more}"
"""


def blocks(*columns, meaning="need", field="short_now", other="consequence"):
    """Return a mapping of a survey that asks for one skill after the other."""
    return TWICE + "".join(
        SKILL_AND_MORE.format(skill=skill, figure=figure, more=more, meaning=meaning, field=field, other=other)
        for skill, figure, more in columns
    )


def test_a_skill_named_twice_in_a_row_keeps_what_both_columns_say(tmp_path):
    mapping = blocks(("S1", "N1", "C1"), ("S2", "N2", "C2"))
    paths = survey(
        tmp_path, "Nova;Welding;2;little;welding.;5;stops", mapping=mapping, header="Company;S1;N1;C1;S2;N2;C2"
    )

    (response,) = read_survey(*paths, snapshot()).responses

    assert [(need.row, need.skill_text) for need in response.needs] == [(1, "Welding")]
    assert (response.needs[0].short_now, response.needs[0].consequence) == (5, Consequence.STOPS)


def test_two_voices_about_training_nearby_stay_two_lines(tmp_path):
    mapping = blocks(("S1", "N1", "P1"), ("S2", "N2", "P2"), other="provision")
    paths = survey(
        tmp_path, "Nova;Welding;2;fits;Welding;5;misfit", mapping=mapping, header="Company;S1;N1;P1;S2;N2;P2"
    )

    (response,) = read_survey(*paths, snapshot()).responses

    assert [(need.row, need.short_now) for need in response.needs] == [(1, 2), (2, 5)]


def test_a_nonsense_figure_in_a_survey_is_not_counted(tmp_path):
    paths = survey(tmp_path, "Nova;;;40;Welding;999999;;")

    (response,) = read_survey(*paths, snapshot()).responses

    assert response.needs[0].short_12m is None
    assert [(problem.code, problem.cell) for problem in response.problems] == [("number_too_large", "F2")]
    assert response.raw["How many"] == "999999"


WHO = """
[survey]
name = "W"
language = "en"
[respondent]
{who}
[[skills]]
column = "Skill"
"""


def told(outcome):
    return [(r.member, r.state, [problem.code for problem in r.problems]) for r in outcome.responses]


def test_an_answer_of_one_of_two_members_with_the_same_name_waits(tmp_path):
    twins = (*members(2), replace(members(3)[2], name="Taller 1"))
    paths = survey(
        tmp_path, "taller 1;Welding", mapping=WHO.format(who='name_column = "Company"'), header="Company;Skill"
    )

    outcome = read_survey(*paths, snapshot(members=twins))

    assert told(outcome) == [(None, ResponseState.TO_CHECK, ["several_members"])]
    assert outcome.members == ()
    for language in ("en", "es"):
        assert "taller 1" in load_texts(language).say(outcome.problems[0].facts)


def test_a_row_whose_code_and_name_disagree_waits_and_does_not_stand_in_for_the_member(tmp_path):
    mapping = WHO.format(who='code_column = "Code"\nname_column = "Company"')
    rows = ["M001;Taller 2;Welding", "M001;Somebody else;PLC", "M001;;CAD", "m001;Taller 1, S. L.;CNC"]
    paths = survey(tmp_path, *rows, mapping=mapping, header="Code;Company;Skill")

    outcome = read_survey(*paths, snapshot())

    assert told(outcome) == [
        ("M001", ResponseState.TO_CHECK, ["name_of_other_member"]),
        ("M001", ResponseState.TO_CHECK, ["organisation_differs"]),
        ("M001", ResponseState.TO_CHECK, ["organisation_missing"]),
        ("M001", ResponseState.ACCEPTED, []),
    ]
    assert outcome.problems[0].cell == "B2"


def test_a_survey_that_asks_for_the_code_alone_is_taken_by_it(tmp_path):
    paths = survey(tmp_path, "M002;Welding", mapping=WHO.format(who='code_column = "Code"'), header="Code;Skill")

    assert told(read_survey(*paths, snapshot())) == [("M002", ResponseState.ACCEPTED, [])]


@pytest.mark.parametrize(
    ("who", "header", "rows"),
    [
        ('name_column = "Company"', "Company;Skill", [";Welding", ";Welding"]),
        ('anonymous = true\nid_column = "Id"', "Id;Skill", [";Welding", ";Welding"]),
        ("anonymous = true", "Other;Skill", ["x;Welding", "y;Welding"]),
    ],
)
def test_respondents_without_a_name_who_say_the_same_are_all_kept(tmp_path, who, header, rows):
    paths = survey(tmp_path, *rows, mapping=WHO.format(who=who), header=header)

    outcome = read_survey(*paths, snapshot(), received_at=NOON)
    again = read_survey(*paths, snapshot(members=(*members(), *outcome.members), responses=outcome.responses))

    assert (len(outcome.responses), outcome.unchanged) == (2, 0)
    assert (len(again.responses), again.unchanged) == (0, 2)


def test_a_figure_beside_no_skill_is_told(tmp_path):
    mapping = blocks(("S1", "N1", "C1"), ("S2", "N2", "C2"))
    paths = survey(
        tmp_path, "Nova;Welding;2;;none;5;", "Vega;PLC;1;;;;", mapping=mapping, header="Company;S1;N1;C1;S2;N2;C2"
    )

    first, second = read_survey(*paths, snapshot()).responses

    assert [need.skill_text for need in first.needs] == ["Welding"]
    assert [(problem.code, problem.cell) for problem in first.problems] == [("need_without_skill", "E2")]
    assert first.problems[0].facts.facts["row"] == 2
    assert first.raw["N2"] == "5"
    assert second.problems == ()


def test_an_answer_that_stands_beside_another_skill_as_well_is_not_lost(tmp_path):
    mapping = blocks(("S1", "N1", "C"), ("S2", "N2", "C"))
    paths = survey(tmp_path, "Nova;Welding;2;stops;;", mapping=mapping, header="Company;S1;N1;C;S2;N2")

    (response,) = read_survey(*paths, snapshot()).responses

    assert (response.needs[0].consequence, response.problems) == (Consequence.STOPS, ())


def test_several_reasons_in_one_cell_all_count_and_an_unknown_one_is_told(tmp_path):
    mapping = blocks(("S1", "R1", "H1"), ("S2", "R2", "H2"), field="hiring_reason", other="hiring")
    paths = survey(
        tmp_path,
        "Nova;Welding;few_applicants, lacked_skill;hard;PLC;few_applicants / the weather;hard",
        mapping=mapping,
        header="Company;S1;R1;H1;S2;R2;H2",
    )

    (response,) = read_survey(*paths, snapshot()).responses

    assert [need.hiring_reasons for need in response.needs] == [
        (HiringReason.FEW_APPLICANTS, HiringReason.LACKED_SKILL),
        (HiringReason.FEW_APPLICANTS,),
    ]
    assert [(problem.code, problem.cell) for problem in response.problems] == [("choice_unknown", "F2")]


def test_an_organisation_without_a_name_is_told(tmp_path):
    mapping = WHO.format(who='name_column = "Company"') + (
        '[[links]]\ncolumn = "School"\n[links.fields.kind]\ncolumn = "What"\n'
    )
    paths = survey(tmp_path, "Nova;Welding;;dual_training", mapping=mapping, header="Company;Skill;School;What")

    (response,) = read_survey(*paths, snapshot()).responses

    assert [(problem.code, problem.cell) for problem in response.problems] == [("link_without_name", "C2")]


def test_marks_that_turn_text_around_are_in_no_name_and_no_text_of_a_survey(tmp_path):
    paths = survey(
        tmp_path,
        "Taller\u202e 1;Weld\u202eing",
        mapping=WHO.format(who='name_column = "Company"'),
        header="Comp\u2066any;Skill",
    )

    (response,) = read_survey(*paths, snapshot()).responses

    assert response.member == "M001"
    assert response.needs[0].skill_text == "Welding"
    assert "Weld\u202eing" in response.raw.values()


def test_an_unused_skill_named_twice_keeps_the_larger_figure(tmp_path):
    mapping = TWICE + "".join(
        f'[[skills]]\ncolumn = "U{i}"\nmeaning = "unused"\n[skills.fields.people]\ncolumn = "N{i}"\n' for i in (1, 2)
    )
    paths = survey(tmp_path, "Nova;Forging;2;forging;5", mapping=mapping, header="Company;U1;N1;U2;N2")

    (response,) = read_survey(*paths, snapshot()).responses

    assert response.unused == (UnusedSkill(skill_text="Forging", people=5),)


def test_the_same_export_again_changes_nothing_and_changed_rows_wait(tmp_path):
    paths = survey(tmp_path, "Taller 1;en;;;Welding;1;;", "Taller 2;en;;;PLC;1;;")
    first = read_survey(*paths, snapshot(), received_at=NOON)
    recorded = snapshot(responses=first.responses)

    again = read_survey(*paths, recorded)
    survey(tmp_path, "Taller 1;en;;;Welding;5;;", "Taller 2;en;;;PLC;1;;")
    changed = read_survey(*paths, recorded)

    assert (again.responses, again.unchanged) == ((), 2)
    assert [(r.member, r.state) for r in changed.responses] == [("M001", ResponseState.TO_CHECK)]
    assert changed.problems[0].code == "second_version"


def test_unknown_columns_are_listed_with_those_near_them(tmp_path):
    paths = survey(tmp_path, header=HEADER.replace("Company", "Compny name").replace("Staff", "Employees"))

    with pytest.raises(FastmapError) as error:
        read_survey(*paths, snapshot())

    sentence = load_texts("en").say(error.value.message)
    assert error.value.code == "survey_columns_unknown"
    assert "“Company” (perhaps" in sentence
    assert "Compny name" in sentence
    assert "“Staff”" in sentence


def test_all_mistakes_of_a_mapping_are_listed_at_once(tmp_path):
    wrong = '[survey]\nlanguage = "klingon"\ncolour = "red"\n[respondent]\n[[skills]]\nsplit = ["dash"]\n'
    paths = survey(tmp_path, mapping=wrong)

    with pytest.raises(FastmapError) as error:
        read_survey(*paths, snapshot())

    assert error.value.code == "mapping_wrong"
    assert sorted(mistake.key for mistake in error.value.facts["mistakes"]) == [
        "mapping.missing",
        "mapping.no_respondent",
        "mapping.unknown_key",
        "mapping.unknown_language",
        "mapping.unknown_separator",
    ]
    for language in ("en", "es"):
        assert load_texts(language).say(error.value.message)


def test_a_mapping_that_is_no_toml_is_said_with_its_line(tmp_path):
    paths = survey(tmp_path, mapping="[survey\n")

    with pytest.raises(FastmapError) as error:
        read_survey(*paths, snapshot())

    assert error.value.code == "mapping_unreadable"
    assert "line 1" in load_texts("en").say(error.value.message)


def test_ratings_below_skills_in_the_header_become_needs(tmp_path):
    mapping = (
        '[survey]\nname = "R"\nlanguage = "en"\n[respondent]\nanonymous = true\n'
        '[[rated]]\ncolumns = "Need of: *"\nafter = "Need of:"\nvalues = ["High", "very high "]\n'
    )
    header = '"Need of:\u00a0Welding";"Need of:\nPLC";Other'
    paths = survey(tmp_path, "high;low;x", "Very  high;HIGH;", ";;y", mapping=mapping, header=header)

    outcome = read_survey(*paths, snapshot())

    assert [[need.skill_text for need in r.needs] for r in outcome.responses] == [["Welding"], ["Welding", "PLC"], []]
    assert len({member.code for member in outcome.members}) == 3


@pytest.mark.parametrize(
    ("cell", "skills"),
    [
        ("a, b\nc", ("a, b", "c")),
        ("Flexibility, Initiative", ("Flexibility", "Initiative")),
        ("1) One\n2) Two\n\n- Three\n• Four", ("One", "Two", "Three", "Four")),
        ("as above.", ()),
        ("n/a", ()),
        ("C++, C#, c++", ("C++", "C#")),
        ("Weld\u202eing, \u2066PLC\u2069", ("Welding", "PLC")),
        ("", ()),
    ],
)
def test_a_cell_is_split_by_the_first_separator_in_it(cell, skills):
    assert split_skills(cell, ["\n", ";", ","], {"as above"}) == skills


def test_the_language_is_told_by_small_words_and_the_first_one_in_doubt():
    languages = ["en", "fr", "es"]

    assert likely_language("Gestion de la production", languages) == "fr"
    assert likely_language("Conocimiento de la soldadura", languages) == "es"
    assert likely_language("Python", languages) == "en"


@pytest.mark.skipif(not REAL.is_dir(), reason="the public survey files lie beside the repository, and not here")
@pytest.mark.parametrize(
    ("file", "mapping", "rows", "needs"),
    [
        ("software_skills_survey_2017_canada_en_fr.csv", "software_survey_2017.toml", 110, 146),
        ("training_needs_survey_2026.xlsx", "training_needs_2026.toml", 260, 2443),
    ],
)
def test_real_surveys_are_read_twice_with_the_same_result(file, mapping, rows, needs):
    paths = REAL / file, MAPPINGS / mapping
    outcome = read_survey(*paths, snapshot(), received_at=NOON)

    again = read_survey(*paths, snapshot(members=outcome.members, responses=outcome.responses))

    assert (outcome.rows, outcome.needs, len(outcome.responses)) == (rows, needs, rows)
    assert outcome.problems == ()
    assert (again.responses, again.members, again.unchanged) == ((), (), rows)
