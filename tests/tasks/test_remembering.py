"""Decisions taken over: from a table, from the previous round, never over what the file holds."""

import csv
from dataclasses import replace

import pytest

from exports.decisions import write_decisions
from fastmap.assessment import Assessment
from fastmap.changes import EditInfo, ImportResponses, RecordMappings, SaveMembers, SetTextsAside, SplitTexts
from fastmap.errors import FastmapError
from fastmap.model.choices import MappingHow, SkillKind, SkillSource
from fastmap.model.skills import Mapping, SetAside, Split, SplitPart
from fastmap.tasks.remembering import (
    decisions_of,
    recall,
    recall_from_file,
    recall_from_table,
)
from fastmap.tasks.starting import start_assessment
from fastmap.vocabulary.index import open_index
from fastmap.vocabulary.proposals import propose
from tests.support.builders import cluster_where, make_mapping, make_member, make_need, make_response, make_skill

OWN = replace(make_skill("Retrofit"), labels={"en": "Retrofit"}, source=SkillSource.OWN, kind=SkillKind.TECHNICAL)
FOREIGN = replace(
    make_skill("weld"), uri="http://data.europa.eu/esco/skill/1", labels={"es": "soldar"}, source=SkillSource.ESCO
)


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("FASTMAP_DATA", str(tmp_path / "data"))


def made(path, **info):
    start_assessment(path, name="Cluster", country="ES", round_label="2026")
    return Assessment.open(path)


def fill(assessment):
    """One decision of each kind."""
    assessment.apply(SaveMembers(members=(make_member(1),)))
    assessment.apply(
        ImportResponses(responses=(make_response(1, make_need("=Retro fit"), make_need("Nothing", row=2)),))
    )
    mapping = Mapping(text_key="retro fit", language="en", skill=OWN.uri, how=MappingHow.BY_HAND)
    parts = (SplitPart(text="soldar", skill=FOREIGN.uri), SplitPart(text="+retro", skill=OWN.uri))
    split = Split(text_key="soldar y retro", language="es", parts=parts, how=MappingHow.BY_HAND)
    assessment.apply(RecordMappings(mappings=(mapping,), skills=(OWN, FOREIGN)))
    assessment.apply(SplitTexts(splits=(split,)))
    assessment.apply(SetTextsAside(texts=(SetAside(text_key="nothing", language="en"),)))


def test_what_one_file_writes_another_reads_with_nothing_lost(tmp_path):
    with made(tmp_path / "a.fastmap") as first, made(tmp_path / "b.fastmap") as second:
        fill(first)
        assert write_decisions(decisions_of(first.snapshot()), tmp_path / "x.csv") == 3
        before = second.content_hash()

        found = recall_from_table(second, tmp_path / "x.csv")

        assert (found.taken, found.known, found.conflicts, found.problems) == (3, 0, (), ())
        there, here = first.snapshot(), second.snapshot()
        assert [(m.text_key, m.skill, m.how) for m in here.mappings] == [("retro fit", OWN.uri, MappingHow.REMEMBERED)]
        assert here.splits == (replace(there.splits[0], how=MappingHow.REMEMBERED),)
        assert [(text.text_key, text.how) for text in here.set_aside] == [("nothing", MappingHow.REMEMBERED)]
        assert {skill.uri: skill.kind for skill in here.skills} == {skill.uri: skill.kind for skill in there.skills}
        assert second.can_undo.key == "change.recall_decisions"
        second.undo()
        assert second.content_hash() == before


