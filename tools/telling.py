"""What is told to the person at the keyboard."""

import sys


class SetupError(Exception):
    """The environment cannot be made; the message is one sentence for the person at the keyboard."""


def say(message: str) -> None:
    """Tell the person something without touching standard output."""
    print(message, file=sys.stderr, flush=True)
