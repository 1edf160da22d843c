"""What goes wrong around the window, and how calmly it takes that; looks and languages changed on the way."""

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMessageBox, QToolTip

from fastmap.assessment import Assessment
from fastmap.changes import (
    EditCluster,
    ImportResponses,
    SaveActions,
    SaveMembers,
    SavePartners,
)
from fastmap.model.choices import PartnerType
from fastmap.model.ids import MemberCode
from fastmap.model.organisations import Cluster, Member
from tests.support.returned_forms import ONE_NEED, write_filled
from tests.support.ui import HOSTILE, empty_assessment, find
from ui.frame import asking
from ui.pages import registry
from ui.session import SaveState
from ui.widgets.buttons import Button
from ui.widgets.fields import ComboBox
from ui.widgets.labels import Label

pytestmark = pytest.mark.slow

KEYS = [step.key for step in registry.ALL_STEPS]
ROOT = Path(__file__).resolve().parents[2]
HOLDER = """
import sys
from fastmap.assessment import Assessment
from pathlib import Path
with Assessment.open(sys.argv[1], backup_folder=Path(sys.argv[2])):
    print("open", flush=True)
    sys.stdin.readline()
"""


def rename(name):
    return EditCluster(cluster=Cluster(name=name, country="ES"))


def bar(window):
    return window.message_bar.sentence.text() if window.message_bar.isVisible() else ""


def visible_words(page):
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible() and label.text()]


# --- looks and languages ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", KEYS)
def test_every_page_follows_theme_and_language_at_run_time(with_sample, key, qtbot):
    window = with_sample
    page = window.workspace.show_page(key)
    qtbot.wait(20)
    title, before = page.header.title.text(), window.grab().toImage()
    content = window.session.assessment.content_hash()
    try:
        window.menus["theme_dark"].trigger()
        box = find(window, "languageChoice", ComboBox)
        box.setCurrentIndex(box.findData("es"))
        box.activated.emit(box.currentIndex())
        QApplication.processEvents()
        spanish, dark = page.header.title.text(), window.grab().toImage()

        assert spanish == registry.step(key).title != title
        assert dark.pixelColor(260, 300).lightness() < 80 < before.pixelColor(260, 300).lightness()
        assert window.workspace.step_list.rows[key].sentence
    finally:
        window.menus["theme_light"].trigger()
        window.look.switch_language("en")
        QApplication.processEvents()
    assert page.header.title.text() == title
    assert window.session.assessment.content_hash() == content


def test_help_is_at_hand_on_every_step_and_on_the_start_page(window, sample_bytes, tmp_path, qtbot):
    seen = set()
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert find(window.start_page, "helpPanel").isVisible()
    qtbot.keyClick(find(window.start_page, "helpPanel"), Qt.Key.Key_Escape)
    path = tmp_path / "Sample.fastmap"
    path.write_bytes(sample_bytes)
    window.open_file(path)
    for key in KEYS:
        window.workspace.show_page(key)
        window.menus["help"].trigger()
        seen.add(tuple(visible_words(window.workspace.help)))
        qtbot.keyClick(window.workspace.help, Qt.Key.Key_Escape)
        assert window.workspace.help.isHidden()
    window.session.close()

    assert len(seen) == len(KEYS)


def test_menu_imports_a_folder_without_a_mouse(with_sample, tmp_path, monkeypatch):
    window, taken = with_sample, []
    monkeypatch.setattr(asking, "folder_to_read", lambda *_: tmp_path)
    page = window.workspace.show_page("needs")
    monkeypatch.setattr(page, "take_files", taken.append)

    window.menus["import_folder"].trigger()

    assert taken == [[tmp_path]]


def test_about_names_version_licences_and_esco(window, qtbot):
    window.menus["about"].trigger()
    box = find(window, "about", QMessageBox)
    words = box.text() + box.informativeText()
    box.close()

    assert "fastmap 0." in words
    for name in (
        "EUPL",
        "Qt 6.",
        "LGPL",
        "Typst",
        "Inter",
        "Phosphor",
        "ESCO classification of the European Commission",
    ):
        assert name in words


def test_menu_leads_to_forms_reports_and_to_the_search_of_the_page(with_sample, qtbot, monkeypatch):
    window, asked = with_sample, []
    monkeypatch.setattr("ui.pages.needs_asking.forms_to_import", lambda *_: asked.append("forms") or [])

    window.menus["report"].trigger()
    on_report = window.workspace.page.key
    window.menus["import"].trigger()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.menus["find"].trigger()

    assert on_report == "report"
    assert (asked, window.workspace.page.key) == (["forms"], "needs")
    assert QApplication.focusWidget() is window.workspace.page.list.search


