"""Help for tests of the step Partners: the page ready to be used, and what is done on it most."""

from PySide6.QtCore import Qt

from tests.support.ui import find


def opened(window, qtbot):
    page = window.workspace.show_page("partners")
    qtbot.waitUntil(page.directory.table.isVisible)
    return page


def click(page, name, qtbot):
    qtbot.mouseClick(find(page, name), Qt.MouseButton.LeftButton)


def row_of(page, name):
    return next(row for row in page.directory.table.rows.shown if row.name == name)


def settled(page, qtbot):
    qtbot.waitUntil(lambda: page.session.state.results_are_current, timeout=20_000)
