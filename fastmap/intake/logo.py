"""Taking a picture as the logo of a cover: looked at before it is unpacked, scaled, and encoded anew.

What is kept is a PNG made here from the pixels alone: no metadata, no colour profile, no bytes of the file that came.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Collection
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from PIL import Image, ImageOps, UnidentifiedImageError

from fastmap.errors import FastmapError
from fastmap.intake.files import FileId, is_assessment, name_of
from fastmap.model.grant import LONGEST_LOGO_SIDE, MOST_LOGO_BYTES, MOST_LOGO_LETTERS, Logo
from fastmap.model.normalise import clean_text

MOST_FILE_BYTES: Final = 10 * 2**20
MOST_PIXELS: Final = 50_000_000
"""A picture that unpacks to more is refused before it is unpacked."""
LONGEST_SIDE: Final = LONGEST_LOGO_SIDE
MOST_KEPT_BYTES: Final = MOST_LOGO_BYTES
MOST_WORDS: Final = 300
NARROWEST: Final = 20
"""Times as long as high, or as high as long: a strip beyond would be a line on the cover."""
LEAST_OPACITY: Final = 8
"""Of 255; below nothing of a picture can be seen on paper."""
_FORMATS: Final = ("PNG", "JPEG")
_SMALLER: Final = 0.75
_BROKEN: Final = (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError)
"""What Pillow raises for files that are no picture, end too early or lie about themselves."""


def read_logo(path: Path, *, alternative: str, open_files: Collection[FileId] = frozenset()) -> Logo:
    """Return the picture in ``path`` (PNG or JPEG) as a logo that ``alternative`` describes.

    Raises `FastmapError`: ``path_missing``, ``logo_too_large``, ``logo_unreadable``, ``logo_no_picture`` (SVG among them),
    ``logo_too_narrow``, ``logo_invisible`` and ``logo_without_words``.
    """
    name = name_of(path)
    words = " ".join(clean_text(alternative).split())[:MOST_WORDS]
    content = _content(path, name, open_files)
    if not words:
        raise FastmapError("logo_without_words", name=name)
    picture = _scaled(_picture(content, name), LONGEST_SIDE)
    encoded = _encoded(picture)
    while len(encoded) > MOST_KEPT_BYTES:
        picture = _scaled(picture, max(int(max(picture.size) * _SMALLER), 1))
        encoded = _encoded(picture)
    return Logo(
        png_base64=base64.b64encode(encoded).decode("ascii"),
        width_px=picture.width,
        height_px=picture.height,
        alternative=words,
    )


def sound_logo(logo: Logo) -> Logo | None:
    """Return a logo that a file brought, made anew of its pixels; ``None`` where it is none that `read_logo` could have made.

    Files come by mail: what stands there as a picture may be none, end in the middle, or unpack to gigabytes.
    """
    made = _made_anew(logo.png_base64)
    if made is None:
        return None
    png_base64, width, height = made
    return replace(logo, png_base64=png_base64, width_px=width, height_px=height)


@lru_cache(maxsize=2)  # asked again for every preview of a report
def _made_anew(png_base64: str) -> tuple[str, int, int] | None:
    if len(png_base64) > MOST_LOGO_LETTERS:
        return None
    try:
        content = base64.b64decode(png_base64, validate=True)
        with Image.open(io.BytesIO(content), formats=("PNG",)) as found:
            if max(found.size) > LONGEST_SIDE:
                return None
        picture = _picture(content, "")
    except (*_BROKEN, FastmapError):
        return None
    content = _encoded(picture, optimize=False, compress_level=1)  # nobody keeps it
    return base64.b64encode(content).decode("ascii"), picture.width, picture.height


def _content(path: Path, name: str, open_files: Collection[FileId]) -> bytes:
    if not path.exists():
        raise FastmapError("path_missing", paths=(str(path),), count=1)
    if is_assessment(path, open_files) or not path.is_file():
        raise FastmapError("logo_no_picture", name=name)
    try:
        if path.stat().st_size > MOST_FILE_BYTES:
            raise FastmapError("logo_too_large", name=name, most=MOST_FILE_BYTES // 2**20)
        return path.read_bytes()
    except OSError as problem:
        raise FastmapError("logo_unreadable", name=name) from problem


def _picture(content: bytes, name: str) -> Image.Image:
    """Return the pixels, upright, as RGB or RGBA."""
    try:
        with Image.open(io.BytesIO(content), formats=_FORMATS) as found:
            if found.width * found.height > MOST_PIXELS:
                raise FastmapError("logo_too_large", name=name, most=MOST_FILE_BYTES // 2**20)
            if max(found.size) > NARROWEST * min(found.size):
                sides = {"width": found.width, "height": found.height}
                raise FastmapError("logo_too_narrow", name=name, most=NARROWEST, **sides)
            upright = ImageOps.exif_transpose(found)
            has_alpha = upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info
            pixels = upright.convert("RGBA" if has_alpha else "RGB")
    except _BROKEN as problem:
        raise FastmapError("logo_no_picture", name=name) from problem
    if has_alpha and _is_invisible(pixels):
        raise FastmapError("logo_invisible", name=name)
    return pixels


def _is_invisible(pixels: Image.Image) -> bool:
    """Say whether no pixel is as opaque as it must be to be seen."""
    seen = [255 if opacity >= LEAST_OPACITY else 0 for opacity in range(256)]
    return pixels.getchannel("A").point(seen).getbbox() is None


def _scaled(picture: Image.Image, longest: int) -> Image.Image:
    share = longest / max(picture.size)
    if share >= 1:
        return picture
    size = (max(round(picture.width * share), 1), max(round(picture.height * share), 1))
    return picture.resize(size, Image.Resampling.LANCZOS)


def _encoded(picture: Image.Image, **how: Any) -> bytes:
    """Return the pixels as PNG; a new picture carries nothing of what the old one said about itself."""
    bare = Image.new(picture.mode, picture.size)
    bare.paste(picture)
    out = io.BytesIO()
    bare.save(out, format="PNG", **{"optimize": True, **how})
    return out.getvalue()
