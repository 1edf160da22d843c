"""A person with a phone answers for a firm and votes; nothing that is typed becomes markup, nothing is lost."""

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import markupsafe
import pytest

from fastmap.catalogue.texts import load_texts
from fastmap.errors import FastmapError
from fastmap.intake.form_definition import NEED_ROWS
from fastmap.intake.member_cards import printed
from fastmap.intake.phone_answers import PhoneAnswer, Standing
from tests.phone.conftest import BALLOT, CARD, CODE, HOST, OTHER_CARD, ROOM
from ui.phone import desk as desk_module
from ui.phone import screens
from ui.phone.screens import SAID_OF
from ui.phone.view import GivenAnswer

LANGUAGES = ROOM.languages


class Fields(HTMLParser):
    """The fields of a posted form of a page, by default of the first, as a browser without scripts would send them."""

    def __init__(self, html: str, button: str = "") -> None:
        super().__init__()
        self.fields: dict[str, list[str]] = {}
        self.buttons: list[tuple[str, str]] = []
        self.action = None
        self._select = self._text = None
        forms = re.findall(r'<form method="post".*?</form>', html, re.S)
        self.feed(next((form for form in forms if f">{button}</button>" in form or not button), ""))

    def handle_starttag(self, tag, attrs):
        at = dict(attrs)
        if tag == "form" and self.action is None:
            self.action = at["action"]
        if tag == "input" and at.get("type") in {"hidden", "text"}:
            self.fields.setdefault(at["name"], []).append(at.get("value") or "")
        if tag == "input" and at.get("type") == "checkbox" and "checked" in at:
            self.fields.setdefault(at["name"], []).append(at["value"])
        if tag == "select":
            self._select = at["name"]
            self.fields.setdefault(at["name"], [""])
        if tag == "option" and "selected" in at:
            self.fields[self._select] = [at["value"]]
        if tag == "textarea":
            self._text = at["name"]
            self.fields[self._text] = [""]
        if tag == "button" and at.get("name"):
            self.buttons.append((at["name"], at["value"]))

    def handle_data(self, data):
        if self._text:
            self.fields[self._text][0] += data

    def handle_endtag(self, tag):
        if tag == "textarea":
            self._text = None


def send(phone, page, go=None, **entries):
    """Press a button of a page after typing ``entries``."""
    form = Fields(page.text)
    fields = {**form.fields, **{name: value if isinstance(value, list) else [value] for name, value in entries.items()}}
    if go:
        assert ("go", go) in form.buttons, page.text
        fields["go"] = [go]
    return phone.post(form.action, data=fields)


def begin(phone, language="en"):
    return send(phone, phone.get(f"/{CODE}/{language}"))


def to_check(phone, language="en", **entries):
    page = begin(phone, language)
    who = {name: entries.pop(name) for name in ("card", "organisation", "respondent_role") if name in entries}
    page = send(phone, page, "next", **who)
    page = send(phone, page, "next", **{name: text for name, text in entries.items() if name.startswith("need_1_")})
    page = send(phone, page, "next")
    return send(phone, page, "next", **{name: text for name, text in entries.items() if not name.startswith("need_")})


def head(page) -> str:
    return re.search(r"<h1[^>]*>(.*?)</h1>", page.text, re.S)[1]


def test_a_firm_with_a_card_answers_and_the_laptop_has_it(phone, room):
    page = to_check(
        phone,
        card=printed(CARD).lower(),
        need_1_skill="Soldadura TIG",
        need_1_short_now="3",
        need_1_consequence="orders",
        need_1_hiring="hard",
        need_1_hiring_reason=["few_applicants", "lacked_skill"],
        remarks="call me",
    )
    assert "Öztürk &amp; Söhne &lt;Stahl&gt;" in page.text

    page = send(phone, page, "send")

    assert head(page) == "Saved"
    (answer,) = room.stored
    assert isinstance(answer, PhoneAnswer)
    assert (answer.member, answer.language) == ("M001", "en")
    assert answer.answers["need_1_skill"] == "Soldadura TIG"
    assert answer.answers["need_1_consequence"] == "lost orders"
    assert answer.answers["need_1_hiring_reason"] == "few people applied; applicants lacked the skill"
    assert answer.answers["remarks"] == "call me"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_way_works_in_every_language(phone, room, language):
    page = to_check(phone, language, card=CARD, need_1_skill="x", need_1_provision="misfit")
    page = send(phone, page, "send")

    assert page.status_code == 200
    assert f'<html lang="{language}">' in page.text
    assert room.stored[0].language == language


