"""The step *Report*: choices that are remembered, pages to look at, and files written whole or not at all."""

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices

from exports.pack import PARTS
from fastmap.changes import SetLogo
from fastmap.errors import FastmapError
from fastmap.report.audiences import ALWAYS, Audience, usual_chapters
from tests.support.ui import find
from ui.pages.page import StepState
from ui.pages.registry import ALL_STEPS
from ui.pages.report_presenter import ReportPresenter, missing_parts, report_fact
from ui.settings import Settings
from ui.widgets.buttons import Button
from ui.widgets.check_box import CheckBox
from ui.widgets.fields import ComboBox


def picture(width=210, height=297):
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QImage

    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


@pytest.fixture(scope="module")
def steps():
    return tuple(step for step in ALL_STEPS if step.key in {"cluster", "report"})


@pytest.fixture
def drawn(monkeypatch):
    """Pages drawn at once, and the reports they were drawn from: Typst itself is tested with the exports."""
    reports = []

    def pages(report, dots_per_inch=144.0):
        reports.append(report)
        return tuple(picture() for _ in range(3 if report.anonymous else 5))

    monkeypatch.setattr("exports.pdf.page_pictures", pages)
    return reports


@pytest.fixture
def quick(monkeypatch):
    """Writers that take no time: what they write is tested with the exports."""
    monkeypatch.setattr("exports.pack.write_kind", lambda report, target, kind: target.write_text(kind))
    monkeypatch.setattr("exports.pack.PARTS", tuple(part for part in PARTS if part.kind in ("pdf", "excel")))


@pytest.fixture
def page(drawn, with_sample, tmp_path, qtbot):
    forget_choices(with_sample)
    Settings().set_choice(f"report/kinds_{with_sample.session.state.snapshot.info.id}", "json csv")
    page = with_sample.workspace.show_page("report")
    page.report.choose(folder=tmp_path)
    qtbot.waitUntil(lambda: page.report.preview.pages.count > 0, timeout=20_000)
    return page


def show_named(page, qtbot):
    """Choose the edition with names, which has more pages."""
    press(qtbot, find(page, "reportEdition_named"))
    qtbot.waitUntil(lambda: page.report.preview.pages.count == 5, timeout=20_000)


def forget_choices(window):
    """Begin as on a computer on which nobody chose anything for this assessment."""
    names = ("audience", "language", "kinds", "folder")
    of_audience = [f"{name}_{audience}" for name in ("edition", "chapters") for audience in Audience]
    for name in (*names, *of_audience):
        Settings().set_choice(f"report/{name}_{window.session.state.snapshot.info.id}", "")


def choose_audience(page, audience):
    box = find(page, "reportAudience", ComboBox)
    box.setCurrentIndex(box.findData(audience))
    box.activated.emit(box.currentIndex())


def press_box(page, qtbot, name):
    box = find(page, name, CheckBox)
    page.report.side.ensureWidgetVisible(box)
    press(qtbot, box)


def tick(page, qtbot, chapter):
    press_box(page, qtbot, f"reportChapter_{chapter}")


def ticked(page):
    return {key for key, box in page.report.options.chapters.boxes.items() if box.isChecked()}


def packs_in(folder):
    """Every folder, hidden ones too; the file of the assessment lies beside them."""
    return [path for path in folder.iterdir() if path.is_dir()]


def write_pack(page, qtbot):
    page.report.writing.outcome.hide()
    press(qtbot, find(page, "writePack"))
    qtbot.waitUntil(
        lambda: page.report.writing.outcome.isVisible() and not page.report.writing.is_running, timeout=30_000
    )


