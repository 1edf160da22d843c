"""Texts are cleared one by one, never where they name somebody, and only as they are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fastmap.assessment import Assessment
from fastmap.catalogue.texts import load_texts
from fastmap.errors import FastmapError
from fastmap.model.actions import RecommendationDecision
from fastmap.model.choices import RecommendationAnswer
from fastmap.model.ids import ActionId
from fastmap.model.organisations import Cluster, Contact
from fastmap.model.privacy import FreeText
from fastmap.model.snapshot import Snapshot
from fastmap.report.build import build_report
from fastmap.tasks.clearing import clear_texts, texts_to_clear, withdraw_texts
from tests.report.whole_cluster import MADE_ON, advised, whole_snapshot
from tests.support.builders import assess, own_uri, shipped_catalogue

REMARK, NOTE = "Evenings suit us best", "Ask for a second group in autumn"
CONTACTS = (Contact(member="M002", name="Nerea Etxeberria"),)


def cluster(remark: str = REMARK, note: str = NOTE) -> Snapshot:
    """Return the whole cluster, in which the first member and the first action say something in words."""
    found = whole_snapshot()
    first, *others = found.responses
    action, *more = found.actions
    return replace(
        found,
        responses=(replace(first, remarks=remark), *(replace(one, remarks=None) for one in others)),
        actions=(replace(action, note=note), *more),
        decisions=(
            RecommendationDecision(recommendation="B2", answer=RecommendationAnswer.LATER, reason="After the summer"),
        ),
    )


def cleared(snapshot: Snapshot, *wanted: tuple[FreeText, str]) -> Snapshot:
    return replace(snapshot, cleared_texts=clear_texts(snapshot, CONTACTS, wanted).texts)


def told(snapshot: Snapshot) -> str:
    """Return every text of the anonymous report, and of its data."""
    results = advised(assess(snapshot))
    report = build_report(results, shipped_catalogue(), load_texts("en"), anonymous=True, made_on=MADE_ON)
    return repr(report)


def all_of(snapshot: Snapshot) -> list[tuple[FreeText, str]]:
    return [(one.kind, one.key) for one in texts_to_clear(snapshot, CONTACTS)]


def test_no_free_text_is_shown_unless_somebody_cleared_it():
    words = told(cluster())

    assert not [text for text in (REMARK, NOTE, "After the summer", "Interviews with integrators") if text in words]


def test_cleared_texts_stand_in_the_anonymous_report_and_its_data_without_whose_they_are():
    snapshot = cluster()

    words = told(cleared(snapshot, *all_of(snapshot)))

    assert [text for text in (REMARK, NOTE, "Interviews with integrators") if text not in words] == []
    assert "R001" not in words
    assert "Remark of a member" in words


def test_a_text_that_changes_after_it_was_cleared_is_not_shown_any_more():
    snapshot = cluster()
    clearances = cleared(snapshot, *all_of(snapshot)).cleared_texts
    changed = replace(cluster(remark="Mornings suit us best"), cleared_texts=clearances)

    assert "suit us best" not in told(changed)
    row = next(one for one in texts_to_clear(changed, CONTACTS) if one.kind is FreeText.REMARK)
    assert (row.is_cleared, row.was_changed) == (False, True)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("We share a press with Talleres Urkola", "Talleres Urkola"),
        ("urkola knows more", "urkola"),
        ("The University of the Valley is slow", "University of the Valley"),
        ("Nerea can tell you", "Nerea"),
        ("Write to training@example.org", "training@example.org"),
        ("Call +34 943 123 456 first", "+34 943 123 456"),
    ],
)
def test_a_text_that_names_somebody_cannot_be_cleared_and_shows_where(text, named):
    snapshot = cluster(remark=text)
    row = next(one for one in texts_to_clear(snapshot, CONTACTS) if one.kind is FreeText.REMARK)

    assert named in [text[start:end] for start, end in row.names]
    with pytest.raises(FastmapError) as refused:
        clear_texts(snapshot, CONTACTS, [(row.kind, row.key)])
    assert refused.value.code == "text_names_somebody"
    assert "names a member" in load_texts("en").say(refused.value.message)


def test_words_for_kinds_of_partners_name_nobody():
    snapshot = cluster(remark="The vocational school near us has no university course in TIG welding")

    assert [one.names for one in texts_to_clear(snapshot, CONTACTS) if one.kind is FreeText.REMARK] == [()]


def test_a_text_that_names_a_member_who_joined_after_it_was_cleared_is_not_shown():
    snapshot = cluster(remark="Zeruko would help")
    found = cleared(snapshot, *all_of(snapshot))
    first, *others = found.members
    joined = replace(found, members=(replace(first, name="Zeruko S.L."), *others))

    assert "Zeruko" not in told(joined)


def test_a_text_that_is_gone_is_refused():
    with pytest.raises(FastmapError) as refused:
        clear_texts(cluster(), CONTACTS, [(FreeText.ACTION_NOTE, "nobody")])

    assert refused.value.code == "text_to_clear_unknown"


def test_a_clearance_is_kept_in_the_file_can_be_undone_and_withdrawn(tmp_path):
    snapshot = cluster()
    key = ActionId(snapshot.actions[0].id)
    with Assessment.create(
        tmp_path / "round.fastmap",
        cluster=Cluster(name="C", country="ES"),
        round_label="1",
        backup_folder=tmp_path / "backups",
    ) as assessment:
        assessment.apply(clear_texts(snapshot, CONTACTS, [(FreeText.ACTION_NOTE, key)]))
        assert [one.key for one in assessment.snapshot().cleared_texts] == [key]
        assessment.undo()
        assert assessment.snapshot().cleared_texts == ()
        assessment.redo()
        assessment.apply(withdraw_texts([(FreeText.ACTION_NOTE, key)]))
        assert assessment.snapshot().cleared_texts == ()


def test_texts_are_listed_in_no_order_of_the_members():
    rows = texts_to_clear(whole_snapshot(), CONTACTS)

    remarks = [one.text for one in rows if one.kind is FreeText.REMARK]
    assert remarks == sorted(remarks, key=str.casefold)
    assert [one.about for one in rows if one.kind is FreeText.VERDICT_REASON] == ["Robot programming"]
    assert own_uri("Robot programming") in [one.key for one in rows]