@pytest.mark.parametrize("standing", Standing)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_phone_says_what_is_true_of_a_stored_answer(phone, room, language, standing):
    room.told = standing

    page = send(phone, to_check(phone, language, card=CARD, need_1_skill="x"), "send")

    texts = load_texts(language)
    said = {one for one in Standing if markupsafe.escape(texts.get(SAID_OF[one])) in page.text}
    assert said == {standing}


def test_after_an_answer_another_firm_begins_with_an_empty_form_of_its_own(phone, room):
    page = send(phone, to_check(phone, card=CARD, need_1_skill="Soldadura"), "send")

    page = phone.post(f"/{CODE}/en/form", data=Fields(page.text, "Answer for another firm").fields)
    assert "Soldadura" not in page.text
    assert CARD not in page.text
    page = send(phone, send(phone, page, "next", card=OTHER_CARD), "next", need_1_skill="second")
    send(phone, send(phone, send(phone, page, "next"), "next"), "send")

    first, second = room.stored
    assert (first.member, second.member) == ("M001", "M002")
    assert first.key != second.key


def test_a_second_need_travels_with_the_first(phone, room):
    page = send(phone, begin(phone), "next", card=CARD)
    page = send(phone, page, "another", need_1_skill="one")
    assert head(page) == "Skill 2"
    page = send(phone, page, "next", need_2_skill="two", need_2_short_12m="4")
    page = send(phone, send(phone, page, "next"), "next")
    send(phone, page, "send")

    answers = room.stored[0].answers
    assert (answers["need_1_skill"], answers["need_2_skill"], answers["need_2_short_12m"]) == ("one", "two", "4")


def test_going_back_and_forth_keeps_everything(phone, room):
    page = to_check(phone, card=CARD, need_1_skill="one", need_1_hiring_reason=["few_applicants"], remarks="r")
    for _ in range(4):
        page = send(phone, page, "back")
    assert head(page) == "Who are you?"
    for _ in range(4):
        page = send(phone, page, "next")
    send(phone, page, "send")

    assert room.stored[0].answers == {
        "need_1_skill": "one",
        "need_1_hiring_reason": "few people applied",
        "remarks": "r",
    }


def test_without_a_card_the_name_is_asked_and_the_answer_belongs_to_nobody_yet(phone, room):
    page = send(phone, begin(phone), "next")
    assert "Type the code of your card" in page.text

    page = to_check(phone, organisation="Beta SL", need_1_skill="x")
    page = send(phone, page, "send")

    assert room.stored[0].member is None
    assert "will check whose answer it is" in page.text


def test_a_card_that_no_firm_has_is_told_and_nothing_goes_on(phone, room):
    page = send(phone, begin(phone), "next", card="AAAAA-AAAAA")

    assert "No firm has this code" in page.text
    assert head(page) == "Who are you?"


def test_a_number_in_words_is_asked_about_once_and_then_taken_as_it_is(phone, room):
    page = send(phone, begin(phone), "next", card=CARD)
    page = send(phone, page, "next", need_1_skill="x", need_1_short_now="99999999")
    assert "Type a whole number" in page.text
    assert 'aria-invalid="true"' in page.text

    page = send(phone, page, "next")
    assert head(page) == "Your site"


def test_figures_without_a_skill_are_asked_about(phone):
    page = send(phone, begin(phone), "next", card=CARD)

    page = send(phone, page, "next", need_1_short_now="3")

    assert "Say which skill it is" in page.text


@pytest.mark.parametrize(
    "payload",
    ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7*7 }}", "\u202eevil", "' onfocus='x"],
)
def test_what_is_typed_is_text_on_every_page(phone, room, payload):
    page = to_check(phone, card=CARD, organisation=payload, need_1_skill=payload, remarks=payload)

    assert "<script>alert" not in page.text
    assert "<img" not in page.text
    assert str(markupsafe.escape(payload)) in page.text
    assert Fields(page.text).fields["need_1_skill"] == [payload]
    send(phone, page, "send")
    assert room.stored[0].answers["need_1_skill"] == payload


