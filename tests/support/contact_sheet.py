"""The pages of the sample's report side by side: `python -m tests.support.contact_sheet --out docs/report-pages.png`.

With several languages, or `all` of them, each has a picture of its own: ``report-pages-es.png``.
"""

from __future__ import annotations

import argparse
import io
import tempfile
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from PIL import Image, ImageOps

from exports.palette import tokens
from exports.pdf import page_pictures
from fastmap.catalogue.reading import load_catalogue
from fastmap.catalogue.texts import load_texts, report_languages
from fastmap.report.audiences import Audience, select
from fastmap.report.build import build_report
from tests.support.decision_texts import sample_results

_PAGE: Final = 300
"""Pixels across a page."""
_GAP: Final = 14
_DPI: Final = 96.0
MADE_ON: Final = date(2026, 11, 30)


def contact_sheet(pages: Sequence[bytes], columns: int) -> Image.Image:
    """Return the ``pages`` (PNG) as one picture, row by row, each with a thin edge."""
    colours = tokens()
    small = [_thumbnail(page, colours.line) for page in pages]
    high = max(one.height for one in small)
    rows = -(-len(small) // columns)
    size = columns * (_PAGE + _GAP) + _GAP, rows * (high + _GAP) + _GAP
    sheet = Image.new("RGB", size, colours.sunken)
    for number, one in enumerate(small):
        row, column = divmod(number, columns)
        sheet.paste(one, (_GAP + column * (_PAGE + _GAP), _GAP + row * (high + _GAP)))
    return sheet


def _thumbnail(page: bytes, edge: str) -> Image.Image:
    with Image.open(io.BytesIO(page)) as picture:
        high = round(picture.height * (_PAGE - 2) / picture.width)
        shrunk = picture.convert("RGB").resize((_PAGE - 2, high), Image.Resampling.LANCZOS)
    return ImageOps.expand(shrunk, border=1, fill=edge)


def write_sheets(out: Path, languages: Iterable[str], columns: int, audience: str | None, *, anonymous: bool) -> None:
    """Write a sheet per language: to ``out``, or where there are several beside it with the language in their names."""
    chosen = tuple(languages)
    with tempfile.TemporaryDirectory() as folder:
        results = sample_results(Path(folder))
    selection = select(Audience(audience) if audience else None)
    for language in chosen:
        report = build_report(
            results,
            load_catalogue(),
            load_texts(language),
            anonymous=anonymous,
            made_on=MADE_ON,
            selection=selection,
        )
        pages = page_pictures(report, _DPI)
        target = out if len(chosen) == 1 else out.with_name(f"{out.stem}-{language}{out.suffix}")
        contact_sheet(pages, columns).quantize(256).save(target, optimize=True)
        print(f"{target}: {len(pages)} pages")


def main() -> None:
    """Read the command line and write the sheets."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition(":")[0])
    parser.add_argument(
        "languages", nargs="*", default=["en"], help=f"'all', or some of {', '.join(report_languages())}"
    )
    parser.add_argument("--out", type=Path, default=Path("report-pages.png"))
    parser.add_argument("--columns", type=int, default=8)
    parser.add_argument("--audience", choices=[one.value for one in Audience])
    parser.add_argument("--anonymous", action="store_true")
    chosen = parser.parse_args()
    languages = report_languages() if chosen.languages == ["all"] else chosen.languages
    write_sheets(chosen.out, languages, chosen.columns, chosen.audience, anonymous=chosen.anonymous)


if __name__ == "__main__":
    main()
