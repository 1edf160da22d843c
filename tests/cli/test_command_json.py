"""Every key of every JSON that the contract promises, with its type; unknown is null, never 0."""

import json
from numbers import Real

import openpyxl
import pytest

from fastmap.assessment import Assessment
from fastmap.model.choices import ImportState
from tests.support.command_line import SAMPLE_TABLES, fastmap
from tests.support.returned_forms import set_answer

TEXT, TRUTH, LIST, OBJECT, ANY = (str,), (bool,), (list,), (dict,), (object,)
NUMBER, WHOLE = (Real,), (int,)
MAYBE = (type(None),)

PROBLEM = {
    "code": TEXT, "sheet": TEXT + MAYBE, "cell": TEXT + MAYBE, "field": TEXT + MAYBE, "found": TEXT + MAYBE,
    "done": TEXT + MAYBE, "message": TEXT,
}  # fmt: skip
IMBALANCE = {
    "verdict": TEXT, "evidence": TEXT, "votes": {"S": WHOLE, "M": WHOLE, "U": WHOLE}, "figures": OBJECT,
    "sensitive": TRUTH, "override": OBJECT + MAYBE,
}  # fmt: skip
FIGURES = {
    "users": WHOLE, "short_now": NUMBER + MAYBE, "short_12m": NUMBER + MAYBE, "short_36m": NUMBER + MAYBE,
    "unknown": OBJECT, "reach": NUMBER + MAYBE, "severity": NUMBER + MAYBE, "urgency": NUMBER + MAYBE,
    "scarcity": NUMBER + MAYBE, "priority": NUMBER + MAYBE, "rank": WHOLE + MAYBE, "rank_low": NUMBER + MAYBE,
    "rank_high": NUMBER + MAYBE, "top10_share": NUMBER + MAYBE, "imbalance": IMBALANCE,
    "coverage": {"status": TEXT, "partners": LIST},
}  # fmt: skip
SKILL = {"skill": {"uri": TEXT, "label": TEXT}, **FIGURES}
STEP = {"readiness": NUMBER + MAYBE, "indicators": LIST}
INDICATOR = {"key": TEXT, "value": NUMBER + MAYBE, "target": NUMBER + MAYBE, "met": TRUTH + MAYBE, "unit": TEXT}
KPI = {
    "key": TEXT, "name": TEXT + MAYBE, "objective": TEXT, "mandatory": TRUTH, "unit": TEXT, "adds_up": TRUTH,
    "baseline": NUMBER + MAYBE, "target": NUMBER + MAYBE, "target_source": TEXT + MAYBE, "part_of": TEXT + MAYBE,
    "share_target": NUMBER + MAYBE, "share": NUMBER + MAYBE, "recorded": NUMBER + MAYBE, "counted_twice": WHOLE,
    "actual": NUMBER + MAYBE, "unknown_entries": WHOLE, "organisations": WHOLE + MAYBE, "reached": TRUTH + MAYBE,
    "progress": NUMBER + MAYBE, "periods": LIST, "unique_organisations": LIST, "entries": LIST, "warnings": LIST,
}  # fmt: skip
RECOMMENDATION = {
    "id": TEXT, "step": TEXT, "action": TEXT, "cell": ANY, "timing": ANY, "decision": TEXT, "why": LIST, "if_not": LIST,
    "needs": LIST, "partners": LIST, "prerequisites": LIST, "first_step": ANY, "cost": ANY, "practice": ANY,
    "ask_funder": ANY, "kpi": ANY, "unknown": LIST, "score": NUMBER, "factors": OBJECT, "title": TEXT,
    "reference": TEXT + MAYBE,
}  # fmt: skip
CELLS = {
    f"{scope}/{complexity}": LIST
    for scope in ("alone", "regional", "international")
    for complexity in ("low_medium", "high")
}
ANALYSIS = {
    "fastmap": {"version": TEXT, "catalogue": ANY},
    "cluster": OBJECT,
    "round": OBJECT,
    "quality": {
        "members": WHOLE, "asked": WHOLE, "answered": WHOLE, "response_rate": NUMBER + MAYBE,
        "employment_covered": NUMBER + MAYBE, "by_size": LIST, "warnings": LIST,
    },
    "skills": LIST,
    "groups": LIST,
    "unmatched": LIST,
    "ecosystem": {"actors": LIST, "introductions": LIST, "network": OBJECT, "checklist": OBJECT, "commitments": LIST},
    "grid": CELLS,
    "steps": {"broaden": STEP, "develop": STEP, "engage": {**STEP, "prepare_first": TRUTH}, "connect": STEP},
    "recommendations": LIST,
    "keep_and_deepen": LIST,
    "kpis": LIST,
    "team": OBJECT,
    "privacy": OBJECT,
}  # fmt: skip
TABLE = {"added": WHOLE, "updated": WHOLE, "unchanged": WHOLE, "other_columns": LIST, "problems": LIST}
CANDIDATE = {"uri": TEXT, "label": TEXT, "language": TEXT, "score": NUMBER, "how": TEXT}