def test_an_answer_the_laptop_did_not_confirm_stays_in_the_page_and_can_be_sent_again(phone, room):
    room.refuse = FastmapError("file_full")
    page = send(phone, to_check(phone, card=CARD, need_1_skill="kept"), "send")
    assert page.status_code == 503
    assert head(page) == "Not saved yet"
    key = Fields(page.text).fields["key"]

    room.refuse = None
    page = send(phone, page, "send")

    assert head(page) == "Saved"
    assert room.stored[0].answers["need_1_skill"] == "kept"
    assert [room.stored[0].key] == key


def test_a_laptop_that_does_not_answer_in_time_is_told_as_not_saved(phone, room, monkeypatch):
    monkeypatch.setattr(desk_module, "STORED_WITHIN_S", 0.05)
    monkeypatch.setattr(type(room.inbox), "take", lambda *_: [])

    page = send(phone, to_check(phone, card=CARD, need_1_skill="kept"), "send")

    assert (page.status_code, head(page)) == (503, "Not saved yet")


def test_a_full_inbox_is_told_as_not_saved(phone, room, monkeypatch):
    room.inbox.close()

    page = send(phone, to_check(phone, card=CARD, need_1_skill="kept"), "send")

    assert (page.status_code, head(page)) == (503, "Not saved yet")


def test_after_closing_nothing_is_taken_and_nothing_is_lost(phone, room):
    page = to_check(phone, card=CARD, need_1_skill="late")
    room.view = replace(ROOM, takes_answers=False)

    page = send(phone, page, "send")

    assert head(page) == "This round is closed"
    assert room.stored == []
    assert Fields(page.text).fields["need_1_skill"] == ["late"]
    assert "Answer for my firm" not in phone.get(f"/{CODE}/en").text


def test_a_changed_answer_carries_the_key_of_the_first(phone, room):
    page = send(phone, to_check(phone, card=CARD, need_1_skill="first"), "send")
    page = send(phone, page)
    page = send(phone, page, "next")
    page = send(phone, page, "next", need_1_skill="second")
    page = send(phone, send(phone, send(phone, page, "next"), "next"), "send")

    first, second = room.stored
    assert first.key == second.key
    assert second.answers["need_1_skill"] == "second"


@pytest.mark.parametrize(
    "path", ["/YESTER", f"/{CODE[:-1]}", "/ÄÖÜ", "/favicon.ico", "/YESTER/en/form", "/static/x.css"]
)
def test_another_code_finds_no_room_and_says_what_to_do(phone, path):
    page = phone.get(path)

    assert page.status_code == 404
    assert "This room is not open" in page.text


def test_a_form_sent_to_yesterday_s_room_asks_for_today_s_code_and_nothing_else(phone, room):
    page = to_check(phone, "de", card=CARD, need_1_skill="Schweißen & <b>", remarks="lang")
    room.view = replace(ROOM, code="NEWR99")

    page = send(phone, page, "send")
    assert page.status_code == 404
    assert "ist noch auf dieser Seite" in page.text
    page = send(phone, page, code="wr-ong2")
    assert "Der offene Raum hat einen anderen Code" in page.text
    page = send(phone, page, code="newr-99")

    assert head(page) == "Gespeichert"
    (answer,) = room.stored
    assert (answer.member, answer.language) == ("M001", "de")
    assert (answer.answers["need_1_skill"], answer.answers["remarks"]) == ("Schweißen & <b>", "lang")


def test_a_screen_sent_to_yesterday_s_room_goes_on_with_the_next_one(phone, room):
    page = send(phone, begin(phone), "next", card=CARD)
    room.view = replace(ROOM, code="NEWR99")

    page = send(phone, page, "another", need_1_skill="TIG")
    page = send(phone, page, code="NEWR99")

    assert head(page) == "Skill 2"
    assert Fields(page.text).action == "/NEWR99/en/form?from=need_2"
    assert Fields(page.text).fields["need_1_skill"] == ["TIG"]


