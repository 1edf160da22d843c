"""A drawing in points: the SVG as PNG (300 dpi) for slides, by Typst, which draws while Python goes on."""

from __future__ import annotations

import io
from typing import Final

import typst
from PIL.PngImagePlugin import PngInfo, putchunk

from exports.palette import RESOURCES
from exports.plain import one_line

TEMPLATE: Final = RESOURCES / "templates" / "picture.typ"
_DPI: Final = 300
_PER_METRE: Final = round(_DPI / 0.0254)
_METRE: Final = b"\x01"
_HEAD: Final = 8 + 4 + 4 + 13 + 4
"""Bytes of the signature and of the first piece of a PNG: its length, name, content and check."""


def rasterised(svg: bytes, *, title: str, alternative: str) -> bytes:
    """Return a drawing of `rendering.as_svg` as PNG in 300 dots per inch, title and alternative text among its metadata.

    The drawing must have its words as outlines: no font is looked for. Other threads go on meanwhile.
    """
    compiler = typst.Compiler(
        TEMPLATE, root=TEMPLATE.parent, ignore_system_fonts=True, sys_inputs={"drawing": svg.decode()}
    )
    picture = compiler.compile(format="png", ppi=_DPI)
    if not isinstance(picture, bytes):
        raise TypeError("Typst gave no single picture")
    return _with_words(picture, title, alternative)


def _with_words(picture: bytes, title: str, alternative: str) -> bytes:
    """Put size and words behind the head of a PNG: Typst notes neither, and packing anew would take its time again."""
    words = PngInfo()
    words.add_text("Title", one_line(title))
    words.add_text("Description", one_line(alternative))
    out = io.BytesIO()
    out.write(picture[:_HEAD])
    putchunk(out, b"pHYs", _PER_METRE.to_bytes(4), _PER_METRE.to_bytes(4), _METRE)
    for kind, content, *_ in words.chunks:
        putchunk(out, kind, content)
    out.write(picture[_HEAD:])
    return out.getvalue()
