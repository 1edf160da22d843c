"""What one room takes, how often one address may come, and the sentence that a person reads beyond that."""

from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from fastmap.catalogue.texts import form_languages, load_texts
from tests.phone.conftest import BALLOT, CARD, CODE, HOST, ROOM
from ui.phone import guard, limits
from ui.phone.guard import Guard
from ui.phone.pages import pages


def form(number, **more):
    fields = {"screen": "check", "go": "send", "key": f"key-{number:012d}", "organisation": f"Firm {number}"}
    return {**fields, "need_1_skill": f"s{number}", **more}


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def phones(room, clock):
    """Phones of several addresses, which have all the time between two requests."""
    app = Guard(pages(lambda: room.view, room.inbox), host=HOST, clock=clock)

    def from_address(address):
        client = TestClient(app, base_url=f"http://{HOST}", follow_redirects=False, client=(address, 1))

        def send(path, data):
            clock.now += 10
            return client.post(f"/{CODE}/en/{path}", data=data)

        return send

    return from_address


@pytest.fixture
def patient(monkeypatch):
    monkeypatch.setattr(limits, "SENDS_AT_ONCE", 10_000.0)


@pytest.mark.usefixtures("patient")
def test_one_phone_cannot_fill_the_file_and_others_still_answer(phones, room):
    joker, honest = phones("10.0.0.1"), phones("10.0.0.2")
    pages_ = [joker("form", form(number)) for number in range(limits.ADDRESS_ANSWERS + 5)]

    assert [page.status_code for page in pages_[-5:]] == [429] * 5
    assert "The laptop takes no more answers" in pages_[-1].text
    assert f'value="s{limits.ADDRESS_ANSWERS + 4}"' in pages_[-1].text, "what was typed is still there"
    assert len(room.stored) == limits.ADDRESS_ANSWERS
    assert "Saved" in honest("form", form(1, key="honest-phone-0001")).text


@pytest.mark.usefixtures("patient")
def test_an_answer_sent_again_counts_once_and_is_taken_beyond_the_bound(phones, monkeypatch):
    monkeypatch.setattr(limits, "ADDRESS_ANSWERS", 3)
    phone = phones("10.0.0.1")
    for number in range(3):
        phone("form", form(number))

    assert phone("form", form(3)).status_code == 429
    assert "Saved" in phone("form", form(1, need_1_skill="changed")).text


@pytest.mark.usefixtures("patient")
def test_a_room_of_many_members_takes_three_forms_for_each_of_them():
    taken = limits.RoomLimits()
    small = replace(ROOM, cards=_Counted(3))
    large = replace(ROOM, cards=_Counted(200))
    answers = [_answer(number) for number in range(700)]

    told = [taken.refusal(one, f"10.0.{number // 50}.1", small) for number, one in enumerate(answers[:310])]
    assert told.count("full") == 10
    assert taken.is_full
    more = limits.RoomLimits()
    told = [more.refusal(one, f"10.0.{number // 50}.1", large) for number, one in enumerate(answers)]
    assert told.count("full") == 100


class _Counted:
    def __init__(self, count):
        self.count = count


def _answer(number, size=1, member=None):
    from datetime import UTC, datetime

    from fastmap.intake.phone_answers import PhoneAnswer

    said = {"need_1_skill": "x" * size}
    return PhoneAnswer(
        key=f"key-{number:012d}", member=member, language="en", received_at=datetime.now(UTC), answers=said
    )


@pytest.mark.usefixtures("patient")
def test_ten_million_letters_are_the_most_of_one_room_whoever_sends_them():
    taken = limits.RoomLimits()

    told = [taken.refusal(_answer(number, 60_000, f"M{number}"), f"10.0.0.{number}", ROOM) for number in range(200)]

    assert told.count(None) == 166
    assert taken._bytes <= limits.MOST_ROOM_BYTES


@pytest.mark.usefixtures("patient")
def test_one_card_does_not_fill_the_room(phones, room):
    phone = phones("10.0.0.1")
    for number in range(limits.CARD_ANSWERS + 10):
        phone("form", form(number, card=CARD, need_1_skill=f"s{number}"))

    assert len(room.stored) == limits.CARD_ANSWERS


@pytest.mark.usefixtures("patient")
def test_one_phone_stuffs_a_vote_with_no_more_papers_than_a_room_behind_one_address_has(phones, room):
    phone = phones("10.0.0.1")
    papers = [phone("vote", {"ballot": BALLOT.mark, "key": f"vote-{n:012d}", "dots_0": "3"}) for n in range(60)]

    assert len(room.stored) == limits.ADDRESS_PAPERS
    assert "These dots were not counted" in papers[-1].text