def press(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def press_write(page, qtbot):
    button = find(page, "writeReports")
    page.report.side.ensureWidgetVisible(button)
    press(qtbot, button)


def write(page, qtbot):
    press_write(page, qtbot)
    qtbot.waitUntil(page.report.writing.outcome.isVisible, timeout=30_000)


# --- pages ------------------------------------------------------------------------------------------------------------


def test_pages_are_drawn_anew_for_another_edition_and_language(page, drawn, qtbot):
    show_named(page, qtbot)
    press(qtbot, find(page, "reportEdition_anonymous"))
    qtbot.waitUntil(lambda: page.report.preview.pages.count == 3, timeout=20_000)
    language = find(page, "reportLanguage", ComboBox)
    language.setCurrentIndex(1)
    language.activated.emit(1)
    qtbot.waitUntil(lambda: len(drawn) == 4, timeout=20_000)

    editions = [(True, "en"), (False, "en"), (True, "en"), (True, "es")]
    assert [(report.anonymous, report.language) for report in drawn] == editions
    assert page.session.language == "en"


def test_a_drawing_that_is_no_longer_wanted_is_dropped(page, drawn, qtbot):
    show_named(page, qtbot)
    late = page.report.preview._wanted()
    job = object()
    page.report.preview._take_pages(job, late, (picture(),))

    assert page.report.preview.pages.count == 5


def test_pages_that_cannot_be_drawn_say_so_until_something_else_is_chosen(page, drawn, qtbot, monkeypatch):
    def broken(report, dots_per_inch=144.0):
        raise ValueError("a mistake of ours")

    with monkeypatch.context() as patch, qtbot.captureExceptions() as caught:
        patch.setattr("exports.pdf.page_pictures", broken)
        press(qtbot, find(page, "reportEdition_named"))
        qtbot.waitUntil(page.report.preview.trouble.isVisible, timeout=20_000)
        page.report.preview.want_pages()

    preview = page.report.preview
    assert [kind for kind, *_ in caught] == [ValueError]
    assert preview.trouble.text().startswith("The pages could not be drawn.")
    assert "being drawn" not in preview.place.fact
    press(qtbot, find(page, "reportEdition_anonymous"))
    qtbot.waitUntil(lambda: not preview.trouble.isVisible(), timeout=20_000)
    assert preview.place.fact == "Page 1 of 3"


def test_pages_without_a_logo_that_arrived_damaged_say_so(page, drawn, qtbot):
    logo = page.session.state.snapshot.logo

    page.session.apply(SetLogo(logo=replace(logo, png_base64=logo.png_base64[:200])))
    qtbot.waitUntil(page.report.preview.trouble.isVisible, timeout=20_000)

    assert page.report.preview.trouble.text().startswith("The report has no logo")
    assert drawn[-1].logo is None
    page.session.undo()


def test_pages_follow_new_results(page, drawn, qtbot):
    from fastmap.changes import EditCluster

    cluster = page.session.state.snapshot.cluster
    page.session.apply(EditCluster(cluster=replace(cluster, name="Another name")))
    qtbot.waitUntil(lambda: len(drawn) == 2, timeout=20_000)

    assert drawn[-1].cluster == "Another name"


def test_nothing_is_drawn_twice_when_the_page_is_visited_again(page, drawn, qtbot):
    page.window().workspace.show_page("cluster")
    page.window().workspace.show_page("report")
    qtbot.wait(400)

    assert len(drawn) == 1


def test_the_keyboard_turns_pages_and_zooms(page, qtbot):
    show_named(page, qtbot)
    pages = page.report.preview.pages
    pages.setFocus()
    assert page.report.preview.place.fact == "Page 1 of 5"

    qtbot.keyClick(pages, Qt.Key.Key_PageDown)
    qtbot.keyClick(pages, Qt.Key.Key_PageDown)
    assert page.report.preview.place.fact == "Page 3 of 5"
    qtbot.keyClick(pages, Qt.Key.Key_PageUp)
    assert page.report.preview.place.fact == "Page 2 of 5"
    assert "Page 2 of 5" in pages.accessibleName()

    qtbot.keyClick(pages, Qt.Key.Key_Minus)
    assert not pages.fits_width
    qtbot.keyClick(pages, Qt.Key.Key_0)
    assert pages.fits_width


def test_only_pages_near_the_eye_are_kept_as_pictures(page, qtbot):
    page.report.preview.pages.show_pages(tuple(picture() for _ in range(40)))
    for number in range(40):
        page.report.preview.pages.go_to_page(number)
        page.report.preview.pages.viewport().repaint()

    assert len(page.report.preview.pages._drawn) <= 6


# --- writing ----------------------------------------------------------------------------------------------------------


def test_reports_are_written_and_can_be_opened_from_the_strip(page, qtbot, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(Path(url.toLocalFile())) or True)

    write(page, qtbot)

    assert {path.suffix for path in tmp_path.iterdir()} >= {".json"}
    assert page.report.writing.outcome.property("band") == "good"
    press(qtbot, find(page.report.writing.outcome, "openReportFolder"))
    press(qtbot, find(page.report.writing.outcome, "openReport_csv"))
    assert opened[0] == tmp_path
    assert opened[1].parent == tmp_path
    assert opened[1].is_dir()


def test_the_strip_opens_nothing_that_was_not_written(page, qtbot, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    write(page, qtbot)

    page.report.writing.outcome._open(Path("/etc/passwd"))

    assert opened == []


def test_what_no_program_opens_is_told_with_its_place(page, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: False)
    write(page, qtbot)

    with qtbot.waitSignal(page.say) as told:
        press(qtbot, find(page.report.writing.outcome, "openReportFolder"))

    assert told.args[0] == "warn"
    assert str(tmp_path) in told.args[1]


def test_a_file_open_elsewhere_is_told_calmly_and_the_others_are_written(page, qtbot, tmp_path):
    write(page, qtbot)
    target = next(path for path in tmp_path.iterdir() if path.suffix == ".json")
    target.write_bytes(b"old")
    (tmp_path / f".~lock.{target.name}#").write_text("somebody")

    press_write(page, qtbot)
    qtbot.waitUntil(
        lambda: page.report.writing.outcome.isVisible() and not page.report.writing.is_running, timeout=30_000
    )

    words = [
        label.text()
        for label in page.report.writing.outcome.findChildren(type(page.report.writing.outcome.sentence))
        if label.isVisible()
    ]
    assert page.report.writing.outcome.property("band") == "warn"
    assert any("open in another program" in text for text in words)
    assert target.read_bytes() == b"old"


def test_what_an_edition_lacks_is_told_beside_its_word_papers(page, qtbot, tmp_path):
    press(qtbot, find(page, "reportEdition_anonymous"))
    for kind in ("reportKind_csv", "reportKind_json", "reportKind_word"):
        press(qtbot, find(page, kind))

    write(page, qtbot)

    words = [
        label.text()
        for label in page.report.writing.outcome.findChildren(type(page.report.writing.outcome.sentence))
        if label.isVisible()
    ]
    assert page.report.writing.outcome.property("band") == "good"
    assert any("no introduction mails in the anonymous edition" in text for text in words)
    assert find(page, "openReport_word").isVisible()
    assert len(list(tmp_path.glob("*Word files/*.docx"))) == 3


def test_what_was_open_elsewhere_is_tried_again_by_one_button(page, qtbot, tmp_path):
    write(page, qtbot)
    target = next(path for path in tmp_path.iterdir() if path.suffix == ".json")
    target.write_bytes(b"old")
    lock = tmp_path / f".~lock.{target.name}#"
    lock.write_text("somebody")
    press_write(page, qtbot)
    qtbot.waitUntil(lambda: not page.report.writing.is_running, timeout=30_000)
    refused = target.read_bytes() == b"old"
    lock.unlink()

    press(qtbot, find(page, "writeReportsAgain"))
    qtbot.waitUntil(
        lambda: page.report.writing.outcome.isVisible() and not page.report.writing.is_running, timeout=30_000
    )

    assert refused
    assert target.read_bytes() != b"old"
    qtbot.waitUntil(lambda: page.findChild(Button, "writeReportsAgain") is None)


def test_the_fact_says_when_reports_were_written(page, qtbot):
    snapshot = page.session.state.snapshot
    Settings().set_choice(f"report/written_{snapshot.info.id}", "")
    assert report_fact(snapshot).sentence == "Not written yet"

    with qtbot.waitSignal(page.fact_changed, timeout=30_000):
        press_write(page, qtbot)

    fact = report_fact(snapshot)
    assert fact.sentence == f"Written {datetime.now().astimezone():%H:%M}"
    assert fact.state is StepState.COMPLETE
    qtbot.waitUntil(lambda: not page.report.writing.is_running, timeout=30_000)
    yesterday = datetime.now(UTC) - timedelta(days=2)
    Settings().set_choice(f"report/written_{snapshot.info.id}", yesterday.isoformat())
    assert report_fact(snapshot).sentence.startswith("Written on ")


def test_cancelling_says_what_stays(page, qtbot, tmp_path):
    press_write(page, qtbot)
    press(qtbot, find(page, "reportProgressCancel"))
    qtbot.waitUntil(lambda: not page.report.writing.is_running, timeout=30_000)

    assert page.report.writing.outcome.isVisible()
    assert find(page, "writeReports").isEnabled()
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".fastmap-")]