def test_cells_of_the_table_are_harmless_in_a_spreadsheet(tmp_path):
    with made(tmp_path / "a.fastmap") as first:
        fill(first)
        write_decisions(decisions_of(first.snapshot()), tmp_path / "x.csv")

    with (tmp_path / "x.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]

    assert "'=Retro fit" in cells
    assert not [cell for cell in cells if cell[:1] in "=+-@" and cell]


def test_a_decision_of_the_file_stays_and_the_two_are_listed():
    other = make_skill("Milling")
    here = cluster_where(
        [make_need("CAD")], skills=[OWN], mappings=[make_mapping("CAD", OWN), make_mapping("CAM", OWN)]
    )
    there = cluster_where(
        [make_need("CAD")],
        skills=[OWN, other],
        mappings=[make_mapping("CAD", other), make_mapping("CAM", OWN), make_mapping("CAE", other)],
    )

    found = recall(here, decisions_of(there))

    assert (found.taken, found.known) == (1, 1)
    (conflict,) = found.conflicts
    assert (conflict.text, conflict.here, conflict.there) == ("CAD", (OWN,), (other,))
    assert [mapping.text_key for mapping in found.change.mappings] == ["cae"]


def test_a_remembered_text_is_not_asked_about_when_forms_bring_it(tmp_path):
    with made(tmp_path / "a.fastmap") as first, made(tmp_path / "b.fastmap") as second:
        fill(first)
        first.close()
        found = recall_from_file(second, tmp_path / "a.fastmap")
        second.apply(SaveMembers(members=(make_member(1),)))
        second.apply(ImportResponses(responses=(make_response(1, make_need("RETRO-FIT")),)))

        proposals = propose(second.snapshot(), open_index(tmp_path / "vocabulary"))

        assert found.taken == 3
        assert (proposals.mappings, proposals.open) == ((), ())


def test_the_file_itself_is_no_source(tmp_path):
    with made(tmp_path / "a.fastmap") as first, pytest.raises(FastmapError) as refused:
        recall_from_file(first, tmp_path / "a.fastmap")

    assert refused.value.code == "decisions_from_itself"


def test_a_strategic_mark_stays_in_its_file(tmp_path):
    with made(tmp_path / "a.fastmap") as first:
        marked = cluster_where(
            [], skills=[replace(OWN, strategic=True, strategic_reason="x")], mappings=[make_mapping("CAD", OWN)]
        )
        first.apply(recall(first.snapshot(), decisions_of(marked)).change)

        assert not first.snapshot().skills[0].strategic


def test_hostile_and_broken_rows_are_told_and_the_rest_is_taken(tmp_path):
    lines = [
        "Text,Language,URI,Label,Kind,Decision",
        '"=HYPERLINK(""x"")",en,,=cmd|x,,',
        ",en,u,l,,",
        "CAD,,u,l,,",
        "CAD,en,,,,",
        "CAD,en,fastmap:own/a,Drawing,nonsense,",
        "CAD,en,fastmap:own/b,Other,,",
        f"{'x' * 3000},en,u,l,,",
        "<b>CAM</b>,es,not a uri,<img src=x>,,",
        "nada,es,,,,set_aside",
        "Löten,de,javascript:alert(1),Löten,,",
    ]
    table = tmp_path / "hostile.csv"
    table.write_text("\n".join(lines), encoding="utf-8")
    with made(tmp_path / "a.fastmap") as assessment:
        found = recall_from_table(assessment, table)
        snapshot = assessment.snapshot()

    labels = {mapping.text_key: next(iter(skill.labels.values())) for mapping in snapshot.mappings
              for skill in snapshot.skills if skill.uri == mapping.skill}  # fmt: skip
    assert labels == {
        "hyperlink x": "=cmd|x",
        "cad": "Drawing",
        "b cam b": "<img src=x>",
        "loten": "Löten",
    }
    assert {skill.source for skill in snapshot.skills} == {SkillSource.OWN}
    assert all(skill.uri.startswith("fastmap:own/") for skill in snapshot.skills)
    assert [text.text_key for text in snapshot.set_aside] == ["nada"]
    codes = sorted(problem.code for problem in found.problems)
    assert codes == [
        "choice_unknown",
        "decided_twice",
        "decision_unclear",
        "decision_unclear",
        "decision_without_skill",
        "language_missing",
    ]


def test_a_table_cannot_rename_a_skill_that_the_file_holds(tmp_path):
    table = tmp_path / "x.csv"
    table.write_text(f"text,language,uri,label\nRetro,en,{OWN.uri},Something else\n", encoding="utf-8")
    with made(tmp_path / "a.fastmap") as assessment:
        assessment.apply(RecordMappings(mappings=(), skills=(OWN,)))
        recall_from_table(assessment, table)

        assert assessment.snapshot().skills == (OWN,)


def test_a_previous_file_can_be_named(tmp_path):
    with made(tmp_path / "a.fastmap") as assessment:
        info = assessment.snapshot().info
        assessment.apply(EditInfo(info=replace(info, previous_file="old.fastmap")))

        assert assessment.snapshot().info.previous_file == "old.fastmap"