@pytest.mark.usefixtures("patient")
def test_a_vote_that_takes_the_number_of_a_removed_one_is_open_to_everybody(phones, room):
    def vote(first, mark):
        for number in range(first, first + 30):
            phone("vote", {"ballot": mark, "key": f"vote-{number:012d}", "dots_0": "3"})

    phone = phones("10.0.0.1")
    vote(0, BALLOT.mark)
    room.view = replace(room.view, ballot=replace(BALLOT, mark="n" * 20))  # the same number: see `new_ballot`
    vote(100, "n" * 20)

    assert len(room.stored) == 60


def test_who_sends_without_a_pause_is_asked_to_wait_and_keeps_what_is_entered(phone, monkeypatch, room):
    monkeypatch.setattr(limits, "SENDS_AT_ONCE", 2.0)
    with room.client() as hasty:
        for number in range(2):
            hasty.post(f"/{CODE}/en/form", data=form(number))
        page = hasty.post(f"/{CODE}/en/form", data=form(3, remarks="two hours"))

    assert page.status_code == 429
    assert "Many phones send at once" in page.text
    assert 'value="two hours"' in page.text


def test_a_form_that_comes_too_soon_is_given_back_with_a_button_that_sends_it_again(room, clock, monkeypatch):
    monkeypatch.setattr(guard, "BURST", 1.0)
    app = Guard(pages(lambda: room.view, room.inbox), host=HOST, clock=clock)
    phone = TestClient(app, base_url=f"http://{HOST}", follow_redirects=False)
    phone.get(f"/{CODE}/en")

    page = phone.post(f"/{CODE}/de/form", data=form(1, remarks='"><script>x</script>', **{"<b>": "x"}))

    assert (page.status_code, page.headers["retry-after"], page.headers["connection"]) == (429, "5", "close")
    assert "Viele Telefone senden gleichzeitig" in page.text
    assert f'action="/{CODE}/de/form"' in page.text
    assert 'name="need_1_skill" value="s1"' in page.text
    assert "<script>x" not in page.text
    assert "<b>" not in page.text
    assert "default-src 'none'" in page.headers["content-security-policy"]


def test_style_and_script_are_kept_by_phones_and_not_counted_as_pages(room, clock):
    app = Guard(pages(lambda: room.view, room.inbox), host=HOST, clock=clock)
    phone = TestClient(app, base_url=f"http://{HOST}", follow_redirects=False)

    files = [phone.get("/static/phone.css") for _ in range(150)]

    assert {one.status_code for one in files} == {200}
    assert files[0].headers["cache-control"] == "max-age=600"
    assert phone.get(f"/{CODE}/en").status_code == 200
    assert phone.get("/static/other").headers["cache-control"] == "no-store"


def test_what_is_refused_costs_as_much_as_a_page(room, clock):
    app = Guard(pages(lambda: room.view, room.inbox), host=HOST, clock=clock)
    phone = TestClient(app, base_url=f"http://{HOST}", follow_redirects=False)
    for _ in range(int(guard.BURST)):
        phone.post(f"/{CODE}/en/form", headers={"origin": "http://evil.example"})

    assert phone.get(f"/{CODE}/en").status_code == 429


@pytest.mark.parametrize("language", form_languages())
@pytest.mark.parametrize(
    ("status", "ask"),
    [
        (400, lambda phone: phone.get("/", headers={"host": "evil.example"})),
        (403, lambda phone: phone.post(f"/{CODE}/en/vote", headers={"origin": "http://evil.example"})),
        (404, lambda phone: phone.get(f"/{CODE}/en/form/else/where")),
        (405, lambda phone: phone.request("DELETE", f"/{CODE}")),
        (405, lambda phone: phone.post(f"/{CODE}/xx/test")),
        (413, lambda phone: phone.post(f"/{CODE}/xx/form", content=b"x" * 70_000)),
    ],
)
def test_a_person_reads_a_sentence_in_the_language_of_the_phone_and_no_bare_number(room, language, status, ask):
    texts = load_texts(language)
    with room.client() as phone:
        phone.headers["accept-language"] = f"{language}-XX,{language};q=0.9"
        page = ask(phone)

    assert page.status_code == status
    heads = {"phone.wrong_way", "phone.too_long", "phone.no_room"}
    if not str(page.request.url).endswith(("/vote",)):  # that one says its language itself
        assert any(f"<h1>{texts.get(head)}</h1>" in page.text.replace("&#39;", "'") for head in heads)
    assert '<meta name="viewport"' in page.text


def test_a_mistake_of_ours_is_told_as_a_sentence(room):
    room.inbox.put = None
    app = Guard(pages(lambda: room.view, room.inbox), host=HOST)
    phone = TestClient(app, base_url=f"http://{HOST}", raise_server_exceptions=False)

    page = phone.post(f"/{CODE}/en/form", data=form(1))

    assert page.status_code == 500
    assert "Something went wrong on the laptop" in page.text