def test_the_file_notes_which_catalogue_its_reports_rest_on(page, qtbot):
    write(page, qtbot)

    stamp = page.session.state.results.catalogue
    assert page.session.assessment.snapshot().info.catalogue == f"{stamp.id} {stamp.version} {stamp.sha256}"


# --- packs ------------------------------------------------------------------------------------------------------------


def test_one_click_writes_the_pack_of_the_audience_and_its_folder_and_readme_open(
    page, qtbot, tmp_path, quick, monkeypatch
):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(Path(url.toLocalFile())) or True)

    write_pack(page, qtbot)

    (folder,) = packs_in(tmp_path)
    assert "funder pack, anonymous" in folder.name
    assert (folder / "README.txt").is_file()
    assert page.report.writing.outcome.property("band") == "good"
    assert "funder pack, anonymous" in page.report.writing.outcome.sentence.text()
    press(qtbot, find(page.report.writing.outcome, "openReportFolder"))
    press(qtbot, find(page.report.writing.outcome, "openReport_pack"))
    assert opened == [folder, folder / "README.txt"]


def test_the_button_says_whose_pack_it_writes(page, qtbot, tmp_path, quick):
    assert find(page, "writePack").text() == "Write funder pack"

    choose_audience(page, Audience.PUBLIC)
    assert find(page, "writePack").text() == "Write public pack"
    write_pack(page, qtbot)

    assert [path.name.split(" – ")[1][:22] for path in packs_in(tmp_path)] == ["public pack, anonymous"]


