"""Help for tests of the step Members: the page with few regions, and what is done on it most."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from fastmap.tasks.regions import Region
from tests.support.ui import find
from ui.pages.members_preview import MembersPreview

REGIONS = (Region("ES211", "Araba/Álava"), Region("ES213", "Bizkaia"))


def know_few_regions(monkeypatch):
    monkeypatch.setattr("fastmap.tasks.regions.load_regions", lambda: REGIONS)
    monkeypatch.setattr("fastmap.tasks.starting.load_regions", lambda: REGIONS)


def opened(window, qtbot):
    page = window.workspace.show_page("members")
    window.activateWindow()
    page._take_regions(REGIONS)
    qtbot.waitUntil(lambda: not window.session.pool.is_busy, timeout=20_000)
    return page


def members(page):
    return {member.code: member for member in page.session.state.snapshot.members}


def changes_made(page):
    return len(page.session.assessment.history())


def clipboard(text):
    QGuiApplication.clipboard().setText(text)


def click(qtbot, page, name):
    qtbot.mouseClick(find(page, name), Qt.MouseButton.LeftButton)


def preview(page, qtbot):
    qtbot.waitUntil(lambda: page.findChild(MembersPreview) is not None, timeout=20_000)
    return page.findChild(MembersPreview)
