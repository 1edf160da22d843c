"""What reading and writing an assessment costs, as seconds and as a ratio to bare sqlite3 doing the same inserts."""

import json
import sqlite3
import time
from contextlib import closing
from datetime import UTC, datetime

import pytest

from fastmap.assessment import Assessment
from fastmap.changes import ImportResponses, SaveMembers, SaveSkills
from fastmap.model.choices import Channel, Consequence, Hiring, HiringReason, ResponseState
from fastmap.model.organisations import Cluster, Member
from fastmap.model.responses import Need, Response
from fastmap.model.skills import Skill

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def members(count):
    return tuple(Member(code=f"M{number:04}", name=f"Firm {number}", headcount=number) for number in range(count))


def responses(count):
    needs = tuple(
        Need(
            row=row,
            skill_text=f"skill {row}",
            short_now=row,
            consequence=Consequence.DELAYS,
            hiring=Hiring.HARD,
            hiring_reasons=(HiringReason.FEW_APPLICANTS,),
        )
        for row in range(1, 5)
    )
    raw = {f"need_{row}_{field}": "an answer" for row in range(1, 5) for field in ("skill", "now", "later", "cost")}
    return tuple(
        Response(
            id=f"R{number}",
            member=f"M{number:04}",
            channel=Channel.EXCEL,
            language="en",
            received_at=NOON,
            state=ResponseState.ACCEPTED,
            needs=needs,
            raw=raw,
        )
        for number in range(count)
    )


@pytest.fixture
def assessment(tmp_path):
    with Assessment.create(
        tmp_path / "a.fastmap", cluster=Cluster(name="x", country="ES"), round_label="1", backup_folder=tmp_path / "b"
    ) as opened:
        yield opened


def bare_inserts_s(path, rows):
    """Seconds that sqlite3 alone needs for one row per answer and need, once as a row and once as history."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE t (id TEXT, body TEXT)")
        start = time.perf_counter()
        with connection:
            connection.executemany("INSERT INTO t VALUES (?, ?)", ((str(n), json.dumps({"n": n})) for n in range(rows)))
        return time.perf_counter() - start


def test_importing_a_thousand_answers(assessment, tmp_path):
    assessment.apply(SaveMembers(members=members(1000)))
    answers = responses(1000)

    start = time.perf_counter()
    assessment.apply(ImportResponses(responses=answers))
    import_s = time.perf_counter() - start
    bare_s = bare_inserts_s(tmp_path / "bare.db", 2 * 6000)

    print(f"\n1,000 answers × 4 needs: {import_s:.2f} s, {import_s / bare_s:.1f} × bare inserts of as many rows")


def test_a_snapshot_of_a_usual_cluster(assessment):
    assessment.apply(SaveMembers(members=members(170)))
    assessment.apply(ImportResponses(responses=responses(60)))
    assessment.apply(
        SaveSkills(skills=tuple(Skill(uri=f"s:{number}", labels={"en": str(number)}) for number in range(300)))
    )

    start = time.perf_counter()
    snapshot = assessment.snapshot()
    snapshot_s = time.perf_counter() - start

    print(f"\nsnapshot of 170 members × 60 answers × 300 skills: {1000 * snapshot_s:.0f} ms")
    assert len(snapshot.skills) == 300


def test_one_durable_edit(assessment):
    times_s = []
    for number in range(200):
        start = time.perf_counter()
        assessment.record_edit(number)
        times_s.append(time.perf_counter() - start)

    times_s.sort()
    print(f"\none durable edit: median {1000 * times_s[100]:.1f} ms, p99 {1000 * times_s[197]:.1f} ms")


def test_opening_a_file_of_three_thousand_members(assessment):
    """Aim: under 1 s, with the check of the whole file and the first snapshot."""
    path = assessment.path
    assessment.apply(SaveMembers(members=members(3000)))
    assessment.apply(ImportResponses(responses=responses(1000)))
    assessment.close()
    times_s = []
    for _ in range(5):
        start, processor = time.perf_counter(), time.process_time()
        with Assessment.open(path, backup_folder=path.parent / "b") as opened:
            opened.snapshot()
            times_s.append((time.perf_counter() - start, time.process_time() - processor))

    first, best = times_s[0], min(times_s)
    print(
        f"\nopening 3,000 members and 1,000 answers: first {first[0]:.2f} s (with a backup), then {best[0]:.2f} s, "
        f"of processor {best[1]:.2f} s; the file has {path.stat().st_size / 1e6:.0f} MB"
    )


def test_an_edit_beside_a_backup(assessment):
    """Processor time of what the edit waits for, on a file of 3,000 members; nothing else of a backup holds it up."""
    assessment.apply(SaveMembers(members=members(3000)))
    assessment.apply(ImportResponses(responses=responses(1000)))
    begun_s, edits_s = [], []
    for number in range(20):
        assessment.record_edit(2 * number)
        start = time.thread_time()
        assessment._backups.begin(datetime.now(UTC))
        begun_s.append(time.thread_time() - start)
        start = time.perf_counter()
        assessment.record_edit(2 * number + 1)
        edits_s.append(time.perf_counter() - start)
        assessment.backups()

    size_mb = assessment.path.stat().st_size / 1e6
    print(
        f"\nbackup of {size_mb:.1f} MB: the edit waits {1000 * max(begun_s):.1f} ms at most (processor), "
        f"an edit while it is checked takes {1000 * max(edits_s):.1f} ms at most"
    )


def test_the_history_of_five_thousand_changes(assessment):
    from fastmap.tasks.history import history_lines

    known = members(3000)
    assessment.apply(SaveMembers(members=known))
    for number in range(5000):
        member = known[number % 3000]
        assessment.apply(SaveMembers(members=(Member(code=member.code, name=member.name, headcount=number),)))

    start = time.process_time()
    lines = history_lines(assessment)

    print(f"\nhistory of {len(lines):,} changes: {1000 * (time.process_time() - start):.0f} ms of processor time")
