"""A room with three firms, whose inbox stores at once unless a test says otherwise."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from fastmap.assessment import Assessment
from fastmap.changes import SaveMembers
from fastmap.intake.member_cards import Cards, card_code
from fastmap.intake.phone_answers import PhoneAnswer, Standing
from fastmap.model.choices import BallotSubject
from fastmap.model.organisations import Cluster, Member
from fastmap.model.workshop import BallotPaper
from ui.phone.guard import Guard
from ui.phone.inbox import Inbox
from ui.phone.keeper import RoomKeeper
from ui.phone.pages import Sent, pages
from ui.phone.view import OfferedBallot, RoomView
from ui.session import Session

SECRET = b"s" * 32
CODE = "K7RM2X"
HOST = "192.168.8.2:8765"
MEMBERS = (
    Member(code="M001", name="Öztürk & Söhne <Stahl>"),
    Member(code="M002", name="Beta SL"),
    Member(code="M003", name="Gamma"),
)
CARD = card_code(SECRET, "M001")
OTHER_CARD = card_code(SECRET, "M002")
LANGUAGES = ("en", "es", "fr", "de", "it", "ro", "hu")
WORDS = {"u:weld": "Welding", "u:plc": "PLC <b>programming</b>"}
BALLOT = OfferedBallot(
    id="B001",
    subject=BallotSubject.NEEDS,
    dots=3,
    options=tuple(WORDS),
    mark="m" * 20,
    words=dict.fromkeys(LANGUAGES, WORDS) | {"de": {**WORDS, "u:weld": "Schweißen"}},
)
ROOM = RoomView(
    code=CODE,
    assessment="a1b2c3d4e5f60718",
    cluster="Metal & Co",
    languages=LANGUAGES,
    cards=Cards(SECRET, MEMBERS),
    ballot=BALLOT,
)


class Room:
    """What the window does, in a test: publishes the view, stores what comes."""

    def __init__(self) -> None:
        self.view = ROOM
        self.stored: list[Sent] = []
        self.inbox = StoringInbox(self)
        self.refuse = None
        self.told = None
        """What phones hear of every answer; by itself what an empty file would say."""

    def note(self, item: Sent) -> None:
        """Publish that a phone has voted, as the window does."""
        ballot = self.view.ballot
        if isinstance(item, BallotPaper) and ballot is not None:
            self.view = replace(self.view, ballot=replace(ballot, papers={**ballot.papers, item.id: item.dots}))

    def client(self) -> TestClient:
        app = Guard(pages(lambda: self.view, self.inbox), host=HOST)
        return TestClient(app, base_url=f"http://{HOST}", follow_redirects=False)


class StoringInbox(Inbox):
    """Stores in the moment of putting."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room

    def put(self, item):
        future = super().put(item)
        for letter in self.take(10):
            if self._room.refuse is not None:
                letter.stored.set_exception(self._room.refuse)
                continue
            self._room.stored.append(letter.item)
            self._room.note(letter.item)
            letter.stored.set_result(self._room.told or told(letter.item))
        return future


def told(item):
    """Return what a phone hears of what it sent, from a file that holds nothing else."""
    if isinstance(item, PhoneAnswer):
        return Standing.COUNTS if item.member else Standing.OF_WHOM
    return None


@pytest.fixture
def room() -> Room:
    return Room()


@pytest.fixture
def phone(room) -> Iterator[TestClient]:
    with room.client() as client:
        yield client


@pytest.fixture
def session(qtbot, tmp_path):
    path = tmp_path / "room.fastmap"
    with Assessment.create(path, title="A", cluster=Cluster(name="C", country="ES"), round_label="1") as made:
        made.apply(SaveMembers(members=(Member(code="M001", name="Alfa"), Member(code="M002", name="Beta"))))
    session = Session(recompute_after_ms=1)
    assert session.open(path)
    yield session
    session.close()
    qtbot.waitUntil(lambda: True)
    session.pool.cancel_all(wait_s=5)


@pytest.fixture
def keeper(session):
    return RoomKeeper(session)
