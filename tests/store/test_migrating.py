"""Older files are backed up and brought up to date step by step; a step that fails leaves the old file.

The steps after the present schema are the tests' own. Files of older schemas, as older programs wrote them, lie in
``tests/data/files``.
"""

import gzip
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from fastmap.assessment import Assessment
from fastmap.changes import (
    AddKpiEntry,
    DecideNames,
    EditAction,
    EditKpiEntry,
    KeepEarlierRound,
    SaveCommitments,
    SaveMembers,
    SavePractices,
    SetGrant,
    SetIndicatorTarget,
    SetLogo,
    SetPriorityWeights,
    SetTeamCapacity,
    SetTextsAside,
)
from fastmap.errors import FastmapError
from fastmap.model.organisations import Commitment, NameDecision
from fastmap.model.skills import SetAside
from fastmap.store.backups import backups_of
from fastmap.store.header import read_header
from fastmap.store.migrating import newest_schema
from fastmap.store.migrations import MIGRATIONS, Migration
from tests.store.recorded import (
    CAPACITY,
    CLUSTER,
    CONTACT,
    EARLIER_ROUND,
    GRANT,
    KPI_ENTRY,
    LOGO,
    MEMBER,
    PRACTICE,
    REGISTRATION,
    TARGET,
    WEIGHTS,
)


def add_table(execute):
    execute("CREATE TABLE later_things (id TEXT NOT NULL PRIMARY KEY) STRICT")
    execute("INSERT INTO later_things (id) SELECT 'workshop of ' || code FROM members")


def add_index(execute):
    execute("CREATE INDEX members_by_name ON members (name)")


def fail_half_way(execute):
    execute("CREATE TABLE half (id TEXT) STRICT")
    execute("UPDATE members SET name = 'lost'")
    raise sqlite3.OperationalError("disk I/O error in a step")


def fail_half_way_on_disk(execute):
    """Fail as a full or broken disk would: what is tried in memory first does not meet it."""
    if execute("PRAGMA database_list").fetchone()[2]:
        fail_half_way(execute)


NOW = newest_schema()
NEXT, LAST = Migration(NOW + 1, add_table), Migration(NOW + 2, add_index)
TWO_STEPS = (*MIGRATIONS, NEXT, LAST)


@pytest.fixture
def old_file(path):
    """A file of the present schema with one member, closed."""
    with Assessment.create(path, cluster=CLUSTER, round_label="2026") as assessment:
        assessment.apply(SaveMembers(members=(MEMBER,), contacts=(CONTACT,)))
    return path


def backups(tmp_path, assessment_id):
    return [backup.path for backup in backups_of(tmp_path / "data" / "backups", assessment_id)]


def test_an_older_file_is_brought_up_to_date_and_keeps_what_it_held(old_file):
    with Assessment.open(old_file, migrations=TWO_STEPS) as assessment:
        assert assessment.check().schema == NOW + 2
        assert assessment.snapshot().members == (MEMBER,)
        with assessment._file.reading() as connection:
            assert connection.execute("SELECT id FROM later_things").fetchall() == [("workshop of M001",)]

    assert read_header(old_file).schema == NOW + 2


def test_before_it_is_brought_up_to_date_a_readable_backup_of_the_old_state_is_made(old_file, tmp_path):
    with Assessment.open(old_file, migrations=TWO_STEPS) as assessment:
        info = assessment.snapshot().info

    (backup,) = backups(tmp_path, info.id)
    assert read_header(backup).schema == NOW
    with Assessment.open(backup) as old:
        assert old.snapshot().members == (MEMBER,)


def test_a_step_that_fails_on_any_such_file_leaves_it_wholly_as_it_was(old_file, tmp_path):
    """The steps are tried on a copy in memory first, so nothing is written where one of them cannot be made."""
    steps, before = (*MIGRATIONS, NEXT, Migration(NOW + 2, fail_half_way)), old_file.read_bytes()

    with pytest.raises(sqlite3.OperationalError, match="in a step"), Assessment.open(old_file, migrations=steps):
        pass

    assert old_file.read_bytes() == before
    assert list(tmp_path.rglob("*.fastmap")) == [old_file]  # no backup was needed
    with Assessment.open(old_file) as assessment:
        assert assessment.snapshot().members == (MEMBER,)


