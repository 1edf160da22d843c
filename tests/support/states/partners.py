"""The step Partners: its views, its panel, forms with offers."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.support.states.state import Settle, State, click, open_first
from tests.support.ui import find


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


STATES = (
    State(page="partners", name="panel", bring_up=open_first("partnerTable")),
    State(page="partners", name="strip", bring_up=_name_organisations),
    State(page="partners", name="names", bring_up=_review_names),
    State(page="partners", name="merge", bring_up=_merge_partners, dialog="mergePartners"),
    State(page="partners", name="ask", bring_up=_ask_providers, dialog="askProviders"),
    State(page="partners", name="reply", bring_up=_show_reply, dialog="offerReply"),
    State(page="partners", name="taken", bring_up=_take_offers),
    State(page="partners", name="sent", bring_up=_show_sent),
    State(page="partners", name="findings", bring_up=_show_findings, dialog="importFindings"),
    State(page="partners", name="paste", bring_up=_paste_partners, dialog="partnersPreview"),
    State(page="partners", name="new", bring_up=click("addPartner")),
    State(page="partners", name="coverage", bring_up=click("partnersView_coverage")),
    State(page="partners", name="introductions", bring_up=click("partnersView_introductions")),
    State(page="partners", name="commitments", bring_up=click("partnersView_commitments")),
    State(page="partners", name="coverage-table", bring_up=_coverage_table),
    State(page="partners", name="network", bring_up=_network(looked_at=False)),
    State(page="partners", name="network-focus", bring_up=_network(looked_at=True)),
)
