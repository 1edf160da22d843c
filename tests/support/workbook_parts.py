"""What Excel would complain about in a workbook, found in its XML: openpyxl forgives much that Excel repairs or refuses."""

from __future__ import annotations

import io
import itertools
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_LONGEST = 32_767
"""Characters of a cell, counted in UTF-16."""
_NAME = re.compile(r"[^\W\d][\w.\\]{0,254}$")
_LIKE_A_CELL = re.compile(r"([A-Za-z]{1,3}\d+|[Rr]\d*[Cc]\d*)$")
_REFERENCE = re.compile(
    r"'(?:[^']|'')+'!\$?[A-Z]*\$?\d*(:\$?[A-Z]*\$?\d*)?$|[\w.]+!\$?[A-Z]*\$?\d*(:\$?[A-Z]*\$?\d*)?$"
)
_UNFIT_IN_SHEETS = re.compile(r"[\[\]:*?/\\]")


def complaints(content: bytes) -> list[str]:
    """Return what is wrong with a workbook, part by part; empty for a sound one."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = package.namelist()
        parts = {name: package.read(name) for name in names}
    found = [f"twice in the package: {name}" for name, count in Counter(names).items() if count > 1]
    trees = {name: fromstring(text) for name, text in parts.items() if name.endswith((".xml", ".rels"))}
    found += _content_types(trees, names)
    found += _relations(trees, names)
    found += _sheets(trees["xl/workbook.xml"])
    found += _defined_names(trees["xl/workbook.xml"])
    strings = ["".join(one.itertext()) for one in trees["xl/sharedStrings.xml"]]
    found += [f"string of {len(one)} characters" for one in strings if len(one.encode("utf-16-le")) // 2 > _LONGEST]
    tables: list[Element] = []
    for name in sorted(trees):
        if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name):
            found += [f"{name}: {one}" for one in _cells(trees[name])]
            own = [trees[target] for target in _targets(trees, name, "table")]
            found += [f"{name}: {one}" for table in own for one in _heads(table, trees[name], strings)]
            found += [f"{name}: {one}" for one in _overlapping(own)]
            tables += own
    found += _table_names(tables)
    return found


def _content_types(trees: dict[str, Element], names: list[str]) -> Iterator[str]:
    told = {one.get("PartName", "").lstrip("/") for one in trees["[Content_Types].xml"] if one.get("PartName")}
    yield from (f"content type of a part that is not there: {one}" for one in told - set(names))
    by_ending = {one.get("Extension") for one in trees["[Content_Types].xml"] if one.get("Extension")}
    yield from (
        f"no content type: {one}" for one in names if one not in told and one.rsplit(".", 1)[-1] not in by_ending
    )


def _relations(trees: dict[str, Element], names: list[str]) -> Iterator[str]:
    for name, tree in trees.items():
        if not name.endswith(".rels"):
            continue
        folder = posixpath.dirname(posixpath.dirname(name))
        for one in tree:
            if one.get("TargetMode") == "External":
                yield f"{name} leads outside: {one.get('Target')}"
            elif posixpath.normpath(posixpath.join(folder, one.get("Target", ""))).lstrip("/") not in names:
                yield f"{name} leads nowhere: {one.get('Target')}"


def _targets(trees: dict[str, Element], name: str, kind: str) -> list[str]:
    folder, file = posixpath.split(name)
    relations = trees.get(f"{folder}/_rels/{file}.rels")
    return [
        posixpath.normpath(posixpath.join(folder, one.get("Target", "")))
        for one in (relations if relations is not None else ())
        if one.get("Type", "").endswith(f"/{kind}")
    ]


def _sheets(workbook: Element) -> Iterator[str]:
    names = [one.get("name", "") for one in workbook.iter(f"{MAIN}sheet")]
    yield from (f"sheet twice: {one}" for one, count in Counter(one.casefold() for one in names).items() if count > 1)
    for name in names:
        is_long = len(name.encode("utf-16-le")) // 2 > 31
        if not name or is_long or _UNFIT_IN_SHEETS.search(name) or name[0] == "'" or name[-1] == "'":
            yield f"name of a sheet: {name!r}"


def _defined_names(workbook: Element) -> Iterator[str]:
    every = [
        (one.get("name", ""), one.get("localSheetId"), one.text or "") for one in workbook.iter(f"{MAIN}definedName")
    ]
    places = Counter((name.casefold(), sheet) for name, sheet, _ in every)
    yield from (f"defined twice: {name}" for (name, _), count in places.items() if count > 1)
    for name, _, refers in every:
        bare = name.removeprefix("_xlnm.")
        if not _NAME.match(bare) or _LIKE_A_CELL.match(bare):
            yield f"defined name: {name!r}"
        if not _REFERENCE.match(refers):
            yield f"{name} refers to {refers!r}"


def _cells(sheet: Element) -> Iterator[str]:
    seen: set[str] = set()
    for cell in sheet.iter(f"{MAIN}c"):
        place = cell.get("r", "")
        if place in seen:
            yield f"cell twice: {place}"
        seen.add(place)
        if cell.find(f"{MAIN}f") is not None:
            yield f"formula in {place}"
    merged = [one.get("ref", "") for one in sheet.iter(f"{MAIN}mergeCell")]
    yield from (f"merged twice: {one}" for one, count in Counter(merged).items() if count > 1)


def _heads(table: Element, sheet: Element, strings: list[str]) -> Iterator[str]:
    """Compare what a table calls its columns with what stands in its first row: Excel repairs a file where they differ."""
    columns = [one.get("name", "") for one in table.iter(f"{MAIN}tableColumn")]
    begin, end = table.get("ref", "A1:A1").split(":")
    row = re.sub(r"\D", "", begin)
    texts = {
        cell.get("r"): strings[int(cell.findtext(f"{MAIN}v", "0"))]
        for cell in sheet.iter(f"{MAIN}c")
        if cell.get("t") == "s"
    }
    first, last = (_number(re.sub(r"\d", "", one)) for one in (begin, end))
    heads = [texts.get(f"{_letters(place)}{row}") for place in range(first, last + 1)]
    if heads != columns:
        yield f"heads of {table.get('name')}: {heads} / {columns}"
    if len({one.casefold() for one in columns}) != len(columns):
        yield f"heads twice in {table.get('name')}"
    if int(re.sub(r"\D", "", end)) <= int(row):
        yield f"{table.get('name')} has no row"


def _overlapping(tables: list[Element]) -> Iterator[str]:
    spans = sorted(tuple(int(re.sub(r"\D", "", one)) for one in table.get("ref", "").split(":")) for table in tables)
    for (_, end), (begin, _) in itertools.pairwise(spans):
        if begin <= end:
            yield f"tables overlap in row {begin}"


def _table_names(tables: list[Element]) -> Iterator[str]:
    for attribute in ("name", "displayName", "id"):
        counted = Counter(table.get(attribute, "").casefold() for table in tables)
        yield from (f"table {attribute} twice: {one}" for one, count in counted.items() if count > 1)
    for table in tables:
        name = table.get("displayName", "")
        if not _NAME.match(name) or _LIKE_A_CELL.match(name):
            yield f"name of a table: {name!r}"


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