def test_a_step_that_fails_on_the_file_alone_leaves_it_in_the_version_before_it(old_file):
    steps = (*MIGRATIONS, NEXT, Migration(NOW + 2, fail_half_way_on_disk))

    with pytest.raises(sqlite3.OperationalError, match="in a step"), Assessment.open(old_file, migrations=steps):
        pass

    assert read_header(old_file).schema == NOW + 1
    with Assessment.open(old_file, migrations=(*MIGRATIONS, NEXT)) as assessment:
        assert assessment.snapshot().members == (MEMBER,)


def test_a_first_step_that_fails_leaves_a_file_that_the_old_program_opens(old_file):
    before = old_file.read_bytes()

    with (
        pytest.raises(RuntimeError),
        Assessment.open(old_file, migrations=(*MIGRATIONS, Migration(NOW + 1, interrupted))),
    ):
        pass

    assert read_header(old_file).schema == NOW
    with Assessment.open(old_file) as assessment:
        assert assessment.snapshot().members == (MEMBER,)
    assert len(old_file.read_bytes()) == len(before)


def interrupted(execute):
    execute("DROP TABLE contacts")
    raise RuntimeError("stopped")


def test_without_a_backup_nothing_is_migrated(old_file, tmp_path):
    (tmp_path / "data").write_text("a file where the backup folder should be")
    before = old_file.read_bytes()

    with pytest.raises(FastmapError), Assessment.open(old_file, migrations=TWO_STEPS):
        pass

    assert old_file.read_bytes() == before


def test_reading_an_older_file_changes_none_of_its_bytes(old_file):
    before = old_file.read_bytes()

    with Assessment.open(old_file, read_only=True, migrations=TWO_STEPS) as assessment:
        assert assessment.check().schema == NOW  # the file's own; what is shown is a copy in memory, brought up to date
        assert assessment.snapshot().members == (MEMBER,)

    assert old_file.read_bytes() == before


def test_an_older_program_refuses_the_migrated_file(old_file):
    with Assessment.open(old_file, migrations=TWO_STEPS):
        pass

    with pytest.raises(FastmapError) as refused:
        Assessment.open(old_file)

    assert (refused.value.code, refused.value.facts["schema"]) == ("file_newer", NOW + 2)


def test_a_migrated_file_and_a_new_one_have_the_same_schema(old_file):
    """Opening compares the schema with the steps' own; a file that a step left unlike a new one would be refused."""
    for _ in range(2):
        with Assessment.open(old_file, migrations=TWO_STEPS) as assessment:
            assert not assessment.read_only


def test_every_step_makes_strict_tables_only():
    with closing(sqlite3.connect(":memory:")) as connection:
        for step in MIGRATIONS:
            step.migrate(connection.execute)
        tables = connection.execute("PRAGMA table_list").fetchall()

    loose = {name for _, name, kind, _, _, strict in tables if kind == "table" and not strict}
    assert {name for name in loose if not name.startswith("sqlite_")} == set()


OLD_FILES = Path(__file__).parents[1] / "data" / "files"


def test_the_sample_as_the_first_release_wrote_it_opens_with_all_it_held_and_its_history(path):
    """It holds 25 forms; the last edit took one of 68 mappings back."""
    path.write_bytes(gzip.decompress((OLD_FILES / "sample_of_schema_1.fastmap.gz").read_bytes()))
    assert read_header(path).schema == 1

    with Assessment.open(path) as assessment:
        snapshot = assessment.snapshot()
        assert (len(snapshot.responses), len(snapshot.mappings)) == (25, 67)
        assert (snapshot.splits, snapshot.set_aside) == ((), ())
        before = assessment.content_hash()
        assessment.apply(SetTextsAside(texts=(SetAside(text_key="ahorro de energia", language="es"),)))
        assert len(assessment.snapshot().set_aside) == 1
        assessment.undo()
        assert assessment.content_hash() == before
        assessment.undo()  # an edit of the older program
        assert len(assessment.snapshot().mappings) == 68

    assert read_header(path).schema == NOW