def test_dots_sent_to_yesterday_s_room_are_counted_once_the_code_is_typed(phone, room):
    page = phone.get(f"/{CODE}/en/vote")
    room.view = replace(ROOM, code="NEWR99")

    page = send(phone, send(phone, page, dots_1="2"), code="NEWR99")

    assert head(page) == "Your dots are counted"
    assert room.stored[0].dots == {"u:plc": 2}


def test_a_page_that_asks_for_the_code_carries_fields_of_ours_alone(phone):
    page = phone.post("/YESTER/en/form", data={"need_1_skill": "x", "evil": "y", "to": "../z", "form_id": "2"})

    assert set(Fields(page.text).fields) == {"to", "language", "need_1_skill", "code"}
    assert Fields(page.text).fields["to"] == ["form"]


def test_whose_firm_answered_before_is_told_before_typing(phone, room):
    earlier = GivenAnswer(response="excel-1", on=date(2026, 5, 4))
    room.view = replace(ROOM, answered={"M001": (earlier,)})

    page = send(phone, begin(phone), "next", card=CARD)
    assert "Your firm answered on 4 May 2026. What you send now waits" in page.text
    page = send(phone, begin(phone), "next", card=OTHER_CARD)
    assert "Your firm answered" not in page.text


def test_who_changes_an_answer_is_not_told_that_it_waits(phone, room):
    page = send(phone, to_check(phone, card=CARD, need_1_skill="first"), "send")
    key = room.stored[0].key
    room.view = replace(ROOM, answered={"M001": (GivenAnswer(response=f"phone-{key}", on=date(2026, 5, 4)),)})

    page = send(phone, send(phone, page), "next")

    assert head(page) == "Skill 1"
    assert "Your firm answered" not in page.text


def test_fields_that_no_screen_asks_are_not_taken_from_a_phone(phone, room):
    form = {"screen": "check", "go": "send", "key": "k" * 16, "card": CARD, "need_1_skill": "TIG"}

    phone.post(f"/{CODE}/de/form", data={**form, "form_id": "x", "member_code": "M002", "language": "fr"})

    (answer,) = room.stored
    assert (answer.answers, answer.language) == ({"need_1_skill": "TIG"}, "de")


def test_a_form_with_every_field_full_is_small_enough(phone, room):
    full = {"screen": "check", "go": "send", "key": "k" * 40, "script": "1", "told": "check", "card": CARD}
    letters = {"text": desk_module.LONGEST_LINE, "number": 40, "long": 2_000}
    for screen in ("who", *(f"need_{row}" for row in range(1, NEED_ROWS + 1)), "site", "more"):
        for one in screens.questions(screen, {}, load_texts("de"), {}):
            chosen = [choice.value for choice in one.choices]
            full[one.name] = "é" * letters[one.kind] if not chosen else chosen if one.kind == "some" else chosen[0]

    page = phone.post(f"/{CODE}/de/form", data=full)

    assert page.status_code == 200
    assert head(page) == "Gespeichert"


def test_an_empty_screen_of_the_form_is_given_to_whoever_goes_back(phone):
    page = phone.get(f"/{CODE}/en/form?at=need_2")

    assert (page.status_code, head(page)) == (200, "Skill 2")
    assert 'data-keep="bare"' in page.text
    for other in ("", "?at=need_99", "?at=../x"):
        assert phone.get(f"/{CODE}/en/form{other}").status_code == 303


def test_a_page_is_kept_by_the_browser_only_where_no_script_keeps_the_draft(phone):
    fields = {"screen": "who", "go": "next", "key": "k" * 16, "card": CARD}

    without = phone.post(f"/{CODE}/en/form", data=fields).headers["cache-control"]
    with_script = phone.post(f"/{CODE}/en/form", data={**fields, "script": "1"}).headers["cache-control"]

    assert (without, with_script) == ("private, max-age=86400", "no-store")


def test_the_code_may_be_typed_in_small_letters_at_the_door(phone):
    assert phone.get("/", params={"code": "k7rm-2x"}).headers["location"] == f"/{CODE}"
    assert phone.get(f"/{CODE.lower()}").status_code == 200


