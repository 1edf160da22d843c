"""The file of a pack that says what the others are, who may have them, and how to cite them; plain text."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from exports.checksums import CHECKSUMS
from exports.names import safe_file_name
from exports.plain import one_line
from fastmap.catalogue.texts import load_texts
from fastmap.report.finished import Report

README: Final = "README.txt"
_WIDTH = 88


def readme(report: Report, written: Mapping[str, Path], root: Path) -> bytes:
    """Return the text for the pack in ``root``, in the report's language.

    ``written``: kind → the file, or the folder of its files, in ``root``; what a kind is, ``exports.pack.what`` says.
    UTF-8 with a mark at the beginning and Windows' line ends: every editor on every system shows it as it is meant.
    """
    texts = load_texts(report.language)
    lines = [one_line(report.title), "=" * min(len(one_line(report.title)), _WIDTH)]
    lines += [f"{name}: {one_line(value)}" for name, value in report.cover_facts]
    if report.banner:
        lines += ["", *_wrapped(report.banner)]
    lines += ["", *_headed(texts.get("exports.pack.inside"))]
    lines += _files(report, written, root)
    for notice in report.notices:
        lines += ["", *_headed(notice.title)]
        for number, line in enumerate(notice.lines):
            lines += [*([""] if number else []), *_wrapped(line)]
    return b"\xef\xbb\xbf" + ("\r\n".join(lines) + "\r\n").encode("utf-8", errors="replace")


def _files(report: Report, written: Mapping[str, Path], root: Path) -> list[str]:
    """Return what each file is; those of a folder below it, drawings and tables with their captions."""
    texts = load_texts(report.language)
    captions = _captions(report)
    lines: list[str] = []
    for kind, target in written.items():
        name, what = target.relative_to(root).as_posix(), texts.get(f"exports.pack.what.{kind}")
        if not target.is_dir():
            lines += _entry(name, what)
            continue
        lines += _entry(f"{name}/", what)
        lines += _listed(sorted(path.name for path in set(target.iterdir()) - set(written.values())), captions)
    for name, key in ((CHECKSUMS, "checksums"), (README, "readme")):
        lines += _entry(name, texts.get(f"exports.pack.what.{key}"))
    return lines


def _listed(names: Sequence[str], captions: Mapping[str, str]) -> list[str]:
    """Return the files of a folder with what they show beside them; those that differ in their ending on one line."""
    endings: dict[str, list[str]] = {}
    for name in names:
        stem, dot, ending = name.rpartition(".")
        endings.setdefault(stem if dot else name, []).extend([dot + ending] if dot else [])
    shown = {stem + ", ".join(found): captions.get(stem.casefold(), "") for stem, found in endings.items()}
    column = min(max(map(len, shown), default=0), _WIDTH // 2) + 4
    lines: list[str] = []
    for name, caption in shown.items():
        begin = f"  {name}".ljust(column)
        lines += textwrap.wrap(
            caption, _WIDTH, initial_indent=begin, subsequent_indent=" " * column, break_long_words=False
        ) or [begin.rstrip()]
    return lines


def _captions(report: Report) -> dict[str, str]:
    """Return what drawings and tables are called, by the names that their files begin with."""
    found: dict[str, str] = {}
    for block in (*report.tables(), *report.charts()):
        found.setdefault(safe_file_name(block.key, "").casefold(), one_line(block.caption))
    return found


def _headed(title: str) -> list[str]:
    return [one_line(title), "-" * min(len(one_line(title)), _WIDTH)]


def _entry(name: str, what: str) -> list[str]:
    return [name, *textwrap.wrap(one_line(what), _WIDTH, initial_indent="    ", subsequent_indent="    ")]


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(one_line(text), _WIDTH, break_long_words=False, break_on_hyphens=False)
