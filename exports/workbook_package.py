"""What XlsxWriter leaves to us when it packs a workbook: the language of its texts, and memory given back in time.

Programs proof-read a text in the language it is marked with; XlsxWriter marks every text of a chart as American English.
"""

from __future__ import annotations

import io
import re

from babel import Locale
from babel.core import get_global
from xlsxwriter.packager import Packager
from xlsxwriter.workbook import Workbook

from fastmap.texts import locale_of

# Tags only: in the text of an element "<" is written "&lt;", so nothing that a person wrote can match.
_OF_TEXT = re.compile(r'(<a:\w+ lang=|<c:lang val=)"en-US"')
_END_OF_PROPERTIES = "</cp:coreProperties>"


class ReportWorkbook(Workbook):  # type: ignore[misc] # XlsxWriter has no types
    """A workbook whose properties and charts say which language they are in."""

    def __init__(self, out: io.BytesIO, options: dict[str, bool], language: str) -> None:
        """Write to ``out``; ``language`` as reports name it."""
        super().__init__(out, options)
        self._tag = language_tag(language)

    def _get_packager(self) -> Packager:
        return _Packager(self._tag)


class _Packager(Packager):  # type: ignore[misc] # XlsxWriter has no types
    def __init__(self, tag: str) -> None:
        super().__init__()
        self._tag = tag

    def _create_package(self) -> list[tuple[object, str, bool]]:
        files: list[tuple[object, str, bool]] = super()._create_package()
        for sheet in self.workbook.worksheets():
            sheet.table.clear()  # its XML is written: of 25,000 rows the cells are half of all memory
        for content, name, _ in files:
            if not isinstance(content, io.StringIO):
                continue
            if name.startswith("xl/charts/"):
                _replace(content, _OF_TEXT.sub(rf'\g<1>"{self._tag}"', content.getvalue()))
            elif name == "docProps/core.xml":
                named = f"<dc:language>{self._tag}</dc:language>{_END_OF_PROPERTIES}"
                _replace(content, content.getvalue().replace(_END_OF_PROPERTIES, named))
        return files


def language_tag(language: str) -> str:
    """Return ``language`` as office programs name it, with the country whose spelling it follows.

    >>> language_tag("en"), language_tag("de")
    ('en-GB', 'de-DE')
    """
    locale = locale_of(language)
    if locale.territory is None:
        locale = Locale.parse(get_global("likely_subtags")[locale.language])
    return f"{locale.language}-{locale.territory}"


def _replace(content: io.StringIO, text: str) -> None:
    content.seek(0)
    content.truncate()
    content.write(text)
