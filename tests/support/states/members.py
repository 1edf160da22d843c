"""The step Members: its panel, dialogs, personal data and erasing."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from tests.support.states.state import Settle, State, click, scroll_to_end
from tests.support.ui import find


def _personal(window: Any, settle: Settle) -> None:
    from datetime import timedelta

    from fastmap.changes import SaveMembers
    from fastmap.model.organisations import Contact

    members = window.session.state.snapshot.members
    today = datetime.now().astimezone().date()
    contacts = (
        Contact(
            member=members[0].code, name="Ane Zubeldia", consent_basis="form", consent_expires=today - timedelta(40)
        ),
        Contact(member=members[1].code, name="Uwe Falk", email="uwe@ibarlan.example"),
        Contact(
            member=members[2].code, name="Leire Sanz", consent_basis="e-mail", consent_expires=today + timedelta(9)
        ),
    )
    window.session.apply(SaveMembers(contacts=contacts))
    window.menus["personal"].trigger()
    settle(0.5)


def _erasing(window: Any, settle: Settle) -> None:
    from fastmap.changes import ImportResponses
    from fastmap.model.responses import Attachment

    name = window.session.state.snapshot.members[0].name
    content = f"%PDF {name}".encode()
    scan = Attachment(sha256="b" * 64, name="minutes of May.pdf", media_type="application/pdf", content=content)
    window.session.apply(ImportResponses(attachments=(scan,)))
    _personal(window, settle)
    find(window, "eraseMember").click()
    settle(0.5)


def _to_finish(window: Any, settle: Settle) -> None:
    from unittest.mock import Mock, patch

    from fastmap.errors import FastmapError
    from fastmap.model.erasure import Erasure, ErasureKind
    from fastmap.store import erasing_file

    erasure = Erasure(kind=ErasureKind.WORDS, words=("Jon Ibarra", "J. Ibarra"))
    full = Mock(side_effect=OSError(28, "full"))
    with patch.object(erasing_file, "clean", full), suppress(FastmapError):
        window.session.assessment.erase(erasure, placeholder="[erased]")
    _personal(window, settle)


def _finishing(window: Any, settle: Settle) -> None:
    _to_finish(window, settle)
    find(window, "eraseFinish").click()
    settle(0.5)


def _password(window: Any, settle: Settle) -> None:
    from unittest.mock import patch

    from ui.pages import members_asking

    _personal(window, settle)
    with patch.object(members_asking, "place_for", lambda *_: Path(tempfile.gettempdir()) / "round.fastmap.age"):
        find(window, "copyPassword").click()
    settle(0.3)


def _paste_members(window: Any, _settle: Settle) -> None:
    from PySide6.QtGui import QGuiApplication

    cells = (
        "Name\tPeople\tPlace\tE-mail\nTalleres Nuevos\t14\tES220\tinfo@nuevos.example\nOtra Fundición\tmany\tES22X\t"
    )
    QGuiApplication.clipboard().setText(cells)
    window.workspace.page.table.paste()


def _member_audit(window: Any, settle: Settle) -> None:
    find(window, "memberDetails").click()
    scroll_to_end("memberPanelScroll")(window, settle)


def _say(tone: str, sentence: str) -> Callable[[Any, Settle], None]:
    return lambda window, _settle: window.workspace.page.say.emit(tone, sentence)


def _erased_with_rest(window: Any, settle: Settle) -> None:
    from ui.plain_text import breakable

    _erasing(window, settle)
    find(window, "eraseDialog").show_what_is_left(
        [breakable(f"/home/ane/Documents/{'a-rather-long-name-of-a-folder/' * 4}of {n}.fastmap") for n in range(4)],
        [breakable("/home/ane/.local/share/fastmap/backups/5f7ac0ffee5f7ac0/assessment.20260914T080000.fastmap")],
        ["Action (Welding course): “Ask Zubeldia about ovens”"],
    )


def _leave_unsaved(window: Any, settle: Settle) -> None:
    from ui.frame.unsaved import UnsavedQuestion

    UnsavedQuestion("A rather long name of an assessment 2026.fastmap", 3, parent=window).open()
    settle(0.3)


STATES = (
    State(page="members", name="panel", bring_up=click("memberDetails")),
    State(page="members", name="audit", bring_up=_member_audit),
    State(page="members", name="paste", bring_up=_paste_members, dialog="membersPreview"),
    State(page="members", name="forms", bring_up=click("memberForms"), dialog="formsDialog"),
    State(page="members", name="personal", bring_up=_personal, dialog="personalDialog"),
    State(page="members", name="erasing", bring_up=_erasing, dialog="eraseDialog"),
    State(page="members", name="to_finish", bring_up=_to_finish, dialog="personalDialog"),
    State(page="members", name="finishing", bring_up=_finishing, dialog="eraseDialog"),
    State(page="members", name="password", bring_up=_password, dialog="passwordDialog"),
    State(page="members", name="reminders", bring_up=click("memberReminders"), dialog="remindersDialog"),
    State(page="members", name="good", bring_up=_say("good", "3 members added, 1 changed.")),
    State(page="members", name="warn", bring_up=_say("warn", "“many” is no number of people: nothing was changed.")),
    State(page="members", name="erased-rest", bring_up=_erased_with_rest, dialog="eraseDialog"),
    State(page="members", name="unsaved", bring_up=_leave_unsaved, dialog="unsavedBox"),
)
