"""Drafts of what comes out of a copy under a password: plain, and so noted while they are written (`fastmap.leftovers`).

Written beside its target, such a draft would stay where the program was killed until somebody writes there again –
perhaps never, on a stick.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fastmap.leftovers import noting
from fastmap.store.placing import beside, sync_file, sync_folder


@contextmanager
def noted_beside(target: Path) -> Iterator[Path]:
    """Give a new name in the target's folder as `beside` does, noted until nothing is left under it."""
    with noting() as note, beside(target, token=note.token) as draft:
        note.add(draft)
        sync_file(note.path)
        sync_folder(note.path.parent)
        yield draft