def mistakes(value, shape, place="$"):
    """Where ``value`` has not the keys and types of ``shape``."""
    if isinstance(shape, tuple):
        wrong_bool = isinstance(value, bool) and bool not in shape and object not in shape
        return [] if isinstance(value, shape) and not wrong_bool else [f"{place}: {value!r} is none of {shape}"]
    if not isinstance(value, dict):
        return [f"{place}: {value!r} is no object"]
    found = [f"{place}.{key} is missing" for key in shape if key not in value]
    for key in shape.keys() & value.keys():
        found += mistakes(value[key], shape[key], f"{place}.{key}")
    return found


@pytest.fixture(scope="module")
def analysis(sample):
    ran = fastmap("analyse", sample, "--json")
    assert (ran.status, ran.err) == (0, "")
    return ran.json


def test_analysis_of_the_sample_has_every_key_and_type(analysis):
    found = mistakes(analysis, ANALYSIS)
    for skill in analysis["skills"]:
        found += mistakes(skill, SKILL, "skills")
    for group in analysis["groups"]:
        found += mistakes(group, {**SKILL, "skills": LIST}, "groups")
        found += [f"groups: {uri!r} is no uri" for uri in group["skills"] if not isinstance(uri, str)]
    for text in analysis["unmatched"]:
        found += mistakes(text, {"text": TEXT, "language": TEXT, "count": WHOLE, "state": TEXT}, "unmatched")
    for kpi in analysis["kpis"]:
        found += mistakes(kpi, KPI, "kpis")
    for step in analysis["steps"].values():
        for indicator in step["indicators"]:
            found += mistakes(indicator, INDICATOR, "indicators")
    for recommendation in analysis["recommendations"]:
        found += mistakes(recommendation, RECOMMENDATION, "recommendations")
    for entry in (*analysis["keep_and_deepen"], *(one for cell in analysis["grid"].values() for one in cell)):
        found += mistakes(entry, {"title": TEXT, "reference": TEXT + MAYBE}, "entries")

    assert found == []
    assert analysis["skills"]
    assert analysis["groups"]
    assert analysis["recommendations"]


def test_analysis_of_an_empty_file_has_every_section_and_no_invented_zero(file):
    analysis = fastmap("analyse", file, "--json").json

    assert mistakes(analysis, ANALYSIS) == []
    assert analysis["skills"] == analysis["groups"] == analysis["recommendations"] == []
    assert analysis["quality"]["response_rate"] is None
    assert analysis["quality"]["employment_covered"] is None
    assert all(step["readiness"] is None for step in analysis["steps"].values())
    assert all(indicator["met"] is None for step in analysis["steps"].values() for indicator in step["indicators"])