def test_a_pack_that_cannot_be_written_is_told_and_tried_again_as_a_pack(page, qtbot, tmp_path, quick, monkeypatch):
    from exports import pack

    def fail(report, target, kind):
        raise FastmapError("disk_full", name=target.name, folder=str(target.parent))

    with monkeypatch.context() as broken:
        broken.setattr(pack, "write_kind", fail)
        write_pack(page, qtbot)

    words = [
        label.text()
        for label in page.report.writing.outcome.findChildren(type(page.report.writing.outcome.sentence))
        if label.isVisible()
    ]
    assert page.report.writing.outcome.property("band") == "bad"
    assert any("not enough room" in text and str(tmp_path) in text for text in words)
    assert packs_in(tmp_path) == []

    press(qtbot, find(page, "writeReportsAgain"))
    qtbot.waitUntil(
        lambda: page.report.writing.outcome.property("band") == "good" and not page.report.writing.is_running,
        timeout=30_000,
    )
    assert ["funder pack" in path.name for path in packs_in(tmp_path)] == [True]


def test_a_pack_that_is_cancelled_leaves_nothing(page, qtbot, tmp_path, quick):
    press(qtbot, find(page, "writePack"))
    press(qtbot, find(page, "reportProgressCancel"))
    qtbot.waitUntil(lambda: not page.report.writing.is_running, timeout=30_000)

    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".fastmap-")]
    assert find(page, "writePack").isEnabled()


# --- audiences and chapters -------------------------------------------------------------------------------------------


def test_an_audience_proposes_edition_and_chapters_and_the_pages_follow(page, drawn, qtbot):
    show_named(page, qtbot)
    choose_audience(page, Audience.MEMBERS)
    qtbot.waitUntil(lambda: page.report.preview.pages.count == 3, timeout=20_000)

    report = drawn[-1]
    assert (report.audience, report.anonymous) == (Audience.MEMBERS, True)
    assert {section.key for section in report.sections} <= ticked(page)
    assert ticked(page) == set(usual_chapters(Audience.MEMBERS))


def test_a_chapter_is_left_out_and_comes_back_with_the_usual_ones(page, drawn, qtbot):
    assert not find(page, "usualChapters").isVisible()

    tick(page, qtbot, "team")
    qtbot.waitUntil(lambda: len(drawn) == 2, timeout=20_000)

    assert "team" not in {section.key for section in drawn[-1].sections}
    page.report.side.ensureWidgetVisible(find(page, "usualChapters"))
    press(qtbot, find(page, "usualChapters"))
    assert "team" in ticked(page)
    assert not find(page, "usualChapters").isVisible()


def test_limits_and_sources_cannot_be_unticked(page, qtbot):
    for chapter in ALWAYS:
        assert not find(page, f"reportChapter_{chapter}", CheckBox).isEnabled()
        assert chapter in ticked(page)


def test_chapters_that_have_nothing_to_show_are_named(drawn, with_empty, qtbot):
    forget_choices(with_empty)
    page = with_empty.workspace.show_page("report")
    note = page.report.options.chapters.note
    qtbot.waitUntil(lambda: "Nothing to show yet: " in note.text(), timeout=20_000)
    assert {"Board paper", "Funder figures"} <= set(note.text().partition("yet: ")[2].rstrip(".").split(", "))

    tick(page, qtbot, "board_paper")

    assert "Board paper" not in note.text()


def test_names_for_the_public_need_a_choice_each_time_and_a_sentence_says_so(page, qtbot):
    choose_audience(page, Audience.PUBLIC)
    assert page.report.presenter.choices.anonymous

    press(qtbot, find(page, "reportEdition_named"))

    assert not page.report.presenter.choices.anonymous
    assert "only if every firm agreed" in page.report.options.edition_help.text()
    assert page.report.options.edition_help.property("complaint") == "true"
    assert ReportPresenter(page.session).choices.anonymous
    choose_audience(page, Audience.FUNDER)
    assert page.report.options.edition_help.property("complaint") == "false"


