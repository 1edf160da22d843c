"""Bring the translation files up to date with the screen texts in the code: python3 dev.py translations [SUBJECT …]

A subject is a step's key (its files are ``ui/pages/<key>*.py``) or ``frame`` (everything else of the window). Finished
translations are kept, new texts are added as unfinished, those that are gone are dropped. English files hold plural
forms only.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from ui.pages.registry import ALL_STEPS  # noqa: E402 - found through the line above
from ui.translating import LANGUAGES, TRANSLATIONS  # noqa: E402

FRAME = "frame"


def main() -> int:
    wanted = set(sys.argv[1:])
    known = subjects()
    if unknown := wanted - known.keys():
        sys.stderr.write(f"There is no subject {', '.join(sorted(unknown))}; one of: {', '.join(known)}.\n")
        return 2
    for subject, sources in known.items():
        if not wanted or subject in wanted:
            for language in LANGUAGES:
                update(sources, TRANSLATIONS / language / f"{subject}.ts", language)
                left = unfinished(TRANSLATIONS / language / f"{subject}.ts")
                print(f"{language}/{subject}.ts: {len(left)} to translate")
    return 0


def subjects() -> dict[str, list[Path]]:
    """Return the source files of each subject."""
    found: dict[str, list[Path]] = {FRAME: []}
    keys = sorted((step.key for step in ALL_STEPS), key=len, reverse=True)
    for path in sorted((ROOT / "ui").rglob("*.py")):
        if "cli" in path.parts:
            continue
        key = next((key for key in keys if path.parent.name == "pages" and path.stem.startswith(key)), FRAME)
        found.setdefault(key, []).append(path)
    return found


def update(sources: list[Path], target: Path, language: str) -> None:
    """Write the texts of ``sources`` into ``target``."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        beside = Path(folder) / "in_f_strings.py"
        beside.write_text(spelled_out(sources), encoding="utf-8")
        command = [str(next(Path(PySide6.__file__).parent.glob("lupdate*"))), *map(str, sources), str(beside)]
        command += ["-ts", str(target), "-source-language", "en", "-target-language", language]
        command += ["-locations", "none", "-no-obsolete", "-silent"]
        if language == "en":
            command.append("-pluralonly")
        subprocess.run(command, check=True, capture_output=True, text=True)


def spelled_out(sources: list[Path]) -> str:
    """Return code with the texts that stand inside f-strings of ``sources``: Qt's tool takes those for plain words."""
    return "".join(
        f"class {owner or '_'}:\n    def words(self):\n        {ast.unparse(call)}\n"
        for source in sources
        for owner, call, is_inside in text_calls(ast.parse(source.read_text(encoding="utf-8")))
        if is_inside
    )


def text_calls(node: ast.AST, owner: str = "", *, is_inside: bool = False) -> Iterator[tuple[str, ast.Call, bool]]:
    """Yield the calls that name a screen text: in which class, the call, and whether it stands inside an f-string."""
    for child in ast.iter_child_nodes(node):
        inside = is_inside or isinstance(child, ast.JoinedStr)
        match child:
            case (
                ast.Call(func=ast.Attribute(attr="tr"))
                | ast.Call(func=ast.Attribute(value=ast.Name(id="QCoreApplication"), attr="translate"))
            ):
                yield owner, child, inside
        yield from text_calls(child, child.name if isinstance(child, ast.ClassDef) else owner, is_inside=inside)


def unfinished(file: Path) -> list[str]:
    """Return the texts of a file that still lack a translation."""
    from xml.etree import ElementTree as ET

    missing = []
    for message in ET.parse(file).getroot().iter("message"):  # noqa: S314 - our own file
        translation = message.find("translation")
        if translation is None:
            missing.append(message.findtext("source") or "")
            continue
        forms = [form.text for form in translation.iter("numerusform")] or [translation.text]
        if translation.get("type") is not None or not all(forms):
            missing.append(message.findtext("source") or "")
    return missing


if __name__ == "__main__":
    sys.exit(main())
