"""History, undo and redo: every change can be taken back, also after a restart."""

import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import fastmap.changes
from fastmap.assessment import Assessment
from fastmap.catalogue.texts import load_texts
from fastmap.changes import (
    Change,
    ImportResponses,
    MarkStrategic,
    RecordEdit,
    RemoveActions,
    RemoveAttachments,
    RemoveMembers,
    RemovePartners,
    RemoveResponses,
    SaveActions,
    SaveMembers,
    SavePartners,
    SetMemberStatus,
)
from fastmap.errors import FastmapError
from fastmap.model.choices import MemberStatus, ResponseState
from fastmap.model.messages import message
from fastmap.model.organisations import Contact, Member
from fastmap.store.outside import FROM_OUTSIDE
from tests.store import recorded as r
from tests.store.every_change import ALL_CHANGES, FROM_PHONES, apply_all


def test_every_change_is_tried_here():
    offered = {name for name in fastmap.changes.__all__ if name != "Change"}

    assert {type(change).__name__ for change in (*ALL_CHANGES, *FROM_PHONES)} == offered
    assert {change.name for change in FROM_PHONES[3:]} == set(FROM_OUTSIDE)


def test_undoing_one_by_one_goes_back_through_every_state_and_redoing_forward(assessment, path):
    hashes = apply_all(assessment)
    assert len(set(hashes)) == len(hashes) - 1
    assert hashes[-1] == hashes[12], "the last change goes back to an earlier state"
    assessment.close()

    with Assessment.open(path) as again:
        for before in reversed(hashes[:-1]):
            assert again.undo()
            assert again.content_hash() == before
        assert not again.undo()
    with Assessment.open(path) as again:
        for after in hashes[1:]:
            assert again.redo()
            assert again.content_hash() == after
        assert not again.redo()
        again.undo()
        assert again.attachment(r.ATTACHMENT.sha256) is None
        again.undo()
        again.undo()
        again.undo()
        assert again.attachment(r.ATTACHMENT.sha256) == r.ATTACHMENT, "bytes come back with the attachment"


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_change_has_words_in_every_language(assessment, language):
    texts = load_texts(language)
    own = replace(texts, fallback={})
    apply_all(assessment)
    for change in FROM_PHONES:
        assessment.apply(change)

    words = [own.say(entry.what) for entry in assessment.history()]

    assert len(words) == len(ALL_CHANGES) + len(FROM_PHONES)
    assert all(word and "{" not in word for word in words)


class MadeAndGone(Change):
    """Makes a row and takes it away again, as a random change may."""

    name = "save_actions"

    def apply(self, records):
        records.save(r.ACTION)
        records.remove(type(r.ACTION), r.ACTION.id)

    def facts(self):
        return {"count": 1}


def test_a_change_that_made_a_row_and_took_it_away_again_is_undone(assessment):
    assessment.apply(MadeAndGone())

    assert assessment.undo()
    assert assessment.redo()


def test_a_change_that_alters_nothing_leaves_no_trace(assessment):
    assessment.apply(SaveMembers(members=(r.MEMBER,)))

    touched = assessment.apply(SaveMembers(members=(r.MEMBER,)))

    assert not touched
    assert len(assessment.history()) == 1


def test_touched_names_kinds_and_ids(assessment):
    assessment.apply(SaveMembers(members=(r.MEMBER,), contacts=(r.CONTACT,)))

    touched = assessment.apply(ImportResponses(responses=(r.RESPONSE,)))

    assert touched.ids == {"responses": {"R1"}, "members": {"M001"}}
    assert touched.kinds == {"responses", "members"}
    assert assessment.undo() == touched


def test_a_new_change_after_undo_drops_what_could_be_redone_and_its_bytes(assessment):
    assessment.apply(ImportResponses(attachments=(r.ATTACHMENT,)))
    assessment.undo()
    assert assessment.can_redo == message("change.import_responses", count=1)

    assessment.apply(RecordEdit(n=1))

    assert assessment.can_redo is None
    assert [entry.what.key for entry in assessment.history()] == ["change.record_edit"]
    with assessment._file.reading() as connection:
        assert connection.execute("SELECT count(*) FROM attachment_contents").fetchone() == (0,)


def test_sequence_numbers_are_never_used_twice(assessment):
    assessment.apply(RecordEdit(n=1))
    assessment.undo()
    assessment.apply(RecordEdit(n=2))

    assert [entry.sequence for entry in assessment.history()] == [2]


