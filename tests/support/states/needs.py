"""The step Needs."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.support.states.state import Settle, State, open_first
from tests.support.ui import find


def _tab(number: int) -> Callable[[Any, Settle], None]:
    return lambda window, _settle: find(window, "needsTabs").setCurrentIndex(number)


def _vocabulary(window: Any, settle: Settle) -> None:
    _tab(1)(window, settle)
    settle(3)
    find(window, "showVocabulary").click()


def _import_forms(window: Any, settle: Settle) -> None:
    from fastmap.model.choices import MemberStatus
    from fastmap.model.organisations import Member
    from tests.support.returned_forms import FULL, ONE_NEED, write_filled

    page, snapshot = window.workspace.page, window.session.state.snapshot
    silent = [member for member in snapshot.members if member.status is not MemberStatus.ANSWERED]
    heard = next(member for member in snapshot.members if member.status is MemberStatus.ANSWERED)
    folder = Path(tempfile.mkdtemp(prefix="grab-forms-"))
    form = {"assessment": snapshot.info.id}
    write_filled(folder / "01 taken.xlsx", ONE_NEED, member=silent[0], **form)
    write_filled(folder / "02 partly.xlsx", {**FULL, "need_1_short_now": "3-4"}, member=silent[1], **form)
    write_filled(folder / "03 another cluster.xlsx", ONE_NEED, member=Member(code="Z99", name="Z & Co"), **form)
    write_filled(folder / "04 second answer.xlsx", FULL, member=heard, **form)
    (folder / "05 scan.pdf").write_bytes(b"%PDF-1.4 a scan")
    (folder / "06 empty.xlsx").write_bytes(b"")
    page.take_files([folder])
    while page.forms.is_running or not page.forms.outcomes:
        settle(0.1)
    rows = page.results.table.rows.shown
    page.results.table.choose(next(row.key for row in rows if row.state.value == "to_check"))


def _compare_answers(window: Any, settle: Settle) -> None:
    _import_forms(window, settle)
    table = window.workspace.page.results.table
    table.choose(next(row.key for row in table.rows.shown if row.name.startswith("04")))
    settle(0.3)
    find(window, "importDetailScroll").verticalScrollBar().setValue(find(window, "answerComparison").y())


STATES = (
    State(page="needs", name="texts", bring_up=_tab(1)),
    State(page="needs", name="vocabulary", bring_up=_vocabulary, dialog="vocabularyDialog"),
    State(page="needs", name="detail", bring_up=open_first("needsTable")),
    State(page="needs", name="import", bring_up=_import_forms),
    State(page="needs", name="compare", bring_up=_compare_answers),
)