def test_skills_under_three_users_have_neither_priority_nor_rank(analysis):
    few = [skill for skill in analysis["skills"] if skill["users"] < 3]
    enough = [skill for skill in analysis["skills"] if skill["users"] >= 3]

    assert few
    assert all(skill["priority"] is None and skill["rank"] is None for skill in few)
    assert all(skill["priority"] is not None and skill["rank"] is not None for skill in enough)


def test_skills_nobody_gave_figures_for_have_null_and_not_zero(analysis):
    nobody = [skill for skill in analysis["skills"] if skill["users"] == 0]

    assert nobody
    for skill in nobody:
        assert skill["short_now"] is skill["short_12m"] is skill["severity"] is skill["urgency"] is None
        assert skill["scarcity"] is None


def test_import_lists_every_file_with_state_and_problems(file, tmp_path):
    folder = tmp_path / "returned"
    folder.mkdir()
    (folder / "a.xlsx").touch()
    (folder / "b.csv").write_text("x,y\n1,2\n", encoding="utf-8")
    (folder / "c.pdf").write_bytes(b"%PDF-1.4 scanned")

    ran = fastmap("import", file, folder, "--json")

    assert ran.status == 1
    assert [entry["state"] for entry in ran.json["files"]] == ["unreadable", "not_a_form", "attachment"]
    for entry in ran.json["files"]:
        shape = {"path": TEXT, "state": TEXT, "member": TEXT + MAYBE, "needs": WHOLE, "problems": LIST}
        assert mistakes(entry, shape) == []
        assert [mistakes(problem, PROBLEM) for problem in entry["problems"]] == [[]]
    assert ran.json["totals"]["files"] == 3
    assert set(ran.json["totals"]) == {"files", "needs", "offers", "problems", *map(str, ImportState)}


def test_a_dry_run_tells_the_same_and_keeps_nothing(file, tmp_path):
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF-1.4 scanned")

    dry = fastmap("import", file, scan, "--dry-run", "--json")
    real = fastmap("import", file, scan, "--json")
    again = fastmap("import", file, scan, "--json")

    assert dry.json == real.json
    assert again.json["files"][0]["state"] == "duplicate"


def test_an_empty_folder_is_told_and_is_no_problem(file, tmp_path):
    (tmp_path / "nothing").mkdir()

    ran = fastmap("import", file, tmp_path / "nothing")

    assert (ran.status, ran.out) == (0, "")
    assert "No files" in ran.err
    assert fastmap("import", file, tmp_path / "nothing", "--json").json["files"] == []


@pytest.mark.parametrize(("command", "count"), [("members", 40), ("partners", 14), ("actions", 9)])
def test_lists_tell_what_became_of_them(file, command, count):
    first = fastmap(command, file, SAMPLE_TABLES / f"{command}.csv", "--json")
    second = fastmap(command, file, SAMPLE_TABLES / f"{command}.csv", "--json")

    assert mistakes(first.json, TABLE) == []
    assert (first.json["added"], second.json["added"], second.json["unchanged"]) == (count, 0, count)


def test_what_is_odd_about_partners_is_told_and_neither_changed_nor_counted_as_a_problem(file, tmp_path):
    table = tmp_path / "partners.csv"
    table.write_text("name,type,stage,skill,places\nAlly,vet,5,,\nPlaces,vet,1,,12\n", encoding="utf-8")

    ran = fastmap("partners", file, table, "--json")
    told = fastmap("partners", file, table)

    assert [(flag["partner"], flag["code"]) for flag in ran.json["flags"]] == [("P001", "stage_without_evidence")]
    assert [problem["code"] for problem in ran.json["problems"]] == ["offer_without_skill"]
    assert "Ally is noted as a standing alliance" in told.out
    table.write_text("name,type,stage\nAlly,vet,5\n", encoding="utf-8")
    assert fastmap("partners", file, table).status == 0


