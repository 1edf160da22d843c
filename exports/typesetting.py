"""Setting a document with Typst from a folder of its own: template and data, our fonts, no other file of the computer."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import typst

from exports.charts.type import drawable_character, fallback_file
from exports.fonts import inter_file
from exports.palette import RESOURCES

TEMPLATES: Final = RESOURCES / "templates"
STANDARDS: Final[tuple[Any, ...]] = ("ua-1", "a-2a")
"""Tagged for screen readers, and readable in twenty years."""


def prepare_folder(root: Path) -> None:
    """Put templates and fonts into the empty folder ``root``; drawings may be put beside them."""
    for template in TEMPLATES.glob("*.typ"):
        shutil.copyfile(template, root / template.name)
    (root / "fonts").mkdir()
    shutil.copyfile(fallback_file(), root / "fonts" / fallback_file().name)


def typeset(root: Path, template: str, values: dict[str, Any], **output: Any) -> Any:
    """Return the document that ``template`` makes of ``values`` in the prepared folder ``root``.

    ``output`` goes to Typst. It is set with our fonts alone; only writing that they lack is looked for among the
    computer's fonts.
    """
    uncovered = {character for character in json.dumps(values, ensure_ascii=False) if not drawable_character(character)}
    if not uncovered:
        return _set(root, template, values, output, system_fonts=False)
    try:
        return _set(root, template, values, output, system_fonts=True)
    except typst.TypstError as problem:
        if "could not be displayed" not in problem.message:
            raise
    return _set(root, template, _without(values, uncovered), output, system_fonts=False)


def _set(root: Path, template: str, values: dict[str, Any], output: dict[str, Any], *, system_fonts: bool) -> Any:
    (root / "data.json").write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8")
    compiler = typst.Compiler(
        root / template,
        root=root,
        font_paths=[inter_file().parent, root / "fonts"],
        ignore_system_fonts=not system_fonts,
    )
    return compiler.compile(**output)


def _without(value: Any, uncovered: Iterable[str]) -> Any:
    """Return JSON with U+FFFD in place of characters that no font here can draw."""
    table = dict.fromkeys(map(ord, uncovered), "\ufffd")
    return json.loads(json.dumps(value, ensure_ascii=False).translate(table))
