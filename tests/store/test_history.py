"""The history in words, single values put back, and going back as a whole."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from fastmap.assessment import Assessment
from fastmap.catalogue.texts import load_texts
from fastmap.changes import (
    CastBallotPapers,
    CountByHand,
    EditCluster,
    ImportResponses,
    NoteAgendaItem,
    OpenBallot,
    RecordEdit,
    RemoveMembers,
    RemovePartners,
    SaveActions,
    SaveMembers,
    SavePartners,
    SaveSkills,
    SaveWorkshop,
    SetMemberStatus,
)
from fastmap.errors import FastmapError
from fastmap.model.choices import MemberStatus
from fastmap.model.organisations import Contact, Member
from fastmap.store.history import PRIVATE
from fastmap.store.tables import TABLES
from fastmap.tasks.history import _NOT_TOLD, about_words, going_back, history_lines, restoring, value_changes
from tests.store import recorded as r
from tests.store.every_change import apply_all

EN = load_texts("en")


def values(assessment, what=-1):
    """The values of one change by name of the field; -1: the newest."""
    line = history_lines(assessment)[-1 - what]
    return {value.field: value for value in value_changes(assessment, line.sequence, EN)}


def test_lines_are_newest_first_and_say_what_they_are_about(assessment):
    assessment.apply(SaveMembers(members=(r.MEMBER,)))
    assessment.apply(ImportResponses(responses=(replace(r.RESPONSE, needs=(r.NEED,)),)))

    lines = history_lines(assessment)

    assert [EN.say(line.what) for line in lines] == ["import 1 answer", "save 1 member"]
    assert [about_words(line, EN) for line in lines] == [r.MEMBER.name, r.MEMBER.name]
    assert lines[0].kinds == {"responses", "members"}


def test_things_that_are_gone_keep_their_last_name(assessment):
    assessment.apply(SaveMembers(members=(Member(code="M002", name="Old"),)))
    assessment.apply(SaveMembers(members=(Member(code="M002", name="New"),)))
    assessment.apply(RemoveMembers(codes=("M002",)))

    assert [about_words(line, EN) for line in history_lines(assessment)] == ["New", "New · Name", "New"]


def test_a_change_about_many_names_three_and_counts_the_others(assessment):
    assessment.apply(SaveMembers(members=tuple(Member(code=f"M{n:03}", name=f"Firm {n}") for n in range(1, 8))))

    assert about_words(history_lines(assessment)[0], EN) == "Firm 1, Firm 2, Firm 3 and 4 more"


def test_values_are_told_before_after_and_now_where_they_went_on(assessment):
    assessment.apply(SaveMembers(members=(replace(r.MEMBER, headcount=10),)))
    assessment.apply(SaveMembers(members=(replace(r.MEMBER, headcount=20),)))
    assessment.apply(SaveMembers(members=(replace(r.MEMBER, headcount=1500),)))

    second, third = (values(assessment, what)["Employees"] for what in (1, 2))

    assert (second.before, second.after, second.now) == ("10", "20", "1,500")
    assert (third.before, third.after, third.now) == ("20", "1,500", "")


def test_nothing_about_a_contact_person_is_told(assessment):
    assessment.apply(SaveMembers(members=(r.MEMBER,), contacts=(r.CONTACT,), registrations=(r.REGISTRATION,)))
    assessment.apply(SaveMembers(contacts=(replace(r.CONTACT, name="Somebody Else"),)))

    told = [str(value) for line in history_lines(assessment) for value in told_of(assessment, line)]
    words = " ".join(told)

    assert words
    for secret in (r.CONTACT.name, r.CONTACT.email, "Somebody Else", r.REGISTRATION.registration_number):
        assert secret not in words


def told_of(assessment, line):
    for value in value_changes(assessment, line.sequence, EN):
        yield from (value.about, value.field, value.before, value.after, value.now)


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_kind_of_change_can_be_read_in_words(assessment, language):
    apply_all(assessment)
    texts = load_texts(language)
    own = replace(texts, fallback={})

    for line in history_lines(assessment):
        assert own.say(line.what)
        assert about_words(line, own)
        told = value_changes(assessment, line.sequence, own)
        assert told
        assert all(value.about and value.field and value.before != value.after for value in told)


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_value_and_kind_that_a_file_keeps_has_words(language):
    own = replace(load_texts(language), fallback={})
    told = [table for table in TABLES.values() if table.name not in PRIVATE]

    assert all(f"history.thing.{name}" in own for name in TABLES)
    assert all(f"history.kind.{table.kind}" in own for table in TABLES.values())
    assert {
        column
        for table in told
        for column in table.columns
        if column not in _NOT_TOLD and column not in table.key and f"history.field.{column}" not in own
    } == set()


def test_a_vote_is_called_by_the_day_of_its_workshop_and_its_options_by_their_names(assessment):
    assessment.apply(SaveSkills(skills=(replace(r.SKILL, labels={"en": "weld"}),)))
    assessment.apply(SaveWorkshop(workshop=r.WORKSHOP))
    assessment.apply(OpenBallot(ballot=replace(r.BALLOT, options=(r.SKILL.uri, "M3"), by_hand={}, voters_by_hand=None)))
    assessment.apply(CountByHand(ballot=r.BALLOT.id, dots={r.SKILL.uri: 4, "M3": 1}, voters=None))

    counted = values(assessment)["Dots counted by hand"]

    assert about_words(history_lines(assessment)[0], EN) == f"{EN.date(r.WORKSHOP.held_on)} · Dots counted by hand"
    assert counted.about == f"Vote: {EN.date(r.WORKSHOP.held_on)}"
    assert (counted.before, counted.after) == ("–", "M3: 1, weld: 4")


def test_the_dots_of_one_phone_are_not_told(assessment):
    assessment.apply(SaveWorkshop(workshop=r.WORKSHOP))
    assessment.apply(OpenBallot(ballot=r.BALLOT))
    assessment.apply(CastBallotPapers(papers=(r.PAPER,)))

    (paper,) = values(assessment).values()

    assert (paper.field, paper.before, paper.after) == ("As a whole", "not there", "there")


def test_long_values_that_part_late_are_told_from_where_they_part(assessment):
    agenda = tuple(replace(item, id=f"{n}", title="long " * 9) for n, item in enumerate(r.WORKSHOP.agenda * 4))
    assessment.apply(SaveWorkshop(workshop=replace(r.WORKSHOP, agenda=agenda)))
    assessment.apply(NoteAgendaItem(workshop=r.WORKSHOP.id, item="7", notes="said last", decisions=None))

    noted = values(assessment)["Agenda"]

    assert noted.before != noted.after
    assert noted.after.startswith("…")
    assert "said last" in noted.after


def test_one_value_is_put_back_and_what_others_did_since_stays(assessment):
    assessment.apply(SaveMembers(members=(replace(r.MEMBER, headcount=10, status=MemberStatus.NOT_ASKED),)))
    assessment.apply(SaveMembers(members=(replace(r.MEMBER, headcount=20, name="Renamed"),)))
    assessment.apply(SetMemberStatus(codes=("M001",), status=MemberStatus.REFUSED))

    assessment.apply(restoring([values(assessment, 1)["Employees"]]))

    (member,) = assessment.snapshot().members
    assert (member.headcount, member.name, member.status) == (10, "Renamed", MemberStatus.REFUSED)
    assert EN.say(assessment.can_undo) == "put 1 earlier value back"
    assessment.undo()
    assert assessment.snapshot().members[0].headcount == 20


def test_a_whole_change_is_taken_back_with_everything_it_removed(assessment):
    assessment.apply(SaveMembers(members=(r.MEMBER,), contacts=(r.CONTACT,)))
    assessment.apply(ImportResponses(responses=(replace(r.RESPONSE, needs=(r.NEED,)),)))
    before = assessment.content_hash()
    assessment.apply(RemoveMembers(codes=("M001",)))
    assessment.apply(SaveMembers(members=(Member(code="M002", name="Since then"),)))

    assessment.apply(restoring(value_changes(assessment, history_lines(assessment)[1].sequence, EN)))

    snapshot = assessment.snapshot()
    assert [member.code for member in snapshot.members] == ["M001", "M002"]
    assert snapshot.responses[0].needs == (r.NEED,)
    assert assessment.contacts() == (r.CONTACT,)
    assert assessment.content_hash() != before


def test_a_contact_person_is_put_back_unseen(assessment):
    assessment.apply(SaveMembers(members=(r.MEMBER,), contacts=(r.CONTACT,)))
    assessment.apply(SaveMembers(contacts=(Contact(member="M001", name="Wrong"),)))

    assessment.apply(restoring(list(values(assessment).values())))

    assert assessment.contacts() == (r.CONTACT,)


def test_what_a_change_added_is_taken_out_again_with_what_belongs_to_it(assessment):
    empty = assessment.content_hash()
    assessment.apply(SaveMembers(members=(r.MEMBER,), contacts=(r.CONTACT,), registrations=(r.REGISTRATION,)))
    whole = value_changes(assessment, 1, EN)

    assessment.apply(restoring([value for value in whole if value.edit.table == "contacts"]))
    assert (assessment.contacts(), len(assessment.snapshot().members)) == ((), 1)
    assessment.undo()
    assessment.apply(restoring(whole))

    assert assessment.content_hash() == empty


def refused(assessment, change):
    before = assessment.content_hash()
    with pytest.raises(FastmapError) as error:
        assessment.apply(change)
    assert assessment.content_hash() == before
    assert EN.say(error.value.message)
    return error.value


def test_a_value_of_what_was_removed_since_is_not_put_back_and_why_is_told(assessment):
    assessment.apply(SaveMembers(members=(r.MEMBER,)))
    assessment.apply(SaveMembers(members=(replace(r.MEMBER, name="Renamed"),)))
    assessment.apply(RemoveMembers(codes=("M001",)))

    assert refused(assessment, restoring([values(assessment, 1)["Name"]])).code == "restore_gone"


def test_what_came_in_since_others_rest_on_it_is_not_taken_out(assessment):
    assessment.apply(SavePartners(partners=(r.PARTNER,), skills=(r.SKILL,)))
    assessment.apply(SaveActions(actions=(replace(r.ACTION, partners=("P1",)),)))

    change = restoring(value_changes(assessment, history_lines(assessment)[-1].sequence, EN))

    error = refused(assessment, change)
    assert error.code == "restore_in_use_by"
    assert "since: save 1 action. Nothing was changed." in EN.say(error.message)


def test_what_belongs_to_something_gone_is_not_put_back(assessment):
    assessment.apply(SaveMembers(members=(r.MEMBER,)))
    assessment.apply(ImportResponses(responses=(r.RESPONSE,)))
    assessment.apply(RemoveMembers(codes=("M001",)))
    answer = [value for value in value_changes(assessment, 3, EN) if value.edit.table == "responses"]

    error = refused(assessment, restoring(answer))

    assert EN.say(error.message).startswith("This belongs to something that is not in the file any more (members)")


def test_what_is_there_again_is_not_put_back_over_it(assessment):
    assessment.apply(SavePartners(partners=(r.PARTNER,)))
    assessment.apply(RemovePartners(partners=("P1",)))
    assessment.apply(SavePartners(partners=(replace(r.PARTNER, name="Again"),)))
    gone = [value for value in value_changes(assessment, 2, EN) if value.edit.table == "partners"]

    assert refused(assessment, restoring(gone)).code == "restore_there_again"


def test_going_back_brings_every_earlier_state_and_keeps_what_came_after_in_the_history(assessment, path):
    hashes = apply_all(assessment)
    lines = {line.sequence: line for line in history_lines(assessment)}

    for sequence in (len(hashes) - 3, 40, 7):
        assessment.apply(going_back(lines[sequence]))
        assert assessment.content_hash() == hashes[sequence]

    assert len(assessment.history()) == len(lines) + 3
    assessment.close()
    with Assessment.open(path) as again:
        again.undo()
        again.undo()
        again.undo()
        assert again.content_hash() == hashes[-1]


def test_going_back_to_where_one_is_changes_nothing(assessment):
    assessment.apply(RecordEdit(n=1))

    assert not assessment.apply(going_back(history_lines(assessment)[0]))


def test_attachments_come_back_with_their_bytes(assessment):
    assessment.apply(RecordEdit(n=1))
    assessment.apply(ImportResponses(attachments=(r.ATTACHMENT,)))
    assessment.apply(going_back(history_lines(assessment)[1]))
    assert assessment.attachments() == ()

    assessment.apply(going_back(history_lines(assessment)[1]))

    assert assessment.attachment(r.ATTACHMENT.sha256) == r.ATTACHMENT


def test_rows_written_by_an_older_program_go_back_without_the_columns_it_did_not_know(assessment, path):
    assessment.apply(EditCluster(cluster=replace(r.CLUSTER, staff=9)))
    assessment.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE event_rows SET before = json_remove(before, '$.chain_role')")

    with Assessment.open(path) as again:
        again.apply(restoring([values(again)["Staff"]]))

        assert again.snapshot().cluster.staff == r.CLUSTER.staff
        assert again.snapshot().cluster.chain_role == r.CLUSTER.chain_role


def spoilt(path, sql):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(sql)


NO_HISTORY_OF_OURS = (
    "UPDATE event_rows SET row_key = '[nothing]'",
    "UPDATE event_rows SET row_key = '[]'",
    "UPDATE event_rows SET table_name = 'sqlite_schema'",
    "UPDATE event_rows SET after = '{nothing}'",
)


@pytest.mark.parametrize("sql", NO_HISTORY_OF_OURS)
def test_a_history_that_no_version_writes_is_told_as_damage(assessment, path, sql):
    assessment.apply(SaveMembers(members=(r.MEMBER,)))
    assessment.close()
    spoilt(path, sql)

    with pytest.raises(FastmapError) as error:
        Assessment.open(path)
    assert error.value.code == "file_damaged"


@pytest.mark.parametrize("sql", NO_HISTORY_OF_OURS)
def test_a_history_that_gets_so_under_a_reader_is_told_as_damage_too(assessment, path, sql):
    """Whoever only reads keeps nobody from writing, so what was looked through at opening may be another by now."""
    assessment.apply(SaveMembers(members=(r.MEMBER,)))
    assessment.close()

    with Assessment.open(path, read_only=True) as reader:
        spoilt(path, sql)

        with pytest.raises(FastmapError) as error:
            history_lines(reader)
    assert error.value.code == "file_damaged"


def test_an_earlier_value_that_makes_no_sense_is_shown_as_it_stands_and_not_put_back(assessment, path):
    assessment.apply(SaveMembers(members=(replace(r.MEMBER, status=MemberStatus.NOT_ASKED),)))
    assessment.apply(SetMemberStatus(codes=("M001",), status=MemberStatus.REFUSED))
    assessment.close()
    spoilt(path, "UPDATE event_rows SET before = json_set(before, '$.status', 'rubbish') WHERE before IS NOT NULL")

    with Assessment.open(path) as again:
        value = values(again)["Status"]

        assert (value.before, value.after) == ("rubbish", "does not want to answer")
        assert refused(again, restoring([value])).code == "restore_unsound"