def test_organisations_named_in_forms_are_counted_beside_a_list(sample, tmp_path):
    table = tmp_path / "partners.csv"
    table.write_text("name,type\nNew school,vet\n", encoding="utf-8")
    copy = tmp_path / "copy.fastmap"
    copy.write_bytes(sample.read_bytes())

    assert fastmap("partners", copy, table, "--json").json["names_waiting"] == 0


SHEET = {
    "partner": TEXT, "name": TEXT, "language": TEXT, "excel": TEXT, "pdf": TEXT, "skills": LIST,
}  # fmt: skip
ASKED = {
    "skill": {"uri": TEXT, "label": TEXT}, "short_now": WHOLE + MAYBE, "short_12m": WHOLE + MAYBE,
    "joint_people": WHOLE + MAYBE, "levels": LIST, "on_record": TRUTH,
}  # fmt: skip


def test_demand_sheets_go_out_and_come_back_as_offers(sample, tmp_path):
    copy = tmp_path / "copy.fastmap"
    copy.write_bytes(sample.read_bytes())

    ran = fastmap("demand", copy, "--out", tmp_path / "out", "--partner", "P001", "--language", "fr", "--json")
    (sheet,) = ran.json["sheets"]
    workbook = openpyxl.load_workbook(sheet["excel"])
    set_answer(workbook, "offer_1_places", 33)
    workbook.save(sheet["excel"])
    taken = fastmap("import", copy, sheet["excel"], "--json")

    assert (ran.status, mistakes(ran.json, {"sheets": LIST, "least_members": WHOLE})) == (0, [])
    assert mistakes(sheet, SHEET) == []
    assert [found for one in sheet["skills"] for found in mistakes(one, ASKED)] == []
    assert copy.read_bytes() != sample.read_bytes()
    (entry,) = taken.json["files"]
    assert (taken.status, entry["state"], entry["partner"], entry["offers"]) == (0, "accepted", "P001", 1)
    assert taken.json["totals"]["offers"] == 1
    again = fastmap("demand", copy, "--out", tmp_path / "out", "--partner", "P001")
    assert (again.status, again.out) == (2, "")
    assert "P001" in again.err


def content_of(path):
    with Assessment.open(path, read_only=True) as assessment:
        return assessment.content_hash()


def test_feedback_sheets_go_to_a_folder_and_nothing_recorded_changes(sample, tmp_path):
    copy = tmp_path / "round.fastmap"
    copy.write_bytes(sample.read_bytes())
    before = content_of(copy)

    silent = fastmap("feedback", copy, "--out", tmp_path / "none", "--member", "M036")
    assert copy.read_bytes() == sample.read_bytes()
    ran = fastmap("feedback", copy, "--out", tmp_path / "out", "--member", "M001", "--language", "de")

    (sheet,) = (tmp_path / "out").glob("*.pdf")
    assert (ran.status, ran.out.splitlines()) == (0, [str(sheet)])
    assert "Give each one to its firm only." in ran.err
    assert (silent.status, silent.out) == (2, "")
    assert "Cadenas Aralarte has not answered" in silent.err
    assert content_of(copy) == before


def test_problems_of_a_list_name_their_cells_and_the_good_rows_are_taken(file, tmp_path):
    table = tmp_path / "members.csv"
    table.write_text('Name;Headcount\nAlpha;"ca. 5"\nBeta;-3\n;7\nGamma;3–4\nDelta;five\n', encoding="utf-8")

    ran = fastmap("members", file, table, "--json")
    told = fastmap("members", file, table)

    assert ran.status == told.status == 1
    assert ran.json["added"] == 4
    assert [mistakes(problem, PROBLEM) for problem in ran.json["problems"]] == [[]] * 5
    assert [problem["cell"] for problem in ran.json["problems"]] == ["B2", "B3", "4", "B5", "B6"]
    assert not any("kept" in problem["message"] for problem in ran.json["problems"])
    assert [line.split(":")[0] for line in told.out.splitlines()] == ["B2", "B3", "row 4", "B5", "B6"]


