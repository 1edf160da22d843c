"""Facts of the grant and the logo in the profile form."""

import base64
import io
from datetime import date

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from fastmap.changes import SetLogo
from fastmap.model.grant import Logo
from tests.support.ui import find
from ui.pages import cluster_grant
from ui.pages.registry import ALL_STEPS


@pytest.fixture(scope="module")
def steps():
    return tuple(step for step in ALL_STEPS if step.key == "cluster")


@pytest.fixture
def page(with_empty, monkeypatch, qtbot):
    monkeypatch.setattr("fastmap.tasks.regions.load_regions", lambda: ())
    page = with_empty.workspace.show_page("cluster")
    with_empty.activateWindow()
    qtbot.waitUntil(lambda: not with_empty.session.pool.is_busy, timeout=10_000)
    qtbot.mouseClick(page.grant.fold.toggle, Qt.MouseButton.LeftButton)
    return page


def snapshot(page):
    return page.session.state.snapshot


def typed(page, qtbot, name, text):
    line = find(page, name, QLineEdit)
    line.setFocus()
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    return line


def choose(page, qtbot, monkeypatch, path):
    monkeypatch.setattr(cluster_grant, "picture_to_read", lambda *_: path)
    qtbot.mouseClick(find(page, "grantLogoChoose", QPushButton), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.session.pool.is_busy, timeout=10_000)


@pytest.fixture
def picture(tmp_path):
    path = tmp_path / "logo.png"
    Image.new("RGB", (300, 100), "teal").save(path)
    return path


def test_the_grant_is_folded_away_until_somebody_wants_it(with_empty, monkeypatch):
    monkeypatch.setattr("fastmap.tasks.regions.load_regions", lambda: ())
    page = with_empty.workspace.show_page("cluster")

    assert not find(page, "grantCall", QLineEdit).isVisible()


def test_each_fact_is_one_change_that_can_be_undone(page, qtbot):
    typed(page, qtbot, "grantCall", "Skills 2026")
    typed(page, qtbot, "grantPeriodStart", "1/10/2026")

    assert (snapshot(page).grant.call, snapshot(page).grant.period_start) == ("Skills 2026", date(2026, 10, 1))
    page.session.undo()
    assert (snapshot(page).grant.call, snapshot(page).grant.period_start) == ("Skills 2026", None)


def test_an_unclear_day_and_a_period_that_ends_too_early_stay_and_are_told(page, qtbot):
    typed(page, qtbot, "grantPeriodStart", "2026-10-01")

    line = typed(page, qtbot, "grantPeriodEnd", "soon")
    assert line.text() == "soon"
    assert "soon" in page.grant._fields["period_end"].hint.text()
    typed(page, qtbot, "grantPeriodEnd", "2026-09-01")
    assert "before it begins" in page.grant._fields["period_end"].hint.text()
    assert snapshot(page).grant.period_end is None
    typed(page, qtbot, "grantPeriodEnd", "2027-09-01")
    assert not page.grant._fields["period_end"].hint.isVisible()


def test_a_logo_is_put_on_described_and_taken_off(page, qtbot, monkeypatch, picture):
    choose(page, qtbot, monkeypatch, picture)

    assert snapshot(page).logo.alternative == snapshot(page).cluster.name
    assert find(page, "grantLogo", QLabel).isVisible()
    typed(page, qtbot, "grantLogoWords", "A teal board")
    assert snapshot(page).logo.alternative == "A teal board"
    qtbot.mouseClick(find(page, "grantLogoRemove", QPushButton), Qt.MouseButton.LeftButton)
    assert snapshot(page).logo is None
    assert not find(page, "grantLogo", QLabel).isVisible()


def huge():
    out = io.BytesIO()
    Image.new("1", (16_000, 16_000)).save(out, format="PNG")
    return base64.b64encode(out.getvalue()).decode()


@pytest.mark.parametrize("content", ["iVBORw0KGgo=", "no base64 é", "A" * 1_000_000, huge()])
def test_a_logo_that_arrived_in_a_file_and_is_none_is_told_and_not_unpacked(page, content):
    logo = Logo(png_base64=content, width_px=60, height_px=40, alternative="A cog")

    page.session.apply(SetLogo(logo=logo))

    shown = find(page, "grantLogo", QLabel)
    assert shown.text().startswith("This picture is damaged")
    assert shown.pixmap().isNull()
    page.session.undo()


def test_a_file_that_is_no_picture_is_told_by_name_and_changes_nothing(page, qtbot, monkeypatch, tmp_path):
    (tmp_path / "logo.svg").write_text("<svg/>")
    said = []
    page.say.connect(lambda tone, words: said.append((tone, words)))

    choose(page, qtbot, monkeypatch, tmp_path / "logo.svg")

    assert snapshot(page).logo is None
    assert said[0][0] == "bad"
    assert "logo.svg" in said[0][1]
    assert find(page, "grantLogoChoose", QPushButton).isEnabled()