def test_the_sample_of_schema_2_opens_and_takes_weights_of_its_own(path):
    """The last edit of the older program took one of 68 mappings back."""
    path.write_bytes(gzip.decompress((OLD_FILES / "sample_of_schema_2.fastmap.gz").read_bytes()))
    assert read_header(path).schema == 2

    with Assessment.open(path) as assessment:
        assert (len(assessment.snapshot().mappings), assessment.snapshot().weights) == (67, None)
        before = assessment.content_hash()
        assessment.apply(SetPriorityWeights(weights=WEIGHTS))
        assert assessment.snapshot().weights == WEIGHTS
        assessment.undo()
        assert (assessment.snapshot().weights, assessment.content_hash()) == (None, before)
        assessment.undo()  # an edit of the older program
        assert len(assessment.snapshot().mappings) == 68

    assert read_header(path).schema == NOW


def test_the_sample_of_schema_6_keeps_its_decision_without_facts_and_undoes_an_older_edit_of_it(path):
    """The last edit of the older program took the answer "later" to X5 back; it knew no facts of a decision."""
    path.write_bytes(gzip.decompress((OLD_FILES / "sample_of_schema_6.fastmap.gz").read_bytes()))
    assert read_header(path).schema == 6

    with Assessment.open(path) as assessment:
        snapshot = assessment.snapshot()
        assert (len(snapshot.responses), len(snapshot.actions)) == (25, 9)
        assert (snapshot.decision_plans, snapshot.action_plans, snapshot.capacity) == ((), (), None)
        before = assessment.content_hash()
        assessment.apply(SetTeamCapacity(capacity=CAPACITY))
        assert assessment.snapshot().capacity == CAPACITY
        assessment.undo()
        assert assessment.content_hash() == before
        assessment.undo()  # an edit of the older program
        (decision,) = assessment.snapshot().decisions
        assert (decision.recommendation, decision.reason, decision.basis) == ("X5", "after the summer", None)


def test_an_old_sample_keeps_its_actions_and_takes_evidence_practices_and_targets(path):
    path.write_bytes(gzip.decompress((OLD_FILES / "sample_of_schema_2.fastmap.gz").read_bytes()))

    with Assessment.open(path) as assessment:
        old, before = assessment.snapshot(), assessment.content_hash()
        action = replace(old.actions[0], evidence=("attendance list",))
        for change in (
            EditAction(action=action),
            SavePractices(practices=(PRACTICE,)),
            SetIndicatorTarget(target=TARGET),
        ):
            assessment.apply(change)
        now = assessment.snapshot()
        assert (now.actions, now.practices, now.targets) == ((action, *old.actions[1:]), (PRACTICE,), (TARGET,))
        for _ in range(3):
            assessment.undo()
        assert (assessment.snapshot(), assessment.content_hash()) == (old, before)

    assert (len(old.actions), old.actions[0].evidence, old.practices, old.targets) == (9, (), (), ())
    assert read_header(path).schema == NOW


def test_the_sample_of_the_first_release_can_be_read_without_changing_it(path):
    path.write_bytes(gzip.decompress((OLD_FILES / "sample_of_schema_1.fastmap.gz").read_bytes()))
    before = path.read_bytes()

    with Assessment.open(path, read_only=True) as assessment:
        assert len(assessment.snapshot().mappings) == 67

    assert path.read_bytes() == before


def test_the_sample_as_schema_2_held_it_opens_with_all_it_held_and_takes_decisions_about_names(path):
    """It holds 25 forms and no decisions about organisations; the last edit took one of 68 mappings back."""
    path.write_bytes(gzip.decompress((OLD_FILES / "sample_of_schema_2.fastmap.gz").read_bytes()))
    assert read_header(path).schema == 2

    with Assessment.open(path) as assessment:
        snapshot = assessment.snapshot()
        assert (len(snapshot.responses), len(snapshot.mappings), snapshot.named) == (25, 67, ())
        assert snapshot.earlier is None
        before = assessment.content_hash()
        assessment.apply(KeepEarlierRound(earlier=EARLIER_ROUND))
        assert assessment.snapshot().earlier == EARLIER_ROUND
        assessment.undo()
        assert (assessment.snapshot().earlier, assessment.content_hash()) == (None, before)
        assessment.apply(DecideNames(decisions=(NameDecision(name_key="ies norte", name="IES Norte"),)))
        assert len(assessment.snapshot().named) == 1
        assessment.undo()
        assert assessment.content_hash() == before
        assessment.undo()  # an edit of the older program
        assert len(assessment.snapshot().mappings) == 68

    assert read_header(path).schema == NOW


