"""Errors a user can do something about: a stable code, the facts, and the exit status of the command line.

Sentences are made at the edge from the text ``error.<code>``. Mistakes of ours are ordinary exceptions and are
never caught on the way.
"""

from __future__ import annotations

from fastmap.model.messages import Fact, Message


class FastmapError(Exception):
    """Something the user can mend: a wrong entry, a missing file, a full disk. Nothing was changed."""

    def __init__(self, code: str, /, **facts: Fact) -> None:
        """Keep ``code`` (text key ``error.<code>``) and the facts that its sentence needs."""
        super().__init__(code, facts)
        self.code = code
        self.facts = facts

    @property
    def message(self) -> Message:
        """The sentence to show, not yet in any language."""
        return Message(f"error.{self.code}", self.facts)


class Cancelled(Exception):  # noqa: N818 - not an error: the user asked for it
    """The user stopped a longer piece of work; nothing of it was kept."""


IN_USE = frozenset({"file_in_use", "file_in_use_by", "file_in_use_elsewhere"})
"""Codes of a file that somebody else has open: nothing is wrong with it."""