@pytest.mark.parametrize(
    ("header", "language"), [("de-AT,de;q=0.9", "de"), ("pl,hu;q=0.5", "hu"), ("xx", "en"), ("", "en")]
)
def test_the_phone_s_own_language_comes_first(phone, header, language):
    page = phone.get(f"/{CODE}", headers={"accept-language": header})

    assert f'<html lang="{language}">' in page.text


# --- votes ------------------------------------------------------------------------------------------------------------


def test_dots_are_taken_and_may_go_to_one_option(phone, room):
    page = phone.get(f"/{CODE}/de/vote")
    assert "Schweißen" in page.text
    assert "PLC &lt;b&gt;programming&lt;/b&gt;" in page.text

    page = send(phone, page, dots_0="2", dots_1="1")

    assert head(page) == "Ihre Punkte sind gezählt"
    assert room.stored[0].dots == {"u:weld": 2, "u:plc": 1}
    assert room.stored[0].ballot == "B001"


@pytest.mark.parametrize(
    ("dots", "sentence"),
    [({"dots_0": "3", "dots_1": "1"}, "Those are 4 dots; you have 3."), ({}, "Give at least one dot.")],
)
def test_too_many_dots_or_none_are_told_and_keep_what_was_chosen(phone, room, dots, sentence):
    page = send(phone, phone.get(f"/{CODE}/en/vote"), **dots)

    assert sentence in page.text
    assert room.stored == []
    assert Fields(page.text).fields["dots_0"] == [dots.get("dots_0", "0")]


def test_a_vote_that_was_closed_meanwhile_is_told(phone, room):
    page = phone.get(f"/{CODE}/en/vote")
    room.view = replace(ROOM, ballot=None)

    assert "This vote is closed" in send(phone, page, dots_0="1").text

    assert room.stored == []


def test_dots_of_a_page_of_another_vote_are_not_counted_and_the_vote_that_is_open_is_shown(phone, room):
    page = phone.get(f"/{CODE}/en/vote")
    nurse = replace(BALLOT, options=("u:nurse", "u:plc"), mark="n" * 20)
    nurse = replace(nurse, words={one: {"u:nurse": "Nursing", "u:plc": "PLC"} for one in LANGUAGES})
    room.view = replace(ROOM, ballot=nurse)  # the same number: the vote was removed and begun again

    page = send(phone, page, dots_0="3")

    assert "Another vote is open now" in page.text
    assert room.stored == []
    send(phone, page, dots_0="1")
    assert room.stored[0].dots == {"u:nurse": 1}


def test_a_phone_that_has_voted_is_asked_who_votes_now(phone, room):
    send(phone, phone.get(f"/{CODE}/en/vote"), dots_0="1")

    page = phone.get(f"/{CODE}/de/vote")

    assert head(page) == "Ihre Punkte sind gezählt"
    assert 'name="dots_0"' not in page.text


def test_dots_that_are_given_in_another_way_bear_the_key_of_the_first(phone, room):
    send(phone, phone.get(f"/{CODE}/en/vote"), dots_0="1")
    room.view = replace(room.view, code="ANXTHR")  # also after the room got another code

    page = send(phone, phone.get("/ANXTHR/en/vote?as=again"), dots_0="0", dots_1="2")

    assert head(page) == "Your dots are counted"
    first, second = room.stored
    assert (first.id, second.dots) == (second.id, {"u:plc": 2})


@pytest.mark.parametrize("taken_back", ["0", "1"])
def test_who_changes_dots_begins_with_those_that_are_counted(phone, room, taken_back):
    send(phone, phone.get(f"/{CODE}/en/vote"), dots_0="1", dots_1="2")

    page = send(phone, phone.get(f"/{CODE}/en/vote?as=again"), dots_0=taken_back)

    assert head(page) == "Your dots are counted"
    first, second = room.stored
    assert {**first.dots, "u:weld": int(taken_back)} == {"u:weld": 0, **second.dots}


def test_no_phone_sees_the_dots_of_another(phone, room):
    send(phone, phone.get(f"/{CODE}/en/vote"), dots_1="2")

    fields = Fields(room.client().get(f"/{CODE}/en/vote?as=again").text).fields

    assert [fields["dots_0"], fields["dots_1"]] == [["0"], ["0"]]


