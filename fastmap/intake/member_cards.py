"""Personal code cards: a code per member, printed for a workshop, with which a phone answers for that firm.

A code is worked out from a secret of the file and the member's own code; nothing about it is kept anywhere else. 31 letters
and digits that nobody mistakes for each other, ten of them: 49 bits, more than anybody guesses in an afternoon.
"""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from fastmap.model.ids import LanguageCode, MemberCode
from fastmap.model.organisations import Member

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Without 0, 1, I, L and O."""
CARD_LENGTH = 10
ROOM_LENGTH = 6
"""A room is open for hours and shown on the wall; six signs are still 30 bits."""
_ROOM_ADDRESS = re.compile(r"(?:http://)?(?P<host>[0-9.]{7,15}):(?P<port>[0-9]{1,5})/(?P<code>[0-9A-Za-z]{1,20})/?")


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeCard:
    """One card."""

    member: str
    """Name of the firm, or its code where it has none."""
    code: str
    """As it is printed."""
    language: LanguageCode


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeCards:
    """The cards of one printing."""

    cluster: str
    cards: tuple[CodeCard, ...]
    address: str | None = None
    """Of the room that is open, as a person types it; ``None``: a line to fill in by hand."""


def room_code(secret: bytes, day: date, turn: int = 0) -> str:
    """Return the code of a file's room on one day: the same after a pause, a crash or on another laptop.

    ``turn``: how often somebody asked for another one on that day.

    >>> len(room_code(b"secret", date(2026, 5, 4)))
    6
    """
    return _signs(secret, f"room:{day.isoformat()}:{turn}", ROOM_LENGTH)


def card_code(secret: bytes, member: MemberCode) -> str:
    """Return the code of a member's card, as it is typed: without the dash in its middle.

    >>> len(card_code(b"secret", MemberCode("M001")))
    10
    """
    return _signs(secret, f"card:{member}", CARD_LENGTH)


def _signs(secret: bytes, meaning: str, length: int) -> str:
    number = int.from_bytes(hmac.new(secret, meaning.encode(), hashlib.sha256).digest())
    signs = []
    for _ in range(length):
        number, sign = divmod(number, len(ALPHABET))
        signs.append(ALPHABET[sign])
    return "".join(signs)


def room_address(text: str) -> str | None:
    """Return the address of a room as the window shows it, from what was typed; ``None`` if it is none.

    >>> room_address(" http://192.168.8.2:8765/k7rm2x/ "), room_address("garbage")
    ('192.168.8.2:8765/K7RM2X', None)
    """
    found = _ROOM_ADDRESS.fullmatch(text.strip())
    if found is None:
        return None
    host, port, code = found["host"], int(found["port"]), found["code"].upper()
    try:
        ipaddress.IPv4Address(host)
    except ValueError:
        return None
    is_code = len(code) == ROOM_LENGTH and set(code) <= set(ALPHABET)
    return f"{host}:{port}/{code}" if is_code and 0 < port < 65_536 else None


def printed(code: str) -> str:
    """Return a code as it stands on a card.

    >>> printed("K7RM2XQ4TZ")
    'K7RM2-XQ4TZ'
    """
    middle = len(code) // 2
    return f"{code[:middle]}-{code[middle:]}"


def typed(text: str) -> str:
    """Return what somebody typed as a code: any letters, with or without dash and blanks.

    >>> typed(" k7rm2–xq4tz ")
    'K7RM2XQ4TZ'
    """
    return "".join(char for char in text.upper() if char in ALPHABET)


class Cards:
    """Which member a card belongs to."""

    def __init__(self, secret: bytes, members: Iterable[Member]) -> None:
        """Work out the cards of ``members``."""
        self._members = {card_code(secret, member.code): member for member in members}

    @property
    def count(self) -> int:
        """How many members have one."""
        return len(self._members)

    def member(self, text: str) -> Member | None:
        """Return the member whose card bears what was typed, or ``None``.

        Every card is compared, and each as a whole, so that the time tells nothing about the letters.
        """
        code = typed(text[: 4 * CARD_LENGTH])
        found = None
        for known, member in self._members.items():
            if hmac.compare_digest(known.encode(), code.encode()):
                found = member
        return found