def test_the_sample_of_schema_2_opens_with_all_it_held_and_takes_a_funder_figure(path):
    """The last edit of the older program took one of 68 mappings back."""
    path.write_bytes(gzip.decompress((OLD_FILES / "sample_of_schema_2.fastmap.gz").read_bytes()))

    with Assessment.open(path) as assessment:
        snapshot = assessment.snapshot()
        assert (len(snapshot.members), len(snapshot.responses), len(snapshot.mappings)) == (40, 25, 67)
        assert (snapshot.kpi_entries, snapshot.kpi_goals, snapshot.own_kpis) == ((), (), ())
        before = assessment.content_hash()
        assessment.apply(AddKpiEntry(entry=KPI_ENTRY))
        assert assessment.snapshot().kpi_entries == (KPI_ENTRY,)
        assessment.undo()
        assert assessment.content_hash() == before
        assessment.undo()  # an edit of the older program
        assert len(assessment.snapshot().mappings) == 68

    assert read_header(path).schema == NOW


def test_commitments_of_schema_6_keep_their_kinds_and_new_ones_may_wait_for_theirs(path):
    """The last edit of the older program removed one of two commitments."""
    path.write_bytes(gzip.decompress((OLD_FILES / "commitments_of_schema_6.fastmap.gz").read_bytes()))
    assert read_header(path).schema == 6

    with Assessment.open(path) as assessment:
        (kept,) = assessment.snapshot().commitments
        assert (kept.what, kept.kind, kept.who) == ("Eight dual places a year", "social_partners", "Metal guild")
        assert (kept.due, kept.state, kept.evidence) == (date(2026, 9, 15), "promised", "signed letter")
        before = assessment.content_hash()
        assessment.apply(SaveCommitments(commitments=(Commitment(id="C003", what="Lend a trainer"),)))
        assert assessment.snapshot().commitments[-1].kind is None
        assessment.undo()
        assert assessment.content_hash() == before
        assessment.undo()  # an edit of the older program
        assert [(one.id, one.kind) for one in assessment.snapshot().commitments][-1] == ("C002", "individual")

    assert read_header(path).schema == NOW


def test_the_sample_of_schema_12_opens_takes_hours_and_a_registration_and_undoes_an_older_edit(path):
    """The last edit of the older program changed the value of the first of 17 entries from 2 to 99."""
    path.write_bytes(gzip.decompress((OLD_FILES / "sample_of_schema_12.fastmap.gz").read_bytes()))
    assert read_header(path).schema == 12

    with Assessment.open(path) as assessment:
        first, *others = assessment.snapshot().kpi_entries
        assert (first.value, first.hours, len(others)) == (99.0, None, 16)
        assert assessment.registrations() == ()
        before = assessment.content_hash()
        assessment.apply(EditKpiEntry(entry=replace(first, hours=12.0)))
        assessment.apply(SaveMembers(registrations=(REGISTRATION,)))
        assert assessment.snapshot().kpi_entries[0].hours == 12.0
        assert assessment.registrations() == (REGISTRATION,)
        assessment.undo()
        assessment.undo()
        assert assessment.content_hash() == before
        assessment.undo()  # the edit of the older program
        assert assessment.snapshot().kpi_entries[0].value == 2.0

    assert read_header(path).schema == NOW


def test_an_older_file_takes_facts_of_a_grant_and_a_logo(path):
    path.write_bytes(gzip.decompress((OLD_FILES / "sample_of_schema_6.fastmap.gz").read_bytes()))

    with Assessment.open(path) as assessment:
        before = assessment.content_hash()
        assert (assessment.snapshot().grant.is_blank, assessment.snapshot().logo) == (True, None)
        assessment.apply(SetGrant(grant=GRANT))
        assessment.apply(SetLogo(logo=LOGO))
        assert (assessment.snapshot().grant, assessment.snapshot().logo) == (GRANT, LOGO)
        assessment.undo()
        assessment.undo()
        assert assessment.content_hash() == before

    assert read_header(path).schema == NOW