def test_the_menu_says_what_undo_would_take_back(assessment):
    assert (assessment.can_undo, assessment.can_redo) == (None, None)
    assessment.apply(SaveMembers(members=(r.MEMBER,)))

    assert assessment.can_undo == message("change.save_members", count=1)


def test_history_is_in_order_of_change_even_if_the_clock_goes_backwards(path):
    moments = iter(datetime(2026, 3, 2, tzinfo=UTC) - timedelta(days=days) for days in range(20))
    with Assessment.create(path, cluster=r.CLUSTER, round_label="1", clock=lambda: next(moments)) as assessment:
        for n in range(1, 5):
            assessment.apply(RecordEdit(n=n))
        assessment.undo()

        history = assessment.history()

    assert [entry.what.facts["n"] for entry in history] == [1, 2, 3, 4]
    assert [entry.undone for entry in history] == [False, False, False, True]
    assert history[0].at > history[-1].at


def test_the_history_holds_contact_data_only_in_rows_of_their_own(assessment, path):
    """What a later erasure must find: nothing of a contact but in the rows about contacts."""
    apply_all(assessment)
    assessment.close()

    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT table_name, coalesce(before, '') || coalesce(after, '') FROM event_rows")
        holding = Counter(table for table, text in rows if "A. Person" in text or "Head of studies" in text)
        facts = connection.execute("SELECT group_concat(facts) FROM events").fetchone()[0]

    assert set(holding) == {"contacts", "partner_contacts"}
    assert "Person" not in facts


CODES = st.sampled_from(["M001", "M002", "M003"])
RESPONSES = st.sampled_from(["R1", "R2", "R3"])
PARTNERS = st.sampled_from(["P1", "P2"])
RANDOM_CHANGES = st.one_of(
    st.builds(
        lambda code, name: SaveMembers(members=(Member(code=code, name=name),)), CODES, st.text("abc", max_size=3)
    ),
    st.builds(lambda code: SaveMembers(contacts=(Contact(member=code, name="n"),)), CODES),
    st.builds(lambda code: RemoveMembers(codes=(code,)), CODES),
    st.builds(lambda code, status: SetMemberStatus(codes=(code,), status=status), CODES, st.sampled_from(MemberStatus)),
    st.builds(
        lambda response, code, state, rows: ImportResponses(
            responses=(
                replace(
                    r.RESPONSE,
                    id=response,
                    member=code,
                    state=state,
                    needs=tuple(replace(r.NEED, row=row) for row in rows),
                ),
            ),
            attachments=(r.ATTACHMENT,),
        ),
        RESPONSES,
        st.one_of(st.none(), CODES),
        st.sampled_from(ResponseState),
        st.sets(st.integers(1, 8), max_size=3),
    ),
    st.builds(lambda response: RemoveResponses(responses=(response,)), RESPONSES),
    st.builds(
        lambda partner, contact: SavePartners(
            partners=(replace(r.PARTNER, id=partner, contact=contact),),
            offers=(replace(r.OFFER, partner=partner),),
            skills=(r.SKILL,),
        ),
        PARTNERS,
        st.one_of(st.none(), st.text("xy", max_size=2)),
    ),
    st.builds(lambda partner: RemovePartners(partners=(partner,)), PARTNERS),
    st.builds(lambda on: MarkStrategic(skill=r.SKILL, strategic=on, reason="r"), st.booleans()),
    st.just(SaveActions(actions=(r.ACTION,))),
    st.just(RemoveActions(actions=("A-1",))),
    st.just(RemoveAttachments(attachments=(r.ATTACHMENT.sha256,))),
    st.sampled_from(["undo", "redo"]),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(RANDOM_CHANGES, max_size=14))
def test_undoing_everything_restores_the_first_hash_and_redoing_the_last(tmp_path_factory, steps):
    path = tmp_path_factory.mktemp("undo") / "a.fastmap"
    with Assessment.create(path, cluster=r.CLUSTER, round_label="1") as assessment:
        empty = assessment.content_hash()
        for step in steps:
            try:
                getattr(assessment, step)() if isinstance(step, str) else assessment.apply(step)
            except (FastmapError, sqlite3.IntegrityError):
                continue  # refused: about a member who is not there; the sequence goes on
        while assessment.redo():
            pass
        final = assessment.content_hash()

        while assessment.undo():
            pass
        assert assessment.content_hash() == empty
        while assessment.redo():
            pass
        assert assessment.content_hash() == final
        assert assessment.check()
