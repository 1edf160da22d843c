"""The pages in a real phone browser: thumbs, keyboard, large letters, screen readers, lost wifi – and no script of a guest."""

import time
from dataclasses import replace

import pytest

from tests.phone.browsing import browser, double_text, phone_page, press_first
from tests.phone.conftest import BALLOT, CARD, CODE, LANGUAGES, OTHER_CARD, ROOM, Room
from ui.phone.server import RoomServer

pytestmark = pytest.mark.slow

PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "javascript:alert(1)",
    "{{ 7*7 }}",
    "'-alert(1)-'",
    "\u202egnp.exe",
)


@pytest.fixture(scope="module")
def chrome():
    with browser() as one:
        yield one


@pytest.fixture
def served(monkeypatch):
    """A room that stores at once, and its address. All pages of a test come from one address; a room's have one each."""
    monkeypatch.setattr("ui.phone.guard.BURST", 10_000.0)
    room = Room()
    server = RoomServer(lambda: room.view, room.inbox, address="127.0.0.1", port=0)
    room.link = f"http://{server.host}/{CODE}"
    room.server = server
    yield room
    room.server.close()


@pytest.fixture
def thumb(chrome, served):
    page = phone_page(chrome)
    yield page
    page.context.close()


def to_need(page, room, language="en"):
    page.goto(f"{room.link}/{language}")
    press_first(page)
    page.fill("#card", CARD)
    press_first(page)


def to_saved(page):
    """Touch the first button until the answer is stored."""
    while page.locator("h1").inner_text() != "Saved":
        press_first(page)


def heading(page):
    return page.locator("h1").inner_text()


def kept_on(phone):
    """Return everything that the browser of a phone keeps for the room beyond the pages themselves."""
    return phone.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")


