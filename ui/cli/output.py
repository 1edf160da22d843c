"""What the command line prints: results to standard output, messages and progress to standard error."""

from __future__ import annotations

import json
import locale
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from io import TextIOWrapper
from typing import Any

import click

from fastmap.catalogue.texts import load_texts, shipped_languages
from fastmap.model.ids import LanguageCode
from fastmap.model.messages import Message
from fastmap.progress import Progress, ProgressListener
from fastmap.texts import Texts

_OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e]")
"""What moves the cursor, colours, or turns the direction of writing. Tabs, line feeds and isolated names (U+2068) stay."""

_IN_JSON = re.compile(r"[\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
"""The same inside a JSON text, with isolates: there they are no words of ours, and whatever reads it gets them back."""


@cache
def screen_texts() -> Texts:
    """Return the texts of the language chosen with ``FASTMAP_LANGUAGE``, else of this computer's, else English."""
    chosen = (os.environ.get(name) for name in ("FASTMAP_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))
    first = next((name for name in chosen if name), None) or locale.getlocale()[0] or ""
    code = first[:2].lower()
    return load_texts(LanguageCode(code if code in shipped_languages() else "en"))


def prepare_streams() -> None:
    """Let nothing that is printed fail: UTF-8 into pipes and files, and what a terminal cannot show is escaped.

    File names may hold bytes that are no text in any encoding, and a pipe on Windows is not UTF-8 by itself.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def harmless(text: str) -> str:
    r"""Return ``text`` with everything in it that a terminal would obey written out; line breaks stay.

    A file that came by mail may hold anything as a name: colours, a new title of the window, text that hides other text.

    >>> print(harmless("Ferrana\x1b[31m"))
    Ferrana\x1b[31m
    """
    return _OBEYED.sub(lambda found: found.group().encode("unicode_escape").decode("ascii"), text)


def say(*messages: Message) -> None:
    """Print sentences to standard error, on one line."""
    words = " ".join(screen_texts().say(one) for one in messages)
    click.echo(harmless(" ".join(words.split())), err=True)


def show(text: str) -> None:
    """Print one line of a result to standard output: a line break in a name must not look like a sentence of ours."""
    show_page(" ".join(text.splitlines()))


def show_page(text: str) -> None:
    """Print a result of several lines to standard output."""
    click.echo(harmless(text))


def show_json(value: Any) -> None:
    """Print a result as JSON: UTF-8, numbers as numbers, unknown as null."""
    text = json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False)
    # JSON writes out what is below the space; what else a terminal obeys may be written out by its own rules.
    click.echo(_IN_JSON.sub(lambda found: f"\\u{ord(found.group()):04x}", text))


@contextmanager
def progress_bar() -> Iterator[ProgressListener]:
    """Give a progress callable that draws a bar on a terminal and nothing in a pipe."""
    if not sys.stderr.isatty():
        from fastmap.progress import silent

        yield silent
        return
    from tqdm import tqdm  # 70 ms: only where somebody sees it

    bars: dict[str, tqdm[Any]] = {}

    def listen(progress: Progress) -> None:
        bar = bars.get(progress.stage)
        if bar is None:
            label = screen_texts().get(progress.stage)
            bar = bars[progress.stage] = tqdm(desc=label, total=progress.total, leave=False, file=sys.stderr)
        if progress.total is not None:
            bar.total = progress.total
        bar.update(progress.done - bar.n)

    try:
        yield listen
    finally:
        for bar in bars.values():
            bar.close()