# --- files ------------------------------------------------------------------------------------------------------------


def test_second_window_on_a_file_is_refused_calmly_and_may_work_on_a_copy(window, tmp_path, qtbot, monkeypatch):
    path = empty_assessment(tmp_path / "shared.fastmap")
    monkeypatch.setattr(asking, "place_to_save", lambda _parent, _title, proposal: proposal)
    command = [sys.executable, "-c", HOLDER, str(path), str(tmp_path / "backups")]
    holder = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        assert holder.stdout.readline() == "open\n"
        window.open_file(path)
        said, was_open = bar(window), window.session.is_open
        qtbot.mouseClick(find(window, "messageBarAction", Button), Qt.MouseButton.LeftButton)

        assert not was_open
        assert "shared.fastmap is open" in said
        assert "Nothing was changed" in said
        assert window.session.state.path.name == "shared – copy.fastmap"
        assert window.session.apply(rename("On the copy"))
    finally:
        window.session.close()
        holder.communicate("\n", timeout=20)
    with Assessment.open(path, backup_folder=tmp_path / "b") as assessment:
        assert assessment.snapshot().cluster.name == "Cluster Vacío"


@pytest.mark.parametrize("what", ["removed", "replaced"])
def test_file_gone_under_the_window_loses_nothing(with_empty, tmp_path, qtbot, monkeypatch, what):
    window = with_empty
    path, rescue = window.session.state.path, tmp_path / "rescue.fastmap"
    monkeypatch.setattr(asking, "place_to_save", lambda *_: rescue)
    window.session.apply(rename("Before"))
    other = empty_assessment(tmp_path / "other.fastmap")
    path.unlink()
    if what == "replaced":
        shutil.copy(other, path)
    page = window.workspace.show_page("cluster")
    name = find(page, "clusterName", QLineEdit)
    name.selectAll()
    qtbot.keyClicks(name, "After")
    qtbot.keyClick(name, Qt.Key.Key_Return)

    assert {"removed": "moved, renamed or deleted", "replaced": "was replaced"}[what] in bar(window)
    assert window.session.save_state is SaveState.FAILED
    assert window.session.state.snapshot.cluster.name == "Before"
    qtbot.mouseClick(find(window, "messageBarAction", Button), Qt.MouseButton.LeftButton)
    assert window.session.state.path == rescue.resolve()
    assert window.session.state.snapshot.cluster.name == "After"
    assert window.session.undo_message is not None
    if what == "replaced":
        assert path.read_bytes() == other.read_bytes()


def test_closing_the_window_during_an_import_leaves_a_whole_file(own_folder, qapp, tmp_path, qtbot):
    from ui.settings import Settings
    from ui.starting import make_window

    path = empty_assessment(tmp_path / "Closing.fastmap")
    second = make_window(Settings(), None)
    second.show()
    second.open_file(path)
    second.session.apply(
        SaveMembers(members=tuple(Member(code=MemberCode(f"M{n:03}"), name=f"F{n}") for n in range(4)))
    )
    snapshot = second.session.state.snapshot
    folder = tmp_path / "forms"
    folder.mkdir()
    for member in snapshot.members:
        write_filled(folder / f"{member.code}.xlsx", ONE_NEED, member=member, assessment=snapshot.info.id)
    page = second.workspace.show_page("needs")
    page.take_files([folder])
    qtbot.waitUntil(lambda: page.forms.is_running)

    second.close()

    qtbot.waitUntil(lambda: not second.session.pool.is_busy, timeout=30_000)
    qtbot.wait(50)
    qapp.removeTranslator(second.language.translator)
    with Assessment.open(path, backup_folder=tmp_path / "b") as assessment:
        assert assessment.check().counts["members"] == 4
        assert len(assessment.snapshot().responses) in (0, 4)
    second.deleteLater()


# --- hostile names ----------------------------------------------------------------------------------------------------

LONG = "Sehr langer Name " * 17 + "ENDE"
NAMES = (*HOSTILE, LONG, "<a href='x'>link</a>", "\u202bعنقود\u202c", "👩‍🔬🏳️‍🌈 émoji")


