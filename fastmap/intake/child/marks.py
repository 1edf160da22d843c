"""What the XML of a package says and its values do not: names of cells, cells with formulas.

Of .xlsx it takes the parts of the workbook and its sheets, of .ods the whole document; rows and columns count from 0.
"""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import defusedxml.ElementTree as SafeTree

if TYPE_CHECKING:
    from collections.abc import Iterator

_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_REFERENCE = re.compile(r"^=?\$?(?:'((?:[^']|'')+)'|([^'!.\[\]]+))[!.]\$?([A-Za-z]{1,3})\$?([0-9]{1,7})(?::.*)?$")
_NAMED = re.compile(r"^[A-Za-z_][A-Za-z0-9_]{0,60}$")
_ODS_SPACE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE_SPACE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


@lru_cache(maxsize=16)  # forms of one round differ in their answers, not in this part: half of the work is saved
def workbook_parts(
    workbook_xml: bytes, relations_xml: bytes
) -> tuple[list[str], list[str], dict[str, tuple[int, int, int]]]:
    """Return sheet names, their parts in the package, and the workbook's names of single cells."""
    workbook, relations = tree_of(workbook_xml), tree_of(relations_xml)
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    sheet_names, files, names = [], [], {}
    for element in workbook.iter():
        tag = element.tag.rpartition("}")[2]
        if tag == "sheet":
            sheet_names.append(element.get("name", ""))
            identity = next((value for key, value in element.items() if key.endswith("}id")), None)
            target = targets.get(identity, "")
            files.append(posixpath.normpath(target.lstrip("/") if target.startswith("/") else f"xl/{target}"))
        elif tag == "definedName" and element.get("localSheetId") is None:
            name, place = element.get("name", ""), _place(element.text or "", sheet_names)
            if place is not None and _NAMED.match(name):
                names[name] = place
    return sheet_names, files, names


def sheet_formulas(sheet_xml: bytes, sheet: int) -> Iterator[list[Any]]:
    """Yield sheet, row and column of every cell with a formula or an error, and whether it has a usable result."""
    has_errors = b't="e"' in sheet_xml
    if not has_errors and ((b"<f" not in sheet_xml and b":f" not in sheet_xml) or not _FORMULA.search(sheet_xml)):
        return
    for cell in tree_of(sheet_xml).iter():
        if cell.tag.rpartition("}")[2] != "c":
            continue
        inside = {child.tag.rpartition("}")[2]: child for child in cell}
        match = re.match(r"([A-Z]{1,3})([0-9]{1,7})$", cell.get("r", ""))
        is_error = cell.get("t") == "e"
        if match and (is_error or "f" in inside):
            value = inside.get("v")
            has_value = not is_error and value is not None and bool(value.text)
            yield [sheet, int(match[2]) - 1, column_number(match[1]), has_value]


def ods_names(tree: Any, sheet_names: list[str]) -> Iterator[tuple[str, list[int]]]:
    """Yield the names of single cells with sheet, row and column."""
    for element in tree.iter(f"{_ODS_SPACE}named-range"):
        name = element.get(f"{_ODS_SPACE}name", "")
        place = _place(element.get(f"{_ODS_SPACE}cell-range-address", "").lstrip("$"), sheet_names)
        if place is not None and _NAMED.match(name):
            yield name, list(place)


def ods_formulas(tree: Any, sheet_names: list[str]) -> Iterator[list[Any]]:
    """Yield what `sheet_formulas` does, of all sheets."""
    for table in tree.iter(f"{_ODS_SPACE}table"):
        if table.get(f"{_ODS_SPACE}name") not in sheet_names:
            continue
        sheet = sheet_names.index(table.get(f"{_ODS_SPACE}name"))
        row = 0
        for line in table.iter(f"{_ODS_SPACE}table-row"):
            column = 0
            for cell in line:
                if cell.get(f"{_ODS_SPACE}formula"):
                    yield [sheet, row, column, f"{_OFFICE_SPACE}value-type" in cell.keys()]  # noqa: SIM118
                column += int(cell.get(f"{_ODS_SPACE}number-columns-repeated", "1"))
            row += int(line.get(f"{_ODS_SPACE}number-rows-repeated", "1"))


def tree_of(xml: bytes) -> Any:
    """Return the root of a part; whatever reaches beyond the part is refused."""
    return SafeTree.fromstring(xml, forbid_dtd=True)


def column_number(letters: bytes | str) -> int:
    """Return the number, from 0, of the column with these letters."""
    number = 0
    for letter in letters.encode() if isinstance(letters, str) else letters:
        number = number * 26 + (letter & 0x1F)
    return number - 1


def _place(reference: str, sheet_names: list[str]) -> tuple[int, int, int] | None:
    match = _REFERENCE.match(reference.strip())
    if match is None:
        return None
    sheet = match[1].replace("''", "'") if match[1] else match[2]
    if sheet not in sheet_names:
        return None
    return sheet_names.index(sheet), int(match[4]) - 1, column_number(match[3].upper())
