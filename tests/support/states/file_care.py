"""The file itself: its history, its backups, a new file, a new round."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.support.states.state import Settle, State
from tests.support.ui import find


def _history(window: Any, settle: Settle) -> None:
    """Edits on several pages, one of them taken back, and the history of it all."""
    from fastmap.changes import ImportResponses, MergePartners, RemoveMembers, SaveMembers, SetMemberStatus
    from fastmap.model.choices import MemberStatus

    session = window.session
    snapshot = session.state.snapshot
    member = snapshot.members[2]
    session.apply(
        SaveMembers(members=(replace(member, headcount=84, activity="Forging and machining of large rings"),))
    )
    session.apply(SetMemberStatus(codes=tuple(one.code for one in snapshot.members[:9]), status=MemberStatus.REMINDED))
    session.apply(MergePartners(kept=snapshot.partners[0].id, gone=snapshot.partners[1].id))
    response = replace(snapshot.responses[0], remarks="Called back; the figures hold for the second site, too.")
    session.apply(ImportResponses(responses=(response,)))
    session.apply(SaveMembers(members=(replace(member, headcount=48, name=member.name + " & Söhne"),)))
    session.apply(RemoveMembers(codes=(snapshot.members[5].code,)))
    session.undo()
    settle(0.3)
    window.files.show_history()
    settle(0.3)
    table = find(window, "historyTable")
    table.choose(table.rows.shown[1].key)
    find(window, "historyValues").selectRow(0)


def _backups(window: Any, settle: Settle) -> None:
    """Several backups, one of them damaged, and the list of them."""
    from fastmap.changes import RemoveActions, RemoveMembers, RemoveResponses

    session = window.session
    assessment, snapshot = session.assessment, session.state.snapshot
    assessment.backup_now()
    session.apply(RemoveMembers(codes=tuple(one.code for one in snapshot.members[:2])))
    spoilt = assessment.backup_now()
    session.apply(RemoveActions(actions=tuple(one.id for one in snapshot.actions[:3])))
    assessment.backup_now()
    spoilt.write_bytes(spoilt.read_bytes()[:9000])
    session.apply(RemoveResponses(responses=tuple(one.id for one in session.state.snapshot.responses[:1])))
    assessment.backup_now()
    window.files.show_backups()
    settle(1.0)


def _restored(window: Any, settle: Settle) -> None:
    _backups(window, settle)
    table = find(window, "backupTable")
    table.choose(table.rows.shown[-1].key)
    find(window, "backupRestore").click()
    settle(1.0)


STATES = (
    State(page="cluster", name="history", bring_up=_history, dialog="historyDialog"),
    State(page="cluster", name="backups", bring_up=_backups, dialog="backupsDialog"),
    State(page="cluster", name="restored", bring_up=_restored, dialog="backupsDialog"),
    State(page="cluster", name="new", bring_up=lambda window, _: window.files.ask_for_new(), dialog="newDialog"),
    State(
        page="cluster", name="new-round", bring_up=lambda window, _: window.files.ask_for_round(), dialog="roundDialog"
    ),
)