def test_edition_and_chapters_are_remembered_for_each_audience(page, qtbot):
    press(qtbot, find(page, "reportEdition_anonymous"))
    tick(page, qtbot, "grid")
    choose_audience(page, Audience.BOARD)
    tick(page, qtbot, "team")

    again = ReportPresenter(page.session)

    assert (again.choices.audience, again.choices.anonymous) == (Audience.BOARD, False)
    assert again.choices.chapters == {*usual_chapters(Audience.BOARD), "team"}
    again.choose_audience(Audience.FUNDER)
    assert again.choices.anonymous
    assert again.choices.chapters == set(usual_chapters(Audience.FUNDER)) - {"grid"}


def test_a_damaged_memory_counts_as_none(page):
    key = page.session.state.snapshot.info.id
    for name, value in {"audience": "king", "chapters_funder": "-working +=1+1 -grid x", "edition_funder": "1"}.items():
        Settings().set_choice(f"report/{name}_{key}", value)

    choices = ReportPresenter(page.session).choices

    assert (choices.audience, choices.anonymous) == (Audience.FUNDER, True)
    assert choices.chapters == set(usual_chapters(Audience.FUNDER)) - {"grid"}


# --- choices ----------------------------------------------------------------------------------------------------------


def test_choices_are_remembered_and_the_folder_for_its_assessment(page, qtbot, tmp_path):
    press(qtbot, find(page, "reportEdition_anonymous"))
    press_box(page, qtbot, "reportKind_pdf")

    again = ReportPresenter(page.session).choices

    assert again.anonymous
    assert again.kinds == ("pdf", "csv", "json")
    assert again.folder == tmp_path


def test_without_anything_to_write_the_button_waits(page, qtbot):
    press_box(page, qtbot, "reportKind_csv")
    press_box(page, qtbot, "reportKind_json")

    assert not find(page, "writeReports").isEnabled()
    assert find(page, "writeReports").toolTip()


def test_a_folder_that_is_gone_is_complained_about(page, tmp_path, qtbot):
    page.report.choose(folder=tmp_path / "gone")

    assert not find(page, "writeReports").isEnabled()
    assert "not there any more" in page.report.options.folder_hint.text()


def test_an_empty_assessment_still_gives_a_report_and_names_what_is_missing(drawn, with_empty, qtbot):
    page = with_empty.workspace.show_page("report")
    qtbot.waitUntil(lambda: page.report.preview.pages.count > 0, timeout=20_000)
    assert [part.page for part in missing_parts(page.session.state.snapshot)] == [
        "members",
        "needs",
        "partners",
        "actions",
        "next_steps",
    ]
    page.go_to.disconnect()  # the window of this test has no such steps

    with qtbot.waitSignal(page.go_to) as wanted:
        find(page, "reportTo_partners").click()

    assert wanted.args == ["partners"]
    assert find(page, "writeReports").isEnabled()


def test_visiting_takes_no_time(page):
    state = page.session.state
    started = time.thread_time()

    page.show_state(state)

    assert time.thread_time() - started < 0.1


def test_in_a_narrow_window_choices_and_pages_take_turns(page, qtbot):
    parts = find(page, "reportParts")

    def in_sight():
        return [part.isVisible() for part in (parts, page.report.side, page.report.preview)]

    assert in_sight() == [False, True, True]
    try:
        page.setMaximumWidth(500)
        qtbot.waitUntil(lambda: in_sight() == [True, True, False])
        press(qtbot, find(page, "reportParts_pages"))
        assert in_sight() == [True, False, True]
    finally:
        page.setMaximumWidth(16_777_215)
    qtbot.waitUntil(lambda: in_sight() == [False, True, True])


def test_the_annex_is_written_when_ticked_and_says_in_its_name_that_it_is_confidential(page, qtbot, tmp_path):
    show_named(page, qtbot)
    press(qtbot, find(page, "reportAnnex"))
    write(page, qtbot)

    (annex,) = tmp_path.glob("CONFIDENTIAL*.xlsx")
    assert "annex for audit" in annex.name
    assert find(page, "openReport_annex").isVisible()
    assert not ReportPresenter(page.session).choices.annex  # chosen anew each time


def test_the_annex_cannot_be_had_with_an_anonymous_edition(page, qtbot, tmp_path):
    press(qtbot, find(page, "reportAnnex"))
    press(qtbot, find(page, "reportEdition_anonymous"))
    write(page, qtbot)

    assert not find(page, "reportAnnex").isEnabled()
    assert not find(page, "reportAnnex").isChecked()
    assert not list(tmp_path.glob("*.xlsx"))
