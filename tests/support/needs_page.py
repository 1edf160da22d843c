"""Help for tests of the step Needs: the page ready to be used, answers to show in it, forms to read into it."""

from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fastmap.changes import RemoveMappings
from fastmap.model.choices import Channel, ImportState, MemberStatus, ResponseState
from fastmap.model.messages import Message
from fastmap.model.organisations import Member
from fastmap.model.responses import FileOutcome, Need, Problem, Response
from fastmap.vocabulary.starter import starter_list
from tests.support.returned_forms import FULL, ONE_NEED, write_filled
from ui.pages.needs import TEXTS, NeedsPage

ENTER = Qt.Key.Key_Return
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def ready(window, qtbot):
    page = window.workspace.show_page("needs")
    assert isinstance(page, NeedsPage)
    qtbot.waitUntil(lambda: page.vocabulary.index is not None, timeout=20_000)
    window.activateWindow()
    return page


def snapshot_of(page):
    return page.session.state.snapshot


def shown(page):
    return page.list.table.rows.shown


def type_into(qtbot, field, text):
    """Type, and wait for the suggestions."""
    QTest.keyClicks(field, text)
    qtbot.waitUntil(lambda: field.is_open, timeout=5_000)


def skills_of(page):
    """What the list says, from top to bottom."""
    return [page.placing.skill_words(cluster) for cluster in page.placing.table.rows.shown]


def wait_for_proposals(page, qtbot):
    page.open_tab(TEXTS)
    qtbot.waitUntil(
        lambda: not any(c.state.value == "open" and c.doubt is None for c in page.desk.clusters(snapshot_of(page))),
        timeout=20_000,
    )
    page.placing.show_state(page.session.state)
    page.placing.table.setFocus()


def take_decisions_back(page):
    """Take back every decision about a text; return the texts."""
    texts = tuple((mapping.text_key, mapping.language) for mapping in snapshot_of(page).mappings)
    page.session.apply(RemoveMappings(texts=texts))
    return texts


def press(page, *keys):
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)


def decided(page):
    return {(mapping.text_key, mapping.language): mapping for mapping in snapshot_of(page).mappings}


def response_of(member, needs, number=1, **changes):
    return replace(
        Response(
            id=f"form-{number:024}",
            member=member,
            channel=Channel.EXCEL,
            language="en",
            received_at=NOW,
            state=ResponseState.ACCEPTED,
            needs=needs,
            raw={f"need_{need.row}_skill": need.skill_text for need in needs},
            source_name=f"form {number}.xlsx",
            source_sha256=f"{number:064}",
        ),
        **changes,
    )


def write_forms_of_every_kind(folder, snapshot):
    """Fill a new folder: taken, partly, of another cluster, a second version, a scan, an empty file, a copy."""
    folder.mkdir()
    silent = [member for member in snapshot.members if member.status is not MemberStatus.ANSWERED]
    heard = next(member for member in snapshot.members if member.status is MemberStatus.ANSWERED)
    form = {"assessment": snapshot.info.id}
    write_filled(folder / "a taken.xlsx", ONE_NEED, member=silent[0], **form)
    write_filled(folder / "b partly.xlsx", {**FULL, "need_1_short_now": "3-4"}, member=silent[1], **form)
    write_filled(folder / "c foreign.xlsx", ONE_NEED, member=Member(code="Z99", name="Z & Co"), **form)
    write_filled(folder / "d second.xlsx", FULL, member=heard, **form)
    (folder / "e scan.pdf").write_bytes(b"%PDF-1.4 a scan")
    (folder / "f empty.xlsx").write_bytes(b"")
    (folder / "g copy.xlsx").write_bytes((folder / "a taken.xlsx").read_bytes())
    return folder


def taken(page, qtbot, paths):
    page.take_files(paths)
    qtbot.waitUntil(lambda: bool(page.forms.outcomes) and not page.forms.is_running, timeout=60_000)


def states(page):
    return {row.name: row.state.value for row in page.results.table.rows.shown}


def choose_file(page, name):
    row = next(row for row in page.results.table.rows.shown if row.name == name)
    page.results.table.choose(row.key)
    return row


def many_outcomes(count, members):
    """Return what reading ``count`` forms gives, four needs each."""
    labels = [concept.names["en"].preferred for concept in starter_list().concepts]
    outcomes = []
    for number in range(count):
        needs = tuple(
            Need(row=row, skill_text=labels[(number * 7 + row * 13) % len(labels)], short_now=row, short_12m=row + 1)
            for row in range(1, 5)
        )
        response = response_of(members[number % len(members)], needs, number)
        problem = Problem(code="number_corrected", sheet="Form", cell="F9", found="≈5", done="corrected",
                          facts=Message("problem.number_corrected", {"found": "≈5", "value": 5}))  # fmt: skip
        outcomes.append(
            FileOutcome(
                path=f"forms/{number:04}.xlsx",
                state=ImportState.ACCEPTED,
                member=response.member,
                needs=4,
                problems=(problem,),
                response=replace(response, problems=(problem,)),
            )
        )
    return tuple(outcomes)