def test_vocabulary_status_lists_sources_with_counts():
    ran = fastmap("vocabulary", "status", "--json")

    assert ran.status == 0
    for source in ran.json["sources"]:
        shape = {"source": TEXT, "version": TEXT, "language": TEXT, "skills": WHOLE, "labels": WHOLE}
        assert mistakes(source, shape) == []
    assert {source["language"] for source in ran.json["sources"]} >= {"en", "es"}


def test_match_gives_one_entry_per_line_blanks_doubles_and_odd_breaks_included():
    lines = ["Welding", "", "Welding", "qzx\u2028one entry", "PLC, CNC"]

    ran = fastmap("vocabulary", "match", "-", "--language", "en", "--json", stdin="\r\n".join(lines).encode() + b"\n")

    assert [entry["text"] for entry in ran.json] == lines
    for entry in ran.json:
        assert mistakes(entry, {"text": TEXT, "language": TEXT, "verdict": TEXT, "candidates": LIST}) == []
        assert entry["verdict"] in {"exact", "suggest", "none"}
        scores = [candidate["score"] for candidate in entry["candidates"]]
        assert scores == sorted(scores, reverse=True)
        assert all(0 <= score <= 1 for score in scores)
        assert [mistakes(candidate, CANDIDATE) for candidate in entry["candidates"]] == [[]] * len(scores)
    assert ran.json[0]["verdict"] == "exact"


def test_match_keeps_to_the_number_of_candidates_asked_for():
    ran = fastmap("vocabulary", "match", "data", "weldin", "--language", "en", "--top", "2", "--json")

    assert [len(entry["candidates"]) for entry in ran.json] == [2, 2]


def test_rematch_lists_what_was_placed_and_what_waits(sample, tmp_path):
    copy = tmp_path / "copy.fastmap"
    copy.write_bytes(sample.read_bytes())

    ran = fastmap("rematch", copy, "--json")

    assert ran.status == 0
    assert mistakes(ran.json, {"placed": LIST, "open": LIST}) == []
    for entry in ran.json["open"]:
        assert mistakes(entry, {"text": TEXT, "verdict": TEXT, "candidates": LIST, "count": WHOLE}) == []


def test_report_writes_the_same_json_as_the_analysis(sample, analysis, tmp_path):
    target = tmp_path / "r.json"

    assert fastmap("report", sample, "--json", target).status == 0

    written = json.loads(target.read_text(encoding="utf-8"))
    # One person's answers about the team stand in no report (decision record 0278); the owner's analysis has them.
    team, own = written["team"], analysis["team"]
    assert {**written, "team": own} == analysis
    kept_back = {"blocks", "digcomp", "priorities", "half_filled", "chosen_otherwise", "answered_twice"}
    kept_back |= {"mastered", "relevant_items"}  # means over items that one or two people answered
    assert {"blocks", "digcomp", "priorities"} <= {key for key in own if team[key] != own[key]} <= kept_back
    assert team["digcomp"]["met"] == own["digcomp"]["met"]


def test_check_tells_what_is_inside(sample):
    ran = fastmap("check", sample)

    assert (ran.status, ran.err) == (0, "")
    assert "Members: 40" in ran.out
    assert "Fictional" in ran.out
    assert "sound" in ran.out


def test_check_names_the_newest_backup(file):
    fastmap("members", file, SAMPLE_TABLES / "members.csv")
    fastmap("partners", file, SAMPLE_TABLES / "partners.csv")

    assert ".fastmap" in fastmap("check", file).out.split("backup", 1)[1]


def test_analysis_leaves_the_files_bytes_alone_and_a_report_notes_the_catalogue_once(file, tmp_path):
    empty = file.read_bytes()
    fastmap("analyse", file)
    analysed = file.read_bytes()
    fastmap("report", file, "--json", tmp_path / "r.json")
    reported = file.read_bytes()
    fastmap("report", file, "--json", tmp_path / "r.json")

    assert analysed == empty
    assert reported != empty
    assert file.read_bytes() == reported
