"""Hostile bytes in the pages of a valid file: flipped, overwritten, swapped, cut, or numbers that lie in its header."""

from __future__ import annotations

import random
from pathlib import Path

_PAGE = 4096
_NUMBERS = (0, 1, 2, 0xFF, 0x7F, 0x80, 0x0D, 0x0A, 0x05)


def with_hostile_pages(path: Path, dice: random.Random) -> str:
    """Alter some bytes of the file at ``path`` and say how."""
    content = bytearray(path.read_bytes())
    way = dice.choice(("cells", "start of a page", "page", "header", "cut", "longer"))
    pages = len(content) // _PAGE
    match way:
        case "cells":
            for _ in range(dice.choice((1, 4, 30))):
                content[dice.randrange(_PAGE, len(content))] = dice.choice(_NUMBERS)
        case "start of a page":  # kind, free blocks, number of cells, where they are
            start = dice.randrange(1, pages) * _PAGE
            content[start + dice.randrange(40)] = dice.choice(_NUMBERS)
        case "page":
            one, other = dice.randrange(1, pages), dice.randrange(1, pages)
            content[one * _PAGE : (one + 1) * _PAGE] = content[other * _PAGE : (other + 1) * _PAGE]
        case "header":
            content[dice.randrange(16, 100)] = dice.choice(_NUMBERS)
        case "cut":
            del content[dice.randrange(100, len(content)) :]
        case "longer":
            content += dice.randbytes(dice.choice((1, _PAGE, 100 * _PAGE)))
    path.write_bytes(content)
    return way
