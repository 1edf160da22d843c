"""States of pages that `grab.py --states` brings up before it takes a picture: other tabs, panels, dialogs, messages."""

<<<<<<< HEAD
from tests.support.states import (
    actions,
    cluster,
    diagnosis,
    file_care,
    members,
    needs,
    next_steps,
    partners,
    report,
    workshop,
)

STATES = (
    *file_care.STATES,
    *cluster.STATES,
    *members.STATES,
    *needs.STATES,
    *partners.STATES,
    *diagnosis.STATES,
    *actions.STATES,
    *next_steps.STATES,
    *report.STATES,
    *workshop.STATES,
=======
from __future__ import annotations

import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from tests.support.ui import find

Settle = Callable[[float], None]


@dataclass(frozen=True, kw_only=True)
class State:
    """Something on a page that a visit alone does not show."""

    page: str
    name: str
    bring_up: Callable[[Any, Settle], None]
    """Takes the window and a function that lets it work for some seconds."""
    dialog: str = ""
    """Object name of the dialog that is taken instead of the window."""


def _click(name: str) -> Callable[[Any, Settle], None]:
    return lambda window, _settle: find(window, name).click()


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


def _erased_with_rest(window: Any, settle: Settle) -> None:
    from ui.plain_text import breakable

    _erasing(window, settle)
    find(window, "eraseDialog").show_what_is_left(
        [breakable(f"/home/ane/Documents/{'a-rather-long-name-of-a-folder/' * 4}of {n}.fastmap") for n in range(4)],
        [breakable("/home/ane/.local/share/fastmap/backups/5f7ac0ffee5f7ac0/assessment.20260914T080000.fastmap")],
        ["Action (Welding course): “Ask Zubeldia about ovens”"],
    )


def _meeting(window: Any, settle: Settle) -> None:
    from fastmap.changes import RemoveWorkshop

    for known in window.session.state.snapshot.workshops:
        window.session.apply(RemoveWorkshop(workshop=known.id))
    window.menus["meeting"].trigger()
    settle(0.5)


def _agenda(window: Any, settle: Settle) -> None:
    _meeting(window, settle)
    find(window, "meetingEmptyPrimary").click()
    find(window, "agendaTable").choose("3")
    find(window, "agendaNotes").insertPlainText("Welding is missing for the night shift.")
    find(window, "agendaDecisions").insertPlainText("Ane asks the school by Friday.")
    find(window, "agendaBegin").click()
    settle(0.5)


def _new_vote(window: Any, settle: Settle) -> None:
    _meeting(window, settle)
    find(window, "meetingEmptyPrimary").click()
    settle(1.5)
    find(window, "meetingViews_votes").click()
    find(window, "ballotNew").click()
    settle(0.3)


def _vote(window: Any, settle: Settle) -> None:
    from fastmap.changes import CountByHand

    _new_vote(window, settle)
    find(window, "ballotOpen").click()
    ballot = window.session.state.snapshot.ballots[-1]
    dots = {option: place for place, option in enumerate(ballot.options)}
    window.session.apply(CountByHand(ballot=ballot.id, dots=dots, voters=16))
    find(window, "ballotTurn").click()
    settle(0.5)


def _question(begin: Callable[[Any, Settle], None], button: str) -> Callable[[Any, Settle], None]:
    """Press ``button``, and let the question that it asks stay open instead of waiting for its answer."""

    def bring_up(window: Any, settle: Settle) -> None:
        from ui.widgets.question import Question

        setattr(Question, "is_meant", lambda question: bool(question.open()))  # noqa: B010 - a method of a class
        begin(window, settle)
        find(window, button).click()
        settle(0.3)

    return bring_up


def _ask_for_new_cards(window: Any, settle: Settle) -> None:
    from ui.workshop.new_cards import NewCardsQuestion

    NewCardsQuestion(is_room_open=True, parent=window).open()
    settle(0.3)


def _leave_unsaved(window: Any, settle: Settle) -> None:
    from ui.frame.unsaved import UnsavedQuestion

    UnsavedQuestion("A rather long name of an assessment 2026.fastmap", 3, parent=window).open()
    settle(0.3)


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


def _figures(*names: str) -> Callable[[Any, Settle], None]:
    def bring_up(window: Any, settle: Settle) -> None:
        for name in ("reportViews_figures", *names):
            find(window, name).click()
            settle(0.3)

    return bring_up


def _grant(window: Any, settle: Settle) -> None:
    find(window, "clusterGrantFold").click()
    settle(0.3)
    scroll = find(window, "clusterScroll")
    scroll.ensureWidgetVisible(find(window, "grantLogoWords"))


def _period(window: Any, settle: Settle) -> None:
    find(window, "reportViews_figures").click()
    settle(0.3)
    box = find(window, "kpiPeriodFilter")
    box.setCurrentIndex(box.count() - 1)
    box.activated.emit(box.currentIndex())
    settle(0.3)


def _refused_target(window: Any, settle: Settle) -> None:
    find(window, "nextStep_broaden").click()
    settle(0.3)
    line = find(window, "target_education_types_inside")
    line.setText("150")
    line.setModified(True)
    line.editingFinished.emit()
    settle(0.2)


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


def _paste_members(window: Any, _settle: Settle) -> None:
    from PySide6.QtGui import QGuiApplication

    cells = (
        "Name\tPeople\tPlace\tE-mail\nTalleres Nuevos\t14\tES220\tinfo@nuevos.example\nOtra Fundición\tmany\tES22X\t"
    )
    QGuiApplication.clipboard().setText(cells)
    window.workspace.page.table.paste()


def _paste_partners(window: Any, settle: Settle) -> None:
    from PySide6.QtGui import QGuiApplication

    cells = (
        "Name\tType\tStage\tSkill\tPlaces\tBudget\nCentro Nuevo\tvet\t2\tCNC programming\t12\t\n"
        "Centro Nuevo\tvet\t2\tPLC programming\tmany\t\nInstituto de FP Valdorma\tvet\t5\t\t\t\nSin tipo\t\t\t\t\t\n"
    )
    QGuiApplication.clipboard().setText(cells)
    page = window.workspace.page
    page.directory.table.choose(page.directory.table.rows.row_key(page.directory.table.rows.shown[0]), "name")
    page.directory.table.paste()
    settle(2)


def _open_first(table: str) -> Callable[[Any, Settle], None]:
    def open_it(window: Any, _settle: Settle) -> None:
        rows = find(window, table)
        key = rows.rows.row_key(rows.rows.shown[0])
        rows.choose(key)
        rows.row_opened.emit(key)

    return open_it


def _since(part: str) -> Callable[[Any, Settle], None]:
    def show(window: Any, settle: Settle) -> None:
        find(window, "diagnosisPart_since").click()
        find(window, f"sincePart_{part}").click()
        settle(0.2)

    return show


def _since_nothing(window: Any, settle: Settle) -> None:
    find(window, "diagnosisPart_since").click()
    find(window, "forgetEarlier").click()
    settle(1.0)


def _open_card(window: Any, _settle: Settle) -> None:
    window.workspace.page.grid.findChildren(type(_first(window, "actionCard")))[0].opened.emit()


def _own_target(window: Any, settle: Settle) -> None:
    from fastmap.changes import SetIndicatorTarget
    from fastmap.model.actions import IndicatorTarget

    window.session.apply(SetIndicatorTarget(target=IndicatorTarget(key="response_rate", target=0.75)))
    settle(2.0)
    find(window, "nextStep_broaden").click()


def _filter_actions(window: Any, _settle: Settle) -> None:
    find(window, "filterActions").click()
    box = find(window, "filter_status")
    box.setCurrentIndex(box.findData("running"))


def _record_practice(window: Any, _settle: Settle) -> None:
    find(window, "showPractices").click()
    find(window, "recordPractice").click()


def _odd_action(window: Any, settle: Settle) -> None:
    from fastmap.changes import SaveActions

    action = next(one for one in window.session.state.snapshot.actions if one.id == "A005")
    evidence = ("Agreement of 3 June", "https://example.org/ferrana/dual-programme/agreement-and-places-of-2026")
    odd = replace(action, partners=(), end=date(2020, 1, 1), evidence=evidence)
    window.session.apply(SaveActions(actions=(odd,)))
    settle(0.5)
    window.workspace.page.grid.cards["A005"].opened.emit()
    settle(0.3)
    find(window, "editPanelScroll").verticalScrollBar().setValue(0)


def _sixty_actions(window: Any, settle: Settle) -> None:
    from fastmap.changes import SaveActions
    from fastmap.model.actions import ALL_CELLS

    known = window.session.state.snapshot.actions
    more = [
        replace(
            known[number % len(known)],
            id=f"Z{number:03}",
            cell=ALL_CELLS[number % 6],
            title=f"{known[number % len(known)].title} {number}",
        )
        for number in range(60 - len(known))
    ]
    window.session.apply(SaveActions(actions=tuple(more)))
    settle(1.0)


def _name_organisations(window: Any, settle: Settle) -> None:
    from tests.support.named_links import add_named_links

    add_named_links(window.session)
    settle(1.0)


def _review_names(window: Any, settle: Settle) -> None:
    _name_organisations(window, settle)
    find(window, "reviewNames").click()


def _merge_partners(window: Any, settle: Settle) -> None:
    from ui.pages.partners_merging import MergeDialog

    page = window.workspace.page
    first, second = (partner.id for partner in page.session.state.snapshot.partners[:2])
    dialog = MergeDialog(page.presenter, first, parent=page)
    dialog.show()
    dialog.other.setCurrentIndex(dialog.other.findData(second))
    settle(0.2)


def _ask_providers(window: Any, settle: Settle) -> None:
    from fastmap.tasks.asking_providers import partners_to_ask
    from ui.pages.partners_asking import AskDialog

    page = window.workspace.page
    snapshot = page.session.state.snapshot
    usual = [partner.id for partner in partners_to_ask(snapshot)]
    AskDialog(snapshot.partners, usual, page.presenter.reading.texts_of_file(), least_members=5, parent=page).show()
    settle(0.2)


def _show_reply(window: Any, settle: Settle) -> None:
    from tests.support.builders import make_partner
    from tests.support.returned_offers import demand_for, write_offers
    from ui.pages.partners_replies import ReplyDialog

    page = window.workspace.page
    folder = Path(tempfile.mkdtemp(prefix="grab-offers-"))
    content = demand_for(make_partner("P9", name="Escuela & Sons"), assessment=page.session.state.snapshot.info.id)
    page.take_files(
        [write_offers(folder / "f.xlsx", {"offer_1_places": 16, "offer_3_skill": "Laser"}, content=content)]
    )
    while not page.files.exchange.waiting_replies():
        settle(0.1)
    state = page.session.state
    types = page.presenter.reading.choices("type")
    dialog = ReplyDialog(
        page.files.exchange.waiting_replies()[0], state.snapshot.partners, types, state.texts, parent=page
    )
    dialog.whose.setCurrentIndex(1)
    dialog.show()
    settle(0.2)


def _take_offers(window: Any, settle: Settle) -> None:
    """Take a form with doubtful cells, and one that is damaged; the panel lists what came in."""
    from tests.support.returned_offers import demand_for, write_offers

    page = window.workspace.page
    folder, snapshot = Path(tempfile.mkdtemp(prefix="grab-sent-")), page.session.state.snapshot
    school = snapshot.partners[0]
    answers = {"offer_1_places": "many", "offer_1_fit": "perhaps", "remarks": "Call us in September"}
    sent = write_offers(folder / "sent.xlsx", answers, content=demand_for(school, assessment=snapshot.info.id))
    damaged = folder / "damaged.xlsx"
    damaged.write_bytes(sent.read_bytes()[:2000])
    page.take_files([sent, damaged])
    while page.findings_strip.isHidden():
        settle(0.1)


def _show_sent(window: Any, settle: Settle) -> None:
    _take_offers(window, settle)
    page = window.workspace.page
    page.directory.open(page.session.state.snapshot.partners[0].id)
    settle(0.3)
    find(window, "sentForm0Cells").click()
    settle(0.3)
    find(window, "partnerPanelScroll").verticalScrollBar().setValue(page.directory.panel.sent.y())


def _show_findings(window: Any, settle: Settle) -> None:
    from ui.pages.partners_findings import FindingsDialog

    _take_offers(window, settle)
    page = window.workspace.page
    FindingsDialog(page.files.exchange.findings, page.session.state.texts, parent=page).show()
    settle(0.2)


def _first(window: Any, prefix: str) -> Any:
    from PySide6.QtWidgets import QWidget

    return next(child for child in window.workspace.page.findChildren(QWidget) if child.objectName().startswith(prefix))


def _roadmap(window: Any, settle: Settle) -> None:
    find(window, "nextStepsTabs").setCurrentIndex(1)
    settle(0.3)


def _roadmap_panel(window: Any, settle: Settle) -> None:
    _roadmap(window, settle)
    rows = window.workspace.page.roadmap.lanes.rows
    window.workspace.page.roadmap.open_action(list(rows)[-1])
    settle(0.3)


def _plan(window: Any, settle: Settle) -> None:
    card = _first(window, "showDecision_")
    card.click()
    settle(0.3)
    page = window.workspace.page
    page.area.ensureWidgetVisible(page._cards[card.objectName().removeprefix("showDecision_")].paper, 0, 40)


def _others(window: Any, settle: Settle) -> None:
    toggle = find(window, "showWhyNotOthers")
    toggle.click()
    settle(0.3)
    window.workspace.page.area.ensureWidgetVisible(toggle, 0, 340)


def _back(window: Any, settle: Settle) -> None:
    """Put the first decision off, then take answers away so that its facts change."""
    from fastmap.changes import RemoveResponses
    from fastmap.model.choices import RecommendationAnswer

    page, session = window.workspace.page, window.session
    first = session.state.results.recommendations[0].id
    page.presenter.answer(first, RecommendationAnswer.LATER, "After the summer, when the budget is known")
    session.apply(RemoveResponses(responses=tuple(one.id for one in session.state.snapshot.responses[:6])))
    settle(3)
    page.area.ensureWidgetVisible(page._cards[first], 0, 200)


def _try_weights(window: Any, settle: Settle) -> None:
    find(window, "tool_weights").click()
    settle(0.1)
    find(window, "weight_size").setValue(60)


def _try_thresholds(window: Any, settle: Settle) -> None:
    find(window, "tool_thresholds").click()
    settle(1.0)
    find(window, "threshold_balanced").setValue(10)
    find(window, "threshold_suffices").setValue(-10)


def _look_at_members(window: Any, settle: Settle) -> None:
    from fastmap.analysis.restricting import MemberFilter, Size

    window.workspace.page.looking.look_at(MemberFilter(size=Size.SMALL))
    settle(2.0)


def _look_at_nobody(window: Any, settle: Settle) -> None:
    from fastmap.analysis.restricting import MemberFilter, Sort

    window.workspace.page.looking.look_at(MemberFilter(sort=Sort.RTO))
    settle(2.0)


def _scroll_to_end(name: str) -> Callable[[Any, Settle], None]:
    def scroll(window: Any, settle: Settle) -> None:
        settle(0.2)
        bar = find(window, name).verticalScrollBar()
        bar.setValue(bar.maximum())

    return scroll


def _member_audit(window: Any, settle: Settle) -> None:
    find(window, "memberDetails").click()
    _scroll_to_end("memberPanelScroll")(window, settle)


def _say(tone: str, sentence: str) -> Callable[[Any, Settle], None]:
    return lambda window, _settle: window.workspace.page.say.emit(tone, sentence)


def _coverage_table(window: Any, settle: Settle) -> None:
    find(window, "partnersView_coverage").click()
    settle(0.1)
    find(window, "coverageForm_table").click()


def _network(*, looked_at: bool) -> Callable[[Any, Settle], None]:
    def show(window: Any, settle: Settle) -> None:
        find(window, "partnersView_network").click()
        view = window.workspace.page.network
        while view.presenter.reading is None:
            settle(0.05)
        if looked_at:
            view.focus_on(view.presenter.state.results.ecosystem.network.brokers[0])

    return show


def _team(person: str = "") -> Callable[[Any, Settle], None]:
    def open_it(window: Any, settle: Settle) -> None:
        find(window, "clusterView_team").click()
        settle(1)
        if person:
            view = window.workspace.page.team
            row = next(row for row in view.table.rows.shown if row.respondent == person)
            view.table.row_opened.emit(row.id)
            settle(0.5)

    return open_it


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


def _phones(window: Any, settle: Settle) -> None:
    from ui.phone.networks import Network
    from ui.workshop import phones_dialog

    here = Network(name="Wi-Fi", address="127.0.0.1", is_wireless=True, is_virtual=False)
    vpn = Network(name="tun0", address="10.8.0.2", is_wireless=False, is_virtual=True)
    vars(phones_dialog)["networks"] = lambda: (here, vpn)
    window.menus["phones"].trigger()
    settle(0.3)


def _room(window: Any, settle: Settle) -> None:
    _phones(window, settle)
    find(window, "phonesOpen").click()
    settle(0.3)


def _kiosk(*names: str) -> Callable[[Any, Settle], None]:
    def bring_up(window: Any, settle: Settle) -> None:
        window.workshop._open_kiosk("4711")
        kiosk = find(window, "kiosk")
        kiosk.showNormal()
        kiosk.resize(window.size())
        for name in names:
            settle(0.1)
            if not name.startswith("="):
                find(kiosk, name).click()
                continue
            field, _, text = name[1:].partition("=")
            find(kiosk, field).setText(text)
        settle(0.3)

    return bring_up


STATES = (
    State(page="cluster", name="history", bring_up=_history, dialog="historyDialog"),
    State(page="cluster", name="backups", bring_up=_backups, dialog="backupsDialog"),
    State(page="cluster", name="restored", bring_up=_restored, dialog="backupsDialog"),
    State(page="cluster", name="grant", bring_up=_grant),
    State(page="cluster", name="team", bring_up=_team()),
    State(page="cluster", name="team_staff", bring_up=_team("T004")),
    State(page="cluster", name="team_stakeholder", bring_up=_team("S004")),
    State(page="members", name="panel", bring_up=_click("memberDetails")),
    State(page="members", name="audit", bring_up=_member_audit),
    State(page="members", name="paste", bring_up=_paste_members, dialog="membersPreview"),
    State(page="members", name="forms", bring_up=_click("memberForms"), dialog="formsDialog"),
    State(page="members", name="personal", bring_up=_personal, dialog="personalDialog"),
    State(page="members", name="erasing", bring_up=_erasing, dialog="eraseDialog"),
    State(page="cluster", name="meeting", bring_up=_meeting, dialog="meetingDialog"),
    State(page="cluster", name="agenda", bring_up=_agenda, dialog="meetingDialog"),
    State(page="cluster", name="new-vote", bring_up=_new_vote, dialog="meetingDialog"),
    State(page="cluster", name="vote", bring_up=_vote, dialog="meetingDialog"),
    State(
        page="cluster",
        name="remove-workshop",
        bring_up=_question(_vote, "meetingRemove"),
        dialog="removeWorkshopBox",
    ),
    State(page="cluster", name="new-cards", bring_up=_ask_for_new_cards, dialog="newCardsBox"),
    State(page="members", name="to_finish", bring_up=_to_finish, dialog="personalDialog"),
    State(page="members", name="erased-rest", bring_up=_erased_with_rest, dialog="eraseDialog"),
    State(page="members", name="unsaved", bring_up=_leave_unsaved, dialog="unsavedBox"),
    State(page="members", name="finishing", bring_up=_finishing, dialog="eraseDialog"),
    State(page="members", name="password", bring_up=_password, dialog="passwordDialog"),
    State(page="members", name="reminders", bring_up=_click("memberReminders"), dialog="remindersDialog"),
    State(page="members", name="good", bring_up=_say("good", "3 members added, 1 changed.")),
    State(page="members", name="warn", bring_up=_say("warn", "“many” is no number of people: nothing was changed.")),
    State(page="needs", name="texts", bring_up=_tab(1)),
    State(page="needs", name="vocabulary", bring_up=_vocabulary, dialog="vocabularyDialog"),
    State(page="needs", name="detail", bring_up=_open_first("needsTable")),
    State(page="needs", name="import", bring_up=_import_forms),
    State(page="needs", name="compare", bring_up=_compare_answers),
    State(page="partners", name="panel", bring_up=_open_first("partnerTable")),
    State(page="partners", name="strip", bring_up=_name_organisations),
    State(page="partners", name="names", bring_up=_review_names),
    State(page="partners", name="merge", bring_up=_merge_partners, dialog="mergePartners"),
    State(page="partners", name="ask", bring_up=_ask_providers, dialog="askProviders"),
    State(page="partners", name="reply", bring_up=_show_reply, dialog="offerReply"),
    State(page="partners", name="taken", bring_up=_take_offers),
    State(page="partners", name="sent", bring_up=_show_sent),
    State(page="partners", name="findings", bring_up=_show_findings, dialog="importFindings"),
    State(page="partners", name="paste", bring_up=_paste_partners, dialog="partnersPreview"),
    State(page="partners", name="new", bring_up=_click("addPartner")),
    State(page="partners", name="coverage", bring_up=_click("partnersView_coverage")),
    State(page="partners", name="introductions", bring_up=_click("partnersView_introductions")),
    State(page="partners", name="commitments", bring_up=_click("partnersView_commitments")),
    State(page="diagnosis", name="map", bring_up=_click("needView_map")),
    State(page="diagnosis", name="answered", bring_up=_click("tool_answered")),
    State(page="diagnosis", name="weights", bring_up=_try_weights),
    State(page="diagnosis", name="thresholds", bring_up=_try_thresholds),
    State(page="diagnosis", name="filtered", bring_up=_look_at_members),
    State(page="diagnosis", name="nobody", bring_up=_look_at_nobody),
    State(page="partners", name="coverage-table", bring_up=_coverage_table),
    State(page="partners", name="network", bring_up=_network(looked_at=False)),
    State(page="partners", name="network-focus", bring_up=_network(looked_at=True)),
    State(page="diagnosis", name="groups", bring_up=_click("needLevel_groups")),
    State(page="diagnosis", name="few", bring_up=_click("fewToggle")),
    State(page="diagnosis", name="since", bring_up=_since("needs")),
    State(page="diagnosis", name="since-verdicts", bring_up=_since("verdicts")),
    State(page="diagnosis", name="since-ranks", bring_up=_since("ranks")),
    State(page="diagnosis", name="since-actions", bring_up=_since("actions")),
    State(page="diagnosis", name="since-members", bring_up=_since("members")),
    State(page="diagnosis", name="since-none", bring_up=_since_nothing),
    State(page="diagnosis", name="end", bring_up=_scroll_to_end("needDetailsScroll")),
    State(page="actions", name="add", bring_up=_click("addAction")),
    State(page="actions", name="edit", bring_up=_open_card),
    State(page="actions", name="examples", bring_up=_click("showPractices")),
    State(page="actions", name="balance", bring_up=_click("showBalance")),
    State(page="actions", name="filter", bring_up=_filter_actions),
    State(page="actions", name="practice", bring_up=_record_practice),
    State(page="actions", name="odd", bring_up=_odd_action),
    State(page="actions", name="sixty", bring_up=_sixty_actions),
    State(page="next_steps", name="card", bring_up=lambda window, _: _first(window, "showDecision_").click()),
    State(page="next_steps", name="no", bring_up=lambda window, _: _first(window, "no_").click()),
    State(page="next_steps", name="connect", bring_up=_click("nextStep_connect")),
    State(page="next_steps", name="engage", bring_up=_click("nextStep_engage")),
    State(page="next_steps", name="own-target", bring_up=_own_target),
    State(page="next_steps", name="develop", bring_up=_click("nextStep_develop")),
    State(page="next_steps", name="broaden", bring_up=_click("nextStep_broaden")),
    State(page="report", name="anonymous", bring_up=_click("reportEdition_anonymous")),
    State(page="report", name="texts", bring_up=_click("reportViews_texts")),
    State(page="report", name="figures", bring_up=_click("reportViews_figures")),
    State(page="report", name="indicator", bring_up=_figures("openKpi_smes_served")),
    State(page="report", name="value", bring_up=_figures("openKpi_smes_served", "addKpiEntry")),
    State(page="report", name="own", bring_up=_figures("addOwnKpi")),
    State(page="report", name="register", bring_up=_figures("kpiParts_register")),
    State(page="report", name="period", bring_up=_period),
    State(page="next_steps", name="refused_target", bring_up=_refused_target),
    State(page="next_steps", name="roadmap", bring_up=_roadmap),
    State(page="next_steps", name="roadmap_panel", bring_up=_roadmap_panel),
    State(page="next_steps", name="plan", bring_up=_plan),
    State(page="next_steps", name="others", bring_up=_others),
    State(page="next_steps", name="back", bring_up=_back),
    State(page="report", name="end", bring_up=_scroll_to_end("reportOptions")),
    State(page="cluster", name="new", bring_up=lambda window, _: window.files.ask_for_new(), dialog="newDialog"),
    State(
        page="cluster", name="new-round", bring_up=lambda window, _: window.files.ask_for_round(), dialog="roundDialog"
    ),
    State(page="needs", name="phones", bring_up=_phones, dialog="phonesDialog"),
    State(page="needs", name="room", bring_up=_room, dialog="phonesDialog"),
    State(page="needs", name="room_bar", bring_up=_room),
    State(
        page="needs", name="kiosk_begin", bring_up=lambda window, _: window.workshop.begin_kiosk(), dialog="kioskDialog"
    ),
    State(page="needs", name="kiosk", bring_up=_kiosk(), dialog="kiosk"),
    State(page="needs", name="kiosk_who", bring_up=_kiosk("kioskBegin", "kioskNext"), dialog="kiosk"),
    State(
        page="needs",
        name="kiosk_need",
        bring_up=_kiosk("kioskBegin", "=kiosk_organisation=Alfa", "kioskNext", "kioskFold_need_1_job"),
        dialog="kiosk",
    ),
    State(
        page="needs",
        name="kiosk_more",
        bring_up=_kiosk(
            "kioskBegin", "=kiosk_organisation=Alfa", "kioskNext", "kioskNext", "kioskNext", "kioskFold_link_1_name"
        ),
        dialog="kiosk",
    ),
    State(page="needs", name="kiosk_pin", bring_up=_kiosk("kioskLeave"), dialog="kiosk"),
>>>>>>> mend-window
)
"""All of them; those of a page stand in the module of its name in `tests/support/states`."""