@pytest.fixture(scope="module")
def hostile_bytes(tmp_path_factory, sample_bytes):
    """The sample with every name, text and title replaced by hostile ones."""
    folder = tmp_path_factory.mktemp("hostile")
    path = folder / "h.fastmap"
    path.write_bytes(sample_bytes)
    with Assessment.open(path, backup_folder=folder / "b") as assessment:
        snapshot = assessment.snapshot()
        bad = [name[:300] for name in NAMES]
        assessment.apply(EditCluster(cluster=replace(snapshot.cluster, name=NAMES[1])))
        assessment.apply(SaveMembers(members=spoiled(snapshot.members, bad, "name")))
        assessment.apply(SavePartners(partners=spoiled(snapshot.partners, bad, "name", "contact")))
        assessment.apply(SavePartners(offers=spoiled(snapshot.offers, bad, "evidence", "cost", "mode")))
        assessment.apply(SaveActions(actions=spoiled(snapshot.actions, bad, "title", "owner", "note", "funding")))
        responses = tuple(
            replace(
                response,
                respondent_role=bad[number % len(bad)],
                remarks=bad[(number + 1) % len(bad)],
                needs=tuple(
                    replace(need, skill_text=bad[(number + need.row) % len(bad)], job=bad[need.row % len(bad)])
                    for need in response.needs
                ),
            )
            for number, response in enumerate(snapshot.responses)
        )
        assessment.apply(ImportResponses(responses=responses))
    return path.read_bytes()


def spoiled(things, bad, *fields):
    return tuple(
        replace(thing, **{field: bad[(number + place) % len(bad)] for place, field in enumerate(fields)})
        for number, thing in enumerate(things)
    )


@pytest.fixture
def hostile(window, hostile_bytes, tmp_path, qtbot):
    path = tmp_path / "a<b and c>d & Söhne.fastmap" if sys.platform != "win32" else tmp_path / "a & b.fastmap"
    path.write_bytes(hostile_bytes)
    window.open_file(path)
    qtbot.waitUntil(lambda: window.session.state.results_are_current, timeout=30_000)
    yield window
    window.session.close()


@pytest.mark.parametrize("key", KEYS)
def test_hostile_names_are_plain_text_in_every_label_tooltip_and_message(hostile, key, qtbot):
    page = hostile.workspace.show_page(key)
    open_everything(page)
    qtbot.wait(50)

    rich = [
        (widget.objectName(), widget.text())
        for widget in hostile.findChildren(QLabel)
        if widget.isVisible() and widget.textFormat() != Qt.TextFormat.PlainText
    ]
    assert rich == []


def test_hostile_tooltip_is_shown_as_plain_text(hostile, qtbot):
    QToolTip.showText(QPoint(5, 5), "<b>a</b><img src=x>", hostile)
    qtbot.wait(20)

    tips = [widget for widget in QApplication.topLevelWidgets() if widget.inherits("QTipLabel")]
    QToolTip.hideText()
    assert [tip.textFormat() for tip in tips] == [Qt.TextFormat.PlainText]


def open_everything(page):
    """Open panels that show one thing, where a page has them."""
    if page.key == "partners":
        page.directory.open(page.directory.table.rows.shown[0].id)
    elif page.key == "actions":
        page.grid.open_wanted.emit(page.session.state.snapshot.actions[1].id)
    elif page.key == "needs":
        page.list.open_detail(page.list.table.rows.shown[0].key)
    elif page.key == "members":
        page.table.choose("M002", "name")
        page.filters.details.click()
    QApplication.processEvents()


def test_the_hostile_name_of_a_recent_file_is_shown_letter_for_letter(hostile, qtbot):
    stem = Path(hostile.session.state.path).stem
    hostile.session.close()
    qtbot.wait(10)
    recent = find(hostile, "recent_0")

    # A single "&" would underline the letter after it.
    assert "&" not in recent.text().replace("&&", "")
    assert recent.text().replace("&&", "&").startswith(stem)
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in hostile.start_page.findChildren(Label))


def test_hostile_partner_typed_by_hand_is_shown_as_typed(hostile, qtbot):
    page = hostile.workspace.show_page("partners")
    qtbot.mouseClick(find(page, "addPartner"), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(find(page, "newPartnerName", QLineEdit), "<img src=x onerror=alert(1)>")
    page.directory.panel.new.type.choose(PartnerType.VET)
    qtbot.mouseClick(find(page, "newPartnerAdd"), Qt.MouseButton.LeftButton)

    assert page.directory.panel.title.text() == "<img src=x onerror=alert(1)>"
    assert page.directory.panel.title.textFormat() == Qt.TextFormat.PlainText