def every_page(page, room, language="en"):
    """Go through all pages of the room as a person does; give a name for each while it is shown."""
    page.goto(room.link.removesuffix(CODE))
    yield "door"
    page.goto(f"{room.link[:-1]}9/{language}")
    yield "no room"
    page.goto(f"{room.link}/{language}")
    room.view = replace(room.view, code="NEWR99")
    press_first(page)
    page.fill("#code", "WRXNG9")
    press_first(page)
    yield "another room, with a mistake"
    room.view = replace(room.view, code=CODE)
    page.goto(f"{room.link}/{language}")
    yield "start"
    press_first(page)
    press_first(page)
    yield "who, with a mistake"
    page.fill("#card", CARD)
    press_first(page)
    page.fill("#need_1_short_now", "many")
    press_first(page)
    for summary in page.query_selector_all("summary"):
        if not page.evaluate("one => one.parentNode.open", summary):
            summary.click()
    yield "need, with mistakes"
    page.fill("#need_1_skill", "Welding of very thin sheets")
    page.goto(f"{room.link}/{language}")
    yield "start, with a draft"
    press_first(page)
    page.fill("#card", CARD)
    press_first(page)
    page.fill("#need_1_short_now", "3")
    press_first(page)
    yield "site"
    press_first(page)
    yield "optional, folded"
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    yield "optional, unfolded"
    press_first(page)
    yield "check"
    press_first(page)
    yield "saved"
    page.goto(f"{room.link}/{language}/vote")
    press_first(page)
    yield "vote, with a mistake"
    page.select_option("#dots_0", "2")
    press_first(page)
    yield "voted"
    page.goto(f"{room.link}/{language}/test")
    yield "test"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_page(chrome, served, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-core is not installed").Axe()
    page = phone_page(chrome, scheme=scheme)

    found = {name: axe.run(page) for name in every_page(page, served)}

    assert len(found) == 15
    assert {name: one.generate_report() for name, one in found.items() if one.violations_count} == {}
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_letters_twice_as_large_fit_in_every_language(thumb, served, language):
    wide = {}
    for name in every_page(thumb, served, language):
        double_text(thumb)
        width = thumb.evaluate("document.documentElement.scrollWidth")
        if width > thumb.viewport_size["width"]:
            wide[name] = width

    assert wide == {}
    assert served.stored[0].language == language


def test_everything_to_touch_is_large_enough_for_a_thumb(thumb, served):
    small = []
    for name in every_page(thumb, served):
        boxes = thumb.evaluate(
            """() => [...document.querySelectorAll('a, button, select, summary, textarea, input:not([type=hidden])')]
            .filter(one => !one.closest('[hidden]'))
            .map(one => (one.type === 'checkbox' ? one.closest('label') : one))
            .map(one => [one.outerHTML.slice(0, 80), one.getBoundingClientRect().height,
                         one.getBoundingClientRect().width])"""
        )
        small += [(name, *box) for box in boxes if min(box[1:]) < 47.9]

    assert small == []


def test_a_thumb_enters_a_real_need_within_a_minute(thumb, served):
    began = time.monotonic()
    to_need(thumb, served)
    thumb.locator("#need_1_skill").press_sequentially("TIG welding of stainless pipes", delay=120)
    thumb.locator("#need_1_short_now").press_sequentially("3", delay=120)
    thumb.locator("#need_1_short_12m").press_sequentially("5", delay=120)
    thumb.select_option("#need_1_consequence", "orders")
    taps = 0
    while thumb.locator("h1").inner_text() != "Saved":
        press_first(thumb)
        taps += 1

    assert taps == 4
    assert time.monotonic() - began < 60
    assert served.stored[0].answers["need_1_skill"] == "TIG welding of stainless pipes"


def test_the_whole_form_goes_by_keyboard_alone(thumb, served):
    thumb.goto(f"{served.link}/en")

    def reach(selector):
        for _ in range(60):
            if thumb.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
            thumb.keyboard.press("Tab")
        pytest.fail(f"{selector} is out of the keyboard's reach")

    def go_on():
        with thumb.expect_navigation():
            thumb.keyboard.press("Enter")

    reach("button.first")
    go_on()
    reach("#card")
    thumb.keyboard.type(CARD)
    go_on()
    reach("#need_1_skill")
    thumb.keyboard.type("TIG")
    reach("summary")
    thumb.keyboard.press("Enter")
    reach("#need_1_hiring")
    thumb.keyboard.press("ArrowDown")
    reach("[name=need_1_hiring_reason]")
    thumb.keyboard.press("Space")
    for heading in ("Your site", "Only if you like", "Check and send", "Saved"):
        reach("button.first")
        go_on()
        assert thumb.locator("h1").inner_text() == heading

    (answer,) = served.stored
    assert {"need_1_skill", "need_1_hiring", "need_1_hiring_reason"} <= set(answer.answers)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_a_guest_types_stays_plain_text(thumb, served, payload):
    dialogs = []
    thumb.on("dialog", lambda one: (dialogs.append(one.message), one.dismiss()))
    to_need(thumb, served)
    thumb.fill("#need_1_skill", payload)
    for _ in range(3):
        press_first(thumb)

    assert thumb.locator("dd").first.inner_text() == payload
    assert thumb.locator("dd *:not(bdi)").count() == 0
    press_first(thumb)
    assert served.stored[0].answers["need_1_skill"] == payload
    assert dialogs == []


def test_a_draft_outlives_a_reload_and_a_lost_page(thumb, served):
    to_need(thumb, served)
    thumb.fill("#need_1_skill", "TIG")
    thumb.tap("summary")
    thumb.fill("#need_1_job", "Welder")

    thumb.goto("about:blank")
    to_need(thumb, served)

    assert thumb.input_value("#need_1_skill") == "TIG"
    assert thumb.input_value("#need_1_job") == "Welder"
    assert thumb.locator("#need_1_job").is_visible()


def test_without_wifi_nothing_is_lost_and_the_form_goes_out_once_it_is_back(thumb, served):
    to_need(thumb, served)
    thumb.fill("#need_1_skill", "TIG")
    for _ in range(3):
        press_first(thumb)
    thumb.context.set_offline(True)
    with thumb.expect_event("requestfailed"):
        thumb.tap("button.first")
    assert served.stored == []

    thumb.context.set_offline(False)
    to_need(thumb, served)
    assert thumb.input_value("#need_1_skill") == "TIG"
    for _ in range(4):
        press_first(thumb)

    thumb.get_by_role("heading", name="Saved").wait_for()
    assert served.stored[0].answers["need_1_skill"] == "TIG"


def test_a_form_sent_twice_bears_the_same_key(chrome, served):
    page = phone_page(chrome, scripts=False)
    to_need(page, served)
    page.fill("#need_1_skill", "TIG")
    for _ in range(4):
        press_first(page)
    page.get_by_role("heading", name="Saved").wait_for()

    page.reload()  # the browser sends the form again

    page.get_by_role("heading", name="Saved").wait_for()
    assert len({one.key for one in served.stored}) == 1
    assert len(served.stored) == 2
    page.context.close()


def test_loading_saved_again_sends_nothing_again(thumb, served):
    to_need(thumb, served)
    to_saved(thumb)

    thumb.reload()

    assert ROOM.cluster in heading(thumb)
    assert len(served.stored) == 1


@pytest.mark.parametrize("scripts", [True, False])
def test_going_back_and_forth_with_the_browser_s_own_gesture_loses_nothing(chrome, served, scripts):
    page = phone_page(chrome, scripts=scripts)
    to_need(page, served)
    page.fill("#need_1_skill", "TIG")
    page.select_option("#need_1_consequence", "orders")
    press_first(page)
    press_first(page)
    assert heading(page) == "Only if you like"

    for expected in ("Your site", "Skill 1"):
        page.go_back()
        assert heading(page) == expected
        assert page.locator(".firm").inner_text() == "You answer for Öztürk & Söhne <Stahl>"
    assert (page.input_value("#need_1_skill"), page.input_value("#need_1_consequence")) == ("TIG", "orders")
    page.go_back()
    assert page.input_value("#card") == (CARD if scripts else "")  # no browser shall offer it to the next person
    page.go_forward()
    page.fill("#need_1_skill", "TIG of thin sheets")
    to_saved(page)

    (answer,) = served.stored
    assert (answer.member, answer.answers["need_1_skill"]) == ("M001", "TIG of thin sheets")
    assert answer.answers["need_1_consequence"] == "lost orders"
    page.context.close()


def test_going_back_after_saved_shows_nothing_of_the_answer(thumb, served):
    to_need(thumb, served)
    thumb.fill("#need_1_skill", "a secret")
    to_saved(thumb)

    for _ in range(3):
        thumb.go_back()
        assert "a secret" not in thumb.content()
        assert CARD not in thumb.content()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_form_in_hand_outlives_a_room_that_opens_anew_under_another_code(chrome, served, scripts):
    page = phone_page(chrome, scripts=scripts)
    to_need(page, served)
    page.fill("#need_1_skill", "twenty minutes of typing")
    served.view = replace(ROOM, code="NEWR99")

    press_first(page)
    assert heading(page) == "This room is not open"
    page.fill("#code", "newr-99")
    press_first(page)
    assert heading(page) == "Your site"
    to_saved(page)

    (answer,) = served.stored
    assert (answer.member, answer.answers["need_1_skill"]) == ("M001", "twenty minutes of typing")
    page.context.close()


def test_who_comes_back_through_the_new_code_goes_on_with_the_draft(thumb, served):
    to_need(thumb, served)
    thumb.fill("#need_1_skill", "twenty minutes of typing")
    served.view = replace(ROOM, code="NEWR99")

    thumb.goto(served.link.replace(CODE, "NEWR99"))
    assert thumb.locator("button:visible").first.inner_text() == "Go on with what was begun"
    press_first(thumb)
    thumb.fill("#card", CARD)
    press_first(thumb)

    assert thumb.input_value("#need_1_skill") == "twenty minutes of typing"
    to_saved(thumb)
    assert len(served.stored) == 1


@pytest.mark.parametrize("scripts", [True, False])
def test_a_form_in_hand_outlives_a_room_that_is_closed_for_a_while(chrome, served, scripts):
    page = phone_page(chrome, scripts=scripts)
    to_need(page, served)
    page.fill("#need_1_skill", "twenty minutes of typing")
    press_first(page)
    address, port = served.server.address, served.server.port
    served.server.close()
    with page.expect_event("requestfailed"):
        page.tap("button.first")
    page.wait_for_url("chrome-error://chromewebdata/")
    served.server = RoomServer(lambda: served.view, served.inbox, address=address, port=port)

    page.go_back()
    assert heading(page) == "Your site"
    to_saved(page)

    (answer,) = served.stored
    assert (answer.member, answer.answers["need_1_skill"]) == ("M001", "twenty minutes of typing")
    page.context.close()


def test_the_next_person_on_a_phone_sees_nothing_of_the_one_before(thumb, served):
    to_need(thumb, served)
    thumb.fill("#need_1_skill", "a secret")

    thumb.goto(f"{served.link}/en")
    assert "a secret" not in thumb.locator("main").inner_text()
    with thumb.expect_navigation():
        thumb.get_by_text("Begin anew").tap()
    assert (thumb.input_value("#card"), heading(thumb)) == ("", "Who are you?")
    assert "Öztürk" not in thumb.evaluate("JSON.stringify(sessionStorage)")
    thumb.fill("#card", OTHER_CARD)
    press_first(thumb)

    assert thumb.input_value("#need_1_skill") == ""
    assert "Beta SL" in thumb.locator(".firm").inner_text()
    assert "a secret" not in kept_on(thumb)


def test_a_screen_reached_by_back_names_no_firm_once_the_card_is_another(thumb, served):
    to_need(thumb, served)
    press_first(thumb)
    thumb.evaluate("sessionStorage.setItem('fastmap-card', 'ANOTHER')")

    thumb.go_back()

    assert heading(thumb) == "Skill 1"
    assert not thumb.locator(".firm").is_visible()


def test_who_goes_on_with_a_draft_shows_the_card_again(thumb, served):
    to_need(thumb, served)
    thumb.fill("#need_1_skill", "TIG")
    assert CARD not in thumb.evaluate("JSON.stringify({...localStorage})")

    thumb.goto(f"{served.link}/en")
    press_first(thumb)

    assert thumb.input_value("#card") == ""
    assert CARD not in thumb.content()
    assert CARD not in kept_on(thumb)


def test_a_draft_is_dropped_once_the_answer_is_stored_and_after_a_day(thumb, served):
    to_need(thumb, served)
    thumb.fill("#need_1_skill", "TIG")
    to_saved(thumb)
    assert kept_on(thumb) == "[{},{}]"

    to_need(thumb, served)
    thumb.fill("#need_1_skill", "of yesterday")
    thumb.evaluate("""() => { for (const key of Object.keys(localStorage)) {
        const draft = JSON.parse(localStorage[key]); draft.at -= 86400001; localStorage[key] = JSON.stringify(draft); } }""")
    thumb.goto(f"{served.link}/en")

    assert thumb.locator("button.first:visible").inner_text() == "Answer for my firm"
    assert kept_on(thumb) == "[{},{}]"


def test_what_was_cleared_stays_cleared_in_the_draft(thumb, served):
    to_need(thumb, served)
    thumb.fill("#need_1_skill", "TIG")
    thumb.fill("#need_1_short_now", "3")
    press_first(thumb)
    thumb.go_back()
    thumb.fill("#need_1_short_now", "")
    press_first(thumb)
    thumb.reload()
    to_saved(thumb)

    assert "need_1_short_now" not in served.stored[0].answers


def test_after_changing_an_answer_everything_of_it_is_still_there(thumb, served):
    to_need(thumb, served)
    thumb.fill("#need_1_skill", "TIG")
    to_saved(thumb)

    with thumb.expect_navigation():
        thumb.get_by_text("Change my answer").tap()
    press_first(thumb)
    thumb.reload()
    assert thumb.input_value("#need_1_skill") == "TIG"
    thumb.fill("#need_1_short_now", "4")
    to_saved(thumb)

    first, second = served.stored
    assert (first.key, second.answers) == (second.key, {"need_1_skill": "TIG", "need_1_short_now": "4"})


@pytest.mark.parametrize("scripts", [True, False])
def test_a_phone_votes_once_also_after_the_room_opened_anew(chrome, served, scripts):
    page = phone_page(chrome, scripts=scripts)
    page.goto(f"{served.link}/en/vote")
    page.select_option("#dots_0", "3")
    press_first(page)
    served.view = replace(served.view, code="NEWR99")

    page.goto(served.link.replace(CODE, "NEWR99") + "/en/vote")
    assert heading(page) == "Your dots are counted"
    with page.expect_navigation():
        page.get_by_text("Change my dots").tap()
    assert page.input_value("#dots_0") == "3"  # it begins with what is counted
    page.select_option("#dots_0", "0")
    page.select_option("#dots_1", "2")
    press_first(page)

    assert heading(page) == "Your dots are counted"
    assert len({one.id for one in served.stored}) == 1
    with page.expect_navigation():
        page.get_by_text("Somebody else votes on this phone").tap()
    page.select_option("#dots_1", "1")
    press_first(page)
    page.go_back()
    assert len({one.id for one in served.stored}) == 2
    page.context.close()


def test_a_phone_without_scripts_answers_and_votes(chrome, served):
    page = phone_page(chrome, scripts=False)
    to_need(page, served)
    page.fill("#need_1_skill", "TIG")
    for _ in range(4):
        press_first(page)
    assert page.locator("h1").inner_text() == "Saved"
    page.goto(f"{served.link}/en/vote")
    page.select_option("#dots_1", "3")
    press_first(page)

    assert page.locator("h1").inner_text() == "Your dots are counted"
    assert served.stored[1].ballot == BALLOT.id
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_phone_s_own_language_is_shown_first(chrome, served, language):
    page = phone_page(chrome, locale=language)
    page.goto(served.link)

    assert page.get_attribute("html", "lang") == language
    assert ROOM.cluster in page.locator("h1").inner_text()
    page.context.close()