def test_somebody_else_votes_on_the_same_phone_with_a_paper_of_their_own(phone, room):
    page = send(phone, phone.get(f"/{CODE}/en/vote"), dots_0="1")

    page = phone.post(f"/{CODE}/en/vote", data={"as": "next"})
    assert page.headers["location"] == f"/{CODE}/en/vote"
    page = send(phone, phone.get(page.headers["location"]), dots_1="1")

    assert head(page) == "Your dots are counted"
    first, second = room.stored
    assert first.id != second.id


def test_a_phone_that_loads_the_vote_again_before_it_heard_that_it_is_counted_has_the_same_paper(phone):
    keys = [Fields(phone.get(f"/{CODE}/en/vote").text).fields["key"] for _ in range(2)]

    assert keys[0] == keys[1]


def test_while_a_file_is_just_open_a_vote_is_not_told_as_closed_and_no_dots_are_lost(phone, room):
    page = phone.get(f"/{CODE}/en/vote")
    room.view = replace(ROOM, ballot=None, is_vote_coming=True)

    assert "begins in a moment" in phone.get(f"/{CODE}/en/vote").text
    page = send(phone, page, dots_1="2")
    assert (page.status_code, head(page)) == (503, "Not saved yet")
    room.view = ROOM
    page = send(phone, page)

    assert head(page) == "Your dots are counted"
    assert room.stored[0].dots == {"u:plc": 2}


def test_a_vote_that_the_laptop_refuses_is_told(phone, room):
    room.refuse = FastmapError("ballot_closed")

    assert "This vote is closed" in send(phone, phone.get(f"/{CODE}/en/vote"), dots_0="1").text


# --- the guard --------------------------------------------------------------------------------------------------------


def test_another_host_name_is_refused(phone):
    assert phone.get(f"/{CODE}", headers={"host": "evil.example"}).status_code == 400


@pytest.mark.parametrize(
    "headers", [{"origin": "http://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}]
)
def test_a_form_posted_from_elsewhere_is_refused(phone, room, headers):
    page = phone.post(f"/{CODE}/en/vote", data={"ballot": BALLOT.mark, "key": "k" * 16, "dots_0": "1"}, headers=headers)

    assert page.status_code == 403
    assert room.stored == []


def test_a_form_of_this_page_is_taken(phone, room):
    page = phone.post(
        f"/{CODE}/en/vote",
        data={"ballot": BALLOT.mark, "key": "k" * 16, "dots_0": "1"},
        headers={"origin": f"http://{HOST}", "sec-fetch-site": "same-origin"},
    )

    assert page.status_code == 200
    assert len(room.stored) == 1


def test_a_body_that_no_phone_sends_is_refused(phone):
    assert phone.post(f"/{CODE}/en/form", content=b"x" * 70_000).status_code == 413


def test_a_body_without_a_length_is_cut_off_all_the_same(phone):
    def endless():
        for _ in range(200):
            yield b"x" * 1_000

    assert phone.post(f"/{CODE}/en/form", content=endless()).status_code == 413


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "TRACE"])
def test_other_methods_are_refused(phone, method):
    assert phone.request(method, f"/{CODE}").status_code == 405


def test_nobody_asks_more_often_than_a_room_does(room):
    with room.client() as phone:
        codes = [phone.get("/YESTER").status_code for _ in range(100)]

    assert codes[0] == 404
    assert codes[-1] == 429


@pytest.mark.parametrize("path", [f"/{CODE}/en", "/", "/YESTER", "/static/keep.js", f"/{CODE}/en/vote"])
def test_every_page_forbids_what_it_does_not_need(phone, path):
    headers = phone.get(path).headers

    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["cache-control"] == ("max-age=600" if path.startswith("/static/") else "no-store")
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"  # with "no-referrer" browsers send our own forms as from "null"
    assert "server" not in headers


@pytest.mark.parametrize("fields", [{"screen": "need_99"}, {"screen": "../x"}, {"go": "send"}, {"key": "<b>" * 9}, {}])
def test_a_form_that_no_page_of_ours_sends_begins_again(phone, room, fields):
    page = phone.post(f"/{CODE}/en/form", data=fields)

    assert (page.status_code, head(page)) == (200, "Who are you?")
    assert room.stored == []
